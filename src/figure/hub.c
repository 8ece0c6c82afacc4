/* SPDX-License-Identifier: MIT
 * A hub with spokes, a ring, or nodes in rows or a grid that the file gives; links are
 * straight lines, with detours around boxes, and their names stand beside them where it
 * is free. */
#include "paint.h"

#include "font.h"

#include <math.h>

static const double node_w = 128.0, least_w = 84.0, gap_x = 46.0, gap_y = 44.0,
                    label_size = 8.0, label_w = 96.0, least_radius = 90.0,
                    pi = 3.14159265358979323846;

struct label {
    struct area area;
    int32_t lines;
    const char **line;
};

struct net {
    struct paint *p;
    struct block *block;
    struct area *area;
    struct label *label;
    int32_t labels;
    double gap_x, gap_y; /* between boxes */
    double flat;         /* width of the ring of its height */
};

static bool names_links(const struct content *f)
{
    bool any = false;
    for (int32_t i = 0; i < f->links; i++) {
        any = any || f->link[i].name[0];
    }
    return any;
}

static void measure(struct net *n)
{
    static const struct type type = {10.0, 8.0, 9.0, .over = NULL};
    struct paint *p = n->p;
    for (int32_t i = 0; i < p->f->cells; i++) {
        const struct cell *cell = &p->f->cell[i];
        double width = fmax(node_w, spenn_paint_least(p, cell, &type));
        n->block[i] = spenn_paint_block(p, cell, width, &type);
        n->area[i].w = fmax(least_w, n->block[i].w + 8.0);
        n->area[i].h = n->block[i].h;
    }
    bool names = names_links(p->f);
    n->flat = fmax(0.8, fmin(1.7, p->page->room_w / p->page->room_h));
    n->gap_x = !names ? gap_x : n->p->f->in_grid ? label_w + 10.0 : gap_x + label_w;
    n->gap_y = names ? gap_y + 30.0 : gap_y;
}

/* ---- places */

/* Round the ellipse from the top, clockwise. */
static void place_ring(struct net *n, double radius)
{
    const struct content *f = n->p->f;
    int32_t ring = f->cells - (f->centre >= 0), k = 0;
    for (int32_t i = 0; i < f->cells; i++) {
        double angle = 2.0 * pi * k / (ring > 0 ? ring : 1) - pi / 2.0;
        bool centre = i == f->centre;
        k += !centre;
        double x = centre ? 0.0 : radius * n->flat * cos(angle);
        double y = centre ? 0.0 : radius * sin(angle);
        n->area[i].x = x - n->area[i].w / 2.0;
        n->area[i].y = y - n->area[i].h / 2.0;
    }
}

static bool near(const struct net *n, const struct area *a, const struct area *b)
{
    return a->x < b->x + b->w + n->gap_x && b->x < a->x + a->w + n->gap_x
        && a->y < b->y + b->h + n->gap_y && b->y < a->y + a->h + n->gap_y;
}

static bool crowded(const struct net *n)
{
    bool any = false;
    for (int32_t i = 0; i < n->p->f->cells; i++) {
        for (int32_t k = 0; k < i; k++) {
            any = any || near(n, &n->area[i], &n->area[k]);
        }
    }
    return any;
}

static double row_width(const struct net *n, int32_t row)
{
    double width = -n->gap_x;
    for (int32_t i = 0; i < n->p->f->cells; i++) {
        width += n->p->f->cell[i].row == row ? n->area[i].w + n->gap_x : 0.0;
    }
    return width;
}

/* The node in this place, -1: none. */
static int32_t node_at(const struct net *n, int32_t row, int32_t column)
{
    int32_t found = -1;
    for (int32_t i = 0; i < n->p->f->cells && found < 0; i++) {
        const struct cell *cell = &n->p->f->cell[i];
        found = cell->row == row && cell->column == column ? i : -1;
    }
    return found;
}

/* Rows are centred. */
static void centre_rows(struct net *n)
{
    for (int32_t row = 0; row < n->p->f->steps; row++) {
        double x = -row_width(n, row) / 2.0;
        for (int32_t i, column = 0; (i = node_at(n, row, column)) >= 0; column++) {
            n->area[i].x = x;
            x += n->area[i].w + n->gap_x;
        }
    }
}

static void fill_column(struct net *n, int32_t column, double x, double width)
{
    for (int32_t i = 0; i < n->p->f->cells; i++) {
        if (n->p->f->cell[i].column == column) {
            n->area[i].x = x;
            n->area[i].w = width;
        }
    }
}

