/* SPDX-License-Identifier: MIT
 * Assignment letters: who of a unit's senders send it the same one, and so speak to it
 * with one voice. */
#ifndef SPENN_LETTERS_H
#define SPENN_LETTERS_H

#include "model.h"
#include "table.h"

struct spenn_letters {
    const struct spenn_model *m;
    bool any;
    struct spenn_chains lines; /* by the unit they go to */
    int32_t *number;           /* of a line's letter, or -1 */
    int32_t *least, *seen;     /* of a letter, for the unit at hand */
    int32_t *place, *met;      /* of a sender, likewise */
};

struct spenn_letters spenn_letters_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* The first of u's `count` senders with whom sender i has a letter to u in common, by
 * however many others: i itself when that is none. Each unit once. */
void spenn_letters_join(struct spenn_letters *letters, spenn_id u, const spenn_id *sender,
    int32_t count, int32_t *first);

#endif
