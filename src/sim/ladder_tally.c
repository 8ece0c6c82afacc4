/* SPDX-License-Identifier: MIT
 * What coordination came to and what it cost. */
#include "engine.h"
#include "ladder.h"
#include "measures.h"
#include "mutant.h"
#include "quantity.h"

#include <math.h>

void spenn_ladder_count(struct spenn_sim_state *state, const struct spenn_round *round)
{
    const struct spenn_case *item = &state->item[round->slot];
    struct spenn_ladder_sums *sums = &state->ladder->task[item->task];
    if (!(item->flags & SPENN_FOLLOWED)) {
        return;
    }
    sums->cases++;
    sums->solved += round->step >= state->plan->ladder->task[item->task].needed;
    sums->step[round->step]++;
    sums->arbitrated += round->arbitrated;
    sums->vetoed += round->vetoed;
    sums->rounds += round->round + 1;
    sums->messages += round->messages + SPENN_MUTANT(MESSAGES);
    sums->hours += state->now - round->since;
}

void spenn_ladder_worked(struct spenn_sim_state *state, int32_t slot, double until)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_desk *desk = &state->plan->desk[item->desk];
    if (item->attempt == SPENN_PHASE_PARTS) {
        return;
    }
    state->ladder->hours[desk->unit] +=
        desk->share * spenn_overlap(state, item->started, until);
}

/* Its share of the meeting, for every leader there, with preparation. */
void spenn_ladder_met(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_model *m = state->plan->m;
    spenn_id f = state->item[slot].step;
    double hours = spenn_plan_place(state->plan, state->item[slot].task, f)
        * state->plan->forum[f].lasts * (1.0 + m->forums.preparation[f]);
    if (!(state->now > state->from && state->now <= state->to)) {
        return;
    }
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        state->ladder->hours[u] += hours * m->units.leaders[u];
    }
}

static void add(struct spenn_ladder_sums *to, const struct spenn_ladder_sums *from)
{
    to->cases += from->cases;
    to->solved += from->solved;
    for (int32_t q = 0; q < 5; q++) {
        to->step[q] += from->step[q];
    }
    to->arbitrated += from->arbitrated;
    to->vetoed += from->vetoed;
    to->rounds += from->rounds;
    to->messages += from->messages;
    to->hours += from->hours;
    to->done += from->done;
    to->doing += from->doing;
}

/* A week, of a unit, a layer or all. */
static double hours_of(const struct spenn_sim_state *state, int32_t over, int32_t of)
{
    const struct spenn_sim_plan *plan = state->plan;
    double sum = over == SPENN_OVER_WHOLE ? state->ladder->gone : 0.0;
    for (spenn_id u = 0; u < plan->m->units.count; u++) {
        bool counts = over == SPENN_OVER_WHOLE
            || (over == SPENN_OVER_LAYERS ? plan->layer[u] == of : u == of);
        sum += counts ? state->ladder->hours[u] : 0.0;
    }
    return sum * SPENN_WEEK / (state->to - state->from);
}

static double mean_step(const struct spenn_ladder_sums *sums)
{
    double sum = 0.0;
    for (int32_t q = 1; q < 5; q++) {
        sum += q * (double)sums->step[q];
    }
    return sum;
}

static double sum_of(const struct spenn_ladder_sums *sums, int32_t row)
{
    switch (row) {
    case SPENN_SOLVED:
        return (double)sums->solved;
    case SPENN_STEP:
        return mean_step(sums);
    case SPENN_COORDINATION_TIME:
        return sums->hours;
    case SPENN_ARBITRATIONS:
        return (double)sums->arbitrated;
    case SPENN_VETOED:
        return (double)sums->vetoed;
    case SPENN_TRIES:
        return (double)sums->rounds;
    case SPENN_MESSAGES:
        return (double)sums->messages;
    default:
        return (double)sums->step[row - SPENN_STEP_0];
    }
}

double spenn_ladder_value(
    const struct spenn_sim_state *state, int32_t row, int32_t over, int32_t of)
{
    struct spenn_ladder_sums sums = {0};
    if (row == SPENN_COORDINATION_HOURS) {
        return hours_of(state, over, of);
    }
    for (int32_t t = 0; t < state->plan->task_count; t++) {
        if (over == SPENN_OVER_WHOLE || t == of) {
            add(&sums, &state->ladder->task[t]);
        }
    }
    if (row == SPENN_IMPLEMENTATION_TIME) {
        return sums.done > 0 ? sums.doing / (double)sums.done : NAN;
    }
    return sums.cases > 0 ? sum_of(&sums, row) / (double)sums.cases : NAN;
}
