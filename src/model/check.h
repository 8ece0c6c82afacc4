/* SPDX-License-Identifier: MIT
 * The parts of spenn_model_check. Inside model only. */
#ifndef SPENN_CHECK_H
#define SPENN_CHECK_H

#include "build.h"

struct spenn_checker {
    const struct spenn_model *m;
    struct spenn_arena *scratch;
    struct spenn_error *err;
};

/* Units: numbers in range, nobody above themselves, one root where the form needs one. */
bool spenn_check_units(const struct spenn_checker *k);

/* Tasks, streams, limits, support: numbers in range, cases that can be decided, streams
 * that reach a unit, climbing that ends. */
bool spenn_check_work(const struct spenn_checker *k);

#endif
