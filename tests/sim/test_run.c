/* SPDX-License-Identifier: MIT
 * What must hold of every run whatever the model: the same bytes again, common random
 * numbers, and nothing lost. */
#include "world.h"

static size_t bytes_of(const struct world *w)
{
    return (size_t)spenn_sim_slots(w->plan)->count * sizeof(double);
}

static void an_organization_without_cases_does_nothing(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, TINY("units:\n  - {id: a, kind: executive}\n"));
    world_run(&w, 1, 10.0, 1000.0);
    assert_int_equal(w.outcome.cases, 0);
    assert_int_equal(w.outcome.events, 0);
    assert_true(w.outcome.open_share == 0.0);
    assert_true(world_value(&w, "utilisation", "a") == 0.0);
    assert_true(world_value(&w, "backlog", NULL) == 0.0);
    assert_true(world_value(&w, "throughput", NULL) == 0.0);
    assert_true(isnan(world_value(&w, "lead-time", NULL)));
    world_free(&w);
}

static void a_desk_that_no_case_reaches_does_not_dilute_its_unit(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: a, kind: executive, caseworkers: 3}\n"
             "tasks:\n  - {id: t, at: a, arrives: 2.4/h, handling: 1h}\n"));
    world_run(&w, 1, 100.0, 4000.0);
    assert_true(world_value(&w, "utilisation", "a/leader") == 0.0);
    assert_true(world_value(&w, "utilisation", "a/cases") > 0.7);
    assert_true(
        world_value(&w, "utilisation", "a") == world_value(&w, "utilisation", "a/cases"));
    world_free(&w);
}

static void the_same_seed_gives_the_same_bytes_from_any_state(void **context)
{
    (void)context;
    struct world a, b;
    world_make(&a, WORLD_RICH WORLD_LADDER);
    world_make(&b, WORLD_RICH WORLD_LADDER);
    world_run(&a, 5, 500.0, 3000.0);
    world_run(&b, 6, 100.0, 4000.0); /* leaves traces, if any can be left */
    assert_memory_not_equal(a.value, b.value, bytes_of(&a));
    world_run(&b, 5, 500.0, 3000.0);
    assert_memory_equal(a.value, b.value, bytes_of(&a));
    assert_int_equal(a.outcome.events, b.outcome.events);
    world_free(&a);
    world_free(&b);
}

static void calendar_and_heap_give_the_same_bytes(void **context)
{
    (void)context;
    struct world a, b;
    world_make(&a, WORLD_RICH WORLD_LADDER);
    world_make(&b, WORLD_RICH WORLD_LADDER);
    spenn_sim_state_use_heap(b.state, true);
    for (uint64_t seed = 1; seed < 6; seed++) {
        world_run(&a, seed, 200.0, 2000.0);
        world_run(&b, seed, 200.0, 2000.0);
        assert_memory_equal(a.value, b.value, bytes_of(&a));
    }
    world_free(&a);
    world_free(&b);
}

static void replications_differ(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    struct spenn_sim_run run = {1, 0, 0.0, 500.0, 0};
    (void)spenn_sim_run(w.state, &run, w.value, NULL, 0);
    double first = world_value(&w, "lead-time", NULL);
    run.replication = 1;
    (void)spenn_sim_run(w.state, &run, w.value, NULL, 0);
    assert_true(first != world_value(&w, "lead-time", NULL));
    world_free(&w);
}

#define PART_A                                                                           \
    "  - {id: a, kind: department, caseworkers: 2}\n"                                    \
    "  - {id: sjef, kind: executive, reports-to: rot}\n"                                 \
    "  - {id: aa, kind: team, reports-to: sjef}\n"
#define TASKS_A                                                                          \
    "  - {id: sak, at: a, arrives: 1.2/h, handling: 1h, decision: 15min}\n"              \
    "  - {id: sak2, at: aa, arrives: 0.4/h, decision: 1h, beyond-authority: 50%}\n"
static const char here[] =
    TINY("units:\n  - {id: rot, kind: executive}\n" PART_A "tasks:\n" TASKS_A WORLD_FREE);
