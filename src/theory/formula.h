/* SPDX-License-Identifier: MIT
 * A closed form and its arguments, as one value: what a table of cases holds. Every
 * closed form of this module takes doubles only, so that one table can hold them all; a
 * count is a whole double. Outside its range, for an unstable queue and for a count that
 * is not whole, a closed form is NAN. All are pure, allocate nothing that they keep, and
 * may be called from any thread. */
#ifndef SPENN_FORMULA_H
#define SPENN_FORMULA_H

struct spenn_formula { /* at most one function is set; without one, the number x[0] */
    double (*f1)(double);
    double (*f2)(double, double);
    double (*f3)(double, double, double);
    double (*f4)(double, double, double, double);
    double (*f5)(double, double, double, double, double);
    double (*fx)(const double *x); /* of more arguments, or of a list of them */
    double x[8];                   /* the arguments, in their order */
};

double spenn_formula_value(const struct spenn_formula *f);

#endif
