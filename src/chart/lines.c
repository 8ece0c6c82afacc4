/* SPDX-License-Identifier: MIT
 * Draws second lines as lanes between the first and the second row, one lane a tie: the
 * givers drop into it, arrows lead from it to the receivers, every stretch drawn once.
 * Each lane has its own colour and its own place at the boxes. */
#include "place.h"
#include "sheet.h"

#include "font.h"

#include <float.h>
#include <math.h>

struct lane {
    struct spenn_drawing *chart;
    struct plan *p;
    const struct tie *tie;
    double y, from, to; /* the stretch drawn so far */
    int32_t look;
};

static void draw(
    const struct lane *lane, int32_t source, int32_t receiver, const struct path *path)
{
    struct spenn_drawing_wire *wire = spenn_sheet_wire(
        lane->chart, lane->p, (int32_t[]){source, receiver}, lane->look, path);
    wire->color = spenn_lane_colors[lane->tie->lane];
}

/* Leads the lane on to x, from the nearer end of what is drawn. */
static void reach(struct lane *lane, struct path *path, double x, bool sharp)
{
    if (x < lane->from) {
        spenn_path_add(path, lane->from, lane->y, true);
        lane->from = x;
    } else if (x > lane->to) {
        spenn_path_add(path, lane->to, lane->y, true);
        lane->to = x;
    }
    spenn_path_add(path, x, lane->y, sharp);
}

static double source_x(const struct lane *lane, const struct box *box)
{
    return box->weight == 1 ? box->x + box->w * 0.08 * (lane->tie->lane + 1)
                            : box->x + box->right + 4.0 + 2.0 * lane->tie->lane;
}

/* From the lower edge of a leaf, from the side of a box with reports. */
static void leave(const struct lane *lane, const struct box *box, struct path *path)
{
    double x = source_x(lane, box);
    if (box->weight > 1) {
        double y = box->y + box->h * 0.75;
        spenn_path_add(path, box->x + box->w / 2.0, y, true);
        spenn_path_add(path, x, y, false);
    } else {
        spenn_path_add(path, x, box->y + box->h, true);
    }
}

static double column_right(const struct plan *p, const struct tier *tier, int32_t column)
{
    double right = -DBL_MAX;
    for (int32_t i = 0; i < tier->count; i++) {
        const struct box *kid = &p->box[p->kid[tier->first + i]];
        right = kid->column == column ? fmax(right, kid->x + kid->right) : right;
    }
    return right;
}

/* Into the top of a box in a row; along a column into the sides of its boxes. */
static void arrive(struct lane *lane, int32_t i, struct path *path)
{
    static const double places[lane_colors] = {-0.32, 0.32, -0.18, 0.18};
    const struct plan *p = lane->p;
    const struct tier *tier = &p->box[p->top].tier[SECOND];
    const struct box *box = &p->box[lane->tie->receiver[i]];
    if (tier->mode == MODE_ROW) {
        double x = box->x + box->w * places[lane->tie->lane];
        reach(lane, path, x, false);
        spenn_path_add(path, x, box->y, true);
        return;
    }
    double x = column_right(p, tier, box->column) + 5.0 + 7.0 * lane->tie->lane;
    double y = box->y + box->h / 2.0;
    const struct box *before = i > 0 ? &p->box[lane->tie->receiver[i - 1]] : NULL;
    if (before && before->column == box->column && before->y < box->y) {
        spenn_path_add(path, x, before->y + before->h / 2.0, true);
    } else {
        reach(lane, path, x, false);
    }
    spenn_path_add(path, x, y, false);
    spenn_path_add(path, box->x + box->w / 2.0, y, true);
}

static void label(struct lane *lane)
{
    struct spenn_drawing_text *text = DRAWING_ADD(lane->chart, text, texts);
    *text = (struct spenn_drawing_text){
        .text = spenn_arena_text(&lane->chart->memory, lane->tie->name),
        .color = spenn_lane_colors[lane->tie->lane],
        .x = lane->to + 12.0,
        .y = lane->y + 2.5,
        .size = lane->p->label,
        .anchor = -1,
        .bold = true,
    };
    double end = text->x + spenn_font_width(text->text, text->size, true);
    lane->p->x1 = fmax(lane->p->x1, end);
}

static void draw_lane(struct lane *lane)
{
    const struct tie *tie = lane->tie;
    const struct plan *p = lane->p;
    const struct box *first = &p->box[tie->source[0]];
    lane->from = lane->to = source_x(lane, first);
    for (int32_t i = 0; i < tie->receivers; i++) {
        struct path path = {0};
        if (i == 0) {
            leave(lane, first, &path);
            spenn_path_add(&path, lane->from, lane->y, true);
        }
        arrive(lane, i, &path);
        draw(lane, tie->source[0], tie->receiver[i], &path);
    }
    for (int32_t i = 1; i < tie->sources; i++) {
        const struct box *box = &p->box[tie->source[i]];
        double x = source_x(lane, box);
        double end = x < lane->from ? lane->from : fmin(x, lane->to);
        struct path path = {0};
        leave(lane, box, &path);
        spenn_path_add(&path, x, lane->y, end == x);
        spenn_path_add(&path, end, lane->y, true);
        draw(lane, tie->source[i], tie->receiver[0], &path);
        lane->chart->wire[lane->chart->wires - 1].arrow = SPENN_ARROW_NONE;
        lane->from = fmin(lane->from, x);
        lane->to = fmax(lane->to, x);
    }
    label(lane);
}

void spenn_sheet_lines(struct spenn_drawing *chart, struct plan *p)
{
    if (p->lanes == 0) {
        return;
    }
    const struct box *top = &p->box[p->top];
    for (int32_t t = 0; t < p->ties; t++) {
        const struct tie *tie = &p->tie[t];
        if (tie->lane >= 0) {
            struct lane lane = {.chart = chart,
                .p = p,
                .tie = tie,
                .look = tie->kind == SPENN_LINE_ADMINISTRATIVE ? WIRE_ADMINISTRATIVE
                                                               : WIRE_PROFESSIONAL,
                .y = top->y + top->tier[SECOND].top - 40.0
                    - GAP_LANE * (p->lanes - 1 - tie->lane)};
            draw_lane(&lane);
        }
    }
}
