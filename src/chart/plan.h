/* SPDX-License-Identifier: MIT
 * What is to be drawn: the tree of boxes, the relations beside it, and, once it is laid
 * out, where everything is. */
#ifndef SPENN_PLAN_H
#define SPENN_PLAN_H

#include "box.h"
#include "detail.h"
#include "words.h"

struct shading { /* of a chart coloured by a measure; title NULL: of none */
    const char *title;
    bool share, whole; /* in percent; all values are whole numbers */
    double bound[spenn_shade_classes - 1];
};

struct frame; /* frame.h */

struct plan {
    const struct spenn_model *m, *before; /* before: NULL without changes */
    const struct words *words;
    const char *message; /* of a unit alone with what is below it; NULL: of the whole */
    bool english, paged; /* paged: one of several pages */
    bool chosen;         /* some units are left out, and no box says so */
    int32_t count, kid_count;
    struct box *box;
    int32_t *kid;
    struct folded folded; /* where paper is short */
    int32_t top;          /* box of the top leader, or -1 */
    int32_t group;        /* forum: its leadership group, or SPENN_NONE */
    int32_t *box_of;      /* box of each unit of m; -1: not drawn */
    int32_t *old_box_of;  /* box of each unit of before, where it was; -1: not drawn */
    spenn_id *beside;     /* of units in one box, the next */
    int32_t panels, panel_room, steps, step_room;
    struct panel *panel;
    struct step *step;
    int32_t runs, run_room;
    struct spenn_drawing_run *run;
    /* Of a before/after chart: the one forum that all joined or left, if it is one. */
    const char *one_forum;
    bool *opened;                  /* forums of m */
    const struct spenn_diff *diff; /* of both models, while places are listed */
    struct account *account;       /* of all that differs, in words */
    bool bound;                    /* it has a page of its own, the second of the book */
    int32_t closed_count;
    const char **closed;    /* names of forums */
    int32_t ties, unlisted; /* unlisted: lines and forums for which there are too many */
    struct tie *tie;
    int32_t frames;
    struct frame *frame;
    int32_t lanes;       /* second lines between the two tiers of `top` */
    bool between_panels; /* there are some from panel to panel */
    bool whole;          /* the second tier of `top` is led by its group as a whole */
    struct shading shading;
    double width;          /* of text, for this trial */
    struct gaps gap;       /* for this trial */
    bool split, stacked;   /* in it, a panel has several columns, or units with reports
                              stand above each other in one */
    int32_t letters;       /* given to ties */
    double label;          /* size of labels of frames and lanes */
    double small;          /* smallest text there is */
    double x0, y0, x1, y1; /* what all of it covers */
    struct spenn_arena *memory;
};

/* plan.c: boxes of one model, or of it and the places that units left. */
void spenn_plan_model(struct plan *p);
/* filter.c: units below a box; those boxes of `all` that the part shows, as a plan in its
 * own memory that reads the texts of `all`; and the part of that a chart's options ask
 * for. */
struct part {
    int32_t root;      /* box of `all`: it and what is below it */
    int32_t layers;    /* so many from the root down; 0: all */
    int32_t most;      /* enum detail: as little may be shown of it */
    const bool *shown; /* of the boxes of `all`; NULL: all. With a box also those above */
    bool whole;        /* it is titled as the organization, not as its root */
    const int32_t *page; /* of a book, for each box of `all`, or 0; NULL: no book */
};
/* trail.c: where a part stands and how much is in it. */
const char *spenn_note_part(
    const struct plan *all, const struct part *part, struct spenn_arena *memory);
int32_t spenn_plan_below(const struct plan *all, int32_t box);
bool spenn_plan_counts(const struct plan *all, int32_t box, int32_t b); /* among them */
void spenn_plan_part(const struct plan *all, const struct part *part, struct plan *p);
struct part spenn_plan_chosen(
    const struct plan *all, const struct spenn_chart_options *options);
/* plan.c: kids, looks and members of the boxes there are. */
void spenn_plan_link(struct plan *p);
/* tiers.c: order and tiers of the children, in place. */
void spenn_plan_tiers(struct plan *p);
/* neighbours.c: the first row so that moves are short. */
void spenn_plan_neighbours(struct plan *p);
/* changed.c: what the boxes of a before/after chart say. */
void spenn_plan_changes(struct plan *p);

/* shade.c: classes and values of a measure on the boxes; how a box then looks; and what a
 * class is called: "60–80 %". */
void spenn_plan_shade(struct plan *p, const struct spenn_shade *shade);
struct spenn_drawing_style spenn_plan_style(const struct box *box);
const char *spenn_plan_class(const struct plan *p, int32_t shade);

/* measure.c */
void spenn_plan_measure(struct plan *p, double width);
/* layout.c: the best of several trials for the area, then absolute places. */
void spenn_plan_layout(struct plan *p, double width, double height);

/* A unit's name in the language of the chart, without control characters. */
const char *spenn_plan_name(
    const struct plan *p, const struct spenn_model *m, spenn_id u);

#endif
