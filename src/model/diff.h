/* SPDX-License-Identifier: MIT
 * What differs between two models, classified as a planner would say it. Units are
 * matched by id, by `former` and, where nothing says who took over, by a name that only
 * they have; a renamed unit is never reported as removed and added.
 */
#ifndef SPENN_DIFF_H
#define SPENN_DIFF_H

#include "model.h"

enum spenn_difference {
    SPENN_DIFF_NEW,
    SPENN_DIFF_ABOLISHED,
    SPENN_DIFF_MERGED, /* a new or existing unit took over units that ended: a row each */
    SPENN_DIFF_SPLIT,  /* a unit came from one that ended (split) or stayed (spin-off) */
    SPENN_DIFF_MOVED,
    SPENN_DIFF_RENAMED,
    SPENN_DIFF_JOINED,
    SPENN_DIFF_LEFT,
    SPENN_DIFF_OPENED, /* a forum */
    SPENN_DIFF_CLOSED,
    SPENN_DIFF_CHANGED, /* a field of a unit, forum or task, a line, an assumption */
};
extern const char *const spenn_difference_names[]; /* "new", "abolished", ... */

struct spenn_diff {
    int32_t count, room;
    int32_t *kind;        /* enum spenn_difference */
    const char **subject; /* id: of the unit, forum or task (new one where both are) */
    const char **what;    /* field or forum concerned, or "" */
    const char **before, **after; /* values as text, "" where none */
    spenn_id *old_row, *new_row;  /* of a, of b: units only; SPENN_NONE otherwise */
    struct spenn_arena memory;
};

/* Order: units in the order of b, then those gone in the order of a, then forums, tasks,
 * lines. */
void spenn_models_diff(
    const struct spenn_model *a, const struct spenn_model *b, struct spenn_diff *diff);
void spenn_diff_free(struct spenn_diff *diff);

/* What became of the units of a, in `memory`. */
struct spenn_heirs {
    spenn_id *same; /* of each unit of a: the row of b that it is, or SPENN_NONE */
    spenn_id *heir; /* that row, else the first that took over from it, or SPENN_NONE */
    bool *took;     /* of each unit of b: it took over from a unit that it is not */
};
struct spenn_heirs spenn_models_heirs(
    const struct spenn_model *a, const struct spenn_model *b, struct spenn_arena *memory);

/* The id in `base` of each unit of m, its own where it is new. In `memory`. */
const char **spenn_models_names(const struct spenn_model *base,
    const struct spenn_model *m, struct spenn_arena *memory);

#endif
