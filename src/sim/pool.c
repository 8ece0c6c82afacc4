/* SPDX-License-Identifier: MIT
 * Memory of a state: made once, set back for every run, grown only with the number of
 * cases alive. Everything hot begins on a 256-byte boundary, so that two threads' states
 * never share a cache line. */
#include "engine.h"
#include "mutant.h"
#include "pace.h"

#include <math.h>

enum { boundary = 256, first_slots = 1024 };

void *spenn_state_make(struct spenn_sim_state *state, int64_t count, size_t size)
{
    char *at = spenn_arena_alloc(&state->memory, (size_t)count * size + 2 * boundary, 1);
    return at + (boundary - (uintptr_t)at % boundary) % boundary;
}

/* A larger copy of an array of `used` elements. */
static void *enlarge(
    struct spenn_sim_state *state, const void *old, int32_t used, size_t size)
{
    char *larger = spenn_state_make(state, 2 * (int64_t)used, size);
    const char *from = old;
    for (size_t i = 0; i < (size_t)used * size; i++) {
        larger[i] = from[i];
    }
    return larger;
}

struct spenn_sim_state *spenn_sim_state_new(const struct spenn_sim_plan *plan)
{
    struct spenn_sim_state whole = {.plan = plan, .last = plan}, *state = &whole;
    struct spenn_sim_state *kept = spenn_state_make(state, 1, sizeof *kept);
    const struct spenn_room most =
        plan->chain ? plan->chain->room : spenn_room_of((struct spenn_room){0}, plan);
    state->chain = plan->chain;
    state->first_slot = plan->stream_count + most.forums;
    state->slots = first_slots;
    state->item = spenn_state_make(state, first_slots, sizeof *state->item);
    state->cold = spenn_state_make(state, first_slots, sizeof *state->cold);
    state->events.event = spenn_state_make(
        state, state->first_slot + 2 * first_slots, sizeof *state->events.event);
    state->desk = spenn_state_make(state, most.desks, sizeof *state->desk);
    state->stream = spenn_state_make(state, plan->stream_count, sizeof *state->stream);
    state->coming = spenn_state_make(state, plan->stream_count, sizeof *state->coming);
    state->forum = spenn_state_make(state, most.forums, sizeof *state->forum);
    state->task = spenn_state_make(state, plan->task_count, sizeof *state->task);
    if (most.loaded) {
        state->waiting = spenn_state_make(state, most.desks, sizeof *state->waiting);
    }
    if (most.queues > 0) {
        state->queue = spenn_state_make(state, most.queues, sizeof *state->queue);
        state->waits =
            spenn_state_make(state, 2 * (int64_t)most.desks, sizeof *state->waits);
    }
    if (most.informs) {
        state->inform = spenn_inform_state_new(state, most.desks, most.members);
    }
    state->bond = spenn_bond_state_new(state, &most);
    if (most.parties > 0) {
        state->ladder = spenn_ladder_state_new(state, most.desks, most.parties);
    }
    spenn_pace_new(state);
    if (state->chain) {
        spenn_wave_new(state);
    } else if (plan->practice) {
        state->practice = spenn_practice_state_new(&state->memory, plan->practice);
    }
    *kept = whole;
    kept->events.memory = &kept->memory;
    return kept;
}

void spenn_sim_state_free(struct spenn_sim_state *state)
{
    if (state) {
        struct spenn_arena memory = state->memory;
        spenn_arena_free(&memory);
    }
}

void spenn_sim_state_use_heap(struct spenn_sim_state *state, bool heap)
{
    state->heap = heap;
}

static void grow(struct spenn_sim_state *state)
{
    int32_t nodes = state->first_slot + 2 * state->slots;
    state->item = enlarge(state, state->item, state->slots, sizeof *state->item);
    state->cold = enlarge(state, state->cold, state->slots, sizeof *state->cold);
    state->events.event =
        enlarge(state, state->events.event, nodes, sizeof *state->events.event);
    state->slots *= 2;
}

