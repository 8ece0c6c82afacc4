/* SPDX-License-Identifier: MIT
 * The files of a study of a small organization. What is simulated is checked where it is
 * made; here only that it arrives. */
#include "../study/lab.h"

#include "report.h"
#include "text.h"

#include <jansson.h>
#include <stdlib.h>

#define SCENARIO                                                                         \
    "title: {nb: Sør blir med, en: South joins}\n"                                      \
    "question: {nb: Hjelper det?, en: Does it help?}\n"                                  \
    "alternatives:\n"                                                                    \
    "  joined: {changes: [{join: {forum: group, members: south}}]}\n"                    \
    "  fast: {changes: [{set: {unit: 'kind:department', speed: 2}}]}\n"                  \
    "vary: {group.meets: [12/y]}\n"                                                      \
    "simulate: {for: 20w, warm-up: 5w, replications: 6, seed: 18446744073709551615}\n"   \
    "expect:\n"                                                                          \
    "  - {claim: C1, measure: lead-time, in: fast, is: lower, indifference: 0.1}\n"      \
    "  - {claim: C2, measure: group-size, of: group, in: joined, is: higher}\n"          \
    "  - {measure: commitment, of: group, in: fast, is: same, than: joined}\n"           \
    "not-represented: [{claim: C3, reason: no budget here}]\n"                           \
    "caveat: {nb: Husk størrelsen, en: Mind the size}\n"

typedef bool writer(const struct spenn_report *report, FILE *out);

static char *text_of(const struct spenn_report *report, writer *write)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_true(write(report, out));
    assert_int_equal(fclose(out), 0);
    return text;
}

static char *written(const struct lab *lab, writer *write, const char *lang)
{
    const struct spenn_report report = {
        .study = &lab->study, .origin = "spenn run try.yaml", .lang = lang};
    return text_of(&report, write);
}

static int prepare(void **state)
{
    struct lab *lab = malloc(sizeof *lab);
    lab_run(lab, SCENARIO, &(struct spenn_study_options){.jobs = 2});
    *state = lab;
    return 0;
}

static int clear(void **state)
{
    lab_free(*state);
    free(*state);
    return 0;
}

static void results_have_a_fixed_header_and_empty_cells_where_nothing_is_defined(
    void **state)
{
    char *text = written(*state, spenn_report_results_csv, "nb");
    static const char header[] =
        "alternative,point,measure,subject,mean,low,high,"
        "difference,difference_low,difference_high,"
        "replications,controlled,controlled_low,controlled_high\n";
    assert_memory_equal(text, header, sizeof header - 1);
    assert_non_null(strstr(text, "\nbaseline,,group-size,group,2,2,2,,,,0,,,\n"));
    assert_non_null(strstr(text, "\njoined,,group-size,group,3,3,3,1,1,1,0,,,\n"));
    assert_non_null(
        strstr(text, "\njoined,group.meets=12/y,group-size,group,3,3,3,1,1,"));
    assert_non_null(strstr(text, "\nfast,,lead-time,case,"));
    free(text);
}

static void verdicts_have_a_fixed_header_and_one_row_an_expectation(void **state)
{
    char *text = written(*state, spenn_report_verdicts_csv, "nb");
    static const char start[] =
        "claim,class,measure,subject,alternative,than,expected,"
        "verdict,difference,low,high,variance_reduction,reason\n"
        "C1,emergent,lead-time,lab,fast,baseline,lower,supported,-";
    assert_memory_equal(text, start, sizeof start - 1);
    assert_non_null(strstr(text,
        "\nC2,structure,group-size,group,joined,baseline,higher,supported,1,1,1,,\n"
        ",built-in,commitment,group,fast,joined,same,assumed,"));
    assert_non_null(strstr(text, "\nC3,,,,,,,not represented,,,,,no budget here\n"));
    free(text);
}

