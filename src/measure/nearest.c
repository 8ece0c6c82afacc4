/* SPDX-License-Identifier: MIT
 * Heavy paths over the parent column, and pairs counted by a monotone stack. */
#include "nearest.h"

#include <string.h>

bool spenn_unit_works(
    const struct spenn_model *m, const struct spenn_tree *tree, spenn_id u)
{
    int32_t kind = m->units.kind[u];
    return tree->reports[u] == 0 && !spenn_kind_is_political(kind)
        && !spenn_kind_is_outside(kind);
}

/* Units in each subtree, and the child with the largest one. */
static void find_heavy(const struct spenn_nearest *nearest, const struct spenn_tree *tree,
    int32_t *size, spenn_id *heavy)
{
    for (spenn_id u = 0; u < tree->count; u++) {
        size[u] = 1;
        heavy[u] = SPENN_NONE;
    }
    for (int32_t i = 0; i < tree->count; i++) {
        spenn_id u = tree->order[i], above = nearest->parent[u];
        if (above == SPENN_NONE) {
            continue;
        }
        size[above] += size[u];
        if (heavy[above] == SPENN_NONE || size[heavy[above]] < size[u]) {
            heavy[above] = u;
        }
    }
}

static void place_units(struct spenn_nearest *nearest, const struct spenn_tree *tree,
    const int32_t *size, const spenn_id *heavy, int32_t *next)
{
    int32_t root_place = 0;
    for (int32_t i = tree->count; i-- > 0;) {
        spenn_id u = tree->order[i], above = nearest->parent[u];
        int32_t *at = above == SPENN_NONE ? &root_place : &next[above];
        nearest->place[u] = *at;
        *at += size[u];
        next[u] = nearest->place[u] + 1;
        nearest->placed[nearest->place[u]] = u;
        nearest->depth[u] = above == SPENN_NONE ? 0 : nearest->depth[above] + 1;
        bool goes_on = above != SPENN_NONE && heavy[above] == u;
        nearest->head[u] = goes_on ? nearest->head[above] : u;
    }
}

struct spenn_nearest spenn_nearest_make(const struct spenn_model *m,
    const struct spenn_tree *tree, struct spenn_arena *memory)
{
    size_t count = (size_t)tree->count;
    struct spenn_nearest nearest = {
        .parent = m->units.parent,
        .depth = spenn_arena_alloc(memory, count, sizeof *nearest.depth),
        .head = spenn_arena_alloc(memory, count, sizeof *nearest.head),
        .place = spenn_arena_alloc(memory, count, sizeof *nearest.place),
        .placed = spenn_arena_alloc(memory, count, sizeof *nearest.placed),
        .worker = spenn_arena_alloc(memory, count, sizeof *nearest.worker),
        .stack = spenn_arena_alloc(memory, count, sizeof *nearest.stack),
    };
    struct spenn_arena scratch = {0};
    int32_t *size = spenn_arena_alloc(&scratch, count, sizeof *size);
    spenn_id *heavy = spenn_arena_alloc(&scratch, count, sizeof *heavy);
    find_heavy(&nearest, tree, size, heavy);
    int32_t *next = spenn_arena_alloc(&scratch, count, sizeof *next);
    place_units(&nearest, tree, size, heavy, next);
    spenn_arena_free(&scratch);
    for (int32_t i = 0; i < tree->count; i++) {
        if (spenn_unit_works(m, tree, nearest.placed[i])) {
            nearest.worker[nearest.worker_count++] = nearest.placed[i];
        }
    }
    return nearest;
}

spenn_id spenn_nearest_superior(
    const struct spenn_nearest *nearest, spenn_id u, spenn_id v)
{
    while (nearest->head[u] != nearest->head[v]) {
        spenn_id a = nearest->head[u], b = nearest->head[v];
        if (nearest->depth[a] >= nearest->depth[b]) {
            u = nearest->parent[a];
        } else {
            v = nearest->parent[b];
        }
        if (u == SPENN_NONE || v == SPENN_NONE) {
            return SPENN_NONE;
        }
    }
    return nearest->depth[u] <= nearest->depth[v] ? u : v;
}

/* Takes candidates at `depth` or below it off the stack and books their pairs; returns
 * the beginnings they stood for. */
static int32_t settle_candidates(const struct spenn_nearest *nearest, int32_t *height,
    int32_t depth, int32_t now, struct spenn_pair_sums *pairs)
{
    int32_t starts = 0;
    while (*height > 0) {
        const struct spenn_candidate *top = &nearest->stack[*height - 1];
        if (nearest->depth[top->superior] < depth) {
            break;
        }
        pairs->superior[top->superior] +=
            pairs->weight * (double)top->starts * (double)(now - top->since);
        starts += top->starts;
        (*height)--;
    }
    return starts;
}

void spenn_nearest_count(const struct spenn_nearest *nearest, const spenn_id *list,
    int32_t count, struct spenn_pair_sums *pairs)
{
    int32_t height = 0;
    for (int32_t i = 1; i < count; i++) {
        spenn_id superior = spenn_nearest_superior(nearest, list[i - 1], list[i]);
        if (superior == SPENN_NONE) { /* another tree: no pair reaches across */
            settle_candidates(nearest, &height, 0, i, pairs);
            continue;
        }
        int32_t depth = nearest->depth[superior];
        int32_t starts = 1 + settle_candidates(nearest, &height, depth, i, pairs);
        nearest->stack[height++] = (struct spenn_candidate){superior, starts, i};
    }
    settle_candidates(nearest, &height, 0, count, pairs);
}
