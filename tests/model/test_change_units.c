/* SPDX-License-Identifier: MIT
 * What each verb about units does. */
#include "changed.h"

static void establish_adds_a_unit_and_nothing_else(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- establish: {id: tilsyn, name: Tilsyn, kind: department, reports-to: dir,\n"
           "   fte: 3, at: 26w}\n",
        &base, &m);
    spenn_id u = tiny_unit(&m, "tilsyn");
    assert_int_equal(m.units.count, base.units.count + 1);
    assert_int_equal(m.units.kind[u], SPENN_DEPARTMENT);
    assert_int_equal(m.units.parent[u], tiny_unit(&m, "dir"));
    assert_string_equal(m.units.name[u], "Tilsyn");
    assert_int_equal(m.units.at[u].line, 1);
    assert_near(spenn_model_totals(&m).fte, spenn_model_totals(&base).fte + 3);
    assert_near(spenn_model_totals(&m).demand, spenn_model_totals(&base).demand);
    assert_int_equal(spenn_model_totals(&m).posts, spenn_model_totals(&base).posts + 1);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void spin_off_takes_its_share_and_the_rest_stays(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change(
        "- spin-off: {from: reg-1, to: {id: tilsyn, kind: special-unit}, share: 25%}\n",
        &base, &m);
    spenn_id u = tiny_unit(&m, "tilsyn"), from = tiny_unit(&m, "reg-1");
    assert_int_equal(u, from + 1);
    assert_int_equal(m.units.parent[u], tiny_unit(&m, "avd-1"));
    assert_string_equal(m.units.former[u], "reg-1");
    assert_near(m.units.fte[u], 25);
    assert_near(m.units.fte[from], 75);
    assert_int_equal(m.units.caseworkers[u] + m.units.caseworkers[from], 20);
    assert_near(serves(&m, "sak", "reg-1", "tilsyn"), 0.25);
    assert_near(serves(&m, "sak", "reg-1", "reg-1"), 0.75);
    assert_near(limit_of(&m, "sak", "tilsyn"), 0.9);
    assert_int_equal(m.origins.unit[0], from);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_spun_off_unit_takes_its_fte_from_the_one_it_leaves(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- spin-off: {from: reg-1, to: {id: as, kind: legal-entity, fte: 10}, share: "
           "0}\n",
        &base, &m);
    assert_near(m.units.fte[tiny_unit(&m, "reg-1")], 90);
    assert_conserved(&base, &m);
    assert_near(serves(&m, "sak", "reg-1", "reg-1"), 1.0);
    assert_int_equal(spenn_model_totals(&m).posts, spenn_model_totals(&base).posts);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void split_shares_streams_and_fte_and_gives_the_rest_to_the_first(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change(
        "- split: {unit: reg-2, into: [{id: vest, share: 60%}, {id: øst, share: 40%}]}\n",
        &base, &m);
    spenn_id vest = tiny_unit(&m, "vest"), east = tiny_unit(&m, "øst");
    assert_false(has_unit(&m, "reg-2"));
    assert_int_equal(east, vest + 1);
    assert_int_equal(m.units.kind[east], SPENN_REGION);
    assert_int_equal(m.units.parent[east], tiny_unit(&m, "avd-1"));
    assert_string_equal(m.units.sector[east], "nord");
    assert_near(m.units.fte[vest], 36);
    assert_int_equal(m.units.caseworkers[vest], 7);
    assert_int_equal(m.units.caseworkers[east], 4);
    assert_int_equal(m.units.leaders[vest], 2);
    assert_int_equal(m.units.leaders[east], 1);
    assert_near(serves(&m, "sak", "reg-2", "vest"), 0.6);
    assert_near(serves(&m, "sak", "reg-2", "øst"), 0.4);
    assert_near(limit_of(&m, "sak", "øst"), 0.9);
    spenn_id wide = forum_of(&m, "wide");
    assert_true(spenn_model_is_member(&m, wide, vest));
    assert_false(spenn_model_is_member(&m, wide, east));
    assert_int_equal(m.origins.unit[1], vest);
    assert_true(m.units.practice[east]);
    assert_int_equal(m.lines.count, 4);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_split_unit_leaves_its_children_to_the_first_part(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- split: {unit: avd-2, into: [{id: a, share: 50%}, {id: b, share: 50%}]}\n",
        &base, &m);
    assert_int_equal(m.units.parent[tiny_unit(&m, "reg-3")], tiny_unit(&m, "a"));
    assert_int_equal(m.tasks.decided_by[task_of(&m, "klage")], tiny_unit(&m, "a"));
    assert_near(limit_of(&m, "sak", "b"), 0.99);
    assert_int_equal(m.contacts.count, 2);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void merge_joins_everything_of_units_that_end(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- merge: {units: [reg-1, reg-2], into: {id: nord, name: Region nord}}\n",
        &base, &m);
    spenn_id u = tiny_unit(&m, "nord");
    assert_int_equal(m.units.count, base.units.count - 1);
    assert_int_equal(u, tiny_unit(&base, "reg-1"));
    assert_int_equal(m.units.parent[u], tiny_unit(&m, "avd-1"));
    assert_int_equal(m.units.kind[u], SPENN_REGION);
    assert_near(m.units.fte[u], 160);
    assert_int_equal(m.units.caseworkers[u], 31);
    assert_int_equal(m.units.leaders[u], 2);
    assert_string_equal(m.units.sector[u], "nord");
    assert_string_equal(m.units.former[u], "reg-1,reg-2");
    assert_string_equal(m.units.assumed[u], "fte");
    assert_near(serves(&m, "sak", "reg-1", "nord"), 1);
    assert_near(serves(&m, "sak", "reg-2", "nord"), 1);
    assert_near(limit_of(&m, "sak", "nord"), 0.9);
    assert_true(spenn_model_is_member(&m, forum_of(&m, "wide"), u));
    assert_int_equal(m.forums.size[forum_of(&m, "wide")], 6);
    assert_int_equal(m.lines.count, 3);
    assert_int_equal(m.origins.count, base.origins.count);
    assert_string_equal(m.origins.id[1], "reg-2");
    assert_int_equal(m.origins.unit[1], u);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_merged_unit_keeps_what_its_map_says(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model(
        "- merge: {units: [reg-1, reg-3], into: {id: en, reports-to: dir, fte: 9,\n"
        "   leaders: 3, kind: result-unit}}\n",
        &m);
    spenn_id u = tiny_unit(&m, "en");
    assert_near(m.units.fte[u], 9);
    assert_int_equal(m.units.leaders[u], 3);
    assert_int_equal(m.units.kind[u], SPENN_RESULT_UNIT);
    assert_null(m.units.sector[u]);
    assert_null(m.units.assumed[u]);
    /* reg-3 has no caseworkers of its own: 70 % of 40 FTE or what the share is */
    assert_int_equal(m.units.caseworkers[u],
        20 + (int32_t)floor(40 * m.assume.value[SPENN_CASEWORKER_SHARE] + 0.5));
    spenn_model_free(&m);
}

static void new_units_are_drawn_where_the_one_they_come_from_was(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- set: {unit: reg-*, panel: {nb: Regioner, en: Regions}, order: 4}\n"
           "- set: {unit: reg-4, panel: Andre}\n"
           "- spin-off: {from: reg-1, to: {id: ny}, share: 10%}\n"
           "- merge: {units: [reg-1, reg-2], into: {id: nord}}\n"
           "- merge: {units: [reg-3, reg-4], into: {id: sor, reports-to: dir}}\n",
        &base, &m);
    assert_string_equal(m.units.panel[tiny_unit(&m, "ny")], "Regioner");
    assert_string_equal(m.units.panel_en[tiny_unit(&m, "nord")], "Regions");
    assert_int_equal(m.units.order[tiny_unit(&m, "nord")], 4);
    assert_null(m.units.panel[tiny_unit(&m, "sor")]);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void merged_units_may_have_been_above_each_other(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- merge: {units: [avd-1, reg-1, reg-2], into: {id: ny}}\n", &base, &m);
    spenn_id u = tiny_unit(&m, "ny");
    assert_int_equal(m.units.parent[u], tiny_unit(&m, "dir"));
    assert_near(limit_of(&m, "sak", "ny"), 0.99);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void absorb_leaves_the_one_that_stays_in_its_place(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- absorb: {units: avd-*, into: stab}\n", &base, &m);
    spenn_id u = tiny_unit(&m, "stab");
    assert_false(has_unit(&m, "avd-1"));
    assert_int_equal(m.units.parent[tiny_unit(&m, "reg-4")], u);
    assert_near(m.units.fte[u], 16);
    assert_string_equal(m.units.former[u], "avd-1,avd-2");
    assert_int_equal(m.tasks.decided_by[task_of(&m, "klage")], u);
    assert_int_equal(m.forums.size[forum_of(&m, "group")], 2);
    assert_int_equal(m.contacts.count, 1);
    assert_near(limit_of(&m, "sak", "stab"), 0.99);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_unit_may_absorb_its_superior(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- absorb: {units: avd-1, into: reg-1}\n", &base, &m);
    spenn_id u = tiny_unit(&m, "reg-1");
    assert_int_equal(m.units.parent[u], tiny_unit(&m, "dir"));
    assert_int_equal(m.units.parent[tiny_unit(&m, "reg-2")], u);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void abolish_hands_streams_fte_and_units_to_another(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- abolish: {unit: avd-*, to: dir, delegate: 40%}\n", &base, &m);
    spenn_id dir = tiny_unit(&m, "dir");
    assert_false(has_unit(&m, "avd-2"));
    assert_int_equal(m.units.parent[tiny_unit(&m, "reg-1")], dir);
    assert_near(m.units.fte[dir], 8);
    assert_int_equal(m.units.leaders[dir], 1);
    assert_near(serves(&m, "klage", "avd-1", "dir"), 1);
    assert_int_equal(m.tasks.decided_by[task_of(&m, "klage")], dir);
    assert_int_equal(m.forums.size[forum_of(&m, "group")], 2);
    assert_int_equal(m.contacts.count, 0);
    assert_int_equal(m.lines.count, 4);
    /* of 0.99 - 0.9 the regions get 40 %, the rest goes to the top */
    assert_near(limit_of(&m, "sak", "reg-1"), 0.9 + 0.4 * 0.09);
    assert_near(limit_of(&m, "sak", "dir"), 1);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void what_is_not_delegated_goes_by_the_assumption(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model(
        "- set: {assume: {delegate: 100%}}\n- abolish: {unit: avd-1, to: dir}\n", &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 0.99);
    assert_near(limit_of(&m, "sak", "reg-3"), 0.9);
    spenn_model_free(&m);
}

static void two_layers_that_go_hand_their_authority_down_in_turn(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- establish: {id: team, kind: team, reports-to: reg-1}\n"
                  "- transfer: {task: sak, from: reg-1, to: team}\n"
                  "- delegate: {task: sak, to: reg-1, limit: 95%}\n"
                  "- abolish: {unit: [reg-1, avd-1], to: dir, delegate: 50%}\n",
        &m);
    /* avd-1 (0.99) raises reg-1 (0.95) to 0.97, which raises the team (0.9) to 0.935 */
    assert_near(limit_of(&m, "sak", "team"), 0.935);
    spenn_model_free(&m);
}

static void a_unit_nobody_needs_is_abolished_without_heir(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- establish: {id: tom, kind: staff, reports-to: dir}\n"
           "- join: {forum: group, members: tom}\n"
           "- abolish: {unit: tom}\n",
        &base, &m);
    assert_int_equal(m.units.count, base.units.count);
    assert_int_equal(m.members.count, base.members.count);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void rename_keeps_streams_and_remembers_the_old_id(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- rename: {unit: reg-1, name: {nb: Region nord, en: Region North}}\n"
           "- rename: {unit: reg-1, id: nord}\n",
        &base, &m);
    spenn_id u = tiny_unit(&m, "nord");
    assert_string_equal(m.units.name[u], "Region nord");
    assert_string_equal(m.units.name_en[u], "Region North");
    assert_string_equal(m.units.former[u], "reg-1");
    assert_string_equal(m.origins.id[m.streams.origin[0]], "reg-1");
    assert_near(serves(&m, "sak", "reg-1", "nord"), 1);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void move_changes_the_line_and_nothing_else(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- move: {units: reg-*, to: dir}\n", &base, &m);
    for (spenn_id u = 4; u < 8; u++) {
        assert_int_equal(m.units.parent[u], 0);
    }
    assert_near(limit_of(&m, "sak", "reg-1"), 0.9);
    assert_int_equal(m.members.count, base.members.count);
    assert_conserved(&base, &m);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void a_share_of_an_assumed_number_is_assumed(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- spin-off: {from: reg-1, to: {id: ny}, share: 25%}\n"
                  "- spin-off: {from: reg-1, to: {id: egen, fte: 5}, share: 10%}\n"
                  "- spin-off: {from: reg-2, to: {id: fast}, share: 25%}\n"
                  "- split: {unit: reg-1, into: [{id: a, share: 50%},\n"
                  "    {id: b, share: 50%, fte: 30, assumed: caseworkers}]}\n",
        &m);
    assert_string_equal(m.units.assumed[tiny_unit(&m, "ny")], "fte");
    assert_null(m.units.assumed[tiny_unit(&m, "egen")]);
    assert_null(m.units.assumed[tiny_unit(&m, "fast")]);
    assert_string_equal(m.units.assumed[tiny_unit(&m, "a")], "fte");
    assert_string_equal(m.units.assumed[tiny_unit(&m, "b")], "caseworkers");
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(establish_adds_a_unit_and_nothing_else),
        cmocka_unit_test(spin_off_takes_its_share_and_the_rest_stays),
        cmocka_unit_test(a_spun_off_unit_takes_its_fte_from_the_one_it_leaves),
        cmocka_unit_test(split_shares_streams_and_fte_and_gives_the_rest_to_the_first),
        cmocka_unit_test(a_split_unit_leaves_its_children_to_the_first_part),
        cmocka_unit_test(merge_joins_everything_of_units_that_end),
        cmocka_unit_test(a_merged_unit_keeps_what_its_map_says),
        cmocka_unit_test(new_units_are_drawn_where_the_one_they_come_from_was),
        cmocka_unit_test(merged_units_may_have_been_above_each_other),
        cmocka_unit_test(absorb_leaves_the_one_that_stays_in_its_place),
        cmocka_unit_test(a_unit_may_absorb_its_superior),
        cmocka_unit_test(abolish_hands_streams_fte_and_units_to_another),
        cmocka_unit_test(what_is_not_delegated_goes_by_the_assumption),
        cmocka_unit_test(two_layers_that_go_hand_their_authority_down_in_turn),
        cmocka_unit_test(a_unit_nobody_needs_is_abolished_without_heir),
        cmocka_unit_test(rename_keeps_streams_and_remembers_the_old_id),
        cmocka_unit_test(move_changes_the_line_and_nothing_else),
        cmocka_unit_test(a_share_of_an_assumed_number_is_assumed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
