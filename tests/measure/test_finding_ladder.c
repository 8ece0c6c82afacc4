/* SPDX-License-Identifier: MIT
 * Rules on tasks that coordinate: each fires on the model that lacks something, and is
 * silent on the one that has all. */
#include "small.h"

#include "tiny.h"

/* Two ministries below a government, and a programme; `a` is the driver. */
#define MODEL(role, keys, more)                                                          \
    TINY("units:\n"                                                                      \
         "  - {id: reg, kind: executive}\n"                                              \
         "  - {id: a, kind: executive, reports-to: reg, caseworkers: 2,"                 \
         " coordination: {" role "}}\n"                                                  \
         "  - {id: b, kind: executive, reports-to: reg, caseworkers: 2}\n"               \
         "  - {id: prog, kind: team, reports-to: reg}\n"                                 \
         "  - {id: etat, kind: department, reports-to: b}\n"                             \
         "forums:\n"                                                                     \
         "  - {id: f, kind: network, chair: a, members: b}\n" more "tasks:\n"            \
         "  - {id: sak, at: a, arrives: 1/w, handling: 1h, decision: 1h,"                \
         " coordinates: {with: b, parties: 2, " keys "}}\n")
#define GOOD_ROLE                                                                        \
    "primary: driver, secondary: [balancer, system-manager], ambition: 4,"               \
    " instruments: [law, forums]"
#define GOOD_KEYS "step: 4, anchoring: 80%, own-weight: 50%, forum: f"

/* Findings of a rule in the model of a text, "subject: reason" a line. */
static const char *found(const char *text, const char *rule)
{
    static char lines[2000];
    struct spenn_model m;
    struct spenn_findings findings = {0};
    struct spenn_error err = {0};
    size_t end = 0;
    lines[0] = '\0';
    tiny_model(text, &m);
    assert_true(
        spenn_findings_fill(&m, &(struct spenn_finding_limits){0}, &findings, &err));
    spenn_model_free(&m);
    for (int32_t i = 0; i < findings.count; i++) {
        const char *id = spenn_finding_rules[findings.rule[i]].id;
        if (rule ? strcmp(id, rule) == 0 : strcmp(id, "coordination-matrix") != 0) {
            end += (size_t)snprintf(lines + end, sizeof lines - end, "%s: %s\n",
                findings.subject[i], findings.reason[i]);
            assert_true(findings.at[i].line > 0);
        }
    }
    spenn_findings_free(&findings);
    return lines;
}

static void a_task_that_has_all_is_left_alone(void **state)
{
    (void)state;
    assert_string_equal(found(MODEL(GOOD_ROLE, GOOD_KEYS, ""), NULL), "");
}

