/* SPDX-License-Identifier: MIT
 * Groups of different size. */
#include "opinion.h"

#include "count.h"

#include <stdint.h>

enum { most_members = 20 };

/* Whether a member of a side of `own` out of `members` turns. */
static bool turns(double own, double members, double threshold)
{
    return own > 0.0 && members - own >= threshold * (members - 1.0) - 1e-12;
}

/* stuck[j]: chance to end without agreement from j in favour. With more than half needed,
 * a side that turns is not the larger one; with both equal each may lose one. */
static void chances(int32_t members, double threshold, double *stuck)
{
    stuck[0] = stuck[members] = 0.0;
    for (int32_t j = 1; 2 * j <= members; j++) { /* towards agreement from the end */
        bool for_turns = turns(j, members, threshold);
        stuck[j] = for_turns ? stuck[j - 1] : 1.0;
        stuck[members - j] = stuck[j];
    }
}

double spenn_opinion_stuck(double members, double threshold)
{
    double stuck[most_members + 1], sum = 0.0;
    if (!spenn_is_count(members, 2.0, most_members)
        || !(threshold > 0.5 && threshold <= 1.0)) {
        return NAN;
    }
    int32_t n = (int32_t)members;
    chances(n, threshold, stuck);
    for (uint32_t start = 0; start < 1u << n; start++) {
        int32_t in_favour = 0;
        for (int32_t i = 0; i < n; i++) {
            in_favour += (int32_t)(start >> i & 1u);
        }
        sum += stuck[in_favour];
    }
    return sum / exp2(members);
}

double spenn_rule_of_seven(double members)
{
    return spenn_is_count(members, 1.0, 1e9)
        ? fmin(fmax(1.0 - 0.1 * (members - 7.0), 0.0), 1.0)
        : NAN;
}
