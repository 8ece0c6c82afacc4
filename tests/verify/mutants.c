/* SPDX-License-Identifier: MIT
 * The cases of spenn verify on engines with one deliberate fault each (src/sim/mutant.h):
 * every fault is caught by the case that docs/verification.md names, with room to spare,
 * and every case through the engine catches some fault. */
#include "unit.h"

#include "mutant.h"
#include "verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum spenn_mutant spenn_mutant;

#define FAULT(name, fault) {#name, fault},
static const struct {
    const char *name, *fault;
} mutants[] = {{NULL, NULL}, SPENN_MUTANT_LIST(FAULT)};

static const double wide = 6.0; /* standard errors by which a fault is caught */

/* The first trial of a fault names the case of the documentation. */
static const struct trial {
    enum spenn_mutant mutant;
    const char *caught_by;
} trials[] = {
#define TRIAL(name, caught_by) {SPENN_MUTANT_##name, caught_by},
#include "mutants.inc"
#undef TRIAL
};
enum { trial_count = sizeof trials / sizeof *trials };

static bool is_case(
    const struct spenn_verify_suite *suite, const char *seen, const char *name)
{
    size_t length = strlen(suite->group);
    return strncmp(name, suite->group, length) == 0 && name[length] == '/'
        && strcmp(name + length + 1, seen) == 0;
}

static bool has(const struct spenn_verify_suite *suite,
    const struct spenn_verify_experiment *experiment, const char *name)
{
    bool found = false;
    for (int32_t i = 0; i < experiment->count; i++) {
        found = found || is_case(suite, experiment->seen[i].name, name);
    }
    return found;
}

static struct spenn_verify_place find(const char *name)
{
    struct spenn_verify_place place = {NULL, NULL, 0, 0};
    for (int32_t s = 0; s < spenn_verify_suite_count; s++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[s];
        for (int32_t e = 0; e < suite->experiments; e++) {
            if (has(suite, &suite->experiment[e], name)) {
                place.suite = suite;
                place.experiment = &suite->experiment[e];
            }
        }
    }
    if (!place.suite) {
        fail_msg("no case '%s'", name);
    }
    return place;
}

static void run(struct spenn_verify_place place, enum spenn_mutant mutant,
    struct spenn_verification *verification)
{
    struct spenn_error err = {0};
    struct spenn_study_options study = {.jobs = 0};
    struct spenn_verify_options options = {.effort = 1, .study = &study};
    spenn_mutant = mutant;
    bool ok = spenn_verify_experiment_run(&options, &place, verification, &err);
    spenn_mutant = SPENN_MUTANT_NONE;
    assert_true(ok);
}

static const char *caught[8192]; /* names of cases that failed, in `memory` */
static int32_t caught_count;
static struct spenn_arena memory;

static void note(const struct spenn_verification *verification)
{
    for (int32_t i = 0; i < verification->count; i++) {
        if (!verification->row[i].passed) {
            assert_true(caught_count < 8192);
            caught[caught_count++] =
                spenn_arena_format(&memory, "%s", verification->row[i].name);
        }
    }
}

static void every_fault_is_caught_by_its_case(void **context)
{
    (void)context;
    int32_t missed = 0;
    for (int32_t k = 0; k < trial_count; k++) {
        struct spenn_verification verification = {0};
        run(find(trials[k].caught_by), trials[k].mutant, &verification);
        note(&verification);
        for (int32_t i = 0; i < verification.count; i++) {
            const struct spenn_verify_row *row = &verification.row[i];
            if (strcmp(row->name, trials[k].caught_by) == 0 && !(row->error >= wide)) {
                print_message("%s is not caught by %s: z %.2f\n",
                    mutants[trials[k].mutant].name, row->name, row->error);
                missed += !(row->observed != row->observed); /* nothing seen: caught */
            }
        }
        spenn_verification_free(&verification);
    }
    assert_int_equal(missed, 0);
}

static bool has_failed(const struct spenn_verify_suite *suite, const char *seen)
{
    bool failed = false;
    for (int32_t i = 0; i < caught_count; i++) {
        failed = failed || is_case(suite, seen, caught[i]);
    }
    return failed;
}

static int32_t blind(const struct spenn_verify_suite *suite,
    const struct spenn_verify_experiment *experiment)
{
    int32_t count = 0;
    for (int32_t i = 0; i < experiment->count; i++) {
        if (!has_failed(suite, experiment->seen[i].name)) {
            print_message("%s/%s catches no fault that was tried on %s\n", suite->group,
                experiment->seen[i].name, experiment->model);
            count++;
        }
    }
    return count;
}

static void every_case_catches_a_fault(void **context)
{
    (void)context;
    int32_t count = 0;
    for (int32_t s = 0; s < spenn_verify_suite_count; s++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[s];
        for (int32_t e = 0; e < suite->experiments; e++) {
            count += blind(suite, &suite->experiment[e]);
        }
    }
    assert_int_equal(count, 0);
}

static const char *first_trial(int32_t mutant)
{
    for (int32_t k = 0; k < trial_count; k++) {
        if (trials[k].mutant == (enum spenn_mutant)mutant) {
            return trials[k].caught_by;
        }
    }
    fail_msg("no case is tried with the fault %s", mutants[mutant].name);
    return NULL;
}

static char *documentation(void)
{
    FILE *file = fopen(SPENN_SOURCE "/docs/verification.md", "r");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    (void)fclose(file);
    return text;
}

static void the_documentation_names_each_fault_and_its_case(void **context)
{
    (void)context;
    char *text = documentation();
    int32_t missing = 0;
    for (int32_t mutant = 1; mutant < SPENN_MUTANT_COUNT; mutant++) {
        char line[256];
        (void)snprintf(line, sizeof line, "| `%s` | %s | `%s` |\n", mutants[mutant].name,
            mutants[mutant].fault, first_trial(mutant));
        if (!strstr(text, line)) {
            print_message("%s", line);
            missing++;
        }
    }
    free(text);
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_caught_by_its_case),
        cmocka_unit_test(every_case_catches_a_fault),
        cmocka_unit_test(the_documentation_names_each_fault_and_its_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
