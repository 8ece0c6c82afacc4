/* SPDX-License-Identifier: MIT
 * How large a group can be. */
#include "suite.h"

#include "opinion.h"

static const struct spenn_verify_call calls[] = {
    CALL("stuck-3", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 3, .6),
    CALL("stuck-4", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 4, .6),
    CALL("stuck-5", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 5, .6),
    CALL("stuck-6", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 6, .6),
    CALL("stuck-7", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 7, .6),
    CALL("stuck-8", 70 / 256., EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 8, .6),
    CALL("stuck-9", 0, EXACT, "Klimek, Hanel and Thurner 2009; all starts", f2,
        spenn_opinion_stuck, 9, .6),
    CALL("rule-of-seven-7", 1, EXACT,
        "a consultancy's figure: Blenko, Mankins and Rogers 2010", f1,
        spenn_rule_of_seven, 7),
    CALL("rule-of-seven-12", 0.5, EXACT,
        "a consultancy's figure: Blenko, Mankins and Rogers 2010", f1,
        spenn_rule_of_seven, 12),
    CALL("rule-of-seven-17", 0, EXACT,
        "a consultancy's figure: Blenko, Mankins and Rogers 2010", f1,
        spenn_rule_of_seven, 17),
};

const struct spenn_verify_suite spenn_verify_size = {
    .group = "size", .call = calls, .calls = SPENN_COUNT(calls)};
