/* SPDX-License-Identifier: MIT
 * A model and a scenario from text, and the study of them. */
#ifndef SPENN_TEST_LAB_H
#define SPENN_TEST_LAB_H

#include "unit.h"

#include "near.h"
#include "study.h"
#include "tiny.h"

/* A director with two departments that meet; cases are decided where they arise, and
 * questions of principle in the group. Nothing but cases takes a leader's time. */
#define LAB_MODEL                                                                        \
    "spenn: model/1\n"                                                                   \
    "id: lab\n"                                                                          \
    "units:\n"                                                                           \
    "  - {id: director, kind: executive}\n"                                              \
    "  - {id: north, name: {nb: Nordre, en: Northern}, kind: department, "               \
    "reports-to: director}\n"                                                            \
    "  - {id: south, kind: department, reports-to: director}\n"                          \
    "forums:\n"                                                                          \
    "  - {id: group, kind: leadership-group, chair: director, "                          \
    "members: [director, north], meets: 52/y, lasts: 1h, agenda: 5}\n"                   \
    "tasks:\n"                                                                           \
    "  - {id: case, at: [north, south], arrives: 15/w, decision: 1h}\n"                  \
    "  - {id: principle, at: north, arrives: 1/w, decided-in: group, decision: 12min}\n" \
    "assume: {administration: 0, contact-per-report: 0, contact-minimum: 0}\n"

struct lab {
    struct spenn_model model;
    struct spenn_scenario scenario;
    struct spenn_study study;
    struct spenn_error err;
};

/* `body` follows id and model of a scenario. */
static inline bool lab_try(
    struct lab *lab, const char *body, const struct spenn_study_options *options)
{
    *lab = (struct lab){0};
    tiny_model(LAB_MODEL, &lab->model);
    struct spenn_arena memory = {0};
    const char *text = spenn_arena_format(
        &memory, "spenn: scenario/1\nid: try\nmodel: lab.yaml\n%s", body);
    const struct spenn_value *document = tiny_value(text, &lab->scenario.memory);
    bool ok = spenn_scenario_build(document, "tiny.yaml", &lab->scenario, &lab->err)
        && spenn_study_run(&lab->scenario, &lab->model, options, &lab->study, &lab->err);
    spenn_arena_free(&memory);
    return ok;
}

static inline void lab_run(
    struct lab *lab, const char *body, const struct spenn_study_options *options)
{
    if (!lab_try(lab, body, options)) {
        spenn_error_print(&lab->err, stderr);
        fail_msg("the scenario does not run:\n%s", body);
    }
}

static inline void lab_free(struct lab *lab)
{
    spenn_study_free(&lab->study);
    spenn_scenario_free(&lab->scenario);
    spenn_model_free(&lab->model);
    spenn_error_free(&lab->err);
}

/* The row of results with these, the test fails without one. */
static inline int32_t lab_row(const struct lab *lab, int32_t alternative,
    const char *point, const char *measure, const char *subject)
{
    const struct spenn_study_rows *rows = &lab->study.rows;
    for (int32_t i = 0; i < rows->count; i++) {
        if (rows->alternative[i] == alternative && strcmp(rows->point[i], point) == 0
            && strcmp(rows->measure[i]->id, measure) == 0
            && strcmp(rows->subject[i], subject) == 0) {
            return i;
        }
    }
    fail_msg("no row %d '%s' %s %s", alternative, point, measure, subject);
    return -1;
}

#endif
