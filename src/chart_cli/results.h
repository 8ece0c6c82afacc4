/* SPDX-License-Identifier: MIT
 * A measure's values for units, from a table of results. */
#ifndef SPENN_CHART_RESULTS_H
#define SPENN_CHART_RESULTS_H

#include "options.h"

/* Reads o->results: CSV with the columns measure, subject and value, or with
 * alternative, measure, subject, mean, low and high as `spenn run` writes it. Rows of
 * another measure or alternative are passed over; not one row left is an error. */
bool results_read(const struct options *o, struct spenn_arena *memory,
    struct spenn_shade *shade, struct spenn_error *err);

#endif
