/* SPDX-License-Identifier: MIT
 * What can be compared at all -> screening, allocation, or exact values -> statuses. */
#include "contest.h"
#include "prepare.h"
#include "verdict.h"

#include <math.h>

bool spenn_contest_zone(
    struct spenn_contest *contest, double value, struct spenn_error *err)
{
    struct spenn_select *select = contest->select;
    if (select->default_within) {
        const struct spenn_expect own = {.indifference = NAN};
        select->within = spenn_verdict_zone(&own, select->measure, value);
    }
    return select->within > 0
        || spenn_fail(err, (struct spenn_where){0},
            "'%s' has no zone of its own: say with --within what does not matter",
            select->measure->id);
}

bool spenn_contest_aside(struct spenn_contest *contest, int32_t world)
{
    struct spenn_select *select = contest->select;
    struct spenn_reason reason =
        spenn_field_why_not(&contest->field, &contest->question, world);
    if (!reason.en) {
        return false;
    }
    select->status[world] = SPENN_SELECT_ASIDE;
    select->reason_nb[world] = spenn_arena_text(&select->study.memory, reason.nb);
    select->reason_en[world] = spenn_arena_text(&select->study.memory, reason.en);
    return true;
}

static void make_rows(struct spenn_select *select, int32_t count)
{
    struct spenn_arena *memory = &select->study.memory;
    size_t rows = (size_t)count;
    select->count = count;
    select->best = -1;
    select->status = spenn_arena_alloc(memory, rows, sizeof *select->status);
    select->replications = spenn_arena_alloc(memory, rows, sizeof *select->replications);
    select->mean = spenn_arena_alloc(memory, rows, sizeof *select->mean);
    select->behind = spenn_arena_alloc(memory, rows, sizeof *select->behind);
    select->chance = spenn_arena_alloc(memory, rows, sizeof *select->chance);
    select->reason_nb = spenn_arena_alloc(memory, rows, sizeof *select->reason_nb);
    select->reason_en = spenn_arena_alloc(memory, rows, sizeof *select->reason_en);
    for (int32_t w = 0; w < count; w++) {
        select->status[w] = SPENN_SELECT_LEFT;
        select->mean[w] = select->behind[w] = select->chance[w] = NAN;
        select->reason_nb[w] = select->reason_en[w] = "";
    }
    select->correct = select->good = NAN;
}

static bool read_aim(struct spenn_contest *contest, struct spenn_error *err)
{
    const struct spenn_select_options *options = contest->options;
    struct spenn_select *select = contest->select;
    const struct spenn_measure *measure = contest->question.measure;
    int32_t better = options->better ? options->better : measure->better;
    if (!better) {
        return spenn_fail(err, (struct spenn_where){0},
            "neither more nor less of '%s' is better in itself: say --lowest or "
            "--highest",
            measure->id);
    }
    select->measure = measure;
    select->of = options->of;
    select->simulated = contest->question.simulated;
    select->highest = better > 0;
    select->budgeted = options->budget > 0;
    select->confidence = options->confidence;
    select->default_within = !options->within;
    contest->sign = better > 0 ? -1 : 1;
    return !options->within
        || spenn_field_within(measure, options->within, &select->within, err);
}

static void find_systems(struct spenn_contest *contest)
{
    int32_t count = contest->select->count;
    contest->world =
        spenn_arena_alloc(&contest->field.memory, (size_t)count, sizeof *contest->world);
    for (int32_t w = 0; w < count; w++) {
        if (!spenn_contest_aside(contest, w)) {
            contest->world[contest->systems++] = w;
        }
    }
}

/* Measures at rest: the values are exact. */
static void rank(struct spenn_contest *contest)
{
    struct spenn_select *select = contest->select;
    for (int32_t i = 0; i < contest->systems; i++) {
        int32_t w = contest->world[i];
        select->mean[w] = spenn_field_value(&contest->field, &contest->question, w, 0);
        select->status[w] = SPENN_SELECT_OUT;
        int32_t best = select->best;
        if (best < 0
            || contest->sign * select->mean[w] < contest->sign * select->mean[best]) {
            select->best = w;
        }
    }
    const struct spenn_expect own = {.indifference = NAN};
    if (select->default_within && select->best >= 0) {
        select->within =
            spenn_verdict_zone(&own, select->measure, select->mean[contest->world[0]]);
    }
    for (int32_t w = 0; w < select->count && select->best >= 0; w++) {
        select->behind[w] =
            contest->sign * (select->mean[w] - select->mean[select->best]);
    }
}

/* The best, and those so near it that the difference does not matter. One alone is the
 * best of nothing. */
static void settle(struct spenn_select *select)
{
    int32_t compared = 0;
    for (int32_t w = 0; w < select->count; w++) {
        compared += select->status[w] != SPENN_SELECT_ASIDE;
    }
    select->best = compared > 1 ? select->best : -1;
    for (int32_t w = 0; w < select->count && select->best >= 0; w++) {
        bool near = select->behind[w] < select->within || select->behind[w] == 0;
        if (select->status[w] == SPENN_SELECT_OUT && near) {
            select->status[w] = SPENN_SELECT_NEAR;
        }
    }
    if (select->best >= 0) {
        select->status[select->best] = SPENN_SELECT_BEST;
    }
}

static bool compete(struct spenn_contest *contest, struct spenn_error *err)
{
    struct spenn_select *select = contest->select;
    make_rows(select, contest->field.group.count);
    bool ok = spenn_field_ask(&contest->field, contest->options->measure,
                  contest->options->of, &contest->question, err)
        && read_aim(contest, err);
    if (!ok) {
        return false;
    }
    find_systems(contest);
    if (!select->simulated) {
        rank(contest);
    } else if (contest->systems > 1) {
        spenn_study_window(&select->study, &contest->field.group);
        ok = select->budgeted ? spenn_contest_ocba(contest, err)
                              : spenn_contest_kn(contest, err);
    }
    settle(select);
    return ok;
}

bool spenn_select_run(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_select_options *options,
    struct spenn_select *select, struct spenn_error *err)
{
    struct spenn_contest contest = {.options = options, .select = select};
    *select = (struct spenn_select){0};
    if (scenario->alternative_count == 0) {
        return spenn_fail(err, (struct spenn_where){scenario->file, 0, 0},
            "there is nothing to choose between: the scenario has no alternatives");
    }
    const struct spenn_field_source from = {scenario, base, &options->study};
    if (!spenn_field_make(&contest.field, &select->study, &from, err)) {
        return false;
    }
    bool ok = compete(&contest, err);
    spenn_field_free(&contest.field);
    if (!ok) {
        spenn_select_free(select);
    }
    return ok;
}

void spenn_select_free(struct spenn_select *select)
{
    spenn_study_free(&select->study);
    *select = (struct spenn_select){0};
}
