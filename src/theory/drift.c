/* SPDX-License-Identifier: MIT */
#include "drift.h"

#include "count.h"

static bool is_calendar(double days, double pull, double drift)
{
    return spenn_is_count(days, 1.0, 1e6) && pull >= 0.0 && pull <= 1.0 && drift > 0.0;
}

/* The difference of two views has a part that follows their norms' difference and a
 * random one: what a meeting leaves of either, then day by day until the next. */
double spenn_meeting_uniformity(
    double days, double pull, double drift, double noise, double norms)
{
    double all = norms * norms + noise * noise;
    if (!is_calendar(days, pull, drift) || !(all > 0.0)) {
        return NAN;
    }
    double kept = 1.0 - pull, gap = exp(-drift * days), sum = 0.0;
    double norm = kept * (1.0 - gap) / (1.0 - kept * gap);
    double random = kept * kept * (1.0 - gap * gap) / (1.0 - kept * kept * gap * gap);
    for (int j = 0; j < (int)days; j++) {
        double near = 1.0 - (1.0 - norm) * exp(-drift * j);
        sum += norms * norms * near * near
            + noise * noise * (1.0 - (1.0 - random) * exp(-2.0 * drift * j));
    }
    return 1.0 - sum / days / all;
}

/* V is half the mean squared difference of two units, and a meeting leaves the mean of
 * those who come alone. */
double spenn_partial_uniformity(const double *x)
{
    double units = x[5], in = x[6], out = units - in;
    if (!spenn_is_count(units, 2.0, 1e9) || !spenn_is_count(in, 1.0, units)) {
        return NAN;
    }
    double apart = 1.0 - spenn_meeting_uniformity(x[0], x[1], x[2], x[3], x[4]);
    double across = 0.5 * (1.0 + 1.0 / in + (1.0 - 1.0 / in) * apart);
    double pairs = in * (in - 1.0) * apart + 2.0 * in * out * across + out * (out - 1.0);
    return 1.0 - pairs / (units * (units - 1.0));
}

/* A belief is an exponentially weighted sum of the strategies met, which are an AR(1)
 * process from meeting to meeting. */
double spenn_meeting_alignment(double days, double pull, double drift)
{
    if (!is_calendar(days, pull, drift) || pull == 0.0) {
        return NAN;
    }
    double kept = 1.0 - pull, gap = exp(-drift * days), sum = 0.0;
    double variance = pull / (2.0 - pull) * (1.0 + kept * gap) / (1.0 - kept * gap);
    for (int j = 0; j < (int)days; j++) {
        sum += variance + 1.0 - 2.0 * exp(-drift * j) * pull / (1.0 - kept * gap);
    }
    return 1.0 - sum / days / 2.0;
}
