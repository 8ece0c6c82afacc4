/* SPDX-License-Identifier: MIT
 * The sweep of a scenario: every combination of the values in `vary:`. */
#ifndef SPENN_SWEEP_H
#define SPENN_SWEEP_H

#include "study.h"

enum { spenn_most_points = 10000 };

/* How many points there are (0 without `vary:`), or -1 after adding a problem: too many,
 * or a value that some world cannot take. `model`: the worlds, baseline first. */
int32_t spenn_sweep_count(const struct spenn_scenario *scenario,
    const struct spenn_model *const *model, int32_t count, struct spenn_error *err);

/* "ledergruppe.meets=12/y;drift=0.1", in `memory`. The last path varies fastest. */
const char *spenn_sweep_text(
    const struct spenn_scenario *scenario, int32_t point, struct spenn_arena *memory);

/* A copy of the model at that point. On false it is empty. */
bool spenn_sweep_model(const struct spenn_scenario *scenario, int32_t point,
    const struct spenn_model *from, struct spenn_model *to, struct spenn_error *err);

#endif
