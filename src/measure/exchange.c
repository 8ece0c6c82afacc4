/* SPDX-License-Identifier: MIT
 * Congestion and connectivity as measures at rest, with the usual reach and removals. */
#include "congestion.h"
#include "rest.h"

#include <math.h>

/* Twice units x (units + links) that a measure may take: about a second. */
#define MOST_FLOW 4e8

struct spenn_exchanged {
    struct spenn_exchange exchange;
    double *congestion; /* NULL when it would take too long */
};

static const struct spenn_exchanged *exchanged(struct spenn_rest *r)
{
    if (!r->exchanged) {
        struct spenn_exchanged *e = spenn_arena_alloc(r->memory, 1, sizeof *e);
        e->exchange = spenn_exchange_make(r->m, 0, r->memory);
        if (spenn_exchange_fits(&e->exchange, MOST_FLOW)) {
            e->congestion = spenn_arena_alloc(
                r->memory, (size_t)r->m->units.count, sizeof *e->congestion);
            spenn_congestion(&e->exchange, spenn_usual_reach, e->congestion);
        }
        r->exchanged = e;
    }
    return r->exchanged;
}

bool spenn_fill_congestion(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_exchanged *e = exchanged(r);
    bool whole = r->over == SPENN_OVER_WHOLE;
    double most = 0.0;
    (void)err;
    for (spenn_id u = 0; u < r->m->units.count; u++) {
        double congestion = e->congestion ? e->congestion[u] : NAN;
        most = isnan(congestion) ? NAN : fmax(most, congestion);
        value[whole ? 0 : u] = whole ? most : congestion;
    }
    return true;
}

bool spenn_fill_connectivity(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct spenn_exchanged *e = exchanged(r);
    int32_t most = spenn_usual_removals(r->m->units.count);
    (void)err;
    value[0] = NAN;
    if (e->congestion && most < r->m->units.count) {
        double *share = spenn_arena_alloc(&scratch, (size_t)most + 1, sizeof *share);
        spenn_connectivity(&e->exchange, e->congestion, most, share);
        value[0] = share[most];
    }
    spenn_arena_free(&scratch);
    return true;
}
