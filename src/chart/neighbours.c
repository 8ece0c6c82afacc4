/* SPDX-License-Identifier: MIT
 * In a before/after chart, orders the first row so that units move between neighbours:
 * of all permutations the one with the least total distance of moves, and of those the
 * one nearest to the given order. Up to eight siblings are tried in full. */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

enum { most = 8 };

struct order {
    int32_t count;
    int32_t moves[most][most]; /* between siblings */
    int32_t at[most];          /* sibling at each place */
    int32_t best[most], cost;
};

/* The sibling of the row above or at a box, by its place in the row; -1 outside it. */
static int32_t sibling_of(const struct plan *p, const struct tier *row, int32_t b)
{
    while (b >= 0 && p->box[b].parent != p->top) {
        b = p->box[b].parent;
    }
    int32_t place = -1;
    for (int32_t i = 0; i < row->count; i++) {
        place = b >= 0 && p->kid[row->first + i] == b ? i : place;
    }
    return place;
}

static int32_t cost_of(const struct order *o)
{
    int32_t place[most], distance = 0, shift = 0;
    for (int32_t i = 0; i < o->count; i++) {
        place[o->at[i]] = i;
    }
    for (int32_t i = 0; i < o->count; i++) {
        shift += abs(place[i] - i);
        for (int32_t k = 0; k < o->count; k++) {
            distance += o->moves[i][k] * abs(place[i] - place[k]);
        }
    }
    return distance * 1000 + shift;
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

void spenn_plan_neighbours(struct plan *p)
{
    struct order o = {0};
    const struct tier *row = p->top >= 0 ? &p->box[p->top].tier[FIRST] : NULL;
    if (row == NULL || row->count < 3 || row->count > most) {
        return;
    }
    o.count = row->count;
    for (int32_t b = 0; b < p->count; b++) {
        int32_t from = p->box[b].target >= 0 ? sibling_of(p, row, b) : -1;
        int32_t to = from >= 0 ? sibling_of(p, row, p->box[b].target) : -1;
        if (to >= 0) {
            o.moves[from][to]++;
        }
    }
    for (int32_t i = 0; i < o.count; i++) {
        o.at[i] = o.best[i] = i;
    }
    o.cost = cost_of(&o);
    while (o.cost >= 1000 && advance(&o)) {
        int32_t cost = cost_of(&o);
        if (cost < o.cost) {
            o.cost = cost;
            memcpy(o.best, o.at, sizeof o.best);
        }
    }
    int32_t kid[most];
    memcpy(kid, p->kid + row->first, (size_t)o.count * sizeof *kid);
    for (int32_t i = 0; i < o.count; i++) {
        p->kid[row->first + i] = kid[o.best[i]];
    }
}
