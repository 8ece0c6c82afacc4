/* SPDX-License-Identifier: MIT
 * Arrows from the place a unit left to where it is now: the only curves of the grammar,
 * so that nobody reads them as lines of command. Only between neighbours
 * and when they are few: others would cross boxes, and the texts have to do. */
#include "sheet.h"

#include <math.h>

enum { most_moves = 10 };

static void curve(
    struct spenn_drawing *chart, const struct plan *p, int32_t from, int32_t n)
{
    const struct box *a = &p->box[from], *b = &p->box[a->target];
    bool merge = a->change == CHANGE_ABSORBED;
    double apart = b->x - a->x;
    bool same = fabs(apart) < (a->w + b->w) / 2.0;
    double out = same || apart > 0.0 ? 1.0 : -1.0, in = same ? 1.0 : -out;
    double x0 = a->x + out * a->w / 2.0, y0 = a->y + a->h / 2.0;
    double x1 = b->x + in * b->w / 2.0, y1 = b->y + b->h / 2.0;
    double bend = same ? 9.0 + 3.0 * (n % 3) : fmin(40.0, 16.0 + 4.0 * (n % 4));
    struct path path = {.count = 4,
        .point = {{x0, y0, false}, {x0 + out * bend, y0, false},
            {x1 + in * (bend + 5.0), y1, false}, {x1, y1, false}}};
    struct spenn_drawing_wire *wire = spenn_sheet_wire(
        chart, p, (int32_t[]){from, a->target}, merge ? WIRE_MERGE : WIRE_MOVE, &path);
    wire->curved = true;
}

static bool near_enough(const struct plan *p, int32_t b)
{
    const struct box *from = &p->box[b];
    if (from->target < 0) {
        return false;
    }
    const struct box *to = &p->box[from->target];
    return fabs(to->x - from->x) < 1.4 * (from->w + to->w);
}

void spenn_sheet_moves(struct spenn_drawing *chart, const struct plan *p)
{
    int32_t moves = 0, drawn = 0;
    for (int32_t b = 0; b < p->count; b++) {
        moves += near_enough(p, b);
    }
    for (int32_t b = 0; b < p->count && moves <= most_moves; b++) {
        if (near_enough(p, b)) {
            curve(chart, p, b, drawn++);
        }
    }
}
