/* SPDX-License-Identifier: MIT
 * The path over time, from moments to intervals. */
#include "rows.h"

#include <math.h>

static void add_waves(struct spenn_study *study, const struct spenn_group *group)
{
    for (int32_t w = 1; w < group->count; w++) {
        const struct spenn_world *world = &group->world[w];
        struct spenn_study_waves *waves = &study->waves[w - 1];
        size_t count = (size_t)waves->count;
        waves->share = spenn_arena_alloc(&study->memory, count, sizeof *waves->share);
        waves->mean = spenn_arena_alloc(&study->memory, count, sizeof *waves->mean);
        for (int32_t i = 0; i < waves->count; i++) {
            const struct spenn_moments *came = &world->came[i];
            int32_t all = group->replications;
            waves->share[i] = all ? (double)came->count / all : 0.0;
            waves->mean[i] = came->count ? came->mean : NAN;
        }
    }
}

void spenn_path_add(struct spenn_study *study, const struct spenn_group *group)
{
    struct spenn_study_path *path = &study->path;
    size_t each = (size_t)group->weeks * spenn_series_count;
    size_t all = each * (size_t)group->count;
    if (!group->weeks) {
        return;
    }
    *path = (struct spenn_study_path){group->weeks, spenn_series_count,
        spenn_arena_alloc(&study->memory, all, sizeof(double)),
        spenn_arena_alloc(&study->memory, all, sizeof(double)),
        spenn_arena_alloc(&study->memory, all, sizeof(double)),
        spenn_arena_alloc(
            &study->memory, (size_t)group->count * spenn_series_count, sizeof(bool))};
    for (int32_t i = 0; i < group->count * spenn_series_count; i++) {
        enum spenn_series k = (enum spenn_series)(i % spenn_series_count);
        path->shown[i] =
            spenn_sim_has_series(group->world[i / spenn_series_count].plan, k);
    }
    for (size_t i = 0; i < all; i++) {
        const struct spenn_moments *at = &group->world[i / each].weekly[i % each];
        struct spenn_interval interval = spenn_moments_interval(at, 0.05);
        path->mean[i] = at->count ? at->mean : NAN;
        path->low[i] = interval.low;
        path->high[i] = interval.high;
    }
    add_waves(study, group);
}
