/* SPDX-License-Identifier: MIT
 * A wave: the state moves from one plan to the next. Sums of desks and forums follow
 * those who took over; streams keep the case to come; a service in progress goes on where
 * its desk went, for what is left of it at the pace there; who waits keeps the place in
 * the queue by the time of entering it; items stay with their forum or go to the one that
 * decides the task now. Then all pending events are set anew. Cost: the number of cases
 * alive, desks and streams. */
#include "mutant.h"
#include "pace.h"
#include "queue.h"

#include <math.h>
#include <stdlib.h>

void spenn_wave_list(struct spenn_sim_state *state, int32_t slot)
{
    state->wave->list[state->wave->listed++] = slot;
}

/* Room for every slot; grown as the pool of slots is. */
static void make_list(struct spenn_sim_state *state)
{
    struct spenn_wave_state *wave = state->wave;
    wave->listed = 0;
    if (wave->room < state->slots) {
        wave->room = state->slots;
        wave->list =
            spenn_arena_alloc(&state->memory, (size_t)wave->room, sizeof *wave->list);
    }
}

static void list_queue(struct spenn_sim_state *state, int32_t slot)
{
    for (; slot != SPENN_NONE; slot = state->item[slot].next) {
        spenn_wave_list(state, slot);
    }
}

/* All who wait at desks, each queue in its order. */
static void list_waiting(struct spenn_sim_state *state)
{
    const struct spenn_sim_plan *plan = state->plan;
    make_list(state);
    for (int32_t d = 0; d < plan->desk_count; d++) {
        if (plan->priorities == 1) {
            list_queue(state, state->desk[d].head);
        }
        for (int32_t p = 0; plan->priorities > 1 && p < plan->priorities; p++) {
            list_queue(state, state->queue[(int64_t)d * plan->priorities + p].head);
        }
    }
}

/* The route that goes on with a case: that of the unit that serves it, if it still is one
 * and serves the stream; else as the case's luck would have it from the start. */
static int32_t route_after(
    const struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_stream *before = &h->from->stream[item->stream];
    const struct spenn_plan_stream *after = &h->to->stream[item->stream];
    const struct spenn_plan_route *route = &h->to->route[after->first_route];
    int32_t old = state->cold[slot].route;
    int32_t way = (old - before->first_route) % before->ways;
    spenn_id u = h->same[h->from->route[old].unit];
    double luck = spenn_random_draw(&state->random, state->stream[item->stream].key,
        item->number, 0, SPENN_BLOCK_CASE)
                      .u[SPENN_LANE_ROUTE];
    double from = 0.0;
    for (int32_t k = 0; u != SPENN_NONE && k < after->routes; k += after->ways) {
        double upto = route[k + after->ways - 1].upto;
        if (route[k].unit == u && after->ways == before->ways) {
            return after->first_route + k + way;
        }
        if (route[k].unit == u) { /* its way is new: luck stretched over the unit's */
            double here = from + luck * (upto - from);
            return after->first_route + k + (after->ways > 1 && here >= route[k].upto);
        }
        from = upto;
    }
    return after->first_route + spenn_route_choose(route, after->routes, luck);
}

/* The step itself when it is of this desk or of a team with it; that of the superior's
 * own desk when it is his; else SPENN_NONE. */
static int32_t step_with(const struct spenn_sim_plan *plan, int32_t step, int32_t desk)
{
    int32_t at = plan->step[step].desk;
    if (at >= 0) {
        return at == desk ? step : SPENN_NONE;
    }
    const struct spenn_plan_team *team = &plan->team[SPENN_STEP_TEAM - at];
    for (int32_t i = 0; i < team->members; i++) {
        if (team->member[i] == desk) {
            return step;
        }
    }
    return plan->step[team->own].desk == desk ? team->own : SPENN_NONE;
}

/* The step of the post that has the case, at `desk`, if it is on the case's line now;
 * else as far up the line as the case had come. */
static int32_t step_after(const struct spenn_sim_state *state,
    const struct spenn_handover *h, int32_t slot, int32_t desk)
{
    const struct spenn_case *item = &state->item[slot];
    int32_t first = h->to->route[state->cold[slot].route].step;
    for (int32_t i = first; i != SPENN_NONE; i = h->to->step[i].next) {
        int32_t step = step_with(h->to, i, desk);
        if (step != SPENN_NONE) {
            return step;
        }
    }
    for (int32_t i = 0; i < item->attempt && h->to->step[first].next != SPENN_NONE; i++) {
        first = h->to->step[first].next;
    }
    return first;
}

/* Whether the desk is among the supports of the case's route; if so it is the one at
 * hand. */
static bool is_supported_at(struct spenn_sim_state *state, int32_t slot, int32_t desk)
{
    const struct spenn_plan_route *route = &state->plan->route[state->cold[slot].route];
    for (int32_t i = 0; i < route->supports; i++) {
        if (state->plan->support[route->first_support + i].desk == desk) {
            state->item[slot].attempt = (uint16_t)i;
            return true;
        }
    }
    return false;
}

