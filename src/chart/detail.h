/* SPDX-License-Identifier: MIT
 * What a plan leaves out or draws smaller, and how much of it. */
#ifndef SPENN_DETAIL_H
#define SPENN_DETAIL_H

#include <stdint.h>

/* How much a chart shows where paper is short: all; positions of the same name counted
 * in the box of their unit; no small facts either; units without reports in piles; as
 * squares in panels of their unit; in rows of squares, one for each unit. */
enum detail {
    DETAIL_FULL,
    DETAIL_LISTED,
    DETAIL_NAMES,
    DETAIL_PILES,
    DETAIL_SQUARES,
    DETAIL_ROWS,
    DETAIL_COUNT
};
enum { hue_count = 7 }; /* colours of squares by name */

struct folded {
    int32_t detail;                /* enum detail */
    int32_t lists, piles, squares; /* that the layout made to save room */
    int32_t notes;                 /* boxes with small facts */
    int32_t see;                   /* paper from 1 on which all is shown, 0: none known */
    int32_t hues, vacant;          /* of squares: names with a colour; how many are */
    const char *hue[hue_count];
};

#endif
