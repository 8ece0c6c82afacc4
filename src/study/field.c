/* SPDX-License-Identifier: MIT */
#include "field.h"

#include "prepare.h"

#include <math.h>
#include <string.h>

bool spenn_field_make(struct spenn_field *field, struct spenn_study *study,
    const struct spenn_field_source *from, struct spenn_error *err)
{
    const struct spenn_scenario *scenario = from->scenario;
    const struct spenn_study_options *options = from->options;
    *study = (struct spenn_study){.scenario = scenario};
    *field = (struct spenn_field){.study = study};
    study->seed = options->has_seed ? options->seed : scenario->simulate.seed;
    bool ok = spenn_study_models(study, from->base, err)
        && spenn_group_make(&field->group, spenn_study_courses(&field->memory, study),
            scenario->alternative_count + 1, options, err);
    if (!ok) {
        spenn_field_free(field);
        spenn_study_free(study);
    }
    return ok;
}

void spenn_field_free(struct spenn_field *field)
{
    spenn_group_free(&field->group);
    struct spenn_arena memory = field->memory;
    spenn_arena_free(&memory);
    *field = (struct spenn_field){0};
}

bool spenn_field_ask(struct spenn_field *field, const char *measure, const char *of,
    struct spenn_field_question *question, struct spenn_error *err)
{
    struct spenn_group *group = &field->group;
    question->row =
        spenn_arena_alloc(&field->memory, (size_t)group->count, sizeof *question->row);
    for (int32_t w = 0; w < group->count; w++) {
        struct spenn_expect expect = {.measure = measure,
            .of = of,
            .in = w - 1,
            .than = -1,
            .indifference = NAN,
            .indifference_unit = ""};
        struct spenn_question one = {0};
        bool known = spenn_question_make(group, &expect, &one, err);
        if (!known) {
            return false;
        }
        question->measure = one.measure;
        question->simulated = one.simulated;
        question->row[w] = one.in_row;
    }
    return true;
}

int32_t spenn_field_run(struct spenn_field *field, const int32_t *world, int32_t worlds,
    int32_t first, int32_t count)
{
    struct spenn_group *group = &field->group;
    struct spenn_batch batch = {
        .run = group->run,
        .count = count,
        .which = world,
        .whiches = worlds,
        .value = group->value,
        .outcome = group->outcome,
        .options = group->options,
        .done = field->done,
        .planned = field->planned,
        .what = "",
    };
    batch.run.replication = first;
    batch.run.weekly_from = group->run.warm_up;
    int32_t done = spenn_crew_run(group->crew, &batch);
    field->done += done * worlds;
    return done;
}

double spenn_field_value(const struct spenn_field *field,
    const struct spenn_field_question *question, int32_t world, int32_t r)
{
    const struct spenn_world *w = &field->group.world[world];
    int32_t row = question->row[world];
    if (row < 0) {
        return NAN;
    }
    if (!question->simulated || !isnan(w->slots->value[row])) {
        return question->simulated ? w->slots->value[row] : w->rest.value[row];
    }
    size_t slots = (size_t)w->slots->count;
    return field->group.value[world][(size_t)r * slots + (size_t)row];
}

void spenn_field_open(struct spenn_field *field, int32_t world, int32_t r)
{
    spenn_moments_add(
        &field->group.world[world].open, field->group.outcome[world][r].open_share);
}

struct spenn_reason spenn_field_why_not(
    struct spenn_field *field, const struct spenn_field_question *question, int32_t world)
{
    struct spenn_reason reason = spenn_world_why_not(&field->memory,
        &field->group.world[world], question->simulated, question->row[world],
        spenn_world_name(field->study->scenario, world));
    bool undefined = !reason.en && !question->simulated
        && isnan(field->group.world[world].rest.value[question->row[world]]);
    return undefined ? (struct spenn_reason){"ikke definert", "not defined"} : reason;
}

bool spenn_field_quantity(
    const struct spenn_measure *measure, const char *text, double *value)
{
    return strcmp(measure->unit, "share") == 0 ? spenn_parse_share(text, value)
        : *measure->unit == 'h'                ? spenn_parse_duration(text, value)
                                               : spenn_parse_number(text, value);
}

bool spenn_field_within(const struct spenn_measure *measure, const char *text,
    double *within, struct spenn_error *err)
{
    bool share = strcmp(measure->unit, "share") == 0, hours = *measure->unit == 'h';
    return (spenn_field_quantity(measure, text, within) && *within > 0)
        || spenn_fail(err, (struct spenn_where){0},
            "'%s' is not a difference in '%s': it is %s above 0", text, measure->id,
            share       ? "a share such as 2%"
                : hours ? "a duration such as 4h"
                        : "a plain number");
}
