/* SPDX-License-Identifier: MIT
 * Demand as changes left it, which the plain `at` and `arrives` cannot say: origins that
 * other units serve now (`origins:`), and the streams of a task one by one. */
#include "builder.h"
#include "key_values.h"
#include "text.h"

#include <string.h>

bool spenn_build_shares(struct spenn_builder *b, const struct spenn_key *key,
    const struct spenn_value *map, spenn_id **unit, double **share)
{
    struct spenn_key one = *key;
    if (map->kind != SPENN_MAP) {
        return spenn_fail(
            b->err, map->at, "'%s' must be a map from units to shares", key->name);
    }
    *unit = spenn_arena_alloc(&b->scratch, (size_t)map->count, sizeof **unit);
    *share = spenn_arena_alloc(&b->scratch, (size_t)map->count, sizeof **share);
    one.kind = SPENN_KEY_SHARE;
    bool ok = true;
    for (int32_t i = 0; i < map->count; i++) {
        struct spenn_value id = {.kind = SPENN_SCALAR,
            .at = map->key_at[i],
            .text = map->key[i],
            .quoted = true};
        (*unit)[i] = spenn_find_unit(&b->read, &id);
        ok = spenn_key_parse(&b->read, &one, map->item[i], &(*share)[i])
            && (*unit)[i] != SPENN_NONE && ok;
    }
    return ok;
}

static bool build_origin(struct spenn_builder *b, const struct spenn_value *map)
{
    const struct spenn_section *keys = &spenn_origin_section;
    struct spenn_model *m = b->m;
    const char *id = NULL;
    spenn_id unit = SPENN_NONE;
    bool practice = false;
    if (!spenn_keys_check(keys, map, false, b->err)) {
        return false;
    }
    const struct spenn_value *named = spenn_value_get(map, "practice");
    bool ok = spenn_key_parse(
        &b->read, spenn_key_find(keys, "id"), spenn_value_get(map, "id"), &id);
    ok = spenn_key_parse(
             &b->read, spenn_key_find(keys, "unit"), spenn_value_get(map, "unit"), &unit)
        && ok;
    ok = (!named
             || spenn_key_parse(
                 &b->read, spenn_key_find(keys, "practice"), named, &practice))
        && ok;
    if (!ok) {
        return false;
    }
    spenn_id o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
    m->origins.id[o] = id;
    m->origins.unit[o] = unit;
    m->origins.practice[o] = practice;
    spenn_id same = spenn_index_find(&b->units, id);
    if (same != SPENN_NONE) {
        b->origin_of[same] = o;
    }
    char clip[spenn_clip];
    return spenn_index_add(&b->scratch, &b->origins, id, o) < 0
        || spenn_fail(
            b->err, map->at, "origin '%s' is there already", spenn_text_clip(clip, id));
}

bool spenn_build_origins(struct spenn_builder *b, const struct spenn_value *origins)
{
    if (!origins) {
        return true;
    }
    if (!spenn_build_is_list(b, "origins", origins)
        || !spenn_build_room(b, 0, origins->count, origins->at)) {
        return false;
    }
    b->origins_given = true;
    bool ok = true;
    for (int32_t i = 0; i < origins->count; i++) {
        ok = build_origin(b, origins->item[i]) && ok;
    }
    return ok;
}

/* An origin by its name, or the unit that is one. */
static spenn_id find_origin(struct spenn_builder *b, const struct spenn_value *id)
{
    if (!spenn_value_is_text("origin", id, false, b->err)) {
        return SPENN_NONE;
    }
    spenn_id o = spenn_index_find(&b->origins, id->text);
    if (o != SPENN_NONE) {
        return o;
    }
    spenn_id u = spenn_find_unit(&b->read, id);
    return u == SPENN_NONE ? SPENN_NONE : spenn_build_origin(b, u);
}

