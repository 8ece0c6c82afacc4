/* SPDX-License-Identifier: MIT
 * Fields of a task. Where its cases arise cannot be set: demand is exogenous. A new way
 * to decide takes the place of the old one. Setting beyond-authority to p' where it was p
 * raises what passes each post to the power log p' / log p, which is exact for the limits
 * 1 - p, 1 - p^2, ... and keeps what changes have moved between posts. */
#include "build.h"
#include "change_verbs.h"

#include <math.h>
#include <string.h>

static void drop_limits(struct spenn_draft *d, spenn_id t)
{
    struct spenn_limits *limits = &d->m->limits;
    bool *keep = spenn_arena_alloc(&d->memory, (size_t)limits->count, sizeof *keep);
    for (int32_t i = 0; i < limits->count; i++) {
        keep[i] = limits->task[i] != t;
    }
    (void)spenn_table_keep(limits, &spenn_limits_type, keep, NULL);
}

static void forget_deciders(struct spenn_draft *d, spenn_id t)
{
    drop_limits(d, t);
    d->m->tasks.beyond_authority[t] = NAN;
    d->m->tasks.decided_in[t] = d->m->tasks.decided_by[t] = SPENN_NONE;
}

static struct spenn_rows serving(struct spenn_draft *d, spenn_id t)
{
    const bool *serves = spenn_draft_serving(d, t);
    struct spenn_rows rows = {0};
    rows.row = spenn_arena_alloc(&d->memory, (size_t)d->m->units.count, sizeof *rows.row);
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        if (serves[u]) {
            rows.row[rows.count++] = u;
        }
    }
    return rows;
}

static void scale_limits(struct spenn_model *m, spenn_id t, double power)
{
    for (int32_t i = 0; i < m->limits.count; i++) {
        if (m->limits.task[i] == t) {
            m->limits.limit[i] = 1.0 - pow(1.0 - m->limits.limit[i], power);
        }
    }
}

static bool set_beyond(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_model *m = d->m;
    struct spenn_key_context c = spenn_draft_context(d);
    double before = m->tasks.beyond_authority[t], beyond = 0.0;
    if (!spenn_key_parse(&c, key, value, &beyond)) {
        return false;
    }
    bool scales = before > 0.0 && before < 1.0 && beyond > 0.0 && beyond < 1.0;
    if (scales) {
        scale_limits(m, t, log(beyond) / log(before));
        m->tasks.beyond_authority[t] = beyond;
        return true;
    }
    struct spenn_climb climb = spenn_climb_make(m, m->tasks.via[t], &d->memory);
    struct spenn_rows from = serving(d, t);
    forget_deciders(d, t);
    m->tasks.beyond_authority[t] = beyond;
    if (climb.circle == SPENN_NONE) { /* else the check at the end says so */
        spenn_limits_climb(m, &climb, t, &from);
    }
    return true;
}

/* Another line to climb: the limits that posts have stay theirs, and those on the new
 * line that have none get what beyond-authority gives them. */
static bool set_via(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_model *m = d->m;
    struct spenn_key_context c = spenn_draft_context(d);
    if (!spenn_key_set(&c, key, value, &m->tasks, t)) {
        return false;
    }
    struct spenn_climb climb = spenn_climb_make(m, m->tasks.via[t], &d->memory);
    if (isnan(m->tasks.beyond_authority[t]) || climb.circle != SPENN_NONE) {
        return true;
    }
    bool *has = spenn_arena_alloc(&d->memory, (size_t)m->units.count, sizeof *has);
    for (int32_t i = 0; i < m->limits.count; i++) {
        has[m->limits.unit[i]] |= m->limits.task[i] == t;
    }
    struct spenn_model made = *m;
    struct spenn_rows from = serving(d, t);
    made.limits = (struct spenn_limits){0};
    made.memory = (struct spenn_arena){0};
    spenn_limits_climb(&made, &climb, t, &from);
    for (int32_t i = 0; i < made.limits.count; i++) {
        if (!has[made.limits.unit[i]]) {
            spenn_limits_add(m, t, made.limits.unit[i], made.limits.limit[i]);
        }
    }
    spenn_arena_free(&made.memory);
    return true;
}

