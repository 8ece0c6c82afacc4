/* SPDX-License-Identifier: MIT */
#include "bond.h"

#include "chain.h"
#include "engine.h"
#include "measures.h"

#include <math.h>

double spenn_bond_tie(
    const struct spenn_sim_state *state, const spenn_id *unit, int32_t units)
{
    double sum = 0.0;
    for (int32_t i = 0; i < units; i++) {
        for (int32_t j = i + 1; j < units; j++) {
            sum += spenn_tie_now(&state->bond->ties, unit[i], unit[j], state->now);
        }
    }
    return units > 1 ? 2.0 * sum / ((double)units * (units - 1)) : 0.0;
}

double spenn_bond_ownership(const struct spenn_sim_state *state, spenn_id t, spenn_id u)
{
    return spenn_ownership_now(&state->bond->ownership, t, u, state->now);
}

void spenn_bond_treated(
    struct spenn_sim_state *state, const spenn_id *unit, int32_t units)
{
    for (int32_t i = 0; i < units; i++) {
        for (int32_t j = i + 1; j < units; j++) {
            spenn_tie_jump(&state->bond->ties, unit[i], unit[j], state->now);
        }
    }
}

void spenn_bond_understood(
    struct spenn_sim_state *state, spenn_id t, const spenn_id *unit, int32_t units)
{
    for (int32_t i = 0; i < units; i++) {
        spenn_ownership_renew(&state->bond->ownership, t, unit[i], state->now);
    }
}

void spenn_bond_met(
    struct spenn_sim_state *state, spenn_id t, const spenn_id *unit, int32_t units)
{
    state->bond->task[t].sum += spenn_bond_tie(state, unit, units);
    state->bond->task[t].cases++;
}

struct spenn_bond_state *spenn_bond_state_new(
    struct spenn_sim_state *state, const struct spenn_room *room)
{
    if (room->owners == 0) {
        return NULL;
    }
    struct spenn_bond_state *bond = spenn_state_make(state, 1, sizeof *bond);
    int32_t tasks = state->last->task_count;
    int32_t eras = state->chain ? state->chain->count + 1 : 1;
    spenn_ties_new(&bond->ties, &state->memory, eras);
    spenn_ownership_new(
        &bond->ownership, &state->memory, (const int32_t[3]){room->owners, tasks, eras});
    bond->task = spenn_state_make(state, tasks, sizeof *bond->task);
    return bond;
}

static void take_phases(struct spenn_sim_state *state)
{
    struct spenn_ownership *ownership = &state->bond->ownership;
    const struct spenn_ownership_plan *plan = &state->plan->bond->ownership;
    for (spenn_id t = 0; t < plan->tasks; t++) {
        spenn_id f = plan->law[t].forum;
        ownership->phase[t] = f == SPENN_NONE ? 0.0 : state->forum[f].phase;
    }
}

static const struct spenn_tie_plan *ties_of(const struct spenn_sim_plan *plan)
{
    return plan->bond->rows ? &plan->bond->tie : NULL;
}

void spenn_bond_reset(struct spenn_sim_state *state)
{
    struct spenn_ownership *ownership = &state->bond->ownership;
    ownership->from = state->from;
    ownership->to = state->to;
    ownership->stride = spenn_series_count;
    ownership->weeks = state->weekly.weeks;
    ownership->weekly_from = state->weekly.from;
    ownership->weekly =
        state->weekly.value ? state->weekly.value + SPENN_SERIES_OWNERSHIP : NULL;
    for (int32_t w = 0; w < ownership->weeks && ownership->weekly; w++) {
        ownership->weekly[(int64_t)w * ownership->stride] = 0.0;
    }
    for (int32_t t = 0; t < state->plan->task_count; t++) {
        state->bond->task[t] = (struct spenn_tie_sum){0};
    }
    take_phases(state);
    spenn_ownership_reset(ownership, &state->plan->bond->ownership);
    spenn_ties_reset(&state->bond->ties, &state->memory, ties_of(state->plan));
}

void spenn_bond_leave(struct spenn_sim_state *state)
{
    spenn_ownership_leave(&state->bond->ownership, state->now);
}

void spenn_bond_pass(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    take_phases(state);
    spenn_ownership_pass(
        &state->bond->ownership, &h->to->bond->ownership, &h->lineage, state->now);
    spenn_ties_pass(&state->bond->ties, ties_of(h->to), &h->lineage, state->now);
}

void spenn_bond_finish(struct spenn_sim_state *state)
{
    spenn_ownership_finish(&state->bond->ownership);
}

double spenn_bond_value(const struct spenn_sim_state *state, int32_t row, spenn_id t)
{
    const struct spenn_bond_state *bond = state->bond;
    double sum = 0.0, count = 0.0;
    for (spenn_id i = 0; i < state->plan->task_count; i++) {
        if (t != SPENN_NONE && t != i) {
            continue;
        }
        bool tie = row == SPENN_TIE;
        sum += tie ? bond->task[i].sum : bond->ownership.task[i].sum;
        count += tie ? (double)bond->task[i].cases : bond->ownership.task[i].hours;
    }
    return count > 0.0 ? sum / count : NAN;
}
