/* SPDX-License-Identifier: MIT
 * What an answer hangs on, as text: where a threshold lies. Output depends on the
 * arguments alone. */
#ifndef SPENN_REPORT_EXPLORE_H
#define SPENN_REPORT_EXPLORE_H

#include "threshold.h"

#include <stdio.h>

/* The threshold as sentences for a terminal: the answer, what it is today, how it was
 * found. `m` is the model as read; lang "nb" or "en". False when writing failed. */
bool spenn_report_threshold(const struct spenn_threshold *found,
    const struct spenn_scenario *scenario, const char *lang, FILE *out);

#endif
