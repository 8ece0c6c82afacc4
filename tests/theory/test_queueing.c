/* SPDX-License-Identifier: MIT
 * Laws that hold whatever the numbers: between formulas, and against chains solved by
 * their balance equations. Tables of known values are cases of `spenn verify`. */
#include "near.h"

#include "jackson.h"
#include "meeting.h"
#include "queueing.h"

#include <string.h>

static const double loads[] = {.05, .3, .5, .8, .95, .99};
enum { load_count = sizeof loads / sizeof *loads };

static void one_server_of_many_is_one_server(void **state)
{
    (void)state;
    for (int i = 0; i < load_count; i++) {
        double wait = spenn_mm1_wait(2.0 * loads[i], 2.0);
        assert_near(spenn_mmc_wait(2.0 * loads[i], 2.0, 1.0) / wait, 1, 1e-12);
        assert_near(spenn_mg1_wait(2.0 * loads[i], .5, 1.0) / wait, 1, 1e-12);
        assert_near(spenn_mg1_wait(2.0 * loads[i], .5, 0.0) / wait, .5, 1e-12);
        assert_near(
            spenn_mm1_sojourn(loads[i], 1.0), spenn_mm1_wait(loads[i], 1.0) + 1.0, 1e-9);
    }
}

/* Chances of 0 .. most cases at `servers` servers, from the birth and death equations. */
static double number_waiting(double arrival, double service, int servers, double *delayed)
{
    double chance = 1.0, sum = 0.0, waiting = 0.0, late = 0.0;
    for (int n = 0; n < 4000; n++) {
        sum += chance;
        waiting += n > servers ? (n - servers) * chance : 0.0;
        late += n >= servers ? chance : 0.0;
        chance *= arrival / (service * (n + 1 < servers ? n + 1 : servers));
    }
    *delayed = late / sum;
    return waiting / sum;
}

static void several_servers_agree_with_their_birth_and_death_equations(void **state)
{
    (void)state;
    for (int servers = 1; servers <= 40; servers += 3) {
        for (int i = 0; i < load_count; i++) {
            double arrival = loads[i] * servers * 1.7, delayed;
            double waiting = number_waiting(arrival, 1.7, servers, &delayed);
            assert_near(spenn_mmc_delayed(arrival, 1.7, servers), delayed, 1e-10);
            assert_near(arrival * spenn_mmc_wait(arrival, 1.7, servers), waiting,
                1e-9 * (1.0 + waiting));
        }
    }
}

static void a_large_room_is_no_limit_and_a_small_one_takes_what_it_can(void **state)
{
    (void)state;
    assert_near(spenn_mm1k_sojourn(.8, 1.0, 400.0), 5.0, 1e-9);
    for (double load = .25; load <= 4.0; load *= 2.0) { /* room 1: blocked when busy */
        assert_near(spenn_mm1k_blocked(load, 1.0, 1.0), load / (1.0 + load), 1e-12);
        assert_near(spenn_mm1k_sojourn(load, 1.0, 1.0), 1.0, 1e-12);
    }
    assert_near(spenn_mm1k_blocked(3.0, 1.0, 1e5), 2.0 / 3.0, 1e-9); /* no overflow */
}

static void a_quantile_turns_its_tail_round(void **state)
{
    (void)state;
    for (double p = 0.0; p < 1.0; p += .09) {
        double time = spenn_mm1_sojourn_quantile(.7, 1.3, p);
        assert_near(spenn_mm1_sojourn_tail(.7, 1.3, time), 1.0 - p, 1e-12);
    }
    assert_near(
        spenn_mmc_wait_tail(1.6, 1.0, 2.0, 0.0), spenn_mmc_delayed(1.6, 1.0, 2.0), 0);
}

