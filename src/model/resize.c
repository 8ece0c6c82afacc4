/* SPDX-License-Identifier: MIT
 * Rows of a unit are copied table by table through a map from old to new rows. Units that
 * end are cut off from line, forums and streams but keep their rows, so no reference has
 * to be renumbered: an idle unit of its own has no part in any measure of the others. */
#include "resize.h"

#include "tables.h"

struct sizing {
    struct spenn_model *m;    /* being made */
    struct spenn_model count; /* of rows before any copy: counts only */
    spenn_id *map;            /* of a unit: its copy at hand, or itself */
    spenn_id *origin_map;
    bool *gone;
    struct spenn_arena memory;
};

static bool *flags(struct sizing *s, int32_t count)
{
    return spenn_arena_alloc(&s->memory, (size_t)count, sizeof(bool));
}

/* Adds to the marked units all that is below one of them in the line. */
static void mark_below(const struct spenn_model *m, struct sizing *s, bool *below)
{
    int32_t units = s->count.units.count;
    bool *known = flags(s, units);
    for (spenn_id u = 0; u < units; u++) {
        spenn_id top = u;
        while (!known[top] && !below[top] && m->units.parent[top] != SPENN_NONE) {
            top = m->units.parent[top];
        }
        for (spenn_id v = u; v != top; v = m->units.parent[v]) {
            known[v] = true;
            below[v] = below[top];
        }
        known[top] = true;
    }
}

static const char *name_copy(struct spenn_model *m, const char *id, int32_t number)
{
    return spenn_arena_format(&m->memory, "%s+%d", id, number);
}

static void copy_units(struct sizing *s, const bool *below, int32_t number)
{
    struct spenn_model *m = s->m;
    for (spenn_id u = 0; u < s->count.units.count; u++) {
        s->map[u] = u;
        if (below[u]) {
            s->map[u] = spenn_table_add(&m->memory, &m->units, &spenn_units_type);
            spenn_table_copy_row(&m->units, &spenn_units_type, s->map[u], u);
            m->units.id[s->map[u]] = name_copy(m, m->units.id[u], number);
        }
    }
    for (spenn_id u = 0; u < s->count.units.count; u++) {
        spenn_id above = m->units.parent[u];
        if (below[u] && above != SPENN_NONE) {
            m->units.parent[s->map[u]] = s->map[above];
        }
    }
}

/* Rows that name a unit of the copied tree, in one of two columns, once more. */
static void copy_pairs(struct sizing *s, void *table, const struct spenn_table_type *type,
    int32_t count, spenn_id **column[2])
{
    for (int32_t i = 0; i < count; i++) {
        spenn_id a = (*column[0])[i], b = (*column[1])[i];
        if (s->map[a] == a && s->map[b] == b) {
            continue;
        }
        int32_t row = spenn_table_add(&s->m->memory, table, type);
        spenn_table_copy_row(table, type, row, i);
        (*column[0])[row] = s->map[a];
        (*column[1])[row] = s->map[b];
    }
}

static void copy_limits(struct sizing *s)
{
    struct spenn_limits *limits = &s->m->limits;
    for (int32_t i = 0; i < s->count.limits.count; i++) {
        spenn_id u = limits->unit[i];
        if (s->map[u] != u) {
            int32_t row = spenn_table_add(&s->m->memory, limits, &spenn_limits_type);
            spenn_table_copy_row(limits, &spenn_limits_type, row, i);
            limits->unit[row] = s->map[u];
        }
    }
}

static void copy_stream(struct sizing *s, int32_t stream)
{
    struct spenn_model *m = s->m;
    int32_t row = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
    spenn_table_copy_row(&m->streams, &spenn_streams_type, row, stream);
    m->streams.origin[row] = s->origin_map[m->streams.origin[stream]];
    m->streams.first_route[row] = m->routes.count;
    for (int32_t i = 0; i < m->streams.routes[stream]; i++) {
        int32_t from = m->streams.first_route[stream] + i;
        int32_t to = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
        spenn_table_copy_row(&m->routes, &spenn_routes_type, to, from);
        m->routes.unit[to] = s->map[m->routes.unit[from]];
    }
}

