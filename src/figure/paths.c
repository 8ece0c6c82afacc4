/* SPDX-License-Identifier: MIT
 * Straight lines between boxes and, where another box is in the way, the shortest detour
 * around its corners: Dijkstra over the corners that see one another, at most
 * O(corners^2 * boxes) for a line, found only for lines that need it. */
#include "paint.h"

#include <math.h>
#include <string.h>

static const double keep = 7.0, pass = 5.0; /* distance of corners from boxes, of lines */

/* Liang and Barsky's clipping: the part of a stretch inside a rectangle. */
static bool inside(const struct area *a, double more,
    const struct spenn_drawing_point ends[2], double part[2])
{
    double dx = ends[1].x - ends[0].x, dy = ends[1].y - ends[0].y;
    const double step[4] = {-dx, dx, -dy, dy};
    const double room[4] = {ends[0].x - (a->x - more), a->x + a->w + more - ends[0].x,
        ends[0].y - (a->y - more), a->y + a->h + more - ends[0].y};
    part[0] = 0.0;
    part[1] = 1.0;
    for (int32_t i = 0; i < 4; i++) {
        if (step[i] == 0.0 && room[i] <= 0.0) {
            return false;
        }
        if (step[i] < 0.0) {
            part[0] = fmax(part[0], room[i] / step[i]);
        } else if (step[i] > 0.0) {
            part[1] = fmin(part[1], room[i] / step[i]);
        }
    }
    return part[0] < part[1];
}

bool spenn_paths_hit(
    const struct area *area, double more, const struct spenn_drawing_point ends[2])
{
    double part[2];
    return inside(area, more, ends, part);
}

struct search {
    const struct paths *paths;
    int32_t from, to;
    int32_t count; /* 0 the start, 1 the end, then four a box */
    struct spenn_drawing_point *point;
    double *length;
    int32_t *before;
    bool *done;
};

static struct spenn_drawing_point middle(const struct area *a)
{
    return (struct spenn_drawing_point){a->x + a->w / 2.0, a->y + a->h / 2.0, false};
}

/* A line may leave its own two boxes only at its ends. */
static bool sees(const struct search *s, int32_t a, int32_t b)
{
    const struct spenn_drawing_point ends[2] = {s->point[a], s->point[b]};
    for (int32_t i = 0; i < s->paths->boxes; i++) {
        bool own =
            (i == s->from && (a == 0 || b == 0)) || (i == s->to && (a == 1 || b == 1));
        if (!own && spenn_paths_hit(&s->paths->box[i], pass, ends)) {
            return false;
        }
    }
    return true;
}

static void place_points(struct search *s)
{
    s->point[0] = middle(&s->paths->box[s->from]);
    s->point[1] = middle(&s->paths->box[s->to]);
    for (int32_t i = 0; i < s->paths->boxes; i++) {
        const struct area *a = &s->paths->box[i];
        for (int32_t c = 0; c < 4; c++) {
            s->point[2 + 4 * i + c] =
                (struct spenn_drawing_point){c % 2 ? a->x + a->w + keep : a->x - keep,
                    c / 2 ? a->y + a->h + keep : a->y - keep, false};
        }
    }
}

static int32_t nearest(const struct search *s)
{
    int32_t best = -1;
    for (int32_t i = 0; i < s->count; i++) {
        if (!s->done[i] && isfinite(s->length[i])
            && (best < 0 || s->length[i] < s->length[best])) {
            best = i;
        }
    }
    return best;
}

/* Ways through a point that are shorter than those known. */
static void relax(struct search *s, int32_t at)
{
    s->done[at] = true;
    for (int32_t i = 1; i < s->count; i++) {
        double way = s->length[at]
            + hypot(s->point[i].x - s->point[at].x, s->point[i].y - s->point[at].y);
        if (!s->done[i] && way < s->length[i] && sees(s, at, i)) {
            s->length[i] = way;
            s->before[i] = at;
        }
    }
}

static void walk(struct search *s)
{
    for (int32_t i = 0; i < s->count; i++) {
        s->length[i] = i ? INFINITY : 0.0;
        s->before[i] = -1;
    }
    for (int32_t at = 0; at >= 0 && at != 1; at = nearest(s)) {
        relax(s, at);
    }
}

/* The end inside a box moves to its border. */
static void clip(const struct area *box, struct spenn_drawing_point *end,
    const struct spenn_drawing_point *next)
{
    const struct spenn_drawing_point ends[2] = {*end, *next};
    double part[2];
    if (inside(box, 0.0, ends, part)) {
        end->x += (next->x - end->x) * part[1];
        end->y += (next->y - end->y) * part[1];
    }
}

int32_t spenn_paths_find(const struct paths *paths, int32_t from, int32_t to,
    struct spenn_drawing_point **points)
{
    size_t count = 2 + 4 * (size_t)paths->boxes;
    struct search s = {.paths = paths, .from = from, .to = to, .count = (int32_t)count};
    s.point = spenn_arena_alloc(paths->memory, count, sizeof *s.point);
    s.length = spenn_arena_alloc(paths->memory, count, sizeof *s.length);
    s.before = spenn_arena_alloc(paths->memory, count, sizeof *s.before);
    s.done = spenn_arena_alloc(paths->memory, count, sizeof *s.done);
    place_points(&s);
    if (!sees(&s, 0, 1)) {
        walk(&s);
    }
    int32_t length = 1;
    for (int32_t i = 1; i > 0; i = s.before[i]) {
        length++;
    }
    *points = spenn_arena_alloc(paths->memory, (size_t)length, sizeof **points);
    int32_t at = 1;
    for (int32_t i = length - 1; i > 0; i--) {
        (*points)[i] = s.point[at];
        at = s.before[at];
    }
    (*points)[0] = s.point[0];
    clip(&paths->box[from], &(*points)[0], &(*points)[1]);
    clip(&paths->box[to], &(*points)[length - 1], &(*points)[length - 2]);
    return length;
}
