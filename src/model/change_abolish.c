/* SPDX-License-Identifier: MIT
 * The verb that ends units without a new one: abolish. Streams, FTE and children go to
 * `to`; of a post's authority the share `delegate` goes down to the posts below it on the
 * deciding line, and the rest goes up to whoever takes over. Memberships, second lines
 * and contacts end; a chair passes to `to`. */
#include "change_verbs.h"

#include <math.h>
#include <stdlib.h>

struct ending {
    struct spenn_draft *d;
    const bool *ends;
    spenn_id u;
    spenn_id to;   /* or SPENN_NONE */
    bool **serves; /* by task, as spenn_draft_serving */
    struct spenn_where at;
};

static bool orphan(const struct ending *e, const char *what, const char *of)
{
    return spenn_fail(e->d->err, e->at,
        "'%s' still has %s ('%s'); say where its streams, FTE and units go with 'to'",
        e->d->m->units.id[e->u], what, of);
}

static bool **serving_all(struct spenn_draft *d)
{
    bool **serves =
        spenn_arena_alloc(&d->memory, (size_t)d->m->tasks.count, sizeof *serves);
    for (spenn_id t = 0; t < d->m->tasks.count; t++) {
        serves[t] = spenn_draft_serving(d, t);
    }
    return serves;
}

static bool has_no_streams(const struct ending *e)
{
    const struct spenn_model *m = e->d->m;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (e->serves[t][e->u]) {
            return spenn_fail(e->d->err, e->at,
                "'%s' serves cases of '%s'; say where its streams go with 'to'",
                m->units.id[e->u], m->tasks.id[t]);
        }
    }
    for (int32_t o = 0; o < m->origins.count; o++) {
        if (m->origins.unit[o] == e->u) {
            return orphan(e, "an origin of demand", m->origins.id[o]);
        }
    }
    return true;
}

static bool has_no_work(const struct ending *e)
{
    const struct spenn_model *m = e->d->m;
    bool ok = has_no_streams(e);
    for (int32_t i = 0; i < m->supports.count; i++) {
        if (m->supports.unit[i] == e->u) {
            return orphan(e, "support of a task", m->tasks.id[m->supports.task[i]]);
        }
    }
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.decided_by[t] == e->u) {
            return orphan(e, "a task to decide", m->tasks.id[t]);
        }
    }
    return ok;
}

static bool has_no_people(const struct ending *e)
{
    const struct spenn_units *units = &e->d->m->units;
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] == e->u && !e->ends[u]) {
            return orphan(e, "a unit below it", units->id[u]);
        }
    }
    return !(units->fte[e->u] > 0.0) && units->caseworkers[e->u] <= 0
        ? true
        : spenn_fail(e->d->err, e->at,
            "'%s' has staff (%g FTE); say where they go with 'to'", units->id[e->u],
            isnan(units->fte[e->u]) ? units->caseworkers[e->u] : units->fte[e->u]);
}

static bool has_no_chair(const struct ending *e)
{
    const struct spenn_forums *forums = &e->d->m->forums;
    for (spenn_id f = 0; f < forums->count; f++) {
        if (forums->chair[f] == e->u) {
            return spenn_fail(e->d->err, e->at,
                "'%s' chairs forum '%s'; say who takes over with 'to', or 'set' another "
                "chair first",
                e->d->m->units.id[e->u], forums->id[f]);
        }
    }
    return true;
}

static bool may_end(const struct ending *e)
{
    const struct spenn_units *units = &e->d->m->units;
    bool ok = true;
    if (units->mandatory[e->u]) {
        ok = spenn_fail(e->d->err, e->at,
            "'%s' is mandatory and may not be abolished; merge, split or absorb it, or "
            "'set' mandatory: false first",
            units->id[e->u]);
    }
    if (e->to == SPENN_NONE) {
        ok = has_no_work(e) && ok;
        ok = has_no_people(e) && ok;
        ok = has_no_chair(e) && ok;
    }
    return ok;
}

/* ---- authority */

struct step {      /* a post right below one that ends, on the deciding line of a task */
    int32_t depth; /* of the one that ends: the highest hands over first */
    spenn_id below, ends;
};

static int by_depth(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    if (x->depth != y->depth) {
        return x->depth < y->depth ? -1 : 1;
    }
    return (x->below > y->below) - (x->below < y->below);
}

/* The posts that cases of task t climb through, from all units that serve it. */
static bool *climbed(struct spenn_draft *d, spenn_id t, const spenn_id *up)
{
    size_t count = (size_t)d->m->units.count;
    const bool *serves = spenn_draft_serving(d, t);
    bool *on = spenn_arena_alloc(&d->memory, count, sizeof *on);
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        spenn_id at = serves[u] ? u : SPENN_NONE;
        while (at != SPENN_NONE && !on[at]) {
            on[at] = true;
            at = up[at];
        }
    }
    return on;
}

