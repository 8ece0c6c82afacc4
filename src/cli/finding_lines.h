/* SPDX-License-Identifier: MIT
 * Findings as lines for people: many subjects of which a rule says the same share one. */
#ifndef SPENN_FINDING_LINES_H
#define SPENN_FINDING_LINES_H

#include "measure.h"

const char *spenn_cli_severity(int32_t severity);

void spenn_cli_finding_lines(const struct spenn_findings *findings);

#endif
