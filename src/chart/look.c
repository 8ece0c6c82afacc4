/* SPDX-License-Identifier: MIT */
#include "look.h"

#include <string.h>

const struct spenn_drawing_style spenn_look_styles[LOOK_COUNT] = {
    [LOOK_POLITICAL] = {"#FFFFFF", INK, INK, SOFT, 1.2, .doubled = true},
    [LOOK_TOP] = {"#123B5D", "#123B5D", "#FFFFFF", "#FFFFFF", 1.2, .dashed = false},
    [LOOK_DEPUTY] = {"#2F6690", "#2F6690", "#FFFFFF", "#FFFFFF", 1.2, .dashed = false},
    [LOOK_MANAGER] = {"#DCEAF5", "#2F6690", INK, SOFT, 1.1, .dashed = false},
    [LOOK_LINE] = {"#FFFFFF", "#4A6A85", INK, SOFT, 0.9, .dashed = false},
    [LOOK_STAFF] = {"#FFF3D1", "#B27700", INK, SOFT, 1.0, .rounded = true},
    [LOOK_SUPPORT] = {"#F1E9F4", "#8A4F7D", INK, SOFT, 1.0, .rounded = true},
    [LOOK_AUTHORITY] = {"#E3F1EC", "#00735A", INK, SOFT, 1.0, .dashed = false},
    [LOOK_EXTERNAL] = {"#F4F5F6", "#6B7680", INK, SOFT, 0.9, .doubled = true},
    [LOOK_ADVICE] = {"#FFFFFF", "#6B7680", INK, SOFT, 0.9, .rounded = true},
    [LOOK_NETWORK] = {"#FBF7FC", "#8A4F7D", INK, SOFT, 0.9, true, true, false, false},
};

const struct wire_look spenn_wire_looks[WIRE_COUNT] = {
    [WIRE_LINE] = {"line", "#4A5560", 1.1, SPENN_SOLID, SPENN_ARROW_NONE},
    [WIRE_NEW] = {"line new", "#007A54", 1.7, SPENN_SOLID, SPENN_ARROW_NONE},
    [WIRE_GONE] = {"line gone", "#B84400", 1.2, SPENN_DASHED, SPENN_ARROW_NONE},
    [WIRE_FORMER] = {"line former", "#8A96A3", 1.0, SPENN_DASHED, SPENN_ARROW_NONE},
    [WIRE_PROFESSIONAL] = {"professional", "#0072B2", 1.1, SPENN_DASHED, SPENN_ARROW_VEE},
    [WIRE_ADMINISTRATIVE] = {"administrative", "#4A5560", 1.1, SPENN_DASHED,
        SPENN_ARROW_VEE},
    [WIRE_ADVISORY] = {"advisory", "#6B7680", 1.5, SPENN_DOTTED, SPENN_ARROW_NONE},
    [WIRE_CONTRACT] = {"contract", "#00735A", 1.1, SPENN_DASHED, SPENN_ARROW_OPEN},
    [WIRE_MOVE] = {"move", "#003F7F", 1.3, SPENN_SOLID, SPENN_ARROW_FULL},
    [WIRE_MERGE] = {"move merge", "#3D3D3D", 1.3, SPENN_SOLID, SPENN_ARROW_FULL},
};

const struct frame_look spenn_frame_looks[FRAME_COUNT] = {
    [FRAME_GROUP] = {"leadership-group", "#EAF6EE", MEMBER_INK, MEMBER_INK, 1.2, false,
        true},
    [FRAME_SECOND] = {"forum", "#F3F8FC", "#0072B2", "#0072B2", 1.3, false, true},
    [FRAME_NETWORK] = {"network", "#FBF7FC", "#8A4F7D", "#8A4F7D", 1.3, true, true},
    [FRAME_PANEL] = {"panel", "#F6F8FA", RULE, INK, 0.7, false, false},
    [FRAME_FORMER] = {"former-group", NULL, "#56776A", "#456457", 0.8, true, true},
    [FRAME_SQUARES] = {"squares", "#F6F8FA", RULE, INK, 0.7, false, false},
};

const char *const spenn_look_classes[LOOK_COUNT] = {"political", "top", "deputy",
    "manager", "plain", "staff", "support", "purchaser", "external", "advice", "network"};
const char *const spenn_change_classes[CHANGE_COUNT] = {[CHANGE_NONE] = "",
    [CHANGE_NEW] = "new",
    [CHANGE_PART] = "new part",
    [CHANGE_SPUN] = "new spun-off",
    [CHANGE_GONE] = "gone",
    [CHANGE_MOVED] = "moved",
    [CHANGE_RENAMED] = "renamed",
    [CHANGE_MERGED] = "merged",
    [CHANGE_LEAVING] = "leaving",
    [CHANGE_JOINED] = "joined",
    [CHANGE_LEFT] = "left",
    [CHANGE_GHOST] = "moved-out",
    [CHANGE_ABSORBED] = "absorbed",
    [CHANGE_DIVIDED] = "divided"};

const char *const spenn_lane_colors[lane_colors] = {
    "#0072B2", "#5A2D0C", "#00734F", "#8A4F7D"};
const char *const spenn_chip_fills[chip_colors] = {"#F0E442", "#56B4E9", "#CC79A7",
    "#1F2933", "#E69F00", "#00A87A", "#0072B2", "#FFFFFF"};
const char *const spenn_chip_inks[chip_colors] = {
    INK, INK, INK, "#FFFFFF", INK, INK, "#FFFFFF", INK};

