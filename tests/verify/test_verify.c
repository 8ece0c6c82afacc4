/* SPDX-License-Identifier: MIT
 * What every case is like, without running them (tests/verify.cmake runs all), and what
 * becomes of one that asks for something that is not there. */
#include "unit.h"

#include "verify.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { widest_name = 32 }; /* columns of the table */

struct names { /* "group/name" of every case */
    const char *name[4096];
    int32_t count;
    struct spenn_arena memory;
};

static void add(struct names *names, const char *group, const char *name)
{
    assert_true(*name && strlen(name) <= widest_name);
    const char *whole = spenn_arena_format(&names->memory, "%s/%s", group, name);
    for (int32_t i = 0; i < names->count; i++) {
        assert_string_not_equal(names->name[i], whole);
    }
    assert_true(names->count < 4096);
    names->name[names->count++] = whole;
}

static void add_experiments(struct names *names, const struct spenn_verify_suite *suite)
{
    for (int32_t e = 0; e < suite->experiments; e++) {
        const struct spenn_verify_experiment *experiment = &suite->experiment[e];
        assert_true(experiment->replications >= 30);
        for (int32_t i = 0; i < experiment->count; i++) {
            add(names, suite->group, experiment->seen[i].name);
            assert_true(experiment->source || experiment->seen[i].source);
        }
    }
}

static void every_case_has_a_name_of_its_own_and_a_source(void **context)
{
    (void)context;
    static struct names names;
    for (int32_t s = 0; s < spenn_verify_suite_count; s++) {
        const struct spenn_verify_suite *suite = spenn_verify_suites[s];
        for (int32_t i = 0; i < suite->calls; i++) {
            add(&names, suite->group, suite->call[i].name);
            assert_true(suite->call[i].source && *suite->call[i].source);
            assert_true(suite->call[i].tolerance > 0.0);
        }
        for (int32_t i = 0; i < suite->rests; i++) {
            add(&names, suite->group, suite->rest[i].name);
            assert_true(suite->rest[i].source && *suite->rest[i].source);
        }
        add_experiments(&names, suite);
    }
    spenn_arena_free(&names.memory);
}

static void suites_of_a_group_stand_side_by_side(void **context)
{
    (void)context;
    for (int32_t s = 1; s < spenn_verify_suite_count; s++) {
        const char *group = spenn_verify_suites[s]->group;
        for (int32_t before = 0; before + 1 < s; before++) {
            assert_true(strcmp(spenn_verify_suites[before]->group, group) != 0
                || strcmp(spenn_verify_suites[s - 1]->group, group) == 0);
        }
    }
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

static void the_documentation_names_every_group_and_what_is_out_of_scope(void **context)
{
    (void)context;
    char line[512], *text = documentation();
    for (int32_t i = 0; i < spenn_verify_suite_count; i++) {
        (void)snprintf(line, sizeof line, "\n| `%s` | ", spenn_verify_suites[i]->group);
        assert_non_null(strstr(text, line));
    }
    for (int32_t i = 0; i < spenn_verify_absence_count; i++) {
        (void)snprintf(line, sizeof line, "| %s | %s |\n", spenn_verify_absences[i].what,
            spenn_verify_absences[i].why);
        assert_non_null(strstr(text, line));
    }
    free(text);
}

static double half(double x)
{
    return x / 2.0;
}

static const struct spenn_verify_seen seen[] = {
    {.name = "cases", .slot = {"cases", NULL}, .expected = {.x = {220.0}}},
    {.name = "formula", .slot = {"cases", NULL}, .expected = {.f1 = half, .x = {440.0}}},
    {.name = "wrong", .slot = {"cases", NULL}, .expected = {.x = {440.0}}},
    {.name = "absent", .slot = {"desk-wait", "nobody"}, .expected = {.x = {0.0}}},
};

static void run(const struct spenn_verify_experiment *experiment, int32_t jobs,
    struct spenn_verification *v)
{
    struct spenn_study_options study = {.jobs = jobs};
    struct spenn_verify_options options = {.effort = 2, .study = &study};
    struct spenn_verify_suite suite = {.group = "own"};
    struct spenn_verify_place place = {&suite, experiment, 0, 60};
    struct spenn_error err = {0};
    assert_true(spenn_verify_experiment_run(&options, &place, v, &err));
}

static void a_case_fails_when_it_is_far_or_nothing_was_seen(void **context)
{
    (void)context;
    struct spenn_verify_experiment experiment = {
        "mm1", 0, 100, 30, 4, seen, "own", {{0, NULL}}};
    struct spenn_verification v = {0}, again = {0};
    run(&experiment, 1, &v);
    assert_int_equal(v.count, 4);
    assert_string_equal(v.row[1].name, "own/formula");
    assert_true(v.row[0].engine && v.row[0].passed && v.row[1].passed);
    assert_true(!v.row[2].passed && v.row[2].error > 4.0);
    assert_true(!v.row[3].passed && isnan(v.row[3].observed));
    assert_int_equal(spenn_verify_failed(&v), 2);
    assert_int_equal(v.replications, 60);
    assert_true(v.cases == (int64_t)(60 * v.row[0].observed + 0.5));
    run(&experiment, 3, &again);
    assert_memory_equal(&again.row[0].observed, &v.row[0].observed, sizeof(double));
    spenn_verification_free(&again);
    spenn_verification_free(&v);
}

static void a_model_that_is_not_there_is_an_error(void **context)
{
    (void)context;
    struct spenn_study_options study = {.jobs = 1};
    struct spenn_verify_options options = {.effort = 1, .study = &study};
    struct spenn_verify_suite suite = {.group = "own"};
    struct spenn_verify_experiment experiment = {
        "none", 0, 1, 2, 1, seen, "own", {{0, NULL}}};
    struct spenn_verify_place place = {&suite, &experiment, 0, 2};
    struct spenn_verification v = {0};
    struct spenn_error err = {0};
    assert_false(spenn_verify_experiment_run(&options, &place, &v, &err));
    spenn_error_free(&err);
    spenn_verification_free(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_has_a_name_of_its_own_and_a_source),
        cmocka_unit_test(suites_of_a_group_stand_side_by_side),
        cmocka_unit_test(the_documentation_names_every_group_and_what_is_out_of_scope),
        cmocka_unit_test(a_case_fails_when_it_is_far_or_nothing_was_seen),
        cmocka_unit_test(a_model_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
