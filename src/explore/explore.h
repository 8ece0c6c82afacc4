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

#include "core.h"
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

struct spenn_explore_job {
    const struct spenn_scenario *scenario;
    const struct spenn_model *model; /* as read, before the scenario's `assume:` */
    const char *scenario_path, *assumptions_path; /* NULL: those compiled in */
    const char *directory; /* holds evaluations.csv; made when it is not there */
    bool fresh;            /* forget what it holds */
    struct spenn_explore_options options;
};

/* Outcomes as columns: entry e * expectations + q is of evaluation e, expectation q. */
struct spenn_explore_outcomes {
    int32_t count;   /* of columns' rows: evaluations there may be */
    int8_t *verdict; /* enum spenn_verdict by an ordinary 95 % interval, or as above */
    double *difference, *low, *high; /* paired, alternative minus than; NAN: none */
};

struct spenn_exploration {
    const struct spenn_scenario *scenario;
    const struct spenn_model *model;
    struct spenn_explore_options options;
    double warm_up, duration;        /* hours */
    int32_t inputs;                  /* the last one is luck: which cases are simulated */
    const struct spenn_input *input; /* of all but luck */
    const double *value;             /* of each in force; NAN of a path */
    double in_force[SPENN_ASSUMPTION_COUNT]; /* of every assumption */
    int32_t expectations;
    struct spenn_explore_outcomes outcome;
    struct spenn_core core; /* where evaluations stand, effects, indices; its outcomes:
                               q is the difference of expectation q, expectations + q is
                               1 where it can be told and 0 where it is not comparable */
    int32_t done, planned;  /* evaluations of this shard; planned: so far known of */
    bool interrupted;       /* of it and of a shard there are no indices */
    char fingerprint[17];   /* of all but options that an evaluation depends on */
    struct spenn_arena memory;
};

/* A and B lie at core.screened .. core.screened + 2 * options.points - 1: what shares,
 * rule and map are made of. */

/* Evaluates what directory/evaluations.csv does not hold already, adding to it line by
 * line; when nothing of the shard is left the file is written anew in order. False after
 * a problem: input, a file that is not of this exploration, a disk that is full. On false
 * the exploration is empty. */
bool spenn_explore_run(const struct spenn_explore_job *job, struct spenn_exploration *x,
    struct spenn_error *err);

struct spenn_explore_pieces {
    const char *const *directory; /* of the shards */
    int32_t count;                /* 1 or more */
};

/* Puts the evaluations of shards together and writes job->directory/evaluations.csv
 * (NULL: writes nothing) as one run would have. False when one is of another exploration
 * than the job's, or evaluations are missing: says which and how to make them. Of the
 * job's options only progress and stop count; the others are those of the first piece. */
bool spenn_explore_merge(const struct spenn_explore_job *job,
    const struct spenn_explore_pieces *pieces, struct spenn_exploration *x,
    struct spenn_error *err);

/* A whole exploration as job->directory holds it; nothing is evaluated or written. */
bool spenn_explore_read(const struct spenn_explore_job *job, struct spenn_exploration *x,
    struct spenn_error *err);

/* What the exploration in the directory is of: paths in `memory`; *assumptions is NULL
 * for those compiled in. */
bool spenn_explore_look(const char *directory, struct spenn_arena *memory,
    const char **scenario, const char **assumptions, struct spenn_error *err);

/* What input i is at evaluation e, as the model has it (NAN: luck). */
double spenn_exploration_value(const struct spenn_exploration *x, int32_t e, int32_t i);

void spenn_exploration_free(struct spenn_exploration *x); /* before scenario and model */

#endif
