/* SPDX-License-Identifier: MIT
 * A chart as a graph for Graphviz with every place given: nop2 only draws, so plain
 * `dot -Tsvg` shows what our SVG does. Title, legend and notes are no part of the graph
 * and lie in its _background, written in xdot; there the count before a text is in
 * bytes, and base lines are drawn 0.2 of the size too high. Graphviz' y goes up. */
#include "writing.h"

#include "font.h"

#include <graphviz/cgraph.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct writer {
    const struct spenn_drawing *chart;
    Agraph_t *graph;
    struct spenn_arena memory;
    char *text; /* of the attribute being built */
    size_t used, room;
};

static void put(struct writer *w, const char *text)
{
    size_t length = strlen(text);
    if (w->used + length + 1 > w->room) {
        w->room = 2 * (w->used + length + 1);
        w->text = spenn_arena_grow(&w->memory, w->text, w->used, w->room, 1);
    }
    memcpy(w->text + w->used, text, length + 1);
    w->used += length;
}

static void put_number(struct writer *w, double value)
{
    char text[32];
    put(w, spenn_drawing_number(text, value));
}

static void start(struct writer *w)
{
    w->used = 0;
    put(w, "");
}

static void put_point(struct writer *w, const char *before, double x, double y)
{
    put(w, before);
    put_number(w, x);
    put(w, ",");
    put_number(w, w->chart->height - y);
}

/* cgraph takes texts it does not change as char *. */
static char *loose(const char *text)
{
    char *given;
    memcpy(&given, &text, sizeof given);
    return given;
}

static void set(void *object, const char *name, const char *value)
{
    agsafeset(object, loose(name), loose(value), "");
}

static void set_number(void *object, const char *name, double value)
{
    char text[32];
    set(object, name, spenn_drawing_number(text, value));
}

/* HTML-like text; the attribute's value is made one by cgraph. */
static void put_html(struct writer *w, const char *text)
{
    for (const char *c = text; *c; c++) {
        char plain[2] = {(unsigned char)*c < ' ' ? ' ' : *c, '\0'};
        put(w, *c == '&' ? "&amp;" : *c == '<' ? "&lt;" : *c == '>' ? "&gt;" : plain);
    }
}

static void set_html(struct writer *w, void *object, const char *name)
{
    char *html = agstrdup_html(w->graph, w->text);
    set(object, name, html);
    agstrfree(w->graph, html);
}

static void put_run(struct writer *w, const struct spenn_drawing_run *run)
{
    put(w, "<FONT POINT-SIZE=\"");
    put_number(w, run->size);
    put(w, "\" COLOR=\"");
    put(w, run->color);
    put(w, "\">");
    put(w, run->bold ? "<B>" : "");
    put(w, run->struck ? "<S>" : "");
    put_html(w, run->text);
    put(w, run->struck ? "</S>" : "");
    put(w, run->bold ? "</B>" : "");
    put(w, "</FONT>");
}

static const char *style_text(const struct spenn_drawing_style *style)
{
    return style->rounded ? (style->dashed ? "filled,rounded,dashed" : "filled,rounded")
                          : (style->dashed ? "filled,dashed" : "filled");
}

/* A readable name; units of the same name are told apart by id. */
static Agnode_t *add_node(struct writer *w, const char *name, const char *id)
{
    const char *key = name;
    while (agnode(w->graph, loose(key), 0)) {
        key = spenn_arena_format(&w->memory, "%s (%s)", key, id);
    }
    return agnode(w->graph, loose(key), 1);
}

static void place(struct writer *w, Agnode_t *node, const struct spenn_drawing_box *box)
{
    double shrink = box->style.doubled ? 8.0 : 0.0; /* peripheries grow outward */
    start(w);
    put_point(w, "", box->x + box->w / 2.0, box->y + box->h / 2.0);
    set(node, "pos", w->text);
    char width[32], height[32];
    /* Inches to 1/10000, as hundredths of hundredths. */
    spenn_drawing_number(width, (box->w - shrink) / 72.0 * 100.0);
    spenn_drawing_number(height, (box->h - shrink) / 72.0 * 100.0);
    start(w);
    put(w, width);
    put(w, "e-2");
    set(node, "width", w->text);
    start(w);
    put(w, height);
    put(w, "e-2");
    set(node, "height", w->text);
}

