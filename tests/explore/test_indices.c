/* SPDX-License-Identifier: MIT */
#include "near.h"
#include "points.h"

#include <string.h>

static const struct spenn_bootstrap none = {.alpha = .05};

static void hold(const struct spenn_indices *indices, const double *first,
    const double *total, double tolerance)
{
    assert_int_equal(indices->state, SPENN_INDICES_FOUND);
    for (int i = 0; i < indices->inputs; i++) {
        assert_near(indices->index[i].first, first[i], tolerance);
        assert_near(indices->index[i].total, total[i], tolerance);
    }
}

static void known_functions_have_their_indices(void **state)
{
    (void)state;
    static const double ishigami_first[] = {.313905, .442411, 0};
    static const double ishigami_total[] = {.557589, .442411, .243684};
    static const double g_first[] = {
        .716192, .179048, .023676, .007162, .000072, .000072, .000072, .000072};
    static const double g_total[] = {
        .787144, .242198, .034317, .010460, .000105, .000105, .000105, .000105};
    static const double linear_both[] = {1 / 14.0, 4 / 14.0, 9 / 14.0};
    struct spenn_arena memory = {0};
    struct spenn_design design = design_of(1, 4096, 3, &memory);
    struct spenn_indices indices = indices_of(ishigami, &design, &none, &memory);
    hold(&indices, ishigami_first, ishigami_total, .01);
    assert_near(indices.mean, 3.5, .01);
    assert_near(indices.variance, 13.844588, .1);
    indices = indices_of(linear, &design, &none, &memory);
    hold(&indices, linear_both, linear_both, .01);
    design = design_of(1, 4096, 8, &memory);
    indices = indices_of(spenn_g, &design, &none, &memory);
    hold(&indices, g_first, g_total, .01);
    spenn_arena_free(&memory);
}

static double flat(const double *u)
{
    return 1e6 + 0 * u[0];
}

static double holed(const double *u)
{
    return u[0] < .1 ? NAN : linear(u);
}

static double nowhere(const double *u)
{
    return 0 * u[0] + NAN;
}

static void an_outcome_without_spread_or_values_has_no_indices(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_design design = design_of(1, 64, 3, &memory);
    struct spenn_indices indices = indices_of(flat, &design, &none, &memory);
    assert_int_equal(indices.state, SPENN_INDICES_CONSTANT);
    assert_true(isnan(indices.index[2].first) && isnan(indices.index[2].total));
    assert_near(indices.mean, 1e6, 1e-6);
    indices = indices_of(nowhere, &design, &none, &memory);
    assert_int_equal(indices.state, SPENN_INDICES_FEW);
    assert_int_equal(indices.left_out, 64);
    assert_true(isnan(indices.mean));
    int32_t order[2];
    assert_int_equal(spenn_indices_rank(&indices, 2, order), 0);
    spenn_arena_free(&memory);
}

/* u0 below .1 in A or in B: .19 of the rows. What is left is x0 on .1 .. 1. */
static void rows_with_a_missing_value_are_left_out(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_design design = design_of(1, 1024, 3, &memory);
    struct spenn_indices indices = indices_of(holed, &design, &none, &memory);
    double x0 = .81, all = x0 + 4 + 9;
    assert_int_equal(indices.rows + indices.left_out, 1024);
    assert_in_range(indices.left_out, 190, 199);
    hold(&indices, (double[]){x0 / all, 4 / all, 9 / all},
        (double[]){x0 / all, 4 / all, 9 / all}, .03);
    spenn_arena_free(&memory);
}

