/* SPDX-License-Identifier: MIT
 * What was verified: for a terminal, as a table, and as JSON. */
#ifndef SPENN_REPORT_VERIFY_H
#define SPENN_REPORT_VERIFY_H

#include "sheet.h"
#include "verify.h"

/* Text: groups with their cases under the source they rest on, 80 columns, and, where
 * `whole`, what is out of scope. JSON: an array of objects with the keys case, kind,
 * expected, observed, error, tolerance, source, pass; CSV: the same columns. */
bool spenn_report_verify(const struct spenn_verification *verification, bool whole,
    enum spenn_format format, FILE *out);

#endif
