/* SPDX-License-Identifier: MIT
 * A plan is made in parts, one file each. */
#ifndef SPENN_COMPILE_H
#define SPENN_COMPILE_H

#include "plan.h"

/* Parts of spenn_sim_plan_new, in this order. */
void spenn_plan_desks(struct spenn_sim_plan *plan);
void spenn_plan_climbs(struct spenn_sim_plan *plan); /* routes, steps */
void spenn_plan_tasks(struct spenn_sim_plan *plan);
void spenn_plan_supports(struct spenn_sim_plan *plan);
void spenn_plan_flows(struct spenn_sim_plan *plan);
void spenn_plan_slots(struct spenn_sim_plan *plan);

#endif
