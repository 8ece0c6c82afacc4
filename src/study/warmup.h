/* SPDX-License-Identifier: MIT
 * Where a series has settled: the marginal standard error rule (MSER). */
#ifndef SPENN_WARMUP_H
#define SPENN_WARMUP_H

#include <stdbool.h>
#include <stdint.h>

struct spenn_mser {
    int32_t drop;   /* values of the series to leave out, a multiple of the batch */
    double error;   /* the statistic at that point */
    double mean;    /* of the batches that are kept */
    bool too_short; /* the minimum lies clearly in the second half: no end seen */
};

/* The series that the warm-up was found in: the one that settles last. */
struct spenn_pilot {
    int32_t weeks, series, alternative; /* weeks 0: none; alternative -1: the baseline */
    double *mean;                       /* of each week, over the pilots */
};

/* Batch means of `batch` values each (an incomplete last batch is left out; NAN values
 * count as not observed); among all d up to half of the k batches the one with the least
 * sum over j > d of (Z_j - mean_d)^2 / (k - d)^2. The search goes on to k - 5 batches
 * only to tell that the series is too short. Cost: one pass per batch. */
struct spenn_mser spenn_mser_find(const double *series, int32_t count, int32_t batch);

#endif
