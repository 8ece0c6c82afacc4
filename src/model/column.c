/* SPDX-License-Identifier: MIT */
#include "column.h"

#include "tables.h"

#include <string.h>

static const char *subject_of(
    struct spenn_arena *memory, const struct spenn_model *m, int32_t over, spenn_id row)
{
    switch (over) {
    case SPENN_OVER_UNITS:
        return m->units.id[row];
    case SPENN_OVER_FORUMS:
        return m->forums.id[row];
    case SPENN_OVER_TASKS:
        return m->tasks.id[row];
    case SPENN_OVER_NEEDS:
        return m->needs.id[row];
    case SPENN_OVER_LAYERS:
        return spenn_arena_format(memory, "layer-%d", row);
    default:
        return m->id;
    }
}

void spenn_results_add(struct spenn_arena *memory, struct spenn_results *results,
    const struct spenn_model *m, struct spenn_result result)
{
    int32_t i = spenn_table_add(memory, results, &spenn_results_type);
    results->measure[i] = result.measure;
    results->over[i] = result.over;
    results->row[i] = result.row;
    results->subject[i] = subject_of(memory, m, result.over, result.row);
    results->value[i] = result.value;
}

int32_t spenn_results_find(
    const struct spenn_results *results, const char *measure, const char *subject)
{
    for (int32_t i = 0; i < results->count; i++) {
        bool same = subject ? strcmp(results->subject[i], subject) == 0
                            : results->over[i] == SPENN_OVER_WHOLE;
        if (same && strcmp(results->measure[i]->id, measure) == 0) {
            return i;
        }
    }
    return -1;
}
