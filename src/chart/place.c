/* SPDX-License-Identifier: MIT
 * Places the children of every box, from the leaves up: beside the trunk, then the first
 * tier, then the second, which the trunk reaches through a gate between the first's. */
#include "place.h"
#include "relations.h"

#include "font.h"

#include <float.h>
#include <math.h>

static struct box *kid_at(struct plan *p, const struct tier *tier, int32_t i)
{
    return &p->box[p->kid[tier->first + i]];
}

static void widen(struct box *box, const struct box *kid)
{
    box->left = fmax(box->left, kid->left - kid->x);
    box->right = fmax(box->right, kid->right + kid->x);
}

/* Ends the contour at y with the subtree's full width: for tiers that are blocks. */
static void block(struct plan *p, struct box *box, double bottom)
{
    int32_t left = box->left_chain, right = box->right_chain;
    while (p->step[left].next >= 0) {
        left = p->step[left].next;
    }
    while (p->step[right].next >= 0) {
        right = p->step[right].next;
    }
    int32_t l = spenn_place_step(p, bottom, -box->left, -1);
    int32_t r = spenn_place_step(p, bottom, box->right, -1);
    p->step[left].next = l;
    p->step[right].next = r;
}

/* Staff that is no member stands outside the leadership group's frame. */
static bool outside(const struct plan *p, const struct box *box, const struct box *kid)
{
    return p->top >= 0 && box == &p->box[p->top] && p->group != SPENN_NONE
        && !spenn_box_inside(kid);
}

/* Rows to the left and right of the trunk from y down: those inside the frame or
 * those outside. Returns the lower edge, y when there are none. */
static double place_sides(struct plan *p, struct box *box, double y, bool outer)
{
    struct tier *tier = &box->tier[SIDES];
    double x = box->tier[SECOND].gate;
    double bottom[2] = {y, y};
    bool advice = false;
    for (int32_t i = 0; i < tier->count; i++) {
        advice = advice || kid_at(p, tier, i)->look == LOOK_ADVICE;
    }
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = kid_at(p, tier, i);
        if (outside(p, box, kid) != outer) {
            continue;
        }
        int32_t sent = kid->m->units.side[kid->unit];
        int32_t side = sent != SPENN_SIDE_NONE ? sent == SPENN_SIDE_RIGHT
            : advice                           ? kid->look == LOOK_ADVICE
                                               : bottom[1] < bottom[0];
        kid->x = x + (side ? GAP_TRUNK + kid->left : -GAP_TRUNK - kid->right);
        kid->y = bottom[side] == y ? y + 16.0 : bottom[side] + 7.0;
        kid->column = side ? 1 : -1;
        bottom[side] = kid->y + kid->tall;
        widen(box, kid);
    }
    return fmax(bottom[0], bottom[1]);
}

static double place_list(struct plan *p, struct box *box, struct tier *tier)
{
    double y = tier->top;
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = kid_at(p, tier, i);
        kid->x = -box->w / 2.0 + INDENT + kid->w / 2.0;
        kid->y = y;
        y += kid->tall + p->gap.list;
        widen(box, kid);
    }
    return y - p->gap.list - tier->top;
}

/* Splits a tier in as few columns of at most `rows` boxes as hold it, subtrees whole,
 * each with its share of what is left. */
static void split_columns(struct plan *p, struct tier *tier)
{
    int64_t left = 0, filled = 0;
    for (int32_t i = 0; i < tier->count; i++) {
        left += kid_at(p, tier, i)->weight;
    }
    int64_t columns = (left + tier->rows - 1) / tier->rows;
    int64_t share = (left + columns - 1) / columns;
    int32_t column = 0;
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = kid_at(p, tier, i);
        if (filled > 0 && filled + kid->weight > share) {
            column++;
            columns -= columns > 1;
            share = (left + columns - 1) / columns;
            filled = 0;
        }
        filled += kid->weight;
        left -= kid->weight;
        kid->column = column;
    }
    tier->columns = column + 1;
}

