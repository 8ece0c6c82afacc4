/* SPDX-License-Identifier: MIT
 * A study as text, CSV, JSON and one self-contained HTML file. Output depends on the
 * study alone: no clock, no locale, no machine. */
#ifndef SPENN_REPORT_H
#define SPENN_REPORT_H

#include "study.h"
#include "summary.h"

struct spenn_report_chart { /* a finished drawing to be put into the report */
    const char *stem;       /* of its files: "baseline", "change-model-2" */
    const char *title;
    int32_t alternative; /* it is of; -1: the baseline */
    const char *svg;     /* whole text of the file; NULL: it could not be drawn */
};

struct spenn_report {
    const struct spenn_study *study;
    const char *origin; /* how to make it again: version, scenario, seed; no clock time */
    const char *lang;   /* "nb" or "en" */
    const char *explore; /* the command that tries the assumptions; NULL: none */
    const struct spenn_exploration *explored; /* that it has left; NULL: none ... */
    const struct spenn_summary *space;        /* ... and what it says */
    int32_t chart_count;
    const struct spenn_report_chart *chart;
};

bool spenn_report_results_csv(const struct spenn_report *report, FILE *out);
bool spenn_report_verdicts_csv(const struct spenn_report *report, FILE *out);
bool spenn_report_series_csv(const struct spenn_report *report, FILE *out);
bool spenn_report_changes_csv(const struct spenn_report *report, FILE *out);
bool spenn_report_json(const struct spenn_report *report, FILE *out);
bool spenn_report_html(const struct spenn_report *report, FILE *out);
/* The comparison for a terminal: under 30 lines, 80 columns. */
bool spenn_report_text(const struct spenn_report *report, FILE *out);

/* Numbers as the reports print them: fixed decimals by unit, never "-0.00". */
char *spenn_report_number(char *buffer, size_t size, double value, const char *unit);

/* A number for another program: six decimals without trailing zeros; "" for NAN. */
char *spenn_report_figure(char *buffer, size_t size, double value);

/* A CSV cell: quoted when needed; a leading = + - @ of a text is made harmless. */
void spenn_report_cell(FILE *out, const char *text);

#endif
