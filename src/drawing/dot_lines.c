/* SPDX-License-Identifier: MIT
 * Lines of a drawing as edges of DOT, frames as clusters. */
#include "dot.h"

#include "font.h"

#include <math.h>

static void put_stretch(
    const struct spenn_dot *w, double x0, double y0, double x, double y)
{
    spenn_dot_point(w, " ", x0, y0);
    spenn_dot_point(w, " ", x, y);
    spenn_dot_point(w, " ", x, y);
}

/* Straight stretches and rounded corners as one B-spline of 3k + 1 points. */
static void put_spline(const struct spenn_dot *w, const struct spenn_drawing_point *p,
    int32_t count, const double end[2])
{
    double x = p[0].x, y = p[0].y;
    spenn_dot_point(w, "", x, y);
    for (int32_t i = 1; i < count; i++) {
        double tx = i < count - 1 ? p[i].x : end[0], ty = i < count - 1 ? p[i].y : end[1];
        double in = hypot(p[i].x - p[i - 1].x, p[i].y - p[i - 1].y), on = 0.0;
        if (i < count - 1) {
            on = hypot(p[i + 1].x - tx, p[i + 1].y - ty);
        }
        double r = i == count - 1 || p[i].sharp
            ? 0.0
            : fmin(w->chart->radius, fmin(in, on) / 2.0);
        if (r <= 0.0) {
            put_stretch(w, x, y, tx, ty);
            x = tx;
            y = ty;
            continue;
        }
        double ax = tx - (tx - p[i - 1].x) * r / in, ay = ty - (ty - p[i - 1].y) * r / in;
        double bx = tx + (p[i + 1].x - tx) * r / on, by = ty + (p[i + 1].y - ty) * r / on;
        put_stretch(w, x, y, ax, ay);
        spenn_dot_point(w, " ", ax + (tx - ax) * 2.0 / 3.0, ay + (ty - ay) * 2.0 / 3.0);
        spenn_dot_point(w, " ", bx + (tx - bx) * 2.0 / 3.0, by + (ty - by) * 2.0 / 3.0);
        spenn_dot_point(w, " ", bx, by);
        x = bx;
        y = by;
    }
}

/* With an arrow the spline ends before its tip. */
static void set_way(
    const struct spenn_dot *w, const struct spenn_drawing_wire *wire, double arrow)
{
    const struct spenn_drawing_point *p = &w->chart->point[wire->first];
    const struct spenn_drawing_point *tip = &p[wire->points - 1];
    double length = hypot(tip->x - tip[-1].x, tip->y - tip[-1].y);
    double back = length > 0.0 ? fmin(10.0 * arrow / length, 0.9) : 0.0;
    const double end[2] = {
        tip->x - (tip->x - tip[-1].x) * back, tip->y - (tip->y - tip[-1].y) * back};
    spenn_put(w->out, " pos=\"");
    if (arrow > 0.0) {
        spenn_dot_point(w, "e,", tip->x, tip->y);
        spenn_put(w->out, " ");
    }
    if (!wire->curved) {
        put_spline(w, p, wire->points, end);
    }
    for (int32_t i = 0; wire->curved && i < wire->points; i++) {
        bool last = i == wire->points - 1;
        spenn_dot_point(w, i ? " " : "", last ? end[0] : p[i].x, last ? end[1] : p[i].y);
    }
    spenn_put(w->out, "\"");
}

static void put_wire(const struct spenn_dot *w, const struct spenn_drawing_wire *wire)
{
    static const char *const dashes[] = {"solid", "dashed", "dotted"};
    static const char *const heads[] = {"none", "vee", "normal", "empty"};
    bool arrow = wire->arrow != SPENN_ARROW_NONE;
    double size = arrow ? 0.5 * w->chart->radius / 4.0 : 0.0;
    spenn_dot_name(w, &w->chart->box[wire->from]);
    spenn_put(w->out, " -> ");
    spenn_dot_name(w, &w->chart->box[wire->to]);
    spenn_put(w->out, " [class=\"");
    spenn_put_dot(w->out, wire->class);
    spenn_put(w->out, "\"");
    set_way(w, wire, size);
    spenn_dot_set(w, "color", wire->color);
    spenn_dot_set_number(w, "penwidth", wire->width);
    spenn_dot_format(w, " style=%s", dashes[wire->dash]);
    if (arrow) {
        spenn_dot_format(w, " dir=forward arrowhead=%s", heads[wire->arrow]);
        spenn_dot_set_number(w, "arrowsize", size);
    }
    spenn_put(w->out, "];\n");
}

