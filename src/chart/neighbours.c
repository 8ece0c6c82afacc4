/* SPDX-License-Identifier: MIT
 * In a before/after chart, orders siblings so that units move between neighbours: the
 * order with the least total distance of moves, and of those the one nearest to the given
 * order. Up to eight siblings are tried in full; of more, one after the other is put
 * where it is best until none gains. Siblings that stand together (the members of the
 * leadership group) stay together. */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

/* Beyond so many moves and siblings no arrows are drawn, so any order will do. */
enum { all_orders = 8, most_full = 4, most_kids = 200, most_moves = 64, rounds = 4 };

struct pair { /* a move between two children of a box, or of what is below them */
    int32_t above, from, to;
};

struct order {
    int32_t count, pairs;
    struct pair pair[most_moves];           /* of places in the given order */
    int32_t at[most_kids], best[most_kids]; /* sibling at each place */
    int32_t together[most_kids];            /* rank of each sibling */
    int64_t cost;                           /* of best */
};

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    int order = (a->above > b->above) - (a->above < b->above);
    if (order == 0) {
        order = (a->from > b->from) - (a->from < b->from);
    }
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

/* The two siblings that a move goes between; false when one place is below the other. */
static bool siblings(const struct plan *p, int32_t a, int32_t b, struct pair *pair)
{
    while (a >= 0 && b >= 0 && p->box[a].parent != p->box[b].parent) {
        if (p->box[a].depth >= p->box[b].depth) {
            a = p->box[a].parent;
        } else {
            b = p->box[b].parent;
        }
    }
    if (a < 0 || b < 0 || a == b) {
        return false;
    }
    *pair = (struct pair){p->box[a].parent, a, b};
    return pair->above >= 0;
}

static int64_t cost_of(const struct order *o, const int32_t *at)
{
    int32_t place[most_kids] = {0};
    int64_t distance = 0, shift = 0, mixed = 0;
    for (int32_t i = 0; i < o->count; i++) {
        place[at[i]] = i;
        mixed += i > 0 && o->together[at[i]] < o->together[at[i - 1]];
    }
    for (int32_t i = 0; i < o->count; i++) {
        shift += abs(place[i] - i);
    }
    for (int32_t i = 0; i < o->pairs; i++) {
        distance += abs(place[o->pair[i].from] - place[o->pair[i].to]);
    }
    return (mixed * 10000 + distance) * 100000 + shift;
}

static void keep_better(struct order *o)
{
    int64_t cost = cost_of(o, o->at);
    if (cost < o->cost) {
        o->cost = cost;
        memcpy(o->best, o->at, (size_t)o->count * sizeof *o->at);
    }
}

/* The next permutation in lexical order; false after the last. */
static bool advance(struct order *o)
{
    int32_t i = o->count - 2, k = o->count - 1;
    while (i >= 0 && o->at[i] > o->at[i + 1]) {
        i--;
    }
    if (i < 0) {
        return false;
    }
    while (o->at[k] < o->at[i]) {
        k--;
    }
    int32_t kept = o->at[i];
    o->at[i] = o->at[k];
    o->at[k] = kept;
    for (int32_t l = i + 1, r = o->count - 1; l < r; l++, r--) {
        kept = o->at[l];
        o->at[l] = o->at[r];
        o->at[r] = kept;
    }
    return true;
}

/* The sibling at a place of the best order goes to each other place. */
static void insert(struct order *o, int32_t from)
{
    int32_t start[most_kids];
    memcpy(start, o->best, (size_t)o->count * sizeof *start);
    for (int32_t to = 0; to < o->count; to++) {
        int32_t left = from < to ? from : to, right = from < to ? to : from;
        memcpy(o->at, start, (size_t)o->count * sizeof *start);
        memmove(o->at + left + (from > to), start + left + (from < to),
            (size_t)(right - left) * sizeof *start);
        o->at[to] = start[from];
        keep_better(o);
    }
}

static void improve(struct order *o)
{
    int64_t before = o->cost + 1;
    for (int32_t round = 0; round < rounds && o->cost < before; round++) {
        before = o->cost;
        for (int32_t i = 0; i < o->count; i++) {
            insert(o, i);
        }
    }
}

/* What a tier's order is judged by; false when no move is between its boxes. */
static bool begin(struct order *o, const struct plan *p, const struct tier *tier,
    const struct pair *pair, int32_t pairs)
{
    const int32_t *kid = p->kid + tier->first;
    *o = (struct order){.count = tier->count};
    for (int32_t i = 0; i < pairs; i++) {
        struct pair place = {pair[i].above, -1, -1};
        for (int32_t k = 0; k < o->count; k++) {
            place.from = kid[k] == pair[i].from ? k : place.from;
            place.to = kid[k] == pair[i].to ? k : place.to;
        }
        if (place.from >= 0 && place.to >= 0) {
            o->pair[o->pairs++] = place;
        }
    }
    for (int32_t i = 0; i < o->count; i++) {
        o->at[i] = o->best[i] = i;
        o->together[i] = p->box[kid[i]].rank;
    }
    o->cost = cost_of(o, o->at);
    return o->pairs > 0;
}

/* Pairs between children of one box; returns whether all orders were tried. */
static bool reorder(struct plan *p, const struct tier *tier, const struct pair *pair,
    int32_t pairs, bool all)
{
    struct order o;
    if (tier->count < 3 || tier->count > most_kids || tier->panels || pairs > most_moves
        || !begin(&o, p, tier, pair, pairs)) {
        return false;
    }
    all = all && o.count <= all_orders;
    if (all) {
        while (advance(&o)) {
            keep_better(&o);
        }
    } else {
        improve(&o);
    }
    int32_t kid[most_kids];
    memcpy(kid, p->kid + tier->first, (size_t)o.count * sizeof *kid);
    for (int32_t i = 0; i < o.count; i++) {
        p->kid[tier->first + i] = kid[o.best[i]];
    }
    return all;
}

void spenn_plan_neighbours(struct plan *p)
{
    size_t room = 2 * (size_t)p->count + 1;
    struct pair *pair = spenn_arena_alloc(p->memory, room, sizeof *pair);
    int32_t pairs = 0, tried = 0;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        pairs += box->target >= 0 && siblings(p, b, box->target, &pair[pairs]);
        pairs += box->origin >= 0 && siblings(p, box->origin, b, &pair[pairs]);
    }
    qsort(pair, (size_t)pairs, sizeof *pair, compare_pairs);
    for (int32_t i = 0, n; i < pairs; i += n) {
        for (n = 1; i + n < pairs && pair[i + n].above == pair[i].above;) {
            n++;
        }
        const struct box *above = &p->box[pair[i].above];
        for (int32_t t = FIRST; t < TIERS; t++) {
            tried += reorder(p, &above->tier[t], pair + i, n, tried < most_full);
        }
    }
}
