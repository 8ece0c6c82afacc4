/* SPDX-License-Identifier: MIT
 * inputs -> what the store holds -> warm-up -> stages of core, evaluating what is
 * missing.
 */
#include "explore.h"

#include "crew.h"
#include "space.h"
#include "stages.h"
#include "store_text.h"

#include <math.h>
#include <string.h>

static struct spenn_core_plan plan_of(const struct spenn_exploration *x)
{
    return (struct spenn_core_plan){x->options.seed, x->inputs, 2 * x->expectations,
        x->options.trajectories, x->options.points, 1000};
}

void spenn_exploration_room(struct spenn_exploration *x)
{
    const struct spenn_core_plan plan = plan_of(x);
    struct spenn_explore_outcomes *outcome = &x->outcome;
    outcome->count = spenn_core_bound(&plan);
    size_t values = (size_t)outcome->count * (size_t)x->expectations;
    outcome->verdict = spenn_arena_alloc(&x->memory, values, sizeof *outcome->verdict);
    outcome->difference = spenn_arena_alloc(&x->memory, values, sizeof(double));
    outcome->low = spenn_arena_alloc(&x->memory, values, sizeof(double));
    outcome->high = spenn_arena_alloc(&x->memory, values, sizeof(double));
    for (size_t i = 0; i < values; i++) {
        outcome->verdict[i] = SPENN_OUTCOME_MISSING;
        outcome->difference[i] = outcome->low[i] = outcome->high[i] = NAN;
    }
    x->core.screened = plan.trajectories ? plan.trajectories * (plan.inputs + 1) : 0;
}

bool spenn_exploration_open(const struct spenn_explore_job *job,
    struct spenn_exploration *x, struct spenn_error *err)
{
    *x = (struct spenn_exploration){.scenario = job->scenario,
        .model = job->model,
        .options = job->options,
        .duration = job->scenario->simulate.duration,
        .expectations = job->scenario->expect_count};
    if (x->expectations == 0) {
        return spenn_fail(err, (struct spenn_where){.file = job->scenario->file},
            "expects nothing, so there is nothing to explore: add 'expect'");
    }
    if (strcmp(job->scenario_path, "-") == 0 || strchr(job->scenario_path, '\n')
        || (job->assumptions_path && strchr(job->assumptions_path, '\n'))) {
        return spenn_fail(err, (struct spenn_where){.file = job->scenario->file},
            "is read again when an exploration goes on: it needs a file name of one "
            "line");
    }
    return spenn_space_make(x, err)
        && spenn_store_fingerprint(job->scenario_path, job->model, x->fingerprint, err);
}

struct spenn_store_head spenn_exploration_head(
    const struct spenn_explore_job *job, const struct spenn_exploration *x)
{
    struct spenn_store_head head = {
        .scenario = job->scenario_path,
        .assumptions = job->assumptions_path,
        .points = x->options.points,
        .trajectories = x->options.trajectories,
        .replications = x->options.replications,
        .shard = x->options.shard,
        .shards = x->options.shards,
        .expectations = x->expectations,
        .seed = x->options.seed,
        .warm_up = x->warm_up,
    };
    memcpy(head.fingerprint, x->fingerprint, sizeof head.fingerprint);
    return head;
}

int32_t spenn_exploration_done(
    const struct spenn_exploration *x, int32_t first, int32_t count)
{
    int32_t done = 0;
    for (int32_t e = first; e < first + count; e++) {
        done += spenn_exploration_has(x, e);
    }
    return done;
}

/* How many of the evaluations before `end` are this shard's. */
int32_t spenn_exploration_share(const struct spenn_exploration *x, int32_t end)
{
    int32_t shared = end - x->core.screened, n = x->options.shards;
    return end - shared + (shared + n - x->options.shard) / n;
}

/* The evaluations that are in the file may be no more than there are. */
static bool check_end(const struct spenn_explore_stages *run, int32_t end)
{
    const struct spenn_exploration *x = run->x;
    return spenn_exploration_done(x, end, x->outcome.count - end) == 0
        || spenn_fail(run->err, (struct spenn_where){.file = run->store->path},
            "holds evaluations beyond the last one, %d; the file is damaged: --fresh "
            "begins anew",
            end - 1);
}

