/* SPDX-License-Identifier: MIT */
#include "morris.h"
#include "near.h"

#include <math.h>

static double product(const double *x)
{
    return x[0] + 2 * x[1] + 3 * x[0] * x[1];
}

/* All 32 trajectories of two inputs on the grid: levels, directions and orders. */
static void the_whole_grid_has_the_known_effects(void **state)
{
    (void)state;
    enum { all = 32 };
    struct spenn_morris_step step[all][2];
    double y[all][3];
    for (int t = 0; t < all; t++) {
        double u[3][2];
        for (int i = 0; i < 2; i++) {
            step[t][i] = (struct spenn_morris_step){
                (i + t) & 1, (t >> (1 + i)) & 1, (t >> (3 + i)) & 1};
        }
        spenn_morris_points(step[t], 2, u[0]);
        for (int p = 0; p < 3; p++) {
            y[t][p] = product(u[p]);
        }
    }
    struct spenn_effect effect[2];
    struct spenn_morris morris = {2, all, step[0], NULL};
    spenn_morris_effects(&morris, y[0], effect);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(effect[i].count, all);
        assert_near(effect[i].mean, 2.5 + i, 1e-12);
        assert_near(effect[i].star, 2.5 + i, 1e-12);
        assert_near(sqrt(effect[i].squares / all), sqrt(1.25), 1e-12);
        assert_near(effect[i].sigma, sqrt(1.25 * all / (all - 1)), 1e-12);
    }
}

static void a_trajectory_changes_each_input_once_by_two_thirds(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_morris morris;
    spenn_morris_make(1, 50, 6, &memory, &morris);
    int low = 0;
    for (int t = 0; t < 50; t++) {
        const double *u = morris.u + t * 7 * 6;
        for (int p = 0; p < 6; p++) {
            int32_t input = morris.step[t * 6 + p].input;
            for (int i = 0; i < 6; i++) {
                double change = u[(p + 1) * 6 + i] - u[p * 6 + i];
                assert_near(fabs(change), i == input ? 2 / 3.0 : 0, 1e-15);
                assert_true(u[p * 6 + i] >= 0 && u[p * 6 + i] <= 1);
            }
        }
        low += u[0] < .5;
    }
    assert_in_range(low, 10, 40); /* 25 expected, 4 standard deviations */
    spenn_arena_free(&memory);
}

static void a_missing_value_costs_its_own_effects_only(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_morris morris;
    struct spenn_effect effect[3];
    double y[5 * 4];
    spenn_morris_make(1, 5, 3, &memory, &morris);
    for (int i = 0; i < 20; i++) {
        y[i] = 4 * morris.u[3 * i] - morris.u[3 * i + 1];
    }
    y[0] = NAN; /* an end of one effect */
    y[6] = NAN; /* in the middle: of two */
    spenn_morris_effects(&morris, y, effect);
    assert_int_equal(effect[0].count + effect[1].count + effect[2].count, 15 - 3);
    assert_near(effect[0].mean, 4, 1e-12);
    assert_near(effect[1].mean, -1, 1e-12);
    assert_near(effect[1].star, 1, 1e-12);
    assert_near(effect[2].star, 0, 1e-12);
    for (int i = 0; i < 20; i++) {
        y[i] = NAN;
    }
    spenn_morris_effects(&morris, y, effect);
    assert_true(isnan(effect[0].star) && isnan(effect[0].sigma));
    spenn_arena_free(&memory);
}

static void inputs_are_chosen_that_rise_above_luck(void **state)
{
    (void)state;
    /* two outcomes of five inputs; the last is luck */
    const struct spenn_effect effect[2][5] = {
        {{.star = 8}, {.star = 2}, {.star = .5}, {.star = NAN}, {.star = 1}},
        {{.star = 0}, {.star = 5}, {.star = 1}, {.star = 10}, {.star = 0}},
    };
    struct spenn_screening s = {effect[0], 2, 5, 4, 19};
    int32_t chosen[19];
    assert_int_equal(spenn_screening_choose(&s, chosen), 4);
    assert_int_equal(chosen[0], 0); /* all of outcome 1; ties: the lower number */
    assert_int_equal(chosen[1], 3);
    assert_int_equal(chosen[2], 1);
    assert_int_equal(chosen[3], 2); /* a tenth, without luck there */
    s.outcomes = 1; /* input 2 is below luck, 3 has no effect that is known */
    assert_int_equal(spenn_screening_choose(&s, chosen), 2);
    s.most = 1;
    assert_int_equal(spenn_screening_choose(&s, chosen), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_grid_has_the_known_effects),
        cmocka_unit_test(a_trajectory_changes_each_input_once_by_two_thirds),
        cmocka_unit_test(a_missing_value_costs_its_own_effects_only),
        cmocka_unit_test(inputs_are_chosen_that_rise_above_luck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
