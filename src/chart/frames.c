/* SPDX-License-Identifier: MIT
 * Frames around forums, and panels. A forum is framed when a rectangle holds its members
 * and nobody else; of the leadership group at least the leader with staff and first row
 * is tried, of a network also the members without who chairs them. Members of the group
 * that no frame holds are marked, those of other forums get a letter (ties.c). Frames are
 * made from the smallest forum to the largest, so each lies around those it contains. */
#include "frame.h"

#include "fold.h"

#include "font.h"
#include "place.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { most_frames = 3 }; /* that meet another, besides the leadership group's */

struct area spenn_area_of(const struct plan *p, int32_t b)
{
    const struct box *box = &p->box[b],
                     *above = box->parent < 0 ? NULL : &p->box[box->parent];
    double spine = 0.0;
    if (above && (above->listed || box->stands != SIDES)) {
        const struct tier *tier = &above->tier[box->stands];
        spine = tier->mode == MODE_HANG || tier->mode == MODE_COLUMNS ? SPINE
            : tier->mode == MODE_PANELS && tier->ticked               ? PANEL_INDENT + 1.5
                                                                      : 0.0;
    }
    double cards = box->cards ? CARDS - 4.0 : 0.0; /* the rest lies in the padding */
    return (struct area){box->x - box->w / 2.0 - spine, box->y,
        box->x + box->w / 2.0 + cards, box->y + box->h + cards};
}

static bool meets(const struct area *a, const struct box *box)
{
    struct area own = spenn_area_box(box);
    return !spenn_change_former(box->change) && box->unit != SPENN_NONE
        && spenn_areas_meet(&own, a);
}

int32_t spenn_area_boxes(const struct plan *p, const struct area *a)
{
    int32_t boxes = 0;
    for (int32_t b = 0; b < p->count; b++) {
        boxes += meets(a, &p->box[b]);
    }
    return boxes;
}

/* Box of a member, or -1: it is not drawn. */
static int32_t member_box(const struct plan *p, int32_t f, int32_t i)
{
    return spenn_plan_box(p, p->m->members.unit[p->m->forums.first[f] + i]);
}

int32_t spenn_plan_members(const struct plan *p, int32_t f)
{
    int32_t shown = 0;
    for (int32_t i = 0; i < p->m->forums.size[f]; i++) {
        shown += p->box_of[p->m->members.unit[p->m->forums.first[f] + i]] >= 0;
    }
    return shown;
}

bool spenn_plan_meets(const struct plan *p, int32_t f)
{
    int32_t shown = spenn_plan_members(p, f);
    return shown > 1 || shown == p->m->forums.size[f];
}

const char *spenn_plan_forum(const struct plan *p, int32_t f)
{
    const struct spenn_forums *forums = &p->m->forums;
    const char *name =
        p->english && forums->name_en[f] ? forums->name_en[f] : forums->name[f];
    name = name ? name : forums->id[f];
    int32_t shown = spenn_plan_members(p, f);
    if (shown < forums->size[f]) {
        name = spenn_arena_format(
            p->memory, p->words->so_many, name, (int)shown, (int)forums->size[f]);
    }
    return p->opened && p->opened[f]
        ? spenn_arena_format(p->memory, "%s: %s", p->words->tag[CHANGE_NEW], name)
        : name;
}

/* Members to try a rectangle around: all, of a leader those in the first row and beside
 * the trunk, or all but the chair. */
enum { ALL, NEAR, BELOW };

static bool is_near(const struct plan *p, int32_t chair, int32_t b)
{
    return b == chair || (p->box[b].parent == chair && p->box[b].stands != SECOND);
}

/* Lists and marks the boxes of a forum, each once. */
static void list_members(struct framing *k, struct frame *f, int32_t which)
{
    const struct plan *p = k->p;
    int32_t chair = p->box_of[p->m->forums.chair[f->forum]];
    int32_t size = p->m->forums.size[f->forum];
    f->member = spenn_arena_alloc(p->memory, (size_t)size, sizeof *f->member);
    f->members = 0;
    k->now++;
    for (int32_t i = 0; i < size; i++) {
        int32_t b = member_box(p, f->forum, i);
        bool wanted = b >= 0 && k->mark[b] != k->now
            && (which == ALL || (which == NEAR ? is_near(p, chair, b) : b != chair));
        if (wanted) {
            k->mark[b] = k->now;
            f->member[f->members++] = b;
        }
    }
}

