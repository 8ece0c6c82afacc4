/* SPDX-License-Identifier: MIT
 * Placing: each box decides where its children stand relative to it, children first, so
 * one pass over the boxes in reverse order lays out the whole tree. */
#ifndef SPENN_PLACE_H
#define SPENN_PLACE_H

#include "plan.h"

/* Distances in points; struct gaps has those that grow where there is room. */
#define GAP_HANG 9.0    /* above the first of a list */
#define GAP_FRAMED 19.0 /* the same below a box in the leadership group */
#define GAP_TRUNK 22.0  /* from the trunk to a box beside it */
#define GAP_LANE 14.0   /* between professional lines */
#define CARDS 6.0       /* below and at the right of a pile */
#define CHIP_W 12.0     /* of a lettered mark */
#define CHIP_H 9.0
#define CHIP_GAP 2.0
#define DOUBLED 4.0 /* from the outer to the inner border */
#define INDENT 13.0 /* of a list */
#define SPINE 6.5   /* from the edge of a list's boxes to its spine */
#define SQUARE 12.0 /* a unit without text */
#define SQUARE_GAP 1.4
#define SQUARE_PAD 5.0
#define PANEL_HEAD 15.0
#define PANEL_LABEL 9.5 /* size of the title, */
#define PANEL_TEXT 11.0 /* and where it begins */
#define PANEL_PAD 7.0
#define PANEL_GAP 10.0
#define PANEL_TIED 26.0 /* with arrows from one to another */
#define PANEL_INDENT 9.0
#define PANEL_SPLIT 4.0 /* between the columns of one panel */

enum { most_ticked = 40 }; /* so many boxes in panels have a line of their own each */

/* What can be laid out one way or another. Most rows of a column are those of the first
 * and the second tier of the top, and of tiers further down. */
enum choice {
    BY_LEVELS,
    BY_LEAVES,
    BY_SQUARES,
    BY_STACK,
    BY_ROWS,
    BY_SECOND,
    BY_DEEP,
    BY_LISTS, /* boxes below each other where lists of units with reports are split */
    BY_TEXT,
    CHOICES
};
struct trial {
    int32_t at[CHOICES]; /* levels: rows of units below the top, deeper units hang;
                            leaves: up to four units without reports stand in a row;
                            stack: small panels stand above each other */
    double wide, high;   /* distances are so many times the least */
};

/* modes.c: the mode of every tier and the size of every box; which choices, as bits,
 * made a difference, and whether units with reports stand above each other at the top. */
#define PLACE_STACKS (1u << CHOICES)
uint32_t spenn_place_modes(struct plan *p, const struct trial *trial);

/* place.c: relative places and extents. */
void spenn_place_boxes(struct plan *p);
/* place_row.c: a row by its children's contours; returns the height of the tier. */
double spenn_place_row(struct plan *p, struct box *box, struct tier *tier, bool walls);
int32_t spenn_place_step(struct plan *p, double bottom, double x, int32_t next);
/* place_squares.c: those of a unit; how wide a panel is with so many in a row */
void spenn_place_squares(struct plan *p, struct box *grid);
double spenn_place_width(int32_t across);
/* place_panels.c */
void spenn_place_panel(struct plan *p, const struct panel *panel);
double spenn_place_panels(struct plan *p, struct box *box, struct tier *tier);

#endif
