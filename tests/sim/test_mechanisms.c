/* SPDX-License-Identifier: MIT
 * Which boxes of the ladder each of `mechanisms:` takes (docs/model.md §7.12), where
 * nobody ever consents to joint action. */
#include "world.h"

#define PARTIES(mechanisms)                                                              \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: a, kind: region, reports-to: topp}\n"                                 \
         "  - {id: b, kind: region, reports-to: topp}\n"                                 \
         "tasks:\n"                                                                      \
         "  - {id: felles, at: a, arrives: 1/w, handling: 1h, coordinates: {with: b, "   \
         "parties: 2, step: 4, conflict: 100%, mechanisms: " mechanisms                  \
         "}}\n" WORLD_FREE)

/* Messages, arbitrations and hours of coordination of all cases. */
static void expect(const char *text, double messages, double arbitrations, bool hours)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 5, 0.0, 2000.0);
    assert_true(near(world_value(&w, "messages", "felles"), messages));
    assert_true(near(world_value(&w, "arbitrations", "felles"), arbitrations));
    assert_true((world_value(&w, "coordination-hours", NULL) > 0.0) == hours);
    world_free(&w);
}

static void both_ask_first_and_arbitrate_then(void **context)
{
    (void)context;
    expect(PARTIES("both"), 1.0, 1.0, true);
}

static void voluntary_adaptation_ends_without_arbitration(void **context)
{
    (void)context;
    expect(PARTIES("voluntary"), 1.0, 0.0, true);
}

static void hierarchy_asks_nobody(void **context)
{
    (void)context;
    expect(PARTIES("hierarchy"), 0.0, 1.0, true);
}

static void with_neither_each_is_left_to_itself(void **context)
{
    (void)context;
    expect(PARTIES("neither"), 0.0, 0.0, false);
}

#define NEEDS(step)                                                                      \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: a, kind: region, reports-to: topp, count: 3, caseworkers: 2}\n"       \
         "tasks:\n"                                                                      \
         "  - {id: felles, at: a-1, arrives: 5/w, handling: 1h, coordinates: {with: "    \
         "a-*, parties: 3, step: " step ", conflict: 40%}}\n" WORLD_FREE)

static double leader_busy(const char *text)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 5, 0.0, 2000.0);
    double busy = world_value(&w, "utilisation", "a-2/leader");
    world_free(&w);
    return busy;
}

static void steps_one_and_two_are_no_leaders_work(void **context)
{
    (void)context;
    assert_true(leader_busy(NEEDS("1")) <= 0.0);
    assert_true(leader_busy(NEEDS("2")) <= 0.0);
    assert_true(leader_busy(NEEDS("3")) > 0.0);
}

/* Solved is the share that ends on the step needed or above; the steps are all there is.
 */
static void expect_solved(const char *text, int32_t needed)
{
    static const char *const step[] = {"step-0", "step-1", "step-2", "step-3", "step-4"};
    struct world w;
    world_make(&w, text);
    world_run(&w, 5, 0.0, 20000.0);
    double all = 0.0, enough = 0.0;
    for (int32_t s = 0; s <= 4; s++) {
        double share = world_value(&w, step[s], "felles");
        all += share;
        enough += s >= needed ? share : 0.0;
    }
    assert_true(near(all, 1.0));
    assert_true(near(world_value(&w, "solved", "felles"), enough));
    world_free(&w);
}

static void solved_is_to_reach_the_step_needed(void **context)
{
    (void)context;
    expect_solved(NEEDS("1"), 1);
    expect_solved(NEEDS("2"), 2);
    expect_solved(NEEDS("3"), 3);
    expect_solved(NEEDS("4"), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ask_first_and_arbitrate_then),
        cmocka_unit_test(voluntary_adaptation_ends_without_arbitration),
        cmocka_unit_test(hierarchy_asks_nobody),
        cmocka_unit_test(with_neither_each_is_left_to_itself),
        cmocka_unit_test(steps_one_and_two_are_no_leaders_work),
        cmocka_unit_test(solved_is_to_reach_the_step_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
