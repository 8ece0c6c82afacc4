/* SPDX-License-Identifier: MIT
 * A model of models/verify through the production engine, on the crew of a study: the
 * mean of independent replications lies |z| standard errors from what is expected. */
#include "suite.h"

#include "interval.h"
#include "replicate.h"

#include <math.h>
#include <string.h>

enum { suite_seed = 20141, suite_tolerance = 4 };

struct trial { /* an experiment under way */
    struct spenn_model model;
    struct spenn_sim_plan *plan;
    double *value; /* replications x slots */
    struct spenn_sim_outcome *outcome;
    struct spenn_arena memory;
};

static bool replicate(const struct spenn_verify_experiment *experiment,
    const struct spenn_verify_progress *progress, struct trial *trial)
{
    const struct spenn_sim_plan *plan = trial->plan;
    size_t slots = (size_t)spenn_sim_slots(plan)->count,
           times = (size_t)experiment->replications;
    trial->value = spenn_arena_alloc(&trial->memory, times * slots, sizeof(double));
    trial->outcome =
        spenn_arena_alloc(&trial->memory, times, sizeof(struct spenn_sim_outcome));
    struct spenn_crew *crew = spenn_crew_new(&plan, 1, progress->options->jobs);
    int32_t whole = spenn_crew_run(crew,
        &(struct spenn_batch){
            .run = {.seed = suite_seed,
                .warm_up = experiment->warm_up,
                .duration = experiment->duration},
            .count = experiment->replications,
            .value = &trial->value,
            .outcome = &trial->outcome,
            .options = progress->options,
            .done = progress->done,
            .planned = progress->planned,
            .what = experiment->model,
        });
    spenn_crew_free(crew);
    return whole == experiment->replications;
}

/* What replication r shows; NAN where there is no such measure or nothing was seen. */
static double seen_in(
    const struct trial *trial, const struct spenn_verify_slot *slot, int32_t r)
{
    if (strcmp(slot->measure, "cases") == 0) {
        return (double)trial->outcome[r].cases;
    }
    const struct spenn_results *slots = spenn_sim_slots(trial->plan);
    int32_t row = spenn_results_find(slots, slot->measure, slot->subject);
    return row < 0 ? NAN : trial->value[(ptrdiff_t)r * slots->count + row];
}

static double value_in(
    const struct trial *trial, const struct spenn_verify_seen *seen, int32_t r)
{
    double sum = seen->plus;
    for (int32_t i = 0; i < seen->parts; i++) {
        sum += seen->part[i].weight * seen_in(trial, &seen->part[i].slot, r);
    }
    if (seen->part) {
        return sum;
    }
    double value = seen_in(trial, &seen->slot, r);
    return seen->combine ? seen->combine(value, seen_in(trial, &seen->other, r)) : value;
}

void spenn_verify_judge(struct spenn_verify_row *row, const struct spenn_moments *moments)
{
    double n = moments->count;
    double variance = n > 1.0 ? moments->squares / (n - 1.0) : NAN;
    /* what is the same in every replication may still differ in its last bits */
    double error = sqrt(variance / n) + 1e-9 * fabs(row->expected) + 1e-12;
    row->observed = moments->count ? moments->mean : NAN;
    row->error = fabs(row->observed - row->expected) / error;
    row->passed = row->error < row->tolerance;
}

static void observe(const struct spenn_verify_experiment *experiment,
    const struct spenn_verify_seen *seen, const struct trial *trial,
    struct spenn_verify_row *row)
{
    struct spenn_moments moments = {0};
    for (int32_t r = 0; r < experiment->replications; r++) {
        spenn_moments_add(&moments, value_in(trial, seen, r));
    }
    row->engine = true;
    row->expected = spenn_formula_value(&seen->expected);
    row->tolerance = suite_tolerance;
    row->source = seen->source ? seen->source : experiment->source;
    spenn_verify_judge(row, &moments);
}

bool spenn_verify_experiment_run(const struct spenn_verify_suite *suite,
    const struct spenn_verify_experiment *experiment,
    const struct spenn_verify_progress *progress, struct spenn_verification *verification,
    struct spenn_error *err)
{
    struct trial trial = {0};
    bool ok = spenn_verify_read(experiment->model, &trial.model, err);
    if (ok) {
        trial.plan = spenn_sim_plan_new(&trial.model, NULL);
        ok = replicate(experiment, progress, &trial);
    }
    for (int32_t i = 0; ok && i < experiment->count; i++) {
        const struct spenn_verify_seen *seen = &experiment->seen[i];
        observe(experiment, seen, &trial,
            spenn_verify_add(verification, suite->group, seen->name));
    }
    if (trial.plan) {
        spenn_sim_plan_free(trial.plan);
    }
    spenn_model_free(&trial.model);
    spenn_arena_free(&trial.memory);
    return ok;
}
