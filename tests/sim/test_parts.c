/* SPDX-License-Identifier: MIT
 * Joint action is done by its parties after the decision: fork and join of their desks.
 */
#include "journey.h"

/* Everybody agrees to joint action; desks are idle but for it. */
#define JOINT(arrives, rest)                                                             \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: a, kind: region, reports-to: topp}\n"                                 \
         "  - {id: b, kind: region, reports-to: topp, count: 3}\n"                       \
         "tasks:\n"                                                                      \
         "  - {id: felles, at: a, arrives: " arrives                                     \
         ", decision: {mean: 1h, law: fixed}, coordinates: {with: b-*, parties: 4,"      \
         " step: 4, conflict: 0%, mechanisms: voluntary,"                                \
         " implementation: {mean: 10h, law: exponential}" rest "}}\n"                    \
         "assume: {contact-per-report: 0, administration: 0, message-time: 0min,"        \
         " talk-time: 0min, consent-time: 0min, understanding: 100%, ownership-late:"    \
         " 100%, ownership-decay: 0/y, unprepared-consent: 100%, unprepared-rework:"     \
         " 30%}\n")

static void a_case_is_decided_before_it_is_done(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, JOINT("1/y", ""));
    world_run(&w, 1, 0.0, 200000.0);
    double lead = world_value(&w, "lead-time", "felles");
    assert_true(lead >= 1.0 && lead < 1.5); /* few wait for the parts of another */
    assert_true(w.state->open == 0 && world_value(&w, "coordination-hours", NULL) == 0.0);
    double open = world_value(&w, "backlog", NULL) * 200000.0 / (double)w.outcome.cases;
    double done = lead + world_value(&w, "implementation-time", NULL);
    assert_true(fabs(open - done) < 0.02 * done);
    world_free(&w);
}

/* Visits of the traffic equations, with and without step 2. */
static void desks_are_as_busy_as_the_flows_say(void **context)
{
    (void)context;
    const char *texts[] = {JOINT("1/w", ""), JOINT("1/w", ", starts-at: 3, tries: 2")};
    const double expected[] = {11.0 / 37.5, 14.0 / 37.5};
    for (int i = 0; i < 2; i++) {
        struct world w;
        world_make(&w, texts[i]);
        assert_true(near(w.plan->flows.utilisation[1], expected[i]));
        world_run(&w, 1, 0.0, 400000.0);
        assert_true(fabs(world_value(&w, "utilisation", "a") - expected[i]) < 0.01);
        assert_true(
            fabs(world_value(&w, "utilisation", "b-2") - w.plan->flows.utilisation[3])
            < 0.01);
        world_free(&w);
    }
}

/* With every way to step 4 open, in one round or two. */
static void flows_know_every_way_to_joint_action(void **context)
{
    (void)context;
    enum { runs = 100, desks = 6 };
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, caseworkers: 2}\n"
             "  - {id: b, kind: region, reports-to: topp, count: 3}\n"
             "tasks:\n"
             "  - {id: felles, at: a, arrives: 2/w, decision: 10min, coordinates: {with:"
             " b-*, parties: 3, step: 4, tries: 2, implementation: 4h}}\n"
             "assume: {contact-per-report: 0, administration: 0, ownership-late: 100%,"
             " ownership-decay: 0/y, tie-effect: 0%, unprepared-rework: 200%,"
             " understanding: 20%, unprepared-consent: 80%, conflict: 50%}\n"));
    double sum[desks] = {0}, squares[desks] = {0};
    assert_int_equal(w.plan->desk_count, desks);
    for (int32_t r = 0; r < runs; r++) {
        struct spenn_sim_run run = {2, r, 500.0, 10000.0, 0};
        (void)spenn_sim_run(w.state, &run, w.value, NULL, 0);
        for (int32_t d = 0; d < desks; d++) {
            double busy = w.state->desk[d].busy / w.plan->desk[d].servers / 10000.0;
            sum[d] += busy;
            squares[d] += busy * busy;
        }
    }
    for (int32_t d = 0; d < desks; d++) {
        double mean = sum[d] / runs, variance = squares[d] / runs - mean * mean;
        double off = mean - w.plan->flows.utilisation[d];
        assert_true(!w.plan->flows.bound[d] && fabs(off) <= 4.0 * sqrt(variance / runs));
    }
    world_free(&w);
}

