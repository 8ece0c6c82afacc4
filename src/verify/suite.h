/* SPDX-License-Identifier: MIT
 * What the files of cases share: short rows, and the list of suites. A new file defines
 * one suite and adds a line to the list here. Inside module verify only. */
#ifndef SPENN_VERIFY_SUITE_H
#define SPENN_VERIFY_SUITE_H

#include "interval.h"
#include "verify.h"

#define SPENN_COUNT(array) ((int32_t)(sizeof(array) / sizeof *(array)))

/* Rows of an experiment: a number, or a formula (a member of struct spenn_formula and its
 * function) and its arguments. */
#define SEEN(case_name, measure_id, of, number)                                          \
    {                                                                                    \
        .name = (case_name), .slot = {measure_id, of}, .expected = {.x = {number} }      \
    }
#define SEEN_AS(case_name, measure_id, of, member, function, ...)                        \
    {                                                                                    \
        .name = (case_name), .slot = {measure_id, of}, .expected = {                     \
            .member = (function),                                                        \
            .x = {__VA_ARGS__}                                                           \
        }                                                                                \
    }
/* A call of one of our functions: what it must give, how near, who says so, and the call,
 * as in SEEN_AS. */
#define CALL(case_name, number, within, said, member, called, ...)                       \
    {                                                                                    \
        .name = (case_name), .expected = (number), .tolerance = (within),                \
        .source = (said), .formula = {                                                   \
            .member = (called),                                                          \
            .x = {__VA_ARGS__}                                                           \
        }                                                                                \
    }
/* Tolerances: counts and graphs; closed forms; a number printed with so many decimals. */
#define EXACT 1e-9
#define CLOSE 1e-6
#define PRINTED(decimals) (0.5000001 * DECIMALS_##decimals)
#define DECIMALS_1 1e-1
#define DECIMALS_2 1e-2
#define DECIMALS_3 1e-3
#define DECIMALS_4 1e-4
#define DECIMALS_5 1e-5
#define DECIMALS_6 1e-6
#define DECIMALS_7 1e-7
/* An experiment of models/verify/`file`.yaml with the rows of an array. */
#define EXPERIMENT(file, from, hours, times, rows, said)                                 \
    {                                                                                    \
        .model = (file), .warm_up = (from), .duration = (hours),                         \
        .replications = (times), .seen = (rows), .count = SPENN_COUNT(rows),             \
        .source = (said)                                                                 \
    }

/* The suites in their order, those of a group side by side. */
/* clang-format off */
#define SPENN_VERIFY_SUITES(X) \
    X(queue) \
    X(queue_laws) \
    X(queue_forms) \
    X(meeting) \
    X(meeting_grid) \
    X(meeting_forms) \
    X(network) \
    X(network_returns) \
    X(network_forms) \
    X(patience) \
    X(architecture) \
    X(committees) \
    X(screening) \
    X(ladder) \
    X(bond) \
    X(transition) \
    X(congestion) \
    X(flows) \
    X(rework) \
    X(rework_forms) \
    X(knowledge) \
    X(hierarchy) \
    X(practice) \
    X(graph) \
    X(leavitt) \
    X(voting) \
    X(size) \
    X(selection) \
    X(output) \
    X(sensitivity)
/* clang-format on */
#define SPENN_DECLARED(name) extern const struct spenn_verify_suite spenn_verify_##name;
SPENN_VERIFY_SUITES(SPENN_DECLARED)
#undef SPENN_DECLARED

/* The files of models/verify, compiled in. */
extern const struct spenn_verify_model {
    const char *name, *text;
} spenn_verify_models[]; /* ends with NULL */

bool spenn_verify_read(const char *name, struct spenn_model *m, struct spenn_error *err);
bool spenn_verify_parse(
    const char *path, const char *text, struct spenn_model *m, struct spenn_error *err);

/* One value of a measure at rest (subject NULL: the whole); NAN when there is none. */
double spenn_verify_measure(const struct spenn_model *m, const char *measure,
    const char *subject, struct spenn_error *err);

/* A new row; its error, tolerance and verdict from expected and observed. */
struct spenn_verify_row *spenn_verify_add(
    struct spenn_verification *verification, const char *group, const char *name);

/* What replications show of a row, and whether it agrees with its tolerance. */
void spenn_verify_judge(
    struct spenn_verify_row *row, const struct spenn_moments *moments);

bool spenn_verify_rest_run(const struct spenn_verify_suite *suite,
    struct spenn_verification *verification, struct spenn_error *err);

#endif
