/* SPDX-License-Identifier: MIT
 * How alike units treat like cases, and how closely they follow a strategy, when views
 * drift and meetings pull them together: docs/model.md, section 7.8. */
#include "suite.h"

#include "drift.h"

#define YEARLY(rate) ((rate) / 260.0) /* a day */

/* Days between meetings, pull = calibration x commitment, drift, noise, norms. */
static const struct spenn_verify_seen meetings[] = {
    SEEN_AS("uniformity-fortnightly", "uniformity", NULL, f5, spenn_meeting_uniformity,
        10, .3, YEARLY(4), .5, 1),
};
static const struct spenn_verify_seen noise[] = {
    SEEN_AS("uniformity-noise-only", "uniformity", NULL, f5, spenn_meeting_uniformity, 10,
        .5, YEARLY(12), 1, 0),
};
static const struct spenn_verify_seen absent[] = {
    SEEN_AS("uniformity-3-of-8-absent", "uniformity", NULL, fx, spenn_partial_uniformity,
        5, .4, YEARLY(4), .5, 1, 8, 5),
};
static const struct spenn_verify_seen strategy[] = {
    SEEN_AS("uniformity-quarterly", "uniformity", NULL, f5, spenn_meeting_uniformity, 65,
        .48, YEARLY(12), .5, 2),
    SEEN_AS("alignment-quarterly", "alignment", NULL, f3, spenn_meeting_alignment, 65,
        .48, YEARLY(2)),
};
static const struct spenn_verify_seen alone[] = {
    SEEN("uniformity-without-meetings", "uniformity", NULL, 0),
    SEEN("alignment-without-meetings", "alignment", NULL, 0),
};

static const char drift[] = "derived: Ornstein-Uhlenbeck drift with periodic meetings";
static const char follows[] = "derived: a weighted sum of an AR(1) process";
static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("practice-meetings", 15000, 1950, 200, meetings, drift),
    EXPERIMENT("practice-noise", 15000, 1950, 200, noise, drift),
    EXPERIMENT("practice-absent", 15000, 1950, 1000, absent, drift),
    EXPERIMENT("practice-strategy", 15000, 1950, 200, strategy, follows),
    EXPERIMENT("practice-alone", 0, 487.5, 200, alone, drift),
};

const struct spenn_verify_suite spenn_verify_practice = {
    .group = "practice",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
