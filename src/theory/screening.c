/* SPDX-License-Identifier: MIT
 * Architectures that screen projects. */
#include "screening.h"

#include "count.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_roots.h>

static const double most_members = 1000.0;

static bool in_range(double p, double members)
{
    return p >= 0.0 && p <= 1.0 && spenn_is_count(members, 1.0, most_members);
}

double spenn_hierarchy_accepts(double p, double members)
{
    return in_range(p, members) ? pow(p, members) : NAN;
}

double spenn_polyarchy_accepts(double p, double members)
{
    return in_range(p, members) ? 1.0 - pow(1.0 - p, members) : NAN;
}

double spenn_committee_accepts(double p, double members, double consensus)
{
    if (!in_range(p, members) || !spenn_is_count(consensus, 1.0, members)) {
        return NAN;
    }
    return gsl_cdf_binomial_Q((unsigned)consensus - 1, p, (unsigned)members);
}

double spenn_hierarchy_of_polyarchies(double p, double inner, double outer)
{
    return spenn_hierarchy_accepts(spenn_polyarchy_accepts(p, inner), outer);
}

double spenn_polyarchy_of_hierarchies(double p, double inner, double outer)
{
    return spenn_polyarchy_accepts(spenn_hierarchy_accepts(p, inner), outer);
}

struct architecture {
    double (*accepts)(double p, double one, double two);
    double one, two;
};

static double gain(double p, void *context)
{
    const struct architecture *a = context;
    return a->accepts(p, a->one, a->two) - p;
}

/* An S-shaped curve lies below the diagonal near 0 and above it near 1. */
static double fixed_point(struct architecture a)
{
    gsl_function function = {gain, &a};
    double low = 1e-9, high = 1.0 - 1e-9;
    if (!(gain(low, &a) < 0.0 && gain(high, &a) > 0.0)) {
        return NAN;
    }
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    gsl_root_fsolver_set(solver, &function, low, high);
    for (int step = 0; step < 200 && high - low > 1e-15; step++) {
        gsl_root_fsolver_iterate(solver);
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
    }
    double root = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return root;
}

double spenn_hierarchy_of_polyarchies_fixed(double inner, double outer)
{
    return fixed_point(
        (struct architecture){spenn_hierarchy_of_polyarchies, inner, outer});
}

double spenn_polyarchy_of_hierarchies_fixed(double inner, double outer)
{
    return fixed_point(
        (struct architecture){spenn_polyarchy_of_hierarchies, inner, outer});
}

double spenn_committee_fixed(double members, double consensus)
{
    return fixed_point(
        (struct architecture){spenn_committee_accepts, members, consensus});
}

double spenn_committee_omits(double good, double members, double consensus)
{
    return 1.0 - spenn_committee_accepts(good, members, consensus);
}

double spenn_committee_commits(double bad, double members, double consensus)
{
    return spenn_committee_accepts(bad, members, consensus);
}

double spenn_committee_right(
    double good, double bad, double prior, double members, double consensus)
{
    if (!(prior >= 0.0 && prior <= 1.0)) {
        return NAN;
    }
    return prior * (1.0 - spenn_committee_omits(good, members, consensus))
        + (1.0 - prior) * (1.0 - spenn_committee_commits(bad, members, consensus));
}

double spenn_jury_right(double p, double members)
{
    return fmod(members, 2.0) == 1.0
        ? spenn_committee_accepts(p, members, (members + 1.0) / 2.0)
        : NAN;
}

struct screen {
    double members, consensus, noise, half;
};

static double accepts(const struct screen *s, double worth)
{
    double p = gsl_cdf_ugaussian_P(worth / s->noise);
    return spenn_committee_accepts(p, s->members, s->consensus);
}

static double omitted(double worth, void *context)
{
    return 1.0 - accepts(context, worth);
}

static double committed(double worth, void *context)
{
    return accepts(context, -worth);
}

static double paid(double worth, void *context)
{
    return worth * (accepts(context, worth) - accepts(context, -worth));
}

/* Over worths of 0 .. half, by the uniform density 1 / (2 half). Beyond 9 noises chances
 * are 0 or 1, so the range is cut there and taken in pieces of one noise or so. */
static double over_worths(double (*of)(double, void *), struct screen s)
{
    if (!(s.noise > 0.0 && s.half > 0.0 && isfinite(s.noise) && isfinite(s.half))
        || isnan(spenn_committee_accepts(0.5, s.members, s.consensus))) {
        return NAN;
    }
    gsl_integration_glfixed_table *rule = gsl_integration_glfixed_table_alloc(64);
    gsl_function function = {of, &s};
    double cut = fmin(s.half, 9.0 * s.noise), piece = cut / 9.0, sum = 0.0;
    for (int i = 0; i < 9; i++) {
        sum += gsl_integration_glfixed(&function, i * piece, (i + 1) * piece, rule);
    }
    sum += gsl_integration_glfixed(&function, cut, s.half, rule);
    gsl_integration_glfixed_table_free(rule);
    return sum / (2.0 * s.half);
}

double spenn_noisy_omission(double members, double consensus, double noise, double half)
{
    return over_worths(omitted, (struct screen){members, consensus, noise, half});
}

double spenn_noisy_commission(double members, double consensus, double noise, double half)
{
    return over_worths(committed, (struct screen){members, consensus, noise, half});
}

double spenn_noisy_payoff(double members, double consensus, double noise, double half)
{
    return over_worths(paid, (struct screen){members, consensus, noise, half});
}
