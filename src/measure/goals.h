/* SPDX-License-Identifier: MIT
 * Goals that units are given, and whether they are more than they can handle. Used only
 * inside this module. */
#ifndef SPENN_GOALS_H
#define SPENN_GOALS_H

#include "rest.h"

struct spenn_goals {  /* of every unit */
    double *given;    /* along its lines; those of a joint letter once */
    double *capacity; /* FTE, else caseworkers, of it and of all below */
};
struct spenn_goals spenn_goals_make(
    const struct spenn_rest *r, struct spenn_arena *memory);

/* goals x goal-effort / capacity; NAN without goals or without a capacity. */
double spenn_goal_load(
    const struct spenn_model *m, const struct spenn_goals *goals, spenn_id u);

#endif
