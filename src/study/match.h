/* SPDX-License-Identifier: MIT
 * Finds in one set of results the row about the same thing as a row of another: same
 * measure, same kind of subject, same subject (for the whole: whatever its id). */
#ifndef SPENN_MATCH_H
#define SPENN_MATCH_H

#include "column.h"

/* twin[i]: the row of `in` that matches row i of `of`, or -1. In `memory`. Cost: linear;
 * a hash table over the rows of `in`. */
int32_t *spenn_match_rows(struct spenn_arena *memory, const struct spenn_results *of,
    const struct spenn_results *in);

#endif