static bool read_shares(struct spenn_draft *d, const struct spenn_key *key,
    const struct spenn_value *map, double *share)
{
    struct spenn_key_context c = spenn_draft_context(d);
    struct spenn_key plain = *key;
    bool ok = true;
    if (map->kind != SPENN_MAP || !map->count) {
        return spenn_fail(
            d->err, map->at, "'%s' must be a map from units to shares", key->name);
    }
    plain.kind = SPENN_KEY_SHARE;
    for (int32_t i = 0; i < map->count; i++) {
        ok = spenn_key_parse(&c, &plain, map->item[i], &share[i]) && ok;
    }
    return ok;
}

/* Limits of the posts in each row list, by unit as a reader has them; where the climb
 * from those who serve the task ends, everything can be decided. */
static void grant(struct spenn_draft *d, spenn_id t, const struct spenn_rows *rows,
    const double *share, int32_t count)
{
    const struct spenn_model *m = d->m;
    struct spenn_climb climb = spenn_climb_make(m, m->tasks.via[t], &d->memory);
    struct spenn_rows from = serving(d, t);
    double *limit = spenn_arena_alloc(&d->memory, (size_t)m->units.count, sizeof *limit);
    for (spenn_id u = 0; u < m->units.count; u++) {
        limit[u] = NAN;
    }
    for (int32_t i = 0; i < count; i++) {
        for (int32_t r = 0; r < rows[i].count; r++) {
            limit[rows[i].row[r]] = share[i];
        }
    }
    for (int32_t i = 0; i < from.count && climb.circle == SPENN_NONE; i++) {
        spenn_id top = from.row[i];
        while (climb.superior[top] != SPENN_NONE) {
            top = climb.superior[top];
        }
        limit[top] = 1.0;
    }
    forget_deciders(d, t);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (!isnan(limit[u])) {
            spenn_limits_add(d->m, t, u, limit[u]);
        }
    }
}

/* No post is named twice, as a reader has it. */
static bool given_once(
    struct spenn_draft *d, const struct spenn_value *value, const struct spenn_rows *rows)
{
    const struct spenn_units *units = &d->m->units;
    bool *given = spenn_arena_alloc(&d->memory, (size_t)units->count, sizeof *given);
    bool ok = true;
    for (int32_t i = 0; i < value->count; i++) {
        for (int32_t r = 0; r < rows[i].count; r++) {
            spenn_id u = rows[i].row[r];
            ok = (!given[u]
                     || spenn_fail(d->err, value->key_at[i],
                         "the authority of '%s' is given already", units->id[u]))
                && ok;
            given[u] = true;
        }
    }
    return ok;
}

static bool set_authority(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    double *share = spenn_arena_alloc(&d->memory, (size_t)value->count, sizeof *share);
    struct spenn_rows *rows =
        spenn_arena_alloc(&d->memory, (size_t)value->count, sizeof *rows);
    bool ok = read_shares(d, key, value, share);
    for (int32_t i = 0; ok && i < value->count; i++) {
        struct spenn_value selector = spenn_value_of_key(value, i);
        ok = spenn_select(&(struct spenn_view){d->m, SPENN_NONE}, &selector, &d->memory,
            &rows[i], d->err);
    }
    if (!ok || !given_once(d, value, rows)) {
        return false;
    }
    grant(d, t, rows, share, value->count);
    return true;
}