/* Kleinrock 1965: sum of load x wait is the same in whatever order work is served. */
static void priorities_move_waiting_but_keep_its_sum(void **state)
{
    (void)state;
    for (double share = .1; share < 1.0; share += .2) {
        for (int i = 0; i < load_count; i++) {
            double one = share * loads[i] * 2.0, two = (1.0 - share) * loads[i] * 2.0;
            for (double scv = 0.0; scv <= 4.0; scv += 2.0) {
                double both = one * spenn_priority_wait(1, one, two, .5, scv)
                    + two * spenn_priority_wait(2, one, two, .5, scv);
                double fifo = (one + two) * spenn_mg1_wait(one + two, .5, scv);
                assert_near(both / fifo, 1.0, 1e-10);
            }
            double number = one * spenn_preemptive_sojourn(1, one, two, 2.0)
                + two * spenn_preemptive_sojourn(2, one, two, 2.0);
            assert_near(number / spenn_mm1_number(one + two, 2.0), 1.0, 1e-10);
        }
    }
}

static void the_upper_class_does_not_see_the_lower_one_that_it_interrupts(void **state)
{
    (void)state;
    assert_near(spenn_preemptive_sojourn(1, .3, .5, 1.0), spenn_mm1_sojourn(.3, 1.0), 0);
    assert_near(spenn_preemptive_sojourn(1, .3, 7.0, 1.0), spenn_mm1_sojourn(.3, 1.0), 0);
    assert_true(isnan(spenn_preemptive_sojourn(2, .3, 7.0, 1.0)));
}

static void what_grows_without_bound_has_no_value(void **state)
{
    (void)state;
    assert_true(isnan(spenn_mm1_wait(1.0, 1.0)));
    assert_true(isnan(spenn_mm1_sojourn(0.0, 1.0)));
    assert_true(isnan(spenn_mmc_wait(2.0, 1.0, 2.0)));
    assert_true(isnan(spenn_mmc_wait(1.0, 1.0, 2.5)));
    assert_true(isnan(spenn_mg1_wait(.5, 2.0, 1.0)));
    assert_true(isnan(spenn_mg1_wait(.5, 1.0, -1.0)));
    assert_true(isnan(spenn_mm1k_blocked(1.0, 1.0, 0.0)));
    assert_true(isnan(spenn_priority_wait(3, .1, .1, 1.0, 1.0)));
    assert_true(isnan(spenn_meeting_wait(1.0, 5.0, 5.0)));
    assert_true(isnan(spenn_meeting_wait(NAN, 5.0, 5.0)));
    assert_true(isnan(spenn_feedback_sojourn(.8, 1.0, .25)));
    assert_true(isnan(spenn_escalation_sojourn(.4, 1.0, 3.0, 1.0, 2.0)));
    assert_true(isnan(spenn_fork_join_sojourn(.5, 1.0, 33.0)));
}

enum { most_left = 600 };

/* Left over after a meeting, from the chain of successive meetings: what was left and a
 * Poisson number of new items, less room. */
static double leftover(double a, int room, double *cleared)
{
    static double now[most_left], next[most_left], arrivals[most_left];
    memset(now, 0, sizeof now);
    now[0] = 1.0;
    arrivals[0] = exp(-a);
    for (int n = 1; n < most_left; n++) {
        arrivals[n] = arrivals[n - 1] * a / n;
    }
    for (int meeting = 0; meeting < 1500; meeting++) {
        memset(next, 0, sizeof next);
        for (int left = 0; left < most_left && (left == 0 || now[left] > 1e-15); left++) {
            for (int n = 0; left + n < most_left + room && n < 60; n++) {
                int rest = left + n > room ? left + n - room : 0;
                next[rest] += now[left] * arrivals[n];
            }
        }
        memcpy(now, next, sizeof now);
    }
    double mean = 0.0;
    for (int left = 1; left < most_left; left++) {
        mean += left * now[left];
    }
    *cleared = now[0];
    return mean;
}

static void a_meeting_leaves_what_its_chain_of_meetings_leaves(void **state)
{
    (void)state;
    static const double interval[] = {.5, 7, 13};
    for (int i = 0; i < 3; i++) {
        for (int room = 1; room <= 16; room += 3) {
            for (double load = .2; load < .85; load += .3) {
                double arrival = load * room / interval[i], cleared;
                double left = leftover(load * room, room, &cleared);
                double formula = spenn_meeting_left(arrival, interval[i], room);
                assert_near(formula, left, 1e-8);
                assert_near(
                    spenn_meeting_cleared(arrival, interval[i], room), cleared, 1e-8);
                assert_near(spenn_meeting_wait(arrival, interval[i], room),
                    interval[i] / 2 + left / arrival, 1e-6);
            }
        }
    }
}