int32_t spenn_slot_take(struct spenn_sim_state *state)
{
    if (state->free != SPENN_NONE) {
        int32_t slot = state->free;
        state->free = state->item[slot].next;
        return slot;
    }
    if (state->used == state->slots) {
        grow(state);
    }
    return state->used++;
}

void spenn_slot_give(struct spenn_sim_state *state, int32_t slot)
{
    state->item[slot].stage = SPENN_STAGE_FREE;
    state->item[slot].next = state->free;
    state->free = slot;
}

static void draw_coming(struct spenn_sim_state *state, int32_t s, uint32_t number)
{
    const struct spenn_stream *stream = &state->stream[s];
    struct spenn_draws draws =
        spenn_random_draw(&state->random, stream->key, number, 0, 0);
    double luck = draws.u[SPENN_LANE_GAP];
    if (SPENN_MUTANT(GAP_FROM_LAST) && number % 2) {
        luck = spenn_random_draw(&state->random, stream->key, number - 1, 0, 0).u[0];
    }
    state->coming[s] = (struct spenn_coming){
        .gap = stream->gap * log(1.0 - luck),
        .authority = draws.u[SPENN_LANE_AUTHORITY],
        .route = draws.u[SPENN_LANE_ROUTE],
        .service = spenn_case_first_work(
            &state->plan->task[stream->task], draws.u[SPENN_LANE_SERVICE]),
    };
}

void spenn_stream_take(
    const struct spenn_sim_plan *plan, struct spenn_stream *stream, int32_t r)
{
    const struct spenn_plan_route *route = &plan->route[r];
    const struct spenn_plan_task *task = &plan->task[stream->task];
    bool straight = task->bare && task->decided && route->forum == SPENN_NONE
        && !task->deadlined && !task->coordinates && route->desk == SPENN_NONE;
    stream->route = r;
    stream->unit = route->unit;
    stream->desk = route->desk != SPENN_NONE ? route->desk : plan->step[route->step].desk;
    stream->step = straight ? route->step : SPENN_NONE;
}

/* The route of the case to come, unless it depends on what is going on then. */
static void take_route(
    const struct spenn_sim_plan *plan, struct spenn_stream *stream, int32_t r)
{
    spenn_stream_take(plan, stream, r);
    if (plan->task[stream->task].loaded && stream->routes > 1) {
        stream->step = SPENN_STEP_LATER;
    }
}

int32_t spenn_route_choose(const struct spenn_plan_route *route, int32_t routes, double u)
{
    int32_t k = 0;
    while (k + 1 < routes && u >= route[k].upto) {
        k++;
    }
    return k;
}

void spenn_stream_schedule(struct spenn_sim_state *state, int32_t s)
{
    struct spenn_stream *stream = &state->stream[s];
    const struct spenn_coming *coming = &state->coming[s];
    stream->authority = coming->authority;
    stream->service = coming->service;
    if (stream->routes > 1) {
        const struct spenn_plan_route *route = &state->plan->route[stream->first_route];
        take_route(state->plan, stream,
            stream->first_route
                + spenn_route_choose(route, stream->routes, coming->route));
    }
    spenn_events_push(
        &state->events, s, state->now - coming->gap, spenn_tie(3, stream->key));
    draw_coming(state, s, stream->number + 1);
}

