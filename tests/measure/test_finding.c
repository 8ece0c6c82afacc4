/* SPDX-License-Identifier: MIT
 * Each rule at its limit: once just firing, once just not. */
#include "found.h"

static int32_t severity(const struct spenn_model *m, const char *rule)
{
    struct spenn_findings found = {0};
    struct spenn_error err = {0};
    int32_t worst = -1;
    assert_true(spenn_findings_fill(m, &(struct spenn_finding_limits){0}, &found, &err));
    for (int32_t i = 0; i < found.count; i++) {
        if (found.rule[i] == row_of(rule) && found.severity[i] > worst) {
            worst = found.severity[i];
        }
    }
    spenn_findings_free(&found);
    return worst;
}

static void a_group_of_13_passes_14_warns_and_17_is_an_error(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 20, 2);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    for (spenn_id u = 1; u < 13; u++) {
        small_member(&m, f, u);
    }
    assert_int_equal(count(&m, "group-too-large", NULL), 0);
    small_member(&m, f, 13);
    assert_int_equal(count(&m, "group-too-large",
                         "14 members; from 14 on a meeting tends to commit less"),
        1);
    assert_int_equal(severity(&m, "group-too-large"), SPENN_WARNING);
    small_member(&m, f, 14);
    small_member(&m, f, 15);
    assert_int_equal(severity(&m, "group-too-large"), SPENN_WARNING);
    small_member(&m, f, 16);
    assert_int_equal(severity(&m, "group-too-large"), SPENN_ERROR);
    spenn_model_free(&m);
}

static void a_large_meeting_that_decides_nothing_is_no_finding(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 20, 2);
    spenn_id f = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 4);
    for (spenn_id u = 1; u <= 20; u++) {
        small_member(&m, f, u);
    }
    assert_int_equal(count(&m, "group-too-large", NULL), 0);
    spenn_id t = spenn_task_add(&m);
    m.tasks.decided_in[t] = f;
    assert_int_equal(count(&m, "group-too-large", NULL), 1);
    spenn_model_free(&m);
}

static void half_regions_pass_and_more_than_half_is_a_majority(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    for (int32_t i = 0; i < 5; i++) {
        small_unit(&m, NULL, SPENN_REGION, 0);
    }
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    for (spenn_id u = 1; u < 6; u++) {
        small_member(&m, f, u);
    }
    assert_int_equal(count(&m, "regional-majority", NULL), 0);
    small_member(&m, f, 6);
    assert_int_equal(count(&m, "regional-majority",
                         "4 of 7 members lead regions (57.1 %, more than half)"),
        1);
    assert_int_equal(severity(&m, "regional-majority"), SPENN_WARNING);
    spenn_model_free(&m);
}

static void regions_may_be_most_in_a_group_without_the_top_leader(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 1, 2);
    for (int32_t i = 0; i < 5; i++) {
        small_unit(&m, NULL, SPENN_REGION, 1);
    }
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 1, 26);
    for (spenn_id u = 2; u < 7; u++) {
        small_member(&m, f, u);
    }
    assert_int_equal(count(&m, "regional-majority", NULL), 0);
    small_member(&m, f, 0);
    assert_int_equal(count(&m, "regional-majority", NULL), 1);
    spenn_model_free(&m);
}

static void the_span_limit_is_16_and_can_be_set(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 16, 2);
    assert_int_equal(count(&m, "span-too-wide", NULL), 0);
    small_unit(&m, NULL, SPENN_REGION, 0);
    assert_int_equal(count(&m, "span-too-wide", "17 direct reports, limit 16"), 1);
    m.units.leaders[0] = 4;
    assert_int_equal(count(&m, "span-too-wide",
                         "17 direct reports (4.2 for each of 4 leaders), limit 16"),
        1);
    struct spenn_findings found = {0};
    struct spenn_error err = {0};
    assert_true(spenn_findings_fill(
        &m, &(struct spenn_finding_limits){.span = 17}, &found, &err));
    for (int32_t i = 0; i < found.count; i++) {
        assert_int_not_equal(found.rule[i], row_of("span-too-wide"));
    }
    spenn_findings_free(&found);
    spenn_model_free(&m);
}

static void a_council_is_no_leader_with_a_span(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 30, 2);
    m.units.kind[0] = SPENN_COUNCIL;
    assert_int_equal(count(&m, "span-too-wide", NULL), 0);
    spenn_model_free(&m);
}

