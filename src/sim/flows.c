/* SPDX-License-Identifier: MIT
 * Traffic equations: where the streams' cases go, in cases and hours of work an hour. A
 * node is a desk or a forum's agenda. A node that cannot keep up passes on only the share
 * 1 / utilisation of what reaches it; shares are iterated to a fixed point (they change
 * only downstream of such a node, so as many rounds as a path has nodes suffice). */
#include "compile.h"
#include "ladder_flow.h"
#include "measures.h"
#include "quantity.h"

#include <math.h>

enum { most_rounds = 64 };

struct flows {
    const struct spenn_sim_plan *plan;
    struct spenn_ladder_flows ladder;
    double *visits; /* an hour */
    double *load;   /* offered work per server or agenda place */
    double *pass;   /* share of the visits that the node can serve */
    bool *bound;
    bool capped; /* a node before this one on the path cannot keep up */
    int32_t count;
};

/* Visits of `work` hours (an item: of `work` places); returns what leaves. */
static double visit(struct flows *flows, int32_t node, double rate, double work)
{
    const struct spenn_sim_plan *plan = flows->plan;
    flows->visits[node] += rate;
    flows->bound[node] |= flows->capped;
    if (node < plan->desk_count) { /* slow and quick days are no mean of loads */
        flows->bound[node] |= plan->desk[node].turnover > 0.0;
    }
    flows->capped |= flows->pass[node] < 1.0;
    if (node < plan->desk_count) {
        flows->load[node] += rate * work
            / (plan->desk[node].servers * plan->desk[node].speed
                * plan->desk[node].lasting);
    } else {
        flows->load[node] += rate * work * plan->forum[node - plan->desk_count].interval;
    }
    return rate * flows->pass[node];
}

static const struct spenn_plan_team *team_of(
    const struct flows *flows, const struct spenn_plan_step *step)
{
    return &flows->plan->team[SPENN_STEP_TEAM - step->desk];
}

/* Members of a team across in turn, then the superior what is unclear. Returns what
 * leaves. */
static double visit_team(
    struct flows *flows, const struct spenn_plan_team *team, double rate, double work)
{
    bool before = flows->capped, after = before;
    double served = 0.0, unclear = flows->plan->unclear;
    for (int32_t i = 0; i < team->members; i++) {
        flows->capped = before;
        served += visit(flows, team->member[i], rate / team->members, work);
        after = after || flows->capped;
    }
    flows->capped = after;
    int32_t own = flows->plan->step[team->own].desk;
    return served * (1.0 - unclear)
        + (unclear > 0.0 ? visit(flows, own, served * unclear, work) : 0.0);
}

static double visit_step(
    struct flows *flows, const struct spenn_plan_step *step, double rate, double work)
{
    return step->desk >= 0 ? visit(flows, step->desk, rate, work)
                           : visit_team(flows, team_of(flows, step), rate, work);
}

/* Patience may bring cases here or take them away. */
static void mark_step(struct flows *flows, const struct spenn_plan_step *step)
{
    if (step->desk >= 0) {
        flows->bound[step->desk] = true;
        return;
    }
    const struct spenn_plan_team *team = team_of(flows, step);
    for (int32_t i = 0; i < team->members; i++) {
        flows->bound[team->member[i]] = true;
    }
    flows->bound[flows->plan->step[team->own].desk] = true;
}

/* Up the line: a case goes on past a post when its authority is above all limits so far.
 */
static void flow_up(struct flows *flows, const struct spenn_plan_route *route,
    const struct spenn_plan_task *task, double rate)
{
    double reached = 1.0, work = task->decision.mean;
    work += route->joint ? task->handling.mean : 0.0;
    for (int32_t i = route->step; i != SPENN_NONE && reached > 0.0;) {
        const struct spenn_plan_step *step = &flows->plan->step[i];
        double served = visit_step(flows, step, rate * reached, work);
        if (task->late != SPENN_LATE_NOTHING) {
            mark_step(flows, step);
        }
        rate = served / reached;
        reached = fmin(reached, 1.0 - step->limit);
        work = task->decision.mean;
        i = step->next;
    }
}

static void flow_forum(
    struct flows *flows, const struct spenn_plan_task *task, double rate)
{
    const struct spenn_sim_plan *plan = flows->plan;
    double missed = 1.0 - task->conclude;
    double visits = 1.0 + missed + missed * missed;
    int32_t node = plan->desk_count + task->forum;
    double served = visit(flows, node, rate * visits, task->place) / visits;
    flows->bound[node] |= task->late != SPENN_LATE_NOTHING;
    double outside = served * missed * missed * missed;
    int32_t chair = plan->forum[task->forum].chair;
    if (task->decided && outside > 0.0) {
        flows->bound[chair] |= task->late != SPENN_LATE_NOTHING;
        visit(flows, chair, outside, task->decision.mean);
    }
}

