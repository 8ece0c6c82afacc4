/* SPDX-License-Identifier: MIT
 * Frames around forums and panels. A forum is framed when a rectangle holds its members
 * and nobody else; of the leadership group at least the leader with staff and first row
 * is tried. Members that no frame holds are marked, those of other forums get a letter.
 */
#include "place.h"
#include "sheet.h"

#include "font.h"

#include <float.h>
#include <math.h>

enum { NONE, SOME, ALL };

struct area {
    double x0, y0, x1, y1;
};

static struct area grow(struct area a, const struct box *box)
{
    return (struct area){fmin(a.x0, box->x - box->w / 2.0), fmin(a.y0, box->y),
        fmax(a.x1, box->x + box->w / 2.0), fmax(a.y1, box->y + box->h)};
}

static bool meets(const struct area *a, const struct box *box)
{
    bool former = box->change == CHANGE_GONE || spenn_change_former(box->change);
    return !former && box->unit != SPENN_NONE && box->x - box->w / 2.0 < a->x1
        && box->x + box->w / 2.0 > a->x0 && box->y < a->y1 && box->y + box->h > a->y0;
}

/* Box of a member, or -1: it is not drawn. */
static int32_t member_box(const struct plan *p, int32_t f, int32_t i)
{
    return spenn_plan_box(p, p->m->members.unit[p->m->forums.first[f] + i]);
}

