/* SPDX-License-Identifier: MIT */
#include "map.h"
#include "near.h"

#include <math.h>

static void points_fall_into_their_bins(void **state)
{
    (void)state;
    const double u[][3] = {
        {.1, 9, .1}, {.2, 9, .3}, {.9, 9, .4}, {1, 9, 1}, {.6, 9, .2}, {.4, 9, .499}};
    const int8_t verdict[] = {1, 0, 1, 0, -1, 1};
    const double value[] = {2, 4, 6, 8, NAN, NAN};
    struct spenn_arena memory = {0};
    struct spenn_map map;
    spenn_map_make(
        &(struct spenn_map_points){6, u[0], 3, 0, 2, verdict, value}, 2, &memory, &map);
    assert_int_equal(map.bins, 2);
    assert_int_equal(map.bin[0].points, 3); /* both low */
    assert_int_equal(map.bin[0].verdicts, 3);
    assert_near(map.bin[0].share, 2 / 3.0, 1e-15);
    assert_near(map.bin[0].mean, 3, 1e-15);
    assert_int_equal(map.bin[1].points, 2); /* across high, up low */
    assert_int_equal(map.bin[1].verdicts, 1);
    assert_near(map.bin[1].share, 1, 0);
    assert_int_equal(map.bin[2].points, 0); /* empty: nothing is known */
    assert_true(isnan(map.bin[2].share) && isnan(map.bin[2].mean));
    assert_int_equal(map.bin[3].points, 1);
    assert_near(map.bin[3].mean, 8, 0);
    spenn_arena_free(&memory);
}

static void bins_hold_about_sixteen_points(void **state)
{
    (void)state;
    assert_int_equal(spenn_map_bins(1), 2);
    assert_int_equal(spenn_map_bins(128), 2);
    assert_int_equal(spenn_map_bins(144), 3);
    assert_int_equal(spenn_map_bins(512), 5);
    assert_int_equal(spenn_map_bins(1 << 20), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_fall_into_their_bins),
        cmocka_unit_test(bins_hold_about_sixteen_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
