/* SPDX-License-Identifier: MIT
 * The rows of results: which there are, and those that need no simulation. */
#include "world.h"

#include "commitment.h"

static void every_measure_says_what_it_is(void **context)
{
    (void)context;
    assert_true(spenn_sim_measure_count > 0);
    for (int32_t i = 0; i < spenn_sim_measure_count; i++) {
        const struct spenn_measure *measure = &spenn_sim_measures[i];
        assert_ptr_equal(spenn_sim_measure(measure->id), measure);
        assert_true(measure->over != 0 && measure->zone > 0.0);
        assert_true(*measure->title_nb && *measure->title_en);
        assert_true(*measure->formula && *measure->source);
    }
    assert_null(spenn_sim_measure("no-such-measure"));
}

static void a_row_is_there_for_each_subject_and_once(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    const struct spenn_results *slots = spenn_sim_slots(w.plan);
    for (int32_t i = 0; i < slots->count; i++) {
        assert_true(slots->measure[i]->over & (unsigned)slots->over[i]);
        for (int32_t j = 0; j < i; j++) {
            bool same = slots->measure[i] == slots->measure[j]
                && slots->over[i] == slots->over[j]
                && strcmp(slots->subject[i], slots->subject[j]) == 0;
            assert_false(same);
        }
    }
    static const char *const rows[][2] = {{"lead-time", "nord"}, {"lead-time", "vedtak"},
        {"desk-wait", "nord"}, {"desk-wait", "nord/cases"},
        {"utilisation", "nord/leader"}, {"utilisation", "gruppe"}, {"backlog", "avd-1"},
        {"inner-circle", "prinsipp"}, {"work-hours", "layer-2"},
        {"commitment", "gruppe"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(spenn_results_find(slots, rows[i][0], rows[i][1]) >= 0);
    }
    assert_int_equal(spenn_results_find(slots, "utilisation", "liten/leader"), -1);
    assert_int_equal(spenn_results_find(slots, "lead-time", "topp"), -1);
    assert_int_equal(spenn_results_find(slots, "uniformity", NULL), -1);
    world_free(&w);
}

static void only_meetings_are_known_without_simulation(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    const struct spenn_results *slots = spenn_sim_slots(w.plan);
    world_run(&w, 1, 100.0, 2000.0);
    for (int32_t i = 0; i < slots->count; i++) {
        const char *id = slots->measure[i]->id;
        bool known = strcmp(id, "meeting-hours") == 0 || strcmp(id, "commitment") == 0;
        assert_int_equal(known, !isnan(slots->value[i]));
        assert_true(!known || slots->value[i] == w.value[i]);
    }
    assert_true(near(world_value(&w, "commitment", "gruppe"), 0.6));
    /* topp and twice two leaders, 2 h, half as much again to prepare */
    assert_true(near(world_value(&w, "meeting-hours", "gruppe"), 5 * 3.0));
    assert_true(near(world_value(&w, "meeting-hours", NULL), 5 * 3.0));
    world_free(&w);
}

static void practice_has_rows_where_it_shall_be_uniform(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: r, kind: region, reports-to: topp, count: 3}\n"
             "tasks:\n  - {id: s, at: r-*, arrives: 1/w, decision: 1h}\n"
             "practice: {among: r-*}\n"));
    world_run(&w, 1, 1000.0, 8000.0);
    double uniformity = world_value(&w, "uniformity", NULL);
    double alignment = world_value(&w, "alignment", NULL);
    assert_true(isfinite(uniformity) && isfinite(alignment));
    enum { weeks = 20 };
    double weekly[(size_t)weeks * spenn_series_count] = {0};
    struct spenn_sim_run run = {1, 0, 0.0, weeks * 37.5, 0};
    (void)spenn_sim_run(w.state, &run, w.value, weekly, weeks);
    const double *ninth = &weekly[(size_t)9 * spenn_series_count];
    assert_true(ninth[SPENN_SERIES_CASES] >= 0.0);
    assert_true(isfinite(ninth[SPENN_SERIES_UNIFORMITY])
        && !isfinite(ninth[SPENN_SERIES_OWNERSHIP]));
    world_free(&w);
}

static void layers_are_counted_from_the_executive(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("form: municipality\n"
             "units:\n"
             "  - {id: styre, kind: council}\n"
             "  - {id: utvalg, kind: committee, reports-to: styre}\n"
             "  - {id: radmann, kind: executive, reports-to: styre}\n"
             "  - {id: etat, kind: department, reports-to: radmann}\n"
             "  - {id: skole, kind: result-unit, reports-to: etat}\n"));
    const int32_t expected[] = {0, 0, 1, 2, 3};
    assert_memory_equal(w.plan->layer, expected, sizeof expected);
    assert_int_equal(w.plan->layers, 4);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_says_what_it_is),
        cmocka_unit_test(a_row_is_there_for_each_subject_and_once),
        cmocka_unit_test(only_meetings_are_known_without_simulation),
        cmocka_unit_test(practice_has_rows_where_it_shall_be_uniform),
        cmocka_unit_test(layers_are_counted_from_the_executive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
