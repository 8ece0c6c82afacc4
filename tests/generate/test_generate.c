/* SPDX-License-Identifier: MIT
 * Models made by `spenn init --like`: valid, as large as asked, able to carry their work,
 * with the spans of the corpus. */
#include "unit.h"

#include "generate.h"
#include "near.h"
#include "sim.h"
#include "tiny.h"

#include <stdlib.h>
#include <string.h>

static struct made {
    struct spenn_model m;
    struct spenn_generated files;
    struct spenn_arena memory;
    char problems[400];
} made;

static bool make(const struct spenn_recipe *recipe)
{
    struct spenn_error err = {0};
    made = (struct made){0};
    struct spenn_assumptions assume = tiny_assumptions(&made.memory);
    bool ok = spenn_generate(recipe, &assume, &made.memory, &made.files, &err);
    FILE *out = fmemopen(made.problems, sizeof made.problems, "w");
    spenn_error_print(&err, out);
    (void)fclose(out);
    spenn_error_free(&err);
    if (ok) {
        tiny_model(made.files.model, &made.m);
    }
    return ok;
}

static void done(void)
{
    spenn_model_free(&made.m);
    spenn_arena_free(&made.memory);
}

static int32_t count_kind(int32_t kind)
{
    int32_t count = 0;
    for (spenn_id u = 0; u < made.m.units.count; u++) {
        count += made.m.units.kind[u] == kind;
    }
    return count;
}

static void assert_loads_in_range(const struct spenn_recipe *recipe)
{
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&made.m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    int32_t busy = 0;
    for (int32_t i = 0; i < flows->count; i++) {
        double load = flows->utilisation[i];
        busy += load > 0;
        if (flows->overloaded[i] || (load > 0 && !(load >= 0.3 && load <= 0.9))) {
            fail_msg("%s, seed %d: '%s' has %.2f taken", recipe->like, (int)recipe->seed,
                flows->subject[i], load);
        }
    }
    assert_true(busy > made.m.units.count / 2);
    spenn_sim_plan_free(plan);
}

/* Also a scenario that can be applied. */
static void assert_scenario_reads(void)
{
    struct spenn_arena memory = {0};
    const struct spenn_value *scenario = tiny_value(made.files.scenario, &memory);
    assert_string_equal(spenn_value_get(scenario, "model")->text, "model.yaml");
    spenn_arena_free(&memory);
}

static void every_kind_of_every_size_can_carry_its_work(void **state)
{
    (void)state;
    static const struct spenn_recipe recipes[] = {
        {.like = "two-level"},
        {.like = "sector"},
        {.like = "work-team"},
        {.like = "hybrid"},
        {.like = "directorate"},
        {.like = "two-level", .units = 4, .sectors = 2},
        {.like = "two-level", .units = 36, .sectors = 6},
        {.like = "two-level", .units = 250, .sectors = 12},
        {.like = "work-team", .units = 72, .sectors = 5},
        {.like = "sector", .units = 114, .sectors = 11},
        {.like = "sector", .units = 8, .sectors = 4},
        {.like = "hybrid", .units = 60, .sectors = 7},
        {.like = "hybrid", .units = 20, .sectors = 3, .size = 150},
        {.like = "two-level", .units = 30, .size = 300},
        {.like = "directorate", .regions = 2, .departments = 2},
        {.like = "directorate", .regions = 19, .departments = 6},
        {.like = "directorate", .regions = 6, .departments = 4, .size = 300},
        {.like = "directorate", .regions = 5, .size = 200, .depth = 6},
        {.like = "ministries"},
        {.like = "ministries", .sectors = 3, .units = 3},
        {.like = "ministries", .sectors = 5, .units = 20, .regions = 4},
        {.like = "ministries", .sectors = 20, .units = 60, .regions = 15},
        {.like = "ministries", .sectors = 4, .size = 120},
    };
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++) {
        for (uint64_t seed = 1; seed <= 3; seed++) {
            struct spenn_recipe recipe = recipes[i];
            recipe.seed = seed;
            if (!make(&recipe)) {
                fail_msg("%s", made.problems);
            }
            assert_loads_in_range(&recipe);
            assert_scenario_reads();
            done();
        }
    }
}

