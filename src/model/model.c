/* SPDX-License-Identifier: MIT */
#include "model.h"

#include "tables.h"

#include <math.h>

void spenn_model_free(struct spenn_model *m)
{
    spenn_arena_free(&m->memory);
    *m = (struct spenn_model){0};
}

static void copy_texts(struct spenn_arena *memory, const char **text, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        text[i] = spenn_arena_text(memory, text[i]);
    }
}

/* Places name the file they came from; that text is made the copy's own as well. Rows of
 * one file share a single text, so one is kept as long as the pointer does not change. */
static void copy_places(struct spenn_arena *memory, struct spenn_where *at, int32_t count)
{
    const char *seen = NULL, *own = NULL;
    for (int32_t i = 0; i < count; i++) {
        if (at[i].file != seen) {
            seen = at[i].file;
            own = spenn_arena_text(memory, seen);
        }
        at[i].file = own;
    }
}

static void own_texts(struct spenn_model *m)
{
    struct spenn_arena *memory = &m->memory;
    const char **whole[] = {&m->file, &m->id, &m->name, &m->name_en, &m->as_of,
        &m->source, &m->note, &m->functions};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        *whole[i] = spenn_arena_text(memory, *whole[i]);
    }
    const char **units[] = {m->units.id, m->units.name, m->units.name_en, m->units.group,
        m->units.sector, m->units.location, m->units.panel, m->units.panel_en,
        m->units.collapse, m->units.collapse_en, m->units.functions, m->units.serves,
        m->units.offices, m->units.former, m->units.assumed};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        copy_texts(memory, units[i], m->units.count);
    }
    const char **forums[] = {m->forums.id, m->forums.name, m->forums.name_en,
        m->forums.topics, m->forums.assumed};
    for (size_t i = 0; i < sizeof forums / sizeof *forums; i++) {
        copy_texts(memory, forums[i], m->forums.count);
    }
    const char **tasks[] = {
        m->tasks.id, m->tasks.name, m->tasks.name_en, m->tasks.assumed};
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        copy_texts(memory, tasks[i], m->tasks.count);
    }
    const char **needs[] = {
        m->needs.id, m->needs.name, m->needs.name_en, m->needs.functions};
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        copy_texts(memory, needs[i], m->needs.count);
    }
    copy_texts(memory, m->lines.letter, m->lines.count);
    copy_texts(memory, m->origins.id, m->origins.count);
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        m->assume.source[i] = spenn_arena_text(memory, m->assume.source[i]);
        m->assume.unit[i] = spenn_arena_text(memory, m->assume.unit[i]);
        m->assume.meaning[i] = spenn_arena_text(memory, m->assume.meaning[i]);
    }
    copy_places(memory, m->units.at, m->units.count);
    copy_places(memory, m->lines.at, m->lines.count);
    copy_places(memory, m->forums.at, m->forums.count);
    copy_places(memory, m->tasks.at, m->tasks.count);
    copy_places(memory, m->needs.at, m->needs.count);
}

void spenn_model_copy(const struct spenn_model *from, struct spenn_model *to)
{
    *to = *from;
    to->memory = (struct spenn_arena){0};
    struct spenn_arena *memory = &to->memory;
    spenn_table_copy(memory, &to->units, &from->units, &spenn_units_type);
    spenn_table_copy(memory, &to->lines, &from->lines, &spenn_lines_type);
    spenn_table_copy(memory, &to->forums, &from->forums, &spenn_forums_type);
    spenn_table_copy(memory, &to->members, &from->members, &spenn_members_type);
    spenn_table_copy(memory, &to->tasks, &from->tasks, &spenn_tasks_type);
    spenn_table_copy(
        memory, &to->coordinations, &from->coordinations, &spenn_coordinations_type);
    spenn_table_copy(memory, &to->limits, &from->limits, &spenn_limits_type);
    spenn_table_copy(memory, &to->supports, &from->supports, &spenn_supports_type);
    spenn_table_copy(memory, &to->origins, &from->origins, &spenn_origins_type);
    spenn_table_copy(memory, &to->streams, &from->streams, &spenn_streams_type);
    spenn_table_copy(memory, &to->routes, &from->routes, &spenn_routes_type);
    spenn_table_copy(memory, &to->partners, &from->partners, &spenn_partners_type);
    spenn_table_copy(memory, &to->contacts, &from->contacts, &spenn_contacts_type);
    spenn_table_copy(memory, &to->needs, &from->needs, &spenn_needs_type);
    own_texts(to);
}

