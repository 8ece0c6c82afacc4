/* SPDX-License-Identifier: MIT
 * Mean visits of a case on the ladder, over the sets that its parties may be: all of
 * them, or so many drawn when there are too many. */
#include "ladder_flow.h"

#include "bond.h"
#include "plan.h"

#include <math.h>

enum { most_sets = 4096, drawn_sets = 256 };

struct reckoner {
    const struct spenn_sim_plan *plan;
    struct spenn_ladder_flows *flows;
    struct spenn_arena *memory;
    int32_t count, room;   /* of flows->flow */
    double *visits, *work; /* of a node, for the route at hand */
    bool *met;
    int32_t *node, nodes; /* that are met */
    spenn_id *other, *party;
    int32_t *pick;
    struct spenn_span span;
    spenn_id task;                    /* at hand */
    double weight;                    /* of the set at hand */
    struct spenn_ladder_odds odds[2]; /* by how many others */
    int32_t odds_of[2];
};

static void add(struct reckoner *r, int32_t node, double visits, double work)
{
    if (!(visits * work > 0.0)) {
        return;
    }
    if (!r->met[node]) {
        r->met[node] = true;
        r->visits[node] = r->work[node] = 0.0;
        r->node[r->nodes++] = node;
    }
    r->visits[node] += r->weight * visits;
    r->work[node] += r->weight * visits * work;
}

static double mean_of(const struct reckoner *r, enum spenn_phase phase)
{
    return r->plan->ladder->law[phase].mean;
}

/* Two numbers of others are kept: with and without a lead that joins. */
static const struct spenn_ladder_odds *odds_of(struct reckoner *r, int32_t others)
{
    int32_t i = others % 2;
    if (r->odds_of[i] != others) {
        r->odds_of[i] = others;
        r->odds[i] = spenn_ladder_odds_of(r->plan, r->task, others);
    }
    return &r->odds[i];
}

struct round { /* expected, of one round */
    double attempts, asked, arbitrated;
    double joint[2], unsolved[2]; /* without and with step 2 in this round */
};

/* What may happen in a round in which step 2 was reached (1) or not (0). */
static void add_outcome(struct reckoner *r, const struct spenn_parties *parties,
    int understood, double chance, struct round *round)
{
    const struct spenn_ladder_plan *plan = r->plan->ladder;
    const struct spenn_plan_ladder *ladder = &plan->task[r->task];
    double pass = 1.0, solved = ladder->needed == 2 ? understood : 0.0, asked = 0.0;
    for (int32_t i = 1; i < parties->count; i++) {
        pass *= 1.0 - r->plan->m->units.veto[parties->unit[i]];
    }
    if (ladder->takes[3]) {
        const struct spenn_ladder_odds *odds = odds_of(r, parties->count - 1);
        bool chain = ladder->chain && ladder->needed == 4;
        solved = pass * (ladder->needed == 3 ? odds->no_harm : odds->joint[understood]);
        asked = 1.0 + (chain ? pass * odds->no_harm : 0.0);
    }
    bool can = ladder->hierarchy
        && spenn_parties_arbiter(r->plan, r->task, parties) != SPENN_NONE;
    double joint = plan->imposed_joint * (understood ? 1.0 : plan->unprepared);
    double imposed = ladder->needed == 4 ? joint : plan->imposed_no_harm;
    round->asked += chance * asked;
    round->arbitrated += can ? chance * (1.0 - solved) : 0.0;
    double open = (1.0 - solved) * (can ? 1.0 - imposed : 1.0);
    round->unsolved[understood] += chance * open;
    round->joint[understood] += ladder->needed == 4 ? chance * (1.0 - open) : 0.0;
}

static struct round round_of(struct reckoner *r, const struct spenn_parties *parties)
{
    const struct spenn_plan_ladder *ladder = &r->plan->ladder->task[r->task];
    struct round round = {0};
    double tie = spenn_bond_usual_tie(r->plan, r->task, parties->unit, parties->count);
    double missed = 1.0 - spenn_ladder_understanding(r->plan->ladder, tie), not = 1.0;
    if (ladder->takes[2]) {
        round.attempts = 1.0 + missed + missed * missed;
        not = missed * missed * missed;
    }
    add_outcome(r, parties, 0, not, &round);
    add_outcome(r, parties, 1, 1.0 - not, &round);
    return round;
}

static void add_messages(struct reckoner *r, const struct spenn_parties *parties)
{
    const struct spenn_sim_plan *plan = r->plan;
    double hours = mean_of(r, SPENN_PHASE_MESSAGES);
    if (!plan->ladder->task[r->task].line) {
        for (int32_t i = 1; i < parties->count; i++) {
            add(r, spenn_work_desk(plan, parties->unit[i]), 1.0, hours);
        }
        return;
    }
    spenn_span_find(plan, parties, &r->span);
    for (int32_t i = 0; i < r->span.links; i++) {
        add(r, spenn_work_desk(plan, r->span.link[i].high), 1.0, hours);
        add(r, spenn_work_desk(plan, r->span.link[i].low), 1.0, hours);
    }
}

