/* SPDX-License-Identifier: MIT
 * Routes and the deciding lines above them. A task has one step for each post that some
 * route can reach; routes share the steps of common superiors. */
#include "compile.h"
#include "mutant.h"

#include "table.h"
#include "team.h"

enum { line_kinds = SPENN_LINE_COUNT };

struct known { /* the last step made, if for the task at hand */
    spenn_id task;
    int32_t step;
};

struct climber {
    struct spenn_sim_plan *plan;
    spenn_id *superior[line_kinds]; /* of each unit, by kind of line; NULL: not made */
    int32_t *first_limit;           /* of a task, in limit_row; count + 1 entries */
    int32_t *limit_row;             /* rows of limits, by task */
    spenn_id task;                  /* at hand */
    double usual;                   /* its limit for a unit without a row */
    double *limit;                  /* of each unit, if the unit's ... */
    spenn_id *limited;              /* ... last task with a limit is the one at hand */
    struct known *known[2];         /* of each unit, by post.answered */
    int32_t decider;                /* step of what goes straight, if ... */
    spenn_id decided;               /* ... the last task with one is the one at hand */
    int32_t room, team_room;        /* of plan->step, plan->team */
    struct spenn_team team;         /* in the plan's memory */
    struct spenn_arena memory;
};

static const spenn_id *superiors(struct climber *climber, int32_t kind)
{
    spenn_id *above = climber->superior[kind];
    if (!above) {
        above = spenn_model_superiors(climber->plan->m, kind, &climber->memory);
        climber->superior[kind] = above;
    }
    return above;
}

static void sort_limits(struct climber *climber)
{
    const struct spenn_limits *limits = &climber->plan->m->limits;
    int32_t tasks = climber->plan->task_count;
    int32_t *first =
        spenn_arena_alloc(&climber->memory, (size_t)tasks + 2, sizeof *first);
    int32_t *row =
        spenn_arena_alloc(&climber->memory, (size_t)limits->count, sizeof *row);
    int32_t *next = first + 1;
    for (int32_t i = 0; i < limits->count; i++) {
        next[limits->task[i] + 1]++;
    }
    for (int32_t t = 0; t < tasks; t++) {
        next[t + 1] += next[t];
    }
    for (int32_t i = 0; i < limits->count; i++) {
        row[next[limits->task[i]]++] = i;
    }
    climber->first_limit = first;
    climber->limit_row = row;
}

/* Loads the limits of task t: the first row of a post counts; without rows every post
 * decides. */
static void load_limits(struct climber *climber, spenn_id t)
{
    const struct spenn_limits *limits = &climber->plan->m->limits;
    int32_t from = climber->first_limit[t], to = climber->first_limit[t + 1];
    climber->task = t;
    climber->usual = from == to ? 1.0 : 0.0;
    for (int32_t i = to - 1; i >= from; i--) {
        int32_t row = climber->limit_row[i];
        climber->limit[limits->unit[row]] = limits->limit[row];
        climber->limited[limits->unit[row]] = t;
    }
}

/* A post on the line: of unit `post` itself, or of members of its team that answer for a
 * unit below it. `key`: the unit that such a step is remembered by. */
struct post {
    spenn_id post, key;
    bool answered, across;
};

/* Whom a case reaches that climbs from u to v. */
static struct post post_above(const struct climber *climber, spenn_id u, spenn_id v)
{
    const struct spenn_team *team = &climber->team;
    int32_t size = climber->plan->m->units.parent[u] == v ? team->size[u] : 0;
    if (size == 0) {
        return (struct post){.post = v, .key = v};
    }
    return (struct post){v, size > 1 ? v : team->member[team->first[u]], true, size > 1};
}

static int32_t known_step(const struct climber *climber, const struct post *post)
{
    const struct known *known = &climber->known[post->answered][post->key];
    return known->task == climber->task ? known->step : SPENN_NONE;
}

