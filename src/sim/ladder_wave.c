/* SPDX-License-Identifier: MIT
 * A wave and the ladder: parties are those who go on with the units' work; visits stand
 * at their desks. Where two parties have become one it is asked once. (No change ends a
 * coordination.) */
#include "chain.h"
#include "engine.h"
#include "ladder.h"

#include <assert.h>

static void map_parties(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t r)
{
    struct spenn_ladder_state *ladder = state->ladder;
    spenn_id *party = ladder->party + (int64_t)r * ladder->width;
    struct spenn_parties kept = {party, 0};
    for (int32_t i = 0; i < ladder->round[r].parties; i++) {
        spenn_id now = h->desk[party[i]];
        if (!spenn_parties_have(&kept, now)) {
            party[kept.count++] = now;
        }
    }
    ladder->round[r].parties = kept.count;
}

static void map_visits(
    struct spenn_sim_state *state, const struct spenn_handover *h, int32_t first)
{
    for (int32_t slot = first; slot != SPENN_NONE; slot = state->cold[slot].next_visit) {
        spenn_id *with = &state->item[slot].step;
        state->cold[slot].unit = h->desk[state->cold[slot].unit];
        *with = *with == SPENN_NONE ? SPENN_NONE : h->desk[*with];
    }
}

/* Whether what was decided is done under the new plan too. */
static bool is_to_do(const struct spenn_sim_state *state, const struct spenn_handover *h,
    const struct spenn_round *round)
{
    const struct spenn_ladder_plan *ladder = h->to->ladder;
    return ladder && ladder->task[state->item[round->slot].task].part.mean > 0.0;
}

void spenn_ladder_wave(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    for (int32_t r = 0; r < state->ladder->used; r++) {
        struct spenn_round *round = &state->ladder->round[r];
        if (round->parties == 0) {
            continue;
        }
        if (round->phase == SPENN_PHASE_PARTS && !is_to_do(state, h, round)) {
            spenn_visits_drop(state, round);
            spenn_case_leave(state, round->slot);
            continue;
        }
        assert(h->to->task[state->item[round->slot].task].coordinates);
        map_parties(state, h, r);
        map_visits(state, h, round->visit);
    }
}

void spenn_ladder_pass(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_ladder_state *ladder = state->ladder;
    double *old = ladder->hours;
    ladder->hours = ladder->before;
    ladder->before = old;
    for (spenn_id u = 0; u < h->to->m->units.count; u++) {
        ladder->hours[u] = 0.0;
    }
    for (spenn_id u = 0; u < h->from->m->units.count; u++) {
        spenn_id to = h->sums[u];
        *(to == SPENN_NONE ? &ladder->gone : &ladder->hours[to]) += old[u];
    }
}
