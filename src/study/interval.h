/* SPDX-License-Identifier: MIT
 * Means with Student's t intervals over replications, and the looks at which an
 * experiment may stop. Pure: the caller owns everything. Rules: docs/statistics.md. */
#ifndef SPENN_INTERVAL_H
#define SPENN_INTERVAL_H

#include <stdint.h>

struct spenn_moments { /* {0} is empty */
    int32_t count;     /* of the values that were numbers */
    double mean;
    double squares; /* sum of squared deviations from the mean */
};

/* Adds a value (Welford 1962); NAN is left out. The order of adding decides the last
 * bits, so replications are added in their order. */
void spenn_moments_add(struct spenn_moments *moments, double value);

struct spenn_interval {
    double low, high; /* NAN with fewer than two values */
};

/* Two-sided interval of the mean that errs with probability `alpha`. */
struct spenn_interval spenn_moments_interval(
    const struct spenn_moments *moments, double alpha);

/* Half the width of that interval. */
double spenn_moments_half(const struct spenn_moments *moments, double alpha);

/* Two stages (Stein 1945; Law 2015, section 9.4.1): the variance of the first stage alone
 * says how many values a half-width `half` takes, and t(n0 - 1) s0 / sqrt(n) is then the
 * half-width of the mean of all n. Exact for normal values, however n follows from that
 * variance: it is independent of the mean of the first stage. The number is INFINITY
 * where half is 0 and values vary. Without a variance in the first stage the ordinary
 * interval of all values is what there is. */
double spenn_stein_number(const struct spenn_moments *first, double half, double alpha);
struct spenn_interval spenn_stein_interval(
    const struct spenn_moments *first, const struct spenn_moments *all, double alpha);

/* How many times the variance of a difference pairing saves: (Var a + Var b) / Var(a - b)
 * (Law 2015, section 11.2). All three are over the same pairs; NAN where the difference
 * does not vary. */
double spenn_variance_reduction(const struct spenn_moments *a,
    const struct spenn_moments *b, const struct spenn_moments *difference);

/* The numbers of replications at which to look: 30, 60, 120, 240, 480 brought into
 * least..most, and `most` when it lies beyond; each once. Returns how many (1 or more).
 */
enum { spenn_most_looks = 6 };
int32_t spenn_looks(int32_t least, int32_t most, int32_t look[spenn_most_looks]);

#endif
