/* SPDX-License-Identifier: MIT
 * Title, notes and rules of a drawing are no part of a graph: they lie in _background,
 * written in xdot. There the count before a text is in bytes, a wrong one corrupts the
 * rest, and base lines are drawn 0.2 of the size too high. Graphviz' y goes up. */
#include "dot.h"

#include "font.h"

#include <string.h>

static void put_number(const struct spenn_dot *w, double value)
{
    spenn_put_number(w->out, value);
    spenn_put(w->out, " ");
}

/* A count and so many bytes, which stand in a quoted string of DOT: there \" is a mark,
 * and so a mark after a backslash has to be another one. */
static void put_counted(
    const struct spenn_dot *w, const char *operation, const char *text)
{
    enum { at_once = 2000 };
    static const char other[] = "\xE2\x80\x9D";
    size_t length = 0;
    for (const char *c = text; *c; c++) {
        length += c > text && *c == '"' && c[-1] == '\\' ? strlen(other) : 1;
    }
    spenn_put(w->out, operation);
    put_number(w, (double)length);
    spenn_put(w->out, "-");
    for (const char *c = text; *c; c++) {
        bool after = c > text && c[-1] == '\\';
        if (*c == '"') {
            spenn_put(w->out, after ? other : "\\\"");
        } else {
            spenn_put_bytes(w->out, c, 1);
        }
        if ((c - text) % at_once == at_once - 1 && *c != '\\') {
            spenn_put(w->out, "\\\n"); /* as in dot.c: goes on in the next line */
        }
    }
    spenn_put(w->out, " ");
}

static void put_point(const struct spenn_dot *w, double px, double py)
{
    put_number(w, px);
    put_number(w, w->chart->height - py);
}

/* A rectangle, or with round corners four curves between straight stretches. */
static void put_outline(const struct spenn_dot *w, const struct spenn_drawing_shape *s)
{
    double x0 = s->x, y0 = s->y, x1 = s->x + s->w, y1 = s->y + s->h, r = 3.0, k = 1.65;
    const double corner[4][2] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    if (!s->rounded) {
        spenn_put(w->out, s->fill ? "P 4 " : "p 4 ");
        for (int32_t i = 0; i < 4; i++) {
            put_point(w, corner[i][0], corner[i][1]);
        }
        return;
    }
    const double along[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    spenn_put(w->out, s->fill ? "b 25 " : "B 25 ");
    put_point(w, x0 + r, y0);
    for (int32_t i = 0; i < 4; i++) {
        const double *c = corner[(i + 1) % 4], *in = along[i], *on = along[(i + 1) % 4];
        const double *from = corner[i];
        put_point(w, from[0] + in[0] * r, from[1] + in[1] * r);
        put_point(w, c[0] - in[0] * r, c[1] - in[1] * r);
        put_point(w, c[0] - in[0] * r, c[1] - in[1] * r);
        put_point(w, c[0] - in[0] * (r - k), c[1] - in[1] * (r - k));
        put_point(w, c[0] + on[0] * (r - k), c[1] + on[1] * (r - k));
        put_point(w, c[0] + on[0] * r, c[1] + on[1] * r);
    }
}

static void put_shape(const struct spenn_dot *w, const struct spenn_drawing_shape *s)
{
    char number[32], width[64];
    snprintf(
        width, sizeof width, "setlinewidth(%s)", spenn_drawing_number(number, s->width));
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
    spenn_put(w->out, "L 2 ");
    put_point(w, s->x, s->y);
    put_point(w, s->x + s->w, s->y);
    if (s->arrow) {
        put_counted(w, "S ", "solid");
        put_counted(w, "C ", s->arrow == SPENN_ARROW_OPEN ? "#FFFFFF" : s->stroke);
        spenn_put(w->out, s->arrow == SPENN_ARROW_VEE ? "L 3 " : "P 3 ");
        put_point(w, s->x + s->w - 4.0, s->y - 2.5);
        put_point(w, s->x + s->w, s->y);
        put_point(w, s->x + s->w - 4.0, s->y + 2.5);
    }
}

static void put_text(const struct spenn_dot *w, const struct spenn_drawing_text *t,
    struct spenn_arena *memory)
{
    spenn_put(w->out, "F ");
    put_number(w, t->size);
    put_counted(w, "", "Arial");
    spenn_put(w->out, t->bold ? "t 1 " : "t 0 ");
    put_counted(w, "c ", t->color);
    spenn_put(w->out, "T ");
    put_point(w, t->x, t->y + t->size * 0.2);
    put_number(w, t->anchor);
    put_number(w, spenn_font_width(t->text, t->size, t->bold));
    put_counted(w, "", spenn_drawing_plain(memory, t->text));
}

void spenn_dot_background(const struct spenn_dot *w)
{
    const struct spenn_drawing *chart = w->chart;
    struct spenn_arena memory = {0};
    bool *shape = spenn_arena_alloc(&memory, (size_t)chart->shapes + 1, sizeof *shape);
    bool *text = spenn_arena_alloc(&memory, (size_t)chart->texts + 1, sizeof *text);
    for (int32_t i = 0; i < chart->texts; i++) {
        text[i] = spenn_dot_is_covered(w, i);
    }
    for (int32_t i = 0; i < chart->items; i++) { /* are nodes */
        const struct spenn_drawing_item *item = &chart->item[i];
        shape[item->shape < 0 ? chart->shapes : item->shape] = true;
        text[item->letter < 0 ? chart->texts : item->letter] = true;
        for (int32_t k = 0; k < item->lines; k++) {
            text[item->first + k] = true;
        }
    }
    for (int32_t i = 0; i < chart->shapes; i++) {
        if (!shape[i]) {
            put_shape(w, &chart->shape[i]);
        }
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        if (!text[i]) {
            put_text(w, &chart->text[i], &memory);
        }
    }
    spenn_arena_free(&memory);
}
