/* SPDX-License-Identifier: MIT
 * Forums are the same by id. Who joined or left is said of units that are there before
 * or after; a member that ended leaves no row of its own here. */
#include "diff_match.h"

#include <string.h>

/* image[v] is set for every unit of b that a member of a's forum f became. */
static void mark_images(
    const struct spenn_match *k, spenn_id f, spenn_id *marked, spenn_id mark)
{
    const struct spenn_model *a = k->a;
    for (int32_t i = 0; i < a->forums.size[f]; i++) {
        spenn_id v = spenn_match_image(k, a->members.unit[a->forums.first[f] + i]);
        if (v != SPENN_NONE) {
            marked[v] = mark;
        }
    }
}

struct membership { /* by unit of b: the last forum of b it is or was a member of */
    spenn_id *was, *is;
};

static void diff_members(
    struct spenn_match *k, spenn_id old, spenn_id f, const struct membership *of)
{
    const struct spenn_model *a = k->a, *b = k->b;
    const char *forum = b->forums.id[f];
    mark_images(k, old, of->was, f + 1);
    for (int32_t i = 0; i < b->forums.size[f]; i++) {
        spenn_id v = b->members.unit[b->forums.first[f] + i];
        of->is[v] = f + 1;
        if (of->was[v] != f + 1) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_JOINED, b->units.id[v], forum, NULL, forum},
                k->old_of[v], v);
        }
    }
    for (int32_t i = 0; i < a->forums.size[old]; i++) {
        spenn_id u = a->members.unit[a->forums.first[old] + i];
        spenn_id v = spenn_match_image(k, u);
        if (v != SPENN_NONE && of->is[v] != f + 1) {
            of->is[v] = f + 1; /* said once, also of several that became one */
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_LEFT, b->units.id[v], forum, forum, NULL},
                u, v);
        }
    }
}

static void diff_forum(
    struct spenn_match *k, spenn_id old, spenn_id f, const struct membership *of)
{
    const struct spenn_forums *a = &k->a->forums, *b = &k->b->forums;
    if (strcmp(a->name[old], b->name[f]) != 0) {
        spenn_diff_add(k,
            &(struct spenn_difference_row){
                SPENN_DIFF_RENAMED, b->id[f], "name", a->name[old], b->name[f]},
            SPENN_NONE, SPENN_NONE);
    }
    spenn_diff_fields(k, &spenn_forum_section, old, f);
    diff_members(k, old, f, of);
}

void spenn_diff_forums(struct spenn_match *k)
{
    const struct spenn_forums *a = &k->a->forums, *b = &k->b->forums;
    size_t units = (size_t)k->b->units.count;
    struct membership of = {.was = spenn_arena_alloc(&k->memory, units, sizeof *of.was),
        .is = spenn_arena_alloc(&k->memory, units, sizeof *of.is)};
    struct spenn_index old = {0};
    for (spenn_id f = 0; f < a->count; f++) {
        (void)spenn_index_add(&k->memory, &old, a->id[f], f);
    }
    for (spenn_id f = 0; f < b->count; f++) {
        spenn_id before = spenn_index_find(&old, b->id[f]);
        if (before != SPENN_NONE) {
            diff_forum(k, before, f, &of);
            continue;
        }
        spenn_diff_add(k,
            &(struct spenn_difference_row){
                SPENN_DIFF_OPENED, b->id[f], NULL, NULL, b->name[f]},
            SPENN_NONE, SPENN_NONE);
    }
    for (spenn_id f = 0; f < a->count; f++) {
        if (spenn_index_find(&k->forums, a->id[f]) == SPENN_NONE) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_CLOSED, a->id[f], NULL, a->name[f], NULL},
                SPENN_NONE, SPENN_NONE);
        }
    }
}
