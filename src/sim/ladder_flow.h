/* SPDX-License-Identifier: MIT
 * Traffic equations of the ladder: how often a case that needs others comes to each desk
 * and agenda for it, as a mean over who its parties may be. */
#ifndef SPENN_LADDER_FLOW_H
#define SPENN_LADDER_FLOW_H

#include "ladder_plan.h"

struct spenn_ladder_flow {
    int32_t node;  /* a desk, or a forum behind the desks */
    double visits; /* a case */
    double work;   /* mean of a visit: hours, or places on the agenda */
};

struct spenn_ladder_flows {
    int32_t *first; /* of a route, its run in `flow`; routes + 1 entries */
    struct spenn_ladder_flow *flow;
    bool *bound; /* of a route: not exact */
};

/* In `memory`; without a ladder nothing. */
struct spenn_ladder_flows spenn_ladder_flows_make(
    const struct spenn_sim_plan *plan, struct spenn_arena *memory);

struct spenn_ladder_odds { /* of a round in which the other parties are asked */
    double no_harm;        /* enough agree at least to do no harm */
    double joint[2];       /* enough agree to joint action, without and with step 2 */
};
/* ladder_odds.c: with `others` of whom each owns the task so much, and nobody has a veto
 */
struct spenn_ladder_odds spenn_ladder_odds_of(
    const struct spenn_sim_plan *plan, spenn_id t, int32_t others);

#endif