spenn_id spenn_model_top(const struct spenn_model *m)
{
    const struct spenn_units *units = &m->units;
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->kind[u] != SPENN_EXECUTIVE) {
            continue;
        }
        spenn_id above = units->parent[u];
        while (above != SPENN_NONE && units->kind[above] != SPENN_EXECUTIVE) {
            above = units->parent[above];
        }
        if (above == SPENN_NONE) {
            return u;
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] == SPENN_NONE && units->kind[u] != SPENN_COUNCIL
            && units->kind[u] != SPENN_COMMITTEE) {
            return u;
        }
    }
    return units->count ? 0 : SPENN_NONE;
}

bool spenn_model_governs(const struct spenn_model *m, spenn_id u)
{
    const struct spenn_units *units = &m->units;
    bool may = m->form == SPENN_FORM_MINISTRIES && units->kind[u] == SPENN_EXECUTIVE
        && units->parent[u] == SPENN_NONE;
    for (spenn_id v = 0; may && v < units->count; v++) {
        if (units->kind[v] == SPENN_EXECUTIVE && units->parent[v] == u) {
            return true;
        }
    }
    return false;
}

const char *spenn_model_kind_name(const struct spenn_model *m, spenn_id u, bool english)
{
    return spenn_model_governs(m, u)
        ? english ? "government" : "regjering"
        : spenn_kind_name(m->form, m->units.kind[u], english);
}

spenn_id spenn_model_leadership_group(const struct spenn_model *m, spenn_id u)
{
    for (spenn_id f = 0; f < m->forums.count; f++) {
        if (m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP
            && m->forums.chair[f] == u) {
            return f;
        }
    }
    return SPENN_NONE;
}

bool spenn_model_is_member(const struct spenn_model *m, spenn_id f, spenn_id u)
{
    const spenn_id *member = m->members.unit + m->forums.first[f];
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        if (member[i] == u) {
            return true;
        }
    }
    return false;
}

int32_t spenn_model_caseworkers(const struct spenn_model *m, spenn_id u)
{
    if (m->units.caseworkers[u] >= 0) {
        return m->units.caseworkers[u];
    }
    double fte = m->units.fte[u];
    if (isnan(fte) || fte <= 0.0) {
        return 0;
    }
    double servers = floor(fte * m->assume.value[SPENN_CASEWORKER_SHARE] + 0.5);
    return servers < 1.0 ? 1 : (int32_t)servers;
}

double spenn_model_limit(const struct spenn_model *m, spenn_id t, spenn_id u)
{
    const struct spenn_limits *limits = &m->limits;
    double otherwise = 1.0;
    for (int32_t i = 0; i < limits->count; i++) {
        if (limits->task[i] == t && limits->unit[i] == u) {
            return limits->limit[i];
        }
        otherwise = limits->task[i] == t ? 0.0 : otherwise;
    }
    return otherwise;
}

spenn_id *spenn_model_superiors(
    const struct spenn_model *m, int32_t line_kind, struct spenn_arena *memory)
{
    size_t count = (size_t)m->units.count;
    spenn_id *superior =
        spenn_arena_grow(memory, m->units.parent, count, count, sizeof *superior);
    for (int32_t e = m->lines.count - 1; e >= 0; e--) { /* the first line wins */
        if (m->lines.kind[e] == line_kind) {
            superior[m->lines.to[e]] = m->lines.from[e];
        }
    }
    return superior;
}

struct spenn_children spenn_model_children(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    int32_t count = m->units.count;
    struct spenn_children c = {
        .first = spenn_arena_alloc(memory, (size_t)count + 2, sizeof *c.first),
        .child = spenn_arena_alloc(memory, (size_t)count, sizeof *c.child),
    };
    int32_t *next = c.first + 1; /* counts, then running ends: first[u + 1] ends u */
    for (spenn_id u = 0; u < count; u++) {
        if (m->units.parent[u] != SPENN_NONE) {
            next[m->units.parent[u] + 1]++;
        }
    }
    for (spenn_id u = 0; u < count; u++) {
        next[u + 1] += next[u];
    }
    for (spenn_id u = 0; u < count; u++) {
        if (m->units.parent[u] != SPENN_NONE) {
            c.child[next[m->units.parent[u]]++] = u;
        }
    }
    return c;
}
