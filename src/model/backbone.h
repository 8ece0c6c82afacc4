/* SPDX-License-Identifier: MIT
 * The line as a measure of distance, from one unit to all others, as Dodds, Watts and
 * Sabel (PNAS 100:12516, 2003) use it. Several roots hang from one point above them that
 * is nobody: vertex `count`. O(units) a walk, no memory taken in it. */
#ifndef SPENN_BACKBONE_H
#define SPENN_BACKBONE_H

#include "model.h"

struct spenn_backbone {
    int32_t count;          /* units */
    int32_t vertices;       /* units, and 1 for nobody when there are several roots */
    int32_t height;         /* greatest depth */
    spenn_id *parent;       /* of vertices */
    int32_t *depth;         /* lines to the top */
    int32_t *first, *child; /* child[first[v] .. first[v + 1]) */
    /* Of the last walk: vertices from near to far, steps to the start's and to the
     * other's nearest common superior. The line between them has here + there steps. */
    spenn_id *order;
    int32_t *here, *there;
};

struct spenn_backbone spenn_backbone_make(
    const spenn_id *parent, int32_t count, struct spenn_arena *memory);

void spenn_backbone_walk(struct spenn_backbone *b, spenn_id start);

/* Organizational distance: 0 between siblings and along a line, else
 * sqrt(here^2 + there^2 - 2). */
double spenn_backbone_distance(int32_t here, int32_t there);

#endif
