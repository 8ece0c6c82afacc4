/* SPDX-License-Identifier: MIT */
#include "net.h"

/* Drops what is repeated; seen[w] is the last vertex + 1 that had w. */
static void tidy(struct spenn_net *net, int32_t *seen)
{
    int32_t end = 0, begin = 0;
    for (int32_t v = 0; v < net->vertices; v++) {
        int32_t stop = net->first[v + 1];
        for (int32_t i = begin; i < stop; i++) {
            int32_t w = net->to[i];
            bool fresh = w != v && seen[w] != v + 1;
            seen[w] = v + 1;
            net->to[end] = w;
            end += fresh;
        }
        begin = stop;
        net->first[v + 1] = end;
    }
}

struct spenn_net spenn_net_make(int32_t vertices, int32_t count, const int32_t *from,
    const int32_t *to, struct spenn_arena *memory)
{
    struct spenn_net net = {.vertices = vertices,
        .first = spenn_arena_alloc(memory, (size_t)vertices + 2, sizeof *net.first),
        .to = spenn_arena_alloc(memory, (size_t)count, sizeof *net.to)};
    for (int32_t e = 0; e < count; e++) {
        net.first[from[e] + 2]++;
    }
    for (int32_t v = 0; v < vertices; v++) {
        net.first[v + 2] += net.first[v + 1];
    }
    for (int32_t e = 0; e < count; e++) {
        net.to[net.first[from[e] + 1]++] = to[e];
    }
    tidy(&net, spenn_arena_alloc(memory, (size_t)vertices, sizeof(int32_t)));
    return net;
}
