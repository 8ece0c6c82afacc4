/* SPDX-License-Identifier: MIT
 * Measures of levels: peers that command peers, tasks that lie on two levels, and how far
 * regions stand from departments. */
#include "levels.h"

#include "column.h"

#include <math.h>
#include <stdlib.h>

bool *spenn_regional(const struct spenn_model *m, const struct spenn_tree *tree,
    struct spenn_arena *memory)
{
    bool *inside = spenn_arena_alloc(memory, (size_t)tree->count, sizeof *inside);
    for (int32_t i = tree->count; i-- > 0;) {
        spenn_id u = tree->order[i], above = m->units.parent[u];
        inside[u] =
            m->units.kind[u] == SPENN_REGION || (above != SPENN_NONE && inside[above]);
    }
    return inside;
}

static bool are_peers(struct spenn_rest *r, spenn_id u, spenn_id v)
{
    const struct spenn_units *units = &r->m->units;
    if (u == v || units->kind[u] != units->kind[v]) {
        return false;
    }
    if (units->kind[u] == SPENN_REGION) {
        spenn_id common = spenn_nearest_superior(spenn_rest_nearest(r), u, v);
        return common != u && common != v;
    }
    return units->parent[u] != SPENN_NONE && units->parent[u] == units->parent[v];
}

static int by_pair(const void *x, const void *y)
{
    const struct spenn_order *p = x, *q = y;
    int by = (p->by > q->by) - (p->by < q->by), to = (p->to > q->to) - (p->to < q->to);
    int task = (p->task > q->task) - (p->task < q->task);
    return by ? by : to ? to : task;
}

static void add_order(
    struct spenn_rest *r, struct spenn_orders *orders, struct spenn_order order)
{
    if (order.by != SPENN_NONE && are_peers(r, order.by, order.to)) {
        orders->order[orders->count++] = order;
    }
}

struct spenn_orders spenn_orders_make(struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_model *m = r->m;
    size_t most = (size_t)m->lines.count + (size_t)m->routes.count;
    struct spenn_orders orders = {
        .order = spenn_arena_alloc(memory, most, sizeof *orders.order)};
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (spenn_line_commands(m->lines.kind[e])) {
            add_order(r, &orders,
                (struct spenn_order){m->lines.from[e], m->lines.to[e], SPENN_NONE});
        }
    }
    for (int32_t s = 0; s < m->streams.count; s++) {
        spenn_id t = m->streams.task[s];
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            spenn_id u = m->routes.unit[m->streams.first_route[s] + i];
            add_order(r, &orders, (struct spenn_order){m->tasks.decided_by[t], u, t});
        }
    }
    int32_t all = orders.count;
    if (all > 0) {
        qsort(orders.order, (size_t)all, sizeof *orders.order, by_pair);
    }
    orders.count = 0;
    for (int32_t i = 0; i < all; i++) {
        struct spenn_order order = orders.order[i];
        if (i == 0 || orders.order[orders.count - 1].by != order.by
            || orders.order[orders.count - 1].to != order.to) {
            orders.order[orders.count++] = order;
        }
    }
    return orders;
}

bool spenn_fill_peer_command(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    (void)err;
    value[0] = spenn_orders_make(r, &scratch).count;
    spenn_arena_free(&scratch);
    return true;
}

struct served { /* that a unit serves cases of a task; by task, then as in the line */
    spenn_id task, unit;
    int32_t place; /* in preorder */
};

static int by_task(const void *x, const void *y)
{
    const struct served *p = x, *q = y;
    int task = (p->task > q->task) - (p->task < q->task);
    return task ? task : (p->place > q->place) - (p->place < q->place);
}

/* One row a route. A deputy shares the work of its superior: it counts as that. */
static struct served *list_served(struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_model *m = r->m;
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    int32_t count = 0;
    struct served *served =
        spenn_arena_alloc(memory, (size_t)m->routes.count, sizeof *served);
    for (int32_t s = 0; s < m->streams.count; s++) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            spenn_id u = m->routes.unit[m->streams.first_route[s] + i];
            bool deputy = m->units.kind[u] == SPENN_DEPUTY;
            u = deputy && m->units.parent[u] != SPENN_NONE ? m->units.parent[u] : u;
            served[count++] = (struct served){m->streams.task[s], u, nearest->place[u]};
        }
    }
    if (count > 0) {
        qsort(served, (size_t)count, sizeof *served, by_task);
    }
    return served;
}

