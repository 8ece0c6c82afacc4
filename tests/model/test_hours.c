/* SPDX-License-Identifier: MIT
 * A leader's week, added up by hand. */
#include "unit.h"

#include "tiny.h"

#include "hours.h"

#include <math.h>

static bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1.0, fmax(fabs(a), fabs(b)));
}

struct week {
    struct spenn_model m;
    struct spenn_arena memory;
    struct spenn_hours hours;
};

static void week_make(struct week *week, const char *text)
{
    *week = (struct week){.memory = {0}};
    tiny_model(text, &week->m);
    week->hours = spenn_hours_new(&week->m, &week->memory);
}

static void week_free(struct week *week)
{
    spenn_arena_free(&week->memory);
    spenn_model_free(&week->m);
}

static const double *of(const struct week *week, const double *column, const char *id)
{
    return &column[tiny_unit(&week->m, id)];
}

#define ASSUME(rest)                                                                     \
    "assume: {contact-per-report: 1, contact-minimum: 0.25, administration: 5,"          \
    " overload-floor: 0.02" rest "}\n"

static void contact_forums_and_administration_add_up(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 3}\n"
             "  - {id: b, kind: team, reports-to: a-1, count: 2}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: topp, members: [a-1, a-2], meets: 1/w,"
             " lasts: 2h, preparation: 50%}\n" ASSUME("")));
    /* 3 reports; 2 h with half of that for preparation; administration */
    assert_true(near(*of(&week, week.hours.committed, "topp"), 3.0 + 3.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-1"), 1.0 + 2.0 + 3.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-3"), 1.0 + 5.0));
    assert_true(near(*of(&week, week.hours.share, "a-3"), 31.5 / 37.5));
    assert_true(near(*of(&week, week.hours.forums, "a-2"), 3.0));
    assert_true(near(spenn_forum_hours(&week.m, 0), 9.0));
    week_free(&week);
}

static void rows_of_contact_replace_what_is_assumed(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 3}\n"
             "contact:\n"
             "  - {between: topp, and: a-1, meets: 2/w, lasts: 2h}\n"
             "  - {between: a-2, and: a-3, meets: 1/w, lasts: 30min}\n" ASSUME("")));
    assert_true(near(*of(&week, week.hours.committed, "topp"), 4.0 + 2.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-1"), 4.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-2"), 0.5 + 1.0 + 5.0));
    week_free(&week);
}

static void a_second_superior_costs_hours_too(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 3}\n"
             "lines:\n"
             "  - {kind: professional, from: a-1, to: [a-2, a-3]}\n"
             "  - {kind: advisory, from: a-2, to: a-3}\n" ASSUME("")));
    assert_true(near(*of(&week, week.hours.committed, "topp"), 3.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-1"), 1.0 + 2.0 + 5.0));
    assert_true(near(*of(&week, week.hours.committed, "a-2"), 1.0 + 1.0 + 5.0));
    week_free(&week);
}

static void leaders_of_a_team_share_contact_but_all_meet(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive, leaders: 4}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 8}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: topp, members: topp, meets: 1/w,"
             " lasts: 2h, preparation: 0%}\n" ASSUME("")));
    assert_true(near(*of(&week, week.hours.committed, "topp"), 2.0 + 2.0 + 5.0));
    assert_true(near(spenn_forum_hours(&week.m, 0), 8.0));
    week_free(&week);
}

static void contact_gives_way_before_cases_do(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 30}\n" ASSUME("")));
    /* 32.5 h are left: half of them, not 30 h, go to contact */
    assert_true(near(*of(&week, week.hours.committed, "topp"), 5.0 + 16.25));
    assert_true(near(*of(&week, week.hours.contact, "topp"), 16.25 / 30.0));
    assert_true(near(*of(&week, week.hours.contact, "a-1"), 1.0));
    assert_false(week.hours.overloaded[0]);
    week_free(&week);
}

static void below_the_minimum_of_contact_a_leader_is_overloaded(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: department, reports-to: topp, count: 130}\n" ASSUME("")));
    assert_true(week.hours.overloaded[0]);
    assert_true(near(*of(&week, week.hours.committed, "topp"), 5.0 + 32.5));
    assert_true(near(week.hours.share[0], 0.02));
    assert_true(near(week.hours.contact[0], 0.25));
    week_free(&week);
}

static void more_reports_never_leave_more_time(void **context)
{
    (void)context;
    double before = 1.0;
    for (int32_t n = 1; n < 140; n++) {
        char text[400];
        struct week week;
        (void)snprintf(text, sizeof text,
            TINY("units:\n"
                 "  - {id: topp, kind: executive}\n"
                 "  - {id: a, kind: department, reports-to: topp, count: %d}\n")
                ASSUME(""),
            n);
        week_make(&week, text);
        assert_true(week.hours.share[0] <= before + 1e-12);
        before = week.hours.share[0];
        week_free(&week);
    }
    assert_true(near(before, 0.02));
}

static void who_answers_for_a_unit_has_the_contact_with_it(void **context)
{
    (void)context;
    struct week week;
    week_make(&week,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: sjef, kind: deputy, reports-to: topp, count: 2,"
             " responsibility: across}\n"
             "  - {id: skole, kind: deputy, reports-to: topp, sector: skole,"
             " responsibility: by-sector}\n"
             "  - {id: leder, kind: deputy, reports-to: topp, responsibility: across}\n"
             "  - {id: nest, kind: deputy, reports-to: topp}\n"
             "  - {id: a, kind: result-unit, reports-to: topp, count: 4}\n"
             "  - {id: b, kind: result-unit, reports-to: topp, sector: skole}\n"
             "  - {id: c, kind: team, reports-to: leder}\n"
             "contact: [{between: topp, and: a-4, meets: 1/w, lasts: 2h}]\n" ASSUME("")));
    const double *hours = week.hours.committed;
    /* three members, and two hours with the one it sees itself */
    assert_true(near(*of(&week, hours, "topp"), 3.0 + 2.0 + 5.0));
    /* in turn: a-1 to a-3, nest, and leder, who has a report and is no member */
    assert_true(near(*of(&week, hours, "sjef-1"), 1.0 + 5 * 0.5 + 5.0));
    assert_true(near(*of(&week, hours, "skole"), 1.0 + 1.0 + 5.0));
    assert_true(near(*of(&week, hours, "leder"), 1.0 + 1.0 + 5.0));
    assert_true(near(*of(&week, hours, "a-1"), 1.0 + 5.0));
    assert_true(near(*of(&week, hours, "a-4"), 2.0 + 5.0));
    week_free(&week);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contact_forums_and_administration_add_up),
        cmocka_unit_test(rows_of_contact_replace_what_is_assumed),
        cmocka_unit_test(a_second_superior_costs_hours_too),
        cmocka_unit_test(who_answers_for_a_unit_has_the_contact_with_it),
        cmocka_unit_test(leaders_of_a_team_share_contact_but_all_meet),
        cmocka_unit_test(contact_gives_way_before_cases_do),
        cmocka_unit_test(below_the_minimum_of_contact_a_leader_is_overloaded),
        cmocka_unit_test(more_reports_never_leave_more_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
