/* SPDX-License-Identifier: MIT
 * What each verb about tasks, forums, lines and fields does. */
#include "changed.h"

#include "scenario.h"

static void transfer_moves_streams_and_the_authority_to_decide_them(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- transfer: {task: sak, from: reg-1, to: stab}\n", &base, &m);
    assert_near(serves(&m, "sak", "reg-1", "stab"), 1);
    assert_near(serves(&m, "sak", "reg-2", "reg-2"), 1);
    assert_near(serves(&m, "prinsipp", "reg-1", "reg-1"), 1);
    assert_near(limit_of(&m, "sak", "stab"), 0.9);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void transfer_of_a_share_leaves_the_rest(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- transfer: {task: sak, to: reg-1, share: 30%}\n", &base, &m);
    assert_near(serves(&m, "sak", "reg-1", "reg-1"), 1);
    assert_near(serves(&m, "sak", "reg-4", "reg-4"), 0.7);
    assert_near(serves(&m, "sak", "reg-4", "reg-1"), 0.3);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_unit_that_alone_serves_a_stream_is_no_other_party(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- merge: {units: [reg-1, reg-2], into: {id: nord}}\n", &m);
    spenn_id t = task_of(&m, "tverr"), u = tiny_unit(&m, "nord");
    for (int32_t s = 0; s < m.streams.count; s++) {
        bool own = m.routes.unit[m.streams.first_route[s]] == u;
        if (m.streams.task[s] == t) {
            assert_int_equal(m.streams.partners[s], 2); /* of 3, two became one */
        }
        for (int32_t i = 0; i < m.streams.partners[s]; i++) {
            assert_true(!own || m.partners.unit[m.streams.first_partner[s] + i] != u);
        }
    }
    spenn_model_free(&m);
}

static void delegate_raises_limits_and_never_lowers_them(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- delegate: {task: sak, to: [reg-*, avd-1], limit: 97%}\n", &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.97);
    assert_near(limit_of(&m, "sak", "avd-1"), 0.99);
    assert_near(limit_of(&m, "sak", "avd-2"), 0.99);
    spenn_model_free(&m);
}

static void join_adds_members_behind_the_others(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- join: {forum: group, members: [dir, 'kind:region']}\n", &base, &m);
    spenn_id f = forum_of(&m, "group");
    assert_int_equal(m.forums.size[f], 8);
    assert_int_equal(m.members.unit[m.forums.first[f]], tiny_unit(&m, "dir"));
    assert_int_equal(m.members.unit[m.forums.first[f] + 7], tiny_unit(&m, "reg-4"));
    assert_int_equal(m.forums.first[forum_of(&m, "wide")], 8);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void leave_takes_members_out(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- leave: {forum: group, members: [avd-1, stab]}\n", &m);
    spenn_id f = forum_of(&m, "group");
    assert_int_equal(m.forums.size[f], 2);
    assert_false(spenn_model_is_member(&m, f, tiny_unit(&m, "avd-1")));
    assert_true(spenn_model_is_member(&m, f, tiny_unit(&m, "avd-2")));
    spenn_model_free(&m);
}

static void open_makes_a_forum_with_the_assumed_values(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model(
        "- open: {id: fag, kind: network, chair: stab, members: reg-*, meets: 6/y}\n",
        &m);
    spenn_id f = forum_of(&m, "fag");
    assert_int_equal(m.forums.size[f], 5);
    assert_true(spenn_model_is_member(&m, f, tiny_unit(&m, "stab")));
    assert_near(m.forums.meets[f] * SPENN_YEAR, 6);
    assert_near(m.forums.lasts[f], m.assume.value[SPENN_FORUM_LASTS]);
    assert_true(isnan(m.forums.commitment[f]));
    spenn_model_free(&m);
}

static void close_hands_the_tasks_of_a_forum_to_another(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- close: {forum: group, to: wide}\n", &m);
    assert_int_equal(m.forums.count, 1);
    assert_int_equal(m.tasks.decided_in[task_of(&m, "prinsipp")], forum_of(&m, "wide"));
    assert_int_equal(m.members.count, 7);
    assert_int_equal(m.forums.first[0], 0);
    spenn_model_free(&m);
}

static void lines_are_drawn_once_and_erased(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- draw: {kind: professional, from: stab, to: [reg-1, avd-*]}\n"
                  "- draw: {kind: advisory, from: avd-1, to: reg-3}\n"
                  "- erase: {kind: professional, from: stab, to: reg-*}\n",
        &m);
    assert_int_equal(m.lines.count, 3);
    assert_int_equal(m.lines.to[0], tiny_unit(&m, "avd-1"));
    assert_int_equal(m.lines.kind[2], SPENN_LINE_ADVISORY);
    spenn_model_free(&m);
}

static void a_line_drawn_again_takes_the_letter_and_goals_named(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- draw: {kind: professional, from: stab, to: reg-1, letter: felles}\n"
                  "- draw: {kind: professional, from: stab, to: reg-*, goals: 7}\n"
                  "- draw: {kind: contract, from: dir, to: reg-1, letter: felles}\n",
        &m);
    assert_int_equal(m.lines.count, 5);
    assert_int_equal(m.lines.to[0], tiny_unit(&m, "reg-1"));
    assert_string_equal(m.lines.letter[0], "felles");
    assert_null(m.lines.letter[1]);
    assert_int_equal(m.lines.goals[0], 7);
    assert_int_equal(m.lines.goals[3], 7);
    assert_string_equal(m.lines.letter[4], "felles");
    assert_int_equal(m.lines.goals[4], 0);
    spenn_model_free(&m);
}

/* The letters of two that merge become one with the goals of both. */
static void lines_that_become_one_keep_their_goals(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- draw: {kind: professional, from: stab, to: reg-1, goals: 7}\n"
                  "- draw: {kind: professional, from: stab, to: reg-2, goals: 5,\n"
                  "         letter: brev}\n"
                  "- merge: {units: [reg-1, reg-2], into: {id: nord}}\n",
        &m);
    assert_int_equal(m.lines.count, 3);
    assert_int_equal(m.lines.to[0], tiny_unit(&m, "nord"));
    assert_int_equal(m.lines.goals[0], 12);
    assert_string_equal(m.lines.letter[0], "brev");
    spenn_model_free(&m);
}

