/* SPDX-License-Identifier: MIT
 * Joint action is done: after the decision each party does its part at its own desk, all
 * at once, and the case is closed when the last is done. */
#include "engine.h"
#include "ladder.h"
#include "mutant.h"

bool spenn_parts_begin(struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    struct spenn_round *round = r == SPENN_NONE ? NULL : &state->ladder->round[r];
    int32_t t = state->item[slot].task;
    const struct spenn_ladder_plan *plan = state->plan->ladder;
    if (!round || round->step < 4 || !plan || !(plan->task[t].part.mean > 0.0)) {
        return false;
    }
    round->phase = SPENN_PHASE_PARTS;
    round->round = round->tried = 0; /* luck is the same whatever came before */
    round->since = state->now;
    state->item[slot].stage = SPENN_STAGE_PARTS;
    struct spenn_parties parties = spenn_round_parties(state, r);
    for (int32_t i = 0; i < parties.count; i++) {
        spenn_id u = parties.unit[i];
        spenn_visit_begin(
            state, r, spenn_work_desk(state->plan, u), (spenn_id[]){u, SPENN_NONE});
        parties = spenn_round_parties(state, r);
    }
    return true;
}

double spenn_parts_hours(
    const struct spenn_sim_state *state, const struct spenn_round *round, double u)
{
    const struct spenn_ladder_plan *plan = state->plan->ladder;
    const struct spenn_law_ready *law = &plan->task[state->item[round->slot].task].part;
    bool again = !round->understood && !SPENN_MUTANT(REWORK);
    return spenn_law_value(law, u) * (again ? 1.0 + plan->rework : 1.0);
}

void spenn_parts_done(struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_case *item = &state->item[round->slot];
    struct spenn_ladder_sums *sums = &state->ladder->task[item->task];
    if (item->flags & SPENN_FOLLOWED) {
        sums->done++;
        sums->doing += state->now - round->since;
    }
    spenn_case_leave(state, round->slot);
}
