/* SPDX-License-Identifier: MIT
 * One pass that sends every reference to a unit where it belongs after a change. `map`
 * takes an old row to the row that answers for it in the new order, or to SPENN_NONE. The
 * runs of members, routes and partners are rebuilt in the order of their owners, so equal
 * organizations get equal tables whatever changes led there. Cost: the size of the model.
 */
#include "draft.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

spenn_id *spenn_draft_heirs(struct spenn_draft *d)
{
    spenn_id *heir =
        spenn_arena_alloc(&d->memory, (size_t)d->m->units.count, sizeof *heir);
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        heir[u] = u;
    }
    return heir;
}

struct place {
    spenn_id behind, row;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->behind != y->behind) {
        return x->behind < y->behind ? -1 : 1;
    }
    return (x->row > y->row) - (x->row < y->row);
}

/* Puts rows behind those they came from; fills moved[old row] = new row. */
static void place_units(struct spenn_draft *d, const spenn_id *behind, spenn_id *moved)
{
    struct spenn_units *units = &d->m->units;
    int32_t count = units->count;
    struct place *place = spenn_arena_alloc(&d->memory, (size_t)count, sizeof *place);
    for (spenn_id u = 0; u < count; u++) {
        place[u] = (struct place){behind[u], u};
    }
    qsort(place, (size_t)count, sizeof *place, by_place);
    spenn_table_reserve(&d->m->memory, units, &spenn_units_type, count);
    bool *keep = spenn_arena_alloc(&d->memory, (size_t)count * 2, sizeof *keep);
    for (int32_t i = 0; i < count; i++) {
        spenn_table_copy_row(units, &spenn_units_type, count + i, place[i].row);
        moved[place[i].row] = i;
        keep[count + i] = true;
    }
    units->count = count * 2;
    (void)spenn_table_keep(units, &spenn_units_type, keep, NULL);
}

/* Drops the units that end and brings the rest in order; returns the map. */
static spenn_id *map_units(
    struct spenn_draft *d, const spenn_id *heir, const spenn_id *behind)
{
    struct spenn_units *units = &d->m->units;
    size_t count = (size_t)units->count;
    spenn_id *moved = spenn_arena_alloc(&d->memory, count, sizeof *moved);
    spenn_id *kept = spenn_arena_alloc(&d->memory, count, sizeof *kept);
    spenn_id *map = spenn_arena_alloc(&d->memory, count, sizeof *map);
    bool *keep = spenn_arena_alloc(&d->memory, count, sizeof *keep);
    if (behind) {
        place_units(d, behind, moved);
    }
    for (spenn_id u = 0; u < (spenn_id)count; u++) {
        moved[u] = behind ? moved[u] : u;
        keep[moved[u]] = heir[u] == u;
    }
    (void)spenn_table_keep(units, &spenn_units_type, keep, kept);
    for (spenn_id u = 0; u < (spenn_id)count; u++) {
        assert(heir[u] == SPENN_NONE || heir[heir[u]] == heir[u]);
        map[u] = heir[u] == SPENN_NONE ? SPENN_NONE : kept[moved[heir[u]]];
    }
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] != SPENN_NONE) {
            units->parent[u] = map[units->parent[u]];
        }
    }
    return map;
}

struct pair {
    int32_t a, b, c, row;
};

static int by_pair(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;
    int32_t left[] = {p->a, p->b, p->c, p->row};
    int32_t right[] = {q->a, q->b, q->c, q->row};
    for (int i = 0; i < 4; i++) {
        if (left[i] != right[i]) {
            return left[i] < right[i] ? -1 : 1;
        }
    }
    return 0;
}

/* For every row the first row that says the same; sorts the pairs. */
static int32_t *first_of(struct spenn_draft *d, struct pair *pair, int32_t count)
{
    int32_t *first = spenn_arena_alloc(&d->memory, (size_t)count, sizeof *first);
    if (count) {
        qsort(pair, (size_t)count, sizeof *pair, by_pair);
    }
    for (int32_t i = 0; i < count; i++) {
        bool same = i && pair[i].a == pair[i - 1].a && pair[i].b == pair[i - 1].b
            && pair[i].c == pair[i - 1].c;
        first[pair[i].row] = same ? first[pair[i - 1].row] : pair[i].row;
    }
    return first;
}

static spenn_id sent(const spenn_id *map, spenn_id u)
{
    return u == SPENN_NONE ? SPENN_NONE : map[u];
}

/* Lines that become one carry the goals of all of them, and the first letter. */
static void join_lines(struct spenn_lines *lines, int32_t first, int32_t e)
{
    int32_t room = spenn_most_goals - lines->goals[first];
    lines->goals[first] += lines->goals[e] < room ? lines->goals[e] : room;
    lines->letter[first] = lines->letter[first] ? lines->letter[first] : lines->letter[e];
}

