/* SPDX-License-Identifier: MIT
 * A resample is a weight for each row, so all estimates are weighted sums over the same
 * rows: the cost is resamples x rows x inputs. */
#include "indices.h"
#include "draw.h"

#include <assert.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

enum { least_rows = 8 };
static const double least_spread = 1e-12; /* of the largest value: less is rounding */

struct work {
    int32_t rows, inputs;
    double *a, *b, *ab; /* of the rows with a and b; ab [inputs x rows], may be NAN */
    double *weight;     /* [rows], summing to rows */
};

struct moments {
    double mean, variance; /* of A and B together, by weight */
};

struct estimate {
    double first, total;
    int32_t rows;
};

static struct work take_rows(const struct spenn_outputs *y, struct spenn_arena *memory)
{
    size_t n = (size_t)y->points, k = (size_t)y->inputs, rows = 0;
    int32_t *used = spenn_arena_alloc(memory, n, sizeof *used);
    for (int32_t row = 0; row < y->points; row++) {
        used[rows] = row;
        rows += !isnan(y->a[row]) && !isnan(y->b[row]);
    }
    struct work work = {.rows = (int32_t)rows, .inputs = y->inputs};
    work.a = spenn_arena_alloc(memory, rows, sizeof(double));
    work.b = spenn_arena_alloc(memory, rows, sizeof(double));
    work.weight = spenn_arena_alloc(memory, rows, sizeof(double));
    work.ab = spenn_arena_alloc(memory, k, rows * sizeof(double));
    for (size_t j = 0; j < rows; j++) {
        work.a[j] = y->a[used[j]];
        work.b[j] = y->b[used[j]];
        work.weight[j] = 1;
        for (size_t i = 0; i < k; i++) {
            work.ab[i * rows + j] = y->ab[i * n + (size_t)used[j]];
        }
    }
    return work;
}

static struct moments moments_of(const struct work *work)
{
    double sum = 0, squares = 0, count = 2.0 * work->rows;
    for (int32_t j = 0; j < work->rows; j++) {
        sum += work->weight[j] * (work->a[j] + work->b[j]);
    }
    double mean = sum / count;
    for (int32_t j = 0; j < work->rows; j++) {
        double a = work->a[j] - mean, b = work->b[j] - mean;
        squares += work->weight[j] * (a * a + b * b);
    }
    return (struct moments){mean, squares / (count - 1)};
}

static bool is_constant(const struct work *work)
{
    double low = work->a[0], high = low;
    for (int32_t j = 0; j < work->rows; j++) {
        low = fmin(low, fmin(work->a[j], work->b[j]));
        high = fmax(high, fmax(work->a[j], work->b[j]));
    }
    return high - low <= least_spread * fmax(fabs(low), fabs(high));
}

/* Over the rows that have all three values. */
static struct estimate estimate_of(
    const struct work *work, int32_t input, const struct moments *moments)
{
    const double *ab = work->ab + (size_t)input * (size_t)work->rows;
    double product = 0, squares = 0, rows = 0;
    for (int32_t j = 0; j < work->rows; j++) {
        double change = ab[j] - work->a[j];
        if (!isnan(change)) {
            product += work->weight[j] * (work->b[j] - moments->mean) * change;
            squares += work->weight[j] * change * change;
            rows += work->weight[j];
        }
    }
    double scale = rows * moments->variance;
    return (struct estimate){product / scale, squares / (2 * scale), (int32_t)rows};
}

/* As many rows as there are, drawn with replacement. */
static void resample(struct work *work, const struct spenn_random *random, int32_t number)
{
    for (int32_t j = 0; j < work->rows; j++) {
        work->weight[j] = 0;
    }
    struct spenn_draws draws = {{0}};
    for (int32_t j = 0; j < work->rows; j++) {
        if (j % 4 == 0) {
            draws = spenn_random_draw(random, (uint64_t)number, (uint32_t)j / 4, 0, 0);
        }
        work->weight[(int32_t)(draws.u[j % 4] * work->rows)] += 1;
    }
}

