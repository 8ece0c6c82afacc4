/* SPDX-License-Identifier: MIT
 * Rectangles around boxes: the frames of forums, and panels. */
#ifndef SPENN_FRAME_H
#define SPENN_FRAME_H

#include "relations.h"
#include "room.h"

struct frame {
    int32_t look;             /* enum frame_kind */
    int32_t forum;            /* SPENN_NONE: of none */
    int32_t members, *member; /* the boxes it holds */
    struct area area, label;  /* label: the place of its text */
    const char *text;
    bool panel;   /* was laid out as one */
    bool crossed; /* by the frame of another forum */
    bool inside;  /* a panel */
};

struct framing { /* the making of frames */
    struct plan *p;
    const struct spenn_drawing *chart; /* its lines, that edges keep clear of */
    struct blocks blocks;              /* what labels keep clear of */
    int32_t now, *mark;                /* mark[b] is `now`: a member of the latest */
    bool *was;                         /* boxes of units before, for a former frame */
};

/* A box, with the spine beside it where it stands in a list. */
struct area spenn_area_of(const struct plan *p, int32_t b);
/* How many boxes are not wholly outside, former places left out. */
int32_t spenn_area_boxes(const struct plan *p, const struct area *a);

/* The area of its boxes. */
struct area spenn_frame_around(const struct plan *p, const struct frame *f);

/* frame_former.c: how many boxes count as held when the frame takes an area, -1: it would
 * cut one; and the frame of the leadership group before. */
int32_t spenn_frame_held(
    const struct framing *k, const struct frame *f, const struct area *a);
void spenn_frame_former(struct framing *k);

/* frame_fit.c: the area and the place of the label of a frame whose members are marked,
 * so that it holds nobody else and its edges and label keep clear of boxes, lines and
 * other frames. False when there is none. */
bool spenn_frame_fit(struct framing *k, struct frame *f);

#endif
