/* SPDX-License-Identifier: MIT
 * Measures of who is tied to whom: whether ties keep within sectors, whether those meet
 * who must coordinate, how far it is by meetings, and what forums share. */
#include "net.h"
#include "rest.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Units looked from x ties that the cooperation path may take: some seconds. */
#define MOST_PATHS 1e9
/* Pairs that must coordinate, listed: some hundred megabytes. */
#define MOST_PAIRS 2e7

struct groups { /* of all units: a sector, or a unit by itself */
    int32_t count;
    int32_t *of;
    bool sectors; /* whether there is any sector */
    double *inside, *degree, *met;
    double ties;
};

enum { no_sector = -1, several_sectors = -2 };

/* A unit without sector belongs to that of all units below it, if that is one, else to
 * its superior's, if that is one. */
static void spread_sectors(const struct spenn_rest *r, int32_t *of)
{
    const spenn_id *parent = r->m->units.parent;
    for (int32_t i = 0; i < r->tree.count; i++) {
        spenn_id u = r->tree.order[i], above = parent[u];
        if (above != SPENN_NONE && !r->m->units.sector[above] && of[u] != no_sector) {
            bool first = of[above] == no_sector;
            of[above] = first || of[above] == of[u] ? of[u] : several_sectors;
        }
    }
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i];
        if (of[u] == no_sector && parent[u] != SPENN_NONE && of[parent[u]] >= 0) {
            of[u] = of[parent[u]];
        }
    }
}

static struct groups groups_make(const struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_model *m = r->m;
    size_t units = (size_t)m->units.count;
    struct spenn_index sectors = {0};
    struct groups g = {.of = spenn_arena_alloc(memory, units, sizeof *g.of),
        .inside = spenn_arena_alloc(memory, units, sizeof *g.inside),
        .degree = spenn_arena_alloc(memory, units, sizeof *g.degree),
        .met = spenn_arena_alloc(memory, units, sizeof *g.met)};
    for (spenn_id u = 0; u < m->units.count; u++) {
        const char *sector = m->units.sector[u];
        g.of[u] = no_sector;
        if (sector) {
            int32_t old = spenn_index_add(memory, &sectors, sector, g.count);
            g.of[u] = old >= 0 ? old : g.count++;
        }
    }
    g.sectors = g.count > 0;
    spread_sectors(r, g.of);
    for (spenn_id u = 0; u < m->units.count; u++) {
        g.of[u] = g.of[u] >= 0 ? g.of[u] : g.count++;
    }
    return g;
}

static void tie(struct groups *g, spenn_id a, spenn_id b)
{
    if (a != SPENN_NONE && b != SPENN_NONE && a != b) {
        g->ties += 1.0;
        g->degree[g->of[a]] += 1.0;
        g->degree[g->of[b]] += 1.0;
        g->inside[g->of[a]] += g->of[a] == g->of[b];
    }
}

/* Each member of a forum of n has ties of 1 in all with the others: 1 / (n - 1) a pair.
 */
static void tie_forum(struct groups *g, const struct spenn_model *m, spenn_id f)
{
    const spenn_id *member = m->members.unit + m->forums.first[f];
    int32_t size = m->forums.size[f];
    for (int32_t i = 0; size > 1 && i < size; i++) {
        int32_t group = g->of[member[i]];
        g->degree[group] += 1.0;
        g->ties += 0.5;
        g->inside[group] += g->met[group] / (size - 1);
        g->met[group] += 1.0;
    }
    for (int32_t i = 0; i < size; i++) {
        g->met[g->of[member[i]]] = 0.0;
    }
}

