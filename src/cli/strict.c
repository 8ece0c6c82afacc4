/* SPDX-License-Identifier: MIT */
#include "strict.h"

static bool has_error(const struct spenn_model *m)
{
    struct spenn_findings findings = {0};
    struct spenn_error err = {0};
    bool found =
        !spenn_findings_fill(m, &(struct spenn_finding_limits){0}, &findings, &err);
    for (int32_t i = 0; i < findings.count; i++) {
        found = found || findings.severity[i] == SPENN_ERROR;
    }
    spenn_findings_free(&findings);
    spenn_error_free(&err);
    return found;
}

bool spenn_strict_fails(const struct spenn_study *study)
{
    bool fails = study->limited || has_error(study->baseline);
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        fails = fails || has_error(&study->alternative[a]);
    }
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        int32_t verdict = study->verdicts.verdict[i];
        fails = fails || verdict == SPENN_CONTRADICTED || verdict == SPENN_NOT_COMPARABLE;
    }
    return fails;
}
