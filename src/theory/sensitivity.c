/* SPDX-License-Identifier: MIT
 * Variances of the terms of the functions' decomposition (Sobol 1993). */
#include "sensitivity.h"

#include "count.h"

#include <math.h>

static const double pi = 3.14159265358979323846;
static const double g_a[spenn_g_inputs] = {0, 1, 4.5, 9, 99, 99, 99, 99};

double spenn_ishigami(double x1, double x2, double x3, double a, double b)
{
    return sin(x1) * (1 + b * pow(x3, 4)) + a * sin(x2) * sin(x2);
}

/* Of x1 and x3 together. */
static double ishigami_both(double b)
{
    return b * b * pow(pi, 8) * 8 / 225;
}

static double ishigami_alone(double input, double a, double b)
{
    double rise = 1 + b * pow(pi, 4) / 5;
    return input == 1 ? rise * rise / 2 : input == 2 ? a * a / 8 : input == 3 ? 0 : NAN;
}

double spenn_ishigami_variance(double a, double b)
{
    return ishigami_alone(1, a, b) + ishigami_alone(2, a, b) + ishigami_both(b);
}

double spenn_ishigami_first(double input, double a, double b)
{
    return ishigami_alone(input, a, b) / spenn_ishigami_variance(a, b);
}

double spenn_ishigami_total(double input, double a, double b)
{
    double more = input == 2 ? 0 : ishigami_both(b) / spenn_ishigami_variance(a, b);
    return spenn_ishigami_first(input, a, b) + more;
}

double spenn_g(const double *x)
{
    double product = 1;
    for (int i = 0; i < spenn_g_inputs; i++) {
        product *= (fabs(4 * x[i] - 2) + g_a[i]) / (1 + g_a[i]);
    }
    return product;
}

/* Variance of factor i (from 0), whose mean is 1. */
static double g_factor(int i)
{
    return 1 / (3 * (1 + g_a[i]) * (1 + g_a[i]));
}

double spenn_g_variance(void)
{
    double product = 1;
    for (int i = 0; i < spenn_g_inputs; i++) {
        product *= 1 + g_factor(i);
    }
    return product - 1;
}

double spenn_g_first(double input)
{
    return spenn_is_count(input, 1, spenn_g_inputs)
        ? g_factor((int)input - 1) / spenn_g_variance()
        : NAN;
}

double spenn_g_total(double input)
{
    double first = spenn_g_first(input);
    return isnan(first)
        ? NAN
        : first * (1 + spenn_g_variance()) / (1 + g_factor((int)input - 1));
}
