/* SPDX-License-Identifier: MIT
 * Compiling: desks with their speed, tasks with their laws, streams with their keys. */
#include "compile.h"

#include "commitment.h"
#include "diff.h"
#include "pace.h"
#include "resolve.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>

static void *make(struct spenn_sim_plan *plan, int32_t count, size_t size)
{
    return spenn_arena_alloc(&plan->memory, (size_t)count, size);
}

/* A leader's desk, or the case desk. At a vacant leader's desk somebody acts. */
static struct spenn_plan_desk make_desk(
    const struct spenn_sim_plan *plan, spenn_id u, bool leads)
{
    const struct spenn_model *m = plan->m;
    bool vacant = leads && m->units.status[u] == SPENN_STATUS_VACANT;
    struct spenn_arena scratch = {0};
    struct spenn_plan_desk desk = {
        .unit = u,
        .share = leads ? plan->hours.share[u] : 1.0,
        .servers = leads ? m->units.leaders[u] : spenn_model_caseworkers(m, u),
        .turnover = vacant ? 0.0 : m->units.turnover[u],
        .acting = leads ? m->assume.value[SPENN_ACTING_SHARE] : 0.0,
        .key = spenn_text_hash(spenn_arena_format(
            &scratch, "post/%s/%s", plan->name[u], leads ? "leader" : "cases")),
    };
    desk.speed = m->units.speed[u] * desk.share * (vacant ? desk.acting : 1.0);
    desk.lasting = spenn_pace_lasting(m, desk.turnover, desk.acting);
    spenn_arena_free(&scratch);
    return desk;
}

void spenn_plan_desks(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    int32_t count = m->units.count;
    plan->case_desk = make(plan, count, sizeof *plan->case_desk);
    plan->desk_count = count;
    for (spenn_id u = 0; u < count; u++) {
        bool has = spenn_model_caseworkers(m, u) > 0;
        plan->case_desk[u] = has ? plan->desk_count++ : SPENN_NONE;
    }
    plan->desk = make(plan, plan->desk_count, sizeof *plan->desk);
    for (spenn_id u = 0; u < count; u++) {
        plan->desk[u] = make_desk(plan, u, true);
        if (plan->case_desk[u] != SPENN_NONE) {
            plan->desk[plan->case_desk[u]] = make_desk(plan, u, false);
        }
    }
}

/* Council 0, and committees beside or below it; everything else one below its superior.
 */
static void number_layers(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    int32_t count = m->units.count;
    plan->layer = make(plan, count, sizeof *plan->layer);
    struct spenn_arena scratch = {0};
    struct spenn_children below = spenn_model_children(m, &scratch);
    spenn_id *order = spenn_arena_alloc(&scratch, (size_t)count, sizeof *order);
    int32_t done = 0, known = 0;
    for (spenn_id u = 0; u < count; u++) {
        if (m->units.parent[u] == SPENN_NONE) {
            order[known++] = u;
        }
    }
    for (; done < known; done++) {
        spenn_id u = order[done], above = m->units.parent[u];
        int32_t kind = m->units.kind[u];
        int32_t over = above == SPENN_NONE ? 0 : plan->layer[above];
        bool political = kind == SPENN_COUNCIL || kind == SPENN_COMMITTEE;
        plan->layer[u] = political && over == 0 ? 0 : over + 1;
        plan->layers = plan->layer[u] >= plan->layers ? plan->layer[u] + 1 : plan->layers;
        for (int32_t i = below.first[u]; i < below.first[u + 1]; i++) {
            order[known++] = below.child[i];
        }
    }
    spenn_arena_free(&scratch);
}

