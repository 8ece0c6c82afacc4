/* SPDX-License-Identifier: MIT
 * The legend: only what the chart uses, looks that are alike with the names of all kinds
 * drawn so, wrapped into lines. */
#include "page.h"

#include "font.h"

#include <string.h>

static const double text_size = 7.5, swatch = 18.0, gap = 14.0, line_height = 14.0;

static void add(struct legend *legend, struct spenn_arena *memory, enum item_kind kind,
    int32_t index, const char *label)
{
    struct item *item = spenn_drawing_add(
        memory, (void **)&legend->item, &legend->items, sizeof *legend->item);
    item->kind = kind;
    item->index = index;
    item->label = label;
    item->width = swatch + 5.0 + spenn_font_width(label, text_size, false) + gap;
}

/* Names of the kinds drawn in a look: "Region / særorgan". */
static const char *kinds_of(const struct plan *p, const bool *kind)
{
    const char *const *names = p->english ? spenn_kinds.en : spenn_kinds.nb;
    const char *text = "";
    for (int32_t k = 0; k < SPENN_KIND_COUNT; k++) {
        if (kind[k]) {
            text = spenn_arena_format(
                p->memory, "%s%s%s", text, *text ? " / " : "", names[k]);
        }
    }
    return spenn_word_capital(p->memory, text);
}

static void add_looks(struct legend *legend, const struct plan *p)
{
    bool kind[LOOK_COUNT][SPENN_KIND_COUNT] = {{false}};
    bool used[LOOK_ALL] = {false};
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit == SPENN_NONE) {
            continue;
        }
        int32_t status = box->m->units.status[box->unit];
        bool plain = box->change == CHANGE_NONE;
        used[LOOK_VACANT] |=
            plain && (status == SPENN_STATUS_VACANT || status == SPENN_STATUS_PLANNED);
        used[LOOK_LEAVING] |= plain && status == SPENN_STATUS_LEAVING;
        plain =
            plain && !(box->marked && box->look != LOOK_TOP && box->look != LOOK_DEPUTY);
        used[box->look] |= plain;
        kind[box->look][box->m->units.kind[box->unit]] |= plain;
    }
    for (int32_t look = 0; look < LOOK_ALL; look++) {
        if (used[look]) {
            add(legend, p->memory, ITEM_LOOK, look,
                look < LOOK_COUNT ? kinds_of(p, kind[look]) : p->words->look[look]);
        }
    }
}

static void add_frames(
    struct legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    bool main = false, second = false, panel = false, marked = false;
    for (int32_t i = 0; i < chart->frames; i++) {
        const char *class = chart->frame[i].class;
        main = main || strcmp(class, "leadership-group") == 0;
        second = second || strcmp(class, "forum") == 0;
        panel = panel || strcmp(class, "panel") == 0;
    }
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        marked =
            marked || (box->marked && box->look != LOOK_TOP && box->look != LOOK_DEPUTY);
    }
    if (main) {
        add(legend, p->memory, ITEM_FRAME, 0, p->words->group_frame);
    }
    if (marked) {
        add(legend, p->memory, ITEM_MARK, 0, p->words->group_member);
    }
    if (second) {
        add(legend, p->memory, ITEM_SECOND, 0, p->words->second_frame);
    }
    if (panel) {
        add(legend, p->memory, ITEM_PANEL, 0, p->words->panel);
    }
}

static void add_wires(
    struct legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    for (int32_t look = 0; look < WIRE_COUNT; look++) {
        bool used = false;
        for (int32_t i = 0; i < chart->wires && !used; i++) {
            used = strcmp(chart->wire[i].class, spenn_wire_looks[look].class) == 0;
        }
        if (used) {
            add(legend, p->memory, ITEM_WIRE, look, p->words->wire[look]);
        }
    }
    for (int32_t t = 0; t < p->ties; t++) {
        if (p->tie[t].letter) {
            add(legend, p->memory, ITEM_CHIP, t, p->tie[t].name);
        }
    }
}

void spenn_legend_make(
    struct legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    add_looks(legend, p);
    add_frames(legend, chart, p);
    add_wires(legend, chart, p);
}

