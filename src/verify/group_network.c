/* SPDX-License-Identifier: MIT
 * Desks that pass cases on: in a row, up a tree of authority, straight or up, through
 * teams, to support units, and to two desks at once. */
#include "suite.h"

#include "jackson.h"
#include "queueing.h"

static const struct spenn_verify_seen tandem[] = {
    SEEN_AS("tandem-time", "lead-time", NULL, f4, spenn_tandem_sojourn, .5, 1, .8, .625),
    SEEN_AS("tandem-first-wait", "desk-wait", "seksjon", f2, spenn_mm1_wait, .5, 1),
    SEEN_AS("tandem-second-wait", "desk-wait", "avdeling", f2, spenn_mm1_wait, .5, .8),
    SEEN_AS("tandem-third-wait", "desk-wait", "direktor", f2, spenn_mm1_wait, .5, .625),
    SEEN("tandem-backlog", "backlog", NULL, 6.666667),
};

static const struct spenn_verify_seen escalation[] = {
    SEEN_AS("escalation-time", "lead-time", NULL, f5, spenn_escalation_sojourn, .4, 1, 3,
        .25, 3),
    SEEN("escalation-backlog", "backlog", NULL, 7.576037),
    SEEN_AS("escalation-wait-leaf", "desk-wait", "a-1", f2, spenn_mm1_wait, .4, 1),
    SEEN_AS(
        "escalation-wait-middle", "desk-wait", "avdeling-1", f2, spenn_mm1_wait, .3, 1),
    SEEN_AS("escalation-wait-top", "desk-wait", "direktor", f2, spenn_mm1_wait, .225, 1),
    SEEN_AS("escalation-busy-top", "utilisation", "direktor", f4, spenn_escalation_rate,
        .4, 3, .25, 2),
};

/* 0.75 (4 + 0.4 x 1 / 0.45) + 0.25 / 0.45 */
static const struct spenn_verify_seen direct[] = {
    SEEN("direct-time", "lead-time", "sak", 4.222222),
    SEEN_AS("direct-wait-top", "desk-wait", "direktor", f2, spenn_mm1_wait, .55, 1),
    SEEN("direct-busy-top", "utilisation", "direktor", 0.55),
    SEEN("direct-busy-unit", "utilisation", "a", 0.75),
};

/* 0.4 and 0.2 cases an hour at M/M/1: 0.4 / 0.6 and 0.2 / 0.8 */
static const struct spenn_verify_seen team[] = {
    SEEN("team-wait-across-1", "desk-wait", "tvers-1", 0.666667),
    SEEN("team-wait-across-2", "desk-wait", "tvers-2", 0.666667),
    SEEN("team-wait-top-1", "desk-wait", "topp-1", 0.25),
    SEEN("team-wait-school", "desk-wait", "skole", 0.666667),
    SEEN("team-wait-health", "desk-wait", "helse", 0.25),
    SEEN("team-wait-top-2", "desk-wait", "topp-2", 0.25),
    SEEN("team-wait-unit-1", "desk-wait", "enhet-1", 0.666667),
    SEEN("team-wait-unit-2", "desk-wait", "enhet-2", 0.25),
    SEEN("team-time-a", "lead-time", "sak-a", 2.65625),
    SEEN("team-time-b", "lead-time", "sak-b", 2.395833),
    SEEN("team-time-c", "lead-time", "sak-c", 2.430556),
};

/* waits 0.6 / (1 - 0.6) and C(3, 2.25) / 0.6; then the visit and 1 / (10 - 0.6) */
static const struct spenn_verify_seen support[] = {
    SEEN_AS("support-wait-own-1", "desk-wait", "egen-1/cases", f2, spenn_mm1_wait, .6, 1),
    SEEN_AS("support-wait-own-3", "desk-wait", "egen-3/cases", f2, spenn_mm1_wait, .6, 1),
    SEEN("support-wait-shared", "desk-wait", "felles/cases", 0.946262),
    SEEN("support-time-own", "lead-time", "lokal", 2.606383),
    SEEN("support-time-shared", "lead-time", "sentral", 4.302645),
    SEEN("support-busy-shared", "utilisation", "felles/cases", 0.75),
};

/* 0.8 / (1 - 0.7) and that / (1 - 0.8), the visit, before it 1 / (10 - 0.1) */
static const struct spenn_verify_seen secretariat[] = {
    SEEN("secretariat-time-top", "lead-time", "sekretariat", 3.666667),
    SEEN("secretariat-time-units", "lead-time", "enheter", 14.434343),
    SEEN("secretariat-busy", "utilisation", "stab/cases", 0.8),
};

static const struct spenn_verify_seen least_loaded[] = {
    SEEN("least-loaded-time", "lead-time", "like", 2.955737),
    SEEN("least-loaded-busy-first", "utilisation", "a", 0.850212),
    SEEN("least-loaded-busy-second", "utilisation", "b", 0.749788),
    SEEN("least-loaded-unequal-time", "handling-time", "ulike", 2.198585),
    SEEN("least-loaded-unequal-busy-two", "utilisation", "c/cases", 0.877515),
    SEEN("least-loaded-unequal-busy-one", "utilisation", "d/cases", 0.761242),
    SEEN("least-loaded-drawn-time", "lead-time", "tilfeldig", 5),
};

static const struct spenn_verify_seen fork_join[] = {
    SEEN_AS("fork-join-20", "coordination-time", "lav", f3, spenn_fork_join_sojourn, .2,
        1, 2),
    SEEN_AS("fork-join-50", "coordination-time", "halv", f3, spenn_fork_join_sojourn, .5,
        1, 2),
    SEEN_AS("fork-join-80", "coordination-time", "høy", f3, spenn_fork_join_sojourn, .8,
        1, 2),
    SEEN("fork-join-busy-50", "utilisation", "b-1", 0.5),
    SEEN("fork-join-wait-50", "desk-wait", "b-1", 1),
};

static const char jackson[] = "Jackson 1957: independent M/M/1 and M/M/c desks";

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("tandem", 500, 6000, 40, tandem, jackson),
    EXPERIMENT("escalation", 100, 1500, 40, escalation, jackson),
    EXPERIMENT("direct", 500, 5000, 40, direct, jackson),
    EXPERIMENT("team", 300, 4000, 40, team, jackson),
    EXPERIMENT("support", 300, 3000, 40, support, jackson),
    EXPERIMENT("secretariat", 1000, 8000, 40, secretariat, "Cobham 1954"),
    EXPERIMENT("least-loaded", 500, 4000, 40, least_loaded,
        "derived: balance equations of two queues, solved by iteration"),
    EXPERIMENT("fork-join", 1000, 6000, 40, fork_join,
        "Flatto and Hahn 1984; Nelson and Tantawi 1988: (12 - r)/8 / (m - l)"),
};

const struct spenn_verify_suite spenn_verify_network = {
    .group = "network",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