static const char elsewhere[] =
    TINY("units:\n"
         "  - {id: b, kind: department, caseworkers: 1}\n"
         "  - {id: rot, kind: executive}\n"
         "  - {id: bb, kind: department, reports-to: b, leaders: 3}\n" PART_A
         "forums:\n  - {id: mote, kind: other, chair: b, members: bb}\n"
         "tasks:\n"
         "  - {id: annet, at: [b, bb], arrives: 2/h, handling: 1h, decision: 1h,"
         " decided-in: mote, deadline: 3h, late: lapses}\n" TASKS_A WORLD_FREE);

static void nothing_that_is_not_upstream_changes_a_case(void **context)
{
    (void)context;
    struct world one, other;
    world_make(&one, here);
    world_make(&other, elsewhere);
    world_run(&one, 3, 100.0, 2000.0);
    world_run(&other, 3, 100.0, 2000.0);
    const char *const rows[][2] = {{"lead-time", "sak"}, {"lead-time", "sak2"},
        {"handling-time", "sak"}, {"desk-wait", "a/cases"}, {"desk-wait", "sjef"},
        {"utilisation", "aa"}, {"utilisation", "a/leader"}, {"throughput", "sak2"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double a = world_value(&one, rows[i][0], rows[i][1]);
        double b = world_value(&other, rows[i][0], rows[i][1]);
        assert_true(a == b && a > 0.0);
    }
    world_free(&one);
    world_free(&other);
}

static void a_changed_speed_meets_the_same_cases(void **context)
{
    (void)context;
    struct world slow, fast;
    world_make(&slow,
        TINY("units:\n  - {id: a, kind: executive}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.5/h, decision: 1h}\n"));
    world_make(&fast,
        TINY("units:\n  - {id: a, kind: executive, speed: 4}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.5/h, decision: 1h}\n"));
    world_run(&slow, 3, 0.0, 2000.0);
    world_run(&fast, 3, 0.0, 2000.0);
    assert_int_equal(slow.outcome.cases, fast.outcome.cases);
    assert_true(world_value(&slow, "lead-time", "s")
        > 4.0 * world_value(&fast, "lead-time", "s"));
    world_free(&slow);
    world_free(&fast);
}

/* Half the rate, twice the service, over twice the time: the same world in slow motion,
 * to the last bit. */
static void gaps_are_unit_gaps_divided_by_the_rate(void **context)
{
    (void)context;
    struct world one, half;
    world_make(&one,
        TINY("units:\n  - {id: a, kind: executive}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.5/h, decision: 1h}\n" WORLD_FREE));
    world_make(&half,
        TINY("units:\n  - {id: a, kind: executive}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.25/h, decision: 2h}\n" WORLD_FREE));
    world_run(&one, 3, 64.0, 2048.0);
    world_run(&half, 3, 128.0, 4096.0);
    assert_int_equal(one.outcome.cases, half.outcome.cases);
    assert_true(2.0 * world_value(&one, "lead-time", NULL)
        == world_value(&half, "lead-time", NULL));
    world_free(&one);
    world_free(&half);
}

static void cases_in_the_system_are_somewhere(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH "assume: {distance-delay: 0}\n");
    world_run(&w, 9, 300.0, 3000.0);
    double somewhere = world_value(&w, "backlog", "gruppe");
    for (spenn_id u = 0; u < w.m.units.count; u++) {
        somewhere += world_value(&w, "backlog", w.m.units.id[u]);
    }
    assert_true(somewhere > 1.0);
    assert_true(near(somewhere, world_value(&w, "backlog", NULL)));
    world_free(&w);
}

static void layers_work_what_all_work(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    world_run(&w, 9, 300.0, 3000.0);
    double sum = world_value(&w, "work-hours", "layer-0");
    assert_true(sum == 0.0);
    sum += world_value(&w, "work-hours", "layer-1");
    sum += world_value(&w, "work-hours", "layer-2");
    sum += world_value(&w, "work-hours", "layer-3");
    assert_true(near(sum, world_value(&w, "work-hours", NULL)));
    world_free(&w);
}

