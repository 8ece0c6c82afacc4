/* SPDX-License-Identifier: MIT
 * The text of evaluations.csv. Inside explore only. */
#ifndef SPENN_STORE_TEXT_H
#define SPENN_STORE_TEXT_H

#include "store.h"

enum { spenn_store_format = 1, spenn_store_most_bytes = 1 << 30 };

/* Fills head, rows, line; cuts off a torn last line. Leaves text NULL when no line of
 * evaluations can follow yet: an empty file, or a head that was torn. */
bool spenn_store_read_head(struct spenn_store *store, struct spenn_error *err);

const char *spenn_store_head_text(
    struct spenn_arena *memory, const struct spenn_store_head *head);

/* One line with its end. */
const char *spenn_store_row_text(struct spenn_arena *memory,
    const struct spenn_exploration *x, int32_t e, size_t *length);

/* Whether evaluation e is there. */
static inline bool spenn_exploration_has(const struct spenn_exploration *x, int32_t e)
{
    size_t at = (size_t)e * (size_t)x->expectations;
    return x->outcome.verdict[at] != SPENN_OUTCOME_MISSING;
}

/* Whether it is for this shard to make: all of the screening, every so many afterwards.
 */
bool spenn_exploration_mine(const struct spenn_exploration *x, int32_t e);

#endif
