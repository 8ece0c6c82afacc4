/* SPDX-License-Identifier: MIT
 * With [L, U] in the claimed direction and zone d: L >= d supported, U <= -d
 * contradicted, -d < L and U < d no material difference, else undecided. With d = 0 a
 * difference of exactly 0 is none, so that equal structures are not "higher". */
#include "verdict.h"

#include <assert.h>
#include <math.h>

const char *const spenn_verdict_names[] = {"supported", "contradicted",
    "no material difference", "undecided", "assumed", "not comparable"};

/* Differences of decimal fractions miss the zone's edge by a last bit. */
static const double edge = 1e-9;

static bool at_least(double value, double zone)
{
    return value > 0 && value >= zone * (1 - edge);
}

enum spenn_verdict spenn_verdict_decide(
    enum spenn_direction is, struct spenn_interval interval, double zone)
{
    assert(zone >= 0);
    double low = is == SPENN_LOWER ? -interval.high : interval.low;
    double high = is == SPENN_LOWER ? -interval.low : interval.high;
    bool above = at_least(low, zone), below = at_least(-high, zone);
    bool within = (-low < zone && high < zone) || (low == 0 && high == 0);
    if (is == SPENN_SAME) {
        return above || below ? SPENN_CONTRADICTED
            : within          ? SPENN_SUPPORTED
                              : SPENN_UNDECIDED;
    }
    return above ? SPENN_SUPPORTED
        : below  ? SPENN_CONTRADICTED
        : within ? SPENN_NO_DIFFERENCE
                 : SPENN_UNDECIDED;
}

double spenn_verdict_zone(
    const struct spenn_expect *expect, const struct spenn_measure *measure, double other)
{
    if (!isnan(expect->indifference)) {
        return fabs(expect->indifference);
    }
    double share = measure->zone_relative * fabs(other);
    return share > measure->zone ? share : measure->zone;
}
