/* SPDX-License-Identifier: MIT
 * The table as a whole, and the law that row order means nothing. */
#include "small.h"

static void every_measure_says_what_it_is(void **state)
{
    (void)state;
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        const struct spenn_measure *measure = &spenn_rest_measures[i];
        assert_true(measure->formula[0] && measure->source[0]);
        assert_true(measure->title_nb[0] && measure->title_en[0]);
        assert_true(measure->class == SPENN_CLASS_STRUCTURE
            || measure->class == SPENN_CLASS_BUILT_IN);
        assert_ptr_equal(spenn_rest_measure(measure->id), measure);
    }
    assert_null(spenn_rest_measure("humør"));
}

static bool speaks_of_goals(const char *text)
{
    static const char *const words[] = {
        "goal", "attain", "quality", "success", "effective", "best", "måloppnå"};
    for (size_t i = 0; text && i < sizeof words / sizeof *words; i++) {
        if (strstr(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* C187: structure alone does not say how well goals are attained, so nothing here does.
 */
static void no_measure_and_no_finding_speaks_of_goals_attained(void **state)
{
    (void)state;
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        const struct spenn_measure *measure = &spenn_rest_measures[i];
        assert_false(speaks_of_goals(measure->id) || speaks_of_goals(measure->title_en)
            || speaks_of_goals(measure->title_nb));
    }
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        const struct spenn_finding_rule *rule = &spenn_finding_rules[i];
        assert_false(speaks_of_goals(rule->id) || speaks_of_goals(rule->title_en)
            || speaks_of_goals(rule->title_nb));
    }
}

/* A model with everything a measure looks at: units, second lines, forums, contacts. */
static void full_model(struct spenn_model *m)
{
    uint64_t random = 7;
    for (spenn_id u = 0; u < 60; u++) {
        int32_t kind =
            u == 0 ? SPENN_EXECUTIVE : SPENN_DEPARTMENT + small_random(&random, 6);
        small_unit(m, NULL, kind, u == 0 ? SPENN_NONE : small_random(&random, u));
        m->units.fte[u] = 0.5 * small_random(&random, 40);
        m->units.sector[u] = small_random(&random, 2) ? "skole" : "helse";
    }
    for (int32_t i = 0; i < 8; i++) {
        small_line(m, SPENN_LINE_PROFESSIONAL + small_random(&random, 3),
            small_random(&random, 60), small_random(&random, 60));
        small_contact(m, small_random(&random, 60), small_random(&random, 60), 26);
        spenn_id f = small_forum(m, i % 4, small_random(&random, 60), 6 + i);
        for (spenn_id u = i; u < 60; u += 9) {
            if (u != m->forums.chair[f]) {
                small_member(m, f, u);
            }
        }
    }
    m->assume.value[SPENN_CONTACT_MEETS] = 1.0 / 75;
}

/* The same model with unit u in row to[u]. */
static void relabel(
    const struct spenn_model *from, const spenn_id *to, struct spenn_model *m)
{
    spenn_model_copy(from, m);
    for (spenn_id u = 0; u < from->units.count; u++) {
        spenn_id v = to[u], above = from->units.parent[u];
        m->units.id[v] = from->units.id[u];
        m->units.kind[v] = from->units.kind[u];
        m->units.fte[v] = from->units.fte[u];
        m->units.sector[v] = from->units.sector[u];
        m->units.parent[v] = above == SPENN_NONE ? SPENN_NONE : to[above];
    }
    for (int32_t i = 0; i < from->lines.count; i++) {
        m->lines.from[i] = to[from->lines.from[i]];
        m->lines.to[i] = to[from->lines.to[i]];
        m->contacts.a[i] = to[from->contacts.a[i]];
        m->contacts.b[i] = to[from->contacts.b[i]];
    }
    for (int32_t i = 0; i < from->members.count; i++) {
        m->members.unit[i] = to[from->members.unit[i]];
    }
    for (spenn_id f = 0; f < from->forums.count; f++) {
        m->forums.chair[f] = to[from->forums.chair[f]];
    }
}

static void relabelling_units_changes_no_number(void **state)
{
    (void)state;
    struct spenn_model a = {0}, b = {0};
    full_model(&a);
    spenn_id to[60];
    for (spenn_id u = 0; u < 60; u++) {
        to[u] = (u * 37 + 11) % 60;
    }
    relabel(&a, to, &b);
    struct spenn_arena memory = {0};
    struct spenn_results before = {0}, after = {0};
    struct spenn_error err = {0};
    assert_true(spenn_measure_fill(&a, NULL, &memory, &before, &err));
    assert_true(spenn_measure_fill(&b, NULL, &memory, &after, &err));
    assert_int_equal(before.count, after.count);
    for (int32_t i = 0; i < before.count; i++) {
        bool whole = before.over[i] == SPENN_OVER_WHOLE;
        int32_t j = spenn_results_find(
            &after, before.measure[i]->id, whole ? NULL : before.subject[i]);
        assert_true(j >= 0);
        if (isnan(before.value[i])) {
            assert_true(isnan(after.value[j]));
        } else {
            assert_near(after.value[j], before.value[i], 1e-9);
        }
    }
    spenn_arena_free(&memory);
    spenn_model_free(&a);
    spenn_model_free(&b);
}

static void asking_for_one_measure_fills_only_that(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    small_tree(&m, 2, 3);
    const struct spenn_measure *layer = spenn_rest_measure("layer");
    assert_true(spenn_measure_fill(&m, layer, &memory, &results, &err));
    assert_int_equal(results.count, 7);
    assert_ptr_equal(results.measure[6], layer);
    assert_string_equal(results.subject[6], "u6");
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

static void a_model_without_forums_or_units_gives_no_rows_of_them(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    assert_true(spenn_measure_fill(&m, NULL, &memory, &results, &err));
    assert_int_equal(results.count, 0);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_says_what_it_is),
        cmocka_unit_test(no_measure_and_no_finding_speaks_of_goals_attained),
        cmocka_unit_test(relabelling_units_changes_no_number),
        cmocka_unit_test(asking_for_one_measure_fills_only_that),
        cmocka_unit_test(a_model_without_forums_or_units_gives_no_rows_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
