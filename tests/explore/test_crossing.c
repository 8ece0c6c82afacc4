/* SPDX-License-Identifier: MIT
 * Crossings of functions whose roots are known. */
#include "unit.h"

#include "crossing.h"
#include "near.h"

#include <math.h>

struct curve {
    double (*value)(double x);
    double half; /* of the interval */
};

static bool at(void *context, double x, struct spenn_margin *margin)
{
    const struct curve *curve = context;
    double mean = curve->value(x);
    *margin = (struct spenn_margin){mean, mean - curve->half, mean + curve->half};
    return true;
}

static struct spenn_crossings find(
    struct spenn_axis axis, struct curve curve, struct spenn_arena *memory)
{
    struct spenn_crossings found;
    assert_true(spenn_crossings_find(&axis, at, &curve, memory, &found));
    return found;
}

static double half_of_a_logistic(double x)
{
    return .5 - 1 / (1 + exp((x - 15) / 3));
}

static void an_exact_root_is_found_to_the_tolerance(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found = find((struct spenn_axis){2, 40, false, 8, 1e-9},
        (struct curve){half_of_a_logistic, 0}, &memory);
    assert_int_equal(found.count, 1);
    assert_true(found.exact && found.sure);
    assert_int_equal(found.start, SPENN_FAILS);
    assert_int_equal(found.crossing[0].after, SPENN_HOLDS);
    assert_near(found.crossing[0].first, 15, 2e-9);
    assert_near(found.crossing[0].low, found.crossing[0].high, 0);
    spenn_arena_free(&memory);
}

static void whole_numbers_are_searched_to_the_next_one(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found = find((struct spenn_axis){2, 40, true, 8, 1},
        (struct curve){half_of_a_logistic, 0}, &memory);
    assert_int_equal(found.count, 1);
    assert_near(found.crossing[0].last, 15, 0); /* half is not below half */
    assert_near(found.crossing[0].first, 16, 0);
    spenn_arena_free(&memory);
}

static double wave(double x)
{
    return sin(x);
}

static void every_crossing_of_the_grid_is_told(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found = find(
        (struct spenn_axis){1, 10, false, 9, 1e-9}, (struct curve){wave, 0}, &memory);
    assert_int_equal(found.count, 3);
    for (int32_t i = 0; i < 3; i++) {
        assert_near(found.crossing[i].first, (i + 1) * acos(-1), 2e-9);
        assert_int_equal(found.crossing[i].after, i % 2 ? SPENN_HOLDS : SPENN_FAILS);
    }
    spenn_arena_free(&memory);
}

static double line(double x)
{
    return 2 * (x - 3);
}

/* A margin of 2 (x - 3) with an interval of +-1 leaves 2.5 to 3.5 in doubt. */
static void the_interval_is_where_the_sign_is_in_doubt(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found =
        find((struct spenn_axis){0, 8, false, 8, 1e-6}, (struct curve){line, 1}, &memory);
    assert_int_equal(found.count, 1);
    assert_false(found.exact);
    assert_true(found.sure);
    assert_near(found.crossing[0].first, 3, 2e-6);
    assert_near(found.crossing[0].low, 2.5, 2e-6);
    assert_near(found.crossing[0].high, 3.5, 2e-6);
    assert_false(found.crossing[0].low_open || found.crossing[0].high_open);
    spenn_arena_free(&memory);
}

static void an_interval_beyond_the_axis_is_open(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found = find(
        (struct spenn_axis){2.75, 8, false, 8, 1e-6}, (struct curve){line, 1}, &memory);
    assert_int_equal(found.count, 1);
    assert_true(found.crossing[0].low_open);
    assert_near(found.crossing[0].low, 2.75, 0);
    assert_false(found.crossing[0].high_open);
    spenn_arena_free(&memory);
}

static double hill(double x)
{
    return -(x - 4) * (x - 4) - .5;
}

/* It never holds as far as the means say, but near 4 the interval cannot tell. */
static void doubt_without_a_crossing_is_told(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found =
        find((struct spenn_axis){0, 8, false, 8, 1e-6}, (struct curve){hill, 1}, &memory);
    assert_int_equal(found.count, 0);
    assert_int_equal(found.start, SPENN_FAILS);
    assert_false(found.sure);
    spenn_arena_free(&memory);
}

static double gap(double x)
{
    return x < 2 ? -1 : x < 3.3 ? NAN : 1;
}

static void where_nothing_can_be_told_has_two_ends(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found =
        find((struct spenn_axis){0, 5, false, 1, 1e-6}, (struct curve){gap, 0}, &memory);
    assert_int_equal(found.count, 2);
    assert_int_equal(found.crossing[0].after, SPENN_UNTOLD);
    assert_near(found.crossing[0].first, 2, 2e-6);
    assert_int_equal(found.crossing[1].after, SPENN_HOLDS);
    assert_near(found.crossing[1].first, 3.3, 2e-6);
    spenn_arena_free(&memory);
}

static bool refuse(void *context, double x, struct spenn_margin *margin)
{
    (void)x;
    *margin = (struct spenn_margin){1, 1, 1};
    return --*(int *)context > 0;
}

static void a_stop_ends_the_search(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_crossings found;
    const struct spenn_axis axis = {0, 1, false, 8, 1e-3};
    int left = 3;
    assert_false(spenn_crossings_find(&axis, refuse, &left, &memory, &found));
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exact_root_is_found_to_the_tolerance),
        cmocka_unit_test(whole_numbers_are_searched_to_the_next_one),
        cmocka_unit_test(every_crossing_of_the_grid_is_told),
        cmocka_unit_test(the_interval_is_where_the_sign_is_in_doubt),
        cmocka_unit_test(an_interval_beyond_the_axis_is_open),
        cmocka_unit_test(doubt_without_a_crossing_is_told),
        cmocka_unit_test(where_nothing_can_be_told_has_two_ends),
        cmocka_unit_test(a_stop_ends_the_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
