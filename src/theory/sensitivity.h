/* SPDX-License-Identifier: MIT
 * Functions on which methods of sensitivity analysis are tried, and their exact Sobol
 * indices. Inputs count from 1; NAN outside of what is said. */
#ifndef SPENN_SENSITIVITY_H
#define SPENN_SENSITIVITY_H

enum { spenn_g_inputs = 8 };

/* sin x1 + a sin^2 x2 + b x3^4 sin x1, inputs uniform on -pi .. pi (Ishigami and Homma
 * 1990). With a = 7, b = .1: mean 3.5, variance 13.844588, first-order indices .313905,
 * .442411, 0, total .557589, .442411, .243684. */
double spenn_ishigami(double x1, double x2, double x3, double a, double b);
double spenn_ishigami_variance(double a, double b);
double spenn_ishigami_first(double input, double a, double b);
double spenn_ishigami_total(double input, double a, double b);

/* Product of (|4 x_i - 2| + a_i) / (1 + a_i), i = 1 .. 8, inputs uniform on 0 .. 1 and
 * a = 0, 1, 4.5, 9, 99, 99, 99, 99 (Saltelli and Sobol 1995): mean 1, variance .465424.
 */
double spenn_g(const double *x);
double spenn_g_variance(void);
double spenn_g_first(double input);
double spenn_g_total(double input);

#endif