static int compare(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Ranks 0, 1, ... of the priorities in use. */
static void rank_priorities(struct spenn_sim_plan *plan)
{
    int32_t count = plan->task_count;
    struct spenn_arena scratch = {0};
    int32_t *sorted = spenn_arena_alloc(&scratch, (size_t)count, sizeof *sorted);
    for (int32_t t = 0; t < count; t++) {
        sorted[t] = plan->m->tasks.priority[t];
    }
    qsort(sorted, (size_t)count, sizeof *sorted, compare);
    int32_t distinct = 0;
    for (int32_t i = 0; i < count; i++) {
        if (i == 0 || sorted[i] != sorted[distinct - 1]) {
            sorted[distinct++] = sorted[i];
        }
    }
    for (int32_t t = 0; t < count; t++) {
        while (sorted[plan->task[t].priority] != plan->m->tasks.priority[t]) {
            plan->task[t].priority++;
        }
    }
    plan->priorities = distinct > 0 ? distinct : 1;
    spenn_arena_free(&scratch);
}

/* The top leader's own group stands in for a task that no forum decides. */
static int32_t inner_circle(const struct spenn_model *m, spenn_id forum)
{
    spenn_id top = spenn_model_top(m);
    spenn_id group = forum != SPENN_NONE ? forum : spenn_model_leadership_group(m, top);
    return group == SPENN_NONE ? top : m->forums.chair[group];
}

/* Share of a meeting's agenda that an item takes. */
static double place_in(
    const struct spenn_model *m, const struct spenn_plan_task *task, spenn_id f)
{
    double lasts = fmin(m->forums.lasts[f], 1.0 / m->forums.meets[f]);
    double fits = floor(lasts / task->decision.mean + 1e-9);
    double places = fmin(m->forums.agenda[f], fmax(fits, 1.0));
    return 1.0 / (task->decided ? places : m->forums.agenda[f]);
}

double spenn_plan_place(const struct spenn_sim_plan *plan, spenn_id t, spenn_id f)
{
    return place_in(plan->m, &plan->task[t], f);
}

static struct spenn_plan_task make_task(const struct spenn_model *m, spenn_id t)
{
    const struct spenn_tasks *tasks = &m->tasks;
    spenn_id forum = tasks->decided_in[t];
    struct spenn_plan_task task = {
        .handling = spenn_law_ready(&tasks->handling[t]),
        .decision = spenn_law_ready(&tasks->decision[t]),
        .deadline = spenn_law_ready(&tasks->deadline[t]),
        .handled = tasks->handling[t].mean > 0.0,
        .decided = tasks->decision[t].mean > 0.0,
        .deadlined = tasks->deadline[t].mean > 0.0,
        .forum = forum,
        .circle = inner_circle(m, forum),
        .coordinates = m->coordinations.step[t] > 0,
    };
    task.bare = !task.handled; /* but for those that are supported */
    task.loaded = tasks->assigned[t] == SPENN_ASSIGN_LEAST_LOADED;
    task.late = task.deadlined ? tasks->late[t] : SPENN_LATE_NOTHING;
    if (forum != SPENN_NONE) {
        task.place = place_in(m, &task, forum);
        task.conclude = spenn_forum_commitment(m, forum, tasks->hard[t]);
    }
    return task;
}

void spenn_plan_tasks(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    plan->task_count = m->tasks.count;
    plan->task = make(plan, plan->task_count, sizeof *plan->task);
    for (spenn_id t = 0; t < plan->task_count; t++) {
        plan->task[t] = make_task(m, t);
    }
    for (int32_t i = 0; i < m->supports.count; i++) {
        plan->task[m->supports.task[i]].supported = true;
        plan->task[m->supports.task[i]].bare = false;
    }
    rank_priorities(plan);
    plan->forum_count = m->forums.count;
    plan->forum = make(plan, plan->forum_count, sizeof *plan->forum);
    for (spenn_id f = 0; f < plan->forum_count; f++) {
        double interval = 1.0 / m->forums.meets[f];
        plan->forum[f] = (struct spenn_plan_forum){spenn_text_hash(m->forums.id[f]),
            interval, fmin(m->forums.lasts[f], interval), m->forums.agenda[f],
            m->forums.chair[f]};
    }
}

static void make_streams(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    struct spenn_arena scratch = {0};
    plan->stream_count = m->streams.count;
    plan->stream = make(plan, plan->stream_count, sizeof *plan->stream);
    for (int32_t s = 0; s < plan->stream_count; s++) {
        const char *name = spenn_arena_format(&scratch, "%s@%s",
            m->tasks.id[m->streams.task[s]], m->origins.id[m->streams.origin[s]]);
        spenn_id t = m->streams.task[s];
        int32_t ways = m->tasks.direct[t] < 1.0 ? 2 : 1;
        plan->stream[s] =
            (struct spenn_plan_stream){spenn_text_hash(name), 1.0 / m->streams.rate[s], t,
                plan->route_count, ways * m->streams.routes[s], ways};
        plan->route_count += plan->stream[s].routes;
    }
    spenn_arena_free(&scratch);
}

struct spenn_sim_plan *spenn_sim_plan_new(
    const struct spenn_model *m, const struct spenn_model *reference)
{
    struct spenn_arena memory = {0};
    struct spenn_sim_plan *plan = spenn_arena_alloc(&memory, 1, sizeof *plan);
    plan->memory = memory;
    plan->m = m;
    plan->name = spenn_models_names(reference ? reference : m, m, &plan->memory);
    plan->hours = spenn_hours_new(m, &plan->memory);
    spenn_plan_desks(plan);
    number_layers(plan);
    make_streams(plan);
    spenn_plan_tasks(plan);
    spenn_plan_climbs(plan);
    spenn_plan_supports(plan);
    plan->practice = spenn_practice_new(&plan->memory, m, reference, plan->hours.contact);
    plan->inform = spenn_inform_new(plan);
    plan->bond = spenn_bond_plan_new(plan);
    plan->ladder = spenn_ladder_plan_new(plan);
    spenn_plan_slots(plan);
    spenn_plan_flows(plan);
    return plan;
}

void spenn_sim_plan_free(struct spenn_sim_plan *plan)
{
    if (plan) {
        struct spenn_arena memory = plan->memory;
        spenn_arena_free(&memory);
    }
}

const struct spenn_results *spenn_sim_slots(const struct spenn_sim_plan *plan)
{
    return &plan->slots;
}

const struct spenn_sim_flows *spenn_sim_flows(const struct spenn_sim_plan *plan)
{
    return &plan->flows;
}
