/* SPDX-License-Identifier: MIT
 * An organisation chart as a drawing: boxes, frames, lines and texts with their places in
 * points, y downward. It is laid out and routed by us (layout.h) from a model, or from
 * two models as a before/after chart, and written as SVG (our own), DOT (cgraph; the same
 * places under plain `dot`), PDF and PNG (Graphviz draws that DOT). Same models -> same
 * bytes. Cost O(n log n) in units for each trial of the layout. */
#ifndef SPENN_CHART_H
#define SPENN_CHART_H

#include "model.h"

#include <stdio.h>

#define SPENN_CHART_LINE 1.22 /* height of a line of text, of its size */

struct spenn_chart_style {
    const char *fill, *stroke; /* #RRGGBB; fill NULL: none */
    const char *ink, *soft;    /* of the name, of the small text */
    double width;              /* of the border */
    bool dashed, rounded, doubled, struck;
};

struct spenn_chart_run { /* one line of text in a box */
    const char *text;
    const char *color;
    double size;
    bool bold, struck;
};

struct spenn_chart_box {
    const char *id;    /* "u-toll", stable; of a former place "u-toll-before" */
    const char *name;  /* whole, unwrapped */
    const char *about; /* kind, change and memberships in words */
    const char *class; /* for style sheets and scripts */
    struct spenn_chart_style style;
    double x, y, w, h;
    int32_t first, runs; /* its lines in run */
    double below;        /* room at the lower edge, kept free of text */
};

struct spenn_chart_chip { /* a lettered mark at the lower edge of a box */
    const char *letter, *fill, *ink;
    double x, y, w, h, size;
};

struct spenn_chart_frame {
    const char *id, *label, *class, *fill, *stroke; /* fill NULL: none */
    double x, y, w, h, width;
    double label_x, label_y, size; /* start of the base line */
    const char *ink;
    bool dashed, rounded;
};

enum spenn_chart_dash { SPENN_SOLID, SPENN_DASHED, SPENN_DOTTED };
enum spenn_chart_arrow { SPENN_ARROW_NONE, SPENN_ARROW_VEE, SPENN_ARROW_FULL };

struct spenn_chart_point {
    double x, y;
    bool sharp; /* the corner here is not rounded */
};

struct spenn_chart_wire {
    int32_t from, to; /* boxes */
    const char *class, *color;
    double width;
    int32_t dash, arrow;
    bool curved;           /* four points of one Bezier curve */
    int32_t first, points; /* its run in point */
};

struct spenn_chart_text { /* title, legend, notes */
    const char *text, *color;
    double x, y, size; /* base line */
    int32_t anchor;    /* -1 starts at x, 0 centred, 1 ends at x */
    bool bold;
};

struct spenn_chart_shape { /* a rectangle, or a line when h is 0 and fill is NULL */
    double x, y, w, h, width;
    const char *fill, *stroke;
    bool dashed, dotted, rounded, arrow;
};

struct spenn_chart {
    double width, height;
    const char *title, *about, *lang;
    double radius; /* of rounded corners of lines */
    int32_t boxes, chips, frames, wires, texts, shapes, runs, points;
    struct spenn_chart_box *box; /* a superior before its reports */
    struct spenn_chart_chip *chip;
    struct spenn_chart_frame *frame; /* the outer before the inner */
    struct spenn_chart_wire *wire;
    struct spenn_chart_text *text;
    struct spenn_chart_shape *shape;
    struct spenn_chart_run *run;
    struct spenn_chart_point *point;
    struct spenn_arena memory;
};

struct spenn_chart_options {
    const char *title; /* NULL: the model's name */
    bool english;
};

/* Draws a model, or with `before` what became of it. Never fails: a model without units
 * gives an empty sheet. */
void spenn_chart_draw(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_chart *chart);
void spenn_chart_free(struct spenn_chart *chart);

/* False when writing failed. */
bool spenn_chart_svg(const struct spenn_chart *chart, FILE *out);
bool spenn_chart_dot(const struct spenn_chart *chart, FILE *out);

/* As "pdf", or "png" with so many dots an inch, to `path`. */
bool spenn_chart_render(const struct spenn_chart *chart, const char *path,
    const char *format, int32_t dpi, struct spenn_error *err);

#endif
