/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "quantity.h"
#include "resolve.h"
#include "tiny.h"

#include <math.h>
#include <stdio.h>

static const char head[] = "units:\n"
                           "  - {id: d, kind: executive}\n"
                           "  - {id: a, kind: department, count: 2, reports-to: d}\n"
                           "  - {id: r, kind: region, count: 3, reports-to: 'a-1'}\n";

/* The units above (lines 3 to 6), then `rest` from line 7. */
static const char *with(char text[4096], const char *rest)
{
    (void)snprintf(text, 4096, TINY("%s%s"), head, rest);
    return text;
}

static void build(const char *rest, struct spenn_model *m)
{
    char text[4096];
    tiny_model(with(text, rest), m);
}

/* The text behind the units has exactly these problems. */
static void assert_problems(const char *rest, const char *expected)
{
    char text[4096], problems[4096];
    tiny_problems(with(text, rest), problems, sizeof problems);
    assert_string_equal(problems, expected);
}

static double limit_of(const struct spenn_model *m, const char *unit)
{
    return spenn_model_limit(m, 0, tiny_unit(m, unit));
}

/* ---- units */

static void a_count_makes_numbered_units(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: d, kind: executive}\n"
             "  - {id: r, name: {nb: 'Region {n} ({n})', en: 'Area {n}'}, kind: region,\n"
             "     count: 3, reports-to: d, fte: 9, assumed: [count, fte]}\n"),
        &m);
    assert_int_equal(m.units.count, 4);
    assert_string_equal(m.units.id[3], "r-3");
    assert_string_equal(m.units.name[3], "Region 3 (3)");
    assert_string_equal(m.units.name_en[1], "Area 1");
    assert_string_equal(m.units.group[3], "r");
    assert_string_equal(m.units.assumed[2], "count,fte");
    assert_int_equal(m.units.parent[3], 0);
    assert_true(m.units.fte[2] == 9.0);
    assert_true(isnan(m.units.fte[0]));
    assert_int_equal(m.units.at[3].line, 5);
    spenn_model_free(&m);
}

static void a_count_of_one_is_numbered_and_no_count_is_not(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n  - {id: a, kind: team, count: 1}\n  - {id: b, kind: team}\n"), &m);
    assert_string_equal(m.units.id[0], "a-1");
    assert_string_equal(m.units.name[0], "a-1");
    assert_string_equal(m.units.id[1], "b");
    spenn_model_free(&m);
}

static void counted_units_report_number_to_number(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: b, kind: team, count: 3, reports-to: 'a-{n}'}\n"
                    "  - {id: a, kind: team, count: 3}\n"),
        &m);
    for (spenn_id u = 0; u < 3; u++) {
        assert_int_equal(m.units.parent[u], u + 3);
    }
    spenn_model_free(&m);
}

static void numbers_that_do_not_pair_are_problems(void **state)
{
    (void)state;
    char problems[1000];
    tiny_problems(TINY("units:\n"
                       "  - {id: b, kind: team, count: 3, reports-to: 'long-name-{n}'}\n"
                       "  - {id: long-name, kind: team, count: 2}\n"
                       "  - {id: c, name: 'c{n}', kind: team, reports-to: 'b-{n}'}\n"),
        problems, sizeof problems);
    assert_string_equal(problems,
        "tiny.yaml:4:47: no unit 'long-name-3'; did you mean 'long-name-1'?\n"
        "tiny.yaml:6:5: '{n}' in a name needs 'count'\n"
        "tiny.yaml:6:51: '{n}' in 'reports-to' needs 'count'\n");
}

static void all_problems_of_a_file_are_reported_at_their_places(void **state)
{
    (void)state;
    char problems[4000];
    tiny_problems(
        TINY("form: etat\n"
             "units:\n"
             "  - {id: d, kind: executve, repots-to: x}\n"
             "  - {id: d, kind: team, fte: -1}\n"
             "  - {id: -x, kind: team}\n"
             "  - {kind: team}\n"
             "  - {id: e, kind: team, mandatory: yes, leaders: 1.5, assumed: [ft]}\n"
             "  - text\n"),
        problems, sizeof problems);
    assert_string_equal(problems,
        "tiny.yaml:3:7: unknown form 'etat'; there are directorate, municipality, "
        "ministries and other\n"
        "tiny.yaml:5:19: unknown kind 'executve'; did you mean 'executive'?\n"
        "tiny.yaml:5:29: unknown key 'repots-to' of a unit; did you mean 'reports-to'?\n"
        "tiny.yaml:6:10: id 'd' is used already at tiny.yaml:5\n"
        "tiny.yaml:6:30: 'fte' must be 0 or more, not '-1'\n"
        "tiny.yaml:7:10: '-x' is no id: it has letters, digits, '-', '_' and '.', and "
        "begins with a letter, a digit or '_'\n"
        "tiny.yaml:8:5: a unit needs 'id'\n"
        "tiny.yaml:9:36: 'mandatory' must be true or false, not 'yes'\n"
        "tiny.yaml:9:50: 'leaders' must be a whole number, not '1.5'\n"
        "tiny.yaml:9:65: 'ft' in 'assumed' is no key of a unit; did you mean 'fte'?\n"
        "tiny.yaml:10:5: a unit must be a map of keys, not a text\n");
}

