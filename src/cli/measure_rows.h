/* SPDX-License-Identifier: MIT
 * Results at rest as rows of a sheet. For programs: one row a value, exact, as measured.
 * For people: rounded, with the unit. In brief, too: what is over the whole first, and
 * one row for all subjects of a measure with the same number when they are many. */
#ifndef SPENN_MEASURE_ROWS_H
#define SPENN_MEASURE_ROWS_H

#include "column.h"
#include "sheet.h"

void spenn_cli_exact_rows(struct spenn_sheet *sheet, const struct spenn_results *results);
void spenn_cli_read_rows(
    struct spenn_sheet *sheet, const struct spenn_results *results, bool brief);

/* What the sources found and these measures cannot see: once each, on stdout. */
void spenn_cli_print_caveats(const struct spenn_results *results);

#endif