static void who_meets_the_user_can_change_and_end(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {need: liv, coordinator: avd-1, functions: [skole]}\n", &m);
    assert_int_equal(m.needs.coordinator[0], tiny_unit(&m, "avd-1"));
    assert_string_equal(m.needs.functions[0], "skole");
    spenn_model_free(&m);
    changed_model("- absorb: {units: stab, into: avd-2}\n", &m);
    assert_int_equal(m.needs.coordinator[0], tiny_unit(&m, "avd-2"));
    spenn_model_free(&m);
    refused(
        "- set: {need: lyv, coordinator: dir}\n", "no need 'lyv'; did you mean 'liv'");
    refused("- set: {need: liv, task: sak, name: x}\n", "'set' needs exactly one of");
}

static void posts_on_a_new_deciding_line_get_authority(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {task: sak, via: professional}\n", &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.9);
    assert_near(limit_of(&m, "sak", "stab"), 0.99);
    assert_near(limit_of(&m, "sak", "dir"), 1);
    spenn_model_free(&m);
    changed_model("- delegate: {task: sak, to: stab, limit: 95%}\n"
                  "- set: {task: sak, beyond-authority: 1%, via: professional}\n",
        &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.99);
    assert_near(limit_of(&m, "sak", "stab"), 1 - 0.05 * 0.05); /* scaled, not replaced */
    spenn_model_free(&m);
}

static int32_t lines_between(
    const struct spenn_model *m, int32_t kind, const char *from, const char *to)
{
    int32_t count = 0;
    for (int32_t e = 0; e < m->lines.count; e++) {
        count += m->lines.kind[e] == kind && m->lines.from[e] == tiny_unit(m, from)
            && m->lines.to[e] == tiny_unit(m, to);
    }
    return count;
}

static void each_giver_sees_the_other_sectors_of_its_own(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- draw: {kind: advisory, from: reg-*, to: ['sector:other', reg-1]}\n"
                  "- draw: {kind: advisory, from: reg-1, to: reg-*}\n"
                  "- erase: {kind: advisory, from: [reg-3, reg-4], to: 'sector:other'}\n",
        &m);
    assert_int_equal(m.lines.count, 4 + 5 + 1);
    assert_int_equal(lines_between(&m, SPENN_LINE_ADVISORY, "reg-1", "reg-1"), 0);
    assert_int_equal(lines_between(&m, SPENN_LINE_ADVISORY, "reg-1", "reg-2"), 1);
    assert_int_equal(lines_between(&m, SPENN_LINE_ADVISORY, "reg-1", "reg-4"), 1);
    assert_int_equal(lines_between(&m, SPENN_LINE_ADVISORY, "reg-2", "reg-1"), 1);
    assert_int_equal(lines_between(&m, SPENN_LINE_ADVISORY, "reg-3", "reg-1"), 0);
    assert_int_equal(lines_between(&m, SPENN_LINE_PROFESSIONAL, "stab", "reg-3"), 1);
    spenn_model_free(&m);
}

