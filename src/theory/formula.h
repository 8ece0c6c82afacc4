/* SPDX-License-Identifier: MIT
 * A closed form and its arguments, as one value: what a table of cases holds. Every
 * closed form of this module takes doubles only, so that one table can hold them all; a
 * count is a whole double. Outside its range, for an unstable queue and for a count that
 * is not whole, a closed form is NAN. All are pure, allocate nothing that they keep, and
 * may be called from any thread. */
#ifndef SPENN_FORMULA_H
#define SPENN_FORMULA_H

struct spenn_formula { /* exactly one function is set; {0} has no value */
    double (*f1)(double);
    double (*f2)(double, double);
    double (*f3)(double, double, double);
    double (*f4)(double, double, double, double);
    double (*f5)(double, double, double, double, double);
    double x[5]; /* the arguments, in their order */
};

/* NAN when there is no function. */
double spenn_formula_value(const struct spenn_formula *f);

#endif
