/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "near.h"
#include "warmup.h"

static const double series[] = {
    10, 8, 6, 4, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 1, 0, 2, 1, 1, 1};

static void the_known_series_drops_five_values_one_by_one(void **state)
{
    (void)state;
    struct spenn_mser found = spenn_mser_find(series, 20, 1);
    assert_int_equal(found.drop, 5);
    assert_near(found.error, .026667, 5e-7);
    assert_near(found.mean, 1.0, 1e-12);
    assert_false(found.too_short);
}

static void the_known_series_drops_one_batch_of_five(void **state)
{
    (void)state;
    struct spenn_mser found = spenn_mser_find(series, 20, 5);
    assert_int_equal(found.drop, 5);
    assert_near(found.error, 0, 0);
    assert_near(found.mean, 1.0, 1e-12);
    assert_false(found.too_short);
}

static void a_series_that_never_moves_drops_nothing(void **state)
{
    (void)state;
    const double flat[12] = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
    assert_int_equal(spenn_mser_find(flat, 12, 1).drop, 0);
}

static void a_series_that_settles_late_is_too_short(void **state)
{
    (void)state;
    double late[40];
    for (int32_t i = 0; i < 40; i++) {
        late[i] = i < 28 ? 100 - i : i % 2;
    }
    struct spenn_mser found = spenn_mser_find(late, 40, 1);
    assert_true(found.too_short);
    assert_in_range(found.drop, 0, 20);
}

/* Luck alone puts the minimum into the second half of many a steady series. */
static void a_steady_series_is_rarely_called_too_short(void **state)
{
    (void)state;
    enum { runs = 400, batches = 20 };
    uint64_t seed = 1;
    int32_t bare = 0, clear = 0;
    for (int32_t run = 0; run < runs; run++) {
        double steady[batches];
        for (int32_t i = 0; i < batches; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U; /* Knuth's LCG */
            steady[i] = (double)(seed >> 11) / 9007199254740992.0;
        }
        struct spenn_mser found = spenn_mser_find(steady, batches, 1);
        clear += found.too_short;
        for (int32_t d = batches / 2 + 1; d <= batches - 5; d++) {
            double sum = 0, squares = 0;
            for (int32_t i = d; i < batches; i++) {
                sum += steady[i];
            }
            for (int32_t i = d; i < batches; i++) {
                double off = steady[i] - sum / (batches - d);
                squares += off * off;
            }
            if (squares / ((batches - d) * (batches - d)) < found.error) {
                bare++;
                break;
            }
        }
    }
    assert_true(bare > runs / 20);
    assert_in_range(clear, 0, runs / 50);
}

static void nothing_to_look_at_is_too_short(void **state)
{
    (void)state;
    assert_true(spenn_mser_find(series, 4, 5).too_short);
    assert_int_equal(spenn_mser_find(series, 4, 5).drop, 0);
}

static void weeks_without_an_observation_do_not_count(void **state)
{
    (void)state;
    double gaps[40];
    for (int32_t i = 0; i < 40; i++) {
        gaps[i] = i % 2 ? NAN : series[i / 2];
    }
    struct spenn_mser found = spenn_mser_find(gaps, 40, 2);
    assert_int_equal(found.drop, 10);
    assert_near(found.error, .026667, 5e-7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_known_series_drops_five_values_one_by_one),
        cmocka_unit_test(the_known_series_drops_one_batch_of_five),
        cmocka_unit_test(a_series_that_never_moves_drops_nothing),
        cmocka_unit_test(a_series_that_settles_late_is_too_short),
        cmocka_unit_test(a_steady_series_is_rarely_called_too_short),
        cmocka_unit_test(nothing_to_look_at_is_too_short),
        cmocka_unit_test(weeks_without_an_observation_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
