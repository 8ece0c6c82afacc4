/* SPDX-License-Identifier: MIT
 * A chart as a drawing: boxes, frames, lines and texts with their places in points, y
 * downward, whoever laid it out (chart, figure). Same drawing -> same bytes. */
#ifndef SPENN_DRAWING_H
#define SPENN_DRAWING_H

#include "arena.h"
#include "fail.h"
#include "marks.h"
#include "told.h"

#include <stdbool.h>

#define SPENN_DRAWING_LINE 1.22 /* height of a line of text, of its size */

struct spenn_drawing_style {
    const char *fill, *stroke; /* #RRGGBB; fill NULL: none */
    const char *ink, *soft;    /* of the name, of the small text */
    double width;              /* of the border */
    bool dashed, rounded, doubled, struck;
};

struct spenn_drawing_run { /* one line of text in a box */
    const char *text, *color;
    double size;
    bool bold, struck;
};

struct spenn_drawing_box {
    const char *id;    /* "u-toll", stable; of a former place "u-toll-before" */
    const char *name;  /* whole, unwrapped */
    const char *about; /* kind, change and memberships in words */
    const char *class; /* for style sheets; first word: unit, former (where a unit was)
                          or cell (of a figure) */
    const char *kind, *tag, *note; /* "region", "NEW", "30 FTE"; NULL: none */
    int32_t parent; /* the box it hangs below in lists, -1: none; before it */
    int32_t cards;  /* copies behind it: a pile of so many collapsed units */
    int32_t page;   /* of the book, that shows what is below it, named in note; 0: none */
    struct spenn_drawing_style style;
    double x, y, w, h;
    int32_t first, runs; /* its lines in run */
    double below;        /* room at the lower edge, kept free of text */
    double left;         /* from its left edge to where its lines start; 0: centred */
};

struct spenn_drawing_chip { /* a lettered mark at the lower edge of a box */
    const char *letter, *fill, *ink;
    double x, y, w, h, size;
};

struct spenn_drawing_frame {
    const char *id, *label, *class, *fill, *stroke; /* fill NULL: none */
    double x, y, w, h, width;
    double label_x, label_y, size; /* start of the base line */
    const char *ink;
    bool dashed, rounded;
    int32_t first, members; /* boxes inside it by right: its run in member */
};

enum spenn_drawing_dash { SPENN_SOLID, SPENN_DASHED, SPENN_DOTTED };
enum spenn_drawing_arrow {
    SPENN_ARROW_NONE,
    SPENN_ARROW_VEE,
    SPENN_ARROW_FULL,
    SPENN_ARROW_OPEN
};

struct spenn_drawing_point {
    double x, y;
    bool sharp; /* the corner here is not rounded */
};

struct spenn_drawing_wire {
    int32_t from, to;                  /* boxes */
    const char *class, *color, *about; /* about: in words, of all but the line; or NULL */
    double width;
    int32_t dash, arrow;
    bool curved;           /* four points of one Bezier curve */
    int32_t first, points; /* its run in point */
};

struct spenn_drawing {
    double width, height, radius;            /* radius: of rounded corners of lines */
    const char *title, *about, *note, *lang; /* note: source, what is assumed; or NULL */
    const char *saved; /* what is drawn together to save room, how to see it; or NULL */
    bool overfull;     /* the paper asked for did not hold it at 6 pt: it is larger */
    int32_t boxes, chips, frames, wires, texts, shapes, items, tables, runs, points,
        members;
    struct spenn_drawing_box *box; /* a superior before its reports */
    struct spenn_drawing_chip *chip;
    struct spenn_drawing_frame *frame; /* the outer before the inner */
    struct spenn_drawing_wire *wire;
    struct spenn_drawing_text *text;
    struct spenn_drawing_shape *shape;
    struct spenn_drawing_item *item;
    struct spenn_drawing_table *table;
    struct spenn_drawing_run *run;
    struct spenn_drawing_point *point;
    int32_t *member; /* of frames: boxes */
    struct spenn_arena memory;
};
void spenn_drawing_free(struct spenn_drawing *drawing);

/* A new zeroed element at the end of an array of the drawing. */
void *spenn_drawing_add(
    struct spenn_arena *memory, void **array, int32_t *count, size_t size);
#define DRAWING_ADD(drawing, array, count)                                               \
    spenn_drawing_add(&(drawing)->memory, (void **)&(drawing)->array, &(drawing)->count, \
        sizeof *(drawing)->array)

#endif