/* Boxes of a column are as wide as the widest of it. */
static void widen_columns(struct net *n)
{
    const struct content *f = n->p->f;
    double x = 0.0;
    for (int32_t column = 0, left = f->cells; left > 0; column++) {
        double width = 0.0;
        for (int32_t i = 0; i < f->cells; i++) {
            bool here = f->cell[i].column == column;
            width = here ? fmax(width, n->area[i].w) : width;
            left -= here;
        }
        fill_column(n, column, x, width);
        x += width > 0.0 ? width + n->gap_x : 0.0;
    }
}

static void fill_row(struct net *n, int32_t row, double y, double height)
{
    for (int32_t i = 0; i < n->p->f->cells; i++) {
        if (n->p->f->cell[i].row == row) {
            n->area[i].y = y;
            n->area[i].h = height;
        }
    }
}

/* The boxes of a row are as high as the highest of it. */
static void place_rows(struct net *n)
{
    const struct content *f = n->p->f;
    double y = 0.0;
    (f->in_grid ? widen_columns : centre_rows)(n);
    for (int32_t row = 0; row < f->steps; row++) {
        double high = 0.0;
        for (int32_t i = 0; i < f->cells; i++) {
            high = f->cell[i].row == row ? fmax(high, n->area[i].h) : high;
        }
        fill_row(n, row, y, high);
        y += high + n->gap_y;
    }
}

static void place(struct net *n)
{
    double radius = least_radius;
    if (n->p->f->in_rows) {
        place_rows(n);
        return;
    }
    for (place_ring(n, radius); crowded(n); place_ring(n, radius)) {
        radius *= 1.05;
    }
}

/* ---- names of links */

static bool meet(const struct area *a, const struct area *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h
        && b->y < a->y + a->h;
}

/* How much there is in the way of a label. */
static int32_t blame(const struct net *n, const struct area *area)
{
    const struct spenn_drawing *drawing = n->p->drawing;
    int32_t found = 0;
    for (int32_t i = 0; i < n->p->f->cells; i++) {
        found += 4 * meet(area, &n->area[i]);
    }
    for (int32_t i = 0; i < n->labels; i++) {
        found += 4 * meet(area, &n->label[i].area);
    }
    for (int32_t w = 0; w < drawing->wires; w++) {
        const struct spenn_drawing_wire *wire = &drawing->wire[w];
        for (int32_t i = 1; i < wire->points; i++) {
            found += spenn_paths_hit(area, 0.0, &drawing->point[wire->first + i - 1]);
        }
    }
    return found;
}

/* Beside the middle of the longest stretch, or near it. */
static struct area beside(
    const struct net *n, const struct spenn_drawing_wire *wire, const struct label *label)
{
    static const double along[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74};
    const struct spenn_drawing_point *p = &n->p->drawing->point[wire->first];
    int32_t longest = 1, least = INT32_MAX;
    for (int32_t i = 2; i < wire->points; i++) {
        longest = hypot(p[i].x - p[i - 1].x, p[i].y - p[i - 1].y)
                > hypot(p[longest].x - p[longest - 1].x, p[longest].y - p[longest - 1].y)
            ? i
            : longest;
    }
    double dx = p[longest].x - p[longest - 1].x, dy = p[longest].y - p[longest - 1].y;
    double length = fmax(hypot(dx, dy), 1e-6);
    double away = (fabs(dy) * label->area.w + fabs(dx) * label->area.h) / 2.0 / length;
    struct area best = label->area;
    for (size_t i = 0; i < 2 * sizeof along / sizeof *along; i++) {
        double side = (i % 2 ? -1.0 : 1.0) * (dx < 0.0 ? -1.0 : 1.0) * (away + 3.0);
        double x = p[longest - 1].x + dx * along[i / 2] + dy / length * side;
        double y = p[longest - 1].y + dy * along[i / 2] - dx / length * side;
        struct area area = {x - label->area.w / 2.0, y - label->area.h / 2.0,
            label->area.w, label->area.h};
        int32_t found = blame(n, &area);
        if (found < least) {
            least = found;
            best = area;
        }
    }
    return best;
}

