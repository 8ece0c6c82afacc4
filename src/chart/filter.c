/* SPDX-License-Identifier: MIT
 * Which boxes are drawn: a unit and what is below it, so many layers, the leadership.
 * Boxes stand in pre-order, so a subtree is a run of them and one pass copies what is
 * shown; a box whose reports are left out says how many. Linear. */
#include "plan.h"

#include <string.h>

/* The first box after the subtree of a box. */
static int32_t end_of(const struct plan *all, int32_t root)
{
    int32_t b = root + 1;
    while (b < all->count && all->box[b].depth > all->box[root].depth) {
        b++;
    }
    return b;
}

static int32_t renumbered(const int32_t *now, int32_t box)
{
    return box < 0 ? -1 : now[box];
}

bool spenn_plan_counts(const struct plan *all, int32_t box, int32_t b)
{
    const struct spenn_model *of = all->box[box].m ? all->box[box].m : all->m;
    return all->box[b].m == of;
}

int32_t spenn_plan_below(const struct plan *all, int32_t box)
{
    int32_t below = 0, end = end_of(all, box);
    for (int32_t b = box + 1; b < end; b++) {
        below += spenn_plan_counts(all, box, b);
    }
    return below;
}

/* What is below a box and not drawn, or with a page of its own all that is. */
static const char *more(
    const struct plan *all, int32_t b, const struct box *copy, struct spenn_arena *memory)
{
    const struct words *words = all->words;
    if (copy->page > 0) {
        int32_t below = spenn_plan_below(all, b);
        return spenn_arena_format(memory, words->more_units_page, (int)below,
            words->unit[below != 1], (int)copy->page);
    }
    return copy->hidden > 0 ? spenn_arena_format(memory, words->more_units,
               (int)copy->hidden, words->unit[copy->hidden != 1])
                            : NULL;
}

/* Copies the boxes shown; `now` becomes the new number of each, or -1. */
static void copy_boxes(
    const struct plan *all, const struct part *part, struct plan *p, int32_t *now)
{
    int32_t end = end_of(all, part->root), first = all->box[part->root].depth;
    size_t room = (size_t)(end - part->root);
    int32_t *owner = spenn_arena_alloc(p->memory, (size_t)end, sizeof *owner);
    p->box = spenn_arena_alloc(p->memory, room, sizeof *p->box);
    p->kid = spenn_arena_alloc(p->memory, room, sizeof *p->kid);
    first += all->box[part->root].unit == SPENN_NONE;
    for (int32_t b = part->root; b < end; b++) {
        const struct box *box = &all->box[b];
        bool deep = part->layers > 0 && box->depth >= first + part->layers;
        if (deep || (part->shown && !part->shown[b])) {
            owner[b] = owner[box->parent];
            p->box[owner[b]].hidden += box->m == all->m;
            continue;
        }
        owner[b] = now[b] = p->count;
        struct box *copy = &p->box[p->count++];
        *copy = *box;
        copy->parent = b == part->root ? -1 : now[box->parent];
        copy->depth -= all->box[part->root].depth;
        copy->page = part->page && b != part->root ? part->page[b] : 0;
    }
}

void spenn_plan_part(const struct plan *all, const struct part *part, struct plan *p)
{
    struct spenn_arena *memory = p->memory;
    size_t count = (size_t)all->count + 1, units = (size_t)all->m->units.count;
    size_t old = all->before ? (size_t)all->before->units.count : 0;
    int32_t *now = spenn_arena_alloc(memory, count, sizeof *now);
    *p = *all;
    p->memory = memory;
    p->count = 0;
    p->paged = part->page != NULL;
    p->chosen = part->shown != NULL;
    p->message =
        part->root > 0 && !part->whole ? spenn_note_part(all, part, memory) : NULL;
    p->box_of = spenn_arena_alloc(memory, units, sizeof *p->box_of);
    p->old_box_of = spenn_arena_alloc(memory, old, sizeof *p->old_box_of);
    memset(now, -1, count * sizeof *now);
    if (all->count > 0) {
        copy_boxes(all, part, p, now);
    }
    for (int32_t b = 0; b < all->count; b++) {
        if (now[b] >= 0 && part->shown == NULL) {
            p->box[now[b]].more = more(all, b, &p->box[now[b]], memory);
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        p->box[b].target = renumbered(now, p->box[b].target);
        p->box[b].origin = renumbered(now, p->box[b].origin);
    }
    for (size_t u = 0; u < units; u++) {
        p->box_of[u] = now[all->box_of[u]];
    }
    for (size_t u = 0; u < old; u++) {
        p->old_box_of[u] = now[all->old_box_of[u]];
    }
    p->top = renumbered(now, all->top);
    if (p->top < 0 && p->count > 0 && p->box[0].unit != SPENN_NONE) {
        p->top = 0;
    }
}

/* Marks a box and those above it, up to one that is marked. */
static void show(const struct plan *all, int32_t b, bool *shown)
{
    for (; b >= 0 && !shown[b]; b = all->box[b].parent) {
        shown[b] = true;
    }
}

/* Members of the groups that a leader chairs, and who stands between. */
static void show_groups(const struct plan *all, const struct spenn_model *m,
    const int32_t *box_of, int32_t leader, bool *shown)
{
    const struct spenn_forums *forums = &m->forums;
    for (int32_t f = 0; f < forums->count; f++) {
        bool group = forums->kind[f] == SPENN_FORUM_LEADERSHIP_GROUP
            || forums->kind[f] == SPENN_FORUM_EXTENDED;
        group = group && box_of[forums->chair[f]] == leader;
        for (int32_t i = 0; group && i < forums->size[f]; i++) {
            show(all, box_of[m->members.unit[forums->first[f] + i]], shown);
        }
    }
}

struct part spenn_plan_chosen(
    const struct plan *all, const struct spenn_chart_options *options)
{
    struct part part = {.layers = options->layers, .most = DETAIL_ROWS};
    int32_t leader = all->top;
    for (spenn_id u = 0; options->root && u < all->m->units.count; u++) {
        if (strcmp(all->m->units.id[u], options->root) == 0) {
            leader = part.root = all->box_of[u];
        }
    }
    if (options->leadership && leader >= 0) {
        bool *shown =
            spenn_arena_alloc(all->memory, (size_t)all->count + 1, sizeof *shown);
        shown[leader] = true;
        show_groups(all, all->m, all->box_of, leader, shown);
        if (all->before) {
            show_groups(all, all->before, all->old_box_of, leader, shown);
        }
        part.shown = shown;
        part.root = leader;
        part.whole = options->root == NULL;
    }
    return part;
}
