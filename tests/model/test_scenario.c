/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "quantity.h"
#include "tiny.h"

#include <math.h>
#include <stdio.h>

#define SCENARIO(body) "spenn: scenario/1\nid: s\nmodel: m.yaml\n" body

static bool build(
    const char *text, struct spenn_scenario *scenario, struct spenn_error *err)
{
    const struct spenn_value *document;
    *scenario = (struct spenn_scenario){0};
    bool ok = spenn_yaml_parse(&(struct spenn_file){"x/s.yaml", text, strlen(text)},
                  &scenario->memory, &document, err)
        && spenn_scenario_build(document, "x/s.yaml", scenario, err);
    if (!ok) {
        spenn_scenario_free(scenario);
    }
    return ok;
}

static void build_valid(const char *text, struct spenn_scenario *scenario)
{
    struct spenn_error err = {0};
    if (!build(text, scenario, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("not a valid scenario:\n%s", text);
    }
    spenn_error_free(&err);
}

static void assert_problems(const char *text, const char *expected)
{
    struct spenn_scenario scenario;
    struct spenn_error err = {0};
    char problems[4096] = "";
    assert_false(build(text, &scenario, &err));
    FILE *out = fmemopen(problems, sizeof problems, "w");
    spenn_error_print(&err, out);
    (void)fclose(out);
    assert_string_equal(problems, expected);
    spenn_error_free(&err);
    spenn_scenario_free(&scenario);
}

static void what_is_not_said_has_its_default(void **state)
{
    (void)state;
    struct spenn_scenario s;
    build_valid(SCENARIO(""), &s);
    assert_string_equal(s.title, "s");
    assert_string_equal(s.model, "x/m.yaml");
    assert_int_equal(s.model_at.line, 3);
    assert_int_equal(s.alternative_count, 0);
    assert_true(s.simulate.duration == 2 * SPENN_YEAR);
    assert_true(isnan(s.simulate.warm_up) && isnan(s.simulate.precision));
    assert_int_equal(s.simulate.least, 30);
    assert_int_equal(s.simulate.most, 480);
    assert_true(s.simulate.seed == 1);
    assert_null(s.assume);
    spenn_scenario_free(&s);
}

static void a_whole_scenario_is_read(void **state)
{
    (void)state;
    struct spenn_scenario s;
    build_valid(
        SCENARIO(
            "title: {nb: Inn, en: In}\n"
            "alternatives:\n"
            "  inn:\n"
            "    name: {nb: Inn i gruppen, en: Into the group}\n"
            "    changes: [{join: {forum: f, members: r-*}}, {abolish: {unit: a}}]\n"
            "  ut: {}\n"
            "  bare:\n"
            "vary: {f.meets: [12/y, 26/y], drift: [1/y]}\n"
            "simulate: {for: 3y, warm-up: 26w, replications: 100, precision: 5%,\n"
            "  seed: 18446744073709551615}\n"
            "expect:\n"
            "  - {claim: C32, measure: uniformity, in: inn, is: higher}\n"
            "  - {measure: wait, of: f, in: ut, is: same, than: inn, indifference: 2h}\n"
            "  - {measure: span, in: bare, is: lower, indifference: 5%}\n"
            "assume: {video: 50%}\n"),
        &s);
    assert_int_equal(s.alternative_count, 3);
    assert_string_equal(s.alternative[0].name_en, "Into the group");
    assert_int_equal(s.alternative[0].changes->count, 2);
    assert_string_equal(s.alternative[1].name, "ut");
    assert_null(s.alternative[2].changes);
    assert_string_equal(s.vary[0].path, "f.meets");
    assert_int_equal(s.vary[0].count, 2);
    assert_string_equal(s.vary[1].value[0]->text, "1/y");
    assert_true(s.simulate.warm_up == 26 * SPENN_WEEK);
    assert_int_equal(s.simulate.least, 100);
    assert_int_equal(s.simulate.most, 100);
    assert_true(s.simulate.seed == UINT64_MAX);
    assert_int_equal(s.expect[0].than, -1);
    assert_true(isnan(s.expect[0].indifference));
    assert_int_equal(s.expect[1].in, 1);
    assert_int_equal(s.expect[1].than, 0);
    assert_int_equal(s.expect[1].is, SPENN_SAME);
    assert_true(s.expect[1].indifference == 2.0);
    assert_string_equal(s.expect[1].claim, "");
    assert_true(s.expect[2].indifference == 0.05);
    assert_non_null(s.assume);
    spenn_scenario_free(&s);
}

static void alternatives_are_a_map_whose_changes_are_verbs(void **state)
{
    (void)state;
    assert_problems(SCENARIO("alternatives:\n"
                             "  baseline: {}\n"
                             "  a b: {}\n"
                             "  c: {chnges: []}\n"
                             "  d: {changes: [{join: {}, leave: {}}, x]}\n"
                             "  e: [x]\n"),
        "x/s.yaml:5:3: 'baseline' is the model without changes\n"
        "x/s.yaml:6:3: 'a b' is no id of an alternative\n"
        "x/s.yaml:7:7: unknown key 'chnges' of an alternative; did you mean 'changes'?\n"
        "x/s.yaml:8:17: a change must be a map with one key, the verb: join: {forum: "
        "...}\n"
        "x/s.yaml:8:40: a change must be a map with one key, the verb: join: {forum: "
        "...}\n"
        "x/s.yaml:9:6: an alternative must be a map of keys, not a list\n");
}

static void expectations_name_alternatives_there_are(void **state)
{
    (void)state;
    assert_problems(SCENARIO("alternatives: {model-2: {}}\n"
                             "expect:\n"
                             "  - {measure: span, in: modell-2, is: higher}\n"
                             "  - {measure: span, in: model-2, is: more, than: x}\n"
                             "  - {measure: span, in: baseline, is: same}\n"
                             "  - {in: model-2, is: same, indifference: -1}\n"),
        "x/s.yaml:6:25: no alternative 'modell-2'; did you mean 'model-2'?\n"
        "x/s.yaml:7:38: unknown is 'more'; there are higher, lower and same\n"
        "x/s.yaml:7:50: no alternative 'x'\n"
        "x/s.yaml:8:5: an alternative is compared with itself\n"
        "x/s.yaml:9:5: an expectation needs 'measure'\n");
}

static void numbers_of_the_simulation_are_in_range(void **state)
{
    (void)state;
    assert_problems(
        SCENARIO("simulate: {for: 0, warm-up: -1w, replications: 30..20, precision: 0%,\n"
                 "  seed: 18446744073709551616}\n"),
        "x/s.yaml:4:17: 'for' must be above 0, not '0'\n"
        "x/s.yaml:4:29: 'warm-up' must be 0 or more, not '-1w'\n"
        "x/s.yaml:4:48: 'replications' must be a number from 1 or least..most, not "
        "'30..20'\n"
        "x/s.yaml:4:67: 'precision' must be above 0%, not '0%'\n"
        "x/s.yaml:5:9: 'seed' must be a whole number from 0, not "
        "'18446744073709551616'\n");
}

static void a_sweep_is_lists_of_values_and_has_an_end(void **state)
{
    (void)state;
    char text[4000] = SCENARIO("vary:\n");
    for (int i = 0; i < 8; i++) {
        char line[100];
        (void)snprintf(line, sizeof line, "  f%d.meets: [1/y, 2/y, 3/y, 4/y]\n", i);
        (void)strcat(text, line);
    }
    assert_problems(text, "x/s.yaml:5:3: 'vary' makes more than 10000 points\n");
    assert_problems(SCENARIO("vary: {f.meets: 12/y, g.meets: []}\n"),
        "x/s.yaml:4:17: 'f.meets' must have a list of values\n"
        "x/s.yaml:4:32: 'g.meets' must have a list of values\n");
}

static void assumptions_of_a_scenario_are_checked_at_once(void **state)
{
    (void)state;
    assert_problems(SCENARIO("assume: {vidoe: 50%}\n"),
        "x/s.yaml:4:10: no assumption 'vidoe'; did you mean 'video'?\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_said_has_its_default),
        cmocka_unit_test(a_whole_scenario_is_read),
        cmocka_unit_test(alternatives_are_a_map_whose_changes_are_verbs),
        cmocka_unit_test(expectations_name_alternatives_there_are),
        cmocka_unit_test(numbers_of_the_simulation_are_in_range),
        cmocka_unit_test(a_sweep_is_lists_of_values_and_has_an_end),
        cmocka_unit_test(assumptions_of_a_scenario_are_checked_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
