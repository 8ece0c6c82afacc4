/* SPDX-License-Identifier: MIT
 * A box before it has a place. Boxes form a tree in pre-order, one for each unit, and in
 * a before/after chart one more for each place a unit left. The children of a box are
 * split in three tiers: beside the trunk (staff, advice), the first row, and a second row
 * with its own bus (the regions below the departments, everybody else below the
 * deputies). Places are relative to the parent until layout makes them absolute. */
#ifndef SPENN_BOX_H
#define SPENN_BOX_H

#include "chart.h"
#include "look.h"

enum mode { MODE_NONE, MODE_ROW, MODE_HANG, MODE_COLUMNS, MODE_PANELS };
enum { SIDES, FIRST, SECOND, TIERS };

struct tier {
    int32_t first, count; /* its run in kid */
    int32_t mode, rows;   /* most rows of a column */
    int32_t columns;
    bool panels, stack, ticked; /* its boxes are grouped; small groups in one column;
                                   with a line each */
    bool below_frame;           /* its trunk begins at the leadership group's frame */
    double top, bus, gate;      /* y of boxes and bus, x of the trunk to it */
    int32_t panel, panel_count; /* its run in panel */
};

struct box {
    const struct spenn_model *m; /* the model its unit is of */
    spenn_id unit;               /* SPENN_NONE: the root that holds several trees */
    int32_t parent, depth;       /* depth below the first box drawn */
    int32_t shade; /* class of its value from 1, 0: colours by kind, or shade_missing */
    int32_t look, change;
    int32_t target, origin; /* boxes: where a former place points to; of a part, the place
                               of what was divided; or -1 */
    uint32_t marks;         /* all its changes; `change` is the most telling */
    const char *id, *title, *tag, *note, *sector;
    const char *panel;    /* as the model names the one it stands in, or NULL */
    const char *more;     /* what is below it and not drawn: "+ 12 units", or NULL */
    int32_t hidden, page; /* how many; page of the book that shows them, or 0 */
    int32_t cards, units; /* copies behind a pile; units it holds, else 0 */
    spenn_id inside;   /* the first unit put in it, itself too; the rest: plan.beside */
    bool guess;        /* their number is assumed */
    const char *label; /* what it says instead of its title, or NULL */
    const char **line; /* and below that: the positions put in it, counted */
    int32_t lines;
    bool square, grid;   /* without text; the unit over a panel of squares */
    int32_t hue;         /* of a square, from 1: plan.hue; 0: as its look */
    bool chairs;         /* a forum */
    bool member, marked; /* of the leadership group; coloured as one */
    bool was_member;     /* of the group before */
    int32_t stands;      /* the tier of the box above that it is in */
    int32_t part[TIERS]; /* how many kids in each tier */
    int32_t kids;        /* first in kid */
    struct tier tier[TIERS];
    int32_t level;            /* rows above it; `hung` when it is in a list */
    bool listed;              /* all its children hang in one list below it */
    int32_t column;           /* of its tier's columns */
    int32_t rank;             /* siblings with the same stand together */
    int32_t weight;           /* boxes in its subtree */
    double ink_w, ink_h;      /* of its text */
    double w, h, x, y;        /* x of the middle, y of the top; first relative */
    double left, right, tall; /* extent of the subtree from x, y */
    int32_t left_chain, right_chain;
    int32_t first_run, runs;
    int32_t chips, chipped; /* letters it holds, and those drawn */
};

struct panel { /* a titled group of boxes that is no level of management */
    int32_t box, first, count, columns;
    int32_t column;    /* of panels; several in one are stacked */
    const char *label; /* NULL: only a column of boxes, without a frame */
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
    int32_t lane;               /* kept free for it between the rows: from 0, or -1 */
    int32_t hue;                /* its colour as a line, or -1: that of its kind */
    bool drawn, named;          /* as lines or a frame; with its name beside them */
    int32_t letter;             /* 'A' to 'Z', 0 without */
    int32_t color;              /* of its letter */
    const char *name;
};

struct gaps { /* in points: between siblings in a row and in a list; from a box down to
                 the row of its reports, and to its second row */
    double box, list, row, second;
};

struct step { /* of a contour: `x` holds down to `bottom` */
    double bottom, x;
    int32_t next;
};

enum { shade_missing = spenn_shade_classes + 1 };
enum { hung = 1000 }; /* level of boxes in lists */

/* Whether it stands with the members of the leadership group: former places too. */
static inline bool spenn_box_inside(const struct box *box)
{
    bool former = box->change == CHANGE_GONE || spenn_change_former(box->change);
    return box->member || (box->was_member && former);
}

#endif