static void a_caveat_is_printed_with_every_result(void **state)
{
    char *text = written(*state, spenn_report_text, "nb");
    assert_non_null(strstr(text, "merk: Husk størrelsen\n"));
    assert_non_null(strstr(text, "ikke gjengitt her (grunnene står i rapporten): C3\n"));
    free(text);
    text = written(*state, spenn_report_html, "en");
    assert_non_null(strstr(text, "Mind the size"));
    assert_non_null(strstr(text, "<li>C3: no budget here</li>"));
    free(text);
}

static void every_report_says_what_would_change_the_answer(void **state)
{
    char *text = written(*state, spenn_report_html, "en");
    assert_non_null(strstr(text, "What would change this answer"));
    assert_non_null(strstr(text, "The verdict stands while it is"));
    assert_non_null(strstr(text, "The answers rest on "));
    free(text);
    text = written(*state, spenn_report_json, "en");
    json_t *root = json_loads(text, 0, NULL);
    json_t *first = json_array_get(json_object_get(root, "verdicts"), 0);
    assert_true(json_is_array(json_object_get(first, "rests_on")));
    assert_non_null(json_object_get(first, "holds_from"));
    json_decref(root);
    free(text);
}

static void changes_end_with_the_totals_that_must_be_conserved(void **state)
{
    char *text = written(*state, spenn_report_changes_csv, "nb");
    assert_memory_equal(text, "alternative,kind,subject,what,before,after\njoined,", 50);
    assert_non_null(strstr(text, "\njoined,joined,south,group,"));
    assert_non_null(strstr(text,
        "\njoined,total,demand,cases/week,31,31\n"
        "joined,total,fte,FTE,0,0\n"
        "joined,total,posts,leaders,3,3\n"
        "joined,total,units,units,3,3\n"
        "joined,total,forums,forums,1,1\n"
        "fast,changed,north,speed,1,2\n"));
    free(text);
}

static void json_is_whole_and_sorted_and_keeps_a_seed_of_64_bits(void **state)
{
    const struct lab *lab = *state;
    char *text = written(lab, spenn_report_json, "nb");
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(root);
    assert_int_equal(json_integer_value(json_object_get(root, "schema_version")), 1);
    json_t *simulation = json_object_get(root, "simulation");
    assert_string_equal(
        json_string_value(json_object_get(simulation, "seed")), "18446744073709551615");
    assert_int_equal(
        json_array_size(json_object_get(root, "results")), (size_t)lab->study.rows.count);
    assert_int_equal(json_array_size(json_object_get(root, "verdicts")), 3);
    json_t *first = json_array_get(json_object_get(root, "results"), 0);
    assert_true(json_is_null(json_object_get(first, "difference")));
    char *sorted = json_dumps(root, JSON_SORT_KEYS | JSON_COMPACT);
    const char *last = "";
    for (void *at = json_object_iter(root); at; at = json_object_iter_next(root, at)) {
        assert_true(strcmp(last, json_object_iter_key(at)) < 0);
        last = json_object_iter_key(at);
    }
    assert_non_null(sorted);
    free(sorted);
    json_decref(root);
    free(text);
}

static void is_a_page(char *text)
{
    int32_t lines = 0;
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        assert_in_range(spenn_text_width(line), 0, 80);
        lines++;
        *end = '\n';
    }
    assert_in_range(lines, 10, 29);
}

static void the_comparison_fits_a_terminal_and_ends_honestly(void **state)
{
    char *text = written(*state, spenn_report_text, "en");
    is_a_page(text);
    assert_memory_equal(text, "South joins\nDoes it help?\n6 replications of 20w ", 47);
    assert_non_null(strstr(text,
        "\nemergent: 1 supported\n"
        "  C1 lead-time in fast lower: supported\n"
        "structure: 1 supported\n"
        "  C2 group-size group in joined higher: supported\n"
        "built-in: 1 assumed\n"));
    assert_non_null(strstr(text,
        "\nA simulation shows what follows from its assumptions; it does not confirm "
        "the\n"
        "claim.\n"));
    free(text);
}