static void what_a_short_file_can_make_is_limited(void **state)
{
    (void)state;
    char problems[1000], text[9000], name[4001];
    tiny_problems(TINY("units:\n  - {id: a, kind: team, count: 1000001}\n"), problems,
        sizeof problems);
    assert_string_equal(
        problems, "tiny.yaml:4:32: 'count' must be at most 1000000, not '1000001'\n");
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    (void)snprintf(text, sizeof text,
        TINY("units:\n  - {id: a, kind: team, name: %s, count: 1000000}\n"), name);
    tiny_problems(text, problems, sizeof problems);
    assert_string_equal(
        problems, "tiny.yaml:4:5: 'count' makes too much text of ids and names\n");
}

static void units_forums_and_tasks_share_their_ids(void **state)
{
    (void)state;
    assert_problems("forums:\n"
                    "  - {id: a-2, kind: other, chair: d, members: all}\n"
                    "tasks:\n"
                    "  - {id: d, at: d, arrives: 1/w, handling: 1h}\n",
        "tiny.yaml:8:10: id 'a-2' is used already at tiny.yaml:5\n"
        "tiny.yaml:10:10: id 'd' is used already at tiny.yaml:4\n");
}

/* ---- lines, forums, contact */

static void a_line_goes_from_every_giver_to_every_receiver(void **state)
{
    (void)state;
    struct spenn_model m;
    build("lines:\n  - {kind: professional, from: a-*, to: [a-1, r-*]}\n", &m);
    assert_int_equal(m.lines.count, 7); /* 2 x 4 without a-1 to itself */
    assert_int_equal(m.lines.kind[0], SPENN_LINE_PROFESSIONAL);
    assert_string_equal(m.units.id[m.lines.from[6]], "a-2");
    assert_string_equal(m.units.id[m.lines.to[6]], "r-3");
    spenn_model_free(&m);
}

static void a_line_may_be_drawn_once(void **state)
{
    (void)state;
    assert_problems("lines:\n"
                    "  - {kind: advisory, from: a-1, to: r-*}\n"
                    "  - {kind: professional, from: a-1, to: r-2}\n"
                    "  - {kind: advisory, from: a-*, to: r-2}\n"
                    "  - {kind: line, from: a-2, to: r-1}\n",
        "tiny.yaml:10:5: advisory line from 'a-1' to 'r-2' is there already\n"
        "tiny.yaml:11:12: unknown kind 'line'; there are professional, administrative, "
        "advisory and contract\n");
}

static void the_chair_is_a_member_of_the_forum(void **state)
{
    (void)state;
    struct spenn_model m;
    build("forums:\n"
          "  - {id: f, kind: network, chair: d, members: [r-2, a-*, r-*], topics: [it, "
          "hr]}\n",
        &m);
    assert_int_equal(m.forums.size[0], 6);
    assert_int_equal(m.members.unit[0], m.forums.chair[0]);
    assert_string_equal(m.units.id[m.members.unit[1]], "r-2");
    assert_string_equal(m.units.id[m.members.unit[5]], "r-3");
    assert_string_equal(m.forums.topics[0], "it,hr");
    spenn_model_free(&m);
}

