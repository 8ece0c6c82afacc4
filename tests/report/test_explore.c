/* SPDX-License-Identifier: MIT
 * The reports of an exploration whose answer is known: the difference is what drift makes
 * it, and the verdict turns where drift passes the middle of its range. */
#include "unit.h"

#include "report_explore.h"
#include "text.h"
#include "tiny.h"

#include <math.h>
#include <stdlib.h>

#define MODEL TINY("units:\n  - {id: top, kind: executive}\n")
#define SCENARIO                                                                         \
    "spenn: scenario/1\nid: s\nmodel: m.yaml\ntitle: A <try>\nalternatives: {b: {}}\n"   \
    "vary: {drift: [1/y, 2/y], service-law: [fixed, exponential]}\n"                     \
    "expect:\n  - {claim: C1, measure: lead-time, in: b, is: lower}\n"                   \
    "  - {claim: C2, measure: backlog, in: b, is: lower}\n"                              \
    "  - {claim: C3, measure: lead-time, in: b, is: lower}\n"

enum { points = 64, inputs = 3, expectations = 3, screened = 0 };

struct lab {
    struct spenn_model m;
    struct spenn_scenario scenario;
    struct spenn_exploration x;
    struct spenn_input input[inputs - 1];
    double value[inputs - 1], u[2 * points * inputs];
    int8_t verdict[2 * points * expectations];
    double difference[2 * points * expectations];
    struct spenn_summary summary;
    char *text;
    size_t size;
};

/* Both samples are a grid of 8 x 8; luck goes round. */
static void fill(struct lab *lab)
{
    for (int32_t e = 0; e < 2 * points; e++) {
        double *u = &lab->u[e * inputs];
        u[0] = (e % 8 + .5) / 8;
        u[1] = (double)(e / 8 % 8) / 8 + .05;
        u[2] = (double)(e * 37 % 128) / 128;
        for (int32_t q = 0; q < expectations; q++) {
            bool flat = q == 1;
            lab->difference[e * expectations + q] = flat ? 1 : -u[0];
            lab->verdict[e * expectations + q] = flat ? SPENN_NO_DIFFERENCE
                : u[0] > .3                           ? SPENN_SUPPORTED
                                                      : SPENN_CONTRADICTED;
        }
    }
}

static void open_lab(struct lab *lab)
{
    struct spenn_error err = {0};
    *lab = (struct lab){0};
    tiny_model(MODEL, &lab->m);
    assert_true(spenn_scenario_build(
        tiny_value(SCENARIO, &lab->scenario.memory), "tiny.yaml", &lab->scenario, &err));
    (void)spenn_input_assumption(&lab->m.assume, SPENN_DRIFT, &lab->input[0]);
    (void)spenn_input_assumption(&lab->m.assume, SPENN_CALIBRATION, &lab->input[1]);
    lab->input[0].low = 0;
    lab->input[0].high = 8 / 1950.;
    lab->value[0] = lab->m.assume.value[SPENN_DRIFT];
    lab->value[1] = lab->m.assume.value[SPENN_CALIBRATION];
    lab->x = (struct spenn_exploration){.scenario = &lab->scenario,
        .model = &lab->m,
        .options = {.points = points, .replications = 8, .seed = 1},
        .duration = 1950,
        .inputs = inputs,
        .input = lab->input,
        .value = lab->value,
        .expectations = expectations,
        .outcome = {.count = 2 * points,
            .verdict = lab->verdict,
            .difference = lab->difference},
        .core = {.evaluations = 2 * points, .whole = true, .u = lab->u}};
    fill(lab);
    spenn_explore_summarize(&lab->x, &lab->summary);
}

static void close_lab(struct lab *lab)
{
    free(lab->text);
    spenn_summary_free(&lab->summary);
    spenn_scenario_free(&lab->scenario);
    spenn_model_free(&lab->m);
}

static void has(const struct lab *lab, const char *piece)
{
    if (!strstr(lab->text, piece)) {
        fail_msg("'%s' is not in\n%s", piece, lab->text);
    }
}

static void the_summary_knows_what_decides(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    const struct spenn_space_answer *answer = &lab.summary.answer[0];
    assert_int_equal(answer->main, SPENN_SUPPORTED);
    assert_int_equal(answer->points, 2 * points);
    assert_int_equal(answer->count[SPENN_CONTRADICTED], 2 * points / 4);
    assert_int_equal(answer->by, SPENN_BY_CORRELATION);
    assert_int_equal(answer->deciding_count, 1);
    assert_int_equal(answer->deciding[0], 0);
    assert_int_equal(answer->rule.state, SPENN_RULE_FOUND);
    assert_int_equal(lab.summary.answer[1].by, SPENN_BY_NOTHING);
    assert_int_equal(lab.summary.answer[2].same_as, 0);
    close_lab(&lab);
}

