/* SPDX-License-Identifier: MIT
 * Luck without order. A random number is a function of what it is for (seed, replication,
 * stream of cases, number of the case in it, attempt, purpose) and of nothing else, so
 * every alternative meets the same cases with the same luck. Philox 4x64-10 of Salmon,
 * Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11). */
#ifndef SPENN_RANDOM_H
#define SPENN_RANDOM_H

#include "demand.h"

/* Purposes 4k .. 4k + 3 are the lanes of block k. */
enum spenn_block {
    SPENN_BLOCK_CASE,    /* gap to this case, authority, first service, route */
    SPENN_BLOCK_ATTEMPT, /* decision at this post, deadline, conclusion, (free) */
    SPENN_BLOCK_SUPPORT, /* visits or not, service; two supports a block */
    SPENN_BLOCK_TEAM = 0x40000000, /* at this post: which member, unclear or not */
    SPENN_BLOCK_INFORM,            /* of a unit: when a contact tells it */
    SPENN_BLOCK_LADDER,            /* of a case: understood, imposed */
    SPENN_BLOCK_PARTY,             /* of a unit: gain, consent, veto, drawn or not */
    SPENN_BLOCK_VISIT,             /* of a unit: service in the phase k later */
};
enum { SPENN_LANE_GAP, SPENN_LANE_AUTHORITY, SPENN_LANE_SERVICE, SPENN_LANE_ROUTE };
enum { SPENN_LANE_DECISION, SPENN_LANE_DEADLINE, SPENN_LANE_CONCLUSION };

struct spenn_random { /* of one replication */
    uint64_t seed;    /* mixed */
    uint64_t replication;
};
struct spenn_random spenn_random_new(uint64_t seed, int32_t replication);

struct spenn_draws {
    double u[4]; /* 0 <= u < 1, multiples of 2^-53, so 1 - u is exact */
};
struct spenn_draws spenn_random_draw(const struct spenn_random *random, uint64_t stream,
    uint32_t number, uint32_t attempt, uint32_t block);

/* A law made ready for inversion. */
struct spenn_law_ready {
    int32_t law; /* enum spenn_law; SPENN_LAW_FIXED with a = 0: always 0 */
    double a, b, c;
    double mean;
};
struct spenn_law_ready spenn_law_ready(const struct spenn_time *time);

/* A value of the law from one uniform: its quantile function; hyperexponential: the phase
 * first, then that phase's quantile of what is left of u. */
double spenn_law_value(const struct spenn_law_ready *law, double u);

#endif
