/* SPDX-License-Identifier: MIT
 * Where a condition starts and ceases to hold along one input. Nothing is taken for
 * granted about the way it goes: a coarse grid comes first, each change of state on it is
 * bisected, and a reader is told of all of them.
 *
 * With noise, every value of x meets the same luck, so the mean over that luck is a
 * function of x like any other, and its root estimates the true one (retrospective
 * approximation: Healy and Schruben 1991; Chen and Schmeiser 2001, IIE Transactions
 * 33:259). The interval holds every x at which the sample cannot tell the two states
 * apart: a t test inverted, so that it holds the true root as often as the test says. */
#ifndef SPENN_CROSSING_H
#define SPENN_CROSSING_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

struct spenn_margin { /* by how much the condition holds at some x: above 0 it does */
    double mean;      /* NAN: cannot be told; may be infinite */
    double low, high; /* interval of it; both are `mean` when it is exact */
};

/* Margin at x. False: stop; what is found so far is lost. */
typedef bool spenn_margin_at(void *context, double x, struct spenn_margin *margin);

struct spenn_axis {   /* where to look */
    double low, high; /* low < high */
    bool whole;       /* whole numbers only; low and high are */
    int32_t cells;    /* of the coarse grid, 1 or more */
    double tolerance; /* above 0: how near a change is found (whole numbers: exactly) */
};

enum spenn_state { SPENN_FAILS, SPENN_HOLDS, SPENN_UNTOLD };

struct spenn_crossing {
    double last, first;       /* last x before it and first x after it that were tried */
    double low, high;         /* interval of the place; equal `first` when exact */
    bool low_open, high_open; /* it goes on beyond the axis */
    enum spenn_state before, after;
};

struct spenn_crossings {
    enum spenn_state start; /* at the low end of the axis */
    bool sure;              /* at every point of the grid the interval tells the state,
                               but next to a crossing */
    bool exact;             /* no margin had an interval */
    int32_t count;
    struct spenn_crossing *crossing; /* by x */
    int32_t tried;                   /* values of x */
    int32_t points;                  /* of the grid, by x: */
    double *x;
    struct spenn_margin *margin;
};

/* All changes of state that the grid shows; false when `at` stopped. In `memory`. */
bool spenn_crossings_find(const struct spenn_axis *axis, spenn_margin_at *at,
    void *context, struct spenn_arena *memory, struct spenn_crossings *found);

#endif
