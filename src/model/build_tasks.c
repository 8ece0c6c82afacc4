/* SPDX-License-Identifier: MIT
 * `tasks:`: each unit of `at` becomes an origin with a stream of its own; who decides is
 * expanded to limits of authority, and who may take part to partners of each stream. */
#include "builder.h"
#include "key_values.h"

#include <math.h>
#include <string.h>

/* A task on its way in. */
struct work {
    const struct spenn_value *map;
    spenn_id t;
    struct spenn_rows at; /* its origins' units */
    int32_t first_stream;
};

static const struct spenn_value *given(const struct work *w, const char *key)
{
    return spenn_value_get(w->map, key);
}

/* Demand is said once: by `at` and `arrives`, or by `streams`. */
static bool check_demand(struct spenn_builder *b, const struct work *w)
{
    static const char *const plain[] = {"at", "arrives"};
    const struct spenn_value *streams = given(w, "streams");
    bool ok = true;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        const struct spenn_value *value = given(w, plain[i]);
        if (streams && value) {
            ok = spenn_fail(b->err, value->at,
                "'%s' beside 'streams', which say it themselves", plain[i]);
        } else if (!streams && !value) {
            ok = spenn_fail(b->err, w->map->at, "a task needs '%s'", plain[i]);
        }
    }
    return ok;
}

static bool build_plain_streams(struct spenn_builder *b, struct work *w)
{
    struct spenn_model *m = b->m;
    const struct spenn_value *at = given(w, "at"), *arrives = given(w, "arrives");
    double rate = 0.0;
    bool ok = at && spenn_find_units(&b->pick, at, SPENN_NONE, &w->at);
    if (!arrives
        || !spenn_key_parse(
            &b->read, spenn_key_find(&spenn_task_section, "arrives"), arrives, &rate)
        || !ok || !spenn_build_room(b, m->streams.count, w->at.count, w->map->at)) {
        return false;
    }
    for (int32_t i = 0; i < w->at.count; i++) {
        int32_t s = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
        int32_t r = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
        m->routes.unit[r] = w->at.row[i];
        m->routes.share[r] = 1.0;
        m->streams.task[s] = w->t;
        m->streams.origin[s] = spenn_build_origin(b, w->at.row[i]);
        m->streams.rate[s] = rate;
        m->streams.first_route[s] = r;
        m->streams.routes[s] = 1;
        m->streams.first_partner[s] = m->partners.count;
    }
    return true;
}

/* ---- coordination */

/* The partners of one stream: the selection seen from its origin. */
static bool build_partners(struct spenn_builder *b, const struct work *w,
    const struct spenn_value *with, int32_t s)
{
    struct spenn_model *m = b->m;
    spenn_id origin = m->origins.unit[m->streams.origin[s]];
    struct spenn_arena scratch = {0};
    struct spenn_rows rows = {0};
    struct spenn_key_context pick = b->pick;
    pick.memory = &scratch;
    bool ok = spenn_find_units(&pick, with, origin, &rows)
        && spenn_build_room(b, m->partners.count, rows.count, with->at);
    if (ok && rows.count < m->coordinations.parties[w->t] - 1) {
        ok = spenn_fail(b->err, with->at,
            "task '%s' has %d parties, but '%s' finds only %d others", m->tasks.id[w->t],
            m->coordinations.parties[w->t], m->units.id[origin], rows.count);
    }
    if (ok) {
        spenn_table_reserve(&m->memory, &m->partners, &spenn_partners_type, rows.count);
        m->streams.first_partner[s] = m->partners.count;
        m->streams.partners[s] = rows.count;
        for (int32_t i = 0; i < rows.count; i++) {
            m->partners.unit[m->partners.count++] = rows.row[i];
        }
    }
    spenn_arena_free(&scratch);
    return ok;
}

static bool build_coordination(struct spenn_builder *b, const struct work *w)
{
    struct spenn_model *m = b->m;
    const struct spenn_value *map = given(w, "coordinates");
    if (!map) {
        return true;
    }
    if (!spenn_coordination_set(&b->read, map, m, w->t)) {
        return false;
    }
    const struct spenn_value *with = spenn_value_get(map, "with");
    if (!with == !given(w, "streams")) {
        return spenn_fail(b->err, map->at,
            with ? "'with' stands in each of the 'streams' here"
                 : "a coordination needs 'with'");
    }
    bool ok = true;
    for (int32_t i = 0; ok && with && i < w->at.count; i++) {
        ok = build_partners(b, w, with, w->first_stream + i);
    }
    return ok;
}

