/* SPDX-License-Identifier: MIT
 * A tree of goals: from left to right in columns, one a level, each as narrow as a common
 * height allows, found by trial; or from the top down in rows. Cells are in pre-order. */
#include "paint.h"

#include <math.h>

static const double gap = 5.0, group_gap = 9.0, lane = 22.0;

struct tree {
    struct paint *p;
    int32_t levels;
    double *width, *high; /* of a level's column or row */
    struct block *block;
    struct area *area;
    int32_t *last;                       /* of each cell its last child, -1: none */
    double *room, *inner, *next, *after; /* of its subtree; see spread */
};

static struct type type_of(const struct tree *t, const struct cell *cell)
{
    bool leaf = t->last[cell - t->p->f->cell] < 0;
    return (struct type){cell->column == 0 ? 10.0 : leaf ? 7.5 : 8.5, 7.5, leaf, NULL};
}

static int32_t look_of(const struct tree *t, const struct cell *cell)
{
    bool leaf = t->last[cell - t->p->f->cell] < 0;
    return cell->column == 0 ? LOOK_TOP : leaf ? LOOK_LINE : LOOK_MANAGER;
}

/* Height of a level's boxes one above the other. */
static double stack(struct tree *t, int32_t level, double width)
{
    double height = 0.0;
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        const struct cell *cell = &t->p->f->cell[i];
        struct type type = type_of(t, cell);
        if (cell->column == level) {
            height += spenn_paint_block(t->p, cell, width, &type).h + gap;
        }
    }
    return height;
}

static void measure(struct tree *t, double down)
{
    for (int32_t i = 0; i < t->levels; i++) {
        t->high[i] = 0.0;
    }
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        const struct cell *cell = &t->p->f->cell[i];
        struct type type = type_of(t, cell);
        double width = down > 0.0 ? down : t->width[cell->column];
        t->block[i] = spenn_paint_block(t->p, cell, width, &type);
        t->area[i].w = width;
        t->area[i].h = t->block[i].h;
        t->high[cell->column] = fmax(t->high[cell->column], t->block[i].h);
    }
}

/* Room a subtree takes beside its siblings, then where each begins: a superior stands at
 * the middle of its room, its children's rooms one after the other in it. Returns the
 * room of all. */
static double spread(struct tree *t, bool down)
{
    const struct content *f = t->p->f;
    for (int32_t i = 0; i < f->cells; i++) {
        t->inner[i] = 0.0;
    }
    for (int32_t i = f->cells - 1; i >= 0; i--) {
        double size = down ? t->area[i].w : t->area[i].h;
        t->after[i] = t->last[i] < 0 ? gap : group_gap;
        t->inner[i] -= t->last[i] < 0 ? 0.0 : t->after[t->last[i]];
        t->room[i] = fmax(size, t->inner[i]);
        if (i > 0) {
            t->inner[f->cell[i].parent] += t->room[i] + t->after[i];
        }
    }
    for (int32_t i = 0; i < f->cells; i++) {
        int32_t parent = f->cell[i].parent;
        double size = down ? t->area[i].w : t->area[i].h;
        double start = parent < 0 ? 0.0 : t->next[parent];
        *(down ? &t->area[i].x : &t->area[i].y) = start + (t->room[i] - size) / 2.0;
        t->next[i] = start + (t->room[i] - t->inner[i]) / 2.0;
        if (parent >= 0) {
            t->next[parent] = start + t->room[i] + t->after[i];
        }
    }
    return t->room[0];
}

/* Depths of the levels' left or upper edges; returns the depth of all. */
static double sink(struct tree *t, bool down)
{
    double depth = 0.0;
    for (int32_t level = 0; level < t->levels; level++) {
        for (int32_t i = 0; i < t->p->f->cells; i++) {
            if (t->p->f->cell[i].column == level) {
                *(down ? &t->area[i].y : &t->area[i].x) = depth;
            }
        }
        depth += (down ? t->high[level] : t->width[level]) + lane;
    }
    return depth - lane;
}

/* ---- trials */

