/* SPDX-License-Identifier: MIT
 * Hierarchies that know and hierarchies that read: helpers are as busy as those they
 * help at Garicano's span; reports come up a tree in Radner's time. */
#include "suite.h"

#include "queueing.h"

static const struct spenn_verify_seen knowledge[] = {
    SEEN("garicano-workers-busy", "utilisation", "arbeidere", 0.8),
    SEEN("garicano-class-1-busy", "utilisation", "klasse-1", 0.8),
    SEEN("garicano-class-2-busy", "utilisation", "klasse-2", 0.8),
    SEEN("garicano-class-3-busy", "utilisation", "klasse-3", 0.8),
    SEEN("garicano-span-10-busy", "utilisation", "hjelper-10", 0.8),
    SEEN("garicano-span-50-busy", "utilisation", "hjelper-50", 0.8),
    SEEN("garicano-span-5-busy", "utilisation", "hjelper-5", 0.8),
    SEEN_AS("garicano-span-10-wait", "desk-wait", "hjelper-10", f2, spenn_mm1_wait, 4, 5),
    SEEN_AS(
        "garicano-span-50-wait", "desk-wait", "hjelper-50", f2, spenn_mm1_wait, 8, 10),
    SEEN_AS("garicano-span-5-wait", "desk-wait", "hjelper-5", f2, spenn_mm1_wait, 1.6, 2),
    SEEN_AS(
        "garicano-class-1-wait", "desk-wait", "klasse-1", f3, spenn_mmc_wait, 56, 5, 14),
};

/* s log_s 64 hours up and log_s 64 down. */
static const struct spenn_verify_seen reading[] = {
    SEEN("reading-64-by-2", "coordination-time", "av-2", 12 + 6),
    SEEN("reading-64-by-4", "coordination-time", "av-4", 12 + 3),
    SEEN("reading-64-by-8", "coordination-time", "av-8", 16 + 2),
    SEEN("reading-64-by-64", "coordination-time", "av-64", 64 + 1),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("knowledge", 300, 700, 40, knowledge, "Garicano 2000; Burke 1956"),
    EXPERIMENT("reading", 0, 1e6, 40, reading,
        "Radner 1993: a regular hierarchy with serial reading"),
};

const struct spenn_verify_suite spenn_verify_knowledge = {
    .group = "hierarchy",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
