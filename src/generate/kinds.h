/* SPDX-License-Identifier: MIT
 * What the kinds of organization share in making a draft. Inside module generate only. */
#ifndef SPENN_GENERATE_KINDS_H
#define SPENN_GENERATE_KINDS_H

#include "recipe.h"

enum { most_parts = 20 };

struct parts { /* of a number */
    int32_t count, part[most_parts];
    double weight[most_parts];
};

/* Splits `units` over weights drawn around those given, at least `least` each. */
void spenn_draft_share(const struct draft *d, const char *purpose, int32_t units,
    int32_t least, struct parts *parts);

bool spenn_draft_number(int32_t number, int32_t least, int32_t most, const char *option,
    struct spenn_error *err);

/* A number of the other kinds would be asked for in vain. */
bool spenn_draft_absent(
    const struct draft *d, int32_t number, const char *option, struct spenn_error *err);

/* Government, ministries, agencies and county governors. */
bool spenn_draft_ministries(struct draft *d, struct spenn_error *err);

#endif
