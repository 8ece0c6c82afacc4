/* SPDX-License-Identifier: MIT
 * Head office and regions, and units on the same level that command each other. Used only
 * inside this module. */
#ifndef SPENN_LEVELS_H
#define SPENN_LEVELS_H

#include "rest.h"

/* Whether each unit is a region or below one. */
bool *spenn_regional(const struct spenn_model *m, const struct spenn_tree *tree,
    struct spenn_arena *memory);

/* A peer that commands another: by a professional or administrative line, or by deciding
 * (decided-by) what the other serves. Peers are units of kind region, and units of one
 * kind with the same superior; none stands above the other in the line. */
struct spenn_order {
    spenn_id by, to;
    spenn_id task; /* that `by` decides; SPENN_NONE: by a line */
};
struct spenn_orders {
    int32_t count;
    struct spenn_order *order; /* by `by`, then `to`; one a pair, lines first */
};
struct spenn_orders spenn_orders_make(struct spenn_rest *r, struct spenn_arena *memory);

#endif
