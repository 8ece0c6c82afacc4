/* SPDX-License-Identifier: MIT
 * `assigned: least-loaded`: of the units that serve a stream the one with fewest cases
 * per server at its case desk, or without one at its leader's, the first of those as
 * good. */
#include "engine.h"
#include "mutant.h"

static double load_of(const struct spenn_sim_state *state, spenn_id u)
{
    int32_t cases = state->plan->case_desk[u];
    int32_t d = cases == SPENN_NONE ? u : cases;
    int32_t servers = state->plan->desk[d].servers;
    int32_t present = servers - state->desk[d].idle
        + (SPENN_MUTANT(ASSIGNMENT) ? 0 : state->waiting[d]);
    return (double)present / (SPENN_MUTANT(CAPACITY) ? 1 : servers);
}

void spenn_stream_assign(struct spenn_sim_state *state, int32_t s)
{
    const struct spenn_plan_stream *planned = &state->plan->stream[s];
    const struct spenn_plan_route *route = &state->plan->route[planned->first_route];
    struct spenn_stream *stream = &state->stream[s];
    int32_t best = 0;
    double least = 0.0, before = 0.0, from = 0.0, width = 0.0;
    for (int32_t k = 0; k < planned->routes; k += planned->ways) {
        double share = route[k + planned->ways - 1].upto - before;
        double load = load_of(state, route[k].unit);
        if (share > 0.0 && (width <= 0.0 || load < least)) {
            best = k;
            least = load;
            from = before;
            width = share;
        }
        before += share;
    }
    if (planned->ways > 1) { /* the way is the case's luck, wherever it goes */
        double u = spenn_random_draw(
            &state->random, stream->key, stream->number, 0, SPENN_BLOCK_CASE)
                       .u[SPENN_LANE_ROUTE];
        best += u >= (route[best].upto - from) / width;
    }
    spenn_stream_take(state->plan, stream, planned->first_route + best);
}
