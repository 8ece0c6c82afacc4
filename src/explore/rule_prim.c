/* SPDX-License-Identifier: MIT
 * PRIM. Peeling: slice after slice of a twentieth is taken from that side of the box
 * where it raises the share of points that are so most for what is taken (per point, as
 * slices of whole numbers differ in size: Kwakkel and Jaxa-Rozen 2016, Environ. Model.
 * Softw. 79:311). Each box on the way is brought to at most three of its conditions, the
 * one first that tells most; then each cut is moved to where it tells most, which is
 * pasting when it goes outwards. */
#include "rule_parts.h"

#include <math.h>
#include <string.h>

static const double slice = 0.05;
enum { most_sweeps = 10 };

struct peeling {
    const struct spenn_rule_view *view;
    bool *inside;       /* [points] */
    int32_t count, so;  /* inside */
    double *low, *high; /* [inputs]: cuts, NAN: none */
};

struct peel { /* what one slice would be */
    struct spenn_condition condition;
    int32_t count, so; /* taken away */
    double gain;       /* in the share that is so, for each point */
};

/* Row number `j` from the side of the slice. */
static int32_t row_at(
    const struct spenn_rule_view *view, const struct spenn_condition *side, int32_t j)
{
    size_t column = (size_t)side->input * (size_t)view->points;
    int32_t at = side->above ? j : view->points - 1 - j;
    return view->order[column + (size_t)at];
}

static double value(const struct spenn_rule_view *view, int32_t input, int32_t row)
{
    return view->x[(size_t)input * (size_t)view->points + (size_t)row];
}

static double cut_between(double a, double b)
{
    return a < b ? spenn_rule_cut(a, b) : spenn_rule_cut(b, a);
}

/* The slice on one side: at least `least` points, and all that are equal to its last. */
static struct peel slice_of(
    const struct peeling *p, struct spenn_condition side, int32_t least)
{
    const struct spenn_rule_view *view = p->view;
    struct peel peel = {.condition = side, .gain = -INFINITY};
    double last = NAN;
    for (int32_t j = 0; j < view->points; j++) {
        int32_t row = row_at(view, &side, j);
        if (!p->inside[row]) {
            continue;
        }
        double x = value(view, side.input, row);
        if (peel.count >= least && x != last) {
            int32_t left = p->count - peel.count;
            double share = (double)(p->so - peel.so) / left;
            peel.condition.cut = cut_between(last, x);
            peel.gain = (share - (double)p->so / p->count) / peel.count;
            break;
        }
        last = x;
        peel.count++;
        peel.so += view->so[row];
    }
    return peel;
}

static void take(struct peeling *p, const struct peel *peel)
{
    const struct spenn_condition *c = &peel->condition;
    for (int32_t row = 0; row < p->view->points; row++) {
        p->inside[row] = p->inside[row] && spenn_condition_holds(p->view, c, row);
    }
    p->count -= peel->count;
    p->so -= peel->so;
    (c->above ? p->low : p->high)[c->input] = c->cut;
}

/* False when every point inside is so, or the box would become too small. */
static bool peel_once(struct peeling *p)
{
    struct peel best = {.gain = -INFINITY};
    int32_t least = (int32_t)(slice * p->count);
    least = least < 1 ? 1 : least;
    for (int32_t i = 0; i < 2 * p->view->inputs; i++) {
        struct spenn_condition side = {.input = i / 2, .above = i % 2 == 0};
        struct peel peel = slice_of(p, side, least);
        if (peel.gain > best.gain && p->count - peel.count >= p->view->least) {
            best = peel;
        }
    }
    if (p->so == p->count || !(best.gain > -INFINITY)) {
        return false;
    }
    take(p, &best);
    return true;
}

static double phi_with(const struct spenn_rule_view *view, const bool *kept,
    const struct spenn_condition *condition)
{
    struct spenn_rule_tally t = {.points = view->points};
    for (int32_t row = 0; row < view->points; row++) {
        bool told = kept[row] && spenn_condition_holds(view, condition, row);
        t.so += view->so[row];
        t.told += told;
        t.right += told && view->so[row];
    }
    return spenn_rule_phi(&t);
}

/* The box's condition that tells most together with those before; false: none is worth
 * its price. */
