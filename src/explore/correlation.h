/* SPDX-License-Identifier: MIT
 * Which inputs go with an outcome, from a sample alone (no A_B): Spearman's rank
 * correlation, ties by mean ranks. It sees what rises or falls, not what does both. */
#ifndef SPENN_CORRELATION_H
#define SPENN_CORRELATION_H

#include <stdint.h>

struct spenn_sample {
    int32_t points, inputs;
    int32_t stride;  /* columns of x, inputs or more */
    const double *x; /* [points x stride] */
    const double *y; /* [points]; a point with NAN is left out */
};

/* Fills rho[inputs], -1 .. 1; NAN where x or y is constant or fewer than 8 points have a
 * value. Returns how many have one. */
int32_t spenn_correlations(const struct spenn_sample *sample, double *rho);

/* The |rho| that the largest of so many inputs exceeds with probability 5 % at most
 * though none has anything to do with the outcome: normal approximation, Bonferroni.
 * NAN with fewer than 8 points. */
double spenn_correlation_chance(int32_t points, int32_t inputs);

#endif
