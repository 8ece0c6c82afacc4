/* SPDX-License-Identifier: MIT
 * What measures and findings share on functions and their owners. */
#ifndef SPENN_COVER_H
#define SPENN_COVER_H

#include "lists.h"
#include "rest.h"

/* Whether some unit owns the function of each number. */
bool *spenn_functions_owned(
    const struct spenn_functions *functions, struct spenn_arena *memory);

/* Whether the function of each number has just one owner, or owners that share out the
 * users among them: units of one group, or with no place that two of them serve. */
bool *spenn_functions_clear(const struct spenn_model *m,
    const struct spenn_functions *functions, struct spenn_arena *memory);

/* Whether one unit below the top leader, with what lies below it, or the members of one
 * forum that is not extended own every function that the need takes. */
bool spenn_need_is_covered(
    const struct spenn_rest *r, const struct spenn_functions *functions, int32_t need);

#endif
