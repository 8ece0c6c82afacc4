/* SPDX-License-Identifier: MIT
 * What is written reads back to the same tables: of plain models, after every verb, and
 * of texts and numbers that invite mistakes. */
#include "model/changed.h"

#include "same_tables.h"

#include <glob.h>
#include <stdlib.h>

static char *written(const struct spenn_model *m)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_true(spenn_write_model(m, out));
    (void)fclose(out);
    return text;
}

/* Writes, reads, compares; then that writing again gives the same bytes. */
static void survives(const struct spenn_model *m)
{
    struct spenn_model back;
    struct spenn_error err = {0};
    char *text = written(m);
    if (!tiny_build(text, &back, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("what was written cannot be read:\n%s", text);
    }
    assert_same_tables(m, &back);
    char *again = written(&back);
    assert_string_equal(again, text);
    free(again);
    free(text);
    spenn_model_free(&back);
}

static void text_survives(const char *text)
{
    struct spenn_model m;
    tiny_model(text, &m);
    survives(&m);
    spenn_model_free(&m);
}

static void every_kind_of_reference_survives(void **state)
{
    (void)state;
    text_survives(base_text);
}

static void duties_places_and_needs_survive(void **state)
{
    (void)state;
    text_survives(
        "spenn: model/1\n"
        "id: kommune\n"
        "functions: [skole, helse og omsorg]\n"
        "needs:\n"
        "  - {id: flyktning, name: {nb: Ny i landet, en: New}, functions: [skole, "
        "bolig], coordinator: skole}\n"
        "units:\n"
        "  - {id: leder, kind: executive, turnover: 0.2/y, kept-informed: true,\n"
        "     coordination: {primary: balancer, secondary: [system-manager, driver],\n"
        "     ambition: 4, instruments: [plans, joint-letters, law]}}\n"
        "  - {id: skole, kind: result-unit, reports-to: leder, functions: [skole],"
        " serves: [Nord, Sør], offices: [Nord]}\n"
        "tasks:\n"
        "  - {id: sak, at: skole, arrives: 1/w, decision: 1h, decided-by: leder,"
        " direct: 30%, beyond-authority: 10%, personal: 20%,"
        " assigned: least-loaded}\n");
}

static void a_plain_model_stays_plain(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(base_text, &m);
    char *text = written(&m);
    assert_null(strstr(text, "origins:"));
    assert_null(strstr(text, "streams:"));
    assert_null(strstr(text, "limits:"));
    assert_non_null(strstr(text,
        "  - {id: sak, at: [reg-1, reg-2, reg-3, reg-4], arrives: 40/w, handling: 3h, "
        "decision: 2min, beyond-authority: 10%, support: {stab: 20%}}\n"));
    assert_non_null(strstr(text,
        "  - {id: wide, kind: extended, chair: dir, members: "
        "[dir, avd-1, avd-2, reg-1, reg-2, reg-3, reg-4]}\n"));
    assert_non_null(strstr(text,
        "  - {id: avd-1, kind: department, reports-to: dir, fte: 4, group: "
        "avd}\n"));
    free(text);
    spenn_model_free(&m);
}

static void every_verb_survives(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "- establish: {id: ny, kind: staff, reports-to: dir, status: planned}\n",
        "- spin-off: {from: reg-1, to: {id: tilsyn}, share: 33%}\n",
        "- split: {unit: reg-2, into: [{id: a, share: 0.1}, {id: b, share: 90%}]}\n",
        "- split: {unit: stab, into: [{id: a, share: 0.3}, {id: b, share: 70%}]}\n",
        "- merge: {units: reg-*, into: {id: en, reports-to: dir}}\n",
        "- merge: {units: [reg-2, reg-3], into: {id: en, reports-to: avd-2}}\n",
        "- absorb: {units: [reg-2, reg-3], into: reg-1}\n",
        "- absorb: {units: [avd-1, avd-2], into: dir}\n",
        "- abolish: {unit: avd-*, to: dir, delegate: 70%}\n",
        "- rename: {unit: reg-1, id: nord, name: {nb: Nord, en: North}}\n",
        "- move: {units: reg-*, to: stab}\n",
        "- transfer: {task: sak, from: [reg-1, reg-2], to: stab, share: 77%}\n",
        "- transfer: {task: tverr, from: reg-1, to: reg-2, share: 50%}\n",
        "- transfer: {task: klage, to: dir}\n",
        "- join: {forum: group, members: reg-*}\n",
        "- leave: {forum: group, members: stab}\n",
        "- open: {id: ny, kind: network, chair: stab, members: all, topics: [a b, c]}\n",
        "- close: {forum: group, to: wide}\n",
        "- draw: {kind: advisory, from: reg-1, to: [reg-2, dir]}\n",
        "- erase: {kind: professional, from: stab, to: reg-2}\n",
        "- delegate: {task: sak, to: reg-1, limit: 97%}\n",
        "- set: {unit: reg-*, speed: 1.1, sector: 'a, b'}\n",
        "- set: {forum: wide, meets: 7/y, preparation: 3%, commitment: 81%}\n",
        "- set: {task: sak, beyond-authority: 3%, priority: 1, hard: true,\n"
        "   deadline: {mean: 3w, law: erlang-4}, late: escalates}\n",
        "- set: {task: sak, decided-in: wide}\n",
        "- set: {task: klage, authority: {avd-*: 60%}, via: administrative}\n",
        "- set: {task: tverr, coordinates: {with: all, parties: 3, step: 3}}\n",
        "- set: {task: tverr, coordinates: {starts-at: 2, conflict: 0%, own-weight: "
        "40%,\n"
        "   consent: majority, mechanisms: voluntary, ladder: chain, lead: stab,\n"
        "   cuts-through: true, arbiter: dir, forum: wide, tries: 3, again-after: 4w,\n"
        "   messages: line, anchoring: 80%, early: true, renewed: 1/y,\n"
        "   implementation: {mean: 20h, law: erlang-3}}}\n",
        "- set: {unit: reg-*, veto: 10%, mobility: 0.2/y}\n",
        "- set: {assume: {service-law: erlang-2, contact-per-report: 40min, drift: "
        "1/y}}\n",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct spenn_model m;
        changed_model(changes[i], &m);
        survives(&m);
        spenn_model_free(&m);
    }
}

