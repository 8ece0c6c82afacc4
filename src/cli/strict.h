/* SPDX-License-Identifier: MIT */
#ifndef SPENN_STRICT_H
#define SPENN_STRICT_H

#include "study.h"

/* What `run --strict` does not forgive: an expectation contradicted or not comparable, a
 * leader overloaded or a desk or agenda that cannot keep up, or a finding that is an
 * error, in the baseline or an alternative. */
bool spenn_strict_fails(const struct spenn_study *study);

#endif
