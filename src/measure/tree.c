/* SPDX-License-Identifier: MIT
 * Measures of a forest in one pass each. */
#include "tree.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct spenn_tree spenn_tree_make(const struct spenn_model *m, struct spenn_arena *memory)
{
    int32_t count = m->units.count;
    const spenn_id *parent = m->units.parent;
    struct spenn_tree tree = {
        .count = count,
        .order = spenn_arena_alloc(memory, (size_t)count, sizeof *tree.order),
        .reports = spenn_arena_alloc(memory, (size_t)count, sizeof *tree.reports),
    };
    int32_t *pending = spenn_arena_alloc(memory, (size_t)count, sizeof *pending);
    for (spenn_id u = 0; u < count; u++) {
        if (parent[u] != SPENN_NONE) {
            tree.reports[parent[u]]++;
            pending[parent[u]]++;
        }
    }
    int32_t end = 0;
    for (spenn_id leaf = 0; leaf < count; leaf++) {
        spenn_id u = tree.reports[leaf] ? SPENN_NONE : leaf;
        while (u != SPENN_NONE) {
            tree.order[end++] = u;
            u = parent[u];
            u = u != SPENN_NONE && --pending[u] == 0 ? u : SPENN_NONE;
        }
    }
    assert(end == count); /* a checked model has no cycle */
    return tree;
}

bool spenn_kind_is_outside(int32_t kind)
{
    return kind == SPENN_ADVICE || kind == SPENN_LEGAL_ENTITY || kind == SPENN_EXTERNAL;
}

bool spenn_kind_is_beside(int32_t kind)
{
    return kind == SPENN_STAFF || kind == SPENN_SUPPORT || kind == SPENN_ADVICE;
}

bool spenn_kind_is_political(int32_t kind)
{
    return kind == SPENN_COUNCIL || kind == SPENN_COMMITTEE;
}

void spenn_tree_layers(
    const struct spenn_model *m, const struct spenn_tree *tree, int32_t *layer)
{
    for (int32_t i = tree->count; i-- > 0;) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        int32_t base = above == SPENN_NONE ? 0 : layer[above];
        bool political = spenn_kind_is_political(m->units.kind[u]) && base == 0;
        layer[u] = political ? 0 : base + 1;
    }
}

void spenn_tree_roots(
    const struct spenn_model *m, const struct spenn_tree *tree, spenn_id *root)
{
    for (int32_t i = tree->count; i-- > 0;) { /* superiors before their reports */
        spenn_id u = tree->order[i], above = m->units.parent[u];
        root[u] = above == SPENN_NONE ? u : root[above];
    }
}

void spenn_tree_layers_below(
    const struct spenn_model *m, const struct spenn_tree *tree, int32_t *below)
{
    memset(below, 0, (size_t)tree->count * sizeof *below);
    for (int32_t i = 0; i < tree->count; i++) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        if (above != SPENN_NONE && !spenn_kind_is_outside(m->units.kind[u])
            && below[above] < below[u] + 1) {
            below[above] = below[u] + 1;
        }
    }
}

void spenn_tree_sizes(
    const struct spenn_model *m, const struct spenn_tree *tree, double *size)
{
    for (spenn_id u = 0; u < tree->count; u++) {
        size[u] = isnan(m->units.fte[u]) ? 0.0 : m->units.fte[u];
    }
    for (int32_t i = 0; i < tree->count; i++) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        if (above != SPENN_NONE) {
            size[above] += size[u];
        }
    }
}

void spenn_tree_betweenness(const struct spenn_model *m, const struct spenn_tree *tree,
    struct spenn_arena *memory, double *betweenness)
{
    size_t count = (size_t)tree->count;
    double *below = spenn_arena_alloc(memory, count, sizeof *below);
    double *squares = spenn_arena_alloc(memory, count, sizeof *squares);
    double *whole = spenn_arena_alloc(memory, count, sizeof *whole);
    for (int32_t i = 0; i < tree->count; i++) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        if (above != SPENN_NONE) {
            below[above] += below[u] + 1.0;
            squares[above] += (below[u] + 1.0) * (below[u] + 1.0);
        }
    }
    for (int32_t i = tree->count; i-- > 0;) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        whole[u] = above == SPENN_NONE ? below[u] + 1.0 : whole[above];
        double s = below[u];
        betweenness[u] = (s * s - squares[u]) / 2.0 + s * (whole[u] - 1.0 - s);
    }
}
