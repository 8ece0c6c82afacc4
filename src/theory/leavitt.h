/* SPDX-License-Identifier: MIT
 * Five persons who may talk along the edges of a net (Bavelas 1950; Leavitt 1951). Each
 * knows a piece, all must know all; in a unit of time each may send one message, with all
 * that he knew at its start, to one neighbour. */
#ifndef SPENN_LEAVITT_H
#define SPENN_LEAVITT_H

#include <stdint.h>

enum { spenn_net_people = 5 };
struct spenn_net {
    const char *name;
    uint8_t beside[spenn_net_people]; /* bit j: may talk with j */
};

/* Wheel (0 in the middle), Y (0 the fork, 3 and 4 its long arm), chain, circle. */
enum { SPENN_WHEEL, SPENN_Y, SPENN_CHAIN, SPENN_CIRCLE, spenn_net_count };
extern const struct spenn_net spenn_nets[spenn_net_count];

/* Sum of each person's distances to the others; the net hangs together. */
void spenn_net_distances(const struct spenn_net *net, double *sum);

/* Bavelas's relative centrality: all distances of the net / those of the person. */
void spenn_net_centrality(const struct spenn_net *net, double *centrality);

/* Sum of (greatest - value): peripherality when of relative centralities; Freeman's
 * centralization (1979) when divided by the same of the wheel. */
double spenn_spread(const double *value, int32_t count);

/* Of all schedules: the fewest messages and the shortest time with so many; the shortest
 * time and the fewest messages in it. A search of all states of knowledge (2^20), unit by
 * unit of time, message counts being cut at the fewest known. */
struct spenn_net_schedules {
    int32_t fewest, fewest_time, fastest, fastest_messages;
};
struct spenn_net_schedules spenn_net_search(const struct spenn_net *net);

#endif
