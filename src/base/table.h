/* SPDX-License-Identifier: MIT
 * Tables of columns that grow, are copied and lose rows as one. A table struct begins
 * with `int32_t count, room;` and a constant list of its columns says where each pointer
 * lies and how wide an element is; what is written once here need not be written per
 * table. */
#ifndef SPENN_TABLE_H
#define SPENN_TABLE_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

struct spenn_table_column {
    size_t offset; /* of the pointer in the table struct */
    size_t size;   /* of one element */
};

struct spenn_table_type {
    const struct spenn_table_column *columns;
    int32_t count;
};

/* One column of a table struct, for the list. */
#define SPENN_COLUMN(type, name)                                                         \
    {                                                                                    \
        offsetof(type, name), sizeof *((type *)0)->name                                  \
    }

/* Room for `more` rows; existing rows are kept. */
void spenn_table_reserve(struct spenn_arena *arena, void *table,
    const struct spenn_table_type *type, int32_t more);

/* A new zeroed row at the end; returns its number. */
int32_t spenn_table_add(
    struct spenn_arena *arena, void *table, const struct spenn_table_type *type);

/* Makes `to` an own copy of `from` in the arena (texts stay shared). */
void spenn_table_copy(struct spenn_arena *arena, void *to, const void *from,
    const struct spenn_table_type *type);

/* Copies row `from` of the table over row `to`. */
void spenn_table_copy_row(
    void *table, const struct spenn_table_type *type, int32_t to, int32_t from);

/* Drops the rows whose `keep` is false; `new_row` (may be NULL) gets each old row's new
 * number or -1. Returns the new count. */
int32_t spenn_table_keep(
    void *table, const struct spenn_table_type *type, const bool *keep, int32_t *new_row);

/* The rows of every group, in their order: first[g], then next[row]; -1 at the end. */
struct spenn_chains {
    int32_t *first, *next;
};

/* group[row] is from 0 to groups - 1. */
struct spenn_chains spenn_chains_make(
    struct spenn_arena *arena, const int32_t *group, int32_t rows, int32_t groups);

/* Turns counts, that of group g at first[g + 1], into where each group's run begins. */
void spenn_runs_begin(int32_t *first, int32_t groups);

/* The root of the tree that i hangs in; a root hangs on itself. Halves the way for those
 * who come after. */
int32_t spenn_root_of(int32_t *above, int32_t i);

#endif
