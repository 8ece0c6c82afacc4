/* SPDX-License-Identifier: MIT */
#include "correlation.h"

#include "arena.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

enum { least_points = 8 };
static const double family_error = 0.05;

int32_t spenn_correlations(const struct spenn_sample *sample, double *rho)
{
    struct spenn_arena own = {0};
    size_t most = (size_t)sample->points, n = 0;
    double *x = spenn_arena_alloc(&own, most, sizeof *x);
    double *y = spenn_arena_alloc(&own, most, sizeof *y);
    double *work = spenn_arena_alloc(&own, most, 2 * sizeof *work);
    size_t *used = spenn_arena_alloc(&own, most, sizeof *used);
    for (size_t j = 0; j < most; j++) {
        y[n] = sample->y[j];
        used[n] = j;
        n += isnan(sample->y[j]) ? 0 : 1;
    }
    for (int32_t i = 0; i < sample->inputs; i++) {
        for (size_t j = 0; j < n; j++) {
            x[j] = sample->x[used[j] * (size_t)sample->stride + (size_t)i];
        }
        rho[i] = n < least_points ? NAN : gsl_stats_spearman(x, 1, y, 1, n, work);
    }
    spenn_arena_free(&own);
    return (int32_t)n;
}

double spenn_correlation_chance(int32_t points, int32_t inputs)
{
    return points < least_points || inputs < 1
        ? NAN
        : gsl_cdf_ugaussian_Qinv(family_error / 2 / inputs) / sqrt(points - 1);
}
