/* SPDX-License-Identifier: MIT */
#include "map.h"
#include "interval.h"

#include <assert.h>
#include <math.h>

enum { least_bins = 2, most_bins = 10, points_a_bin = 16 };

int32_t spenn_map_bins(int32_t points)
{
    int32_t bins = least_bins;
    while (bins < most_bins && (bins + 1) * (bins + 1) * points_a_bin <= points) {
        bins++;
    }
    return bins;
}

/* The last bin holds its upper end. */
static int32_t place(double u, int32_t bins)
{
    assert(u >= 0 && u <= 1);
    int32_t at = (int32_t)(u * bins);
    return at < bins ? at : bins - 1;
}

void spenn_map_make(const struct spenn_map_points *points, int32_t bins,
    struct spenn_arena *memory, struct spenn_map *map)
{
    struct spenn_arena own = {0};
    size_t count = (size_t)bins * (size_t)bins;
    struct spenn_moments *share = spenn_arena_alloc(&own, count, sizeof *share);
    struct spenn_moments *mean = spenn_arena_alloc(&own, count, sizeof *mean);
    struct spenn_map_bin *bin = spenn_arena_alloc(memory, count, sizeof *bin);
    for (int32_t i = 0; i < points->points; i++) {
        const double *u = points->u + (size_t)i * (size_t)points->stride;
        size_t at = (size_t)place(u[points->up], bins) * (size_t)bins
            + (size_t)place(u[points->across], bins);
        int8_t verdict = points->verdict[i];
        bin[at].points++;
        spenn_moments_add(&share[at], verdict < 0 ? NAN : verdict);
        spenn_moments_add(&mean[at], points->value[i]);
    }
    for (size_t i = 0; i < count; i++) {
        bin[i].verdicts = share[i].count;
        bin[i].share = share[i].count > 0 ? share[i].mean : NAN;
        bin[i].mean = mean[i].count > 0 ? mean[i].mean : NAN;
    }
    spenn_arena_free(&own);
    *map = (struct spenn_map){bins, bin};
}
