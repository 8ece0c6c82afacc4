/* SPDX-License-Identifier: MIT
 * Where the people of a unit come from when the organization changes: from the unit that
 * it still is and those that it took over, else from those that served its origins. */
#ifndef SPENN_LINEAGE_H
#define SPENN_LINEAGE_H

#include "model.h"

struct spenn_lineage {
    int32_t *first_source; /* of a unit after: its run in source, units + 1 entries */
    spenn_id *source;      /* units before */
    int32_t *first_heir;   /* of a unit before: its run in heir */
    spenn_id *heir;        /* units after */
};

/* `heir`: of a unit before, the one that it is or that took over, or SPENN_NONE. */
struct spenn_lineage spenn_lineage_new(struct spenn_arena *memory,
    const struct spenn_model *before, const struct spenn_model *after,
    const spenn_id *heir);

#endif
