/* SPDX-License-Identifier: MIT
 * Laws and limits of ranking and selection; published values: `spenn verify --group
 * selection`. */
#include "unit.h"

#include "near.h"
#include "selection.h"

#include <math.h>

/* With two systems both are the quantile of a difference of two t variables. */
static void two_systems_need_one_constant(void **state)
{
    (void)state;
    assert_near(spenn_rinott(2, 12, .9), spenn_dudewicz_dalal(2, 12, .9), 1e-8);
    assert_near(spenn_rinott(2, 4, .99), spenn_dudewicz_dalal(2, 4, .99), 1e-4);
}

static void outside_its_range_there_is_no_constant(void **state)
{
    (void)state;
    assert_true(isnan(spenn_rinott(1, 20, .95)));
    assert_true(isnan(spenn_rinott(2, 2, .95)));
    assert_true(isnan(spenn_rinott(2, 20, .5)));
    assert_true(isnan(spenn_dudewicz_dalal(2, 20, 1)));
    assert_true(isnan(spenn_kn_eta(1, 20, .05)));
}

static void the_region_narrows_to_nothing(void **state)
{
    (void)state;
    assert_near(spenn_kn_width(12, 2, .5, 24), .5 / 48 * (96 - 24), 1e-12);
    assert_true(spenn_kn_width(12, 2, .5, 96) == 0);
    assert_true(spenn_kn_width(12, 2, .5, 97) == 0);
}

static void ties_and_no_spread_have_shares(void **state)
{
    static const double tie[] = {1, 1, 3}, one[] = {1, 1, 1}, none[] = {0, 0, 0};
    double share[3];
    (void)state;
    spenn_ocba_shares(3, tie, one, 0, share);
    assert_near(share[0], .5, 1e-6);
    assert_near(share[1], .5, 1e-6);
    spenn_ocba_shares(3, tie, none, 0, share);
    assert_near(share[2], 1 / 3., 1e-12);
}

/* Of 40 the second lacks 15 and the third 5; the first has more than its share. */
static void replications_go_where_they_lack(void **state)
{
    static const double share[] = {.25, .5, .25};
    static const int32_t done[] = {20, 5, 5};
    int32_t next[3];
    (void)state;
    spenn_ocba_next(3, share, done, 10, next);
    assert_int_equal(next[0], 0);
    assert_int_equal(next[1], 8);
    assert_int_equal(next[2], 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(two_systems_need_one_constant),
        cmocka_unit_test(outside_its_range_there_is_no_constant),
        cmocka_unit_test(the_region_narrows_to_nothing),
        cmocka_unit_test(ties_and_no_spread_have_shares),
        cmocka_unit_test(replications_go_where_they_lack)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
