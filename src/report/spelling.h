/* SPDX-License-Identifier: MIT
 * How the tables spell what the study numbers. Inside module report only. */
#ifndef SPENN_SPELLING_H
#define SPENN_SPELLING_H

#include "report.h"

const char *spenn_class_text(enum spenn_class class);      /* "built-in" */
const char *spenn_direction_text(enum spenn_direction is); /* "higher" */
const char *spenn_unit_norwegian(const char *unit);        /* "andel" for "share" */
const char *spenn_alternative_text(
    const struct spenn_study *study, int32_t alternative); /* "baseline" or the id */

const char *spenn_verdict_text(
    int32_t verdict, bool norwegian); /* of enum spenn_verdict */

/* What would change the answer, in a sentence about the verdict nearest to falling; NULL
 * when none can. In `memory`. */
const char *spenn_turn_text(
    const struct spenn_report *report, struct spenn_arena *memory);

/* The measure of an expectation that the study has resolved. */
const struct spenn_measure *spenn_expected_measure(const struct spenn_expect *expect);
/* What a verdict on it is worth: built-in where an assumption codes the direction. */
enum spenn_class spenn_expected_class(const struct spenn_expect *expect);

/* What an expectation is about: its `of`, or the organization. */
const char *spenn_expected_subject(
    const struct spenn_study *study, const struct spenn_expect *expect);

/* What must be seen beside changes: demand, FTE, posts, units, forums, before and after.
 */
enum { spenn_total_rows = 5 };
struct spenn_total_row {
    const char *subject, *what;
    const char *unit; /* for spenn_report_number */
    double before, after;
};
void spenn_total_rows_fill(const struct spenn_model *before,
    const struct spenn_model *after, struct spenn_total_row row[spenn_total_rows]);

#endif
