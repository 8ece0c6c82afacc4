/* SPDX-License-Identifier: MIT
 * Finds in one set of results the row about the same thing as a row of another: same
 * measure, same kind of subject, same subject (for the whole: whatever its id). */
#ifndef SPENN_MATCH_H
#define SPENN_MATCH_H

#include "column.h"
#include "model.h"

/* twin[i]: the row of `in` that matches row i of `of`, or -1. In `memory`. `before`: what
 * `in` calls each unit of `of`; NULL where no unit was renamed. Cost: linear; a hash
 * table over the rows of `in`. */
int32_t *spenn_match_rows(struct spenn_arena *memory, const struct spenn_results *of,
    const char *const *before, const struct spenn_results *in);

/* The id in `base` of each unit of m, its own where it is new; NULL when no unit of m was
 * called otherwise or took over from another. In `memory`. */
const char **spenn_match_names(struct spenn_arena *memory, const struct spenn_model *base,
    const struct spenn_model *m);

#endif