static void set_changes_fields_of_units(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {unit: reg-*, fte: 50, speed: 1.2, mandatory: false,\n"
                  "   reports-to: avd-1, at: 1y}\n",
        &m);
    for (spenn_id u = 4; u < 8; u++) {
        assert_near(m.units.fte[u], 50);
        assert_near(m.units.speed[u], 1.2);
        assert_int_equal(m.units.parent[u], tiny_unit(&m, "avd-1"));
        assert_false(m.units.mandatory[u]);
    }
    spenn_model_free(&m);
}

static void set_changes_fields_of_a_forum_and_keeps_its_chair_a_member(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {forum: wide, meets: 12/y, chair: stab}\n"
                  "- set: {forum: group, members: reg-*, agenda: 5}\n",
        &m);
    spenn_id wide = forum_of(&m, "wide"), group = forum_of(&m, "group");
    assert_near(m.forums.meets[wide] * SPENN_YEAR, 12);
    assert_int_equal(m.forums.given[wide], SPENN_GIVEN_MEETS);
    assert_true(spenn_model_is_member(&m, wide, tiny_unit(&m, "stab")));
    assert_int_equal(m.forums.size[wide], 8);
    assert_int_equal(m.forums.size[group], 5);
    assert_int_equal(m.members.unit[m.forums.first[group]], tiny_unit(&m, "dir"));
    assert_int_equal(m.forums.agenda[group], 5);
    spenn_model_free(&m);
}

static void set_changes_times_and_rates_of_a_task(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model(
        "- set: {task: sak, arrives: 10/w, handling: {mean: 1h, law: erlang-3},\n"
        "   priority: 1, support: {stab: 5%, avd-1: 1%}}\n",
        &m);
    spenn_id t = task_of(&m, "sak");
    assert_near(m.streams.rate[0], 10 / 37.5);
    assert_near(m.streams.rate[4], 12 / SPENN_YEAR);
    assert_int_equal(m.tasks.handling[t].law, SPENN_LAW_ERLANG);
    assert_int_equal(m.tasks.priority[t], 1);
    assert_int_equal(m.supports.count, 2);
    assert_near(m.supports.share[0], 0.05);
    spenn_model_free(&m);
}

static void a_new_way_to_decide_takes_the_place_of_the_old_one(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {task: sak, decided-in: group}\n"
                  "- set: {task: prinsipp, decided-by: dir}\n"
                  "- set: {task: klage, authority: {avd-*: 80%}}\n",
        &m);
    spenn_id sak = task_of(&m, "sak"), principle = task_of(&m, "prinsipp");
    assert_int_equal(m.tasks.decided_in[sak], forum_of(&m, "group"));
    assert_true(isnan(m.tasks.beyond_authority[sak]));
    assert_near(limit_of(&m, "sak", "avd-1"), 1);
    assert_int_equal(m.tasks.decided_in[principle], SPENN_NONE);
    assert_int_equal(m.tasks.decided_by[principle], 0);
    assert_int_equal(m.tasks.decided_by[task_of(&m, "klage")], SPENN_NONE);
    assert_near(limit_of(&m, "klage", "avd-2"), 0.8);
    assert_near(limit_of(&m, "klage", "dir"), 1);
    assert_int_equal(m.limits.count, 3);
    spenn_model_free(&m);
}

static void beyond_authority_scales_limits_that_changes_have_moved(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- delegate: {task: sak, to: reg-1, limit: 99%}\n"
                  "- set: {task: sak, beyond-authority: 1%}\n"
                  "- set: {task: klage, beyond-authority: 20%}\n",
        &m);
    assert_near(limit_of(&m, "sak", "reg-2"), 0.99);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.9999);
    assert_near(limit_of(&m, "sak", "avd-1"), 0.9999);
    assert_near(limit_of(&m, "sak", "dir"), 1);
    assert_near(limit_of(&m, "klage", "avd-1"), 0.8);
    spenn_model_free(&m);
}

