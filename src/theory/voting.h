/* SPDX-License-Identifier: MIT
 * Power in a body that votes by weights: a coalition wins whose weights reach the quota.
 * Every coalition is looked at: up to 24 players, O(players 2^players). */
#ifndef SPENN_VOTING_H
#define SPENN_VOTING_H

#include <stdbool.h>
#include <stdint.h>

struct spenn_game {
    double quota;
    const double *weight; /* 0 or more, one a player */
    int32_t players;      /* 1 to 24 */
};

/* Shapley and Shubik 1954: share of the orders of joining in which the player brings the
 * coalition to the quota. Banzhaf 1965: swings, coalitions that win with the player and
 * not without; and their share of all players' swings. One value a player; false, and
 * nothing written, outside the range. */
bool spenn_shapley_shubik(const struct spenn_game *game, double *power);
bool spenn_banzhaf_swings(const struct spenn_game *game, double *swings);
bool spenn_banzhaf(const struct spenn_game *game, double *power);

#endif
