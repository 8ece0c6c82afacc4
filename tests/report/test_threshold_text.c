/* SPDX-License-Identifier: MIT
 * Where a condition holds, as a sentence. */
#include "unit.h"

#include "report_explore.h"
#include "tiny.h"

#include <math.h>
#include <stdlib.h>

#define MODEL                                                                            \
    TINY("units:\n"                                                                      \
         "  - {id: top, kind: executive}\n"                                              \
         "  - {id: t, count: 19, kind: team, reports-to: top}\n"                         \
         "forums:\n"                                                                     \
         "  - {id: lg, kind: leadership-group, chair: top, members: [top, t-1]}\n")
#define SCENARIO                                                                         \
    "spenn: scenario/1\nid: s\nmodel: m.yaml\nalternatives:\n"                           \
    "  b: {}\n  c: {changes: [{join: {forum: lg, members: t-2}}]}\n"

static void says(const char *question, const char *lang, const char *sentence)
{
    struct spenn_model m;
    struct spenn_scenario scenario = {0};
    struct spenn_threshold found = {0};
    struct spenn_error err = {0};
    char *text = NULL;
    size_t size = 0;
    tiny_model(MODEL, &m);
    const struct spenn_value *document = tiny_value(SCENARIO, &scenario.memory);
    const struct spenn_study_options options = {.jobs = 1};
    const struct spenn_threshold_asked asked = {question, &scenario, &m};
    if (!spenn_scenario_build(document, "tiny.yaml", &scenario, &err)
        || !spenn_threshold_find(&asked, &options, &found, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("%s", question);
    }
    FILE *out = open_memstream(&text, &size);
    assert_true(spenn_report_threshold(&found, &scenario, lang, out));
    (void)fclose(out);
    for (char *c = text; *c; c++) {
        *c = (char)(*c == '\n' ? ' ' : *c);
    }
    if (!strstr(text, sentence)) {
        fail_msg("%s: %s", question, text);
    }
    free(text);
    spenn_threshold_free(&found);
    spenn_scenario_free(&scenario);
    spenn_model_free(&m);
}

static void the_answer_is_a_sentence_in_both_languages(void **state)
{
    (void)state;
    const char *question = "group-size where commitment/lg < 0.5";
    says(
        question, "en", "Commitment of lg falls below 50 % from 16 members on. Today: 2");
    says(
        question, "nb", "Forpliktelse for lg kommer under 50 % fra og med 16 medlemmer.");
    says(question, "en", "Computed exactly for every value (from 1 to 30 members).");
    says("group-size/lg where commitment/lg@b > 0.5", "en",
        "Commitment of lg in b is above 50 % up to 14 members. In b: 2 members.");
    says("group-size/lg where commitment/lg@c > 0.5", "en", "In c: 3 members.");
}

static void never_and_always_are_said(void **state)
{
    (void)state;
    says("group-size from 2 to 9 where commitment/lg < 0.5", "en",
        "Commitment of lg is not below 50 % anywhere (from 2 to 9 members).");
    says("group-size from 2 to 9 where commitment/lg > 0.5", "nb",
        "Forpliktelse for lg er over 50 % overalt (fra 2 til 9 medlemmer).");
}

static void assumptions_and_paths_are_named(void **state)
{
    (void)state;
    says("commitment-midpoint from 1 to 10 where commitment/lg > 0.5", "en",
        "Commitment of lg rises above 50 % from commitment-midpoint 2 on.");
    says("lg.meets from 6/y to 24/y where meeting-hours/lg@b - @baseline > 1", "en",
        "Meeting hours of lg, b − baseline, is not above 1 h/w anywhere "
        "(lg.meets from 6/y to 24/y).");
}

/* As a search that simulates would leave it. */
static void intervals_and_several_stretches_are_told(void **state)
{
    (void)state;
    struct spenn_crossing crossing[] = {
        {.last = 2, .first = 2.01, .low = 1.5, .high = 2.5, .after = SPENN_HOLDS},
        {.last = 4,
            .first = 4.01,
            .low = 4.01,
            .high = 4.01,
            .before = SPENN_HOLDS,
            .after = SPENN_UNTOLD},
        {.last = 6,
            .first = 6.01,
            .low = 5,
            .high = 8,
            .high_open = true,
            .before = SPENN_UNTOLD,
            .after = SPENN_HOLDS}};
    struct spenn_threshold found = {
        .question = {.input = {.name = "drift", .low = 1, .high = 8},
            .measure = spenn_sim_measure("lead-time"),
            .in = -1,
            .above = true,
            .limit = 10,
            .value = NAN},
        .crossings = {
            .start = SPENN_FAILS, .sure = true, .count = 3, .crossing = crossing}};
    const struct spenn_scenario scenario = {0};
    char text[2048] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    assert_true(spenn_report_threshold(&found, &scenario, "en", out));
    (void)fclose(out);
    for (char *c = text; *c; c++) {
        *c = (char)(*c == '\n' ? ' ' : *c);
    }
    if (!strstr(text,
            "Lead time is above 10 h from drift 2.01 (95 % interval 1.5 to 2.5) to 4.01; "
            "from drift 6.01 on (95 % interval 5 to 8 or more).")
        || !strstr(text, "Cannot be told: from drift 4.01 to 6.01")) {
        fail_msg("%s", text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_is_a_sentence_in_both_languages),
        cmocka_unit_test(never_and_always_are_said),
        cmocka_unit_test(assumptions_and_paths_are_named),
        cmocka_unit_test(intervals_and_several_stretches_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
