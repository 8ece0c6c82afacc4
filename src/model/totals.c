/* SPDX-License-Identifier: MIT */
#include "change.h"

#include <math.h>

/* Bodies that are elected, advise or stand outside have no posts of the administration.
 */
static bool has_posts(int32_t kind)
{
    switch (kind) {
    case SPENN_COUNCIL:
    case SPENN_COMMITTEE:
    case SPENN_ADVICE:
    case SPENN_LEGAL_ENTITY:
    case SPENN_EXTERNAL:
        return false;
    default:
        return true;
    }
}

struct spenn_totals spenn_model_totals(const struct spenn_model *m)
{
    struct spenn_totals totals = {.units = m->units.count, .forums = m->forums.count};
    for (int32_t s = 0; s < m->streams.count; s++) {
        double share = 0.0;
        for (int32_t r = 0; r < m->streams.routes[s]; r++) {
            share += m->routes.share[m->streams.first_route[s] + r];
        }
        totals.demand += m->streams.rate[s] * share;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (!isnan(m->units.fte[u])) {
            totals.fte += m->units.fte[u];
        }
        if (has_posts(m->units.kind[u])) {
            totals.posts += m->units.leaders[u];
        }
    }
    return totals;
}
