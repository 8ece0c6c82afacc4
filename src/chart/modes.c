/* SPDX-License-Identifier: MIT
 * How each group of children is drawn: in a row, as a list, in columns or in panels; and
 * so how large its boxes are, as siblings have one size. */
#include "place.h"

#include <math.h>

enum { few = 4, wide_row = 8, many = 12, tight_above = 40 };

static bool is_root(const struct box *box)
{
    return box->unit == SPENN_NONE || box->look == LOOK_POLITICAL;
}

struct choosing {
    const struct trial *trial;
    uint32_t used; /* choices that made a difference */
};

static int32_t take(struct choosing *c, enum choice choice)
{
    c->used |= 1u << choice;
    return c->trial->at[choice];
}

static int32_t rows_of(struct choosing *c, const struct box *box, int32_t t)
{
    return take(c, box->level > 0 ? BY_DEEP : t == SECOND ? BY_SECOND : BY_ROWS);
}

/* Below the top level: a row, a list, or where it is long or asked for columns of lists.
 */
static int32_t choose_deep(
    struct choosing *c, const struct box *box, int32_t t, bool leaves)
{
    int32_t count = box->tier[t].count;
    if (!leaves && count <= many) {
        return box->level < take(c, BY_LEVELS) ? MODE_ROW
            : take(c, BY_LISTS) > 0            ? MODE_COLUMNS
                                               : MODE_HANG;
    }
    if (leaves && count <= few && !box->chairs) {
        return take(c, BY_LEAVES) && box->level < 2 ? MODE_ROW : MODE_HANG;
    }
    int32_t rows = rows_of(c, box, t);
    return count > (rows > 1 ? rows : many) ? MODE_COLUMNS : MODE_HANG;
}

/* Deputies are read as a row, and so is what the model sets in order: it says who stands
 * level with whom. */
static bool abreast(const struct plan *p, const struct tier *tier)
{
    for (int32_t i = 0; i < tier->count; i++) {
        const struct box *kid = &p->box[p->kid[tier->first + i]];
        if (kid->look == LOOK_DEPUTY || kid->m->units.order[kid->unit] != 0) {
            return true;
        }
    }
    return false;
}

static bool only_leaves(const struct plan *p, const struct tier *tier)
{
    bool leaves = true;
    for (int32_t i = 0; i < tier->count && leaves; i++) {
        const struct box *kid = &p->box[p->kid[tier->first + i]];
        leaves = kid->weight == 1 || kid->grid;
    }
    return leaves;
}

static int32_t choose(
    const struct plan *p, const struct box *box, int32_t t, struct choosing *c)
{
    const struct tier *tier = &box->tier[t];
    bool leaves = only_leaves(p, tier);
    if (box->level == hung || tier->count == 0) {
        return box->level == hung ? MODE_HANG : MODE_NONE;
    }
    if (tier->panels) {
        return MODE_PANELS;
    }
    /* A list below whoever leads a forum is easier to frame than a row. */
    if (tier->count == 1 && box->level < 3 && !(box->level > 0 && box->chairs)) {
        return MODE_ROW;
    }
    if (box->level > 0) {
        return choose_deep(c, box, t, leaves);
    }
    bool wide = tier->count > (leaves && !abreast(p, tier) ? few : wide_row)
        || (box->unit == SPENN_NONE && tier->count > 1);
    if (!wide || rows_of(c, box, t) == 1) {
        return MODE_ROW;
    }
    c->used |= leaves || box->unit == SPENN_NONE ? 0 : PLACE_STACKS;
    return MODE_COLUMNS;
}

static void size_box(struct box *box, bool tight, struct choosing *c)
{
    double pad = tight ? 2.2 : 5.0, least = tight ? 15.0 : 24.0;
    box->w = box->ink_w;
    if (box->square) {
        box->w = box->h = SQUARE;
        return;
    }
    if (box->grid) {
        box->w = fmax(box->w, spenn_place_width(take(c, BY_SQUARES)));
        pad = 1.5;
        least = 15.0;
    }
    box->h = ceil(fmax(least, box->ink_h + 2.0 * pad + (box->chips ? 11.0 : 0.0)));
}

