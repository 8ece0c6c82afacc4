/* SPDX-License-Identifier: MIT
 * Orders the children of every box: staff and advice beside the trunk; regions, or
 * everybody else where there are deputies, in a second row; members of the leadership
 * group together, purchasers first, separate legal entities last; large flat groups by
 * sector. What the model says of order, side and panel goes before all that. */
#include "plan.h"

#include "text.h"

#include <stdlib.h>

enum { panels_above = 12, most_sectors = 12, few = 4 };

struct place {
    int32_t tier, rank, sector, order, kid;
};

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    const int32_t pairs[][2] = {{a->tier, b->tier}, {a->rank, b->rank},
        {a->sector, b->sector}, {a->order, b->order}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (pairs[i][0] != pairs[i][1]) {
            return pairs[i][0] < pairs[i][1] ? -1 : 1;
        }
    }
    return 0;
}

static int32_t kind_of(const struct box *box)
{
    return box->m->units.kind[box->unit];
}

static bool sent_beside(const struct box *kid)
{
    return kid->m->units.side[kid->unit] != SPENN_SIDE_NONE;
}

static bool beside(const struct box *above, const struct box *kid)
{
    int32_t kind = kind_of(kid);
    return sent_beside(kid)
        || (kid->weight == 1
            && (kind == SPENN_STAFF || kind == SPENN_ADVICE
                || (kind == SPENN_COMMITTEE && kind_of(above) == SPENN_COUNCIL)));
}

/* Of the outer service: regions and special units, unless the model says where among
 * its siblings the unit stands. */
static bool is_outer(const struct box *kid)
{
    bool ordered = kid->m->units.order[kid->unit] != 0;
    return !ordered
        && (kind_of(kid) == SPENN_REGION || kind_of(kid) == SPENN_SPECIAL_UNIT);
}

struct census { /* of the children of one box, those beside the trunk left out */
    int32_t line, deputies, leading, outer;
};

static struct census count_kids(const struct plan *p, const struct box *above, int32_t n)
{
    struct census c = {0};
    for (int32_t i = 0; i < n; i++) {
        const struct box *kid = &p->box[p->kid[above->kids + i]];
        if (!beside(above, kid)) {
            c.line++;
            c.deputies += kind_of(kid) == SPENN_DEPUTY;
            c.leading += kind_of(kid) == SPENN_DEPUTY && kid->weight > 1;
            c.outer += is_outer(kid);
        }
    }
    return c;
}

static int32_t tier_of(
    const struct box *above, const struct box *kid, const struct census *c)
{
    if (sent_beside(kid) || (beside(above, kid) && c->line > 0)) {
        return SIDES;
    }
    int32_t others = c->line - c->deputies;
    if (c->deputies == 1 && others > 0 && kind_of(kid) == SPENN_DEPUTY
        && kid->weight == 1) {
        return SIDES; /* alone, a row would look like a level */
    }
    if (c->deputies > 0 && others > 0 && (c->leading == 0 || others > few)
        && (c->deputies > 1 || c->leading > 0)) {
        return kind_of(kid) == SPENN_DEPUTY ? FIRST : SECOND;
    }
    bool below = c->outer > 1 && c->outer < c->line;
    return below && is_outer(kid) ? SECOND : FIRST;
}

static int32_t rank_of(const struct plan *p, const struct box *above, const struct box *k)
{
    static const int32_t ranks[SPENN_KIND_COUNT] = {[SPENN_PURCHASER] = -1,
        [SPENN_ADVICE] = 2,
        [SPENN_LEGAL_ENTITY] = 3,
        [SPENN_EXTERNAL] = 3};
    if (ranks[kind_of(k)] != 0) {
        return ranks[kind_of(k)];
    }
    bool chaired = p->group != SPENN_NONE && p->top >= 0 && above == &p->box[p->top];
    return !chaired || spenn_box_inside(k) ? 0 : k->was_member ? 1 : 2;
}

/* Groups the leaves of a large tier by sector, in the order the sectors appear; any tier
 * in which the model names panels by those. */
static bool group_by_sector(const struct plan *p, struct place *place, int32_t count)
{
    struct spenn_index seen = {0};
    bool leaves = true, named = false, squares = false;
    for (int32_t i = 0; i < count; i++) {
        named = named || p->box[place[i].kid].panel;
    }
    for (int32_t i = 0; i < count; i++) {
        const struct box *kid = &p->box[place[i].kid];
        const char *sector = named ? kid->panel : kid->sector;
        sector = sector ? sector : "";
        leaves = leaves && kid->weight == 1;
        squares = squares || kid->square;
        spenn_index_add(p->memory, &seen, sector, seen.count);
        place[i].sector = spenn_index_find(&seen, sector);
    }
    bool grouped = named
        || (count > panels_above && leaves && (seen.count > 1 || squares)
            && seen.count <= most_sectors);
    for (int32_t i = 0; i < count; i++) {
        place[i].sector = grouped ? place[i].sector : 0;
        place[i].rank = grouped ? 0 : place[i].rank;
    }
    return grouped;
}

/* Whether the model gives any of them an order of its own. */
static bool has_order(const struct plan *p, const struct place *place, int32_t count)
{
    bool given = false;
    for (int32_t i = 0; i < count && !given; i++) {
        const struct box *kid = &p->box[place[i].kid];
        given = kid->m->units.order[kid->unit] != 0;
    }
    return given;
}

static void order_kids(struct plan *p, struct box *above, struct place *place)
{
    int32_t n = above->part[FIRST];
    bool root = above->unit == SPENN_NONE;
    struct census census = {0};
    if (!root) {
        census = count_kids(p, above, n);
    }
    above->part[FIRST] = 0;
    for (int32_t i = 0; i < n; i++) {
        int32_t kid = p->kid[above->kids + i];
        const struct box *box = &p->box[kid];
        place[i] = (struct place){.kid = kid,
            .order = i,
            .tier = root ? FIRST : tier_of(above, box, &census),
            .rank = root ? 0 : rank_of(p, above, box)};
        above->part[place[i].tier]++;
    }
    for (int32_t i = 0, given = has_order(p, place, n); given && i < n; i++) {
        place[i].rank = 0;
    }
    qsort(place, (size_t)n, sizeof *place, compare_places);
    for (int32_t t = SIDES, first = 0; t < TIERS; first += above->part[t++]) {
        above->tier[t].first = above->kids + first;
        above->tier[t].count = above->part[t];
        above->tier[t].panels =
            t != SIDES && group_by_sector(p, place + first, above->part[t]);
        qsort(place + first, (size_t)above->part[t], sizeof *place, compare_places);
    }
    for (int32_t i = 0; i < n; i++) {
        p->kid[above->kids + i] = place[i].kid;
        p->box[place[i].kid].rank = place[i].sector + place[i].rank; /* one is 0 */
        p->box[place[i].kid].stands = place[i].tier;
    }
}

void spenn_plan_tiers(struct plan *p)
{
    struct place *place =
        spenn_arena_alloc(p->memory, (size_t)p->count + 1, sizeof *place);
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].part[FIRST] > 0) {
            order_kids(p, &p->box[b], place);
        }
    }
}
