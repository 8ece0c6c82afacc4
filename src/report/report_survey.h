/* SPDX-License-Identifier: MIT
 * A scored survey for a terminal and as a table, and the empty form to fill in. */
#ifndef SPENN_REPORT_SURVEY_H
#define SPENN_REPORT_SURVEY_H

#include "sheet.h"
#include "survey.h"

struct spenn_report_survey {
    const struct spenn_survey_score *score;
    const char *lang; /* "nb" or "en" */
    int32_t invited;  /* who could have answered; 0: not known */
};

/* Bars, numbers and caveats, 80 columns. */
bool spenn_report_survey_text(const struct spenn_report_survey *report, FILE *out);

/* A row a value: question,item,group,value,low,high,n,unit,source. */
void spenn_report_survey_sheet(
    const struct spenn_survey_score *score, struct spenn_sheet *sheet);

/* A CSV with a column for every question, and two rows that explain them. */
bool spenn_report_survey_template(const char *lang, FILE *out);

#endif
