/* SPDX-License-Identifier: MIT
 * From the names in an expectation to rows of results. */
#include "question.h"

#include "text.h"

#include <math.h>
#include <string.h>

static bool fail_measure(
    const char *id, const struct spenn_where *at, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    char clip[spenn_clip];
    int32_t count = 0;
    size_t most = (size_t)spenn_rest_measure_count + (size_t)spenn_sim_measure_count;
    const char **name = spenn_arena_alloc(&scratch, most, sizeof *name);
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        name[count++] = spenn_rest_measures[i].id;
    }
    for (int32_t i = 0; i < spenn_sim_measure_count; i++) {
        name[count++] = spenn_sim_measures[i].id;
    }
    const char *nearest = spenn_text_nearest(id, name, count);
    (void)spenn_text_clip(clip, id);
    if (nearest) {
        (void)spenn_fail(
            err, *at, "unknown measure '%s'; did you mean '%s'?", clip, nearest);
    } else {
        (void)spenn_fail(err, *at, "unknown measure '%s'", clip);
    }
    spenn_arena_free(&scratch);
    return false;
}

bool spenn_measure_find(const char *id, const struct spenn_where *at,
    const struct spenn_measure **measure, bool *simulated, struct spenn_error *err)
{
    *measure = spenn_rest_measure(id);
    *simulated = !*measure;
    *measure = *measure ? *measure : spenn_sim_measure(id);
    return *measure || fail_measure(id, at, err);
}

static int32_t add_names(
    const char **name, int32_t count, const char *const *id, int32_t ids)
{
    for (int32_t i = 0; i < ids; i++) {
        name[count++] = id[i];
    }
    return count;
}

/* Neither world has a row: because nothing is called so, or it is of another kind. */
static bool fail_subject(const struct spenn_expect *expect,
    const struct spenn_measure *measure, const struct spenn_model *m,
    struct spenn_error *err)
{
    if (!expect->of && measure->over & SPENN_OVER_WHOLE) {
        return spenn_fail(err, expect->at, "measure '%s' is not defined in model '%s'",
            expect->measure, m->id);
    }
    if (!expect->of) {
        return spenn_fail(err, expect->at,
            "measure '%s' needs 'of': it has no value for the whole", expect->measure);
    }
    struct spenn_arena scratch = {0};
    size_t most =
        (size_t)m->units.count + (size_t)m->forums.count + (size_t)m->tasks.count;
    const char **name = spenn_arena_alloc(&scratch, most, sizeof *name);
    int32_t count = add_names(name, 0, m->units.id, m->units.count);
    count = add_names(name, count, m->forums.id, m->forums.count);
    count = add_names(name, count, m->tasks.id, m->tasks.count);
    bool known = strcmp(expect->of, m->id) == 0;
    for (int32_t i = 0; i < count && !known; i++) {
        known = strcmp(name[i], expect->of) == 0;
    }
    const char *nearest = known ? NULL : spenn_text_nearest(expect->of, name, count);
    if (known) {
        (void)spenn_fail(err, expect->at, "measure '%s' is not over '%s'",
            expect->measure, expect->of);
    } else if (nearest) {
        (void)spenn_fail(err, expect->at,
            "no unit, forum or task '%s'; did you mean '%s'?", expect->of, nearest);
    } else {
        (void)spenn_fail(err, expect->at, "no unit, forum or task '%s'", expect->of);
    }
    spenn_arena_free(&scratch);
    return false;
}

/* 5% of a time, or 2h of a share, would be a zone that nobody meant. A duration will do
 * for hours a week. */
static bool check_zone(const struct spenn_expect *expect,
    const struct spenn_measure *measure, struct spenn_error *err)
{
    const char *unit = expect->indifference_unit;
    size_t length = strlen(unit);
    if (isnan(expect->indifference) || strncmp(unit, measure->unit, length) == 0) {
        return true;
    }
    return spenn_fail(err, expect->indifference_at,
        "'indifference' is %s, but '%s' is measured in %s",
        *unit == 'h' ? "a duration" : "a share", expect->measure,
        *measure->unit ? measure->unit : "plain numbers");
}

/* What a world calls the unit that another calls `of`. */
static const char *called_in(
    const struct spenn_world *world, const struct spenn_world *other, const char *of)
{
    for (spenn_id v = 0; other->before && v < other->model->units.count; v++) {
        if (strcmp(other->model->units.id[v], of) == 0) {
            of = other->before[v];
            break;
        }
    }
    for (spenn_id v = 0; world->before && v < world->model->units.count; v++) {
        if (strcmp(world->before[v], of) == 0) {
            return world->model->units.id[v];
        }
    }
    return of;
}

static int32_t row_in(const struct spenn_world *world, const struct spenn_world *other,
    const struct spenn_expect *expect, bool simulated)
{
    const struct spenn_results *results = simulated ? world->slots : &world->rest;
    int32_t row = spenn_results_find(results, expect->measure, expect->of);
    return row >= 0 || !expect->of ? row
                                   : spenn_results_find(results, expect->measure,
                                       called_in(world, other, expect->of));
}

bool spenn_question_make(struct spenn_group *group, const struct spenn_expect *expect,
    struct spenn_question *question, struct spenn_error *err)
{
    if (!spenn_measure_find(expect->measure, &expect->at, &question->measure,
            &question->simulated, err)) {
        return false;
    }
    question->in = expect->in + 1;
    question->than = expect->than + 1;
    const struct spenn_world *in = &group->world[question->in];
    const struct spenn_world *than = &group->world[question->than];
    question->in_row = row_in(in, than, expect, question->simulated);
    question->than_row = row_in(than, in, expect, question->simulated);
    bool ok = check_zone(expect, question->measure, err);
    return (question->in_row >= 0 || question->than_row >= 0
               || fail_subject(expect, question->measure, in->model, err))
        && ok;
}

bool spenn_questions_make(struct spenn_group *group,
    const struct spenn_scenario *scenario, struct spenn_error *err)
{
    group->question_count = scenario->expect_count;
    group->question = spenn_arena_alloc(
        &group->memory, (size_t)scenario->expect_count, sizeof *group->question);
    bool ok = true;
    for (int32_t i = 0; i < scenario->expect_count; i++) {
        ok = spenn_question_make(group, &scenario->expect[i], &group->question[i], err)
            && ok;
    }
    return ok;
}
