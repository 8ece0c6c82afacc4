/* SPDX-License-Identifier: MIT
 * A model set against its exact twin: text of 80 columns (what was compared, measure by
 * measure, the largest deviations, and where there is no twin); CSV and JSON as
 * spenn_report_verify writes them. */
#ifndef SPENN_REPORT_TWIN_H
#define SPENN_REPORT_TWIN_H

#include "sheet.h"
#include "twin.h"

bool spenn_report_twin(
    const struct spenn_twin *twin, const char *id, enum spenn_format format, FILE *out);

#endif
