/* SPDX-License-Identifier: MIT
 * Forums: meetings at a fixed interval from a keyed phase. Items are taken when a meeting
 * starts, as many as agenda and hours allow, and concluded or returned when it ends. */
#include "mutant.h"
#include "queue.h"

#include <math.h>

enum { most_presentations = 3 };

static struct spenn_forum_state *forum_of(struct spenn_sim_state *state, int32_t slot)
{
    return &state->forum[state->item[slot].step];
}

static void schedule(struct spenn_sim_state *state, int32_t f)
{
    const struct spenn_plan_forum *planned = &state->plan->forum[f];
    struct spenn_forum_state *forum = &state->forum[f];
    double time = forum->sits
        ? state->now + planned->lasts
        : forum->phase + (double)forum->number++ * planned->interval;
    if (SPENN_MUTANT(INTERVAL) && !forum->sits && forum->number > 1) {
        time = state->now + planned->interval;
    }
    spenn_events_push(&state->events, state->plan->stream_count + f,
        time > state->now ? time : state->now, spenn_tie(1, planned->key));
}

double spenn_forum_phase(const struct spenn_sim_state *state, int32_t f)
{
    const struct spenn_plan_forum *planned = &state->plan->forum[f];
    struct spenn_draws draws = spenn_random_draw(&state->random, planned->key, 0, 0, 0);
    return (SPENN_MUTANT(PHASE) ? 0.0 : draws.u[0]) * planned->interval;
}

int64_t spenn_forum_number(const struct spenn_sim_state *state, int32_t f, double time)
{
    double interval = state->plan->forum[f].interval;
    double number = ceil((time - state->forum[f].phase) / interval);
    return number > 0.0 ? (int64_t)number : 0;
}

void spenn_forum_open(struct spenn_sim_state *state, int32_t f)
{
    state->forum[f] = (struct spenn_forum_state){
        .agenda = {SPENN_NONE, SPENN_NONE},
        .meeting = {SPENN_NONE, SPENN_NONE},
        .phase = spenn_forum_phase(state, f),
    };
    state->forum[f].number = spenn_forum_number(state, f, state->now);
    schedule(state, f);
}

void spenn_forum_begin(struct spenn_sim_state *state)
{
    for (int32_t f = 0; f < state->plan->forum_count; f++) {
        spenn_forum_open(state, f);
    }
}

void spenn_forum_wait(struct spenn_sim_state *state, int32_t slot)
{
    state->item[slot].stage = SPENN_STAGE_AGENDA;
    state->item[slot].entered = state->now;
    state->item[slot].flags |= SPENN_WAITING;
    if (state->weekly.value) {
        spenn_tally_step(state, SPENN_SERIES_ITEMS, 1.0);
    }
}

void spenn_forum_enter(struct spenn_sim_state *state, int32_t slot, int32_t f)
{
    struct spenn_forum_state *forum = &state->forum[f];
    struct spenn_case *item = &state->item[slot];
    item->stage = SPENN_STAGE_AGENDA;
    item->step = f;
    if ((item->flags & SPENN_LATE) && spenn_case_late(state, slot)) {
        return;
    }
    spenn_forum_wait(state, slot);
    spenn_queue_append(state->item, &forum->agenda.head, &forum->agenda.tail, slot);
}

void spenn_forum_leave(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_forum_state *forum = forum_of(state, slot);
    struct spenn_case *item = &state->item[slot];
    spenn_queue_remove(state->item, &forum->agenda.head, &forum->agenda.tail, slot);
    item->flags &= (uint8_t)~SPENN_WAITING;
    forum->present += spenn_overlap(state, item->entered, state->now);
    if (state->weekly.value) {
        spenn_tally_step(state, SPENN_SERIES_ITEMS, -1.0);
    }
}

static void take_item(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_forum_state *forum = forum_of(state, slot);
    struct spenn_case *item = &state->item[slot];
    spenn_forum_leave(state, slot);
    item->stage = SPENN_STAGE_MEETING;
    if (item->flags & SPENN_FOLLOWED) {
        forum->wait += state->now - item->entered;
        forum->waits++;
    }
    if (state->now > state->from && state->now <= state->to) {
        forum->taken += spenn_plan_place(state->plan, item->task, item->step);
    }
    if (spenn_ladder_holds(state, slot)) {
        spenn_ladder_met(state, slot);
    }
    item->entered = state->now;
    spenn_queue_append(state->item, &forum->meeting.head, &forum->meeting.tail, slot);
}

