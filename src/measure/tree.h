/* SPDX-License-Identifier: MIT
 * The line as a forest, walked without recursion: one order in which every unit comes
 * after all its reports, made by peeling leaves off the parent column. Whatever sums
 * upwards reads it forwards, whatever counts from the top reads it backwards. O(units),
 * any order of rows. */
#ifndef SPENN_TREE_H
#define SPENN_TREE_H

#include "model.h"

struct spenn_tree {
    int32_t count;
    spenn_id *order;  /* every unit after all its reports */
    int32_t *reports; /* direct reports by the line */
};

struct spenn_tree spenn_tree_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* Advice, legal entities and externals stand beside the administration: they are no layer
 * of it. */
bool spenn_kind_is_outside(int32_t kind);

/* Staff, support and advice: beside the line, not in it. */
bool spenn_kind_is_beside(int32_t kind);

/* Council and committee. */
bool spenn_kind_is_political(int32_t kind);

/* Layer of every unit: 0 for a council and for committees at the root or below a council,
 * else one more than the superior's; a root of another kind has layer 1. */
void spenn_tree_layers(
    const struct spenn_model *m, const struct spenn_tree *tree, int32_t *layer);

/* The unit that every unit stands under at last, or is. */
void spenn_tree_roots(
    const struct spenn_model *m, const struct spenn_tree *tree, spenn_id *root);

/* Longest way down, in lines, to a unit that is not outside; 0 for a leaf. */
void spenn_tree_layers_below(
    const struct spenn_model *m, const struct spenn_tree *tree, int32_t *below);

/* FTE of the unit and of all below it; FTE not given counts as 0. */
void spenn_tree_sizes(
    const struct spenn_model *m, const struct spenn_tree *tree, double *size);

/* Betweenness of every unit when the line is all there is, unordered pairs, by closed
 * form: with s other units below v in its tree of n, c_i of them under child i,
 * (s^2 - sum c_i^2) / 2 + s (n - 1 - s). */
void spenn_tree_betweenness(const struct spenn_model *m, const struct spenn_tree *tree,
    struct spenn_arena *memory, double *betweenness);

#endif
