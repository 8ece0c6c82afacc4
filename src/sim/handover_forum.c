/* SPDX-License-Identifier: MIT
 * A wave and the forums: calendars go on, items stay or go to the forum that decides the
 * task now, else up the line. */
#include "chain.h"
#include "queue.h"

#include <math.h>

void spenn_wave_keep_due(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    for (int32_t f = 0; f < h->from->forum_count; f++) {
        state->wave->due[f] = state->events.event[h->from->stream_count + f].time;
    }
}

/* The forum as it was: its meetings and sums, but no items yet. */
static void go_on_meeting(struct spenn_sim_state *state, const struct spenn_handover *h,
    int32_t from, int32_t to)
{
    const struct spenn_forum_state *old = &state->wave->forum[from];
    const struct spenn_plan_forum *planned = &h->to->forum[to];
    struct spenn_forum_state *forum = &state->forum[to];
    double due = state->wave->due[from];
    *forum = *old;
    forum->agenda = forum->meeting = (struct spenn_queue){SPENN_NONE, SPENN_NONE};
    if (h->from->forum[from].interval != planned->interval) {
        forum->phase = spenn_forum_phase(state, to);
        forum->number = spenn_forum_number(state, to, old->sits ? due : state->now);
    }
    if (h->from->forum[from].interval != planned->interval && !old->sits) {
        due = forum->phase + (double)forum->number++ * planned->interval;
    }
    spenn_events_push(
        &state->events, h->to->stream_count + to, due, spenn_tie(1, planned->key));
}

/* Forums of the next plan, those that were before with their meetings. */
void spenn_wave_forums(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_forum_state *old = state->forum;
    state->forum = state->wave->forum;
    state->wave->forum = old;
    for (int32_t f = 0; f < h->to->forum_count; f++) {
        state->forum[f].phase = NAN;
    }
    for (int32_t f = 0; f < h->from->forum_count; f++) {
        if (h->forum[f] != SPENN_NONE) {
            go_on_meeting(state, h, f, h->forum[f]);
        }
    }
    for (int32_t f = 0; f < h->to->forum_count; f++) {
        if (isnan(state->forum[f].phase)) {
            spenn_forum_open(state, f);
        }
    }
}

/* The forum that goes on with an item, or SPENN_NONE: what is coordinated stays while the
 * forum is there. */
static int32_t forum_after(
    const struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    return spenn_ladder_holds(state, slot) ? h->forum[state->item[slot].step]
                                           : h->to->route[state->cold[slot].route].forum;
}

/* An item before a forum that does not decide its task any more waits for the one that
 * does, or is decided up the line (listed). */
static void send_item(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    int32_t f = forum_after(state, h, slot);
    bool waits = item->stage == SPENN_STAGE_AGENDA;
    item->step = f;
    if (f == SPENN_NONE) {
        bool coordinated = spenn_ladder_holds(state, slot);
        item->stage = coordinated ? SPENN_STAGE_COORDINATION : SPENN_STAGE_DECISION;
        item->flags &= (uint8_t)~SPENN_WAITING;
        spenn_wave_list(state, slot);
    } else {
        item->stage = SPENN_STAGE_AGENDA;
        item->flags |= SPENN_WAITING;
        spenn_queue_append(state->item, &state->forum[f].agenda.head,
            &state->forum[f].agenda.tail, slot);
    }
    if (state->weekly.value && waits != (f != SPENN_NONE)) {
        spenn_tally_step(state, SPENN_SERIES_ITEMS, waits ? -1.0 : 1.0);
    }
}

/* The items of one of the forum's queues that stay with it move on; the others are left.
 */
static void keep_items(struct spenn_sim_state *state, const struct spenn_handover *h,
    int32_t f, struct spenn_queue *old, bool meeting)
{
    struct spenn_queue left = {SPENN_NONE, SPENN_NONE};
    int32_t next;
    for (int32_t slot = old->head; slot != SPENN_NONE; slot = next) {
        next = state->item[slot].next;
        int32_t now = forum_after(state, h, slot);
        bool stays = now != SPENN_NONE && now == h->forum[f];
        struct spenn_forum_state *forum = stays ? &state->forum[now] : NULL;
        struct spenn_queue *queue = !stays ? &left
            : meeting                      ? &forum->meeting
                                           : &forum->agenda;
        state->item[slot].step = stays ? now : state->item[slot].step;
        spenn_queue_append(state->item, &queue->head, &queue->tail, slot);
    }
    *old = left;
}

void spenn_wave_items(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t f, bool stay)
{
    struct spenn_forum_state *old = &state->wave->forum[f];
    struct spenn_queue *queue[] = {&old->agenda, &old->meeting};
    for (int32_t q = 0; q < 2; q++) {
        int32_t next;
        if (stay) {
            keep_items(state, h, f, queue[q], q == 1);
            continue;
        }
        for (int32_t slot = queue[q]->head; slot != SPENN_NONE; slot = next) {
            next = state->item[slot].next;
            send_item(state, h, slot);
        }
    }
}