static void what_is_asked_for_is_made(void **state)
{
    (void)state;
    assert_true(make(&(struct spenn_recipe){
        .like = "two-level", .units = 36, .sectors = 6, .seed = 7}));
    assert_int_equal(count_kind(SPENN_RESULT_UNIT), 36);
    const char *seen[36];
    int32_t sectors = 0;
    for (spenn_id u = 0; u < made.m.units.count; u++) {
        int32_t s = 0;
        const char *sector = made.m.units.sector[u];
        while (sector && s < sectors && strcmp(seen[s], sector) != 0) {
            s++;
        }
        if (sector && s == sectors) {
            seen[sectors++] = sector;
        }
    }
    assert_int_equal(sectors, 6);
    done();
    assert_true(make(&(struct spenn_recipe){
        .like = "directorate", .regions = 7, .departments = 3, .size = 123, .seed = 7}));
    assert_int_equal(count_kind(SPENN_REGION), 7);
    assert_int_equal(made.m.units.count, 123);
    done();
}

/* What the other kinds have not: the ladder, a role, letters. */
static void ministries_have_matters_that_none_settles_alone(void **state)
{
    (void)state;
    assert_true(make(&(struct spenn_recipe){
        .like = "ministries", .sectors = 6, .units = 10, .regions = 2, .seed = 7}));
    assert_int_equal(count_kind(SPENN_EXECUTIVE), 7);
    assert_int_equal(count_kind(SPENN_DEPARTMENT), 10);
    assert_int_equal(count_kind(SPENN_REGION), 2);
    assert_int_equal(made.m.form, SPENN_FORM_MINISTRIES);
    int32_t simple = 0, wicked = 0, roles = 0, agencies[6] = {0};
    for (spenn_id t = 0; t < made.m.tasks.count; t++) {
        simple += made.m.tasks.coordinates[t] && made.m.coordinations.step[t] == 1;
        wicked += made.m.tasks.coordinates[t] && made.m.coordinations.step[t] == 4;
    }
    for (spenn_id u = 0; u < made.m.units.count; u++) {
        bool agency = made.m.units.kind[u] == SPENN_DEPARTMENT;
        roles += made.m.units.coordination[u].ambition > 0;
        if (agency) {
            agencies[made.m.units.parent[u] - 1]++;
        }
    }
    assert_int_equal(simple, 1);
    assert_int_equal(wicked, 1);
    assert_int_equal(roles, 1);
    for (int32_t i = 0; i < 6; i++) {
        assert_true(agencies[i] >= 1);
    }
    assert_true(made.m.lines.count > 0);
    done();
}

static void a_seed_gives_the_same_bytes_and_another_gives_others(void **state)
{
    (void)state;
    struct spenn_recipe recipe = {.like = "sector", .units = 40, .size = 120, .seed = 3};
    char *text[3];
    for (int32_t i = 0; i < 3; i++) {
        recipe.seed = i == 2 ? 4 : 3;
        assert_true(make(&recipe));
        text[i] = strdup(strchr(made.files.model, '\n'));
        done();
    }
    char *after = strstr(text[2], "units:"), *same = strstr(text[1], "units:");
    assert_string_equal(text[0], text[1]);
    assert_string_not_equal(after, same);
    for (int32_t i = 0; i < 3; i++) {
        free(text[i]);
    }
}

