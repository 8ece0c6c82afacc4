/* SPDX-License-Identifier: MIT
 * Adds boxes, lines and their points to a drawing. Arrays double when their count is a
 * power of two, so they need no room of their own. */
#include "sheet.h"

#include <math.h>

enum { least_room = 16 };

void *spenn_sheet_add(
    struct spenn_arena *memory, void **array, int32_t *count, size_t size)
{
    size_t used = (size_t)*count;
    if (used == 0 || (used >= least_room && (used & (used - 1)) == 0)) {
        size_t room = used < least_room ? least_room : 2 * used;
        *array = spenn_arena_grow(memory, *array, used, room, size);
    }
    return (char *)*array + (size_t)(*count)++ * size;
}

void spenn_path_add(struct path *path, double x, double y, bool sharp)
{
    struct spenn_chart_point *last = &path->point[path->count - (path->count > 0)];
    if (path->count > 0 && fabs(last->x - x) < 1e-6 && fabs(last->y - y) < 1e-6) {
        last->sharp = sharp;
        return;
    }
    if (path->count > 1) { /* a point on a straight stretch is left out */
        const struct spenn_chart_point *before = last - 1;
        double turn =
            (last->x - before->x) * (y - last->y) - (last->y - before->y) * (x - last->x);
        if (fabs(turn) < 1e-6) {
            *last = (struct spenn_chart_point){x, y, sharp};
            return;
        }
    }
    path->point[path->count++] = (struct spenn_chart_point){x, y, sharp};
}

int32_t spenn_sheet_row(const struct plan *p, int32_t box)
{
    return box - (p->count > 0 && p->box[0].unit == SPENN_NONE);
}

struct spenn_chart_wire *spenn_sheet_wire(struct spenn_chart *chart, const struct plan *p,
    const int32_t ends[2], int32_t look, const struct path *path)
{
    struct spenn_chart_wire *wire = SHEET_ADD(chart, wire, wires);
    *wire = (struct spenn_chart_wire){
        .from = spenn_sheet_row(p, ends[0]),
        .to = spenn_sheet_row(p, ends[1]),
        .class = spenn_wire_looks[look].class,
        .color = spenn_wire_looks[look].color,
        .width = spenn_wire_looks[look].width,
        .dash = spenn_wire_looks[look].dash,
        .arrow = spenn_wire_looks[look].arrow,
        .first = chart->points,
        .points = path->count,
    };
    for (int32_t i = 0; i < path->count; i++) {
        *(struct spenn_chart_point *)SHEET_ADD(chart, point, points) = path->point[i];
    }
    return wire;
}