enum { head_office = 1, region = 2, both = 3 };

struct control {           /* of cases: on which of the levels above */
    int32_t *own;          /* level of a unit */
    int32_t *professional; /* levels of a unit's professional superiors */
    const spenn_id *parent;
};

static struct control control_make(const struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_model *m = r->m;
    size_t units = (size_t)m->units.count;
    const bool *regional = spenn_regional(m, &r->tree, memory);
    struct control c = {.own = spenn_arena_alloc(memory, units, sizeof *c.own),
        .professional = spenn_arena_alloc(memory, units, sizeof *c.professional),
        .parent = m->units.parent};
    for (spenn_id u = 0; u < m->units.count; u++) {
        c.own[u] = regional[u] ? region : head_office;
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (m->lines.kind[e] == SPENN_LINE_PROFESSIONAL) {
            c.professional[m->lines.to[e]] |= c.own[m->lines.from[e]];
        }
    }
    return c;
}

/* Whether those who control u's cases of task t sit in head office and in a region: who
 * decides them, professional superiors, and the superior by the line unless the cases go
 * by a professional one. */
static bool controlled_twice(
    const struct spenn_model *m, const struct control *c, spenn_id t, spenn_id u)
{
    spenn_id f = m->tasks.decided_in[t], above = c->parent[u];
    spenn_id decides = f != SPENN_NONE ? m->forums.chair[f] : m->tasks.decided_by[t];
    int32_t levels = c->professional[u];
    bool by_line = m->tasks.via[t] != SPENN_LINE_PROFESSIONAL || levels == 0;
    if (above != SPENN_NONE && by_line) {
        levels |= c->own[above];
    }
    if (decides != SPENN_NONE && decides != u) {
        levels |= c->own[decides];
    }
    return levels == both;
}

bool spenn_fill_duplication(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    const struct served *served = list_served(r, &scratch);
    struct control c = control_make(r, &scratch);
    bool *twice = spenn_arena_alloc(&scratch, (size_t)m->tasks.count, sizeof *twice);
    double sum = 0.0;
    (void)err;
    for (int32_t i = 0; i < m->routes.count; i++) {
        spenn_id t = served[i].task, u = served[i].unit;
        twice[t] = twice[t] || controlled_twice(m, &c, t, u);
        if (i == 0 || served[i - 1].task != t || served[i - 1].unit == u) {
            continue;
        }
        spenn_id before = served[i - 1].unit;
        twice[t] = twice[t] || c.own[before] != c.own[u]
            || spenn_nearest_superior(spenn_rest_nearest(r), before, u) == before;
    }
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        sum += twice[t];
        if (r->over == SPENN_OVER_TASKS) {
            value[t] = twice[t];
        }
    }
    if (r->over == SPENN_OVER_WHOLE) {
        value[0] = m->tasks.count > 0 ? sum : NAN;
    }
    spenn_arena_free(&scratch);
    return true;
}

struct portfolio { /* of a region or department: tasks served there or below */
    spenn_id task, home;
};

static int by_task_and_home(const void *x, const void *y)
{
    const struct portfolio *p = x, *q = y;
    int task = (p->task > q->task) - (p->task < q->task);
    return task ? task : (p->home > q->home) - (p->home < q->home);
}

struct sides {      /* regions [1] and departments [0] */
    spenn_id *home; /* highest region above a unit or itself, else such a department */
    double units[2], layers[2];
    double portfolios[2], shared[2]; /* units with tasks; sum of their shares of tasks
                                        that several regions have */
};

static int32_t side_of(const struct spenn_model *m, spenn_id home)
{
    return m->units.kind[home] == SPENN_REGION;
}

/* Departments inside a region are part of it, regions below a department are none of
 * it; what is below a department is. */
static void find_homes(const struct spenn_rest *r, struct sides *s)
{
    const struct spenn_model *m = r->m;
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], above = m->units.parent[u];
        spenn_id home = above == SPENN_NONE ? SPENN_NONE : s->home[above];
        bool in_region = home != SPENN_NONE && side_of(m, home);
        bool begins = m->units.kind[u] == SPENN_REGION
            ? !in_region
            : m->units.kind[u] == SPENN_DEPARTMENT && home == SPENN_NONE;
        s->home[u] = begins ? u : home;
    }
}

