/* SPDX-License-Identifier: MIT
 * What coordination leaves behind: ties between units, which make a shared understanding
 * likelier, and the ownership that a party has of a task, without which it does not
 * consent. The ladder (ladder.h) asks how strong they are now and tells what happened; it
 * knows nothing of how they grow and fade. */
#ifndef SPENN_BOND_H
#define SPENN_BOND_H

#include "model.h"

struct spenn_sim_plan;
struct spenn_sim_state;

/* Mean tie now of the pairs among these units, 0 to 1. */
double spenn_bond_tie(
    const struct spenn_sim_state *state, const spenn_id *unit, int32_t units);
/* Ownership that unit u, a party, has of task t now, 0 to 1. */
double spenn_bond_ownership(const struct spenn_sim_state *state, spenn_id t, spenn_id u);

/* These units have just talked, or treated a case together: each two of them. */
void spenn_bond_treated(
    struct spenn_sim_state *state, const spenn_id *unit, int32_t units);
/* These parties of a case of task t have just come to a shared understanding. */
void spenn_bond_understood(
    struct spenn_sim_state *state, spenn_id t, const spenn_id *unit, int32_t units);

/* What the traffic equations reckon with: the same at the start of a run. */
double spenn_bond_first_tie(
    const struct spenn_sim_plan *plan, const spenn_id *unit, int32_t units);
double spenn_bond_first_ownership(const struct spenn_sim_plan *plan, spenn_id t);
/* Whether they change in a run, so that the equations of task t are a bound. */
bool spenn_bond_moves(const struct spenn_sim_plan *plan, spenn_id t);

#endif
