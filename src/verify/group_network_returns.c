/* SPDX-License-Identifier: MIT
 * Work that comes back to the same desk (Jackson's feedback, the kernel of rework),
 * several desks at once, and the critical path when nothing is left to chance. */
#include "suite.h"

#include "jackson.h"
#include "quantity.h"
#include "queueing.h"
#include "twin.h"

#define RETURNING(name, of, ...)                                                         \
    SEEN_AS(name, "coordination-time", of, f3, spenn_feedback_sojourn, __VA_ARGS__)
static const struct spenn_verify_seen feedback[] = {
    RETURNING("feedback-25-time", "hver-fjerde", .4, 1, .25),
    RETURNING("feedback-10-time", "hver-tiende", .6, 1, .1),
    RETURNING("feedback-50-time", "annenhver", .3, 1, .5),
    SEEN("feedback-25-busy", "utilisation", "kvart", .4 / .75),
    SEEN("feedback-10-busy", "utilisation", "tiende", .6 / .9),
    SEEN("feedback-50-busy", "utilisation", "halv", .3 / .5),
    SEEN("feedback-25-visits", "tries", "hver-fjerde", 1 / .75),
    SEEN("feedback-50-visits", "tries", "annenhver", 2),
    SEEN_AS("feedback-25-wait", "desk-wait", "kvart", f2, spenn_mm1_wait, .4 / .75, 1),
};

/* More than two: balance equations of the queues, solved by iteration
 * (tests/theory/test_fork_join.c). */
static const struct spenn_verify_seen fork_join[] = {
    SEEN_AS("fork-join-2-at-70", "coordination-time", "to-70", f3,
        spenn_fork_join_sojourn, .7, 1, 2),
    SEEN("fork-join-3-at-20", "coordination-time", "tre-20", 2.232321),
    SEEN("fork-join-3-at-50", "coordination-time", "tre-50", 3.432579),
    SEEN("fork-join-4-at-50", "coordination-time", "fire-50", 3.840817),
};

static const struct spenn_verify_seen path[] = {
    SEEN("critical-path-series", "lead-time", "rekke", 14),
    SEEN("critical-path-parallel", "lead-time", "side", 21),
    SEEN("critical-path-chain", "lead-time", "kjede", 19),
    SEEN("critical-path-two", "lead-time", "stor", 9),
    SEEN("critical-path-coordination", "coordination-time", "side", 18),
    SEEN("critical-path-parts", "implementation-time", "side", 10),
};

/* Numbers of a whole organization that disagree with its exact twin, all judged together;
 * -1: it could not be set against one. */
static double disagreeing(double replications)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    struct spenn_twin twin = {0};
    struct spenn_study_options study = {.jobs = 1};
    struct spenn_twin_options options = {&study, SPENN_YEAR, (int32_t)replications};
    bool ok = spenn_verify_read("organization", &m, &err)
        && spenn_twin_run(&m, &options, &twin) && twin.table.count > 0;
    double failed = ok ? spenn_verify_failed(&twin.table) : -1.0;
    spenn_twin_free(&twin);
    spenn_model_free(&m);
    spenn_error_free(&err);
    return failed;
}

static const struct spenn_verify_call calls[] = {
    CALL("organization-disagrees", 0, EXACT,
        "Jackson 1957: traffic equations of all desks and agendas of 36 units", f1,
        disagreeing, 30),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("feedback", 300, 6000, 40, feedback, "Jackson 1957"),
    EXPERIMENT("fork-join-many", 1000, 8000, 40, fork_join,
        "Flatto and Hahn 1984; of three and four: derived by balance equations"),
    EXPERIMENT("critical-path", 0, 1e6, 40, path,
        "Kelley and Walker 1959; zero-probability check of VDT (Levitt et al. 1999)"),
};

const struct spenn_verify_suite spenn_verify_network_returns = {
    .group = "network",
    .call = calls,
    .calls = SPENN_COUNT(calls),
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