static bool add_condition(
    const struct peeling *p, bool *kept, struct spenn_box *box, double *worth)
{
    struct spenn_condition best = {0};
    double best_phi = -1;
    for (int32_t i = 0; i < 2 * p->view->inputs; i++) {
        bool above = i % 2 == 0;
        double cut = above ? p->low[i / 2] : p->high[i / 2];
        struct spenn_condition c = {i / 2, above, cut};
        double phi = isnan(cut) ? -1 : phi_with(p->view, kept, &c);
        if (phi > best_phi) {
            best = c;
            best_phi = phi;
        }
    }
    double now = best_phi - spenn_rule_price * (box->count + 1);
    if (!(now > *worth)) {
        return false;
    }
    *worth = now;
    box->condition[box->count++] = best;
    for (int32_t row = 0; row < p->view->points; row++) {
        kept[row] = kept[row] && spenn_condition_holds(p->view, &best, row);
    }
    return true;
}

/* Moves one cut to where it tells most of the points that the other conditions keep. */
static bool move_cut(const struct spenn_rule_view *view, const bool *kept,
    struct spenn_condition *condition, double *phi)
{
    struct spenn_condition from = {condition->input, !condition->above, 0};
    struct spenn_rule_tally t = {.points = view->points};
    for (int32_t row = 0; row < view->points; row++) {
        t.so += view->so[row];
    }
    double last = NAN;
    bool moved = false;
    for (int32_t j = 0; j < view->points; j++) {
        int32_t row = row_at(view, &from, j);
        if (!kept[row]) {
            continue;
        }
        double x = value(view, from.input, row), now = spenn_rule_phi(&t);
        if (t.told >= view->least && x != last && now > *phi + 1e-12) {
            *phi = now;
            condition->cut = cut_between(last, x);
            moved = true;
        }
        last = x;
        t.told++;
        t.right += view->so[row];
    }
    return moved;
}

/* The points that all conditions but one keep. */
static void keep_others(const struct spenn_rule_view *view, const struct spenn_box *box,
    int32_t one, bool *kept)
{
    for (int32_t row = 0; row < view->points; row++) {
        kept[row] = true;
        for (int32_t c = 0; c < box->count; c++) {
            kept[row] = kept[row]
                && (c == one || spenn_condition_holds(view, &box->condition[c], row));
        }
    }
}

static void move_cuts(
    const struct spenn_rule_view *view, struct spenn_box *box, bool *kept, double phi)
{
    bool moved = true;
    for (int32_t sweep = 0; moved && sweep < most_sweeps; sweep++) {
        moved = false;
        for (int32_t c = 0; c < box->count; c++) {
            keep_others(view, box, c, kept);
            moved = move_cut(view, kept, &box->condition[c], &phi) || moved;
        }
    }
}

/* The readable box of where the peeling stands. */
static void simplify(const struct peeling *p, bool *kept, struct spenn_rule *rule)
{
    struct spenn_box *box = &rule->box[0];
    double worth = 0;
    *rule = (struct spenn_rule){0};
    memset(kept, true, (size_t)p->view->points * sizeof *kept);
    while (box->count < spenn_rule_conditions && add_condition(p, kept, box, &worth)) {
        rule->boxes = 1;
    }
    move_cuts(p->view, box, kept, worth + spenn_rule_price * box->count);
}

void spenn_rule_prim(const struct spenn_rule_view *view, struct spenn_rule *best)
{
    struct spenn_arena memory = {0};
    size_t n = (size_t)view->points, k = (size_t)view->inputs;
    bool *kept = spenn_arena_alloc(&memory, n, sizeof *kept);
    struct peeling p = {.view = view, .count = view->points};
    p.inside = spenn_arena_alloc(&memory, n, sizeof *p.inside);
    p.low = spenn_arena_alloc(&memory, k, sizeof *p.low);
    p.high = spenn_arena_alloc(&memory, k, sizeof *p.high);
    for (size_t i = 0; i < k; i++) {
        p.low[i] = p.high[i] = NAN;
    }
    for (size_t row = 0; row < n; row++) {
        p.inside[row] = true;
        p.so += view->so[row];
    }
    double most = 0;
    *best = (struct spenn_rule){0};
    while (peel_once(&p)) {
        struct spenn_rule rule;
        simplify(&p, kept, &rule);
        double worth = rule.boxes > 0 ? spenn_rule_worth(view, &rule) : 0;
        if (worth > most) {
            *best = rule;
            most = worth;
        }
    }
    spenn_arena_free(&memory);
}
