/* SPDX-License-Identifier: MIT
 * Spenn against theory: a table of cases, what is expected of each, what was observed,
 * and whether the two agree. An engine case simulates a model of models/verify (compiled
 * in) with the engine that users run; a function case calls one of our functions. How to
 * read it, and what is out of scope: docs/verification.md. */
#ifndef SPENN_VERIFY_H
#define SPENN_VERIFY_H

#include "cases.h"
#include "study.h"

struct spenn_verify_row {
    const char *name; /* "queue/mm1-wait-80" */
    const char *group;
    bool engine;        /* else function */
    double expected;    /* published, derived independently, or by a closed form */
    double observed;    /* engine: mean over replications */
    double error;       /* engine: |observed - expected| in standard errors of that mean;
                           function: |difference|, where said relative to the expected */
    double tolerance;   /* passed: the error is below it */
    const char *source; /* paper, "derived: ..." or "enumeration" */
    bool passed;
};

struct spenn_verification { /* {0} is empty */
    int32_t count, room;
    struct spenn_verify_row *row; /* in the order of the suites */
    int64_t replications, cases;  /* simulated */
    struct spenn_arena memory;
};

/* NULL when the group exists or is NULL; else the names of those that do, in a list. */
const char *spenn_verify_groups(struct spenn_arena *memory, const char *group);

/* What the model cannot represent, so that no case of ours can show it. */
struct spenn_verify_absence {
    const char *what, *why;
};
extern const struct spenn_verify_absence spenn_verify_absences[];
extern const int32_t spenn_verify_absence_count;

enum { spenn_verify_usual_effort = 1, spenn_verify_most_effort = 1000 };
struct spenn_verify_options {
    const char *group; /* NULL: all */
    int32_t effort; /* 1..spenn_verify_most_effort: of the replications in the tables */
    const struct spenn_study_options *study; /* jobs, stop and progress */
};

/* Runs every suite of the group and adds its rows. False when a model that is compiled in
 * is not valid or a wave cannot change it, and when study->stop was set; whether cases
 * passed is said in the rows. */
bool spenn_verify_run(const struct spenn_verify_options *options,
    struct spenn_verification *verification, struct spenn_error *err);

/* One experiment of a suite. */
struct spenn_verify_place {
    const struct spenn_verify_suite *suite;
    const struct spenn_verify_experiment *experiment;
    int32_t done, planned; /* replications, for progress */
};
bool spenn_verify_experiment_run(const struct spenn_verify_options *options,
    const struct spenn_verify_place *place, struct spenn_verification *verification,
    struct spenn_error *err);

int32_t spenn_verify_failed(const struct spenn_verification *verification);
void spenn_verification_free(struct spenn_verification *verification);

#endif
