/* SPDX-License-Identifier: MIT
 * Walks every route as the traffic equations do (flows.c) and notes at each desk and
 * agenda what is not as theory wants it. What leaves a station with a flaw is no Poisson
 * stream, so the walk is repeated until nothing more is noted. */
#include "station.h"

#include "compile.h"
#include "ladder_flow.h"

#include <math.h>
#include <string.h>

struct walk {
    const struct spenn_sim_plan *plan;
    struct spenn_ladder_flows ladder;
    struct spenn_stations *to;
    int32_t *first_task; /* that came to a node; -1: none yet */
    double *first_mean;
    int32_t task;    /* whose cases walk */
    int32_t always;  /* flaws wherever these cases come */
    int32_t arrives; /* flaws of what arrives at the next node */
};

struct work { /* hours of a service before the desk's pace */
    double mean, square;
    int32_t flaws;
};

static double square_of(const struct spenn_law_ready *law)
{
    double mean = law->mean;
    switch (law->law) {
    case SPENN_LAW_EXPONENTIAL:
        return 2.0 * mean * mean;
    case SPENN_LAW_ERLANG:
        return mean * mean * (1.0 + 1.0 / law->a);
    case SPENN_LAW_HYPEREXPONENTIAL:
        return 2.0 * (law->a * law->b * law->b + (1.0 - law->a) * law->c * law->c);
    case SPENN_LAW_LOGNORMAL:
        return mean * mean * exp(law->b * law->b);
    default:
        return mean * mean;
    }
}

static struct work work_of(const struct spenn_law_ready *law)
{
    bool exponential = law->law == SPENN_LAW_EXPONENTIAL
        || (law->law == SPENN_LAW_ERLANG && law->a == 1.0);
    return (struct work){law->mean, square_of(law), exponential ? 0 : SPENN_FLAW_LAW};
}

/* One service after the other in one visit. */
static struct work joint_work(
    const struct spenn_law_ready *one, const struct spenn_law_ready *other)
{
    struct work a = work_of(one), b = work_of(other);
    double square = a.square + 2.0 * a.mean * b.mean + b.square;
    return (struct work){a.mean + b.mean, square, SPENN_FLAW_JOINT};
}

static void come(struct walk *walk, int32_t node, int32_t flaws, double rate)
{
    struct spenn_stations *to = walk->to;
    to->flaws[node] &= ~SPENN_FLAW_UNVISITED;
    to->flaws[node] |= flaws | walk->always | walk->arrives;
    to->rate[node] += rate;
    int32_t left = to->flaws[node];
    bool stuck = left & (SPENN_FLAW_FULL | SPENN_FLAW_SLOW | SPENN_FLAW_BEHIND);
    bool irregular = left || node >= walk->plan->desk_count;
    walk->arrives |= stuck ? SPENN_FLAW_BEHIND : 0;
    walk->arrives |= irregular ? SPENN_FLAW_INFLOW : 0;
    to->task_flaws[walk->task] |= left;
}

static void visit(struct walk *walk, int32_t desk, double rate, struct work work)
{
    const struct spenn_sim_plan *plan = walk->plan;
    const struct spenn_plan_desk *at = &plan->desk[desk];
    struct spenn_stations *to = walk->to;
    if (!(rate > 0.0)) {
        return;
    }
    int32_t flaws = work.flaws | (at->turnover > 0.0 ? SPENN_FLAW_TURNOVER : 0);
    int32_t *first = &walk->first_task[desk];
    if (*first < 0) {
        *first = walk->task;
        walk->first_mean[desk] = work.mean;
    }
    if (plan->task[*first].priority != plan->task[walk->task].priority) {
        flaws |= SPENN_FLAW_PRIORITIES;
    }
    if (fabs(walk->first_mean[desk] - work.mean) > 1e-9 * work.mean) {
        flaws |= SPENN_FLAW_MEANS;
    }
    to->mean[desk] += rate * work.mean / at->speed;
    to->square[desk] += rate * work.square / (at->speed * at->speed);
    come(walk, desk, flaws, rate);
}

