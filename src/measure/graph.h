/* SPDX-License-Identifier: MIT
 * The fence around igraph: edges go in as columns, numbers come out as columns. igraph's
 * error and warning handlers are silenced and its codes become messages; its random
 * generator is never used. */
#ifndef SPENN_GRAPH_H
#define SPENN_GRAPH_H

#include "fail.h"

struct spenn_edges { /* undirected */
    int32_t vertices, count;
    int32_t *a, *b;
    double *weight; /* only for distances: 0 or more */
};

/* An edge list with room for `most` edges. */
struct spenn_edges spenn_edges_make(
    struct spenn_arena *memory, int32_t vertices, int32_t most);
void spenn_edges_add(struct spenn_edges *edges, int32_t a, int32_t b, double weight);

/* 1 for a vertex without which its component falls apart, else 0. */
bool spenn_graph_articulation(
    const struct spenn_edges *edges, double *articulation, struct spenn_error *err);

/* Shortest weighted distance from `from` (Dijkstra 1959); NAN where there is no way. */
bool spenn_graph_distances(const struct spenn_edges *edges, int32_t from,
    double *distance, struct spenn_error *err);

#endif
