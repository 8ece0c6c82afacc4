/* SPDX-License-Identifier: MIT
 * Visits for a case on the ladder: slots that stand at desks while the case waits. */
#include "engine.h"
#include "ladder.h"
#include "mutant.h"

/* One name for each pair of units: of a talk, which takes both as long, in any order; of
 * a message, by who reads it. */
static uint64_t pair_key(const struct spenn_sim_state *state,
    const struct spenn_round *round, spenn_id u, spenn_id v)
{
    const uint64_t *key = state->plan->ladder->key;
    if (v == SPENN_NONE) {
        return key[u];
    }
    return round->phase == SPENN_PHASE_UNDERSTANDING || SPENN_MUTANT(MESSAGES_LUCK)
        ? key[u] + key[v]
        : key[u] + 3 * key[v];
}

/* A number for the visit, so that events of one case at one time have an order. */
static uint32_t number_of(const struct spenn_sim_state *state,
    const struct spenn_round *round, const spenn_id who[2])
{
    const uint64_t *key = state->plan->ladder->key;
    uint64_t with = who[1] == SPENN_NONE ? 0 : key[who[1]];
    uint64_t name = state->item[round->slot].number;
    name = name * 8 + round->phase;
    name = name * 128 + (uint64_t)(4 * round->round + round->tried);
    name = (name ^ key[who[0]] ^ (with << 1 | with >> 63)) * 0x9e3779b97f4a7c15u;
    return (uint32_t)(name >> 32);
}

static int32_t add(
    struct spenn_sim_state *state, int32_t r, const spenn_id who[2], int32_t stage)
{
    int32_t slot = spenn_slot_take(state);
    struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_case *of = &state->item[round->slot];
    state->item[slot] = (struct spenn_case){
        .arose = state->now,
        .stream = of->stream,
        .task = of->task,
        .number = number_of(state, round, who),
        .step = who[1],
        .stage = (uint8_t)stage,
        .flags = of->flags & SPENN_FOLLOWED,
        .attempt = round->phase,
    };
    state->cold[slot] = (struct spenn_case_cold){
        .unit = who[0],
        .round = r,
        .previous_visit = SPENN_NONE,
        .next_visit = round->visit,
    };
    if (round->visit != SPENN_NONE) {
        state->cold[round->visit].previous_visit = slot;
    }
    round->visit = slot;
    return slot;
}

void spenn_visit_begin(
    struct spenn_sim_state *state, int32_t r, int32_t desk, const spenn_id who[2])
{
    spenn_desk_enter(state, add(state, r, who, SPENN_STAGE_VISIT), desk);
}

void spenn_visit_pause(struct spenn_sim_state *state, int32_t r, double hours)
{
    const spenn_id *party = spenn_round_parties(state, r).unit;
    int32_t slot = add(state, r, (spenn_id[]){party[0], SPENN_NONE}, SPENN_STAGE_PAUSE);
    spenn_events_push(&state->events, state->first_slot + 2 * slot, state->now + hours,
        spenn_slot_tie(state, slot, 0));
}

double spenn_visit_service(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case_cold *cold = &state->cold[slot];
    const struct spenn_round *round = &state->ladder->round[cold->round];
    uint64_t key = pair_key(state, round, cold->unit, state->item[slot].step);
    struct spenn_draws draws =
        spenn_party_draw(state, round, key, SPENN_BLOCK_VISIT + round->phase);
    if (round->phase == SPENN_PHASE_PARTS) {
        return spenn_parts_hours(state, round, draws.u[0]);
    }
    return spenn_law_value(&state->plan->ladder->law[round->phase], draws.u[0])
        * (SPENN_MUTANT(SERVICE_MEAN) ? 1.1 : 1.0);
}

static void take_out(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case_cold *cold = &state->cold[slot];
    int32_t before = cold->previous_visit, after = cold->next_visit;
    if (before == SPENN_NONE) {
        state->ladder->round[cold->round].visit = after;
    } else {
        state->cold[before].next_visit = after;
    }
    if (after != SPENN_NONE) {
        state->cold[after].previous_visit = before;
    }
}

void spenn_visit_served(struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    if (state->item[slot].stage == SPENN_STAGE_VISIT) {
        spenn_ladder_worked(state, slot, state->now);
    }
    if (r != SPENN_NONE) {
        take_out(state, slot);
    }
    spenn_slot_give(state, slot);
    if (r != SPENN_NONE && SPENN_MUTANT(JOIN)) {
        spenn_visits_drop(state, &state->ladder->round[r]);
    }
    if (r != SPENN_NONE && state->ladder->round[r].visit == SPENN_NONE) {
        spenn_ladder_visited(state, r);
    }
}

void spenn_visits_drop(struct spenn_sim_state *state, struct spenn_round *round)
{
    int32_t next;
    for (int32_t slot = round->visit; slot != SPENN_NONE; slot = next) {
        next = state->cold[slot].next_visit;
        state->cold[slot].round = SPENN_NONE;
        if (state->item[slot].flags & SPENN_WAITING) {
            spenn_desk_leave(state, slot);
            spenn_slot_give(state, slot);
        }
    }
    round->visit = SPENN_NONE;
}
