/* SPDX-License-Identifier: MIT
 * Who answers for what, worked out by hand. */
#include "small.h"

#include "tiny.h"

static void orders_come_by_the_line_and_by_professional_lines(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: fag, kind: department, reports-to: topp, count: 2}\n"
                    "  - {id: region, kind: region, reports-to: topp}\n"
                    "lines:\n"
                    "  - {kind: professional, from: [fag-1, fag-2], to: region}\n"
                    "  - {kind: professional, from: topp, to: region}\n"
                    "  - {kind: administrative, from: fag-1, to: fag-2}\n"),
        &m);
    assert_near(small_value(&m, "senders", "topp"), 0, 0);
    assert_near(small_value(&m, "senders", "region"), 3, 0);
    assert_near(small_value(&m, "senders", "fag-2"), 1, 0);
    spenn_model_free(&m);
}

#define LETTERS(one, two, line)                                                          \
    TINY("units:\n"                                                                      \
         "  - {id: regjering, kind: executive}\n"                                        \
         "  - {id: dep, kind: executive, reports-to: regjering, count: 3}\n"             \
         "  - {id: etat, kind: department, reports-to: dep-1}\n"                         \
         "lines:\n"                                                                      \
         "  - {kind: professional, from: dep-2, to: etat" one "}\n"                      \
         "  - {kind: contract, from: dep-3, to: etat" two "}\n"                          \
         "  - {kind: contract, from: dep-1, to: etat" line "}\n"                         \
         "tasks: [{id: sak, at: etat, arrives: 1/w, handling: 1h}]\n")

/* One ministry by the line, one by a professional line, one by a letter alone: whoever
 * signs the same letter counts once, and with all three there is one sender. */
static void who_sends_a_joint_letter_is_one_sender(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double senders, clarity;
    } cases[] = {
        {LETTERS("", "", ""), 2, 0},
        {LETTERS("", ", letter: b", ", letter: a"), 3, 0},
        {LETTERS(", letter: a", ", letter: b", ", letter: a"), 2, 0},
        {LETTERS(", letter: a", ", letter: a", ", letter: a"), 1, 1},
        {LETTERS(", letter: a", ", letter: a", ""), 2, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spenn_model m;
        tiny_model(cases[i].text, &m);
        assert_near(small_value(&m, "senders", "etat"), cases[i].senders, 0);
        assert_near(small_value(&m, "clarity", NULL), cases[i].clarity, 0);
        assert_near(small_value(&m, "superiors", "etat"), 2, 0);
        spenn_model_free(&m);
    }
}

/* Letters bind through a third: a and b are one, b and c are one. */
static void letters_bind_through_those_who_sign_two(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: dep, kind: executive, count: 4}\n"
                    "  - {id: etat, kind: department}\n"
                    "lines:\n"
                    "  - {kind: professional, from: dep-4, to: etat, letter: b}\n"
                    "  - {kind: professional, from: dep-1, to: etat}\n"
                    "  - {kind: professional, from: dep-2, to: etat, letter: a}\n"
                    "  - {kind: contract, from: dep-2, to: etat, letter: b}\n"
                    "  - {kind: contract, from: dep-3, to: etat, letter: a}\n"
                    "  - {kind: contract, from: dep-3, to: dep-1, letter: a}\n"),
        &m);
    assert_near(small_value(&m, "senders", "etat"), 2, 0);
    assert_near(small_value(&m, "senders", "dep-1"), 1, 0);
    spenn_model_free(&m);
}

/* 12 + max(3, 5) goals for 4 FTE, 6 caseworkers below who are given no FTE and 2 FTE
 * below them. */
