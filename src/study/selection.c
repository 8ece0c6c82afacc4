/* SPDX-License-Identifier: MIT
 * Both two-stage constants are P(T1 - T2 <= h for all others): for Dudewicz and Dalal T
 * is Student's t, for Rinott the same written with its chi-squared parts, which bound
 * the probability from below. Densities are made smooth first: t = sqrt(v) tan(a), and
 * the root of chi-squared. */
#include "selection.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_roots.h>
#include <math.h>

enum { nodes = 128, steps_most = 200, doublings_most = 60 };

static const double tail = 1e-16; /* probability left out at each end of chi-squared */

struct problem {
    int32_t systems;
    double freedom, probability, h, at;
    gsl_integration_glfixed_table *rule;
};

static double integrate(
    double (*of)(double, void *), struct problem *problem, double from, double to)
{
    gsl_function function = {of, problem};
    return gsl_integration_glfixed(&function, from, to, problem->rule);
}

static double student(double angle, void *context)
{
    const struct problem *problem = context;
    double root = sqrt(problem->freedom), t = root * tan(angle);
    double slope = root / (cos(angle) * cos(angle));
    return pow(gsl_cdf_tdist_P(t + problem->h, problem->freedom), problem->systems - 1)
        * gsl_ran_tdist_pdf(t, problem->freedom) * slope;
}

static double dudewicz_dalal(struct problem *problem)
{
    return integrate(student, problem, -M_PI_2, M_PI_2);
}

static double chi_density(double s, double freedom)
{
    return 2 * s * gsl_ran_chisq_pdf(s * s, freedom);
}

static double rinott_inner(double s, void *context)
{
    const struct problem *problem = context;
    double spread =
        sqrt(problem->freedom * (1 / (s * s) + 1 / (problem->at * problem->at)));
    return gsl_cdf_ugaussian_P(problem->h / spread) * chi_density(s, problem->freedom);
}

static double over_chi(double (*of)(double, void *), struct problem *problem)
{
    return integrate(of, problem, sqrt(gsl_cdf_chisq_Pinv(tail, problem->freedom)),
        sqrt(gsl_cdf_chisq_Qinv(tail, problem->freedom)));
}

static double rinott_outer(double s, void *context)
{
    struct problem *problem = context;
    problem->at = s;
    return pow(over_chi(rinott_inner, problem), problem->systems - 1)
        * chi_density(s, problem->freedom);
}

static double rinott(struct problem *problem)
{
    return over_chi(rinott_outer, problem);
}

typedef double chance(struct problem *problem);

struct search {
    struct problem *problem;
    chance *chance;
};

static double lacks(double h, void *context)
{
    const struct search *search = context;
    search->problem->h = h;
    return search->chance(search->problem) - search->problem->probability;
}

static double root_of(struct search *search, double most)
{
    gsl_function function = {lacks, search};
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    double root = NAN;
    int status = gsl_root_fsolver_set(solver, &function, 0, most);
    for (int i = 0; status == GSL_SUCCESS && i < steps_most; i++) {
        status = gsl_root_fsolver_iterate(solver);
        root = gsl_root_fsolver_root(solver);
        if (gsl_root_test_interval(gsl_root_fsolver_x_lower(solver),
                gsl_root_fsolver_x_upper(solver), 0, 1e-12)
            == GSL_SUCCESS) {
            break;
        }
    }
    gsl_root_fsolver_free(solver);
    return status == GSL_SUCCESS ? root : NAN;
}

static double constant(int32_t systems, int32_t first, double probability, chance *of)
{
    if (systems < 2 || first < 3 || !(probability > 1.0 / systems) || probability >= 1) {
        return NAN;
    }
    struct problem problem = {
        .systems = systems, .freedom = first - 1, .probability = probability};
    struct search search = {&problem, of};
    double most = 1;
    problem.rule = gsl_integration_glfixed_table_alloc(nodes);
    for (int i = 0; i < doublings_most && lacks(most, &search) < 0; i++) {
        most *= 2;
    }
    double h = root_of(&search, most);
    gsl_integration_glfixed_table_free(problem.rule);
    return h;
}

double spenn_dudewicz_dalal(int32_t systems, int32_t first, double probability)
{
    return constant(systems, first, probability, dudewicz_dalal);
}

double spenn_rinott(int32_t systems, int32_t first, double probability)
{
    return constant(systems, first, probability, rinott);
}

double spenn_kn_eta(int32_t systems, int32_t first, double alpha)
{
    if (systems < 2 || first < 2 || !(alpha > 0) || alpha >= 1) {
        return NAN;
    }
    return (pow(2 * alpha / (systems - 1), -2.0 / (first - 1)) - 1) / 2;
}

double spenn_kn_h2(int32_t systems, int32_t first, double alpha)
{
    return 2 * spenn_kn_eta(systems, first, alpha) * (first - 1);
}

double spenn_kn_width(double h2, double variance, double zone, int32_t r)
{
    double width = zone / (2.0 * r) * (h2 * variance / (zone * zone) - r);
    return width > 0 ? width : 0;
}

/* How far from the best, never nothing. */
static double apart(int32_t systems, const double *mean, int32_t best, int32_t i)
{
    double largest = 0;
    for (int32_t j = 0; j < systems; j++) {
        largest = fmax(largest, fabs(mean[j] - mean[best]));
    }
    double least = largest > 0 ? largest * 1e-9 : 1;
    return fmax(fabs(mean[i] - mean[best]), least);
}

void spenn_ocba_shares(
    int32_t systems, const double *mean, const double *sd, int32_t best, double *share)
{
    double sum = 0, squares = 0;
    for (int32_t i = 0; i < systems; i++) {
        double ratio = sd[i] / apart(systems, mean, best, i);
        share[i] = i == best ? 0 : ratio * ratio;
        squares += sd[i] > 0 && i != best ? share[i] * share[i] / (sd[i] * sd[i]) : 0;
        sum += share[i];
    }
    share[best] = sd[best] * sqrt(squares);
    sum += share[best];
    for (int32_t i = 0; i < systems; i++) {
        share[i] = sum > 0 ? share[i] / sum : 1.0 / systems;
    }
}

struct need {
    int32_t systems;
    const double *share;
    const int32_t *done;
    double after, scale; /* all that will be done; so that what is given sums up */
};

static double wanted(const struct need *need, int32_t i)
{
    return need->scale * fmax(need->share[i] * need->after - need->done[i], 0);
}

/* The one to which rounding down took most. */
static int32_t most_wanting(const struct need *need, const int32_t *next)
{
    int32_t most = 0;
    for (int32_t i = 1; i < need->systems; i++) {
        most = wanted(need, i) - next[i] > wanted(need, most) - next[most] ? i : most;
    }
    return most;
}

void spenn_ocba_next(int32_t systems, const double *share, const int32_t *done,
    int32_t step, int32_t *next)
{
    struct need need = {systems, share, done, step, 1};
    double sum = 0;
    int32_t given = 0;
    for (int32_t i = 0; i < systems; i++) {
        need.after += done[i];
    }
    for (int32_t i = 0; i < systems; i++) {
        sum += wanted(&need, i);
    }
    need.scale = step / sum; /* what lacks is at least `step` in all */
    for (int32_t i = 0; i < systems; i++) {
        next[i] = (int32_t)floor(wanted(&need, i));
        given += next[i];
    }
    for (; given < step; given++) {
        next[most_wanting(&need, next)]++;
    }
}
