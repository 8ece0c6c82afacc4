/* SPDX-License-Identifier: MIT
 * Screening by elementary effects: Morris 1991 (Technometrics 33:161), with mu* of
 * Campolongo, Cariboni and Saltelli 2007 (Environ. Model. Softw. 22:1509). A trajectory
 * changes one input after the other by the step of 2/3 on the grid 0, 1/3, 2/3, 1: inputs
 * + 1 points. Mind that u = 1 occurs here. Known value: Y = x1 + 2 x2 + 3 x1 x2 has
 * mu* 2.5 and 3.5 and sigma (of the whole grid) 1.118034 for both. */
#ifndef SPENN_MORRIS_H
#define SPENN_MORRIS_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

struct spenn_morris_step {
    int32_t input; /* that changes after this point; each input once */
    bool up;       /* from `level` to `level` + 2/3, else the other way */
    int32_t level; /* 0 or 1, in thirds: the lower of the input's two values */
};

/* Draws trajectory `number` (from 0): fills step[inputs]. */
void spenn_morris_draw(
    uint64_t seed, int32_t number, int32_t inputs, struct spenn_morris_step *step);

/* The trajectory's points: fills u[(inputs + 1) x inputs], 0 <= u <= 1. */
void spenn_morris_points(const struct spenn_morris_step *step, int32_t inputs, double *u);

struct spenn_effect {
    int32_t count;  /* elementary effects that are numbers */
    double mean;    /* mu; the three are NAN with none (sigma: with fewer than two) */
    double star;    /* mu*: mean of the absolute values */
    double sigma;   /* standard deviation, estimated: divisor count - 1 */
    double squares; /* sum of squared deviations from the mean */
};

struct spenn_morris { /* {0} is valid */
    int32_t inputs, trajectories;
    const struct spenn_morris_step *step; /* [trajectories x inputs] */
    const double *u; /* [trajectories x (inputs + 1) x inputs]: the points by number */
};

/* Trajectories 0 .. trajectories - 1. Lives in `memory`. */
void spenn_morris_make(uint64_t seed, int32_t trajectories, int32_t inputs,
    struct spenn_arena *memory, struct spenn_morris *morris);

/* Fills effect[inputs] from y[trajectories x (inputs + 1)], in the order of the points.
 * An effect with a NAN at either end is left out. */
void spenn_morris_effects(
    const struct spenn_morris *morris, const double *y, struct spenn_effect *effect);

struct spenn_screening {
    const struct spenn_effect *effect; /* [outcomes x inputs] */
    int32_t outcomes, inputs;
    int32_t luck; /* the input that is luck */
    int32_t most; /* inputs to choose, luck not counted */
};

/* Which inputs (luck apart) deserve indices: those that for some outcome have a mu* above
 * luck's and at least a tenth of the largest; the `most` with the largest share of it if
 * there are more. Fills chosen[at most `most`], the largest share first (equal: the lower
 * number), and returns how many. */
int32_t spenn_screening_choose(const struct spenn_screening *screening, int32_t *chosen);

#endif
