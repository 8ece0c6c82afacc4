/* SPDX-License-Identifier: MIT
 * One number that an exploration moves: an assumption, or what a path of `vary:` names
 * (a unit's, forum's or task's key), with the range it is moved over. */
#ifndef SPENN_INPUT_H
#define SPENN_INPUT_H

#include "scenario.h"

struct spenn_input {
    const char *name;   /* as a file writes it: "drift", "ledergruppe.meets" */
    int32_t assumption; /* row; -1: a path */
    enum spenn_assumption_form form; /* how its values are written */
    bool whole;                      /* takes whole numbers only */
    double low, high;                /* low <= high; per hour, hours, shares, numbers */
};

/* The assumption with its range, widened to hold the value in force. False when it has no
 * numeric range (service-law), or acts while changes are made and so cannot be moved
 * after them (delegate). */
bool spenn_input_assumption(const struct spenn_assumptions *assume, int32_t assumption,
    struct spenn_input *input);

/* What the path names in the model, with `name`; its range is left to the caller. False
 * when its values are no numbers. An unknown path is no numbers either. */
bool spenn_input_path(
    const struct spenn_model *m, const char *name, struct spenn_input *input);

/* The range of the values that a scenario's `vary:` gives a path or an assumption. False
 * when they are no numbers. */
bool spenn_input_vary(const struct spenn_model *m, const struct spenn_vary *vary,
    struct spenn_input *input);

/* Reads a value as a file writes it; false when it is not of the input's form. */
bool spenn_input_parse(const struct spenn_input *input, const char *text, double *x);

/* Sets it in a model (whole numbers are rounded); rules of spenn_vary_apply. */
bool spenn_input_apply(const struct spenn_input *input, double x, struct spenn_model *m,
    struct spenn_error *err);

/* x as a file writes it, to the last bit: "12/y"; `size` of 40 is enough. Returns buffer.
 */
char *spenn_input_show(
    char *buffer, size_t size, const struct spenn_input *input, double x);

/* x to three digits, in the unit of the upper bound: for people. */
char *spenn_input_near(
    char *buffer, size_t size, const struct spenn_input *input, double x);

#endif
