/* SPDX-License-Identifier: MIT
 * Tries several layouts and keeps the one that fills the area at the largest scale: one
 * choice is varied at a time, the others as in the best so far, until none of them helps.
 * The first is the plainest, and a later one must be clearly better to replace it. What
 * room is left over goes into the distances. The boxes placed over all trials are
 * bounded, so the cost is linear. */
#include "place.h"

#include "furniture.h"

#include <float.h>
#include <math.h>

#define ROWS                                                                             \
    {                                                                                    \
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,   \
            23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 37, 40, 44, 48, 52, 56, 60       \
    }
enum { most_values = 40, passes = 3, budget = 400000, coarse = 120 };
static const struct {
    int32_t count, value[most_values]; /* the first is where the search begins */
} choices[CHOICES] = {
    [BY_LEVELS] = {5, {2, 1, 3, 4, 6}},
    [BY_LEAVES] = {2, {1, 0}},
    [BY_STACK] = {2, {0, 1}},
    [BY_ROWS] = {most_values, ROWS},
    [BY_SECOND] = {most_values, ROWS},
    [BY_DEEP] = {most_values, ROWS},
    [BY_LISTS] = {7, {0, 12, 16, 20, 26, 34, 44}},
    [BY_TEXT] = {3, {104, 84, 136}},
    [BY_SQUARES] = {10, {10, 12, 14, 17, 20, 25, 32, 40, 8, 6}},
};
static const double clearly = 0.96, stacked = 1.5,
                    split = 1.35; /* as bad as being so much smaller */

static void absolute(struct plan *p)
{
    p->x0 = p->y0 = DBL_MAX;
    p->x1 = p->y1 = -DBL_MAX;
    for (int32_t b = 0; b < p->count; b++) {
        struct box *box = &p->box[b];
        if (box->parent >= 0) {
            box->x += p->box[box->parent].x;
            box->y += p->box[box->parent].y;
        } else {
            box->x = box->y = 0.0;
        }
        if (box->unit != SPENN_NONE) {
            p->x0 = fmin(p->x0, box->x - box->w / 2.0);
            p->x1 = fmax(p->x1, box->x + box->w / 2.0);
            p->y0 = fmin(p->y0, box->y);
            p->y1 = fmax(p->y1, box->y + box->h);
        }
    }
    for (int32_t i = 0; i < p->panels; i++) {
        struct panel *panel = &p->panel[i];
        panel->x += p->box[panel->box].x;
        panel->y += p->box[panel->box].y;
        p->x0 = fmin(p->x0, panel->x);
        p->x1 = fmax(p->x1, panel->x + panel->w);
        p->y1 = fmax(p->y1, panel->y + panel->h);
    }
}

struct search {
    struct plan *p;
    double width, height; /* of the area */
    struct trial best;
    uint32_t used;  /* choices that matter there */
    double cost;    /* of the best; the least there can be */
    int64_t left;   /* boxes that may still be placed, squares as a quarter */
    int32_t coarse; /* how few values are tried, from 0 */
};

/* Places all as the trial says. The share of the area's width or height that it takes,
 * the larger counts; but no chart is enlarged beyond a limit. */
static double cost_of(struct search *s, const struct trial *trial, uint32_t *used)
{
    struct plan *p = s->p;
    if (p->width != trial->at[BY_TEXT]) {
        spenn_plan_measure(p, trial->at[BY_TEXT]);
    }
    p->gap = (struct gaps){.box = 14.0 * trial->wide,
        .list = 5.0 * (0.5 + 0.5 * trial->high),
        .row = 30.0 * trial->high,
        .second = 46.0 * trial->high};
    *used = spenn_place_modes(p, trial);
    spenn_place_boxes(p);
    s->left -= p->count - p->folded.squares * 3 / 4;
    const struct box *root = &p->box[0];
    double w = (root->left + root->right + 24.0) / s->width;
    double h = (root->tall + 24.0) / s->height;
    double most = fmax(w, h), least = 1.0 / SPENN_PAGE_MOST;
    bool stacks = *used & PLACE_STACKS || p->stacked;
    double worse = (stacks ? stacked : 1.0) * (p->split ? split : 1.0);
    return (most <= least ? least : most + 0.02 * fmin(w, h)) * worse;
}