static void what_a_forum_leaves_out_comes_from_the_assumptions(void **state)
{
    (void)state;
    struct spenn_model m;
    build("forums:\n"
          "  - {id: f, kind: other, chair: d, members: all, meets: 26/y}\n"
          "assume: {forum-meets: 4/y, forum-lasts: 3h, video: 25%}\n",
        &m);
    assert_true(m.forums.meets[0] == 26 / SPENN_YEAR);
    assert_true(m.forums.lasts[0] == 3.0);
    assert_true(m.forums.video[0] == 0.25);
    assert_int_equal(m.forums.agenda[0], (int32_t)m.assume.value[SPENN_FORUM_AGENDA]);
    assert_int_equal(m.assume.from[SPENN_VIDEO], 1);
    assert_int_equal(m.assume.from[SPENN_DRIFT], 0);
    m.assume.value[SPENN_FORUM_LASTS] = 5.0;
    m.assume.value[SPENN_FORUM_MEETS] = 1.0;
    spenn_model_resolve(&m);
    assert_true(m.forums.lasts[0] == 5.0);
    assert_true(m.forums.meets[0] == 26 / SPENN_YEAR);
    spenn_model_free(&m);
}

static void contact_is_one_row_a_pair_whatever_the_order(void **state)
{
    (void)state;
    struct spenn_model m;
    build("contact:\n  - {between: r-*, and: r-*, meets: 12/y, lasts: 30min}\n", &m);
    assert_int_equal(m.contacts.count, 3);
    assert_true(m.contacts.lasts[2] == 0.5);
    spenn_model_free(&m);
    assert_problems("contact:\n"
                    "  - {between: d, and: r-*, meets: 12/y, lasts: 30min}\n"
                    "  - {between: r-2, and: d, meets: 4/y, lasts: 1h}\n"
                    "  - {between: d, and: d, meets: 4/y, lasts: 1h}\n",
        "tiny.yaml:9:5: contact between 'r-2' and 'd' is given already\n"
        "tiny.yaml:10:5: a unit has no contact with itself\n");
}

/* ---- tasks */

static void each_unit_of_a_task_is_an_origin_with_a_stream(void **state)
{
    (void)state;
    struct spenn_model m;
    build("tasks:\n"
          "  - {id: t, at: r-*, arrives: 75/w, handling: {mean: 2h, law: erlang-3}}\n"
          "  - {id: s, at: [r-2, d], arrives: 1/y, decision: 5min}\n"
          "practice: {among: [r-*, a-1]}\n",
        &m);
    assert_int_equal(m.origins.count, 5);
    assert_int_equal(m.streams.count, 5);
    assert_string_equal(m.origins.id[0], "r-1");
    assert_string_equal(m.origins.id[4], "a-1");
    assert_int_equal(m.streams.origin[3], 1); /* of s at r-2 */
    assert_true(m.streams.rate[0] == 2.0);
    assert_int_equal(m.routes.unit[m.streams.first_route[3]], tiny_unit(&m, "r-2"));
    assert_true(m.origins.practice[0] && m.origins.practice[4]);
    assert_false(m.origins.practice[3]);
    assert_true(m.units.practice[tiny_unit(&m, "a-1")]);
    assert_int_equal(m.tasks.handling[0].law, SPENN_LAW_ERLANG);
    assert_true(m.tasks.handling[0].shape == 3.0);
    assert_int_equal(m.tasks.priority[0], 5);
    assert_string_equal(m.tasks.name[1], "s");
    spenn_model_free(&m);
}

/* p = 10 %: r may decide 1 - p, a-1 above it 1 - p^2, the top everything. a-2 is both an
 * origin and nobody's superior; a-1 is an origin (k = 0) and above r (k = 1): the larger
 * k counts. */
static void authority_grows_up_the_line_by_the_largest_distance(void **state)
{
    (void)state;
    struct spenn_model m;
    build("tasks:\n"
          "  - {id: t, at: [r-1, r-2, a-*], arrives: 1/w, handling: 1h, "
          "beyond-authority: 10%}\n",
        &m);
    assert_true(fabs(limit_of(&m, "r-1") - 0.9) < 1e-15);
    assert_true(fabs(limit_of(&m, "a-1") - 0.99) < 1e-15);
    assert_true(fabs(limit_of(&m, "a-2") - 0.9) < 1e-15);
    assert_true(limit_of(&m, "d") == 1.0);
    assert_true(limit_of(&m, "r-3") == 0.0); /* no post of this task */
    assert_int_equal(m.limits.count, 5);
    spenn_model_free(&m);
}

static void authority_climbs_the_line_that_the_task_is_via(void **state)
{
    (void)state;
    struct spenn_model m;
    build("lines:\n"
          "  - {kind: professional, from: a-2, to: r-*}\n"
          "tasks:\n"
          "  - {id: t, at: r-*, arrives: 1/w, handling: 1h, via: professional, "
          "beyond-authority: 10%}\n",
        &m);
    assert_true(fabs(limit_of(&m, "a-2") - 0.99) < 1e-15);
    assert_true(limit_of(&m, "a-1") == 0.0);
    assert_true(limit_of(&m, "d") == 1.0);
    spenn_model_free(&m);
}