bool spenn_fill_modularity(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    struct groups g = groups_make(r, &scratch);
    double sum = 0.0;
    (void)err;
    for (spenn_id u = 0; u < m->units.count; u++) {
        tie(&g, u, m->units.parent[u]);
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        tie(&g, m->lines.from[e], m->lines.to[e]);
    }
    for (int32_t i = 0; i < m->contacts.count; i++) {
        if (m->contacts.meets[i] > 0.0) {
            tie(&g, m->contacts.a[i], m->contacts.b[i]);
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        tie_forum(&g, m, f);
    }
    for (int32_t k = 0; k < g.count; k++) {
        double expected = g.degree[k] / (2.0 * g.ties);
        sum += g.inside[k] / g.ties - expected * expected;
    }
    value[0] = g.sectors && g.ties > 0.0 ? sum : NAN;
    spenn_arena_free(&scratch);
    return true;
}

struct pair {
    spenn_id a, b; /* a < b */
};

static int by_units(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;
    if (p->a != q->a) {
        return p->a < q->a ? -1 : 1;
    }
    return (p->b > q->b) - (p->b < q->b);
}

static struct pair pair_of(spenn_id u, spenn_id v)
{
    return u < v ? (struct pair){u, v} : (struct pair){v, u};
}

struct pairs {
    size_t count;
    struct pair *pair; /* sorted, each once */
};

static void sort_pairs(struct pairs *p)
{
    size_t end = 0;
    if (p->count > 0) {
        qsort(p->pair, p->count, sizeof *p->pair, by_units);
    }
    for (size_t i = 0; i < p->count; i++) {
        if (end == 0 || by_units(&p->pair[end - 1], &p->pair[i]) != 0) {
            p->pair[end++] = p->pair[i];
        }
    }
    p->count = end;
}

static void add_partners(
    const struct spenn_model *m, int32_t s, spenn_id u, struct pairs *p)
{
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        spenn_id v = m->partners.unit[m->streams.first_partner[s] + i];
        if (u != v) {
            p->pair[p->count++] = pair_of(u, v);
        }
    }
}

/* Units whose cases need each other: whoever serves a stream, and its partners. False
 * when they are too many to list. */
static bool find_needs(
    const struct spenn_model *m, struct spenn_arena *memory, struct pairs *p)
{
    const struct spenn_streams *streams = &m->streams;
    double most = 0.0;
    for (int32_t s = 0; s < streams->count; s++) {
        bool needs = m->tasks.coordinates[streams->task[s]];
        most += needs ? (double)streams->routes[s] * streams->partners[s] : 0.0;
    }
    if (most > MOST_PAIRS) {
        return false;
    }
    *p = (struct pairs){.pair = spenn_arena_alloc(memory, (size_t)most, sizeof *p->pair)};
    for (int32_t s = 0; s < streams->count; s++) {
        int32_t routes = m->tasks.coordinates[streams->task[s]] ? streams->routes[s] : 0;
        for (int32_t i = 0; i < routes; i++) {
            add_partners(m, s, m->routes.unit[streams->first_route[s] + i], p);
        }
    }
    sort_pairs(p);
    return true;
}

static struct pairs who_talk(const struct spenn_model *m, struct spenn_arena *memory)
{
    struct pairs p = {
        .pair = spenn_arena_alloc(memory, (size_t)m->contacts.count, sizeof *p.pair)};
    for (int32_t i = 0; i < m->contacts.count; i++) {
        if (m->contacts.meets[i] > 0.0) {
            p.pair[p.count++] = pair_of(m->contacts.a[i], m->contacts.b[i]);
        }
    }
    sort_pairs(&p);
    return p;
}

bool spenn_fill_congruence(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct pairs needs = {0}, talk = who_talk(r->m, &scratch);
    double met = 0.0;
    (void)err;
    bool done = find_needs(r->m, &scratch, &needs);
    for (size_t i = 0; i < needs.count; i++) {
        const struct pair *p = &needs.pair[i];
        met += spenn_units_meet(&r->sittings, p->a, p->b)
            || (talk.count > 0 && bsearch(p, talk.pair, talk.count, sizeof *p, by_units));
    }
    value[0] = done && needs.count > 0 ? met / (double)needs.count : NAN;
    spenn_arena_free(&scratch);
    return true;
}

/* The line, contacts and forums as vertices beside the units, joined to those they
 * bring together: two units that meet are two steps apart. */
