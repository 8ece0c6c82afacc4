/* SPDX-License-Identifier: MIT
 * A panel of squares below the title of a unit: first its own reports without reports,
 * then a row for each of the others, who leads it first. */
#include "place.h"

#include <math.h>

struct cells { /* where the next square goes */
    double left, y;
    int32_t across, used;
};

static void put(struct cells *c, struct box *box, const struct box *above)
{
    if (c->used == c->across) {
        c->used = 0;
        c->y += SQUARE + SQUARE_GAP;
    }
    box->x = c->left + c->used++ * (SQUARE + SQUARE_GAP) + SQUARE / 2.0;
    box->y = c->y;
    if (above) {
        box->x -= above->x;
        box->y -= above->y;
    }
}

static void end_row(struct cells *c)
{
    c->y += c->used > 0 ? SQUARE + SQUARE_GAP + 2.5 : 0.0;
    c->used = 0;
}

static int32_t kids_of(const struct box *box)
{
    return box->part[SIDES] + box->part[FIRST] + box->part[SECOND];
}

double spenn_place_width(int32_t across)
{
    return across * (SQUARE + SQUARE_GAP) - SQUARE_GAP + 2.0 * SQUARE_PAD;
}

void spenn_place_squares(struct plan *p, struct box *grid)
{
    double inner = grid->w - 2.0 * SQUARE_PAD;
    struct cells c = {.left = SQUARE_PAD - grid->w / 2.0,
        .y = grid->h + SQUARE_PAD - 1.0,
        .across = (int32_t)floor((inner + SQUARE_GAP) / (SQUARE + SQUARE_GAP) + 1e-6)};
    for (int32_t i = 0; i < kids_of(grid); i++) {
        struct box *kid = &p->box[p->kid[grid->kids + i]];
        if (kid->weight == 1) {
            put(&c, kid, NULL);
        }
    }
    end_row(&c);
    for (int32_t i = 0; i < kids_of(grid); i++) {
        struct box *kid = &p->box[p->kid[grid->kids + i]];
        if (kid->weight == 1) {
            continue;
        }
        put(&c, kid, NULL);
        for (int32_t k = 0; k < kids_of(kid); k++) {
            put(&c, &p->box[p->kid[kid->kids + k]], kid);
        }
        end_row(&c);
    }
    grid->tall = c.y - SQUARE_GAP - 2.5 + SQUARE_PAD;
    spenn_place_panel(p,
        &(struct panel){.box = (int32_t)(grid - p->box),
            .label = "",
            .x = -grid->w / 2.0,
            .w = grid->w,
            .h = grid->tall});
}
