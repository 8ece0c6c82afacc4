/* SPDX-License-Identifier: MIT */
#include "near.h"
#include "points.h"

#include <string.h>

/* Counts of 2^m points in the elementary intervals 2^-a by 2^-(m-a) of columns i and j.
 */
static void hold_net(const double *u, int32_t width, int i, int j, int m)
{
    for (int a = 0; a <= m; a++) {
        int hit[1 << 8] = {0};
        for (int p = 0; p < 1 << m; p++) {
            int x = (int)(u[p * width + i] * (1 << a));
            int y = (int)(u[p * width + j] * (1 << (m - a)));
            hit[(x << (m - a)) + y]++;
        }
        for (int cell = 0; cell < 1 << m; cell++) {
            assert_int_equal(hit[cell], 1);
        }
    }
}

static void scrambled_points_are_a_net(void **state)
{
    (void)state;
    double u[256 * 40];
    spenn_design_sobol(7, 40, 256, u);
    for (int d = 0; d < 40; d++) {
        bool hit[256] = {false};
        for (int p = 0; p < 256; p++) {
            hit[(int)(u[p * 40 + d] * 256)] = true;
        }
        for (int cell = 0; cell < 256; cell++) {
            assert_true(hit[cell]);
        }
    }
    for (int m = 1; m <= 8; m++) {
        hold_net(u, 40, 0, 1, m); /* the first two dimensions are a (0, m, 2)-net */
    }
}

static void scrambles_differ_by_seed_and_dimension_and_are_uniform(void **state)
{
    (void)state;
    struct {
        double sum, squares, product;
    } seen = {0};
    enum { seeds = 2000 };
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double u[3 * 2];
        spenn_design_sobol(seed, 2, 3, u);
        seen.sum += u[4];
        seen.squares += u[4] * u[4];
        seen.product += (u[4] - .5) * (u[5] - .5);
    }
    assert_near(seen.sum / seeds, .5, 4 * sqrt(1 / 12.0 / seeds));
    assert_near(seen.squares / seeds, 1 / 3.0, 4 * sqrt(4 / 45.0 / seeds));
    assert_near(seen.product / seeds, 0, 4 / 12.0 / sqrt(seeds));
}

static void fewer_points_are_the_first_of_more(void **state)
{
    (void)state;
    double few[16 * 6], more[64 * 6];
    spenn_design_sobol(3, 6, 16, few);
    spenn_design_sobol(3, 6, 64, more);
    assert_memory_equal(few, more, sizeof few);
}

/* Integrals of exp(x + y) by 256 points, seeds 1 to 20. */
static void scrambled_points_beat_plain_ones(void **state)
{
    (void)state;
    double sobol = 0, plain = 0, truth = pow(exp(1) - 1, 2);
    for (uint64_t seed = 1; seed <= 20; seed++) {
        double u[256 * 2], mean[2] = {0, 0}, v[2];
        spenn_design_sobol(seed, 2, 256, u);
        for (int p = 0; p < 256; p++) {
            /* plain: one value a seed and place, as independent as its Latin columns of 1
             */
            spenn_design_latin(seed, (uint64_t)(2 * p), 1, &v[0], 1);
            spenn_design_latin(seed, (uint64_t)(2 * p + 1), 1, &v[1], 1);
            mean[0] += exp(u[2 * p] + u[2 * p + 1]) / 256;
            mean[1] += exp(v[0] + v[1]) / 256;
        }
        sobol += fabs(mean[0] - truth) / 20;
        plain += fabs(mean[1] - truth) / 20;
    }
    assert_true(sobol < plain / 10);
}

static void a_latin_column_fills_every_interval_once(void **state)
{
    (void)state;
    double u[2 * 100];
    spenn_design_latin(5, 0, 100, u, 2);
    spenn_design_latin(5, 1, 100, u + 1, 2);
    int hit[2][100] = {{0}};
    bool same = true;
    for (int p = 0; p < 100; p++) {
        assert_true(u[2 * p] >= 0 && u[2 * p] < 1);
        hit[0][(int)(u[2 * p] * 100)]++;
        hit[1][(int)(u[2 * p + 1] * 100)]++;
        same = same && u[2 * p] == u[2 * p + 1];
    }
    for (int cell = 0; cell < 100; cell++) {
        assert_int_equal(hit[0][cell], 1);
        assert_int_equal(hit[1][cell], 1);
    }
    assert_false(same);
}

static void swapped_rows_take_one_input_of_b(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_design design;
    static const int32_t sobol[] = {3, 1};
    spenn_design_make(&(struct spenn_design_plan){9, 32, 5, sobol, 2}, &memory, &design);
    for (int32_t point = 0; point < 32; point++) {
        for (int32_t input = 0; input < 5; input++) {
            double u[5];
            spenn_design_swapped(&design, input, point, u);
            for (int32_t i = 0; i < 5; i++) {
                const double *from = i == input ? design.b : design.a;
                assert_true(u[i] == from[point * 5 + i]);
                assert_true(u[i] >= 0 && u[i] < 1);
            }
            assert_true(design.a[point * 5 + input] != design.b[point * 5 + input]);
        }
    }
    spenn_arena_free(&memory);
}

/* The most important input has the first dimension, wherever it stands. */
static void order_decides_which_dimension_serves_an_input(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_design plain, turned;
    static const int32_t forth[] = {0, 1, 2}, back[] = {2, 0, 1};
    spenn_design_make(&(struct spenn_design_plan){4, 16, 3, forth, 3}, &memory, &plain);
    spenn_design_make(&(struct spenn_design_plan){4, 16, 3, back, 3}, &memory, &turned);
    for (int32_t point = 0; point < 16; point++) {
        for (int32_t i = 0; i < 3; i++) {
            assert_true(plain.a[point * 3 + forth[i]] == turned.a[point * 3 + back[i]]);
            assert_true(plain.b[point * 3 + forth[i]] == turned.b[point * 3 + back[i]]);
        }
    }
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scrambled_points_are_a_net),
        cmocka_unit_test(scrambles_differ_by_seed_and_dimension_and_are_uniform),
        cmocka_unit_test(fewer_points_are_the_first_of_more),
        cmocka_unit_test(scrambled_points_beat_plain_ones),
        cmocka_unit_test(a_latin_column_fills_every_interval_once),
        cmocka_unit_test(swapped_rows_take_one_input_of_b),
        cmocka_unit_test(order_decides_which_dimension_serves_an_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
