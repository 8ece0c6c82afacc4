/* SPDX-License-Identifier: MIT
 * Arrows from the place a unit left to where it is now: the only curves of the grammar,
 * so that nobody reads them as lines of command. Each is the best of some Bezier curves
 * from side to side: one that meets no box or label, and crosses the arrows before it as
 * little as can be. Only between neighbours and while they are few: for the rest the
 * texts of both places have to do. */
#include "frame.h"
#include "room.h"
#include "sheet.h"

#include "font.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { most_moves = 16, samples = 20, sides = 2 };
static const double bends[] = {8.0, 15.0, 24.0, 36.0};
enum { bend_count = sizeof bends / sizeof *bends };
static const double clearance = 2.5;
static const double gentle = 18.0, sharp = 3.0, among_ticks = 30.0, crossing = 90.0,
                    beside = 4.0;

struct curve {
    int32_t from, to;
    double x[samples + 1], y[samples + 1];
    struct spenn_drawing_point control[4];
};

struct stretch {
    double x, y0, y1;
};

struct sky { /* what one arrow has to avoid */
    const struct plan *p;
    const struct spenn_drawing *chart; /* its texts are names of second lines */
    int32_t boxes, lines, curves;
    int32_t *box;         /* those near it */
    struct stretch *line; /* stretches of lines that run up or down near it */
    struct curve curve[most_moves + 1];
};

static void sample(struct curve *c)
{
    const struct spenn_drawing_point *p = c->control;
    for (int32_t i = 0; i <= samples; i++) {
        double t = (double)i / samples, u = 1.0 - t;
        double a = u * u * u, b = 3.0 * u * u * t, d = 3.0 * u * t * t, e = t * t * t;
        c->x[i] = a * p[0].x + b * p[1].x + d * p[2].x + e * p[3].x;
        c->y[i] = a * p[0].y + b * p[1].y + d * p[2].y + e * p[3].y;
    }
}

/* Where an arrow meets the side of a box: in lists below the tick that meets its left. */
static struct spenn_drawing_point edge(const struct box *box, int32_t side)
{
    double below = box->level == hung && side < 0 ? 0.74 : 0.5;
    return (struct spenn_drawing_point){
        box->x + side * box->w / 2.0, box->y + below * box->h, false};
}

/* Cuts the part of a stretch from `from` to `to` down to where it lies between two sides
 * of a box; false when nothing is left. */
static bool cut(double from, double to, const double sides_at[2], double part[2])
{
    double way = to - from;
    if (fabs(way) < 1e-9) {
        return from > sides_at[0] && from < sides_at[1];
    }
    double a = (sides_at[0] - from) / way, b = (sides_at[1] - from) / way;
    part[0] = fmax(part[0], fmin(a, b));
    part[1] = fmin(part[1], fmax(a, b));
    return part[0] < part[1];
}

/* Whether a curve comes nearer to an area than `gap`. */
static bool comes_near(const struct curve *c, const struct area *a, double gap)
{
    const double x[2] = {a->x0 - gap, a->x1 + gap}, y[2] = {a->y0 - gap, a->y1 + gap};
    for (int32_t k = 0; k < samples; k++) {
        double part[2] = {0.0, 1.0};
        if (cut(c->x[k], c->x[k + 1], x, part) && cut(c->y[k], c->y[k + 1], y, part)) {
            return true;
        }
    }
    return false;
}

/* Of boxes and of the labels of frames and lines. */
static bool clear(const struct sky *sky, const struct curve *c)
{
    const struct plan *p = sky->p;
    bool is_clear = true;
    for (int32_t i = 0; i < sky->boxes && is_clear; i++) {
        const struct box *box = &p->box[sky->box[i]];
        bool end = sky->box[i] == c->from || sky->box[i] == c->to;
        struct area area = {
            box->x - box->w / 2.0, box->y, box->x + box->w / 2.0, box->y + box->h};
        is_clear = !comes_near(c, &area, end ? -0.2 : clearance);
    }
    for (int32_t i = 0; i < p->frames && is_clear; i++) {
        is_clear = !comes_near(c, &p->frame[i].label, 1.0);
    }
    for (int32_t i = 0; i < sky->chart->texts && is_clear; i++) {
        const struct spenn_drawing_text *t = &sky->chart->text[i];
        double w = 1.04 * spenn_font_width(t->text, t->size, t->bold);
        struct area area = {t->x, t->y - 0.85 * t->size, t->x + w, t->y + 0.15 * t->size};
        is_clear = !comes_near(c, &area, 1.0);
    }
    return is_clear;
}

