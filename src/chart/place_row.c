/* SPDX-License-Identifier: MIT
 * A row of subtrees, each as far left as its contour allows. The right contour of the
 * siblings placed so far and the left contour of the next are walked down together
 * (Reingold and Tilford 1981; for boxes of any height van der Ploeg, Software Practice
 * and Experience 44, 2014). A step walked is covered by the newcomer and dropped, so a
 * row costs as many steps as its children have; a unit passes its contour up through at
 * most three rows, and the whole is linear in units. */
#include "place.h"

#include <float.h>
#include <math.h>

int32_t spenn_place_step(struct plan *p, double bottom, double x, int32_t next)
{
    if (p->steps == p->step_room) {
        p->step_room = p->step_room ? p->step_room * 2 : 256;
        p->step = spenn_arena_grow(
            p->memory, p->step, (size_t)p->steps, (size_t)p->step_room, sizeof *p->step);
    }
    p->step[p->steps] = (struct step){bottom, x, next};
    return p->steps++;
}

struct skyline { /* of the siblings placed */
    int32_t left, left_end, right;
    double bottom, most_left, most_right;
};

static void shift(struct plan *p, int32_t step, double dx, double dy)
{
    for (; step >= 0; step = p->step[step].next) {
        p->step[step].x += dx;
        p->step[step].bottom += dy;
    }
}

static int32_t last(const struct plan *p, int32_t step)
{
    while (p->step[step].next >= 0) {
        step = p->step[step].next;
    }
    return step;
}

static int32_t below(const struct plan *p, int32_t step, double y)
{
    while (step >= 0 && p->step[step].bottom <= y) {
        step = p->step[step].next;
    }
    return step;
}

static double distance(const struct plan *p, int32_t right, int32_t left)
{
    double most = -DBL_MAX;
    while (right >= 0 && left >= 0) {
        const struct step *r = &p->step[right], *l = &p->step[left];
        most = fmax(most, r->x + p->gap.box - l->x);
        if (r->bottom <= l->bottom) {
            right = r->next;
        } else {
            left = l->next;
        }
    }
    return most;
}

/* Joins the contours of a subtree, already moved to its place, to those before it. */
static void join(struct plan *p, struct skyline *sky, const struct box *kid)
{
    int32_t left_end = last(p, kid->left_chain), right_end = last(p, kid->right_chain);
    double bottom = p->step[right_end].bottom;
    p->step[right_end].next = below(p, sky->right, bottom);
    sky->right = kid->right_chain;
    if (bottom > sky->bottom) {
        int32_t deeper = below(p, kid->left_chain, sky->bottom);
        if (sky->left < 0) {
            sky->left = deeper;
        } else {
            p->step[sky->left_end].next = deeper;
        }
        sky->left_end = left_end;
        sky->bottom = bottom;
    }
    sky->most_left = fmin(sky->most_left, kid->x - kid->left);
    sky->most_right = fmax(sky->most_right, kid->x + kid->right);
}

/* Where the box stands above its row: over the middle of its first and last child, of
 * the leadership group's members if some are not. */
static double anchor(const struct plan *p, const struct tier *tier, bool top)
{
    double first = DBL_MAX, final = -DBL_MAX;
    bool members = false;
    for (int32_t i = 0; top && i < tier->count; i++) {
        members = members || p->box[p->kid[tier->first + i]].member;
    }
    for (int32_t i = 0; i < tier->count; i++) {
        const struct box *kid = &p->box[p->kid[tier->first + i]];
        if (!members || kid->member) {
            first = fmin(first, kid->x);
            final = fmax(final, kid->x);
        }
    }
    return (first + final) / 2.0;
}

/* A child almost below the box is put right below it: no short jog in its line. */
static double snap(const struct plan *p, const struct tier *tier, double middle)
{
    for (int32_t i = 0; i < tier->count; i++) {
        double x = p->box[p->kid[tier->first + i]].x;
        if (fabs(x - middle) < 10.0) {
            return x;
        }
    }
    return middle;
}

double spenn_place_row(struct plan *p, struct box *box, struct tier *tier, bool walls)
{
    struct skyline sky = {-1, -1, -1, 0.0, DBL_MAX, -DBL_MAX};
    double tall = 0.0;
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = &p->box[p->kid[tier->first + i]];
        double room = p->gap.box + (walls && p->lanes ? 8.0 : 0.0);
        kid->x = i == 0 ? 0.0
            : walls     ? sky.most_right + room + kid->left
                        : distance(p, sky.right, kid->left_chain);
        kid->y = tier->top;
        shift(p, kid->left_chain, kid->x, 0.0);
        shift(p, kid->right_chain, kid->x, 0.0);
        join(p, &sky, kid);
        tall = fmax(tall, kid->tall);
    }
    bool top = p->top >= 0 && box == &p->box[p->top] && p->group != SPENN_NONE;
    double middle = snap(p, tier, anchor(p, tier, top));
    for (int32_t i = 0; i < tier->count; i++) {
        p->box[p->kid[tier->first + i]].x -= middle;
    }
    shift(p, sky.left, -middle, tier->top);
    shift(p, sky.right, -middle, tier->top);
    p->step[last(p, box->left_chain)].next = sky.left;
    p->step[last(p, box->right_chain)].next = sky.right;
    box->left = fmax(box->left, middle - sky.most_left);
    box->right = fmax(box->right, sky.most_right - middle);
    return tall;
}