/* A case visits at most one desk of a pool, so what one of them keeps no other misses. */
static double flow_supports(struct flows *flows, const struct spenn_plan_route *route,
    const struct spenn_plan_task *task, double rate)
{
    const struct spenn_sim_plan *plan = flows->plan;
    double reaching = rate; /* the pool */
    for (int32_t i = 0; i < route->supports; i++) {
        const struct spenn_plan_support *support =
            &plan->support[route->first_support + i];
        reaching = support->from > 0.0 ? reaching : rate;
        double here = reaching * (support->upto - support->from);
        flows->bound[support->desk] |= task->late != SPENN_LATE_NOTHING;
        rate -=
            here - visit(flows, support->desk, here, plan->visit[support->handed].mean);
    }
    return rate;
}

/* All desks and agendas of the ladder at once; what one of them keeps does not go on. */
static double flow_ladder(struct flows *flows, int32_t route, double rate)
{
    const struct spenn_ladder_flows *ladder = &flows->ladder;
    bool before = flows->capped, after = before;
    double left = rate;
    for (int32_t i = ladder->first[route]; i < ladder->first[route + 1]; i++) {
        const struct spenn_ladder_flow *flow = &ladder->flow[i];
        flows->capped = before;
        flows->bound[flow->node] |= ladder->bound[route];
        (void)visit(flows, flow->node, rate * flow->visits, flow->work);
        left -= rate * fmin(flow->visits, 1.0) * (1.0 - flows->pass[flow->node]);
        after = after || flows->capped;
    }
    flows->capped = after;
    return fmax(left, 0.0);
}

static void flow_route(struct flows *flows, const struct spenn_plan_stream *stream,
    const struct spenn_plan_route *route, double rate)
{
    const struct spenn_sim_plan *plan = flows->plan;
    const struct spenn_plan_task *task = &plan->task[stream->task];
    if (route->desk != SPENN_NONE) {
        flows->bound[route->desk] |= task->late != SPENN_LATE_NOTHING;
        rate = visit(flows, route->desk, rate, task->handling.mean);
    }
    rate = flow_supports(flows, route, task, rate);
    if (task->coordinates) {
        rate = flow_ladder(flows, (int32_t)(route - plan->route), rate);
    }
    if (task->late == SPENN_LATE_INNER_CIRCLE) {
        flows->bound[task->circle] = true;
    } else if (task->late == SPENN_LATE_ESCALATES && route->above != SPENN_NONE) {
        mark_step(flows, &plan->step[route->above]);
    }
    if (route->forum != SPENN_NONE) {
        flow_forum(flows, task, rate);
    } else if (task->decided) {
        flow_up(flows, route, task, rate);
    }
}

/* Desks that a stream keeps equally busy serve by what they can do: a bound. */
static double capacity(const struct flows *flows, const struct spenn_plan_route *route)
{
    const struct spenn_sim_plan *plan = flows->plan;
    int32_t desk = plan->case_desk[route->unit];
    const struct spenn_plan_desk *at =
        &plan->desk[desk == SPENN_NONE ? route->unit : desk];
    return at->servers * at->speed * at->lasting;
}

static double all_capacity(
    const struct flows *flows, const struct spenn_plan_stream *stream)
{
    const struct spenn_plan_route *route = &flows->plan->route[stream->first_route];
    double sum = 0.0, before = 0.0;
    for (int32_t k = 0; k < stream->routes; k += stream->ways) {
        double upto = route[k + stream->ways - 1].upto;
        sum += upto > before ? capacity(flows, &route[k]) : 0.0;
        before = upto;
    }
    return sum;
}

static void flow_least_loaded(struct flows *flows, const struct spenn_plan_stream *stream)
{
    const struct spenn_plan_route *route = &flows->plan->route[stream->first_route];
    double rate = 1.0 / stream->gap / all_capacity(flows, stream), before = 0.0;
    for (int32_t k = 0; k < stream->routes; k += stream->ways) {
        double upto = route[k + stream->ways - 1].upto, part = before;
        for (int32_t way = k; way < k + stream->ways && upto > before; way++) {
            double share = (route[way].upto - part) / (upto - before);
            part = route[way].upto;
            flows->capped = stream->routes > stream->ways;
            flow_route(
                flows, stream, &route[way], rate * capacity(flows, &route[way]) * share);
        }
        before = upto;
    }
}

