/* SPDX-License-Identifier: MIT
 * A tree of goals: from left to right in columns, one a level, or from the top down in
 * rows. The widths are found by trial, one level after the other: those that let it be
 * drawn largest. Cells are in pre-order. */
#include "paint.h"

#include <math.h>

static const double gap = 4.0, group_gap = 8.0, lane = 20.0;
static const double widths[] = {64.0, 76.0, 90.0, 106.0, 124.0, 146.0, 172.0, 202.0,
    238.0, 280.0, 330.0, 390.0, 460.0};
enum { width_count = sizeof widths / sizeof *widths, passes = 3 };

struct level {
    double width, high;   /* of its column; of its row */
    double least;         /* width for its longest word */
    int32_t cells, inner; /* inner: those that have children */
};

struct tree {
    struct paint *p;
    bool down;
    int32_t levels;
    struct level *level;
    struct block *block;
    struct area *area;
    int32_t *last;                       /* of each cell its last child, -1: none */
    double *room, *inner, *next, *after; /* of its subtree; see spread */
};

static void *array(struct paint *p, int32_t count, size_t size)
{
    return spenn_arena_alloc(p->memory, (size_t)count, size);
}

/* A level looks as most of its cells: as groups, or as what they hold. */
static bool holds(const struct tree *t, int32_t level)
{
    return 2 * t->level[level].inner > t->level[level].cells;
}

static struct type type_of(const struct tree *t, int32_t level)
{
    bool group = holds(t, level);
    return level == 0 ? (struct type){10.0, 8.0, 6.0, .over = NULL}
        : group       ? (struct type){8.5, 7.5, 5.0, .over = NULL}
                      : (struct type){7.5, 7.0, 3.0, .plain = true};
}

static int32_t look_of(const struct tree *t, int32_t level)
{
    return level == 0 ? LOOK_TOP : holds(t, level) ? LOOK_MANAGER : LOOK_LINE;
}

/* Sizes of the cells of a level at a width. */
static void measure(struct tree *t, int32_t level, double width)
{
    struct level *l = &t->level[level];
    struct type type = type_of(t, level);
    l->width = fmax(width, l->least);
    l->high = 0.0;
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        const struct cell *cell = &t->p->f->cell[i];
        if (cell->column == level) {
            t->block[i] = spenn_paint_block(t->p, cell, l->width, &type);
            t->area[i].w = l->width;
            t->area[i].h = t->block[i].h;
            l->high = fmax(l->high, t->block[i].h);
        }
    }
}

/* Room a subtree takes beside its siblings, then where each begins: a superior stands at
 * the middle of its room, its children's rooms one after the other in it. Returns the
 * room of all. */
static double spread(struct tree *t)
{
    const struct content *f = t->p->f;
    for (int32_t i = 0; i < f->cells; i++) {
        t->inner[i] = 0.0;
    }
    for (int32_t i = f->cells - 1; i >= 0; i--) {
        double size = t->down ? t->area[i].w : t->area[i].h;
        t->after[i] = t->last[i] < 0 ? gap : group_gap;
        t->inner[i] -= t->last[i] < 0 ? 0.0 : t->after[t->last[i]];
        t->room[i] = fmax(size, t->inner[i]);
        if (i > 0) {
            t->inner[f->cell[i].parent] += t->room[i] + t->after[i];
        }
    }
    for (int32_t i = 0; i < f->cells; i++) {
        int32_t parent = f->cell[i].parent;
        double size = t->down ? t->area[i].w : t->area[i].h;
        double start = parent < 0 ? 0.0 : t->next[parent];
        *(t->down ? &t->area[i].x : &t->area[i].y) = start + (t->room[i] - size) / 2.0;
        t->next[i] = start + (t->room[i] - t->inner[i]) / 2.0;
        if (parent >= 0) {
            t->next[parent] = start + t->room[i] + t->after[i];
        }
    }
    return t->room[0];
}

static void set_depth(struct tree *t, int32_t level, double depth)
{
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        if (t->p->f->cell[i].column == level) {
            *(t->down ? &t->area[i].y : &t->area[i].x) = depth;
        }
    }
}

/* Depths of the levels' left or upper edges; returns the depth of all. */
static double sink(struct tree *t)
{
    double depth = 0.0;
    for (int32_t level = 0; level < t->levels; level++) {
        set_depth(t, level, depth);
        depth += (t->down ? t->level[level].high : t->level[level].width) + lane;
    }
    return depth - lane;
}

/* ---- trials */

static double scale_of(struct tree *t)
{
    double along = spread(t), depth = sink(t);
    return spenn_paint_scale(t->p, t->down ? along : depth, t->down ? depth : along);
}

/* Gives a level the width at which the whole is largest, unless none is better. */
static void choose(struct tree *t, int32_t level, double *best)
{
    double chosen = t->level[level].width;
    for (int32_t w = 0; w < width_count; w++) {
        measure(t, level, widths[w]);
        double scale = scale_of(t);
        if (scale > *best) {
            *best = scale;
            chosen = t->level[level].width;
        }
    }
    measure(t, level, chosen);
}

static void layout(struct tree *t)
{
    for (int32_t level = 0; level < t->levels; level++) {
        measure(t, level, 124.0);
    }
    double best = scale_of(t);
    for (int32_t i = 0; i < passes * t->levels; i++) {
        choose(t, t->levels - 1 - i % t->levels, &best);
    }
    (void)scale_of(t);
}

/* ---- drawing */

