/* SPDX-License-Identifier: MIT
 * Power in councils, by every coalition. */
#include "suite.h"

#include "voting.h"

#include <math.h>

/* Five with a veto and ten others, 9 votes and no veto needed: as weights 7 and 1. */
static const double council_votes[] = {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
static const struct spenn_game council = {39, council_votes, 15};

/* The Council of the EEC of 1958: Germany, France, Italy, Belgium, Netherlands,
 * Luxembourg.
 */
static const double eec_votes[] = {4, 4, 4, 2, 2, 1};
static const struct spenn_game eec = {12, eec_votes, 6};

static const double share_votes[] = {50, 49, 1};
static const struct spenn_game shares = {51, share_votes, 3};

enum { most_players = 15 };

static double of_player(const struct spenn_game *game,
    bool (*power)(const struct spenn_game *, double *), double player)
{
    double value[most_players];
    return power(game, value) ? value[(int32_t)player] : NAN;
}

static double council_shapley(const double *x)
{
    return of_player(&council, spenn_shapley_shubik, x[0]);
}

static double council_swings(const double *x)
{
    return of_player(&council, spenn_banzhaf_swings, x[0]);
}

static double council_banzhaf(const double *x)
{
    return of_player(&council, spenn_banzhaf, x[0]);
}

static double eec_swings(const double *x)
{
    return of_player(&eec, spenn_banzhaf_swings, x[0]);
}

static double eec_shapley(const double *x)
{
    return of_player(&eec, spenn_shapley_shubik, x[0]);
}

static double shares_shapley(const double *x)
{
    return of_player(&shares, spenn_shapley_shubik, x[0]);
}

static double shares_banzhaf(const double *x)
{
    return of_player(&shares, spenn_banzhaf, x[0]);
}

static const struct spenn_verify_call calls[] = {
    CALL("security-council-veto-shapley", 421. / 2145, EXACT, "enumeration of coalitions",
        fx, council_shapley, 0),
    CALL("security-council-other-shapley", 4. / 2145, EXACT, "enumeration of coalitions",
        fx, council_shapley, 14),
    CALL("security-council-veto-swings", 848, EXACT, "enumeration of coalitions", fx,
        council_swings, 0),
    CALL("security-council-other-swings", 84, EXACT, "enumeration of coalitions", fx,
        council_swings, 14),
    CALL("security-council-veto-banzhaf", .166929, PRINTED(6),
        "enumeration of coalitions", fx, council_banzhaf, 0),
    CALL("security-council-other-banzhaf", .016535, PRINTED(6),
        "enumeration of coalitions", fx, council_banzhaf, 14),
    CALL("shares-50-shapley", 2 / 3., EXACT, "enumeration of coalitions", fx,
        shares_shapley, 0),
    CALL("shares-50-banzhaf", .6, EXACT, "enumeration of coalitions", fx, shares_banzhaf,
        0),
    CALL("shares-49-shapley", 1 / 6., EXACT, "enumeration of coalitions", fx,
        shares_shapley, 1),
    CALL("shares-49-banzhaf", .2, EXACT, "enumeration of coalitions", fx, shares_banzhaf,
        1),
    CALL("shares-1-shapley", 1 / 6., EXACT, "enumeration of coalitions", fx,
        shares_shapley, 2),
    CALL("shares-1-banzhaf", .2, EXACT, "enumeration of coalitions", fx, shares_banzhaf,
        2),
    CALL("eec-france-swings", 10, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 0),
    CALL("eec-germany-swings", 10, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 1),
    CALL("eec-italy-swings", 10, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 2),
    CALL("eec-belgium-swings", 6, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 3),
    CALL("eec-netherlands-swings", 6, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 4),
    CALL("eec-luxembourg-swings", 0, EXACT, "Banzhaf 1965, 12 of [4; 4; 4; 2; 2; 1]", fx,
        eec_swings, 5),
    CALL("eec-france-shapley", 7 / 30., EXACT, "Shapley and Shubik 1954, 12 of 17 votes",
        fx, eec_shapley, 0),
    CALL("eec-germany-shapley", 7 / 30., EXACT, "Shapley and Shubik 1954, 12 of 17 votes",
        fx, eec_shapley, 1),
    CALL("eec-italy-shapley", 7 / 30., EXACT, "Shapley and Shubik 1954, 12 of 17 votes",
        fx, eec_shapley, 2),
    CALL("eec-belgium-shapley", 3 / 20., EXACT, "Shapley and Shubik 1954, 12 of 17 votes",
        fx, eec_shapley, 3),
    CALL("eec-netherlands-shapley", 3 / 20., EXACT,
        "Shapley and Shubik 1954, 12 of 17 votes", fx, eec_shapley, 4),
    CALL("eec-luxembourg-shapley", 0, EXACT, "Shapley and Shubik 1954, 12 of 17 votes",
        fx, eec_shapley, 5),
};

const struct spenn_verify_suite spenn_verify_voting = {
    .group = "voting", .call = calls, .calls = SPENN_COUNT(calls)};