static void authority_can_be_given_outright_but_the_top_has_all(void **state)
{
    (void)state;
    struct spenn_model m;
    build("tasks:\n"
          "  - {id: t, at: r-*, arrives: 1/w, handling: 1h, authority: {r-*: 96%, d: "
          "50%}}\n",
        &m);
    assert_true(limit_of(&m, "r-3") == 0.96);
    assert_true(limit_of(&m, "a-1") == 0.0);
    assert_true(limit_of(&m, "d") == 1.0);
    spenn_model_free(&m);
    assert_problems("tasks:\n"
                    "  - {id: t, at: r-*, arrives: 1/w, handling: 1h,\n"
                    "     authority: {r-*: 96%, r-1: 97%, a-*: 120%}}\n",
        "tiny.yaml:9:28: the authority of 'r-1' is given already\n"
        "tiny.yaml:9:43: 'authority' must be at most 100%, not '120%'\n");
}

static void partners_are_seen_from_each_origin(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: a, kind: team, sector: x}\n"
                    "  - {id: b, kind: team, sector: x}\n"
                    "  - {id: c, kind: team, sector: x}\n"
                    "  - {id: e, kind: team, sector: y}\n"
                    "tasks:\n"
                    "  - {id: t, at: [a, b], arrives: 1/w, handling: 1h,\n"
                    "     coordinates: {with: 'sector:same', parties: 3, step: 2}}\n"),
        &m);
    assert_int_equal(m.streams.partners[0], 2);
    assert_int_equal(m.partners.unit[m.streams.first_partner[0]], 1);
    assert_int_equal(m.partners.unit[m.streams.first_partner[1]], 0);
    assert_int_equal(m.partners.unit[m.streams.first_partner[1] + 1], 2);
    assert_int_equal(m.coordinations.parties[0], 3);
    spenn_model_free(&m);
    assert_problems("tasks:\n"
                    "  - {id: t, at: r-*, arrives: 1/w, handling: 1h,\n"
                    "     coordinates: {with: r-*, parties: 4, step: 5}}\n"
                    "  - {id: s, at: r-2, arrives: 1/w, handling: 1h,\n"
                    "     coordinates: {with: r-*, parties: 4, step: 4}}\n",
        "tiny.yaml:9:49: 'step' must be at most 4, not '5'\n"
        "tiny.yaml:11:26: task 's' has 4 parties, but 'r-2' finds only 2 others\n");
}

static void only_one_way_decides_and_a_forum_needs_a_time(void **state)
{
    (void)state;
    assert_problems(
        "forums:\n"
        "  - {id: f, kind: other, chair: d, members: all}\n"
        "tasks:\n"
        "  - {id: t, at: d, arrives: 1/w, handling: 1h, decided-in: f, decided-by: d}\n"
        "  - {id: s, at: d, arrives: 0/w, handling: 1h, decided-in: g, late: lapses}\n",
        "tiny.yaml:10:75: 'decided-by' beside 'decided-in': only one of them can decide\n"
        "tiny.yaml:11:29: 'arrives' must be above 0, not '0/w'\n"
        "tiny.yaml:11:60: no forum 'g'\n"
        "tiny.yaml:11:69: 'late' needs a 'deadline'\n");
    assert_problems("forums:\n"
                    "  - {id: f, kind: other, chair: d, members: all}\n"
                    "tasks:\n"
                    "  - {id: t, at: d, arrives: 1/w, handling: 1h, decided-in: f}\n"
                    "  - {id: s, at: d, arrives: 1/w}\n",
        "tiny.yaml:10:5: task 't' is decided in a forum: it needs a 'decision' time "
        "above 0\n"
        "tiny.yaml:11:5: task 's' needs 'handling' or 'decision' above 0\n");
}

static void support_is_a_map_from_units_to_shares(void **state)
{
    (void)state;
    struct spenn_model m;
    build(
        "tasks:\n"
        "  - {id: t, at: d, arrives: 1/w, handling: 1h, support: {a-1: 30%, a-2: 0.1}}\n",
        &m);
    assert_int_equal(m.supports.count, 2);
    assert_true(m.supports.share[0] == 0.3);
    assert_int_equal(m.supports.unit[1], tiny_unit(&m, "a-2"));
    spenn_model_free(&m);
    assert_problems(
        "tasks:\n"
        "  - {id: t, at: d, arrives: 1/w, handling: 1h, support: {a-3: 30%, d: 2}}\n",
        "tiny.yaml:8:58: no unit 'a-3'; did you mean 'a-1'?\n"
        "tiny.yaml:8:71: 'support' must be at most 100%, not '2'\n");
}

