/* SPDX-License-Identifier: MIT
 * Keyed numbers against the published vector of Philox, laws against their moments. */
#include "unit.h"

#include "random.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static void draws_are_philox_4x64_10(void **context)
{
    (void)context;
    /* Random123, kat_vectors: philox4x64 10, counter and key 0 */
    const uint64_t known[] = {0x16554d9eca36314cu, 0xdb20fe9d672d0fdcu,
        0xd7e772cee186176bu, 0x7e68b68aec7ba23bu};
    struct spenn_random random = {0, 0};
    struct spenn_draws draws = spenn_random_draw(&random, 0, 0, 0, 0);
    for (int i = 0; i < 4; i++) {
        assert_true(draws.u[i] == (double)(known[i] >> 11) / 9007199254740992.0);
    }
}

static void every_part_of_the_key_changes_all_numbers(void **context)
{
    (void)context;
    const struct spenn_random random[] = {
        spenn_random_new(1, 0), spenn_random_new(2, 0), spenn_random_new(1, 1)};
    const struct spenn_draws draws[] = {
        spenn_random_draw(&random[0], 5, 6, 7, 8),
        spenn_random_draw(&random[1], 5, 6, 7, 8),
        spenn_random_draw(&random[2], 5, 6, 7, 8),
        spenn_random_draw(&random[0], 0, 6, 7, 8),
        spenn_random_draw(&random[0], 5, 0, 7, 8),
        spenn_random_draw(&random[0], 5, 6, 0, 8),
        spenn_random_draw(&random[0], 5, 6, 7, 0),
    };
    for (int i = 0; i < 7; i++) {
        for (int j = 0; j < i; j++) {
            for (int k = 0; k < 4; k++) {
                assert_true(draws[i].u[k] != draws[j].u[k]);
            }
        }
    }
    struct spenn_draws again = spenn_random_draw(&random[0], 5, 6, 7, 8);
    assert_memory_equal(&again, &draws[0], sizeof again);
}

static void numbers_are_even_and_lanes_unrelated(void **context)
{
    (void)context;
    struct spenn_random random = spenn_random_new(3, 4);
    double sum = 0.0, product = 0.0;
    enum { many = 100000 };
    for (uint32_t i = 0; i < many; i++) {
        struct spenn_draws draws = spenn_random_draw(&random, 9, i, 0, 0);
        sum += draws.u[0];
        product += (draws.u[0] - 0.5) * (draws.u[1] - 0.5);
    }
    assert_true(fabs(sum / many - 0.5) < 4.0 * sqrt(1.0 / 12 / many));
    assert_true(fabs(product / many) < 4.0 / 12 / sqrt(many));
}

struct law_case {
    struct spenn_time time;
    double cv, median; /* of mean 1; median 0: not a quantile function */
};
static const struct law_case laws[] = {
    {{.mean = 3, .law = SPENN_LAW_EXPONENTIAL, .shape = 1}, 1.0, 0.693147},
    {{.mean = 3, .law = SPENN_LAW_ERLANG, .shape = 2}, 0.707107, 0.839173},
    {{.mean = 3, .law = SPENN_LAW_ERLANG, .shape = 25}, 0.2, 0.986699},
    {{.mean = 3, .law = SPENN_LAW_HYPEREXPONENTIAL, .shape = 2}, 2.0, 0.0},
    {{.mean = 3, .law = SPENN_LAW_LOGNORMAL, .shape = 0.5}, 0.5, 0.894427},
    {{.mean = 3, .law = SPENN_LAW_FIXED}, 0.0, 1.0},
};
enum { law_count = sizeof laws / sizeof *laws };

static void laws_have_their_mean_and_spread(void **context)
{
    (void)context;
    enum { cells = 200000 };
    for (int i = 0; i < law_count; i++) {
        struct spenn_law_ready law = spenn_law_ready(&laws[i].time);
        double first = 0.0, second = 0.0;
        for (int k = 0; k < cells; k++) {
            double x = spenn_law_value(&law, (k + 0.5) / cells) / 3.0;
            first += x / cells;
            second += x * x / cells;
        }
        assert_true(fabs(first - 1.0) < 1e-4);
        assert_true(fabs(sqrt(fabs(second - first * first)) - laws[i].cv) < 3e-3);
    }
}

static void laws_have_their_median_and_grow(void **context)
{
    (void)context;
    for (int i = 0; i < law_count; i++) {
        struct spenn_law_ready law = spenn_law_ready(&laws[i].time);
        bool grows = laws[i].median > 0.0;
        double median = spenn_law_value(&law, 0.5) / 3.0;
        assert_true(!grows || fabs(median - laws[i].median) < 1e-6);
        double before = 0.0;
        for (int k = 0; k < 10000; k++) {
            double x = spenn_law_value(&law, k / 10000.0);
            assert_true((!grows || x >= before) && isfinite(x));
            before = x;
        }
        assert_true(isfinite(spenn_law_value(&law, 1.0 - 0x1p-53)));
    }
}

static void erlang_agrees_with_the_gamma_law_of_gsl(void **context)
{
    (void)context;
    const double phases[] = {1, 2, 3, 7, 25, 60, 61};
    for (int i = 0; i < 7; i++) {
        struct spenn_time time = {
            .mean = phases[i], .law = SPENN_LAW_ERLANG, .shape = phases[i]};
        struct spenn_law_ready law = spenn_law_ready(&time);
        assert_true(spenn_law_value(&law, 0.0) == 0.0);
        for (int k = 1; k < 1000; k++) {
            double known = gsl_cdf_gamma_Pinv(k / 1000.0, phases[i], 1.0);
            assert_true(fabs(spenn_law_value(&law, k / 1000.0) / known - 1.0) < 1e-9);
        }
        double most = spenn_law_value(&law, 1.0 - 0x1p-53);
        assert_true(isfinite(most) && gsl_cdf_gamma_Q(most, phases[i], 1.0) < 1e-15);
    }
}

static void a_time_not_given_takes_no_time(void **context)
{
    (void)context;
    struct spenn_law_ready law =
        spenn_law_ready(&(struct spenn_time){.law = SPENN_LAW_EXPONENTIAL});
    assert_true(spenn_law_value(&law, 0.9) == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_are_philox_4x64_10),
        cmocka_unit_test(every_part_of_the_key_changes_all_numbers),
        cmocka_unit_test(numbers_are_even_and_lanes_unrelated),
        cmocka_unit_test(laws_have_their_mean_and_spread),
        cmocka_unit_test(laws_have_their_median_and_grow),
        cmocka_unit_test(erlang_agrees_with_the_gamma_law_of_gsl),
        cmocka_unit_test(a_time_not_given_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
