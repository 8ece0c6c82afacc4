/* SPDX-License-Identifier: MIT
 * Frames as the drawing has them: the largest first, panels after them, at last what lies
 * on panels or crosses others; each with the boxes it holds. */
#include "frame.h"
#include "sheet.h"

#include <math.h>
#include <stdlib.h>

static double size_of(const struct frame *f)
{
    return f->panel ? 0.0 : (f->area.x1 - f->area.x0) * (f->area.y1 - f->area.y0);
}

static int compare_frames(const void *left, const void *right)
{
    const struct frame *a = *(const struct frame *const *)left;
    const struct frame *b = *(const struct frame *const *)right;
    int32_t over = (a->crossed || a->inside) - (b->crossed || b->inside);
    if (over == 0 && size_of(a) != size_of(b)) {
        over = size_of(a) < size_of(b) ? 1 : -1;
    }
    return over ? over : (a > b) - (a < b);
}

static const char *id_of(
    const struct plan *p, const struct frame *f, struct spenn_arena *memory)
{
    return f->look == FRAME_FORMER ? "f-before"
        : f->forum != SPENN_NONE
        ? spenn_arena_format(memory, "f-%s", p->m->forums.id[f->forum])
        : spenn_arena_format(memory, "g-%d", (int)(f - p->frame) + 1);
}

static void write_frame(
    struct spenn_drawing *chart, const struct plan *p, const struct frame *f)
{
    const struct frame_look *look = &spenn_frame_looks[f->look];
    bool opened = f->look != FRAME_GROUP && f->forum != SPENN_NONE && p->opened
        && p->opened[f->forum];
    struct spenn_drawing_frame *frame = DRAWING_ADD(chart, frame, frames);
    *frame = (struct spenn_drawing_frame){
        .id = id_of(p, f, &chart->memory),
        .label = spenn_arena_text(&chart->memory, f->text),
        .class = look->class,
        .fill = f->crossed ? NULL : look->fill,
        .stroke = opened ? NEW_INK : look->stroke,
        .ink = opened ? NEW_INK : look->ink,
        .x = f->area.x0,
        .y = f->area.y0,
        .w = f->area.x1 - f->area.x0,
        .h = f->area.y1 - f->area.y0,
        .width = look->width,
        .label_x = f->label.x0,
        .label_y = f->label.y0 + 0.85 * (f->label.y1 - f->label.y0),
        .size = f->label.y1 - f->label.y0,
        .dashed = look->dashed || f->crossed,
        .rounded = look->rounded,
        .first = chart->members,
        .members = f->members,
    };
    for (int32_t i = 0; i < f->members; i++) {
        *(int32_t *)DRAWING_ADD(chart, member, members) =
            spenn_sheet_row(p, f->member[i]);
    }
}

void spenn_sheet_frames(struct spenn_drawing *chart, struct plan *p)
{
    size_t count = (size_t)p->frames;
    const struct frame **frame =
        spenn_arena_alloc(p->memory, count + 1, sizeof(const struct frame *));
    for (size_t i = 0; i < count; i++) {
        const struct area *a = &p->frame[i].area;
        frame[i] = &p->frame[i];
        p->x0 = fmin(p->x0, a->x0);
        p->y0 = fmin(p->y0, a->y0);
        p->x1 = fmax(p->x1, a->x1);
        p->y1 = fmax(p->y1, a->y1);
    }
    qsort(frame, count, sizeof *frame, compare_frames);
    for (size_t i = 0; i < count; i++) {
        write_frame(chart, p, frame[i]);
    }
}
