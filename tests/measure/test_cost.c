/* SPDX-License-Identifier: MIT
 * Size, places and money, worked out by hand. */
#include "small.h"

#include "tiny.h"

static void an_environment_is_its_posts_or_its_cases(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: a, kind: region, reports-to: topp, fte: 12.5}\n"
                    "  - {id: b, kind: region, reports-to: topp, caseworkers: 3}\n"
                    "tasks:\n"
                    "  - {id: sak, at: [a, b], arrives: 2/w, handling: 1h}\n"
                    "  - {id: tung, at: a, arrives: 13/y, handling: 1h}\n"),
        &m);
    assert_near(small_value(&m, "critical-mass", "a"), 12.5, 0);
    assert_near(small_value(&m, "critical-mass", "b"), 3, 0);
    assert_true(isnan(small_value(&m, "critical-mass", "topp")));
    assert_near(small_value(&m, "critical-mass", "sak"), 104, 1e-9);
    assert_near(small_value(&m, "critical-mass", "tung"), 13, 1e-9);
    assert_near(small_value(&m, "critical-mass", NULL), (208 + 13) / 3.0, 1e-9);
    spenn_model_free(&m);
}

#define PLACES                                                                           \
    TINY(                                                                                \
        "units:\n"                                                                       \
        "  - {id: raad, kind: council}\n"                                                \
        "  - {id: topp, kind: executive, location: Oslo, reports-to: raad}\n"            \
        "  - {id: fag, kind: department, location: Oslo, reports-to: topp}\n"            \
        "  - {id: nord, kind: region, location: Tromsø, reports-to: topp}\n"            \
        "  - {id: vest, kind: region, location: Bergen, leaders: 2, reports-to: topp}\n" \
        "  - {id: lag, kind: team, reports-to: nord}\n"                                  \
        "forums:\n"                                                                      \
        "  - {id: f, kind: extended, chair: topp, members: [fag, nord, vest],"           \
        " meets: 26/y, lasts: 2h, preparation: 50%, video: 25%}\n"                       \
        "assume: {travel-time: 4h, administration: 5, contact-per-report: 1,"            \
        " hourly-rate: 600, unit-overhead: 100000, office-cost: 50000}\n")

/* Three persons, 8 h there and back, every second week but by video every fourth time. */
static void travel_is_for_members_from_elsewhere(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(PLACES, &m);
    assert_near(small_value(&m, "travel-hours", "f"), 3 * 8 * 0.5 * 0.75, 1e-9);
    assert_near(small_value(&m, "travel-hours", NULL), 9, 1e-9);
    spenn_model_free(&m);
}

/* Hours a week: topp 5 + 4 contacts + 1.5 in the forum, fag 5 + 1 + 1.5, nord 5 + 2
 * + 1.5, each of the two in vest 5 + 0.5 + 1.5, and 9 on the way. Neither the council nor
 * the team has a leader here; three places. */
static void cost_is_hours_overheads_and_offices(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(PLACES, &m);
    double hours = 10.5 + 7.5 + 8.5 + 2 * 7.0 + 9;
    assert_near(small_value(&m, "cost", NULL),
        (hours * 52 * 600 + 4 * 100000.0 + 3 * 50000.0) / 1e6, 1e-9);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_environment_is_its_posts_or_its_cases),
        cmocka_unit_test(travel_is_for_members_from_elsewhere),
        cmocka_unit_test(cost_is_hours_overheads_and_offices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
