/* SPDX-License-Identifier: MIT
 * When waves come: at a date, or once what a trigger watches has been above or below its
 * bound week by week for long enough. Weeks are those of the window; a week counts when
 * the plan before the wave ruled all of it. A week in which nothing was observed (nobody
 * waited for a meeting) leaves it as it was. */
#include "chain.h"
#include "engine.h"
#include "measures.h"
#include "quantity.h"

#include <math.h>

const char spenn_sim_watched[] = "utilisation, backlog, desk-wait, meeting-wait";

static bool is_watched(int32_t measure)
{
    return measure == SPENN_UTILISATION || measure == SPENN_BACKLOG
        || measure == SPENN_DESK_WAIT || measure == SPENN_MEETING_WAIT;
}

static int32_t slot_of(
    const struct spenn_sim_plan *plan, const struct spenn_sim_watch *watch)
{
    int32_t slot = spenn_results_find(&plan->slots, watch->measure, watch->subject);
    return slot >= 0 && is_watched(plan->slot[slot].measure) ? slot : -1;
}

bool spenn_sim_watchable(
    const struct spenn_sim_plan *plan, const struct spenn_sim_watch *watch)
{
    return slot_of(plan, watch) >= 0;
}

void spenn_watch_resolve(const struct spenn_sim_plan *plan,
    const struct spenn_sim_watch *given, struct spenn_watch *watch)
{
    *watch = (struct spenn_watch){
        true, given->above, slot_of(plan, given), given->bound, given->hours};
}

/* Whether a desk is of the row: of one desk, of a unit's both, or of all. */
static bool is_of(const struct spenn_sim_plan *plan, int32_t slot, int32_t desk)
{
    int32_t one = plan->slot[slot].desk;
    return plan->slots.over[slot] == SPENN_OVER_WHOLE
        || (one == SPENN_NONE ? plan->desk[desk].unit == plan->slots.row[slot]
                              : one == desk);
}

static double hours_so_far(const struct spenn_sim_state *state)
{
    return spenn_overlap(state, state->from, state->now);
}

/* Sums of what has ended. A desk that no case reaches is no part of its unit. */
static void add_desks(const struct spenn_sim_state *state, int32_t slot, double sums[4])
{
    const struct spenn_sim_plan *plan = state->plan;
    int32_t all = plan->slots.over[slot] == SPENN_OVER_WHOLE;
    spenn_id u = plan->slots.row[slot];
    int32_t first = all ? 0 : u, end = all ? plan->desk_count : u + 1;
    for (int32_t d = first; d < end; d++) {
        int32_t pair[] = {d, all ? SPENN_NONE : plan->case_desk[d]};
        for (int k = 0; k < 2; k++) {
            bool reached = pair[k] != SPENN_NONE && is_of(plan, slot, pair[k])
                && (plan->flows.utilisation[pair[k]] > 0.0 || plan->flows.bound[pair[k]]);
            const struct spenn_desk *desk = reached ? &state->desk[pair[k]] : NULL;
            sums[0] += desk ? desk->busy : 0.0;
            sums[1] += desk ? desk->present : 0.0;
            sums[2] += desk ? desk->wait : 0.0;
            sums[3] += desk ? (double)desk->visits : 0.0;
        }
    }
}

static double servers_of(const struct spenn_sim_plan *plan, int32_t slot)
{
    double servers = 0.0;
    for (int32_t d = 0; d < plan->desk_count; d++) {
        bool reached = plan->flows.utilisation[d] > 0.0 || plan->flows.bound[d];
        servers += reached && is_of(plan, slot, d) ? plan->desk[d].servers : 0;
    }
    return servers;
}

/* And of what is under way. */
static void add_open(const struct spenn_sim_state *state, int32_t slot, double sums[2])
{
    for (int32_t i = 0; i < state->used; i++) {
        const struct spenn_case *item = &state->item[i];
        if (!spenn_case_is_at_desk(item) || !is_of(state->plan, slot, item->desk)) {
            continue;
        }
        sums[1] += spenn_overlap(state, item->entered, state->now);
        if (!(item->flags & SPENN_WAITING)) {
            sums[0] += spenn_overlap(state, item->started, state->now);
        }
    }
}

static struct spenn_watched read_desks(
    const struct spenn_sim_state *state, int32_t slot, int32_t measure)
{
    double sums[4] = {0};
    add_desks(state, slot, sums);
    add_open(state, slot, sums);
    switch (measure) {
    case SPENN_UTILISATION:
        return (struct spenn_watched){
            sums[0], servers_of(state->plan, slot) * hours_so_far(state)};
    case SPENN_BACKLOG:
        return (struct spenn_watched){sums[1], hours_so_far(state)};
    default:
        return (struct spenn_watched){sums[2], sums[3]};
    }
}

