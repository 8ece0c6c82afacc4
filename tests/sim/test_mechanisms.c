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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ask_first_and_arbitrate_then),
        cmocka_unit_test(voluntary_adaptation_ends_without_arbitration),
        cmocka_unit_test(hierarchy_asks_nobody),
        cmocka_unit_test(with_neither_each_is_left_to_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
