/* SPDX-License-Identifier: MIT
 * A ladder: steps as a staircase, the lowest at the left. Arrows run in the gaps between
 * the steps; in a fork the last two steps both follow the one before them. Side texts
 * stand above the low steps, brackets and the axis below the stairs. */
#include "paint.h"

#include "font.h"

#include <math.h>

static const double between = 30.0, least_width = 96.0, most_width = 190.0,
                    least_rise = 62.0, below_room = 90.0, side_gap = 8.0, axis_size = 9.0,
                    bracket_size = 8.5;

static const char *const step_word[2] = {"Trinn", "Step"},
                         *const or_word[2] = {"eller", "or"};

struct stairs {
    struct paint *p;
    int32_t steps;
    double width; /* of a step */
    double head;  /* height of its box */
    double rise;  /* from one step to the next */
};

static double left(const struct stairs *s, int32_t step)
{
    return step * (s->width + between);
}

/* The ground is at 0. */
static double top(const struct stairs *s, int32_t step)
{
    return -s->head - 12.0 - step * s->rise;
}

static struct type type_of(const struct paint *p, int32_t step)
{
    return (struct type){9.5, 8.0, 6.0,
        .over = spenn_arena_format(
            p->memory, "%s %d", spenn_paint_said(p, step_word), (int)step + 1)};
}

static void measure(struct stairs *s)
{
    struct paint *p = s->p;
    double room = (p->page->room_w - (s->steps - 1) * between) / s->steps;
    s->width = fmax(least_width, fmin(most_width, room));
    for (int32_t i = 0; i < s->steps; i++) {
        struct type type = type_of(p, i);
        s->width = fmax(s->width, spenn_paint_least(p, &p->f->cell[i], &type));
    }
    for (int32_t i = 0; i < s->steps; i++) {
        struct type type = type_of(p, i);
        struct block b = spenn_paint_block(p, &p->f->cell[i], s->width, &type);
        s->head = fmax(s->head, b.h);
    }
    double high = p->page->room_h - s->head - below_room;
    s->rise = fmax(fmax(least_rise, s->head / 2.0 + 12.0),
        fmin(high / (s->steps > 1 ? s->steps - 1 : 1), 1.6 * s->head));
}

static void draw_steps(struct stairs *s)
{
    struct paint *p = s->p;
    for (int32_t i = 0; i < s->steps; i++) {
        struct type type = type_of(p, i);
        struct block b = spenn_paint_block(p, &p->f->cell[i], s->width, &type);
        struct area area = {left(s, i), top(s, i), s->width, s->head};
        (void)spenn_paint_cell(p, &p->f->cell[i], &b, area, LOOK_LINE);
        spenn_paint_shape(p,
            &(struct spenn_drawing_shape){.x = area.x,
                .y = area.y + s->head,
                .w = s->width,
                .h = -area.y - s->head,
                .width = 0.8,
                .fill = "#EEF2F5",
                .stroke = RULE});
    }
}

/* From the right edge of one step up its gap to the left edge of the next. The second
 * arrow of a fork leaves the first where that turns. */
static void draw_arrow(struct stairs *s, int32_t from, int32_t to)
{
    struct paint *p = s->p;
    bool fork = p->f->form == FORM_FORK && to >= s->steps - 2, second = to > from + 1;
    struct spenn_drawing_wire *wire =
        spenn_paint_wire(p, p->box_of[from], p->box_of[to], -1);
    double x = left(s, from) + s->width, up = x + between / 2.0;
    double low = top(s, from) + s->head / 2.0, y = top(s, to) + s->head / 2.0;
    wire->arrow = SPENN_ARROW_VEE;
    if (second) {
        spenn_paint_point(p, wire,
            (struct spenn_drawing_point){up, top(s, to - 1) + s->head / 2.0, false});
    } else {
        spenn_paint_point(p, wire, (struct spenn_drawing_point){x, low, false});
        spenn_paint_point(p, wire, (struct spenn_drawing_point){up, low, false});
    }
    spenn_paint_point(p, wire, (struct spenn_drawing_point){up, y, fork && !second});
    spenn_paint_point(p, wire, (struct spenn_drawing_point){left(s, to), y, false});
}

static void draw_arrows(struct stairs *s)
{
    struct paint *p = s->p;
    bool fork = p->f->form == FORM_FORK;
    for (int32_t i = 1; i < s->steps; i++) {
        draw_arrow(s, fork && i == s->steps - 1 ? i - 2 : i - 1, i);
    }
    if (fork) {
        double x = left(s, s->steps - 1) - between / 2.0;
        spenn_paint_text(p,
            &(struct spenn_drawing_text){spenn_paint_said(p, or_word), INK, x,
                top(s, s->steps - 2) + s->head / 2.0, 8.5, 0, true});
    }
}

/* Above the steps that leave room, the last one lowest. */
static void draw_sides(struct stairs *s)
{
    struct paint *p = s->p;
    int32_t over = s->steps > 3 ? s->steps - 3 : 0;
    double width = left(s, over) + s->width, y = top(s, over) - 14.0;
    struct type type = {9.0, 8.0, 6.0, .over = NULL};
    for (int32_t i = p->f->cells - 1; i >= s->steps; i--) {
        struct block b = spenn_paint_block(p, &p->f->cell[i], width, &type);
        y -= b.h;
        (void)spenn_paint_cell(
            p, &p->f->cell[i], &b, (struct area){0.0, y, width, b.h}, LOOK_ADVICE);
        y -= side_gap;
    }
}

static void draw_bracket(struct stairs *s, const struct bracket *bracket, double y)
{
    struct paint *p = s->p;
    double x = left(s, bracket->from - 1) + 1.0;
    double width = left(s, bracket->to - 1) + s->width - 1.0 - x;
    const double ends[2] = {x, x + width - 1.0};
    for (int32_t i = 0; i < 2; i++) {
        spenn_paint_shape(p,
            &(struct spenn_drawing_shape){.x = ends[i],
                .y = y,
                .w = 1.0,
                .h = 6.0,
                .width = 0.2,
                .fill = SOFT,
                .stroke = SOFT});
    }
    spenn_paint_shape(p,
        &(struct spenn_drawing_shape){
            .x = x, .y = y + 6.0, .w = width, .width = 1.0, .stroke = SOFT});
    const char **line;
    struct spenn_font_wrap wrap = {bracket_size, width, 4, .bold = true};
    int32_t lines =
        spenn_font_lines(p->memory, spenn_paint_said(p, bracket->name), &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        spenn_paint_text(p,
            &(struct spenn_drawing_text){line[i], INK, x + width / 2.0,
                y + 18.0 + i * bracket_size * SPENN_DRAWING_LINE, bracket_size, 0, true});
    }
}

void spenn_paint_ladder(struct paint *p)
{
    struct stairs s = {.p = p, .steps = p->f->steps};
    const char *axis = spenn_paint_said(p, p->f->across);
    measure(&s);
    draw_steps(&s);
    draw_arrows(&s);
    draw_sides(&s);
    double y = 8.0;
    for (int32_t i = 0; i < p->f->brackets; i++) {
        draw_bracket(&s, &p->f->bracket[i], y);
    }
    y = p->f->brackets > 0 ? p->page->y1 + 12.0 : y;
    if (axis) {
        double width = left(&s, s.steps - 1) + s.width;
        spenn_paint_shape(p,
            &(struct spenn_drawing_shape){
                .y = y, .w = width, .width = 1.3, .stroke = INK, .arrow = true});
        spenn_paint_text(p,
            &(struct spenn_drawing_text){
                axis, INK, width, y + 14.0, axis_size, 1, false});
    }
}
