/* SPDX-License-Identifier: MIT
 * Who goes on with what, from one plan of a chain to the next. */
#include "chain.h"

#include "diff.h"
#include "practice_plan.h"
#include "table.h"
#include "text.h"

#include <assert.h>
#include <math.h>

/* For each unit that ended without an heir, who goes on with its work: the unit that now
 * stands for its first origin, else the heir of its nearest superior that has one, else
 * the top leader. */
static void find_stand_ins(const struct spenn_model *a, const struct spenn_model *b,
    const struct spenn_heirs *heirs, spenn_id *unit)
{
    for (spenn_id u = 0; u < a->units.count; u++) {
        unit[u] = heirs->heir[u];
    }
    for (int32_t o = 0; o < a->origins.count; o++) {
        spenn_id u = a->origins.unit[o];
        unit[u] = unit[u] == SPENN_NONE ? b->origins.unit[o] : unit[u];
    }
    for (spenn_id u = 0; u < a->units.count; u++) {
        spenn_id above = u;
        while (above != SPENN_NONE && unit[above] == SPENN_NONE) {
            above = a->units.parent[above];
        }
        unit[u] = above == SPENN_NONE ? spenn_model_top(b) : unit[above];
    }
}

/* Touches who serves another share of the stream than before. `share`: of a unit of the
 * model after, all 0; and 0 again at the end. */
static void touch_servers_of(struct spenn_handover *wave, int32_t s, double *share)
{
    const struct spenn_model *a = wave->from->m, *b = wave->to->m;
    int32_t first = a->streams.first_route[s], end = first + a->streams.routes[s];
    for (int32_t k = first; k < end; k++) {
        spenn_id v = wave->same[a->routes.unit[k]];
        if (v != SPENN_NONE) {
            share[v] += a->routes.share[k];
        }
    }
    for (int32_t k = 0; k < b->streams.routes[s]; k++) {
        int32_t row = b->streams.first_route[s] + k;
        spenn_id v = b->routes.unit[row];
        share[v] -= b->routes.share[row];
        wave->touched[v] |= fabs(share[v]) > 1e-9;
        share[v] = 0.0;
    }
    for (int32_t k = first; k < end; k++) {
        spenn_id v = wave->same[a->routes.unit[k]];
        if (v != SPENN_NONE) {
            wave->touched[v] |= share[v] > 1e-9;
            share[v] = 0.0;
        }
    }
}

/* Work: the shares of streams that a unit serves. */
static void touch_servers(struct spenn_handover *wave)
{
    struct spenn_arena scratch = {0};
    size_t units = (size_t)wave->to->m->units.count;
    double *share = spenn_arena_alloc(&scratch, units, sizeof *share);
    for (int32_t s = 0; s < wave->to->m->streams.count; s++) {
        touch_servers_of(wave, s, share);
    }
    spenn_arena_free(&scratch);
}

static void touch(struct spenn_handover *wave, const struct spenn_heirs *heirs)
{
    const struct spenn_model *a = wave->from->m, *b = wave->to->m;
    for (spenn_id v = 0; v < b->units.count; v++) {
        spenn_id u = wave->was[v];
        spenn_id above = u == SPENN_NONE ? SPENN_NONE : a->units.parent[u];
        above = above == SPENN_NONE ? SPENN_NONE : wave->same[above];
        wave->touched[v] = u == SPENN_NONE || heirs->took[v]
            || above != b->units.parent[v] || a->units.leaders[u] != b->units.leaders[v];
    }
    touch_servers(wave);
}

static int32_t desk_like(
    const struct spenn_handover *wave, int32_t desk, const spenn_id *unit)
{
    spenn_id u = wave->from->desk[desk].unit;
    if (unit[u] == SPENN_NONE) {
        return SPENN_NONE;
    }
    int32_t cases = wave->to->case_desk[unit[u]];
    return desk == u || cases == SPENN_NONE ? unit[u] : cases;
}

