/* SPDX-License-Identifier: MIT
 * What is to be drawn, before it has a place: a tree of boxes in pre-order, one for each
 * unit, and in a before/after chart one more for each place a unit left. The children of
 * a box are split in three tiers: beside the trunk (staff, advice), the first row, and a
 * second row with its own bus (the regions below the departments, everybody else below
 * the deputies). Places are relative to the parent until layout makes them absolute. */
#ifndef SPENN_PLAN_H
#define SPENN_PLAN_H

#include "chart.h"
#include "look.h"
#include "words.h"

enum mode { MODE_NONE, MODE_ROW, MODE_HANG, MODE_COLUMNS, MODE_PANELS };
enum { SIDES, FIRST, SECOND, TIERS };

struct tier {
    int32_t first, count; /* its run in kid */
    int32_t mode, rows;   /* most rows of a column */
    int32_t columns;
    bool panels;                /* its boxes are grouped by sector */
    double top, bus, gate;      /* y of boxes and bus, x of the trunk to it */
    int32_t panel, panel_count; /* its run in panel */
};

struct box {
    const struct spenn_model *m;  /* the model its unit is of */
    spenn_id unit;                /* SPENN_NONE: the root that holds several trees */
    int32_t parent, depth;        /* depth below the first box drawn */
    int32_t look, change, target; /* target: the box a former place points to, or -1 */
    const char *id, *title, *tag, *note, *sector;
    bool chairs;         /* a forum */
    bool member, marked; /* of the leadership group; coloured as one */
    int32_t part[TIERS]; /* how many kids in each tier */
    int32_t kids;        /* first in kid */
    struct tier tier[TIERS];
    int32_t level;            /* rows above it; `hung` when it is in a list */
    int32_t column, rank;     /* of its tier's columns */
    int32_t weight;           /* boxes in its subtree */
    double ink_w, ink_h;      /* of its text */
    double w, h, x, y;        /* x of the middle, y of the top; first relative */
    double left, right, tall; /* extent of the subtree from x, y */
    int32_t left_chain, right_chain;
    int32_t first_run, runs;
    int32_t chips, chipped; /* letters it holds, and those drawn */
};

struct panel { /* a titled group of boxes that is no level of management */
    int32_t box, first, count, columns, rows;
    int32_t column; /* of panels; several in one are stacked */
    const char *label;
    double x, y, w, h; /* left edge; relative to its box until layout is done */
};

/* Relations that the tree does not show: second lines with the same receivers, and
 * forums that no frame holds. Drawn as a lane between the first and the second row, or
 * with a letter in every box concerned. */
struct tie {
    int32_t kind;               /* enum spenn_line_kind, or -1 for a forum */
    int32_t forum;              /* its row */
    int32_t sources, receivers; /* who gives; who receives, or meets */
    int32_t *source, *receiver; /* boxes */
    int32_t lane;               /* from 0, or -1 */
    int32_t letter;             /* 'A' to 'Z', 0 without */
    int32_t color;              /* of its letter */
    const char *name;
};

struct step { /* of a contour: `x` holds down to `bottom` */
    double bottom, x;
    int32_t next;
};

struct plan {
    const struct spenn_model *m, *before; /* before: NULL without changes */
    const struct words *words;
    bool english;
    int32_t count, kid_count;
    struct box *box;
    int32_t *kid;
    int32_t top;         /* box of the top leader, or -1 */
    int32_t group;       /* forum: its leadership group, or SPENN_NONE */
    int32_t *box_of;     /* box of each unit of m */
    int32_t *old_box_of; /* box of each unit of before, where it was */
    int32_t panels, panel_room, steps, step_room;
    struct panel *panel;
    struct step *step;
    int32_t runs, run_room;
    struct spenn_chart_run *run;
    /* Of a before/after chart: the one forum that all joined or left, if it is one. */
    const char *one_forum;
    bool *opened; /* forums of m */
    int32_t other_changes, closed_count;
    const char **closed;  /* names of forums */
    int32_t ties, untied; /* untied: those without a lane or letter */
    struct tie *tie;
    int32_t lanes;         /* second lines between the two tiers of `top` */
    double width;          /* of text, for this trial */
    double small;          /* smallest text there is */
    double x0, y0, x1, y1; /* what all of it covers */
    struct spenn_arena *memory;
};

enum { hung = 1000 };

/* plan.c: the tree of one model, or of it and the places that units left. */
void spenn_plan_model(struct plan *p);
/* tiers.c: order and tiers of the children, in place. */
void spenn_plan_tiers(struct plan *p);
/* neighbours.c: the first row so that moves are short. */
void spenn_plan_neighbours(struct plan *p);
/* changed.c: what the boxes of a before/after chart say. */
void spenn_plan_changes(struct plan *p);

/* ties.c: gathers them; then, once places are known, gives letters to those that neither
 * a lane nor a frame shows, and says whether there are any. */
void spenn_plan_ties(struct plan *p);
bool spenn_plan_letters(struct plan *p);

/* measure.c */
void spenn_plan_measure(struct plan *p, double width);
/* layout.c: the best of several trials for the area, then absolute places. */
void spenn_plan_layout(struct plan *p, double width, double height);

/* "Region 1–6" for units that count, else the first name and how many more. */
const char *spenn_plan_range(
    const struct plan *p, const char *first, const char *last, int32_t count);

/* frames.c: whether a rectangle holds the members of a forum and nobody else. */
bool spenn_plan_frames(const struct plan *p, int32_t forum);
const char *spenn_plan_forum(const struct plan *p, int32_t forum); /* its name */

/* A unit's name in the language of the chart, without control characters. */
const char *spenn_plan_name(
    const struct plan *p, const struct spenn_model *m, spenn_id u);

#endif
