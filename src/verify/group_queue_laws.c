/* SPDX-License-Identifier: MIT
 * Single queues further: the whole law of the time at an M/M/1 desk (quantiles, Laplace
 * transform, variance), four laws of service at other loads, teams of other sizes, three
 * priorities and what they conserve. */
#include "suite.h"

#include "queueing.h"

#define TAIL(name, of, arrival, time)                                                    \
    SEEN_AS(name, "overdue", of, f3, spenn_mm1_sojourn_tail, arrival, 1, time)
/* Share not done by an exponential time of rate s: s / (1 - rho + s). */
static const struct spenn_verify_seen tail[] = {
    TAIL("mm1-median-50", "median-50", .5, 1.386294),
    TAIL("mm1-p90-50", "p90-50", .5, 4.605170),
    TAIL("mm1-p95-50", "p95-50", .5, 5.991465),
    TAIL("mm1-p99-50", "p99-50", .5, 9.210340),
    TAIL("mm1-median-80", "median-80", .8, 3.465736),
    TAIL("mm1-p90-80", "p90-80", .8, 11.512925),
    TAIL("mm1-p95-80", "p95-80", .8, 14.978661),
    TAIL("mm1-p99-80", "p99-80", .8, 23.025851),
    TAIL("mm1-median-90", "median-90", .9, 6.931472),
    TAIL("mm1-p90-90", "p90-90", .9, 23.025851),
    TAIL("mm1-p95-90", "p95-90", .9, 29.957323),
    TAIL("mm1-p99-90", "p99-90", .9, 46.051702),
    SEEN("mm1-laplace-50", "overdue", "laplace-50", 0.5 / (0.5 + 0.5)),
    SEEN("mm1-laplace-80", "overdue", "laplace-80", 0.2 / (0.2 + 0.2)),
    SEEN("mm1-laplace-90", "overdue", "laplace-90", 0.1 / (0.1 + 0.1)),
};

/* Var W = E W^2 - 2 m E W + m^2, m = 5 what theory says of E W, and E W^2 the integral of
 * 2 t P(W > t) by Simpson's rule at t = 0, 2, ... 72. Of the exact tail the rule gives
 * 49.978899, not 50; what it lacks is added. */
#define AT(factor, hours)                                                                \
    {                                                                                    \
        (factor) * 2.0 / 3.0 * 2.0 * (hours),                                            \
        {                                                                                \
            "overdue", "over-" #hours                                                    \
        }                                                                                \
    }
#define PAIR(odd, even) AT(4, odd), AT(2, even)
static const struct spenn_verify_part variance[] = {
    PAIR(2, 4),
    PAIR(6, 8),
    PAIR(10, 12),
    PAIR(14, 16),
    PAIR(18, 20),
    PAIR(22, 24),
    PAIR(26, 28),
    PAIR(30, 32),
    PAIR(34, 36),
    PAIR(38, 40),
    PAIR(42, 44),
    PAIR(46, 48),
    PAIR(50, 52),
    PAIR(54, 56),
    PAIR(58, 60),
    PAIR(62, 64),
    PAIR(66, 68),
    AT(4, 70),
    AT(1, 72),
    {-10.0, {"lead-time", NULL}},
};
static const struct spenn_verify_seen spread[] = {
    {.name = "mm1-variance-80",
        .part = variance,
        .parts = SPENN_COUNT(variance),
        .plus = 25.0 + (50.0 - 49.978899),
        .expected = {.f2 = spenn_mm1_sojourn_variance, .x = {.8, 1}}},
};

