/* SPDX-License-Identifier: MIT
 * Points of the inputs' unit cube. Every matrix is row-major, [points x inputs], and
 * depends on its arguments alone: whoever makes it again, on whatever machine, gets the
 * same points. */
#ifndef SPENN_DESIGN_H
#define SPENN_DESIGN_H

#include "arena.h"

#include <stdint.h>

enum { spenn_sobol_most = 40 }; /* dimensions that GSL has */

/* The first `points` points (below 2^30) of the Sobol sequence (Bratley and Fox 1988,
 * ACM TOMS 14:88, by GSL), point 0 included, so that every first 2^m are a net in base 2;
 * each dimension under a nested uniform scramble of its own (Owen 1995; the flips are
 * hashes of the digits before, as in Laine and Karras 2011 and Burley 2020, JCGT 9(4)).
 * 0 <= u < 1, each coordinate uniform over seeds. 1 <= dimensions <= 40. */
void spenn_design_sobol(uint64_t seed, int32_t dimensions, int32_t points, double *u);

/* One column of a Latin hypercube (McKay, Beckman and Conover 1979): one value in each
 * of `points` equal intervals, in random order. u[i * stride] is that of point i;
 * `column` numbers independent columns. */
void spenn_design_latin(
    uint64_t seed, uint64_t column, int32_t points, double *u, int32_t stride);

struct spenn_design_plan {
    uint64_t seed;
    int32_t points; /* of A, and of B; a power of 2 serves the Sobol points best */
    int32_t inputs;
    /* Inputs that Sobol points serve, the most important first (the first dimensions are
     * the most even): at most 20, each once. The others get Latin hypercube columns. */
    const int32_t *sobol;
    int32_t sobol_count;
};

struct spenn_design {
    int32_t points, inputs;
    const double *a, *b; /* [points x inputs], 0 <= u < 1 */
};

/* A and B: left and right half of one Sobol sequence of 2 sobol_count dimensions, and
 * Latin hypercubes of their own. Lives in `memory`. */
void spenn_design_make(const struct spenn_design_plan *plan, struct spenn_arena *memory,
    struct spenn_design *design);

/* Row `point` of A_B^(input): that of A with the input taken from B. Fills u[inputs]. */
void spenn_design_swapped(
    const struct spenn_design *design, int32_t input, int32_t point, double *u);

#endif