void spenn_dot_wires(const struct spenn_dot *w)
{
    for (int32_t i = 0; i < w->chart->wires; i++) {
        put_wire(w, &w->chart->wire[i]);
    }
}

static void put_frame_looks(
    const struct spenn_dot *w, const struct spenn_drawing_frame *f)
{
    spenn_put(w->out, " graph [class=\"");
    spenn_put_dot(w->out, f->class);
    spenn_dot_point(w, "\" bb=\"", f->x, f->y + f->h);
    spenn_dot_point(w, ",", f->x + f->w, f->y);
    spenn_dot_point(w, "\" lp=\"",
        f->label_x + spenn_font_width(f->label, f->size, true) / 2.0,
        f->label_y - f->size * 0.14);
    spenn_put(w->out, "\" label=<<B>");
    spenn_put_dot(w->out, *f->label ? f->label : " ");
    spenn_put(w->out, "</B>>");
    spenn_dot_set_number(w, "fontsize", f->size);
    spenn_dot_set(w, "fontcolor", f->ink);
    spenn_dot_set(w, "color", f->stroke);
    spenn_dot_set(w, "fillcolor", f->fill ? f->fill : "transparent");
    spenn_put(
        w->out, " bgcolor=transparent"); /* else the root's white covers what is below */
    spenn_dot_set_number(w, "penwidth", f->width);
    spenn_dot_format(w, " style=\"%s%s%s\"", f->fill ? "filled" : "solid",
        f->rounded ? ",rounded" : "", f->dashed ? ",dashed" : "");
    spenn_dot_set(w, "id", f->id);
    spenn_put(w->out, "];\n");
}

static bool is_of_legend(const struct spenn_drawing *chart, int32_t text)
{
    bool of = false;
    for (int32_t i = 0; i < chart->items && !of; i++) {
        const struct spenn_drawing_item *item = &chart->item[i];
        of = text == item->letter
            || (text >= item->first && text < item->first + item->lines);
    }
    return of;
}

bool spenn_dot_is_covered(const struct spenn_dot *w, int32_t text)
{
    const struct spenn_drawing_text *t = &w->chart->text[text];
    double width = spenn_font_width(t->text, t->size, t->bold);
    double x = t->x - (t->anchor + 1) * width / 2.0;
    bool covered = false;
    for (int32_t i = 0; i < w->chart->frames && !covered; i++) {
        const struct spenn_drawing_frame *f = &w->chart->frame[i];
        covered = f->fill && x < f->x + f->w && x + width > f->x
            && t->y - t->size < f->y + f->h && t->y > f->y;
    }
    return covered && !is_of_legend(w->chart, text);
}

static bool lies_in(
    const struct spenn_drawing_frame *inner, const struct spenn_drawing_frame *outer)
{
    return inner->x >= outer->x && inner->y >= outer->y
        && inner->x + inner->w <= outer->x + outer->w
        && inner->y + inner->h <= outer->y + outer->h;
}

/* The frame that i lies in, directly; -1: none. Nested clusters are drawn outer first. */
static int32_t holder(const struct spenn_drawing *chart, int32_t i)
{
    int32_t outer = i - 1;
    while (outer >= 0 && !lies_in(&chart->frame[i], &chart->frame[outer])) {
        outer--;
    }
    return outer;
}

static void put_frame(const struct spenn_dot *w, int32_t i, const int32_t *outer)
{
    const struct spenn_drawing_frame *f = &w->chart->frame[i];
    spenn_put(w->out, "subgraph \"cluster_");
    spenn_put_dot(w->out, f->id);
    spenn_put(w->out, "\" {");
    put_frame_looks(w, f);
    for (int32_t k = 0; k < f->members; k++) {
        spenn_dot_name(w, &w->chart->box[w->chart->member[f->first + k]]);
        spenn_put(w->out, ";\n");
    }
    for (int32_t k = i + 1; k < w->chart->frames; k++) {
        if (outer[k] == i) {
            put_frame(w, k, outer);
        }
    }
    spenn_put(w->out, "}\n");
}

void spenn_dot_frames(const struct spenn_dot *w)
{
    struct spenn_arena memory = {0};
    int32_t *outer =
        spenn_arena_alloc(&memory, (size_t)w->chart->frames + 1, sizeof *outer);
    for (int32_t i = 0; i < w->chart->frames; i++) {
        outer[i] = holder(w->chart, i);
    }
    for (int32_t i = 0; i < w->chart->frames; i++) {
        if (outer[i] < 0) {
            put_frame(w, i, outer);
        }
    }
    spenn_arena_free(&memory);
}
