/* SPDX-License-Identifier: MIT
 * A selection under way. Inside module study only. */
#ifndef SPENN_CONTEST_H
#define SPENN_CONTEST_H

#include "field.h"
#include "select_best.h"

struct spenn_contest {
    const struct spenn_select_options *options;
    struct spenn_select *select;
    struct spenn_field field;
    struct spenn_field_question question;
    int32_t systems; /* those that can be compared: */
    int32_t *world;  /* their worlds, ascending */
    double sign;     /* 1: the lowest is sought, -1: the highest */
};

/* Replicates and fills all but `best`'s neighbours: status OUT, LEFT or ASIDE, means,
 * replications. False when there is no zone to be had. */
bool spenn_contest_kn(struct spenn_contest *contest, struct spenn_error *err);
bool spenn_contest_ocba(struct spenn_contest *contest, struct spenn_error *err);

/* Settles `within` where the measure's own zone is used: a share of the value today. */
bool spenn_contest_zone(
    struct spenn_contest *contest, double value, struct spenn_error *err);

/* Marks a world as set aside for what is in its way; false when nothing is. */
bool spenn_contest_aside(struct spenn_contest *contest, int32_t world);

#endif
