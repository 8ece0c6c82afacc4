/* SPDX-License-Identifier: MIT
 * The production engine: reads a model file, compiles it, runs one replication. Only the
 * replication is timed. */
#include "bench.h"

#include "io.h"
#include "sim.h"

#include <stdlib.h>

static bool read_model(const char *path, struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume;
    bool ok = spenn_read_assumptions(NULL, &memory, &assume, err)
        && spenn_read_model(path, &assume, m, err);
    spenn_arena_free(&memory);
    if (!ok) {
        spenn_error_print(err, stderr);
    }
    return ok;
}

static void run_plan(const struct spenn_sim_plan *plan, const struct bench_engine *engine,
    uint64_t seed, struct bench_figures *figures)
{
    const struct spenn_results *slots = spenn_sim_slots(plan);
    struct spenn_sim_state *state = spenn_sim_state_new(plan);
    double *value = calloc((size_t)slots->count + 1, sizeof *value);
    if (!value) {
        abort();
    }
    struct spenn_sim_run run = {.seed = seed, .duration = engine->duration};
    double begin = bench_cpu();
    struct spenn_sim_outcome outcome = spenn_sim_run(state, &run, value, NULL, 0);
    figures->seconds = bench_cpu() - begin;
    figures->events = (double)outcome.events;
    figures->cases = (double)outcome.cases;
    int32_t row = spenn_results_find(slots, engine->lead, NULL);
    figures->mean = row < 0 ? 0.0 : value[row];
    figures->done = true;
    free(value);
    spenn_sim_state_free(state);
}

void bench_engine_run(const void *settings, uint64_t seed, struct bench_figures *figures)
{
    const struct bench_engine *engine = settings;
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    if (read_model(engine->model, &m, &err)) {
        struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
        run_plan(plan, engine, seed, figures);
        spenn_sim_plan_free(plan);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
}

void bench_read_run(const void *settings, uint64_t seed, struct bench_figures *figures)
{
    (void)seed;
    const char *path = settings;
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    double begin = bench_cpu();
    figures->done = read_model(path, &m, &err);
    figures->seconds = bench_cpu() - begin;
    figures->cases = m.units.count;
    spenn_model_free(&m);
    spenn_error_free(&err);
}
