/* SPDX-License-Identifier: MIT
 * Answers scored by hand: the columns, the codes, the indices, the intervals, and what
 * stands beside them from the tables of the source. */
#include "unit.h"

#include "io.h"
#include "near.h"
#include "survey.h"
#include "text.h"

#include <math.h>
#include <string.h>

static struct scored {
    struct spenn_survey survey;
    struct spenn_survey_score score;
    struct spenn_value cases;
    struct spenn_arena memory;
    char problems[2000];
} s;

static bool read_text(const char *text)
{
    struct spenn_error err = {0};
    struct spenn_value rows;
    s = (struct scored){0};
    bool ok = spenn_csv_parse(&(struct spenn_file){"a.csv", text, strlen(text)},
                  &s.memory, &rows, &err)
        && spenn_survey_build(&rows, &s.survey, &err);
    FILE *out = fmemopen(s.problems, sizeof s.problems, "w");
    spenn_error_print(&err, out);
    (void)fclose(out);
    spenn_error_free(&err);
    return ok;
}

static void score_text(const char *text)
{
    struct spenn_error err = {0};
    assert_true(read_text(text));
    assert_true(spenn_read_surveys(&s.memory, &s.cases, &err));
    spenn_survey_score(&s.survey, &s.cases, &s.score);
}

static void done(void)
{
    spenn_survey_score_free(&s.score);
    spenn_survey_free(&s.survey);
    spenn_arena_free(&s.memory);
}

static const struct spenn_survey_line *line_or_null(
    const char *block, const char *code, int32_t sector)
{
    for (int32_t i = 0; i < s.score.count; i++) {
        const struct spenn_survey_line *line = &s.score.line[i];
        if (strcmp(line->block->id, block) == 0 && strcmp(line->code, code) == 0
            && line->sector == sector) {
            return line;
        }
    }
    return NULL;
}

static struct spenn_survey_line line_of(const char *block, const char *code)
{
    const struct spenn_survey_line *line = line_or_null(block, code, 0);
    assert_non_null(line);
    return *line;
}

#define Q(n)                                                                             \
    n "_organisation," n "_ict," n "_competence," n "_quality," n "_unit_plan," n        \
      "_standards," n "_plan_report," n "_finance," n "_pay_personnel"

static void daily_contact_about_everything_is_36_and_never_is_0(void **state)
{
    (void)state;
    score_text(Q("q9") "\n1,1,1,1,1,1,1,1,1\n5,5,5,5,5,5,5,5,5\n3,3,3,3,3,3,3,3,3\n");
    struct spenn_survey_line line = line_of("q9", "contact_index");
    assert_near(line.top, 36, 0);
    assert_int_equal(line.own.n, 3);
    assert_near(line.own.value, 18, 1e-12); /* (36 + 0 + 18) / 3 */
    /* t(2) = 4.302653, s = 18: half 44.7, beyond both ends of the scale */
    assert_near(line.own.low, 0, 0);
    assert_near(line.own.high, 36, 0);
    done();
}

static void indices_have_students_interval(void **state)
{
    (void)state;
    /* Sums of 3 for very satisfied, 2 rather, 1 little, 0 not: 27, 18, 20, 19. */
    score_text(Q("q11") "\n1,1,1,1,1,1,1,1,1\n2,2,2,2,2,2,2,2,2\n"
                        "1,1,2,2,2,2,2,2,2\n1,2,2,2,2,2,2,2,2\n");
    struct spenn_survey_line line = line_of("q11", "satisfaction_index");
    assert_near(line.own.value, 21, 1e-12);
    /* s^2 = (36 + 9 + 1 + 4) / 3; s / sqrt 4 = 2.041241; t(3) = 3.182446 */
    assert_near(line.own.low, 21 - 6.496140, 1e-5);
    assert_near(line.own.high, 27, 0); /* 27.496 is no score */
    for (int32_t c = 0; c < spenn_case_count; c++) {
        assert_true(isnan(line.at[c].value)); /* lost with the figure */
    }
    done();
}

