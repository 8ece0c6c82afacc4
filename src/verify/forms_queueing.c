/* SPDX-License-Identifier: MIT
 * The closed forms that engine cases are held to, against the numbers of the literature:
 * queues, meetings, networks. Service rate 1 unless given. */
#include "suite.h"

#include "jackson.h"
#include "meeting.h"
#include "queueing.h"

#include <math.h>

static const struct spenn_verify_call queue[] = {
    CALL("formula-mm1-time-50", 2, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_sojourn,
        0.5, 1),
    CALL("formula-mm1-wait-50", 1, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_wait, 0.5,
        1),
    CALL("formula-mm1-number-50", 1, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_number,
        0.5, 1),
    CALL("formula-mm1-time-80", 5, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_sojourn,
        0.8, 1),
    CALL("formula-mm1-wait-80", 4, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_wait, 0.8,
        1),
    CALL("formula-mm1-number-80", 4, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_number,
        0.8, 1),
    CALL("formula-mm1-time-90", 10, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_sojourn,
        0.9, 1),
    CALL("formula-mm1-wait-90", 9, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_wait, 0.9,
        1),
    CALL("formula-mm1-number-90", 9, EXACT, "Kleinrock 1975 §3.2", f2, spenn_mm1_number,
        0.9, 1),
    CALL("formula-mm1-over-10-hours", 0.135335, PRINTED(6), "Kleinrock 1975 §3.2", f3,
        spenn_mm1_sojourn_tail, .8, 1, 10),
    CALL("formula-mm1-percentile-95", 14.9787, PRINTED(4), "Kleinrock 1975 §3.2", f3,
        spenn_mm1_sojourn_quantile, .8, 1, .95),
    CALL("formula-mm1-variance", 25, EXACT, "Kleinrock 1975 §3.2", f2,
        spenn_mm1_sojourn_variance, .8, 1),
    CALL("formula-mm2-delayed", 0.711111, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_delayed, 1.6, 1, 2),
    CALL("formula-mm2-wait", 1.777778, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5", f3,
        spenn_mmc_wait, 1.6, 1, 2),
    CALL("formula-mm2-number", 4.444444, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_number, 1.6, 1, 2),
    CALL("formula-mm3-delayed", 0.647191, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_delayed, 2.4, 1, 3),
    CALL("formula-mm3-wait", 1.078652, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5", f3,
        spenn_mmc_wait, 2.4, 1, 3),
    CALL("formula-mm3-number", 4.988764, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_number, 2.4, 1, 3),
    CALL("formula-mm5-delayed", 0.554113, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_delayed, 4, 1, 5),
    CALL("formula-mm5-wait", 0.554113, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5", f3,
        spenn_mmc_wait, 4, 1, 5),
    CALL("formula-mm5-number", 6.21645, PRINTED(6), "Erlang 1917; Kleinrock 1975 §3.5",
        f3, spenn_mmc_number, 4, 1, 5),
    CALL("formula-mg1-fixed", 2, EXACT, "Pollaczek 1930, Khinchin 1932", f3,
        spenn_mg1_wait, .8, 1, 0),
    CALL("formula-mg1-erlang-2", 3, EXACT, "Pollaczek 1930, Khinchin 1932", f3,
        spenn_mg1_wait, .8, 1, 0.5),
    CALL("formula-mg1-exponential", 4, EXACT, "Pollaczek 1930, Khinchin 1932", f3,
        spenn_mg1_wait, .8, 1, 1),
    CALL("formula-mg1-scv-4", 10, EXACT, "Pollaczek 1930, Khinchin 1932", f3,
        spenn_mg1_wait, .8, 1, 4),
    CALL("formula-room-5-load-80-lost", 0.088819, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_blocked, 0.8, 1, 5),
    CALL("formula-room-5-load-80-time", 2.563065, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_sojourn, 0.8, 1, 5),
    CALL("formula-room-5-load-100-lost", 0.166667, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_blocked, 1, 1, 5),
    CALL("formula-room-5-load-100-time", 3, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_sojourn, 1, 1, 5),
    CALL("formula-room-5-load-150-lost", 0.365414, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_blocked, 1.5, 1, 5),
    CALL("formula-room-5-load-150-time", 3.758294, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_sojourn, 1.5, 1, 5),
    CALL("formula-room-10-load-90-lost", 0.050814, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_blocked, 0.9, 1, 10),
    CALL("formula-room-10-load-90-time", 4.646601, PRINTED(6), "Kleinrock 1975 §3.6", f3,
        spenn_mm1k_sojourn, 0.9, 1, 10),
    CALL("formula-priority-1-wait", 1.142857, PRINTED(6), "Cobham 1954", f5,
        spenn_priority_wait, 1, .3, .5, 1, 1),
    CALL("formula-priority-2-wait", 5.714286, PRINTED(6), "Cobham 1954", f5,
        spenn_priority_wait, 2, .3, .5, 1, 1),
    CALL("formula-preemptive-1-time", 1.428571, PRINTED(6), "Kleinrock 1976 §3.4", f4,
        spenn_preemptive_sojourn, 1, .3, .5, 1),
    CALL("formula-preemptive-2-time", 7.142857, PRINTED(6), "Kleinrock 1976 §3.4", f4,
        spenn_preemptive_sojourn, 2, .3, .5, 1),
};

