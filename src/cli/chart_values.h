/* SPDX-License-Identifier: MIT
 * What `spenn chart --colour-by` needs of the programs that measure: spenn-chart holds no
 * measure, it reads a table of values. */
#ifndef SPENN_CHART_VALUES_H
#define SPENN_CHART_VALUES_H

#include "cli.h"
#include "column.h"

struct spenn_coloured { /* from the command line */
    const char *colour_by, *results,
        *classes; /* "span@alternative"; "", NULL: not given */
    const char *model, *change, *alternative;
    const char *lang;
};

/* The measure, at rest, simulated or of a study; NULL after a message. */
const struct spenn_measure *spenn_coloured_measure(
    const struct spenn_command *self, const struct spenn_coloured *c);

/* Writes the measure of every unit at rest as CSV, of the model or the alternative. */
bool spenn_coloured_write(const struct spenn_coloured *c,
    const struct spenn_measure *measure, FILE *out, struct spenn_error *err);

#endif
