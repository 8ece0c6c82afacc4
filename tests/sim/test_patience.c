/* SPDX-License-Identifier: MIT
 * Deadlines: what happens, where, and that it happens once. */
#include "world.h"

#include "quantity.h"

#define FIXED(h) "{mean: " h ", law: fixed}"
#define UNITS                                                                            \
    "units:\n"                                                                           \
    "  - {id: topp, kind: executive}\n"                                                  \
    "  - {id: midt, kind: department, reports-to: topp}\n"                               \
    "  - {id: bunn, kind: team, reports-to: midt}\n"
#define SELDOM                                                                           \
    "forums:\n  - {id: mote, kind: leadership-group, chair: topp, members: topp,"        \
    " meets: 1/y, lasts: 1h, agenda: 9, commitment: 100%, preparation: 0%}\n"

static void a_deadline_during_service_does_nothing(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 1/y, decision: " FIXED(
            "10h") ", deadline: 1h, late: lapses}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100.0 * SPENN_YEAR);
    assert_true(w.outcome.cases > 50);
    assert_true(world_value(&w, "lapsed", "s") < 0.05);
    assert_true(world_value(&w, "overdue", "s") == 1.0);
    world_free(&w);
}

static void a_deadline_passed_in_service_acts_at_the_next_wait(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS SELDOM "tasks:\n  - {id: s, at: bunn, arrives: 1/y, handling: " FIXED(
            "10h") ", decision: 1h, decided-in: mote, deadline: 1h,"
                   " late: lapses}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100.0 * SPENN_YEAR);
    assert_true(world_value(&w, "lapsed", "s") == 1.0);
    assert_true(isnan(world_value(&w, "lead-time", "s")));
    assert_true(world_value(&w, "throughput", "s") == 0.0);
    assert_true(world_value(&w, "utilisation", "bunn") > 0.0);
    world_free(&w);
}

static void the_inner_circle_decides_at_the_desk_of_the_chair(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS SELDOM
            "tasks:\n  - {id: s, at: bunn, arrives: 1/mo,"
            " decision: " FIXED("1h") ", decided-in: mote,"
                                      " deadline: 5h, late: inner-circle}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100.0 * SPENN_YEAR);
    assert_true(world_value(&w, "inner-circle", "s") > 0.98);
    assert_true(fabs(world_value(&w, "lead-time", "s") - 6.0) < 0.1);
    assert_true(world_value(&w, "utilisation", "topp") > 0.0);
    assert_true(isnan(world_value(&w, "lapsed", "s")));
    world_free(&w);
}

static void without_a_forum_the_inner_circle_is_the_top_leaders(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 2/h, decision: " FIXED(
            "1h") ", deadline: 5h, late: inner-circle}\n" WORLD_FREE));
    world_run(&w, 1, 200.0, 2000.0);
    assert_true(world_value(&w, "utilisation", "topp") > 0.9);
    assert_true(world_value(&w, "utilisation", "midt") == 0.0);
    assert_true(fabs(world_value(&w, "inner-circle", NULL) - 0.5) < 0.03);
    world_free(&w);
}

static void an_escalated_case_goes_to_the_superior_once(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 3/h, decision: " FIXED(
            "1h") ", deadline: 5h, late: escalates}\n" WORLD_FREE));
    world_run(&w, 1, 200.0, 1000.0);
    /* one of three stays, one fits the superior's desk, one waits there for good */
    assert_true(world_value(&w, "utilisation", "midt") > 0.99);
    assert_true(world_value(&w, "utilisation", "topp") == 0.0);
    assert_true(fabs(world_value(&w, "throughput", NULL) - 75.0) < 2.0);
    world_free(&w);
}

static void from_an_agenda_a_case_escalates_past_its_own_unit(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS SELDOM
            "tasks:\n  - {id: s, at: bunn, arrives: 1/mo,"
            " decision: " FIXED("1h") ", decided-in: mote,"
                                      " deadline: 5h, late: escalates}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100.0 * SPENN_YEAR);
    assert_true(fabs(world_value(&w, "lead-time", "s") - 6.0) < 0.1);
    assert_true(world_value(&w, "utilisation", "midt") > 0.0);
    assert_true(world_value(&w, "utilisation", "bunn") == 0.0);
    world_free(&w);
}

