/* SPDX-License-Identifier: MIT
 * One drawing into another: its arrays are appended, rows that refer to others follow. */
#include "furniture.h"

#include <string.h>

#define APPEND(into, part, array, count)                                                 \
    for (int32_t row = 0; row < (part)->count; row++) {                                  \
        memcpy(DRAWING_ADD(into, array, count), &(part)->array[row],                     \
            sizeof *(part)->array);                                                      \
    }

/* "u-toll" with "p1-" is "u-p1-toll". */
static const char *mark_id(struct spenn_arena *memory, const char *id, const char *prefix)
{
    size_t kind = strcspn(id, "-") + 1;
    return kind <= strlen(id)
        ? spenn_arena_format(memory, "%.*s%s%s", (int)kind, id, prefix, id + kind)
        : spenn_arena_format(memory, "%s%s", prefix, id);
}

static void shift_boxes(
    struct spenn_drawing *part, const struct spenn_drawing *into, const char *prefix)
{
    for (int32_t i = 0; i < part->boxes; i++) {
        struct spenn_drawing_box *box = &part->box[i];
        box->id = mark_id(&part->memory, box->id, prefix);
        box->parent += box->parent < 0 ? 0 : into->boxes;
        box->first += into->runs;
    }
    for (int32_t i = 0; i < part->frames; i++) {
        struct spenn_drawing_frame *frame = &part->frame[i];
        frame->id = mark_id(&part->memory, frame->id, prefix);
        frame->first += into->members;
    }
    for (int32_t i = 0; i < part->members; i++) {
        part->member[i] += into->boxes;
    }
    for (int32_t i = 0; i < part->items; i++) {
        struct spenn_drawing_item *item = &part->item[i];
        item->shape += item->shape < 0 ? 0 : into->shapes;
        item->letter += item->letter < 0 ? 0 : into->texts;
        item->first += into->texts;
    }
    for (int32_t i = 0; i < part->wires; i++) {
        part->wire[i].from += into->boxes;
        part->wire[i].to += into->boxes;
        part->wire[i].first += into->points;
    }
}

void spenn_drawing_merge(
    struct spenn_drawing *drawing, struct spenn_drawing *part, const char *prefix)
{
    shift_boxes(part, drawing, prefix);
    APPEND(drawing, part, box, boxes)
    APPEND(drawing, part, chip, chips)
    APPEND(drawing, part, frame, frames)
    APPEND(drawing, part, wire, wires)
    APPEND(drawing, part, text, texts)
    APPEND(drawing, part, shape, shapes)
    APPEND(drawing, part, item, items)
    APPEND(drawing, part, table, tables)
    APPEND(drawing, part, run, runs)
    APPEND(drawing, part, point, points)
    APPEND(drawing, part, member, members)
    spenn_arena_adopt(&drawing->memory, &part->memory);
    *part = (struct spenn_drawing){0};
}
