/* SPDX-License-Identifier: MIT
 * What a diff calls each change, by hand. A row is written "kind subject [what]
 * before>after". */
#include "changed.h"

#include "diff.h"

static void print(const struct spenn_diff *diff, char *text, size_t size)
{
    FILE *out = fmemopen(text, size, "w");
    for (int32_t i = 0; i < diff->count; i++) {
        (void)fprintf(out, "%s %s [%s] %s>%s\n", spenn_difference_names[diff->kind[i]],
            diff->subject[i], diff->what[i], diff->before[i], diff->after[i]);
    }
    (void)fclose(out);
}

/* That the diff from the base to what the changes make of it is exactly this. */
static void differs(const char *changes, const char *expected)
{
    struct spenn_model base, m;
    struct spenn_diff diff;
    char text[8192] = "";
    change(changes, &base, &m);
    spenn_models_diff(&base, &m, &diff);
    print(&diff, text, sizeof text);
    assert_string_equal(text, expected);
    for (int32_t i = 0; i < diff.count; i++) {
        assert_true(diff.old_row[i] < base.units.count);
        assert_true(diff.new_row[i] < m.units.count);
    }
    spenn_diff_free(&diff);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void nothing_differs_from_itself(void **state)
{
    (void)state;
    differs("[]\n", "");
}

static void a_new_unit_is_new(void **state)
{
    (void)state;
    differs("- establish: {id: ny, name: Nytt, kind: staff, reports-to: dir}\n",
        "new ny [] >Nytt\n");
}

static void merged_units_are_pairs_with_the_one_that_took_over(void **state)
{
    (void)state;
    differs("- merge: {units: [reg-1, reg-2], into: {id: nord}}\n",
        "merged nord [] reg-1>nord\n"
        "merged nord [] reg-2>nord\n");
}

static void an_absorbed_unit_is_merged_into_one_that_changed(void **state)
{
    (void)state;
    differs("- absorb: {units: reg-2, into: reg-1}\n",
        "merged reg-1 [] reg-2>reg-1\n"
        "changed reg-1 [fte] 100>160\n"
        "changed reg-1 [caseworkers] 20>31\n"
        "changed reg-1 [leaders] 1>2\n");
}

static void parts_of_a_split_and_of_a_spin_off_are_split(void **state)
{
    (void)state;
    differs("- split: {unit: reg-3, into: [{id: a, share: 1e-1}, {id: b, share: 90%}]}\n",
        "split a [] reg-3>a\n"
        "split b [] reg-3>b\n");
    differs("- spin-off: {from: reg-3, to: {id: a}, share: 50%}\n",
        "changed reg-3 [fte] 40>20\n"
        "split a [] reg-3>a\n");
}

static void an_abolished_unit_is_abolished_and_its_units_moved(void **state)
{
    (void)state;
    differs("- abolish: {unit: avd-1, to: dir, delegate: 0}\n",
        "changed dir [fte] >4\n"
        "moved reg-1 [reports-to] avd-1>dir\n"
        "moved reg-2 [reports-to] avd-1>dir\n"
        "abolished avd-1 [] avd-1>\n"
        "changed klage [served-by avd-1] avd-1>dir\n");
}

static void who_follows_a_renamed_or_merged_superior_has_not_moved(void **state)
{
    (void)state;
    differs("- rename: {unit: avd-1, id: nord}\n", "renamed nord [id] avd-1>nord\n");
    differs("- merge: {units: avd-*, into: {id: drift}}\n",
        "merged drift [] avd-1>drift\n"
        "merged drift [] avd-2>drift\n");
    differs("- rename: {unit: reg-1, name: Nord}\n", "renamed reg-1 [name] reg-1>Nord\n");
    differs("- rename: {unit: reg-1, id: a}\n- rename: {unit: a, id: b, name: Nord}\n",
        "renamed b [name] reg-1>Nord\n");
}

static void a_unit_under_another_superior_has_moved(void **state)
{
    (void)state;
    differs(
        "- move: {units: reg-1, to: avd-2}\n", "moved reg-1 [reports-to] avd-1>avd-2\n");
}

static void members_join_and_leave_and_forums_open_and_close(void **state)
{
    (void)state;
    differs("- join: {forum: group, members: reg-1}\n"
            "- leave: {forum: group, members: stab}\n"
            "- open: {id: fag, name: Fag, kind: network, chair: stab, members: reg-*}\n",
        "joined reg-1 [group] >group\n"
        "left stab [group] group>\n"
        "opened fag [] >Fag\n");
    differs("- close: {forum: group, to: wide}\n",
        "closed group [] group>\n"
        "changed prinsipp [decided-in] group>wide\n");
}

static void fields_are_shown_as_files_write_them(void **state)
{
    (void)state;
    differs("- set: {unit: stab, kind: staff, speed: 1.5, location: Bodø}\n"
            "- set: {forum: group, meets: 26/y, lasts: 4h, chair: stab}\n"
            "- set: {task: sak, handling: {mean: 2h, law: fixed}, deadline: 1mo,\n"
            "   arrives: 20/w}\n"
            "- set: {assume: {drift: 3/y}}\n",
        "changed stab [kind] support>staff\n"
        "changed stab [speed] 1>1.5\n"
        "changed stab [location] >Bodø\n"
        "changed group [chair] dir>stab\n"
        "changed group [meets] 52/y>26/y\n"
        "changed group [lasts] 2h>4h\n"
        "changed sak [handling] 3h>{mean: 2h, law: fixed}\n"
        "changed sak [deadline] >1mo\n"
        "changed sak [arrives] 40/w>20/w\n"
        "changed drift [assume] 1/y>3/y\n");
}

static void drawing_a_unit_elsewhere_is_no_change_of_the_organization(void **state)
{
    (void)state;
    differs("- set: {unit: stab, order: 3, side: right, panel: Stab, collapse: Staber}\n",
        "");
}

static void work_lines_and_contact_differ_by_who_is_concerned(void **state)
{
    (void)state;
    differs("- transfer: {task: sak, from: reg-1, to: stab, share: 25%}\n",
        "changed sak [authority stab] >90%\n"
        "changed sak [served-by reg-1] reg-1>reg-1 75%, stab 25%\n");
    differs("- delegate: {task: sak, to: reg-1, limit: 95%}\n",
        "changed sak [authority reg-1] 90%>95%\n");
    differs("- set: {task: sak, support: {avd-1: 5%}}\n",
        "changed sak [support avd-1] >5%\n"
        "changed sak [support stab] 20%>\n");
    differs("- draw: {kind: advisory, from: stab, to: dir}\n"
            "- erase: {kind: professional, from: stab, to: reg-1}\n",
        "changed stab [advisory line] >dir\n"
        "changed stab [professional line] reg-1>\n");
    differs(
        "- draw: {kind: professional, from: stab, to: reg-2, letter: brev, goals: 3}\n",
        "changed stab [letter reg-2] >brev\n"
        "changed stab [goals reg-2] >3\n");
    differs("- set: {unit: avd-1, coordination: {primary: driver, secondary: balancer,"
            " ambition: 2, instruments: [plans, law]}}\n",
        "changed avd-1 [coordination] >{primary: driver, secondary: [balancer], "
        "ambition: 2, instruments: [law, plans]}\n");
    differs("- set: {need: liv, coordinator: avd-1}\n",
        "changed liv [coordinator] stab>avd-1\n");
    differs("- set: {task: tverr, coordinates: {parties: 3, step: 4}}\n",
        "changed tverr [parties] 2>3\n"
        "changed tverr [step] 2>4\n");
    differs("- set: {task: tverr, coordinates: {conflict: 40%, lead: stab}}\n",
        "changed tverr [conflict] >40%\n"
        "changed tverr [lead] >stab\n");
    differs("- set: {task: tverr, coordinates: {with: [reg-*, stab]}}\n",
        "changed tverr [with] reg-1, reg-2, reg-3, reg-4>stab, reg-1, reg-2, reg-3, "
        "reg-4\n");
}

static void two_files_differ_by_ids_and_former_ids(void **state)
{
    (void)state;
    struct spenn_model a, b;
    struct spenn_diff diff;
    char text[2048] = "";
    tiny_model(TINY("units:\n"
                    "  - {id: a, kind: executive}\n"
                    "  - {id: b, kind: staff, reports-to: a}\n"
                    "  - {id: c, kind: staff, reports-to: b, formerly: b}\n"
                    "contact:\n"
                    "  - {between: a, and: b, meets: 1/w, lasts: 1h}\n"),
        &a);
    tiny_model(TINY("units:\n"
                    "  - {id: a, kind: executive, name: Ny}\n"
                    "  - {id: d, kind: staff, reports-to: a, formerly: [x, b]}\n"
                    "  - {id: c, kind: staff, reports-to: d, formerly: b}\n"
                    "  - {id: e, kind: team, reports-to: c}\n"
                    "tasks:\n"
                    "  - {id: t, at: e, arrives: 1/w, decision: 1h}\n"
                    "contact:\n"
                    "  - {between: d, and: a, meets: 2/w, lasts: 1h}\n"),
        &b);
    spenn_models_diff(&a, &b, &diff);
    print(&diff, text, sizeof text);
    assert_string_equal(text,
        "renamed a [name] a>Ny\n"
        "renamed d [id] b>d\n"
        "new e [] >e\n"
        "new t [task] >t\n"
        "changed a [contact d] 52/y of 1h>104/y of 1h\n");
    spenn_diff_free(&diff);
    spenn_models_diff(&b, &a, &diff);
    print(&diff, text, sizeof text);
    assert_non_null(strstr(text, "abolished t [task] t>\n"));
    assert_non_null(strstr(text, "abolished e [] e>\n"));
    spenn_diff_free(&diff);
    spenn_model_free(&a);
    spenn_model_free(&b);
}

static void files_differ(const char *before, const char *after, const char *expected)
{
    struct spenn_model a, b;
    struct spenn_diff diff;
    char text[2048] = "";
    tiny_model(before, &a);
    tiny_model(after, &b);
    spenn_models_diff(&a, &b, &diff);
    print(&diff, text, sizeof text);
    assert_string_equal(text, expected);
    spenn_diff_free(&diff);
    spenn_model_free(&a);
    spenn_model_free(&b);
}

static void a_unit_with_a_new_id_and_its_old_name_is_renamed(void **state)
{
    (void)state;
    files_differ(TINY("units:\n"
                      "  - {id: a, kind: executive}\n"
                      "  - {id: b, name: Nord, kind: staff, reports-to: a}\n"
                      "  - {id: c, kind: team, reports-to: b}\n"
                      "forums:\n"
                      "  - {id: f, kind: other, chair: a, members: [a, b]}\n"
                      "tasks:\n"
                      "  - {id: t, at: b, arrives: 1/w, handling: 1h}\n"),
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: d, name: Nord, kind: staff, reports-to: a}\n"
             "  - {id: c, kind: team, reports-to: d}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: a, members: [a, d]}\n"
             "tasks:\n"
             "  - {id: t, at: d, arrives: 1/w, handling: 1h}\n"),
        "renamed d [id] b>d\n");
}

