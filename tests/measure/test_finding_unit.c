/* SPDX-License-Identifier: MIT
 * Rules on functions, sizes and a leader's week, at their limits. */
#include "small.h"

#include "tiny.h"

/* Findings of a rule in the model of a text, "subject: reason" a line. */
static const char *found(const char *text, const char *rule, double most)
{
    static char lines[2000];
    struct spenn_model m;
    struct spenn_findings findings = {0};
    struct spenn_error err = {0};
    struct spenn_finding_limits limits = {.most = most};
    size_t end = 0;
    lines[0] = '\0';
    tiny_model(text, &m);
    assert_true(spenn_findings_fill(&m, &limits, &findings, &err));
    spenn_model_free(&m);
    for (int32_t i = 0; i < findings.count; i++) {
        if (strcmp(spenn_finding_rules[findings.rule[i]].id, rule) == 0) {
            end += (size_t)snprintf(lines + end, sizeof lines - end, "%s: %s\n",
                findings.subject[i], findings.reason[i]);
            assert_string_equal(findings.at[i].file, "tiny.yaml");
            assert_true(findings.at[i].line > 0);
        }
    }
    spenn_findings_free(&findings);
    return lines;
}

static void a_function_or_need_without_owner_is_found(void **state)
{
    (void)state;
    const char *text = TINY("functions: [lønn, ikt]\n"
                            "needs:\n"
                            "  - {id: flyktning, functions: [skole, lønn]}\n"
                            "  - {id: lønning, functions: [lønn]}\n"
                            "units:\n"
                            "  - {id: topp, kind: executive, functions: [skole]}\n"
                            "  - {id: stab, kind: staff, reports-to: topp,"
                            " functions: [lønn]}\n");
    assert_string_equal(found(text, "uncovered-function", 0),
        "ikt: no unit answers for this function\n"
        "flyktning: no unit below the top leader and no forum but extended ones answers "
        "for all 2 functions of this need\n");
}

static void result_units_outside_the_norm_are_found_once_a_group(void **state)
{
    (void)state;
    const char *text =
        TINY("units:\n"
             "  - {id: topp, kind: executive, fte: 5}\n"
             "  - {id: skole, kind: result-unit, reports-to: topp, fte: 19.5, count: 3}\n"
             "  - {id: hjem, kind: result-unit, reports-to: topp, fte: 20}\n"
             "  - {id: bo, kind: result-unit, reports-to: topp, fte: 20}\n"
             "  - {id: lag, kind: team, reports-to: bo, fte: 11}\n"
             "  - {id: uten, kind: result-unit, reports-to: topp}\n");
    assert_string_equal(found(text, "unit-outside-norm", 0),
        "skole-1: 19.5 FTE, as 2 more of 'skole'; one municipality's norm is 20 to 30 "
        "under one leader\n"
        "bo: 31 FTE; one municipality's norm is 20 to 30 under one leader\n");
    assert_string_equal(found(text, "unit-outside-norm", 31),
        "skole-1: 19.5 FTE, as 2 more of 'skole'; one municipality's norm is 20 to 31 "
        "under one leader\n");
}

/* 36.75 h are the most that leaves 2 %: 8 h of administration and 28.75 h of meetings. */
static void a_leader_whose_week_is_full_is_found(void **state)
{
    (void)state;
#define WEEK(lasts)                                                                      \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "forums: [{id: f, kind: other, chair: topp, members: topp, meets: 1/w, "        \
         "lasts: " lasts ", preparation: 0}]\n"                                          \
         "assume: {administration: 8, overload-floor: 2%}\n")
    assert_string_equal(found(WEEK("28.7h"), "overloaded", 0), "");
    assert_string_equal(found(WEEK("28.8h"), "overloaded", 0),
        "topp: meetings, contact at its least and administration take 36.8 h of the "
        "leader's 37.5 h a week (meetings 28.8 h)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_or_need_without_owner_is_found),
        cmocka_unit_test(result_units_outside_the_norm_are_found_once_a_group),
        cmocka_unit_test(a_leader_whose_week_is_full_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