const struct spenn_verify_suite spenn_verify_queue_forms = {
    .group = "queue", .call = queue, .calls = SPENN_COUNT(queue)};

static const struct spenn_verify_call meeting[] = {
    CALL("formula-m1-left", 0.25, PRINTED(6), "Bailey 1954; chain of meetings iterated",
        f3, spenn_meeting_left, 0.5, 1, 1),
    CALL("formula-m1-cleared", 0.824361, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 0.5, 1, 1),
    CALL("formula-m1-wait", 1.0, PRINTED(6), "Bailey 1954; chain of meetings iterated",
        f3, spenn_meeting_wait, 0.5, 1, 1),
    CALL("formula-m2-left", 1.6, PRINTED(6), "Bailey 1954; chain of meetings iterated",
        f3, spenn_meeting_left, 0.8, 1, 1),
    CALL("formula-m2-cleared", 0.445108, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 0.8, 1, 1),
    CALL("formula-m2-wait", 2.5, PRINTED(6), "Bailey 1954; chain of meetings iterated",
        f3, spenn_meeting_wait, 0.8, 1, 1),
    CALL("formula-m3-left", 0.137473, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_left, 0.4, 7, 5),
    CALL("formula-m3-cleared", 0.91789, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 0.4, 7, 5),
    CALL("formula-m3-wait", 3.843683, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_wait, 0.4, 7, 5),
    CALL("formula-m4-left", 0.133623, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_left, 2, 7, 20),
    CALL("formula-m4-cleared", 0.945896, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 2, 7, 20),
    CALL("formula-m4-wait", 3.566811, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_wait, 2, 7, 20),
    CALL("formula-m5-left", 1.15624, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_left, 0.8, 5, 5),
    CALL("formula-m5-cleared", 0.615565, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 0.8, 5, 5),
    CALL("formula-m5-wait", 3.9453, PRINTED(6), "Bailey 1954; chain of meetings iterated",
        f3, spenn_meeting_wait, 0.8, 5, 5),
    CALL("formula-m6-left", 2.299827, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_left, 1, 7, 8),
    CALL("formula-m6-cleared", 0.496398, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_cleared, 1, 7, 8),
    CALL("formula-m6-wait", 5.799827, PRINTED(6),
        "Bailey 1954; chain of meetings iterated", f3, spenn_meeting_wait, 1, 7, 8),
    CALL("formula-no-limit-wait", 3.5, EXACT, "half the interval", f3, spenn_meeting_wait,
        2, 7, INFINITY),
};

const struct spenn_verify_suite spenn_verify_meeting_forms = {
    .group = "meeting", .call = meeting, .calls = SPENN_COUNT(meeting)};

static double tandem_number(const double *x)
{
    return spenn_mm1_number(x[0], x[1]) + spenn_mm1_number(x[0], x[2])
        + spenn_mm1_number(x[0], x[3]);
}

/* Arrival at a leaf, span, share escalated, level: sojourn there. */
static double escalation_level(const double *x)
{
    return spenn_mm1_sojourn(spenn_escalation_rate(x[0], x[1], x[2], x[3]), 1.0);
}

/* Number in the tree, by Little's law: span^(levels - 1) leaves. */
static double escalation_number(const double *x)
{
    return x[0] * pow(x[2], x[4] - 1.0)
        * spenn_escalation_sojourn(x[0], x[1], x[2], x[3], x[4]);
}

