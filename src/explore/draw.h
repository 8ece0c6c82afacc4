/* SPDX-License-Identifier: MIT
 * Random numbers of an exploration: functions of (seed, purpose, what, which) and of
 * nothing else, apart from those of every replication of the simulation. */
#ifndef SPENN_DRAW_H
#define SPENN_DRAW_H

#include "random.h"

enum spenn_draw_purpose {
    SPENN_DRAW_SCRAMBLE,
    SPENN_DRAW_LATIN,
    SPENN_DRAW_MORRIS,
    SPENN_DRAW_BOOTSTRAP
};

/* Replications of the simulation count from 0; these streams lie below. */
struct spenn_random spenn_draw_random(uint64_t seed, enum spenn_draw_purpose purpose);

/* Uniform in [0, 1), number `which` of stream `what`. */
double spenn_draw_uniform(
    const struct spenn_random *random, uint64_t what, uint32_t which);

/* Fills order[0 .. count) with a random permutation of 0 .. count - 1: numbers `from`
 * up to from + count - 1 of the stream (Fisher and Yates, Durstenfeld 1964). */
void spenn_draw_permutation(const struct spenn_random *random, uint64_t what,
    uint32_t from, int32_t *order, int32_t count);

#endif