static void start_meeting(struct spenn_sim_state *state, int32_t f)
{
    const struct spenn_plan_forum *planned = &state->plan->forum[f];
    struct spenn_forum_state *forum = &state->forum[f];
    int32_t room = planned->agenda + SPENN_MUTANT(AGENDA), items = 0;
    double hours = 0.0;
    forum->meetings += state->now > state->from && state->now <= state->to;
    while (forum->agenda.head != SPENN_NONE && items < room) {
        int32_t t = state->item[forum->agenda.head].task;
        hours += state->plan->task[t].decision.mean;
        if (items > 0 && hours > planned->lasts * (1.0 + 1e-9)) {
            break;
        }
        take_item(state, forum->agenda.head);
        items++;
    }
    forum->sits = items > 0;
}

/* A returned item waits for the next meeting, before the new ones, unless its patience
 * ran out meanwhile. */
static void return_item(
    struct spenn_sim_state *state, int32_t slot, struct spenn_queue *returned)
{
    struct spenn_case *item = &state->item[slot];
    item->stage = SPENN_STAGE_AGENDA;
    if ((item->flags & SPENN_LATE) && spenn_case_late(state, slot)) {
        return;
    }
    spenn_forum_wait(state, slot);
    spenn_queue_append(state->item, &returned->head, &returned->tail, slot);
}

/* True when the item is returned. */
static bool decide(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_forum_state *forum = forum_of(state, slot);
    const struct spenn_case *item = &state->item[slot];
    uint32_t attempt = (uint32_t)state->cold[slot].presented;
    struct spenn_draws draws =
        spenn_random_draw(&state->random, state->stream[item->stream].key, item->number,
            SPENN_MUTANT(CONCLUSION) ? 0 : attempt, SPENN_BLOCK_ATTEMPT);
    bool followed = (item->flags & SPENN_FOLLOWED) != 0;
    if (draws.u[SPENN_LANE_CONCLUSION] < state->plan->task[item->task].conclude) {
        forum->concluded += followed;
        spenn_case_close(state, slot, true);
        return false;
    }
    if (++state->cold[slot].presented == most_presentations) {
        forum->outside += followed;
        spenn_case_alone(state, slot, state->plan->forum[item->step].chair);
        return false;
    }
    return true;
}

static void end_item(
    struct spenn_sim_state *state, int32_t slot, struct spenn_queue *returned)
{
    forum_of(state, slot)->present +=
        spenn_overlap(state, state->item[slot].entered, state->now);
    bool again = spenn_ladder_holds(state, slot) ? spenn_ladder_presented(state, slot)
                                                 : decide(state, slot);
    if (again) {
        return_item(state, slot, returned);
    }
}

static void splice(
    struct spenn_case *item, struct spenn_queue *first, const struct spenn_queue *then)
{
    if (first->head == SPENN_NONE) {
        *first = *then;
    } else if (then->head != SPENN_NONE) {
        item[first->tail].next = then->head;
        item[then->head].previous = first->tail;
        first->tail = then->tail;
    }
}

static void end_meeting(struct spenn_sim_state *state, int32_t f)
{
    struct spenn_forum_state *forum = &state->forum[f];
    struct spenn_queue returned = {SPENN_NONE, SPENN_NONE};
    int32_t slot = forum->meeting.head;
    forum->meeting = (struct spenn_queue){SPENN_NONE, SPENN_NONE};
    while (slot != SPENN_NONE) {
        int32_t next = state->item[slot].next;
        end_item(state, slot, &returned);
        slot = next;
    }
    if (SPENN_MUTANT(RETURN_LAST)) {
        splice(state->item, &forum->agenda, &returned);
    } else {
        splice(state->item, &returned, &forum->agenda);
        forum->agenda = returned;
    }
    forum->sits = false;
}

void spenn_forum_meet(struct spenn_sim_state *state, int32_t f)
{
    if (state->forum[f].sits) {
        end_meeting(state, f);
    } else {
        start_meeting(state, f);
    }
    schedule(state, f);
}