/* A value missing in one A_B costs that input a row, no other. */
static void an_index_takes_the_rows_that_have_its_three_values(void **state)
{
    (void)state;
    double a[20], b[20], ab[2][20];
    for (int j = 0; j < 20; j++) {
        a[j] = j;
        b[j] = 19 - j;
        ab[0][j] = j < 13 ? NAN : b[j];
        ab[1][j] = j < 12 ? NAN : b[j];
    }
    struct spenn_arena memory = {0};
    struct spenn_indices indices;
    spenn_indices_find(&(struct spenn_outputs){20, 2, a, b, ab[0]},
        &(struct spenn_bootstrap){1, 50, .05}, &memory, &indices);
    assert_int_equal(indices.state, SPENN_INDICES_FOUND);
    assert_int_equal(indices.rows, 20);
    assert_int_equal(indices.index[0].rows, 7);
    assert_true(isnan(indices.index[0].total) && isnan(indices.index[0].total_low));
    assert_int_equal(indices.index[1].rows, 8);
    /* (2 j - 19)^2 of 12 .. 19 over 8, half of that over the variance of 0 .. 19 twice */
    assert_near(indices.index[1].total, 1320 / 8.0 / 2 / (1330 / 39.0), 1e-12);
    assert_true(indices.index[1].total_low > 0);
    int32_t order[1];
    assert_int_equal(spenn_indices_rank(&indices, 0, order), 0); /* luck is not known */
    spenn_arena_free(&memory);
}

/* Points of independent rows (a Latin hypercube is close to it): of 100 intervals of the
 * totals of a linear function at least 85 hold the true value. */
static void bootstrap_intervals_hold_about_as_often_as_they_say(void **state)
{
    (void)state;
    static const double true_total[] = {1 / 14.0, 4 / 14.0, 9 / 14.0};
    int held = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct spenn_arena memory = {0};
        struct spenn_design design;
        spenn_design_make(
            &(struct spenn_design_plan){seed, 64, 3, NULL, 0}, &memory, &design);
        struct spenn_indices indices = indices_of(
            linear, &design, &(struct spenn_bootstrap){seed, 200, .05}, &memory);
        for (int i = 0; i < 3; i++) {
            const struct spenn_sobol_index *index = &indices.index[i];
            assert_true(index->total_low <= index->total_high);
            held +=
                index->total_low <= true_total[i] && true_total[i] <= index->total_high;
        }
        spenn_arena_free(&memory);
    }
    assert_in_range(held, 102, 120);
}

static double turned(const double *u)
{
    return ishigami((double[]){u[1], u[2], u[0]});
}

/* Inputs in another order, served by the same points: the same bytes in that order. */
static void permuting_inputs_permutes_results(void **state)
{
    (void)state;
    static const int32_t forth[] = {0, 1, 2}, back[] = {1, 2, 0};
    struct spenn_arena memory = {0};
    struct spenn_design design;
    const struct spenn_bootstrap bootstrap = {1, 50, .05};
    spenn_design_make(&(struct spenn_design_plan){6, 64, 3, forth, 3}, &memory, &design);
    struct spenn_indices one = indices_of(ishigami, &design, &bootstrap, &memory);
    spenn_design_make(&(struct spenn_design_plan){6, 64, 3, back, 3}, &memory, &design);
    struct spenn_indices two = indices_of(turned, &design, &bootstrap, &memory);
    for (int i = 0; i < 3; i++) {
        assert_memory_equal(
            &one.index[i], &two.index[back[i]], sizeof(struct spenn_sobol_index));
    }
    spenn_arena_free(&memory);
}

static void inputs_matter_that_rise_above_luck(void **state)
{
    (void)state;
    struct spenn_sobol_index index[] = {
        {.total = .1, .total_low = .05},
        {.total = .6, .total_low = .5},
        {.total = .3, .total_low = .25}, /* luck */
        {.total = .6, .total_low = .31},
        {.total = .4, .total_low = .2},
    };
    struct spenn_indices indices = {.inputs = 5, .index = index};
    int32_t order[4];
    assert_int_equal(spenn_indices_rank(&indices, 2, order), 2);
    assert_int_equal(order[0], 1);
    assert_int_equal(order[1], 3);
    assert_int_equal(order[2], 4);
    assert_int_equal(order[3], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_functions_have_their_indices),
        cmocka_unit_test(an_outcome_without_spread_or_values_has_no_indices),
        cmocka_unit_test(rows_with_a_missing_value_are_left_out),
        cmocka_unit_test(an_index_takes_the_rows_that_have_its_three_values),
        cmocka_unit_test(bootstrap_intervals_hold_about_as_often_as_they_say),
        cmocka_unit_test(permuting_inputs_permutes_results),
        cmocka_unit_test(inputs_matter_that_rise_above_luck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
