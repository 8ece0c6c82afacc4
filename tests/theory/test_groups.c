/* SPDX-License-Identifier: MIT
 * Screening, voting, nets of five, trees of messages, rework and opinion: laws, and
 * enumerations of the same by another way. */
#include "near.h"

#include "leavitt.h"
#include "opinion.h"
#include "rework.h"
#include "screening.h"
#include "tree_flow.h"
#include "voting.h"

static void committees_lie_between_a_polyarchy_and_a_hierarchy(void **state)
{
    (void)state;
    for (double p = 0.0; p <= 1.0; p += .125) {
        for (double n = 1.0; n <= 9.0; n += 1.0) {
            double any = spenn_polyarchy_accepts(p, n);
            double all = spenn_hierarchy_accepts(p, n);
            assert_near(spenn_committee_accepts(p, n, 1.0), any, 1e-12);
            assert_near(spenn_committee_accepts(p, n, n), all, 1e-12);
            for (double k = 2.0; k <= n;
                 k += 1.0) { /* what fails one way succeeds other */
                double passes = spenn_committee_accepts(p, n, k);
                double other = spenn_committee_accepts(1.0 - p, n, n - k + 1.0);
                assert_near(passes, 1.0 - other, 1e-12);
                assert_true(all <= passes + 1e-12 && passes <= any + 1e-12);
            }
        }
    }
}

static void architectures_sharpen_around_their_fixed_points(void **state)
{
    (void)state;
    for (double inner = 2.0; inner <= 4.0; inner += 1.0) {
        for (double outer = 2.0; outer <= 4.0; outer += 1.0) {
            double h = spenn_hierarchy_of_polyarchies_fixed(inner, outer);
            double p = spenn_polyarchy_of_hierarchies_fixed(inner, outer);
            assert_near(spenn_hierarchy_of_polyarchies(h, inner, outer), h, 1e-12);
            assert_near(p, 1.0 - h, 1e-10); /* each is the other, seen from no */
            assert_true(spenn_hierarchy_of_polyarchies((h + 1.0) / 2.0, inner, outer)
                > (h + 1.0) / 2.0);
            assert_true(spenn_hierarchy_of_polyarchies(h / 2.0, inner, outer) < h / 2.0);
        }
    }
    assert_near(spenn_committee_fixed(9.0, 5.0), .5, 1e-12);
    assert_true(isnan(spenn_committee_fixed(3.0, 3.0)));
}

/* Sah and Stiglitz 1988: with equal errors of both kinds the majority is best. */
static void with_equal_errors_the_simple_majority_judges_best(void **state)
{
    (void)state;
    for (double n = 3.0; n <= 11.0; n += 2.0) {
        double best = spenn_committee_right(.7, .3, .5, n, (n + 1.0) / 2.0);
        assert_near(best, spenn_jury_right(.7, n), 1e-12);
        for (double k = 1.0; k <= n; k += 1.0) {
            assert_true(spenn_committee_right(.7, .3, .5, n, k) <= best + 1e-12);
        }
    }
}

/* Midpoints of a fine grid instead of quadrature. */
static void noisy_screening_agrees_with_a_sum_over_a_fine_grid(void **state)
{
    (void)state;
    enum { cells = 20000 };
    double omitted = 0.0, committed = 0.0, paid = 0.0;
    for (int i = 0; i < cells; i++) {
        double q = -2.0 + 4.0 * (i + .5) / cells;
        double p = .5 * erfc(-q / .7 / sqrt(2.0));
        double yes = p * p * p + 3.0 * p * p * (1.0 - p);
        omitted += q > 0.0 ? 1.0 - yes : 0.0;
        committed += q < 0.0 ? yes : 0.0;
        paid += q * yes;
    }
    assert_near(spenn_noisy_omission(3.0, 2.0, .7, 2.0), omitted / cells, 1e-8);
    assert_near(spenn_noisy_commission(3.0, 2.0, .7, 2.0), committed / cells, 1e-8);
    assert_near(spenn_noisy_payoff(3.0, 2.0, .7, 2.0), paid / cells, 1e-7);
    assert_near(spenn_noisy_payoff(5.0, 3.0, 1e-6, 2.0), .5, 1e-6); /* sees all: E[q+] */
}

/* All orders of joining, instead of coalitions. */
static void pivots(
    const struct spenn_game *g, uint32_t joined, double weight, double *count)
{
    for (int32_t i = 0; i < g->players; i++) {
        double with = weight + g->weight[i];
        if (joined >> i & 1u) {
            continue;
        }
        if (with >= g->quota) { /* the rest in any order */
            double rest = 1.0;
            for (int32_t n = g->players - 1 - __builtin_popcount(joined); n > 1; n--) {
                rest *= n;
            }
            count[i] += rest;
        } else {
            pivots(g, joined | 1u << i, with, count);
        }
    }
}