static int32_t add_step(struct climber *climber, const struct post *post)
{
    struct spenn_sim_plan *plan = climber->plan;
    if (plan->step_count == climber->room) {
        size_t used = (size_t)plan->step_count;
        climber->room = climber->room ? 2 * climber->room : plan->m->units.count + 16;
        plan->step = spenn_arena_grow(
            &plan->memory, plan->step, used, (size_t)climber->room, sizeof *plan->step);
    }
    spenn_id v = post->post;
    bool given = climber->limited[v] == climber->task;
    plan->step[plan->step_count] = (struct spenn_plan_step){
        given ? climber->limit[v] : climber->usual, post->key, SPENN_NONE};
    climber->known[post->answered][post->key] =
        (struct known){climber->task, plan->step_count};
    return plan->step_count++;
}

/* The team of v that answers for u across; its own step is made later. */
static int32_t add_team(struct climber *climber, spenn_id u, spenn_id v)
{
    struct spenn_sim_plan *plan = climber->plan;
    const struct spenn_team *team = &climber->team;
    if (plan->team_count == climber->team_room) {
        size_t used = (size_t)plan->team_count;
        climber->team_room = 2 * climber->team_room + 8;
        plan->team = spenn_arena_grow(&plan->memory, plan->team, used,
            (size_t)climber->team_room, sizeof *plan->team);
    }
    plan->team[plan->team_count] =
        (struct spenn_plan_team){team->member + team->first[u], team->size[u], v};
    return SPENN_STEP_TEAM - plan->team_count++;
}

/* From `last`, the step of unit u, all above it that is not there yet. (A checked model
 * has no line that runs in a circle.) */
static void add_line(
    struct climber *climber, int32_t last, spenn_id u, const spenn_id *above)
{
    struct spenn_sim_plan *plan = climber->plan;
    for (spenn_id v = above[u]; v != SPENN_NONE; u = v, v = above[v]) {
        const struct post post = post_above(climber, u, v);
        int32_t known = known_step(climber, &post);
        plan->step[last].next = known != SPENN_NONE ? known : plan->step_count;
        if (known != SPENN_NONE) {
            break;
        }
        last = add_step(climber, &post);
        if (post.across) {
            plan->step[last].desk = add_team(climber, u, v);
        }
    }
}

/* The step of post u for the task at hand, made with all above it. */
static int32_t reach_step(struct climber *climber, spenn_id u, const spenn_id *above)
{
    const struct post post = {.post = u, .key = u};
    int32_t known = known_step(climber, &post);
    if (known != SPENN_NONE) {
        return known;
    }
    int32_t teams = climber->plan->team_count, step = add_step(climber, &post);
    add_line(climber, step, u, above);
    for (int32_t i = teams; i < climber->plan->team_count; i++) {
        int32_t own = reach_step(climber, climber->plan->team[i].own, above);
        climber->plan->team[i].own = own;
    }
    return step;
}

/* The step of the unit that decides what goes straight to it, whatever its limit is for
 * cases that climb to it. */
static int32_t decider_step(struct climber *climber, spenn_id by, const spenn_id *above)
{
    struct spenn_sim_plan *plan = climber->plan;
    int32_t step = reach_step(climber, by, above);
    if (plan->step[step].limit < 1.0) {
        if (climber->decided != climber->task) {
            const struct post post = {.post = by, .key = by};
            int32_t next = plan->step[step].next;
            climber->decided = climber->task;
            climber->decider = add_step(climber, &post);
            plan->step[climber->decider] =
                (struct spenn_plan_step){1.0, plan->step[step].desk, next};
            climber->known[0][by].step = step;
        }
        step = climber->decider;
    }
    return step;
}