/* There is one way to choose all of twenty, however many there are to choose half. */
static void flows_are_exact_when_all_take_part(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(
            "units:\n"
            "  - {id: topp, kind: executive}\n"
            "  - {id: b, kind: region, reports-to: topp, count: 21}\n"
            "tasks:\n"
            "  - {id: felles, at: b-1, arrives: 6/y, decision: 10min, coordinates: {with:"
            " b-*, parties: 21, step: 2}}\n"
            "assume: {ownership-late: 100%, ownership-decay: 0/y, tie-effect: 0%}\n"));
    for (int32_t d = 0; d < w.plan->desk_count; d++) {
        assert_false(w.plan->flows.bound[d]);
    }
    assert_true(w.plan->flows.utilisation[21] > 0.05);
    world_free(&w);
}

/* Whether it was agreed in the first round or in a later one, desks being idle. */
static void parts_take_as_long_whatever_came_before(void **context)
{
    (void)context;
#define AGREED(understanding)                                                            \
    TINY(                                                                                \
        "units:\n"                                                                       \
        "  - {id: topp, kind: executive}\n"                                              \
        "  - {id: a, kind: region, reports-to: topp, count: 3, leaders: 60}\n"           \
        "tasks:\n"                                                                       \
        "  - {id: felles, at: a-1, arrives: 1/d, handling: 1h, coordinates: {with: a-*," \
        " parties: 3, step: 4, conflict: 0%, mechanisms: voluntary, tries: 20,"          \
        " again-after: 1h, implementation: {mean: 10h, law: exponential}}}\n"            \
        "assume: {contact-per-report: 0, administration: 0, "                            \
        "understanding: " understanding                                                  \
        ", tie-effect: 0%, ownership-late: 100%, ownership-decay: 0/y,"                  \
        " unprepared-consent: 0%}\n")
    const char *const texts[] = {AGREED("100%"), AGREED("40%")};
    double hours[2], tries[2];
    for (int i = 0; i < 2; i++) {
        struct world w;
        world_make(&w, texts[i]);
        world_run(&w, 1, 0.0, 2000.0);
        hours[i] = world_value(&w, "implementation-time", NULL);
        tries[i] = world_value(&w, "tries", NULL);
        world_free(&w);
    }
    assert_true(near(hours[0], hours[1]) && tries[1] > 1.2 && near(tries[0], 1.0));
}

static void parts_go_on_through_waves(void **context)
{
    (void)context;
    const char *changes[] = {
        "- merge: {units: [b-1, b-2], into: {id: b}}\n",
        "- abolish: {unit: b-3, to: a}\n",
        "- set: {task: felles, coordinates: {implementation: 2h}}\n",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        for (int32_t k = 0; k < 20; k++) {
            const struct stop stops[] = {{500.0 + 3.0 * k, changes[i], NULL},
                {700.0, "- rename: {unit: a, id: ny}\n", NULL}, {0, NULL, NULL}};
            struct journey j;
            journey_make(&j, JOINT("1/d", ""), stops);
            world_run(&j.last, 1, 0.0, 1000.0);
            assert_int_equal(j.last.state->open, 0);
            assert_true(world_value(&j.last, "implementation-time", NULL) > 0.0);
            journey_free(&j);
        }
    }
}

/* Where doing no harm is all that is needed, or all that is agreed. */
static void only_joint_action_is_done(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, JOINT("1/w", ", own-weight: 0%"));
    w.m.coordinations.step[0] = 3;
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&w.m, NULL);
    struct spenn_sim_state *state = spenn_sim_state_new(plan);
    struct spenn_sim_run run = {1, 0, 0.0, 10000.0, 0};
    (void)spenn_sim_run(state, &run, w.value, NULL, 0);
    int32_t slot = spenn_results_find(spenn_sim_slots(plan), "implementation-time", NULL);
    assert_true(slot >= 0 && isnan(w.value[slot]));
    spenn_sim_state_free(state);
    spenn_sim_plan_free(plan);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_decided_before_it_is_done),
        cmocka_unit_test(desks_are_as_busy_as_the_flows_say),
        cmocka_unit_test(flows_know_every_way_to_joint_action),
        cmocka_unit_test(flows_are_exact_when_all_take_part),
        cmocka_unit_test(parts_go_on_through_waves),
        cmocka_unit_test(parts_take_as_long_whatever_came_before),
        cmocka_unit_test(only_joint_action_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