static const struct spenn_verify_call network[] = {
    CALL("formula-tandem-1", 2, EXACT, "Jackson 1957", f2, spenn_mm1_sojourn, .5, 1),
    CALL("formula-tandem-2", 3.3333, PRINTED(4), "Jackson 1957", f2, spenn_mm1_sojourn,
        .5, .8),
    CALL("formula-tandem-3", 8, EXACT, "Jackson 1957", f2, spenn_mm1_sojourn, .5, .625),
    CALL("formula-tandem", 13.3333, PRINTED(4), "Jackson 1957", f4, spenn_tandem_sojourn,
        .5, 1, .8, .625),
    CALL("formula-tandem-number", 6.6667, PRINTED(4), "Jackson 1957", fx, tandem_number,
        .5, 1, .8, .625),
    CALL("formula-feedback", 2.857143, PRINTED(6), "Jackson 1957", f3,
        spenn_feedback_sojourn, .4, 1, .25),
    CALL("formula-escalation-rate-0", 0.4, EXACT, "Jackson 1957", f4,
        spenn_escalation_rate, .4, 3, .25, 0),
    CALL("formula-escalation-rate-1", 0.3, EXACT, "Jackson 1957", f4,
        spenn_escalation_rate, .4, 3, .25, 1),
    CALL("formula-escalation-rate-2", 0.225, EXACT, "Jackson 1957", f4,
        spenn_escalation_rate, .4, 3, .25, 2),
    CALL("formula-escalation-time-0", 1.666667, PRINTED(6), "Jackson 1957", fx,
        escalation_level, .4, 3, .25, 0),
    CALL("formula-escalation-time-1", 1.428571, PRINTED(6), "Jackson 1957", fx,
        escalation_level, .4, 3, .25, 1),
    CALL("formula-escalation-time-2", 1.290323, PRINTED(6), "Jackson 1957", fx,
        escalation_level, .4, 3, .25, 2),
    CALL("formula-escalation", 2.104455, PRINTED(6), "Jackson 1957", f5,
        spenn_escalation_sojourn, .4, 1, 3, .25, 3),
    CALL("formula-escalation-number", 7.576037, PRINTED(6), "Jackson 1957", fx,
        escalation_number, .4, 1, 3, .25, 3),
    CALL("formula-fork-join-20", 1.84375, EXACT,
        "Flatto and Hahn 1984; Nelson and Tantawi 1988", f3, spenn_fork_join_sojourn, 0.2,
        1, 2),
    CALL("formula-fork-join-50", 2.875, EXACT,
        "Flatto and Hahn 1984; Nelson and Tantawi 1988", f3, spenn_fork_join_sojourn, 0.5,
        1, 2),
    CALL("formula-fork-join-80", 7, EXACT,
        "Flatto and Hahn 1984; Nelson and Tantawi 1988", f3, spenn_fork_join_sojourn, 0.8,
        1, 2),
    CALL("formula-fork-join-90", 13.875, EXACT,
        "Flatto and Hahn 1984; Nelson and Tantawi 1988", f3, spenn_fork_join_sojourn, 0.9,
        1, 2),
    CALL("formula-fork-join-of-3", 3.39773, PRINTED(5), "Nelson and Tantawi 1988", f3,
        spenn_fork_join_sojourn, .5, 1, 3),
    CALL("formula-fork-join-of-4", 3.78977, PRINTED(5), "Nelson and Tantawi 1988", f3,
        spenn_fork_join_sojourn, .5, 1, 4),
    CALL("formula-fork-join-of-8", 4.78482, PRINTED(5), "Nelson and Tantawi 1988", f3,
        spenn_fork_join_sojourn, .5, 1, 8),
    CALL("formula-fork-join-of-16", 5.82433, PRINTED(5), "Nelson and Tantawi 1988", f3,
        spenn_fork_join_sojourn, .5, 1, 16),
    CALL("formula-latest-of-2", 1.5, PRINTED(6), "harmonic numbers", f1, spenn_harmonic,
        2),
    CALL("formula-latest-of-3", 1.833333, PRINTED(6), "harmonic numbers", f1,
        spenn_harmonic, 3),
    CALL("formula-latest-of-5", 2.283333, PRINTED(6), "harmonic numbers", f1,
        spenn_harmonic, 5),
    CALL("formula-latest-of-10", 2.928968, PRINTED(6), "harmonic numbers", f1,
        spenn_harmonic, 10),
    CALL("formula-latest-of-20", 3.59774, PRINTED(6), "harmonic numbers", f1,
        spenn_harmonic, 20),
};

const struct spenn_verify_suite spenn_verify_network_forms = {
    .group = "network", .call = network, .calls = SPENN_COUNT(network)};
