/* SPDX-License-Identifier: MIT
 * What a rule finds in a model made by hand. */
#ifndef SPENN_TEST_FOUND_H
#define SPENN_TEST_FOUND_H

#include "small.h"

static inline int32_t row_of(const char *rule)
{
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        if (strcmp(spenn_finding_rules[i].id, rule) == 0) {
            return i;
        }
    }
    fail_msg("no rule '%s'", rule);
    return -1;
}

/* Number of findings of a rule, the first one's severity, subject and reason checked
 * where given. */
static inline int32_t count(
    const struct spenn_model *m, const char *rule, const char *reason)
{
    struct spenn_findings found = {0};
    struct spenn_error err = {0};
    int32_t fired = 0;
    assert_true(spenn_findings_fill(m, &(struct spenn_finding_limits){0}, &found, &err));
    for (int32_t i = 0; i < found.count; i++) {
        if (found.rule[i] != row_of(rule)) {
            continue;
        }
        if (fired == 0 && reason) {
            assert_string_equal(found.reason[i], reason);
        }
        assert_string_equal(found.at[i].file, "small.yaml");
        fired++;
    }
    spenn_findings_free(&found);
    return fired;
}

#endif
