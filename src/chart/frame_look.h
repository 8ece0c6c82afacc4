/* SPDX-License-Identifier: MIT
 * How frames around boxes look. */
#ifndef SPENN_FRAME_LOOK_H
#define SPENN_FRAME_LOOK_H

#include <stdbool.h>

enum frame_kind {
    FRAME_GROUP,
    FRAME_SECOND,
    FRAME_NETWORK,
    FRAME_PANEL,
    FRAME_FORMER, /* of the leadership group, before a change */
    FRAME_SQUARES,
    FRAME_COUNT
};

struct frame_look {
    const char *class, *fill, *stroke, *ink;
    double width;
    bool dashed, rounded;
};

extern const struct frame_look spenn_frame_looks[FRAME_COUNT];

#endif
