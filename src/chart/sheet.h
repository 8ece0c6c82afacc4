/* SPDX-License-Identifier: MIT
 * From a placed plan to a drawing: boxes, lines, frames, second lines, then title, legend
 * and notes on a page. Everything is added in the plan's coordinates and moved and scaled
 * to the page at the end. */
#ifndef SPENN_SHEET_H
#define SPENN_SHEET_H

#include "relations.h"

struct path { /* points of one line, at most so many */
    int32_t count;
    struct spenn_drawing_point point[12];
};
void spenn_path_add(struct path *path, double x, double y, bool sharp);

/* Adds a line between two boxes of the plan in the look of enum wire. */
struct spenn_drawing_wire *spenn_sheet_wire(struct spenn_drawing *chart,
    const struct plan *p, const int32_t ends[2], int32_t look, const struct path *path);

/* Box of the chart for a box of the plan: the root without a unit is not drawn. */
int32_t spenn_sheet_row(const struct plan *p, int32_t box);

/* route.c, frames.c, lines.c, moves.c */
void spenn_sheet_route(struct spenn_drawing *chart, const struct plan *p);
void spenn_sheet_frames(struct spenn_drawing *chart, struct plan *p);
void spenn_sheet_lines(struct spenn_drawing *chart, struct plan *p);
void spenn_sheet_moves(struct spenn_drawing *chart, const struct plan *p);

/* told.c: forums and second lines in words. */
void spenn_sheet_told(struct spenn_drawing *chart, const struct plan *p);

#endif