/* Copies behind a pile; first in the file is furthest behind. */
static void add_cards(struct writer *w, const struct spenn_drawing_box *box)
{
    for (int32_t i = box->cards; i > 0; i--) {
        struct spenn_drawing_box card = *box;
        card.x += i * SPENN_DRAWING_CARD;
        card.y += i * SPENN_DRAWING_CARD;
        const char *name = spenn_arena_format(&w->memory, "card-%d %s", (int)i, box->id);
        Agnode_t *node = add_node(w, name, box->id);
        place(w, node, &card);
        set(node, "label", "");
        set(node, "fillcolor", box->style.fill);
        set(node, "color", box->style.stroke);
        set(node, "style", style_text(&box->style));
        set_number(node, "penwidth", box->style.width);
        set(node, "class", "card");
    }
}

static Agnode_t *add_box(struct writer *w, const struct spenn_drawing_box *box)
{
    const struct spenn_drawing_run *run = &w->chart->run[box->first];
    add_cards(w, box);
    Agnode_t *node = add_node(w, box->name, box->id);
    place(w, node, box);
    start(w);
    for (int32_t i = 0; i < box->runs; i++) {
        put(w, i > 0 ? "<BR/>" : "");
        put_run(w, &run[i]);
    }
    if (box->below > 0.0) {
        put(w, "<BR/><FONT POINT-SIZE=\"");
        put_number(w, box->below * 0.8);
        put(w, "\"> </FONT>");
    }
    set_html(w, node, "label");
    set(node, "fillcolor", box->style.fill);
    set(node, "color", box->style.stroke);
    set(node, "style", style_text(&box->style));
    set_number(node, "penwidth", box->style.width);
    if (box->style.doubled) {
        set(node, "peripheries", "2");
    }
    set(node, "id", box->id);
    set(node, "class", box->class);
    set(node, "tooltip", box->about);
    return node;
}

static void add_chip(struct writer *w, const struct spenn_drawing_chip *chip)
{
    struct spenn_drawing_box box = {
        .x = chip->x, .y = chip->y, .w = chip->w, .h = chip->h};
    Agnode_t *node = add_node(w, "merke", chip->letter);
    place(w, node, &box);
    set(node, "label", chip->letter);
    set(node, "fillcolor", chip->fill);
    set(node, "fontcolor", chip->ink);
    set_number(node, "fontsize", chip->size);
    set(node, "style", "filled");
    set(node, "penwidth", "0.4");
    set(node, "class", "chip");
}

static void put_stretch(struct writer *w, double x0, double y0, double x, double y)
{
    put_point(w, " ", x0, y0);
    put_point(w, " ", x, y);
    put_point(w, " ", x, y);
}

/* Straight stretches and rounded corners as one B-spline of 3k + 1 points. */
static void put_spline(
    struct writer *w, const struct spenn_drawing_point *p, int32_t count, double end[2])
{
    double x = p[0].x, y = p[0].y;
    put_point(w, "", x, y);
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
        put_point(w, " ", ax + (tx - ax) * 2.0 / 3.0, ay + (ty - ay) * 2.0 / 3.0);
        put_point(w, " ", bx + (tx - bx) * 2.0 / 3.0, by + (ty - by) * 2.0 / 3.0);
        put_point(w, " ", bx, by);
        x = bx;
        y = by;
    }
}

static void add_wire(
    struct writer *w, Agnode_t *const *node, const struct spenn_drawing_wire *wire)
{
    static const char *const dashes[] = {"solid", "dashed", "dotted"};
    static const char *const heads[] = {"none", "vee", "normal", "empty"};
    const struct spenn_drawing_point *p = &w->chart->point[wire->first];
    const struct spenn_drawing_point *tip = &p[wire->points - 1];
    Agedge_t *edge = agedge(w->graph, node[wire->from], node[wire->to], NULL, 1);
    bool arrow = wire->arrow != SPENN_ARROW_NONE;
    double size = arrow ? 0.5 * w->chart->radius / 4.0 : 0.0;
    double length = hypot(tip->x - tip[-1].x, tip->y - tip[-1].y);
    double back = length > 0.0 ? fmin(10.0 * size / length, 0.9) : 0.0;
    double end[2] = {
        tip->x - (tip->x - tip[-1].x) * back, tip->y - (tip->y - tip[-1].y) * back};
    start(w);
    if (arrow) {
        put_point(w, "e,", tip->x, tip->y);
        put(w, " ");
    }
    if (wire->curved) {
        for (int32_t i = 0; i < wire->points; i++) {
            bool last = i == wire->points - 1;
            put_point(w, i ? " " : "", last ? end[0] : p[i].x, last ? end[1] : p[i].y);
        }
    } else {
        put_spline(w, p, wire->points, end);
    }
    set(edge, "pos", w->text);
    set(edge, "color", wire->color);
    set_number(edge, "penwidth", wire->width);
    set(edge, "style", dashes[wire->dash]);
    set(edge, "class", wire->class);
    if (arrow) {
        set(edge, "dir", "forward");
        set(edge, "arrowhead", heads[wire->arrow]);
        set_number(edge, "arrowsize", size);
    }
}

