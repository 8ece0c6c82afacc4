/* SPDX-License-Identifier: MIT
 * Rules on peers, inner circles, single cases and staff, each at its limit: once just
 * firing, once just not. */
#include "found.h"

/* Director 0, departments 1 and 2, regions 3 to 5. */
static void agency(struct spenn_model *m)
{
    small_tree(m, 2, 2);
    small_unit(m, "nord", SPENN_REGION, 0);
    small_unit(m, "midt", SPENN_REGION, 0);
    small_unit(m, "sør", SPENN_REGION, 0);
}

static void advice_to_peers_is_fine_and_command_is_found(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    small_line(&m, SPENN_LINE_ADVISORY, 3, 4);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3);
    assert_int_equal(count(&m, "peer-command", NULL), 0);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 3, 5);
    assert_int_equal(
        count(&m, "peer-command", "commands 1 of its peers: 'sør' by a line"), 1);
    spenn_id t = small_task(&m);
    m.tasks.decided_by[t] = 3;
    for (spenn_id u = 3; u <= 5; u++) {
        small_stream(&m, t, u, 1);
    }
    assert_int_equal(count(&m, "peer-command",
                         "commands 2 of its peers: 'midt' by deciding 't0' and more"),
        1);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 5, 3);
    assert_int_equal(count(&m, "peer-command", NULL), 2);
    spenn_model_free(&m);
}

static void a_group_of_head_office_beside_one_that_meets_seldom_is_an_inner_circle(
    void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52); /* the director alone */
    small_member(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52), 1);
    spenn_id meeting = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 4);
    small_member(&m, meeting, 3);
    assert_int_equal(count(&m, "inner-circle", NULL), 0); /* no full group at all */
    spenn_id full = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 12);
    small_member(&m, full, 3);
    assert_int_equal(count(&m, "inner-circle", NULL), 0);
    m.forums.meets[full] = 11.0 / 1950;
    assert_int_equal(count(&m, "inner-circle",
                         "a group of head office beside 'f3', which meets 11 times a "
                         "year, fewer than 12"),
        1);
    spenn_model_free(&m);
}

/* Four meetings a year: 13 weeks between two, 6.5 on average until the next. */
static void a_deadline_before_the_group_meets_leaves_it_to_the_inner_circle(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 4);
    spenn_id t = small_task(&m);
    m.tasks.decided_in[t] = f;
    m.tasks.late[t] = SPENN_LATE_INNER_CIRCLE;
    assert_int_equal(count(&m, "inner-circle", NULL), 0); /* no deadline */
    m.tasks.deadline[t].mean = 6.5 * 37.5;
    assert_int_equal(count(&m, "inner-circle", NULL), 0);
    m.tasks.deadline[t].mean = 6 * 37.5;
    assert_int_equal(count(&m, "inner-circle",
                         "deadline of 6 weeks, but 6.5 until 'f0' meets, on average: "
                         "most is left to the inner circle"),
        1);
    m.tasks.late[t] = SPENN_LATE_LAPSES;
    assert_int_equal(count(&m, "inner-circle", NULL), 0);
    spenn_model_free(&m);
}

static void single_cases_of_a_member_are_found_and_matters_of_principle_not(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    spenn_id office = small_unit(&m, NULL, SPENN_TEAM, 4);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    small_member(&m, f, 1);
    small_member(&m, f, 3);
    spenn_id t = small_task(&m);
    m.tasks.decided_in[t] = f;
    small_stream(&m, t, office, 1);
    small_stream(&m, t, 1, 1);
    assert_int_equal(
        count(&m, "single-case-in-forum", NULL), 0); /* midt sits not there */
    small_member(&m, f, 4);
    const char *one =
        "single cases of 1 of the regions whose leaders sit in 'f0' are decided there";
    assert_int_equal(count(&m, "single-case-in-forum", one), 1);
    small_stream(&m, t, 4, 1);
    assert_int_equal(count(&m, "single-case-in-forum", one), 1);
    m.tasks.hard[t] = true;
    assert_int_equal(count(&m, "single-case-in-forum", NULL), 0);
    spenn_model_free(&m);
}

static void staff_that_meets_nobody_of_the_line_is_isolated(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    spenn_id staff = small_unit(&m, "plan", SPENN_STAFF, 0);
    spenn_id support = small_unit(&m, "ikt", SPENN_SUPPORT, 0);
    assert_int_equal(count(&m, "isolated-staff", NULL), 0); /* nothing told of meetings */
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, staff, 12), support);
    assert_int_equal(
        count(&m, "isolated-staff",
            "shares no forum and no regular contact with a unit of the line"),
        2);
    small_contact(&m, support, 3, 0);
    small_contact(&m, staff, 3, 4);
    assert_int_equal(count(&m, "isolated-staff", NULL), 1);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, support, 4), 1);
    assert_int_equal(count(&m, "isolated-staff", NULL), 0);
    spenn_model_free(&m);
}

/* Chief 0, deputies 1 and 2, units 3 to 6: two schools, a clinic and one of no sector. */
static void team(struct spenn_model *m, int32_t responsibility)
{
    small_tree(m, 6, 2);
    for (spenn_id u = 1; u <= 2; u++) {
        m->units.kind[u] = SPENN_DEPUTY;
        m->units.responsibility[u] = responsibility;
    }
    m->units.sector[3] = m->units.sector[4] = "skole";
    m->units.sector[5] = "helse";
}

static void a_sector_that_answers_to_several_deputies_is_left_to_chance(void **state)
{
    (void)state;
    struct spenn_model across = {0}, by_unit = {0}, by_sector = {0};
    const char *reason = "sectors whose units answer to different members of the team: "
                         "1, as 'skole' with 2 units";
    team(&across, SPENN_ACROSS);
    assert_int_equal(count(&across, "team-by-chance", reason), 1);
    across.units.kind[2] = SPENN_DEPARTMENT; /* one deputy is no choice */
    assert_int_equal(count(&across, "team-by-chance", NULL), 0);
    team(&by_unit, SPENN_BY_UNIT); /* 3 and 5 have 1, 4 and 6 have 2 */
    assert_int_equal(count(&by_unit, "team-by-chance", reason), 1);
    by_unit.units.sector[4] = "helse";
    by_unit.units.sector[5] = "skole";
    assert_int_equal(count(&by_unit, "team-by-chance", NULL), 0);
    team(&by_sector, SPENN_BY_SECTOR);
    by_sector.units.sector[1] = "skole";
    by_sector.units.sector[2] = "helse";
    assert_int_equal(count(&by_sector, "team-by-chance", NULL), 0);
    spenn_model_free(&across);
    spenn_model_free(&by_unit);
    spenn_model_free(&by_sector);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advice_to_peers_is_fine_and_command_is_found),
        cmocka_unit_test(
            a_group_of_head_office_beside_one_that_meets_seldom_is_an_inner_circle),
        cmocka_unit_test(a_deadline_before_the_group_meets_leaves_it_to_the_inner_circle),
        cmocka_unit_test(single_cases_of_a_member_are_found_and_matters_of_principle_not),
        cmocka_unit_test(a_sector_that_answers_to_several_deputies_is_left_to_chance),
        cmocka_unit_test(staff_that_meets_nobody_of_the_line_is_isolated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
