/* SPDX-License-Identifier: MIT
 * Sensitivity analysis: functions with exact Sobol indices, through the stages that an
 * exploration goes through, with luck as an input that does nothing; and elementary
 * effects over the whole grid. */
#include "suite.h"

#include "core.h"
#include "sensitivity.h"

#include <math.h>

static const double pi = 3.14159265358979323846;
enum { rows = 16384, most_inputs = spenn_g_inputs };

struct tried {
    int32_t inputs; /* luck not counted */
    double (*value)(const double *u);
};

static double ishigami(const double *u)
{
    double x[3];
    for (int i = 0; i < 3; i++) {
        x[i] = pi * (2 * u[i] - 1);
    }
    return spenn_ishigami(x[0], x[1], x[2], 7, .1);
}

static double linear(const double *u)
{
    return u[0] + 2 * u[1] + 3 * u[2];
}

/* The function, and every input as an outcome of its own, so that the screening lets all
 * of them through. */
static bool evaluate(void *context, const struct spenn_core_batch *batch)
{
    const struct tried *tried = context;
    const double *u = batch->u;
    double *y = batch->y;
    for (int32_t e = 0; e < batch->count; e++, u += tried->inputs + 1) {
        *y++ = tried->value(u);
        for (int32_t i = 0; i < tried->inputs; i++) {
            *y++ = u[i];
        }
    }
    return true;
}

/* Of input 1, 2 ...; the one after the last is luck. NAN if it got no indices. */
static double index_of(struct tried tried, double input, bool total)
{
    const struct spenn_core_plan plan = {.seed = 1,
        .inputs = tried.inputs + 1,
        .outcomes = tried.inputs + 1,
        .trajectories = 10,
        .points = rows};
    struct spenn_arena memory = {0};
    struct spenn_core core;
    double found = NAN;
    spenn_core_run(&plan, evaluate, &tried, &memory, &core);
    for (int32_t i = 0; core.indices && i < core.mattering; i++) {
        if (core.matter[i] + 1 == (int32_t)input) {
            const struct spenn_sobol_index *index = &core.indices[0].index[i];
            found = total ? index->total : index->first;
        }
    }
    spenn_arena_free(&memory);
    return found;
}

static double ishigami_first(double input)
{
    return index_of((struct tried){3, ishigami}, input, false);
}

static double ishigami_total(double input)
{
    return index_of((struct tried){3, ishigami}, input, true);
}

static double linear_first(double input)
{
    return index_of((struct tried){3, linear}, input, false);
}

static double linear_total(double input)
{
    return index_of((struct tried){3, linear}, input, true);
}

static double g_first(double input)
{
    return index_of((struct tried){most_inputs, spenn_g}, input, false);
}

static double g_total(double input)
{
    return index_of((struct tried){most_inputs, spenn_g}, input, true);
}

static double g_variance(double unused)
{
    (void)unused;
    return spenn_g_variance();
}

/* x1 + 2 x2 + 3 x1 x2 on all 32 trajectories: levels, directions and orders. */
static struct spenn_effect grid_effect(double input)
{
    enum { all = 32 };
    struct spenn_morris_step step[all][2];
    double y[all][3];
    for (int t = 0; t < all; t++) {
        double u[3][2];
        for (int i = 0; i < 2; i++) {
            step[t][i] = (struct spenn_morris_step){
                (i + t) & 1, (t >> (1 + i)) & 1, (t >> (3 + i)) & 1};
        }
        spenn_morris_points(step[t], 2, u[0]);
        for (int p = 0; p < 3; p++) {
            y[t][p] = u[p][0] + 2 * u[p][1] + 3 * u[p][0] * u[p][1];
        }
    }
    struct spenn_effect effect[2];
    const struct spenn_morris morris = {2, all, step[0], NULL};
    spenn_morris_effects(&morris, y[0], effect);
    return effect[(int)input - 1];
}

static double grid_star(double input)
{
    return grid_effect(input).star;
}

static double grid_sigma(double input)
{
    struct spenn_effect effect = grid_effect(input);
    return sqrt(effect.squares / effect.count);
}

#define ISHIGAMI "Ishigami, Homma 1990; Sobol 1993"
#define G "Saltelli, Sobol 1995; Sobol 1993"
#define LINEAR "derived: i^2 / 14"
#define MORRIS "Morris 1991; enumeration of the grid"
#define CLOSED(name, expected, function, source, ...)                                    \
    {                                                                                    \
        name, expected, 5e-7, false, {function, .x = {__VA_ARGS__}}, source              \
    }
