/* SPDX-License-Identifier: MIT
 * Values that a file may leave out depend on assumptions, and a scenario may override an
 * assumption after the model is built. So the tables keep what was given, and this
 * function writes the rest; it may be called again whenever m->assume has changed. */
#ifndef SPENN_RESOLVE_H
#define SPENN_RESOLVE_H

#include "model.h"

/* Fills the columns of forums whose bit in `given` is off, and the laws of times whose
 * `given` is SPENN_LAW_DEFAULT, from the assumptions in force. */
void spenn_model_resolve(struct spenn_model *m);

/* Shape of a law that is given without one: k of Erlang 2, cv of hyperexponential 2, of
 * lognormal and of the others 1; 0 of fixed. */
double spenn_law_shape(int32_t law);

#endif
