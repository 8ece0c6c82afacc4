/* SPDX-License-Identifier: MIT
 * How far Sobol indices of an exploration are from exact ones: errors over seeds 1 to 100
 * on functions with known indices, and how often the bootstrap intervals hold them. */
#include "indices.h"
#include "design.h"
#include "sensitivity.h"

#include <math.h>
#include <stdio.h>

enum { seeds = 100, most_inputs = spenn_g_inputs, most_points = 16384 };

struct function {
    const char *name;
    int32_t inputs;
    double (*value)(const double *u);
    double (*first)(double input), (*total)(double input);
};

static double ishigami(const double *u)
{
    double x[3];
    for (int i = 0; i < 3; i++) {
        x[i] = 3.14159265358979323846 * (2 * u[i] - 1);
    }
    return spenn_ishigami(x[0], x[1], x[2], 7, .1);
}

static double ishigami_first(double input)
{
    return spenn_ishigami_first(input, 7, .1);
}

static double ishigami_total(double input)
{
    return spenn_ishigami_total(input, 7, .1);
}

static double linear(const double *u)
{
    return u[0] + 2 * u[1] + 3 * u[2];
}

static double linear_index(double input)
{
    return input * input / 14;
}

static const struct function functions[] = {
    {"Ishigami", 3, ishigami, ishigami_first, ishigami_total},
    {"g", spenn_g_inputs, spenn_g, spenn_g_first, spenn_g_total},
    {"X₁ + 2X₂ + 3X₃", 3, linear, linear_index, linear_index},
};

/* Of one kind of index at one N. */
struct errors {
    double squares, largest;
    int32_t count, held;
};

/* Jansen's first order, which was weighed against ours. */
static double jansen(int32_t points, const double *b, const double *ab, double variance)
{
    double sum = 0;
    for (int32_t j = 0; j < points; j++) {
        sum += (b[j] - ab[j]) * (b[j] - ab[j]);
    }
    return 1 - sum / (2 * points * variance);
}

static void add(struct errors *errors, double found, double exact, const double bound[2])
{
    double error = fabs(found - exact);
    errors->squares += error * error;
    errors->largest = fmax(errors->largest, error);
    errors->held += bound[0] <= exact && exact <= bound[1];
    errors->count++;
}

static void try_seed(
    const struct function *f, int32_t points, uint64_t seed, struct errors errors[3])
{
    static const int32_t order[most_inputs] = {0, 1, 2, 3, 4, 5, 6, 7};
    static double a[most_points], b[most_points], ab[most_inputs * most_points];
    struct spenn_arena memory = {0};
    struct spenn_design design;
    struct spenn_indices indices;
    spenn_design_make(
        &(struct spenn_design_plan){seed, points, f->inputs, order, f->inputs}, &memory,
        &design);
    for (int32_t j = 0; j < points; j++) {
        double u[most_inputs];
        a[j] = f->value(design.a + (size_t)j * (size_t)f->inputs);
        b[j] = f->value(design.b + (size_t)j * (size_t)f->inputs);
        for (int32_t i = 0; i < f->inputs; i++) {
            spenn_design_swapped(&design, i, j, u);
            ab[i * points + j] = f->value(u);
        }
    }
    spenn_indices_find(&(struct spenn_outputs){points, f->inputs, a, b, ab},
        &(struct spenn_bootstrap){seed, points > 1024 ? 0 : 1000, .05}, &memory,
        &indices);
    for (int32_t i = 0; i < f->inputs; i++) {
        const struct spenn_sobol_index *at = &indices.index[i];
        add(&errors[0], at->first, f->first(i + 1),
            (double[]){at->first_low, at->first_high});
        add(&errors[1], at->total, f->total(i + 1),
            (double[]){at->total_low, at->total_high});
        add(&errors[2], jansen(points, b, ab + i * points, indices.variance),
            f->first(i + 1), (double[]){NAN, NAN});
    }
    spenn_arena_free(&memory);
}

static void print_kind(const struct errors *errors, bool intervals)
{
    printf(" %.4f | %.4f |", sqrt(errors->squares / errors->count), errors->largest);
    if (intervals) {
        printf(" %.0f %% |", 100.0 * errors->held / errors->count);
    } else {
        printf(" |");
    }
}

static void print_row(const struct function *f, int32_t points)
{
    struct errors errors[3] = {{0}};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        try_seed(f, points, seed, errors);
    }
    printf("| %s | %d |", f->name, points);
    print_kind(&errors[0], points <= 1024);
    print_kind(&errors[1], points <= 1024);
    printf(" %.4f |\n", sqrt(errors[2].squares / errors[2].count));
}

int main(void)
{
    printf("| function | N | S: rms error | largest | held | S_T: rms error | largest | "
           "held | S by Jansen: rms |\n|---|---|---|---|---|---|---|---|---|\n");
    for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
        for (int32_t points = 64; points <= most_points; points *= 4) {
            print_row(&functions[f], points);
        }
    }
    return 0;
}