static double items_present(const struct spenn_sim_state *state, int32_t f)
{
    double sum = state->forum[f].present;
    const int32_t head[] = {state->forum[f].agenda.head, state->forum[f].meeting.head};
    for (int32_t q = 0; q < 2; q++) {
        for (int32_t i = head[q]; i != SPENN_NONE; i = state->item[i].next) {
            sum += spenn_overlap(state, state->item[i].entered, state->now);
        }
    }
    return sum;
}

static struct spenn_watched read_forum(
    const struct spenn_sim_state *state, int32_t f, int32_t measure)
{
    const struct spenn_forum_state *forum = &state->forum[f];
    switch (measure) {
    case SPENN_UTILISATION:
        return (struct spenn_watched){forum->taken, (double)forum->meetings};
    case SPENN_BACKLOG:
        return (struct spenn_watched){items_present(state, f), hours_so_far(state)};
    default:
        return (struct spenn_watched){forum->wait, (double)forum->waits};
    }
}

static struct spenn_watched read_whole(
    const struct spenn_sim_state *state, int32_t slot, int32_t measure)
{
    struct spenn_watched sum = {0};
    if (measure == SPENN_BACKLOG) {
        sum = (struct spenn_watched){state->present, hours_so_far(state)};
        for (int32_t i = 0; i < state->used; i++) {
            const struct spenn_case *item = &state->item[i];
            sum.sum += spenn_case_is_open(item)
                ? spenn_overlap(state, item->arose, state->now)
                : 0.0;
        }
        return sum;
    }
    if (measure != SPENN_MEETING_WAIT) {
        return read_desks(state, slot, measure);
    }
    for (int32_t f = 0; f < state->plan->forum_count; f++) {
        sum.sum += state->forum[f].wait;
        sum.base += (double)state->forum[f].waits;
    }
    return sum;
}

struct spenn_watched spenn_watch_read(
    const struct spenn_sim_state *state, const struct spenn_watch *watch)
{
    const struct spenn_sim_plan *plan = state->plan;
    int32_t measure = plan->slot[watch->slot].measure;
    switch (plan->slots.over[watch->slot]) {
    case SPENN_OVER_FORUMS:
        return read_forum(state, plan->slots.row[watch->slot], measure);
    case SPENN_OVER_UNITS:
        return read_desks(state, watch->slot, measure);
    default:
        return read_whole(state, watch->slot, measure);
    }
}

static const struct spenn_handover *coming(const struct spenn_sim_state *state)
{
    return state->chain && state->wave->passed < state->chain->count
        ? &state->chain->wave[state->wave->passed]
        : NULL;
}

double spenn_wave_next(const struct spenn_sim_state *state)
{
    const struct spenn_handover *h = coming(state);
    int32_t passed = h ? state->wave->passed : 0;
    double last = passed ? state->wave->at[passed - 1] : 0.0;
    if (!h) {
        return INFINITY;
    }
    return h->watch.on ? state->wave->look : fmax(state->from + h->at, last);
}

/* The first week that begins now or later. */
static double next_week(const struct spenn_sim_state *state)
{
    double weeks = ceil((state->now - state->from) / SPENN_WEEK - 1e-9);
    return state->from + fmax(weeks, 0.0) * SPENN_WEEK;
}

void spenn_watch_begin(struct spenn_sim_state *state)
{
    state->wave->look = next_week(state);
    state->wave->held = -1.0; /* nothing is known of the week before */
}

/* Hours that the trigger has held after a week with these sums. */
static double held_after(const struct spenn_wave_state *wave,
    const struct spenn_watch *watch, struct spenn_watched now)
{
    double base = now.base - wave->watched.base;
    double held = fmax(wave->held, 0.0);
    if (wave->held < 0.0) {
        return 0.0;
    }
    if (!(base > 0.0)) {
        return held;
    }
    double mean = (now.sum - wave->watched.sum) / base;
    bool holds = watch->above ? mean > watch->bound : mean < watch->bound;
    return holds ? held + SPENN_WEEK : 0.0;
}

bool spenn_wave_comes(struct spenn_sim_state *state)
{
    struct spenn_wave_state *wave = state->wave;
    const struct spenn_handover *h = coming(state);
    if (!h->watch.on) {
        return true;
    }
    struct spenn_watched now = spenn_watch_read(state, &h->watch);
    wave->held = held_after(wave, &h->watch, now);
    wave->watched = now;
    wave->look += SPENN_WEEK;
    return wave->held > 0.0 && wave->held >= h->watch.hours
        && state->now >= state->from + h->at;
}

double spenn_sim_wave_came(const struct spenn_sim_state *state, int32_t wave)
{
    return state->wave->at[wave] - state->from;
}