static void goals_of_a_joint_letter_count_once_against_capacity(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: dep, kind: executive, count: 3}\n"
                    "  - {id: etat, kind: department, reports-to: dep-1, fte: 4}\n"
                    "  - {id: kontor, kind: team, reports-to: etat, caseworkers: 6}\n"
                    "  - {id: vakt, kind: team, reports-to: kontor, fte: 2}\n"
                    "  - {id: liten, kind: department, reports-to: dep-1}\n"
                    "lines:\n"
                    "  - {kind: contract, from: dep-1, to: etat, goals: 12}\n"
                    "  - {kind: contract, from: dep-2, to: [etat, liten], letter: a,"
                    " goals: 3}\n"
                    "  - {kind: contract, from: dep-3, to: etat, letter: a, goals: 5}\n"
                    "assume: {goal-effort: 2}\n"),
        &m);
    assert_near(small_value(&m, "goal-load", "etat"), 17 * 2 / 12.0, 1e-12);
    assert_near(small_value(&m, "goal-load", NULL), 34 / 12.0, 1e-12);
    assert_true(isnan(small_value(&m, "goal-load", "kontor")));
    assert_true(isnan(small_value(&m, "goal-load", "liten"))); /* nobody knows its FTE */
    spenn_model_free(&m);
}

/* 10 x (3 + 1 h) + 10 x 20 % x 2 h of 44 + 1 x 22 h. */
static void work_is_shared_by_planned_hours(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units: [{id: a, kind: executive, caseworkers: 2},"
                    " {id: b, kind: support, reports-to: a, caseworkers: 1}]\n"
                    "tasks:\n"
                    "  - {id: sektor, at: a, arrives: 10/w, handling: 3h, decision: 1h,"
                    " support: {b: 20%}}\n"
                    "  - {id: nettverk, at: a, arrives: 1/w, handling: 22h}\n"
                    "assume: {support-time: 2h}\n"),
        &m);
    assert_near(small_value(&m, "work-share", "sektor"), 44 / 66.0, 1e-12);
    assert_near(small_value(&m, "work-share", "nettverk"), 22 / 66.0, 1e-12);
    spenn_model_free(&m);
}

#define TEAM(responsibility)                                                             \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: sjef, kind: deputy, reports-to: topp, count: 3, "                     \
         "responsibility: " responsibility "}\n"                                         \
         "  - {id: skole, kind: result-unit, reports-to: topp, caseworkers: 2, count: "  \
         "2}\n"                                                                          \
         "tasks: [{id: sak, at: skole-*, arrives: 1/w, handling: 1h}]\n")

/* The deputy for schools answers for the school, the two others in turn for the rest. */
static void a_deputy_of_the_sector_answers_alone(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: deputy, reports-to: topp, sector: skole,"
             " responsibility: by-sector}\n"
             "  - {id: b, kind: deputy, reports-to: topp, responsibility: across,"
             " count: 2}\n"
             "  - {id: skole, kind: result-unit, reports-to: topp, sector: skole}\n"
             "  - {id: hjem, kind: result-unit, reports-to: topp, sector: helse}\n"
             "lines: [{kind: professional, from: hjem, to: skole}]\n"),
        &m);
    assert_near(small_value(&m, "senders", "skole"), 1 + 1, 0);
    assert_near(small_value(&m, "senders", "hjem"), 2, 0);
    assert_near(small_value(&m, "sector-contacts", NULL), (1 + 1) / 2.0, 0);
    spenn_model_free(&m);
}

static void a_team_across_sends_with_every_voice(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TEAM("across"), &m);
    assert_near(small_value(&m, "senders", "skole-1"), 3, 0);
    assert_near(small_value(&m, "senders", "sjef-1"), 1, 0);
    assert_near(small_value(&m, "clarity", NULL), 0, 0);
    assert_near(small_value(&m, "clarity", "skole-1"), 0, 0);
    spenn_model_free(&m);
    tiny_model(TEAM("by-sector"), &m);
    assert_near(small_value(&m, "senders", "skole-1"), 1, 0);
    assert_near(small_value(&m, "clarity", NULL), 1, 0);
    assert_true(isnan(small_value(&m, "clarity", "topp")));
    spenn_model_free(&m);
    tiny_model(
        TINY("units:\n"
             "  - {id: topp, kind: executive, leaders: 4, responsibility: across}\n"
             "  - {id: skole, kind: result-unit, reports-to: topp}\n"),
        &m);
    assert_near(small_value(&m, "senders", "skole"), 4, 0);
    spenn_model_free(&m);
}

/* C84: an administrative superior beside a professional one leaves the matter clear when
 * the task climbs the professional line; two professional ones do not. */
