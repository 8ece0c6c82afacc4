/* SPDX-License-Identifier: MIT
 * Lists of texts with commas between, taken apart: every distinct text has a number, and
 * every list is a run of them, ascending and without repetition. Used only inside this
 * module. */
#ifndef SPENN_LISTS_H
#define SPENN_LISTS_H

#include "model.h"

struct spenn_lists {
    int32_t count, distinct;
    int32_t *first;    /* count + 1 entries */
    int32_t *item;     /* numbers of texts */
    const char **name; /* the text of a number; ascending */
};

/* Of `count` texts; NULL is an empty list. O(items log items). */
struct spenn_lists spenn_lists_make(
    const char *const *text, int32_t count, struct spenn_arena *memory);

struct spenn_holders { /* of each text, by its number: a run of units */
    int32_t *first;
    spenn_id *unit; /* ascending */
};
/* Whose lists hold each text; list `units` + u is that of unit u, up to the last list. */
struct spenn_holders spenn_holders_make(
    const struct spenn_lists *lists, int32_t units, struct spenn_arena *memory);

/* What units answer for, in one numbering with what is asked for: list 0 is the model's
 * own, list 1 + n that of its need n, list `units` + u that of unit u. */
struct spenn_functions {
    struct spenn_lists lists;
    int32_t units; /* list of unit 0 */
};
struct spenn_functions spenn_functions_make(
    const struct spenn_model *m, struct spenn_arena *memory);

#endif