static void an_index_needs_five_answers_and_stretches_them(void **state)
{
    (void)state;
    score_text(Q("q10") "\n1,1,2,2,4,,8,,\n1,1,1,1,8,8,8,8,8\n");
    struct spenn_survey_line line = line_of("q10", "clarity_index");
    assert_int_equal(line.own.n, 1);
    assert_near(line.own.value, (3 + 3 + 2 + 2 + 0) / 5.0 * 9, 1e-12);
    assert_true(isnan(line.own.low)); /* one respondent has no interval */
    done();
}

static void no_opinion_counts_in_the_base_of_a_share_but_no_answer_does_not(void **state)
{
    (void)state;
    score_text("q11_ict\n1\n2\n3\n8\n\"\"\n");
    struct spenn_survey_line line = line_of("q11", "ict");
    assert_int_equal(line.own.n, 4);
    assert_near(line.own.value, 50, 1e-12);
    done();
}

static void an_answer_that_is_not_given_is_no_respondent_of_its_item(void **state)
{
    (void)state;
    score_text("respondent,q14,q13_a\na,5,\nb,4,4\nc,6,2\n");
    assert_int_equal(s.score.respondents, 3);
    struct spenn_survey_line whole = line_of("q14", ""), role = line_of("q13", "a");
    assert_int_equal(whole.own.n, 3);
    assert_near(whole.own.value, 200 / 3.0, 1e-9); /* 4 and 5 are successes */
    assert_int_equal(role.own.n, 2);
    assert_near(role.own.value, 50, 1e-12);
    assert_null(line_or_null("q13", "b", 0));
    done();
}

static void shares_have_the_interval_that_newcombe_prints(void **state)
{
    (void)state;
    /* Newcombe, R. G. (1998), Statistics in Medicine 17, table I, method 3 */
    static const struct {
        int32_t k, n;
        double low, high;
    } known[] = {{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611},
        {1, 29, .0061, .1718}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct spenn_estimate e =
            spenn_survey_share((double)known[i].k / known[i].n, known[i].n);
        assert_near(e.low, known[i].low * 100, 0.00501);
        assert_near(e.high, known[i].high * 100, 0.00501);
    }
}

static void the_cases_stand_beside_in_the_order_of_the_source(void **state)
{
    (void)state;
    score_text("q11_finance,q16_a,q17_f,q17_h\n1,1,1,1\n");
    static const double finance[] = {97, 58, 79, 84, 93}, free[] = {100, 81, 85, 96, 91},
                        informal[] = {26, 58, 48, 40, 16};
    static const int32_t n[] = {31, 26, 28, 25, 27};
    struct spenn_survey_line lines[] = {
        line_of("q11", "finance"), line_of("q16", "a"), line_of("q17", "f")};
    for (int32_t c = 0; c < spenn_case_count; c++) {
        assert_near(lines[0].at[c].value, finance[c], 1e-9);
        assert_near(lines[1].at[c].value, free[c], 1e-9);
        assert_near(lines[2].at[c].value, informal[c], 1e-9);
        assert_int_equal(lines[0].at[c].n, n[c]);
        assert_true(lines[0].at[c].low < finance[c] && finance[c] < lines[0].at[c].high);
        assert_true(isnan(line_of("q17", "h").at[c].value)); /* asked, not reported */
    }
    done();
}

static void the_mean_of_nine_tasks_is_the_mean_of_the_printed_shares(void **state)
{
    (void)state;
    score_text(Q("q11") "\n1,2,1,2,1,2,3,4,8\n1,1,1,1,1,1,1,1,3\n");
    struct spenn_survey_line line = line_of("q11", "mean9");
    assert_near(line.own.value, (6 / 9.0 + 8 / 9.0) / 2 * 100, 1e-9);
    for (int32_t c = 0; c < spenn_case_count; c++) {
        double sum = 0;
        for (int32_t i = 0; i < s.score.count; i++) {
            sum += s.score.line[i].is_index ? 0 : s.score.line[i].at[c].value;
        }
        assert_near(line.at[c].value, sum / 9, 0.06);
    }
    done();
}

