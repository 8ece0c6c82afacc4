/* SPDX-License-Identifier: MIT
 * Indexes over lines and forums that several measures and findings share. */
#include "rest.h"

#include "letters.h"

#include <stdlib.h>

/* Turns counts at first[u + 2] into starts; first[u + 1] then runs while filling and ends
 * as the end of u. */
static void start_runs(int32_t *first, int32_t count)
{
    for (int32_t u = 0; u < count; u++) {
        first[u + 2] += first[u + 1];
    }
}

struct spenn_sittings spenn_sittings_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    const struct spenn_forums *forums = &m->forums;
    const spenn_id *member = m->members.unit;
    size_t units = (size_t)m->units.count;
    struct spenn_sittings s = {
        .first = spenn_arena_alloc(memory, units + 2, sizeof *s.first),
        .forum = spenn_arena_alloc(memory, (size_t)m->members.count, sizeof *s.forum),
    };
    for (spenn_id f = 0; f < forums->count; f++) {
        for (int32_t i = 0; i < forums->size[f]; i++) {
            s.first[member[forums->first[f] + i] + 2]++;
        }
    }
    start_runs(s.first, m->units.count);
    for (spenn_id f = 0; f < forums->count; f++) {
        for (int32_t i = 0; i < forums->size[f]; i++) {
            s.forum[s.first[member[forums->first[f] + i] + 1]++] = f;
        }
    }
    return s;
}

bool spenn_units_meet(const struct spenn_sittings *sittings, spenn_id u, spenn_id v)
{
    int32_t i = sittings->first[u], j = sittings->first[v];
    while (i < sittings->first[u + 1] && j < sittings->first[v + 1]) {
        if (sittings->forum[i] == sittings->forum[j]) {
            return true;
        }
        if (sittings->forum[i] < sittings->forum[j]) {
            i++;
        } else {
            j++;
        }
    }
    return false;
}

/* Drops repeated superiors of each unit; seen[v] is the last unit that had v. */
static void drop_repeated(struct spenn_superiors *s, int32_t units, spenn_id *seen)
{
    int32_t end = 0, begin = 0;
    for (spenn_id u = 0; u < units; u++) {
        for (int32_t i = begin; i < s->first[u + 1]; i++) {
            bool new = seen[s->unit[i]] != u + 1;
            seen[s->unit[i]] = u + 1;
            s->unit[end] = s->unit[i];
            s->kind[end] = s->kind[i];
            end += new;
        }
        begin = s->first[u + 1];
        s->first[u + 1] = end;
    }
}

static bool gives_orders(const struct spenn_lines *lines, int32_t e, unsigned kinds)
{
    return kinds >> lines->kind[e] & 1U || (kinds & SPENN_BY_LETTER && lines->letter[e]);
}

struct spenn_superiors spenn_superiors_by(
    const struct spenn_model *m, unsigned kinds, struct spenn_arena *memory)
{
    int32_t units = m->units.count;
    size_t most = (size_t)units + (size_t)m->lines.count;
    bool line = kinds >> SPENN_LINE_LINE & 1U;
    struct spenn_superiors s = {
        .first = spenn_arena_alloc(memory, (size_t)units + 2, sizeof *s.first),
        .unit = spenn_arena_alloc(memory, most, sizeof *s.unit),
        .kind = spenn_arena_alloc(memory, most, sizeof *s.kind),
    };
    for (spenn_id u = 0; u < units; u++) {
        s.first[u + 2] = line && m->units.parent[u] != SPENN_NONE;
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        s.first[m->lines.to[e] + 2] += gives_orders(&m->lines, e, kinds);
    }
    start_runs(s.first, units);
    for (spenn_id u = 0; u < units; u++) {
        if (line && m->units.parent[u] != SPENN_NONE) {
            int32_t at = s.first[u + 1]++;
            s.unit[at] = m->units.parent[u];
            s.kind[at] = SPENN_LINE_LINE;
        }
    }
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (gives_orders(&m->lines, e, kinds)) {
            int32_t at = s.first[m->lines.to[e] + 1]++;
            s.unit[at] = m->lines.from[e];
            s.kind[at] = m->lines.kind[e];
        }
    }
    drop_repeated(&s, units, spenn_arena_alloc(memory, (size_t)units, sizeof(spenn_id)));
    return s;
}

/* The first of each group, closed up. */
static void keep_first(
    struct spenn_superiors *s, struct spenn_letters *letters, struct spenn_arena *memory)
{
    int32_t units = letters->m->units.count, end = 0, begin = 0;
    int32_t *first = spenn_arena_alloc(memory, (size_t)s->first[units], sizeof *first);
    for (spenn_id u = 0; u < units; u++) {
        int32_t count = s->first[u + 1] - begin;
        spenn_letters_join(letters, u, s->unit + begin, count, first);
        for (int32_t i = 0; i < count; i++) {
            s->unit[end] = s->unit[begin + i];
            s->kind[end] = s->kind[begin + i];
            end += first[i] == i;
        }
        begin = s->first[u + 1];
        s->first[u + 1] = end;
    }
}

struct spenn_superiors spenn_senders_make(
    const struct spenn_model *m, unsigned kinds, struct spenn_arena *memory)
{
    struct spenn_superiors s = spenn_superiors_by(m, kinds, memory);
    struct spenn_letters letters = spenn_letters_make(m, memory);
    if (letters.any) {
        keep_first(&s, &letters, memory);
    }
    return s;
}

struct spenn_superiors spenn_superiors_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    return spenn_superiors_by(m, SPENN_COMMANDING, memory);
}

static int compare_keys(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct spenn_serving spenn_serving_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t most = (size_t)m->routes.count, count = 0;
    uint64_t *key = spenn_arena_alloc(memory, most, sizeof *key);
    struct spenn_serving serving = {
        .task = spenn_arena_alloc(memory, most, sizeof *serving.task),
        .unit = spenn_arena_alloc(memory, most, sizeof *serving.unit),
    };
    for (int32_t s = 0; s < m->streams.count; s++) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            spenn_id u = m->routes.unit[m->streams.first_route[s] + i];
            key[count++] = (uint64_t)m->streams.task[s] << 32 | (uint64_t)u;
        }
    }
    qsort(key, count, sizeof *key, compare_keys);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || key[i] != key[i - 1]) {
            serving.task[serving.count] = (spenn_id)(key[i] >> 32);
            serving.unit[serving.count++] = (spenn_id)(key[i] & UINT32_MAX);
        }
    }
    return serving;
}

void spenn_rest_make(
    const struct spenn_model *m, struct spenn_arena *memory, struct spenn_rest *rest)
{
    *rest = (struct spenn_rest){
        .m = m,
        .memory = memory,
        .top = spenn_model_top(m),
        .tree = spenn_tree_make(m, memory),
        .sittings = spenn_sittings_make(m, memory),
    };
}

const struct spenn_nearest *spenn_rest_nearest(struct spenn_rest *rest)
{
    if (!rest->nearest) {
        rest->nearest = spenn_arena_alloc(rest->memory, 1, sizeof *rest->nearest);
        *rest->nearest = spenn_nearest_make(rest->m, &rest->tree, rest->memory);
    }
    return rest->nearest;
}
