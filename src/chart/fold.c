/* SPDX-License-Identifier: MIT
 * Puts several units in one box: siblings that the model collapses under one title become
 * a pile of cards, with all below them. Only what has not changed is put away. The first
 * of them keeps its place; one pass renumbers the boxes. Linear. */
#include "plan.h"

#include "text.h"

#include <string.h>

struct fold {
    struct plan *p;
    int32_t *into;  /* the box that holds each box; itself: none */
    int32_t *piled; /* of a box that holds others: siblings put in it, itself too */
    bool *touched;  /* it or something below it has changed */
};

static void find_touched(struct fold *f)
{
    const struct plan *p = f->p;
    for (int32_t b = p->count; b-- > 0;) {
        f->touched[b] = f->touched[b] || p->box[b].change != CHANGE_NONE;
        if (f->touched[b] && p->box[b].parent >= 0) {
            f->touched[p->box[b].parent] = true;
        }
    }
}

/* The first of its siblings with the same title holds the rest. */
static void find_piles(struct fold *f)
{
    struct plan *p = f->p;
    struct spenn_index seen = {0};
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        const char *title =
            box->unit == SPENN_NONE ? NULL : box->m->units.collapse[box->unit];
        if (title == NULL || f->touched[b]) {
            continue;
        }
        const char *key = spenn_arena_format(p->memory, "%d %s", (int)box->parent, title);
        int32_t first = spenn_index_add(p->memory, &seen, key, b);
        f->into[b] = first >= 0 ? first : b;
        f->piled[f->into[b]]++;
    }
    for (int32_t b = 0; b < p->count; b++) {
        if (f->piled[b] == 1 && p->box[b].weight == 1) {
            f->piled[b] = 0; /* one alone is no pile */
        }
    }
}

/* Everything below a box put away goes with it. */
static void spread(struct fold *f)
{
    const struct plan *p = f->p;
    for (int32_t b = 0; b < p->count; b++) {
        int32_t above = p->box[b].parent;
        if (above >= 0 && (f->into[above] != above || f->piled[above] > 0)) {
            f->into[b] = f->into[above];
        }
    }
}

static bool assumes(const struct box *box, const char *key)
{
    const char *keys = box->m->units.assumed[box->unit];
    return keys && strstr(keys, key);
}

/* Adds a box to the pile that holds it. */
static void put_away(struct plan *p, struct box *pile, const struct box *box)
{
    pile->guess = pile->guess || assumes(box, "count");
    if (box->m == p->m) {
        p->beside[box->unit] = pile->inside;
        pile->inside = box->unit;
    }
    if (box->depth > pile->depth) {
        pile->hidden++;
        pile->more = box->title;
    }
}

static void title_pile(const struct plan *p, struct box *box, int32_t count)
{
    const struct spenn_units *units = &box->m->units;
    const char *title = units->collapse[box->unit];
    title = p->english && units->collapse_en[box->unit] ? units->collapse_en[box->unit]
                                                        : title;
    box->title = spenn_arena_format(
        p->memory, "%s (%d)%s", title, (int)count, box->guess ? " *" : "");
    box->id = spenn_arena_format(p->memory, "c-%s", units->id[box->unit]);
    box->note = NULL;
    if (box->hidden > 0) { /* one is named: it may be what the pile is known for */
        box->more = box->hidden == 1 ? spenn_arena_format(p->memory, "+ %s", box->more)
                                     : spenn_arena_format(p->memory, p->words->more_units,
                                         (int)box->hidden, p->words->unit[1]);
    }
    box->cards = 2;
    box->units = count;
}

/* Keeps the boxes that no other holds, in their order. */
static void compact(struct fold *f)
{
    struct plan *p = f->p;
    size_t room = (size_t)p->count + 1;
    int32_t *now = spenn_arena_alloc(p->memory, room, sizeof *now), count = 0;
    for (int32_t b = p->count; b-- > 0;) { /* the last is first in its chain */
        struct box *pile = &p->box[f->into[b]];
        if (f->piled[f->into[b]] > 0) {
            put_away(p, pile, &p->box[b]);
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        if (f->into[b] != b) {
            now[b] = now[f->into[b]];
            continue;
        }
        now[b] = count;
        struct box *box = &p->box[count++];
        *box = p->box[b];
        box->parent = box->parent < 0 ? -1 : now[box->parent];
        if (f->piled[b] > 0) {
            title_pile(p, box, f->piled[b]);
        }
    }
    p->count = count;
    for (int32_t b = 0; b < count; b++) {
        p->box[b].target = p->box[b].target < 0 ? -1 : now[p->box[b].target];
    }
    for (int32_t u = 0; u < p->m->units.count; u++) {
        p->box_of[u] = p->box_of[u] < 0 ? -1 : now[p->box_of[u]];
    }
    for (int32_t u = 0; p->before && u < p->before->units.count; u++) {
        p->old_box_of[u] = p->old_box_of[u] < 0 ? -1 : now[p->old_box_of[u]];
    }
    p->top = p->top < 0 ? -1 : now[p->top];
}

int32_t spenn_plan_box(const struct plan *p, spenn_id u)
{
    int32_t b = p->box_of[u];
    return b >= 0 && p->box[b].cards && p->box[b].unit != u ? -1 : b;
}

void spenn_plan_fold(struct plan *p)
{
    size_t room = (size_t)p->count + 1;
    struct fold f = {
        .p = p,
        .into = spenn_arena_alloc(p->memory, room, sizeof *f.into),
        .piled = spenn_arena_alloc(p->memory, room, sizeof *f.piled),
        .touched = spenn_arena_alloc(p->memory, room, sizeof *f.touched),
    };
    p->beside =
        spenn_arena_alloc(p->memory, (size_t)p->m->units.count + 1, sizeof *p->beside);
    for (int32_t b = 0; b < p->count; b++) {
        f.into[b] = b;
        p->box[b].inside = SPENN_NONE;
    }
    find_touched(&f);
    find_piles(&f);
    spread(&f);
    compact(&f);
    spenn_plan_link(p);
}
