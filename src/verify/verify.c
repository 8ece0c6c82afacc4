/* SPDX-License-Identifier: MIT
 * The list of suites, and the cases that call functions. */
#include "verify.h"

#include "suite.h"

#include <math.h>
#include <string.h>

#define LISTED(name) &spenn_verify_##name,
const struct spenn_verify_suite *const spenn_verify_suites[] = {
    SPENN_VERIFY_SUITES(LISTED)};
#undef LISTED
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

static int32_t replications(const struct spenn_verify_options *options)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < spenn_verify_suite_count; i++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[i];
        for (int32_t e = 0; asked_for(suite, options->group) && e < suite->experiments;
             e++) {
            sum += suite->experiment[e].replications * options->effort;
        }
    }
    return sum;
}

bool spenn_verify_run(const struct spenn_verify_options *options,
    struct spenn_verification *verification, struct spenn_error *err)
{
    struct spenn_verify_place place = {.planned = replications(options)};
    bool ok = true;
    for (int32_t i = 0; ok && i < spenn_verify_suite_count; i++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[i];
        if (!asked_for(suite, options->group)) {
            continue;
        }
        run_calls(suite, verification);
        ok = spenn_verify_rest_run(suite, verification, err);
        place.suite = suite;
        for (int32_t e = 0; ok && e < suite->experiments; e++) {
            place.experiment = &suite->experiment[e];
            ok = spenn_verify_experiment_run(options, &place, verification, err);
            place.done += place.experiment->replications * options->effort;
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
