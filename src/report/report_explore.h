/* SPDX-License-Identifier: MIT
 * What an answer hangs on: an exploration as text, CSV files and one HTML page, and where
 * a threshold lies, in a sentence. Output depends on the arguments alone. All return
 * false when writing failed; lang is "nb" or "en". */
#ifndef SPENN_REPORT_EXPLORE_H
#define SPENN_REPORT_EXPLORE_H

#include "summary.h"
#include "threshold.h"

#include <stdio.h>

/* For a terminal of 80 columns. */
bool spenn_report_explore(const struct spenn_exploration *x,
    const struct spenn_summary *summary, const char *lang, FILE *out);

/* The CSV files of an exploration: shares, screening, indices, rules, map. */
struct spenn_explore_table {
    const char *file;
};
extern const struct spenn_explore_table spenn_explore_tables[];
extern const int32_t spenn_explore_table_count;
bool spenn_report_explore_csv(const struct spenn_exploration *x,
    const struct spenn_summary *summary, int32_t which, FILE *out);

/* One self-contained page; `origin` is the command that makes it again. */
struct spenn_explore_page {
    const struct spenn_exploration *x;
    const struct spenn_summary *summary;
    const char *lang, *origin;
};
bool spenn_report_explore_html(const struct spenn_explore_page *page, FILE *out);

/* The threshold as sentences for a terminal: the answer, what it is today, how it was
 * found. */
bool spenn_report_threshold(const struct spenn_threshold *found,
    const struct spenn_scenario *scenario, const char *lang, FILE *out);

#endif
