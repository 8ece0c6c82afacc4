/* SPDX-License-Identifier: MIT
 * Explorations from files: pieces put together, or a whole one read again. Every shard
 * has made the whole screening, so their files overlap there; what differs was made by
 * different programs. */
#include "stages.h"
#include "store_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void take_options(struct spenn_exploration *x, const struct spenn_store_head *head)
{
    x->options.points = head->points;
    x->options.trajectories = head->trajectories;
    x->options.replications = head->replications;
    x->options.seed = head->seed;
    x->options.shard = x->options.shards = 1;
    x->warm_up = head->warm_up;
}

static bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static bool same_outcome(const struct spenn_explore_outcomes *a,
    const struct spenn_explore_outcomes *b, size_t at)
{
    return a->verdict[at] == b->verdict[at] && same(a->difference[at], b->difference[at])
        && same(a->low[at], b->low[at]) && same(a->high[at], b->high[at]);
}

/* Takes evaluation e of a piece over; false when it is there and says otherwise. */
static bool take(
    struct spenn_exploration *x, const struct spenn_exploration *piece, int32_t e)
{
    struct spenn_explore_outcomes *to = &x->outcome;
    const struct spenn_explore_outcomes *from = &piece->outcome;
    bool known = spenn_exploration_has(x, e), ok = true;
    for (int32_t q = 0; q < x->expectations; q++) {
        size_t at = (size_t)e * (size_t)x->expectations + (size_t)q;
        ok = ok && (!known || same_outcome(to, from, at));
        if (!known) {
            to->verdict[at] = from->verdict[at];
            to->difference[at] = from->difference[at];
            to->low[at] = from->low[at];
            to->high[at] = from->high[at];
        }
    }
    return ok;
}

/* Like the first one but for the shard. */
static bool fits(const struct spenn_store *store, struct spenn_store_head wanted,
    struct spenn_error *err)
{
    wanted.shard = store->head.shard;
    return spenn_store_fits(store, &wanted, err)
        && (store->head.warm_up == wanted.warm_up
            || spenn_fail(err, (struct spenn_where){.file = store->path},
                "has another warm-up than the first shard: they were made by different "
                "builds of spenn; make them anew with one"));
}

static bool add_piece(
    struct spenn_exploration *x, struct spenn_store *store, struct spenn_error *err)
{
    struct spenn_exploration piece = *x;
    piece.memory = (struct spenn_arena){0};
    piece.options.shard = store->head.shard;
    piece.options.shards = store->head.shards;
    spenn_exploration_room(&piece);
    bool ok = spenn_store_load(store, &piece, err);
    for (int32_t e = 0; e < x->outcome.count && ok; e++) {
        if (spenn_exploration_has(&piece, e) && !take(x, &piece, e)) {
            ok = spenn_fail(err, (struct spenn_where){.file = store->path},
                "evaluation %d differs from that of another shard: they were made by "
                "different builds of spenn; make them anew with one",
                e);
        }
    }
    spenn_arena_free(&piece.memory);
    return ok;
}

/* Says of each shard what it lacks. */
static void tell_missing(const struct spenn_exploration *x,
    const struct spenn_store_head *head, struct spenn_error *err)
{
    struct spenn_exploration part = *x;
    int32_t end = x->core.evaluations ? x->core.evaluations : x->core.screened;
    part.options.shards = head->shards;
    for (int32_t shard = 1; shard <= head->shards; shard++) {
        int32_t lacking = 0, own = 0;
        part.options.shard = shard;
        for (int32_t e = 0; e < end; e++) {
            bool mine = spenn_exploration_mine(&part, e);
            own += mine;
            lacking += mine && !spenn_exploration_has(x, e);
        }
        if (lacking > 0) {
            (void)spenn_fail(err, (struct spenn_where){.file = head->scenario},
                "shard %d of %d lacks %d of %d evaluations: 'spenn explore %s --shard "
                "%d/%d' with the same options makes them",
                shard, head->shards, lacking, own, head->scenario, shard, head->shards);
        }
    }
}

/* Head of the first piece; the others must be of the same exploration. */
static bool load_pieces(const struct spenn_explore_pieces *pieces,
    struct spenn_exploration *x, struct spenn_store *first, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t i = 0; i < pieces->count && ok; i++) {
        struct spenn_store other = {0};
        struct spenn_store *store = i ? &other : first;
        ok = (i == 0 || spenn_store_look(store, pieces->directory[i], err))
            && fits(store, first->head, err) && add_piece(x, store, err);
        spenn_store_close(&other);
    }
    return ok;
}

static bool write_whole(const struct spenn_explore_job *job, struct spenn_exploration *x,
    struct spenn_error *err)
{
    struct spenn_store store = {0};
    const struct spenn_store_head head = spenn_exploration_head(job, x);
    bool ok = spenn_store_open(&store, job->directory, job->fresh, err)
        && (!store.text || spenn_store_fits(&store, &head, err))
        && spenn_store_finish(&store, &head, x, err);
    spenn_store_close(&store);
    return ok;
}

/* From files that are open to an exploration that is whole. */
static bool put_together(const struct spenn_explore_job *job,
    const struct spenn_explore_pieces *pieces, struct spenn_store *first,
    struct spenn_exploration *x, struct spenn_error *err)
{
    struct spenn_explore_stages run = {
        .x = x, .store = first, .err = err, .reading = true};
    struct spenn_store_head wanted = first->head;
    if (!spenn_exploration_open(job, x, err)) {
        return false;
    }
    memcpy(wanted.fingerprint, x->fingerprint, sizeof wanted.fingerprint);
    wanted.expectations = x->expectations;
    take_options(x, &first->head);
    if (!spenn_store_fits(first, &wanted, err)) {
        return false;
    }
    spenn_exploration_room(x);
    if (!load_pieces(pieces, x, first, err) || !spenn_explore_stages_run(&run)) {
        return false;
    }
    if (!x->core.whole) {
        tell_missing(x, &first->head, err);
    }
    return x->core.whole;
}

bool spenn_explore_merge(const struct spenn_explore_job *job,
    const struct spenn_explore_pieces *pieces, struct spenn_exploration *x,
    struct spenn_error *err)
{
    struct spenn_store first = {0};
    *x = (struct spenn_exploration){0};
    bool ok = spenn_store_look(&first, pieces->directory[0], err)
        && put_together(job, pieces, &first, x, err)
        && (!job->directory || write_whole(job, x, err));
    spenn_store_close(&first);
    if (!ok) {
        spenn_exploration_free(x);
    }
    return ok;
}

bool spenn_explore_read(const struct spenn_explore_job *job, struct spenn_exploration *x,
    struct spenn_error *err)
{
    const char *const directory[] = {job->directory};
    const struct spenn_explore_pieces pieces = {directory, 1};
    struct spenn_explore_job reading = *job;
    reading.directory = NULL;
    return spenn_explore_merge(&reading, &pieces, x, err);
}

bool spenn_explore_look(const char *directory, struct spenn_arena *memory,
    const char **scenario, const char **assumptions, struct spenn_error *err)
{
    struct spenn_store store = {0};
    bool ok = spenn_store_look(&store, directory, err);
    if (ok) {
        *scenario = spenn_arena_text(memory, store.head.scenario);
        *assumptions = spenn_arena_text(memory, store.head.assumptions);
    }
    spenn_store_close(&store);
    return ok;
}
