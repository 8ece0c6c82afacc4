/* SPDX-License-Identifier: MIT
 * Walking up a line: every unit has at most one superior, so the units form a forest, or
 * have a circle that must be found before anybody walks. Each unit is walked once. */
#include "parts.h"

#include <stdlib.h>

struct spenn_climb spenn_climb_make(
    const struct spenn_model *m, int32_t line_kind, struct spenn_arena *memory)
{
    enum { unknown = -1, walking = -2 };
    size_t count = (size_t)m->units.count;
    struct spenn_climb climb = {
        .superior = spenn_model_superiors(m, line_kind, memory),
        .depth = spenn_arena_alloc(memory, count, sizeof *climb.depth),
        .circle = SPENN_NONE,
    };
    spenn_id *path = spenn_arena_alloc(memory, count, sizeof *path);
    for (size_t u = 0; u < count; u++) {
        climb.depth[u] = unknown;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        int32_t steps = 0;
        spenn_id at = u;
        while (at != SPENN_NONE && climb.depth[at] == unknown) {
            climb.depth[at] = walking;
            path[steps++] = at;
            at = climb.superior[at];
        }
        bool circle = at != SPENN_NONE && climb.depth[at] == walking;
        if (circle && climb.circle == SPENN_NONE) {
            climb.circle = at;
        }
        int32_t depth = at == SPENN_NONE || circle ? -1 : climb.depth[at];
        while (steps > 0) {
            climb.depth[path[--steps]] = ++depth;
        }
    }
    return climb;
}

const char *spenn_climb_path(const struct spenn_model *m, const struct spenn_climb *climb,
    struct spenn_arena *memory)
{
    enum { most_shown = 8 };
    const char *text = m->units.id[climb->circle];
    spenn_id at = climb->superior[climb->circle];
    int32_t shown = 1;
    while (at != climb->circle && shown++ < most_shown) {
        text = spenn_arena_format(memory, "%s -> %s", text, m->units.id[at]);
        at = climb->superior[at];
    }
    const char *cut = at == climb->circle ? "" : "... -> ";
    return spenn_arena_format(
        memory, "%s -> %s%s", text, cut, m->units.id[climb->circle]);
}

struct start {
    int32_t depth;
    spenn_id unit;
};

static int deepest_first(const void *a, const void *b)
{
    const struct start *x = a, *y = b;
    if (x->depth != y->depth) {
        return x->depth > y->depth ? -1 : 1;
    }
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static int by_row(const void *a, const void *b)
{
    const spenn_id *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

void spenn_limits_add(struct spenn_model *m, spenn_id t, spenn_id u, double limit)
{
    int32_t row = spenn_table_add(&m->memory, &m->limits, &spenn_limits_type);
    m->limits.task[row] = t;
    m->limits.unit[row] = u;
    m->limits.limit[row] = limit;
}

/* Started from the deepest, the first walk through a post is the longest one, so every
 * post is passed once. */
void spenn_limits_climb(struct spenn_model *m, const struct spenn_climb *climb,
    spenn_id t, const struct spenn_rows *from)
{
    struct spenn_arena scratch = {0};
    size_t count = (size_t)m->units.count;
    double beyond = m->tasks.beyond_authority[t];
    double *passed = spenn_arena_alloc(&scratch, count, sizeof *passed);
    bool *seen = spenn_arena_alloc(&scratch, count, sizeof *seen);
    spenn_id *post = spenn_arena_alloc(&scratch, count, sizeof *post);
    struct start *start = spenn_arena_alloc(&scratch, (size_t)from->count, sizeof *start);
    int32_t posts = 0;
    for (int32_t i = 0; i < from->count; i++) {
        start[i] = (struct start){climb->depth[from->row[i]], from->row[i]};
    }
    qsort(start, (size_t)from->count, sizeof *start, deepest_first);
    for (int32_t i = 0; i < from->count; i++) {
        double share = beyond;
        for (spenn_id u = start[i].unit; u != SPENN_NONE && !seen[u];
             u = climb->superior[u]) {
            seen[u] = true;
            passed[u] = climb->superior[u] == SPENN_NONE ? 0.0 : share;
            post[posts++] = u;
            share *= beyond;
        }
    }
    qsort(post, (size_t)posts, sizeof *post, by_row);
    for (int32_t i = 0; i < posts; i++) {
        spenn_limits_add(m, t, post[i], 1.0 - passed[post[i]]);
    }
    spenn_arena_free(&scratch);
}
