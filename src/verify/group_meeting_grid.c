/* SPDX-License-Identifier: MIT
 * Clocked meetings over a grid of intervals, agendas and loads, by the root formula. */
#include "suite.h"

#include "meeting.h"

#define WAIT(name, of, ...)                                                              \
    SEEN_AS(name, "meeting-wait", of, f3, spenn_meeting_wait, __VA_ARGS__)

static const struct spenn_verify_seen daily[] = {
    WAIT("wait-hourly-2-items-45", "m1", .9, 1, 2),
    WAIT("wait-hourly-2-items-80", "m2", 1.6, 1, 2),
    WAIT("wait-2-hours-3-items-80", "m3", 1.2, 2, 3),
    WAIT("wait-half-day-3-items-75", "m4", .6, 3.75, 3),
    WAIT("wait-half-day-5-items-90", "m5", 1.2, 3.75, 5),
    WAIT("wait-half-day-12-items-75", "m6", 2.4, 3.75, 12),
};

static const struct spenn_verify_seen weekly[] = {
    WAIT("wait-day-5-items-75", "m1", .5, 7.5, 5),
    WAIT("wait-day-10-items-90", "m2", 1.2, 7.5, 10),
    WAIT("wait-week-5-items-75", "m3", .1, 37.5, 5),
    WAIT("wait-week-20-items-75", "m4", .4, 37.5, 20),
    WAIT("wait-week-12-items-94", "m5", .3, 37.5, 12),
    WAIT("wait-month-10-items-81", "m6", .05, 162.5, 10),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("meeting-daily", 300, 4000, 40, daily,
        "Bailey 1954; Janssen and van Leeuwaarden 2005: roots of z^K = e^(a(z-1))"),
    EXPERIMENT("meeting-weekly", 6000, 30000, 40, weekly,
        "Bailey 1954; Janssen and van Leeuwaarden 2005: roots of z^K = e^(a(z-1))"),
};

const struct spenn_verify_suite spenn_verify_meeting_grid = {
    .group = "meeting",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
