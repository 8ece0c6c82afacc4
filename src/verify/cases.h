/* SPDX-License-Identifier: MIT
 * The tables of cases: calls of our functions, measures at rest, and experiments with
 * what is seen in them. A suite is what one file holds of one group. */
#ifndef SPENN_VERIFY_CASES_H
#define SPENN_VERIFY_CASES_H

#include "formula.h"

#include <stdbool.h>
#include <stdint.h>

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
    const struct spenn_verify_part *part; /* NULL, or instead a weighted sum */
    int32_t parts;
    double plus;                   /* added to that sum */
    struct spenn_formula expected; /* or a number */
    const char *source;            /* NULL: the experiment's */
};

/* The model changes: as a scenario's `changes:`, YAML. */
struct spenn_verify_wave {
    double at; /* hours after the warm-up */
    const char *changes;
};

enum { spenn_verify_waves = 2 };
struct spenn_verify_experiment {
    const char *model;        /* of models/verify, without .yaml */
    double warm_up, duration; /* hours */
    int32_t replications;     /* 30 or more, times the effort */
    int32_t count;            /* of seen */
    const struct spenn_verify_seen *seen;
    const char *source;
    struct spenn_verify_wave wave[spenn_verify_waves]; /* in order; changes NULL ends */
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

#endif
