/* SPDX-License-Identifier: MIT
 * What coordination leaves behind: ties between units, which make a shared understanding
 * likelier, and the ownership that a party has of a task, without which it does not
 * consent. The ladder (ladder.h) asks how strong they are now and tells what happened; it
 * knows nothing of how they grow and fade. */
#ifndef SPENN_BOND_H
#define SPENN_BOND_H

#include "ownership.h"
#include "tie.h"

struct spenn_sim_plan;
struct spenn_sim_state;
struct spenn_handover;
struct spenn_room;

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
/* A followed case of task t has just got these parties: their tie is measured. */
void spenn_bond_met(
    struct spenn_sim_state *state, spenn_id t, const spenn_id *unit, int32_t units);

/* What the traffic equations reckon with (bond_plan.c): mean tie of the pairs, mean
 * ownership of a party, over the first year. */
double spenn_bond_usual_tie(
    const struct spenn_sim_plan *plan, spenn_id t, const spenn_id *unit, int32_t units);
double spenn_bond_usual_ownership(const struct spenn_sim_plan *plan, spenn_id t);
/* Whether they change in a run, so that the equations of task t are a bound. */
bool spenn_bond_moves(const struct spenn_sim_plan *plan, spenn_id t);

struct spenn_bond_plan {
    int32_t rows; /* of ownership; 0: nobody coordinates, and there are no ties */
    struct spenn_tie_plan tie;
    struct spenn_ownership_plan ownership;
};
const struct spenn_bond_plan *spenn_bond_plan_new(struct spenn_sim_plan *plan);
bool spenn_bond_concerns(const struct spenn_sim_plan *plan, spenn_id t);

struct spenn_tie_sum { /* of followed cases: mean ties of their parties */
    double sum;
    int64_t cases;
};
struct spenn_bond_state {
    struct spenn_ties ties;
    struct spenn_ownership ownership;
    struct spenn_tie_sum *task;
};
/* NULL when no plan of the state coordinates. */
struct spenn_bond_state *spenn_bond_state_new(
    struct spenn_sim_state *state, const struct spenn_room *room);
/* Forums have begun. */
void spenn_bond_reset(struct spenn_sim_state *state);
/* A wave: before the plan changes, and when its forums have begun. */
void spenn_bond_leave(struct spenn_sim_state *state);
void spenn_bond_pass(struct spenn_sim_state *state, const struct spenn_handover *h);
/* The run is over. */
void spenn_bond_finish(struct spenn_sim_state *state);
/* Row of measures.h for a task or (SPENN_NONE) all. */
double spenn_bond_value(const struct spenn_sim_state *state, int32_t row, spenn_id t);

#endif