/* Members of a team across in turn, then the superior what is unclear. */
static void visit_team(
    struct walk *walk, const struct spenn_plan_team *team, double rate, struct work work)
{
    int32_t before = walk->arrives, after = before;
    double unclear = walk->plan->unclear;
    for (int32_t i = 0; i < team->members; i++) {
        walk->arrives = before;
        visit(walk, team->member[i], rate / team->members, work);
        after |= walk->arrives;
    }
    walk->arrives = after;
    visit(walk, walk->plan->step[team->own].desk, rate * unclear, work);
}

static void visit_step(
    struct walk *walk, const struct spenn_plan_step *step, double rate, struct work work)
{
    if (step->desk >= 0) {
        visit(walk, step->desk, rate, work);
    } else {
        visit_team(walk, &walk->plan->team[SPENN_STEP_TEAM - step->desk], rate, work);
    }
}

static void walk_up(struct walk *walk, const struct spenn_plan_route *route, double rate)
{
    const struct spenn_plan_task *task = &walk->plan->task[walk->task];
    struct work once = work_of(&task->decision);
    struct work first =
        route->joint ? joint_work(&task->handling, &task->decision) : once;
    double reached = 1.0;
    for (int32_t i = route->step; i != SPENN_NONE && reached > 0.0;) {
        const struct spenn_plan_step *step = &walk->plan->step[i];
        visit_step(walk, step, rate * reached, first);
        reached = fmin(reached, 1.0 - step->limit);
        first = once;
        i = step->next;
    }
}

static void walk_forum(struct walk *walk, double rate)
{
    const struct spenn_sim_plan *plan = walk->plan;
    const struct spenn_plan_task *task = &plan->task[walk->task];
    struct spenn_stations *to = walk->to;
    int32_t node = plan->desk_count + task->forum;
    double missed = 1.0 - task->conclude, places = round(1.0 / task->place);
    int32_t flaws = missed > 0.0 ? SPENN_FLAW_CONCLUSION : 0;
    if (walk->first_task[node] >= 0 && places != to->servers[node]) {
        flaws |= SPENN_FLAW_LENGTHS;
    }
    walk->first_task[node] = walk->task;
    to->servers[node] = (int32_t)places;
    come(walk, node, flaws, rate * (1.0 + missed + missed * missed));
    if (task->decided && missed > 0.0) {
        visit(walk, plan->forum[task->forum].chair, rate * missed * missed * missed,
            work_of(&task->decision));
    }
}

static void walk_supports(
    struct walk *walk, const struct spenn_plan_route *route, double rate)
{
    const struct spenn_sim_plan *plan = walk->plan;
    for (int32_t i = 0; i < route->supports; i++) {
        const struct spenn_plan_support *support =
            &plan->support[route->first_support + i];
        visit(walk, support->desk, rate * (support->upto - support->from),
            work_of(&plan->visit[support->handed]));
    }
}

static void walk_ladder(struct walk *walk, int32_t route, double rate)
{
    const struct spenn_ladder_flows *ladder = &walk->ladder;
    int32_t before = walk->arrives, after = before;
    for (int32_t i = ladder->first[route]; i < ladder->first[route + 1]; i++) {
        const struct spenn_ladder_flow *flow = &ladder->flow[i];
        walk->arrives = before;
        if (flow->node < walk->plan->desk_count) {
            struct work work = {
                flow->work, 2.0 * flow->work * flow->work, SPENN_FLAW_COORDINATION};
            visit(walk, flow->node, rate * flow->visits, work);
        } else if (flow->visits > 0.0) {
            come(walk, flow->node, SPENN_FLAW_COORDINATION, rate * flow->visits);
        }
        after |= walk->arrives;
    }
    walk->arrives = after | SPENN_FLAW_INFLOW;
}

static void mark(struct walk *walk, int32_t desk)
{
    walk->to->flaws[desk] |= SPENN_FLAW_PATIENCE;
}

/* Where cases may go at their deadline, though on no route. */
static void mark_late(struct walk *walk, const struct spenn_plan_route *route)
{
    const struct spenn_sim_plan *plan = walk->plan;
    const struct spenn_plan_task *task = &plan->task[walk->task];
    if (task->late == SPENN_LATE_INNER_CIRCLE) {
        mark(walk, task->circle);
    }
    int32_t i = task->late == SPENN_LATE_ESCALATES ? route->above : SPENN_NONE;
    for (; i != SPENN_NONE; i = plan->step[i].next) {
        if (plan->step[i].desk >= 0) {
            mark(walk, plan->step[i].desk);
            continue;
        }
        const struct spenn_plan_team *team =
            &plan->team[SPENN_STEP_TEAM - plan->step[i].desk];
        for (int32_t k = 0; k < team->members; k++) {
            mark(walk, team->member[k]);
        }
        mark(walk, plan->step[team->own].desk);
    }
}

