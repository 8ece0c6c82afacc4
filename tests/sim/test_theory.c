/* SPDX-License-Identifier: MIT
 * Every closed form of theory.h, from the engine that users run. */
#include "theory.h"

static void check(int32_t e)
{
    double z[most_expected];
    run_experiment(&experiments[e], z);
    for (int32_t i = 0; i < count_expected(&experiments[e]); i++) {
        print_distance(&experiments[e], i, z[i], "");
        assert_true(fabs(z[i]) < 4.0);
    }
}

static void one_leader_is_an_mm1_queue(void **context)
{
    (void)context;
    check(0);
}

static void a_team_is_an_mmc_queue(void **context)
{
    (void)context;
    check(1);
}

static void the_spread_of_service_times_costs_what_pollaczek_and_khinchin_say(
    void **context)
{
    (void)context;
    check(2);
}

static void urgent_cases_wait_as_cobham_says(void **context)
{
    (void)context;
    check(3);
}

static void desks_in_a_row_are_independent_queues(void **context)
{
    (void)context;
    check(4);
}

static void a_tree_of_escalation_is_a_jackson_network(void **context)
{
    (void)context;
    check(5);
}

static void items_wait_for_meetings_as_bulk_service_says(void **context)
{
    (void)context;
    check(6);
}

static void the_first_meeting_lies_anywhere_in_its_interval(void **context)
{
    (void)context;
    check(7);
}

static void items_come_back_as_often_as_counting_says(void **context)
{
    (void)context;
    check(8);
}

static void impatient_cases_lapse_as_erlang_a_and_barrer_say(void **context)
{
    (void)context;
    check(9);
}

static void shared_support_trades_waiting_for_nearness(void **context)
{
    (void)context;
    check(10);
}

static void what_the_chief_executive_asks_for_comes_before_what_units_ask_for(
    void **context)
{
    (void)context;
    check(11);
}

static void the_least_loaded_unit_takes_the_case(void **context)
{
    (void)context;
    check(12);
}

static void a_share_goes_straight_and_the_rest_climbs(void **context)
{
    (void)context;
    check(13);
}

static void members_of_three_teams_are_desks_of_jackson(void **context)
{
    (void)context;
    check(14);
}

static void who_was_passed_by_learns_at_the_next_meeting_or_contact(void **context)
{
    (void)context;
    check(15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_leader_is_an_mm1_queue),
        cmocka_unit_test(a_team_is_an_mmc_queue),
        cmocka_unit_test(
            the_spread_of_service_times_costs_what_pollaczek_and_khinchin_say),
        cmocka_unit_test(urgent_cases_wait_as_cobham_says),
        cmocka_unit_test(desks_in_a_row_are_independent_queues),
        cmocka_unit_test(a_tree_of_escalation_is_a_jackson_network),
        cmocka_unit_test(items_wait_for_meetings_as_bulk_service_says),
        cmocka_unit_test(the_first_meeting_lies_anywhere_in_its_interval),
        cmocka_unit_test(items_come_back_as_often_as_counting_says),
        cmocka_unit_test(impatient_cases_lapse_as_erlang_a_and_barrer_say),
        cmocka_unit_test(shared_support_trades_waiting_for_nearness),
        cmocka_unit_test(
            what_the_chief_executive_asks_for_comes_before_what_units_ask_for),
        cmocka_unit_test(the_least_loaded_unit_takes_the_case),
        cmocka_unit_test(a_share_goes_straight_and_the_rest_climbs),
        cmocka_unit_test(members_of_three_teams_are_desks_of_jackson),
        cmocka_unit_test(who_was_passed_by_learns_at_the_next_meeting_or_contact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