struct area spenn_frame_around(const struct plan *p, const struct frame *f)
{
    struct area a = {DBL_MAX, DBL_MAX, -DBL_MAX, -DBL_MAX};
    for (int32_t i = 0; i < f->members; i++) {
        struct area box = spenn_area_of(p, f->member[i]);
        a = (struct area){fmin(a.x0, box.x0), fmin(a.y0, box.y0), fmax(a.x1, box.x1),
            fmax(a.y1, box.y1)};
    }
    return a;
}

static void add_frame(struct plan *p, const struct frame *f)
{
    p->frame[p->frames++] = *f;
}

/* Whether another forum is a part of the group marked, the leader with it: its frame
 * begins below the group's label. */
static bool holds_forum(const struct framing *k, int32_t members)
{
    const struct plan *p = k->p;
    bool holds = false;
    for (int32_t t = 0; t < p->ties && !holds; t++) {
        const struct tie *tie = &p->tie[t];
        bool part = tie->forum != SPENN_NONE && tie->receivers < members, leader = false;
        for (int32_t i = 0; part && i < tie->receivers; i++) {
            part = k->mark[tie->receiver[i]] == k->now;
            leader = leader || tie->receiver[i] == p->top;
        }
        holds = part && leader;
    }
    return holds;
}

/* Whether a box, or the spine beside it, stands along an edge at the right or left. */
static bool is_flanked(const struct plan *p, const struct area *a)
{
    bool flanked = false;
    for (int32_t b = 0; b < p->count && !flanked; b++) {
        struct area own = spenn_area_of(p, b);
        flanked = p->box[b].unit != SPENN_NONE && own.y0 < a->y1 && own.y1 > a->y0
            && fmin(fabs(own.x0 - a->x1), fabs(own.x1 - a->x0)) < 2.5;
    }
    return flanked;
}

/* A panel of which a box is marked lies in the frame whole, apart from its edges. */
static void widen_by_panel(
    const struct framing *k, const struct panel *panel, struct area *a)
{
    bool inside = false;
    for (int32_t i = 0; panel->label && i < panel->count && !inside; i++) {
        inside = k->mark[k->p->kid[panel->first + i]] == k->now;
    }
    if (inside) {
        *a = (struct area){fmin(a->x0, panel->x), a->y0, fmax(a->x1, panel->x + panel->w),
            fmax(a->y1, panel->y + panel->h)};
    }
}

/* Around the members marked, with room for the label beside the leader's box. */
static struct area area_of_group(
    const struct framing *k, const struct frame *f, double label, double pad)
{
    const struct plan *p = k->p;
    const struct box *chair = &p->box[p->top];
    double above = holds_forum(k, f->members) ? 12.0 + p->label : 12.0;
    struct area a = spenn_frame_around(p, f);
    for (int32_t i = 0; i < p->panels; i++) {
        widen_by_panel(k, &p->panel[i], &a);
    }
    return (struct area){fmin(a.x0 - pad, chair->x - chair->w / 2.0 - label - 20.0),
        a.y0 - above, a.x1 + pad, a.y1 + 8.0};
}

/* The leadership group: all of it, or the leader with staff and first row; narrower where
 * who is no member stands near. */
static void frame_group(struct framing *k)
{
    static const double pads[] = {9.0, 6.0, 4.0};
    struct plan *p = k->p;
    struct frame f = {
        .look = FRAME_GROUP, .forum = p->group, .text = spenn_plan_forum(p, p->group)};
    double w = spenn_font_width(f.text, p->label, true);
    bool held = false;
    for (int32_t i = 0; i < 6 && !held; i++) {
        list_members(k, &f, i < 3 ? ALL : NEAR);
        f.area = area_of_group(k, &f, w, pads[i % 3]);
        held = f.members > 1 && spenn_area_boxes(p, &f.area) == f.members
            && !is_flanked(p, &f.area);
    }
    f.label = (struct area){f.area.x0 + PANEL_TEXT, f.area.y0 + 2.5,
        f.area.x0 + PANEL_TEXT + w, f.area.y0 + 2.5 + p->label};
    if (held) {
        add_frame(p, &f);
    }
}

