/* SPDX-License-Identifier: MIT */
#include "room.h"

#include "place.h"

#include <math.h>
#include <stdlib.h>

static const double gap = 3.5; /* beside a text */

struct area spenn_area_box(const struct box *box)
{
    double cards = box->cards ? CARDS : 0.0;
    return (struct area){box->x - box->w / 2.0, box->y, box->x + box->w / 2.0 + cards,
        box->y + box->h + cards};
}

bool spenn_areas_meet(const struct area *a, const struct area *b)
{
    return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void add(
    struct spenn_arena *memory, struct area **list, int32_t *count, const struct area *a)
{
    *(struct area *)spenn_drawing_add(memory, (void **)list, count, sizeof **list) = *a;
}

void spenn_block(struct blocks *blocks, const struct area *a)
{
    add(blocks->memory, &blocks->block, &blocks->count, a);
}

void spenn_block_edges(struct blocks *blocks, const struct area *a)
{
    spenn_block(blocks, &(struct area){a->x0 - 1.0, a->y0, a->x0 + 1.0, a->y1});
    spenn_block(blocks, &(struct area){a->x1 - 1.0, a->y0, a->x1 + 1.0, a->y1});
    spenn_block(blocks, &(struct area){a->x0, a->y0 - 1.0, a->x1, a->y0 + 1.0});
    spenn_block(blocks, &(struct area){a->x0, a->y1 - 1.0, a->x1, a->y1 + 1.0});
}

void spenn_block_boxes(struct blocks *blocks, const struct plan *p)
{
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit != SPENN_NONE) {
            struct area a = spenn_area_box(box);
            spenn_block(blocks, &a);
        }
    }
}

void spenn_block_lines(
    struct blocks *blocks, const struct spenn_drawing *chart, int32_t from)
{
    for (int32_t w = from; w < chart->wires; w++) {
        const struct spenn_drawing_point *p = &chart->point[chart->wire[w].first];
        for (int32_t i = 0; i + 1 < chart->wire[w].points; i++) {
            spenn_block(blocks,
                &(struct area){fmin(p[i].x, p[i + 1].x) - 1.0,
                    fmin(p[i].y, p[i + 1].y) - 1.0, fmax(p[i].x, p[i + 1].x) + 1.0,
                    fmax(p[i].y, p[i + 1].y) + 1.0});
        }
    }
}

static int compare_left(const void *left, const void *right)
{
    const struct area *a = left, *b = right;
    return (a->x0 > b->x0) - (a->x0 < b->x0);
}

bool spenn_room(struct blocks *blocks, const struct area *band, double width, double *x)
{
    blocks->scratched = 0;
    for (int32_t i = 0; i < blocks->count; i++) {
        if (spenn_areas_meet(&blocks->block[i], band)) {
            add(blocks->memory, &blocks->scratch, &blocks->scratched, &blocks->block[i]);
        }
    }
    if (blocks->scratched > 1) {
        qsort(blocks->scratch, (size_t)blocks->scratched, sizeof *blocks->scratch,
            compare_left);
    }
    *x = band->x0;
    for (int32_t i = 0; i < blocks->scratched; i++) {
        if (blocks->scratch[i].x0 < *x + width + gap) {
            *x = fmax(*x, blocks->scratch[i].x1 + gap);
        }
    }
    return *x + width <= band->x1;
}
