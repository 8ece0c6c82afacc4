/* SPDX-License-Identifier: MIT
 * Single queues: one leader, a team, four laws of service, two priorities. */
#include "suite.h"

static const struct spenn_verify_seen mm1[] = {
    SEEN("mm1-time-50", "lead-time", "sak-50", 2),
    SEEN("mm1-time-80", "lead-time", "sak-80", 5),
    SEEN("mm1-time-90", "lead-time", "sak-90", 10),
    SEEN("mm1-wait-50", "desk-wait", "leder-50", 1),
    SEEN("mm1-wait-80", "desk-wait", "leder-80", 4),
    SEEN("mm1-wait-90", "desk-wait", "leder-90", 9),
    SEEN("mm1-backlog-80", "backlog", "leder-80", 4),
    SEEN("mm1-busy-90", "utilisation", "leder-90", 0.9),
    SEEN("mm1-over-10-hours", "overdue", "sak-80", 0.135335),
    SEEN("mm1-decided-a-week", "throughput", "sak-50", 18.75),
    SEEN("mm1-arrivals", "cases", NULL, 2.2 * 4500),
};

static const struct spenn_verify_seen mmc[] = {
    SEEN("mm2-wait", "desk-wait", "to", 1.777778),
    SEEN("mm3-wait", "desk-wait", "tre", 1.078652),
    SEEN("mm5-wait", "desk-wait", "fem/cases", 0.554113),
    SEEN("mm2-backlog", "backlog", "to", 4.444444),
    SEEN("mm3-backlog", "backlog", "tre", 4.988764),
    SEEN("mm5-backlog", "backlog", "fem", 6.216450),
    SEEN("mm5-busy", "utilisation", "fem/cases", 0.8),
    SEEN("mm5-time", "handling-time", "sak-fem", 1.554113),
};

static const struct spenn_verify_seen mg1[] = {
    SEEN("mg1-fixed", "desk-wait", "fast", 2),
    SEEN("mg1-erlang-2", "desk-wait", "erlang", 3),
    SEEN("mg1-exponential", "desk-wait", "eksponentiell", 4),
    SEEN("mg1-hyperexponential", "desk-wait", "hyper", 10),
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
