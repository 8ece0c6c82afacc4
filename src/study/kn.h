/* SPDX-License-Identifier: MIT
 * Which of several systems has the lowest mean: the fully sequential procedure of Kim and
 * Nelson (2001, section 3, c = 1). Pure: the caller brings one replication after the
 * other, paired by common random numbers. When the lowest mean is at least `zone` below
 * the next and replications are independent and normal, the one left is the lowest with
 * probability 1 - alpha or more. Memory and each replication cost systems^2. */
#ifndef SPENN_KN_H
#define SPENN_KN_H

#include "arena.h"
#include "interval.h"

#include <stdbool.h>

struct spenn_kn {
    int32_t systems, first;
    double zone, h2;
    int32_t count; /* replications so far of every system still in */
    int32_t left;  /* systems still in */
    bool *in;
    int32_t *used;              /* replications of each system: `count` when it went */
    struct spenn_moments *pair; /* systems^2: of value i - value j while both were in */
    struct spenn_moments *own;
    double *variance; /* of those differences, from the first stage */
};

/* systems 1 or more, first 2 or more. Arrays in `memory`. */
void spenn_kn_make(
    struct spenn_kn *kn, struct spenn_arena *memory, int32_t systems, int32_t first);

/* One replication: a value of each system (not read of those that are out; never NAN).
 * Once there is an aim, systems may go. False when no more than one is left. */
bool spenn_kn_add(struct spenn_kn *kn, const double *value);

/* At the end of the first stage: what matters (above 0) and how often the choice may be
 * wrong; the first systems may go. False when no more than one is left. */
bool spenn_kn_aim(struct spenn_kn *kn, double zone, double alpha);

/* Takes out a system that cannot be compared after all. */
void spenn_kn_withdraw(struct spenn_kn *kn, int32_t system);

/* With an aim: the replications that suffice in any case. */
int32_t spenn_kn_most(const struct spenn_kn *kn);

/* The system still in with the lowest mean, the first of equals; -1 when none is in. */
int32_t spenn_kn_best(const struct spenn_kn *kn);

/* The mean of value i - value j over the replications in which both were in. */
double spenn_kn_difference(const struct spenn_kn *kn, int32_t i, int32_t j);

#endif
