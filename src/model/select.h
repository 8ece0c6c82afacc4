/* SPDX-License-Identifier: MIT
 * Selectors: `id`, glob `region-*`, `kind:region`, `sector:skole`, `under:avdeling-2`,
 * relative `sector:same` and `sector:other` (need `self`), `all`, or a list of these. */
#ifndef SPENN_SELECT_H
#define SPENN_SELECT_H

#include "model.h"
#include "value.h"

struct spenn_rows { /* rows without repetition, in the order selected */
    int32_t count, room;
    spenn_id *row;
};

struct spenn_view { /* a model as it is seen from one of its units */
    const struct spenn_model *m;
    spenn_id self; /* SPENN_NONE: from outside */
};

/* Adds the units that the selector matches, but `self`. Unknown id,
 * bad form or a selector that matches nothing is a problem at its place. */
bool spenn_select(const struct spenn_view *view, const struct spenn_value *selector,
    struct spenn_arena *memory, struct spenn_rows *rows, struct spenn_error *err);

/* Exactly one unit / forum / task by id; SPENN_NONE after adding a problem that offers
 * the nearest name. */
spenn_id spenn_select_unit(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err);
spenn_id spenn_select_forum(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err);
spenn_id spenn_select_task(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err);

#endif
