/* SPDX-License-Identifier: MIT
 * Puts several units in one box: siblings that the model collapses under one title become
 * a pile of cards, with all below them; where paper is short, also units without reports
 * of one panel, sector or numbered name, and positions that a list counts. Only what has
 * not changed is put away, and nothing where each has a value of its own. The first of
 * them keeps its place; one pass renumbers the boxes. Linear. */
#include "fold.h"

#include "text.h"

#include <inttypes.h>
#include <string.h>

struct fold {
    struct plan *p;
    int32_t *into;  /* the box that holds each box; itself: none */
    int32_t *piled; /* of a box that holds others: siblings put in it, itself too */
    bool *touched;  /* it or something below it has changed */
    uint64_t *ties; /* of each unit: which forums and second lines it is in, as a sum */
};

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a + 1) * 0x9E3779B97F4A7C15u + b;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}

static void find_ties(struct fold *f)
{
    const struct spenn_model *m = f->p->m;
    for (int32_t i = 0; i < m->forums.count; i++) {
        for (int32_t k = 0; k < m->forums.size[i]; k++) {
            f->ties[m->members.unit[m->forums.first[i] + k]] += mix(0, (uint64_t)i);
        }
    }
    for (int32_t i = 0; i < m->lines.count; i++) {
        uint64_t kind = (uint64_t)m->lines.kind[i];
        spenn_id from = m->lines.from[i], to = m->lines.to[i];
        f->ties[from] += mix(2 * kind + 1, (uint64_t)to);
        f->ties[to] += mix(2 * kind + 2, (uint64_t)from);
    }
}

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

/* What the pile is called that the layout would put the box in, or NULL. */
static const char *pile_name(const struct fold *f, int32_t b)
{
    const struct plan *p = f->p;
    const struct box *box = &p->box[b];
    if (p->folded.detail < DETAIL_PILES || box->square || box->weight > 1
        || box->parent < 0 || box->m != p->m || box->hidden > 0) {
        return NULL;
    }
    const char *name = box->panel ? box->panel : box->sector;
    return name ? spenn_word_capital(p->memory, name) : spenn_plan_stem(p, box->title);
}

/* Boxes of one key go into one pile; NULL: none. */
static const char *pile_key(const struct fold *f, int32_t b)
{
    const struct plan *p = f->p;
    const struct box *box = &p->box[b];
    if (box->unit == SPENN_NONE || f->touched[b] || box->shade > 0) {
        return NULL;
    }
    const struct spenn_units *units = &box->m->units;
    if (units->collapse[box->unit]) {
        return spenn_arena_format(
            p->memory, "%d %s", (int)box->parent, units->collapse[box->unit]);
    }
    const char *name = pile_name(f, b);
    return name ? spenn_arena_format(p->memory, "%d %d %d %" PRIx64 " %s",
               (int)box->parent, (int)units->kind[box->unit],
               (int)units->status[box->unit], f->ties[box->unit], name)
                : NULL;
}

/* The first of its siblings with the same key holds the rest. */
static void find_piles(struct fold *f)
{
    struct plan *p = f->p;
    struct spenn_index seen = {0};
    for (int32_t b = 0; b < p->count; b++) {
        const char *key = f->into[b] == b ? pile_key(f, b) : NULL;
        if (key) {
            int32_t first = spenn_index_add(p->memory, &seen, key, b);
            f->into[b] = first >= 0 ? first : b;
            f->piled[f->into[b]]++;
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        if (f->piled[b] == 1 && p->box[b].weight == 1) {
            f->piled[b] = 0; /* one alone is no pile */
        }
    }
}

static void find_lists(struct fold *f)
{
    struct plan *p = f->p;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->part[FIRST] == 0 || box->grid || box->square || box->shade > 0
            || !spenn_plan_list(p, b, f->touched, f->ties)) {
            continue;
        }
        p->folded.lists++;
        for (int32_t i = 0; i < box->part[FIRST]; i++) {
            f->into[p->kid[box->kids + i]] = b;
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
    if (box->depth > pile->depth && pile->lines == 0) { /* a list says all itself */
        pile->hidden++;
        pile->more = box->title;
    }
}

static void title_pile(struct fold *f, struct box *box, int32_t b)
{
    struct plan *p = f->p;
    const struct spenn_units *units = &box->m->units;
    const char *title = units->collapse[box->unit];
    int32_t count = f->piled[b];
    if (title == NULL) {
        title = pile_name(f, b);
        box->panel = box->sector = NULL; /* the pile is what the panel would be */
        p->folded.piles++;
    } else if (p->english && units->collapse_en[box->unit]) {
        title = units->collapse_en[box->unit];
    }
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
        bool listed = f->into[b] != b && pile->lines > 0;
        if (listed || f->piled[f->into[b]] > 0) {
            put_away(p, pile, &p->box[b]);
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        if (f->piled[b] > 0 && f->into[b] == b) {
            title_pile(f, &p->box[b], b);
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        now[b] = f->into[b] == b ? count : now[f->into[b]];
        if (f->into[b] == b) {
            struct box *box = &p->box[count++];
            *box = p->box[b];
            box->parent = box->parent < 0 ? -1 : now[box->parent];
        }
    }
    p->count = count;
    for (int32_t b = 0; b < count; b++) {
        p->box[b].target = p->box[b].target < 0 ? -1 : now[p->box[b].target];
        p->box[b].origin = p->box[b].origin < 0 ? -1 : now[p->box[b].origin];
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
    bool first = b >= 0 && p->box[b].unit == u;
    return b >= 0 && (p->box[b].square || (p->box[b].cards && !first)) ? -1 : b;
}

void spenn_plan_fold(struct plan *p)
{
    size_t room = (size_t)p->count + 1, units = (size_t)p->m->units.count + 1;
    struct fold f = {
        .p = p,
        .into = spenn_arena_alloc(p->memory, room, sizeof *f.into),
        .piled = spenn_arena_alloc(p->memory, room, sizeof *f.piled),
        .touched = spenn_arena_alloc(p->memory, room, sizeof *f.touched),
        .ties = spenn_arena_alloc(p->memory, units, sizeof *f.ties),
    };
    p->beside = spenn_arena_alloc(p->memory, units, sizeof *p->beside);
    for (int32_t b = 0; b < p->count; b++) {
        f.into[b] = b;
        p->box[b].inside = SPENN_NONE;
        if (p->folded.detail >= DETAIL_NAMES && p->before == NULL) {
            p->box[b].note = NULL;
        }
    }
    find_touched(&f);
    if (p->folded.detail > DETAIL_FULL) {
        find_ties(&f);
        spenn_plan_squares(p, f.ties);
        find_lists(&f);
    }
    find_piles(&f);
    spread(&f);
    compact(&f);
    spenn_plan_link(p);
    spenn_plan_hues(p);
    for (int32_t b = 0; b < p->count; b++) {
        p->folded.notes += p->box[b].note != NULL;
    }
}
