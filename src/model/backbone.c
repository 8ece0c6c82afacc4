/* SPDX-License-Identifier: MIT */
#include "backbone.h"

#include <math.h>

/* Children of every vertex, in the order of rows; first has two entries to spare. */
static void list_children(struct spenn_backbone *b)
{
    for (spenn_id v = 0; v < b->vertices; v++) {
        if (b->parent[v] != SPENN_NONE) {
            b->first[b->parent[v] + 2]++;
        }
    }
    for (spenn_id v = 0; v < b->vertices; v++) {
        b->first[v + 2] += b->first[v + 1];
    }
    for (spenn_id v = 0; v < b->vertices; v++) {
        if (b->parent[v] != SPENN_NONE) {
            b->child[b->first[b->parent[v] + 1]++] = v;
        }
    }
}

static spenn_id join_roots(struct spenn_backbone *b, const spenn_id *parent)
{
    spenn_id root = SPENN_NONE;
    int32_t roots = 0;
    for (spenn_id u = 0; u < b->count; u++) {
        b->parent[u] = parent[u];
        root = parent[u] == SPENN_NONE ? u : root;
        roots += parent[u] == SPENN_NONE;
    }
    b->vertices = b->count + (roots > 1);
    for (spenn_id u = 0; roots > 1 && u < b->count; u++) {
        b->parent[u] = parent[u] == SPENN_NONE ? b->count : parent[u];
    }
    b->parent[b->count] = SPENN_NONE;
    return roots > 1 ? b->count : root;
}

struct spenn_backbone spenn_backbone_make(
    const spenn_id *parent, int32_t count, struct spenn_arena *memory)
{
    size_t room = (size_t)count + 1;
    struct spenn_backbone b = {.count = count,
        .parent = spenn_arena_alloc(memory, room, sizeof *b.parent),
        .depth = spenn_arena_alloc(memory, room, sizeof *b.depth),
        .first = spenn_arena_alloc(memory, room + 2, sizeof *b.first),
        .child = spenn_arena_alloc(memory, room, sizeof *b.child),
        .order = spenn_arena_alloc(memory, room, sizeof *b.order),
        .here = spenn_arena_alloc(memory, room, sizeof *b.here),
        .there = spenn_arena_alloc(memory, room, sizeof *b.there)};
    spenn_id top = join_roots(&b, parent);
    list_children(&b);
    if (top != SPENN_NONE) {
        spenn_backbone_walk(&b, top);
    }
    for (spenn_id v = 0; v < b.vertices; v++) {
        b.depth[v] = b.there[v];
        b.height = b.there[v] > b.height ? b.there[v] : b.height;
    }
    return b;
}

/* Puts v behind `tail`; the new tail. */
static int32_t reach(
    struct spenn_backbone *b, int32_t tail, spenn_id v, int32_t here, int32_t there)
{
    b->order[tail] = v;
    b->here[v] = here;
    b->there[v] = there;
    return tail + 1;
}

/* The children of v but the one the walk came from. */
static int32_t reach_children(
    struct spenn_backbone *b, int32_t tail, spenn_id v, spenn_id came)
{
    for (int32_t i = b->first[v]; i < b->first[v + 1]; i++) {
        if (b->child[i] != came) {
            tail = reach(b, tail, b->child[i], b->here[v], b->there[v] + 1);
        }
    }
    return tail;
}

void spenn_backbone_walk(struct spenn_backbone *b, spenn_id start)
{
    spenn_id below = SPENN_NONE; /* of the superiors of the start, the last that led up */
    int32_t tail = reach(b, 0, start, 0, 0);
    for (int32_t head = 0; head < tail; head++) {
        spenn_id v = b->order[head], came = SPENN_NONE;
        if (b->there[v] == 0) { /* the start or above it */
            came = below;
            below = v;
        }
        if (b->there[v] == 0 && b->parent[v] != SPENN_NONE) {
            tail = reach(b, tail, b->parent[v], b->here[v] + 1, 0);
        }
        tail = reach_children(b, tail, v, came);
    }
}

double spenn_backbone_distance(int32_t here, int32_t there)
{
    double square = (double)here * here + (double)there * there - 2.0;
    return square > 0.0 ? sqrt(square) : 0.0;
}