static bool set_support(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_supports *supports = &d->m->supports;
    double *share = spenn_arena_alloc(&d->memory, (size_t)value->count, sizeof *share);
    spenn_id *unit = spenn_arena_alloc(&d->memory, (size_t)value->count, sizeof *unit);
    bool ok = read_shares(d, key, value, share);
    for (int32_t i = 0; ok && i < value->count; i++) {
        struct spenn_value id = spenn_value_of_key(value, i);
        unit[i] = spenn_select_unit(d->m, &id, d->err);
        ok = unit[i] != SPENN_NONE;
    }
    if (!ok) {
        return false;
    }
    bool *keep = spenn_arena_alloc(&d->memory, (size_t)supports->count, sizeof *keep);
    for (int32_t i = 0; i < supports->count; i++) {
        keep[i] = supports->task[i] != t;
    }
    (void)spenn_table_keep(supports, &spenn_supports_type, keep, NULL);
    for (int32_t i = 0; i < value->count; i++) {
        int32_t row = spenn_table_add(&d->m->memory, supports, &spenn_supports_type);
        supports->task[row] = t;
        supports->unit[row] = unit[i];
        supports->share[row] = share[i];
    }
    return true;
}

/* A stream's run of partners: the rows. */
static void put_partners(struct spenn_model *m, int32_t s, const struct spenn_rows *rows)
{
    struct spenn_partners *partners = &m->partners;
    spenn_table_reserve(&m->memory, partners, &spenn_partners_type, rows->count);
    m->streams.first_partner[s] = partners->count;
    m->streams.partners[s] = rows->count;
    for (int32_t i = 0; i < rows->count; i++) {
        partners->unit[partners->count++] = rows->row[i];
    }
}

/* The partners of stream s as `with` sees them from who serves it: as many as the task
 * asks for, and not more than a model may have. */
static bool choose_stream(
    struct spenn_draft *d, int32_t s, const struct spenn_value *with)
{
    struct spenn_model *m = d->m;
    struct spenn_arena scratch = {0};
    struct spenn_rows rows = {0};
    spenn_id t = m->streams.task[s];
    spenn_id self = m->routes.unit[m->streams.first_route[s]];
    bool ok = spenn_select(&(struct spenn_view){m, self}, with, &scratch, &rows, d->err);
    if (ok && rows.count < m->coordinations.parties[t] - 1) {
        ok = spenn_fail(d->err, with->at,
            "task '%s' has %d parties, but '%s' finds only %d others", m->tasks.id[t],
            m->coordinations.parties[t], m->units.id[self], rows.count);
    }
    if (ok && rows.count > spenn_most_rows - m->partners.count) {
        ok =
            spenn_fail(d->err, with->at, "this makes more than %d rows", spenn_most_rows);
    }
    if (ok) {
        put_partners(m, s, &rows);
    }
    spenn_arena_free(&scratch);
    return ok;
}

static bool choose_partners(
    struct spenn_draft *d, spenn_id t, const struct spenn_value *with)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_partners old = d->m->partners;
    bool ok = true;
    d->m->partners = (struct spenn_partners){0};
    for (int32_t s = 0; s < streams->count; s++) {
        struct spenn_rows rows = {
            .count = streams->partners[s], .row = old.unit + streams->first_partner[s]};
        bool chosen = ok && streams->task[s] == t;
        ok = ok && (!chosen || choose_stream(d, s, with));
        if (!chosen || !ok) { /* after a problem all runs are whole still */
            put_partners(d->m, s, &rows);
        }
    }
    return ok;
}

/* Whether every stream has partners enough for as many parties as are asked for here. */
static bool check_parties(
    struct spenn_draft *d, spenn_id t, const struct spenn_value *parties)
{
    const struct spenn_streams *streams = &d->m->streams;
    int32_t others = d->m->coordinations.parties[t] - 1;
    for (int32_t s = 0; s < streams->count; s++) {
        if (streams->task[s] == t && streams->partners[s] < others) {
            return spenn_fail(d->err, parties->at,
                "task '%s' has %d parties, but '%s' finds only %d others: give 'with' "
                "too",
                d->m->tasks.id[t], others + 1,
                d->m->units.id[d->m->routes.unit[streams->first_route[s]]],
                streams->partners[s]);
        }
    }
    return true;
}