static void a_name_that_two_units_have_says_nothing(void **state)
{
    (void)state;
    files_differ(TINY("units:\n"
                      "  - {id: a, kind: executive}\n"
                      "  - {id: b, name: Nord, kind: staff, reports-to: a}\n"
                      "  - {id: c, name: Nord, kind: staff, reports-to: a}\n"),
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: c, name: Nord, kind: staff, reports-to: a}\n"
             "  - {id: d, name: Nord, kind: staff, reports-to: a}\n"),
        "new d [] >Nord\n"
        "abolished b [] Nord>\n");
    files_differ(TINY("units:\n"
                      "  - {id: a, kind: executive}\n"
                      "  - {id: b, name: Nord, kind: staff, reports-to: a}\n"),
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: d, name: Nord, kind: team, reports-to: a}\n"),
        "new d [] >Nord\n"
        "abolished b [] Nord>\n");
}

static void a_limit_that_was_reckoned_is_shown_as_a_planner_would_write_it(void **state)
{
    (void)state;
    files_differ(
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: b, kind: team, reports-to: a}\n"
             "tasks:\n"
             "  - {id: t, at: b, arrives: 1/w, handling: 1h, authority: {b: 90%}}\n"),
        TINY("units:\n"
             "  - {id: a, kind: executive}\n"
             "  - {id: b, kind: team, reports-to: a}\n"
             "tasks:\n"
             "  - {id: t, at: b, arrives: 1/w, handling: 1h,\n"
             "     authority: {b: 0.9450000000000001}}\n"),
        "changed t [authority b] 90%>94.5%\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_differs_from_itself),
        cmocka_unit_test(a_new_unit_is_new),
        cmocka_unit_test(merged_units_are_pairs_with_the_one_that_took_over),
        cmocka_unit_test(an_absorbed_unit_is_merged_into_one_that_changed),
        cmocka_unit_test(parts_of_a_split_and_of_a_spin_off_are_split),
        cmocka_unit_test(an_abolished_unit_is_abolished_and_its_units_moved),
        cmocka_unit_test(who_follows_a_renamed_or_merged_superior_has_not_moved),
        cmocka_unit_test(a_unit_under_another_superior_has_moved),
        cmocka_unit_test(members_join_and_leave_and_forums_open_and_close),
        cmocka_unit_test(fields_are_shown_as_files_write_them),
        cmocka_unit_test(drawing_a_unit_elsewhere_is_no_change_of_the_organization),
        cmocka_unit_test(work_lines_and_contact_differ_by_who_is_concerned),
        cmocka_unit_test(two_files_differ_by_ids_and_former_ids),
        cmocka_unit_test(a_unit_with_a_new_id_and_its_old_name_is_renamed),
        cmocka_unit_test(a_name_that_two_units_have_says_nothing),
        cmocka_unit_test(a_limit_that_was_reckoned_is_shown_as_a_planner_would_write_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
