/* SPDX-License-Identifier: MIT
 * Organisation charts: a model, or two as a before/after chart, laid out and routed as a
 * drawing (drawing.h). Same models and options -> same drawing. Cost O(n log n) in units
 * for each trial of the layout. */
#ifndef SPENN_CHART_H
#define SPENN_CHART_H

#include "book.h"
#include "furniture.h"
#include "model.h"

enum spenn_paper { /* AUTO: A4, larger while text would be below 6 pt */
    SPENN_PAPER_AUTO,
    SPENN_PAPER_A4,
    SPENN_PAPER_A3,
    SPENN_PAPER_A2,
    SPENN_PAPER_A1,
    SPENN_PAPER_A0
};

enum { spenn_shade_classes = 5 };

/* A measure that fills the boxes: a value for each of the units it lists. */
struct spenn_shade {
    const char *title;    /* "Utilisation" */
    const char *unit;     /* "share" is shown in percent; "": none */
    int32_t count;        /* rows of the columns below */
    const char **subject; /* ids of units; the last row of an id counts */
    double *value;        /* NAN: none */
    double *half;         /* of the width of its interval; NAN: none */
    bool bounded;         /* bound is given; else five equal steps, round numbers */
    double bound[spenn_shade_classes - 1]; /* between the classes, rising */
};

struct spenn_chart_options {
    const char *title; /* NULL: the model's name */
    const char *root;  /* id of a unit of the model: it and what is below; NULL: all */
    int32_t layers;    /* so many from the root down; 0: all */
    int32_t paper;     /* enum spenn_paper */
    bool portrait, english, no_legend;
    bool leadership; /* only the top leader, the groups and their members */
    const struct spenn_shade *shade; /* NULL: colours by kind */
};

/* Draws a model, or with `before` what became of it, on one page. Never fails: a model
 * without units gives an empty sheet. */
void spenn_chart_draw(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing);

/* The same as a book: an overview, then a page for each unit of the first level that has
 * others below it; where such a page would fall below 6 pt on its paper (A4 unless asked
 * for), its units have pages in turn. Layers and leadership are not looked at. */
void spenn_chart_book(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_book *book);

/* The same without a page, in its own coordinates, laid out for the room that `page`
 * says; what would stand around it is added to `page` and lies in the drawing. */
void spenn_chart_body(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_page *page);

/* The grammar of the charts on a sheet: every sign and what it means. */
void spenn_chart_grammar(
    const struct spenn_chart_options *options, struct spenn_drawing *drawing);

/* Adds pages to a book with a table of all that differs: what, of whom, before, after.
 */
void spenn_change_table(const struct spenn_model *before, const struct spenn_model *after,
    const struct spenn_chart_options *options, struct spenn_book *book);

#endif