static void changes_to_a_written_model_go_on_from_there(void **state)
{
    (void)state;
    static const char more[] = "- split: {unit: nord, into: [{id: a, share: 0.3},\n"
                               "   {id: b, share: 0.7}]}\n"
                               "- transfer: {task: sak, from: a, to: reg-3}\n";
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_model one, two, direct, back;
    changed_model("- merge: {units: [reg-1, reg-2], into: {id: nord}}\n", &one);
    char *text = written(&one);
    tiny_model(text, &two);
    assert_true(spenn_changes_apply(&one, changes_of(more, &memory), &direct, &err));
    assert_true(spenn_changes_apply(&two, changes_of(more, &memory), &back, &err));
    assert_same_tables(&direct, &back);
    assert_near(serves(&back, "sak", "reg-2", "reg-3"), 0.3);
    survives(&back);
    spenn_arena_free(&memory);
    free(text);
    spenn_model_free(&one);
    spenn_model_free(&two);
    spenn_model_free(&direct);
    spenn_model_free(&back);
}

static void texts_that_look_like_something_else_survive(void **state)
{
    (void)state;
    text_survives(
        "spenn: model/1\n"
        "id: \"2014\"\n"
        "name: {nb: 'null', en: 'yes'}\n"
        "as-of: 2014-11\n"
        "source: 'Notat: §2, #3 \"sitat\" \\ og {mer}, [enda] mer'\n"
        "note: \"linje én\\n\\n  linje to\\n- tre: fire\"\n"
        "units:\n"
        "  - {id: 'null', name: '~', kind: executive, sector: '12e3'}\n"
        "  - {id: 'True', name: ' ledende', kind: staff, reports-to: 'null',\n"
        "     sector: 'slutt ', location: '@æøå & Ærfugl'}\n"
        "  - {id: 1e5, name: 'a  b', kind: staff, reports-to: 'True', location: '-'}\n"
        "  - {id: æ-1, name: \"L\\u2028P\\uFEFF\", kind: staff, reports-to: 1e5,\n"
        "     location: '''quotes'''}\n"
        "  - {id: ÅÅÅ, name: '日本語: 組織', kind: staff, reports-to: æ-1,\n"
        "     formerly: [no, a.b], assumed: [name, kind], location: '%TAG'}\n"
        "forums:\n"
        "  - {id: f, kind: other, chair: 'null', members: ÅÅÅ, topics: ['a: b', '*']}\n"
        "tasks:\n"
        "  - {id: t, at: 'null', arrives: 1/w, decision: 1h, support: {'True': 3%},\n"
        "     authority: {'null': 30%}}\n");
}