static void send_lines(struct spenn_draft *d, const spenn_id *map)
{
    struct spenn_lines *lines = &d->m->lines;
    size_t count = (size_t)lines->count;
    struct pair *pair = spenn_arena_alloc(&d->memory, count, sizeof *pair);
    bool *keep = spenn_arena_alloc(&d->memory, count, sizeof *keep);
    for (int32_t e = 0; e < lines->count; e++) {
        lines->from[e] = map[lines->from[e]];
        lines->to[e] = map[lines->to[e]];
        pair[e] = (struct pair){lines->kind[e], lines->from[e], lines->to[e], e};
    }
    const int32_t *first = first_of(d, pair, lines->count);
    for (int32_t e = 0; e < lines->count; e++) {
        keep[e] = first[e] == e && lines->from[e] != SPENN_NONE
            && lines->to[e] != SPENN_NONE && lines->from[e] != lines->to[e];
        if (first[e] != e) {
            join_lines(lines, first[e], e);
        }
    }
    (void)spenn_table_keep(lines, &spenn_lines_type, keep, NULL);
}

static bool heavier(const struct spenn_contacts *c, int32_t a, int32_t b)
{
    return c->meets[a] * c->lasts[a] > c->meets[b] * c->lasts[b];
}

/* Two contacts that become one pair are one contact, the one that takes more time. */
static void send_contacts(struct spenn_draft *d, const spenn_id *map)
{
    struct spenn_contacts *c = &d->m->contacts;
    size_t count = (size_t)c->count;
    struct pair *pair = spenn_arena_alloc(&d->memory, count, sizeof *pair);
    bool *keep = spenn_arena_alloc(&d->memory, count, sizeof *keep);
    for (int32_t i = 0; i < c->count; i++) {
        c->a[i] = map[c->a[i]];
        c->b[i] = map[c->b[i]];
        bool up = c->a[i] < c->b[i];
        pair[i] = (struct pair){up ? c->a[i] : c->b[i], up ? c->b[i] : c->a[i], 0, i};
    }
    const int32_t *first = first_of(d, pair, c->count);
    for (int32_t i = 0; i < c->count; i++) {
        keep[i] = first[i] == i && c->a[i] != SPENN_NONE && c->b[i] != SPENN_NONE
            && c->a[i] != c->b[i];
        if (first[i] != i && heavier(c, i, first[i])) {
            c->meets[first[i]] = c->meets[i];
            c->lasts[first[i]] = c->lasts[i];
        }
    }
    (void)spenn_table_keep(c, &spenn_contacts_type, keep, NULL);
}

struct weights { /* the columns of limits or supports, which have the same form */
    int32_t count;
    spenn_id *task, *unit;
    double *value;
};

static double joined(double a, double b, bool add)
{
    double sum = a + b;
    if (add) {
        return sum > 1.0 ? 1.0 : sum;
    }
    return a > b ? a : b;
}

/* Sends units on; rows of the same task and unit join, by sum or as the highest; rows go
 * by task. Returns how many are left. */
static int32_t send_weights(
    struct spenn_draft *d, const spenn_id *map, struct weights w, bool add)
{
    size_t count = (size_t)w.count;
    struct pair *pair = spenn_arena_alloc(&d->memory, count, sizeof *pair);
    spenn_id *unit = spenn_arena_alloc(&d->memory, count, sizeof *unit);
    double *value = spenn_arena_alloc(&d->memory, count, sizeof *value);
    for (int32_t i = 0; i < w.count; i++) {
        unit[i] = sent(map, w.unit[i]);
        pair[i] = (struct pair){w.task[i], unit[i], 0, i};
    }
    const int32_t *first = first_of(d, pair, w.count);
    for (int32_t i = 0; i < w.count; i++) {
        value[i] = w.value[i];
        if (first[i] != i) {
            value[first[i]] = joined(value[first[i]], value[i], add);
        }
        pair[i] = (struct pair){w.task[i], i, 0, i};
    }
    (void)first_of(d, pair, w.count); /* for its order */
    int32_t left = 0;
    for (int32_t i = 0; i < w.count; i++) {
        int32_t row = pair[i].row;
        if (first[row] == row && unit[row] != SPENN_NONE) {
            w.task[left] = pair[i].a;
            w.unit[left] = unit[row];
            w.value[left++] = value[row];
        }
    }
    return left;
}

/* Where unit u already stands in the run that begins at `first`, else -1: `seen` holds
 * for every unit its last row in the table, plus one. */
static int32_t row_in_run(const int32_t *seen, spenn_id u, int32_t first)
{
    return seen[u] > first ? seen[u] - 1 : -1;
}

static void add_member(struct spenn_draft *d, spenn_id u, int32_t *seen, int32_t first)
{
    struct spenn_members *members = &d->m->members;
    if (u != SPENN_NONE && row_in_run(seen, u, first) < 0) {
        int32_t row = spenn_table_add(&d->m->memory, members, &spenn_members_type);
        members->unit[row] = u;
        seen[u] = row + 1;
    }
}