static void match_desks(struct spenn_handover *wave, struct spenn_arena *memory)
{
    const struct spenn_model *a = wave->from->m, *b = wave->to->m;
    struct spenn_arena scratch = {0};
    size_t units = (size_t)a->units.count, desks = (size_t)wave->from->desk_count;
    struct spenn_heirs heirs = spenn_models_heirs(a, b, &scratch);
    spenn_id *unit = spenn_arena_alloc(&scratch, units, sizeof *unit);
    find_stand_ins(a, b, &heirs, unit);
    wave->same = spenn_arena_alloc(memory, units, sizeof *wave->same);
    wave->desk = spenn_arena_alloc(memory, desks, sizeof *wave->desk);
    wave->sums = spenn_arena_alloc(memory, desks, sizeof *wave->sums);
    wave->was = spenn_arena_alloc(memory, (size_t)b->units.count, sizeof *wave->was);
    for (spenn_id v = 0; v < b->units.count; v++) {
        wave->was[v] = SPENN_NONE;
    }
    for (spenn_id u = 0; u < a->units.count; u++) {
        wave->same[u] = heirs.same[u];
        if (heirs.same[u] != SPENN_NONE) {
            wave->was[heirs.same[u]] = u;
        }
    }
    wave->touched =
        spenn_arena_alloc(memory, (size_t)b->units.count, sizeof *wave->touched);
    touch(wave, &heirs);
    wave->lineage = spenn_lineage_new(memory, a, b, heirs.heir);
    for (int32_t d = 0; d < wave->from->desk_count; d++) {
        wave->desk[d] = desk_like(wave, d, unit);
        wave->sums[d] = desk_like(wave, d, heirs.heir);
    }
    spenn_arena_free(&scratch);
}

static void match_forums(struct spenn_handover *wave, struct spenn_arena *memory)
{
    const struct spenn_forums *a = &wave->from->m->forums, *b = &wave->to->m->forums;
    struct spenn_arena scratch = {0};
    struct spenn_index index = {0};
    for (spenn_id f = 0; f < b->count; f++) {
        (void)spenn_index_add(&scratch, &index, b->id[f], f);
    }
    wave->forum = spenn_arena_alloc(memory, (size_t)a->count, sizeof *wave->forum);
    for (spenn_id f = 0; f < a->count; f++) {
        wave->forum[f] = spenn_index_find(&index, a->id[f]);
    }
    spenn_arena_free(&scratch);
}

static int32_t more(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

struct spenn_room spenn_room_of(struct spenn_room room, const struct spenn_sim_plan *plan)
{
    int32_t queues = plan->priorities > 1 ? plan->desk_count * plan->priorities : 0;
    room.desks = more(room.desks, plan->desk_count);
    room.forums = more(room.forums, plan->forum_count);
    room.queues = more(room.queues, queues);
    for (int32_t t = 0; t < plan->task_count; t++) {
        room.loaded = room.loaded || plan->task[t].loaded;
    }
    room.informs = room.informs || plan->inform;
    room.owners = more(room.owners, plan->bond->rows);
    room.parties = more(room.parties, plan->ladder ? plan->ladder->width : 0);
    for (spenn_id f = 0; f < plan->forum_count; f++) {
        room.members = more(room.members, plan->m->forums.size[f]);
    }
    return room;
}

void spenn_sim_plan_chain(
    struct spenn_sim_plan *last, const struct spenn_sim_wave *wave, int32_t waves)
{
    struct spenn_arena *memory = &last->memory;
    struct spenn_chain *chain = spenn_arena_alloc(memory, 1, sizeof *chain);
    chain->count = waves;
    chain->wave = spenn_arena_alloc(memory, (size_t)waves, sizeof *chain->wave);
    chain->room = spenn_room_of(chain->room, last);
    for (int32_t i = 0; i < waves; i++) {
        const struct spenn_sim_plan *to = i + 1 < waves ? wave[i + 1].before : last;
        chain->wave[i] =
            (struct spenn_handover){.at = wave[i].at, .from = wave[i].before, .to = to};
        assert(wave[i].before->stream_count == to->stream_count);
        assert(wave[i].before->task_count == to->task_count);
        chain->room = spenn_room_of(chain->room, wave[i].before);
        match_desks(&chain->wave[i], memory);
        match_forums(&chain->wave[i], memory);
        if (wave[i].when) {
            spenn_watch_resolve(wave[i].before, wave[i].when, &chain->wave[i].watch);
        }
    }
    if (last->practice) {
        chain->practice =
            spenn_arena_alloc(memory, (size_t)waves, sizeof *chain->practice);
    }
    for (int32_t i = 0; i < waves && last->practice; i++) {
        const struct spenn_handover *h = &chain->wave[i];
        assert(h->from->practice);
        spenn_practice_hand_over(
            memory, h->from->practice, h->to->practice, h->was, &chain->practice[i]);
    }
    last->chain = chain;
}
