/* SPDX-License-Identifier: MIT
 * Krackhardt's four dimensions of a hierarchy (1994) and global reaching centrality
 * (Mones et al. 2012), over those who can command: the line, professional and
 * administrative lines. Advice, legal entities and externals are left out; political
 * units are in. */
#include "ranks.h"
#include "rest.h"

#include <math.h>

/* Work that a measure may take: a second or two. */
#define MOST_STEPS 1e9

static void add_arc(
    struct spenn_arcs *arcs, const int32_t *vertex, spenn_id from, spenn_id to)
{
    if (from != SPENN_NONE && vertex[from] >= 0 && vertex[to] >= 0) {
        arcs->from[arcs->count] = vertex[from];
        arcs->to[arcs->count++] = vertex[to];
    }
}

static struct spenn_arcs command_arcs(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t units = (size_t)m->units.count, most = units + (size_t)m->lines.count;
    int32_t *vertex = spenn_arena_alloc(memory, units, sizeof *vertex);
    struct spenn_arcs arcs = {.from = spenn_arena_alloc(memory, most, sizeof *arcs.from),
        .to = spenn_arena_alloc(memory, most, sizeof *arcs.to)};
    for (spenn_id u = 0; u < m->units.count; u++) {
        vertex[u] = spenn_kind_is_outside(m->units.kind[u]) ? -1 : arcs.vertices++;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        add_arc(&arcs, vertex, m->units.parent[u], u);
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (spenn_line_commands(m->lines.kind[e])) {
            add_arc(&arcs, vertex, m->lines.from[e], m->lines.to[e]);
        }
    }
    return arcs;
}

bool spenn_fill_connectedness(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_arcs arcs = command_arcs(r->m, &scratch);
    struct spenn_ranks c;
    (void)err;
    spenn_ranks_count(&arcs, &c);
    double n = c.vertices;
    value[0] = n > 1.0 ? c.joined / (n * (n - 1.0) / 2.0) : NAN;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_hierarchy(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_arcs arcs = command_arcs(r->m, &scratch);
    struct spenn_ranks c;
    double *reached = spenn_arena_alloc(&scratch, (size_t)arcs.vertices, sizeof *reached);
    double sum = 0.0;
    (void)err;
    spenn_ranks_count(&arcs, &c);
    bool done = spenn_ranks_reach(&arcs, MOST_STEPS, reached);
    for (int32_t v = 0; v < arcs.vertices; v++) {
        sum += reached[v];
    }
    double pairs = sum - c.mutual; /* those both ways were counted twice */
    value[0] = done && pairs > 0.0 ? 1.0 - c.mutual / pairs : NAN;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_efficiency(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_arcs arcs = command_arcs(r->m, &scratch);
    struct spenn_ranks c;
    (void)err;
    spenn_ranks_count(&arcs, &c);
    double needed = c.vertices - c.components;
    value[0] = c.spare > 0.0 ? 1.0 - (c.edges - needed) / c.spare : NAN;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_least_bound(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_arcs arcs = command_arcs(r->m, &scratch);
    struct spenn_ranks c;
    double unbound = 0.0;
    (void)err;
    spenn_ranks_count(&arcs, &c);
    bool done = spenn_ranks_unbound(&arcs, MOST_STEPS, &unbound);
    value[0] = done && c.spare > 0.0 ? 1.0 - unbound / c.spare : NAN;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_reaching(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_arcs arcs = command_arcs(r->m, &scratch);
    double *reached = spenn_arena_alloc(&scratch, (size_t)arcs.vertices, sizeof *reached);
    double most = 0.0, sum = 0.0, others = arcs.vertices - 1.0;
    (void)err;
    bool done = spenn_ranks_reach(&arcs, MOST_STEPS, reached);
    for (int32_t v = 0; v < arcs.vertices; v++) {
        most = fmax(most, reached[v]);
        sum += reached[v];
    }
    double spread = arcs.vertices * most - sum;
    value[0] = done && others > 0.0 ? spread / (others * others) : NAN;
    spenn_arena_free(&scratch);
    return true;
}
