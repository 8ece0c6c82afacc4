/* SPDX-License-Identifier: MIT
 * Items that wait for clocked meetings with room for so many, that come back, and units
 * that learn there what was decided without them. */
#include "suite.h"

#include "meeting.h"

/* Bulk service at fixed intervals: the roots of z^K = e^(a (z - 1)). */
static const struct spenn_verify_seen waits[] = {
    SEEN_AS(
        "wait-1-item-half-full", "meeting-wait", "m1", f3, spenn_meeting_wait, .5, 1, 1),
    SEEN_AS("wait-1-item-80", "meeting-wait", "m2", f3, spenn_meeting_wait, .8, 1, 1),
    SEEN_AS("wait-5-items-56", "meeting-wait", "m3", f3, spenn_meeting_wait, .4, 7, 5),
    SEEN_AS("wait-20-items-70", "meeting-wait", "m4", f3, spenn_meeting_wait, 2, 7, 20),
    SEEN_AS("wait-5-items-80", "meeting-wait", "m5", f3, spenn_meeting_wait, .8, 5, 5),
    SEEN_AS("wait-8-items-88", "meeting-wait", "m6", f3, spenn_meeting_wait, 1, 7, 8),
    SEEN("time-5-items-80", "lead-time", "s5", 4.445300),
    SEEN("backlog-8-items-88", "backlog", "m6", 6.299827),
    SEEN("agenda-used-20-items-70", "utilisation", "m4", 0.7),
};

/* From an empty start: the one meeting of the first interval takes what arose since time
 * 0, if it lies anywhere in it: mean of E min(20, Poisson(2 p)) / 20, p to 7. */
static const struct spenn_verify_seen first[] = {
    SEEN("first-meeting-anywhere", "utilisation", "m4", 0.349499),
};

static const struct spenn_verify_seen returned[] = {
    SEEN("returned-agenda-used", "utilisation", "gruppe", 0.7),
    SEEN("returned-decided-outside", "decided-outside", "gruppe", 0.125),
    SEEN("returned-concluded-a-week", "throughput", "uenighet", 6.25),
};

/* 40 / 2, 1 / f and 1 / f - (1 - exp(-f 40)) / (f^2 40), f = 1 / 80. */
static const struct spenn_verify_seen informed[] = {
    SEEN("informed-at-meetings", "uninformed-time", "stab-1", 20),
    SEEN("informed-by-contact", "uninformed-time", "stab-2", 80),
    SEEN("informed-by-either", "uninformed-time", "stab-3", 17.044906),
    SEEN("informed-top-bypassed", "bypass", "topp-1", 0.75),
    SEEN("informed-bypassed", "bypass", "sak-1", 0.875),
    SEEN("informed-never", "never-informed", "sak-1", 0.375),
    SEEN("informed-of-a-case", "uninformed-time", "sak-1", 20),
    SEEN("informed-present-bypassed", "bypass", "topp-4", 0.75),
    SEEN("informed-own-decisions", "own-decisions", "sak-4", 0.75),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("meeting", 300, 2500, 40, waits,
        "Bailey 1954; Janssen and van Leeuwaarden 2005: roots of z^K = e^(a(z-1))"),
    EXPERIMENT("meeting", 0, 7, 400, first,
        "derived: the first meeting lies anywhere in its interval"),
    EXPERIMENT("returned", 300, 3000, 40, returned, "derived: counting presentations"),
    EXPERIMENT("informed", 100, 10000, 40, informed,
        "derived: the wait for the next of a clock and of a Poisson stream"),
};

const struct spenn_verify_suite spenn_verify_meeting = {
    .group = "meeting",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
