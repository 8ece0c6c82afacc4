/* SPDX-License-Identifier: MIT
 * How a change makes a new model. Demand is exogenous: streams keep the name of their
 * baseline origin and follow the unit that takes over; posts (leaders) and FTE are
 * conserved unless a change says otherwise. A change that would orphan a stream, make a
 * cycle or name nothing is an error and nothing is made. Verbs: docs/scenario-format.md.
 */
#ifndef SPENN_CHANGE_H
#define SPENN_CHANGE_H

#include "model.h"
#include "value.h"

/* Applies a list of one-key maps {verb: arguments} in order; each problem has its place.
 */
bool spenn_changes_apply(const struct spenn_model *base,
    const struct spenn_value *changes, struct spenn_model *changed,
    struct spenn_error *err);

/* What a reorganization must not lose. */
struct spenn_totals {
    double demand; /* cases per hour over all streams */
    double fte;    /* of units that give one */
    int32_t posts; /* leaders over all units but councils, committees, advisory bodies,
                      legal entities and external ones */
    int32_t units, forums;
};
struct spenn_totals spenn_model_totals(const struct spenn_model *m);

#endif
