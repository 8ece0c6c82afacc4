/* SPDX-License-Identifier: MIT
 * Desks and agendas that cannot do their work, and whose times they spoil. A mean wait
 * behind a queue that only grows says how long one has looked, so it is not reported. */
#ifndef SPENN_TROUBLE_H
#define SPENN_TROUBLE_H

#include "sim.h"

/* The first desk or agenda in trouble, as a row of the flows or -1: among a unit's own
 * desks, a forum's agenda, all that a case of a task may meet, all that cases served by a
 * unit may meet, and at all. */
struct spenn_trouble {
    int32_t *unit, *forum, *task, *served; /* NULL when no load is 1 or more */
    bool *stuck;   /* of each row of the flows: in trouble for good */
    spenn_id *row; /* of each of those: its unit or forum */
    int32_t whole;
};

/* In `memory`. A desk or agenda is in trouble when cases meet it and its leader is
 * overloaded, or when more arrives than it can take and not all of that leaves at a
 * deadline: what lapses, escalates or goes to the inner circle does not queue for ever.
 *
 * What a case may meet is taken from the model, and rather too much than
 * too little: the units that serve the task, their superiors as far as authority is not
 * complete, support, the deciding forum and its chair, the other parties and the forums
 * of the units that serve it when it needs coordination. */
struct spenn_trouble spenn_trouble_find(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_sim_flows *flows);

/* The row of the flows that spoils a time in results, or -1. A measure that is also over
 * tasks is about cases, any other one is about the desk or agenda itself. */
int32_t spenn_trouble_of(
    const struct spenn_trouble *trouble, const struct spenn_results *results, int32_t i);

#endif
