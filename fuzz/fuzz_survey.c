/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "report_survey.h"

#include <math.h>

static void check_line(const struct spenn_survey_line *line, int32_t respondents)
{
    promise(line->own.n >= 1 && line->own.n <= respondents);
    promise(line->own.value >= 0 && line->own.value <= line->top + 1e-9);
    promise(isnan(line->own.low) || (line->own.low >= 0 && line->own.high <= line->top));
}

static void check_score(const struct spenn_survey *survey)
{
    static const struct spenn_value no_cases = {.kind = SPENN_LIST};
    struct spenn_survey_score score;
    FILE *out = fopen("/dev/null", "w");
    spenn_survey_score(survey, &no_cases, &score);
    for (int32_t i = 0; i < score.count; i++) {
        check_line(&score.line[i], score.respondents);
    }
    promise(out
        && spenn_report_survey_text(&(struct spenn_report_survey){&score, "nb", 3}, out));
    (void)fclose(out);
    spenn_survey_score_free(&score);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_value list;
    struct spenn_survey survey = {0};
    const char *text = fuzz_text(&memory, data, size);
    bool ok =
        spenn_csv_parse(&(struct spenn_file){"fuzz", text, size}, &memory, &list, &err)
        && spenn_survey_build(&list, &survey, &err);
    promise(ok == (err.count == 0));
    if (ok) {
        check_score(&survey);
    }
    spenn_survey_free(&survey);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return 0;
}
