/* SPDX-License-Identifier: MIT */
#include "match.h"

#include "diff.h"
#include "text.h"

#include <string.h>

struct key {
    const struct spenn_measure *measure;
    int32_t over;
    const char *subject;
};

static struct key key_of(const struct spenn_results *results, int32_t i)
{
    return (struct key){results->measure[i], results->over[i],
        results->over[i] == SPENN_OVER_WHOLE ? "" : results->subject[i]};
}

static size_t slot_of(struct key key, size_t mask)
{
    uint64_t hash = spenn_text_hash(key.subject) * 31 + spenn_text_hash(key.measure->id);
    return (size_t)(hash * 31 + (uint64_t)key.over) & mask;
}

static bool equal(struct key a, struct key b)
{
    return a.measure == b.measure && a.over == b.over
        && strcmp(a.subject, b.subject) == 0;
}

static bool any_former(const struct spenn_model *m)
{
    for (spenn_id v = 0; v < m->units.count; v++) {
        if (m->units.former[v]) {
            return true;
        }
    }
    return false;
}

const char **spenn_match_names(struct spenn_arena *memory, const struct spenn_model *base,
    const struct spenn_model *m)
{
    if (m == base || !any_former(m)) {
        return NULL;
    }
    struct spenn_diff diff;
    size_t count = (size_t)m->units.count;
    const char **name = spenn_arena_alloc(memory, count, sizeof *name);
    memcpy(name, m->units.id, count * sizeof *name);
    spenn_models_diff(base, m, &diff);
    for (int32_t i = 0; i < diff.count; i++) {
        if (diff.kind[i] == SPENN_DIFF_RENAMED) {
            name[diff.new_row[i]] = base->units.id[diff.old_row[i]];
        }
    }
    spenn_diff_free(&diff);
    return name;
}

/* A row about one desk of a unit is called "unit/desk". */
static const char *name_before(
    struct spenn_arena *memory, const char *subject, const char *before)
{
    const char *desk = strchr(subject, '/');
    return desk ? spenn_arena_format(memory, "%s%s", before, desk) : before;
}

int32_t *spenn_match_rows(struct spenn_arena *memory, const struct spenn_results *of,
    const char *const *before, const struct spenn_results *in)
{
    size_t room = 16;
    while (room < (size_t)in->count * 2) {
        room *= 2;
    }
    struct spenn_arena scratch = {0};
    int32_t *table = spenn_arena_alloc(&scratch, room, sizeof *table); /* row + 1 */
    for (int32_t i = 0; i < in->count; i++) {
        size_t at = slot_of(key_of(in, i), room - 1);
        while (table[at]) {
            at = (at + 1) & (room - 1);
        }
        table[at] = i + 1;
    }
    int32_t *twin = spenn_arena_alloc(memory, (size_t)of->count, sizeof *twin);
    for (int32_t i = 0; i < of->count; i++) {
        struct key key = key_of(of, i);
        if (before && key.over == SPENN_OVER_UNITS) {
            key.subject = name_before(&scratch, key.subject, before[of->row[i]]);
        }
        size_t at = slot_of(key, room - 1);
        while (table[at] && !equal(key_of(in, table[at] - 1), key)) {
            at = (at + 1) & (room - 1);
        }
        twin[i] = table[at] - 1;
    }
    spenn_arena_free(&scratch);
    return twin;
}
