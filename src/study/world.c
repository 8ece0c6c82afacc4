/* SPDX-License-Identifier: MIT
 * Batches are bounded in memory, not in time: values are folded into moments in the order
 * of replications, so the size of a batch changes no bit. */
#include "world.h"

#include "match.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

enum { batch_values = 8 << 20, batch_most = 32, most_weeks = 1040 };

bool spenn_world_blocks(const struct spenn_world *world, int32_t slot)
{
    const struct spenn_measure *measure = world->slots->measure[slot];
    if (strcmp(measure->unit, "h") != 0 || !isnan(world->slots->value[slot])) {
        return false;
    }
    return spenn_trouble_of(&world->trouble, world->slots, slot) >= 0
        || (measure->over & SPENN_OVER_TASKS && world->open.mean > spenn_open_most);
}

/* igraph keeps a list of what to clean up for the whole program, so one thread at a time
 * may measure. */
static bool measure(struct spenn_group *group, const struct spenn_model *model,
    struct spenn_results *rest, struct spenn_error *err)
{
    static pthread_mutex_t measuring = PTHREAD_MUTEX_INITIALIZER;
    (void)pthread_mutex_lock(&measuring);
    bool ok = spenn_measure_fill(model, NULL, &group->memory, rest, err);
    (void)pthread_mutex_unlock(&measuring);
    return ok;
}

static bool make_world(struct spenn_group *group, struct spenn_world *world,
    const struct spenn_course *course, struct spenn_error *err)
{
    const struct spenn_model *model = course->model;
    const struct spenn_world *base = &group->world[0];
    world->model = model;
    if (!measure(group, model, &world->rest, err)) {
        return false;
    }
    world->plan = spenn_sim_plan_new(model, base->model);
    if (course->waves && !spenn_world_chain(group, world, course, err)) {
        return false;
    }
    world->slots = spenn_sim_slots(world->plan);
    size_t slots = (size_t)world->slots->count;
    world->before = spenn_match_names(&group->memory, base->model, model);
    world->rest_twin =
        spenn_match_rows(&group->memory, &world->rest, world->before, &base->rest);
    world->slot_twin =
        spenn_match_rows(&group->memory, world->slots, world->before, base->slots);
    world->mean = spenn_arena_alloc(&group->memory, slots, sizeof *world->mean);
    world->difference =
        spenn_arena_alloc(&group->memory, slots, sizeof *world->difference);
    world->control = course->waves
        ? NULL
        : spenn_controls_new(&group->memory, world->slots, spenn_sim_flows(world->plan));
    world->trouble =
        spenn_trouble_find(&group->memory, model, spenn_sim_flows(world->plan));
    return true;
}

/* Room for a batch: as many replications as keep the threads busy and memory small. */
static void make_room(struct spenn_group *group)
{
    size_t slots = 1;
    for (int32_t w = 0; w < group->count; w++) {
        slots += (size_t)group->world[w].slots->count;
    }
    size_t fit = batch_values / slots;
    size_t busy = 2 * (size_t)spenn_crew_jobs(group->crew) / (size_t)group->count + 1;
    fit = fit > batch_most ? batch_most : fit;
    group->batch = (int32_t)(fit > busy ? fit : busy);
    size_t batch = (size_t)group->batch, count = (size_t)group->count;
    group->value = spenn_arena_alloc(&group->memory, count, sizeof *group->value);
    group->outcome = spenn_arena_alloc(&group->memory, count, sizeof *group->outcome);
    for (int32_t w = 0; w < group->count; w++) {
        group->value[w] = spenn_arena_alloc(
            &group->memory, batch * (size_t)group->world[w].slots->count, sizeof(double));
        group->outcome[w] =
            spenn_arena_alloc(&group->memory, batch, sizeof *group->outcome[w]);
    }
}

bool spenn_group_make(struct spenn_group *group, const struct spenn_course *course,
    int32_t count, const struct spenn_study_options *options, struct spenn_error *err)
{
    *group = (struct spenn_group){.point = "", .count = count, .options = options};
    group->world = spenn_arena_alloc(&group->memory, (size_t)count, sizeof *group->world);
    group->plan = spenn_arena_alloc(&group->memory, (size_t)count, sizeof *group->plan);
    for (int32_t w = 0; w < count; w++) {
        if (!make_world(group, &group->world[w], &course[w], err)) {
            spenn_group_free(group);
            return false;
        }
        group->plan[w] = group->world[w].plan;
    }
    group->crew = spenn_crew_new(group->plan, count, options->jobs);
    make_room(group);
    return true;
}

void spenn_group_free(struct spenn_group *group)
{
    spenn_crew_free(group->crew);
    for (int32_t w = 0; w < group->count; w++) {
        struct spenn_world *world = &group->world[w];
        for (int32_t i = 0; i + 1 < world->waves; i++) {
            spenn_sim_plan_free(world->between[i]);
        }
        spenn_sim_plan_free(world->plan);
    }
    struct spenn_arena memory = group->memory;
    spenn_arena_free(&memory);
    *group = (struct spenn_group){0};
}

static bool simulates(const struct spenn_group *group, int32_t w)
{
    bool in = group->which == NULL;
    for (int32_t i = 0; i < group->whiches; i++) {
        in = in || group->which[i] == w;
    }
    return in;
}

/* What replication r of the batch says about a slot: known, observed, or NAN. */
static double observed(
    const struct spenn_group *group, int32_t w, int32_t r, int32_t slot)
{
    const struct spenn_results *slots = group->world[w].slots;
    if (slot < 0 || !isnan(slots->value[slot])) {
        return slot < 0 ? NAN : slots->value[slot];
    }
    return simulates(group, w)
        ? group->value[w][(size_t)r * (size_t)slots->count + (size_t)slot]
        : NAN;
}