static void interval(double *value, int32_t count, double alpha, double bound[2])
{
    bound[0] = bound[1] = NAN;
    if (count > 0) {
        gsl_sort(value, 1, (size_t)count);
        bound[0] =
            gsl_stats_quantile_from_sorted_data(value, 1, (size_t)count, alpha / 2);
        bound[1] =
            gsl_stats_quantile_from_sorted_data(value, 1, (size_t)count, 1 - alpha / 2);
    }
}

/* Resamples that happen to be constant, or without rows, are left out. */
static void find_intervals(struct work *work, const struct spenn_bootstrap *bootstrap,
    struct spenn_sobol_index *index)
{
    struct spenn_arena own = {0};
    size_t most = (size_t)bootstrap->resamples, k = (size_t)work->inputs;
    double *first = spenn_arena_alloc(&own, k, most * sizeof *first);
    double *total = spenn_arena_alloc(&own, k, most * sizeof *total);
    struct spenn_random random = spenn_draw_random(bootstrap->seed, SPENN_DRAW_BOOTSTRAP);
    int32_t *count = spenn_arena_alloc(&own, k, sizeof *count);
    for (int32_t r = 0; r < bootstrap->resamples; r++) {
        resample(work, &random, r);
        struct moments moments = moments_of(work);
        for (size_t i = 0; i < k && moments.variance > 0; i++) {
            struct estimate at = estimate_of(work, (int32_t)i, &moments);
            size_t next = i * most + (size_t)count[i];
            first[next] = at.first;
            total[next] = at.total;
            count[i] += at.rows > 0 && index[i].rows >= least_rows;
        }
    }
    for (size_t i = 0; i < k; i++) {
        double bound[2];
        interval(first + i * most, count[i], bootstrap->alpha, bound);
        index[i].first_low = bound[0];
        index[i].first_high = bound[1];
        interval(total + i * most, count[i], bootstrap->alpha, bound);
        index[i].total_low = bound[0];
        index[i].total_high = bound[1];
    }
    spenn_arena_free(&own);
}

void spenn_indices_find(const struct spenn_outputs *y,
    const struct spenn_bootstrap *bootstrap, struct spenn_arena *memory,
    struct spenn_indices *indices)
{
    struct spenn_arena own = {0};
    struct work work = take_rows(y, &own);
    struct moments moments = {NAN, NAN};
    *indices = (struct spenn_indices){
        .state = SPENN_INDICES_FEW,
        .rows = work.rows,
        .left_out = y->points - work.rows,
        .inputs = y->inputs,
        .index = spenn_arena_alloc(memory, (size_t)y->inputs, sizeof *indices->index),
    };
    if (work.rows > 0) {
        moments = moments_of(&work);
    }
    if (work.rows >= least_rows) {
        indices->state =
            is_constant(&work) ? SPENN_INDICES_CONSTANT : SPENN_INDICES_FOUND;
    }
    indices->mean = moments.mean;
    indices->variance = moments.variance;
    for (int32_t i = 0; i < y->inputs; i++) {
        struct estimate at = {NAN, NAN, 0};
        if (indices->state == SPENN_INDICES_FOUND) {
            at = estimate_of(&work, i, &moments);
        }
        if (at.rows < least_rows) {
            at.first = at.total = NAN;
        }
        indices->index[i] =
            (struct spenn_sobol_index){at.first, NAN, NAN, at.total, NAN, NAN, at.rows};
    }
    if (indices->state == SPENN_INDICES_FOUND && bootstrap->resamples > 0) {
        find_intervals(&work, bootstrap, indices->index);
    }
    spenn_arena_free(&own);
}

/* An index that is not known comes last. */
static bool is_above(
    const struct spenn_sobol_index *one, const struct spenn_sobol_index *other)
{
    return one->total > other->total || (isnan(other->total) && !isnan(one->total));
}

int32_t spenn_indices_rank(
    const struct spenn_indices *indices, int32_t luck, int32_t *order)
{
    const struct spenn_sobol_index *index = indices->index;
    bool found = indices->state == SPENN_INDICES_FOUND;
    int32_t count = 0, matter = 0;
    for (int32_t i = 0; i < indices->inputs; i++) {
        if (i == luck) {
            continue;
        }
        int32_t at = count++;
        for (; found && at > 0 && is_above(&index[i], &index[order[at - 1]]); at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    while (
        found && matter < count && index[order[matter]].total_low > index[luck].total) {
        matter++;
    }
    return matter;
}
