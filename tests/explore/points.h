/* SPDX-License-Identifier: MIT
 * Functions with known indices on the unit cube, and indices from a design. */
#ifndef SPENN_TEST_POINTS_H
#define SPENN_TEST_POINTS_H

#include "design.h"
#include "indices.h"
#include "sensitivity.h"

#include <math.h>

static inline double ishigami(const double *u)
{
    const double pi = 3.14159265358979323846;
    return spenn_ishigami(
        pi * (2 * u[0] - 1), pi * (2 * u[1] - 1), pi * (2 * u[2] - 1), 7, .1);
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
