/* SPDX-License-Identifier: MIT
 * Pilot replications that choose the warm-up. They have numbers of their own, so what
 * chose the window is not observed again in it. */
#include "warmup.h"
#include "world.h"

#include <math.h>

enum { pilots = 10, first_pilot = 1 << 24, weeks_a_batch = 5, weeks_most = 100000 };

/* Runs the pilots, as many at a time as a batch has room for; false when stopped. */
static bool run_pilots(struct spenn_group *group, double **weekly, int32_t weeks)
{
    struct spenn_arena scratch = {0};
    size_t worlds = (size_t)group->count;
    double **here = spenn_arena_alloc(&scratch, worlds, sizeof *here);
    int32_t done = 0;
    bool whole = true;
    while (done < pilots && whole) {
        for (int32_t w = 0; w < group->count; w++) {
            size_t run = (size_t)weeks * spenn_series_count;
            here[w] = weekly[w] + (size_t)done * run;
        }
        int32_t left = pilots - done;
        struct spenn_batch batch = {
            .run = group->run,
            .count = left < group->batch ? left : group->batch,
            .value = group->value,
            .outcome = group->outcome,
            .weekly = here,
            .weeks = weeks,
            .options = group->options,
            .done = done * group->count,
            .planned = pilots * group->count,
            .what = "warm-up",
        };
        batch.run.warm_up = 0;
        batch.run.replication = first_pilot + done;
        whole = spenn_crew_run(group->crew, &batch) == batch.count;
        done += batch.count;
    }
    spenn_arena_free(&scratch);
    return whole;
}

/* One series averaged over the pilots, week by week; false when it was never observed. */
static bool average(const double *weekly, int32_t weeks, double *mean)
{
    bool any = false;
    for (int32_t week = 0; week < weeks; week++) {
        double sum = 0;
        int32_t seen = 0;
        for (int32_t p = 0; p < pilots; p++) {
            double value =
                weekly[((size_t)p * (size_t)weeks + (size_t)week) * spenn_series_count];
            sum += isnan(value) ? 0 : value;
            seen += !isnan(value);
        }
        mean[week] = seen ? sum / seen : NAN;
        any = any || seen;
    }
    return any;
}

/* Series of one world; the first of those that settle last is kept. */
static void settle(struct spenn_group *group, int32_t w, const double *weekly,
    int32_t weeks, struct spenn_warm_up *found)
{
    double *mean = spenn_arena_alloc(&group->memory, (size_t)weeks, sizeof *mean);
    for (int32_t k = 0; k < spenn_series_count; k++) {
        if (!spenn_sim_paths[k].settles || !average(weekly + k, weeks, mean)) {
            continue;
        }
        struct spenn_mser mser = spenn_mser_find(mean, weeks, weeks_a_batch);
        double hours = mser.drop * SPENN_WEEK;
        found->too_short = found->too_short || mser.too_short;
        if (hours > found->hours || !found->pilot.weeks) {
            found->hours = hours;
            found->pilot = (struct spenn_pilot){weeks, k, w - 1, mean};
            mean = spenn_arena_alloc(&group->memory, (size_t)weeks, sizeof *mean);
        }
    }
}

struct spenn_warm_up spenn_group_warm_up(struct spenn_group *group)
{
    struct spenn_arena scratch = {0};
    struct spenn_warm_up found = {0};
    double needed = ceil(group->run.duration / SPENN_WEEK);
    int32_t weeks = needed < weeks_most ? (int32_t)needed : weeks_most;
    double **weekly = spenn_arena_alloc(&scratch, (size_t)group->count, sizeof *weekly);
    for (int32_t w = 0; w < group->count; w++) {
        size_t values = (size_t)weeks * spenn_series_count;
        weekly[w] = spenn_arena_alloc(&scratch, values * pilots, sizeof(double));
    }
    bool whole = run_pilots(group, weekly, weeks);
    for (int32_t w = 0; w < group->count && whole; w++) {
        bool steady = group->world[w].trouble.whole < 0 && !group->world[w].waves;
        if (steady) {
            settle(group, w, weekly[w], weeks, &found);
        }
    }
    spenn_arena_free(&scratch);
    return found;
}