/* Members that the frame does not hold, and all where there are two rows of units. */
static void mark_group(const struct plan *p)
{
    const struct frame *f = p->frames > 0 ? &p->frame[0] : NULL;
    bool all = p->box[p->top].tier[SECOND].count == 0;
    int32_t size = p->m->forums.size[p->group];
    for (int32_t i = 0; i < size && all; i++) {
        int32_t b = member_box(p, p->group, i);
        all = b < 0 || (f && meets(&f->area, &p->box[b]));
    }
    for (int32_t i = 0; i < size; i++) {
        int32_t b = member_box(p, p->group, i);
        if (b >= 0) { /* in a before/after chart colour is for changes */
            bool framed = f && meets(&f->area, &p->box[b]);
            p->box[b].marked = p->before ? !framed : !all;
        }
    }
}

/* With all that is below its boxes: a box is followed by its subtree. */
static void list_panel(const struct plan *p, const struct panel *panel, struct frame *f)
{
    int32_t first = panel->first, count = panel->count;
    const int32_t *kid =
        count > 0 ? &p->kid[first] : &panel->box; /* of squares: itself */
    count = count > 0 ? count : 1;
    for (int32_t i = 0; i < count; i++) {
        f->members += p->box[kid[i]].weight;
    }
    f->member = spenn_arena_alloc(p->memory, (size_t)f->members, sizeof *f->member);
    f->members = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t b = kid[i], end = b + p->box[b].weight;
        while (b < end) {
            f->member[f->members++] = b++;
        }
    }
}

static void add_panels(struct plan *p)
{
    for (int32_t i = 0; i < p->panels; i++) {
        const struct panel *panel = &p->panel[i];
        if (panel->label) {
            double w = spenn_font_width(panel->label, PANEL_LABEL, true);
            struct area a = {
                panel->x, panel->y, panel->x + panel->w, panel->y + panel->h};
            struct frame f = {.look = *panel->label ? FRAME_PANEL : FRAME_SQUARES,
                .panel = true,
                .forum = SPENN_NONE,
                .area = a,
                .label = {a.x0 + PANEL_TEXT, a.y0 + 2.5, a.x0 + PANEL_TEXT + w,
                    a.y0 + 2.5 + PANEL_LABEL},
                .text = panel->label};
            list_panel(p, panel, &f);
            add_frame(p, &f);
        }
    }
}

void spenn_plan_whole(struct plan *p)
{
    if (p->top < 0 || p->group == SPENN_NONE) {
        return;
    }
    const struct box *top = &p->box[p->top];
    const struct tier *first = &top->tier[FIRST], *sides = &top->tier[SIDES];
    int32_t members = 0, near = 1;
    for (int32_t b = 0; b < p->count; b++) {
        members += p->box[b].member;
    }
    p->whole = first->count > 0 && top->tier[SECOND].count > 0;
    for (int32_t i = 0; i < first->count; i++) {
        const struct box *kid = &p->box[p->kid[first->first + i]];
        p->whole =
            p->whole && kid->member && kid->weight == 1 && kid->look == LOOK_DEPUTY;
        near++;
    }
    for (int32_t i = 0; i < sides->count; i++) {
        near += p->box[p->kid[sides->first + i]].member;
    }
    p->whole = p->whole && members == near;
}

static struct framing begin(struct plan *p, const struct spenn_drawing *chart)
{
    struct framing k = {.p = p,
        .chart = chart,
        .mark = spenn_arena_alloc(p->memory, (size_t)p->count + 1, sizeof *k.mark)};
    return k;
}

