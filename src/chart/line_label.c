/* SPDX-License-Identifier: MIT
 * The name of a second line, where it can be read and touches nothing: above its longest
 * level stretch near the right end, else anywhere along it, beyond its ends, below. */
#include "lines.h"

#include "font.h"

#include <math.h>

static const double off = 2.5; /* from the line */

/* Widens a level run by the stretches of one wire at its height. */
static void widen(struct area *run, const struct spenn_drawing_point *p, int32_t points)
{
    for (int32_t k = 0; k + 1 < points; k++) {
        if (fabs(p[k].y - run->y0) < 0.1 && fabs(p[k + 1].y - run->y0) < 0.1) {
            run->x0 = fmin(run->x0, fmin(p[k].x, p[k + 1].x));
            run->x1 = fmax(run->x1, fmax(p[k].x, p[k + 1].x));
        }
    }
}

/* The longest level run of the lines: stretches at one height together. */
static struct area longest(const struct spenn_drawing *chart, int32_t first)
{
    struct area best = {0};
    const struct spenn_drawing_wire *wire = chart->wire;
    int32_t begin = wire[first].first;
    for (int32_t i = begin; i < chart->points; i++) {
        struct area run = {
            chart->point[i].x, chart->point[i].y, chart->point[i].x, chart->point[i].y};
        for (int32_t w = first; w < chart->wires; w++) {
            widen(&run, &chart->point[wire[w].first], wire[w].points);
        }
        best = run.x1 - run.x0 > best.x1 - best.x0 + 0.1 ? run : best;
    }
    return best;
}

static bool put(struct router *r, const struct area *band, double width)
{
    double x;
    if (!spenn_room(&r->blocks, band, width, &x)) {
        return false;
    }
    double h = band->y1 - band->y0;
    *(struct spenn_drawing_text *)DRAWING_ADD(r->chart, text, texts) =
        (struct spenn_drawing_text){
            .text = spenn_arena_text(&r->chart->memory, r->tie->name),
            .color = spenn_tie_color(r->tie),
            .x = x,
            .y = band->y0 + 0.85 * h,
            .size = h,
            .anchor = -1,
            .bold = true,
        };
    struct area own = {x, band->y0, x + width, band->y1};
    spenn_block(&r->blocks, &own);
    spenn_grid_block(&r->grid, &own);
    r->p->x0 = fmin(r->p->x0, own.x0);
    r->p->x1 = fmax(r->p->x1, own.x1);
    return true;
}

void spenn_router_label(struct router *r, struct tie *tie, int32_t first)
{
    tie->named = false;
    if (!spenn_tie_leads(tie)) {
        return;
    }
    double h = r->p->label, w = 1.04 * spenn_font_width(tie->name, h, true); /* Pango */
    struct area run = longest(r->chart, first);
    double over = fmax(6.0, (w - (run.x1 - run.x0)) / 2.0 + 6.0);
    const struct area bands[] = {
        {fmax(run.x0, run.x1 - w - 30.0), run.y0 - off - h, run.x1 + over, run.y0 - off},
        {run.x0 - over, run.y0 - off - h, run.x1 + over, run.y0 - off},
        {run.x1 + 5.0, run.y0 - h / 2.0, run.x1 + 6.0 + w, run.y0 + h / 2.0},
        {run.x0 - over, run.y0 + off, run.x1 + over, run.y0 + off + h},
        {run.x0 - 6.0 - w, run.y0 - h / 2.0, run.x0 - 5.0, run.y0 + h / 2.0},
    };
    for (size_t i = 0; i < sizeof bands / sizeof *bands && !tie->named; i++) {
        tie->named = put(r, &bands[i], w);
    }
}
