/* SPDX-License-Identifier: MIT
 * Support, compiled: which support desks a case of a route visits. Support units of one
 * group (ikt-1, ikt-2, ...) are a pool: a case visits one of them at most, the nearest if
 * they differ. A desk more than one step away on the line costs a hand-over, one in
 * another place a delay. Routes to which every support is far share a run. */
#include "compile.h"
#include "mutant.h"
#include "resolve.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum nearness { FAR, SAME_PLACE, OWN };

struct pool {
    double all;     /* share of the cases that visit it */
    double nearest; /* sum of the shares of its units that are as near as any */
    double used;    /* of `all`, by the visits made so far */
    enum nearness best;
};

struct supporter {
    struct spenn_sim_plan *plan;
    int32_t *first, *row; /* of a task: its run in `row`, rows of m->supports */
    int32_t *rank;        /* of a place in `row`: its pool among the task's */
    int32_t *shared;      /* of a task: run for routes far from all, or SPENN_NONE */
    struct pool *pool;    /* of the task and unit at hand */
    int32_t room;         /* of plan->support */
    struct spenn_arena memory;
};

static bool one_step(const struct spenn_model *m, spenn_id u, spenn_id v)
{
    return u == v || m->units.parent[u] == v || m->units.parent[v] == u;
}

/* A unit whose place is not given is where those one step away are. */
static bool same_place(const struct spenn_model *m, spenn_id u, spenn_id v)
{
    const char *here = m->units.location[u], *there = m->units.location[v];
    if ((here && spenn_text_lists(m->units.offices[v], here))
        || (there && spenn_text_lists(m->units.offices[u], there))) {
        return true;
    }
    return here && there ? strcmp(here, there) == 0 : one_step(m, u, v);
}

static enum nearness nearness(const struct spenn_model *m, spenn_id u, spenn_id v)
{
    if (one_step(m, u, v)) {
        return OWN;
    }
    return same_place(m, u, v) ? SAME_PLACE : FAR;
}

/* Rows of supports by task, in the file's order. */
static void sort_rows(struct supporter *s)
{
    const struct spenn_supports *supports = &s->plan->m->supports;
    int32_t *next = s->first + 1;
    for (int32_t i = 0; i < supports->count; i++) {
        next[supports->task[i] + 1]++;
    }
    for (int32_t t = 0; t < s->plan->task_count; t++) {
        next[t + 1] += next[t];
    }
    for (int32_t i = 0; i < supports->count; i++) {
        s->row[next[supports->task[i]]++] = i;
    }
}

static void rank_pools_of(struct supporter *s, spenn_id t, struct spenn_arena *memory)
{
    const struct spenn_model *m = s->plan->m;
    struct spenn_index index = {0};
    int32_t pools = 0;
    for (int32_t i = s->first[t]; i < s->first[t + 1]; i++) {
        const char *group = m->units.group[m->supports.unit[s->row[i]]];
        int32_t known = spenn_index_add(memory, &index, group, pools);
        s->rank[i] = known < 0 ? pools++ : known;
    }
}

static void rank_pools(struct supporter *s)
{
    struct spenn_arena scratch = {0};
    for (int32_t t = 0; t < s->plan->task_count; t++) {
        rank_pools_of(s, t, &scratch);
        s->shared[t] = SPENN_NONE;
    }
    spenn_arena_free(&scratch);
}

/* Weighs the pools of task t as unit u sees them; true when some support is not far. */
static bool weigh(struct supporter *s, spenn_id t, spenn_id u)
{
    const struct spenn_model *m = s->plan->m;
    bool near = false;
    for (int32_t i = s->first[t]; i < s->first[t + 1]; i++) {
        s->pool[s->rank[i]] = (struct pool){0};
    }
    for (int32_t i = s->first[t]; i < s->first[t + 1]; i++) {
        struct pool *pool = &s->pool[s->rank[i]];
        double share = m->supports.share[s->row[i]];
        enum nearness is = nearness(m, u, m->supports.unit[s->row[i]]);
        near = near || is != FAR;
        is = SPENN_MUTANT(SUPPORT_ANY) ? FAR : is;
        pool->all += share;
        if (is > pool->best) {
            pool->best = is;
            pool->nearest = 0.0;
        }
        pool->nearest += is == pool->best ? share : 0.0;
    }
    return near;
}