static const int32_t by_kind[SPENN_KIND_COUNT] = {
    [SPENN_COUNCIL] = LOOK_POLITICAL,
    [SPENN_COMMITTEE] = LOOK_POLITICAL,
    [SPENN_EXECUTIVE] = LOOK_TOP,
    [SPENN_DEPUTY] = LOOK_DEPUTY,
    [SPENN_DEPARTMENT] = LOOK_MANAGER,
    [SPENN_STAFF] = LOOK_STAFF,
    [SPENN_SUPPORT] = LOOK_SUPPORT,
    [SPENN_REGION] = LOOK_LINE,
    [SPENN_SPECIAL_UNIT] = LOOK_LINE,
    [SPENN_RESULT_UNIT] = LOOK_LINE,
    [SPENN_TEAM] = LOOK_LINE,
    [SPENN_NETWORK] = LOOK_NETWORK,
    [SPENN_PURCHASER] = LOOK_AUTHORITY,
    [SPENN_LEGAL_ENTITY] = LOOK_EXTERNAL,
    [SPENN_ADVICE] = LOOK_ADVICE,
    [SPENN_EXTERNAL] = LOOK_EXTERNAL,
};

int32_t spenn_look_of(const struct spenn_model *m, spenn_id u, bool has_reports)
{
    int32_t look = by_kind[m->units.kind[u]];
    return look == LOOK_LINE && has_reports ? LOOK_MANAGER : look;
}

bool spenn_look_leads(int32_t look)
{
    return look == LOOK_DEPUTY || look == LOOK_MANAGER || look == LOOK_LINE;
}

int32_t spenn_look_of_kind(int32_t kind)
{
    return by_kind[kind];
}

bool spenn_look_bold(int32_t look)
{
    return look <= LOOK_MANAGER;
}

/* The shape that says what kind of unit it is stays; colour and dashes are the change's.
 * Of a unit that only joins, leaves or is on its way out the border is enough. */
static void change_style(struct spenn_drawing_style *style, int32_t change)
{
#define NEW_STYLE "#E3F6EE", "#007A54", INK, SOFT, 1.8, .dashed = false
#define FORMER_STYLE "#FFFFFF", "#66727E", SOFT, SOFT, 0.9, .dashed = true
    static const struct spenn_drawing_style styles[CHANGE_COUNT] = {
        [CHANGE_NEW] = {NEW_STYLE},
        [CHANGE_PART] = {NEW_STYLE},
        [CHANGE_SPUN] = {NEW_STYLE},
        [CHANGE_GONE] = {"#FFFFFF", "#B84400", "#B84400", "#B84400", 1.4, true, false,
            false, true},
        [CHANGE_MOVED] = {"#DCE8F5", "#003F7F", INK, SOFT, 1.8, .dashed = false},
        [CHANGE_RENAMED] = {"#FBF5FA", "#9C5A8E", INK, SOFT, 1.6, .dashed = false},
        [CHANGE_MERGED] = {"#FFF1B8", "#3D3D3D", INK, SOFT, 1.8, .dashed = false},
        [CHANGE_LEAVING] = {NULL, "#B84400", INK, SOFT, 1.8, .dashed = true},
        [CHANGE_JOINED] = {NULL, MEMBER_INK, INK, SOFT, 1.8, .dashed = false},
        [CHANGE_LEFT] = {NULL, "#B84400", INK, SOFT, 1.8, .dashed = false},
        [CHANGE_GHOST] = {FORMER_STYLE},
        [CHANGE_ABSORBED] = {FORMER_STYLE},
        [CHANGE_DIVIDED] = {FORMER_STYLE},
    };
    const struct spenn_drawing_style kind = *style;
    *style = styles[change];
    style->rounded = kind.rounded;
    if (style->fill == NULL) {
        style->fill = kind.fill;
        style->ink = kind.ink;
        style->soft = kind.soft;
        style->dashed = style->dashed || kind.dashed;
    }
    style->doubled = kind.doubled && !style->dashed && change <= CHANGE_SPUN;
}

struct spenn_drawing_style spenn_look_style(
    int32_t look, int32_t status, int32_t change, bool marked)
{
    struct spenn_drawing_style style = spenn_look_styles[look];
    if (marked && look != LOOK_TOP && look != LOOK_DEPUTY) {
        style.fill = MEMBER_FILL;
        style.stroke = MEMBER_INK;
        style.width = 1.6;
    }
    if (status == SPENN_STATUS_VACANT || status == SPENN_STATUS_PLANNED) {
        style.fill = "#FFFFFF";
        style.stroke = "#6B7680";
        style.ink = style.soft = SOFT;
        style.dashed = true;
    } else if (status == SPENN_STATUS_LEAVING) {
        style.dashed = true;
    }
    if (change != CHANGE_NONE) {
        change_style(&style, change);
    }
    return style;
}

const char *spenn_look_tag(int32_t change, const struct spenn_drawing_style *style)
{
    /* Darker than the borders: they stand on fills of all kinds. */
    static const char *const inks[CHANGE_COUNT] = {[CHANGE_JOINED] = "#00643F",
        [CHANGE_LEFT] = "#A33C00",
        [CHANGE_LEAVING] = "#A33C00"};
    bool light = strcmp(style->ink, INK) != 0;
    bool own = change == CHANGE_GONE || spenn_change_former(change) || light;
    return own ? style->ink : inks[change] ? inks[change] : style->stroke;
}
