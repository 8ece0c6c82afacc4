/* SPDX-License-Identifier: MIT
 * What theory says of the coordination ladder (docs/model.md §7.12), from the engine that
 * users run: consent, veto, arbitration, rounds, forks and joins, messages. */
#include "theory.h"

#include <string.h>

static const struct experiment *named(const char *file)
{
    int32_t i = 0;
    while (strcmp(experiments[i].file, file) != 0) {
        i++;
        assert_true(i < experiment_count);
    }
    return &experiments[i];
}

static void check_sums(const struct experiment *e, const struct sums *sums)
{
    int32_t far = 0;
    for (int32_t i = 0; i < count_expected(e); i++) {
        double z = distance(&sums[i], e->expected[i].value);
        print_distance(e, i, z, "");
        far += !(fabs(z) < 4.0);
    }
    assert_int_equal(far, 0);
}

static void check(const char *file)
{
    const struct experiment *e = named(file);
    struct sums sums[most_expected];
    sum_experiment(e, sums);
    check_sums(e, sums);
}

struct seen { /* a mean and its standard error */
    double mean, error;
};

static struct seen seen(
    const struct experiment *e, const struct sums *sums, const char *subject)
{
    int32_t i = 0;
    while (strcmp(e->expected[i].subject, subject) != 0) {
        i++;
        assert_true(i < count_expected(e));
    }
    double n = sums[i].count, mean = sums[i].first / n;
    return (struct seen){mean, sqrt((sums[i].second / n - mean * mean) / (n - 1.0))};
}

static void check_seen(const char *what, struct seen seen, double expected)
{
    double z = (seen.mean - expected) / seen.error;
    print_message("%-40s %10.6f  z %7.2f\n", what, expected, z);
    assert_true(fabs(z) < 4.0);
}

/* Both of two that are so. */
static struct seen both(struct seen one)
{
    return (struct seen){one.mean * one.mean, 2.0 * one.mean * one.error};
}

static struct seen either(struct seen one)
{
    double other = 1.0 - one.mean;
    return (struct seen){1.0 - other * other, 2.0 * other * one.error};
}

/* Good and bad proposals, as many of each, judged rightly. */
static struct seen right(struct seen good, struct seen bad)
{
    return (struct seen){
        (good.mean + 1.0 - bad.mean) / 2.0, hypot(good.error, bad.error) / 2.0};
}

static void evaluators_accept_as_sah_and_stiglitz_say(void **context)
{
    (void)context;
    const struct experiment *e = named("architectures");
    struct sums sums[most_expected];
    sum_experiment(e, sums);
    check_sums(e, sums);
    static const struct {
        const char *good, *bad;
        double right;
    } judged[] = {{"h2-80", "h2-30", 0.775}, {"p2-80", "p2-30", 0.725},
        {"m3-80", "m3-30", 0.84}, {"m5-80", "m5-30", 0.8895}};
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        check_seen(judged[i].good,
            right(seen(e, sums, judged[i].good), seen(e, sums, judged[i].bad)),
            judged[i].right);
    }
    check_seen("hierarchy of polyarchies, 0.5", both(seen(e, sums, "p2-50")), 0.5625);
    check_seen("hierarchy of polyarchies, 0.6", both(seen(e, sums, "p2-60")), 0.7056);
    check_seen("hierarchy of polyarchies, 0.8", both(seen(e, sums, "p2-80")), 0.9216);
    check_seen("polyarchy of hierarchies, 0.5", either(seen(e, sums, "h2-50")), 0.4375);
    check_seen("polyarchy of hierarchies, 0.6", either(seen(e, sums, "h2-60")), 0.5904);
    check_seen("polyarchy of hierarchies, 0.8", either(seen(e, sums, "h2-80")), 0.8704);
}

static void parties_consent_as_their_gains_say_and_blockers_block(void **context)
{
    (void)context;
    check("consent");
}

static void a_common_superior_a_named_body_or_the_lead_arbitrates(void **context)
{
    (void)context;
    check("arbitration");
}

static void an_unsolved_case_is_tried_as_often_as_counting_says(void **context)
{
    (void)context;
    check("tries");
}

static void who_needs_two_answers_waits_as_flatto_and_hahn_say(void **context)
{
    (void)context;
    check("fork-join");
}

static void messages_along_the_line_are_the_fewest_there_are(void **context)
{
    (void)context;
    check("messages");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evaluators_accept_as_sah_and_stiglitz_say),
        cmocka_unit_test(parties_consent_as_their_gains_say_and_blockers_block),
        cmocka_unit_test(a_common_superior_a_named_body_or_the_lead_arbitrates),
        cmocka_unit_test(an_unsolved_case_is_tried_as_often_as_counting_says),
        cmocka_unit_test(who_needs_two_answers_waits_as_flatto_and_hahn_say),
        cmocka_unit_test(messages_along_the_line_are_the_fewest_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