static void walk_route(
    struct walk *walk, const struct spenn_plan_route *route, double rate)
{
    const struct spenn_sim_plan *plan = walk->plan;
    const struct spenn_plan_task *task = &plan->task[walk->task];
    if (!(rate > 0.0)) {
        return;
    }
    walk->arrives = 0;
    mark_late(walk, route);
    if (route->desk != SPENN_NONE) {
        visit(walk, route->desk, rate, work_of(&task->handling));
    }
    walk_supports(walk, route, rate);
    if (task->coordinates) {
        walk_ladder(walk, (int32_t)(route - plan->route), rate);
    }
    if (route->forum != SPENN_NONE) {
        walk_forum(walk, rate);
    } else if (task->decided) {
        walk_up(walk, route, rate);
    }
}

static void walk_streams(struct walk *walk)
{
    const struct spenn_sim_plan *plan = walk->plan;
    struct spenn_stations *to = walk->to;
    for (int32_t s = 0; s < plan->stream_count; s++) {
        const struct spenn_plan_stream *stream = &plan->stream[s];
        const struct spenn_plan_task *task = &plan->task[stream->task];
        double before = 0.0;
        walk->task = stream->task;
        walk->always = task->late != SPENN_LATE_NOTHING ? SPENN_FLAW_PATIENCE : 0;
        walk->always |=
            task->loaded && stream->routes > stream->ways ? SPENN_FLAW_ASSIGNED : 0;
        to->task_rate[stream->task] += 1.0 / stream->gap;
        for (int32_t k = 0; k < stream->routes; k++) {
            const struct spenn_plan_route *route = &plan->route[stream->first_route + k];
            walk_route(walk, route, (route->upto - before) / stream->gap);
            before = route->upto;
        }
    }
}

static void walk_all(struct walk *walk)
{
    const struct spenn_sim_plan *plan = walk->plan;
    struct spenn_stations *to = walk->to;
    for (int32_t i = 0; i < to->count; i++) {
        bool desk = i < plan->desk_count;
        to->rate[i] = to->square[i] = 0.0;
        to->mean[i] = desk ? 0.0 : plan->forum[i - plan->desk_count].interval;
        walk->first_task[i] = SPENN_NONE;
    }
    memset(to->task_rate, 0, (size_t)to->tasks * sizeof(double));
    walk_streams(walk);
    for (int32_t i = 0; i < plan->desk_count; i++) { /* sums become means */
        to->mean[i] /= to->rate[i] > 0.0 ? to->rate[i] : 1.0;
        to->square[i] /= to->rate[i] > 0.0 ? to->rate[i] : 1.0;
        to->stay[i] = to->mean[i];
    }
}

/* Marks what does not settle. */
static void settle(struct walk *walk, double settling)
{
    const struct spenn_sim_plan *plan = walk->plan;
    struct spenn_stations *to = walk->to;
    for (int32_t i = 0; i < to->count; i++) {
        bool visited = !(to->flaws[i] & SPENN_FLAW_UNVISITED);
        if (visited && !(to->flaws[i] & SPENN_FLAW_FULL)
            && spenn_station_relaxation(to, &plan->flows, i) > settling) {
            to->flaws[i] |= SPENN_FLAW_SLOW;
        }
        bool known = to->flaws[i] & SPENN_FLAWS_OF_FLOW;
        to->flaws[i] |= plan->flows.bound[i] && !known ? SPENN_FLAW_BOUND : 0;
    }
}

static void begin(struct walk *walk)
{
    const struct spenn_sim_plan *plan = walk->plan;
    struct spenn_stations *to = walk->to;
    for (int32_t i = 0; i < to->count; i++) {
        to->flaws[i] = SPENN_FLAW_UNVISITED;
        to->flaws[i] |= plan->flows.utilisation[i] >= 1.0 ? SPENN_FLAW_FULL : 0;
        if (i < plan->desk_count) {
            to->servers[i] = plan->desk[i].servers;
            to->row[i] = plan->desk[i].unit;
            continue;
        }
        to->row[i] = i - plan->desk_count;
        to->servers[i] = plan->forum[to->row[i]].agenda;
        to->stay[i] = plan->forum[to->row[i]].lasts;
    }
}