#define FOUND(name, expected, function, input, source)                                   \
    {                                                                                    \
        name, expected, .01, false, {.f1 = (function), .x = {input}}, source             \
    }

static const struct spenn_verify_call calls[] = {
    CLOSED("ishigami-exact-variance", 13.844588, .f2 = spenn_ishigami_variance, ISHIGAMI,
        7, .1),
    CLOSED("ishigami-exact-first-1", .313905, .f3 = spenn_ishigami_first, ISHIGAMI, 1, 7,
        .1),
    CLOSED("ishigami-exact-first-2", .442411, .f3 = spenn_ishigami_first, ISHIGAMI, 2, 7,
        .1),
    CLOSED("ishigami-exact-total-1", .557589, .f3 = spenn_ishigami_total, ISHIGAMI, 1, 7,
        .1),
    CLOSED("ishigami-exact-total-3", .243684, .f3 = spenn_ishigami_total, ISHIGAMI, 3, 7,
        .1),
    CLOSED("g-exact-variance", .465424, .f1 = g_variance, G, 0),
    CLOSED("g-exact-first-1", .716192, .f1 = spenn_g_first, G, 1),
    CLOSED("g-exact-first-2", .179048, .f1 = spenn_g_first, G, 2),
    CLOSED("g-exact-first-3", .023676, .f1 = spenn_g_first, G, 3),
    CLOSED("g-exact-first-4", .007162, .f1 = spenn_g_first, G, 4),
    CLOSED("g-exact-first-5", .000072, .f1 = spenn_g_first, G, 5),
    CLOSED("g-exact-total-1", .787144, .f1 = spenn_g_total, G, 1),
    CLOSED("g-exact-total-2", .242198, .f1 = spenn_g_total, G, 2),
    CLOSED("g-exact-total-3", .034317, .f1 = spenn_g_total, G, 3),
    CLOSED("g-exact-total-4", .010460, .f1 = spenn_g_total, G, 4),
    CLOSED("g-exact-total-5", .000105, .f1 = spenn_g_total, G, 5),
    FOUND("ishigami-first-1", .313905, ishigami_first, 1, ISHIGAMI),
    FOUND("ishigami-first-2", .442411, ishigami_first, 2, ISHIGAMI),
    FOUND("ishigami-first-3", 0, ishigami_first, 3, ISHIGAMI),
    FOUND("ishigami-total-1", .557589, ishigami_total, 1, ISHIGAMI),
    FOUND("ishigami-total-2", .442411, ishigami_total, 2, ISHIGAMI),
    FOUND("ishigami-total-3", .243684, ishigami_total, 3, ISHIGAMI),
    FOUND("ishigami-total-luck", 0, ishigami_total, 4, "derived: has no effect"),
    FOUND("linear-first-1", 1 / 14., linear_first, 1, LINEAR),
    FOUND("linear-first-2", 4 / 14., linear_first, 2, LINEAR),
    FOUND("linear-first-3", 9 / 14., linear_first, 3, LINEAR),
    FOUND("linear-total-1", 1 / 14., linear_total, 1, LINEAR),
    FOUND("linear-total-2", 4 / 14., linear_total, 2, LINEAR),
    FOUND("linear-total-3", 9 / 14., linear_total, 3, LINEAR),
    FOUND("g-first-1", .716192, g_first, 1, G),
    FOUND("g-first-2", .179048, g_first, 2, G),
    FOUND("g-first-3", .023676, g_first, 3, G),
    FOUND("g-first-4", .007162, g_first, 4, G),
    FOUND("g-first-5", .000072, g_first, 5, G),
    FOUND("g-total-1", .787144, g_total, 1, G),
    FOUND("g-total-2", .242198, g_total, 2, G),
    FOUND("g-total-3", .034317, g_total, 3, G),
    FOUND("g-total-4", .010460, g_total, 4, G),
    FOUND("g-total-5", .000105, g_total, 5, G),
    CLOSED("morris-mu-star-1", 2.5, .f1 = grid_star, MORRIS, 1),
    CLOSED("morris-mu-star-2", 3.5, .f1 = grid_star, MORRIS, 2),
    CLOSED("morris-sigma-1", 1.118034, .f1 = grid_sigma, MORRIS, 1),
    CLOSED("morris-sigma-2", 1.118034, .f1 = grid_sigma, MORRIS, 2),
};

const struct spenn_verify_suite spenn_verify_sensitivity = {
    .group = "sensitivity",
    .call = calls,
    .calls = SPENN_COUNT(calls),
};