static void add_frame(struct writer *w, const struct spenn_drawing_frame *f)
{
    const char *name = spenn_arena_format(&w->memory, "cluster_%s", f->id);
    Agraph_t *frame = agsubg(w->graph, loose(name), 1);
    start(w);
    put_point(w, "", f->x, f->y + f->h);
    put_point(w, ",", f->x + f->w, f->y);
    set(frame, "bb", w->text);
    start(w);
    put_point(w, "", f->label_x + spenn_font_width(f->label, f->size, true) / 2.0,
        f->label_y - f->size * 0.35);
    set(frame, "lp", w->text);
    start(w);
    put(w, "<B>");
    put_html(w, f->label);
    put(w, "</B>");
    set_html(w, frame, "label");
    set_number(frame, "fontsize", f->size);
    set(frame, "fontcolor", f->ink);
    set(frame, "color", f->stroke);
    set(frame, "fillcolor", f->fill ? f->fill : "transparent");
    set(frame, "bgcolor", "transparent");
    set_number(frame, "penwidth", f->width);
    start(w);
    put(w, f->fill ? "filled" : "");
    put(w, f->rounded ? (w->used ? ",rounded" : "rounded") : "");
    put(w, f->dashed ? (w->used ? ",dashed" : "dashed") : "");
    set(frame, "style", w->text);
    set(frame, "id", f->id);
    set(frame, "class", f->class);
}

static void put_counted(struct writer *w, const char *operation, const char *text)
{
    put(w, operation);
    put_number(w, (double)strlen(text));
    put(w, " -");
    put(w, text);
    put(w, " ");
}

static void put_xdot_point(struct writer *w, double x, double y)
{
    put_number(w, x);
    put(w, " ");
    put_number(w, w->chart->height - y);
    put(w, " ");
}

