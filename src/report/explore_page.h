/* SPDX-License-Identifier: MIT
 * The pictures of an exploration's page, as inline SVG with a title and a description.
 * Inside module report only. */
#ifndef SPENN_EXPLORE_PAGE_H
#define SPENN_EXPLORE_PAGE_H

#include "explore_words.h"
#include "html.h"

struct spenn_explore_sheet {
    struct spenn_page page; /* report is NULL */
    struct spenn_words_of words;
    const char *origin;
};

/* Colour of a verdict's part of a bar; NULL: hatched. */
const char *spenn_picture_colour(int32_t verdict);

/* Shares of all expectations that simulation alone can answer: a stacked bar each. */
void spenn_picture_shares(struct spenn_explore_sheet *sheet);

/* Of expectation q: what its difference hangs on, as bars (total indices with intervals,
 * first order and the noise floor; without indices rank correlations); elementary
 * effects; the map. Each prints nothing when there is nothing to show. */
void spenn_picture_tornado(struct spenn_explore_sheet *sheet, int32_t q);
void spenn_picture_screening(struct spenn_explore_sheet *sheet, int32_t q);
void spenn_picture_map(struct spenn_explore_sheet *sheet, int32_t q);

/* A whole share of 1 in per cent without sign, as a text in a cell or bar. */
int32_t spenn_picture_per_cent(double share);

#endif
