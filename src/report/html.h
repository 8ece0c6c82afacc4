/* SPDX-License-Identifier: MIT
 * Pieces of the HTML report, inside module report only. */
#ifndef SPENN_HTML_H
#define SPENN_HTML_H

#include "report.h"

struct spenn_page {
    FILE *out;
    const struct spenn_report *report; /* of a study; NULL in other pages */
    bool norwegian;
};

/* The Norwegian or the English of a pair. */
const char *spenn_page_say(const struct spenn_page *page, const char *nb, const char *en);

/* From the doctype to the opened body, with the style of all pages. */
void spenn_page_head(const struct spenn_page *page, const char *title);

/* Text with & < > " and ' escaped; NULL is nothing. */
void spenn_page_text(const struct spenn_page *page, const char *text);
/* The same inside a sentence: it begins small, but "FTE" does not. */
void spenn_page_small(const struct spenn_page *page, const char *text);

/* A heading of the second level with an anchor. */
void spenn_page_heading(
    const struct spenn_page *page, const char *id, const char *nb, const char *en);

/* Name of an alternative (-1: today), title and unit of a measure, what an id names of
 * today's organization: in the page's language. */
const char *spenn_page_alternative(const struct spenn_page *page, int32_t a);
const char *spenn_page_measure(
    const struct spenn_page *page, const struct spenn_measure *measure);
const char *spenn_page_subject(const struct spenn_page *page, const char *id);
const char *spenn_page_unit(
    const struct spenn_page *page, const struct spenn_measure *measure);

/* "Lead time · Toll lower in model 2 than today", and the verdict's name. */
void spenn_page_expectation(
    const struct spenn_page *page, const struct spenn_expect *expect);
const char *spenn_page_verdict(const struct spenn_page *page, int32_t verdict);

void spenn_page_verdicts(const struct spenn_page *page);
void spenn_page_turns(const struct spenn_page *page);
void spenn_page_notes(const struct spenn_page *page);
void spenn_page_unrepresented(const struct spenn_page *page);
void spenn_page_comparison(const struct spenn_page *page);
void spenn_page_paths(const struct spenn_page *page);
void spenn_page_charts(const struct spenn_page *page);
void spenn_page_changes(const struct spenn_page *page);
void spenn_page_assumptions(const struct spenn_page *page);
void spenn_page_pilot(const struct spenn_page *page);
void spenn_page_method(const struct spenn_page *page);

/* Ids of the assumptions that enter a measure, comma between; "" when none does. */
const char *spenn_measure_rests_on(const char *measure);
/* Whether assumption i is one of them. */
bool spenn_measure_rests_on_one(const char *measure, int32_t assumption);

/* An earlier expectation that is the same but for its claim, or -1. */
int32_t spenn_expected_before(const struct spenn_scenario *scenario, int32_t i);

#endif
