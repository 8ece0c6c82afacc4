/* SPDX-License-Identifier: MIT
 * The space that is explored: a side for every number that may be moved, and luck. */
#ifndef SPENN_SPACE_H
#define SPENN_SPACE_H

#include "explore.h"
#include "trial.h"

/* Assumptions with a numeric range, in force after the scenario's `assume:`, then paths
 * of `vary:` with numbers, then luck. A path that is an assumption widens its range.
 * Sides without length are left out. Fills inputs, input and value. */
bool spenn_space_make(struct spenn_exploration *x, struct spenn_error *err);

/* Evaluates scenario and model at u[inputs]; rules of spenn_trial_run. */
bool spenn_space_try(const struct spenn_exploration *x, const double *u,
    struct spenn_trial_outcome *outcome, struct spenn_error *err);

#endif
