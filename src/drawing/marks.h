/* SPDX-License-Identifier: MIT
 * What stands around the boxes of a drawing: texts, plain shapes, and the legend, which
 * says in classes what it explains, so that its completeness can be checked. */
#ifndef SPENN_MARKS_H
#define SPENN_MARKS_H

#include <stdbool.h>
#include <stdint.h>

struct spenn_drawing_text { /* title, legend, notes */
    const char *text, *color;
    double x, y, size; /* base line */
    int32_t anchor;    /* -1 starts at x, 0 centred, 1 ends at x */
    bool bold;
};

struct spenn_drawing_shape { /* a rectangle, or a line when h is 0 and fill is NULL */
    double x, y, w, h, width;
    const char *fill, *stroke;
    bool dashed, dotted, rounded, doubled;
    int32_t arrow; /* at the end of a line */
};

struct spenn_drawing_item { /* of a legend: a shape and texts; -1: none */
    const char *explains;   /* classes: "staff", "wire-professional", "frame-forum" */
    int32_t shape, letter;  /* letter: the text in the shape */
    int32_t first, lines;   /* its label's texts */
};

#endif