static void power_is_the_share_of_orders_in_which_one_turns_the_vote(void **state)
{
    (void)state;
    static const double weight[] = {9, 7, 5, 3, 3, 1, 0};
    for (double quota = 1.0; quota <= 28.0; quota += 3.0) {
        struct spenn_game g = {quota, weight, 7};
        double power[7], count[7] = {0}, sum = 0.0;
        pivots(&g, 0, 0.0, count);
        assert_true(spenn_shapley_shubik(&g, power));
        for (int i = 0; i < 7; i++) {
            assert_near(power[i], count[i] / 5040.0, 1e-12);
            sum += power[i];
        }
        assert_near(sum, 1.0, 1e-12);
        assert_true(spenn_banzhaf(&g, power));
        assert_near(power[6], 0, 0); /* no votes, no power */
        assert_near(power[3], power[4], 0);
    }
    assert_false(spenn_banzhaf(&(struct spenn_game){1.0, weight, 25}, NULL));
}

static void every_net_needs_two_messages_for_each_other_person(void **state)
{
    (void)state;
    for (int i = 0; i < spenn_net_count; i++) {
        struct spenn_net_schedules found = spenn_net_search(&spenn_nets[i]);
        assert_int_equal(found.fewest, 8);
        assert_true(found.fastest <= found.fewest_time);
        assert_true(found.fastest_messages >= found.fewest);
    }
}

static void the_root_relays_what_its_pairs_need(void **state)
{
    (void)state;
    for (double span = 2.0; span <= 6.0; span += 1.0) {
        for (double levels = 2.0; levels <= 6.0; levels += 1.0) {
            double size = (pow(span, levels) - 1.0) / (span - 1.0);
            double share = spenn_tree_root_congestion(span, levels, INFINITY);
            assert_near(share, (size - 1.0) * (span - 1.0) / (span * size), 1e-12);
            double pairs = spenn_tree_root_pairs(span, levels);
            assert_near(share, pairs / (size * (size - 1.0)), 1e-12);
            double rate = spenn_tree_threshold(span, levels, 1.0);
            assert_near(spenn_tree_backlog_growth(span, levels, 1.0, rate), 0, 1e-12);
            assert_near(
                spenn_tree_backlog_growth(span, levels, 1.0, 2.0 * rate), 1, 1e-12);
        }
    }
    assert_near(spenn_tree_arenas_rate(3.0, 25.0) * (pow(3.0, 25.0) - 1.0) / 2.0,
        pow(3.0, 1.5) / 2.0, 1e-6);
    assert_true(isnan(spenn_tree_root_congestion(5.0, 6.0, 0.0)));
}

/* Items drawn again until they pass: a geometric series, term by term. */
static void rework_is_the_sum_of_its_rounds(void **state)
{
    (void)state;
    for (double p = 0.0; p <= .9; p += .3) {
        double again = .5, patched = .3, volume = 0.0, exceptions = 0.0, reached = 1.0;
        for (int round = 0; round < 200; round++) {
            volume += reached * (1.0 + p * patched / 2.0);
            exceptions += reached * p;
            reached *= p * again;
        }
        assert_near(spenn_rework_volume(p, again, patched), volume, 1e-12);
        assert_near(spenn_rework_exceptions(p, again, patched), exceptions, 1e-12);
    }
    assert_near(spenn_rework_risk(.5, .3), .2 + .15, 1e-12);
    assert_true(isnan(spenn_rework_volume(.1, .6, .6)));
    assert_true(isnan(spenn_rework_volume(1.0, 1.0, 0.0)));
}

static void only_some_sizes_can_be_stuck(void **state)
{
    (void)state;
    assert_near(spenn_opinion_stuck(8.0, 1.0), 1.0 - (2.0 + 16.0) / 256.0, 1e-12);
    assert_near(spenn_opinion_stuck(9.0, .6), 0, 0);
    assert_true(isnan(spenn_opinion_stuck(8.0, .5)));
    assert_near(spenn_rule_of_seven(3.0), 1, 0);
    assert_near(spenn_rule_of_seven(40.0), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(committees_lie_between_a_polyarchy_and_a_hierarchy),
        cmocka_unit_test(architectures_sharpen_around_their_fixed_points),
        cmocka_unit_test(with_equal_errors_the_simple_majority_judges_best),
        cmocka_unit_test(noisy_screening_agrees_with_a_sum_over_a_fine_grid),
        cmocka_unit_test(power_is_the_share_of_orders_in_which_one_turns_the_vote),
        cmocka_unit_test(every_net_needs_two_messages_for_each_other_person),
        cmocka_unit_test(the_root_relays_what_its_pairs_need),
        cmocka_unit_test(rework_is_the_sum_of_its_rounds),
        cmocka_unit_test(only_some_sizes_can_be_stuck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