/* A point from its depth and its place among siblings. */
static struct spenn_drawing_point point_at(
    const struct tree *t, double depth, double along, bool sharp)
{
    return t->down ? (struct spenn_drawing_point){along, depth, sharp}
                   : (struct spenn_drawing_point){depth, along, sharp};
}

static double middle(const struct tree *t, int32_t i)
{
    const struct area *a = &t->area[i];
    return t->down ? a->x + a->w / 2.0 : a->y + a->h / 2.0;
}

/* Every stretch is drawn once: the line to a child begins where the one before it on its
 * side of the trunk turned; only the last corner of a side is round. */
struct bus {
    int32_t parent;
    double from, turn, to; /* depths: the superior's edge, the bus, the children's edge */
    double trunk, reach;   /* along: of the trunk, how far the bus is drawn */
    bool drawn;            /* the trunk is */
};

static void draw_line(struct tree *t, struct bus *bus, int32_t i, bool last)
{
    struct paint *p = t->p;
    struct spenn_drawing_wire *wire =
        spenn_paint_wire(p, p->box_of[bus->parent], p->box_of[i], -1);
    double along = middle(t, i);
    bool straight = fabs(along - bus->trunk) < 0.5;
    wire->class = "line";
    if (!bus->drawn) {
        spenn_paint_point(p, wire, point_at(t, bus->from, bus->trunk, false));
    }
    if (bus->drawn || !straight) {
        spenn_paint_point(p, wire, point_at(t, bus->turn, bus->reach, true));
    }
    if (!straight) {
        spenn_paint_point(p, wire, point_at(t, bus->turn, along, !last));
    }
    spenn_paint_point(
        p, wire, point_at(t, bus->to, straight ? bus->trunk : along, false));
    bus->drawn = true;
    bus->reach = straight ? bus->trunk : along;
}

/* The children before the trunk from the nearest outward, then those after it. */
static void draw_lines(struct tree *t, int32_t parent, const int32_t *kid, int32_t kids)
{
    const struct area *a = &t->area[parent], *b = &t->area[kid[0]];
    struct bus bus = {.parent = parent,
        .from = t->down ? a->y + a->h : a->x + a->w,
        .to = t->down ? b->y : b->x,
        .trunk = middle(t, parent),
        .reach = middle(t, parent)};
    int32_t after = 0;
    bus.turn = bus.to - lane / 2.0;
    while (after < kids && middle(t, kid[after]) < bus.trunk - 0.5) {
        after++;
    }
    for (int32_t i = after - 1; i >= 0; i--) {
        draw_line(t, &bus, kid[i], i == 0);
    }
    bus.reach = bus.trunk;
    for (int32_t i = after; i < kids; i++) {
        draw_line(t, &bus, kid[i], i == kids - 1);
    }
}

static int32_t children(const struct tree *t, int32_t parent, int32_t *kid)
{
    int32_t kids = 0;
    for (int32_t i = parent + 1; i <= t->last[parent]; i++) {
        if (t->p->f->cell[i].parent == parent) {
            kid[kids++] = i;
        }
    }
    return kids;
}

static void draw_all_lines(struct tree *t)
{
    int32_t *kid = array(t->p, t->p->f->cells, sizeof *kid);
    for (int32_t parent = 0; parent < t->p->f->cells; parent++) {
        int32_t kids = children(t, parent, kid);
        if (kids > 0) {
            draw_lines(t, parent, kid, kids);
        }
    }
}

/* What the levels are called, with their looks. */
static void tell_levels(struct tree *t)
{
    struct paint *p = t->p;
    for (int32_t i = 0; i < t->levels && i < p->f->columns.count; i++) {
        spenn_legend_add(&p->page->legend,
            &(struct spenn_legend_item){
                .label = spenn_paint_said(p, p->f->columns.name[i]),
                .style = spenn_look_styles[look_of(t, i)]});
    }
}

static void count(struct tree *t)
{
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        const struct cell *cell = &t->p->f->cell[i];
        t->last[i] = -1;
        t->level[cell->column].cells++;
        if (i > 0) {
            t->level[cell->column - 1].inner += t->last[cell->parent] < 0;
            t->last[cell->parent] = i;
        }
    }
    for (int32_t i = 0; i < t->p->f->cells; i++) {
        const struct cell *cell = &t->p->f->cell[i];
        struct level *level = &t->level[cell->column];
        struct type type = type_of(t, cell->column);
        level->least = fmax(level->least, spenn_paint_least(t->p, cell, &type));
    }
}

void spenn_paint_tree(struct paint *p)
{
    int32_t cells = p->f->cells;
    struct tree t = {.p = p,
        .down = p->f->direction == DIRECTION_DOWN,
        .levels = p->f->steps,
        .level = array(p, p->f->steps, sizeof *t.level),
        .block = array(p, cells, sizeof *t.block),
        .area = array(p, cells, sizeof *t.area),
        .last = array(p, cells, sizeof *t.last),
        .room = array(p, cells, sizeof *t.room),
        .inner = array(p, cells, sizeof *t.inner),
        .next = array(p, cells, sizeof *t.next),
        .after = array(p, cells, sizeof *t.after)};
    count(&t);
    layout(&t);
    for (int32_t i = 0; i < cells; i++) {
        const struct cell *cell = &p->f->cell[i];
        struct spenn_drawing_box *box =
            spenn_paint_cell(p, cell, &t.block[i], t.area[i], look_of(&t, cell->column));
        box->parent = cell->parent;
    }
    draw_all_lines(&t);
    tell_levels(&t);
}
