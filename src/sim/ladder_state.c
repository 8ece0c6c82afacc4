/* SPDX-License-Identifier: MIT
 * Memory of the ladder: a record and a row of parties for each case on it, which double
 * when they are full; and the luck of cases and parties. */
#include "engine.h"
#include "ladder.h"

enum { first_rounds = 64, attempts = 4 };

static void make_rounds(struct spenn_sim_state *state, int32_t room)
{
    struct spenn_ladder_state *ladder = state->ladder;
    struct spenn_round *round = spenn_state_make(state, room, sizeof *round);
    spenn_id *party =
        spenn_state_make(state, (int64_t)room * ladder->width, sizeof *party);
    for (int32_t r = 0; r < ladder->used; r++) {
        round[r] = ladder->round[r];
    }
    for (int64_t i = 0; i < (int64_t)ladder->used * ladder->width; i++) {
        party[i] = ladder->party[i];
    }
    ladder->round = round;
    ladder->party = party;
    ladder->room = room;
}

struct spenn_ladder_state *spenn_ladder_state_new(
    struct spenn_sim_state *state, int32_t units, int32_t width)
{
    struct spenn_arena *memory = &state->memory;
    struct spenn_ladder_state *ladder = spenn_state_make(state, 1, sizeof *ladder);
    size_t tasks = (size_t)state->plan->task_count, count = (size_t)units;
    state->ladder = ladder;
    ladder->width = width;
    ladder->task = spenn_arena_alloc(memory, tasks, sizeof *ladder->task);
    ladder->hours = spenn_state_make(state, units, sizeof *ladder->hours);
    ladder->before = spenn_arena_alloc(memory, count, sizeof *ladder->before);
    ladder->luck = spenn_arena_alloc(memory, (size_t)width, sizeof *ladder->luck);
    ladder->span = spenn_span_make(memory, units);
    make_rounds(state, first_rounds);
    return ladder;
}

void spenn_ladder_reset(struct spenn_sim_state *state)
{
    struct spenn_ladder_state *ladder = state->ladder;
    ladder->used = 0;
    ladder->free = SPENN_NONE;
    ladder->gone = 0.0;
    for (int32_t t = 0; t < state->plan->task_count; t++) {
        ladder->task[t] = (struct spenn_ladder_sums){0};
    }
    for (spenn_id u = 0; u < state->plan->m->units.count; u++) {
        ladder->hours[u] = 0.0;
    }
}

int32_t spenn_round_take(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_ladder_state *ladder = state->ladder;
    int32_t r = ladder->free;
    if (r != SPENN_NONE) {
        ladder->free = ladder->round[r].slot;
    } else {
        if (ladder->used == ladder->room) {
            make_rounds(state, 2 * ladder->room);
        }
        r = ladder->used++;
    }
    ladder->round[r] =
        (struct spenn_round){.slot = slot, .visit = SPENN_NONE, .since = state->now};
    return r;
}

void spenn_round_give(struct spenn_sim_state *state, int32_t r)
{
    state->ladder->round[r].parties = 0;
    state->ladder->round[r].slot = state->ladder->free;
    state->ladder->free = r;
}

struct spenn_parties spenn_round_parties(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_ladder_state *ladder = state->ladder;
    return (struct spenn_parties){
        ladder->party + (int64_t)r * ladder->width, ladder->round[r].parties};
}

const struct spenn_plan_ladder *spenn_round_ladder(
    const struct spenn_sim_state *state, const struct spenn_round *round)
{
    return &state->plan->ladder->task[state->item[round->slot].task];
}

struct spenn_draws spenn_round_draw(
    const struct spenn_sim_state *state, const struct spenn_round *round)
{
    const struct spenn_case *item = &state->item[round->slot];
    uint32_t attempt = (uint32_t)(attempts * round->round + round->tried);
    return spenn_random_draw(&state->random, state->stream[item->stream].key,
        item->number, attempt, SPENN_BLOCK_LADDER);
}

struct spenn_draws spenn_party_draw(const struct spenn_sim_state *state,
    const struct spenn_round *round, uint64_t key, uint32_t block)
{
    const struct spenn_case *item = &state->item[round->slot];
    uint32_t attempt = (uint32_t)(attempts * round->round + round->tried);
    return spenn_random_draw(&state->random, state->stream[item->stream].key ^ key,
        item->number, attempt, block);
}
