/* SPDX-License-Identifier: MIT
 * The kernel of hidden work: items that are done again, patched or left. */
#include "suite.h"

#include "rework.h"

/* Half an item of one hour arises an hour. */
static double busy(double p, double again, double patched)
{
    return 0.5 * spenn_rework_volume(p, again, patched);
}
/* One, and one more after each exception that is done again. */
static double passes(double p, double again)
{
    return 1.0 + again * spenn_rework_exceptions(p, again, 0.0);
}

static const struct spenn_verify_seen kernel[] = {
    SEEN_AS("work-05", "utilisation", "u1", f3, busy, .05, .6, .3),
    SEEN_AS("work-10", "utilisation", "u2", f3, busy, .1, .6, .3),
    SEEN_AS("work-20", "utilisation", "u3", f3, busy, .2, .6, .3),
    SEEN_AS("work-10-all-again", "utilisation", "u4", f3, busy, .1, 1, 0),
    SEEN_AS("work-20-mostly-patched", "utilisation", "u5", f3, busy, .2, .4, .6),
    SEEN_AS("passes-05", "tries", "arbeid-1", f2, passes, .05, .6),
    SEEN_AS("passes-10", "tries", "arbeid-2", f2, passes, .1, .6),
    SEEN_AS("passes-20", "tries", "arbeid-3", f2, passes, .2, .6),
    SEEN_AS("passes-10-all-again", "tries", "arbeid-4", f2, passes, .1, 1),
    SEEN_AS("passes-20-mostly-patched", "tries", "arbeid-5", f2, passes, .2, .4),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("rework", 200, 4000, 40, kernel,
        "derived: a geometric number of passes; after Jin and Levitt 1996"),
};

const struct spenn_verify_suite spenn_verify_rework = {
    .group = "rework",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
