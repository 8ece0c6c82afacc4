/* SPDX-License-Identifier: MIT
 * What the writers of a DOT file share (dot.c, dot_lines.c). */
#ifndef SPENN_DOT_H
#define SPENN_DOT_H

#include "writing.h"

struct spenn_dot {
    const struct spenn_drawing *chart;
    struct spenn_sink *out;
};

/* Our own words and numbers, short. */
void spenn_dot_format(const struct spenn_dot *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "x,y" after what stands before it; y goes up. */
void spenn_dot_point(const struct spenn_dot *w, const char *before, double x, double y);
/* An attribute. */
void spenn_dot_set(const struct spenn_dot *w, const char *name, const char *value);
void spenn_dot_set_number(const struct spenn_dot *w, const char *name, double value);
/* The quoted name of a box' node. */
void spenn_dot_name(const struct spenn_dot *w, const struct spenn_drawing_box *box);

/* dot_lines.c */
void spenn_dot_wires(const struct spenn_dot *w);
void spenn_dot_frames(const struct spenn_dot *w);

/* Whether a filled frame would cover a text of the background, which then is a node. */
bool spenn_dot_is_covered(const struct spenn_dot *w, int32_t text);

/* background.c: what is no node of the graph, as the value of its _background; lines of
 * the legend's swatches among it. */
void spenn_dot_background(const struct spenn_dot *w);

#endif
