/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <assert.h>
#include <string.h>

struct head {
    int32_t count, room;
};

static void *get(const void *table, size_t offset)
{
    void *column;
    memcpy(&column, (const char *)table + offset, sizeof column);
    return column;
}

static void put(void *table, size_t offset, void *column)
{
    memcpy((char *)table + offset, &column, sizeof column);
}

void spenn_table_reserve(struct spenn_arena *arena, void *table,
    const struct spenn_table_type *type, int32_t more)
{
    struct head *head = table;
    assert(more >= 0 && head->count <= INT32_MAX - more);
    if (head->count + more <= head->room) {
        return;
    }
    int32_t room = head->room < INT32_MAX / 2 ? head->room * 2 : INT32_MAX;
    if (room < head->count + more) {
        room = head->count + more;
    }
    for (int32_t c = 0; c < type->count; c++) {
        size_t offset = type->columns[c].offset;
        put(table, offset,
            spenn_arena_grow(arena, get(table, offset), (size_t)head->count, (size_t)room,
                type->columns[c].size));
    }
    head->room = room;
}

int32_t spenn_table_add(
    struct spenn_arena *arena, void *table, const struct spenn_table_type *type)
{
    struct head *head = table;
    spenn_table_reserve(arena, table, type, 1);
    for (int32_t c = 0; c < type->count; c++) {
        size_t size = type->columns[c].size;
        memset((char *)get(table, type->columns[c].offset) + (size_t)head->count * size,
            0, size);
    }
    return head->count++;
}

void spenn_table_copy(struct spenn_arena *arena, void *to, const void *from,
    const struct spenn_table_type *type)
{
    const struct head *source = from;
    struct head *target = to;
    for (int32_t c = 0; c < type->count; c++) {
        size_t offset = type->columns[c].offset;
        put(to, offset,
            spenn_arena_grow(arena, get(from, offset), (size_t)source->count,
                (size_t)source->count, type->columns[c].size));
    }
    target->count = target->room = source->count;
}

void spenn_table_copy_row(
    void *table, const struct spenn_table_type *type, int32_t to, int32_t from)
{
    for (int32_t c = 0; c < type->count && to != from; c++) {
        size_t size = type->columns[c].size;
        char *column = get(table, type->columns[c].offset);
        memcpy(column + (size_t)to * size, column + (size_t)from * size, size);
    }
}

int32_t spenn_table_keep(
    void *table, const struct spenn_table_type *type, const bool *keep, int32_t *new_row)
{
    struct head *head = table;
    int32_t kept = 0;
    for (int32_t row = 0; row < head->count; row++) {
        if (new_row) {
            new_row[row] = keep[row] ? kept : -1;
        }
        if (keep[row]) {
            spenn_table_copy_row(table, type, kept++, row);
        }
    }
    head->count = kept;
    return kept;
}

struct spenn_chains spenn_chains_make(
    struct spenn_arena *arena, const int32_t *group, int32_t rows, int32_t groups)
{
    struct spenn_chains chains = {
        .first = spenn_arena_alloc(arena, (size_t)groups, sizeof *chains.first),
        .next = spenn_arena_alloc(arena, (size_t)rows, sizeof *chains.next)};
    for (int32_t g = 0; g < groups; g++) {
        chains.first[g] = -1;
    }
    for (int32_t row = rows - 1; row >= 0; row--) {
        assert(group[row] >= 0 && group[row] < groups);
        chains.next[row] = chains.first[group[row]];
        chains.first[group[row]] = row;
    }
    return chains;
}

void spenn_runs_begin(int32_t *first, int32_t groups)
{
    for (int32_t g = 0; g < groups; g++) {
        first[g + 1] += first[g];
    }
}

int32_t spenn_root_of(int32_t *above, int32_t i)
{
    while (above[i] != i) {
        above[i] = above[above[i]];
        i = above[i];
    }
    return i;
}