static void a_team_answers_for_its_superior(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: sjef, kind: deputy, count: 2, reports-to: topp,"
             " responsibility: across}\n"
             "  - {id: bunn, kind: team, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: bunn, arrives: 3/h, decision: " FIXED(
                 "1h") ", deadline: 5h, late: escalates}\n"
                       "assume: {contact-per-report: 0, administration: 0,"
                       " unclear-returns: 50%}\n"));
    world_run(&w, 1, 200.0, 1000.0);
    /* two of three leave, in turn to one of two, who send back every other */
    assert_true(world_value(&w, "utilisation", "sjef-1") > 0.9);
    assert_true(world_value(&w, "utilisation", "sjef-2") > 0.9);
    assert_true(world_value(&w, "utilisation", "topp") > 0.9);
    assert_true(spenn_sim_flows(w.plan)->bound[tiny_unit(&w.m, "sjef-2")]);
    assert_true(spenn_sim_flows(w.plan)->bound[tiny_unit(&w.m, "topp")]);
    world_free(&w);
}

static void at_the_top_nobody_is_above(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(UNITS "tasks:\n  - {id: s, at: topp, arrives: 3/h, decision: " FIXED(
            "1h") ", deadline: 5h, late: escalates}\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 1000.0);
    assert_true(w.outcome.open_share > 0.0);
    assert_true(world_value(&w, "utilisation", "topp") > 0.99);
    world_free(&w);
}

static void a_deadline_without_a_consequence_is_only_counted(void **context)
{
    (void)context;
    struct world with, without;
    world_make(&with,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 0.8/h, decision:"
                   " 1h, deadline: 5h}\n" WORLD_FREE));
    world_make(&without,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 0.8/h,"
                   " decision: 1h}\n" WORLD_FREE));
    world_run(&with, 1, 0.0, 5000.0);
    world_run(&without, 1, 0.0, 5000.0);
    assert_true(
        world_value(&with, "lead-time", "s") == world_value(&without, "lead-time", "s"));
    assert_int_equal(with.outcome.events, without.outcome.events);
    double overdue = world_value(&with, "overdue", "s"); /* e^-1 */
    assert_true(overdue > 0.3 && overdue < 0.45);
    world_free(&with);
    world_free(&without);
}

static void a_deadline_that_is_met_leaves_no_trace(void **context)
{
    (void)context;
    struct world with, without;
    world_make(&with,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 0.5/h, decision:"
                   " 1h, deadline: 2000h, late: lapses}\n" WORLD_FREE));
    world_make(&without,
        TINY(UNITS "tasks:\n  - {id: s, at: bunn, arrives: 0.5/h,"
                   " decision: 1h}\n" WORLD_FREE));
    world_run(&with, 1, 100.0, 20000.0);
    world_run(&without, 1, 100.0, 20000.0);
    const char *const rows[] = {"lead-time", "backlog", "desk-wait", "throughput"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(
            world_value(&with, rows[i], NULL) == world_value(&without, rows[i], NULL));
    }
    assert_true(world_value(&with, "lapsed", "s") == 0.0);
    assert_true(with.outcome.open_share == 0.0);
    assert_true(with.state->used < 1500); /* 0.5 an hour, each kept for 2,000 h */
    assert_true(without.state->used < 100);
    world_free(&with);
    world_free(&without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deadline_during_service_does_nothing),
        cmocka_unit_test(a_deadline_passed_in_service_acts_at_the_next_wait),
        cmocka_unit_test(the_inner_circle_decides_at_the_desk_of_the_chair),
        cmocka_unit_test(without_a_forum_the_inner_circle_is_the_top_leaders),
        cmocka_unit_test(an_escalated_case_goes_to_the_superior_once),
        cmocka_unit_test(from_an_agenda_a_case_escalates_past_its_own_unit),
        cmocka_unit_test(a_team_answers_for_its_superior),
        cmocka_unit_test(at_the_top_nobody_is_above),
        cmocka_unit_test(a_deadline_that_is_met_leaves_no_trace),
        cmocka_unit_test(a_deadline_without_a_consequence_is_only_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
