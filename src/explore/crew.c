/* SPDX-License-Identifier: MIT
 * The calling thread starts the others, waits and tells of progress. What a thread reads
 * of the exploration does not change; what it writes is its evaluation's own, but for the
 * counters and the store, which the lock guards. */
#include "crew.h"

#include "space.h"
#include "store_text.h"

#include <pthread.h>
#include <unistd.h>

struct work {
    struct spenn_exploration *x;
    struct spenn_store *store;
    const struct spenn_core_batch *batch;
    struct spenn_error *err; /* of the store */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int32_t next, working;
    bool failed;
};

static bool stopped(const struct work *work)
{
    const volatile sig_atomic_t *stop = work->x->options.stop;
    return work->failed || (stop && *stop);
}

bool spenn_exploration_mine(const struct spenn_exploration *x, int32_t e)
{
    const struct spenn_explore_options *o = &x->options;
    int32_t screened = x->core.screened;
    return e < screened || (e - screened) % o->shards == o->shard - 1;
}

static int8_t *verdicts_of(const struct spenn_exploration *x, int32_t e)
{
    return x->outcome.verdict + (size_t)e * (size_t)x->expectations;
}

/* A point that the scenario cannot take is an outcome too; one that was stopped is not.
 */
static bool evaluate(const struct work *work, int32_t e,
    struct spenn_trial_outcome *found, struct spenn_error *err)
{
    const struct spenn_exploration *x = work->x;
    const double *u =
        work->batch->u + (size_t)(e - work->batch->first) * (size_t)x->inputs;
    return spenn_space_try(x, u, found, err) || err->count > 0;
}

static void take(struct spenn_exploration *x, int32_t e,
    const struct spenn_trial_outcome *found, bool valid)
{
    struct spenn_explore_outcomes *outcome = &x->outcome;
    for (int32_t q = 0; q < x->expectations; q++) {
        size_t at = (size_t)e * (size_t)x->expectations + (size_t)q;
        outcome->verdict[at] =
            valid ? (int8_t)found[q].verdict : (int8_t)SPENN_OUTCOME_INVALID;
        if (valid) {
            outcome->difference[at] = found[q].difference;
            outcome->low[at] = found[q].low;
            outcome->high[at] = found[q].high;
        }
    }
    x->done++;
}

/* The next evaluation that is to be made, or -1. */
static int32_t next(struct work *work)
{
    int32_t end = work->batch->first + work->batch->count;
    while (work->next < end && !stopped(work)) {
        int32_t e = work->next++;
        if (spenn_exploration_mine(work->x, e)
            && *verdicts_of(work->x, e) == SPENN_OUTCOME_MISSING) {
            return e;
        }
    }
    return -1;
}

static void *work_on(void *argument)
{
    struct work *work = argument;
    struct spenn_arena memory = {0};
    struct spenn_trial_outcome *found =
        spenn_arena_alloc(&memory, (size_t)work->x->expectations, sizeof *found);
    (void)pthread_mutex_lock(&work->lock);
    for (int32_t e = next(work); e >= 0; e = next(work)) {
        struct spenn_error problems = {0};
        (void)pthread_mutex_unlock(&work->lock);
        bool made = evaluate(work, e, found, &problems);
        (void)pthread_mutex_lock(&work->lock);
        if (made && !work->failed) { /* behind half a line nothing may be written */
            take(work->x, e, found, problems.count == 0);
            work->failed = !spenn_store_add(work->store, work->x, e, work->err);
        }
        spenn_error_free(&problems);
        (void)pthread_cond_signal(&work->changed);
    }
    work->working--;
    (void)pthread_cond_signal(&work->changed);
    (void)pthread_mutex_unlock(&work->lock);
    spenn_arena_free(&memory);
    return NULL;
}

static void report(const struct spenn_exploration *x, int32_t done)
{
    if (x->options.progress) {
        x->options.progress(x->options.context, done, x->planned);
    }
}

static void wait_for_all(struct work *work)
{
    int32_t told = -1;
    (void)pthread_mutex_lock(&work->lock);
    while (work->working > 0 || told != work->x->done) {
        if (told == work->x->done) {
            (void)pthread_cond_wait(&work->changed, &work->lock);
            continue;
        }
        told = work->x->done;
        (void)pthread_mutex_unlock(&work->lock);
        report(work->x, told);
        (void)pthread_mutex_lock(&work->lock);
    }
    (void)pthread_mutex_unlock(&work->lock);
}

static int32_t threads_of(const struct spenn_explore_options *options, int32_t most)
{
    long threads = options->jobs > 0 ? options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    threads = threads < most ? threads : most;
    return threads < 1 ? 1 : (int32_t)threads;
}

bool spenn_crew_evaluate(struct spenn_exploration *x, struct spenn_store *store,
    const struct spenn_core_batch *batch, struct spenn_error *err)
{
    struct work work = {.x = x,
        .store = store,
        .batch = batch,
        .err = err,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
        .next = batch->first};
    struct spenn_arena memory = {0};
    int32_t threads = threads_of(&x->options, batch->count), started = 0;
    pthread_t *thread = spenn_arena_alloc(&memory, (size_t)threads, sizeof *thread);
    work.working = threads;
    while (started < threads
        && pthread_create(&thread[started], NULL, work_on, &work) == 0) {
        started++;
    }
    (void)pthread_mutex_lock(&work.lock);
    work.working -= started ? threads - started : threads - 1;
    (void)pthread_mutex_unlock(&work.lock);
    if (started == 0) {
        (void)work_on(&work);
    }
    wait_for_all(&work);
    for (int32_t i = 0; i < started; i++) {
        (void)pthread_join(thread[i], NULL);
    }
    spenn_arena_free(&memory);
    return !work.failed;
}