void spenn_plan_group(struct plan *p)
{
    size_t room = (size_t)p->panels + (size_t)p->ties + 2;
    struct framing k = begin(p, NULL);
    p->frames = 0;
    p->frame = spenn_arena_alloc(p->memory, room, sizeof *p->frame);
    if (p->group != SPENN_NONE && p->top >= 0) {
        frame_group(&k);
        mark_group(p);
    }
    add_panels(p);
}

/* A network that is all of a panel gives it its look. */
static bool take_panel(struct framing *k, const struct frame *f)
{
    for (int32_t i = 0; i < k->p->frames; i++) {
        struct frame *panel = &k->p->frame[i];
        bool same = panel->look == FRAME_PANEL && panel->members == f->members;
        for (int32_t b = 0; same && b < panel->members; b++) {
            same = k->mark[panel->member[b]] == k->now;
        }
        if (same) {
            panel->look = FRAME_NETWORK;
            panel->forum = f->forum;
            return true;
        }
    }
    return false;
}

/* A frame of its own for the members marked. */
static bool draw_around(struct framing *k, struct frame *f, int32_t *meeting)
{
    struct plan *p = k->p;
    f->area = spenn_frame_around(p, f);
    if (f->members < 2 || spenn_area_boxes(p, &f->area) != f->members
        || !spenn_frame_fit(k, f)) {
        return false;
    }
    bool alone = true;
    for (int32_t i = 0; i < p->frames && alone; i++) {
        alone = p->frame[i].panel || !spenn_areas_meet(&f->area, &p->frame[i].area);
    }
    if (!alone && *meeting == most_frames) {
        return false;
    }
    *meeting += !alone;
    add_frame(p, f);
    spenn_block(&k->blocks, &f->label);
    spenn_block_edges(&k->blocks, &f->area);
    return true;
}

static bool frame_forum(struct framing *k, int32_t forum, int32_t *meeting)
{
    bool network = k->p->m->forums.kind[forum] == SPENN_FORUM_NETWORK;
    struct frame f = {.look = network ? FRAME_NETWORK : FRAME_SECOND,
        .forum = forum,
        .text = spenn_plan_forum(k->p, forum)};
    bool drawn = false;
    for (int32_t which = ALL; network && which <= BELOW && !drawn; which += BELOW) {
        list_members(k, &f, which);
        drawn = take_panel(k, &f);
    }
    for (int32_t which = ALL; which <= (network ? BELOW : ALL) && !drawn;
         which += BELOW) {
        list_members(k, &f, which);
        drawn = draw_around(k, &f, meeting);
    }
    return drawn;
}

struct size {
    int32_t members, tie;
};

static int compare_sizes(const void *left, const void *right)
{
    const struct size *a = left, *b = right;
    return a->members != b->members ? (a->members > b->members ? 1 : -1)
                                    : (a->tie > b->tie) - (a->tie < b->tie);
}

void spenn_plan_frames(struct plan *p, const struct spenn_drawing *chart)
{
    struct framing k = begin(p, chart);
    k.blocks.memory = p->memory;
    spenn_block_boxes(&k.blocks, p);
    spenn_block_lines(&k.blocks, chart, 0);
    for (int32_t i = 0; i < p->frames; i++) {
        spenn_block(&k.blocks, &p->frame[i].label);
        spenn_block_edges(&k.blocks, &p->frame[i].area);
    }
    struct size *size = spenn_arena_alloc(p->memory, (size_t)p->ties + 1, sizeof *size);
    int32_t forums = 0, meeting = 0;
    for (int32_t t = 0; t < p->ties; t++) {
        if (p->tie[t].forum != SPENN_NONE && p->tie[t].letter == 0) {
            size[forums++] = (struct size){p->tie[t].receivers, t};
        }
    }
    qsort(size, (size_t)forums, sizeof *size, compare_sizes);
    for (int32_t i = 0; i < forums; i++) {
        struct tie *tie = &p->tie[size[i].tie];
        tie->drawn = frame_forum(&k, tie->forum, &meeting);
    }
    spenn_frame_former(&k);
}
