/* SPDX-License-Identifier: MIT
 * A model of models/verify through the production engine, on the crew of a study: the
 * mean of independent replications lies |z| standard errors from what is expected. */
#include "suite.h"

#include "change.h"
#include "interval.h"
#include "io.h"
#include "replicate.h"

#include <math.h>
#include <string.h>

enum { suite_seed = 20141, suite_tolerance = 4 };

struct trial {                                        /* an experiment under way */
    struct spenn_model model[spenn_verify_waves + 1]; /* before and after each wave */
    struct spenn_sim_plan *plan[spenn_verify_waves + 1];
    int32_t waves, replications;
    double *value; /* replications x slots */
    struct spenn_sim_outcome *outcome;
    struct spenn_arena memory;
};

static bool change(const struct spenn_model *from, const char *changes,
    struct spenn_model *to, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const struct spenn_value *document;
    bool ok = spenn_yaml_parse(&(struct spenn_file){"changes", changes, strlen(changes)},
                  &memory, &document, err)
        && spenn_changes_apply(from, document, to, err);
    spenn_arena_free(&memory);
    return ok;
}

/* The plans of the model and of what each wave makes of it, the last one chained to those
 * before. */
static bool prepare(const struct spenn_verify_experiment *experiment, struct trial *trial,
    struct spenn_error *err)
{
    struct spenn_sim_wave wave[spenn_verify_waves];
    bool ok = spenn_verify_read(experiment->model, &trial->model[0], err);
    trial->plan[0] = ok ? spenn_sim_plan_new(&trial->model[0], NULL) : NULL;
    for (int32_t i = 0; ok && i < spenn_verify_waves && experiment->wave[i].changes;
         i++) {
        ok = change(
            &trial->model[i], experiment->wave[i].changes, &trial->model[i + 1], err);
        if (ok) {
            trial->plan[i + 1] =
                spenn_sim_plan_new(&trial->model[i + 1], &trial->model[0]);
            wave[i] =
                (struct spenn_sim_wave){trial->plan[i], experiment->wave[i].at, NULL};
            trial->waves++;
        }
    }
    if (ok && trial->waves) {
        spenn_sim_plan_chain(trial->plan[trial->waves], wave, trial->waves);
    }
    return ok;
}

static void release(struct trial *trial)
{
    for (int32_t i = 0; i <= spenn_verify_waves; i++) {
        if (trial->plan[i]) {
            spenn_sim_plan_free(trial->plan[i]);
        }
    }
    for (int32_t i = 0; i <= spenn_verify_waves; i++) {
        spenn_model_free(&trial->model[i]);
    }
    spenn_arena_free(&trial->memory);
}

static bool replicate(const struct spenn_verify_options *options,
    const struct spenn_verify_place *place, struct trial *trial)
{
    const struct spenn_verify_experiment *experiment = place->experiment;
    const struct spenn_sim_plan *plan = trial->plan[trial->waves];
    trial->replications = experiment->replications * options->effort;
    size_t slots = (size_t)spenn_sim_slots(plan)->count,
           times = (size_t)trial->replications;
    trial->value = spenn_arena_alloc(&trial->memory, times * slots, sizeof(double));
    trial->outcome =
        spenn_arena_alloc(&trial->memory, times, sizeof(struct spenn_sim_outcome));
    struct spenn_crew *crew = spenn_crew_new(&plan, 1, options->study->jobs);
    int32_t whole = spenn_crew_run(crew,
        &(struct spenn_batch){
            .run = {.seed = suite_seed,
                .warm_up = experiment->warm_up,
                .duration = experiment->duration},
            .count = trial->replications,
            .value = &trial->value,
            .outcome = &trial->outcome,
            .options = options->study,
            .done = place->done,
            .planned = place->planned,
            .what = experiment->model,
        });
    spenn_crew_free(crew);
    return whole == trial->replications;
}

/* What replication r shows; NAN where there is no such measure or nothing was seen. */
static double seen_in(
    const struct trial *trial, const struct spenn_verify_slot *slot, int32_t r)
{
    if (strcmp(slot->measure, "cases") == 0) {
        return (double)trial->outcome[r].cases;
    }
    const struct spenn_results *slots = spenn_sim_slots(trial->plan[trial->waves]);
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
    return seen->part ? sum : seen_in(trial, &seen->slot, r);
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

static void observe(const struct spenn_verify_place *place,
    const struct spenn_verify_seen *seen, const struct trial *trial,
    struct spenn_verify_row *row)
{
    struct spenn_moments moments = {0};
    for (int32_t r = 0; r < trial->replications; r++) {
        spenn_moments_add(&moments, value_in(trial, seen, r));
    }
    row->engine = true;
    row->expected = spenn_formula_value(&seen->expected);
    row->tolerance = suite_tolerance;
    row->source = seen->source ? seen->source : place->experiment->source;
    spenn_verify_judge(row, &moments);
}

bool spenn_verify_experiment_run(const struct spenn_verify_options *options,
    const struct spenn_verify_place *place, struct spenn_verification *verification,
    struct spenn_error *err)
{
    struct trial trial = {0};
    bool ok =
        prepare(place->experiment, &trial, err) && replicate(options, place, &trial);
    for (int32_t i = 0; ok && i < place->experiment->count; i++) {
        const struct spenn_verify_seen *seen = &place->experiment->seen[i];
        observe(place, seen, &trial,
            spenn_verify_add(verification, place->suite->group, seen->name));
    }
    for (int32_t r = 0; ok && r < trial.replications; r++) {
        verification->replications++;
        verification->cases += trial.outcome[r].cases;
    }
    release(&trial);
    return ok;
}
