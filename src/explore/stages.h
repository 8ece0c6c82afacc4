/* SPDX-License-Identifier: MIT
 * What running, reading and merging an exploration share. Inside explore only. */
#ifndef SPENN_STAGES_H
#define SPENN_STAGES_H

#include "store.h"

/* Inputs, expectations and fingerprint of a job. */
bool spenn_exploration_open(const struct spenn_explore_job *job,
    struct spenn_exploration *x, struct spenn_error *err);

/* Room for all outcomes there may be, all missing. Options are known by now. */
void spenn_exploration_room(struct spenn_exploration *x);

/* What its file begins with. */
struct spenn_store_head spenn_exploration_head(
    const struct spenn_explore_job *job, const struct spenn_exploration *x);

/* Evaluations from `first` on that are there. */
int32_t spenn_exploration_done(
    const struct spenn_exploration *x, int32_t first, int32_t count);

/* How many of the evaluations before `end` are this shard's. */
int32_t spenn_exploration_share(const struct spenn_exploration *x, int32_t end);

struct spenn_explore_stages {
    struct spenn_exploration *x;
    struct spenn_store *store;
    struct spenn_error *err;
    bool reading; /* nothing is evaluated */
    bool failed;
};

/* The stages of core over what is there, evaluating the rest unless reading. */
bool spenn_explore_stages_run(struct spenn_explore_stages *run);

#endif
