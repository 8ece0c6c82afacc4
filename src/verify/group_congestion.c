/* SPDX-License-Identifier: MIT
 * Messages on trees, below and above the rate at which somebody is full. */
#include "suite.h"

#include "quantity.h"
#include "tree_flow.h"

#include <math.h>
#include <string.h>

/* The root's load, relays and own. */
static double root_load(double span, double levels, double rate)
{
    return rate / spenn_tree_threshold(span, levels, 1.0);
}

static const struct spenn_verify_seen fits[] = {
    SEEN_AS("tree-2-4-root-busy", "utilisation", "to/cases", f3, root_load, 2, 4,
        .9 * 7 / 64),
    SEEN("tree-2-4-below-root-busy", "utilisation", "to-a-1/cases", .9),
    SEEN_AS(
        "tree-3-4-root-busy", "utilisation", "tre/cases", f3, root_load, 3, 4, .9 / 27),
    SEEN_AS(
        "tree-4-3-root-busy", "utilisation", "fire/cases", f3, root_load, 4, 3, .9 / 16),
    SEEN_AS(
        "tree-5-4-root-busy", "utilisation", "fem/cases", f3, root_load, 5, 4, .9 / 125),
};

/* Begun empty, it grows by 2 (load - 1) an hour: on average over hours 1000 to 2000 that
 * x 1500. What comes of hours without a queue at the start is a third of a standard
 * error. */
static double backlog(double span, double levels, double rate)
{
    return 2.0 * spenn_tree_backlog_growth(span, levels, 1.0, rate) * 1500.0;
}

static const struct spenn_verify_seen overflows[] = {
    SEEN_AS("tree-3-4-backlog", "backlog", "tre", f3, backlog, 3, 4, 1.3 / 27),
    SEEN_AS("tree-4-3-backlog", "backlog", "fire", f3, backlog, 4, 3, 1.3 / 16),
    SEEN_AS("tree-5-4-backlog", "backlog", "fem", f3, backlog, 5, 4, 1.3 / 125),
    SEEN("tree-3-4-always-busy", "utilisation", "tre/cases", 1),
};

/* What Spenn itself says: at the root so many messages a week more than it can take. */
static double said_growth(double span)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    const char *root = span == 3.0 ? "tre/cases"
        : span == 4.0              ? "fire/cases"
                                   : "fem/cases";
    double growth = NAN;
    if (spenn_verify_read("congestion-above", &m, &err)) {
        struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
        const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
        for (int32_t i = 0; i < flows->count; i++) {
            growth = strcmp(flows->subject[i], root) == 0 ? flows->growth[i] : growth;
        }
        spenn_sim_plan_free(plan);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    return growth;
}

/* 2 (1.3 - 1) an hour. */
static const char said[] = "Guimerà et al. 2002: load - 1, two messages a packet";
static const struct spenn_verify_call calls[] = {
    {"tree-3-4-cannot-keep-up", 0.6 * SPENN_WEEK, 1e-9, true,
        {.f1 = said_growth, .x = {3}}, said},
    {"tree-4-3-cannot-keep-up", 0.6 * SPENN_WEEK, 1e-9, true,
        {.f1 = said_growth, .x = {4}}, said},
    {"tree-5-4-cannot-keep-up", 0.6 * SPENN_WEEK, 1e-9, true,
        {.f1 = said_growth, .x = {5}}, said},
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("congestion-below", 1500, 2000, 30, fits,
        "Guimerà et al. 2002: relays and own, rate x (B / (S - 1) + 1)"),
    EXPERIMENT("congestion-above", 1000, 1000, 30, overflows,
        "Guimerà et al. 2002: above the threshold it grows by load - 1"),
};

const struct spenn_verify_suite spenn_verify_congestion = {
    .group = "congestion",
    .call = calls,
    .calls = SPENN_COUNT(calls),
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