static struct spenn_net meetings(const struct spenn_model *m, struct spenn_arena *memory)
{
    int32_t units = m->units.count, vertices = units, count = 0;
    size_t most =
        4 * ((size_t)units + (size_t)m->contacts.count) + 2 * (size_t)m->members.count;
    int32_t *from = spenn_arena_alloc(memory, most, sizeof *from);
    int32_t *to = spenn_arena_alloc(memory, most, sizeof *to);
    struct pairs talk = who_talk(m, memory);
    for (spenn_id u = 0; u < units; u++) {
        if (m->units.parent[u] != SPENN_NONE) {
            from[count] = u;
            to[count++] = vertices;
            from[count] = m->units.parent[u];
            to[count++] = vertices++;
        }
    }
    for (size_t i = 0; i < talk.count; i++) {
        from[count] = talk.pair[i].a;
        to[count++] = vertices;
        from[count] = talk.pair[i].b;
        to[count++] = vertices++;
    }
    for (spenn_id f = 0; f < m->forums.count; f++, vertices++) {
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            from[count] = m->members.unit[m->forums.first[f] + i];
            to[count++] = vertices;
        }
    }
    for (int32_t e = 0; e < count; e++) {
        from[count + e] = to[e];
        to[count + e] = from[e];
    }
    return spenn_net_make(vertices, 2 * count, from, to, memory);
}

/* Units whose distance counts: regions when there are two, else those that do the work.
 */
static int32_t list_ends(const struct spenn_rest *r, spenn_id *end)
{
    int32_t regions = 0, workers = 0;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        if (r->m->units.kind[u] == SPENN_REGION) {
            end[regions++] = u;
        }
    }
    if (regions >= 2) {
        return regions;
    }
    for (spenn_id u = 0; u < r->tree.count; u++) {
        if (spenn_unit_works(r->m, &r->tree, u)) {
            end[workers++] = u;
        }
    }
    return workers;
}

struct paths { /* one search: step[v] is 1 at the start, 0 where there is no way */
    int32_t *step, *queue;
    double sum, pairs;
};

/* Puts the neighbours of v that are new behind `tail`. */
static int32_t visit(
    const struct spenn_net *net, int32_t v, int32_t tail, struct paths *p)
{
    for (int32_t i = net->first[v]; i < net->first[v + 1]; i++) {
        if (p->step[net->to[i]] == 0) {
            p->step[net->to[i]] = p->step[v] + 1;
            p->queue[tail++] = net->to[i];
        }
    }
    return tail;
}

static void search_from(const struct spenn_net *net, spenn_id start, struct paths *p)
{
    int32_t tail = 0;
    memset(p->step, 0, (size_t)net->vertices * sizeof *p->step);
    p->step[start] = 1;
    p->queue[tail++] = start;
    for (int32_t head = 0; head < tail; head++) {
        tail = visit(net, p->queue[head], tail, p);
    }
}

/* Mean over pairs of the units in `end` that have a way; of different sectors only. */
static double mean_path(
    const struct spenn_rest *r, const spenn_id *end, int32_t ends, bool across)
{
    struct spenn_arena scratch = {0};
    const char *const *sector = r->m->units.sector;
    struct spenn_net net = meetings(r->m, &scratch);
    struct paths p = {
        .step = spenn_arena_alloc(&scratch, (size_t)net.vertices, sizeof *p.step),
        .queue = spenn_arena_alloc(&scratch, (size_t)net.vertices, sizeof *p.queue)};
    bool fits = (double)ends * (net.vertices + net.first[net.vertices]) <= MOST_PATHS;
    for (int32_t a = 0; fits && a < ends; a++) {
        search_from(&net, end[a], &p);
        for (int32_t b = 0; b < a; b++) {
            int32_t step = p.step[end[b]];
            bool counts =
                step > 0 && (!across || strcmp(sector[end[a]], sector[end[b]]) != 0);
            p.sum += counts ? (step - 1) / 2.0 : 0.0;
            p.pairs += counts;
        }
    }
    spenn_arena_free(&scratch);
    return p.pairs > 0.0 ? p.sum / p.pairs : NAN;
}

bool spenn_fill_cooperation(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    spenn_id *end = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *end);
    int32_t ends = list_ends(r, end);
    (void)err;
    value[0] = mean_path(r, end, ends, false);
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_cross_path(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_units *units = &r->m->units;
    struct spenn_arena scratch = {0};
    spenn_id *end = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *end);
    int32_t ends = 0;
    (void)err;
    for (spenn_id u = 0; u < units->count; u++) {
        end[ends] = u;
        ends += units->sector[u] && !spenn_kind_is_political(units->kind[u])
            && !spenn_kind_is_outside(units->kind[u]);
    }
    value[0] = mean_path(r, end, ends, true);
    spenn_arena_free(&scratch);
    return true;
}