static void a_task_is_clear_by_the_line_that_steers_it(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: fag, kind: department, reports-to: topp, count: 2}\n"
             "  - {id: region, kind: region, reports-to: topp, count: 2}\n"
             "  - {id: kontor, kind: special-unit, reports-to: region-1}\n"
             "lines:\n"
             "  - {kind: professional, from: fag-1, to: [kontor, region-1]}\n"
             "  - {kind: professional, from: fag-2, to: region-1}\n"
             "tasks:\n"
             "  - {id: sak, at: [topp, kontor, region-1, region-2], arrives: 1/w,"
             " handling: 1h}\n"
             "  - {id: faglig, at: [topp, kontor, region-1, region-2], arrives: 1/w,"
             " handling: 1h, via: professional}\n"),
        &m);
    assert_near(small_value(&m, "clarity", "topp"), 1, 0);     /* answers itself */
    assert_near(small_value(&m, "clarity", "kontor"), 0.5, 0); /* region-1 and fag-1 */
    assert_near(small_value(&m, "clarity", "region-1"), 0, 0); /* 3; 2 */
    assert_near(small_value(&m, "clarity", "region-2"), 1, 0); /* topp either way */
    assert_near(small_value(&m, "clarity", NULL), 5.0 / 8.0, 0);
    spenn_model_free(&m);
}

/* C50: a region in the top leader's group both decides and does. C207: a staff with a
 * unit of the line below it. */
static void who_decides_and_does_has_two_roles(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: fag, kind: department, reports-to: topp}\n"
             "  - {id: region, kind: region, reports-to: topp, count: 3}\n"
             "  - {id: stab, kind: staff, reports-to: topp, count: 2}\n"
             "  - {id: kontor, kind: team, reports-to: stab-1}\n"
             "  - {id: stabskontor, kind: support, reports-to: stab-2}\n"
             "forums:\n"
             "  - {id: gruppe, kind: leadership-group, chair: topp,"
             " members: [fag, region-1, region-2]}\n"
             "tasks: [{id: sak, at: [topp, region-*], arrives: 1/w, handling: 1h}]\n"),
        &m);
    assert_near(small_value(&m, "dual-roles", NULL), 3, 0); /* two regions, one staff */
    spenn_model_free(&m);
}

static void contacts_of_a_sector_are_its_topmost_units(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: utvalg, kind: committee, sector: skole}\n"
             "  - {id: topp, kind: executive, reports-to: utvalg}\n"
             "  - {id: skolesjef, kind: department, sector: skole, reports-to: topp}\n"
             "  - {id: skole, kind: result-unit, sector: skole, reports-to: skolesjef,"
             " count: 5}\n"
             "  - {id: hjem, kind: result-unit, sector: helse, reports-to: topp,"
             " count: 3}\n"),
        &m);
    assert_near(small_value(&m, "sector-contacts", NULL), (1 + 3) / 2.0, 0);
    spenn_model_free(&m);
    tiny_model(TINY("units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: sjef, kind: deputy, sector: skole, reports-to: topp,"
                    " responsibility: by-sector}\n"
                    "  - {id: skole, kind: result-unit, sector: skole, reports-to: topp,"
                    " count: 5}\n"),
        &m);
    assert_near(small_value(&m, "sector-contacts", NULL), 1, 0);
    spenn_model_free(&m);
    tiny_model(TINY("units: [{id: topp, kind: executive}]\n"), &m);
    assert_true(isnan(small_value(&m, "sector-contacts", NULL)));
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_come_by_the_line_and_by_professional_lines),
        cmocka_unit_test(who_sends_a_joint_letter_is_one_sender),
        cmocka_unit_test(letters_bind_through_those_who_sign_two),
        cmocka_unit_test(goals_of_a_joint_letter_count_once_against_capacity),
        cmocka_unit_test(work_is_shared_by_planned_hours),
        cmocka_unit_test(a_deputy_of_the_sector_answers_alone),
        cmocka_unit_test(a_team_across_sends_with_every_voice),
        cmocka_unit_test(a_task_is_clear_by_the_line_that_steers_it),
        cmocka_unit_test(who_decides_and_does_has_two_roles),
        cmocka_unit_test(contacts_of_a_sector_are_its_topmost_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
