/* SPDX-License-Identifier: MIT
 * Any model against its exact twin: the traffic equations give the throughput of every
 * task and the utilisation of every desk and agenda; where arrivals are Poisson streams
 * queueing theory gives waits and backlogs too (M/M/c, M/G/1, clocked bulk service; which
 * of them, and why none: station.h). Each number is set against the mean of independent
 * replications. */
#ifndef SPENN_TWIN_H
#define SPENN_TWIN_H

#include "verify.h"

struct spenn_twin_options {
    const struct spenn_study_options *study; /* jobs, seed (without one: 1), progress */
    double duration;                         /* hours, above 0 */
    int32_t replications;                    /* 2 or more */
};

struct spenn_twin_gap { /* what has no twin, once a reason */
    bool flow;          /* not even the flow is known; else only the wait is not */
    bool task;          /* tasks, else desks and agendas */
    const char *reason;
    int32_t count;
    const char *first; /* subject of the first of them */
};

struct spenn_twin { /* {0} is empty */
    /* Rows "measure/subject"; a row fails when its |z| is at least `critical`: Student's
     * t at a level of 1 % over all rows together (Bonferroni). */
    struct spenn_verification table;
    double critical;
    double warm_up, duration; /* hours: ten relaxation times of the slowest queue kept */
    int32_t replications;
    int32_t gaps;
    struct spenn_twin_gap *gap;
};

/* False when options->study->stop was set. */
bool spenn_twin_run(const struct spenn_model *m, const struct spenn_twin_options *options,
    struct spenn_twin *twin);
void spenn_twin_free(struct spenn_twin *twin);

#endif