static double turn(const struct curve *c, int32_t i, double x, double y)
{
    return (c->x[i + 1] - c->x[i]) * (y - c->y[i])
        - (c->y[i + 1] - c->y[i]) * (x - c->x[i]);
}

/* Whether stretch i of one curve crosses stretch k of another. */
static bool cross(const struct curve *a, int32_t i, const struct curve *b, int32_t k)
{
    double low = fmin(a->y[i], a->y[i + 1]), high = fmax(a->y[i], a->y[i + 1]);
    if (fmin(b->y[k], b->y[k + 1]) > high || fmax(b->y[k], b->y[k + 1]) < low) {
        return false;
    }
    return turn(a, i, b->x[k], b->y[k]) * turn(a, i, b->x[k + 1], b->y[k + 1]) <= 0.0
        && turn(b, k, a->x[i], a->y[i]) * turn(b, k, a->x[i + 1], a->y[i + 1]) <= 0.0;
}

static int32_t crossings(const struct curve *a, const struct curve *b)
{
    int32_t count = 0, end = samples - (a->to == b->to); /* where both arrive they meet */
    for (int32_t i = 0; i < end; i++) {
        for (int32_t k = 0; k < end; k++) {
            count += cross(a, i, b, k);
        }
    }
    return count;
}

/* How many points of a curve lie along a stretch from a to b rather than across it. */
static int32_t along(const struct curve *c, double ax, double ay, double bx, double by)
{
    int32_t count = 0;
    for (int32_t i = 1; i < samples; i++) {
        double part = ay < by || ay > by ? (c->y[i] - ay) / (by - ay) : -1.0;
        count += part >= 0.0 && part <= 1.0
            && fabs(c->x[i] - ax - part * (bx - ax)) < clearance;
    }
    return count;
}

static int32_t along_curve(const struct curve *c, const struct curve *other)
{
    int32_t count = 0;
    for (int32_t i = 1; i < samples - (c->to == other->to ? 3 : 0); i++) {
        count += along(c, other->x[i - 1], other->y[i - 1], other->x[i], other->y[i]);
    }
    return count;
}

/* Length, and what makes an arrow hard to follow: a sharp bend, an end among the ticks
 * at the left of a list, other arrows that it crosses. */
static double cost_of(const struct sky *sky, const struct curve *c)
{
    double cost = 0.0;
    for (int32_t end = 0; end < 2; end++) {
        const struct box *box = &sky->p->box[end ? c->to : c->from];
        double bent = fabs(c->control[2 * end].x - c->control[2 * end + 1].x);
        cost += fmax(0.0, gentle - bent) * sharp;
        cost += box->level == hung && c->control[3 * end].x < box->x ? among_ticks : 0.0;
    }
    for (int32_t i = 0; i < samples; i++) {
        cost += hypot(c->x[i + 1] - c->x[i], c->y[i + 1] - c->y[i]);
    }
    for (int32_t i = 0; i < sky->curves; i++) {
        cost += crossing * crossings(c, &sky->curve[i])
            + beside * along_curve(c, &sky->curve[i]);
    }
    for (int32_t i = 0; i < sky->lines; i++) {
        const struct stretch *line = &sky->line[i];
        cost += beside * along(c, line->x, line->y0, line->x, line->y1);
    }
    return cost;
}

static void bend(
    const struct plan *p, struct curve *c, const int32_t side[2], double out, double in)
{
    struct spenn_drawing_point from = edge(&p->box[c->from], side[0]);
    struct spenn_drawing_point to = edge(&p->box[c->to], side[1]);
    c->control[0] = from;
    c->control[1] = (struct spenn_drawing_point){from.x + side[0] * out, from.y, false};
    c->control[2] =
        (struct spenn_drawing_point){to.x + side[1] * (in + 5.0), to.y, false};
    c->control[3] = to;
    sample(c);
}

/* The best curve between two boxes becomes the next of the sky; false when all of them
 * meet a box. */
