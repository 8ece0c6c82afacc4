/* SPDX-License-Identifier: MIT
 * One replication: take the first event, let the world change, until every case of the
 * window is closed. */
#include "chain.h"
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

/* Fetches what an event will touch first. */
static void fetch_node(const struct spenn_sim_state *state, int32_t node)
{
    int32_t at = node - state->first_slot;
    if (at >= 0) {
        __builtin_prefetch(&state->item[at / 2]);
    } else if (node < state->plan->stream_count) {
        __builtin_prefetch(&state->stream[node]);
        __builtin_prefetch(&state->coming[node]);
    }
}

/* Fetches the desk of the next event, and all of a day that begins. */
static void fetch_ahead(const struct spenn_sim_state *state, int64_t *day)
{
    const struct spenn_events *events = &state->events;
    if (events->day != *day) {
        *day = events->day;
        for (int32_t i = events->ahead; i > 0; i--) {
            fetch_node(state, events->line->node[i - 1]);
        }
    }
    if (events->ahead > 0) {
        int32_t node = events->line->node[events->ahead - 1];
        int32_t at = node - state->first_slot;
        if (at >= 0) {
            __builtin_prefetch(&state->desk[state->item[at / 2].desk]);
        } else if (node < state->plan->stream_count) {
            __builtin_prefetch(&state->desk[state->stream[node].desk]);
        }
    }
}

static void set_halt(struct spenn_sim_state *state)
{
    double wave = spenn_wave_next(state);
    state->halt = wave < state->to ? wave : state->to;
}

/* What comes at the halt before the event at `time`: a wave, or the question whether one
 * comes (true: take the first event anew), or the end. */
static __attribute__((noinline)) bool halt(
    struct spenn_sim_state *state, int32_t node, double time, bool *end)
{
    double wave = spenn_wave_next(state), horizon = 2.0 * state->to - state->from;
    if (wave < time && wave < state->to) {
        state->now = wave;
        if (spenn_wave_comes(state)) {
            spenn_wave_pass(state);
        } else if (node >= 0) {
            spenn_events_push(&state->events, node, time, state->events.event[node].tie);
        }
        set_halt(state);
        return true;
    }
    *end = time > state->to && (state->open == 0 || time > horizon);
    return false;
}

static void play(struct spenn_sim_state *state)
{
    int64_t day = 0;
    bool end = false;
    set_halt(state);
    for (;;) {
        int32_t node = spenn_events_pop(&state->events);
        double time = node < 0 ? INFINITY : state->events.now;
        if (time > state->halt && halt(state, node, time, &end)) {
            continue;
        }
        if (end || node < 0) {
            break;
        }
        state->now = time;
        state->count++;
        if (!state->events.heaped) {
            fetch_ahead(state, &day);
        }
        happen(state, node);
    }
}

static void practise(
    struct spenn_sim_state *state, const struct spenn_sim_run *run, double *value)
{
    const struct spenn_sim_plan *plan = state->plan;
    struct spenn_practice_weekly weekly = {0};
    if (!state->practice) {
        return;
    }
    if (state->weekly.value) {
        weekly =
            (struct spenn_practice_weekly){state->weekly.value + SPENN_SERIES_UNIFORMITY,
                spenn_series_count, state->weekly.weeks};
    }
    struct spenn_practice_result result =
        spenn_practice_run(state->practice, run, weekly);
    value[plan->uniformity] = result.uniformity;
    value[plan->alignment] = result.alignment;
}

const struct spenn_sim_path spenn_sim_paths[] = {
    [SPENN_SERIES_CASES] = {"open-cases", "cases", "Åpne saker", "Open cases", true},
    [SPENN_SERIES_ITEMS] = {"items-waiting", "cases", "Saker som venter på møte",
        "Items waiting for a meeting", true},
    [SPENN_SERIES_UNIFORMITY] = {"uniformity", "share", "Lik praksis", "Uniformity",
        true},
    [SPENN_SERIES_ALIGNMENT] = {"alignment", "share", "Felles retning", "Alignment",
        true},
    [SPENN_SERIES_OWNERSHIP] = {"ownership", "share", "Eierskap", "Ownership", false},
};

int32_t spenn_sim_waves(const struct spenn_sim_plan *plan)
{
    return plan->chain ? plan->chain->count : 0;
}

bool spenn_sim_has_series(const struct spenn_sim_plan *plan, enum spenn_series k)
{
    bool practice = k == SPENN_SERIES_UNIFORMITY || k == SPENN_SERIES_ALIGNMENT;
    return k <= SPENN_SERIES_ITEMS || (practice && plan->practice)
        || (k == SPENN_SERIES_OWNERSHIP && plan->bond->rows > 0);
}

static void begin_weekly(const struct spenn_weekly *weekly)
{
    for (int64_t i = 0; weekly->value && i < (int64_t)weekly->weeks * spenn_series_count;
         i++) {
        weekly->value[i] = i % spenn_series_count > SPENN_SERIES_ITEMS ? NAN : 0.0;
    }
}

struct spenn_sim_outcome spenn_sim_run(struct spenn_sim_state *state,
    const struct spenn_sim_run *run, double *value, double *weekly, int32_t weeks)
{
    state->weekly = (struct spenn_weekly){weekly, weeks, run->weekly_from};
    begin_weekly(&state->weekly);
    spenn_state_reset(state, run);
    play(state);
    spenn_tally_values(state, value);
    spenn_tally_weeks(state);
    practise(state, run, value);
    double open = state->arisen ? (double)state->open / (double)state->arisen : 0.0;
    return (struct spenn_sim_outcome){open, state->arisen, state->count};
}
