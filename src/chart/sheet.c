/* SPDX-License-Identifier: MIT
 * Adds lines and their points to a drawing. */
#include "sheet.h"

#include <math.h>

void spenn_path_add(struct path *path, double x, double y, bool sharp)
{
    struct spenn_drawing_point *last = &path->point[path->count - (path->count > 0)];
    if (path->count > 0 && fabs(last->x - x) < 1e-6 && fabs(last->y - y) < 1e-6) {
        last->sharp = sharp;
        return;
    }
    if (path->count > 1) { /* a point on a straight stretch is left out */
        const struct spenn_drawing_point *before = last - 1;
        double turn =
            (last->x - before->x) * (y - last->y) - (last->y - before->y) * (x - last->x);
        if (fabs(turn) < 1e-6) {
            *last = (struct spenn_drawing_point){x, y, sharp};
            return;
        }
    }
    path->point[path->count++] = (struct spenn_drawing_point){x, y, sharp};
}

int32_t spenn_sheet_row(const struct plan *p, int32_t box)
{
    return box - (p->count > 0 && p->box[0].unit == SPENN_NONE);
}

struct spenn_drawing_wire *spenn_sheet_wire(struct spenn_drawing *chart,
    const struct plan *p, const int32_t ends[2], int32_t look, const struct path *path)
{
    struct spenn_drawing_wire *wire = DRAWING_ADD(chart, wire, wires);
    *wire = (struct spenn_drawing_wire){
        .from = spenn_sheet_row(p, ends[0]),
        .to = spenn_sheet_row(p, ends[1]),
        .class = spenn_wire_looks[look].class,
        .color = spenn_wire_looks[look].color,
        .about = look == WIRE_LINE ? NULL : p->words->wire[look],
        .width = spenn_wire_looks[look].width,
        .dash = spenn_wire_looks[look].dash,
        .arrow = spenn_wire_looks[look].arrow,
        .first = chart->points,
        .points = path->count,
    };
    for (int32_t i = 0; i < path->count; i++) {
        *(struct spenn_drawing_point *)DRAWING_ADD(chart, point, points) = path->point[i];
    }
    return wire;
}
