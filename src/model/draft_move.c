/* SPDX-License-Identifier: MIT
 * What units hand over before references are sent on: streams by share, and with a unit
 * that is divided its support work, practice, authority and place as a party. */
#include "draft.h"

#include <assert.h>

static void add_route(struct spenn_draft *d, spenn_id unit, double share)
{
    if (share > 0.0) {
        struct spenn_routes *routes = &d->m->routes;
        int32_t row = spenn_table_add(&d->m->memory, routes, &spenn_routes_type);
        routes->unit[row] = unit;
        routes->share[row] = share;
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
        int32_t first = d->m->routes.count;
        bool meant = t == SPENN_NONE || streams->task[s] == t;
        for (int32_t i = streams->first_route[s];
             i < streams->first_route[s] + streams->routes[s]; i++) {
            spenn_id u = old.unit[i];
            bool moves = meant && from[u];
            handed += moves;
            for (int32_t p = 0; p < parts && moves; p++) {
                add_route(d, part[p].unit == SPENN_NONE ? u : part[p].unit,
                    old.share[i] * part[p].share);
            }
            if (!moves) {
                add_route(d, u, old.share[i]);
            }
        }
        streams->first_route[s] = first;
        streams->routes[s] = d->m->routes.count - first;
    }
    return handed;
}

void spenn_draft_limit_raise(struct spenn_draft *d, spenn_id t, spenn_id u, double limit)
{
    struct spenn_limits *limits = &d->m->limits;
    for (int32_t i = 0; i < limits->count; i++) {
        if (limits->task[i] == t && limits->unit[i] == u) {
            limits->limit[i] = limits->limit[i] < limit ? limit : limits->limit[i];
            return;
        }
    }
    spenn_limits_add(d->m, t, u, limit);
}

static spenn_id largest(spenn_id u, const struct spenn_part *part, int32_t parts)
{
    int32_t best = 0;
    for (int32_t p = 1; p < parts; p++) {
        best = part[p].share > part[best].share ? p : best;
    }
    return part[best].unit == SPENN_NONE ? u : part[best].unit;
}

static void divide_limits(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    struct spenn_limits *limits = &d->m->limits;
    int32_t before = limits->count;
    for (int32_t i = 0; i < before; i++) {
        for (int32_t p = 0; p < parts && limits->unit[i] == u; p++) {
            if (part[p].unit != SPENN_NONE) {
                spenn_limits_add(d->m, limits->task[i], part[p].unit, limits->limit[i]);
            }
        }
    }
}

static void divide_supports(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    struct spenn_supports *supports = &d->m->supports;
    int32_t before = supports->count;
    for (int32_t i = 0; i < before; i++) {
        if (supports->unit[i] != u) {
            continue;
        }
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
}

/* Every part of a possible party is a possible party. */
static void divide_partners(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts)
{
    struct spenn_streams *streams = &d->m->streams;
    struct spenn_partners old = d->m->partners, *partners = &d->m->partners;
    *partners = (struct spenn_partners){0};
    spenn_table_reserve(&d->m->memory, partners, &spenn_partners_type, old.count);
    for (int32_t s = 0; s < streams->count; s++) {
        int32_t first = partners->count;
        for (int32_t i = 0; i < streams->partners[s]; i++) {
            spenn_id party = old.unit[streams->first_partner[s] + i];
            for (int32_t p = 0; p < (party == u ? parts : 1); p++) {
                int32_t row =
                    spenn_table_add(&d->m->memory, partners, &spenn_partners_type);
                bool itself = party != u || part[p].unit == SPENN_NONE;
                partners->unit[row] = itself ? party : part[p].unit;
            }
        }
        streams->first_partner[s] = first;
        streams->partners[s] = partners->count - first;
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
    divide_supports(d, u, part, parts);
    divide_partners(d, u, part, parts);
}
