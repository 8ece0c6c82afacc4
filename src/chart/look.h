/* SPDX-License-Identifier: MIT
 * The visual grammar: how each kind of unit, relation and change looks. Shape, text and
 * border carry the meaning; colour only strengthens it (docs/charts.md). */
#ifndef SPENN_LOOK_H
#define SPENN_LOOK_H

#include "changes.h"
#include "chart.h"
#include "frame_look.h"

enum look {
    LOOK_POLITICAL,
    LOOK_TOP,
    LOOK_DEPUTY,
    LOOK_MANAGER, /* a unit with units below, or a department */
    LOOK_LINE,
    LOOK_STAFF,
    LOOK_SUPPORT,
    LOOK_AUTHORITY,
    LOOK_EXTERNAL,
    LOOK_ADVICE,
    LOOK_NETWORK,
    LOOK_COUNT,
    LOOK_VACANT = LOOK_COUNT, /* status, over any of the above; only in the legend */
    LOOK_LEAVING,
    LOOK_ALL
};

enum wire {
    WIRE_LINE,
    WIRE_PROFESSIONAL,
    WIRE_ADMINISTRATIVE,
    WIRE_ADVISORY,
    WIRE_CONTRACT,
    WIRE_MOVE, /* this and the rest only of a change */
    WIRE_MERGE,
    WIRE_NEW,
    WIRE_GONE,
    WIRE_FORMER,
    WIRE_COUNT
};
static inline bool spenn_wire_changed(int32_t look)
{
    return look >= WIRE_MOVE;
}

struct wire_look {
    const char *class, *color;
    double width;
    int32_t dash, arrow;
};

#define INK "#1F2933"
#define SOFT "#5B6770"
#define MEMBER_INK "#00734F"
#define MEMBER_FILL "#CFEBD9"
#define NEW_INK "#007A54"
#define RULE "#CBD3DA"

extern const struct spenn_drawing_style spenn_look_styles[LOOK_COUNT];
extern const struct wire_look spenn_wire_looks[WIRE_COUNT];
extern const char *const spenn_look_classes[LOOK_COUNT];

/* Colours of lanes and of lettered chips, in order of use. */
enum { lane_colors = 4, chip_colors = 8 };
extern const char *const spenn_lane_colors[lane_colors];
extern const char *const spenn_chip_fills[chip_colors],
    *const spenn_chip_inks[chip_colors];

int32_t spenn_look_of(const struct spenn_model *m, spenn_id u, bool has_reports);
/* Drawn alone with what is below it, it stands as a top leader. */
bool spenn_look_leads(int32_t look);
int32_t spenn_look_of_kind(int32_t kind);
bool spenn_look_bold(int32_t look);

/* Ink of the tag of a changed box that looks so. */
const char *spenn_look_tag(int32_t change, const struct spenn_drawing_style *style);

/* A look as a status, a change and membership of a group leave it. */
struct spenn_drawing_style spenn_look_style(
    int32_t look, int32_t status, int32_t change, bool marked);

#endif
