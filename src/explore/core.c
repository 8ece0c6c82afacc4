/* SPDX-License-Identifier: MIT */
#include "core.h"

#include "design.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct stages {
    const struct spenn_core_plan *plan;
    spenn_core_evaluate *evaluate;
    void *context;
    struct spenn_arena *memory;
    struct spenn_core *core;
    double *u;
};

int32_t spenn_core_bound(const struct spenn_core_plan *plan)
{
    if (plan->trajectories == 0) {
        return 2 * plan->points;
    }
    int32_t free =
        plan->inputs - 1 < spenn_core_most ? plan->inputs - 1 : spenn_core_most;
    return plan->trajectories * (plan->inputs + 1) + (free + 3) * plan->points;
}

/* Evaluates `count` more, of which u is filled; NULL when not all were made. */
static double *answers(struct stages *s, int32_t first, int32_t count)
{
    size_t values = (size_t)count * (size_t)s->plan->outcomes;
    double *y = spenn_arena_alloc(s->memory, values, sizeof *y);
    for (size_t i = 0; i < values; i++) {
        y[i] = NAN;
    }
    const struct spenn_core_batch batch = {
        first, count, s->u + (size_t)first * (size_t)s->plan->inputs, y};
    return s->evaluate(s->context, &batch) ? y : NULL;
}

/* One outcome of a batch, by evaluation. */
static void take(
    const struct stages *s, const double *y, int32_t outcome, int32_t count, double *of)
{
    for (int32_t e = 0; e < count; e++) {
        of[e] = y[(size_t)e * (size_t)s->plan->outcomes + (size_t)outcome];
    }
}

/* Which inputs matter, ascending, luck at the end; `order` has the most important first.
 */
static void choose(struct stages *s, const struct spenn_effect *effect, int32_t *order)
{
    int32_t inputs = s->plan->inputs, luck = inputs - 1;
    const struct spenn_screening screening = {
        effect, s->plan->outcomes, inputs, luck, spenn_core_most};
    int32_t chosen = spenn_screening_choose(&screening, order);
    order[chosen] = luck;
    int32_t *matter = spenn_arena_alloc(s->memory, (size_t)chosen + 1, sizeof *matter);
    for (int32_t k = 0; k <= chosen; k++) {
        int32_t at = k;
        for (; at > 0 && matter[at - 1] > order[k]; at--) {
            matter[at] = matter[at - 1];
        }
        matter[at] = order[k];
    }
    s->core->matter = matter;
    s->core->mattering = chosen + 1;
}

static bool screen(struct stages *s, int32_t *order)
{
    const struct spenn_core_plan *plan = s->plan;
    struct spenn_morris morris;
    struct spenn_arena scratch = {0};
    size_t inputs = (size_t)plan->inputs, outcomes = (size_t)plan->outcomes;
    if (plan->trajectories == 0) {
        s->core->mattering = 0;
        order[0] = plan->inputs - 1;
        return true;
    }
    int32_t screened = plan->trajectories * (plan->inputs + 1);
    spenn_morris_make(plan->seed, plan->trajectories, plan->inputs, &scratch, &morris);
    memcpy(s->u, morris.u, (size_t)screened * inputs * sizeof *s->u);
    s->core->screened = screened;
    double *y = answers(s, 0, screened);
    if (y) {
        struct spenn_effect *effect =
            spenn_arena_alloc(s->memory, outcomes * inputs, sizeof *effect);
        double *of = spenn_arena_alloc(&scratch, (size_t)screened, sizeof *of);
        for (int32_t q = 0; q < plan->outcomes; q++) {
            take(s, y, q, screened, of);
            spenn_morris_effects(&morris, of, effect + (size_t)q * inputs);
        }
        s->core->effect = effect;
        choose(s, effect, order);
    }
    spenn_arena_free(&scratch);
    return y != NULL;
}

/* The points of A, B and every A_B after those of the screening. */
static void place(struct stages *s, const int32_t *order)
{
    struct spenn_core *core = s->core;
    struct spenn_design design;
    struct spenn_arena scratch = {0};
    size_t inputs = (size_t)s->plan->inputs, rows = (size_t)s->plan->points;
    const struct spenn_design_plan plan = {s->plan->seed, s->plan->points,
        s->plan->inputs, order, core->mattering ? core->mattering : 1};
    double *u = s->u + (size_t)core->screened * inputs;
    spenn_design_make(&plan, &scratch, &design);
    memcpy(u, design.a, rows * inputs * sizeof *u);
    memcpy(u + rows * inputs, design.b, rows * inputs * sizeof *u);
    u += 2 * rows * inputs;
    for (int32_t k = 0; k < core->mattering; k++) {
        for (int32_t row = 0; row < s->plan->points; row++) {
            spenn_design_swapped(&design, core->matter[k], row, u);
            u += inputs;
        }
    }
    spenn_arena_free(&scratch);
}

static void index_all(struct stages *s)
{
    const struct spenn_core_plan *plan = s->plan;
    struct spenn_core *core = s->core;
    int32_t count = core->evaluations - core->screened;
    double *y = answers(s, core->screened, count);
    core->whole = y != NULL;
    if (!y || plan->trajectories == 0) {
        return;
    }
    struct spenn_arena scratch = {0};
    double *of = spenn_arena_alloc(&scratch, (size_t)count, sizeof *of);
    struct spenn_indices *indices =
        spenn_arena_alloc(s->memory, (size_t)plan->outcomes, sizeof *indices);
    const struct spenn_bootstrap bootstrap = {plan->seed, plan->resamples, .05};
    for (int32_t q = 0; q < plan->outcomes; q++) {
        take(s, y, q, count, of);
        const struct spenn_outputs outputs = {plan->points, core->mattering, of,
            of + plan->points, of + 2 * (size_t)plan->points};
        spenn_indices_find(&outputs, &bootstrap, s->memory, &indices[q]);
    }
    core->indices = indices;
    spenn_arena_free(&scratch);
}

void spenn_core_run(const struct spenn_core_plan *plan, spenn_core_evaluate *evaluate,
    void *context, struct spenn_arena *memory, struct spenn_core *core)
{
    assert(plan->inputs >= 2 && plan->outcomes >= 1 && plan->trajectories >= 0
        && plan->points >= 1);
    struct spenn_arena scratch = {0};
    struct stages s = {plan, evaluate, context, memory, core, NULL};
    int32_t *order =
        spenn_arena_alloc(&scratch, (size_t)spenn_core_most + 1, sizeof *order);
    *core = (struct spenn_core){0};
    s.u = spenn_arena_alloc(
        memory, (size_t)spenn_core_bound(plan) * (size_t)plan->inputs, sizeof *s.u);
    core->u = s.u;
    if (screen(&s, order)) {
        core->evaluations = core->screened + (2 + core->mattering) * plan->points;
        place(&s, order);
        index_all(&s);
    }
    spenn_arena_free(&scratch);
}
