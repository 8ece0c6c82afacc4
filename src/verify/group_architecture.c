/* SPDX-License-Identifier: MIT
 * Evaluators who accept with a chance each: all must (hierarchy), one does (polyarchy),
 * most must (majority); good and bad projects judged. */
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

/* Good and bad projects, as many of each, judged rightly. */
#define JUDGED(case_name, good, bad, number)                                             \
    {                                                                                    \
        .name = (case_name), .expected = {.x = {number}}, .plus = 0.5, .parts = 2,       \
        .part = (const struct spenn_verify_part[])                                       \
        {                                                                                \
            {0.5, {"solved", good}},                                                     \
            {                                                                            \
                -0.5,                                                                    \
                {                                                                        \
                    "solved", bad                                                        \
                }                                                                        \
            }                                                                            \
        }                                                                                \
    }

static const struct spenn_verify_seen right[] = {
    JUDGED("right-hierarchy-2", "h2-80", "h2-30", 0.775),
    JUDGED("right-polyarchy-2", "p2-80", "p2-30", 0.725),
    JUDGED("right-majority-3", "m3-80", "m3-30", 0.84),
    JUDGED("right-majority-5", "m5-80", "m5-30", 0.8895),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("architectures", 100, 2000, 40, architectures,
        "Sah and Stiglitz 1986, 1988: p^n, 1 - (1 - p)^n, binomial sums"),
    EXPERIMENT("architectures", 100, 2000, 40, right,
        "Sah and Stiglitz 1986: both kinds of error"),
};

const struct spenn_verify_suite spenn_verify_architecture = {
    .group = "architecture",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
