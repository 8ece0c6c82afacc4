/* SPDX-License-Identifier: MIT */
#include "reports.h"

#include <stdlib.h>

static uint64_t pair_key(spenn_id u, spenn_id v)
{
    return u < v ? (uint64_t)u << 32 | (uint64_t)v : (uint64_t)v << 32 | (uint64_t)u;
}

static int compare_pairs(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The pairs of the model's contacts, sorted. */
static uint64_t *name_contacts(const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t count = (size_t)m->contacts.count;
    uint64_t *named = spenn_arena_alloc(memory, count, sizeof *named);
    for (size_t c = 0; c < count; c++) {
        named[c] = pair_key(m->contacts.a[c], m->contacts.b[c]);
    }
    qsort(named, count, sizeof *named, compare_pairs);
    return named;
}

struct spenn_reports spenn_reports_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t contacts = (size_t)m->contacts.count;
    size_t most = (size_t)m->units.count + (size_t)m->lines.count;
    const uint64_t *named = name_contacts(m, memory);
    struct spenn_reports reports = {
        .superior = spenn_arena_alloc(memory, most, sizeof(spenn_id)),
        .report = spenn_arena_alloc(memory, most, sizeof(spenn_id)),
    };
    for (int32_t i = 0; i < m->units.count + m->lines.count; i++) {
        int32_t e = i - m->units.count; /* a second line from 0 on */
        spenn_id superior = e < 0 ? m->units.parent[i] : m->lines.from[e];
        spenn_id report = e < 0 ? i : m->lines.to[e];
        bool commands = e < 0 ? superior != SPENN_NONE
                              : spenn_line_commands(m->lines.kind[e])
                && m->units.parent[report] != superior;
        uint64_t pair = commands ? pair_key(superior, report) : 0;
        if (commands && !bsearch(&pair, named, contacts, sizeof pair, compare_pairs)) {
            reports.superior[reports.count] = superior;
            reports.report[reports.count++] = report;
        }
    }
    return reports;
}