/* All flaws in one number that changes when one is added. */
static int64_t noted(const struct spenn_stations *to)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < to->count; i++) {
        sum += to->flaws[i];
    }
    return sum;
}

struct spenn_stations spenn_stations_find(
    const struct spenn_sim_plan *plan, double settling, struct spenn_arena *memory)
{
    struct spenn_arena scratch = {0};
    struct spenn_stations to = {.count = plan->flows.count, .tasks = plan->task_count};
    size_t count = (size_t)to.count, tasks = (size_t)to.tasks;
    to.flaws = spenn_arena_alloc(memory, count, sizeof(int32_t));
    to.servers = spenn_arena_alloc(memory, count, sizeof(int32_t));
    to.rate = spenn_arena_alloc(memory, count, sizeof(double));
    to.mean = spenn_arena_alloc(memory, count, sizeof(double));
    to.square = spenn_arena_alloc(memory, count, sizeof(double));
    to.stay = spenn_arena_alloc(memory, count, sizeof(double));
    to.row = spenn_arena_alloc(memory, count, sizeof(spenn_id));
    to.task_flaws = spenn_arena_alloc(memory, tasks, sizeof(int32_t));
    to.task_rate = spenn_arena_alloc(memory, tasks, sizeof(double));
    struct walk walk = {.plan = plan, .to = &to};
    walk.first_task = spenn_arena_alloc(&scratch, count, sizeof(int32_t));
    walk.first_mean = spenn_arena_alloc(&scratch, count, sizeof(double));
    walk.ladder = spenn_ladder_flows_make(plan, &scratch);
    begin(&walk);
    walk_all(&walk); /* who is visited; from now on flaws are only added */
    int64_t before = -1;
    while (noted(&to) != before) {
        before = noted(&to);
        settle(&walk, settling);
        walk_all(&walk);
    }
    spenn_arena_free(&scratch);
    return to;
}

double spenn_station_relaxation(
    const struct spenn_stations *stations, const struct spenn_sim_flows *flows, int32_t i)
{
    double load = flows->utilisation[i], mean = stations->mean[i];
    double servers = stations->servers[i];
    if (load >= 1.0) {
        return INFINITY;
    }
    if (flows->agenda[i]) {
        double left = (1.0 - load) * servers;
        return mean * (1.0 + 4.0 * load * servers / (left * left));
    }
    double far = 1.0 - sqrt(load), spread = 0.5 * stations->square[i] / (mean * mean);
    return fmax(mean, spread * mean / servers / (far * far));
}

enum spenn_station_twin spenn_station_twin(
    const struct spenn_stations *stations, const struct spenn_sim_flows *flows, int32_t i)
{
    int32_t flaws = stations->flaws[i];
    if (flows->agenda[i]) {
        return flaws ? SPENN_TWIN_NONE : SPENN_TWIN_MEETING;
    }
    if (!flaws) {
        return SPENN_TWIN_MMC;
    }
    bool service = !(flaws & ~SPENN_FLAWS_OF_SERVICE);
    return service && stations->servers[i] == 1 ? SPENN_TWIN_MG1 : SPENN_TWIN_NONE;
}

const char *spenn_station_reason(int32_t flaws)
{
    static const char *const reasons[] = {
        "no case comes there",
        "cannot keep up with what comes",
        "so nearly full that it does not settle in this time",
        "gets cases from where one cannot keep up or does not settle",
        "cases act at their deadline",
        "cases go to the least loaded unit",
        "posts change hands",
        "its flows are a bound, not exact",
        "visits for coordination come side by side",
        "cases of different priority",
        "handling and decision are one visit",
        "service times are not exponential",
        "service times of different means",
        "items may come back to the agenda",
        "items of different length",
        "gets cases from where there is no product form",
    };
    int32_t bit = 0;
    while (flaws && !(flaws & 1 << bit)) {
        bit++;
    }
    return flaws ? reasons[bit] : NULL;
}
