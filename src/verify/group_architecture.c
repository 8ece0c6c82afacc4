/* SPDX-License-Identifier: MIT
 * Evaluators who accept with a chance each: all must (hierarchy), one does (polyarchy),
 * most must (majority); structures of structures; good and bad projects judged. */
#include "suite.h"

static const struct spenn_verify_seen architectures[] = {
    SEEN("hierarchy-2-50", "solved", "h2-50", 0.25),
    SEEN("polyarchy-2-50", "solved", "p2-50", 0.75),
    SEEN("hierarchy-3-50", "solved", "h3-50", 0.125),
    SEEN("polyarchy-3-50", "solved", "p3-50", 0.875),
    SEEN("majority-3-50", "solved", "m3-50", 0.5),
    SEEN("majority-5-50", "solved", "m5-50", 0.5),
    SEEN("hierarchy-2-60", "solved", "h2-60", 0.36),
    SEEN("polyarchy-2-60", "solved", "p2-60", 0.84),
    SEEN("hierarchy-3-60", "solved", "h3-60", 0.216),
    SEEN("polyarchy-3-60", "solved", "p3-60", 0.936),
    SEEN("majority-3-60", "solved", "m3-60", 0.648),
    SEEN("majority-5-60", "solved", "m5-60", 0.68256),
    SEEN("hierarchy-2-80", "solved", "h2-80", 0.64),
    SEEN("polyarchy-2-80", "solved", "p2-80", 0.96),
    SEEN("hierarchy-3-80", "solved", "h3-80", 0.512),
    SEEN("polyarchy-3-80", "solved", "p3-80", 0.992),
    SEEN("majority-3-80", "solved", "m3-80", 0.896),
    SEEN("majority-5-80", "solved", "m5-80", 0.94208),
    SEEN("hierarchy-2-30", "solved", "h2-30", 0.09),
    SEEN("polyarchy-2-30", "solved", "p2-30", 0.51),
    SEEN("hierarchy-3-30", "solved", "h3-30", 0.027),
    SEEN("polyarchy-3-30", "solved", "p3-30", 0.657),
    SEEN("majority-3-30", "solved", "m3-30", 0.216),
    SEEN("majority-5-30", "solved", "m5-30", 0.16308),
    SEEN("majority-11-60", "solved", "m11-60", 0.753498),
};

/* Two bodies, each of which decides with the share that was seen of one. */
static double both(double one, double other)
{
    return one * other;
}

static double either(double one, double other)
{
    return 1.0 - (1.0 - one) * (1.0 - other);
}

/* Good and bad projects, as many of each, judged rightly. */
static double judged(double good, double bad)
{
    return (good + 1.0 - bad) / 2.0;
}

#define OF_TWO(case_name, function, one, two, number)                                    \
    {                                                                                    \
        .name = (case_name), .slot = {"solved", one}, .combine = (function),             \
        .other = {"solved", two}, .expected = {                                          \
            .x = {number}                                                                \
        }                                                                                \
    }

static const struct spenn_verify_seen composed[] = {
    OF_TWO("hierarchy-of-polyarchies-50", both, "p2-50", "p2-50-b", 0.5625),
    OF_TWO("hierarchy-of-polyarchies-60", both, "p2-60", "p2-60-b", 0.7056),
    OF_TWO("hierarchy-of-polyarchies-80", both, "p2-80", "p2-80-b", 0.9216),
    OF_TWO("polyarchy-of-hierarchies-50", either, "h2-50", "h2-50-b", 0.4375),
    OF_TWO("polyarchy-of-hierarchies-60", either, "h2-60", "h2-60-b", 0.5904),
    OF_TWO("polyarchy-of-hierarchies-80", either, "h2-80", "h2-80-b", 0.8704),
    OF_TWO("right-hierarchy-2", judged, "h2-80", "h2-30", 0.775),
    OF_TWO("right-polyarchy-2", judged, "p2-80", "p2-30", 0.725),
    OF_TWO("right-majority-3", judged, "m3-80", "m3-30", 0.84),
    OF_TWO("right-majority-5", judged, "m5-80", "m5-30", 0.8895),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("architectures", 100, 2000, 40, architectures,
        "Sah and Stiglitz 1986, 1988: p^n, 1 - (1 - p)^n, binomial sums"),
    EXPERIMENT("architectures", 100, 2000, 40, composed,
        "Sah and Stiglitz 1986: structures of structures; both kinds of error"),
};

const struct spenn_verify_suite spenn_verify_architecture = {
    .group = "architecture",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