void spenn_stream_renew(struct spenn_sim_state *state, int32_t s)
{
    const struct spenn_plan_stream *planned = &state->plan->stream[s];
    struct spenn_stream *stream = &state->stream[s];
    double due = state->events.event[s].time, before = stream->gap;
    struct spenn_draws draws =
        spenn_random_draw(&state->random, stream->key, stream->number, 0, 0);
    stream->gap = planned->gap / (SPENN_MUTANT(RATE) ? 1.1 : 1.0);
    stream->first_route = planned->first_route;
    stream->routes = planned->routes;
    stream->service = spenn_case_first_work(
        &state->plan->task[stream->task], draws.u[SPENN_LANE_SERVICE]);
    take_route(state->plan, stream,
        stream->first_route
            + spenn_route_choose(&state->plan->route[stream->first_route], stream->routes,
                draws.u[SPENN_LANE_ROUTE]));
    if (!isfinite(stream->gap)) {
        return;
    }
    if (!isfinite(before)) {
        stream->authority = draws.u[SPENN_LANE_AUTHORITY];
        due = state->now - stream->gap * log(1.0 - draws.u[SPENN_LANE_GAP]);
    } else if (before != stream->gap) {
        due = state->now + (due - state->now) * (stream->gap / before);
    }
    draw_coming(state, s, stream->number + 1);
    spenn_events_push(&state->events, s, due, spenn_tie(3, stream->key));
}

void spenn_state_reset_desks(struct spenn_sim_state *state)
{
    const struct spenn_sim_plan *plan = state->plan;
    for (int32_t d = 0; d < plan->desk_count; d++) {
        state->desk[d] = (struct spenn_desk){
            .pace = 1.0 / plan->desk[d].speed,
            .idle = plan->desk[d].servers + SPENN_MUTANT(SERVERS),
            .head = SPENN_NONE,
            .tail = SPENN_NONE,
        };
        for (int32_t p = 0; p < plan->priorities && state->queue; p++) {
            state->queue[(int64_t)d * plan->priorities + p] =
                (struct spenn_queue){SPENN_NONE, SPENN_NONE};
        }
        if (state->waiting) {
            state->waiting[d] = 0;
        }
        if (state->waits) {
            state->waits[2 * (int64_t)d] = state->waits[2 * (int64_t)d + 1] = 0;
        }
    }
}

static void reset_streams(struct spenn_sim_state *state)
{
    for (int32_t s = 0; s < state->plan->stream_count; s++) {
        const struct spenn_plan_stream *planned = &state->plan->stream[s];
        struct spenn_stream *stream = &state->stream[s];
        *stream = (struct spenn_stream){
            .key = planned->key,
            .gap = planned->gap / (SPENN_MUTANT(RATE) ? 1.1 : 1.0),
            .task = planned->task,
            .first_route = planned->first_route,
            .routes = planned->routes,
        };
        take_route(state->plan, stream, planned->first_route);
        if (isfinite(stream->gap)) {
            draw_coming(state, s, 0);
            spenn_stream_schedule(state, s);
        }
    }
}

void spenn_state_reset(struct spenn_sim_state *state, const struct spenn_sim_run *run)
{
    const struct spenn_sim_plan *plan =
        state->chain ? state->chain->wave[0].from : state->last;
    state->plan = plan;
    spenn_events_reset(&state->events, plan->work, state->heap);
    state->random = spenn_random_new(run->seed, run->replication);
    state->now = 0.0;
    state->from = run->warm_up;
    state->to = run->warm_up + run->duration;
    state->used = 0;
    state->free = SPENN_NONE;
    state->present = 0.0;
    state->arisen = state->open = state->count = 0;
    for (int32_t k = 0; k <= SPENN_SERIES_ITEMS; k++) {
        state->level[k] = (struct spenn_level){.end = -1.0};
    }
    for (int32_t t = 0; t < plan->task_count; t++) {
        state->task[t] = (struct spenn_task_state){0};
    }
    if (state->chain) {
        spenn_wave_reset(state);
    }
    spenn_state_reset_desks(state);
    if (state->pace) {
        spenn_pace_reset(state);
    }
    reset_streams(state);
    if (state->inform) {
        spenn_inform_reset(state);
    }
    if (state->ladder) {
        spenn_ladder_reset(state);
    }
    spenn_forum_begin(state);
    if (state->bond) {
        spenn_bond_reset(state);
    }
}