/* The differences of an evaluation, then whether each can be told. */
static void fill(const struct spenn_exploration *x, int32_t e, double *y)
{
    size_t from = (size_t)e * (size_t)x->expectations;
    for (int32_t q = 0; q < x->expectations; q++) {
        bool valid = x->outcome.verdict[from + (size_t)q] >= 0;
        double difference = x->outcome.difference[from + (size_t)q];
        y[q] = difference;
        y[x->expectations + q] = !valid ? NAN : isnan(difference) ? 0.0 : 1.0;
    }
}

static bool answer(void *context, const struct spenn_core_batch *batch)
{
    struct spenn_explore_stages *run = context;
    struct spenn_exploration *x = run->x;
    int32_t end = batch->first + batch->count;
    bool last = batch->first > 0 || x->options.trajectories == 0;
    x->planned = spenn_exploration_share(x, last ? end : x->outcome.count);
    run->failed = run->failed || (last && !check_end(run, end));
    if (!run->reading && !run->failed) {
        run->failed = !spenn_crew_evaluate(x, run->store, batch, run->err);
    }
    for (int32_t e = 0; e < batch->count; e++) {
        fill(x, batch->first + e, batch->y + 2 * (size_t)e * (size_t)x->expectations);
    }
    return !run->failed
        && spenn_exploration_done(x, batch->first, batch->count) == batch->count;
}

bool spenn_explore_stages_run(struct spenn_explore_stages *run)
{
    struct spenn_exploration *x = run->x;
    const struct spenn_core_plan plan = plan_of(x);
    struct spenn_core core = {0};
    x->done = spenn_exploration_done(x, 0, x->outcome.count);
    spenn_core_run(&plan, answer, run, &x->memory, &core);
    x->core = core;
    return !run->failed;
}

static bool choose_warm_up(struct spenn_exploration *x, struct spenn_error *err)
{
    const struct spenn_study_options options = {.jobs = x->options.jobs,
        .has_seed = true,
        .seed = x->options.seed,
        .stop = x->options.stop};
    return spenn_trial_warm_up(x->scenario, x->model, &options, &x->warm_up, err);
}

/* Begins or goes on. The warm-up is chosen once, so that pilots are not run again. */
static bool begin(const struct spenn_explore_job *job, struct spenn_explore_stages *run)
{
    struct spenn_exploration *x = run->x;
    struct spenn_store *store = run->store;
    struct spenn_store_head head = spenn_exploration_head(job, x);
    if (!spenn_store_open(store, job->directory, job->fresh, run->err)
        || (store->text && !spenn_store_fits(store, &head, run->err))) {
        return false;
    }
    if (store->text) {
        x->warm_up = store->head.warm_up;
    } else if (!choose_warm_up(x, run->err)) {
        return false;
    }
    spenn_exploration_room(x);
    if (isnan(x->warm_up)) { /* stopped before anything was found */
        x->interrupted = true;
        return true;
    }
    head.warm_up = x->warm_up;
    return spenn_store_load(store, x, run->err)
        && spenn_store_begin(store, &head, run->err);
}

static bool finish(const struct spenn_explore_job *job, struct spenn_explore_stages *run)
{
    struct spenn_exploration *x = run->x;
    const struct spenn_store_head head = spenn_exploration_head(job, x);
    x->interrupted = x->core.evaluations == 0
        || x->done < spenn_exploration_share(x, x->core.evaluations);
    return x->interrupted || spenn_store_finish(run->store, &head, x, run->err);
}

bool spenn_explore_run(const struct spenn_explore_job *job, struct spenn_exploration *x,
    struct spenn_error *err)
{
    struct spenn_store store = {0};
    struct spenn_explore_stages run = {.x = x, .store = &store, .err = err};
    bool ok = spenn_exploration_open(job, x, err) && begin(job, &run);
    if (ok && !x->interrupted) {
        ok = spenn_explore_stages_run(&run) && finish(job, &run);
    }
    spenn_store_close(&store);
    if (!ok) {
        spenn_exploration_free(x);
    }
    return ok;
}

void spenn_exploration_free(struct spenn_exploration *x)
{
    struct spenn_arena memory = x->memory;
    spenn_arena_free(&memory);
    *x = (struct spenn_exploration){0};
}