static void every_case_is_decided_lapsed_or_open(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    world_run(&w, 2, 0.0, 2000.0);
    int64_t ended = 0, decided = 0, lapsed = 0;
    for (int32_t t = 0; t < w.plan->task_count; t++) {
        const struct spenn_task_state *task = &w.state->task[t];
        ended += task->ended;
        decided += task->closed;
        lapsed += task->lapsed;
    }
    assert_true(lapsed > 0 && decided > lapsed);
    assert_int_equal(ended, decided + lapsed);
    assert_int_equal(w.outcome.cases, ended + w.state->open);
    world_free(&w);
}

static void the_weeks_add_up_to_the_backlog(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    enum { weeks = 80 };
    int32_t series = spenn_series_count;
    double *weekly = calloc((size_t)(weeks * series), sizeof *weekly);
    /* from the end of an odd warm-up on, so the weeks are those of the window */
    struct spenn_sim_run run = {4, 0, 33.3, weeks * 37.5, 33.3};
    (void)spenn_sim_run(w.state, &run, w.value, weekly, weeks);
    double cases = 0.0, items = 0.0;
    for (int32_t week = 0; week < weeks; week++) {
        cases += weekly[week * series] / weeks;
        items += weekly[week * series + 1] / weeks;
    }
    assert_true(near(cases, world_value(&w, "backlog", NULL)));
    assert_true(items > 0.0 && items < world_value(&w, "backlog", "gruppe"));
    free(weekly);
    world_free(&w);
}

static void a_desk_that_cannot_keep_up_leaves_cases_open(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: a, kind: executive}\n"
             "tasks:\n  - {id: s, at: a, arrives: 3/h, decision: 1h}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 1000.0);
    /* arrivals 1,000 x 3, served by 2,000 h: about 2,000 */
    assert_true(fabs(w.outcome.open_share - 1.0 / 3) < 0.05);
    assert_true(world_value(&w, "utilisation", "a") > 0.99);
    assert_true(fabs(world_value(&w, "throughput", NULL) - 37.5) < 4.0);
    world_free(&w);
}

static void more_cases_than_slots_only_take_memory(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: a, kind: executive}\n"
             "tasks:\n  - {id: s, at: a, arrives: 100/h, decision: 1h}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100.0);
    assert_true(w.state->slots > 10000);
    assert_true(w.outcome.cases > 9000);
    world_free(&w);
}

static void hot_memory_begins_on_its_own_cache_lines(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    const void *hot[] = {w.state, w.state->item, w.state->desk, w.state->stream,
        w.state->forum, w.state->task, w.state->events.event, w.state->queue};
    for (size_t i = 0; i < sizeof hot / sizeof *hot; i++) {
        assert_int_equal((uintptr_t)hot[i] % 256, 0);
    }
    assert_int_equal(sizeof(struct spenn_case), 64);
    assert_int_equal(sizeof(struct spenn_desk), 64);
    assert_int_equal(sizeof(struct spenn_stream), 64);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_organization_without_cases_does_nothing),
        cmocka_unit_test(a_desk_that_no_case_reaches_does_not_dilute_its_unit),
        cmocka_unit_test(the_same_seed_gives_the_same_bytes_from_any_state),
        cmocka_unit_test(calendar_and_heap_give_the_same_bytes),
        cmocka_unit_test(replications_differ),
        cmocka_unit_test(nothing_that_is_not_upstream_changes_a_case),
        cmocka_unit_test(a_changed_speed_meets_the_same_cases),
        cmocka_unit_test(gaps_are_unit_gaps_divided_by_the_rate),
        cmocka_unit_test(cases_in_the_system_are_somewhere),
        cmocka_unit_test(layers_work_what_all_work),
        cmocka_unit_test(every_case_is_decided_lapsed_or_open),
        cmocka_unit_test(the_weeks_add_up_to_the_backlog),
        cmocka_unit_test(a_desk_that_cannot_keep_up_leaves_cases_open),
        cmocka_unit_test(hot_memory_begins_on_its_own_cache_lines),
        cmocka_unit_test(more_cases_than_slots_only_take_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