/* One width for all of a tier, one height but in lists. */
static void size_tier(struct plan *p, const struct tier *tier, struct choosing *c)
{
    double w = 0.0, h = 0.0;
    bool tight = tier->count > tight_above
        && (tier->mode == MODE_COLUMNS || tier->mode == MODE_PANELS);
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = &p->box[p->kid[tier->first + i]];
        size_box(kid, tight, c);
        w = fmax(w, kid->w);
        h = fmax(h, kid->h);
    }
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = &p->box[p->kid[tier->first + i]];
        kid->w = w;
        kid->h = tier->mode == MODE_HANG ? kid->h : h;
    }
}

static void set_tier(struct plan *p, struct box *box, int32_t t, struct choosing *c)
{
    struct tier *tier = &box->tier[t];
    int32_t level = box->level == hung ? hung : is_root(box) ? 0 : box->level + 1;
    if (tier->count == 0) {
        tier->mode = MODE_NONE;
        return;
    }
    tier->mode = box->listed || box->grid || box->square ? MODE_HANG
        : t == SIDES                                     ? MODE_ROW
                                                         : choose(p, box, t, c);
    if (t == SECOND && tier->mode == MODE_HANG && !box->listed) {
        tier->mode = MODE_COLUMNS; /* a list would need the place of the first row */
    }
    bool columns = tier->mode == MODE_COLUMNS || tier->mode == MODE_PANELS;
    bool lists = tier->mode == MODE_COLUMNS && box->level > 0 && tier->count <= many
        && !only_leaves(p, tier) && take(c, BY_LISTS) > 0;
    tier->rows = !columns ? 1 : lists ? take(c, BY_LISTS) : rows_of(c, box, t);
    tier->stack = tier->mode == MODE_PANELS && take(c, BY_STACK);
    if (columns && tier->rows < 2) {
        tier->rows = many;
    }
    bool list = t == SIDES || tier->mode != MODE_ROW;
    for (int32_t i = 0; i < tier->count; i++) {
        p->box[p->kid[tier->first + i]].level =
            list && box->unit != SPENN_NONE ? hung : level;
    }
    size_tier(p, tier, c);
}

/* Boxes in a row are as wide as the lists below them. */
static void widen_row(struct plan *p, const struct tier *row)
{
    double w = 0.0;
    for (int32_t i = 0; i < row->count && row->mode == MODE_ROW; i++) {
        const struct box *box = &p->box[p->kid[row->first + i]];
        for (int32_t t = SIDES; t < TIERS && box->listed; t++) {
            const struct tier *list = &box->tier[t];
            w = list->count ? fmax(w, INDENT + p->box[p->kid[list->first]].w) : w;
        }
    }
    for (int32_t i = 0; i < row->count; i++) {
        struct box *box = &p->box[p->kid[row->first + i]];
        box->w = fmax(box->w, w);
    }
}

static void widen_rows(struct plan *p)
{
    for (int32_t b = 0; b < p->count; b++) {
        for (int32_t t = FIRST; t < TIERS; t++) {
            widen_row(p, &p->box[b].tier[t]);
        }
    }
}

uint32_t spenn_place_modes(struct plan *p, const struct trial *trial)
{
    struct choosing c = {trial, 0};
    for (int32_t b = 0; b < p->count; b++) {
        struct box *box = &p->box[b];
        if (box->unit == SPENN_NONE) {
            box->level = 0;
            box->w = box->h = 0.0;
        } else if (box->parent < 0) {
            box->level = 0;
            size_box(box, false, &c);
        }
        bool list = box->level == hung || choose(p, box, FIRST, &c) == MODE_HANG;
        box->listed = list && box->weight > 1;
        for (int32_t t = SIDES; t < TIERS; t++) {
            set_tier(p, box, t, &c);
        }
    }
    widen_rows(p);
    return c.used;
}
