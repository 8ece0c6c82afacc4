/* SPDX-License-Identifier: MIT
 * A closed form asked for its value. */
#include "formula.h"

double spenn_formula_value(const struct spenn_formula *f)
{
    const double *x = f->x;
    if (f->f1) {
        return f->f1(x[0]);
    }
    if (f->f2) {
        return f->f2(x[0], x[1]);
    }
    if (f->f3) {
        return f->f3(x[0], x[1], x[2]);
    }
    if (f->f4) {
        return f->f4(x[0], x[1], x[2], x[3]);
    }
    if (f->f5) {
        return f->f5(x[0], x[1], x[2], x[3], x[4]);
    }
    return f->fx ? f->fx(x) : x[0];
}
