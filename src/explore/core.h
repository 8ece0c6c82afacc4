/* SPDX-License-Identifier: MIT
 * The stages of an exploration, whatever is evaluated: the organization of a scenario, or
 * a function whose indices are known (verify). The last input is luck: it stands for
 * what is drawn at random, and is the noise floor of all others.
 *
 * Evaluations are numbered: trajectories of the screening, then A, then B (row by row),
 * then A_B^(i) of matter[0], matter[1] ... */
#ifndef SPENN_CORE_H
#define SPENN_CORE_H

#include "indices.h"
#include "morris.h"

enum {
    spenn_core_most = 19 /* inputs with indices, luck not counted */
};

struct spenn_core_plan {
    uint64_t seed;
    int32_t inputs;       /* 2 or more, the last one luck */
    int32_t outcomes;     /* 1 or more */
    int32_t trajectories; /* of the screening; 0: neither screening nor indices */
    int32_t points;       /* rows of A, and of B; 1 or more */
    int32_t resamples;    /* of the bootstrap; 0: no intervals */
};

struct spenn_core_batch {
    int32_t first, count; /* evaluations */
    const double *u;      /* [count x inputs], 0 <= u <= 1 */
    double *y;            /* [count x outcomes] to fill, NAN before */
};

/* Fills y; NAN where there is no value. False when not every evaluation of the batch was
 * made: then nothing is made of it, and no more are asked for. */
typedef bool spenn_core_evaluate(void *context, const struct spenn_core_batch *batch);

struct spenn_core {
    int32_t screened;    /* evaluations of the screening */
    int32_t evaluations; /* in all; 0 before the screening is done */
    bool whole;          /* every evaluation was made */
    int32_t mattering;   /* inputs with indices; luck is the last */
    const int32_t *matter;
    const double *u; /* [known x inputs]: known is screened, then evaluations */
    const struct spenn_effect *effect;   /* [outcomes x inputs]; NULL: not screened */
    const struct spenn_indices *indices; /* [outcomes]; NULL: not whole or not wanted */
};

/* Evaluations that a plan takes at most. */
int32_t spenn_core_bound(const struct spenn_core_plan *plan);

/* Everything lives in `memory`. */
void spenn_core_run(const struct spenn_core_plan *plan, spenn_core_evaluate *evaluate,
    void *context, struct spenn_arena *memory, struct spenn_core *core);

#endif
