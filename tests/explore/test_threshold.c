/* SPDX-License-Identifier: MIT
 * Thresholds whose place is known: the midpoint of a logistic, and the rate at which an
 * M/M/1 queue takes a given time. */
#include "unit.h"

#include "near.h"
#include "quantity.h"
#include "threshold.h"
#include "tiny.h"

#include <math.h>

/* A group of 7 of 20 units; the director has 3 departments with 5 sections each, and a
 * staff that nobody is under. One leader is M/M/1 with a mean service of 2 h. */
#define MODEL                                                                            \
    TINY("units:\n"                                                                      \
         "  - {id: staff, kind: staff}\n"                                                \
         "  - {id: director, kind: executive}\n"                                         \
         "  - {id: avd, count: 3, kind: department, reports-to: director}\n"             \
         "  - {id: a, count: 5, kind: team, reports-to: avd-1}\n"                        \
         "  - {id: b, count: 5, kind: team, reports-to: avd-2}\n"                        \
         "  - {id: c, count: 5, kind: team, reports-to: avd-3}\n"                        \
         "forums:\n"                                                                     \
         "  - {id: group, kind: leadership-group, chair: director, members: [director, " \
         "a-1, a-2, a-3, a-4, a-5, staff]}\n"                                            \
         "tasks:\n"                                                                      \
         "  - {id: case, at: avd-1, arrives: 0.2/h, decision: 2h}\n"                     \
         "assume: {administration: 0, contact-per-report: 0, contact-minimum: 0}\n")
#define SCENARIO                                                                         \
    "spenn: scenario/1\nid: s\nmodel: m.yaml\n"                                          \
    "alternatives: {fast: {changes: [{set: {unit: avd-1, speed: 2}}]},"                  \
    " joined: {changes: [{join: {forum: group, members: [b-1, b-2]}}]}}\n"               \
    "vary: {case.arrives: [0.1/h, 0.45/h]}\n"                                            \
    "simulate: {for: 200w, warm-up: 50w, replications: 30, seed: 1}\n"

struct lab {
    struct spenn_model m;
    struct spenn_scenario scenario;
    struct spenn_threshold found;
    struct spenn_error err;
};

static bool look(struct lab *lab, const char *text, int32_t replications)
{
    *lab = (struct lab){0};
    tiny_model(MODEL, &lab->m);
    const struct spenn_value *document = tiny_value(SCENARIO, &lab->scenario.memory);
    const struct spenn_study_options options = {.jobs = 2, .replications = replications};
    return spenn_scenario_build(document, "tiny.yaml", &lab->scenario, &lab->err)
        && spenn_threshold_find(
            &(struct spenn_threshold_asked){text, &lab->scenario, &lab->m}, &options,
            &lab->found, &lab->err);
}

static void find(struct lab *lab, const char *text, int32_t replications)
{
    if (!look(lab, text, replications)) {
        spenn_error_print(&lab->err, stderr);
        fail_msg("%s", text);
    }
}

static void put_away(struct lab *lab)
{
    spenn_threshold_free(&lab->found);
    spenn_scenario_free(&lab->scenario);
    spenn_model_free(&lab->m);
    spenn_error_free(&lab->err);
}

/* 1 / (1 + exp((size - 15) / width)) is a half at 15, and below it from 16 members on. */
static void commitment_is_below_a_half_from_sixteen_members(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "group-size where commitment/group < 50%", 0);
    assert_true(lab.found.exact);
    assert_int_equal(lab.found.replications, 0);
    assert_int_equal(lab.found.crossings.count, 1);
    assert_near(lab.found.crossings.crossing[0].first, 16, 0);
    assert_near(lab.found.question.value, 7, 0);
    assert_near(lab.found.question.input.high, 30, 0);
    put_away(&lab);
    find(&lab, "group-size where commitment < 0.5", 0);
    assert_string_equal(lab.found.question.of, "group");
    assert_near(lab.found.crossings.crossing[0].first, 16, 0);
    put_away(&lab);
    find(&lab, "group-size where commitment/group@joined < 0.5", 0);
    assert_near(lab.found.question.value, 9, 0);
    put_away(&lab);
}

static void an_assumption_is_found_to_the_tolerance(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "commitment-midpoint from 2 to 20 where commitment/group > 50%", 0);
    assert_int_equal(lab.found.crossings.count, 1);
    assert_near(lab.found.crossings.crossing[0].first, 7, 1e-8);
    put_away(&lab);
}

/* W = 1 / (mu - lambda) > 10 h from lambda = 0.5 - 0.1; and what cannot keep up takes
 * longer than anything. */
static void the_rate_of_a_queue_lies_in_the_interval(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "case.arrives where lead-time/case > 10h", 8);
    const struct spenn_crossings *crossings = &lab.found.crossings;
    assert_int_equal(crossings->count, 1);
    assert_false(crossings->exact);
    assert_true(crossings->crossing[0].low <= 0.4 && 0.4 <= crossings->crossing[0].high);
    assert_near(crossings->crossing[0].first, 0.4, 0.02);
    assert_false(lab.found.unbounded);
    put_away(&lab);
    find(&lab, "case.arrives from 0.3/h to 1/h where lead-time/case > 10", 4);
    assert_int_equal(lab.found.crossings.count, 1);
    assert_true(lab.found.unbounded);
    put_away(&lab);
}

