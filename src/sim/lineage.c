/* SPDX-License-Identifier: MIT */
#include "lineage.h"

#include "table.h"

#include <stdlib.h>

struct link {
    spenn_id from, to;
};

static int by_to(const void *a, const void *b)
{
    const struct link *x = a, *y = b;
    if (x->to != y->to) {
        return (x->to > y->to) - (x->to < y->to);
    }
    return (x->from > y->from) - (x->from < y->from);
}

static int by_from(const void *a, const void *b)
{
    const struct link *x = a, *y = b;
    if (x->from != y->from) {
        return (x->from > y->from) - (x->from < y->from);
    }
    return (x->to > y->to) - (x->to < y->to);
}

/* Each once, in order of `to`. */
static int32_t find_links(const struct spenn_model *before,
    const struct spenn_model *after, const spenn_id *heir, struct link *link)
{
    struct spenn_arena scratch = {0};
    size_t units = (size_t)after->units.count;
    bool *has = spenn_arena_alloc(&scratch, units, sizeof *has);
    int32_t count = 0, kept = 0;
    for (spenn_id u = 0; u < before->units.count; u++) {
        if (heir[u] != SPENN_NONE) {
            link[count++] = (struct link){u, heir[u]};
            has[heir[u]] = true;
        }
    }
    for (int32_t o = 0; o < before->origins.count; o++) {
        if (!has[after->origins.unit[o]]) {
            link[count++] =
                (struct link){before->origins.unit[o], after->origins.unit[o]};
        }
    }
    spenn_arena_free(&scratch);
    if (count) {
        qsort(link, (size_t)count, sizeof *link, by_to);
    }
    for (int32_t i = 0; i < count; i++) {
        if (kept == 0 || by_to(&link[kept - 1], &link[i]) != 0) {
            link[kept++] = link[i];
        }
    }
    return kept;
}

struct spenn_lineage spenn_lineage_new(struct spenn_arena *memory,
    const struct spenn_model *before, const struct spenn_model *after,
    const spenn_id *heir)
{
    struct spenn_arena scratch = {0};
    size_t most = (size_t)before->units.count + (size_t)before->origins.count;
    struct link *link = spenn_arena_alloc(&scratch, most, sizeof *link);
    int32_t count = find_links(before, after, heir, link);
    size_t a = (size_t)before->units.count + 1, b = (size_t)after->units.count + 1;
    struct spenn_lineage lineage = {
        .first_source = spenn_arena_alloc(memory, b, sizeof(int32_t)),
        .source = spenn_arena_alloc(memory, (size_t)count, sizeof(spenn_id)),
        .first_heir = spenn_arena_alloc(memory, a, sizeof(int32_t)),
        .heir = spenn_arena_alloc(memory, (size_t)count, sizeof(spenn_id)),
    };
    for (int32_t i = 0; i < count; i++) {
        lineage.source[i] = link[i].from;
        lineage.first_source[link[i].to + 1]++;
        lineage.first_heir[link[i].from + 1]++;
    }
    spenn_runs_begin(lineage.first_source, after->units.count);
    spenn_runs_begin(lineage.first_heir, before->units.count);
    if (count) {
        qsort(link, (size_t)count, sizeof *link, by_from);
    }
    for (int32_t i = 0; i < count; i++) {
        lineage.heir[i] = link[i].to;
    }
    spenn_arena_free(&scratch);
    return lineage;
}
