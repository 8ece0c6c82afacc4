/* SPDX-License-Identifier: MIT
 * What the measures at rest share about one model. Used only inside this module. */
#ifndef SPENN_REST_H
#define SPENN_REST_H

#include "column.h"
#include "fills.h"
#include "graph.h"
#include "nearest.h"

struct spenn_sittings { /* the forums each unit sits in, ascending */
    int32_t *first;     /* units + 1 entries */
    spenn_id *forum;
};

struct spenn_rest {
    const struct spenn_model *m;
    struct spenn_arena *memory; /* of everything here */
    unsigned over;              /* which rows are filled now: one of enum spenn_over */
    spenn_id top;               /* or SPENN_NONE */
    struct spenn_tree tree;
    struct spenn_sittings sittings;
    struct spenn_nearest *nearest;           /* NULL until spenn_rest_nearest */
    const struct spenn_exchanged *exchanged; /* exchange.c; NULL until asked for */
};

void spenn_rest_make(
    const struct spenn_model *m, struct spenn_arena *memory, struct spenn_rest *rest);

const struct spenn_nearest *spenn_rest_nearest(struct spenn_rest *rest);

struct spenn_sittings spenn_sittings_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* Whether u and v sit in a forum together. */
bool spenn_units_meet(const struct spenn_sittings *sittings, spenn_id u, spenn_id v);

/* Distinct superiors of every unit: by the line first, then by professional and
 * administrative lines in the order of the file. */
struct spenn_superiors {
    int32_t *first; /* units + 1 entries */
    spenn_id *unit;
    int32_t *kind; /* enum spenn_line_kind that made it a superior first */
};
#define SPENN_COMMANDING                                                                 \
    (1U << SPENN_LINE_LINE | 1U << SPENN_LINE_PROFESSIONAL                               \
        | 1U << SPENN_LINE_ADMINISTRATIVE)
struct spenn_superiors spenn_superiors_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* The same by some kinds of line only: a bit for each (1 << SPENN_LINE_LINE, ...). */
struct spenn_superiors spenn_superiors_by(
    const struct spenn_model *m, unsigned kinds, struct spenn_arena *memory);

/* Whose orders reach every unit: the same and, with this bit, whoever sends it an
 * assignment letter; of those who send it the same letter only the first. */
#define SPENN_BY_LETTER (1U << SPENN_LINE_COUNT)
struct spenn_superiors spenn_senders_make(
    const struct spenn_model *m, unsigned kinds, struct spenn_arena *memory);

/* Every unit that serves cases of a task, once, by task and then by unit. */
struct spenn_serving {
    int32_t count;
    spenn_id *task, *unit;
};
struct spenn_serving spenn_serving_make(
    const struct spenn_model *m, struct spenn_arena *memory);

int32_t spenn_forum_regions(const struct spenn_model *m, spenn_id f); /* of kind region */

#endif