/* A rectangle, or with round corners four curves between straight stretches. */
static void put_outline(struct writer *w, const struct spenn_drawing_shape *s)
{
    double x0 = s->x, y0 = s->y, x1 = s->x + s->w, y1 = s->y + s->h, r = 3.0, k = 1.65;
    const double corner[4][2] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    if (!s->rounded) {
        put(w, s->fill ? "P 4 " : "p 4 ");
        for (int32_t i = 0; i < 4; i++) {
            put_xdot_point(w, corner[i][0], corner[i][1]);
        }
        return;
    }
    const double along[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    put(w, s->fill ? "b 25 " : "B 25 ");
    put_xdot_point(w, x0 + r, y0);
    for (int32_t i = 0; i < 4; i++) {
        const double *c = corner[(i + 1) % 4], *in = along[i], *on = along[(i + 1) % 4];
        const double *from = corner[i];
        put_xdot_point(w, from[0] + in[0] * r, from[1] + in[1] * r);
        put_xdot_point(w, c[0] - in[0] * r, c[1] - in[1] * r);
        put_xdot_point(w, c[0] - in[0] * r, c[1] - in[1] * r);
        put_xdot_point(w, c[0] - in[0] * (r - k), c[1] - in[1] * (r - k));
        put_xdot_point(w, c[0] + on[0] * (r - k), c[1] + on[1] * (r - k));
        put_xdot_point(w, c[0] + on[0] * r, c[1] + on[1] * r);
    }
}

static void put_shape(struct writer *w, const struct spenn_drawing_shape *s)
{
    char number[32];
    const char *width = spenn_arena_format(
        &w->memory, "setlinewidth(%s)", spenn_drawing_number(number, s->width));
    put_counted(w, "S ", s->dashed ? "dashed" : s->dotted ? "dotted" : "solid");
    put_counted(w, "S ", width);
    put_counted(w, "c ", s->stroke ? s->stroke : "#000000");
    if (s->fill) {
        put_counted(w, "C ", s->fill);
    }
    if (s->h > 0.0 || s->fill) {
        put_outline(w, s);
        return;
    }
    put(w, "L 2 ");
    put_xdot_point(w, s->x, s->y);
    put_xdot_point(w, s->x + s->w, s->y);
    if (s->arrow) {
        put_counted(w, "S ", "solid");
        put_counted(w, "C ", s->arrow == SPENN_ARROW_OPEN ? "#FFFFFF" : s->stroke);
        put(w, s->arrow == SPENN_ARROW_VEE ? "L 3 " : "P 3 ");
        put_xdot_point(w, s->x + s->w - 4.0, s->y - 2.5);
        put_xdot_point(w, s->x + s->w, s->y);
        put_xdot_point(w, s->x + s->w - 4.0, s->y + 2.5);
    }
}

static void put_text(struct writer *w, const struct spenn_drawing_text *t)
{
    put(w, "F ");
    put_number(w, t->size);
    put(w, " 5 -Arial t ");
    put(w, t->bold ? "1 " : "0 ");
    put_counted(w, "c ", t->color);
    put(w, "T ");
    put_xdot_point(w, t->x, t->y + t->size * 0.2);
    put_number(w, t->anchor);
    put(w, " ");
    put_number(w, spenn_font_width(t->text, t->size, t->bold));
    put_counted(w, " ", t->text);
}

static void set_defaults(struct writer *w)
{
    static const char *const defaults[][3] = {{"g", "layout", "nop2"},
        {"g", "notranslate", "true"}, {"g", "bgcolor", "white"}, {"g", "pad", "0"},
        {"g", "outputorder", "edgesfirst"}, {"g", "fontname", "Arial"},
        {"n", "shape", "box"}, {"n", "fixedsize", "true"}, {"n", "fontname", "Arial"},
        {"n", "margin", "0,0"}, {"e", "dir", "none"}, {"e", "fontname", "Arial"}};
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
        int kind = *defaults[i][0] == 'g' ? AGRAPH
            : *defaults[i][0] == 'n'      ? AGNODE
                                          : AGEDGE;
        agattr(w->graph, kind, loose(defaults[i][1]), loose(defaults[i][2]));
    }
    const struct spenn_drawing *chart = w->chart;
    start(w);
    put_number(w, chart->width);
    put(w, ",");
    put_number(w, chart->height);
    put(w, ",1,");
    put_number(w, chart->width / 2.0);
    put(w, ",");
    put_number(w, chart->height / 2.0);
    set(w->graph, "viewport", w->text);
    set(w->graph, "tooltip", chart->title);
    start(w);
    for (int32_t i = 0; i < chart->shapes; i++) {
        put_shape(w, &chart->shape[i]);
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        put_text(w, &chart->text[i]);
    }
    set(w->graph, "_background", w->text);
}

void *spenn_drawing_graph(const struct spenn_drawing *chart)
{
    struct writer w = {.chart = chart};
    const char *name = *chart->title ? chart->title : "spenn";
    w.graph = agopen(loose(name), Agdirected, NULL);
    set_defaults(&w);
    for (int32_t i = 0; i < chart->frames; i++) {
        add_frame(&w, &chart->frame[i]);
    }
    Agnode_t **node =
        spenn_arena_alloc(&w.memory, (size_t)chart->boxes + 1, sizeof *node);
    for (int32_t i = 0; i < chart->boxes; i++) {
        node[i] = add_box(&w, &chart->box[i]);
    }
    for (int32_t i = 0; i < chart->chips; i++) {
        add_chip(&w, &chart->chip[i]);
    }
    for (int32_t i = 0; i < chart->wires; i++) {
        add_wire(&w, node, &chart->wire[i]);
    }
    spenn_arena_free(&w.memory);
    return w.graph;
}

bool spenn_drawing_dot(const struct spenn_drawing *chart, FILE *out)
{
    Agraph_t *graph = spenn_drawing_graph(chart);
    bool written = agwrite(graph, out) == 0;
    agclose(graph);
    return fflush(out) == 0 && written && !ferror(out);
}