static void each_rule_fires_on_what_is_missing(void **state)
{
    static const struct {
        const char *text, *rule, *said;
    } cases[] = {
        {MODEL("primary: driver, ambition: 3, instruments: [law, forums]", GOOD_KEYS, ""),
            "wicked-low-aim",
            "sak: needs step 4, and no unit that takes part aims beyond step 3\n"},
        {MODEL("primary: driver", GOOD_KEYS, ""), "wicked-low-aim",
            "sak: needs step 4, and no unit that takes part says that it aims there\n"},
        {MODEL(GOOD_ROLE, "step: 4", ""), "wicked-unanchored",
            "sak: needs step 4 and has no political priority (anchoring 0 %)\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", mechanisms: hierarchy", ""), "one-mechanism",
            "sak: needs step 4 by hierarchy alone\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", mechanisms: voluntary", ""), "one-mechanism",
            "sak: needs step 4 by voluntary adaptation alone\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", mechanisms: neither", ""), "one-mechanism",
            "sak: needs step 4 by no mechanism at all\n"},
        {MODEL(
             "primary: driver, ambition: 4, instruments: [joint-digital]", GOOD_KEYS, ""),
            "one-mechanism",
            "sak: needs step 4, and all instruments of those who take part work by "
            "voluntary adaptation\n"},
        {MODEL(GOOD_ROLE, "step: 4, anchoring: 80%", ""), "own-sector-first",
            "sak: needs step 4, and each party weighs only its own gain (own-weight 100 "
            "%)\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", lead: a", ""), "lead-without-authority",
            "sak: 'a' leads without authority to cut through\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", lead: a, cuts-through: true", ""),
            "lead-without-authority", ""},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", starts-at: 2", ""), "step-skipped",
            "sak: starts at step 2 of 4: information is not shared first\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS ", starts-at: 3", ""), "step-skipped",
            "sak: starts at step 3 of 4: neither is information shared nor a shared "
            "understanding sought first\n"},
        {MODEL(GOOD_ROLE, "step: 3", ""), "ownership-unkept",
            "sak: no early part, forum, joint letter or political priority keeps "
            "ownership\n"},
        {MODEL(GOOD_ROLE, "step: 3, early: true", ""), "ownership-unkept", ""},
        {MODEL(GOOD_ROLE, "step: 3, renewed: 1/y", ""), "ownership-unkept", ""},
        {MODEL(GOOD_ROLE, GOOD_KEYS,
             "lines:\n  - {kind: professional, from: prog, to: etat}\n"),
            "parallel-line",
            "etat: 'prog' (team) gives it a professional line beside the line from "
            "'b'\n"},
        {MODEL(GOOD_ROLE, GOOD_KEYS,
             "lines:\n  - {kind: advisory, from: prog, to: etat}\n"),
            "parallel-line", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(found(cases[i].text, cases[i].rule), cases[i].said);
    }
}

