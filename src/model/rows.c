/* SPDX-License-Identifier: MIT
 * New rows with their defaults, and rows filled from the keys of a map. */
#include "parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

spenn_id spenn_unit_add(struct spenn_model *m)
{
    spenn_id u = spenn_table_add(&m->memory, &m->units, &spenn_units_type);
    m->units.parent[u] = SPENN_NONE;
    m->units.fte[u] = NAN;
    m->units.caseworkers[u] = -1;
    m->units.leaders[u] = 1;
    m->units.speed[u] = 1.0;
    return u;
}

spenn_id spenn_forum_add(struct spenn_model *m)
{
    spenn_id f = spenn_table_add(&m->memory, &m->forums, &spenn_forums_type);
    m->forums.chair[f] = SPENN_NONE;
    m->forums.commitment[f] = NAN;
    m->forums.first[f] = m->members.count;
    return f;
}

/* The row beside a new task. */
static void add_coordination(struct spenn_model *m)
{
    struct spenn_coordinations *all = &m->coordinations;
    spenn_id t = spenn_table_add(&m->memory, all, &spenn_coordinations_type);
    all->starts_at[t] = all->tries[t] = 1;
    all->conflict[t] = NAN;
    all->own_weight[t] = 1.0;
    all->lead[t] = all->arbiter[t] = all->forum[t] = SPENN_NONE;
}

spenn_id spenn_task_add(struct spenn_model *m)
{
    spenn_id t = spenn_table_add(&m->memory, &m->tasks, &spenn_tasks_type);
    m->tasks.priority[t] = 5;
    m->tasks.decided_in[t] = m->tasks.decided_by[t] = SPENN_NONE;
    m->tasks.beyond_authority[t] = NAN;
    m->tasks.direct[t] = 1.0;
    add_coordination(m);
    return t;
}

struct spenn_where spenn_place_own(struct spenn_model *m, struct spenn_where at)
{
    const struct spenn_units *units = &m->units;
    if (at.file == m->file) {
        return at;
    }
    if (at.file && m->file && strcmp(at.file, m->file) == 0) {
        at.file = m->file;
        return at;
    }
    for (spenn_id u = units->count; u-- > 0 && u >= units->count - 2;) { /* of the CSV */
        if (at.file && units->at[u].file && strcmp(at.file, units->at[u].file) == 0) {
            at.file = units->at[u].file;
            return at;
        }
    }
    at.file = spenn_arena_text(&m->memory, at.file);
    return at;
}

struct target {
    const struct spenn_section *section;
    void *table;
    spenn_id row;
    enum spenn_key_kind skip;
};

/* In the order of the section, not of the map: `name-en` after `name`. */
static bool set_row(const struct spenn_key_context *c, const struct spenn_value *map,
    const struct target *target)
{
    bool ok = true;
    for (int32_t i = 0; i < target->section->count; i++) {
        const struct spenn_key *key = &target->section->key[i];
        bool column = key->at != SPENN_NO_COLUMN && key->kind != target->skip;
        const struct spenn_value *value = column ? spenn_value_get(map, key->name) : NULL;
        if (value) {
            ok = spenn_key_set(c, key, value, target->table, target->row) && ok;
        }
    }
    return ok;
}

bool spenn_unit_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id u, enum spenn_key_kind skip)
{
    bool ok = set_row(c, map, &(struct target){&spenn_unit_section, &m->units, u, skip});
    m->units.at[u] = spenn_place_own(m, map->at);
    if (!m->units.name[u]) {
        m->units.name[u] = m->units.id[u];
    }
    if (!m->units.group[u]) {
        m->units.group[u] = m->units.id[u];
    }
    return ok;
}

bool spenn_forum_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id f)
{
    bool ok = set_row(c, map,
        &(struct target){&spenn_forum_section, &m->forums, f, SPENN_KEY_STRUCTURE});
    m->forums.at[f] = spenn_place_own(m, map->at);
    if (!m->forums.name[f]) {
        m->forums.name[f] = m->forums.id[f];
    }
    return ok;
}

bool spenn_task_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id t)
{
    bool ok = set_row(
        c, map, &(struct target){&spenn_task_section, &m->tasks, t, SPENN_KEY_STRUCTURE});
    m->tasks.at[t] = spenn_place_own(m, map->at);
    if (!m->tasks.name[t]) {
        m->tasks.name[t] = m->tasks.id[t];
    }
    return ok;
}

bool spenn_coordination_set(const struct spenn_key_context *c,
    const struct spenn_value *map, struct spenn_model *m, spenn_id t)
{
    if (!spenn_keys_check(&spenn_coordinates_section, map, false, c->err)) {
        return false;
    }
    bool ok = set_row(c, map,
        &(struct target){
            &spenn_coordinates_section, &m->coordinations, t, SPENN_KEY_STRUCTURE});
    if (!m->tasks.coordinates[t] && !spenn_value_get(map, "parties")) {
        ok = spenn_fail(c->err, map->at, "a coordination needs 'parties'");
    }
    m->tasks.coordinates[t] = true;
    return ok;
}

void spenn_forum_members(
    struct spenn_model *m, spenn_id f, const struct spenn_rows *members)
{
    spenn_id chair = m->forums.chair[f];
    bool among = chair == SPENN_NONE;
    for (int32_t i = 0; i < members->count; i++) {
        among = among || members->row[i] == chair;
    }
    int32_t size = members->count + !among;
    spenn_table_reserve(&m->memory, &m->members, &spenn_members_type, size);
    spenn_id *next = m->members.unit + m->members.count;
    m->forums.first[f] = m->members.count;
    m->forums.size[f] = size;
    m->members.count += size;
    if (!among) {
        *next++ = chair;
    }
    for (int32_t i = 0; i < members->count; i++) {
        *next++ = members->row[i];
    }
}
