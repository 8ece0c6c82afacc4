/* SPDX-License-Identifier: MIT */
#include "lists.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    const char *text;
    int32_t list;
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int text = strcmp(x->text, y->text);
    return text ? text : (x->list > y->list) - (x->list < y->list);
}

static size_t count_items(const char *text)
{
    size_t items = text != NULL;
    for (const char *comma = text; comma && (comma = strchr(comma, ',')); comma++) {
        items++;
    }
    return items;
}

/* The items of one text; how many. */
static size_t cut(
    const char *text, int32_t list, struct entry *entry, struct spenn_arena *memory)
{
    size_t items = 0;
    for (const char *at = text; at;) {
        size_t length = strcspn(at, ",");
        entry[items++] = (struct entry){spenn_arena_bytes(memory, at, length), list};
        at = at[length] ? at + length + 1 : NULL;
    }
    return items;
}

/* Every item of every list, sorted by text and then by list. */
static struct entry *sorted_entries(
    const char *const *text, int32_t count, size_t items, struct spenn_arena *memory)
{
    struct entry *entry = spenn_arena_alloc(memory, items, sizeof *entry);
    size_t n = 0;
    for (int32_t i = 0; i < count; i++) {
        n += cut(text[i], i, entry + n, memory);
    }
    qsort(entry, items, sizeof *entry, compare_entries);
    return entry;
}

struct spenn_lists spenn_lists_make(
    const char *const *text, int32_t count, struct spenn_arena *memory)
{
    size_t items = 0;
    for (int32_t i = 0; i < count; i++) {
        items += count_items(text[i]);
    }
    struct entry *entry = sorted_entries(text, count, items, memory);
    struct spenn_lists lists = {.count = count,
        .first = spenn_arena_alloc(memory, (size_t)count + 2, sizeof(int32_t)),
        .item = spenn_arena_alloc(memory, items, sizeof(int32_t)),
        .name = spenn_arena_alloc(memory, items, sizeof(char *))};
    size_t kept = 0;
    for (size_t i = 0; i < items; i++) {
        if (kept == 0 || compare_entries(&entry[i], &entry[kept - 1]) != 0) {
            entry[kept++] = entry[i];
            lists.first[entry[i].list + 2]++;
        }
    }
    for (int32_t i = 0; i < count; i++) {
        lists.first[i + 2] += lists.first[i + 1];
    }
    for (size_t i = 0; i < kept; i++) {
        if (i == 0 || strcmp(entry[i].text, entry[i - 1].text) != 0) {
            lists.name[lists.distinct++] = entry[i].text;
        }
        lists.item[lists.first[entry[i].list + 1]++] = lists.distinct - 1;
    }
    return lists;
}

struct spenn_holders spenn_holders_make(
    const struct spenn_lists *lists, int32_t units, struct spenn_arena *memory)
{
    size_t items = (size_t)lists->first[lists->count];
    struct spenn_holders holders = {
        spenn_arena_alloc(memory, (size_t)lists->distinct + 2, sizeof *holders.first),
        spenn_arena_alloc(memory, items, sizeof *holders.unit)};
    for (int32_t i = lists->first[units]; i < lists->first[lists->count]; i++) {
        holders.first[lists->item[i] + 2]++;
    }
    for (int32_t n = 0; n < lists->distinct; n++) {
        holders.first[n + 2] += holders.first[n + 1];
    }
    for (int32_t list = units; list < lists->count; list++) {
        for (int32_t i = lists->first[list]; i < lists->first[list + 1]; i++) {
            holders.unit[holders.first[lists->item[i] + 1]++] = list - units;
        }
    }
    return holders;
}

struct spenn_functions spenn_functions_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    int32_t needs = m->needs.count, units = m->units.count;
    const char **text =
        spenn_arena_alloc(memory, (size_t)units + (size_t)needs + 1, sizeof *text);
    text[0] = m->functions;
    for (int32_t n = 0; n < needs; n++) {
        text[1 + n] = m->needs.functions[n];
    }
    for (spenn_id u = 0; u < units; u++) {
        text[1 + needs + u] = m->units.functions[u];
    }
    return (struct spenn_functions){
        spenn_lists_make(text, 1 + needs + units, memory), 1 + needs};
}