static void add_understanding(
    struct reckoner *r, const struct spenn_parties *parties, double attempts)
{
    const struct spenn_sim_plan *plan = r->plan;
    spenn_id f = spenn_parties_forum(plan, r->task, parties);
    spenn_id lead = plan->ladder->task[r->task].lead;
    bool led = spenn_parties_have(parties, lead);
    if (f != SPENN_NONE) {
        add(r, plan->desk_count + f, attempts, spenn_plan_place(plan, r->task, f));
        return;
    }
    for (int32_t i = 0; i < parties->count; i++) {
        spenn_id u = parties->unit[i];
        double talks = led && u != lead ? 1.0 : parties->count - 1;
        add(r, spenn_work_desk(plan, u), attempts * talks,
            mean_of(r, SPENN_PHASE_UNDERSTANDING));
    }
}

static void add_parts(
    struct reckoner *r, const struct spenn_parties *parties, const double joint[2])
{
    const struct spenn_ladder_plan *plan = r->plan->ladder;
    double hours = plan->task[r->task].part.mean;
    for (int32_t i = 0; i < parties->count; i++) {
        int32_t desk = spenn_work_desk(r->plan, parties->unit[i]);
        add(r, desk, joint[0], hours * (1.0 + plan->rework));
        add(r, desk, joint[1], hours);
    }
}

static void add_set(struct reckoner *r, const struct spenn_parties *parties)
{
    const struct spenn_sim_plan *plan = r->plan;
    const struct spenn_plan_ladder *ladder = &plan->ladder->task[r->task];
    bool shares = ladder->takes[1];
    if (shares) {
        add_messages(r, parties);
    }
    if (shares && ladder->needed == 1) {
        return;
    }
    struct round round = round_of(r, parties);
    double rounds = 0.0, left[2] = {1.0, 0.0}, joint[2] = {0.0, 0.0};
    for (int32_t i = 0; i < ladder->tries; i++) { /* [1]: step 2 was reached in one */
        rounds += left[0] + left[1];
        joint[0] += left[0] * round.joint[0];
        joint[1] +=
            left[0] * round.joint[1] + left[1] * (round.joint[0] + round.joint[1]);
        left[1] *= round.unsolved[0] + round.unsolved[1];
        left[1] += left[0] * round.unsolved[1];
        left[0] *= round.unsolved[0];
    }
    add_parts(r, parties, joint);
    add_understanding(r, parties, rounds * round.attempts);
    for (int32_t i = 1; i < parties->count; i++) {
        add(r, parties->unit[i], rounds * round.asked, mean_of(r, SPENN_PHASE_ANSWER));
    }
    if (round.arbitrated > 0.0) {
        add(r, spenn_parties_arbiter(plan, r->task, parties), rounds * round.arbitrated,
            mean_of(r, SPENN_PHASE_ARBITRATION));
    }
}

/* The set that `pick` names among the others, with the lead. */
static void add_picked(struct reckoner *r, spenn_id u, int32_t picked)
{
    spenn_id lead = r->plan->ladder->task[r->task].lead;
    struct spenn_parties parties = {r->party, picked + 1};
    r->party[0] = u;
    for (int32_t i = 0; i < picked; i++) {
        r->party[i + 1] = r->other[r->pick[i]];
    }
    if (lead != SPENN_NONE && !spenn_parties_have(&parties, lead)) {
        r->party[parties.count++] = lead;
    }
    add_set(r, &parties);
}

/* The next set in order of rows; false after the last. */
static bool pick_next(int32_t *pick, int32_t picked, int32_t of)
{
    int32_t i = picked - 1;
    while (i >= 0 && pick[i] == of - picked + i) {
        i--;
    }
    if (i < 0) {
        return false;
    }
    pick[i]++;
    for (i++; i < picked; i++) {
        pick[i] = pick[i - 1] + 1;
    }
    return true;
}

static void add_all_sets(struct reckoner *r, spenn_id u, int32_t picked, int32_t of)
{
    for (int32_t i = 0; i < picked; i++) {
        r->pick[i] = i;
    }
    do {
        add_picked(r, u, picked);
    } while (pick_next(r->pick, picked, of));
}

/* Sets drawn without order: the first of a shuffle. */
static void add_drawn_sets(struct reckoner *r, spenn_id u, int32_t picked, int32_t of)
{
    struct spenn_random random = spenn_random_new(0, 0);
    for (int32_t i = 0; i < of; i++) {
        r->pick[i] = i;
    }
    for (uint32_t set = 0; set < drawn_sets; set++) {
        for (int32_t i = 0; i < picked; i++) {
            struct spenn_draws draws = spenn_random_draw(
                &random, r->plan->ladder->key[u], set, (uint32_t)i, SPENN_BLOCK_PARTY);
            int32_t j = i + (int32_t)(draws.u[0] * (of - i)), old = r->pick[i];
            r->pick[i] = r->pick[j];
            r->pick[j] = old;
        }
        add_picked(r, u, picked);
    }
}

