/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "interval.h"
#include "near.h"

static struct spenn_moments moments_of(const double *value, int32_t count)
{
    struct spenn_moments moments = {0};
    for (int32_t i = 0; i < count; i++) {
        spenn_moments_add(&moments, value[i]);
    }
    return moments;
}

static const double ten[] = {1.20, 1.50, 1.68, 1.89, .95, 1.49, 1.58, 1.55, .50, 1.09};

static void the_ten_values_of_law_and_kelton_have_their_mean_and_widths(void **state)
{
    (void)state;
    struct spenn_moments moments = moments_of(ten, 10);
    assert_near(moments.mean, 1.343, 1e-12);
    assert_near(moments.squares / 9, .167512, 5e-7);
    assert_near(spenn_moments_half(&moments, .10), .2372, 1e-4);
    assert_near(spenn_moments_half(&moments, .05), .2928, 5e-5);
    struct spenn_interval interval = spenn_moments_interval(&moments, .05);
    assert_near(interval.low, 1.343 - .2928, 5e-5);
    assert_near(interval.high, 1.343 + .2928, 5e-5);
}

static void a_value_that_was_not_observed_is_left_out(void **state)
{
    (void)state;
    const double value[] = {NAN, 1, NAN, 3};
    struct spenn_moments moments = moments_of(value, 4);
    assert_int_equal(moments.count, 2);
    assert_near(moments.mean, 2, 0);
    assert_near(moments.squares, 2, 0);
}

static void one_value_has_no_interval(void **state)
{
    (void)state;
    struct spenn_moments moments = moments_of(ten, 1);
    assert_true(isnan(spenn_moments_interval(&moments, .05).low));
    assert_true(isnan(spenn_moments_interval(&moments, .05).high));
}

static void equal_values_have_an_interval_of_no_width(void **state)
{
    (void)state;
    const double value[] = {.1, .1, .1};
    struct spenn_moments moments = moments_of(value, 3);
    assert_near(spenn_moments_half(&moments, .05), 0, 0);
}

/* X = -ln U, Y = -(ln U) / 2 on the same U: Var(X - Y) = .25; on their own U: 1.25.
 * The mean of an exponential and its antithetic twin has the variance .17753. U runs
 * through the midpoints of a fine grid, so the tolerance is that of the sum alone. */
static void common_numbers_take_four_fifths_of_the_variance_of_a_difference(void **state)
{
    (void)state;
    enum { cells = 100000 };
    const double golden = (sqrt(5) - 1) / 2;
    struct spenn_moments x = {0}, y = {0}, paired = {0}, twins = {0};
    struct spenn_moments other = {0}, independent = {0};
    for (int32_t i = 0; i < cells; i++) {
        double u = (i + .5) / cells;
        spenn_moments_add(&x, -log(u));
        spenn_moments_add(&y, -log(u) / 2);
        spenn_moments_add(&paired, -log(u) + log(u) / 2);
        spenn_moments_add(&twins, -(log(u) + log(1 - u)) / 2);
        double v = fmod((i + .5) * golden, 1); /* as if drawn apart from u */
        spenn_moments_add(&other, -log(v) / 2);
        spenn_moments_add(&independent, -log(u) + log(v) / 2);
    }
    double apart = (x.squares + y.squares) / (cells - 1);
    assert_near(apart, 1.25, 1e-3);
    assert_near(paired.squares / (cells - 1), .25, 1e-3);
    assert_near(twins.squares / (cells - 1), .177533, 1e-3);
    assert_near(spenn_variance_reduction(&x, &y, &paired), 5, 1e-2);
    assert_near(spenn_variance_reduction(&x, &other, &independent), 1, 1e-2);
    assert_true(
        isnan(spenn_variance_reduction(&x, &x, &(struct spenn_moments){cells, 0, 0})));
}

/* t(9, .975) = 2.262157 and s = .409283: (2.262157 x .409283 / .2)^2 = 21.43. */
static void a_first_stage_says_how_many_values_a_width_takes(void **state)
{
    (void)state;
    struct spenn_moments first = {0};
    for (int32_t i = 0; i < 10; i++) {
        spenn_moments_add(&first, ten[i]);
    }
    assert_near(spenn_stein_number(&first, .2, .05), 22, 0);
    assert_near(spenn_stein_number(&first, .5, .05), 10, 0);
    assert_true(isinf(spenn_stein_number(&first, 0, .05)));
    struct spenn_moments all = {22, 1.3, 99};
    struct spenn_interval interval = spenn_stein_interval(&first, &all, .05);
    assert_near(interval.high - 1.3, 2.262157 * .409283 / sqrt(22), 1e-5);
    assert_near(1.3 - interval.low, interval.high - 1.3, 1e-12);
    struct spenn_moments still = {10, 1.3, 0};
    assert_near(spenn_stein_number(&still, 0, .05), 10, 0);
    interval = spenn_stein_interval(&still, &all, .05); /* then that of all */
    assert_near(interval.high - 1.3, spenn_moments_half(&all, .05), 1e-12);
}

static void the_looks_are_the_five_planned_ones(void **state)
{
    (void)state;
    const int32_t planned[] = {30, 60, 120, 240, 480};
    int32_t look[spenn_most_looks];
    assert_int_equal(spenn_looks(30, 480, look), 5);
    assert_memory_equal(look, planned, sizeof planned);
}

static void a_fixed_number_is_looked_at_once_and_exactly(void **state)
{
    (void)state;
    const int32_t fixed[] = {1, 7, 30, 100, 480, 1000};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        int32_t look[spenn_most_looks];
        assert_int_equal(spenn_looks(fixed[i], fixed[i], look), 1);
        assert_int_equal(look[0], fixed[i]);
    }
}

static void looks_are_brought_into_the_range(void **state)
{
    (void)state;
    int32_t look[spenn_most_looks];
    assert_int_equal(spenn_looks(50, 100, look), 3);
    assert_int_equal(look[0], 50);
    assert_int_equal(look[1], 60);
    assert_int_equal(look[2], 100);
    assert_int_equal(spenn_looks(10, 2000, look), 6);
    assert_int_equal(look[0], 30);
    assert_int_equal(look[5], 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ten_values_of_law_and_kelton_have_their_mean_and_widths),
        cmocka_unit_test(a_value_that_was_not_observed_is_left_out),
        cmocka_unit_test(one_value_has_no_interval),
        cmocka_unit_test(equal_values_have_an_interval_of_no_width),
        cmocka_unit_test(common_numbers_take_four_fifths_of_the_variance_of_a_difference),
        cmocka_unit_test(a_first_stage_says_how_many_values_a_width_takes),
        cmocka_unit_test(the_looks_are_the_five_planned_ones),
        cmocka_unit_test(a_fixed_number_is_looked_at_once_and_exactly),
        cmocka_unit_test(looks_are_brought_into_the_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
