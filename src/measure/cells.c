/* SPDX-License-Identifier: MIT */
#include "cells.h"

#include "rest.h"
#include "role.h"

#include <math.h>

uint32_t spenn_cells_of_all(const struct spenn_model *m)
{
    uint32_t cells = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        cells |= spenn_role_covered(&m->units.coordination[u]);
    }
    return cells;
}

int32_t spenn_cells_count(uint32_t cells)
{
    int32_t count = 0;
    for (; cells; cells &= cells - 1) {
        count++;
    }
    return count;
}

bool spenn_task_coordinates(const struct spenn_model *m, spenn_id t)
{
    return m->coordinations.step[t] > 0;
}

static void mark_members(const struct spenn_model *m, spenn_id f, bool *in)
{
    const spenn_id *member = m->members.unit + m->forums.first[f];
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        in[member[i]] = true;
    }
}

bool *spenn_circle_of_forum(
    const struct spenn_model *m, spenn_id f, struct spenn_arena *memory)
{
    bool *in = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *in);
    mark_members(m, f, in);
    return in;
}

bool *spenn_servers_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory)
{
    bool *in = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *in);
    for (int32_t s = 0; s < m->streams.count; s++) {
        const spenn_id *server = m->routes.unit + m->streams.first_route[s];
        for (int32_t i = 0; m->streams.task[s] == t && i < m->streams.routes[s]; i++) {
            in[server[i]] = true;
        }
    }
    return in;
}

bool *spenn_parties_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory)
{
    const struct spenn_coordinations *c = &m->coordinations;
    bool *in = spenn_servers_of_task(m, t, memory);
    for (int32_t s = 0; s < m->streams.count; s++) {
        const spenn_id *partner = m->partners.unit + m->streams.first_partner[s];
        for (int32_t i = 0; m->streams.task[s] == t && i < m->streams.partners[s]; i++) {
            in[partner[i]] = true;
        }
    }
    if (c->lead[t] != SPENN_NONE) {
        in[c->lead[t]] = true;
    }
    return in;
}

bool *spenn_circle_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory)
{
    bool *in = spenn_parties_of_task(m, t, memory);
    spenn_id forum = m->coordinations.forum[t];
    if (forum != SPENN_NONE) {
        mark_members(m, forum, in);
    }
    return in;
}

static double value_of(bool given, uint32_t cells)
{
    return given ? (double)spenn_cells_count(cells) : (double)NAN;
}

bool spenn_fill_matrix_cells(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    bool any = false;
    (void)err;
    for (spenn_id u = 0; u < m->units.count; u++) {
        const struct spenn_role *role = &m->units.coordination[u];
        bool given = spenn_role_is_given(role);
        any = any || given;
        if (r->over == SPENN_OVER_UNITS) {
            value[u] = value_of(given, spenn_role_covered(role));
        }
    }
    if (r->over == SPENN_OVER_WHOLE) {
        value[0] = value_of(any, spenn_cells_of_all(m));
    }
    return true;
}
