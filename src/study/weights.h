/* SPDX-License-Identifier: MIT
 * The weights of a user: "lead-time:2, uniformity:1, desk-wait/toll:1[0h..8h]", on lines
 * or with commas between, '#' begins a comment. */
#ifndef SPENN_WEIGHTS_H
#define SPENN_WEIGHTS_H

#include "fail.h"

struct spenn_weight {
    const char *measure, *of; /* of: NULL, the whole */
    double weight;            /* as given, above 0 */
    const char *from, *to;    /* ends as given; NULL: worst and best mean */
};
struct spenn_weights {
    int32_t count, room;
    struct spenn_weight *weight;
};

/* Texts in `memory`. `name` is the file's or "--weights", for complaints. Each measure
 * and subject once, at least one. */
bool spenn_weights_parse(const char *text, const char *name, struct spenn_arena *memory,
    struct spenn_weights *weights, struct spenn_error *err);

#endif