static double place_columns(struct plan *p, struct box *box, struct tier *tier)
{
    bool root = box->unit == SPENN_NONE;
    double indent = root ? 0.0 : INDENT;
    double gap = root ? 40.0 : box->tier[SECOND].count ? 18.0 : 9.0;
    double x = 0.0, y = tier->top, right = 0.0, tall = 0.0;
    double lanes = tier == &box->tier[SECOND] ? 7.0 * p->lanes : 0.0;
    split_columns(p, tier);
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = kid_at(p, tier, i);
        if (i > 0 && kid->column != kid_at(p, tier, i - 1)->column) {
            x = right + gap + lanes;
            y = tier->top;
        }
        kid->x = x + indent + kid->left;
        kid->y = y;
        y += kid->tall + (root ? 40.0 : p->gap.list);
        right = fmax(right, kid->x + kid->right);
        tall = fmax(tall, kid->y + kid->tall - tier->top);
    }
    for (int32_t i = 0; i < tier->count; i++) {
        kid_at(p, tier, i)->x -= (right + lanes) / 2.0;
        widen(box, kid_at(p, tier, i));
    }
    box->left = fmax(box->left, (right + lanes) / 2.0);
    box->right = fmax(box->right, (right + lanes) / 2.0);
    return tall;
}

/* Where the trunk to the second tier passes the first: straight down if nothing stands
 * there, else through the nearest gap, else to the left of all. */
static double find_gate(struct plan *p, const struct tier *tier)
{
    double end = -DBL_MAX, nearest = DBL_MAX, left = DBL_MAX;
    bool rows = tier->mode == MODE_ROW;
    for (int32_t i = 0; i < tier->count; i++) {
        const struct box *kid = kid_at(p, tier, i);
        double begin = kid->x - kid->left - (rows ? 0.0 : INDENT);
        left = fmin(left, begin);
        if (end > -DBL_MAX && begin - end > 7.0) {
            bool straight = end + 5.0 <= 0.0 && begin - 5.0 >= 0.0;
            double gate = straight ? 0.0 : (begin + end) / 2.0;
            nearest = fabs(gate) < fabs(nearest) ? gate : nearest;
        }
        end = fmax(end, kid->x + kid->right);
    }
    return nearest < DBL_MAX ? nearest : left - 9.0;
}

/* A gate nearly below the box is brought below it, so the trunk runs straight. */
static double open_gate(struct plan *p, struct box *box)
{
    const struct tier *tier = &box->tier[FIRST];
    double gate = find_gate(p, tier);
    bool whole = p->whole && box == &p->box[p->top];
    box->tier[SECOND].below_frame = whole && gate != 0.0;
    if (whole) {
        return 0.0;
    }
    if (fabs(gate) > 24.0 || tier->count < 2) {
        return gate;
    }
    for (int32_t i = 0; i < tier->count; i++) {
        kid_at(p, tier, i)->x -= gate;
    }
    box->left += fabs(gate);
    box->right += fabs(gate);
    for (int32_t i = 0; i < tier->panel_count; i++) {
        p->panel[tier->panel + i].x -= gate;
    }
    return 0.0;
}

/* Whether it may stand in the leadership group's frame: the list below keeps clear. */
static bool framed(const struct plan *p, const struct box *box)
{
    return box->member || (p->before && p->top >= 0 && box->parent == p->top);
}

static double place_tier(struct plan *p, struct box *box, int32_t t, double y)
{
    struct tier *tier = &box->tier[t];
    double gap = t == SECOND      ? p->gap.second + p->lanes * GAP_LANE
        : box->unit == SPENN_NONE ? 0.0
                                  : p->gap.row;
    tier->top = y + gap;
    tier->bus = tier->top - p->gap.row / 2.0;
    double tall = 0.0;
    bool walls = t == FIRST && box->tier[SECOND].count > 0;
    if (tier->mode == MODE_ROW && t == FIRST) {
        return tier->top + spenn_place_row(p, box, tier, walls);
    }
    if (tier->mode == MODE_ROW) {
        double left = box->left, right = box->right;
        tall = spenn_place_row(p, box, tier, true);
        box->left = fmax(left, box->left);
        box->right = fmax(right, box->right);
    } else if (tier->mode == MODE_COLUMNS) {
        tall = place_columns(p, box, tier);
    } else {
        tall = spenn_place_panels(p, box, tier);
    }
    if (tier->mode != MODE_ROW) {
        block(p, box, tier->top + tall + p->gap.list);
    }
    return tier->top + tall;
}

/* Puts staff outside the frame of the row below, left and right of it; at the left the
 * frame has room for its label beside the box. */
