/* SPDX-License-Identifier: MIT
 * The rule that turns an interval of a difference into a verdict. Pure. */
#ifndef SPENN_VERDICT_H
#define SPENN_VERDICT_H

#include "interval.h"
#include "study.h"

/* `interval` is of the difference (alternative minus the other); `zone` is how large a
 * difference must be to matter, 0 or more. Never ASSUMED or NOT_COMPARABLE: whether the
 * difference means anything is decided before. An interval of NAN is undecided. */
enum spenn_verdict spenn_verdict_decide(
    enum spenn_direction is, struct spenn_interval interval, double zone);

/* The zone of an expectation whose measure is `other` in the alternative compared to. */
double spenn_verdict_zone(
    const struct spenn_expect *expect, const struct spenn_measure *measure, double other);

#endif
