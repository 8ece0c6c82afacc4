/* SPDX-License-Identifier: MIT
 * What stands around a chart: title and message on top, legend, source and assumptions at
 * the foot. The page is of the paper asked for, or A4 as long as the smallest text stays
 * at 6 pt, else A3 to A0; else as large as it takes. */
#ifndef SPENN_FURNITURE_H
#define SPENN_FURNITURE_H

#include "drawing.h"

#define SPENN_PAPER_W 842.0
#define SPENN_PAPER_H 595.0
#define SPENN_PAGE_MOST 1.4 /* no chart is drawn larger than so many times its plan */
#define SPENN_PAGE_MARGIN 28.0
#define SPENN_PAGE_TOP 68.0 /* where the chart begins */
#define SPENN_PAGE_AREA_W 786.0
#define SPENN_PAGE_AREA_H 470.0

struct spenn_legend_item {
    const char *label;
    const char *explains;             /* drawing.h */
    const char *letter;               /* in the swatch; NULL: none */
    struct spenn_drawing_style style; /* of a line stroke and width count */
    bool line;
    bool bar;     /* joined to the next, its label inside */
    bool heading; /* a label only */
    bool pile;    /* of cards */
    int32_t dash, arrow;
    double width; /* set when it is added */
};
struct spenn_legend {
    struct spenn_arena *memory; /* of its items */
    bool none;                  /* takes no items */
    int32_t items;
    struct spenn_legend_item *item;
};

/* Adds an item, and not a second time one with the same label and look. */
void spenn_legend_add(struct spenn_legend *legend, const struct spenn_legend_item *item);
/* The same, but the labels of two items with one look become one: "Team / region". */
void spenn_legend_unite(
    struct spenn_legend *legend, const struct spenn_legend_item *item);
int32_t spenn_legend_lines(const struct spenn_legend *legend, double width);
void spenn_legend_draw(const struct spenn_legend *legend, struct spenn_drawing *drawing,
    struct spenn_drawing_point at, double width);
/* An item without its label, whose texts the caller adds next. */
struct spenn_drawing_item *spenn_legend_swatch(struct spenn_drawing *drawing,
    const struct spenn_legend_item *item, double x, double y);

struct spenn_page {
    double room_w, room_h; /* for the chart, before it is laid out */
    const char *title, *message, *note;
    const char *beyond; /* the end of the note: what it says beside the source */
    struct spenn_legend legend;
    double x0, y0, x1, y1; /* what the chart covers */
    double small;          /* its smallest text */
    double side;           /* room kept free at the right */
    int32_t paper;         /* 1: A4, 2: A3 to 5: A0; 0: the smallest that does */
    bool portrait;
    bool numbered; /* there will be a page number at the foot */
};

/* Sets the room that a paper leaves for the chart. */
void spenn_page_room(struct spenn_page *page);

/* The room that the page such a chart gets has beside legend and note. */
void spenn_page_area(const struct spenn_page *page, double *w, double *h);
/* Size of the smallest text of the chart on a paper, from 1. */
double spenn_page_smallest(const struct spenn_page *page, int32_t paper);

/* Moves and scales the chart to a page and adds what stands around it. */
void spenn_page_lay(struct spenn_drawing *drawing, const struct spenn_page *page);

/* "Page 2 of 9", at the foot of a page that is laid. */
void spenn_page_number(struct spenn_drawing *drawing, const char *text);

/* All places times k, then moved. */
void spenn_drawing_move(struct spenn_drawing *drawing, double k, double dx, double dy);

/* Adds all of a part, which is empty afterwards, in the places it has; ids get the
 * prefix.
 */
void spenn_drawing_merge(
    struct spenn_drawing *drawing, struct spenn_drawing *part, const char *prefix);

/* Adds a text, which is copied. */
void spenn_drawing_say(
    struct spenn_drawing *drawing, const struct spenn_drawing_text *text);

#endif
