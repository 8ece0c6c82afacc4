/* SPDX-License-Identifier: MIT
 * A legend: swatches and what they mean, wrapped into lines. */
#include "furniture.h"

#include "font.h"

#include <string.h>
#include <strings.h>

static const double text_size = 7.5, swatch = 18.0, gap = 14.0, indent = 23.0,
                    line_height = 14.0;
static const char ink[] = "#1F2933";

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool alike(const struct spenn_legend_item *a, const struct spenn_legend_item *b)
{
    const struct spenn_drawing_style *s = &a->style, *t = &b->style;
    return same_text(a->letter, b->letter) && same_text(s->fill, t->fill)
        && same_text(s->stroke, t->stroke) && s->dashed == t->dashed
        && s->rounded == t->rounded && s->doubled == t->doubled && a->pile == b->pile
        && a->line == b->line && a->bar == b->bar && a->heading == b->heading
        && a->dash == b->dash && a->arrow == b->arrow;
}

static void measure(struct spenn_legend_item *item)
{
    double text =
        SPENN_FONT_SLACK * spenn_font_width(item->label, text_size, item->heading);
    item->width = item->bar ? text + 12.0 : text + gap + (item->heading ? 0.0 : indent);
}

void spenn_legend_add(struct spenn_legend *legend, const struct spenn_legend_item *item)
{
    bool there = legend->none;
    for (int32_t i = 0; i < legend->items && !there; i++) {
        there = alike(&legend->item[i], item)
            && same_text(legend->item[i].label, item->label);
    }
    if (there) {
        return;
    }
    struct spenn_arena *memory = legend->memory;
    struct spenn_legend_item *out = spenn_drawing_add(
        memory, (void **)&legend->item, &legend->items, sizeof *legend->item);
    *out = *item;
    out->label = spenn_arena_text(memory, item->label);
    out->letter = spenn_arena_text(memory, item->letter);
    out->explains = spenn_arena_text(memory, item->explains);
    measure(out);
    if (!item->bar && legend->items > 1 && out[-1].bar) {
        out[-1].width += gap; /* the end of a bar */
    }
}

/* Whether a list with `between` its parts has this part; letters A to Z by either case.
 */
static bool has_part(
    const char *list, const char *between, const char *part, size_t length)
{
    for (const char *at = list; at; at = strstr(at, between)) {
        at += at == list ? 0 : strlen(between);
        const char *end = strstr(at, between);
        size_t own = end ? (size_t)(end - at) : strlen(at);
        if (own == length && strncasecmp(at, part, length) == 0) {
            return true;
        }
    }
    return false;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + 'a' - 'A') : letter;
}

/* The parts of one list, then those that only the other has. */
static const char *unite(
    struct spenn_arena *memory, const char *list, const char *other, const char *between)
{
    for (const char *at = other; at;) {
        const char *end = strstr(at, between);
        size_t length = end ? (size_t)(end - at) : strlen(at);
        if (!has_part(list, between, at, length)) {
            list = spenn_arena_format(
                memory, "%s%s%c%.*s", list, between, lower(*at), (int)length - 1, at + 1);
        }
        at = end ? end + strlen(between) : NULL;
    }
    return list;
}

void spenn_legend_unite(struct spenn_legend *legend, const struct spenn_legend_item *item)
{
    for (int32_t i = 0; i < legend->items && !item->bar && !item->heading; i++) {
        struct spenn_legend_item *own = &legend->item[i];
        if (alike(own, item)) {
            own->label = unite(legend->memory, own->label, item->label, " / ");
            own->explains = own->explains && item->explains
                ? unite(legend->memory, own->explains, item->explains, " ")
                : own->explains;
            measure(own);
            return;
        }
    }
    spenn_legend_add(legend, item);
}

int32_t spenn_legend_lines(const struct spenn_legend *legend, double width)
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
        .rounded = style->rounded,
        .doubled = style->doubled};
}

static void add_line(
    struct spenn_drawing *chart, const struct spenn_legend_item *item, double x, double y)
{
    *(struct spenn_drawing_shape *)DRAWING_ADD(chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = x,
            .y = y,
            .w = swatch,
            .width = item->style.width,
            .stroke = item->style.stroke,
            .dashed = item->dash == SPENN_DASHED,
            .dotted = item->dash == SPENN_DOTTED,
            .arrow = item->arrow};
}

static struct spenn_drawing_item *explain(struct spenn_drawing *chart,
    const struct spenn_legend_item *item, int32_t shape, int32_t letter)
{
    struct spenn_drawing_item *out = DRAWING_ADD(chart, item, items);
    *out = (struct spenn_drawing_item){
        .explains = spenn_arena_text(&chart->memory, item->explains),
        .shape = shape,
        .letter = letter,
        .first = chart->texts,
    };
    return out;
}

struct spenn_drawing_item *spenn_legend_swatch(
    struct spenn_drawing *chart, const struct spenn_legend_item *item, double x, double y)
{
    if (item->line) {
        add_line(chart, item, x, y);
    } else {
        for (int32_t i = item->pile ? 2 : 0; i >= 0; i--) {
            add_swatch(chart, &item->style, x + 1.5 * i, y + 1.5 * i);
        }
    }
    if (item->letter) {
        spenn_drawing_say(chart,
            &(struct spenn_drawing_text){
                item->letter, item->style.ink, x + swatch / 2.0, y + 2.4, 6.5, 0, true});
    }
    return explain(chart, item, item->line ? -1 : chart->shapes - 1,
        item->letter ? chart->texts - 1 : -1);
}

/* One stretch of a bar, as wide as its item but for the gap after the last. */
static void add_bar(
    struct spenn_drawing *chart, const struct spenn_legend_item *item, double x, double y)
{
    double w = SPENN_FONT_SLACK * spenn_font_width(item->label, text_size, false) + 12.0;
    *(struct spenn_drawing_shape *)DRAWING_ADD(chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = x,
            .y = y - 6.0,
            .w = w,
            .h = 12.0,
            .width = item->style.width,
            .fill = item->style.fill,
            .stroke = item->style.stroke};
    spenn_drawing_say(chart,
        &(struct spenn_drawing_text){
            item->label, item->style.ink, x + w / 2.0, y + 2.7, text_size, 0, false});
    explain(chart, item, chart->shapes - 1, chart->texts - 1);
}

static void add_item(
    struct spenn_drawing *chart, const struct spenn_legend_item *item, double x, double y)
{
    if (item->bar) {
        add_bar(chart, item, x, y);
        return;
    }
    if (!item->heading) {
        spenn_legend_swatch(chart, item, x, y)->lines = 1;
        x += indent;
    }
    spenn_drawing_say(chart,
        &(struct spenn_drawing_text){
            item->label, ink, x, y + 2.7, text_size, -1, item->heading});
}

void spenn_legend_draw(const struct spenn_legend *legend, struct spenn_drawing *chart,
    struct spenn_drawing_point at, double width)
{
    double x = at.x;
    for (int32_t i = 0; i < legend->items; i++) {
        const struct spenn_legend_item *item = &legend->item[i];
        if (x > at.x && x + item->width - gap > at.x + width) {
            x = at.x;
            at.y += line_height;
        }
        add_item(chart, item, x, at.y);
        x += item->width;
    }
}
