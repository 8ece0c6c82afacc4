/* SPDX-License-Identifier: MIT
 * What parties answer. Party i has a net gain G_i ~ N(gain, 1) from joint action and
 * weighs it against the mean of all: U_i = own G_i + (1 - own) mean G. It agrees to joint
 * action if U_i > 0 and it owns the task, to doing no harm if U_i > -spare. */
#include "bond.h"
#include "engine.h"
#include "ladder.h"
#include "mutant.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum lane { LANE_GAIN, LANE_CONSENT, LANE_VETO, LANE_DRAWN };
enum lane_of_case { LANE_UNDERSTOOD, LANE_IMPOSED };

/* Answers belong to a round, whatever was tried at step 2 in it. */
static struct spenn_draws answer_draw(
    const struct spenn_sim_state *state, const struct spenn_round *round, spenn_id u)
{
    struct spenn_round asked = *round;
    asked.tried = 0;
    return spenn_party_draw(
        state, &asked, state->plan->ladder->key[u], SPENN_BLOCK_PARTY);
}

/* A half step up keeps the quantile finite. */
static double gain_of(
    const struct spenn_sim_state *state, const struct spenn_round *round, spenn_id u)
{
    double share = answer_draw(state, round, u).u[LANE_GAIN] + 0x1p-54;
    return spenn_round_ladder(state, round)->gain + gsl_cdf_ugaussian_Pinv(share);
}

static double mean_gain(const struct spenn_sim_state *state,
    const struct spenn_round *round, const struct spenn_parties *parties)
{
    double sum = 0.0;
    for (int32_t i = 0; i < parties->count; i++) {
        sum += gain_of(state, round, parties->unit[i]);
    }
    return sum / parties->count;
}

struct answers { /* of the other parties */
    int32_t joint, no_harm;
    bool vetoed;
};

static void ask(const struct spenn_sim_state *state, const struct spenn_round *round,
    spenn_id u, double mean, struct answers *answers)
{
    const struct spenn_ladder_plan *plan = state->plan->ladder;
    const struct spenn_plan_ladder *ladder = spenn_round_ladder(state, round);
    spenn_id t = state->item[round->slot].task;
    struct spenn_draws luck = answer_draw(state, round, u);
    double wants = ladder->own * gain_of(state, round, u) + (1.0 - ladder->own) * mean;
    double ready =
        spenn_bond_ownership(state, t, u) * (round->prepared ? 1.0 : plan->unprepared);
    bool agrees = wants > 0.0 || SPENN_MUTANT(CONSENT);
    answers->joint += agrees && luck.u[LANE_CONSENT] < ready;
    answers->no_harm += agrees || wants > -ladder->spare;
    answers->vetoed |=
        luck.u[LANE_VETO] < state->plan->m->units.veto[u] && !SPENN_MUTANT(VETO);
}

int32_t spenn_ladder_answer(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_plan_ladder *ladder = spenn_round_ladder(state, round);
    struct spenn_parties parties = spenn_round_parties(state, r);
    struct answers answers = {0};
    double mean = mean_gain(state, round, &parties);
    for (int32_t i = 1; i < parties.count; i++) {
        ask(state, round, parties.unit[i], mean, &answers);
    }
    int32_t needs = spenn_ladder_needs(ladder, parties.count - 1);
    bool joint = ladder->needed == 4 && round->phase == SPENN_PHASE_ANSWER;
    round->vetoed |= answers.vetoed;
    if (answers.vetoed) {
        return 0;
    }
    return joint && answers.joint >= needs ? 4 : answers.no_harm >= needs ? 3 : 0;
}

int32_t spenn_ladder_imposed(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_ladder_plan *plan = state->plan->ladder;
    struct spenn_round asked = *round;
    asked.tried = 0;
    double u =
        SPENN_MUTANT(IMPOSED) ? 0.0 : spenn_round_draw(state, &asked).u[LANE_IMPOSED];
    double joint = plan->imposed_joint * (round->prepared ? 1.0 : plan->unprepared);
    if (spenn_round_ladder(state, round)->needed == 4 && u < joint) {
        return 4;
    }
    return u < plan->imposed_no_harm ? 3 : 0;
}

bool spenn_ladder_understood(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    struct spenn_parties parties = spenn_round_parties(state, r);
    double tie = spenn_bond_tie(state, parties.unit, parties.count);
    struct spenn_round tried = *round;
    tried.tried = SPENN_MUTANT(ATTEMPT) ? 0 : round->tried;
    return spenn_round_draw(state, &tried).u[LANE_UNDERSTOOD]
        < spenn_ladder_understanding(state->plan->ladder, tie);
}

struct candidate {
    double luck;
    spenn_id unit;
};

/* Puts the candidate among the `count` parties so far if it is one of the `wanted` with
 * the least luck; returns how many there are then. */
static int32_t keep(
    double *luck, spenn_id *party, int32_t count, int32_t wanted, struct candidate next)
{
    if (count == wanted && luck[count - 1] <= next.luck) {
        return count;
    }
    int32_t i = count < wanted ? count++ : count - 1;
    for (; i > 0 && luck[i - 1] > next.luck; i--) {
        luck[i] = luck[i - 1];
        party[i] = party[i - 1];
    }
    luck[i] = next.luck;
    party[i] = next.unit;
    return count;
}

int32_t spenn_parties_draw(struct spenn_sim_state *state, int32_t slot, spenn_id *party)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_ladder_plan *plan = state->plan->ladder;
    const struct spenn_plan_ladder *ladder = &plan->task[item->task];
    const struct spenn_streams *streams = &state->plan->m->streams;
    const spenn_id *partner =
        state->plan->m->partners.unit + streams->first_partner[item->stream];
    int32_t others = 0;
    party[0] = state->cold[slot].unit;
    for (int32_t i = 0; i < streams->partners[item->stream]; i++) {
        uint64_t key = state->stream[item->stream].key ^ plan->key[partner[i]];
        struct spenn_draws draws =
            spenn_random_draw(&state->random, key, item->number, 0, SPENN_BLOCK_PARTY);
        if (partner[i] != party[0]) {
            others = keep(state->ladder->luck, party + 1, others, ladder->parties - 1,
                (struct candidate){draws.u[LANE_DRAWN], partner[i]});
        }
    }
    const struct spenn_parties drawn = {party, others + 1};
    bool joins = others > 0 && ladder->lead != SPENN_NONE
        && !spenn_parties_have(&drawn, ladder->lead);
    if (joins) {
        party[++others] = ladder->lead;
    }
    return others > 0 ? others + 1 : 0;
}
