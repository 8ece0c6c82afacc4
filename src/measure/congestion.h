/* SPDX-License-Identifier: MIT
 * Information exchange in organizational networks: who relays how much when messages go
 * along the line and each unit's own links, and what holds together without the busiest
 * (Dodds, Watts, Sabel, PNAS 100:12516, 2003). Expected flow, exact: no message is drawn.
 * O(units x (units + links)). */
#ifndef SPENN_CONGESTION_H
#define SPENN_CONGESTION_H

#include "model.h"

struct spenn_exchange { /* who may hand a message to whom */
    const spenn_id *parent;
    const char *const *id; /* settles equal congestion; NULL: the row does */
    int32_t units, links;
    spenn_id *a, *b; /* informal links; repeated ones and lines do no harm */
};

/* What the measures take: recipients near by (the paper's xi of 1), and a twentieth of
 * the units removed, rounded up. */
extern const double spenn_usual_reach;
int32_t spenn_usual_removals(int32_t units);

/* Of a model: second lines, contacts that meet, and each pair of members of a forum.
 * `more` is room for links that the caller adds. */
struct spenn_exchange spenn_exchange_make(
    const struct spenn_model *m, int32_t more, struct spenn_arena *memory);

/* Whether twice units x (units + links) is within `most`, 1e9 being some seconds, and the
 * line not deeper than 2000. */
bool spenn_exchange_fits(const struct spenn_exchange *x, double most);

/* Share of all messages that each unit relays, when every unit sends as many and chooses
 * recipients with weight exp(-distance / reach); INFINITY: all alike. */
void spenn_congestion(const struct spenn_exchange *x, double reach, double *congestion);

/* share[k]: the largest group that still hangs together, of those left, without the k
 * most congested; k from 0 to most, below units. */
void spenn_connectivity(const struct spenn_exchange *x, const double *congestion,
    int32_t most, double *share);

/* Units from most to least congested. */
void spenn_congestion_order(
    const struct spenn_exchange *x, const double *congestion, spenn_id *order);

#endif
