/* SPDX-License-Identifier: MIT
 * Replications of several plans in parallel. A work item is (plan, replication); threads
 * take items in the order of replications, each with its own states, and put what comes
 * out where the item's number says. So any number of threads gives the same values. */
#ifndef SPENN_REPLICATE_H
#define SPENN_REPLICATE_H

#include "study.h"

struct spenn_crew; /* opaque: the states of the threads, kept from batch to batch */

/* `plan` is borrowed and outlives the crew. jobs: 0 takes the processors there are. */
struct spenn_crew *spenn_crew_new(
    const struct spenn_sim_plan *const *plan, int32_t plans, int32_t jobs);
void spenn_crew_free(struct spenn_crew *crew);
int32_t spenn_crew_jobs(const struct spenn_crew *crew);

struct spenn_batch {
    struct spenn_sim_run run; /* replication: the first one */
    int32_t count;            /* replications */
    const int32_t *which;     /* the plans to run, in ascending order; NULL: all */
    int32_t whiches;          /* of them */
    double **value;           /* of each plan: count x slots */
    struct spenn_sim_outcome **outcome; /* of each plan: count */
    double **weekly; /* NULL, or of each plan: count x weeks x series */
    int32_t weeks;
    double **came; /* NULL, or of each plan: count x waves: when each came */
    const struct spenn_study_options *options; /* stop and progress */
    int32_t done, planned;                     /* items before this batch, and in all */
    const char *what;
};

/* Runs the batch; returns how many of its first replications all those plans finished:
 * `count` unless options->stop was set. */
int32_t spenn_crew_run(struct spenn_crew *crew, const struct spenn_batch *batch);

#endif
