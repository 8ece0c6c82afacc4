/* SPDX-License-Identifier: MIT
 * First-order and total Sobol indices from the outputs at A, B and A_B^(i). First order:
 * Saltelli et al. 2010 (Comput. Phys. Commun. 181:259, table 2, b) on centred outputs;
 * total: Jansen 1999 (ibid. 117:35; table 2, f). Intervals: percentile bootstrap over
 * rows (Archer, Saltelli and Sobol 1997; Efron and Tibshirani 1993, section 13.3). */
#ifndef SPENN_INDICES_H
#define SPENN_INDICES_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

struct spenn_outputs {   /* of one outcome; NAN: no value at that point */
    int32_t points;      /* rows of A */
    int32_t inputs;      /* that have an A_B */
    const double *a, *b; /* [points] */
    const double *ab;    /* [inputs x points] */
};

struct spenn_bootstrap {
    uint64_t seed;
    int32_t resamples; /* 0: no intervals (NAN) */
    double alpha;      /* an interval errs with this probability */
};

struct spenn_sobol_index {
    double first, first_low, first_high; /* an estimate may lie outside of 0 .. 1 */
    double total, total_low, total_high; /* 0 or more */
    int32_t rows; /* that have all three values; fewer than 8: the rest is NAN */
};

enum spenn_indices_state {
    SPENN_INDICES_FOUND,
    SPENN_INDICES_FEW,     /* fewer than 8 rows have values in A and B: all are NAN */
    SPENN_INDICES_CONSTANT /* the outcome does not vary: indices are NAN */
};

struct spenn_indices {
    enum spenn_indices_state state;
    int32_t rows;          /* that have values in A and in B */
    int32_t left_out;      /* rows + left_out = points */
    double mean, variance; /* of the outcome over A and B in these; NAN with none */
    int32_t inputs;
    struct spenn_sobol_index *index; /* [inputs] */
};

/* Everything lives in `memory`. */
void spenn_indices_find(const struct spenn_outputs *y,
    const struct spenn_bootstrap *bootstrap, struct spenn_arena *memory,
    struct spenn_indices *indices);

/* Inputs by falling total index (equal: the lower number; luck left out): fills
 * order[inputs - 1]. Returns how many of the first matter: the lower bound of their total
 * index lies above luck's total index, the noise floor. 0 unless FOUND. */
int32_t spenn_indices_rank(
    const struct spenn_indices *indices, int32_t luck, int32_t *order);

#endif