static bool set_coordinates(struct spenn_draft *d, spenn_id t,
    const struct spenn_key *unused, const struct spenn_value *value)
{
    (void)unused;
    struct spenn_key_context c = spenn_draft_context(d);
    bool before = d->m->tasks.coordinates[t];
    if (!spenn_coordination_set(&c, value, d->m, t)) {
        return false;
    }
    const struct spenn_value *with = spenn_value_get(value, "with");
    if (!with && !before) {
        return spenn_fail(d->err, value->at, "a coordination needs 'with'");
    }
    const struct spenn_value *parties = spenn_value_get(value, "parties");
    return with ? choose_partners(d, t, with) : !parties || check_parties(d, t, parties);
}

static bool set_arrives(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_key_context c = spenn_draft_context(d);
    double rate = 0.0;
    if (!spenn_key_parse(&c, key, value, &rate)) {
        return false;
    }
    for (int32_t s = 0; s < d->m->streams.count; s++) {
        if (d->m->streams.task[s] == t) {
            d->m->streams.rate[s] = rate;
        }
    }
    return true;
}

static bool set_decider(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_key_context c = spenn_draft_context(d);
    spenn_id row = SPENN_NONE;
    if (!spenn_key_parse(&c, key, value, &row)) {
        return false;
    }
    if (d->m->tasks.direct[t] < 1.0) { /* the others go on climbing the line */
        d->m->tasks.decided_in[t] = d->m->tasks.decided_by[t] = SPENN_NONE;
    } else {
        forget_deciders(d, t);
    }
    if (key->kind == SPENN_KEY_FORUM) {
        d->m->tasks.decided_in[t] = row;
    } else {
        d->m->tasks.decided_by[t] = row;
    }
    return true;
}

static bool set_origins(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    return spenn_fail(d->err, value->at,
        "'%s' of task '%s' cannot be set: demand stays where it arises; say who serves "
        "it with 'transfer'",
        key->name, d->m->tasks.id[t]);
}

static bool set_field(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    static const struct {
        const char *key;
        bool (*set)(struct spenn_draft *, spenn_id, const struct spenn_key *,
            const struct spenn_value *);
    } special[] = {{"at", set_origins}, {"streams", set_origins},
        {"limits", set_authority}, {"arrives", set_arrives}, {"authority", set_authority},
        {"beyond-authority", set_beyond}, {"via", set_via}, {"support", set_support},
        {"coordinates", set_coordinates}, {"decided-in", set_decider},
        {"decided-by", set_decider}};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        if (strcmp(special[i].key, key->name) == 0) {
            bool ok = special[i].set(d, t, key, value);
            spenn_draft_redirect(d, spenn_draft_heirs(d), NULL); /* rows go by task */
            return ok;
        }
    }
    struct spenn_key_context c = spenn_draft_context(d);
    return spenn_key_set(&c, key, value, &d->m->tasks, t);
}

/* What the check of the model finds then stands where the task was last set. */
bool spenn_set_task(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value)
{
    d->m->tasks.at[t] = spenn_place_own(d->m, value->at);
    return set_field(d, t, key, value);
}

bool spenn_set_coordination(struct spenn_draft *d, spenn_id t,
    const struct spenn_key *key, const struct spenn_value *value)
{
    struct spenn_key_context c = spenn_draft_context(d);
    d->m->tasks.at[t] = spenn_place_own(d->m, value->at);
    if (!d->m->tasks.coordinates[t]) {
        return spenn_fail(d->err, value->at,
            "task '%s' has no '%s': it does not coordinate", d->m->tasks.id[t],
            key->name);
    }
    if (key->at == SPENN_NO_COLUMN) {
        return choose_partners(d, t, value);
    }
    return spenn_key_set(&c, key, value, &d->m->coordinations, t);
}
