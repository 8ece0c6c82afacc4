/* SPDX-License-Identifier: MIT
 * Ends are where the rule itself turns: moved just inside them the verdict stands, just
 * outside it does not. */
#include "unit.h"

#include "near.h"
#include "turn.h"
#include "verdict.h"

static struct spenn_turn margin_of(
    enum spenn_direction is, double low, double high, double zone)
{
    int32_t verdict =
        (int32_t)spenn_verdict_decide(is, (struct spenn_interval){low, high}, zone);
    int32_t replications = 40;
    double difference = (low + high) / 2;
    const struct spenn_study_verdicts verdicts = {.count = 1,
        .verdict = &verdict,
        .difference = &difference,
        .low = &low,
        .high = &high,
        .zone = &zone,
        .replications = &replications};
    return spenn_turn_of(&verdicts, 0, is);
}

static void ends_are_where_the_rule_turns(void **state)
{
    static const struct {
        enum spenn_direction is;
        double low, high, zone;
    } known[] = {{SPENN_HIGHER, 2, 4, 1}, {SPENN_HIGHER, -4, -2, 1},
        {SPENN_HIGHER, -.5, .7, 1}, {SPENN_LOWER, -4, -2, 1}, {SPENN_LOWER, 2, 4, 1},
        {SPENN_LOWER, -.2, .6, 1}, {SPENN_SAME, 2, 4, 1}, {SPENN_SAME, -4, -2, 1},
        {SPENN_SAME, -.1, .5, 1}, {SPENN_HIGHER, 3, 3, 1}, {SPENN_HIGHER, 1, 2, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double half = (known[i].high - known[i].low) / 2;
        double at = (known[i].low + known[i].high) / 2, zone = known[i].zone;
        struct spenn_turn margin =
            margin_of(known[i].is, known[i].low, known[i].high, zone);
        enum spenn_verdict verdict = spenn_verdict_decide(
            known[i].is, (struct spenn_interval){known[i].low, known[i].high}, zone);
        assert_true(at >= margin.from && at <= margin.to && margin.room > 0);
        double end = at - margin.from < margin.to - at ? margin.from : margin.to;
        double inside = end + (at - end) * 1e-3, outside = end - (at - end) * 1e-3;
        assert_int_equal(spenn_verdict_decide(known[i].is,
                             (struct spenn_interval){inside - half, inside + half}, zone),
            verdict);
        assert_int_not_equal(
            spenn_verdict_decide(known[i].is,
                (struct spenn_interval){outside - half, outside + half}, zone),
            verdict);
        assert_near(margin.room, fabs(at - end), 1e-12);
        assert_true(half > 0 ? fabs(margin.widths - margin.room / half) < 1e-12
                             : isnan(margin.widths));
    }
}

/* Difference 1.5 +- 1 and a zone of 1: half the half-width, so four times as many. */
static void what_is_undecided_says_how_long_it_would_take(void **state)
{
    (void)state;
    assert_near(margin_of(SPENN_HIGHER, .5, 2.5, 1).settles, 160, 0);
    assert_near(margin_of(SPENN_LOWER, -.5, 1.5, 1).settles, 160, 0);
    assert_true(isinf(margin_of(SPENN_HIGHER, 0, 2, 1).settles));
    assert_true(isnan(margin_of(SPENN_HIGHER, 0, 2, 1).room));
    assert_true(isnan(margin_of(SPENN_HIGHER, 2, 4, 1).settles));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ends_are_where_the_rule_turns),
        cmocka_unit_test(what_is_undecided_says_how_long_it_would_take)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
