/* SPDX-License-Identifier: MIT */
#include "near.h"
#include "sensitivity.h"

#include <math.h>

/* Moments by the midpoint rule, exact for these periodic terms but for x3. */
static void the_ishigami_functions_variance_is_its_own(void **state)
{
    (void)state;
    enum { n = 40 };
    const double pi = 3.14159265358979323846;
    double sum = 0, squares = 0;
    for (int i = 0; i < n * n * n; i++) {
        int at[3] = {i % n, i / n % n, i / n / n};
        double x[3];
        for (int d = 0; d < 3; d++) {
            x[d] = pi * ((2 * at[d] + 1.0) / n - 1);
        }
        double y = spenn_ishigami(x[0], x[1], x[2], 7, .1);
        sum += y / (n * n * n);
        squares += y * y / (n * n * n);
    }
    assert_near(sum, 3.5, 1e-9);
    assert_near(squares - sum * sum, spenn_ishigami_variance(7, .1), .1);
}

static void indices_are_those_published(void **state)
{
    (void)state;
    assert_near(spenn_ishigami_variance(7, .1), 13.844588, 1e-6);
    assert_near(spenn_ishigami_first(1, 7, .1), .313905, 1e-6);
    assert_near(spenn_ishigami_total(1, 7, .1), .557589, 1e-6);
    assert_near(spenn_ishigami_total(3, 7, .1), .243684, 1e-6);
    assert_near(spenn_g_variance(), .465424, 1e-6);
    assert_near(spenn_g_first(2), .179048, 1e-6);
    assert_near(spenn_g_total(1), .787144, 1e-6);
    assert_near(spenn_g_total(8), .000105, 1e-6);
    assert_true(isnan(spenn_g_first(9)) && isnan(spenn_g_total(0)));
    assert_true(isnan(spenn_ishigami_first(4, 7, .1)));
}

static void a_factor_of_g_has_mean_one(void **state)
{
    (void)state;
    double x[8] = {.25, .75, .25, .75, .25, .75, .25, .75}; /* |4x - 2| = 1 */
    assert_near(spenn_g(x), 1, 1e-15);
    x[0] = .5;
    assert_near(spenn_g(x), 0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ishigami_functions_variance_is_its_own),
        cmocka_unit_test(indices_are_those_published),
        cmocka_unit_test(a_factor_of_g_has_mean_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