/* `straight`: as decided-in or decided-by says, if the task has one of them. */
static void make_route(struct climber *climber, int32_t r, spenn_id u, bool straight)
{
    struct spenn_sim_plan *plan = climber->plan;
    const struct spenn_tasks *tasks = &plan->m->tasks;
    struct spenn_plan_route *route = &plan->route[r];
    spenn_id t = climber->task, by = straight ? tasks->decided_by[t] : SPENN_NONE;
    const spenn_id *above = superiors(climber, tasks->via[t]);
    route->unit = u;
    route->forum = straight ? tasks->decided_in[t] : SPENN_NONE;
    route->step = by == SPENN_NONE ? reach_step(climber, u, above)
                                   : decider_step(climber, by, above);
    route->above = plan->step[reach_step(climber, u, above)].next;
    const struct spenn_plan_task *task = &plan->task[t];
    int32_t desk = plan->case_desk[u];
    bool own = route->forum == SPENN_NONE && (by == SPENN_NONE || by == u);
    route->joint =
        task->handled && task->decided && !task->coordinates && own && desk == SPENN_NONE;
    route->desk = desk == SPENN_NONE ? u : desk;
    if (!task->handled || route->joint) {
        route->desk = SPENN_NONE;
    }
}

/* Streams by task, so that one task's limits are loaded once. */
static int32_t *order_streams(struct climber *climber)
{
    const struct spenn_sim_plan *plan = climber->plan;
    size_t tasks = (size_t)plan->task_count + 2;
    int32_t *next = spenn_arena_alloc(&climber->memory, tasks, sizeof *next);
    int32_t *order =
        spenn_arena_alloc(&climber->memory, (size_t)plan->stream_count, sizeof *order);
    for (int32_t s = 0; s < plan->stream_count; s++) {
        next[plan->stream[s].task + 1]++;
    }
    for (int32_t t = 0; t < plan->task_count; t++) {
        next[t + 1] += next[t];
    }
    for (int32_t s = 0; s < plan->stream_count; s++) {
        order[next[plan->stream[s].task]++] = s;
    }
    return order;
}

/* Of each unit one, or what goes straight and then what climbs. */
static void make_stream_routes(struct climber *climber, int32_t s)
{
    struct spenn_sim_plan *plan = climber->plan;
    const struct spenn_model *m = plan->m;
    const struct spenn_plan_stream *stream = &plan->stream[s];
    double direct = m->tasks.direct[stream->task], upto = 0.0;
    direct = SPENN_MUTANT(DIRECT) ? 1.0 - direct : direct;
    for (int32_t k = 0; k < stream->routes; k++) {
        int32_t row = m->streams.first_route[s] + k / stream->ways;
        int32_t r = stream->first_route + k;
        bool straight = k % stream->ways == 0;
        double share = m->routes.share[row];
        make_route(climber, r, m->routes.unit[row], straight);
        upto += stream->ways == 1 ? share : share * (straight ? direct : 1.0 - direct);
        plan->route[r].upto = k + 1 == stream->routes ? 1.0 : upto;
    }
}

static void make_routes(struct climber *climber)
{
    struct spenn_sim_plan *plan = climber->plan;
    const int32_t *order = order_streams(climber);
    climber->task = climber->decided = SPENN_NONE;
    for (int32_t i = 0; i < plan->stream_count; i++) {
        const struct spenn_plan_stream *stream = &plan->stream[order[i]];
        if (stream->task != climber->task) {
            load_limits(climber, stream->task);
        }
        make_stream_routes(climber, order[i]);
    }
}

void spenn_plan_climbs(struct spenn_sim_plan *plan)
{
    struct climber climber = {.plan = plan};
    size_t units = (size_t)plan->m->units.count;
    plan->route =
        spenn_arena_alloc(&plan->memory, (size_t)plan->route_count, sizeof *plan->route);
    climber.limit = spenn_arena_alloc(&climber.memory, units, sizeof *climber.limit);
    climber.limited = spenn_arena_alloc(&climber.memory, units, sizeof(spenn_id));
    climber.known[0] = spenn_arena_alloc(&climber.memory, units, sizeof(struct known));
    climber.known[1] = spenn_arena_alloc(&climber.memory, units, sizeof(struct known));
    for (size_t u = 0; u < units; u++) {
        climber.limited[u] = SPENN_NONE;
        climber.known[0][u].task = climber.known[1][u].task = SPENN_NONE;
    }
    climber.team = spenn_team_make(plan->m, &plan->memory);
    plan->unclear = plan->m->assume.value[SPENN_UNCLEAR_RETURNS];
    sort_limits(&climber);
    make_routes(&climber);
    spenn_arena_free(&climber.memory);
}