static const struct spenn_verify_seen loads[] = {
    SEEN_AS("mg1-fixed-50", "desk-wait", "fast-50", f3, spenn_mg1_wait, .5, 1, 0),
    SEEN_AS("mg1-erlang-2-50", "desk-wait", "erlang-50", f3, spenn_mg1_wait, .5, 1, .5),
    SEEN_AS("mg1-hyper-cv-2-50", "desk-wait", "hyper-50", f3, spenn_mg1_wait, .5, 1, 4),
    SEEN_AS("mg1-lognormal-cv-05-50", "desk-wait", "lognormal-50", f3, spenn_mg1_wait, .5,
        1, .25),
    SEEN_AS("mg1-fixed-90", "desk-wait", "fast-90", f3, spenn_mg1_wait, .9, 1, 0),
    SEEN_AS(
        "mg1-erlang-3-90", "desk-wait", "erlang-90", f3, spenn_mg1_wait, .9, 1, 1 / 3.0),
    SEEN_AS(
        "mg1-hyper-cv-15-90", "desk-wait", "hyper-90", f3, spenn_mg1_wait, .9, 1, 2.25),
    SEEN_AS("mg1-lognormal-cv-07-90", "desk-wait", "lognormal-90", f3, spenn_mg1_wait, .9,
        1, .49),
};

static const struct spenn_verify_seen sizes[] = {
    SEEN_AS("mm2-wait-75", "desk-wait", "to/cases", f3, spenn_mmc_wait, 1.5, 1, 2),
    SEEN_AS("mm4-wait-75", "desk-wait", "fire/cases", f3, spenn_mmc_wait, 3, 1, 4),
    SEEN_AS("mm10-wait-75", "desk-wait", "ti/cases", f3, spenn_mmc_wait, 7.5, 1, 10),
    SEEN_AS("mm20-wait-75", "desk-wait", "tjue/cases", f3, spenn_mmc_wait, 15, 1, 20),
    SEEN_AS("mm3-wait-90", "desk-wait", "full", f3, spenn_mmc_wait, 2.7, 1, 3),
    SEEN_AS("mm20-backlog-75", "backlog", "tjue", f3, spenn_mmc_number, 15, 1, 20),
};

/* The sum of load x time is the same with priorities and without. */
static const struct spenn_verify_part conserved[] = {
    {0.2, {"lead-time", "første"}},
    {0.2, {"lead-time", "andre"}},
    {0.4, {"lead-time", "tredje"}},
    {-0.2, {"lead-time", "a"}},
    {-0.2, {"lead-time", "b"}},
    {-0.4, {"lead-time", "c"}},
};
/* W0 = 0.85 (0.2 x 2 + 0.4 x 0.25 + 0.2 x 6, halved), loads 0.2, 0.4 and 0.8 upwards. */
static const struct spenn_verify_seen classes[] = {
    SEEN("priority-first-of-3-time", "lead-time", "første", 1 + 0.85 / 0.8),
    SEEN("priority-second-of-3-time", "lead-time", "andre", 0.5 + 0.85 / 0.8 / 0.6),
    SEEN("priority-third-of-3-time", "lead-time", "tredje", 2 + 0.85 / 0.6 / 0.2),
    SEEN("priority-none-wait", "desk-wait", "uten", 0.85 / 0.2),
    {.name = "priority-conservation-of-3",
        .part = conserved,
        .parts = SPENN_COUNT(conserved),
        .source = "Kleinrock 1965: the sum of load x wait"},
};
static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("mm1-tail", 2000, 8000, 40, tail,
        "Kleinrock 1975: the time is exponential with mean 1 / (1 - rho)"),
    EXPERIMENT("mm1-variance", 1000, 8000, 40, spread, "Kleinrock 1975: 1 / (1 - rho)^2"),
    EXPERIMENT("mg1-loads", 2000, 8000, 40, loads, "Pollaczek 1930, Khinchin 1932"),
    EXPERIMENT("mmc-sizes", 500, 2500, 40, sizes, "Erlang 1917; Kleinrock 1975 §3.5"),
    EXPERIMENT("priorities", 500, 6000, 40, classes, "Cobham 1954"),
};

const struct spenn_verify_suite spenn_verify_queue_laws = {
    .group = "queue",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
