/* SPDX-License-Identifier: MIT
 * Juries and larger committees, and screens that look again when they have said no. */
#include "suite.h"

#include "screening.h"

static const struct spenn_verify_seen committees[] = {
    SEEN_AS("jury-7-60", "solved", "m7-60", f2, spenn_jury_right, 0.6, 7),
    SEEN_AS("jury-21-60", "solved", "m21-60", f2, spenn_jury_right, 0.6, 21),
    SEEN_AS("jury-41-60", "solved", "m41-60", f2, spenn_jury_right, 0.6, 41),
    SEEN_AS("jury-11-70", "solved", "m11-70", f2, spenn_jury_right, 0.7, 11),
    SEEN_AS("jury-41-55", "solved", "m41-55", f2, spenn_jury_right, 0.55, 41),
    SEEN_AS("jury-9-80", "solved", "m9-80", f2, spenn_jury_right, 0.8, 9),
    SEEN_AS("jury-9-30", "solved", "m9-30", f2, spenn_jury_right, 0.3, 9),
    SEEN_AS("jury-3-70", "solved", "m3-70", f2, spenn_jury_right, 0.7, 3),
    SEEN_AS("hierarchy-5-80", "solved", "h5-80", f2, spenn_hierarchy_accepts, 0.8, 5),
    SEEN_AS("hierarchy-10-90", "solved", "h10-90", f2, spenn_hierarchy_accepts, 0.9, 10),
    SEEN_AS("polyarchy-5-30", "solved", "p5-30", f2, spenn_polyarchy_accepts, 0.3, 5),
    SEEN_AS("polyarchy-10-10", "solved", "p10-10", f2, spenn_polyarchy_accepts, 0.1, 10),
    SEEN_AS("two-looks-of-hierarchy-2-50", "solved", "to-h2-50", f3,
        spenn_polyarchy_of_hierarchies, 0.5, 2, 2),
    SEEN_AS("two-looks-of-hierarchy-2-60", "solved", "to-h2-60", f3,
        spenn_polyarchy_of_hierarchies, 0.6, 2, 2),
    SEEN_AS("two-looks-of-hierarchy-2-80", "solved", "to-h2-80", f3,
        spenn_polyarchy_of_hierarchies, 0.8, 2, 2),
    SEEN("three-looks-of-majority-3-60", "solved", "tre-m3-60",
        1 - (1 - .648) * (1 - .648) * (1 - .648)),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("committees", 100, 2000, 40, committees,
        "Condorcet 1785; Sah and Stiglitz 1986, 1988; Christensen and Knudsen 2010"),
};

const struct spenn_verify_suite spenn_verify_committees = {
    .group = "architecture",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
