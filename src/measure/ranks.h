/* SPDX-License-Identifier: MIT
 * Who can command whom, as a directed graph. Vertices that reach each other are put
 * together first (Tarjan 1972), what is left has no circle. Who reaches whom is then a
 * bit a pair: arcs x vertices / 64 steps. Whether two vertices have one nearest superior
 * depends only on the heads of the trees they hang in (vertices with no superior or
 * several), of which an organization has few: heads^2 x vertices / 128 steps. */
#ifndef SPENN_RANKS_H
#define SPENN_RANKS_H

#include "fail.h"

struct spenn_arcs { /* superior -> report */
    int32_t vertices, count;
    int32_t *from, *to;
};

struct spenn_ranks {              /* of the graph without loops and repeated arcs */
    int32_t vertices, components; /* weak components */
    double edges;                 /* pairs joined by an arc in any direction */
    double joined;                /* unordered pairs in the same weak component */
    double spare;  /* pairs that could be joined beyond a tree of each component */
    double mutual; /* unordered pairs that reach each other */
};

/* Fills the counts of linear cost. */
void spenn_ranks_count(const struct spenn_arcs *arcs, struct spenn_ranks *ranks);

/* Vertices each vertex reaches, itself not. False when the work exceeds `most`. */
bool spenn_ranks_reach(const struct spenn_arcs *arcs, double most, double *reached);

/* Unordered pairs of a weak component without a least upper bound: one that reaches both
 * (a vertex reaches itself) and that every other such vertex reaches. False when the work
 * exceeds `most`. */
bool spenn_ranks_unbound(const struct spenn_arcs *arcs, double most, double *pairs);

#endif
