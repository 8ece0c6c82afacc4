/* SPDX-License-Identifier: MIT
 * Numbers of ranking and selection: constants of two-stage procedures, the region of
 * Kim and Nelson's fully sequential procedure, and the allocation of a budget. Pure;
 * NAN outside the ranges given. Systems are compared by means of normal replications. */
#ifndef SPENN_SELECTION_H
#define SPENN_SELECTION_H

#include <stdint.h>

/* The constant h1 of Dudewicz and Dalal (1975): with T of `first` - 1 degrees of freedom,
 * the integral of F(t + h)^(systems - 1) f(t) over t is `probability`. systems 2 or more,
 * first 3 or more, 1/systems < probability < 1. Root by Brent, quadrature by
 * Gauss-Legendre: better than 1e-8. */
double spenn_dudewicz_dalal(int32_t systems, int32_t first, double probability);

/* The constant h of Rinott (1978), eq. for the procedure's lower bound, with v = first -
 * 1 and x, y chi-squared of v degrees: the integral over y of the (systems - 1)th power
 * of the integral over x of Phi(h / sqrt(v (1/x + 1/y))) is `probability`. Ranges as
 * above.
 */
double spenn_rinott(int32_t systems, int32_t first, double probability);

/* Of Kim and Nelson (2001), section 3, with c = 1: eta and h^2 = 2 eta (first - 1).
 * systems 2 or more, first 2 or more, 0 < alpha < 1. h^2 may be 0 or less where alpha is
 * too large for a first stage to be of use. */
double spenn_kn_eta(int32_t systems, int32_t first, double alpha);
double spenn_kn_h2(int32_t systems, int32_t first, double alpha);

/* Their W: how far apart two means of r replications must be to drop one, when their
 * difference has the variance `variance` (first stage) and less than `zone` (> 0) does
 * not matter. 0 from r = h2 variance / zone^2 on. */
double spenn_kn_width(double h2, double variance, double zone, int32_t r);

/* Shares of a budget that the optimal computing budget allocation gives (Chen, Lin,
 * Yücesan and Chick 2000, theorem 1): `best` is the system with the best mean, sd 0 or
 * more, shares sum to 1. Means equal to the best's count as a billionth of the largest
 * difference away; with no spread at all shares are equal. systems 1 or more. */
void spenn_ocba_shares(
    int32_t systems, const double *mean, const double *sd, int32_t best, double *share);

/* How the next `step` replications are given out: to those that have fewer than their
 * share of all, in whole numbers by largest remainder (the first of equals). done[i]: how
 * many each has. */
void spenn_ocba_next(int32_t systems, const double *share, const int32_t *done,
    int32_t step, int32_t *next);

#endif
