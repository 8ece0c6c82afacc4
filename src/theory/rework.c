/* SPDX-License-Identifier: MIT
 * Exceptions and what they cost. */
#include "rework.h"

#include <math.h>
#include <stdbool.h>

static bool in_range(double p, double again, double patched)
{
    return p >= 0.0 && p <= 1.0 && again >= 0.0 && patched >= 0.0
        && again + patched <= 1.0 + 1e-12 && p * again < 1.0;
}

double spenn_rework_volume(double p, double again, double patched)
{
    return in_range(p, again, patched) ? (1.0 + p * patched / 2.0) / (1.0 - p * again)
                                       : NAN;
}

double spenn_rework_exceptions(double p, double again, double patched)
{
    return in_range(p, again, patched) ? p / (1.0 - p * again) : NAN;
}

double spenn_rework_risk(double again, double patched)
{
    return in_range(0.0, again, patched) ? 1.0 - again - patched / 2.0 : NAN;
}
