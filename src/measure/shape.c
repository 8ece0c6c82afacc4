/* SPDX-License-Identifier: MIT
 * Measures of the lines: spans, layers, sizes, superiors, and who lies between whom. */
#include "between.h"
#include "rest.h"

#include <math.h>

/* Work in betweenness that a measure may take: some seconds. */
#define MOST_BETWEEN 1e9
#define MOST_GRAICUNAS 1000.0

bool spenn_fill_span(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        value[u] = r->tree.reports[u];
    }
    return true;
}

bool spenn_fill_span_line(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_units *units = &r->m->units;
    spenn_fill_span(r, value, err);
    for (spenn_id u = 0; u < units->count; u++) {
        if (spenn_kind_is_beside(units->kind[u]) && units->parent[u] != SPENN_NONE) {
            value[units->parent[u]] -= 1.0;
        }
    }
    return true;
}

bool spenn_fill_graicunas(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        double n = r->tree.reports[u];
        value[u] = 0.0;
        if (n > MOST_GRAICUNAS) { /* beyond a double soon after */
            value[u] = NAN;
        } else if (n > 0.0) {
            value[u] = n * (exp2(n - 1.0) + n - 1.0);
        }
    }
    return true;
}

static bool counts_as_unit(const struct spenn_model *m, spenn_id u)
{
    int32_t kind = m->units.kind[u];
    return !spenn_kind_is_political(kind) && !spenn_kind_is_outside(kind);
}

bool spenn_fill_manager_share(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    bool *manages = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *manages);
    double units = 0.0, managers = 0.0;
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        spenn_id above = m->units.parent[u];
        if (above != SPENN_NONE && counts_as_unit(m, u)) {
            manages[above] = true;
        }
    }
    for (spenn_id u = 0; u < r->tree.count; u++) {
        units += counts_as_unit(m, u);
        managers += manages[u] && counts_as_unit(m, u);
    }
    value[0] = units > 0.0 ? managers / units : NAN;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_span_band(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    static const int32_t from[] = {1, 2, 4, 8, 13, 17};
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        int32_t band = 0;
        while (band < 6 && r->tree.reports[u] >= from[band]) {
            band++;
        }
        value[u] = band;
    }
    return true;
}

static const int32_t *layers_of(struct spenn_rest *r, struct spenn_arena *scratch)
{
    int32_t *layer = spenn_arena_alloc(scratch, (size_t)r->tree.count, sizeof *layer);
    spenn_tree_layers(r->m, &r->tree, layer);
    return layer;
}

bool spenn_fill_layer(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const int32_t *layer = layers_of(r, &scratch);
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        value[u] = layer[u];
    }
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_layers(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const int32_t *layer = layers_of(r, &scratch);
    int32_t most = 0;
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        if (layer[u] > most && !spenn_kind_is_outside(r->m->units.kind[u])) {
            most = layer[u];
        }
    }
    value[0] = most;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_below(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    int32_t *below = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *below);
    (void)err;
    spenn_tree_layers_below(r->m, &r->tree, below);
    for (spenn_id u = 0; u < r->tree.count; u++) {
        value[u] = below[u];
    }
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_size(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    spenn_tree_sizes(r->m, &r->tree, value);
    return true;
}

bool spenn_fill_superiors(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_superiors s = spenn_superiors_make(r->m, &scratch);
    (void)err;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        value[u] = s.first[u + 1] - s.first[u];
    }
    spenn_arena_free(&scratch);
    return true;
}

/* The line and all second lines, as undirected edges. */
static struct spenn_edges line_edges(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    struct spenn_edges edges =
        spenn_edges_make(memory, m->units.count, m->units.count + m->lines.count);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.parent[u] != SPENN_NONE) {
            spenn_edges_add(&edges, u, m->units.parent[u], 1.0);
        }
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        spenn_edges_add(&edges, m->lines.from[e], m->lines.to[e], 1.0);
    }
    return edges;
}

bool spenn_fill_betweenness(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    (void)err;
    if (r->m->lines.count == 0) {
        spenn_tree_betweenness(r->m, &r->tree, &scratch, value);
    } else {
        struct spenn_edges edges = line_edges(r->m, &scratch);
        bool done = spenn_betweenness(&edges, MOST_BETWEEN, value);
        for (spenn_id u = 0; !done && u < r->tree.count; u++) {
            value[u] = NAN;
        }
    }
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_articulation(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    bool ok = true;
    if (r->m->lines.count == 0) { /* in a tree: every unit with two neighbours or more */
        for (spenn_id u = 0; u < r->tree.count; u++) {
            bool has_superior = r->m->units.parent[u] != SPENN_NONE;
            value[u] = r->tree.reports[u] + has_superior >= 2;
        }
    } else {
        struct spenn_edges edges = line_edges(r->m, &scratch);
        ok = spenn_graph_articulation(&edges, value, err);
    }
    spenn_arena_free(&scratch);
    return ok;
}
