/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "near.h"
#include "verdict.h"

static enum spenn_verdict verdict(
    enum spenn_direction is, double low, double high, double zone)
{
    return spenn_verdict_decide(is, (struct spenn_interval){low, high}, zone);
}

static void an_interval_beyond_the_zone_supports(void **state)
{
    (void)state;
    assert_int_equal(verdict(SPENN_HIGHER, 2, 5, 2), SPENN_SUPPORTED);
    assert_int_equal(verdict(SPENN_LOWER, -5, -2, 2), SPENN_SUPPORTED);
    assert_int_equal(verdict(SPENN_HIGHER, .1, 5, 0), SPENN_SUPPORTED);
}

static void an_interval_beyond_the_zone_on_the_other_side_contradicts(void **state)
{
    (void)state;
    assert_int_equal(verdict(SPENN_HIGHER, -5, -2, 2), SPENN_CONTRADICTED);
    assert_int_equal(verdict(SPENN_LOWER, 2, 5, 2), SPENN_CONTRADICTED);
}

static void an_interval_within_the_zone_is_no_material_difference(void **state)
{
    (void)state;
    assert_int_equal(verdict(SPENN_HIGHER, -1, 1.9, 2), SPENN_NO_DIFFERENCE);
    assert_int_equal(verdict(SPENN_LOWER, -1, 1.9, 2), SPENN_NO_DIFFERENCE);
    assert_int_equal(verdict(SPENN_HIGHER, 1, 1.9, 2), SPENN_NO_DIFFERENCE);
    assert_int_equal(verdict(SPENN_HIGHER, 0, 0, 0), SPENN_NO_DIFFERENCE);
}

static void an_interval_across_the_edge_is_undecided(void **state)
{
    (void)state;
    assert_int_equal(verdict(SPENN_HIGHER, 1, 3, 2), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_LOWER, -3, 1, 2), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_SAME, 1, 3, 2), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_HIGHER, -1, 1, 0), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_HIGHER, 0, 1, 0), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_HIGHER, NAN, NAN, 2), SPENN_UNDECIDED);
    assert_int_equal(verdict(SPENN_SAME, NAN, NAN, 0), SPENN_UNDECIDED);
}

static void the_same_is_supported_within_and_contradicted_beyond(void **state)
{
    (void)state;
    assert_int_equal(verdict(SPENN_SAME, -1, 1, 2), SPENN_SUPPORTED);
    assert_int_equal(verdict(SPENN_SAME, 0, 0, 0), SPENN_SUPPORTED);
    assert_int_equal(verdict(SPENN_SAME, 2, 3, 2), SPENN_CONTRADICTED);
    assert_int_equal(verdict(SPENN_SAME, -3, -2, 2), SPENN_CONTRADICTED);
}

static void a_last_bit_does_not_move_the_edge(void **state)
{
    (void)state;
    double difference = .3 - .2; /* a little less than .1 */
    assert_int_equal(verdict(SPENN_HIGHER, difference, difference, .1), SPENN_SUPPORTED);
}

static void an_exact_difference_is_never_undecided(void **state)
{
    (void)state;
    for (int32_t zone = 0; zone < 4; zone++) {
        for (int32_t x = -5; x <= 5; x++) {
            for (int32_t is = SPENN_HIGHER; is <= SPENN_SAME; is++) {
                assert_int_not_equal(
                    verdict((enum spenn_direction)is, x, x, zone), SPENN_UNDECIDED);
            }
        }
    }
}

static void the_zone_is_the_scenarios_or_the_larger_of_the_measures(void **state)
{
    (void)state;
    const struct spenn_measure measure = {.zone = 2, .zone_relative = .1};
    struct spenn_expect expect = {.indifference = NAN};
    assert_near(spenn_verdict_zone(&expect, &measure, 10), 2, 0);
    assert_near(spenn_verdict_zone(&expect, &measure, -50), 5, 1e-12);
    assert_near(spenn_verdict_zone(&expect, &measure, NAN), 2, 0);
    expect.indifference = .5;
    assert_near(spenn_verdict_zone(&expect, &measure, 50), .5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interval_beyond_the_zone_supports),
        cmocka_unit_test(an_interval_beyond_the_zone_on_the_other_side_contradicts),
        cmocka_unit_test(an_interval_within_the_zone_is_no_material_difference),
        cmocka_unit_test(an_interval_across_the_edge_is_undecided),
        cmocka_unit_test(the_same_is_supported_within_and_contradicted_beyond),
        cmocka_unit_test(a_last_bit_does_not_move_the_edge),
        cmocka_unit_test(an_exact_difference_is_never_undecided),
        cmocka_unit_test(the_zone_is_the_scenarios_or_the_larger_of_the_measures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