/* A panel is not said by the id, as a name is. */
static void what_charts_are_told_survives(void **state)
{
    (void)state;
    text_survives(TINY(
        "units:\n"
        "  - {id: a, kind: executive}\n"
        "  - {id: skole, kind: result-unit, reports-to: a, panel: skole, order: -2}\n"
        "  - {id: c, kind: staff, reports-to: a, side: right, collapse: c}\n"
        "  - {id: d, kind: staff, reports-to: a, panel: {nb: Stab, en: Staff},\n"
        "     collapse: {nb: Rådgivere, en: Advisers}, assumed: [panel, collapse]}\n"
        "lines:\n"
        "  - {kind: contract, from: c, to: skole, letter: brev, goals: 3}\n"
        "  - {kind: contract, from: c, to: d, letter: brev, goals: 3}\n"
        "  - {kind: contract, from: a, to: [c, d], goals: 3}\n"
        "  - {kind: advisory, from: a, to: [c, d], letter: '7'}\n"));
}

static void numbers_survive_to_the_last_bit(void **state)
{
    (void)state;
    text_survives(
        TINY("units:\n"
             "  - {id: a, kind: executive, fte: 0.1}\n"
             "  - {id: b, kind: staff, reports-to: a, fte: 33.333333333333336,\n"
             "     speed: 1.0000000000000002}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: a, members: b, meets: 7.3/mo,\n"
             "     lasts: 0.1min, video: 33.3%, preparation: 117%, commitment: 0.1}\n"
             "tasks:\n"
             "  - {id: t, at: [a, b], arrives: 0.1/min, handling: {mean: 0.7d, law:\n"
             "     lognormal, cv: 0.3}, decision: {mean: 1min, law: hyperexponential},\n"
             "     deadline: {mean: 2w}, beyond-authority: 0.3}\n"
             "  - {id: u, at: b, arrives: 3/y, decision: 1e-3h, deadline: 3.3w, late:\n"
             "     lapses, beyond-authority: 0}\n"
             "contact:\n"
             "  - {between: a, and: b, meets: 11/y, lasts: 7min}\n"
             "assume: {commitment-midpoint: 15.1, contact-minimum: 0.1, video: 1.1%}\n"));
}

