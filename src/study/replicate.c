/* SPDX-License-Identifier: MIT
 * The calling thread starts the workers, waits for finished items and is the only one to
 * call `progress`. A worker takes the next item under the lock and runs it without. When
 * no thread can be started, or one is enough and nobody asks for progress, the caller
 * works itself. */
#include "replicate.h"

#include <assert.h>
#include <pthread.h>
#include <unistd.h>

struct spenn_crew {
    int32_t jobs, plans;
    const struct spenn_sim_plan *const *plan;
    struct spenn_sim_state **state; /* jobs x plans; made when first needed */
    struct spenn_arena memory;
};

struct work { /* shared by the threads of one batch; the lock guards all that changes */
    struct spenn_crew *crew;
    const struct spenn_batch *batch;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int32_t items, next, done, working;
    bool *finished;
};

struct worker {
    struct work *work;
    int32_t job;
    pthread_t thread;
};

struct spenn_crew *spenn_crew_new(
    const struct spenn_sim_plan *const *plan, int32_t plans, int32_t jobs)
{
    struct spenn_arena memory = {0};
    struct spenn_crew *crew = spenn_arena_alloc(&memory, 1, sizeof *crew);
    long processors = jobs > 0 ? jobs : sysconf(_SC_NPROCESSORS_ONLN);
    crew->jobs = processors < 1 ? 1 : processors > 1024 ? 1024 : (int32_t)processors;
    crew->plans = plans;
    crew->plan = plan;
    crew->state = spenn_arena_alloc(
        &memory, (size_t)crew->jobs * (size_t)plans, sizeof(struct spenn_sim_state *));
    crew->memory = memory;
    return crew;
}

void spenn_crew_free(struct spenn_crew *crew)
{
    if (!crew) {
        return;
    }
    for (int32_t i = 0; i < crew->jobs * crew->plans; i++) {
        if (crew->state[i]) {
            spenn_sim_state_free(crew->state[i]);
        }
    }
    struct spenn_arena memory = crew->memory; /* holds the crew itself */
    spenn_arena_free(&memory);
}

int32_t spenn_crew_jobs(const struct spenn_crew *crew)
{
    return crew->jobs;
}

static bool stopped(const struct spenn_batch *batch)
{
    return batch->options->stop && *batch->options->stop;
}

/* Plans that run in each replication. */
static int32_t plans_of(const struct spenn_crew *crew, const struct spenn_batch *batch)
{
    return batch->which ? batch->whiches : crew->plans;
}

static void run_item(const struct work *work, int32_t job, int32_t item)
{
    const struct spenn_crew *crew = work->crew;
    const struct spenn_batch *batch = work->batch;
    int32_t plans = plans_of(crew, batch), r = item / plans;
    int32_t p = batch->which ? batch->which[item % plans] : item % plans;
    struct spenn_sim_state **state = &crew->state[job * crew->plans + p];
    if (!*state) {
        *state = spenn_sim_state_new(crew->plan[p]);
    }
    struct spenn_sim_run run = batch->run;
    run.replication += r;
    size_t slots = (size_t)spenn_sim_slots(crew->plan[p])->count;
    double *weekly = NULL;
    if (batch->weekly) {
        weekly = batch->weekly[p] + (size_t)r * (size_t)batch->weeks * spenn_series_count;
    }
    batch->outcome[p][r] = spenn_sim_run(
        *state, &run, batch->value[p] + (size_t)r * slots, weekly, batch->weeks);
    int32_t waves = batch->came ? spenn_sim_waves(crew->plan[p]) : 0;
    for (int32_t i = 0; i < waves; i++) {
        batch->came[p][r * waves + i] = spenn_sim_wave_came(*state, i);
    }
}

static void *work_on(void *argument)
{
    const struct worker *worker = argument;
    struct work *work = worker->work;
    (void)pthread_mutex_lock(&work->lock);
    while (work->next < work->items && !stopped(work->batch)) {
        int32_t item = work->next++;
        (void)pthread_mutex_unlock(&work->lock);
        run_item(work, worker->job, item);
        (void)pthread_mutex_lock(&work->lock);
        work->finished[item] = true;
        work->done++;
        (void)pthread_cond_signal(&work->changed);
    }
    work->working--;
    (void)pthread_cond_signal(&work->changed);
    (void)pthread_mutex_unlock(&work->lock);
    return NULL;
}

static void report(const struct spenn_batch *batch, int32_t done)
{
    if (batch->options->progress) {
        batch->options->progress(
            batch->options->context, batch->done + done, batch->planned, batch->what);
    }
}

static void wait_for_all(struct work *work)
{
    int32_t told = -1;
    (void)pthread_mutex_lock(&work->lock);
    while (work->working > 0 || told != work->done) {
        if (told == work->done) {
            (void)pthread_cond_wait(&work->changed, &work->lock);
            continue;
        }
        told = work->done;
        (void)pthread_mutex_unlock(&work->lock);
        report(work->batch, told);
        (void)pthread_mutex_lock(&work->lock);
    }
    (void)pthread_mutex_unlock(&work->lock);
}

static void run_threads(struct work *work, struct worker *worker, int32_t threads)
{
    work->working = threads;
    int32_t started = 0;
    bool alone = threads == 1 && !work->batch->options->progress;
    worker[0] = (struct worker){.work = work};
    for (int32_t i = 0; i < threads && !alone; i++) {
        worker[i] = (struct worker){.work = work, .job = i};
        if (pthread_create(&worker[i].thread, NULL, work_on, &worker[i]) != 0) {
            break;
        }
        started++;
    }
    (void)pthread_mutex_lock(&work->lock);
    work->working -= threads - started;
    work->working += started == 0;
    (void)pthread_mutex_unlock(&work->lock);
    if (started == 0) {
        (void)work_on(&worker[0]);
    }
    wait_for_all(work);
    for (int32_t i = 0; i < started; i++) {
        (void)pthread_join(worker[i].thread, NULL);
    }
}

int32_t spenn_crew_run(struct spenn_crew *crew, const struct spenn_batch *batch)
{
    int32_t plans = plans_of(crew, batch);
    assert(batch->count >= 1 && plans >= 1 && batch->count <= INT32_MAX / plans);
    struct spenn_arena memory = {0};
    struct work work = {
        .crew = crew,
        .batch = batch,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
        .items = batch->count * plans,
    };
    work.finished = spenn_arena_alloc(&memory, (size_t)work.items, sizeof(bool));
    int32_t threads = crew->jobs < work.items ? crew->jobs : work.items;
    run_threads(&work, spenn_arena_alloc(&memory, (size_t)threads, sizeof(struct worker)),
        threads);
    int32_t whole = 0;
    while (whole < work.items && work.finished[whole]) {
        whole++;
    }
    spenn_arena_free(&memory);
    return whole / plans;
}
