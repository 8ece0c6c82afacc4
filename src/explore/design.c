/* SPDX-License-Identifier: MIT
 * GSL's generator starts at point 1 in the order of the Gray code; point 0 is put before
 * it. Its points have 30 binary digits. */
#include "design.h"
#include "draw.h"

#include <assert.h>
#include <gsl/gsl_qrng.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { digits = 30, tail_digits = 23 }; /* together those of a double */

/* Finalizer of splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Each digit is flipped or not by a coin that belongs to the digits before it: a node of
 * the binary tree, numbered from 1 as in a heap. What lies below GSL's digits is drawn by
 * the last node. */
static double scramble(uint32_t x, uint64_t key)
{
    uint64_t node = 1, flipped = 0;
    for (int i = digits - 1; i >= 0; i--) {
        uint64_t digit = (x >> i) & 1u;
        flipped = 2 * flipped + (digit ^ (mix(key ^ node) >> 63));
        node = 2 * node + digit;
    }
    uint64_t tail = mix(key ^ node) >> (64 - tail_digits);
    return (double)((flipped << tail_digits) | tail) * 0x1p-53;
}

void spenn_design_sobol(uint64_t seed, int32_t dimensions, int32_t points, double *u)
{
    assert(dimensions >= 1 && dimensions <= spenn_sobol_most);
    assert(points >= 0 && points < 1 << digits);
    gsl_qrng *sobol = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)dimensions);
    struct spenn_random random = spenn_draw_random(seed, SPENN_DRAW_SCRAMBLE);
    uint64_t key[spenn_sobol_most];
    for (int32_t d = 0; d < dimensions; d++) {
        key[d] = (uint64_t)(spenn_draw_uniform(&random, (uint64_t)d, 0) * 0x1p53);
    }
    double at[spenn_sobol_most] = {0};
    for (int32_t i = 0; i < points; i++) {
        for (int32_t d = 0; d < dimensions; d++) {
            *u++ = scramble((uint32_t)(at[d] * 0x1p30), key[d]);
        }
        gsl_qrng_get(sobol, at);
    }
    gsl_qrng_free(sobol);
}

void spenn_design_latin(
    uint64_t seed, uint64_t column, int32_t points, double *u, int32_t stride)
{
    struct spenn_arena memory = {0};
    int32_t *order = spenn_arena_alloc(&memory, (size_t)points, sizeof *order);
    struct spenn_random random = spenn_draw_random(seed, SPENN_DRAW_LATIN);
    spenn_draw_permutation(&random, column, 0, order, points);
    for (int32_t i = 0; i < points; i++) {
        double within =
            spenn_draw_uniform(&random, column, (uint32_t)points + (uint32_t)i);
        within =
            floor(within * 0x1p30) * 0x1p-30; /* the sum is exact, so below the end */
        u[(size_t)i * (size_t)stride] = (order[i] + within) / points;
    }
    spenn_arena_free(&memory);
}

/* Column `from` of the Sobol points [points x width] becomes column `input`. */
static void serve(const double *from, int32_t width, double *matrix,
    const struct spenn_design_plan *plan, int32_t input)
{
    for (int32_t i = 0; i < plan->points; i++) {
        matrix[(size_t)i * (size_t)plan->inputs + (size_t)input] =
            from[(size_t)i * (size_t)width];
    }
}

static double *matrix_new(struct spenn_arena *memory, int32_t rows, int32_t columns)
{
    return spenn_arena_alloc(memory, (size_t)rows, (size_t)columns * sizeof(double));
}

void spenn_design_make(const struct spenn_design_plan *plan, struct spenn_arena *memory,
    struct spenn_design *design)
{
    int32_t width = 2 * plan->sobol_count, inputs = plan->inputs;
    double *a = matrix_new(memory, plan->points, inputs);
    double *b = matrix_new(memory, plan->points, inputs);
    struct spenn_arena own = {0};
    bool *served = spenn_arena_alloc(&own, (size_t)inputs, sizeof *served);
    double *u = matrix_new(&own, plan->points, width);
    if (width > 0) {
        spenn_design_sobol(plan->seed, width, plan->points, u);
    }
    for (int32_t d = 0; d < plan->sobol_count; d++) {
        int32_t input = plan->sobol[d];
        assert(input >= 0 && input < inputs && !served[input]);
        served[input] = true;
        serve(u + d, width, a, plan, input);
        serve(u + plan->sobol_count + d, width, b, plan, input);
    }
    for (int32_t i = 0; i < inputs; i++) {
        if (!served[i]) {
            uint64_t column = 2 * (uint64_t)i;
            spenn_design_latin(plan->seed, column, plan->points, a + i, inputs);
            spenn_design_latin(plan->seed, column + 1, plan->points, b + i, inputs);
        }
    }
    spenn_arena_free(&own);
    *design = (struct spenn_design){plan->points, inputs, a, b};
}

void spenn_design_swapped(
    const struct spenn_design *design, int32_t input, int32_t point, double *u)
{
    assert(input >= 0 && input < design->inputs);
    assert(point >= 0 && point < design->points);
    size_t row = (size_t)point * (size_t)design->inputs;
    memcpy(u, design->a + row, (size_t)design->inputs * sizeof *u);
    u[input] = design->b[row + (size_t)input];
}