static void push_outside(struct plan *p, struct box *box)
{
    struct tier *tier = &box->tier[SIDES];
    double label = spenn_font_width(spenn_plan_forum(p, p->group), p->label, true);
    double left = box->w / 2.0 + label + 20.0, right = box->w / 2.0 + 9.0;
    for (int32_t i = 0; i < box->tier[FIRST].count; i++) {
        const struct box *kid = kid_at(p, &box->tier[FIRST], i);
        left = kid->member ? fmax(left, kid->w / 2.0 - kid->x + 9.0) : left;
        right = kid->member ? fmax(right, kid->w / 2.0 + kid->x + 9.0) : right;
    }
    for (int32_t i = 0; i < tier->count; i++) {
        struct box *kid = kid_at(p, tier, i);
        if (outside(p, box, kid)) {
            kid->x =
                kid->column < 0 ? -left - 12.0 - kid->right : right + 12.0 + kid->left;
            widen(box, kid);
        }
    }
}

/* A list below a list, every tier in turn. */
static void place_hung(struct plan *p, struct box *box)
{
    double y = box->tall;
    for (int32_t t = SIDES; t < TIERS; t++) {
        struct tier *tier = &box->tier[t];
        if (tier->count > 0) {
            tier->mode = MODE_HANG;
            double first = framed(p, box) ? GAP_FRAMED : GAP_HANG;
            tier->top = y + (y > box->tall ? p->gap.list : first);
            y = tier->top + place_list(p, box, tier);
        }
    }
    box->tall = y;
}

static void place_box(struct plan *p, struct box *box)
{
    box->left = box->right = box->w / 2.0;
    box->tall = box->h;
    if (box->grid) {
        spenn_place_squares(p, box);
    }
    if (box->grid || box->square) {
        box->left_chain = spenn_place_step(p, box->tall + p->gap.list, -box->left, -1);
        box->right_chain = spenn_place_step(p, box->tall + p->gap.list, box->right, -1);
        return;
    }
    if (box->cards) {
        box->right += CARDS;
        box->tall += CARDS;
    }
    if (box->level == hung || box->listed) {
        place_hung(p, box);
        box->left_chain = spenn_place_step(p, box->tall + p->gap.list, -box->left, -1);
        box->right_chain = spenn_place_step(p, box->tall + p->gap.list, box->right, -1);
        return;
    }
    const struct tier *first = &box->tier[FIRST], *second = &box->tier[SECOND];
    bool deputies =
        second->count > 0 && first->count > 0 && kid_at(p, first, 0)->look == LOOK_DEPUTY;
    box->tier[SECOND].gate = 0.0;
    double y = place_sides(p, box, box->h, false);
    double inner = y;
    if (!deputies) {
        y = place_sides(p, box, y, true);
    }
    bool pushed = y > inner;
    box->left_chain = spenn_place_step(p, y + p->gap.list, -box->left, -1);
    box->right_chain = spenn_place_step(p, y + p->gap.list, box->right, -1);
    y = first->count ? place_tier(p, box, FIRST, y) : y;
    if (box->chairs && box->level > 0 && first->count) {
        /* Nothing beside it, so that a frame can hold it and its reports. */
        p->step[box->left_chain] = (struct step){y + p->gap.list, -box->left, -1};
        p->step[box->right_chain] = (struct step){y + p->gap.list, box->right, -1};
    }
    if (pushed && first->count) {
        push_outside(p, box);
        p->step[box->left_chain].x = -box->left;
        p->step[box->right_chain].x = box->right;
    }
    if (second->count > 0) {
        box->tier[SECOND].gate = first->count ? open_gate(p, box) : 0.0;
        if (deputies) {
            y = fmax(y, place_sides(p, box, y, true));
        }
        y = place_tier(p, box, SECOND, y);
        p->step[box->left_chain] = (struct step){y + p->gap.list, -box->left, -1};
        p->step[box->right_chain] = (struct step){y + p->gap.list, box->right, -1};
    }
    box->tall = y;
}

void spenn_place_boxes(struct plan *p)
{
    p->panels = 0;
    p->split = p->stacked = false;
    p->steps = 0;
    for (int32_t b = p->count; b-- > 0;) {
        place_box(p, &p->box[b]);
    }
}
