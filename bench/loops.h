/* SPDX-License-Identifier: MIT
 * Two loops that do nothing but one model each: what a programmer would write who needs
 * only that. They say how much the engine pays for taking any organization. */
#ifndef BENCH_LOOPS_H
#define BENCH_LOOPS_H

#include <stdbool.h>
#include <stdint.h>

struct loop_result {
    double events; /* of the model: a case arises, a service ends */
    double mean;   /* hours from arising to being decided */
};

/* M/M/1 with service mean 1: a heap of events with handlers, customers in a list. Draws
 * are the fastest there are, or `keyed`: by customer, through Philox and inversion, as
 * the engine's must be for alternatives to meet the same luck. */
struct loop_mm1 {
    double rho;
    bool keyed;
};
struct loop_result loop_mm1(const struct loop_mm1 *mm1, int64_t customers, uint64_t seed);

/* A tree of `levels` with `span` below each: every leaf a source, every other node serves
 * with mean 1 and passes a case up with probability p; rho is the root's. */
struct loop_tree {
    int32_t span, levels;
    double p, rho;
};
struct loop_result loop_tree(const struct loop_tree *tree, int64_t cases, uint64_t seed);

#endif
