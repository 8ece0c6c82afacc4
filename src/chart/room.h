/* SPDX-License-Identifier: MIT
 * Where there is room for a text: what already stands on the sheet, as rectangles. */
#ifndef SPENN_ROOM_H
#define SPENN_ROOM_H

#include "plan.h"

struct area {
    double x0, y0, x1, y1;
};

struct blocks {
    struct spenn_arena *memory;
    int32_t count, scratched;
    struct area *block, *scratch;
};

/* A box with the copies behind it. */
struct area spenn_area_box(const struct box *box);
bool spenn_areas_meet(const struct area *a, const struct area *b);

void spenn_block(struct blocks *blocks, const struct area *a);
void spenn_block_edges(struct blocks *blocks, const struct area *a); /* a frame's */
/* Boxes of the plan; lines of the chart from the wire `from` on. */
void spenn_block_boxes(struct blocks *blocks, const struct plan *p);
void spenn_block_lines(
    struct blocks *blocks, const struct spenn_drawing *chart, int32_t from);

/* The leftmost place in a band for a text so wide: its left edge into x. */
bool spenn_room(struct blocks *blocks, const struct area *band, double width, double *x);

#endif
