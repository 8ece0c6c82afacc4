/* SPDX-License-Identifier: MIT
 * A matrix: cells of one size under and beside the ends of two axes. A table: rows as
 * high as their longest text, under headings; its width is found by trial. */
#include "paint.h"

#include "font.h"

#include <math.h>

static const double split = 6.0, head_size = 9.0, axis_size = 8.5, head_pad = 5.0;

struct grid {
    struct paint *p;
    double head_w, head_h; /* of the headings; 0 without */
    double column_w, *row_h;
    double least_w; /* of a column */
    struct type type;
};

static double column_x(const struct grid *g, int32_t column)
{
    return g->head_w + column * (g->column_w + split);
}

static double row_y(const struct grid *g, int32_t row)
{
    double y = g->head_h + split;
    for (int32_t i = 0; i < row; i++) {
        y += g->row_h[i] + split;
    }
    return y;
}

static double cell_w(const struct grid *g, const struct cell *cell)
{
    return cell->span * (g->column_w + split) - split;
}

static double heading_h(struct paint *p, const char *name, double width)
{
    const char **line;
    struct spenn_font_wrap wrap = {
        head_size, width - 2.0 * PAINT_PAD_X, 20, .bold = true};
    return spenn_font_lines(p->memory, name, &wrap, &line) * head_size
        * SPENN_DRAWING_LINE
        + 2.0 * head_pad;
}

/* Heights for a width of the columns; returns that of the whole. */
static double measure(struct grid *g, double column_w)
{
    struct paint *p = g->p;
    const struct content *f = p->f;
    g->column_w = column_w;
    g->head_h = 0.0;
    for (int32_t i = 0; i < f->columns.count; i++) {
        g->head_h = fmax(
            g->head_h, heading_h(p, spenn_paint_said(p, f->columns.name[i]), column_w));
    }
    for (int32_t i = 0; i < f->steps; i++) {
        g->row_h[i] = f->rows.count == 0
            ? 0.0
            : heading_h(p, spenn_paint_said(p, f->rows.name[i]), g->head_w - split);
    }
    for (int32_t i = 0; i < f->cells; i++) {
        const struct cell *cell = &f->cell[i];
        struct block b = spenn_paint_block(p, cell, cell_w(g, cell), &g->type);
        g->row_h[cell->row] =
            fmax(g->row_h[cell->row], b.h + spenn_paint_foot(p, cell, cell_w(g, cell)));
    }
    return row_y(g, f->steps);
}

static void draw_columns(struct grid *g)
{
    struct paint *p = g->p;
    for (int32_t i = 0; i < p->f->columns.count; i++) {
        struct area area = {column_x(g, i), 0.0, g->column_w, g->head_h};
        (void)spenn_paint_head(p, spenn_arena_format(p->memory, "column-%d", (int)i + 1),
            spenn_paint_said(p, p->f->columns.name[i]), area, head_size);
    }
}

/* A cell hangs below the heading of its row in lists. */
static void draw_cells(struct grid *g)
{
    struct paint *p = g->p;
    const struct content *f = p->f;
    int32_t row = -1, heading = -1;
    for (int32_t i = 0; i < f->cells; i++) {
        const struct cell *cell = &f->cell[i];
        double y = row_y(g, cell->row), h = g->row_h[cell->row];
        if (cell->row != row && f->rows.count > 0) {
            heading = p->drawing->boxes;
            (void)spenn_paint_head(p,
                spenn_arena_format(p->memory, "row-%d", (int)cell->row + 1),
                spenn_paint_said(p, f->rows.name[cell->row]),
                (struct area){0.0, y, g->head_w - split, h}, head_size);
        }
        row = cell->row;
        struct block b = spenn_paint_block(p, cell, cell_w(g, cell), &g->type);
        struct area area = {column_x(g, cell->column), y, cell_w(g, cell),
            h - spenn_paint_foot(p, cell, cell_w(g, cell))};
        struct spenn_drawing_box *box = spenn_paint_cell(p, cell, &b, area, LOOK_LINE);
        box->parent = heading;
        box->kind = spenn_arena_text(
            &p->drawing->memory, spenn_paint_said(p, f->columns.name[cell->column]));
        area.y += area.h;
        spenn_paint_bands(p, cell, area);
    }
}

/* Headings are wide enough for their words. */
static double widest(const struct paint *p, const struct names *names, double least)
{
    for (int32_t i = 0; i < names->count; i++) {
        const char *name = spenn_paint_said(p, names->name[i]);
        least = fmax(least,
            fmin(spenn_font_word(name, head_size, true) + 2.0 * PAINT_PAD_X, 200.0));
    }
    return least;
}

static struct grid begin(struct paint *p, struct type type, double head_w)
{
    size_t rows = (size_t)p->f->steps;
    struct grid g = {.p = p,
        .row_h = spenn_arena_alloc(p->memory, rows, sizeof(double)),
        .least_w = widest(p, &p->f->columns, 60.0),
        .type = type};
    if (p->f->rows.count > 0) {
        g.head_w = widest(p, &p->f->rows, head_w) + split;
    }
    for (int32_t i = 0; i < p->f->cells; i++) {
        const struct cell *cell = &p->f->cell[i];
        double least = spenn_paint_least(p, cell, &type);
        g.type.left = g.type.left || cell->text.count > 1;
        g.least_w = cell->span == 1 ? fmax(g.least_w, least) : g.least_w;
    }
    return g;
}

static void draw_axis(
    struct paint *p, const char *const name[2], double x, double y, int32_t anchor)
{
    const char *text = spenn_paint_said(p, name);
    if (text) {
        spenn_paint_text(
            p, &(struct spenn_drawing_text){text, SOFT, x, y, axis_size, anchor, false});
    }
}

void spenn_paint_matrix(struct paint *p)
{
    struct grid g = begin(p, (struct type){13.0, 9.0, 6.0, .body = true}, 124.0);
    int32_t columns = p->f->columns.count;
    double room = (p->page->room_w - g.head_w - split * columns) / columns, most = 0.0;
    (void)measure(&g, fmax(g.least_w, fmin(room, 250.0)));
    double tall = (p->page->room_h - g.head_h) / p->f->steps - 2.0 * split;
    for (int32_t i = 0; i < p->f->steps; i++) {
        most = fmax(most, g.row_h[i]);
    }
    for (int32_t i = 0; i < p->f->steps; i++) {
        g.row_h[i] = fmax(most + 24.0, fmin(tall, 150.0));
    }
    draw_columns(&g);
    draw_cells(&g);
    draw_axis(
        p, p->f->across, column_x(&g, 0) + (g.column_w + split) * columns / 2.0, -8.0, 0);
    draw_axis(p, p->f->down, 0.0, g.head_h, -1);
}

void spenn_paint_table(struct paint *p)
{
    static const double widths[] = {
        90.0, 120.0, 150.0, 180.0, 210.0, 240.0, 280.0, 330.0, 390.0};
    struct grid g = begin(p, (struct type){8.5, 7.5, 5.0, .body = true}, 92.0);
    int32_t columns = p->f->columns.count;
    double best = 0.0, width = g.least_w;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        double h = measure(&g, fmax(widths[i], g.least_w));
        double scale = spenn_paint_scale(p, column_x(&g, columns) - split, h - split);
        if (scale > best) {
            best = scale;
            width = g.column_w;
        }
    }
    (void)measure(&g, width);
    draw_columns(&g);
    draw_cells(&g);
    draw_axis(p, p->f->down, 0.0, g.head_h - 4.0, -1);
}
