/* SPDX-License-Identifier: MIT
 * Desks: who is served first, by how many, and how fast. */
#include "world.h"

enum { ranks = 100 };

/* A hundred kinds of cases at one desk that can serve 30 of them. */
static void hundred_priorities_are_served_in_their_order(void **context)
{
    (void)context;
    struct spenn_arena memory = {0};
    const char *text = TINY("units:\n  - {id: a, kind: executive}\n"
                            "assume: {contact-per-report: 0, administration: 0}\n"
                            "tasks:\n");
    for (int32_t p = 0; p < ranks; p++) {
        text = spenn_arena_format(&memory,
            "%s  - {id: s%d, at: a, arrives: 0.1/h, decision: 20min, priority: %d}\n",
            text, p, p);
    }
    struct world w;
    world_make(&w, text);
    assert_int_equal(w.plan->priorities, ranks);
    world_run(&w, 1, 500.0, 2000.0);
    double before = INFINITY;
    for (int32_t p = 0; p < ranks; p += 10) {
        double decided = 0.0;
        for (int32_t k = p; k < p + 10; k++) {
            const char *id = spenn_arena_format(&memory, "s%d", k);
            decided += world_value(&w, "throughput", id);
        }
        double offered = 10 * 0.1 * 37.5;
        assert_true(p > 20 || fabs(decided - offered) < 0.06 * offered);
        assert_true(p < 40 || decided == 0.0);
        assert_true(decided <= before + 0.06 * offered);
        before = decided;
    }
    assert_true(world_value(&w, "lead-time", "s0") < world_value(&w, "lead-time", "s9"));
    world_free(&w);
    spenn_arena_free(&memory);
}

static double throughput(const char *text, const char *task)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 100.0, 2000.0);
    double value = world_value(&w, "throughput", task);
    world_free(&w);
    return value;
}

static void a_full_desk_works_with_all_its_servers_at_its_speed(void **context)
{
    (void)context;
    double value = throughput(
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: b, kind: team, reports-to: a, caseworkers: 3, speed: 0.5}\n"
             "tasks:\n  - {id: s, at: b, arrives: 4/h, handling: 1h}\n"),
        "s");
    assert_true(fabs(value - 3 * 0.5 * 37.5) < 2.0);
}

static void a_leader_works_at_what_is_left_of_the_week(void **context)
{
    (void)context;
    double value =
        throughput(TINY("units:\n  - {id: a, kind: executive, leaders: 2}\n"
                        "tasks:\n  - {id: s, at: a, arrives: 4/h, decision: 1h}\n"
                        "assume: {administration: 15}\n"),
            "s");
    assert_true(fabs(value - 2 * 22.5) < 2.0);
}

static void work_hours_are_service_and_committed_hours(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: b, kind: team, reports-to: a, caseworkers: 2}\n"
             "tasks:\n  - {id: s, at: b, arrives: 30/w, handling: 1h,"
             " decision: 6min}\n"
             "assume: {administration: 10, contact-per-report: 1}\n"));
    world_run(&w, 1, 100.0, 20000.0);
    assert_true(near(world_value(&w, "work-hours", "layer-1"), 11.0));
    assert_true(fabs(world_value(&w, "work-hours", "layer-2") - (11 + 30 + 3)) < 1.0);
    world_free(&w);
}

static void nothing_committed_is_full_speed(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp, caseworkers: 2,"
             " speed: 0.5}\n" WORLD_FREE));
    assert_true(w.plan->desk[0].speed == 1.0);
    assert_true(w.plan->desk[1].speed == 0.5);
    assert_true(w.plan->desk[2].speed == 0.5);
    assert_int_equal(w.plan->desk[2].servers, 2);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hundred_priorities_are_served_in_their_order),
        cmocka_unit_test(a_full_desk_works_with_all_its_servers_at_its_speed),
        cmocka_unit_test(a_leader_works_at_what_is_left_of_the_week),
        cmocka_unit_test(work_hours_are_service_and_committed_hours),
        cmocka_unit_test(nothing_committed_is_full_speed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