int32_t spenn_legend_lines(const struct legend *legend, double width)
{
    int32_t lines = legend->items > 0;
    double x = 0.0;
    for (int32_t i = 0; i < legend->items; i++) {
        if (x > 0.0 && x + legend->item[i].width - gap > width) {
            lines++;
            x = 0.0;
        }
        x += legend->item[i].width;
    }
    return lines;
}

static void add_swatch(struct spenn_drawing *chart,
    const struct spenn_drawing_style *style, double x, double y)
{
    struct spenn_drawing_shape *shape = DRAWING_ADD(chart, shape, shapes);
    *shape = (struct spenn_drawing_shape){.x = x,
        .y = y - 4.5,
        .w = swatch,
        .h = 9.0,
        .width = style->width,
        .fill = style->fill,
        .stroke = style->stroke,
        .dashed = style->dashed,
        .rounded = style->rounded};
    if (style->doubled) {
        shape = DRAWING_ADD(chart, shape, shapes);
        *shape = (struct spenn_drawing_shape){.x = x + 2.0,
            .y = y - 2.5,
            .w = swatch - 4.0,
            .h = 5.0,
            .width = style->width,
            .stroke = style->stroke};
    }
}

static void add_line(struct spenn_drawing *chart, int32_t look, double x, double y)
{
    const struct wire_look *wire = &spenn_wire_looks[look];
    *(struct spenn_drawing_shape *)DRAWING_ADD(chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = x,
            .y = y,
            .w = swatch,
            .width = wire->width,
            .stroke = wire->color,
            .dashed = wire->dash == SPENN_DASHED,
            .dotted = wire->dash == SPENN_DOTTED,
            .arrow = wire->arrow != SPENN_ARROW_NONE};
}

void spenn_legend_swatch(struct spenn_drawing *chart, const struct plan *p,
    const struct item *item, double x, double y)
{
    static const struct spenn_drawing_style frames[] = {
        [ITEM_MARK] = {MEMBER_FILL, FRAME_INK, INK, SOFT, 1.6, .dashed = false},
        [ITEM_FRAME] = {FRAME_FILL, FRAME_INK, INK, SOFT, 1.2, .rounded = true},
        [ITEM_SECOND] = {NULL, SECOND_INK, INK, SOFT, 1.3, .dashed = true,
            .rounded = true},
        [ITEM_PANEL] = {"#F6F8FA", RULE, INK, SOFT, 0.7, .dashed = false},
    };
    struct spenn_drawing_style style;
    switch (item->kind) {
    case ITEM_WIRE:
        add_line(chart, item->index, x, y);
        return;
    case ITEM_LOOK:
        style = item->index < LOOK_COUNT
            ? spenn_look_style(item->index, SPENN_STATUS_NONE, CHANGE_NONE, false)
            : spenn_look_style(LOOK_LINE,
                item->index == LOOK_VACANT ? SPENN_STATUS_VACANT : SPENN_STATUS_LEAVING,
                CHANGE_NONE, false);
        break;
    case ITEM_CHANGE:
        style = spenn_look_style(LOOK_LINE, SPENN_STATUS_NONE, item->index, false);
        break;
    case ITEM_CHIP:
        style = (struct spenn_drawing_style){spenn_chip_fills[p->tie[item->index].color],
            INK, INK, SOFT, 0.4, .dashed = false};
        spenn_sheet_text(chart,
            &(struct spenn_drawing_text){
                spenn_arena_format(p->memory, "%c", (char)p->tie[item->index].letter),
                spenn_chip_inks[p->tie[item->index].color], x + swatch / 2.0, y + 2.4,
                6.5, 0, true});
        break;
    default:
        style = frames[item->kind];
    }
    add_swatch(chart, &style, x, y);
}

void spenn_legend_draw(const struct legend *legend, struct spenn_drawing *chart,
    const struct plan *p, struct spenn_drawing_point at, double width)
{
    double x = at.x;
    for (int32_t i = 0; i < legend->items; i++) {
        const struct item *item = &legend->item[i];
        if (x > at.x && x + item->width - gap > at.x + width) {
            x = at.x;
            at.y += line_height;
        }
        spenn_legend_swatch(chart, p, item, x, at.y);
        spenn_sheet_text(chart,
            &(struct spenn_drawing_text){
                item->label, INK, x + swatch + 5.0, at.y + 2.7, text_size, -1, false});
        x += item->width;
    }
}
