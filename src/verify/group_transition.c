/* SPDX-License-Identifier: MIT
 * Organizations that change and posts that change hands (docs/model.md §7.9). */
#include "suite.h"

#include "quantity.h"
#include "queueing.h"

/* Of ten hours of fixed work u, up to 8, are done before the wave, the rest takes half as
 * long; a fifth of the cases arise after it. */
static const struct spenn_verify_seen faster[] = {
    SEEN("wave-work-goes-on-faster", "lead-time", "fast", 0.8 * 7 + 0.2 * 5),
};

static const struct spenn_verify_seen fewer[] = {
    SEEN_AS("wave-fewer-servers-wait", "desk-wait", "færre/cases", f3, spenn_mmc_wait,
        1.6, 1, 2),
    SEEN("wave-fewer-servers-busy", "utilisation", "færre/cases", 0.8),
};

static const struct spenn_verify_seen dipped[] = {
    SEEN("wave-one-dip", "lead-time", "sak", 1 / 0.6),
};
static const struct spenn_verify_seen dipped_twice[] = {
    SEEN("wave-two-dips", "lead-time", "sak", 1 / 0.36),
};

/* Cases a week of a desk that always has work: 3.75 of each server at full speed. */
static const struct spenn_verify_seen vacant[] = {
    SEEN("vacant-posts", "throughput", "av-tre", 3 * 3.75 / 1.5),
    SEEN("vacant-leader-somebody-acts", "throughput", "av-leder", 3.75 * 1.2 / 1.5),
    SEEN("vacant-unit-somebody-acts", "throughput", "av-stedfortreder", 3.75 * 0.4),
};
static const struct spenn_verify_seen vacant_at_first[] = {
    SEEN("vacant-posts-at-first", "throughput", "av-tre", 3 * 3.75 / 1.5),
};
static const struct spenn_verify_seen learning[] = {
    SEEN("learning-posts", "throughput", "sak", 2 * 3.75 * (1 - 0.6 * 0.5 / 1.5)),
};

static const char work[] = "derived: work under way goes on at the new pace";
static const char erlang[] = "Erlang 1917: as if it had always been so";
static const char dips[] = "derived: losses of speed multiply";
static const char renewal[] = "Cox 1962: alternating renewal processes";

#define WAVE(file, from, hours, times, rows, said, ...)                                  \
    {                                                                                    \
        .model = (file), .warm_up = (from), .duration = (hours),                         \
        .replications = (times), .seen = (rows), .count = SPENN_COUNT(rows),             \
        .source = (said), .wave = {                                                      \
            __VA_ARGS__                                                                  \
        }                                                                                \
    }
#define TRANSFER(task)                                                                   \
    {                                                                                    \
        0, "- transfer: {task: " task ", from: b, to: a, share: 100%}\n"                 \
    }

static const struct spenn_verify_experiment experiments[] = {
    WAVE("waves", 20, 10, 100, faster, work, {8, "- set: {unit: rask, speed: 2}\n"}),
    WAVE("waves", 200, 2500, 60, fewer, erlang,
        {0, "- set: {unit: færre, caseworkers: 2, speed: 1}\n"}),
    WAVE("dips", 0, 20, 80, dipped, dips, TRANSFER("først")),
    WAVE("dips", 0, 20, 40, dipped_twice, dips, TRANSFER("først"), TRANSFER("så")),
    EXPERIMENT("vacancies", 200, 10 * SPENN_YEAR, 40, vacant, renewal),
    EXPERIMENT("vacancies", 50, 100, 400, vacant_at_first, renewal),
    EXPERIMENT("learners", 200, 10 * SPENN_YEAR, 40, learning, renewal),
};

const struct spenn_verify_suite spenn_verify_transition = {
    .group = "transition",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
