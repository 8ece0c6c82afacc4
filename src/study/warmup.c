/* SPDX-License-Identifier: MIT
 * MSER-m: White (1997), Simulation 69:323; White, Cobb & Spratt (2000), WSC. The last
 * five batches are never a starting point, as a mean of few batches varies too little by
 * luck. Known value: the series of validation 9 drops 5 values (m = 1) or 1 batch (m =
 * 5). */
#include "warmup.h"

#include "arena.h"

#include <assert.h>
#include <math.h>

enum { kept_batches = 5 };

/* How far below the first half's minimum that of the second must lie to mean anything: of
 * 2,000 steady series of 20 batches 13 to 32 % have the lower one in the second half, but
 * at most 2.5 % one below a quarter (autocorrelation 0 to 0.8, simulated). */
static const double clearly = 0.25;

static double mean_of(const double *value, int32_t count)
{
    double sum = 0;
    int32_t seen = 0;
    for (int32_t i = 0; i < count; i++) {
        if (!isnan(value[i])) {
            sum += value[i];
            seen++;
        }
    }
    return seen ? sum / seen : NAN;
}

/* The statistic when the first `drop` of k batches are left out; NAN without any. */
static double error_after(const double *mean, int32_t k, int32_t drop, double *average)
{
    double middle = mean_of(mean + drop, k - drop);
    double sum = 0;
    int32_t seen = 0;
    for (int32_t j = drop; j < k; j++) {
        if (!isnan(mean[j])) {
            sum += (mean[j] - middle) * (mean[j] - middle);
            seen++;
        }
    }
    *average = middle;
    return seen ? sum / ((double)seen * seen) : NAN;
}

struct spenn_mser spenn_mser_find(const double *series, int32_t count, int32_t batch)
{
    assert(batch >= 1 && count >= 0);
    struct spenn_mser found = {.error = NAN, .mean = NAN};
    int32_t k = count / batch;
    struct spenn_arena memory = {0};
    double *mean = spenn_arena_alloc(&memory, (size_t)k, sizeof *mean);
    for (int32_t j = 0; j < k; j++) {
        mean[j] = mean_of(series + (size_t)j * (size_t)batch, batch);
    }
    double first = INFINITY, second = INFINITY;
    for (int32_t d = 0; d < k && (d <= k / 2 || d <= k - kept_batches); d++) {
        double average;
        double error = error_after(mean, k, d, &average);
        if (d > k / 2) {
            second = error < second ? error : second;
        } else if (error < first) {
            first = error;
            found.drop = d * batch;
            found.error = error;
            found.mean = average;
        }
    }
    found.too_short = k == 0 || second < clearly * first;
    spenn_arena_free(&memory);
    return found;
}
