/* SPDX-License-Identifier: MIT
 * What the closed forms share: counts given as doubles. */
#ifndef SPENN_COUNT_H
#define SPENN_COUNT_H

#include <math.h>
#include <stdbool.h>

/* Whether x is a whole number from least to most. */
static inline bool spenn_is_count(double x, double least, double most)
{
    return x >= least && x <= most && floor(x) == x;
}

#endif
