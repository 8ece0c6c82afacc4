/* SPDX-License-Identifier: MIT
 * The rule is docs/statistics.md's; an interval [d - a, d + b] of a difference d moves
 * with d. Its width goes with the root of replications, so it is |d| - zone wide (half)
 * when the verdict falls. */
#include "turn.h"

#include <math.h>

static const double replications_most = 1e7; /* beyond that nobody waits */

static const struct spenn_turn none = {NAN, NAN, NAN, NAN, NAN};

/* Where the whole interval is beyond the zone, on the side of `sign`. */
static void beyond(struct spenn_turn *margin, double zone, double sign, double half)
{
    margin->from = sign > 0 ? zone + half : -INFINITY;
    margin->to = sign > 0 ? INFINITY : -zone - half;
}

static double settles(double replications, double difference, double zone, double half)
{
    double needed = fabs(fabs(difference) - zone);
    double times = half / needed, count = ceil(replications * times * times);
    return count <= replications_most ? count : INFINITY;
}

struct spenn_turn spenn_turn_of(
    const struct spenn_study_verdicts *verdicts, int32_t i, enum spenn_direction is)
{
    enum spenn_verdict verdict = (enum spenn_verdict)verdicts->verdict[i];
    double at = verdicts->difference[i], zone = verdicts->zone[i];
    double below = at - verdicts->low[i], above = verdicts->high[i] - at;
    struct spenn_turn margin = none;
    bool same = is == SPENN_SAME;
    if (verdict > SPENN_UNDECIDED || isnan(at) || isnan(below) || isnan(above)) {
        return none;
    }
    if (verdict == SPENN_UNDECIDED) {
        margin.settles =
            settles(verdicts->replications[i], at, zone, (below + above) / 2);
        return margin;
    }
    if (verdict == SPENN_NO_DIFFERENCE || (same && verdict == SPENN_SUPPORTED)) {
        margin.from = below - zone;
        margin.to = zone - above;
    } else {
        beyond(&margin, zone, at > 0 ? 1 : -1, at > 0 ? below : above);
    }
    margin.room = fmax(fmin(at - margin.from, margin.to - at), 0);
    margin.widths = below + above > 0 ? 2 * margin.room / (below + above) : NAN;
    return margin;
}
