/* SPDX-License-Identifier: MIT
 * Known value: the ten numbers of Law & Kelton (2000, section 4.5) have the mean 1.343
 * and 95 % half-width .2928; tests/study/test_interval.c. */
#include "interval.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

void spenn_moments_add(struct spenn_moments *moments, double value)
{
    if (isnan(value)) {
        return;
    }
    moments->count++;
    double step = value - moments->mean;
    moments->mean += step / moments->count;
    moments->squares += step * (value - moments->mean);
}

double spenn_moments_half(const struct spenn_moments *moments, double alpha)
{
    assert(alpha > 0 && alpha < 1);
    if (moments->count < 2) {
        return NAN;
    }
    double freedom = moments->count - 1;
    double error = sqrt(moments->squares / freedom / moments->count);
    return error > 0 ? gsl_cdf_tdist_Qinv(alpha / 2, freedom) * error : 0;
}

struct spenn_interval spenn_moments_interval(
    const struct spenn_moments *moments, double alpha)
{
    double half = spenn_moments_half(moments, alpha);
    return (struct spenn_interval){moments->mean - half, moments->mean + half};
}

double spenn_variance_reduction(const struct spenn_moments *a,
    const struct spenn_moments *b, const struct spenn_moments *difference)
{
    assert(a->count == difference->count && b->count == difference->count);
    return difference->squares > 0 ? (a->squares + b->squares) / difference->squares
                                   : NAN;
}

int32_t spenn_looks(int32_t least, int32_t most, int32_t look[spenn_most_looks])
{
    assert(least >= 1 && least <= most);
    int32_t count = 0;
    for (int32_t n = 30; n <= 480; n *= 2) {
        int32_t clipped = n < least ? least : n > most ? most : n;
        if (count == 0 || clipped > look[count - 1]) {
            look[count++] = clipped;
        }
    }
    if (most > look[count - 1]) {
        look[count++] = most;
    }
    return count;
}