/* ---- support */

static bool build_support(struct spenn_builder *b, const struct work *w)
{
    struct spenn_model *m = b->m;
    const struct spenn_value *map = given(w, "support");
    spenn_id *unit;
    double *share;
    if (!map) {
        return true;
    }
    if (!spenn_build_shares(
            b, spenn_key_find(&spenn_task_section, "support"), map, &unit, &share)
        || !spenn_build_room(b, m->supports.count, map->count, map->at)) {
        return false;
    }
    for (int32_t i = 0; i < map->count; i++) {
        int32_t row = spenn_table_add(&m->memory, &m->supports, &spenn_supports_type);
        m->supports.task[row] = w->t;
        m->supports.unit[row] = unit[i];
        m->supports.share[row] = share[i];
    }
    return true;
}

/* ---- who decides */

static const struct spenn_climb *climb_of(struct spenn_builder *b, spenn_id t)
{
    struct spenn_climb *climb = &b->climb[b->m->tasks.via[t]];
    if (!climb->superior) {
        *climb = spenn_climb_make(b->m, b->m->tasks.via[t], &b->scratch);
    }
    return climb;
}

struct authority {
    int32_t units;
    double *limit; /* by unit; NAN: none */
};

static bool grant(struct spenn_builder *b, const struct spenn_value *map, int32_t i,
    struct authority *authority)
{
    struct spenn_key key = *spenn_key_find(&spenn_task_section, "authority");
    struct spenn_value selector = spenn_value_of_key(map, i);
    struct spenn_rows rows = {0};
    double limit;
    bool ok = spenn_find_units(&b->pick, &selector, SPENN_NONE, &rows);
    key.kind = SPENN_KEY_SHARE;
    if (!spenn_key_parse(&b->read, &key, map->item[i], &limit) || !ok) {
        return false;
    }
    for (int32_t r = 0; r < rows.count; r++) {
        double *of = &authority->limit[rows.row[r]];
        if (!isnan(*of)) {
            ok = spenn_fail(b->err, selector.at, "the authority of '%s' is given already",
                b->m->units.id[rows.row[r]]);
        }
        *of = limit;
    }
    return ok;
}

/* Where the climb from an origin ends everything can be decided. No post is walked twice.
 */
static void grant_tops(const struct spenn_climb *climb, const struct work *w,
    struct authority *authority, struct spenn_arena *scratch)
{
    bool *seen = spenn_arena_alloc(scratch, (size_t)authority->units, sizeof *seen);
    bool walk = climb->circle == SPENN_NONE;
    for (int32_t i = 0; walk && i < w->at.count; i++) {
        spenn_id u = w->at.row[i];
        while (!seen[u] && climb->superior[u] != SPENN_NONE) {
            seen[u] = true;
            u = climb->superior[u];
        }
        if (climb->superior[u] == SPENN_NONE) {
            authority->limit[u] = 1.0;
        }
    }
}

/* Limits outright. */
static bool build_authority(
    struct spenn_builder *b, const struct work *w, const struct spenn_value *map)
{
    struct spenn_model *m = b->m;
    if (map->kind != SPENN_MAP || map->count == 0) {
        return spenn_fail(
            b->err, map->at, "'authority' must be a map from selectors to shares");
    }
    const struct spenn_climb *climb = climb_of(b, w->t);
    struct spenn_arena scratch = {0};
    struct authority authority = {.units = m->units.count,
        .limit = spenn_arena_alloc(&scratch, (size_t)m->units.count, sizeof(double))};
    for (spenn_id u = 0; u < m->units.count; u++) {
        authority.limit[u] = NAN;
    }
    bool ok = true;
    for (int32_t i = 0; i < map->count; i++) {
        ok = grant(b, map, i, &authority) && ok;
    }
    grant_tops(climb, w, &authority, &scratch);
    for (spenn_id u = 0; ok && u < m->units.count; u++) {
        if (!isnan(authority.limit[u])) {
            spenn_limits_add(m, w->t, u, authority.limit[u]);
        }
    }
    spenn_arena_free(&scratch);
    return ok;
}