static void the_comparison_speaks_norwegian(void **state)
{
    char *text = written(*state, spenn_report_text, "nb");
    is_a_page(text);
    assert_memory_equal(text, "Sør blir med\nHjelper det?\n", 27);
    assert_non_null(strstr(text, "\ngroup-size group, medl"));
    assert_non_null(strstr(text, "den bekrefter ikke\npåstanden.\n"));
    free(text);
}

static void a_page_keeps_to_its_language(void **state)
{
    char *english = written(*state, spenn_report_html, "en");
    assert_non_null(strstr(english, "Does it help?"));
    assert_non_null(strstr(english, "the same in fast as joined</td>"));
    assert_null(strstr(english, "the whole window")); /* no change has a date */
    assert_non_null(strstr(english, ": director, Northern"));
    assert_non_null(strstr(english, "<li>south: joined group</li>"));
    assert_non_null(strstr(english, "<li>Northern, south: changed speed: 1 → 2</li>"));
    assert_null(strstr(english, "FTE (where given)")); /* nobody has given any */
    assert_non_null(strstr(english, "cases a week 31.00 → 31.00 · "));
    assert_null(strstr(english, "Nordre"));
    char *norwegian = written(*state, spenn_report_html, "nb");
    assert_non_null(strstr(norwegian, "Hjelper det?"));
    assert_non_null(strstr(norwegian, "det samme i fast som joined</td>"));
    assert_non_null(strstr(norwegian, ", south: endret tempo: 1 → 2</li>"));
    assert_non_null(strstr(norwegian, ": director, Nordre"));
    assert_non_null(strstr(norwegian, "<span class=\"small\">medlemmer</span>"));
    assert_null(strstr(norwegian, "Northern"));
    free(norwegian);
    free(english);
}

static void a_page_tells_what_each_wave_changes_and_in_words(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n"
        "  a-while:\n"
        "    changes:\n"
        "      - open: {id: core, kind: network, chair: director, members: south, at: "
        "4w}\n"
        "      - set: {task: case, assigned: least-loaded, at: 4w}\n"
        "      - draw: {kind: contract, from: director, to: south, at: 4w}\n"
        "      - close: {forum: core, at: 12w}\n"
        "simulate: {for: 20w, warm-up: 5w, replications: 2}\n",
        &(struct spenn_study_options){.jobs = 1});
    char *page = written(&lab, spenn_report_html, "nb");
    const char *first = strstr(page, "<p>Bølge 1:</p>"),
               *last = strstr(page, "<p>Bølge 2:</p>");
    assert_non_null(first);
    assert_non_null(last);
    assert_true(strstr(page, "<li>core: opprettet</li>") < last);
    assert_true(strstr(page, "<li>core: nedlagt</li>") > last);
    assert_non_null(
        strstr(page, ": endret fordeles: etter andel → til den med minst å gjøre</li>"));
    assert_non_null(strstr(page, "<li>director: endret bestilling eller avtale: – → "));
    free(page);
    lab_free(&lab);
}

static void alternatives_are_told_apart_and_what_stands_still_is_left_out(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n"
        "  core-group-alone: {changes: [{set: {unit: south, speed: 2}}]}\n"
        "  core-group-future: {changes: [{set: {unit: south, speed: 3}}]}\n"
        "  same-as-today: {}\n"
        "simulate: {for: 20w, warm-up: 5w, replications: 2}\n",
        &(struct spenn_study_options){.jobs = 1});
    char *text = written(&lab, spenn_report_text, "en");
    assert_non_null(strstr(text, " core-…alone "));
    assert_non_null(strstr(text, " core-…uture "));
    assert_null(strstr(text, "same-as"));
    assert_null(strstr(text, "group-size"));
    free(text);
    lab_free(&lab);
}