static void what_can_have_no_effect_is_told(void **state)
{
    static const struct {
        const char *keys, *said;
    } cases[] = {
        {"step: 4, again-after: 2w", "'again-after' has no effect with one try"},
        {"step: 4, again-after: 2w, tries: 2", NULL},
        {"step: 3, implementation: 2d", "'implementation' has no effect"},
        {"step: 4, implementation: 2d", NULL},
        {"step: 3, ladder: chain", "'ladder: chain' has no effect"},
        {"step: 4, ladder: chain", NULL},
        {"step: 2, conflict: 10%", "'conflict', 'own-weight' and 'consent' have no"},
        {"step: 4, mechanisms: hierarchy, consent: any", "'conflict', 'own-weight' and"},
        {"step: 4, conflict: 10%, own-weight: 0%, consent: any", NULL},
        {"step: 4, mechanisms: voluntary, arbiter: reg", "'arbiter' and 'cuts-through'"},
        {"step: 4, lead: a, cuts-through: true, arbiter: reg",
            "'arbiter' has no effect:"},
        {"step: 4, arbiter: reg", NULL},
        {"step: 4, starts-at: 2, messages: line", "'messages: line' has no effect"},
        {"step: 4, messages: line", NULL},
        {"step: 4, lead: a, forum: f", "'lead' has no effect"},
        {"step: 4, lead: b, forum: f", NULL},
        {"step: 4, lead: a", NULL},
        {"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        (void)snprintf(text, sizeof text, MODEL(GOOD_ROLE, "%s", ""), cases[i].keys);
        const char *said = found(text, "idle-key");
        if (cases[i].said ? !strstr(said, cases[i].said) : *said) {
            fail_msg("{%s}: '%s'", cases[i].keys, said);
        }
    }
#define WITH_KEYS(of_a, of_b, step)                                                      \
    TINY("units:\n"                                                                      \
         "  - {id: a, kind: executive" of_a "}\n"                                        \
         "  - {id: b, kind: executive" of_b "}\n"                                        \
         "tasks:\n"                                                                      \
         "  - {id: sak, at: a, arrives: 1/w, handling: 1h,"                              \
         " coordinates: {with: b, parties: 2, step: " step "}}\n")
    assert_string_equal(found(WITH_KEYS("", ", veto: 20%", "2"), "idle-key"),
        "b: 'veto' has no effect: it is asked in no task that needs step 3 or 4\n");
    assert_string_equal(found(WITH_KEYS("", ", veto: 20%", "3"), "idle-key"), "");
    assert_string_equal(found(WITH_KEYS(", mobility: 1/y", "", "3"), "idle-key"),
        "a: 'mobility' has no effect: people move between units that both have it\n");
    assert_string_equal(
        found(WITH_KEYS(", mobility: 1/y", ", mobility: 1/y", "3"), "idle-key"), "");
}

static void parties_without_a_seat_in_the_forum_are_told(void **state)
{
    (void)state;
    assert_string_equal(
        found(MODEL(GOOD_ROLE, "step: 4, forum: f", ""), "absent-party"), "");
    assert_string_equal(found(MODEL(GOOD_ROLE, "step: 4, forum: g",
                                  "  - {id: g, kind: network, chair: reg, members: a}\n"),
                            "absent-party"),
        "sak: understanding is sought in 'g', where 'b' of its parties does not sit\n");
    assert_string_equal(
        found(MODEL(GOOD_ROLE, "step: 4, forum: g, lead: prog",
                  "  - {id: g, kind: network, chair: reg, members: etat}\n"),
            "absent-party"),
        "sak: understanding is sought in 'g', where 'a' and 2 more of its parties do not "
        "sit\n");
    assert_string_equal(found(MODEL(GOOD_ROLE, "step: 4, forum: g, starts-at: 3",
                                  "  - {id: g, kind: network, chair: reg, members: a}\n"),
                            "absent-party"),
        "");
}

/* A simple matter that stops at step 1 or 2 is asked for nothing. */
static void simple_matters_need_none_of_it(void **state)
{
    (void)state;
    assert_string_equal(found(MODEL(GOOD_ROLE, "step: 2", ""), NULL), "");
}

static void ministries_without_a_government_have_no_hierarchy(void **state)
{
    (void)state;
#define TWO_ROOTS(keys)                                                                  \
    TINY("units:\n"                                                                      \
         "  - {id: a, kind: executive, caseworkers: 2}\n"                                \
         "  - {id: b, kind: executive, caseworkers: 2}\n"                                \
         "  - {id: reg, kind: executive}\n"                                              \
         "tasks:\n"                                                                      \
         "  - {id: sak, at: a, arrives: 1/w, handling: 1h, decision: 1h,"                \
         " coordinates: {with: b, parties: 2, step: 4" keys "}}\n")
    assert_string_equal(found(TWO_ROOTS(""), "one-mechanism"),
        "sak: needs step 4, and nobody stands above all who take part or is named to "
        "decide: voluntary adaptation is alone\n");
    assert_string_equal(found(TWO_ROOTS(", arbiter: reg"), "one-mechanism"), "");
    assert_string_equal(
        found(TWO_ROOTS(", lead: b, cuts-through: true"), "one-mechanism"), "");
}

static void agencies_that_decide_little_are_tied(void **state)
{
    (void)state;
#define TIED(beyond)                                                                     \
    TINY(                                                                                \
        "units:\n"                                                                       \
        "  - {id: reg, kind: executive}\n"                                               \
        "  - {id: a, kind: executive, reports-to: reg, caseworkers: 2}\n"                \
        "  - {id: b, kind: executive, reports-to: reg, caseworkers: 2}\n"                \
        "tasks:\n"                                                                       \
        "  - {id: sak, at: a, arrives: 1/w, handling: 1h, decision: 1h,"                 \
        " beyond-authority: " beyond ", coordinates: {with: b, parties: 2, step: 3}}\n")
    assert_string_equal(found(TIED("60%"), "tied-agency"),
        "sak: 'a' may settle only 40 % of its cases itself\n");
    assert_string_equal(found(TIED("50%"), "tied-agency"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_task_that_has_all_is_left_alone),
        cmocka_unit_test(each_rule_fires_on_what_is_missing),
        cmocka_unit_test(what_can_have_no_effect_is_told),
        cmocka_unit_test(parties_without_a_seat_in_the_forum_are_told),
        cmocka_unit_test(simple_matters_need_none_of_it),
        cmocka_unit_test(ministries_without_a_government_have_no_hierarchy),
        cmocka_unit_test(agencies_that_decide_little_are_tied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