/* Limits as changes left them. */
static bool build_given_limits(
    struct spenn_builder *b, const struct work *w, const struct spenn_value *map)
{
    spenn_id *unit;
    double *share;
    if (!spenn_build_shares(
            b, spenn_key_find(&spenn_task_section, "limits"), map, &unit, &share)) {
        return false;
    }
    for (int32_t i = 0; i < map->count; i++) {
        spenn_limits_add(b->m, w->t, unit[i], share[i]);
    }
    return true;
}

static bool build_limits(struct spenn_builder *b, const struct work *w)
{
    const struct spenn_value *authority = given(w, "authority");
    const struct spenn_value *limits = given(w, "limits");
    bool ok = true;
    if (limits) {
        ok = build_given_limits(b, w, limits);
    } else if (authority) {
        ok = build_authority(b, w, authority);
    } else if (!isnan(b->m->tasks.beyond_authority[w->t])) {
        const struct spenn_climb *climb = climb_of(b, w->t);
        if (climb->circle == SPENN_NONE) {
            spenn_limits_climb(b->m, climb, w->t, &w->at);
        }
    }
    return spenn_build_room(b, b->m->limits.count, 0, w->map->at) && ok;
}

static bool check_deciders(struct spenn_builder *b, const struct work *w)
{
    static const char *const ways[] = {
        "decided-in", "decided-by", "beyond-authority", "authority"};
    const char *first = NULL;
    bool ok = true;
    bool direct = given(w, "direct"); /* two ways: what goes straight and what climbs */
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const struct spenn_value *value = given(w, ways[i]);
        if (value && first && !(direct && i >= 2 && strncmp(first, "decided", 7) == 0)) {
            ok = spenn_fail(b->err, value->at,
                "'%s' beside '%s': only one of them can decide", ways[i], first);
        }
        first = first ? first : value ? ways[i] : NULL;
    }
    const struct spenn_value *limits = given(w, "limits");
    if (limits && first && !direct && strcmp(first, "beyond-authority") != 0) {
        ok = spenn_fail(b->err, limits->at,
            "'limits' beside '%s': only one of them can decide", first);
    }
    const struct spenn_value *late = given(w, "late");
    return (!late || given(w, "deadline")
               || spenn_fail(b->err, late->at, "'late' needs a 'deadline'"))
        && ok;
}

static bool build_task(struct spenn_builder *b, const struct spenn_value *map)
{
    struct spenn_model *m = b->m;
    struct work w = {.map = map};
    const char *id_text;
    bool ok = spenn_keys_check(&spenn_task_section, map, false, b->err);
    const struct spenn_value *id = spenn_value_get(map, "id");
    if (!id
        || !spenn_key_parse(
            &b->read, spenn_key_find(&spenn_task_section, "id"), id, &id_text)) {
        return false;
    }
    w.t = spenn_task_add(m);
    ok = spenn_task_set(&b->read, map, m, w.t) && ok;
    ok = spenn_build_claim(b, &b->tasks, m->tasks.id[w.t], w.t, id->at) && ok;
    ok = check_deciders(b, &w) && ok;
    ok = check_demand(b, &w) && ok;
    const struct spenn_value *streams = given(&w, "streams");
    w.first_stream = m->streams.count;
    if (streams ? !spenn_build_streams(b, streams, w.t, &w.at)
                : !build_plain_streams(b, &w)) {
        return false;
    }
    ok = build_coordination(b, &w) && ok;
    ok = build_support(b, &w) && ok;
    return build_limits(b, &w) && ok;
}

bool spenn_build_tasks(struct spenn_builder *b, const struct spenn_value *tasks)
{
    if (!tasks) {
        return true;
    }
    if (!spenn_build_is_list(b, "tasks", tasks)) {
        return false;
    }
    bool ok = true;
    for (int32_t i = 0; i < tasks->count; i++) {
        ok = build_task(b, tasks->item[i]) && ok;
    }
    return ok;
}