static void a_page_says_what_the_steps_are_where_cases_climb(void **state)
{
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n"
        "  meet: {changes: [{set: {task: case, coordinates: {with: [north, south],\n"
        "    parties: 2, step: 2}}}]}\n"
        "simulate: {for: 20w, warm-up: 5w, replications: 2}\n",
        &(struct spenn_study_options){.jobs = 1});
    char *page = written(&lab, spenn_report_html, "nb");
    assert_non_null(strstr(page,
        "Trinn på samordningsstigen: 1 dele informasjon, 2 felles problemforståelse, "
        "3 ikke svekke andres mål, 4 felles plan/tiltak."));
    free(page);
    lab_free(&lab);
    page = written(*state, spenn_report_html, "nb");
    assert_null(strstr(page, "samordningsstigen:"));
    free(page);
}

static void neighbours_of_which_the_same_is_assumed_are_told_once(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, "simulate: {for: 5w, warm-up: 0, replications: 2}\n",
        &(struct spenn_study_options){.jobs = 1});
    lab.study.baseline->units.assumed[0] = "kind";
    lab.study.baseline->units.assumed[1] = lab.study.baseline->units.assumed[2] =
        "fte,speed";
    lab.study.baseline->tasks.assumed[0] = "fte,speed";
    char *page = written(&lab, spenn_report_html, "en");
    assert_non_null(strstr(page,
        "<li>director: kind</li>\n<li>north – south: fte,speed</li>\n"
        "<li>case: fte,speed</li>\n"));
    free(page);
    lab_free(&lab);
}

static void many_expectations_and_notes_still_fit(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    const char *body =
        "alternatives:\n  slow: {changes: [{set: {unit: all, speed: 0.1}}]}\n"
        "simulate: {for: 5w, warm-up: 0, replications: 2}\nexpect:\n";
    for (int32_t i = 0; i < 40; i++) {
        static const char *const measure[] = {
            "lead-time", "group-size, of: group", "commitment, of: group", "throughput"};
        body = spenn_arena_format(&memory,
            "%s  - {claim: C%d, measure: %s, in: slow, is: lower}\n", body, i,
            measure[i % 4]);
    }
    struct lab lab;
    lab_run(&lab, body, &(struct spenn_study_options){.jobs = 2});
    for (int32_t i = 0; i < 2; i++) {
        char *text = written(&lab, spenn_report_text, i ? "en" : "nb");
        is_a_page(text);
        assert_non_null(strstr(text, i ? "\nnote: " : "\nmerk: "));
        free(text);
        text = written(&lab, spenn_report_html, i ? "en" : "nb");
        const char *note = strstr(text, i ? "<h3>Note</h3>" : "<h3>Merk</h3>");
        assert_non_null(note); /* beside the answer, before the charts */
        assert_true(note < strstr(text, "<h2 id=\"charts\""));
        free(text);
    }
    lab_free(&lab);
    spenn_arena_free(&memory);
}

static void a_cell_is(const char *text, const char *expected)
{
    char *cell = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&cell, &size);
    spenn_report_cell(out, text);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(cell, expected);
    free(cell);
}

static void a_cell_is_quoted_when_needed_and_never_a_formula(void **state)
{
    (void)state;
    a_cell_is("region-1", "region-1");
    a_cell_is("", "");
    a_cell_is(NULL, "");
    a_cell_is("a,b", "\"a,b\"");
    a_cell_is("say \"no\"", "\"say \"\"no\"\"\"");
    a_cell_is("two\nlines", "\"two\nlines\"");
    a_cell_is("=1+1", "\"'=1+1\"");
    a_cell_is("@here", "\"'@here\"");
    a_cell_is("-2", "\"'-2\"");
    a_cell_is("+a\"b", "\"'+a\"\"b\"");
}

