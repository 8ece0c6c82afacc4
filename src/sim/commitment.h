/* SPDX-License-Identifier: MIT
 * The chance that a forum concludes an item it takes up. */
#ifndef SPENN_COMMITMENT_H
#define SPENN_COMMITMENT_H

#include "model.h"

/* As given, else 1 / (1 + exp((size - mid) / width)), mid = commitment-midpoint +
 * commitment-shift x (preparation - meeting-preparation). A hard item loses the share
 * video-loss x video of it. */
double spenn_forum_commitment(const struct spenn_model *m, spenn_id f, bool hard);

#endif
