/* SPDX-License-Identifier: MIT
 * Power by looking at every coalition. */
#include "voting.h"

enum { most_players = 24 };

static bool in_range(const struct spenn_game *game)
{
    return game->players >= 1 && game->players <= most_players && game->quota > 0.0;
}

/* What a swing of a coalition with so many others is worth, by number of others. */
static void add_swings(const struct spenn_game *game, const double *worth, double *sum)
{
    for (int32_t i = 0; i < game->players; i++) {
        sum[i] = 0.0;
    }
    for (uint32_t coalition = 0; coalition < 1u << game->players; coalition++) {
        double weight = 0.0;
        int32_t size = 0;
        for (int32_t i = 0; i < game->players; i++) {
            bool in = coalition >> i & 1u;
            weight += in ? game->weight[i] : 0.0;
            size += in;
        }
        for (int32_t i = 0; i < game->players && weight >= game->quota; i++) {
            bool swings = coalition >> i & 1u && weight - game->weight[i] < game->quota;
            sum[i] += swings ? worth[size - 1] : 0.0;
        }
    }
}

bool spenn_shapley_shubik(const struct spenn_game *game, double *power)
{
    double worth[most_players]; /* k! (n - 1 - k)! / n! */
    if (!in_range(game)) {
        return false;
    }
    worth[0] = 1.0 / game->players;
    for (int32_t k = 1; k < game->players; k++) {
        worth[k] = worth[k - 1] * k / (game->players - k);
    }
    add_swings(game, worth, power);
    return true;
}

bool spenn_banzhaf_swings(const struct spenn_game *game, double *swings)
{
    double worth[most_players];
    if (!in_range(game)) {
        return false;
    }
    for (int32_t k = 0; k < game->players; k++) {
        worth[k] = 1.0;
    }
    add_swings(game, worth, swings);
    return true;
}

bool spenn_banzhaf(const struct spenn_game *game, double *power)
{
    double sum = 0.0;
    if (!spenn_banzhaf_swings(game, power)) {
        return false;
    }
    for (int32_t i = 0; i < game->players; i++) {
        sum += power[i];
    }
    for (int32_t i = 0; i < game->players && sum > 0.0; i++) {
        power[i] /= sum;
    }
    return true;
}