static bool find(struct sky *sky, int32_t from, int32_t to)
{
    struct curve try = {.from = from, .to = to};
    double best = DBL_MAX;
    for (int32_t i = 0; i < sides * sides * bend_count * bend_count; i++) {
        int32_t choice = i / (bend_count * bend_count);
        const int32_t side[2] = {choice & 1 ? 1 : -1, choice & 2 ? 1 : -1};
        bend(sky->p, &try, side, bends[i / bend_count % bend_count],
            bends[i % bend_count]);
        double cost = clear(sky, &try) ? cost_of(sky, &try) : DBL_MAX;
        if (cost < best) {
            best = cost;
            sky->curve[sky->curves] = try;
        }
    }
    return best < DBL_MAX;
}

static bool near_enough(const struct box *from, const struct box *to)
{
    return fabs(to->x - from->x) < 1.4 * (from->w + to->w);
}

/* Boxes and lines that a curve between the two may meet. */
static void look_around(struct sky *sky, const struct spenn_drawing *chart,
    const struct box *from, const struct box *to)
{
    double reach = bends[bend_count - 1] + 5.0;
    struct area a = {fmin(from->x - from->w / 2.0, to->x - to->w / 2.0) - reach,
        fmin(from->y, to->y) - clearance,
        fmax(from->x + from->w / 2.0, to->x + to->w / 2.0) + reach,
        fmax(from->y + from->h, to->y + to->h) + clearance};
    sky->boxes = sky->lines = 0;
    for (int32_t b = 0; b < sky->p->count; b++) {
        const struct box *box = &sky->p->box[b];
        if (box->unit != SPENN_NONE && box->x + box->w / 2.0 > a.x0
            && box->x - box->w / 2.0 < a.x1 && box->y + box->h > a.y0 && box->y < a.y1) {
            sky->box[sky->boxes++] = b;
        }
    }
    for (int32_t i = 1; i < chart->points;
         i++) { /* also from line to line: rarely near */
        const struct spenn_drawing_point *p = &chart->point[i];
        if (fabs(p->x - p[-1].x) < 1e-6 && p->x > a.x0 && p->x < a.x1
            && fmax(p->y, p[-1].y) > a.y0 && fmin(p->y, p[-1].y) < a.y1) {
            sky->line[sky->lines++] = (struct stretch){p->x, p[-1].y, p->y};
        }
    }
}

static void draw(struct spenn_drawing *chart, const struct plan *p, const struct curve *c)
{
    struct path path = {.count = 4};
    for (int32_t i = 0; i < path.count; i++) {
        path.point[i] = c->control[i];
    }
    bool merge = p->box[c->from].change != CHANGE_GHOST;
    struct spenn_drawing_wire *wire = spenn_sheet_wire(
        chart, p, (int32_t[]){c->from, c->to}, merge ? WIRE_MERGE : WIRE_MOVE, &path);
    wire->curved = true;
}

struct move {
    int32_t from, to;
    double tall; /* how far up or down it goes */
};

/* The short ones first: those around them then bend wider. */
static int compare_moves(const void *left, const void *right)
{
    const struct move *a = left, *b = right;
    return a->tall != b->tall ? (a->tall < b->tall ? -1 : 1)
                              : (a->from > b->from) - (a->from < b->from);
}

static bool add(const struct plan *p, int32_t from, int32_t to, struct move *move)
{
    if (from < 0 || to < 0 || !near_enough(&p->box[from], &p->box[to])) {
        return false;
    }
    *move = (struct move){from, to, fabs(p->box[to].y - p->box[from].y)};
    return true;
}

void spenn_sheet_moves(struct spenn_drawing *chart, const struct plan *p)
{
    size_t room = (size_t)p->count + 1;
    struct sky sky = {.p = p,
        .chart = chart,
        .box = spenn_arena_alloc(p->memory, room, sizeof *sky.box),
        .line =
            spenn_arena_alloc(p->memory, (size_t)chart->points + 1, sizeof *sky.line)};
    struct move *move = spenn_arena_alloc(p->memory, 2 * room, sizeof *move);
    int32_t moves = 0;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        bool first = box->origin >= 0 && p->box[box->origin].target == b;
        moves += add(p, b, box->target, &move[moves]);
        moves += !first && add(p, box->origin, b, &move[moves]);
    }
    qsort(move, (size_t)moves, sizeof *move, compare_moves);
    for (int32_t i = 0; i < moves && sky.curves <= most_moves; i++) {
        look_around(&sky, chart, &p->box[move[i].from], &p->box[move[i].to]);
        sky.curves += find(&sky, move[i].from, move[i].to);
    }
    for (int32_t i = 0; i < sky.curves && sky.curves <= most_moves; i++) {
        draw(chart, p, &sky.curve[i]);
    }
}