static void a_sector_is_told_apart_from_five_leaders_on(void **state)
{
    (void)state;
    score_text("sector," Q("q9") "\n4,1,1,1,1,1,1,1,1,1\n4,1,1,1,1,1,1,1,1,1\n"
                                 "4,1,1,1,1,1,1,1,1,1\n4,1,1,1,1,1,1,1,1,1\n"
                                 "4,1,1,1,1,1,1,1,1,1\n5,5,5,5,5,5,5,5,5,5\n");
    const struct spenn_survey_line *school = line_or_null("q9", "contact_index", 4);
    assert_non_null(school);
    assert_near(school->own.value, 36, 1e-12);
    assert_int_equal(school->own.n, 5);
    assert_null(line_or_null("q9", "contact_index", 5)); /* one leader: a person */
    done();
}

static void every_problem_has_its_line_and_column(void **state)
{
    (void)state;
    assert_false(read_text("respondent,q9_itc,q9_ict,q14,sector\n"
                           "#codes,1,x,y,z\n"
                           "a,1,7,6,\n"
                           "a,,1.5,9,0\n"));
    assert_string_equal(s.problems,
        "a.csv:1:12: unknown column 'q9_itc'; did you mean 'q9_ict'?\n"
        "a.csv:3:5: 'q9_ict' must be 1 to 5, or 8 for no opinion, not '7'\n"
        "a.csv:4:1: respondent 'a' answers twice\n"
        "a.csv:4:4: 'q9_ict' must be 1 to 5, or 8 for no opinion, not '1.5'\n"
        "a.csv:4:8: 'q14' must be 1 to 5, or 6 for no opinion, not '9'\n"
        "a.csv:4:10: 'sector' must be 1 to 8, not '0'\n");
    done();
    assert_false(read_text("municipality\nx\n"));
    assert_string_equal(s.problems,
        "a.csv:1:1: unknown column 'municipality'; 'spenn survey --template' has them "
        "all\n");
    done();
    assert_false(read_text("respondent,q14\n#codes,x\n"));
    assert_string_equal(s.problems, "a.csv: there are no answers\n");
    done();
}

static void labels_fit_their_column(void **state)
{
    (void)state;
    for (int32_t b = 0; b < spenn_survey_block_count; b++) {
        for (int32_t i = 0; i < spenn_survey_blocks[b].count; i++) {
            assert_true(spenn_text_width(spenn_survey_blocks[b].item[i].nb) <= 28);
            assert_true(spenn_text_width(spenn_survey_blocks[b].item[i].en) <= 28);
        }
    }
}

/* C251, C210, C187: said with every comparison, in both languages. */
static void the_caveats_name_other_causes_size_and_no_ranking(void **state)
{
    (void)state;
    static const char *const words[2][3] = {
        {"peculiar to", "18717", "No ranking"}, {"særegne", "18717", "Ingen rangering"}};
    for (int32_t i = 0; i < 3; i++) {
        assert_non_null(strstr(spenn_survey_caveat(i, false), words[0][i]));
        assert_non_null(strstr(spenn_survey_caveat(i, true), words[1][i]));
    }
    assert_null(spenn_survey_caveat(5, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(daily_contact_about_everything_is_36_and_never_is_0),
        cmocka_unit_test(indices_have_students_interval),
        cmocka_unit_test(an_index_needs_five_answers_and_stretches_them),
        cmocka_unit_test(no_opinion_counts_in_the_base_of_a_share_but_no_answer_does_not),
        cmocka_unit_test(an_answer_that_is_not_given_is_no_respondent_of_its_item),
        cmocka_unit_test(shares_have_the_interval_that_newcombe_prints),
        cmocka_unit_test(the_cases_stand_beside_in_the_order_of_the_source),
        cmocka_unit_test(the_mean_of_nine_tasks_is_the_mean_of_the_printed_shares),
        cmocka_unit_test(a_sector_is_told_apart_from_five_leaders_on),
        cmocka_unit_test(every_problem_has_its_line_and_column),
        cmocka_unit_test(labels_fit_their_column),
        cmocka_unit_test(the_caveats_name_other_causes_size_and_no_ranking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