/* 1 / (0.5 - l) - 1 / (1 - l) = 4 at l = (3 - sqrt(2)) / 4 on the left branch. */
static void a_paired_difference_has_its_threshold(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "case.arrives where lead-time/case@fast - baseline < -4h", 8);
    const struct spenn_crossing *crossing = &lab.found.crossings.crossing[0];
    double root = (1.5 - sqrt(1.5 * 1.5 - 4 * (0.5 - 0.125))) / 2;
    assert_int_equal(lab.found.crossings.count, 1);
    assert_true(crossing->low <= root && root <= crossing->high);
    put_away(&lab);
}

/* With speed 2 the service takes 1 h, so 10 h from lambda = 0.9 on, where the baseline
 * cannot keep up: that is no matter to a question about one alternative. */
static void an_alternative_is_asked_of_whatever_the_baseline_does(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "case.arrives from 0.6/h to 0.95/h where lead-time/case@fast > 10h", 4);
    const struct spenn_crossings *crossings = &lab.found.crossings;
    assert_false(lab.found.untold);
    assert_int_equal(crossings->count, 1);
    assert_true(crossings->crossing[0].low <= 0.9 && 0.9 <= crossings->crossing[0].high);
    put_away(&lab);
}

static void what_never_or_always_holds_has_no_crossing(void **state)
{
    (void)state;
    struct lab lab;
    find(&lab, "group-size from 2 to 10 where commitment/group < 50%", 0);
    assert_int_equal(lab.found.crossings.count, 0);
    assert_int_equal(lab.found.crossings.start, SPENN_FAILS);
    put_away(&lab);
}

static void members_are_added_down_the_line_and_taken_from_the_end(void **state)
{
    (void)state;
    static const struct {
        int32_t size;
        const char *has, *lacks;
    } cases[] = {{6, "a-5", "staff"}, {8, "avd-1", "avd-2"}, {11, "b-1", "b-2"},
        {20, "c-5", NULL}, {23, "new-member-3", NULL}, {1, "director", "a-1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spenn_model m;
        struct spenn_error err = {0};
        tiny_model(MODEL, &m);
        assert_true(spenn_members_resize(&m, "group", cases[i].size, &err));
        assert_int_equal(m.forums.size[0], cases[i].size);
        for (spenn_id u = 0; u < m.units.count; u++) {
            bool is = spenn_model_is_member(&m, 0, u);
            assert_true(is || strcmp(m.units.id[u], cases[i].has) != 0);
            assert_false(
                is && cases[i].lacks && strcmp(m.units.id[u], cases[i].lacks) == 0);
        }
        spenn_error_free(&err);
        spenn_model_free(&m);
    }
}

static void a_question_that_cannot_be_asked_says_why(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {{"group-size", "--find is 'X"}, {"x where lead-time < 1", "'x'"},
        {"drift where led-time < 1", "did you mean 'lead-time'"},
        {"drift where lead-time/case@slow < 1", "no alternative 'slow'"},
        {"drift where lead-time/case < 5%", "is no value of 'lead-time'"},
        {"delegate where lead-time/case < 5", "cannot be moved"},
        {"group.meets where lead-time/case < 5", "needs a range"},
        {"group.kind where lead-time/case < 5", "no numbers"},
        {"group-size from 0 to 9 where commitment < 0.5", "from 1 to 1000"},
        {"nobody.meets where lead-time/case < 5", "nobody"},
        {"case.arrives from 2 to 3 where lead-time/case < 5", "no value of"},
        {"drift where lead-time/case@fast - @fast < 1", "with itself"},
        {"drift where lead-time/case@fast - slow < 1", "no alternative 'slow'"},
        {"drift where lead-time/cases < 1", "did you mean 'case'"},
        {"group-size/nobody where lead-time/case < 1", "no forum 'nobody'"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lab lab;
        assert_false(look(&lab, cases[i].text, 2));
        assert_true(lab.err.count > 0);
        assert_true(lab.found.question.malformed == (i == 0));
        if (!strstr(lab.err.list[0].text, cases[i].says)) {
            fail_msg("%s: %s", cases[i].text, lab.err.list[0].text);
        }
        put_away(&lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commitment_is_below_a_half_from_sixteen_members),
        cmocka_unit_test(an_assumption_is_found_to_the_tolerance),
        cmocka_unit_test(the_rate_of_a_queue_lies_in_the_interval),
        cmocka_unit_test(a_paired_difference_has_its_threshold),
        cmocka_unit_test(an_alternative_is_asked_of_whatever_the_baseline_does),
        cmocka_unit_test(what_never_or_always_holds_has_no_crossing),
        cmocka_unit_test(members_are_added_down_the_line_and_taken_from_the_end),
        cmocka_unit_test(a_question_that_cannot_be_asked_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
