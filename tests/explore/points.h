/* SPDX-License-Identifier: MIT
 * Test functions of sensitivity analysis with known indices. */
#ifndef SPENN_TEST_POINTS_H
#define SPENN_TEST_POINTS_H

#include "design.h"
#include "indices.h"

#include <math.h>

static inline double ishigami(const double *u) /* Ishigami and Homma 1990; a 7, b .1 */
{
    double x[3];
    for (int i = 0; i < 3; i++) {
        x[i] = 3.14159265358979323846 * (2 * u[i] - 1);
    }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + .1 * pow(x[2], 4) * sin(x[0]);
}

static inline double g_function(const double *u) /* Saltelli and Sobol 1995 */
{
    static const double a[8] = {0, 1, 4.5, 9, 99, 99, 99, 99};
    double product = 1;
    for (int i = 0; i < 8; i++) {
        product *= (fabs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
    }
    return product;
}

static inline double linear(const double *u)
{
    return u[0] + 2 * u[1] + 3 * u[2];
}

/* Indices of a function of the first inputs of a design with all of them on Sobol points.
 */
static inline struct spenn_indices indices_of(double (*f)(const double *u),
    const struct spenn_design *design, const struct spenn_bootstrap *bootstrap,
    struct spenn_arena *memory)
{
    size_t n = (size_t)design->points, k = (size_t)design->inputs;
    double *a = spenn_arena_alloc(memory, n, sizeof *a);
    double *b = spenn_arena_alloc(memory, n, sizeof *b);
    double *ab = spenn_arena_alloc(memory, n, k * sizeof *ab);
    double *u = spenn_arena_alloc(memory, k, sizeof *u);
    for (size_t j = 0; j < n; j++) {
        a[j] = f(design->a + j * k);
        b[j] = f(design->b + j * k);
        for (size_t i = 0; i < k; i++) {
            spenn_design_swapped(design, (int32_t)i, (int32_t)j, u);
            ab[i * n + j] = f(u);
        }
    }
    struct spenn_outputs y = {design->points, design->inputs, a, b, ab};
    struct spenn_indices indices;
    spenn_indices_find(&y, bootstrap, memory, &indices);
    return indices;
}

/* All inputs on Sobol points in their order. */
static inline struct spenn_design design_of(
    uint64_t seed, int32_t points, int32_t inputs, struct spenn_arena *memory)
{
    static const int32_t order[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    struct spenn_design design;
    spenn_design_make(&(struct spenn_design_plan){seed, points, inputs, order, inputs},
        memory, &design);
    return design;
}

#endif
