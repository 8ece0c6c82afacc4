/* SPDX-License-Identifier: MIT */
#include "recipe.h"

#include "links.h"
#include "text.h"

#include <assert.h>

struct row *spenn_draft_row(struct draft *d, struct row row)
{
    if (d->rows == d->room) {
        int32_t room = d->room ? d->room * 2 : 64;
        d->row = spenn_arena_grow(
            d->memory, d->row, (size_t)d->rows, (size_t)room, sizeof *d->row);
        d->room = room;
    }
    d->row[d->rows] = row;
    return &d->row[d->rows++];
}

void spenn_draft_work(struct draft *d, struct work work)
{
    assert(d->works < most_work);
    d->work[d->works++] = work;
}

double spenn_draft_draw(const struct draft *d, const char *purpose, int32_t number)
{
    return spenn_random_draw(
        &d->random, spenn_text_hash(purpose), (uint32_t)number, 0, SPENN_BLOCK_CASE)
        .u[0];
}

bool spenn_generate(const struct spenn_recipe *recipe,
    const struct spenn_assumptions *assume, struct spenn_arena *memory,
    struct spenn_generated *generated, struct spenn_error *err)
{
    if (spenn_link_class(recipe->like)) {
        return spenn_network_make(recipe, memory, generated, err);
    }
    struct draft d = {.recipe = recipe,
        .random = spenn_random_new(recipe->seed, 0),
        .upward = 1,
        .memory = memory};
    for (enum post which = POST_TOP; which < POST_COUNT; which++) {
        d.factor[which] = 1;
    }
    if (!spenn_draft_make(&d, err) || !spenn_draft_calibrate(&d, assume, err)) {
        return false;
    }
    *generated =
        (struct spenn_generated){spenn_draft_model(&d), spenn_draft_scenario(&d)};
    return true;
}