static double sets_of(int32_t picked, int32_t of)
{
    double sets = 1.0;
    picked = picked < of - picked ? picked : of - picked; /* or those left out */
    for (int32_t i = 0; i < picked && sets <= most_sets; i++) {
        sets *= (double)(of - i) / (i + 1);
    }
    return round(sets);
}

static void keep(struct reckoner *r)
{
    for (int32_t i = 0; i < r->nodes; i++) {
        int32_t node = r->node[i];
        if (r->count == r->room) {
            r->room = 2 * r->room + 64;
            r->flows->flow = spenn_arena_grow(r->memory, r->flows->flow, (size_t)r->count,
                (size_t)r->room, sizeof *r->flows->flow);
        }
        r->flows->flow[r->count++] = (struct spenn_ladder_flow){
            node, r->visits[node], r->work[node] / r->visits[node]};
        r->met[node] = false;
    }
    r->nodes = 0;
}

static void reckon_route(struct reckoner *r, int32_t s, spenn_id u, int32_t route)
{
    const struct spenn_model *m = r->plan->m;
    int32_t others = 0;
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        spenn_id v = m->partners.unit[m->streams.first_partner[s] + i];
        if (v != u) {
            r->other[others++] = v;
        }
    }
    int32_t wanted = r->plan->ladder->task[r->task].parties - 1;
    int32_t picked = wanted < others ? wanted : others;
    double sets = sets_of(picked, others);
    bool all = sets <= most_sets;
    r->flows->bound[route] = !all || spenn_bond_moves(r->plan, r->task)
        || r->plan->task[r->task].late != SPENN_LATE_NOTHING;
    r->weight = 1.0 / (all ? sets : drawn_sets);
    if (picked > 0 && all) {
        add_all_sets(r, u, picked, others);
    } else if (picked > 0) {
        add_drawn_sets(r, u, picked, others);
    }
    keep(r);
}

static void reckon_stream(struct reckoner *r, int32_t s)
{
    const struct spenn_plan_stream *stream = &r->plan->stream[s];
    r->task = stream->task;
    r->odds_of[0] = r->odds_of[1] = SPENN_NONE;
    for (int32_t k = 0; k < stream->routes; k++) {
        int32_t route = stream->first_route + k;
        r->flows->first[route] = r->count;
        if (r->plan->task[r->task].coordinates) {
            reckon_route(r, s, r->plan->route[route].unit, route);
        }
    }
}

static int32_t most_partners(const struct spenn_model *m)
{
    int32_t most = 0;
    for (int32_t s = 0; s < m->streams.count; s++) {
        most = m->streams.partners[s] > most ? m->streams.partners[s] : most;
    }
    return most;
}

static void make_room(struct reckoner *r, struct spenn_arena *memory)
{
    const struct spenn_sim_plan *plan = r->plan;
    size_t nodes = (size_t)plan->desk_count + (size_t)plan->forum_count;
    size_t most = (size_t)most_partners(plan->m) + 2;
    r->visits = spenn_arena_alloc(memory, nodes, sizeof *r->visits);
    r->work = spenn_arena_alloc(memory, nodes, sizeof *r->work);
    r->met = spenn_arena_alloc(memory, nodes, sizeof *r->met);
    r->node = spenn_arena_alloc(memory, nodes, sizeof *r->node);
    r->other = spenn_arena_alloc(memory, most, sizeof *r->other);
    r->party = spenn_arena_alloc(memory, most, sizeof *r->party);
    r->pick = spenn_arena_alloc(memory, most, sizeof *r->pick);
    r->span = spenn_span_make(memory, plan->m->units.count);
}

struct spenn_ladder_flows spenn_ladder_flows_make(
    const struct spenn_sim_plan *plan, struct spenn_arena *memory)
{
    struct spenn_ladder_flows flows = {0};
    struct reckoner r = {.plan = plan, .flows = &flows, .memory = memory};
    struct spenn_arena scratch = {0};
    size_t routes = (size_t)plan->route_count;
    if (!plan->ladder) {
        return flows;
    }
    flows.first = spenn_arena_alloc(memory, routes + 1, sizeof *flows.first);
    flows.bound = spenn_arena_alloc(memory, routes, sizeof *flows.bound);
    make_room(&r, &scratch);
    for (int32_t s = 0; s < plan->stream_count; s++) {
        reckon_stream(&r, s);
    }
    flows.first[routes] = r.count;
    spenn_arena_free(&scratch);
    return flows;
}
