/* SPDX-License-Identifier: MIT
 * The list of suites, and the cases that call functions. */
#include "verify.h"

#include "suite.h"

#include <math.h>
#include <string.h>

const struct spenn_verify_suite *const spenn_verify_suites[] = {
    &spenn_verify_queue,
    &spenn_verify_queue_laws,
    &spenn_verify_queue_forms,
    &spenn_verify_meeting,
    &spenn_verify_meeting_grid,
    &spenn_verify_meeting_forms,
    &spenn_verify_network,
    &spenn_verify_network_returns,
    &spenn_verify_network_forms,
    &spenn_verify_patience,
    &spenn_verify_architecture,
    &spenn_verify_committees,
    &spenn_verify_screening,
    &spenn_verify_ladder,
    &spenn_verify_bond,
    &spenn_verify_congestion,
    &spenn_verify_flows,
    &spenn_verify_rework,
    &spenn_verify_rework_forms,
    &spenn_verify_knowledge,
    &spenn_verify_hierarchy,
    &spenn_verify_practice,
    &spenn_verify_graph,
    &spenn_verify_leavitt,
    &spenn_verify_voting,
    &spenn_verify_size,
    &spenn_verify_selection,
    &spenn_verify_output,
    &spenn_verify_sensitivity,
};
const int32_t spenn_verify_suite_count = SPENN_COUNT(spenn_verify_suites);

struct spenn_verify_row *spenn_verify_add(
    struct spenn_verification *verification, const char *group, const char *name)
{
    if (verification->count == verification->room) {
        int32_t room = verification->room ? verification->room * 2 : 256;
        verification->row = spenn_arena_grow(&verification->memory, verification->row,
            (size_t)verification->room, (size_t)room, sizeof *verification->row);
        verification->room = room;
    }
    struct spenn_verify_row *row = &verification->row[verification->count++];
    *row = (struct spenn_verify_row){.group = group};
    row->name = spenn_arena_format(&verification->memory, "%s/%s", group, name);
    return row;
}

static void run_calls(
    const struct spenn_verify_suite *suite, struct spenn_verification *verification)
{
    for (int32_t i = 0; i < suite->calls; i++) {
        const struct spenn_verify_call *call = &suite->call[i];
        struct spenn_verify_row *row =
            spenn_verify_add(verification, suite->group, call->name);
        row->expected = call->expected;
        row->observed = spenn_formula_value(&call->formula);
        row->error = fabs(row->observed - row->expected);
        row->error /= call->relative ? fabs(row->expected) : 1.0;
        row->tolerance = call->tolerance;
        row->source = call->source;
        row->passed = row->error < row->tolerance;
    }
}

const char *spenn_verify_groups(struct spenn_arena *memory, const char *group)
{
    const char *list = "", *last = "";
    for (int32_t i = 0; group && i < spenn_verify_suite_count; i++) {
        const char *name = spenn_verify_suites[i]->group;
        if (strcmp(name, group) == 0) {
            return NULL;
        }
        if (strcmp(name, last) != 0) { /* suites of a group stand side by side */
            list = spenn_arena_format(memory, "%s%s%s", list, *list ? ", " : "", name);
        }
        last = name;
    }
    return group ? list : NULL;
}

static bool asked_for(const struct spenn_verify_suite *suite, const char *group)
{
    return !group || strcmp(group, suite->group) == 0;
}

static int32_t replications(const char *group)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < spenn_verify_suite_count; i++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[i];
        for (int32_t e = 0; asked_for(suite, group) && e < suite->experiments; e++) {
            sum += suite->experiment[e].replications;
        }
    }
    return sum;
}

bool spenn_verify_run(const char *group, const struct spenn_study_options *options,
    struct spenn_verification *verification, struct spenn_error *err)
{
    struct spenn_verify_progress progress = {options, 0, replications(group)};
    bool ok = true;
    for (int32_t i = 0; ok && i < spenn_verify_suite_count; i++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[i];
        if (!asked_for(suite, group)) {
            continue;
        }
        run_calls(suite, verification);
        ok = spenn_verify_rest_run(suite, verification, err);
        for (int32_t e = 0; ok && e < suite->experiments; e++) {
            ok = spenn_verify_experiment_run(
                suite, &suite->experiment[e], &progress, verification, err);
            progress.done += suite->experiment[e].replications;
        }
    }
    return ok;
}

int32_t spenn_verify_failed(const struct spenn_verification *verification)
{
    int32_t failed = 0;
    for (int32_t i = 0; i < verification->count; i++) {
        failed += !verification->row[i].passed;
    }
    return failed;
}

void spenn_verification_free(struct spenn_verification *verification)
{
    spenn_arena_free(&verification->memory);
    *verification = (struct spenn_verification){0};
}
