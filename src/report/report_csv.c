/* SPDX-License-Identifier: MIT
 * RFC 4180 with bare newlines. Headers are fixed: other programs read these files. */
#include "spelling.h"

#include "diff.h"

#include <string.h>

void spenn_report_cell(FILE *out, const char *text)
{
    text = text ? text : "";
    bool formula = *text && strchr("=+-@\t\r", *text);
    bool quote = formula || strpbrk(text, ",\"\r\n");
    if (!quote) {
        (void)fputs(text, out);
        return;
    }
    (void)fputs(formula ? "\"'" : "\"", out);
    for (; *text; text++) {
        (void)fputs(*text == '"' ? "\"\"" : (char[]){*text, '\0'}, out);
    }
    (void)fputc('"', out);
}

/* A cell of text and the comma after it. */
static void text(FILE *out, const char *cell)
{
    spenn_report_cell(out, cell);
    (void)fputc(',', out);
}

static void number(FILE *out, double value, char after)
{
    char cell[64];
    (void)fputs(spenn_report_figure(cell, sizeof cell, value), out);
    (void)fputc(after, out);
}

bool spenn_report_results_csv(const struct spenn_report *report, FILE *out)
{
    const struct spenn_study *study = report->study;
    const struct spenn_study_rows *rows = &study->rows;
    (void)fputs("alternative,point,measure,subject,mean,low,high,difference,"
                "difference_low,difference_high,replications,"
                "controlled,controlled_low,controlled_high\n",
        out);
    for (int32_t i = 0; i < rows->count; i++) {
        text(out, spenn_alternative_text(study, rows->alternative[i]));
        text(out, rows->point[i]);
        text(out, rows->measure[i]->id);
        text(out, rows->subject[i]);
        number(out, rows->mean[i], ',');
        number(out, rows->low[i], ',');
        number(out, rows->high[i], ',');
        number(out, rows->difference[i], ',');
        number(out, rows->difference_low[i], ',');
        number(out, rows->difference_high[i], ',');
        (void)fprintf(out, "%d,", rows->replications[i]);
        number(out, rows->controlled[i], ',');
        number(out, rows->controlled_low[i], ',');
        number(out, rows->controlled_high[i], '\n');
    }
    return !ferror(out);
}

bool spenn_report_verdicts_csv(const struct spenn_report *report, FILE *out)
{
    const struct spenn_study *study = report->study;
    const struct spenn_study_verdicts *v = &study->verdicts;
    (void)fputs("claim,class,measure,subject,alternative,than,expected,verdict,"
                "difference,low,high,variance_reduction,reason\n",
        out);
    for (int32_t i = 0; i < v->count; i++) {
        const struct spenn_expect *expect = &study->scenario->expect[i];
        const struct spenn_measure *measure = spenn_expected_measure(expect);
        text(out, expect->claim);
        text(out, spenn_class_text(spenn_expected_class(expect)));
        text(out, measure->id);
        text(out, spenn_expected_subject(study, expect));
        text(out, spenn_alternative_text(study, expect->in));
        text(out, spenn_alternative_text(study, expect->than));
        text(out, spenn_direction_text(expect->is));
        text(out, spenn_verdict_names[v->verdict[i]]);
        number(out, v->difference[i], ',');
        number(out, v->low[i], ',');
        number(out, v->high[i], ',');
        number(out, v->variance_reduction[i], ',');
        spenn_report_cell(out, v->reason[i]);
        (void)fputc('\n', out);
    }
    for (int32_t i = 0; i < study->scenario->unrepresented_count; i++) {
        text(out, study->scenario->unrepresented[i].claim);
        (void)fputs(",,,,,,not represented,,,,,", out);
        spenn_report_cell(out, study->scenario->unrepresented[i].reason);
        (void)fputc('\n', out);
    }
    return !ferror(out);
}

static void series_rows(
    const struct spenn_report *report, int32_t a, int32_t k, FILE *out)
{
    const struct spenn_study_path *path = &report->study->path;
    size_t each = (size_t)path->weeks * (size_t)path->series;
    int32_t weeks = path->shown[(a + 1) * path->series + k] ? path->weeks : 0;
    for (int32_t week = 0; week < weeks; week++) {
        size_t i = (size_t)(a + 1) * each + (size_t)(week * path->series + k);
        text(out, spenn_alternative_text(report->study, a));
        text(out, spenn_sim_paths[k].id);
        (void)fprintf(out, "%d,", week + 1);
        number(out, path->mean[i], ',');
        number(out, path->low[i], ',');
        number(out, path->high[i], '\n');
    }
}

/* Weeks count from the end of the warm-up. */
bool spenn_report_series_csv(const struct spenn_report *report, FILE *out)
{
    const struct spenn_study *study = report->study;
    (void)fputs("alternative,series,week,mean,low,high\n", out);
    for (int32_t a = -1; a < study->scenario->alternative_count; a++) {
        for (int32_t k = 0; k < study->path.series; k++) {
            series_rows(report, a, k, out);
        }
    }
    return !ferror(out);
}

static void change(
    FILE *out, const char *alternative, const struct spenn_diff *diff, int32_t i)
{
    text(out, alternative);
    text(out, spenn_difference_names[diff->kind[i]]);
    text(out, diff->subject[i]);
    text(out, diff->what[i]);
    text(out, diff->before[i]);
    spenn_report_cell(out, diff->after[i]);
    (void)fputc('\n', out);
}

bool spenn_report_changes_csv(const struct spenn_report *report, FILE *out)
{
    const struct spenn_study *study = report->study;
    (void)fputs("alternative,kind,subject,what,before,after\n", out);
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        const char *id = spenn_alternative_text(study, a);
        struct spenn_diff diff = {0};
        spenn_models_diff(study->baseline, &study->alternative[a], &diff);
        for (int32_t i = 0; i < diff.count; i++) {
            change(out, id, &diff, i);
        }
        spenn_diff_free(&diff);
        struct spenn_total_row total[spenn_total_rows];
        spenn_total_rows_fill(study->baseline, &study->alternative[a], total);
        for (int32_t i = 0; i < spenn_total_rows; i++) {
            text(out, id);
            text(out, "total");
            text(out, total[i].subject);
            text(out, total[i].what);
            number(out, total[i].before, ',');
            number(out, total[i].after, '\n');
        }
    }
    return !ferror(out);
}
