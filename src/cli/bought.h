/* SPDX-License-Identifier: MIT
 * What links across the line buy: congestion and connectivity with links added, drawn by
 * a rule (links.h) or chosen one at a time. */
#ifndef SPENN_BOUGHT_H
#define SPENN_BOUGHT_H

#include "congestion.h"
#include "links.h"

struct spenn_exchange_query {
    bool asked;      /* --congestion */
    int32_t options; /* others given */
    double reach;    /* of messages near by; the other case is anybody */
    int32_t remove, links, draws;
    uint64_t seed;
};
enum { SPENN_NEAR, SPENN_ANYBODY, SPENN_REACHES };

/* INFINITY for anybody. */
double spenn_query_reach(const struct spenn_exchange_query *query, int which);

struct spenn_bought { /* means over draws, and standard deviations */
    int32_t links;    /* added; fewer than asked where no other pair was left */
    double most[SPENN_REACHES], most_sd[SPENN_REACHES]; /* share of the most congested */
    double holds[SPENN_REACHES], holds_sd[SPENN_REACHES]; /* without `remove` */
};

/* x needs room for query->links more links, and has as many as before afterwards. */
struct spenn_bought spenn_bought_drawn(struct spenn_exchange *x,
    const struct spenn_exchange_query *query, const struct spenn_link_class *class);

/* Adds links to x one at a time: of all pairs within two steps of the line from the most
 * congested unit, anybody exchanging with anybody, the one that leaves the most congested
 * least (equal: the least sum of squares, then the first). Stops where none helps. */
struct spenn_bought spenn_bought_chosen(
    struct spenn_exchange *x, const struct spenn_exchange_query *query);

#endif