static void superiors_of_two_kinds_are_a_double_line(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    small_unit(&m, "nord", SPENN_REGION, 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 0, 3); /* the same superior */
    small_line(&m, SPENN_LINE_ADVISORY, 2, 3);
    assert_int_equal(count(&m, "double-line", NULL), 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3);
    assert_int_equal(
        count(&m, "double-line", "2 superiors: 'u0' (line) and 'u1' (professional line)"),
        1);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 2, 3);
    assert_int_equal(
        count(&m, "double-line",
            "3 superiors: 'u0' (line) and 'u1' (professional line) and more"),
        1);
    m.lines.letter[2] = m.lines.letter[3] =
        "brev"; /* one of the two that are not above */
    assert_int_equal(
        count(&m, "double-line", "2 superiors: 'u0' (line) and 'u1' (professional line)"),
        1);
    m.lines.letter[0] = "brev";
    assert_int_equal(count(&m, "double-line", NULL), 0);
    spenn_model_free(&m);
}

static void goals_above_capacity_are_found(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    m.units.fte[1] = 8.0;
    m.assume.value[SPENN_GOAL_EFFORT] = 0.5;
    small_line(&m, SPENN_LINE_CONTRACT, 0, 1);
    m.lines.goals[0] = 16;
    assert_int_equal(count(&m, "goals-above-capacity", NULL), 0);
    m.lines.goals[0] = 20;
    assert_int_equal(count(&m, "goals-above-capacity",
                         "20 goals of 0.5 FTE each take 1.2 times the 8 FTE there are"),
        1);
    spenn_model_free(&m);
}

/* Director 0, departments 1 and 2, region 3 steered by department 1. */
static void coupled(struct spenn_model *m)
{
    small_tree(m, 2, 2);
    small_unit(m, "nord", SPENN_REGION, 0);
    small_unit(m, "sør", SPENN_REGION, 0);
}

static void a_region_that_meets_nobody_of_the_centre_is_uncoupled(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    coupled(&m);
    spenn_id inner = small_unit(&m, "avdeling-nord", SPENN_DEPARTMENT, 3);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 3, 52);
    small_member(&m, f, inner); /* its own department is not the centre */
    f = small_forum(&m, SPENN_FORUM_NETWORK, 4, 12);
    small_member(&m, f, 3);
    assert_int_equal(
        count(&m, "no-shared-forum",
            "shares none of its forums (2) with the top leader or a unit of the centre"),
        2);
    f = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6);
    small_member(&m, f, 3);
    small_member(&m, f, 4);
    assert_int_equal(count(&m, "no-shared-forum", NULL), 0);
    spenn_model_free(&m);
}

static void a_region_must_meet_each_department_that_steers_it(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    coupled(&m);
    spenn_id f = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6);
    small_member(&m, f, 3);
    small_member(&m, f, 4);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3);
    assert_int_equal(count(&m, "no-shared-forum",
                         "shares none of its forums (1) with 'u1', which steers it "
                         "(professional line)"),
        1);
    f = small_forum(&m, SPENN_FORUM_NETWORK, 1, 12);
    small_member(&m, f, 3);
    assert_int_equal(count(&m, "no-shared-forum", NULL), 0);
    spenn_model_free(&m);
}

static void every_rule_names_its_source(void **state)
{
    (void)state;
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        const struct spenn_finding_rule *rule = &spenn_finding_rules[i];
        assert_true(rule->source[0] == 'C' /* a claim, or how the simulation works */
            || strncmp(rule->source, "docs/model.md", 13) == 0);
        assert_non_null(rule->counter);
        assert_true(rule->title_nb[0] && rule->title_en[0]);
    }
}

static void every_rule_stands_in_the_document(void **state)
{
    (void)state;
    char text[65536] = "";
    FILE *file = fopen(SPENN_SOURCE "/docs/measures.md", "r");
    assert_non_null(file);
    assert_true(fread(text, 1, sizeof text - 1, file) > 0);
    assert_true(feof(file));
    (void)fclose(file);
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        char row[64];
        (void)snprintf(row, sizeof row, "\n| `%s` |", spenn_finding_rules[i].id);
        assert_non_null(strstr(text, row));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_group_of_13_passes_14_warns_and_17_is_an_error),
        cmocka_unit_test(a_large_meeting_that_decides_nothing_is_no_finding),
        cmocka_unit_test(half_regions_pass_and_more_than_half_is_a_majority),
        cmocka_unit_test(regions_may_be_most_in_a_group_without_the_top_leader),
        cmocka_unit_test(the_span_limit_is_16_and_can_be_set),
        cmocka_unit_test(a_council_is_no_leader_with_a_span),
        cmocka_unit_test(superiors_of_two_kinds_are_a_double_line),
        cmocka_unit_test(goals_above_capacity_are_found),
        cmocka_unit_test(a_region_that_meets_nobody_of_the_centre_is_uncoupled),
        cmocka_unit_test(a_region_must_meet_each_department_that_steers_it),
        cmocka_unit_test(every_rule_names_its_source),
        cmocka_unit_test(every_rule_stands_in_the_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
