/* SPDX-License-Identifier: MIT
 * What a run in waves keeps of desks that have changed hands: sums follow those who took
 * over, so that the rows of the last plan speak of the whole window. */
#include "chain.h"
#include "engine.h"
#include "quantity.h"

#include <math.h>

void spenn_wave_new(struct spenn_sim_state *state)
{
    struct spenn_arena *memory = &state->memory;
    const struct spenn_chain *chain = state->chain;
    size_t desks = (size_t)chain->room.desks, forums = (size_t)chain->room.forums;
    struct spenn_wave_state *wave = spenn_state_make(state, 1, sizeof *wave);
    wave->desk = spenn_state_make(state, chain->room.desks, sizeof *wave->desk);
    wave->forum = spenn_arena_alloc(memory, forums, sizeof *wave->forum);
    wave->past = spenn_arena_alloc(memory, desks, sizeof *wave->past);
    wave->before = spenn_arena_alloc(memory, desks, sizeof *wave->before);
    wave->due = spenn_arena_alloc(memory, forums, sizeof *wave->due);
    wave->at = spenn_arena_alloc(memory, (size_t)chain->count, sizeof *wave->at);
    state->wave = wave;
    if (chain->practice) {
        state->practice = spenn_practice_state_chain(memory,
            chain->wave[0].from->practice, chain->practice, chain->count, wave->at);
    }
}

void spenn_wave_reset(struct spenn_sim_state *state)
{
    struct spenn_wave_state *wave = state->wave;
    wave->passed = 0;
    wave->look = state->from;
    wave->held = -1.0;
    wave->since = state->from;
    wave->gone = (struct spenn_past){0};
    wave->sums = (struct spenn_desk){0};
    for (int32_t i = 0; i < state->chain->count; i++) {
        wave->at[i] = INFINITY;
    }
    for (int32_t d = 0; d < state->chain->room.desks; d++) {
        wave->past[d] = (struct spenn_past){0};
    }
}

double spenn_desk_hours(const struct spenn_sim_state *state, int32_t d)
{
    double servers = state->plan->desk[d].servers;
    return !state->wave ? servers * (state->to - state->from)
                        : state->wave->past[d].servers
            + servers * spenn_overlap(state, state->wave->since, state->to);
}

/* Since the last wave: services in hours of the leader's own week, committed hours. */
static double work_since(
    const struct spenn_sim_state *state, int32_t d, double until, double busy)
{
    const struct spenn_plan_desk *desk = &state->plan->desk[d];
    double since = state->wave ? state->wave->since : state->from;
    double work = busy * desk->share;
    if (d < state->plan->m->units.count) {
        work += desk->servers * state->plan->hours.committed[d]
            * spenn_overlap(state, since, until) / SPENN_WEEK;
    }
    return work;
}

double spenn_desk_work(const struct spenn_sim_state *state, int32_t d, double until)
{
    double busy = state->desk[d].busy;
    return !state->wave ? work_since(state, d, until, busy)
                        : state->wave->past[d].work
            + work_since(state, d, until, busy - state->wave->past[d].busy);
}

static void add_desk(struct spenn_desk *to, const struct spenn_desk *from)
{
    to->busy += from->busy;
    to->present += from->present;
    to->wait += from->wait;
    to->visits += from->visits;
    to->closed += from->closed;
    to->lead += from->lead;
}

/* The past of desk d of the plan that ends now. */
static struct spenn_past past_of(const struct spenn_sim_state *state, int32_t d)
{
    const struct spenn_wave_state *wave = state->wave;
    struct spenn_past past = {.busy = state->desk[d].busy};
    past.servers = wave->past[d].servers
        + state->plan->desk[d].servers * spenn_overlap(state, wave->since, state->now);
    past.work = spenn_desk_work(state, d, state->now);
    return past;
}

static void add_past(struct spenn_past *to, const struct spenn_past *from)
{
    to->servers += from->servers;
    to->work += from->work;
    to->busy += from->busy;
}

/* Desks of the next plan, empty but for the sums of those that they follow. */
void spenn_wave_desks(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_wave_state *wave = state->wave;
    struct spenn_desk *old = state->desk;
    for (int32_t d = 0; d < h->from->desk_count; d++) {
        wave->before[d] = past_of(state, d);
    }
    state->desk = wave->desk;
    wave->desk = old;
    state->plan = h->to;
    spenn_state_reset_desks(state);
    for (int32_t d = 0; d < h->to->desk_count; d++) {
        wave->past[d] = (struct spenn_past){0};
    }
    for (int32_t d = 0; d < h->from->desk_count; d++) {
        int32_t to = h->sums[d];
        add_desk(to == SPENN_NONE ? &wave->sums : &state->desk[to], &old[d]);
        add_past(to == SPENN_NONE ? &wave->gone : &wave->past[to], &wave->before[d]);
    }
    wave->since = fmax(state->now, state->from);
    if (state->inform) {
        spenn_inform_pass(state, h);
    }
    if (state->ladder) {
        spenn_ladder_pass(state, h);
    }
}

void spenn_wave_skip(struct spenn_sim_state *state)
{
    struct spenn_wave_state *wave = state->wave;
    const struct spenn_handover *h = &state->chain->wave[wave->passed++];
    struct spenn_forum_state *old = state->forum;
    spenn_wave_desks(state, h);
    state->forum = wave->forum;
    wave->forum = old;
    for (int32_t f = 0; f < h->to->forum_count; f++) {
        state->forum[f] = (struct spenn_forum_state){0};
    }
    for (int32_t f = 0; f < h->from->forum_count; f++) {
        if (h->forum[f] != SPENN_NONE) {
            state->forum[h->forum[f]] = old[f];
        }
    }
}