/* ---- the whole */

static void the_file_begins_with_its_kind_and_version(void **state)
{
    (void)state;
    char problems[500];
    tiny_problems("spenn: model/2\nid: x\n", problems, sizeof problems);
    assert_string_equal(
        problems, "tiny.yaml:1:8: this is 'model/2', but 'model/1' is wanted here\n");
    tiny_problems("id: x\nspenn: model/1\n", problems, sizeof problems);
    assert_string_equal(
        problems, "tiny.yaml:1:1: the file must begin with 'spenn: model/1'\n");
    tiny_problems("- x\n", problems, sizeof problems);
    assert_string_equal(
        problems, "tiny.yaml:1:1: the file must be a map of keys, not a list\n");
}

static void an_empty_list_of_units_is_a_problem(void **state)
{
    (void)state;
    char problems[500];
    tiny_problems(TINY("units: []\n"), problems, sizeof problems);
    assert_string_equal(problems, "tiny.yaml:3:8: there must be at least one unit\n");
    tiny_problems(TINY(""), problems, sizeof problems);
    assert_string_equal(problems, "tiny.yaml:1:1: a model needs 'units'\n");
}

static void a_model_outlives_its_document_and_its_copy_outlives_the_model(void **state)
{
    (void)state;
    struct spenn_model m, copy;
    build("note: [one, two]\n", &m);
    spenn_model_copy(&m, &copy);
    spenn_model_free(&m);
    assert_string_equal(copy.units.id[5], "r-3");
    assert_string_equal(copy.note, "one\ntwo");
    assert_string_equal(copy.units.at[5].file, "tiny.yaml");
    spenn_model_free(&copy);
}

static void an_override_names_an_assumption_in_its_range(void **state)
{
    (void)state;
    assert_problems(
        "assume: {drifft: 1/y, video: 130%, service-law: erlang-3, administration: x}\n",
        "tiny.yaml:7:10: no assumption 'drifft'; did you mean 'drift'?\n"
        "tiny.yaml:7:30: 'video' must be from 0 to 1, not '130%'\n"
        "tiny.yaml:7:49: 'service-law' must be exponential, erlang-2, hyperexponential, "
        "lognormal or fixed, not 'erlang-3'\n"
        "tiny.yaml:7:75: 'administration' must be hours a week such as 0.5 or 30min/w, "
        "not "
        "'x'\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_count_makes_numbered_units),
        cmocka_unit_test(a_count_of_one_is_numbered_and_no_count_is_not),
        cmocka_unit_test(counted_units_report_number_to_number),
        cmocka_unit_test(numbers_that_do_not_pair_are_problems),
        cmocka_unit_test(all_problems_of_a_file_are_reported_at_their_places),
        cmocka_unit_test(what_a_short_file_can_make_is_limited),
        cmocka_unit_test(units_forums_and_tasks_share_their_ids),
        cmocka_unit_test(a_line_goes_from_every_giver_to_every_receiver),
        cmocka_unit_test(a_line_may_be_drawn_once),
        cmocka_unit_test(the_chair_is_a_member_of_the_forum),
        cmocka_unit_test(what_a_forum_leaves_out_comes_from_the_assumptions),
        cmocka_unit_test(contact_is_one_row_a_pair_whatever_the_order),
        cmocka_unit_test(each_unit_of_a_task_is_an_origin_with_a_stream),
        cmocka_unit_test(authority_grows_up_the_line_by_the_largest_distance),
        cmocka_unit_test(authority_climbs_the_line_that_the_task_is_via),
        cmocka_unit_test(authority_can_be_given_outright_but_the_top_has_all),
        cmocka_unit_test(partners_are_seen_from_each_origin),
        cmocka_unit_test(only_one_way_decides_and_a_forum_needs_a_time),
        cmocka_unit_test(support_is_a_map_from_units_to_shares),
        cmocka_unit_test(the_file_begins_with_its_kind_and_version),
        cmocka_unit_test(an_empty_list_of_units_is_a_problem),
        cmocka_unit_test(a_model_outlives_its_document_and_its_copy_outlives_the_model),
        cmocka_unit_test(an_override_names_an_assumption_in_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
