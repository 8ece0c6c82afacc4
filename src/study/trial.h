/* SPDX-License-Identifier: MIT
 * A scenario at one point of a space of assumptions: every world made anew, a few
 * replications on the same cases, and what each expectation comes to. No looks, no pilots
 * and no files; trials may run in several threads at once. */
#ifndef SPENN_TRIAL_H
#define SPENN_TRIAL_H

#include "study.h"

struct spenn_trial {
    const struct spenn_scenario *scenario;
    const struct spenn_model *base; /* as read */
    /* Values in force, one for each assumption, in place of those of `base` and of the
     * scenario's `assume:`; NULL: those. */
    const double *assume;
    /* Changes every model of every world afterwards, as `vary:` does; may be NULL. */
    bool (*edit)(void *context, struct spenn_model *m, struct spenn_error *err);
    void *context;
    uint64_t seed;
    double warm_up, duration; /* hours */
    int32_t first;            /* number of the first replication, from 0 */
    int32_t replications;     /* 2 or more; 0: only what is known without any */
    int32_t jobs;             /* threads; 0: one */
    const volatile sig_atomic_t *stop;
};

/* Where replications that are chosen by luck begin: above those of a run and the pilots'.
 */
enum { spenn_trial_first = 1 << 25 };

struct spenn_trial_outcome {      /* of an expectation */
    int32_t verdict;              /* enum spenn_verdict, by an interval of its own */
    double difference, low, high; /* paired, alternative minus than; ordinary 95 %; NAN
                                     when they cannot be compared */
    double zone;
    double mean, mean_low, mean_high; /* of the measure in `in`; NAN as above */
    bool exact; /* known without replications: a measure is so in every alternative */
    bool stuck; /* a time in `in` behind what is overloaded or cannot keep up */
};

/* Fills outcome[i] of expectation i. False with problems when the scenario cannot be
 * carried out at this point; without any when stopped. */
bool spenn_trial_run(const struct spenn_trial *trial, struct spenn_trial_outcome *outcome,
    struct spenn_error *err);

/* The warm-up at the values in force, in hours: the scenario's, or chosen by pilots on
 * options->jobs threads. NAN when stopped. */
bool spenn_trial_warm_up(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_study_options *options,
    double *hours, struct spenn_error *err);

#endif