static void a_meeting_without_limit_costs_half_its_interval(void **state)
{
    (void)state;
    assert_near(spenn_meeting_wait(3.0, 7.0, INFINITY), 3.5, 0);
    assert_near(spenn_meeting_wait(3.0, 7.0, 200.0), 3.5, 1e-9);
    assert_near(spenn_meeting_wait(.6, 1.0, 1.0), .5 / .4, 1e-12); /* T / 2(1 - a) */
    assert_near(spenn_meeting_cleared(3.0, 7.0, 200.0), 1.0, 1e-9);
}

/* The two queues of a split case by their balance equations: unfinished cases are as many
 * as the longer queue. */
static double split_in_two(double arrival)
{
    enum { most = 60 };
    static double chance[most + 2][most + 2];
    memset(chance, 0, sizeof chance);
    for (int i = 0; i <= most; i++) {
        for (int j = 0; j <= most; j++) {
            chance[i][j] = pow(arrival, i > j ? i : j);
        }
    }
    double sum = 0.0, unfinished = 0.0;
    for (int sweep = 0; sweep < 600; sweep++) {
        for (int i = 0; i <= most; i++) {
            for (int j = 0; j <= most; j++) {
                double in = (i && j ? arrival * chance[i - 1][j - 1] : 0.0)
                    + chance[i + 1][j] + chance[i][j + 1];
                double out = (i < most && j < most ? arrival : 0.0) + (i > 0) + (j > 0);
                chance[i][j] = in / out;
            }
        }
    }
    for (int i = 0; i <= most; i++) {
        for (int j = 0; j <= most; j++) {
            sum += chance[i][j];
            unfinished += (i > j ? i : j) * chance[i][j];
        }
    }
    return unfinished / sum / arrival;
}

static void a_case_split_in_two_agrees_with_its_balance_equations(void **state)
{
    (void)state;
    assert_near(spenn_fork_join_sojourn(.2, 1.0, 2.0), split_in_two(.2), 1e-6);
    assert_near(spenn_fork_join_sojourn(.5, 1.0, 2.0), split_in_two(.5), 1e-6);
}

static void parts_that_wait_for_nobody_are_done_at_the_latest_of_them(void **state)
{
    (void)state;
    for (double n = 2.0; n <= 32.0; n += 3.0) { /* alone in the world: n exponentials */
        assert_near(spenn_fork_join_sojourn(1e-9, 1.0, n), spenn_harmonic(n), 1e-6);
    }
}

static void a_tree_that_passes_nothing_on_is_its_leaves(void **state)
{
    (void)state;
    assert_near(spenn_escalation_sojourn(.4, 1.0, 3.0, 0.0, 5.0), 1.0 / .6, 1e-12);
    assert_near(spenn_escalation_sojourn(.4, 1.0, 1.0, 1.0, 3.0),
        spenn_tandem_sojourn(.4, 1.0, 1.0, 1.0), 1e-12);
    assert_near(spenn_feedback_sojourn(.4, 1.0, 0.0), spenn_mm1_sojourn(.4, 1.0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_server_of_many_is_one_server),
        cmocka_unit_test(several_servers_agree_with_their_birth_and_death_equations),
        cmocka_unit_test(a_large_room_is_no_limit_and_a_small_one_takes_what_it_can),
        cmocka_unit_test(a_quantile_turns_its_tail_round),
        cmocka_unit_test(priorities_move_waiting_but_keep_its_sum),
        cmocka_unit_test(the_upper_class_does_not_see_the_lower_one_that_it_interrupts),
        cmocka_unit_test(what_grows_without_bound_has_no_value),
        cmocka_unit_test(a_meeting_leaves_what_its_chain_of_meetings_leaves),
        cmocka_unit_test(a_meeting_without_limit_costs_half_its_interval),
        cmocka_unit_test(a_case_split_in_two_agrees_with_its_balance_equations),
        cmocka_unit_test(parts_that_wait_for_nobody_are_done_at_the_latest_of_them),
        cmocka_unit_test(a_tree_that_passes_nothing_on_is_its_leaves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
