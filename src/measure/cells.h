/* SPDX-License-Identifier: MIT
 * Which cells of roles and steps are covered, and who takes part where coordination is
 * asked for. For this module and `ask`. */
#ifndef SPENN_CELLS_H
#define SPENN_CELLS_H

#include "model.h"

uint32_t spenn_cells_of_all(const struct spenn_model *m);
int32_t spenn_cells_count(uint32_t cells);

bool spenn_task_coordinates(const struct spenn_model *m, spenn_id t);

/* Of every unit, whether it serves cases of the task, may be a party or leads; whether it
 * does or meets about it in the task's forum; whether it sits in the forum. */
bool *spenn_parties_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory);
bool *spenn_circle_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory);
bool *spenn_servers_of_task(
    const struct spenn_model *m, spenn_id t, struct spenn_arena *memory);
bool *spenn_circle_of_forum(
    const struct spenn_model *m, spenn_id f, struct spenn_arena *memory);

#endif