static void delegate_task(
    struct spenn_draft *d, spenn_id t, const bool *ends, double share)
{
    const struct spenn_model *m = d->m;
    size_t count = (size_t)m->units.count;
    struct spenn_climb climb = spenn_climb_make(m, m->tasks.via[t], &d->memory);
    const spenn_id *up = climb.superior;
    const bool *on = climbed(d, t, up);
    double *limit = spenn_arena_alloc(&d->memory, count, sizeof *limit);
    struct step *step = spenn_arena_alloc(&d->memory, count, sizeof *step);
    int32_t steps = 0;
    for (int32_t i = 0; i < m->limits.count; i++) {
        if (m->limits.task[i] == t) {
            limit[m->limits.unit[i]] = m->limits.limit[i];
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (on[u] && up[u] != SPENN_NONE && ends[up[u]]) {
            step[steps++] = (struct step){climb.depth[up[u]], u, up[u]};
        }
    }
    if (steps) {
        qsort(step, (size_t)steps, sizeof *step, by_depth);
    }
    for (int32_t i = 0; i < steps; i++) {
        double gap = limit[step[i].ends] - limit[step[i].below];
        if (gap > 0.0 && share > 0.0) {
            limit[step[i].below] += gap * share;
            spenn_limits_add(d->m, t, step[i].below, limit[step[i].below]);
        }
    }
}

static void delegate_all(struct spenn_draft *d, const bool *ends, double share)
{
    bool *limited =
        spenn_arena_alloc(&d->memory, (size_t)d->m->tasks.count, sizeof *limited);
    for (int32_t i = 0; i < d->m->limits.count; i++) {
        spenn_id t = d->m->limits.task[i];
        limited[t] = limited[t] || ends[d->m->limits.unit[i]];
    }
    for (spenn_id t = 0; t < d->m->tasks.count; t++) {
        if (limited[t]) {
            delegate_task(d, t, ends, share);
        }
    }
}

/* ---- what ends with the unit */

static void drop_lines(struct spenn_draft *d, const bool *ends)
{
    struct spenn_lines *lines = &d->m->lines;
    struct spenn_contacts *contacts = &d->m->contacts;
    size_t most = (size_t)lines->count + (size_t)contacts->count;
    bool *keep = spenn_arena_alloc(&d->memory, most, sizeof *keep);
    for (int32_t e = 0; e < lines->count; e++) {
        keep[e] = !ends[lines->from[e]] && !ends[lines->to[e]];
    }
    (void)spenn_table_keep(lines, &spenn_lines_type, keep, NULL);
    for (int32_t i = 0; i < contacts->count; i++) {
        keep[i] = !ends[contacts->a[i]] && !ends[contacts->b[i]];
    }
    (void)spenn_table_keep(contacts, &spenn_contacts_type, keep, NULL);
}

/* Members that stay, and the chair, whose place passes on. The run is closed up when
 * references are sent on. */
static void drop_members(struct spenn_draft *d, spenn_id f, const bool *ends)
{
    struct spenn_forums *forums = &d->m->forums;
    spenn_id *unit = d->m->members.unit + forums->first[f];
    int32_t kept = 0;
    for (int32_t i = 0; i < forums->size[f]; i++) {
        if (!ends[unit[i]] || unit[i] == forums->chair[f]) {
            unit[kept++] = unit[i];
        }
    }
    forums->size[f] = kept;
}

static void end_units(struct spenn_draft *d, const struct spenn_rows *rows, spenn_id to)
{
    const bool *ends = spenn_draft_flags(d, rows);
    drop_lines(d, ends);
    for (spenn_id f = 0; f < d->m->forums.count; f++) {
        drop_members(d, f, ends);
    }
    if (to != SPENN_NONE) {
        while (d->m->units.parent[to] != SPENN_NONE && ends[d->m->units.parent[to]]) {
            d->m->units.parent[to] = d->m->units.parent[d->m->units.parent[to]];
        }
        int32_t leaders = d->m->units.leaders[to];
        spenn_draft_endow(d, to, rows, NULL);
        d->m->units.leaders[to] = leaders; /* abolished posts are abolished */
    }
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        spenn_id above = d->m->units.parent[u];
        if (u != to && above != SPENN_NONE && ends[above] && !ends[u]) {
            d->m->units.parent[u] = to;
        }
    }
}

bool spenn_change_abolish(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0};
    double share = d->m->assume.value[SPENN_DELEGATE];
    spenn_id to;
    bool ok = spenn_args_unit(d, args, "to", &to);
    ok = spenn_args_units(d, args, "unit", to, &rows) && ok;
    ok = spenn_args_share(d, args, "delegate", &share) && ok;
    if (ok && !rows.count) {
        return spenn_fail(d->err, spenn_args_at(args, "to"),
            "'%s' is abolished itself and cannot take over; name another unit",
            d->m->units.id[to]);
    }
    if (!ok) {
        return false;
    }
    struct ending e = {.d = d,
        .ends = spenn_draft_flags(d, &rows),
        .to = to,
        .serves = serving_all(d),
        .at = spenn_args_at(args, "unit")};
    for (int32_t i = 0; i < rows.count; i++) {
        e.u = rows.row[i];
        ok = may_end(&e) && ok;
    }
    if (!ok) {
        return false;
    }
    delegate_all(d, e.ends, share);
    end_units(d, &rows, to);
    if (to != SPENN_NONE && !spenn_draft_line_check(d, to, spenn_args_at(args, "to"))) {
        return false;
    }
    spenn_id *heir = spenn_draft_heirs(d);
    for (int32_t i = 0; i < rows.count; i++) {
        heir[rows.row[i]] = to;
    }
    spenn_draft_redirect(d, heir, NULL);
    return true;
}