static void send_members(struct spenn_draft *d, const spenn_id *map, int32_t *seen)
{
    struct spenn_forums *forums = &d->m->forums;
    struct spenn_members old = d->m->members, *members = &d->m->members;
    *members = (struct spenn_members){0};
    spenn_table_reserve(&d->m->memory, members, &spenn_members_type, old.count);
    for (spenn_id f = 0; f < forums->count; f++) {
        int32_t first = members->count;
        forums->chair[f] = map[forums->chair[f]];
        for (int32_t i = 0; i < forums->size[f]; i++) {
            add_member(d, sent(map, old.unit[forums->first[f] + i]), seen, first);
        }
        add_member(d, forums->chair[f], seen, first);
        forums->first[f] = first;
        forums->size[f] = members->count - first;
    }
}

static void add_route(
    struct spenn_draft *d, spenn_id u, double share, int32_t *seen, int32_t first)
{
    struct spenn_routes *routes = &d->m->routes;
    int32_t row = row_in_run(seen, u, first);
    assert(u != SPENN_NONE);
    if (row < 0) {
        row = spenn_table_add(&d->m->memory, routes, &spenn_routes_type);
        routes->unit[row] = u;
        seen[u] = row + 1;
    }
    routes->share[row] += share;
}

static void send_routes(struct spenn_draft *d, const spenn_id *map, int32_t *seen)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_routes old = d->m->routes, *routes = &d->m->routes;
    *routes = (struct spenn_routes){0};
    spenn_table_reserve(&d->m->memory, routes, &spenn_routes_type, streams->count);
    for (int32_t s = 0; s < streams->count; s++) {
        int32_t first = routes->count, end = streams->first_route[s];
        end += streams->routes[s];
        for (int32_t i = streams->first_route[s]; i < end; i++) {
            add_route(d, map[old.unit[i]], old.share[i], seen, first);
        }
        streams->first_route[s] = first;
        streams->routes[s] = routes->count - first;
    }
}

static void add_partner(struct spenn_draft *d, spenn_id u, int32_t *seen, int32_t first)
{
    struct spenn_partners *partners = &d->m->partners;
    if (u != SPENN_NONE && row_in_run(seen, u, first) < 0) {
        int32_t row = spenn_table_add(&d->m->memory, partners, &spenn_partners_type);
        partners->unit[row] = u;
        seen[u] = row + 1;
    }
}

/* A unit that alone serves a stream is no other party to its cases. */
static void send_partners(struct spenn_draft *d, const spenn_id *map, int32_t *seen)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_partners old = d->m->partners, *partners = &d->m->partners;
    *partners = (struct spenn_partners){0};
    spenn_table_reserve(&d->m->memory, partners, &spenn_partners_type, old.count);
    for (int32_t s = 0; s < streams->count; s++) {
        int32_t first = partners->count, end = streams->first_partner[s];
        spenn_id server = d->m->routes.unit[streams->first_route[s]];
        end += streams->partners[s];
        for (int32_t i = streams->first_partner[s]; i < end; i++) {
            spenn_id u = sent(map, old.unit[i]);
            bool alone = streams->routes[s] == 1 && u == server;
            add_partner(d, alone ? SPENN_NONE : u, seen, first);
        }
        streams->first_partner[s] = first;
        streams->partners[s] = partners->count - first;
    }
}

void spenn_draft_redirect(
    struct spenn_draft *d, const spenn_id *heir, const spenn_id *behind)
{
    struct spenn_model *m = d->m;
    size_t count = (size_t)m->units.count;
    const spenn_id *map = map_units(d, heir, behind);
    send_lines(d, map);
    send_contacts(d, map);
    struct spenn_limits *limits = &m->limits;
    limits->count = send_weights(d, map,
        (struct weights){limits->count, limits->task, limits->unit, limits->limit},
        false);
    struct spenn_supports *supports = &m->supports;
    supports->count = send_weights(d, map,
        (struct weights){
            supports->count, supports->task, supports->unit, supports->share},
        true);
    send_members(d, map, spenn_arena_alloc(&d->memory, count, sizeof(int32_t)));
    send_routes(d, map, spenn_arena_alloc(&d->memory, count, sizeof(int32_t)));
    send_partners(d, map, spenn_arena_alloc(&d->memory, count, sizeof(int32_t)));
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        m->tasks.decided_by[t] = sent(map, m->tasks.decided_by[t]);
        m->coordinations.lead[t] = sent(map, m->coordinations.lead[t]);
        m->coordinations.arbiter[t] = sent(map, m->coordinations.arbiter[t]);
    }
    for (int32_t n = 0; n < m->needs.count; n++) {
        m->needs.coordinator[n] = sent(map, m->needs.coordinator[n]);
    }
    for (int32_t o = 0; o < m->origins.count; o++) {
        m->origins.unit[o] = map[m->origins.unit[o]];
        assert(m->origins.unit[o] != SPENN_NONE);
    }
}
