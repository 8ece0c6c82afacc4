/* SPDX-License-Identifier: MIT
 * How far a verdict is from turning: where the difference would have to be, with an
 * interval as wide as it is, for the verdict to hold no more. Pure. */
#ifndef SPENN_TURN_H
#define SPENN_TURN_H

#include "study.h"

struct spenn_turn {
    double from, to; /* the verdict holds while the difference (alternative minus than)
                        lies between; infinite where there is no end */
    double room;     /* from the difference to the nearer end, 0 or more */
    double widths;   /* the same in half-widths of the interval; NAN of an exact one */
    double settles;  /* undecided: about so many replications would settle it if the
                        difference stays what it is; INFINITY: no number would */
};

/* Of the verdict on expectation i. All NAN where there is nothing to turn: assumed, not
 * comparable; `from` to `room` NAN when undecided, `settles` when not. */
struct spenn_turn spenn_turn_of(
    const struct spenn_study_verdicts *verdicts, int32_t i, enum spenn_direction is);

#endif