static void a_list_of_partners_is_found_again_in_any_order(void **state)
{
    (void)state;
    static const char *const orders[][2] = {{"[a, b, c]", "[a, b, c]"},
        {"[c, b, a]", "[a, b, c]"}, {"[a, b]", "[c, a, b]"}, {"[b]", "[c, b, a]"},
        {"[a, b, c]", "[c, a]"}, {"[b, c]", "all"}, {"all", "[sj, c, b]"}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        char text[1024];
        struct spenn_model m;
        (void)snprintf(text, sizeof text,
            TINY("units:\n"
                 "  - {id: sj, kind: executive}\n"
                 "  - {id: a, kind: region, reports-to: sj}\n"
                 "  - {id: b, kind: region, reports-to: sj}\n"
                 "  - {id: c, kind: region, reports-to: sj}\n"
                 "tasks:\n"
                 "  - {id: t, at: %s, arrives: 1/w, decision: 1h,\n"
                 "     coordinates: {with: %s, parties: 2, step: 1}}\n"
                 "practice: {among: [c, sj]}\n"),
            orders[i][0], orders[i][1]);
        tiny_model(text, &m);
        survives(&m);
        spenn_model_free(&m);
    }
}

/* Every model of the repository but those that are about assumptions. */
static void shipped_models_survive(void **state)
{
    (void)state;
    static const char *const patterns[] = {
        SPENN_SOURCE "/models/*/*.yaml", SPENN_SOURCE "/models/*/*/*.yaml"};
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    int32_t models = 0;
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        glob_t files = {0};
        if (glob(patterns[p], 0, NULL, &files) != 0) {
            continue;
        }
        for (size_t i = 0; i < files.gl_pathc; i++) {
            struct spenn_model m;
            struct spenn_error err = {0};
            if (spenn_read_model(files.gl_pathv[i], &assume, &m, &err)) {
                survives(&m);
                spenn_model_free(&m);
                models++;
            }
            spenn_error_free(&err);
        }
        globfree(&files);
    }
    assert_true(models >= 10);
    spenn_arena_free(&memory);
}

static void alternatives_survive(
    const struct spenn_scenario *scenario, const struct spenn_assumptions *assume)
{
    struct spenn_model base, changed;
    struct spenn_error err = {0};
    assert_true(spenn_read_model(scenario->model, assume, &base, &err));
    for (int32_t a = -1; a < scenario->alternative_count; a++) {
        if (!spenn_scenario_apply(&base, scenario, a, &changed, &err)) {
            spenn_error_print(&err, stderr);
            fail_msg("an alternative of %s is refused", scenario->file);
        }
        survives(&changed);
        spenn_model_free(&changed);
    }
    spenn_model_free(&base);
    spenn_error_free(&err);
}

static void alternatives_of_shipped_scenarios_survive(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    glob_t files = {0};
    assert_int_equal(glob(SPENN_SOURCE "/scenarios/*/*.yaml", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct spenn_scenario scenario = {0};
        struct spenn_error err = {0};
        if (!spenn_read_scenario(files.gl_pathv[i], &scenario, &err)) {
            spenn_error_print(&err, stderr);
            fail_msg("%s cannot be read", files.gl_pathv[i]);
        }
        alternatives_survive(&scenario, &assume);
        spenn_scenario_free(&scenario);
        spenn_error_free(&err);
    }
    globfree(&files);
    spenn_arena_free(&memory);
}

static void a_file_that_cannot_be_written_is_told(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(base_text, &m);
    FILE *full = fopen("/dev/full", "w");
    if (full) {
        assert_false(spenn_write_model(&m, full));
        (void)fclose(full);
    }
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_reference_survives),
        cmocka_unit_test(duties_places_and_needs_survive),
        cmocka_unit_test(a_plain_model_stays_plain),
        cmocka_unit_test(every_verb_survives),
        cmocka_unit_test(changes_to_a_written_model_go_on_from_there),
        cmocka_unit_test(texts_that_look_like_something_else_survive),
        cmocka_unit_test(what_charts_are_told_survives),
        cmocka_unit_test(numbers_survive_to_the_last_bit),
        cmocka_unit_test(a_list_of_partners_is_found_again_in_any_order),
        cmocka_unit_test(shipped_models_survive),
        cmocka_unit_test(alternatives_of_shipped_scenarios_survive),
        cmocka_unit_test(a_file_that_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
