/* SPDX-License-Identifier: MIT
 * Cases that lapse at their deadline: exponential patience (Erlang A, by its birth-death
 * equations) and fixed patience by P = (1 + (l - c m) J) / (E + l J) with
 * J = (e^(a t) - 1) / a + e^(a t) / (c m), a = l - c m, E = sum of (l/m)^j / j! over
 * j < c, divided by its last term. */
#include "suite.h"

static const struct spenn_verify_seen patience[] = {
    SEEN("erlang-a-lapsed", "lapsed", "sak-tre", 0.187268),
    SEEN("erlang-a-wait", "desk-wait", "tre/cases", 0.374535),
    SEEN("erlang-a-busy", "utilisation", "tre/cases", 0.812732),
    SEEN("fixed-lapsed-of-two", "lapsed", "sak-to", 0.160318),
    SEEN("fixed-lapsed-of-one", "lapsed", "sak-en", 0.131999),
    SEEN("fixed-busy-of-one", "utilisation", "en/cases", 0.781201),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("patience", 200, 3000, 40, patience,
        "Palm 1946 (Erlang A); Barrer 1957, Baccelli and Hebuterne 1981 (fixed)"),
};

const struct spenn_verify_suite spenn_verify_patience = {
    .group = "patience",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
