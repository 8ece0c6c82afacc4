/* SPDX-License-Identifier: MIT */
#include "morris.h"
#include "draw.h"
#include "interval.h"

#include <assert.h>
#include <math.h>

static const double least_share = 0.1; /* of the largest mu* */

/* Numbers 0 .. inputs - 1 of the stream are the order's, two for each input follow. */
void spenn_morris_draw(
    uint64_t seed, int32_t number, int32_t inputs, struct spenn_morris_step *step)
{
    struct spenn_arena own = {0};
    int32_t *order = spenn_arena_alloc(&own, (size_t)inputs, sizeof *order);
    struct spenn_random random = spenn_draw_random(seed, SPENN_DRAW_MORRIS);
    uint64_t what = (uint64_t)number;
    spenn_draw_permutation(&random, what, 0, order, inputs);
    for (int32_t i = 0; i < inputs; i++) {
        uint32_t which = (uint32_t)inputs + 2 * (uint32_t)order[i];
        step[i].input = order[i];
        step[i].up = spenn_draw_uniform(&random, what, which) < 0.5;
        step[i].level = spenn_draw_uniform(&random, what, which + 1) < 0.5 ? 0 : 1;
    }
    spenn_arena_free(&own);
}

static double value(const struct spenn_morris_step *step, bool changed)
{
    return (step->level + (changed == step->up ? 2 : 0)) / 3.0;
}

void spenn_morris_points(const struct spenn_morris_step *step, int32_t inputs, double *u)
{
    for (int32_t point = 0; point <= inputs; point++) {
        for (int32_t i = 0; i < inputs; i++) {
            u[step[i].input] = value(&step[i], i < point);
        }
        u += inputs;
    }
}

void spenn_morris_make(uint64_t seed, int32_t trajectories, int32_t inputs,
    struct spenn_arena *memory, struct spenn_morris *morris)
{
    size_t k = (size_t)inputs, count = (size_t)trajectories;
    struct spenn_morris_step *step = spenn_arena_alloc(memory, count, k * sizeof *step);
    double *u = spenn_arena_alloc(memory, count * (k + 1), k * sizeof *u);
    for (size_t t = 0; t < count; t++) {
        spenn_morris_draw(seed, (int32_t)t, inputs, step + t * k);
        spenn_morris_points(step + t * k, inputs, u + t * (k + 1) * k);
    }
    *morris = (struct spenn_morris){inputs, trajectories, step, u};
}

static struct spenn_effect effect_of(
    const struct spenn_moments *plain, const struct spenn_moments *absolute)
{
    int32_t n = plain->count;
    return (struct spenn_effect){
        .count = n,
        .mean = n > 0 ? plain->mean : NAN,
        .star = n > 0 ? absolute->mean : NAN,
        .sigma = n > 1 ? sqrt(plain->squares / (n - 1)) : NAN,
        .squares = plain->squares,
    };
}

void spenn_morris_effects(
    const struct spenn_morris *morris, const double *y, struct spenn_effect *effect)
{
    struct spenn_arena own = {0};
    size_t k = (size_t)morris->inputs;
    struct spenn_moments *plain = spenn_arena_alloc(&own, k, sizeof *plain);
    struct spenn_moments *absolute = spenn_arena_alloc(&own, k, sizeof *absolute);
    const struct spenn_morris_step *step = morris->step;
    for (int32_t t = 0; t < morris->trajectories; t++, y += k + 1) {
        for (size_t i = 0; i < k; i++, step++) {
            double rise = step->up ? y[i + 1] - y[i] : y[i] - y[i + 1];
            spenn_moments_add(&plain[step->input], rise * 1.5);
            spenn_moments_add(&absolute[step->input], fabs(rise) * 1.5);
        }
    }
    for (size_t i = 0; i < k; i++) {
        effect[i] = effect_of(&plain[i], &absolute[i]);
    }
    spenn_arena_free(&own);
}

/* The largest share of an outcome's largest mu* that the input has, 0 where it does not
 * rise above luck. */
static double score(const struct spenn_screening *s, int32_t input)
{
    double best = 0;
    for (int32_t o = 0; o < s->outcomes; o++) {
        const struct spenn_effect *effect = s->effect + (size_t)o * (size_t)s->inputs;
        double largest = 0;
        for (int32_t i = 0; i < s->inputs; i++) {
            largest = i == s->luck ? largest : fmax(largest, effect[i].star);
        }
        double star = effect[input].star, luck = effect[s->luck].star;
        if (star > 0 && star >= least_share * largest && !(star <= luck)) {
            best = fmax(best, star / largest);
        }
    }
    return best;
}

int32_t spenn_screening_choose(const struct spenn_screening *screening, int32_t *chosen)
{
    struct spenn_arena own = {0};
    assert(screening->luck >= 0 && screening->luck < screening->inputs);
    double *worth = spenn_arena_alloc(&own, (size_t)screening->inputs, sizeof *worth);
    for (int32_t i = 0; i < screening->inputs; i++) {
        worth[i] = i == screening->luck ? 0 : score(screening, i);
    }
    int32_t count = 0;
    while (count < screening->most) {
        int32_t best = 0;
        for (int32_t i = 1; i < screening->inputs; i++) {
            best = worth[i] > worth[best] ? i : best;
        }
        if (!(worth[best] > 0)) {
            break;
        }
        worth[best] = 0;
        chosen[count++] = best;
    }
    spenn_arena_free(&own);
    return count;
}
