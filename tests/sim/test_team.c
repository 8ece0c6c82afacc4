/* SPDX-License-Identifier: MIT
 * Who answers for a unit stands in its superior's place in practice too. Loads and times
 * are cases of spenn verify, and in test_flows.c. */
#include "world.h"

#include "practice_plan.h"

#define UNITS(responsibility)                                                            \
    "units:\n"                                                                           \
    "  - {id: topp, kind: executive}\n"                                                  \
    "  - {id: sjef-1, kind: deputy, reports-to: topp, sector: skole, "                   \
    "responsibility: " responsibility "}\n"                                              \
    "  - {id: sjef-2, kind: deputy, reports-to: topp, sector: helse, "                   \
    "responsibility: " responsibility "}\n"                                              \
    "  - {id: a, kind: result-unit, reports-to: topp, count: 3, sector: helse}\n"        \
    "tasks: [{id: s, at: a-*, arrives: 1/w, decision: 20min}]\n"                         \
    "practice: {among: a-*}\n"                                                           \
    "assume: {contact-per-report: 0, contact-meets: 10/w}\n"

/* Contacts a week of a superior with others who have a view. */
static double contacts(const struct world *w, const char *superior)
{
    const struct spenn_practice *p = w->plan->practice;
    spenn_id u = tiny_unit(&w->m, superior);
    double rate = 0.0;
    for (int32_t i = 0; i < p->meetings; i++) {
        if (p->unit[p->present[p->meeting[i].first]] == u) {
            rate += 37.5 / p->meeting[i].interval;
        }
    }
    return rate;
}

static void check(const char *text, int32_t views, const double expected[3])
{
    struct world w;
    world_make(&w, text);
    assert_int_equal(w.plan->practice->views, views);
    assert_true(near(contacts(&w, "topp"), expected[0]));
    assert_true(near(contacts(&w, "sjef-1"), expected[1]));
    assert_true(near(contacts(&w, "sjef-2"), expected[2]));
    world_run(&w, 1, 0.0, 1000.0);
    assert_true(world_value(&w, "uniformity", NULL) < 1.0);
    world_free(&w);
}

static void each_member_who_answers_has_a_view_of_its_own(void **context)
{
    (void)context;
    check(TINY(UNITS("across")), 6, (double[]){20.0, 15.0, 15.0});
    check(TINY(UNITS("by-sector")), 5, (double[]){10.0, 0.0, 30.0});
    check(TINY(UNITS("by-unit")), 6, (double[]){20.0, 20.0, 10.0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_member_who_answers_has_a_view_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