/* The path over time, and when its waves came. */
static void fold_path(struct spenn_group *group, int32_t w, int32_t r)
{
    struct spenn_world *world = &group->world[w];
    int32_t values = group->weeks * spenn_series_count;
    for (int32_t i = 0; i < values; i++) {
        spenn_moments_add(
            &world->weekly[i], group->weekly[w][(size_t)r * (size_t)values + (size_t)i]);
    }
    for (int32_t i = 0; i < world->waves; i++) {
        double came = group->came[w][r * world->waves + i];
        if (isfinite(came)) {
            spenn_moments_add(&world->came[i], came);
        }
    }
}

static void fold_pair(
    const struct spenn_group *group, struct spenn_question *question, int32_t r)
{
    double in = observed(group, question->in, r, question->in_row);
    double than = observed(group, question->than, r, question->than_row);
    spenn_moments_add(&question->difference, in - than);
    spenn_moments_add(&question->apart[0], isnan(than) ? NAN : in);
    spenn_moments_add(&question->apart[1], isnan(in) ? NAN : than);
}

static void fold_controls(
    const struct spenn_group *group, struct spenn_world *world, int32_t w, int32_t r)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    const double *value = group->value[w] + (size_t)r * (size_t)world->slots->count;
    double whole = spenn_control_load(flows, -1, value);
    for (int32_t i = 0; i < world->slots->count; i++) {
        struct spenn_control *control = &world->control[i];
        if (control->helps) {
            spenn_control_add(control, value[i],
                control->flow < 0 ? whole
                                  : spenn_control_load(flows, control->flow, value));
        }
    }
}

static void fold(struct spenn_group *group, int32_t r)
{
    for (int32_t w = 0; w < group->count; w++) {
        struct spenn_world *world = &group->world[w];
        if (!simulates(group, w)) {
            continue;
        }
        if (group->weeks) {
            fold_path(group, w, r);
        }
        if (world->control) {
            fold_controls(group, world, w, r);
        }
        spenn_moments_add(&world->open, group->outcome[w][r].open_share);
        for (int32_t i = 0; i < world->slots->count; i++) {
            double value = observed(group, w, r, i);
            spenn_moments_add(&world->mean[i], value);
            spenn_moments_add(&world->difference[i],
                value - observed(group, 0, r, world->slot_twin[i]));
        }
    }
    for (int32_t q = 0; q < group->question_count; q++) {
        if (group->question[q].simulated) {
            fold_pair(group, &group->question[q], r);
        }
    }
}

static struct spenn_moments *copy(
    struct spenn_arena *memory, const struct spenn_moments *from, int32_t count)
{
    struct spenn_moments *to = spenn_arena_alloc(memory, (size_t)count, sizeof *to);
    for (int32_t i = 0; i < count; i++) {
        to[i] = from[i];
    }
    return to;
}

void spenn_group_end_first_stage(struct spenn_group *group)
{
    for (int32_t w = 0; w < group->count; w++) {
        struct spenn_world *world = &group->world[w];
        world->first = spenn_arena_alloc(&group->memory, 1, sizeof *world->first);
        *world->first = (struct spenn_stage){
            copy(&group->memory, world->mean, world->slots->count),
            copy(&group->memory, world->difference, world->slots->count), world->open};
    }
}

void spenn_group_keep_path(struct spenn_group *group)
{
    double weeks = floor(group->run.duration / SPENN_WEEK + 1e-9);
    struct spenn_arena *memory = &group->memory;
    size_t count = (size_t)group->count, batch = (size_t)group->batch;
    group->weeks = weeks < most_weeks ? (int32_t)weeks : most_weeks;
    if (group->weeks == 0) {
        return;
    }
    group->weekly = spenn_arena_alloc(memory, count, sizeof *group->weekly);
    group->came = spenn_arena_alloc(memory, count, sizeof *group->came);
    for (size_t w = 0; w < count; w++) {
        struct spenn_world *world = &group->world[w];
        size_t waves = (size_t)world->waves;
        size_t values = (size_t)group->weeks * spenn_series_count;
        group->weekly[w] = spenn_arena_alloc(memory, batch * values, sizeof(double));
        group->came[w] = spenn_arena_alloc(memory, batch * waves, sizeof(double));
        world->weekly = spenn_arena_alloc(memory, values, sizeof *world->weekly);
        world->came = spenn_arena_alloc(memory, waves, sizeof *world->came);
    }
}

bool spenn_group_replicate(
    struct spenn_group *group, int32_t replications, int32_t planned)
{
    while (group->replications < replications) {
        int32_t left = replications - group->replications;
        struct spenn_batch batch = {
            .run = group->run,
            .count = left < group->batch ? left : group->batch,
            .value = group->value,
            .outcome = group->outcome,
            .which = group->which,
            .whiches = group->whiches,
            .weekly = group->weekly,
            .weeks = group->weeks,
            .came = group->came,
            .options = group->options,
            .done = group->replications * group->count,
            .planned = planned * group->count,
            .what = group->point,
        };
        batch.run.replication = group->run.replication + group->replications;
        batch.run.weekly_from = group->run.warm_up;
        int32_t done = spenn_crew_run(group->crew, &batch);
        for (int32_t r = 0; r < done; r++) {
            fold(group, r);
        }
        group->replications += done;
        if (done < batch.count) {
            return false;
        }
    }
    return true;
}