/* Every alternative, series and week; the page draws them. */
static void the_path_over_time_is_a_table_and_drawn(void **state)
{
    char *text = written(*state, spenn_report_series_csv, "nb");
    assert_memory_equal(
        text, "alternative,series,week,mean,low,high\nbaseline,open-cases,1,", 60);
    assert_non_null(strstr(text, "\nbaseline,items-waiting,1,"));
    free(text);
    text = written(*state, spenn_report_html, "nb");
    assert_non_null(strstr(text, "id=\"path\">Over tid</h2>"));
    assert_non_null(
        strstr(text, "aria-labelledby=\"path-open-cases path-open-cases-d\""));
    free(text);
}

/* Five pages with the same boxes help nobody. */
static void a_chart_that_would_be_the_same_is_not_shown_again(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n"
        "  quick: {changes: [{set: {task: case, decision: 30min}}]}\n"
        "  lively: {changes: [{set: {assume: {drift: 2/y}}}]}\n"
        "  joined: {changes: [{join: {forum: group, members: south}}]}\n"
        "  passing: {changes: [\n"
        "    {open: {id: core, kind: network, chair: director, members: south, at: "
        "1w}},\n"
        "    {close: {forum: core, at: 3w}}]}\n"
        "simulate: {for: 5w, warm-up: 0, replications: 2}\n",
        &(struct spenn_study_options){.jobs = 2});
    const struct spenn_report_chart charts[] = {{"baseline", "B", -1, "<svg/>"},
        {"change-quick", "C1", 0, "<svg/>"}, {"quick", "A1", 0, "<svg/>"},
        {"change-lively", "C2", 1, "<svg/>"}, {"lively", "A2", 1, "<svg/>"},
        {"change-joined", "C3", 2, "<svg/>"}, {"joined", "A3", 2, "<svg/>"},
        {"passing", "A4", 3, "<svg/>"}};
    const struct spenn_report report = {.study = &lab.study,
        .origin = "spenn run",
        .lang = "en",
        .chart_count = 8,
        .chart = charts};
    char *text = text_of(&report, spenn_report_html);
    assert_non_null(strstr(text, "<figcaption>B<"));
    assert_non_null(strstr(text, "<figcaption>C3<"));
    assert_non_null(strstr(text, "<figcaption>A3<"));
    assert_null(strstr(text, "<figcaption>C1<"));
    assert_null(strstr(text, "<figcaption>A2<"));
    assert_non_null(strstr(text, "<p>quick: no unit, line or group changes"));
    assert_non_null(strstr(text, "<p>lively: no unit, line or group changes"));
    assert_non_null(strstr(text, "<p>passing: after all waves the chart is that of"));
    free(text);
    lab_free(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            results_have_a_fixed_header_and_empty_cells_where_nothing_is_defined),
        cmocka_unit_test(verdicts_have_a_fixed_header_and_one_row_an_expectation),
        cmocka_unit_test(a_caveat_is_printed_with_every_result),
        cmocka_unit_test(every_report_says_what_would_change_the_answer),
        cmocka_unit_test(changes_end_with_the_totals_that_must_be_conserved),
        cmocka_unit_test(the_path_over_time_is_a_table_and_drawn),
        cmocka_unit_test(json_is_whole_and_sorted_and_keeps_a_seed_of_64_bits),
        cmocka_unit_test(the_comparison_fits_a_terminal_and_ends_honestly),
        cmocka_unit_test(the_comparison_speaks_norwegian),
        cmocka_unit_test(a_page_keeps_to_its_language),
        cmocka_unit_test(a_page_tells_what_each_wave_changes_and_in_words),
        cmocka_unit_test(alternatives_are_told_apart_and_what_stands_still_is_left_out),
        cmocka_unit_test(a_page_says_what_the_steps_are_where_cases_climb),
        cmocka_unit_test(neighbours_of_which_the_same_is_assumed_are_told_once),
        cmocka_unit_test(many_expectations_and_notes_still_fit),
        cmocka_unit_test(a_chart_that_would_be_the_same_is_not_shown_again),
        cmocka_unit_test(a_cell_is_quoted_when_needed_and_never_a_formula),
    };
    return cmocka_run_group_tests(tests, prepare, clear);
}
