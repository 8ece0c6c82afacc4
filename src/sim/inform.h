/* SPDX-License-Identifier: MIT
 * Who ought to learn of a decision, and when they do: the line above the unit that serves
 * the case, and units that are kept informed of what happens below their superior. Who
 * takes part knows; who is passed by learns at the next meeting or contact with one who
 * took part, or never. Concerned by what u serves: those above u on the line, then of
 * each of these, nearest first, the direct reports that are kept informed, but the one
 * the line comes up by. Compiled once, in memory linear in units; of a state only sums
 * change. Formulas: docs/model.md §7.11. */
#ifndef SPENN_INFORM_H
#define SPENN_INFORM_H

#include "random.h"
#include "regular.h"

struct spenn_sim_plan;
struct spenn_sim_state;
struct spenn_handover;

struct spenn_inform {
    int32_t *first_kept; /* of a unit, its run; units + 1 entries */
    spenn_id *above;     /* next on the line, within the administration; or SPENN_NONE */
    spenn_id *kept;      /* direct reports that are kept informed */
    const struct spenn_regular *regular; /* by what they may learn */
    bool *learns;                        /* unit is concerned by something */
    uint64_t *key;
};

/* In the plan's memory; NULL when no unit is kept informed. */
const struct spenn_inform *spenn_inform_new(struct spenn_sim_plan *plan);

struct spenn_informed { /* of pairs of a decision and a unit concerned */
    int64_t pairs, passed, never;
    double hours; /* until those learn who were passed by and do */
};
struct spenn_inform_state {
    struct spenn_informed *unit, *before, *task;
    int32_t *present; /* of a unit: the decision it last took part in */
    int32_t decision;
    spenn_id *partner; /* who may tell: the unit that serves, who decided */
    int32_t partners;
};

/* NULL when no plan of the state asks for it. */
struct spenn_inform_state *spenn_inform_state_new(
    struct spenn_sim_state *state, int32_t units, int32_t members);
void spenn_inform_reset(struct spenn_sim_state *state);
/* A followed case is decided now. */
void spenn_inform_decided(struct spenn_sim_state *state, int32_t slot);
/* Sums of units of the plan before go to those of the plan in force. */
void spenn_inform_pass(struct spenn_sim_state *state, const struct spenn_handover *h);
/* Row of measures.h for a unit, a task or (SPENN_NONE) all. */
double spenn_inform_value(
    const struct spenn_sim_state *state, int32_t row, int32_t over, int32_t of);

#endif
