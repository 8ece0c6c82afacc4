/* SPDX-License-Identifier: MIT
 * What units hand over before references are sent on: streams by share, and with a unit
 * that is divided its support work, practice, authority and place as a party. */
#include "draft.h"

#include <assert.h>

/* A unit that keeps all of it. */
static const struct spenn_part whole = {SPENN_NONE, 1.0};

static void mark_routes(const struct spenn_model *m, int32_t s, bool *serves)
{
    for (int32_t i = 0; i < m->streams.routes[s]; i++) {
        serves[m->routes.unit[m->streams.first_route[s] + i]] = true;
    }
}

bool *spenn_draft_serving(struct spenn_draft *d, spenn_id t)
{
    const struct spenn_model *m = d->m;
    bool *serves = spenn_arena_alloc(&d->memory, (size_t)m->units.count, sizeof *serves);
    for (int32_t s = 0; s < m->streams.count; s++) {
        if (m->streams.task[s] == t) {
            mark_routes(m, s, serves);
        }
    }
    return serves;
}

static void add_route(struct spenn_draft *d, spenn_id unit, double share)
{
    if (share > 0.0) {
        struct spenn_routes *routes = &d->m->routes;
        int32_t row = spenn_table_add(&d->m->memory, routes, &spenn_routes_type);
        routes->unit[row] = unit;
        routes->share[row] = share;
    }
}

/* What unit u serves with this share goes to the parts. */
static void hand_over(struct spenn_draft *d, spenn_id u, double share,
    const struct spenn_part *part, int32_t parts)
{
    for (int32_t p = 0; p < parts; p++) {
        add_route(
            d, part[p].unit == SPENN_NONE ? u : part[p].unit, share * part[p].share);
    }
}

int32_t spenn_draft_reroute(struct spenn_draft *d, spenn_id t, const bool *from,
    const struct spenn_part *part, int32_t parts)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_routes old = d->m->routes;
    int32_t handed = 0;
    d->m->routes = (struct spenn_routes){0};
    spenn_table_reserve(&d->m->memory, &d->m->routes, &spenn_routes_type, old.count);
    for (int32_t s = 0; s < streams->count; s++) {
        int32_t first = d->m->routes.count, end = streams->first_route[s];
        bool meant = t == SPENN_NONE || streams->task[s] == t;
        end += streams->routes[s];
        for (int32_t i = streams->first_route[s]; i < end; i++) {
            bool moves = meant && from[old.unit[i]];
            handed += moves;
            hand_over(
                d, old.unit[i], old.share[i], moves ? part : &whole, moves ? parts : 1);
        }
        streams->first_route[s] = first;
        streams->routes[s] = d->m->routes.count - first;
    }
    return handed;
}

static spenn_id largest(spenn_id u, const struct spenn_part *part, int32_t parts)
{
    int32_t best = 0;
    for (int32_t p = 1; p < parts; p++) {
        best = part[p].share > part[best].share ? p : best;
    }
    return part[best].unit == SPENN_NONE ? u : part[best].unit;
}

/* Rows of the same post and task join as the highest when references are sent on. */
static void divide_limits(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    const struct spenn_limits *limits = &d->m->limits;
    int32_t before = limits->count;
    for (int32_t i = 0; i < before; i++) {
        for (int32_t p = 0; p < parts && limits->unit[i] == u; p++) {
            spenn_id to = part[p].unit == SPENN_NONE ? u : part[p].unit;
            spenn_limits_add(d->m, limits->task[i], to, limits->limit[i]);
        }
    }
}

static void divide_support(
    struct spenn_draft *d, int32_t i, const struct spenn_part *part, int32_t parts)
{
    struct spenn_supports *supports = &d->m->supports;
    double share = supports->share[i];
    supports->share[i] = 0.0;
    for (int32_t p = 0; p < parts; p++) {
        int32_t row = i;
        if (part[p].unit != SPENN_NONE) {
            row = spenn_table_add(&d->m->memory, supports, &spenn_supports_type);
            supports->task[row] = supports->task[i];
            supports->unit[row] = part[p].unit;
        }
        supports->share[row] = share * part[p].share;
    }
}

static void add_partners(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    struct spenn_partners *partners = &d->m->partners;
    for (int32_t p = 0; p < parts; p++) {
        int32_t row = spenn_table_add(&d->m->memory, partners, &spenn_partners_type);
        partners->unit[row] = part[p].unit == SPENN_NONE ? u : part[p].unit;
    }
}

/* Every part of a possible party is a possible party. */
static void divide_partners(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_partners old = d->m->partners;
    d->m->partners = (struct spenn_partners){0};
    spenn_table_reserve(&d->m->memory, &d->m->partners, &spenn_partners_type, old.count);
    for (int32_t s = 0; s < streams->count; s++) {
        const spenn_id *party = old.unit + streams->first_partner[s];
        int32_t count = streams->partners[s];
        streams->first_partner[s] = d->m->partners.count;
        for (int32_t i = 0; i < count; i++) {
            bool divided = party[i] == u;
            add_partners(d, party[i], divided ? part : &whole, divided ? parts : 1);
        }
        streams->partners[s] = d->m->partners.count - streams->first_partner[s];
    }
}

void spenn_draft_divide(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    spenn_id practice = largest(u, part, parts);
    for (int32_t o = 0; o < d->m->origins.count; o++) {
        if (d->m->origins.unit[o] == u) {
            d->m->origins.unit[o] = practice;
        }
    }
    divide_limits(d, u, part, parts);
    for (int32_t i = d->m->supports.count - 1; i >= 0; i--) {
        if (d->m->supports.unit[i] == u) {
            divide_support(d, i, part, parts);
        }
    }
    divide_partners(d, u, part, parts);
}