static void draw_label(
    struct net *n, const struct link *link, const struct spenn_drawing_wire *wire)
{
    struct paint *p = n->p;
    const char *name = spenn_paint_said(p, link->name);
    struct label label = {0};
    struct spenn_font_wrap wrap = {label_size, label_w, 4, .bold = false};
    label.lines = spenn_font_lines(p->memory, name, &wrap, &label.line);
    for (int32_t i = 0; i < label.lines; i++) {
        label.area.w =
            fmax(label.area.w, spenn_font_width(label.line[i], label_size, false));
    }
    label.area.h = label.lines * label_size * SPENN_DRAWING_LINE;
    label.area = beside(n, wire, &label);
    n->label[n->labels++] = label;
    for (int32_t i = 0; i < label.lines; i++) {
        spenn_paint_text(p,
            &(struct spenn_drawing_text){label.line[i], INK,
                label.area.x + label.area.w / 2.0,
                label.area.y + label_size * (0.95 + i * SPENN_DRAWING_LINE), label_size,
                0, false});
    }
}

/* ---- drawing */

static void draw_link(struct net *n, const struct link *link)
{
    struct paint *p = n->p;
    struct paths paths = {p->f->cells, n->area, p->memory};
    struct spenn_drawing_point *point;
    int32_t count = spenn_paths_find(&paths, link->from, link->to, &point);
    struct spenn_drawing_wire *wire =
        spenn_paint_wire(p, p->box_of[link->from], p->box_of[link->to], link->mark);
    wire->arrow = link->arrow ? SPENN_ARROW_VEE : SPENN_ARROW_NONE;
    for (int32_t i = 0; i < count; i++) {
        spenn_paint_point(p, wire, point[i]);
    }
}

/* What is linked to a node, for who cannot see the lines. */
static void tell_links(struct net *n)
{
    struct paint *p = n->p;
    struct spenn_arena *memory = &p->drawing->memory;
    for (int32_t i = 0; i < p->f->links; i++) {
        const struct link *link = &p->f->link[i];
        const char *name = spenn_paint_said(p, link->name);
        struct spenn_drawing_box *from = &p->drawing->box[p->box_of[link->from]];
        const struct spenn_drawing_box *to = &p->drawing->box[p->box_of[link->to]];
        from->about = spenn_arena_format(memory, "%s; %s %s%s%s%s", from->about,
            link->arrow ? "\xE2\x86\x92" : "\xE2\x80\x93", to->name, name ? " (" : "",
            name ? name : "", name ? ")" : "");
    }
}

/* And all of them as a table, for the forms without a picture. */
static void list_links(const struct net *n)
{
    static const char *const head[][2] = {
        {"Forbindelser", "Links"}, {"fra", "from"}, {"til", "to"}, {"hva", "what"}};
    struct paint *p = n->p;
    struct spenn_drawing_table *table = DRAWING_ADD(p->drawing, table, tables);
    const char **cell =
        spenn_arena_alloc(&p->drawing->memory, 3 * (size_t)p->f->links + 3, sizeof *cell);
    *table = (struct spenn_drawing_table){.title = spenn_paint_said(p, head[0]),
        .columns = 3,
        .cells = 3 * p->f->links + 3,
        .cell = cell};
    for (int32_t i = 0; i < 3; i++) {
        cell[i] = spenn_paint_said(p, head[i + 1]);
    }
    for (int32_t i = 0; i < p->f->links; i++) {
        const struct link *link = &p->f->link[i];
        const char *name = spenn_paint_said(p, link->name);
        cell[3 * i + 3] = p->drawing->box[p->box_of[link->from]].name;
        cell[3 * i + 4] = p->drawing->box[p->box_of[link->to]].name;
        cell[3 * i + 5] = name ? spenn_arena_text(&p->drawing->memory, name)
            : link->mark < 0   ? ""
                               : spenn_arena_text(&p->drawing->memory,
                                   spenn_paint_said(p, p->f->mark[link->mark].name));
    }
}

void spenn_paint_hub(struct paint *p)
{
    size_t cells = (size_t)p->f->cells, links = (size_t)p->f->links;
    struct net n = {.p = p,
        .block = spenn_arena_alloc(p->memory, cells, sizeof *n.block),
        .area = spenn_arena_alloc(p->memory, cells, sizeof *n.area),
        .label = spenn_arena_alloc(p->memory, links, sizeof *n.label)};
    measure(&n);
    place(&n);
    for (size_t i = 0; i < cells; i++) {
        (void)spenn_paint_cell(p, &p->f->cell[i], &n.block[i], n.area[i],
            (int32_t)i == p->f->centre ? LOOK_TOP : LOOK_LINE);
    }
    for (size_t i = 0; i < links; i++) {
        draw_link(&n, &p->f->link[i]);
    }
    for (size_t i = 0; i < links; i++) {
        if (p->f->link[i].name[0]) {
            draw_label(&n, &p->f->link[i], &p->drawing->wire[i]);
        }
    }
    tell_links(&n);
    if (links > 0) {
        list_links(&n);
    }
}
