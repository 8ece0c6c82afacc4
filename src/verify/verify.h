/* SPDX-License-Identifier: MIT
 * Spenn against theory: a table of cases, what is expected of each, what was observed,
 * and whether the two agree. An engine case simulates a model of models/verify (compiled
 * in) with the engine that users run; a function case calls one of our functions. How to
 * read it, and what is out of scope: docs/verification.md. */
#ifndef SPENN_VERIFY_H
#define SPENN_VERIFY_H

#include "formula.h"
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
    struct spenn_arena memory;
};

/* A call of one of our functions. */
struct spenn_verify_call {
    const char *name; /* in its group: "graicunas-5" */
    double expected, tolerance;
    bool relative; /* the error is relative to the expected value */
    struct spenn_formula formula;
    const char *source;
};

/* A measure at rest of a model of models/verify; a function case. */
struct spenn_verify_rest {
    const char *name, *model, *measure, *subject; /* subject NULL: the whole */
    double expected, tolerance;
    const char *source;
};

/* What one replication shows: a measure of a subject (NULL: the whole), as in
 * spenn_sim_slots, or "cases", those that arose in the window. */
struct spenn_verify_slot {
    const char *measure, *subject;
};
struct spenn_verify_part { /* of a weighted sum */
    double weight;
    struct spenn_verify_slot slot;
};
struct spenn_verify_seen {
    const char *name;
    struct spenn_verify_slot slot;
    double (*combine)(double, double); /* NULL, or made of `slot` and `other` */
    struct spenn_verify_slot other;
    const struct spenn_verify_part *part; /* NULL, or instead a weighted sum */
    int32_t parts;
    double plus;                   /* added to that sum */
    struct spenn_formula expected; /* or a number */
    const char *source;            /* NULL: the experiment's */
};

struct spenn_verify_experiment {
    const char *model;        /* of models/verify, without .yaml */
    double warm_up, duration; /* hours */
    int32_t replications;     /* 2 or more */
    int32_t count;            /* of seen */
    const struct spenn_verify_seen *seen;
    const char *source;
};

/* Cases of one group and one file. Suites of the same group stand side by side. */
struct spenn_verify_suite {
    const char *group;
    const struct spenn_verify_call *call;
    const struct spenn_verify_rest *rest;
    const struct spenn_verify_experiment *experiment;
    int32_t calls, rests, experiments;
};
extern const struct spenn_verify_suite *const spenn_verify_suites[];
extern const int32_t spenn_verify_suite_count;

/* NULL when the group exists or is NULL; else the names of those that do, in a list. */
const char *spenn_verify_groups(struct spenn_arena *memory, const char *group);

/* What the model cannot represent, so that no case of ours can show it. */
struct spenn_verify_absence {
    const char *what, *why;
};
extern const struct spenn_verify_absence spenn_verify_absences[];
extern const int32_t spenn_verify_absence_count;

/* Runs every suite of the group (NULL: all) and adds its rows. False when a model that
 * is compiled in is not valid or lacks what a case asks for, and when options->stop was
 * set; whether cases passed is said in the rows. */
bool spenn_verify_run(const char *group, const struct spenn_study_options *options,
    struct spenn_verification *verification, struct spenn_error *err);

/* One experiment of a suite; `done` of `planned` replications came before it. */
struct spenn_verify_progress {
    const struct spenn_study_options *options;
    int32_t done, planned;
};
bool spenn_verify_experiment_run(const struct spenn_verify_suite *suite,
    const struct spenn_verify_experiment *experiment,
    const struct spenn_verify_progress *progress, struct spenn_verification *verification,
    struct spenn_error *err);

int32_t spenn_verify_failed(const struct spenn_verification *verification);
void spenn_verification_free(struct spenn_verification *verification);

#endif
