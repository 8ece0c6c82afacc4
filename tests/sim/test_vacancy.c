/* SPDX-License-Identifier: MIT
 * Posts that change hands, against renewal theory. */
#include "world.h"

#include "pace.h"

#define BUSY(unit, assume)                                                               \
    TINY("units:\n  - {id: topp, kind: executive}\n  - {id: a, kind: team, "             \
         "reports-to: topp, " unit "}\n"                                                 \
         "tasks:\n  - {id: t, at: a, arrives: 1/h, decision: {mean: 10h, law: fixed}}\n" \
         "assume: {contact-per-report: 0, administration: 0, " assume "}\n")
#define HANDLED(unit, assume)                                                            \
    TINY("units:\n  - {id: topp, kind: executive}\n  - {id: a, kind: team, "             \
         "reports-to: topp, " unit "}\n"                                                 \
         "tasks:\n  - {id: t, at: a, arrives: 1/h, handling: {mean: 10h, law: fixed}}\n" \
         "assume: {contact-per-report: 0, administration: 0, " assume "}\n")

/* What a desk can do in the long run is known; that it does it: spenn verify. */
static void check(const char *text, double expected)
{
    struct world w;
    world_make(&w, text);
    const struct spenn_plan_desk *desk = &w.plan->desk[w.plan->desk_count - 1];
    assert_true(fabs(desk->lasting - expected) < 1e-9);
    world_free(&w);
}

static void vacant_posts_cost_their_share_of_the_time(void **context)
{
    (void)context;
    /* 1 / (1 + r V) with r V = 2/y x 3 mo = 0.5 */
    check(
        HANDLED("turnover: 2/y, caseworkers: 3", "learning-loss: 0%, vacancy-time: 3mo"),
        1.0 / 1.5);
}

static void newcomers_learn_at_the_cost_that_renewal_theory_gives(void **context)
{
    (void)context;
    /* 1 - l r T / (1 + r T), r T = 1/y x 6 mo = 0.5 */
    check(HANDLED("turnover: 1/y, caseworkers: 2",
              "learning-loss: 60%, vacancy-time: 0, learning-time: 6mo"),
        1.0 - 0.6 * 0.5 / 1.5);
}

static void somebody_acts_for_a_leader_who_left(void **context)
{
    (void)context;
    check(
        BUSY("turnover: 2/y", "learning-loss: 0%, vacancy-time: 3mo, acting-share: 40%"),
        (1.0 + 0.4 * 0.5) / 1.5);
}

static void a_vacant_unit_is_led_by_one_who_acts(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, BUSY("status: vacant", "acting-share: 60%"));
    world_run(&w, 1, 0.0, 100 * 1950.0);
    double share = world_value(&w, "throughput", "t") / 37.5 * 10.0;
    assert_true(fabs(share - 0.6) < 1e-3);
    world_free(&w);
}

static void without_turnover_nothing_is_slower(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    assert_null(w.state->pace);
    world_free(&w);
}

/* The luck of a post is its own: another unit's turnover changes nothing here. */
static void the_posts_of_one_unit_know_nothing_of_another(void **context)
{
    (void)context;
#define TWO(other)                                                                       \
    TINY("units:\n  - {id: a, kind: executive, turnover: 1/y}\n"                         \
         "  - {id: b, kind: team, reports-to: a" other "}\n"                             \
         "tasks:\n  - {id: t, at: a, arrives: 1/w, decision: 1h}\n"                      \
         "  - {id: u, at: b, arrives: 1/w, decision: 1h}\n")
    struct world one, two;
    world_make(&one, TWO(""));
    world_make(&two, TWO(", turnover: 3/y"));
    world_run(&one, 1, 100.0, 5000.0);
    world_run(&two, 1, 100.0, 5000.0);
    assert_true(
        world_value(&one, "lead-time", "t") == world_value(&two, "lead-time", "t"));
    assert_true(
        world_value(&one, "lead-time", "u") < world_value(&two, "lead-time", "u"));
    world_free(&one);
    world_free(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vacant_posts_cost_their_share_of_the_time),
        cmocka_unit_test(newcomers_learn_at_the_cost_that_renewal_theory_gives),
        cmocka_unit_test(somebody_acts_for_a_leader_who_left),
        cmocka_unit_test(a_vacant_unit_is_led_by_one_who_acts),
        cmocka_unit_test(without_turnover_nothing_is_slower),
        cmocka_unit_test(the_posts_of_one_unit_know_nothing_of_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