static void copy_work(struct sizing *s, int32_t number)
{
    struct spenn_model *m = s->m;
    for (int32_t o = 0; o < s->count.origins.count; o++) {
        spenn_id u = m->origins.unit[o];
        s->origin_map[o] = SPENN_NONE;
        if (s->map[u] != u) {
            int32_t row = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
            spenn_table_copy_row(&m->origins, &spenn_origins_type, row, o);
            m->origins.unit[row] = s->map[u];
            m->origins.id[row] = name_copy(m, m->origins.id[o], number);
            s->origin_map[o] = row;
        }
    }
    for (int32_t i = 0; i < s->count.streams.count; i++) {
        if (s->origin_map[m->streams.origin[i]] != SPENN_NONE) {
            copy_stream(s, i);
        }
    }
}

static void add_seat(struct spenn_model *m, spenn_id u)
{
    int32_t row = spenn_table_add(&m->memory, &m->members, &spenn_members_type);
    m->members.unit[row] = u;
}

/* A member as it was, unless it is gone, followed by its copy. A forum keeps its chair;
 * copies made before are just members. */
static void seat_one(struct sizing *s, spenn_id f, spenn_id u)
{
    bool copied = u >= s->count.units.count;
    if (copied || !s->gone[u] || u == s->m->forums.chair[f]) {
        add_seat(s->m, u);
    }
    if (!copied && s->map[u] != u) {
        add_seat(s->m, s->map[u]);
    }
}

static void seat(struct sizing *s)
{
    struct spenn_model *m = s->m;
    struct spenn_members old = m->members;
    m->members = (struct spenn_members){0};
    for (spenn_id f = 0; f < m->forums.count; f++) {
        int32_t first = m->forums.first[f], size = m->forums.size[f];
        m->forums.first[f] = m->members.count;
        for (int32_t i = 0; i < size; i++) {
            seat_one(s, f, old.unit[first + i]);
        }
        m->forums.size[f] = m->members.count - m->forums.first[f];
    }
}

static void add_copy(struct sizing *s, const bool *below, int32_t number)
{
    struct spenn_model *m = s->m;
    copy_units(s, below, number);
    copy_pairs(s, &m->lines, &spenn_lines_type, s->count.lines.count,
        (spenn_id * *[]){&m->lines.from, &m->lines.to});
    copy_pairs(s, &m->contacts, &spenn_contacts_type, s->count.contacts.count,
        (spenn_id * *[]){&m->contacts.a, &m->contacts.b});
    copy_limits(s);
    copy_work(s, number);
    seat(s);
}

static void drop_rows(struct sizing *s)
{
    struct spenn_model *m = s->m;
    bool *keep = flags(s, m->streams.count);
    for (int32_t i = 0; i < m->streams.count; i++) {
        keep[i] = !s->gone[m->origins.unit[m->streams.origin[i]]];
    }
    (void)spenn_table_keep(&m->streams, &spenn_streams_type, keep, NULL);
    keep = flags(s, m->lines.count);
    for (int32_t i = 0; i < m->lines.count; i++) {
        keep[i] = !s->gone[m->lines.from[i]] && !s->gone[m->lines.to[i]];
    }
    (void)spenn_table_keep(&m->lines, &spenn_lines_type, keep, NULL);
    keep = flags(s, m->contacts.count);
    for (int32_t i = 0; i < m->contacts.count; i++) {
        keep[i] = !s->gone[m->contacts.a[i]] && !s->gone[m->contacts.b[i]];
    }
    (void)spenn_table_keep(&m->contacts, &spenn_contacts_type, keep, NULL);
}

void spenn_model_resize(const struct spenn_model *m, const struct spenn_resize *resize,
    struct spenn_model *resized)
{
    struct sizing s = {.m = resized, .count = *m};
    int32_t units = m->units.count;
    spenn_model_copy(m, resized);
    s.gone = flags(&s, units);
    s.map = spenn_arena_alloc(&s.memory, (size_t)units, sizeof *s.map);
    s.origin_map =
        spenn_arena_alloc(&s.memory, (size_t)m->origins.count, sizeof *s.origin_map);
    bool *below = flags(&s, units);
    below[resize->typical] = true;
    mark_below(m, &s, below);
    for (int32_t i = resize->count; i < resize->wanted; i++) {
        add_copy(&s, below, i + 1);
    }
    for (int32_t i = resize->wanted; i < resize->count; i++) {
        s.gone[resize->alike[i]] = true;
        resized->units.parent[resize->alike[i]] = SPENN_NONE;
    }
    if (resize->wanted < resize->count) {
        mark_below(m, &s, s.gone);
        for (spenn_id u = 0; u < units; u++) {
            s.map[u] = u;
        }
        drop_rows(&s);
        seat(&s);
    }
    spenn_arena_free(&s.memory);
}
