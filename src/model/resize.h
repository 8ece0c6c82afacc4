/* SPDX-License-Identifier: MIT
 * The same organization with more or fewer units of a kind, their work with them: for the
 * question how many a leader can have. No change of a scenario: demand grows and shrinks.
 */
#ifndef SPENN_RESIZE_H
#define SPENN_RESIZE_H

#include "model.h"

struct spenn_resize {
    const spenn_id *alike; /* units under one superior, in order */
    int32_t count;
    spenn_id typical; /* the one that is copied, with all below it */
    int32_t wanted;   /* how many there shall be: 0 or more */
};

/* A new model. Copies sit in the forums of the typical one, have its lines, contacts,
 * authority and a stream of their own for each of its; units beyond `wanted` end with
 * all below them and their work. What coordinates keeps its partners. */
void spenn_model_resize(const struct spenn_model *m, const struct spenn_resize *resize,
    struct spenn_model *resized);

#endif
