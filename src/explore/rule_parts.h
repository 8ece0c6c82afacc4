/* SPDX-License-Identifier: MIT
 * What the searches for a rule share: the points they learn from, by column. */
#ifndef SPENN_RULE_PARTS_H
#define SPENN_RULE_PARTS_H

#include "rule.h"

struct spenn_rule_view {
    int32_t points, inputs;
    const double *x;      /* [inputs x points] */
    const int32_t *order; /* [inputs x points]: rows by rising x */
    const bool *so;       /* [points] */
    int32_t least;        /* points that a box or leaf must hold */
};

/* What a rule says against what is so. */
struct spenn_rule_tally {
    int32_t points, so, told, right;
};

/* 0 where nothing can be told. */
double spenn_rule_phi(const struct spenn_rule_tally *tally);

/* phi less the price of its conditions, on the view. */
double spenn_rule_worth(
    const struct spenn_rule_view *view, const struct spenn_rule *rule);

bool spenn_condition_holds(const struct spenn_rule_view *view,
    const struct spenn_condition *condition, int32_t row);

/* A cut between two values: low < cut <= high. */
double spenn_rule_cut(double low, double high);

extern const double spenn_rule_price; /* of a condition */

/* The best rule of each kind by that worth; boxes is 0 when there is none. */
void spenn_rule_prim(const struct spenn_rule_view *view, struct spenn_rule *best);
void spenn_rule_tree(const struct spenn_rule_view *view, struct spenn_rule *best);

#endif
