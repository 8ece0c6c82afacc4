/* SPDX-License-Identifier: MIT
 * Measures of who meets whom: forums, contact with the top leader, and how long word from
 * a unit waits on its way to the top. */
#include "quantity.h"
#include "rest.h"

#include <math.h>

bool spenn_fill_group_size(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    for (spenn_id f = 0; f < r->m->forums.count; f++) {
        value[f] = r->m->forums.size[f];
    }
    return true;
}

int32_t spenn_forum_regions(const struct spenn_model *m, spenn_id f)
{
    int32_t regions = 0;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        regions += m->units.kind[u] == SPENN_REGION;
    }
    return regions;
}

bool spenn_fill_regional_share(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    (void)err;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        value[f] = (double)spenn_forum_regions(m, f) / (double)m->forums.size[f];
    }
    return true;
}

/* Whether u sits in a leadership group chaired by a unit that is neither the top leader
 * nor a region. */
static bool sits_with_a_department(const struct spenn_rest *r, spenn_id u)
{
    const struct spenn_model *m = r->m;
    for (int32_t i = r->sittings.first[u]; i < r->sittings.first[u + 1]; i++) {
        spenn_id f = r->sittings.forum[i], chair = m->forums.chair[f];
        if (m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP && chair != r->top
            && m->units.kind[chair] != SPENN_REGION) {
            return true;
        }
    }
    return false;
}

bool spenn_fill_leadership(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    spenn_id group = spenn_model_leadership_group(m, r->top);
    bool regions = false, top = group != SPENN_NONE, departments = true;
    int32_t all = 0;
    (void)err;
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.kind[u] == SPENN_REGION) {
            regions = true;
            all++;
            departments = departments && sits_with_a_department(r, u);
        }
    }
    top = top && spenn_forum_regions(m, group) == all;
    double other = departments ? 3.0 : 1.0;
    double model = top ? 2.0 : other;
    value[0] = regions ? model : NAN;
    return true;
}

bool spenn_fill_contact(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    (void)err;
    int32_t none = r->top == SPENN_NONE, own = none ? 0 : r->sittings.first[r->top + 1];
    for (int32_t s = none ? 0 : r->sittings.first[r->top]; s < own; s++) {
        spenn_id f = r->sittings.forum[s];
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            value[m->members.unit[m->forums.first[f] + i]] +=
                m->forums.meets[f] * SPENN_YEAR;
        }
    }
    for (int32_t i = 0; i < m->contacts.count; i++) {
        spenn_id a = m->contacts.a[i], b = m->contacts.b[i];
        if (a == r->top || b == r->top) {
            value[a == r->top ? b : a] += m->contacts.meets[i] * SPENN_YEAR;
        }
    }
    if (r->top != SPENN_NONE) {
        value[r->top] = NAN;
    }
    return true;
}

static void add_way(struct spenn_edges *edges, int32_t a, int32_t b, double meets)
{
    if (meets > 0.0) {
        spenn_edges_add(edges, a, b, 1.0 / (2.0 * meets));
    }
}

/* Every way by which word travels, weighted by the mean wait for the next meeting. A
 * forum is a vertex of its own, half the wait from each member: two members are then as
 * far apart as if each pair had its own edge. */
static struct spenn_edges ways(const struct spenn_model *m, struct spenn_arena *memory)
{
    int32_t units = m->units.count;
    const spenn_id *parent = m->units.parent;
    struct spenn_edges edges = spenn_edges_make(
        memory, units + m->forums.count, units + m->contacts.count + m->members.count);
    bool *own = spenn_arena_alloc(memory, (size_t)units, sizeof *own);
    for (int32_t i = 0; i < m->contacts.count; i++) {
        spenn_id a = m->contacts.a[i], b = m->contacts.b[i];
        own[a] = own[a] || parent[a] == b;
        own[b] = own[b] || parent[b] == a;
        add_way(&edges, a, b, m->contacts.meets[i]);
    }
    for (spenn_id u = 0; u < units; u++) {
        if (parent[u] != SPENN_NONE && !own[u]) {
            add_way(&edges, u, parent[u], m->assume.value[SPENN_CONTACT_MEETS]);
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            spenn_id u = m->members.unit[m->forums.first[f] + i];
            add_way(&edges, u, units + f, 2.0 * m->forums.meets[f]);
        }
    }
    return edges;
}

bool spenn_fill_reach(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_edges edges = ways(r->m, &scratch);
    bool ok = true;
    if (r->top != SPENN_NONE) {
        double *far = spenn_arena_alloc(&scratch, (size_t)edges.vertices, sizeof *far);
        ok = spenn_graph_distances(&edges, r->top, far, err);
        for (spenn_id u = 0; u < r->tree.count; u++) {
            value[u] = far[u];
        }
    }
    spenn_arena_free(&scratch);
    return ok;
}