static void adopt(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    struct spenn_case_cold *cold = &state->cold[slot];
    const struct spenn_plan_task *before = &h->from->task[item->task];
    const struct spenn_plan_task *after = &h->to->task[item->task];
    cold->route = route_after(state, h, slot);
    cold->unit = h->to->route[cold->route].unit;
    if (after->deadlined && !before->deadlined) {
        cold->deadline = INFINITY;
    }
}

/* Whether the pace of a service may change though the desks' own are the same. */
static bool is_slower_or_faster(const struct spenn_sim_state *state,
    const struct spenn_handover *h, int32_t from, int32_t to)
{
    spenn_id u = h->from->desk[from].unit, v = h->to->desk[to].unit;
    return state->pace && (h->same[u] != v || h->touched[v]);
}

/* What takes so many hours more at the desk before takes here. */
static double hours_left(
    const struct spenn_sim_state *state, int32_t from, int32_t to, double hours)
{
    double full = state->pace ? spenn_pace_left(state, from, hours) : hours;
    full *=
        SPENN_MUTANT(PACE) ? 1.0 : state->desk[to].pace / state->wave->desk[from].pace;
    return state->pace ? spenn_pace_hours(state, to, full) : full;
}

/* A service goes on: at its desk, or with who took over; what is left at the new pace. */
static void go_on_serving(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    int32_t old = item->desk, node = state->first_slot + 2 * slot;
    item->desk = h->desk[old];
    if (item->stage == SPENN_STAGE_HANDLING
        && h->same[h->from->desk[old].unit] == SPENN_NONE) {
        const struct spenn_plan_route *route = &h->to->route[state->cold[slot].route];
        item->desk = route->desk == SPENN_NONE ? route->unit : route->desk;
    } else if (item->stage == SPENN_STAGE_DECISION) {
        item->step = step_after(state, h, slot, item->desk);
    } else if (item->stage == SPENN_STAGE_SUPPORT) {
        (void)is_supported_at(state, slot, item->desk);
    }
    struct spenn_desk *desk = &state->desk[item->desk];
    double pace = state->wave->desk[old].pace, due = state->events.event[node].time;
    if (pace != desk->pace || is_slower_or_faster(state, h, old, item->desk)) {
        due = state->now + hours_left(state, old, item->desk, due - state->now);
    }
    desk->idle -= !SPENN_MUTANT(SERVERS_WAVE) || desk->idle > 0;
    spenn_events_push(&state->events, node, due, spenn_slot_tie(state, slot, 0));
}

/* A case on its way to a support desk goes on to that one, if it still may need it. */
static void go_on_travelling(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_route *before = &h->from->route[state->cold[slot].route];
    int32_t desk = h->from->support[before->first_support + item->attempt].desk;
    int32_t node = state->first_slot + 2 * slot;
    adopt(state, h, slot);
    if (is_supported_at(state, slot, h->desk[desk])) {
        spenn_events_push(&state->events, node, state->events.event[node].time,
            spenn_slot_tie(state, slot, 0));
    } else {
        item->stage = SPENN_STAGE_SUPPORT;
        spenn_wave_list(state, slot);
    }
}

/* Whether a case that waits at a desk goes on waiting at one, and where. */
static bool still_waits(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_task *task = &h->to->task[item->task];
    const struct spenn_plan_route *route = &h->to->route[state->cold[slot].route];
    switch (item->stage) {
    case SPENN_STAGE_HANDLING:
        item->desk = route->desk;
        return route->desk != SPENN_NONE;
    case SPENN_STAGE_SUPPORT:
        item->desk = h->desk[item->desk];
        return is_supported_at(state, slot, item->desk);
    case SPENN_STAGE_DECISION:
        item->step = step_after(state, h, slot, h->desk[item->desk]);
        item->desk = spenn_case_desk(state, slot, item->step);
        return route->forum == SPENN_NONE && task->decided;
    default:
        item->desk = h->desk[item->desk];
        return true;
    }
}

/* Handling and decision become one visit (true), or two, for a case that waits for the
 * first. `was`: they were one. */
static bool join_or_part(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot, bool was)
{
    struct spenn_case *item = &state->item[slot];
    struct spenn_case_cold *cold = &state->cold[slot];
    const struct spenn_plan_task *task = &h->to->task[item->task];
    const struct spenn_plan_route *route = &h->to->route[cold->route];
    if (item->stage == SPENN_STAGE_HANDLING && route->joint && !task->supported) {
        item->stage = SPENN_STAGE_DECISION;
        item->step = route->step;
        item->desk = h->to->step[route->step].desk;
        cold->handled = state->now;
        return true;
    }
    if (item->stage == SPENN_STAGE_DECISION && was && !item->attempt
        && !(item->flags & SPENN_HANDLED) && route->desk != SPENN_NONE) {
        item->stage = SPENN_STAGE_HANDLING;
    }
    return false;
}

static void renew_work(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    if (item->stage == SPENN_STAGE_HANDLING || item->stage == SPENN_STAGE_DECISION) {
        struct spenn_draws draws = spenn_random_draw(&state->random,
            state->stream[item->stream].key, item->number, 0, SPENN_BLOCK_CASE);
        item->started = spenn_case_first_work(
            &state->plan->task[item->task], draws.u[SPENN_LANE_SERVICE]);
    }
}

