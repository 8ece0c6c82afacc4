/* SPDX-License-Identifier: MIT
 * Who must say yes: architectures that screen projects (Sah and Stiglitz 1986, AER
 * 76:716; 1988, EJ 98:451). Each of `members` accepts on its own with the same chance p.
 * All results are chances unless said; NAN unless chances lie in [0, 1] and members are
 * whole, 1 to 1000. */
#ifndef SPENN_SCREENING_H
#define SPENN_SCREENING_H

/* All must accept: p^n. One is enough: 1 - (1 - p)^n. At least `consensus` (1 to members)
 * of them: the upper tail of the binomial. */
double spenn_hierarchy_accepts(double p, double members);
double spenn_polyarchy_accepts(double p, double members);
double spenn_committee_accepts(double p, double members, double consensus);

/* Composed: a hierarchy of `outer` polyarchies of `inner` members each, and the reverse
 * (Christensen and Knudsen 2010: reliability polynomials, as Moore and Shannon 1956). */
double spenn_hierarchy_of_polyarchies(double p, double inner, double outer);
double spenn_polyarchy_of_hierarchies(double p, double inner, double outer);

/* The p strictly between 0 and 1 at which an architecture accepts with chance p, around
 * which it sharpens the judgement: by Brent's method. NAN unless inner, outer and the
 * consensus (below members) are 2 or more. */
double spenn_hierarchy_of_polyarchies_fixed(double inner, double outer);
double spenn_polyarchy_of_hierarchies_fixed(double inner, double outer);
double spenn_committee_fixed(double members, double consensus);

/* Of good projects, accepted by each with chance `good`, the share turned down; of bad
 * ones, accepted with chance `bad`, the share let through; and the share judged right
 * when `prior` of the projects are good. */
double spenn_committee_omits(double good, double members, double consensus);
double spenn_committee_commits(double bad, double members, double consensus);
double spenn_committee_right(
    double good, double bad, double prior, double members, double consensus);

/* Condorcet's jury: the majority of an odd number, each right with chance p. */
double spenn_jury_right(double p, double members);

/* Noisy screening (after Csaszar 2013, Org Sci 24:1083): the worth q of a project is
 * uniform on -half..half, each member sees q + N(0, noise^2) and accepts above 0, at
 * least `consensus` must. Chance that q > 0 is turned down, that q < 0 is let through,
 * and the mean of q x accepted; by Gauss-Legendre quadrature. noise and half above 0. */
double spenn_noisy_omission(double members, double consensus, double noise, double half);
double spenn_noisy_commission(
    double members, double consensus, double noise, double half);
double spenn_noisy_payoff(double members, double consensus, double noise, double half);

#endif