/* Who serves stream s: as given, else the unit of its origin. */
static bool build_routes(
    struct spenn_builder *b, const struct spenn_value *served, int32_t s)
{
    struct spenn_model *m = b->m;
    const struct spenn_key *key = spenn_key_find(&spenn_stream_section, "served-by");
    spenn_id own = m->origins.unit[m->streams.origin[s]], *unit = &own;
    double all = 1.0, *share = &all;
    int32_t count = served ? served->count : 1;
    if (served && !spenn_build_shares(b, key, served, &unit, &share)) {
        return false;
    }
    m->streams.first_route[s] = m->routes.count;
    m->streams.routes[s] = count;
    for (int32_t i = 0; i < count; i++) {
        int32_t r = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
        m->routes.unit[r] = unit[i];
        m->routes.share[r] = share[i];
    }
    return spenn_build_room(b, m->routes.count, 0, m->tasks.at[m->streams.task[s]]);
}

static bool build_parties(
    struct spenn_builder *b, const struct spenn_value *with, int32_t s)
{
    struct spenn_model *m = b->m;
    struct spenn_rows rows = {0};
    m->streams.first_partner[s] = m->partners.count;
    if (!with) {
        return true;
    }
    if (!spenn_find_units(&b->pick, with, SPENN_NONE, &rows)
        || !spenn_build_room(b, m->partners.count, rows.count, with->at)) {
        return false;
    }
    m->streams.partners[s] = rows.count;
    for (int32_t i = 0; i < rows.count; i++) {
        int32_t p = spenn_table_add(&m->memory, &m->partners, &spenn_partners_type);
        m->partners.unit[p] = rows.row[i];
    }
    return true;
}

static bool build_stream(struct spenn_builder *b, const struct spenn_value *map,
    spenn_id t, struct spenn_pairs *seen)
{
    struct spenn_model *m = b->m;
    const struct spenn_section *keys = &spenn_stream_section;
    const struct spenn_value *id = spenn_value_get(map, "origin");
    double rate = 0.0;
    if (!spenn_keys_check(keys, map, false, b->err)) {
        return false;
    }
    spenn_id o = find_origin(b, id);
    bool ok = spenn_key_parse(&b->read, spenn_key_find(keys, "arrives"),
        spenn_value_get(map, "arrives"), &rate);
    if (o == SPENN_NONE || !ok) {
        return false;
    }
    if (spenn_pairs_add(&b->scratch, seen, (uint64_t)o + 1, 0) >= 0) {
        return spenn_fail(b->err, id->at, "task '%s' has a stream from '%s' already",
            m->tasks.id[t], m->origins.id[o]);
    }
    int32_t s = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
    m->streams.task[s] = t;
    m->streams.origin[s] = o;
    m->streams.rate[s] = rate;
    ok = build_routes(b, spenn_value_get(map, "served-by"), s);
    return build_parties(b, spenn_value_get(map, "with"), s) && ok;
}

bool spenn_build_streams(struct spenn_builder *b, const struct spenn_value *streams,
    spenn_id t, struct spenn_rows *at)
{
    struct spenn_model *m = b->m;
    struct spenn_pairs seen = {0};
    int32_t first = m->streams.count;
    if (!spenn_build_is_list(b, "streams", streams)
        || !spenn_build_room(b, first, streams->count, streams->at)) {
        return false;
    }
    bool ok =
        streams->count > 0 || spenn_fail(b->err, streams->at, "'streams' has no stream");
    for (int32_t i = 0; i < streams->count; i++) {
        ok = build_stream(b, streams->item[i], t, &seen) && ok;
    }
    for (int32_t s = first; s < m->streams.count; s++) {
        at->room += m->streams.routes[s];
    }
    at->row = spenn_arena_alloc(&b->scratch, (size_t)at->room, sizeof *at->row);
    for (int32_t s = first; s < m->streams.count; s++) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            at->row[at->count++] = m->routes.unit[m->streams.first_route[s] + i];
        }
    }
    return ok;
}
