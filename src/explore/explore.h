/* SPDX-License-Identifier: MIT
 * A scenario over the whole space of its assumptions: a numbered list of evaluations,
 * each a pure function of scenario, model, assumptions, options and its number. So they
 * may be shared by threads, shards and sittings, and the answer is the same to the byte.
 *
 *   number 0 ...        screening: Morris trajectories over all inputs
 *          ... A, B     two independent samples of the space, `points` each
 *          ... A_B^(i)  A with column i of B, for every input that matters and for luck
 */
#ifndef SPENN_EXPLORE_H
#define SPENN_EXPLORE_H

#include "input.h"
#include "study.h"

enum {
    SPENN_OUTCOME_INVALID = -1, /* the scenario cannot be carried out at that point */
    SPENN_OUTCOME_MISSING = -2  /* not evaluated yet */
};

struct spenn_explore_options {
    int32_t points;       /* of each sample: N */
    int32_t trajectories; /* of the screening: r */
    int32_t replications; /* of every world at a point: R */
    uint64_t seed;
    int32_t shard, shards; /* 1 of 1: the whole */
    int32_t jobs;          /* threads; 0: processors */
    const volatile sig_atomic_t *stop;
    void (*progress)(void *context, int32_t done, int32_t planned);
    void *context;
};

/* Outcomes as columns: entry e * expectations + q is of evaluation e, expectation q. */
struct spenn_explore_outcomes {
    int32_t count; /* evaluations */
    int8_t
        *verdict; /* enum spenn_verdict by an ordinary 95 % interval, or one of above */
    double *difference, *low, *high; /* paired, alternative minus than; NAN: none */
};

/* Entry q * inputs + i is of expectation q, input i. */
struct spenn_explore_screening {
    double *mu_star, *mu, *sigma; /* in the measure's unit; NAN: no step could be taken */
};

/* Entry q * mattering + i is of expectation q, input matter[i]; NAN: cannot be told. */
struct spenn_explore_indices {
    double *first, *first_low, *first_high; /* bootstrap, 95 % */
    double *total, *total_low, *total_high;
};

struct spenn_exploration {
    const struct spenn_scenario *scenario;
    const struct spenn_model *model; /* as read, before the scenario's `assume:` */
    struct spenn_explore_options options;
    double warm_up, duration;        /* hours */
    int32_t inputs;                  /* the last one is luck: which cases are simulated */
    const struct spenn_input *input; /* of all but luck */
    const double *value;             /* of each: in force */
    int32_t expectations;
    int32_t screened;      /* evaluations of the screening: 0 .. screened - 1 */
    int32_t mattering;     /* inputs with indices, luck the last of them */
    const int32_t *matter; /* rows of inputs, ascending */
    const double *u;       /* [e * inputs + i] in [0, 1]: where evaluation e stands */
    struct spenn_explore_outcomes outcome;
    struct spenn_explore_screening screening;
    struct spenn_explore_indices index;
    bool interrupted;        /* then, and of a shard, there are no indices */
    const char *fingerprint; /* of all that an evaluation depends on, 16 hex digits */
    struct spenn_arena memory;
};

/* A and B lie at screened .. screened + 2 * points - 1: what shares, rule and map are
 * made of. */

/* What input i is at a point of evaluation e; of luck the first replication. */
double spenn_exploration_value(const struct spenn_exploration *x, int32_t e, int32_t i);

void spenn_exploration_free(struct spenn_exploration *x); /* before scenario and model */

#endif
