/* SPDX-License-Identifier: MIT
 * Fills results with measures at rest, each over whatever its row says. */
#include "measure.h"
#include "rest.h"
#include "tables.h"

static const unsigned kinds_of_rows[] = {SPENN_OVER_WHOLE, SPENN_OVER_UNITS,
    SPENN_OVER_FORUMS, SPENN_OVER_TASKS, SPENN_OVER_NEEDS};
enum { row_kinds = sizeof kinds_of_rows / sizeof *kinds_of_rows };

static int32_t rows_of(const struct spenn_model *m, unsigned over)
{
    switch (over) {
    case SPENN_OVER_UNITS:
        return m->units.count;
    case SPENN_OVER_FORUMS:
        return m->forums.count;
    case SPENN_OVER_TASKS:
        return m->tasks.count;
    case SPENN_OVER_NEEDS:
        return m->needs.count;
    default:
        return m->units.count > 0;
    }
}

static int32_t rows_in_all(const struct spenn_model *m, const struct spenn_measure *only)
{
    int32_t rows = 0;
    for (int32_t i = 0; i < spenn_rest_measure_count * row_kinds; i++) {
        const struct spenn_measure *measure = &spenn_rest_measures[i / row_kinds];
        unsigned over = measure->over & kinds_of_rows[i % row_kinds];
        rows += over && (!only || only == measure) ? rows_of(m, over) : 0;
    }
    return rows;
}

/* The rows of one measure over one of the kinds it is over. */
static bool fill_rows(struct spenn_rest *rest, int32_t i, struct spenn_arena *memory,
    struct spenn_results *results, struct spenn_error *err)
{
    const struct spenn_measure *measure = &spenn_rest_measures[i];
    struct spenn_arena scratch = {0};
    int32_t rows = rows_of(rest->m, rest->over);
    double *value = spenn_arena_alloc(&scratch, (size_t)rows, sizeof *value);
    bool ok = rows == 0 || spenn_rest_fills[i](rest, value, err);
    for (int32_t row = 0; ok && row < rows; row++) {
        spenn_results_add(memory, results, rest->m,
            (struct spenn_result){measure, (int32_t)rest->over, row, value[row]});
    }
    spenn_arena_free(&scratch);
    return ok;
}

static bool fill_measure(struct spenn_rest *rest, int32_t i, struct spenn_arena *memory,
    struct spenn_results *results, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t k = 0; ok && k < row_kinds; k++) {
        rest->over = spenn_rest_measures[i].over & kinds_of_rows[k];
        ok = !rest->over || fill_rows(rest, i, memory, results, err);
    }
    return ok;
}

bool spenn_measure_fill(const struct spenn_model *m, const struct spenn_measure *only,
    struct spenn_arena *memory, struct spenn_results *results, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_rest rest;
    bool ok = true;
    spenn_rest_make(m, &scratch, &rest);
    spenn_table_reserve(memory, results, &spenn_results_type, rows_in_all(m, only));
    for (int32_t i = 0; ok && i < spenn_rest_measure_count; i++) {
        if (!only || only == &spenn_rest_measures[i]) {
            ok = fill_measure(&rest, i, memory, results, err);
        }
    }
    spenn_arena_free(&scratch);
    return ok;
}