static void flow_by_share(struct flows *flows, const struct spenn_plan_stream *stream)
{
    double before = 0.0;
    for (int32_t k = 0; k < stream->routes; k++) {
        const struct spenn_plan_route *route =
            &flows->plan->route[stream->first_route + k];
        flows->capped = false;
        flow_route(flows, stream, route, (route->upto - before) / stream->gap);
        before = route->upto;
    }
}

static void flow_all(struct flows *flows)
{
    const struct spenn_sim_plan *plan = flows->plan;
    for (int32_t i = 0; i < flows->count; i++) {
        flows->visits[i] = flows->load[i] = 0.0;
    }
    for (int32_t s = 0; s < plan->stream_count; s++) {
        const struct spenn_plan_stream *stream = &plan->stream[s];
        if (plan->task[stream->task].loaded) {
            flow_least_loaded(flows, stream);
        } else {
            flow_by_share(flows, stream);
        }
    }
}

/* New shares passed on; true when one changed. */
static bool cap(struct flows *flows)
{
    bool changed = false;
    for (int32_t i = 0; i < flows->count; i++) {
        double pass = flows->load[i] > 1.0 ? 1.0 / flows->load[i] : 1.0;
        changed |= fabs(pass - flows->pass[i]) > 1e-12;
        flows->pass[i] = pass;
    }
    return changed;
}

static void solve(struct flows *flows)
{
    for (int32_t i = 0; i < flows->count; i++) {
        flows->pass[i] = 1.0;
    }
    bool changed = true;
    for (int32_t round = 0; changed && round < most_rounds; round++) {
        flow_all(flows);
        changed = cap(flows);
    }
}

/* Rows of utilisation by desk and forum. */
static void link_slots(struct spenn_sim_plan *plan, int32_t *slot)
{
    for (int32_t i = 0; i < plan->slots.count; i++) {
        if (plan->slot[i].measure != SPENN_UTILISATION) {
            continue;
        }
        spenn_id row = plan->slots.row[i];
        if (plan->slots.over[i] == SPENN_OVER_FORUMS) {
            slot[plan->desk_count + row] = i;
        } else if (plan->slot[i].desk != SPENN_NONE) {
            slot[plan->slot[i].desk] = i;
        } else if (plan->case_desk[row] == SPENN_NONE) {
            slot[row] = i;
        }
    }
}

static void state_nodes(struct spenn_sim_plan *plan, const struct flows *flows)
{
    size_t count = (size_t)flows->count;
    struct spenn_arena *memory = &plan->memory;
    const char **subject = spenn_arena_alloc(memory, count, sizeof *subject);
    bool *agenda = spenn_arena_alloc(memory, count, sizeof *agenda);
    bool *overloaded = spenn_arena_alloc(memory, count, sizeof *overloaded);
    double *growth = spenn_arena_alloc(memory, count, sizeof *growth);
    double *speed = spenn_arena_alloc(memory, count, sizeof *speed);
    int32_t *slot = spenn_arena_alloc(memory, count, sizeof *slot);
    link_slots(plan, slot);
    for (int32_t i = 0; i < flows->count; i++) {
        agenda[i] = i >= plan->desk_count;
        speed[i] = agenda[i] ? 1.0 : plan->desk[i].share;
        overloaded[i] = i < plan->m->units.count && plan->hours.overloaded[i];
        subject[i] = plan->slots.subject[slot[i]];
        growth[i] = flows->visits[i] * (1.0 - flows->pass[i]) * SPENN_WEEK;
    }
    plan->flows = (struct spenn_sim_flows){flows->count, subject, agenda, flows->load,
        flows->visits, growth, speed, overloaded, flows->bound, slot};
}

void spenn_plan_flows(struct spenn_sim_plan *plan)
{
    struct flows flows = {.plan = plan, .count = plan->desk_count + plan->forum_count};
    size_t count = (size_t)flows.count;
    flows.load = spenn_arena_alloc(&plan->memory, count, sizeof(double));
    flows.bound = spenn_arena_alloc(&plan->memory, count, sizeof(bool));
    struct spenn_arena scratch = {0};
    flows.visits = spenn_arena_alloc(&plan->memory, count, sizeof(double));
    flows.pass = spenn_arena_alloc(&scratch, count, sizeof(double));
    flows.ladder = spenn_ladder_flows_make(plan, &scratch);
    solve(&flows);
    state_nodes(plan, &flows);
    plan->work = 0.0;
    for (int32_t i = 0; i < flows.count; i++) {
        plan->work += flows.visits[i];
    }
    for (int32_t s = 0; s < plan->stream_count; s++) {
        plan->work += 1.0 / plan->stream[s].gap;
    }
    spenn_arena_free(&scratch);
}
