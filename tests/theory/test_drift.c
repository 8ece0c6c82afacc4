/* SPDX-License-Identifier: MIT
 * Practice in closed form at its limits, where other formulas say what it must be. */
#include "near.h"

#include "drift.h"

static void who_never_adapts_is_as_unlike_as_if_nobody_met(void **context)
{
    (void)context;
    assert_near(spenn_meeting_uniformity(10, 0, 0.02, 0.5, 1), 0.0, 1e-12);
}

/* Daily meetings and slow drift hold norms together by pull against drift: the norm part
 * is 1 / (1 + k / theta) squared, k = pull / (1 - pull). */
static void short_intervals_balance_pull_against_drift(void **context)
{
    (void)context;
    double pull = 1e-4, drift = 1e-4, share = 1.0 / (1.0 + pull / (1.0 - pull) / drift);
    assert_near(
        spenn_meeting_uniformity(1, pull, drift, 0, 1), 1.0 - share * share, 1e-3);
    assert_near(spenn_meeting_uniformity(1, pull, drift, 1, 0),
        1.0 - 1.0 / (1.0 + pull / drift), 1e-3);
}

/* Full adaptation: only the days since the meeting tell. */
static void after_full_adaptation_views_part_day_by_day(void **context)
{
    (void)context;
    double b = exp(-2 * 0.1);
    assert_near(spenn_meeting_uniformity(2, 1, 0.1, 1, 0), 1.0 - (1.0 - b) / 2.0, 1e-12);
    assert_near(spenn_meeting_alignment(1, 1, 0.1), 1.0, 1e-12);
}

static void those_who_stay_away_cost_uniformity(void **context)
{
    (void)context;
    double all[] = {5, 0.4, 0.02, 0.5, 1, 8, 8}, none[] = {5, 0.4, 0.02, 0.5, 1, 8, 1};
    assert_near(spenn_partial_uniformity(all),
        spenn_meeting_uniformity(5, 0.4, 0.02, 0.5, 1), 1e-12);
    assert_near(spenn_partial_uniformity(none), 0.0, 1e-12);
}

static void outside_its_range_there_is_no_value(void **context)
{
    (void)context;
    double nine_of_eight[] = {5, 0.4, 0.02, 0.5, 1, 8, 9};
    assert_true(isnan(spenn_meeting_uniformity(0, 0.5, 0.02, 0.5, 1)));
    assert_true(isnan(spenn_meeting_uniformity(2.5, 0.5, 0.02, 0.5, 1)));
    assert_true(isnan(spenn_meeting_uniformity(5, 1.5, 0.02, 0.5, 1)));
    assert_true(isnan(spenn_meeting_uniformity(5, 0.5, 0.02, 0, 0)));
    assert_true(isnan(spenn_meeting_alignment(5, 0.5, 0)));
    assert_true(isnan(spenn_meeting_alignment(5, 0, 0.01)));
    assert_true(isnan(spenn_partial_uniformity(nine_of_eight)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_never_adapts_is_as_unlike_as_if_nobody_met),
        cmocka_unit_test(short_intervals_balance_pull_against_drift),
        cmocka_unit_test(after_full_adaptation_views_part_day_by_day),
        cmocka_unit_test(those_who_stay_away_cost_uniformity),
        cmocka_unit_test(outside_its_range_there_is_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