static void sum_layers(
    const struct spenn_rest *r, struct sides *s, struct spenn_arena *memory)
{
    int32_t *layer = spenn_arena_alloc(memory, (size_t)r->tree.count, sizeof *layer);
    spenn_tree_layers(r->m, &r->tree, layer);
    for (spenn_id u = 0; u < r->tree.count; u++) {
        if (s->home[u] == u) {
            s->units[side_of(r->m, u)] += 1.0;
            s->layers[side_of(r->m, u)] += layer[u];
        }
    }
}

/* Tasks and where they are served, each once; returns how many. */
static int32_t list_portfolios(
    const struct spenn_model *m, const struct sides *s, struct portfolio *list)
{
    int32_t all = 0, count = 0;
    for (int32_t i = 0; i < m->streams.count; i++) {
        for (int32_t k = 0; k < m->streams.routes[i]; k++) {
            spenn_id home = s->home[m->routes.unit[m->streams.first_route[i] + k]];
            list[all] = (struct portfolio){m->streams.task[i], home};
            all += home != SPENN_NONE;
        }
    }
    if (all > 0) {
        qsort(list, (size_t)all, sizeof *list, by_task_and_home);
    }
    for (int32_t i = 0; i < all; i++) {
        if (count == 0 || by_task_and_home(&list[count - 1], &list[i]) != 0) {
            list[count++] = list[i];
        }
    }
    return count;
}

static void sum_portfolios(
    const struct spenn_model *m, struct sides *s, struct spenn_arena *memory)
{
    size_t units = (size_t)m->units.count;
    struct portfolio *list =
        spenn_arena_alloc(memory, (size_t)m->routes.count, sizeof *list);
    int32_t *regions = spenn_arena_alloc(memory, (size_t)m->tasks.count, sizeof *regions);
    double *tasks = spenn_arena_alloc(memory, units, sizeof *tasks);
    double *shared = spenn_arena_alloc(memory, units, sizeof *shared);
    int32_t count = list_portfolios(m, s, list);
    for (int32_t i = 0; i < count; i++) {
        regions[list[i].task] += side_of(m, list[i].home);
    }
    for (int32_t i = 0; i < count; i++) {
        tasks[list[i].home] += 1.0;
        shared[list[i].home] += regions[list[i].task] > 1;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (tasks[u] > 0.0) {
            s->portfolios[side_of(m, u)] += 1.0;
            s->shared[side_of(m, u)] += shared[u] / tasks[u];
        }
    }
}

/* 1 - sum min / sum max over forums with the top leader, of the shares of departments and
 * of regions that sit there; NAN without any of them there. */
static double forum_difference(const struct spenn_rest *r, const struct sides *s)
{
    const struct spenn_model *m = r->m;
    double least = 0.0, most = 0.0;
    int32_t begin = r->top == SPENN_NONE ? 0 : r->sittings.first[r->top];
    int32_t end = r->top == SPENN_NONE ? 0 : r->sittings.first[r->top + 1];
    for (int32_t k = begin; k < end; k++) {
        spenn_id f = r->sittings.forum[k];
        double sit[2] = {0.0, 0.0};
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            spenn_id u = m->members.unit[m->forums.first[f] + i];
            sit[side_of(m, u)] += s->home[u] == u;
        }
        double departments = sit[0] / s->units[0], regions = sit[1] / s->units[1];
        least += fmin(departments, regions);
        most += fmax(departments, regions);
    }
    return most > 0.0 ? 1.0 - least / most : NAN;
}

static double mean_defined(const double *value, int32_t count)
{
    double sum = 0.0, defined = 0.0;
    for (int32_t i = 0; i < count; i++) {
        if (!isnan(value[i])) {
            sum += value[i];
            defined += 1.0;
        }
    }
    return defined > 0.0 ? sum / defined : NAN;
}

bool spenn_fill_separation(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct sides s = {
        .home = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *s.home)};
    (void)err;
    find_homes(r, &s);
    sum_layers(r, &s, &scratch);
    sum_portfolios(r->m, &s, &scratch);
    value[0] = NAN;
    if (s.units[0] > 0.0 && s.units[1] > 0.0) {
        double apart = fabs(s.layers[1] / s.units[1] - s.layers[0] / s.units[0]);
        const double part[] = {fmin(apart, 1.0),
            fabs(s.shared[1] / s.portfolios[1] - s.shared[0] / s.portfolios[0]),
            forum_difference(r, &s)};
        value[0] = mean_defined(part, 3);
    }
    spenn_arena_free(&scratch);
    return true;
}
