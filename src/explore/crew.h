/* SPDX-License-Identifier: MIT
 * Evaluations by threads, each one by one thread from beginning to end. Results lie where
 * their number says, so any number of threads gives the same; they reach the store in the
 * order in which they are finished. */
#ifndef SPENN_EXPLORE_CREW_H
#define SPENN_EXPLORE_CREW_H

#include "store.h"

/* Evaluates those of this shard among `count` from `first` on that are missing. False
 * after a problem of the store; stopping is none. */
bool spenn_crew_evaluate(struct spenn_exploration *x, struct spenn_store *store,
    const struct spenn_core_batch *batch, struct spenn_error *err);

#endif