/* Where most points are not comparable, the question is which input makes them so. */
static void mostly_not_comparable_is_decided_by_what_makes_it_so(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    for (int32_t e = 0; e < 2 * points; e++) {
        if (lab.u[e * inputs + 1] > .2) {
            lab.verdict[e * expectations] = SPENN_NOT_COMPARABLE;
            lab.difference[e * expectations] = NAN;
        }
    }
    spenn_summary_free(&lab.summary);
    spenn_explore_summarize(&lab.x, &lab.summary);
    const struct spenn_space_answer *answer = &lab.summary.answer[0];
    assert_int_equal(answer->main, SPENN_NOT_COMPARABLE);
    assert_true(spenn_space_tells(&lab.x, answer));
    assert_int_equal(answer->deciding_count, 1);
    assert_int_equal(answer->deciding[0], 1);
    assert_int_equal(answer->rule.state, SPENN_RULE_FOUND);
    assert_false(spenn_space_tells(&lab.x, &lab.summary.answer[1]));
    FILE *out = open_memstream(&lab.text, &lab.size);
    assert_true(spenn_report_explore(&lab.x, &lab.summary, "en", out));
    (void)fclose(out);
    has(&lab, "whether it can be compared hangs on (rank correlation");
    free(lab.text);
    out = open_memstream(&lab.text, &lab.size);
    assert_true(spenn_report_explore_html(
        &(struct spenn_explore_page){&lab.x, &lab.summary, "en", "spenn explore s"},
        out));
    (void)fclose(out);
    has(&lab, "Whether it can be compared hangs most on ");
    close_lab(&lab);
}

static void the_terminal_says_the_rule_within_80_columns(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    FILE *out = open_memstream(&lab.text, &lab.size);
    assert_true(spenn_report_explore(&lab.x, &lab.summary, "en", out));
    (void)fclose(out);
    has(&lab, "C1, C3 lead-time is lower in b than today");
    has(&lab, "\nLeft out of 'vary', as it cannot be moved as a number: service-law.\n");
    has(&lab, "75 %  ██████████████████████████████\n");
    has(&lab,
        "rule: supported unless drift is under 2/y (coverage 100 %, density 100 %;");
    has(&lab, "C2 backlog is lower in b than today: no material difference");
    has(&lab, "not\nprobabilities.");
    for (const char *line = lab.text; *line; line += strcspn(line, "\n") + 1) {
        struct spenn_arena memory = {0};
        const char *one = spenn_arena_bytes(&memory, line, strcspn(line, "\n"));
        assert_true(spenn_text_width(one) <= 80);
        spenn_arena_free(&memory);
    }
    close_lab(&lab);
}

static void tables_have_a_row_an_expectation(void **state)
{
    (void)state;
    static const char *const line[] = {
        "C1,emergent,lead-time,tiny,b,baseline,lower,128,0,0.75,0.25,0,0,0,0,supported,"
        "drift,rank correlation,difference\n",
        "input,mu_star,mu,sigma,effects,of\n", "input,first,first_low",
        "lower,found,supported unless drift is under 2/y,64,0.75,1,1,1,0\n",
        "share,mean_difference\n"};
    for (int32_t i = 0; i < spenn_explore_table_count; i++) {
        struct lab lab;
        open_lab(&lab);
        FILE *out = open_memstream(&lab.text, &lab.size);
        assert_true(spenn_report_explore_csv(&lab.x, &lab.summary, i, out));
        (void)fclose(out);
        has(&lab, line[i]);
        close_lab(&lab);
    }
}

static void the_page_has_the_box_and_escapes_names(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    FILE *out = open_memstream(&lab.text, &lab.size);
    const struct spenn_explore_page page = {
        &lab.x, &lab.summary, "nb", "spenn explore s"};
    assert_true(spenn_report_explore_html(&page, out));
    (void)fclose(out);
    has(&lab, "<html lang=\"nb\">");
    has(&lab, "A &lt;try&gt;");
    has(&lab, "Hva ville endret svaret");
    has(&lab, "støttet med mindre drift er under 2/y");
    has(&lab, "ikke sannsynligheter");
    has(&lab, "for det kan ikke flyttes som et tall: service-law.</p>");
    assert_null(strstr(lab.text, "nan"));
    assert_null(strstr(lab.text, "inf"));
    close_lab(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_summary_knows_what_decides),
        cmocka_unit_test(mostly_not_comparable_is_decided_by_what_makes_it_so),
        cmocka_unit_test(the_terminal_says_the_rule_within_80_columns),
        cmocka_unit_test(tables_have_a_row_an_expectation),
        cmocka_unit_test(the_page_has_the_box_and_escapes_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
