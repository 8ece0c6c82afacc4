/* SPDX-License-Identifier: MIT
 * Published tables of ranking and selection, to the digits printed. */
#include "unit.h"

#include "near.h"
#include "selection.h"

#include <math.h>

static void dudewicz_and_dalal_as_printed(void **state)
{
    static const double h[] = {
        1.896, 2.342, 2.583, 2.747, 2.870, 2.969, 3.051, 3.121, 3.182};
    (void)state;
    for (int32_t k = 2; k <= 10; k++) {
        assert_near(spenn_dudewicz_dalal(k, 20, .90), h[k - 2], .0005);
    }
    assert_near(spenn_dudewicz_dalal(2, 20, .95), 2.4525, .00005);
    assert_near(spenn_dudewicz_dalal(5, 20, .95), 3.2580, .00005);
    assert_near(spenn_dudewicz_dalal(10, 20, .95), 3.6788, .00005);
}

static void rinott_as_printed(void **state)
{
    static const struct {
        int32_t systems, first;
        double probability, h;
    } known[] = {{2, 20, .95, 2.4525}, {3, 20, .95, 2.9372}, {5, 20, .95, 3.3854},
        {10, 20, .95, 3.8753}, {10, 20, .90, 3.4374}, {5, 10, .95, 3.6926},
        {10, 10, .95, 4.2895}};
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double h = spenn_rinott(known[i].systems, known[i].first, known[i].probability);
        assert_near(h, known[i].h, .00005);
    }
}

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

static void kim_and_nelson_as_printed(void **state)
{
    (void)state;
    assert_near(spenn_kn_eta(2, 10, .05), .334050, 5e-7);
    assert_near(spenn_kn_h2(2, 10, .05), 6.012905, 5e-7);
    assert_near(spenn_kn_eta(5, 10, .05), .634967, 5e-7);
    assert_near(spenn_kn_h2(5, 10, .05), 11.429411, 5e-7);
    assert_near(spenn_kn_eta(10, 20, .05), .302934, 5e-7);
    assert_near(spenn_kn_h2(10, 20, .05), 11.511485, 5e-7);
}

static void the_region_narrows_to_nothing(void **state)
{
    (void)state;
    assert_near(spenn_kn_width(12, 2, .5, 24), .5 / 48 * (96 - 24), 1e-12);
    assert_true(spenn_kn_width(12, 2, .5, 96) == 0);
    assert_true(spenn_kn_width(12, 2, .5, 97) == 0);
}

static void shares_as_printed(void **state)
{
    static const double mean[] = {1, 2, 3, 4, 5}, one[] = {1, 1, 1, 1, 1},
                        mixed[] = {1, 2, 2, 2, 1},
                        a[] = {.421823, .406134, .101534, .045126, .025383},
                        b[] = {.273623, .527608, .131902, .058623, .008244};
    double share[5];
    (void)state;
    spenn_ocba_shares(5, mean, one, 0, share);
    for (int i = 0; i < 5; i++) {
        assert_near(share[i], a[i], 5e-7);
    }
    spenn_ocba_shares(5, mean, mixed, 0, share);
    for (int i = 0; i < 5; i++) {
        assert_near(share[i], b[i], 5e-7);
    }
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(dudewicz_and_dalal_as_printed),
        cmocka_unit_test(rinott_as_printed),
        cmocka_unit_test(two_systems_need_one_constant),
        cmocka_unit_test(outside_its_range_there_is_no_constant),
        cmocka_unit_test(kim_and_nelson_as_printed),
        cmocka_unit_test(the_region_narrows_to_nothing),
        cmocka_unit_test(shares_as_printed),
        cmocka_unit_test(ties_and_no_spread_have_shares),
        cmocka_unit_test(replications_go_where_they_lack)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