static void set_chooses_who_else_takes_part(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {task: tverr, coordinates: {with: [avd-*, reg-1], parties: 3,\n"
                  "   step: 4}}\n",
        &m);
    spenn_id t = task_of(&m, "tverr");
    assert_int_equal(m.coordinations.step[t], 4);
    assert_int_equal(m.partners.count, 2 + 3 * 3);
    spenn_model_free(&m);
}

static void an_assumption_set_reaches_what_depends_on_it(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {assume: {forum-lasts: 4h, service-law: fixed}}\n", &m);
    assert_near(m.forums.lasts[forum_of(&m, "wide")], 4);
    assert_near(m.forums.lasts[forum_of(&m, "group")], 2);
    assert_int_equal(m.tasks.handling[0].law, SPENN_LAW_FIXED);
    assert_int_equal(m.assume.from[SPENN_FORUM_LASTS], 2);
    spenn_model_free(&m);
}

/* A scenario with these lines, applied: alternative `a`, or the baseline with -1. */
static void apply(const char *text, int32_t a, struct spenn_model *m)
{
    struct spenn_scenario scenario = {0};
    struct spenn_error err = {0};
    struct spenn_model base;
    tiny_model(base_text, &base);
    const struct spenn_value *document = tiny_value(text, &scenario.memory);
    if (!spenn_scenario_build(document, "s.yaml", &scenario, &err)
        || !spenn_scenario_apply(&base, &scenario, a, m, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("the scenario is refused");
    }
    spenn_scenario_free(&scenario);
    spenn_error_free(&err);
    spenn_model_free(&base);
}

static void a_scenario_assumes_before_it_changes(void **state)
{
    (void)state;
    static const char text[] = "spenn: scenario/1\nid: s\nmodel: m.yaml\n"
                               "assume: {delegate: 100%, forum-agenda: 3}\n"
                               "alternatives:\n"
                               "  flat: {changes: [{abolish: {unit: avd-*, to: dir}}]}\n";
    struct spenn_model m;
    apply(text, 0, &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.99);
    assert_int_equal(m.forums.agenda[forum_of(&m, "wide")], 3);
    spenn_model_free(&m);
    apply(text, -1, &m);
    assert_int_equal(m.units.count, 8);
    assert_int_equal(m.forums.agenda[forum_of(&m, "wide")], 3);
    assert_int_equal(m.assume.from[SPENN_DELEGATE], 2);
    spenn_model_free(&m);
}

/* Who leads is followed by whoever takes over; a forum that ends seats nobody. */
static void a_coordination_follows_units_and_forums(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {task: tverr, coordinates: {lead: reg-1, forum: wide}}\n"
                  "- merge: {units: [reg-1, reg-2], into: {id: ny, reports-to: dir}}\n",
        &m);
    spenn_id t = task_of(&m, "tverr");
    assert_int_equal(m.coordinations.lead[t], tiny_unit(&m, "ny"));
    assert_int_equal(m.coordinations.forum[t], forum_of(&m, "wide"));
    assert_int_equal(m.coordinations.parties[t], 2);
    spenn_model_free(&m);
    changed_model("- set: {task: tverr, coordinates: {lead: reg-1, forum: wide,\n"
                  "                                   arbiter: dir}}\n"
                  "- set: {task: tverr, coordinates: {lead: none, forum: none,\n"
                  "                                   arbiter: none}}\n"
                  "- set: {need: liv, coordinator: none}\n",
        &m);
    assert_int_equal(m.coordinations.lead[t], SPENN_NONE);
    assert_int_equal(m.coordinations.forum[t], SPENN_NONE);
    assert_int_equal(m.coordinations.arbiter[t], SPENN_NONE);
    assert_int_equal(m.needs.coordinator[0], SPENN_NONE);
    spenn_model_free(&m);
    changed_model("- set: {task: tverr, coordinates: {forum: wide}}\n"
                  "- close: {forum: wide}\n",
        &m);
    assert_int_equal(m.coordinations.forum[t], SPENN_NONE);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transfer_moves_streams_and_the_authority_to_decide_them),
        cmocka_unit_test(transfer_of_a_share_leaves_the_rest),
        cmocka_unit_test(a_unit_that_alone_serves_a_stream_is_no_other_party),
        cmocka_unit_test(delegate_raises_limits_and_never_lowers_them),
        cmocka_unit_test(join_adds_members_behind_the_others),
        cmocka_unit_test(leave_takes_members_out),
        cmocka_unit_test(open_makes_a_forum_with_the_assumed_values),
        cmocka_unit_test(close_hands_the_tasks_of_a_forum_to_another),
        cmocka_unit_test(posts_on_a_new_deciding_line_get_authority),
        cmocka_unit_test(lines_are_drawn_once_and_erased),
        cmocka_unit_test(a_line_drawn_again_takes_the_letter_and_goals_named),
        cmocka_unit_test(lines_that_become_one_keep_their_goals),
        cmocka_unit_test(who_meets_the_user_can_change_and_end),
        cmocka_unit_test(each_giver_sees_the_other_sectors_of_its_own),
        cmocka_unit_test(set_changes_fields_of_units),
        cmocka_unit_test(set_changes_fields_of_a_forum_and_keeps_its_chair_a_member),
        cmocka_unit_test(set_changes_times_and_rates_of_a_task),
        cmocka_unit_test(a_new_way_to_decide_takes_the_place_of_the_old_one),
        cmocka_unit_test(beyond_authority_scales_limits_that_changes_have_moved),
        cmocka_unit_test(set_chooses_who_else_takes_part),
        cmocka_unit_test(an_assumption_set_reaches_what_depends_on_it),
        cmocka_unit_test(a_scenario_assumes_before_it_changes),
        cmocka_unit_test(a_coordination_follows_units_and_forums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