static int ascending(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

enum { seeds = 40, most_managers = 20000 };

/* Mean 4.44, median 4, ninth decile 8 over the managers of 40 trees; one in 67 teams has
 * no leader. */
static void spans_and_vacancies_are_those_of_the_corpus(void **state)
{
    (void)state;
    static int32_t span[most_managers];
    int32_t managers = 0, teams = 0, vacant = 0;
    double sum = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        if (!make(&(struct spenn_recipe){
                .like = "directorate", .size = 500, .seed = seed})) {
            fail_msg("%s", made.problems);
        }
        struct spenn_arena scratch = {0};
        struct spenn_children children = spenn_model_children(&made.m, &scratch);
        for (spenn_id u = 1; u < made.m.units.count; u++) {
            int32_t reports = children.first[u + 1] - children.first[u];
            if (reports > 0) {
                assert_true(managers < most_managers);
                span[managers++] = reports;
                sum += reports;
            }
            teams += made.m.units.kind[u] == SPENN_TEAM;
            vacant += made.m.units.status[u] == SPENN_STATUS_VACANT;
        }
        spenn_arena_free(&scratch);
        done();
    }
    qsort(span, (size_t)managers, sizeof *span, ascending);
    assert_true(managers > 4000);
    assert_near(sum / managers, 4.44, 0.05);
    assert_int_equal(span[managers / 2], 4);
    assert_int_equal(span[managers * 9 / 10], 8);
    double expected = 0.015 * teams;
    assert_true(fabs(vacant - expected) < 4 * sqrt(expected * 0.985));
}

static void a_tree_has_the_layers_asked_for_else_four(void **state)
{
    (void)state;
    static const struct {
        int32_t size, depth, layers;
    } trees[] = {{100, 0, 4}, {100, 5, 5}, {50, 3, 3}, {600, 0, 5}};
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        assert_true(make(&(struct spenn_recipe){.like = "directorate",
            .size = trees[i].size,
            .depth = trees[i].depth,
            .seed = 2}));
        int32_t layers = 0;
        for (spenn_id u = 0; u < made.m.units.count; u++) {
            int32_t depth = 1;
            for (spenn_id v = u; made.m.units.parent[v] != SPENN_NONE; depth++) {
                v = made.m.units.parent[v];
            }
            layers = depth > layers ? depth : layers;
        }
        assert_int_equal(layers, trees[i].layers);
        done();
    }
}

static void numbers_that_do_not_go_together_are_refused(void **state)
{
    (void)state;
    static const struct {
        struct spenn_recipe recipe;
        const char *problem;
    } bad[] = {
        {{.like = "two-levl"},
            "spenn: --like knows no 'two-levl'; did you mean 'two-level'?\n"},
        {{.like = "x"},
            "spenn: --like knows no 'x'; there are two-level, sector, work-team, "
            "hybrid, directorate and ministries, and as networks random, local-team, "
            "interdivisional, core-periphery and multiscale\n"},
        {{.like = "ministries", .sectors = 2},
            "spenn: --sectors must be 3 to 20, not 2\n"},
        {{.like = "ministries", .sectors = 8, .units = 7},
            "spenn: --units must be 8 to 60, not 7\n"},
        {{.like = "ministries", .departments = 7},
            "spenn: --like ministries has no --departments\n"},
        {{.like = "sector", .units = 5, .sectors = 3},
            "spenn: --units must be 6 to 250, not 5\n"},
        {{.like = "sector", .sectors = 1}, "spenn: --sectors must be 2 to 12, not 1\n"},
        {{.like = "directorate", .regions = 61},
            "spenn: --regions must be 2 to 60, not 61\n"},
        {{.like = "directorate", .size = 20},
            "spenn: --size 20 leaves no unit below each of the 10\n"},
        {{.like = "directorate", .size = 300, .depth = 3},
            "spenn: --depth 3 is too few layers for --size 300 at a span of 4.4\n"},
        {{.like = "directorate", .size = 300, .depth = 30},
            "spenn: --depth must be at most 14\n"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(make(&bad[i].recipe));
        assert_string_equal(made.problems, bad[i].problem);
        done();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_every_size_can_carry_its_work),
        cmocka_unit_test(what_is_asked_for_is_made),
        cmocka_unit_test(ministries_have_matters_that_none_settles_alone),
        cmocka_unit_test(a_seed_gives_the_same_bytes_and_another_gives_others),
        cmocka_unit_test(spans_and_vacancies_are_those_of_the_corpus),
        cmocka_unit_test(a_tree_has_the_layers_asked_for_else_four),
        cmocka_unit_test(numbers_that_do_not_go_together_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
