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

/* Of the mean of `count` values, when their variance is known from others. */
static double half_of(const struct spenn_moments *variance, int32_t count, double alpha)
{
    assert(alpha > 0 && alpha < 1);
    if (variance->count < 2) {
        return NAN;
    }
    double freedom = variance->count - 1;
    double error = sqrt(variance->squares / freedom / count);
    return error > 0 ? gsl_cdf_tdist_Qinv(alpha / 2, freedom) * error : 0;
}

double spenn_moments_half(const struct spenn_moments *moments, double alpha)
{
    return half_of(moments, moments->count, alpha);
}

struct spenn_interval spenn_moments_interval(
    const struct spenn_moments *moments, double alpha)
{
    double half = spenn_moments_half(moments, alpha);
    return (struct spenn_interval){moments->mean - half, moments->mean + half};
}

double spenn_stein_number(const struct spenn_moments *first, double half, double alpha)
{
    double one = half_of(first, 1, alpha);
    return one > 0 ? fmax(first->count, ceil(one * one / (half * half))) : first->count;
}

struct spenn_interval spenn_stein_interval(
    const struct spenn_moments *first, const struct spenn_moments *all, double alpha)
{
    if (first->count < 2 || !(first->squares > 0)) {
        return spenn_moments_interval(all, alpha);
    }
    double half = half_of(first, all->count, alpha);
    return (struct spenn_interval){all->mean - half, all->mean + half};
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
