/* SPDX-License-Identifier: MIT
 * Single queues: one leader, a team, four laws of service, two priorities. */
#include "suite.h"

#include "queueing.h"

static const struct spenn_verify_seen mm1[] = {
    SEEN_AS("mm1-time-50", "lead-time", "sak-50", f2, spenn_mm1_sojourn, .5, 1),
    SEEN_AS("mm1-time-80", "lead-time", "sak-80", f2, spenn_mm1_sojourn, .8, 1),
    SEEN_AS("mm1-time-90", "lead-time", "sak-90", f2, spenn_mm1_sojourn, .9, 1),
    SEEN_AS("mm1-wait-50", "desk-wait", "leder-50", f2, spenn_mm1_wait, .5, 1),
    SEEN_AS("mm1-wait-80", "desk-wait", "leder-80", f2, spenn_mm1_wait, .8, 1),
    SEEN_AS("mm1-wait-90", "desk-wait", "leder-90", f2, spenn_mm1_wait, .9, 1),
    SEEN_AS("mm1-backlog-80", "backlog", "leder-80", f2, spenn_mm1_number, .8, 1),
    SEEN("mm1-busy-90", "utilisation", "leder-90", 0.9),
    SEEN_AS(
        "mm1-over-10-hours", "overdue", "sak-80", f3, spenn_mm1_sojourn_tail, .8, 1, 10),
    SEEN("mm1-decided-a-week", "throughput", "sak-50", 18.75),
    SEEN("mm1-arrivals", "cases", NULL, 2.2 * 4500),
};

static const struct spenn_verify_seen mmc[] = {
    SEEN_AS("mm2-wait", "desk-wait", "to", f3, spenn_mmc_wait, 1.6, 1, 2),
    SEEN_AS("mm3-wait", "desk-wait", "tre", f3, spenn_mmc_wait, 2.4, 1, 3),
    SEEN_AS("mm5-wait", "desk-wait", "fem/cases", f3, spenn_mmc_wait, 4, 1, 5),
    SEEN_AS("mm2-backlog", "backlog", "to", f3, spenn_mmc_number, 1.6, 1, 2),
    SEEN_AS("mm3-backlog", "backlog", "tre", f3, spenn_mmc_number, 2.4, 1, 3),
    SEEN_AS("mm5-backlog", "backlog", "fem", f3, spenn_mmc_number, 4, 1, 5),
    SEEN("mm5-busy", "utilisation", "fem/cases", 0.8),
    SEEN_AS("mm5-time", "handling-time", "sak-fem", f3, spenn_mmc_sojourn, 4, 1, 5),
};

static const struct spenn_verify_seen mg1[] = {
    SEEN_AS("mg1-fixed", "desk-wait", "fast", f3, spenn_mg1_wait, .8, 1, 0),
    SEEN_AS("mg1-erlang-2", "desk-wait", "erlang", f3, spenn_mg1_wait, .8, 1, .5),
    SEEN_AS(
        "mg1-exponential", "desk-wait", "eksponentiell", f3, spenn_mg1_wait, .8, 1, 1),
    SEEN_AS("mg1-hyperexponential", "desk-wait", "hyper", f3, spenn_mg1_wait, .8, 1, 4),
    SEEN("mg1-lognormal", "desk-wait", "lognormal", 2.5),
};

static const struct spenn_verify_seen priority[] = {
    SEEN("priority-urgent-time", "lead-time", "hast", 2.142857),
    SEEN("priority-usual-time", "lead-time", "vanlig", 6.714286),
    SEEN("priority-conservation", "desk-wait", "leder", 4),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("mm1", 1500, 4500, 40, mm1, "Erlang 1909; Kleinrock 1975 §3.2"),
    EXPERIMENT("mmc", 500, 2500, 40, mmc, "Erlang 1917; Kleinrock 1975 §3.5"),
    EXPERIMENT("mg1", 500, 3000, 40, mg1, "Pollaczek 1930, Khinchin 1932"),
    EXPERIMENT("priority", 500, 5000, 40, priority, "Cobham 1954; Kleinrock 1965"),
};

const struct spenn_verify_suite spenn_verify_queue = {
    .group = "queue",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
