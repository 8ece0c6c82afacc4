/* SPDX-License-Identifier: MIT
 * Measures of functions: whether each has an owner, and just one, and whether what a user
 * needs together is found in one place. */
#include "cover.h"

#include <math.h>
#include <string.h>

bool *spenn_functions_owned(
    const struct spenn_functions *functions, struct spenn_arena *memory)
{
    const struct spenn_lists *lists = &functions->lists;
    bool *owned = spenn_arena_alloc(memory, (size_t)lists->distinct, sizeof *owned);
    for (int32_t i = lists->first[functions->units]; i < lists->first[lists->count];
         i++) {
        owned[lists->item[i]] = true;
    }
    return owned;
}

static bool in_one_group(const struct spenn_model *m, const spenn_id *unit, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        if (strcmp(m->units.group[unit[i]], m->units.group[unit[0]]) != 0) {
            return false;
        }
    }
    return true;
}

/* Marks the places that unit u serves; false when one is marked already, or when it does
 * not say which it serves. */
static bool mark_places(
    const struct spenn_lists *served, spenn_id u, int32_t *stamp, int32_t mark)
{
    int32_t at = served->first[u], end = served->first[u + 1];
    bool free = at < end;
    for (; at < end; at++) {
        free = free && stamp[served->item[at]] != mark;
        stamp[served->item[at]] = mark;
    }
    return free;
}

/* stamp[p]: the last function + 1 of which an owner serves place p. */
static bool share_places(const struct spenn_lists *served, const spenn_id *unit,
    int32_t count, int32_t *stamp, int32_t mark)
{
    bool apart = true;
    for (int32_t i = 0; i < count && apart; i++) {
        apart = mark_places(served, unit[i], stamp, mark);
    }
    return apart;
}

bool *spenn_functions_clear(const struct spenn_model *m,
    const struct spenn_functions *functions, struct spenn_arena *memory)
{
    struct spenn_holders owners =
        spenn_holders_make(&functions->lists, functions->units, memory);
    struct spenn_lists served = spenn_lists_make(m->units.serves, m->units.count, memory);
    int32_t distinct = functions->lists.distinct;
    bool *clear = spenn_arena_alloc(memory, (size_t)distinct, sizeof *clear);
    int32_t *stamp = spenn_arena_alloc(memory, (size_t)served.distinct, sizeof *stamp);
    for (int32_t n = 0; n < distinct; n++) {
        const spenn_id *unit = owners.unit + owners.first[n];
        int32_t count = owners.first[n + 1] - owners.first[n];
        clear[n] = count > 0
            && (in_one_group(m, unit, count)
                || share_places(&served, unit, count, stamp, n + 1));
    }
    return clear;
}

bool spenn_fill_coverage(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_functions functions = spenn_functions_make(r->m, &scratch);
    const bool *owned = spenn_functions_owned(&functions, &scratch);
    int32_t asked = functions.lists.first[1];
    (void)err;
    for (int32_t i = 0; i < asked; i++) {
        value[0] += owned[functions.lists.item[i]];
    }
    value[0] = asked > 0 ? value[0] / asked : NAN;
    spenn_arena_free(&scratch);
    return true;
}

struct cover { /* of one need */
    const struct spenn_rest *rest;
    const struct spenn_functions *functions;
    int32_t *bit; /* place of a function in the need, or -1 */
    uint64_t
        *have; /* of every unit, and of all below it: which of the need's functions */
};

/* Up to 64 functions of the need from `from` on: which the units own themselves. */
static void take_own(struct cover *c, int32_t from, int32_t count)
{
    const struct spenn_lists *lists = &c->functions->lists;
    for (int32_t i = 0; i < lists->distinct; i++) {
        c->bit[i] = -1;
    }
    for (int32_t i = 0; i < count; i++) {
        c->bit[lists->item[from + i]] = i;
    }
    for (spenn_id u = 0; u < c->rest->tree.count; u++) {
        int32_t list = c->functions->units + u;
        c->have[u] = 0;
        for (int32_t i = lists->first[list]; i < lists->first[list + 1]; i++) {
            int32_t bit = c->bit[lists->item[i]];
            c->have[u] |= bit >= 0 ? (uint64_t)1 << bit : 0;
        }
    }
}

static uint64_t in_forum(const struct cover *c, spenn_id f)
{
    const struct spenn_model *m = c->rest->m;
    uint64_t have = 0;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        have |= c->have[m->members.unit[m->forums.first[f] + i]];
    }
    return have;
}

/* Leaves only the units and forums (after the units) that have all of these too. */
static void keep_covering(struct cover *c, uint64_t all, bool *covers)
{
    const struct spenn_model *m = c->rest->m;
    const struct spenn_tree *tree = &c->rest->tree;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        bool narrow = m->forums.kind[f] != SPENN_FORUM_EXTENDED;
        covers[tree->count + f] &= narrow && in_forum(c, f) == all;
    }
    for (int32_t i = 0; i < tree->count; i++) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        covers[u] &= c->have[u] == all;
        if (above != SPENN_NONE) {
            c->have[above] |= c->have[u];
        }
    }
}

/* The top leader and all above it have everything below them: that is no one place. */
static bool is_covered(const struct spenn_rest *r, bool *covers)
{
    const struct spenn_model *m = r->m;
    for (spenn_id u = r->top; u != SPENN_NONE; u = m->units.parent[u]) {
        covers[u] = false;
    }
    for (int32_t i = 0; i < m->units.count + m->forums.count; i++) {
        if (covers[i]) {
            return true;
        }
    }
    return false;
}

bool spenn_need_is_covered(
    const struct spenn_rest *r, const struct spenn_functions *functions, int32_t need)
{
    struct spenn_arena scratch = {0};
    const struct spenn_lists *lists = &functions->lists;
    size_t places = (size_t)r->m->units.count + (size_t)r->m->forums.count;
    bool *covers = spenn_arena_alloc(&scratch, places, sizeof *covers);
    struct cover c = {r, functions,
        spenn_arena_alloc(&scratch, (size_t)lists->distinct, sizeof *c.bit),
        spenn_arena_alloc(&scratch, (size_t)r->m->units.count, sizeof *c.have)};
    for (size_t i = 0; i < places; i++) {
        covers[i] = true;
    }
    int32_t end = lists->first[1 + need + 1];
    for (int32_t from = lists->first[1 + need]; from < end; from += 64) {
        int32_t count = end - from < 64 ? end - from : 64;
        take_own(&c, from, count);
        keep_covering(&c, UINT64_MAX >> (64 - count), covers);
    }
    bool covered = is_covered(r, covers);
    spenn_arena_free(&scratch);
    return covered;
}

bool spenn_fill_gap(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_functions functions = spenn_functions_make(r->m, &scratch);
    int32_t needs = r->m->needs.count;
    (void)err;
    for (int32_t n = 0; n < needs; n++) {
        value[0] += !spenn_need_is_covered(r, &functions, n);
    }
    value[0] = needs > 0 ? value[0] / needs : NAN;
    spenn_arena_free(&scratch);
    return true;
}
