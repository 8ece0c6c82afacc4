/* SPDX-License-Identifier: MIT
 * Nearest common superiors. The forest is cut into heavy paths (Sleator & Tarjan 1983),
 * so the nearest common superior of two units is found in O(log units). Counting pairs by
 * their nearest common superior needs no pair at all: of units in preorder, the nearest
 * common superior of any two is the highest of those between neighbours, and a stack
 * counts for how many pairs each is the highest. O(list). */
#ifndef SPENN_NEAREST_H
#define SPENN_NEAREST_H

#include "tree.h"

struct spenn_candidate { /* the highest superior so far of pairs with `starts` beginnings
                          */
    spenn_id superior;
    int32_t starts, since;
};

struct spenn_nearest {
    const spenn_id *parent;
    int32_t *depth;   /* lines to the root */
    spenn_id *head;   /* upper end of the unit's heavy path */
    int32_t *place;   /* in preorder: a unit's subtree is a run that it begins */
    spenn_id *placed; /* the unit at a place */
    int32_t worker_count;
    spenn_id *worker; /* units that do the work: see spenn_unit_works; in preorder */
    struct spenn_candidate *stack; /* room for spenn_nearest_count */
};

struct spenn_nearest spenn_nearest_make(const struct spenn_model *m,
    const struct spenn_tree *tree, struct spenn_arena *memory);

/* Units whose pairs are counted: without reports, neither political nor outside. */
bool spenn_unit_works(
    const struct spenn_model *m, const struct spenn_tree *tree, spenn_id u);

/* The lowest unit that has both below it or is one of them; SPENN_NONE in two trees. */
spenn_id spenn_nearest_superior(
    const struct spenn_nearest *nearest, spenn_id u, spenn_id v);

struct spenn_pair_sums {
    double weight;    /* of each pair */
    double *superior; /* sum of the weights by nearest common superior: one a unit */
};

/* Adds every unordered pair of the list (in preorder, without repetition). Pairs across
 * trees have no superior and are left out. */
void spenn_nearest_count(const struct spenn_nearest *nearest, const spenn_id *list,
    int32_t count, struct spenn_pair_sums *pairs);

#endif
