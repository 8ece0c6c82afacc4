/* SPDX-License-Identifier: MIT
 * Desks and agendas that cannot do their work, and whose times they spoil. A mean wait
 * behind a queue that only grows says how long one has looked, so it is not reported. */
#ifndef SPENN_TROUBLE_H
#define SPENN_TROUBLE_H

#include "sim.h"

/* Row of the flows of the first desk or agenda in trouble, or -1: of a unit's own desks,
 * of a forum's agenda, of all that a case of a task may meet, of any. */
struct spenn_trouble {
    int32_t *unit, *forum, *task; /* NULL when nothing is in trouble */
    spenn_id *row; /* of each row of the flows in trouble: its unit or forum */
    int32_t whole;
};

/* Whether cases meet it, and its leader is overloaded or it cannot keep up. */
bool spenn_trouble_at(const struct spenn_sim_flows *flows, int32_t i);

/* In `memory`. What a case may meet is taken from the model, and rather too much than
 * too little: the units that serve the task, their superiors as far as authority is not
 * complete, support, the deciding forum and its chair, the other parties and the forums
 * of the units that serve it when it needs coordination. */
struct spenn_trouble spenn_trouble_find(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_sim_flows *flows);

/* For a row of results: the row of the flows that spoils it, or -1. */
int32_t spenn_trouble_of(const struct spenn_trouble *trouble, int32_t over, spenn_id row);

#endif