static struct spenn_plan_support *add(struct supporter *s)
{
    struct spenn_sim_plan *plan = s->plan;
    if (plan->support_count == s->room) {
        size_t used = (size_t)plan->support_count;
        s->room = s->room ? 2 * s->room : plan->m->supports.count + 16;
        plan->support = spenn_arena_grow(
            &plan->memory, plan->support, used, (size_t)s->room, sizeof *plan->support);
    }
    return &plan->support[plan->support_count++];
}

/* The visits of task t's cases at unit u; the pools are weighed. */
static void add_visits(struct supporter *s, spenn_id t, spenn_id u)
{
    const struct spenn_model *m = s->plan->m;
    for (int32_t i = s->first[t]; i < s->first[t + 1]; i++) {
        struct pool *pool = &s->pool[s->rank[i]];
        spenn_id v = m->supports.unit[s->row[i]];
        double share = m->supports.share[s->row[i]];
        enum nearness is = SPENN_MUTANT(SUPPORT_ANY) ? FAR : nearness(m, u, v);
        if (is != pool->best || !(share > 0.0)) {
            continue;
        }
        double from = pool->used;
        pool->used += share / pool->nearest * fmin(pool->all, 1.0);
        int32_t desk = s->plan->case_desk[v];
        bool near = SPENN_MUTANT(SUPPORT_NEAR);
        *add(s) = (struct spenn_plan_support){
            .from = from,
            .upto = pool->used,
            .desk = desk == SPENN_NONE ? v : desk,
            .rank = s->rank[i],
            .handed = !near && !one_step(m, u, v),
            .away = !near && !same_place(m, u, v),
        };
    }
}

static void make_run(struct supporter *s, spenn_id t, struct spenn_plan_route *route)
{
    bool near = weigh(s, t, route->unit);
    if (!near && s->shared[t] != SPENN_NONE) {
        const struct spenn_plan_route *like = &s->plan->route[s->shared[t]];
        route->first_support = like->first_support;
        route->supports = like->supports;
        return;
    }
    route->first_support = s->plan->support_count;
    add_visits(s, t, route->unit);
    route->supports = s->plan->support_count - route->first_support;
    if (!near) {
        s->shared[t] = (int32_t)(route - s->plan->route);
    }
}

static struct spenn_law_ready visit_law(const struct spenn_model *m, double mean)
{
    int32_t law = (int32_t)m->assume.value[SPENN_SERVICE_LAW];
    struct spenn_time visit = {.mean = mean, .law = law, .shape = spenn_law_shape(law)};
    return spenn_law_ready(&visit);
}

void spenn_plan_supports(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    const double *assume = m->assume.value;
    struct supporter s = {.plan = plan};
    size_t tasks = (size_t)plan->task_count, count = (size_t)m->supports.count;
    double mean = assume[SPENN_SUPPORT_TIME];
    plan->visit[0] = visit_law(m, mean);
    plan->visit[1] = visit_law(m, mean > 0.0 ? mean + assume[SPENN_HAND_OVER] : 0.0);
    plan->away = assume[SPENN_DISTANCE_DELAY];
    s.first = spenn_arena_alloc(&s.memory, tasks + 2, sizeof *s.first);
    s.row = spenn_arena_alloc(&s.memory, count, sizeof *s.row);
    s.rank = spenn_arena_alloc(&s.memory, count, sizeof *s.rank);
    s.shared = spenn_arena_alloc(&s.memory, tasks, sizeof *s.shared);
    s.pool = spenn_arena_alloc(&s.memory, count, sizeof *s.pool);
    sort_rows(&s);
    rank_pools(&s);
    for (int32_t i = 0; i < plan->stream_count && mean > 0.0; i++) {
        const struct spenn_plan_stream *stream = &plan->stream[i];
        for (int32_t k = 0; k < stream->routes; k++) {
            make_run(&s, stream->task, &plan->route[stream->first_route + k]);
        }
    }
    spenn_arena_free(&s.memory);
}
