/* SPDX-License-Identifier: MIT
 * A model for a planner who has none yet: an organization of a kind of the corpus, its
 * size as asked, its work such that it could carry it, every value marked as assumed. */
#ifndef SPENN_GENERATE_H
#define SPENN_GENERATE_H

#include "assumption.h"
#include "fail.h"

struct spenn_recipe {
    const char *like;       /* a name of spenn_recipe_names, or a class of links.h */
    int32_t units, sectors; /* of the municipal kinds; 0: usual number */
    int32_t regions, departments; /* of a directorate; 0: usual number */
    int32_t size, depth; /* units in all, layers in all: a tree below; 0: no tree, 4 */
    int32_t span, links; /* of a class of links: reports each, 0: 5; below 0: as units */
    uint64_t seed;
};

extern const char *const spenn_recipe_names[];
extern const int32_t spenn_recipe_count;

/* Two files in `memory`; the scenario is NULL where there is no work. False with a
 * problem when the numbers do not go together. */
struct spenn_generated {
    const char *model, *scenario;
};
bool spenn_generate(const struct spenn_recipe *recipe,
    const struct spenn_assumptions *assume, struct spenn_arena *memory,
    struct spenn_generated *generated, struct spenn_error *err);

#endif
