/* SPDX-License-Identifier: MIT
 * One desk with Poisson arrivals and exponential decisions of one hour, table by table:
 * M/M/1 with a mean time of 1 / (1 - rate) hours. */
#ifndef SPENN_TEST_QUEUE_H
#define SPENN_TEST_QUEUE_H

#include "unit.h"

#include "near.h"
#include "parts.h"

#include <string.h>

static inline spenn_id queue_unit(
    struct spenn_model *m, const char *id, int32_t kind, spenn_id parent)
{
    spenn_id u = spenn_table_add(&m->memory, &m->units, &spenn_units_type);
    m->units.id[u] = m->units.name[u] = m->units.group[u] = id;
    m->units.kind[u] = kind;
    m->units.parent[u] = parent;
    m->units.fte[u] = NAN;
    m->units.caseworkers[u] = -1;
    m->units.leaders[u] = 1;
    m->units.speed[u] = 1;
    spenn_id o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
    m->origins.id[o] = id;
    m->origins.unit[o] = u;
    return u;
}

/* A task that arises at unit u and is decided there. */
static inline spenn_id queue_task(
    struct spenn_model *m, const char *id, spenn_id u, double rate)
{
    spenn_id t = spenn_task_add(m);
    m->tasks.id[t] = m->tasks.name[t] = id;
    m->tasks.decision[t] =
        (struct spenn_time){.mean = 1, .law = SPENN_LAW_EXPONENTIAL, .shape = 1};
    m->tasks.handling[t] = m->tasks.deadline[t] =
        (struct spenn_time){.law = SPENN_LAW_EXPONENTIAL, .shape = 1};
    m->tasks.priority[t] = 5;
    m->tasks.decided_in[t] = m->tasks.decided_by[t] = SPENN_NONE;
    m->tasks.beyond_authority[t] = NAN;
    int32_t s = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
    m->streams.task[s] = t;
    m->streams.origin[s] = u;
    m->streams.rate[s] = rate;
    m->streams.first_route[s] = m->routes.count;
    m->streams.routes[s] = 1;
    int32_t r = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
    m->routes.unit[r] = u;
    m->routes.share[r] = 1;
    return t;
}

static inline void queue_model(struct spenn_model *m, double rate)
{
    *m = (struct spenn_model){.id = "queue", .form = SPENN_FORM_OTHER};
    m->assume.value[SPENN_SERVICE_LAW] = SPENN_LAW_EXPONENTIAL;
    m->assume.value[SPENN_OVERLOAD_FLOOR] = 0.02;
    spenn_id desk = queue_unit(m, "desk", SPENN_EXECUTIVE, SPENN_NONE);
    (void)queue_task(m, "case", desk, rate);
}

#endif
