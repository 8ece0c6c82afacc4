/* SPDX-License-Identifier: MIT
 * Exceptions, rework and hidden work by their closed forms. */
#include "suite.h"

#include "rework.h"

static const struct spenn_verify_call calls[] = {
    CALL("formula-volume-05-60-30", 1.03866, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_volume, .05, 0.6,
        0.3),
    CALL("formula-exceptions-05-60-30", 0.051546, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_exceptions, .05,
        0.6, 0.3),
    CALL("formula-volume-10-60-30", 1.079787, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_volume, .10, 0.6,
        0.3),
    CALL("formula-exceptions-10-60-30", 0.106383, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_exceptions, .10,
        0.6, 0.3),
    CALL("formula-volume-20-60-30", 1.170455, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_volume, .20, 0.6,
        0.3),
    CALL("formula-exceptions-20-60-30", 0.227273, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_exceptions, .20,
        0.6, 0.3),
    CALL("formula-volume-10-100-0", 1.111111, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_volume, .10, 1,
        0),
    CALL("formula-exceptions-10-100-0", 0.111111, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_exceptions, .10,
        1, 0),
    CALL("formula-volume-10-0-0", 1, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_volume, .10, 0,
        0),
    CALL("formula-exceptions-10-0-0", 0.1, PRINTED(6),
        "after Jin and Levitt 1996; geometric series", f3, spenn_rework_exceptions, .10,
        0, 0),
    CALL("formula-risk-60-30", 0.25, EXACT, "after Jin and Levitt 1996; geometric series",
        f2, spenn_rework_risk, 0.6, 0.3),
    CALL("formula-risk-100-0", 0, EXACT, "after Jin and Levitt 1996; geometric series",
        f2, spenn_rework_risk, 1, 0),
    CALL("formula-risk-0-0", 1, EXACT, "after Jin and Levitt 1996; geometric series", f2,
        spenn_rework_risk, 0, 0),
};

const struct spenn_verify_suite spenn_verify_rework_forms = {
    .group = "rework", .call = calls, .calls = SPENN_COUNT(calls)};
