/* SPDX-License-Identifier: MIT
 * The words of an exploration's reports, in both languages. Inside module report only.
 * Texts live in words->memory. */
#ifndef SPENN_EXPLORE_WORDS_H
#define SPENN_EXPLORE_WORDS_H

#include "report_explore.h"
#include "spelling.h"

struct spenn_words_of { /* an exploration */
    const struct spenn_exploration *x;
    const struct spenn_summary *summary;
    bool norwegian;
    struct spenn_arena memory;
};

const char *spenn_words_say(
    const struct spenn_words_of *words, const char *nb, const char *en);

/* "supported", "støttet". */
const char *spenn_words_verdict(const struct spenn_words_of *words, int32_t verdict);

/* "C32, C37": the claims of expectation q and of later ones that ask the same; "". */
const char *spenn_words_claims(struct spenn_words_of *words, int32_t q);

/* "Uniformity is higher in model-2 than today"; by names, or by ids as files write. */
const char *spenn_words_expectation(struct spenn_words_of *words, int32_t q, bool names);

/* "12/y" near x, of input i. */
const char *spenn_words_value(struct spenn_words_of *words, int32_t i, double x);

/* "supported unless drift is under 0.3/y or ...", "no simple rule tells ..."; NULL where
 * there is nothing to tell. */
const char *spenn_words_rule(struct spenn_words_of *words, int32_t q);
/* "(coverage 93 %, density 97 %; 83 % of all points are so)"; "" without a rule. */
const char *spenn_words_rule_score(struct spenn_words_of *words, int32_t q);

/* "supported in 96 % of the space, not comparable in 4 %". */
const char *spenn_words_shares(struct spenn_words_of *words, int32_t q);

/* "83 %". */
const char *spenn_words_percent(struct spenn_words_of *words, double share);

/* An expectation that simulation alone can answer, asked for the first time. */
bool spenn_words_tells(const struct spenn_words_of *words, int32_t q);
/* Whether all points have the same verdict. */
bool spenn_words_is_same(const struct spenn_words_of *words, int32_t q);

/* Index of input i in x->core.matter, or -1. */
int32_t spenn_words_matter(const struct spenn_words_of *words, int32_t i);

/* Of how many of the expectations that spenn_words_tells input i is among the deciding.
 */
int32_t spenn_words_decides(const struct spenn_words_of *words, int32_t i);

/* What shares are and are not: the footer of all reports. */
const char *spenn_words_caution(const struct spenn_words_of *words);

/* Which paths of `vary:` are left out, a sentence; "" when none is. */
const char *spenn_words_left_out(struct spenn_words_of *words);

#endif
