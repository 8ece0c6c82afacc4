/* SPDX-License-Identifier: MIT
 * Desks: servers, and queues in order of priority, then of arrival. A service once begun
 * is never interrupted. */
#include "mutant.h"
#include "pace.h"
#include "queue.h"

static inline void begin_service(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    struct spenn_desk *desk = &state->desk[item->desk];
    if (item->flags & SPENN_FOLLOWED) {
        desk->wait += state->now - item->entered;
        desk->visits++;
    }
    double service = desk->pace * spenn_case_service(state, slot);
    if (state->pace) {
        service = spenn_pace_hours(state, item->desk, service);
    }
    item->started = state->now;
    spenn_events_push(&state->events, state->first_slot + 2 * slot, state->now + service,
        spenn_slot_tie(state, slot, 0));
}

static struct spenn_queue *queue_of(
    struct spenn_sim_state *state, int32_t desk, int32_t rank)
{
    return &state->queue[(int64_t)desk * state->plan->priorities + rank];
}

static int32_t rank_of(const struct spenn_sim_state *state, int32_t slot)
{
    return SPENN_MUTANT(IGNORE_PRIORITY)
        ? 0
        : state->plan->task[state->item[slot].task].priority;
}

static void append(struct spenn_sim_state *state, int32_t slot)
{
    int32_t d = state->item[slot].desk;
    struct spenn_desk *desk = &state->desk[d];
    if (state->waiting) {
        state->waiting[d]++;
    }
    if (state->plan->priorities == 1) {
        spenn_queue_append(state->item, &desk->head, &desk->tail, slot);
        return;
    }
    int32_t rank = rank_of(state, slot);
    struct spenn_queue *queue = queue_of(state, d, rank);
    spenn_queue_append(state->item, &queue->head, &queue->tail, slot);
    state->waits[2 * (int64_t)d + rank / 64] |= (uint64_t)1 << rank % 64;
}

static void take_out(struct spenn_sim_state *state, int32_t slot)
{
    int32_t d = state->item[slot].desk;
    struct spenn_desk *desk = &state->desk[d];
    state->item[slot].flags &= (uint8_t)~SPENN_WAITING;
    if (state->waiting) {
        state->waiting[d]--;
    }
    if (state->plan->priorities == 1) {
        spenn_queue_remove(state->item, &desk->head, &desk->tail, slot);
        return;
    }
    int32_t rank = rank_of(state, slot);
    struct spenn_queue *queue = queue_of(state, d, rank);
    spenn_queue_remove(state->item, &queue->head, &queue->tail, slot);
    if (queue->head == SPENN_NONE) {
        state->waits[2 * (int64_t)d + rank / 64] &= ~((uint64_t)1 << rank % 64);
    }
}

/* Who is served next, or SPENN_NONE. */
static int32_t first_waiting(struct spenn_sim_state *state, int32_t d)
{
    if (state->plan->priorities == 1) {
        return SPENN_MUTANT(LAST_FIRST) ? state->desk[d].tail : state->desk[d].head;
    }
    const uint64_t *waits = &state->waits[2 * (int64_t)d];
    if (!waits[0] && !waits[1]) {
        return SPENN_NONE;
    }
    int32_t rank = waits[0] ? __builtin_ctzll(waits[0]) : 64 + __builtin_ctzll(waits[1]);
    return queue_of(state, d, rank)->head;
}

void spenn_desk_enter(struct spenn_sim_state *state, int32_t slot, int32_t d)
{
    struct spenn_case *item = &state->item[slot];
    item->desk = d;
    item->entered = state->now;
    if (state->desk[d].idle > 0) {
        state->desk[d].idle--;
        begin_service(state, slot);
    } else if (!(item->flags & SPENN_LATE) || !spenn_case_late(state, slot)) {
        item->flags |= SPENN_WAITING;
        append(state, slot);
    }
}

void spenn_desk_leave(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    struct spenn_desk *desk = &state->desk[item->desk];
    take_out(state, slot);
    desk->present += spenn_overlap(state, item->entered, state->now);
    if (item->flags & SPENN_FOLLOWED) {
        desk->wait += state->now - item->entered;
        desk->visits++;
    }
}

void spenn_desk_finish(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    struct spenn_desk *desk = &state->desk[item->desk];
    if (item->stage <= SPENN_STAGE_AWAY) { /* it was at no desk */
        if (item->stage == SPENN_STAGE_AWAY) {
            spenn_case_arrive(state, slot);
        } else {
            spenn_visit_served(state, slot);
        }
        return;
    }
    desk->busy += spenn_overlap(state, item->started, state->now);
    desk->present += spenn_overlap(state, item->entered, state->now);
    int32_t next = first_waiting(state, item->desk);
    if (next == SPENN_NONE || desk->idle < 0) { /* fewer servers than before a wave */
        desk->idle++;
    } else {
        take_out(state, next);
        begin_service(state, next);
    }
    spenn_case_served(state, slot);
}

void spenn_desk_wait(struct spenn_sim_state *state, int32_t slot)
{
    append(state, slot);
}

void spenn_desk_fill(struct spenn_sim_state *state, int32_t d)
{
    struct spenn_desk *desk = &state->desk[d];
    int32_t next;
    while (desk->idle > 0 && (next = first_waiting(state, d)) != SPENN_NONE) {
        desk->idle--;
        take_out(state, next);
        begin_service(state, next);
    }
}
