/* SPDX-License-Identifier: MIT
 * Output analysis: intervals, where a series has settled, and what common random numbers
 * save, through the engine. */
#include "suite.h"

#include "interval.h"
#include "warmup.h"

#include <math.h>

static const double ten[] = {1.20, 1.50, 1.68, 1.89, .95, 1.49, 1.58, 1.55, .50, 1.09};

static struct spenn_moments of_ten(void)
{
    struct spenn_moments moments = {0};
    for (int32_t i = 0; i < SPENN_COUNT(ten); i++) {
        spenn_moments_add(&moments, ten[i]);
    }
    return moments;
}

static double mean(const double *x)
{
    (void)x;
    return of_ten().mean;
}

static double variance(const double *x)
{
    (void)x;
    return of_ten().squares / (SPENN_COUNT(ten) - 1);
}

static double half_width(double alpha)
{
    struct spenn_moments moments = of_ten();
    return spenn_moments_half(&moments, alpha);
}

static const double series[] = {
    10, 8, 6, 4, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 1, 0, 2, 1, 1, 1};

static struct spenn_mser settled(double batch)
{
    return spenn_mser_find(series, SPENN_COUNT(series), (int32_t)batch);
}

static double dropped(double batch)
{
    return settled(batch).drop;
}

static double statistic(double batch)
{
    return settled(batch).error;
}

static double truncated_mean(double batch)
{
    return settled(batch).mean;
}

enum { replications = 40, hours = 200, seed = 20141 };

/* Mean times of the cases of each replication. */
static bool times_of(const char *name, double *time)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    bool ok = spenn_verify_read(name, &m, &err);
    if (ok) {
        struct spenn_arena memory = {0};
        struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
        struct spenn_sim_state *state = spenn_sim_state_new(plan);
        const struct spenn_results *slots = spenn_sim_slots(plan);
        double *value = spenn_arena_alloc(&memory, (size_t)slots->count, sizeof *value);
        int32_t row = spenn_results_find(slots, "lead-time", "sak");
        for (int32_t r = 0; r < replications; r++) {
            struct spenn_sim_run run = {seed, r, 0, hours, 0};
            spenn_sim_run(state, &run, value, NULL, 0);
            time[r] = row >= 0 ? value[row] : NAN;
        }
        spenn_sim_state_free(state);
        spenn_sim_plan_free(plan);
        spenn_arena_free(&memory);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    return ok;
}

static double saved_by_common_numbers(const double *x)
{
    double whole[replications], half[replications];
    struct spenn_moments a = {0}, b = {0}, difference = {0};
    (void)x;
    if (!times_of("luck-whole", whole) || !times_of("luck-half", half)) {
        return NAN;
    }
    for (int32_t r = 0; r < replications; r++) {
        spenn_moments_add(&a, whole[r]);
        spenn_moments_add(&b, half[r]);
        spenn_moments_add(&difference, whole[r] - half[r]);
    }
    return spenn_variance_reduction(&a, &b, &difference);
}

#define KELTON "Law and Kelton 2000, section 4.5: ten values"
#define WHITE "White 1997; by hand"

static const struct spenn_verify_call calls[] = {
    CALL("mean-of-ten", 1.343, EXACT, KELTON, fx, mean, 0),
    CALL("variance-of-ten", .167512, PRINTED(6), KELTON, fx, variance, 0),
    CALL("half-width-90", .237253, PRINTED(6), KELTON ", t = 1.833113, not 1.833", f1,
        half_width, .10),
    CALL("half-width-95", .2928, PRINTED(4), KELTON, f1, half_width, .05),
    CALL("mser-1-dropped", 5, EXACT, WHITE, f1, dropped, 1),
    CALL("mser-1-statistic", .026667, PRINTED(6), WHITE, f1, statistic, 1),
    CALL("mser-1-mean", 1, EXACT, WHITE, f1, truncated_mean, 1),
    CALL("mser-5-dropped", 5, EXACT, WHITE, f1, dropped, 5),
    CALL("mser-5-mean", 1, EXACT, WHITE, f1, truncated_mean, 5),
    CALL("common-numbers-save", 5, CLOSE, "(1 + 1/4) / (1/4); Law 2015, section 11.2", fx,
        saved_by_common_numbers, 0),
};

const struct spenn_verify_suite spenn_verify_output = {
    .group = "output", .call = calls, .calls = SPENN_COUNT(calls)};
