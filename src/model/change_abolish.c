/* SPDX-License-Identifier: MIT
 * The verb that ends units without a new one: abolish. Streams, FTE and children go to
 * `to`; of a post's authority the share `delegate` goes down to the posts below it on the
 * deciding line, and the rest goes up to whoever takes over. Memberships, second lines
 * and contacts end; a chair passes to `to`. */
#include "change_verbs.h"

#include <math.h>
#include <stdlib.h>

/* What each unit still has, the first of it: a row, or SPENN_NONE. */
struct held {
    spenn_id *task, *origin;      /* serves cases of; answers for */
    spenn_id *supports, *decides; /* tasks */
    spenn_id *below, *chairs;     /* a unit that stays; a forum */
};

struct ending {
    struct spenn_draft *d;
    const bool *ends;
    spenn_id u;
    spenn_id to; /* or SPENN_NONE */
    struct held held;
    struct spenn_where at;
};

static spenn_id *nothing(struct spenn_draft *d)
{
    spenn_id *row = spenn_arena_alloc(&d->memory, (size_t)d->m->units.count, sizeof *row);
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        row[u] = SPENN_NONE;
    }
    return row;
}

static void hold(spenn_id *first, spenn_id u, spenn_id row)
{
    if (u != SPENN_NONE && (first[u] == SPENN_NONE || row < first[u])) {
        first[u] = row;
    }
}

static void hold_work(const struct spenn_model *m, const struct held *held)
{
    for (int32_t s = 0; s < m->streams.count; s++) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            hold(held->task, m->routes.unit[m->streams.first_route[s] + i],
                m->streams.task[s]);
        }
    }
    for (spenn_id o = 0; o < m->origins.count; o++) {
        hold(held->origin, m->origins.unit[o], o);
    }
    for (int32_t i = 0; i < m->supports.count; i++) {
        hold(held->supports, m->supports.unit[i], m->supports.task[i]);
    }
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        hold(held->decides, m->tasks.decided_by[t], t);
        hold(held->decides, m->coordinations.lead[t], t);
        hold(held->decides, m->coordinations.arbiter[t], t);
    }
}

static struct held held_by_units(struct spenn_draft *d, const bool *ends)
{
    const struct spenn_model *m = d->m;
    struct held held = {
        nothing(d), nothing(d), nothing(d), nothing(d), nothing(d), nothing(d)};
    hold_work(m, &held);
    for (spenn_id u = 0; u < m->units.count; u++) {
        hold(held.below, ends[u] ? SPENN_NONE : m->units.parent[u], u);
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        hold(held.chairs, m->forums.chair[f], f);
    }
    return held;
}

static bool orphan(const struct ending *e, const char *what, const char *of)
{
    return spenn_fail(e->d->err, e->at,
        "'%s' still has %s ('%s'); say where its streams, FTE and units go with 'to'",
        e->d->m->units.id[e->u], what, of);
}

static bool has_no_streams(const struct ending *e)
{
    const struct spenn_model *m = e->d->m;
    spenn_id t = e->held.task[e->u], o = e->held.origin[e->u];
    if (t != SPENN_NONE) {
        return spenn_fail(e->d->err, e->at,
            "'%s' serves cases of '%s'; say where its streams go with 'to'",
            m->units.id[e->u], m->tasks.id[t]);
    }
    return o == SPENN_NONE || orphan(e, "an origin of demand", m->origins.id[o]);
}

static bool has_no_work(const struct ending *e)
{
    const struct spenn_model *m = e->d->m;
    spenn_id supports = e->held.supports[e->u], decides = e->held.decides[e->u];
    bool ok = has_no_streams(e);
    if (supports != SPENN_NONE) {
        return orphan(e, "support of a task", m->tasks.id[supports]);
    }
    return (decides == SPENN_NONE
               || orphan(e, "a task to decide or coordinate", m->tasks.id[decides]))
        && ok;
}

static bool has_no_people(const struct ending *e)
{
    const struct spenn_units *units = &e->d->m->units;
    spenn_id below = e->held.below[e->u];
    if (below != SPENN_NONE) {
        return orphan(e, "a unit below it", units->id[below]);
    }
    return !(units->fte[e->u] > 0.0) && units->caseworkers[e->u] <= 0
        ? true
        : spenn_fail(e->d->err, e->at,
            "'%s' has staff (%g FTE); say where they go with 'to'", units->id[e->u],
            isnan(units->fte[e->u]) ? units->caseworkers[e->u] : units->fte[e->u]);
}

