/* SPDX-License-Identifier: MIT */
#include "reports.h"

#include "team.h"

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

struct maker {
    const uint64_t *named;
    size_t contacts;
    struct spenn_reports reports;
};

static void add(struct maker *k, spenn_id superior, spenn_id report, double share)
{
    uint64_t pair = pair_key(superior, report);
    struct spenn_reports *reports = &k->reports;
    if (!bsearch(&pair, k->named, k->contacts, sizeof pair, compare_pairs)) {
        reports->superior[reports->count] = superior;
        reports->share[reports->count] = share;
        reports->report[reports->count++] = report;
    }
}

/* Contact up the line; with a contact of its own to the superior none to the team. */
static void add_line(struct maker *k, const struct spenn_model *m,
    const struct spenn_team *team, spenn_id u)
{
    spenn_id superior = m->units.parent[u];
    int32_t size = team->size[u];
    if (superior == SPENN_NONE) {
        return;
    }
    uint64_t pair = pair_key(superior, u);
    bool named = bsearch(&pair, k->named, k->contacts, sizeof pair, compare_pairs);
    if (size == 0) {
        add(k, superior, u, 1.0);
    }
    for (int32_t i = 0; i < size && !named; i++) {
        add(k, team->member[team->first[u] + i], u, 1.0 / size);
    }
}

struct spenn_reports spenn_reports_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    const struct spenn_team team = spenn_team_make(m, memory);
    size_t most = (size_t)m->units.count + (size_t)m->lines.count;
    for (spenn_id u = 0; u < m->units.count; u++) {
        most += (size_t)team.size[u];
    }
    struct maker k = {
        .named = name_contacts(m, memory),
        .contacts = (size_t)m->contacts.count,
        .reports.superior = spenn_arena_alloc(memory, most, sizeof(spenn_id)),
        .reports.report = spenn_arena_alloc(memory, most, sizeof(spenn_id)),
        .reports.share = spenn_arena_alloc(memory, most, sizeof(double)),
    };
    for (spenn_id u = 0; u < m->units.count; u++) {
        add_line(&k, m, &team, u);
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        spenn_id superior = m->lines.from[e], report = m->lines.to[e];
        if (spenn_line_commands(m->lines.kind[e])
            && m->units.parent[report] != superior) {
            add(&k, superior, report, 1.0);
        }
    }
    return k.reports;
}