static bool enough(const struct search *s)
{
    return s->cost <= 1.0 / SPENN_PAGE_MOST || s->left < 0;
}

static void try_one(struct search *s, const struct trial *trial, double needed)
{
    uint32_t used;
    double cost = cost_of(s, trial, &used);
    if (cost < s->cost * needed) {
        s->best = *trial;
        s->cost = cost;
        s->used = used;
    }
}

/* The place of the next value to try: of many boxes, ever fewer of the higher rows. */
static int32_t next(const struct search *s, int32_t v)
{
    return v + 1 + v * s->coarse / 4;
}

/* All rows together: a tier alone cannot make a chart narrower that two make wide. */
static void try_all_rows(struct search *s)
{
    for (int32_t v = 0; v < choices[BY_ROWS].count && !enough(s); v = next(s, v)) {
        struct trial trial = s->best;
        trial.at[BY_ROWS] = trial.at[BY_SECOND] = trial.at[BY_DEEP] =
            choices[BY_ROWS].value[v];
        try_one(s, &trial, clearly);
    }
}

static void try_values(struct search *s, enum choice choice)
{
    bool all = choices[choice].count < most_values;
    for (int32_t v = 0; v < choices[choice].count && !enough(s);
         v = all ? v + 1 : next(s, v)) {
        struct trial trial = s->best;
        trial.at[choice] = choices[choice].value[v];
        if (trial.at[choice] != s->best.at[choice]) {
            try_one(s, &trial, clearly);
        }
    }
}

/* What changes most is tried first, as boxes may run out. */
static void try_choices(struct search *s)
{
    static const uint32_t rows = 1u << BY_ROWS | 1u << BY_SECOND | 1u << BY_DEEP;
    for (int32_t c = 0; c < CHOICES; c++) {
        if (c == BY_ROWS && s->used & rows) {
            try_all_rows(s);
        }
        if (c == BY_TEXT || s->used & 1u << c) {
            try_values(s, (enum choice)c);
        }
    }
}

static void search(struct search *s)
{
    double before = DBL_MAX;
    for (int32_t pass = 0; pass < passes && s->cost < before && !enough(s); pass++) {
        before = s->cost;
        try_choices(s);
    }
}

/* The largest distances that make the chart no smaller. */
static void spread(struct search *s)
{
    static const double airs[] = {1.2, 1.4, 1.6, 1.8};
    for (int32_t i = 0; i < 8; i++) {
        struct trial trial = s->best;
        *(i % 2 ? &trial.wide : &trial.high) = airs[i / 2];
        if (i % 2 == 0 && s->left < 0) {
            return;
        }
        try_one(s, &trial, 1.002);
    }
}

void spenn_plan_layout(struct plan *p, double width, double height)
{
    struct search s = {
        .p = p, .width = width, .height = height, .cost = DBL_MAX, .left = budget};
    struct trial first = {.wide = 1.0, .high = 1.0};
    for (int32_t c = 0; c < CHOICES; c++) {
        first.at[c] = choices[c].value[0];
    }
    s.coarse = (int32_t)fmin(2.0, coarse * (double)p->count / budget);
    p->label = 7.5;
    p->width = 0.0;
    try_one(&s, &first, 1.0);
    search(&s);
    spread(&s);
    /* Labels shrink less than boxes: 6.5 pt on paper, between 7.5 and 9.5 in the plan. */
    p->label = fmax(7.5, fmin(9.5, 6.5 * s.cost));
    cost_of(&s, &s.best, &s.used);
    absolute(p);
}
