/* SPDX-License-Identifier: MIT
 * Tries several layouts and keeps the one that fills the area at the largest scale; the
 * first is the plainest, and a later one must be clearly better to replace it. */
#include "place.h"

#include <float.h>
#include <math.h>

static const int32_t row_choices[] = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 38, 44, 52, 60};
enum {
    row_choice_count = sizeof row_choices / sizeof *row_choices,
    plain_levels = 2,
    budget = 120000, /* boxes placed over all trials */
};
static const double large_enough = 0.9, clearly = 1.03;
static const double too_small = 0.6; /* for A4, so rows of rows of rows may be tried */

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
    double width, height; /* of the area */
    struct trial best;
    double best_text, best_scale;
    int64_t spent;
};

static struct trial_use try_one(
    struct plan *p, struct search *s, const struct trial *trial)
{
    struct trial_use use = spenn_place_modes(p, trial);
    spenn_place_boxes(p);
    const struct box *root = &p->box[0];
    double w = root->left + root->right + 24.0, h = root->tall + 24.0;
    double scale = fmin(large_enough, fmin(s->width / w, s->height / h));
    if (scale > s->best_scale * clearly) {
        s->best = *trial;
        s->best_scale = scale;
        s->best_text = p->width;
    }
    s->spent += p->count;
    return use;
}

static bool enough(const struct search *s)
{
    return s->best_scale >= large_enough || s->spent > budget;
}

/* All heights of columns of the second tier with one of the first; whether the first
 * has columns at all. */
static bool try_second(struct plan *p, struct search *s, struct trial trial)
{
    struct trial_use use = {.second = true};
    for (int32_t q = 0; q < row_choice_count && use.second && !enough(s); q++) {
        trial.second = row_choices[q];
        use = try_one(p, s, &trial);
    }
    return use.rows;
}

static void try_rows(struct plan *p, struct search *s, const struct trial *base)
{
    bool rows = true;
    for (int32_t r = 0; r < row_choice_count && rows && !enough(s); r++) {
        struct trial trial = *base;
        trial.rows = row_choices[r];
        rows = try_second(p, s, trial);
    }
}

static void try_width(struct plan *p, struct search *s, double text)
{
    static const struct trial bases[] = {{1, 1, 2, true}, {1, 1, 2, false},
        {1, 1, 1, false}, {1, 1, 3, false}, {1, 1, 4, false}, {1, 1, 6, false}};
    spenn_plan_measure(p, text);
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        if (bases[i].levels <= plain_levels || s->best_scale < too_small) {
            try_rows(p, s, &bases[i]);
        }
    }
}

void spenn_plan_layout(struct plan *p, double width, double height)
{
    struct search s = {.width = width, .height = height};
    p->label = 7.5;
    try_width(p, &s, 104.0);
    if (!enough(&s)) {
        try_width(p, &s, 84.0);
    }
    if (p->width != s.best_text) {
        spenn_plan_measure(p, s.best_text);
    }
    /* Labels shrink less than boxes: 6.5 pt on paper, between 7.5 and 9.5 in the plan. */
    p->label = fmax(7.5, fmin(9.5, 6.5 / s.best_scale));
    spenn_place_modes(p, &s.best);
    spenn_place_boxes(p);
    absolute(p);
}
