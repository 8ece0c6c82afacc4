/* SPDX-License-Identifier: MIT
 * Grid, then bisection of every change on it: first of the state itself, then of where
 * the interval stops telling it on either side. */
#include "crossing.h"

#include <assert.h>
#include <math.h>

enum { most_a_cell = 3 }; /* crossings in a cell of the grid: as many as states */

struct search {
    const struct spenn_axis *axis;
    spenn_margin_at *at;
    void *context;
    struct spenn_crossings *found;
};

struct end { /* one side of a bracket */
    double x;
    struct spenn_margin margin;
};

typedef bool same_function(const struct spenn_margin *a, const struct spenn_margin *b);

static enum spenn_state state_of(const struct spenn_margin *margin)
{
    return isnan(margin->mean) ? SPENN_UNTOLD
        : margin->mean > 0     ? SPENN_HOLDS
                               : SPENN_FAILS;
}

/* Whether the interval leaves no doubt about the state. */
static bool is_sure(const struct spenn_margin *margin)
{
    return isnan(margin->mean) || margin->low > 0 || margin->high <= 0;
}

static bool same_state(const struct spenn_margin *a, const struct spenn_margin *b)
{
    return state_of(a) == state_of(b);
}

static bool same_doubt(const struct spenn_margin *a, const struct spenn_margin *b)
{
    return is_sure(a) == is_sure(b);
}

static bool evaluate(struct search *search, double x, struct end *end)
{
    end->x = x;
    search->found->tried++;
    bool ok = search->at(search->context, x, &end->margin);
    bool known = isnan(end->margin.mean) || end->margin.low == end->margin.high;
    search->found->exact = search->found->exact && known;
    return ok;
}

/* Brings two ends that differ together: `a` stays like itself, `b` unlike it. */
static bool bisect(
    struct search *search, struct end *a, struct end *b, same_function *same)
{
    bool whole = search->axis->whole;
    double near = whole ? 1 : search->axis->tolerance;
    while (fabs(b->x - a->x) > near) {
        struct end middle;
        double x = a->x + (b->x - a->x) / 2;
        x = whole ? floor(x) : x;
        if (x == a->x || x == b->x) { /* next to each other as far as numbers go */
            break;
        }
        if (!evaluate(search, x, &middle)) {
            return false;
        }
        *(same(&middle.margin, &a->margin) ? a : b) = middle;
    }
    return true;
}

static int32_t grid_size(const struct spenn_axis *axis)
{
    double most = axis->high - axis->low;
    return (axis->whole && most < axis->cells ? (int32_t)most : axis->cells) + 1;
}

static double grid_x(const struct spenn_axis *axis, int32_t points, int32_t i)
{
    double x = axis->low + (axis->high - axis->low) * i / (points - 1);
    return i + 1 == points ? axis->high : axis->whole ? round(x) : x;
}

static bool try_grid(struct search *search, struct spenn_arena *memory)
{
    struct spenn_crossings *found = search->found;
    found->points = grid_size(search->axis);
    found->x = spenn_arena_alloc(memory, (size_t)found->points, sizeof *found->x);
    found->margin =
        spenn_arena_alloc(memory, (size_t)found->points, sizeof *found->margin);
    for (int32_t i = 0; i < found->points; i++) {
        struct end end;
        if (!evaluate(search, grid_x(search->axis, found->points, i), &end)) {
            return false;
        }
        found->x[i] = end.x;
        found->margin[i] = end.margin;
    }
    found->start = state_of(&found->margin[0]);
    return true;
}

/* From `inner`, where the interval is in doubt, outwards over the grid (step -1 or 1) to
 * where it is not. */
static bool doubt_ends(struct search *search, struct end inner, int32_t point,
    int32_t step, struct end *edge)
{
    const struct spenn_crossings *found = search->found;
    *edge = inner;
    if (is_sure(&inner.margin)) {
        return true;
    }
    while (point >= 0 && point < found->points && !is_sure(&found->margin[point])) {
        inner = (struct end){found->x[point], found->margin[point]};
        point += step;
    }
    if (point < 0 || point >= found->points) {
        edge->x = step < 0 ? search->axis->low : search->axis->high;
        edge->margin = inner.margin; /* still in doubt: open */
        return true;
    }
    *edge = (struct end){found->x[point], found->margin[point]};
    return bisect(search, edge, &inner, same_doubt);
}

/* The crossing between a and b, which lie in cell i of the grid. */
static bool add_crossing(
    struct search *search, const struct end *a, const struct end *b, int32_t i)
{
    struct spenn_crossing *c = &search->found->crossing[search->found->count++];
    struct end low, high;
    if (!doubt_ends(search, *a, i, -1, &low)
        || !doubt_ends(search, *b, i + 1, 1, &high)) {
        return false;
    }
    bool certain = is_sure(&a->margin) && is_sure(&b->margin);
    *c = (struct spenn_crossing){.last = a->x,
        .first = b->x,
        .low = certain ? b->x : low.x,
        .high = certain ? b->x : high.x,
        .low_open = !is_sure(&low.margin),
        .high_open = !is_sure(&high.margin),
        .before = state_of(&a->margin),
        .after = state_of(&b->margin)};
    return true;
}

/* All changes within cell i: a cell may go from one state to the other by way of where
 * nothing can be told. */
static bool search_cell(struct search *search, int32_t i)
{
    const struct spenn_crossings *found = search->found;
    struct end from = {found->x[i], found->margin[i]};
    const struct end to = {found->x[i + 1], found->margin[i + 1]};
    for (int32_t n = 0; n < most_a_cell && !same_state(&from.margin, &to.margin); n++) {
        struct end a = from, b = to;
        if (!bisect(search, &a, &b, same_state) || !add_crossing(search, &a, &b, i)) {
            return false;
        }
        from = b;
    }
    return true;
}

/* Whether every point in doubt lies within the interval of a crossing. */
static bool doubts_explained(const struct spenn_crossings *found)
{
    bool all = true;
    for (int32_t i = 0; i < found->points; i++) {
        bool within = is_sure(&found->margin[i]);
        for (int32_t c = 0; c < found->count && !within; c++) {
            const struct spenn_crossing *crossing = &found->crossing[c];
            within = crossing->low <= found->x[i] && found->x[i] <= crossing->high;
        }
        all = all && within;
    }
    return all;
}

bool spenn_crossings_find(const struct spenn_axis *axis, spenn_margin_at *at,
    void *context, struct spenn_arena *memory, struct spenn_crossings *found)
{
    assert(axis->low < axis->high && axis->cells > 0 && axis->tolerance > 0);
    struct search search = {axis, at, context, found};
    *found = (struct spenn_crossings){.exact = true};
    if (!try_grid(&search, memory)) {
        return false;
    }
    found->crossing = spenn_arena_alloc(
        memory, (size_t)found->points * most_a_cell, sizeof *found->crossing);
    for (int32_t i = 0; i + 1 < found->points; i++) {
        if (!search_cell(&search, i)) {
            return false;
        }
    }
    found->sure = doubts_explained(found);
    return true;
}
