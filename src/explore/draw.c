/* SPDX-License-Identifier: MIT */
#include "draw.h"

struct spenn_random spenn_draw_random(uint64_t seed, enum spenn_draw_purpose purpose)
{
    return spenn_random_new(seed, -1 - (int32_t)purpose);
}

double spenn_draw_uniform(
    const struct spenn_random *random, uint64_t what, uint32_t which)
{
    return spenn_random_draw(random, what, which / 4, 0, 0).u[which % 4];
}

void spenn_draw_permutation(const struct spenn_random *random, uint64_t what,
    uint32_t from, int32_t *order, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        double u = spenn_draw_uniform(random, what, from + (uint32_t)i);
        int32_t j = (int32_t)(u * (i + 1));
        order[i] = order[j];
        order[j] = i;
    }
}
