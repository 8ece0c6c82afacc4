/* SPDX-License-Identifier: MIT
 * Places in the union of two models, before they are boxes: a node for each unit of the
 * model, and in a before/after chart one more for each place a unit left. */
#ifndef SPENN_NODES_H
#define SPENN_NODES_H

#include "plan.h"

struct node {
    const struct spenn_model *m;
    spenn_id unit;
    int32_t parent; /* node, or -1 */
    int32_t order;  /* as the model has it, and for the rest the place in the file: */
    int32_t major, minor;   /* of the unit; of what stood behind it before */
    int32_t change;         /* the most telling */
    int32_t target, origin; /* nodes: where it went; of a part, what was divided */
    uint32_t marks;         /* all changes, see spenn_change_marked */
};

struct nodes {
    int32_t count;
    struct node *node;
    int32_t *old_place; /* node of each unit of the model before */
};

/* union.c: marks what changed and adds the places that were left. */
void spenn_plan_union(struct plan *p, struct nodes *nodes);

#endif
