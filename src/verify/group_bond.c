/* SPDX-License-Identifier: MIT
 * What coordination leaves behind (docs/model.md §7.13): ties that contact and talks make
 * and that fade, and ownership that fades and is renewed. */
#include "suite.h"

#include "quantity.h"

#include <math.h>

/* What grows at a rate and fades at another, in the long run. */
static double balance(const double *rate)
{
    return rate[0] / (rate[0] + rate[1]);
}

/* Mean over hours from..from + hours of start e^(-fade t). */
static double decayed(const double *a)
{
    double start = a[0], fade = a[1], from = a[2], hours = a[3];
    return start * (exp(-fade * from) - exp(-fade * (from + hours))) / (fade * hours);
}

/* Mean between renewals every interval in the long run. */
static double renewed(const double *a)
{
    double gain = a[0], fade = a[1], left = exp(-fade * a[2]);
    return gain / (1.0 - (1.0 - gain) * left) * (1.0 - left) / (fade * a[2]);
}

/* Three of four sit where it is renewed; the fourth has what is left of the start. */
static double renewed_for_three(const double *a)
{
    return 0.75 * renewed(a) + 0.25 * decayed(a + 3);
}

#define YEARS(number) ((number)*SPENN_YEAR)
#define FADE (0.5 / SPENN_YEAR)

static const struct spenn_verify_seen ties[] = {
    SEEN_AS("tie-of-seven-meetings", "tie", "nær", fx, balance, 0.7, 0.5),
    SEEN_AS("tie-of-one-meeting", "tie", "fjern", fx, balance, 0.1, 0.5),
    SEEN_AS("tie-of-mobility", "tie", "flytter", fx, balance, 0.35, 0.5),
    SEEN_AS("tie-of-much-mobility", "tie", "flytter-mye", fx, balance, 0.6, 0.5),
    SEEN_AS("tie-of-talks", "tie", "snakker", fx, balance, 0.7 + 0.6, 0.5),
};

static const struct spenn_verify_seen fading[] = {
    SEEN_AS(
        "ownership-fades", "ownership", "pålagt", fx, decayed, 0.5, FADE, 0, YEARS(2)),
    SEEN_AS("ownership-of-who-prepared", "ownership", "forberedt", fx, decayed, 0.9, FADE,
        0, YEARS(2)),
    SEEN_AS("ownership-anchored", "ownership", "forankret", fx, decayed, 0.5, 0.4 * FADE,
        0, YEARS(2)),
};

static const struct spenn_verify_seen renewing[] = {
    SEEN_AS(
        "ownership-by-letters", "ownership", "brev", fx, renewed, 0.5, FADE, SPENN_MONTH),
    SEEN_AS("ownership-by-meetings", "ownership", "møte", fx, renewed_for_three, 0.5,
        FADE, YEARS(1) / 26, 0.5, FADE, YEARS(20), YEARS(40)),
    SEEN_AS("ownership-by-cases", "ownership", "saker", fx, balance, 1.5 * 0.5, 0.5),
};

static const char source[] = "derived: docs/model.md §7.13";

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("ties", YEARS(10), YEARS(30), 40, ties, source),
    EXPERIMENT("ownership", 0, YEARS(2), 30, fading, source),
    EXPERIMENT("ownership", YEARS(20), YEARS(40), 40, renewing, source),
};

const struct spenn_verify_suite spenn_verify_bond = {
    .group = "bond",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
