/* SPDX-License-Identifier: MIT
 * One replication: take the first event, let the world change, until every case of the
 * window is closed. */
#include "engine.h"

#include <math.h>

static void happen(struct spenn_sim_state *state, int32_t node)
{
    int32_t at = node - state->first_slot;
    if (at >= 0) {
        if (at & 1) {
            spenn_case_deadline(state, at >> 1);
        } else {
            spenn_desk_finish(state, at >> 1);
        }
    } else if (node < state->plan->stream_count) {
        spenn_case_arise(state, node);
    } else {
        spenn_forum_meet(state, node - state->plan->stream_count);
    }
}

/* Fetches what the event after next and the next one will touch. */
static void fetch_ahead(const struct spenn_sim_state *state)
{
    const struct spenn_events *events = &state->events;
    const int32_t *next = &events->line->node[events->ahead];
    if (events->ahead < 2) {
        return;
    }
    int32_t later = next[-2] - state->first_slot, at = next[-1];
    if (later >= 0) {
        __builtin_prefetch(&state->item[later / 2]);
    } else if (next[-2] < state->plan->stream_count) {
        __builtin_prefetch(&state->stream[next[-2]]);
        __builtin_prefetch(&state->coming[next[-2]]);
        __builtin_prefetch(&events->event[next[-2]]);
    }
    if (at >= state->first_slot) {
        __builtin_prefetch(&state->desk[state->item[(at - state->first_slot) / 2].desk]);
    } else if (at < state->plan->stream_count) {
        __builtin_prefetch(&state->desk[state->stream[at].desk]);
    }
}

static void play(struct spenn_sim_state *state, double horizon)
{
    for (;;) {
        int32_t node = spenn_events_pop(&state->events);
        if (node < 0) {
            break;
        }
        double time = state->events.now;
        if (time > state->to && (state->open == 0 || time > horizon)) {
            break;
        }
        state->now = time;
        state->count++;
        if (!state->events.heaped) {
            fetch_ahead(state);
        }
        happen(state, node);
    }
}

static void practise(
    struct spenn_sim_state *state, const struct spenn_sim_run *run, double *value)
{
    const struct spenn_sim_plan *plan = state->plan;
    struct spenn_practice_weekly weekly = {0};
    int32_t series = spenn_sim_series(plan);
    if (!state->practice) {
        return;
    }
    if (state->weekly.value) {
        weekly = (struct spenn_practice_weekly){
            state->weekly.value + SPENN_SERIES_PRACTICE, series, state->weekly.weeks};
    }
    struct spenn_practice_result result =
        spenn_practice_run(state->practice, run, weekly);
    value[plan->uniformity] = result.uniformity;
    value[plan->alignment] = result.alignment;
}

int32_t spenn_sim_series(const struct spenn_sim_plan *plan)
{
    return SPENN_SERIES_PRACTICE + (plan->practice ? 2 : 0);
}

struct spenn_sim_outcome spenn_sim_run(struct spenn_sim_state *state,
    const struct spenn_sim_run *run, double *value, double *weekly, int32_t weeks)
{
    double horizon = run->warm_up + 2.0 * run->duration;
    state->weekly = (struct spenn_weekly){weekly, weeks};
    for (int64_t i = 0; weekly && i < (int64_t)weeks * spenn_sim_series(state->plan);
         i++) {
        weekly[i] = 0.0;
    }
    spenn_state_reset(state, run);
    play(state, horizon);
    spenn_tally_values(state, value);
    spenn_tally_weeks(state);
    practise(state, run, value);
    double open = state->arisen ? (double)state->open / (double)state->arisen : 0.0;
    return (struct spenn_sim_outcome){open, state->arisen, state->count};
}
