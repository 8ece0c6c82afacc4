/* SPDX-License-Identifier: MIT
 * What an exploration says of each expectation: shares of the space in each verdict, the
 * inputs that decide, a rule, a map of the two that decide most. Shares are of the points
 * of A and B, which lie evenly over the ranges as given: they are no probabilities. */
#ifndef SPENN_SUMMARY_H
#define SPENN_SUMMARY_H

#include "explore.h"
#include "map.h"
#include "rule.h"

enum {
    SPENN_DECIDING_MOST = 8,
    SPENN_VERDICTS = SPENN_NOT_COMPARABLE + 1, /* enum spenn_verdict */
};

/* How the deciding inputs were found. */
enum spenn_deciding_by {
    SPENN_BY_NOTHING,    /* too few points, or the difference does not vary */
    SPENN_BY_INDICES,    /* lower bound of the total index above that of luck */
    SPENN_BY_CORRELATION /* Spearman's rank correlation with the outcome over A and B,
                            beyond what luck gives any of the inputs once in 20 times
                            (correlation.h) */
};

struct spenn_space_answer { /* of an expectation */
    int32_t points;         /* of A and B, carried out */
    int32_t invalid;        /* of A and B: the scenario cannot be carried out there */
    int32_t count[SPENN_VERDICTS];
    int32_t main;    /* the commonest verdict but undecided; -1: none */
    int32_t same_as; /* an earlier expectation that asks the same for another claim; -1 */

    int32_t outcome; /* of core, that inputs decide: the difference, or whether it can be
                        told, where that is the question (mostly not comparable) */
    enum spenn_deciding_by by;
    int32_t deciding_count; /* inputs that decide, the most first; luck is none */
    int32_t deciding[SPENN_DECIDING_MOST];
    const double *correlation; /* of each input but luck; NAN: none */
    double beyond;             /* correlations of this size decide; NAN: too few points */

    struct spenn_rule rule; /* where `main` is the verdict; found on A, judged on B */
    bool mapped;            /* share of `main` and mean difference over two inputs */
    int32_t across, up;     /* these inputs */
    struct spenn_map map;
};

struct spenn_summary {
    int32_t count;
    struct spenn_space_answer *answer;
    struct spenn_arena memory;
};

void spenn_explore_summarize(
    const struct spenn_exploration *x, struct spenn_summary *summary);
void spenn_summary_free(struct spenn_summary *summary);

/* Share of the points in this verdict; NAN without points. */
double spenn_space_share(const struct spenn_space_answer *answer, int32_t verdict);

/* Is it whether the difference can be told at all that inputs decide? */
bool spenn_space_tells(
    const struct spenn_exploration *x, const struct spenn_space_answer *answer);

#endif
