/* SPDX-License-Identifier: MIT */
#include "trial.h"

#include "prepare.h"
#include "question.h"

#include <math.h>
#include <string.h>

static const double alpha = 0.05; /* of each interval by itself */

struct place { /* the scenario as it is at the point; the study borrows both */
    struct spenn_scenario scenario;
    struct spenn_model base;
    struct spenn_study study;
    struct spenn_group group;
    struct spenn_arena memory;
};

/* Borrows all texts and tables of the trial's model: only the values are its own. */
static void set_values(struct place *place, const struct spenn_trial *trial)
{
    place->scenario = *trial->scenario;
    place->base = *trial->base;
    place->study.scenario = &place->scenario;
    if (trial->assume) {
        struct spenn_assumptions *assume = &place->base.assume;
        memcpy(assume->value, trial->assume, sizeof assume->value);
        place->scenario.assume = NULL;
    }
}

static bool edit_models(
    struct place *place, const struct spenn_trial *trial, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t a = -1; a < place->scenario.alternative_count && trial->edit; a++) {
        const struct spenn_study_waves *waves = a < 0 ? NULL : &place->study.waves[a];
        ok = ok && trial->edit(trial->context, &place->study.alternative[a], err);
        for (int32_t i = 0; ok && waves && i + 1 < waves->count; i++) {
            ok = trial->edit(trial->context, &waves->between[i], err);
        }
    }
    return ok;
}

static bool open_place(struct place *place, const struct spenn_trial *trial,
    const struct spenn_study_options *options, struct spenn_error *err)
{
    set_values(place, trial);
    return spenn_study_models(&place->study, &place->base, err)
        && edit_models(place, trial, err)
        && spenn_group_make(&place->group,
            spenn_study_courses(&place->memory, &place->study),
            place->scenario.alternative_count + 1, options, err)
        && spenn_questions_make(&place->group, &place->scenario, err);
}

static void close_place(struct place *place)
{
    spenn_group_free(&place->group);
    spenn_study_free(&place->study);
    spenn_arena_free(&place->memory);
}

static bool is_known(const struct spenn_group *group, int32_t w, int32_t row)
{
    return !isnan(group->world[w].slots->value[row]);
}

/* A time behind what is overloaded or cannot keep up. */
static bool is_stuck(const struct spenn_world *world, int32_t row)
{
    return spenn_world_blocks(world, row)
        && spenn_trouble_of(&world->trouble, world->slots, row) >= 0;
}

/* Whether replications can say something about a question. */
static bool is_open(
    const struct spenn_group *group, const struct spenn_question *question)
{
    return question->simulated && question->in_row >= 0 && question->than_row >= 0
        && !is_stuck(&group->world[question->in], question->in_row)
        && !is_stuck(&group->world[question->than], question->than_row);
}

/* The worlds that have to be simulated. */
static void choose_worlds(struct place *place)
{
    struct spenn_group *group = &place->group;
    size_t worlds = (size_t)group->count;
    bool *needed = spenn_arena_alloc(&place->memory, worlds, sizeof *needed);
    int32_t *which = spenn_arena_alloc(&place->memory, worlds, sizeof *which);
    for (int32_t q = 0; q < group->question_count; q++) {
        const struct spenn_question *question = &group->question[q];
        bool open = is_open(group, question);
        needed[question->in] = needed[question->in]
            || (open && !is_known(group, question->in, question->in_row));
        needed[question->than] = needed[question->than]
            || (open && !is_known(group, question->than, question->than_row));
    }
    group->which = which;
    for (int32_t w = 0; w < group->count; w++) {
        which[group->whiches] = w;
        group->whiches += needed[w];
    }
}

/* The mean in the world that is spoken of. */
static void fill_mean(struct place *place, const struct spenn_question *question,
    struct spenn_trial_outcome *outcome)
{
    const struct spenn_world *world = &place->group.world[question->in];
    int32_t row = question->in_row;
    outcome->mean = outcome->mean_low = outcome->mean_high = NAN;
    outcome->stuck = question->simulated && row >= 0 && is_stuck(world, row);
    if (spenn_world_why_not(&place->memory, world, question->simulated, row, "").en) {
        return;
    }
    double known =
        question->simulated ? world->slots->value[row] : world->rest.value[row];
    outcome->exact = !question->simulated || !isnan(known);
    if (outcome->exact) {
        outcome->mean = outcome->mean_low = outcome->mean_high = known;
    } else if (world->mean[row].count) {
        struct spenn_interval interval = spenn_moments_interval(&world->mean[row], alpha);
        outcome->mean = world->mean[row].mean;
        outcome->mean_low = interval.low;
        outcome->mean_high = interval.high;
    }
}

static void fill(struct place *place, struct spenn_trial_outcome *outcome)
{
    struct spenn_study_verdicts *verdicts = &place->study.verdicts;
    spenn_study_verdict_room(&place->study);
    spenn_questions_judge_at(
        &place->group, &place->scenario, alpha, verdicts, &place->memory);
    for (int32_t q = 0; q < verdicts->count; q++) {
        outcome[q] = (struct spenn_trial_outcome){
            .verdict = verdicts->verdict[q],
            .difference = verdicts->difference[q],
            .low = verdicts->low[q],
            .high = verdicts->high[q],
            .zone = verdicts->zone[q],
        };
        fill_mean(place, &place->group.question[q], &outcome[q]);
    }
}

bool spenn_trial_run(const struct spenn_trial *trial, struct spenn_trial_outcome *outcome,
    struct spenn_error *err)
{
    const struct spenn_study_options options = {
        .jobs = trial->jobs > 0 ? trial->jobs : 1, .stop = trial->stop};
    struct place place = {0};
    bool ok = open_place(&place, trial, &options, err);
    if (ok) {
        place.group.run = (struct spenn_sim_run){.seed = trial->seed,
            .replication = trial->first,
            .warm_up = trial->warm_up,
            .duration = trial->duration};
        choose_worlds(&place);
        ok = place.group.whiches == 0
            || spenn_group_replicate(&place.group, trial->replications, 0);
    }
    if (ok) {
        fill(&place, outcome);
    }
    close_place(&place);
    return ok;
}

bool spenn_trial_warm_up(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_study_options *options,
    double *hours, struct spenn_error *err)
{
    const struct spenn_trial trial = {.scenario = scenario, .base = base};
    struct place place = {0};
    bool ok = open_place(&place, &trial, options, err);
    if (ok) {
        place.study.seed = options->has_seed ? options->seed : scenario->simulate.seed;
        spenn_study_window(&place.study, &place.group);
        *hours = options->stop && *options->stop ? NAN : place.study.warm_up;
    }
    close_place(&place);
    return ok;
}
