/* SPDX-License-Identifier: MIT
 * Chances of consent in closed form. What party i weighs, own G_i + (1 - own) mean G, has
 * the same law as gain + own A_i + sqrt((1 - own^2) / k) B with A_i, B ~ N(0, 1) and
 * independent: the parties agree independently once B is known, so who agrees is
 * binomial, and the mean over B is one integral. */
#include "bond.h"
#include "ladder_flow.h"
#include "plan.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

enum { points = 1601 };
static const double reach = 8.0; /* standard deviations of B */

struct asked {
    const struct spenn_plan_ladder *ladder;
    int32_t others, needs;
    double ready[2]; /* share of those who want to that agree: without and with step 2 */
};

static double at_least(int32_t needs, double share, int32_t of)
{
    return needs > 0 ? gsl_cdf_binomial_Q((unsigned)needs - 1, share, (unsigned)of) : 1.0;
}

/* `wants`, `spares`: chance that a party wants joint action, or does at least no harm. */
static struct spenn_ladder_odds odds_at(
    const struct asked *asked, double wants, double spares)
{
    struct spenn_ladder_odds odds = {
        .no_harm = at_least(asked->needs, spares, asked->others)};
    for (int i = 0; i < 2; i++) {
        odds.joint[i] = at_least(asked->needs, wants * asked->ready[i], asked->others);
    }
    return odds;
}

static void add(struct spenn_ladder_odds *to, struct spenn_ladder_odds odds, double share)
{
    to->no_harm += share * odds.no_harm;
    to->joint[0] += share * odds.joint[0];
    to->joint[1] += share * odds.joint[1];
}

/* All weigh the same mean gain. */
static struct spenn_ladder_odds odds_of_mean(const struct asked *asked)
{
    const struct spenn_plan_ladder *ladder = asked->ladder;
    double root = sqrt(asked->others + 1.0);
    double wants = gsl_cdf_ugaussian_P(ladder->gain * root);
    double spares = gsl_cdf_ugaussian_P((ladder->gain + ladder->spare) * root);
    struct spenn_ladder_odds odds = {0};
    add(&odds, odds_at(asked, 1.0, 1.0), wants);
    add(&odds, odds_at(asked, 0.0, 1.0), spares - wants);
    add(&odds, odds_at(asked, 0.0, 0.0), 1.0 - spares);
    return odds;
}

static struct spenn_ladder_odds odds_given(const struct asked *asked, double mean)
{
    double own = asked->ladder->own;
    return odds_at(asked, gsl_cdf_ugaussian_P(mean / own),
        gsl_cdf_ugaussian_P((mean + asked->ladder->spare) / own));
}

struct spenn_ladder_odds spenn_ladder_odds_of(
    const struct spenn_sim_plan *plan, spenn_id t, int32_t others)
{
    const struct spenn_plan_ladder *ladder = &plan->ladder->task[t];
    double owns = spenn_bond_usual_ownership(plan, t);
    struct asked asked = {.ladder = ladder,
        .others = others,
        .needs = spenn_ladder_needs(ladder, others),
        .ready = {owns * plan->ladder->unprepared, owns}};
    if (ladder->own <= 0.0) {
        return odds_of_mean(&asked);
    }
    if (ladder->own >= 1.0) {
        return odds_given(&asked, ladder->gain);
    }
    struct spenn_ladder_odds odds = {0};
    double spread = sqrt((1.0 - ladder->own * ladder->own) / (others + 1.0));
    double step = 2.0 * reach / (points - 1);
    for (int32_t i = 0; i < points; i++) {
        double b = i * step - reach;
        add(&odds, odds_given(&asked, ladder->gain + spread * b),
            step * gsl_ran_ugaussian_pdf(b));
    }
    return odds;
}
