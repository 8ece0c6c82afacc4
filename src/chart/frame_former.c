/* SPDX-License-Identifier: MIT
 * In a before/after chart, where the leadership group was when it has not the same boxes
 * now: a thin dashed frame around its former members, wherever they are drawn, and nobody
 * else who was there before. Who came since may stand in it. */
#include "frame.h"

#include <math.h>

int32_t spenn_frame_held(
    const struct framing *k, const struct frame *f, const struct area *a)
{
    int32_t held = 0;
    if (f->look != FRAME_FORMER) {
        return spenn_area_boxes(k->p, a);
    }
    for (int32_t b = 0; b < k->p->count; b++) {
        const struct box *box = &k->p->box[b];
        struct area own = {
            box->x - box->w / 2.0, box->y, box->x + box->w / 2.0, box->y + box->h};
        if (box->unit == SPENN_NONE || !spenn_areas_meet(&own, a)) {
            continue;
        }
        bool whole =
            own.x0 >= a->x0 && own.y0 >= a->y0 && own.x1 <= a->x1 && own.y1 <= a->y1;
        if (!whole) {
            return -1;
        }
        held += k->was[b];
    }
    return held;
}

/* Boxes of the units that were members; how many are no members now, or the other way. */
static int32_t list_former(struct framing *k, struct frame *f, spenn_id forum)
{
    const struct plan *p = k->p;
    const struct spenn_model *m = p->before;
    int32_t size = m->forums.size[forum], differ = 0;
    f->member = spenn_arena_alloc(p->memory, (size_t)p->count, sizeof *f->member);
    k->now++;
    for (int32_t i = 0; i < size; i++) {
        int32_t b = p->old_box_of[m->members.unit[m->forums.first[forum] + i]];
        if (b >= 0 && k->mark[b] != k->now) {
            k->mark[b] = k->now;
            f->member[f->members++] = b;
            differ += !p->box[b].member;
        }
    }
    for (int32_t b = 0; b < p->count; b++) {
        differ += p->box[b].member && k->mark[b] != k->now;
    }
    return differ;
}

/* All it holds, now that its place is known. */
static void list_held(const struct plan *p, struct frame *f)
{
    f->members = 0;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        struct area own = {
            box->x - box->w / 2.0, box->y, box->x + box->w / 2.0, box->y + box->h};
        if (box->unit != SPENN_NONE && spenn_areas_meet(&own, &f->area)) {
            f->member[f->members++] = b;
        }
    }
}

/* Whether the frame of the group now is where it was: of other members, but as large. */
static bool same_extent(const struct plan *p, const struct area *a)
{
    const struct frame *now = p->frames > 0 ? &p->frame[0] : NULL;
    if (now == NULL || now->look != FRAME_GROUP) {
        return false;
    }
    struct area b = spenn_frame_around(p, now);
    return fabs(a->x0 - b.x0) + fabs(a->y0 - b.y0) + fabs(a->x1 - b.x1)
        + fabs(a->y1 - b.y1)
        < 1.0;
}

void spenn_frame_former(struct framing *k)
{
    struct plan *p = k->p;
    spenn_id top = p->before ? spenn_model_top(p->before) : SPENN_NONE;
    spenn_id forum =
        top == SPENN_NONE ? SPENN_NONE : spenn_model_leadership_group(p->before, top);
    if (forum == SPENN_NONE) {
        return;
    }
    const struct spenn_forums *forums = &p->before->forums;
    const char *en = p->english ? forums->name_en[forum] : NULL;
    struct frame f = {.look = FRAME_FORMER,
        .forum = SPENN_NONE,
        .text = spenn_arena_format(
            p->memory, "%s%s", p->words->was_group, en ? en : forums->name[forum])};
    k->was = spenn_arena_alloc(p->memory, (size_t)p->count + 1, sizeof *k->was);
    for (spenn_id u = 0; u < p->before->units.count; u++) {
        if (p->old_box_of[u] >= 0) {
            k->was[p->old_box_of[u]] = true;
        }
    }
    if (list_former(k, &f, forum) == 0 || f.members < 2) {
        return;
    }
    f.area = spenn_frame_around(p, &f);
    bool fits = spenn_frame_held(k, &f, &f.area) == f.members && !same_extent(p, &f.area);
    if (fits && !spenn_frame_fit(k, &f)) { /* a shorter label may find its place */
        f.text = spenn_word_capital(p->memory, p->words->before);
        fits = spenn_frame_fit(k, &f);
    }
    if (fits) {
        list_held(p, &f);
        p->frame[p->frames++] = f;
    }
}