static bool has_no_chair(const struct ending *e)
{
    spenn_id f = e->held.chairs[e->u];
    return f == SPENN_NONE
        || spenn_fail(e->d->err, e->at,
            "'%s' chairs forum '%s'; say who takes over with 'to', or 'set' another "
            "chair first",
            e->d->m->units.id[e->u], e->d->m->forums.id[f]);
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

struct delegation {
    struct spenn_draft *d;
    const bool *ends;
    double share;                               /* that goes down */
    struct spenn_chains streams, limits;        /* by task */
    struct spenn_climb climb[SPENN_LINE_COUNT]; /* by kind of line, when needed */
    double *limit;     /* of each post for the task at hand, if the ... */
    spenn_id *limited; /* ... last task + 1 that limits it is that */
    spenn_id *on;      /* last task + 1 whose cases climb through the post */
    struct step *step;
    int32_t steps;
};

static struct delegation delegation_make(
    struct spenn_draft *d, const bool *ends, double share)
{
    const struct spenn_model *m = d->m;
    struct spenn_arena *memory = &d->memory;
    size_t count = (size_t)m->units.count;
    return (struct delegation){.d = d,
        .ends = ends,
        .share = share,
        .streams =
            spenn_chains_make(memory, m->streams.task, m->streams.count, m->tasks.count),
        .limits =
            spenn_chains_make(memory, m->limits.task, m->limits.count, m->tasks.count),
        .limit = spenn_arena_alloc(memory, count, sizeof(double)),
        .limited = spenn_arena_alloc(memory, count, sizeof(spenn_id)),
        .on = spenn_arena_alloc(memory, count, sizeof(spenn_id)),
        .step = spenn_arena_alloc(memory, count, sizeof(struct step))};
}

static struct spenn_climb climb_of(struct delegation *x, int32_t kind)
{
    struct spenn_climb climb = x->climb[kind];
    if (!climb.superior) {
        climb = spenn_climb_make(x->d->m, kind, &x->d->memory);
        x->climb[kind] = climb;
    }
    return climb;
}

/* Loads the task's limits; whether a post that ends has one. */
static bool load_limits(struct delegation *x, spenn_id t)
{
    const struct spenn_limits *limits = &x->d->m->limits;
    bool any = false;
    for (int32_t i = x->limits.first[t]; i >= 0; i = x->limits.next[i]) {
        x->limit[limits->unit[i]] = limits->limit[i];
        x->limited[limits->unit[i]] = t + 1;
        any = any || x->ends[limits->unit[i]];
    }
    return any;
}

static double limit_of(const struct delegation *x, spenn_id t, spenn_id u)
{
    return x->limited[u] == t + 1 ? x->limit[u] : 0.0;
}

/* The posts below an ending one on the way up from u, as far as no case of the task has
 * climbed yet. */
static void climb_from(
    struct delegation *x, spenn_id t, spenn_id u, const struct spenn_climb *climb)
{
    while (u != SPENN_NONE && x->on[u] != t + 1) {
        spenn_id up = climb->superior[u];
        x->on[u] = t + 1;
        if (up != SPENN_NONE && x->ends[up]) {
            x->step[x->steps++] = (struct step){climb->depth[up], u, up};
        }
        u = up;
    }
}

static void delegate_task(struct delegation *x, spenn_id t)
{
    const struct spenn_model *m = x->d->m;
    const struct spenn_climb climb = climb_of(x, m->tasks.via[t]);
    x->steps = 0;
    for (int32_t s = x->streams.first[t]; s >= 0; s = x->streams.next[s]) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            climb_from(x, t, m->routes.unit[m->streams.first_route[s] + i], &climb);
        }
    }
    if (x->steps) {
        qsort(x->step, (size_t)x->steps, sizeof *x->step, by_depth);
    }
    for (int32_t i = 0; i < x->steps; i++) {
        spenn_id below = x->step[i].below;
        double has = limit_of(x, t, below);
        double gap = limit_of(x, t, x->step[i].ends) - has;
        if (gap > 0.0 && x->share > 0.0) {
            x->limit[below] = has + gap * x->share;
            x->limited[below] = t + 1;
            spenn_limits_add(x->d->m, t, below, x->limit[below]);
        }
    }
}

static void delegate_all(struct spenn_draft *d, const bool *ends, double share)
{
    struct delegation x = delegation_make(d, ends, share);
    for (spenn_id t = 0; t < d->m->tasks.count; t++) {
        if (load_limits(&x, t)) {
            delegate_task(&x, t);
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
    const bool *ends = spenn_draft_flags(d, &rows);
    struct ending e = {.d = d,
        .ends = ends,
        .to = to,
        .held = held_by_units(d, ends),
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