/* The area of the members in `set`, and whether it holds no other box. */
static bool holds_only(const struct plan *p, int32_t f, bool near, struct area *area)
{
    int32_t chair = p->box_of[p->m->forums.chair[f]];
    *area = (struct area){DBL_MAX, DBL_MAX, -DBL_MAX, -DBL_MAX};
    int32_t held = 0;
    for (int32_t i = 0; i < p->m->forums.size[f]; i++) {
        int32_t b = member_box(p, f, i);
        if (b < 0) {
            continue;
        }
        const struct box *box = &p->box[b];
        bool second = chair >= 0 && box->parent == chair && box->y > p->box[chair].y
            && p->box[chair].tier[SECOND].count > 0
            && box->y >= p->box[chair].y + p->box[chair].tier[SECOND].top;
        if (!near || b == chair || (box->parent == chair && !second)) {
            *area = grow(*area, box);
            held++;
        }
    }
    int32_t inside = 0;
    for (int32_t b = 0; b < p->count; b++) {
        inside += meets(area, &p->box[b]);
    }
    return inside == held && held > 1;
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

static struct spenn_drawing_frame *add_frame(struct spenn_drawing *chart,
    const struct plan *p, int32_t f, const struct area *a, bool main)
{
    struct spenn_drawing_frame *frame = DRAWING_ADD(chart, frame, frames);
    const char *name = spenn_plan_forum(p, f);
    const char *ink = main          ? FRAME_INK
        : p->opened && p->opened[f] ? "#007A54"
                                    : SECOND_INK;
    *frame = (struct spenn_drawing_frame){
        .id = spenn_arena_format(&chart->memory, "f-%s", p->m->forums.id[f]),
        .label = spenn_arena_text(&chart->memory, name),
        .class = main ? "leadership-group" : "forum",
        .fill = main ? FRAME_FILL : NULL,
        .stroke = ink,
        .ink = ink,
        .x = a->x0,
        .y = a->y0,
        .w = a->x1 - a->x0,
        .h = a->y1 - a->y0,
        .width = main ? 1.2 : 1.3,
        .label_x = a->x0 + (main ? 11.0 : 6.0),
        .label_y = main ? a->y0 + 10.5 : a->y1 - 5.0,
        .size = p->label,
        .dashed = !main,
        .rounded = true,
    };
    if (!main && p->top >= 0 && p->box[p->top].tier[SECOND].count > 0) {
        /* The trunk to the second row must not run through the label. */
        double gate = p->box[p->top].x + p->box[p->top].tier[SECOND].gate;
        double width = spenn_font_width(name, p->label, true);
        bool struck = gate > frame->label_x - 4.0 && gate < frame->label_x + width + 4.0;
        if (struck && gate + 12.0 + width < a->x1) {
            frame->label_x = gate + 6.0;
        }
    }
    return frame;
}

/* The leadership group: all of it, or the leader with staff and first row; with room for
 * the label beside the leader's box. */
static int32_t group_area(const struct plan *p, struct area *a)
{
    int32_t held = ALL;
    if (!holds_only(p, p->group, false, a)) {
        held = holds_only(p, p->group, true, a) ? SOME : NONE;
    }
    const struct box *chair = &p->box[p->top];
    double label = spenn_font_width(spenn_plan_forum(p, p->group), p->label, true);
    *a = (struct area){fmin(a->x0 - 9.0, chair->x - chair->w / 2.0 - label - 20.0),
        a->y0 - 12.0, a->x1 + 9.0, a->y1 + 8.0};
    return held;
}

static void frame_group(struct spenn_drawing *chart, struct plan *p)
{
    struct area a;
    int32_t held = group_area(p, &a);
    bool mark = held != ALL || p->box[p->top].tier[SECOND].count > 0;
    for (int32_t i = 0; i < p->m->forums.size[p->group]; i++) {
        int32_t b = member_box(p, p->group, i);
        if (b < 0) {
            continue;
        }
        struct box *box = &p->box[b];
        bool framed = held != NONE && meets(&a, box);
        box->marked = p->before ? !framed : mark; /* there, colour is for changes */
    }
    if (held != NONE) {
        add_frame(chart, p, p->group, &a, true);
    }
}

/* Whether the whole leadership group belongs to the forum. */
static bool holds_group(const struct plan *p, int32_t f)
{
    bool *member =
        spenn_arena_alloc(p->memory, (size_t)p->m->units.count + 1, sizeof *member);
    const spenn_id *unit = p->m->members.unit;
    const struct spenn_forums *forums = &p->m->forums;
    for (int32_t i = 0; i < forums->size[f]; i++) {
        member[unit[forums->first[f] + i]] = true;
    }
    bool all = true;
    for (int32_t i = 0; all && i < forums->size[p->group]; i++) {
        all = member[unit[forums->first[p->group] + i]];
    }
    return all;
}

/* The area of another forum: around the leadership group's frame where it holds it. */
static bool forum_area(const struct plan *p, int32_t f, struct area *a)
{
    struct area group;
    if (!holds_only(p, f, false, a)) {
        return false;
    }
    bool around =
        p->group != SPENN_NONE && group_area(p, &group) == ALL && holds_group(p, f);
    *a = (struct area){a->x0 - 5.0, a->y0 - 5.0, a->x1 + 5.0, a->y1 + 16.0};
    if (around) {
        *a = (struct area){fmin(a->x0, group.x0 - 5.0), fmin(a->y0, group.y0 - 5.0),
            fmax(a->x1, group.x1 + 5.0), fmax(a->y1, group.y1 + 16.0)};
    }
    double label = spenn_font_width(spenn_plan_forum(p, f), p->label, true);
    double more = fmax(0.0, label + 12.0 - (a->x1 - a->x0)) / 2.0;
    a->x0 -= more;
    a->x1 += more;
    int32_t held = 0;
    for (int32_t b = 0; b < p->count; b++) {
        held += meets(a, &p->box[b]);
    }
    for (int32_t i = 0; i < p->m->forums.size[f]; i++) {
        held -= member_box(p, f, i) >= 0;
    }
    return held == 0;
}

bool spenn_plan_frames(const struct plan *p, int32_t forum)
{
    struct area area;
    return forum_area(p, forum, &area);
}

/* Two frames that end at one height would have one label over the other: the wider one
 * ends further down. */
static void keep_apart(struct spenn_drawing *chart, struct spenn_drawing_frame *frame)
{
    for (int32_t i = 0; i < chart->frames - 1; i++) {
        struct spenn_drawing_frame *other = &chart->frame[i];
        bool level = fabs(other->y + other->h - frame->y - frame->h) < 12.0
            && other->x < frame->x + frame->w && frame->x < other->x + other->w;
        if (level && other->dashed) {
            struct spenn_drawing_frame *wide = other->w > frame->w ? other : frame;
            wide->x -= 4.0;
            wide->y -= 4.0;
            wide->w += 8.0;
            wide->h += 21.0;
            wide->label_y += 17.0;
        }
    }
}

static void frame_panels(struct spenn_drawing *chart, const struct plan *p)
{
    for (int32_t i = 0; i < p->panels; i++) {
        const struct panel *panel = &p->panel[i];
        if (panel->label == NULL) {
            continue;
        }
        struct spenn_drawing_frame *frame = DRAWING_ADD(chart, frame, frames);
        *frame = (struct spenn_drawing_frame){
            .id = spenn_arena_format(&chart->memory, "g-%d", (int)i + 1),
            .label = spenn_arena_text(&chart->memory, panel->label),
            .class = "panel",
            .fill = "#F6F8FA",
            .stroke = RULE,
            .ink = INK,
            .x = panel->x,
            .y = panel->y,
            .w = panel->w,
            .h = panel->h,
            .width = 0.7,
            .label_x = panel->x + 11.0,
            .label_y = panel->y + 10.5,
            .size = 9.5,
        };
    }
}

void spenn_sheet_frames(struct spenn_drawing *chart, struct plan *p)
{
    frame_panels(chart, p);
    if (p->group != SPENN_NONE && p->top >= 0) {
        frame_group(chart, p);
    }
    for (int32_t t = 0; t < p->ties; t++) {
        struct area area;
        int32_t f = p->tie[t].framed ? p->tie[t].forum : SPENN_NONE;
        if (f == SPENN_NONE) {
            continue;
        }
        if (forum_area(p, f, &area)) {
            keep_apart(chart, add_frame(chart, p, f, &area, false));
        } else {
            p->untied++; /* letters made the boxes larger, and now it does not fit */
        }
    }
    for (int32_t i = 0; i < chart->frames; i++) {
        const struct spenn_drawing_frame *f = &chart->frame[i];
        p->x0 = fmin(p->x0, f->x);
        p->y0 = fmin(p->y0, f->y);
        p->x1 = fmax(p->x1, f->x + f->w);
        p->y1 = fmax(p->y1, f->y + f->h);
    }
}
