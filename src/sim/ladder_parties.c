/* SPDX-License-Identifier: MIT
 * What follows from who the parties of a case are: the forum that seats them all, who
 * arbitrates, and the part of the line that information between them runs along. */
#include "ladder_plan.h"

#include "plan.h"

#include <math.h>

bool spenn_parties_have(const struct spenn_parties *parties, spenn_id u)
{
    for (int32_t i = 0; i < parties->count; i++) {
        if (parties->unit[i] == u) {
            return true;
        }
    }
    return false;
}

static bool sits(const struct spenn_regular *regular, spenn_id u, spenn_id f)
{
    for (int32_t i = regular->first_forum[u]; i < regular->first_forum[u + 1]; i++) {
        if (regular->forum[i] == f) {
            return true;
        }
    }
    return false;
}

/* Whether all parties sit in it and are most of those who do. */
static bool is_theirs(
    const struct spenn_sim_plan *plan, const struct spenn_parties *parties, spenn_id f)
{
    bool all = 2 * parties->count > plan->m->forums.size[f];
    for (int32_t i = 1; i < parties->count && all; i++) {
        all = sits(plan->ladder->regular, parties->unit[i], f);
    }
    return all;
}

spenn_id spenn_parties_forum(
    const struct spenn_sim_plan *plan, spenn_id t, const struct spenn_parties *parties)
{
    const struct spenn_regular *regular = plan->ladder->regular;
    spenn_id named = plan->ladder->task[t].forum, first = parties->unit[0];
    int32_t i = regular->first_forum[first], end = regular->first_forum[first + 1];
    if (named != SPENN_NONE) {
        return named;
    }
    while (i < end && !is_theirs(plan, parties, regular->forum[i])) {
        i++;
    }
    return i < end ? regular->forum[i] : SPENN_NONE;
}

/* The nearest superior of both, which may be one of them, or SPENN_NONE. */
static spenn_id superior(const struct spenn_sim_plan *plan, spenn_id u, spenn_id v)
{
    const int32_t *depth = plan->ladder->depth;
    while (u != v && u != SPENN_NONE && v != SPENN_NONE) {
        if (depth[u] >= depth[v]) {
            u = plan->m->units.parent[u];
        } else {
            v = plan->m->units.parent[v];
        }
    }
    return u == v ? u : SPENN_NONE;
}

spenn_id spenn_parties_arbiter(
    const struct spenn_sim_plan *plan, spenn_id t, const struct spenn_parties *parties)
{
    spenn_id by = plan->ladder->task[t].arbiter;
    if (by != SPENN_NONE) {
        return by;
    }
    by = parties->unit[0];
    for (int32_t i = 1; i < parties->count && by != SPENN_NONE; i++) {
        by = superior(plan, by, parties->unit[i]);
    }
    return by;
}

int32_t spenn_work_desk(const struct spenn_sim_plan *plan, spenn_id u)
{
    int32_t desk = plan->case_desk[u];
    return desk == SPENN_NONE ? u : desk;
}

int32_t spenn_ladder_needs(const struct spenn_plan_ladder *ladder, int32_t others)
{
    switch (ladder->consent) {
    case SPENN_CONSENT_ALL:
        return others;
    case SPENN_CONSENT_MAJORITY:
        return others > 0 ? others / 2 + 1 : 0;
    default:
        return others > 0;
    }
}

double spenn_ladder_understanding(const struct spenn_ladder_plan *ladder, double tie)
{
    double alone = ladder->understanding;
    return alone + (1.0 - alone) * ladder->tie_effect * tie;
}

struct spenn_span spenn_span_make(struct spenn_arena *memory, int32_t units)
{
    size_t count = (size_t)units;
    return (struct spenn_span){
        .mark = spenn_arena_alloc(memory, count, sizeof(int32_t)),
        .link = spenn_arena_alloc(memory, count, sizeof(struct spenn_link)),
    };
}

static spenn_id top_of(const struct spenn_sim_plan *plan, spenn_id u)
{
    while (plan->m->units.parent[u] != SPENN_NONE) {
        u = plan->m->units.parent[u];
    }
    return u;
}

/* Units without a common superior: the tops of the others hang on the initiator's. */
static spenn_id above(const struct spenn_sim_plan *plan, spenn_id u, spenn_id top)
{
    spenn_id over = plan->m->units.parent[u];
    return over != SPENN_NONE ? over : u == top ? SPENN_NONE : top;
}

/* Adds the links from u up to one that is there. */
static void add_way(
    const struct spenn_sim_plan *plan, struct spenn_span *span, spenn_id u, spenn_id top)
{
    while (span->mark[u] != span->round) {
        spenn_id over = above(plan, u, top);
        span->mark[u] = span->round;
        if (over == SPENN_NONE) {
            return;
        }
        span->link[span->links++] = (struct spenn_link){u, over, 0};
        u = over;
    }
}

/* The unit that all parties hang on. */
static spenn_id joint_of(
    const struct spenn_sim_plan *plan, const struct spenn_parties *parties, spenn_id top)
{
    spenn_id at = parties->unit[0];
    for (int32_t i = 1; i < parties->count; i++) {
        spenn_id both = superior(plan, at, parties->unit[i]);
        at = both == SPENN_NONE ? top : both;
    }
    return at;
}

void spenn_span_find(const struct spenn_sim_plan *plan,
    const struct spenn_parties *parties, struct spenn_span *span)
{
    const int32_t *depth = plan->ladder->depth;
    spenn_id top = top_of(plan, parties->unit[0]);
    int32_t above_all = depth[joint_of(plan, parties, top)], links = 0;
    span->round++;
    span->links = span->deepest = 0;
    for (int32_t i = 0; i < parties->count; i++) {
        add_way(plan, span, parties->unit[i], top);
    }
    for (int32_t i = 0; i < span->links; i++) {
        struct spenn_link link = span->link[i];
        link.depth = depth[link.low] + (top_of(plan, link.low) != top) - above_all;
        if (link.depth > 0) {
            span->deepest = link.depth > span->deepest ? link.depth : span->deepest;
            span->link[links++] = link;
        }
    }
    span->links = links;
}
