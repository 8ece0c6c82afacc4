/* SPDX-License-Identifier: MIT
 * A graph as the neighbours of every vertex. */
#ifndef SPENN_NET_H
#define SPENN_NET_H

#include "fail.h"

struct spenn_net { /* to[first[v] .. first[v + 1]) */
    int32_t vertices;
    int32_t *first, *to;
};

/* Of arcs from[e] -> to[e], repeated ones and loops dropped; in the order of the arcs. */
struct spenn_net spenn_net_make(int32_t vertices, int32_t count, const int32_t *from,
    const int32_t *to, struct spenn_arena *memory);

#endif
