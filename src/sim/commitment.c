/* SPDX-License-Identifier: MIT
 * A logistic in the group's size, moved by preparation: Difi-notat 2014:4 says both that
 * groups of about 15 and more stop being groups that commit themselves (C42) and that
 * preparation can make a large one work (C45, C46). */
#include "commitment.h"

#include <math.h>

double spenn_forum_commitment(const struct spenn_model *m, spenn_id f, bool hard)
{
    const double *assume = m->assume.value;
    double chance = m->forums.commitment[f];
    if (isnan(chance)) {
        double extra = m->forums.preparation[f] - assume[SPENN_MEETING_PREPARATION];
        double middle =
            assume[SPENN_COMMITMENT_MIDPOINT] + assume[SPENN_COMMITMENT_SHIFT] * extra;
        double over = (m->forums.size[f] - middle) / assume[SPENN_COMMITMENT_WIDTH];
        chance = 1.0 / (1.0 + exp(over));
    }
    return hard ? chance * (1.0 - assume[SPENN_VIDEO_LOSS] * m->forums.video[f]) : chance;
}