struct place { /* in the new queue */
    double entered;
    int32_t order, slot;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->entered != y->entered) {
        return x->entered < y->entered ? -1 : 1;
    }
    return (x->order > y->order) - (x->order < y->order);
}

/* Whether what waits at a desk waits on at one: a visit does, where its desk went. */
static bool waits_on(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    if (item->stage == SPENN_STAGE_VISIT) {
        item->desk = h->desk[item->desk];
        return true;
    }
    bool joint = h->from->route[state->cold[slot].route].joint;
    adopt(state, h, slot);
    return join_or_part(state, h, slot, joint) || still_waits(state, h, slot);
}

/* Those listed, into the queues of the new desks; who cannot wait on is listed again. */
static void queue_waiting(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_wave_state *wave = state->wave;
    struct spenn_arena scratch = {0};
    int32_t count = wave->listed, waiting = 0;
    struct place *place = spenn_arena_alloc(&scratch, (size_t)count, sizeof *place);
    wave->listed = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t slot = wave->list[i];
        struct spenn_case *item = &state->item[slot];
        if (waits_on(state, h, slot)) {
            renew_work(state, slot);
            place[waiting++] = (struct place){item->entered, i, slot};
        } else {
            item->flags &= (uint8_t)~SPENN_WAITING;
            spenn_wave_list(state, slot);
        }
    }
    if (waiting) {
        qsort(place, (size_t)waiting, sizeof *place, by_place);
    }
    for (int32_t i = 0; i < waiting; i++) {
        spenn_desk_wait(state, place[i].slot);
    }
    spenn_arena_free(&scratch);
}

static bool is_served(const struct spenn_case *item)
{
    return spenn_case_is_at_desk(item) && !(item->flags & SPENN_WAITING);
}

/* Deadlines go on, unless the task has none any more that matters. */
static void renew_deadline(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    int32_t node = state->first_slot + 2 * slot + 1;
    if (!(item->flags & SPENN_TIMED)) {
        return;
    }
    if (state->plan->task[item->task].late != SPENN_LATE_NOTHING) {
        spenn_events_push(&state->events, node, state->events.event[node].time,
            spenn_slot_tie(state, slot, 2));
        return;
    }
    item->flags &= (uint8_t)~SPENN_TIMED;
    if (item->stage == SPENN_STAGE_GONE) {
        spenn_slot_give(state, slot);
    }
}

static void renew_slots(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    for (int32_t slot = 0; slot < state->used; slot++) {
        renew_deadline(state, slot);
        const struct spenn_case *item = &state->item[slot];
        bool elsewhere = item->stage == SPENN_STAGE_COORDINATION
            || item->stage == SPENN_STAGE_AGENDA || item->stage == SPENN_STAGE_MEETING;
        bool served = is_served(item);
        if (elsewhere || (served && item->stage != SPENN_STAGE_VISIT)) {
            adopt(state, h, slot);
        }
        if (served) {
            go_on_serving(state, h, slot);
        } else if (item->stage == SPENN_STAGE_PAUSE) {
            int32_t node = state->first_slot + 2 * slot;
            spenn_events_push(&state->events, node, state->events.event[node].time,
                spenn_slot_tie(state, slot, 0));
        }
    }
}

void spenn_wave_pass(struct spenn_sim_state *state)
{
    struct spenn_wave_state *wave = state->wave;
    wave->at[wave->passed] = state->now;
    const struct spenn_handover *h = &state->chain->wave[wave->passed++];
    if (state->ladder) {
        spenn_ladder_wave(state, h);
    }
    list_waiting(state);
    if (state->bond) {
        spenn_bond_leave(state);
    }
    spenn_wave_keep_due(state, h);
    spenn_wave_desks(state, h);
    if (state->pace) {
        spenn_pace_wave(state, h);
    }
    spenn_events_reset(&state->events, h->to->work, state->heap);
    state->events.now = state->events.since = state->now;
    for (int32_t s = 0; s < h->to->stream_count; s++) {
        spenn_stream_renew(state, s);
    }
    spenn_wave_forums(state, h);
    if (state->bond) {
        spenn_bond_pass(state, h);
    }
    renew_slots(state, h);
    queue_waiting(state, h);
    for (int32_t slot = 0; slot < state->used; slot++) {
        if (state->item[slot].stage == SPENN_STAGE_AWAY) {
            go_on_travelling(state, h, slot);
        }
    }
    for (int32_t f = 0; f < h->from->forum_count; f++) {
        spenn_wave_items(state, h, f, true);
    }
    for (int32_t f = 0; f < h->from->forum_count; f++) {
        spenn_wave_items(state, h, f, false);
    }
    for (int32_t d = 0; d < h->to->desk_count; d++) {
        spenn_desk_fill(state, d);
    }
    for (int32_t i = 0; i < wave->listed; i++) {
        spenn_case_resume(state, wave->list[i]);
    }
    spenn_watch_begin(state);
}
