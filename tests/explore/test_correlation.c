/* SPDX-License-Identifier: MIT */
#include "correlation.h"
#include "design.h"
#include "near.h"

#include <math.h>

static void ranks_are_compared_and_ties_share_theirs(void **state)
{
    (void)state;
    /* y has the ranks 1 2.5 2.5 4 5 6 7 8; the last point has no y */
    const double x[][2] = {
        {1, 7}, {2, 7}, {3, 7}, {40, 7}, {50, 7}, {60, 7}, {80, 7}, {70, 7}, {0, 7}};
    const double y[] = {1, 2, 2, 9, 10, 11, 12, 13, NAN};
    double rho[2];
    assert_int_equal(
        spenn_correlations(&(struct spenn_sample){9, 2, 2, x[0], y}, rho), 8);
    /* of the ranks: squares 42 and 41.5, those of the differences 2.5 */
    assert_near(rho[0], (42 + 41.5 - 2.5) / 2 / sqrt(42 * 41.5), 1e-12);
    assert_true(isnan(rho[1])); /* constant */
    assert_int_equal(
        spenn_correlations(&(struct spenn_sample){7, 2, 2, x[0], y}, rho), 7);
    assert_true(isnan(rho[0]));
}

/* Five inputs of noise: of 100 samples about 5 hold one beyond chance. */
static void chance_is_exceeded_as_often_as_said(void **state)
{
    (void)state;
    int beyond = 0;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        double x[64 * 6], y[64], rho[6];
        for (int32_t i = 0; i < 6; i++) {
            spenn_design_latin(seed, (uint64_t)i, 64, x + i, 6);
        }
        for (int32_t j = 0; j < 64; j++) {
            y[j] = x[j * 6 + 5];
        }
        spenn_correlations(&(struct spenn_sample){64, 5, 6, x, y}, rho);
        double largest = 0;
        for (int32_t i = 0; i < 5; i++) {
            largest = fmax(largest, fabs(rho[i]));
        }
        beyond += largest > spenn_correlation_chance(64, 5);
    }
    assert_in_range(beyond, 0, 12);
    assert_true(isnan(spenn_correlation_chance(7, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_compared_and_ties_share_theirs),
        cmocka_unit_test(chance_is_exceeded_as_often_as_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