/* The narrowest columns that are no higher than this. */
static void narrow(struct tree *t, double height)
{
    static const double widths[] = {
        64.0, 76.0, 90.0, 106.0, 124.0, 146.0, 172.0, 202.0, 238.0, 280.0, 330.0, 390.0};
    enum { count = sizeof widths / sizeof *widths };
    for (int32_t level = 0; level < t->levels; level++) {
        int32_t i = 0;
        while (i < count - 1 && stack(t, level, widths[i]) > height) {
            i++;
        }
        t->width[level] = widths[i];
    }
}

static double try(struct tree *t, double trial, bool down)
{
    if (!down) {
        narrow(t, trial);
    }
    measure(t, down ? trial : 0.0);
    double along = spread(t, down), depth = sink(t, down);
    return spenn_paint_scale(t->p, down ? along : depth, down ? depth : along);
}

static void layout(struct tree *t, bool down)
{
    double best = 0.0, chosen = 0.0, trial = down ? 64.0 : 120.0;
    for (int32_t i = 0; i < 24; i++, trial *= down ? 1.08 : 1.15) {
        double scale = try(t, trial, down);
        if (scale > best) {
            best = scale;
            chosen = trial;
        }
    }
    (void)try(t, chosen, down);
}

/* ---- drawing */

static void draw_line(struct tree *t, int32_t i, bool down)
{
    struct paint *p = t->p;
    int32_t parent = p->f->cell[i].parent;
    const struct area *from = &t->area[parent], *to = &t->area[i];
    struct spenn_drawing_wire *wire =
        spenn_paint_wire(p, p->box_of[parent], p->box_of[i], -1);
    wire->class = "line";
    double fx = from->x + (down ? from->w / 2.0 : from->w);
    double fy = from->y + (down ? from->h : from->h / 2.0);
    double tx = to->x + (down ? to->w / 2.0 : 0.0),
           ty = to->y + (down ? 0.0 : to->h / 2.0);
    double turn = down ? ty - lane / 2.0 : tx - lane / 2.0;
    spenn_paint_point(p, wire, fx, fy);
    if (fabs(down ? fx - tx : fy - ty) > 0.01) {
        spenn_paint_point(p, wire, down ? fx : turn, down ? turn : fy);
        spenn_paint_point(p, wire, down ? tx : turn, down ? turn : ty);
    }
    spenn_paint_point(p, wire, tx, ty);
}

/* What the levels are called, with their looks. */
static void tell_levels(struct tree *t, const struct cell *cell, int32_t look)
{
    struct paint *p = t->p;
    if (cell->column < p->f->columns.count) {
        spenn_legend_add(&p->page->legend,
            &(struct spenn_legend_item){
                .label = spenn_paint_said(p, p->f->columns.name[cell->column]),
                .style = spenn_look_styles[look]});
    }
}

static void *array(struct paint *p, size_t size)
{
    return spenn_arena_alloc(p->memory, (size_t)p->f->cells, size);
}

void spenn_paint_tree(struct paint *p)
{
    struct tree t = {.p = p,
        .levels = p->f->steps,
        .block = array(p, sizeof *t.block),
        .area = array(p, sizeof *t.area),
        .last = array(p, sizeof *t.last)};
    double *const numbers = array(p, 6 * sizeof(double));
    size_t cells = (size_t)p->f->cells;
    bool down = p->f->direction == DIRECTION_DOWN;
    t.width = numbers;
    t.high = numbers + cells;
    t.room = numbers + 2 * cells;
    t.inner = numbers + 3 * cells;
    t.next = numbers + 4 * cells;
    t.after = numbers + 5 * cells;
    for (size_t i = 0; i < cells; i++) {
        t.last[i] = -1;
        if (i > 0) {
            t.last[p->f->cell[i].parent] = (int32_t)i;
        }
    }
    layout(&t, down);
    for (size_t i = 0; i < cells; i++) {
        const struct cell *cell = &p->f->cell[i];
        int32_t look = look_of(&t, cell);
        struct spenn_drawing_box *box =
            spenn_paint_cell(p, cell, &t.block[i], t.area[i], look);
        box->parent = cell->parent;
        tell_levels(&t, cell, look);
        if (i > 0) {
            draw_line(&t, (int32_t)i, down);
        }
    }
}
