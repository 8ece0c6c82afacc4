/* SPDX-License-Identifier: MIT
 * Beside a before/after chart: how many units changed in which way, and key figures of
 * the organization before and after. */
#include "page.h"

#include "font.h"

static const double width = 138.0, step = 16.0;

static void put(struct spenn_drawing *chart, const struct spenn_drawing_text *text)
{
    spenn_drawing_say(chart, text);
}

static const char *number(struct spenn_arena *memory, int32_t value)
{
    return spenn_arena_format(memory, "%d", (int)value);
}

/* One row: what, wrapped to the panel, and how many (none when negative). */
static double row(struct spenn_drawing *chart, const struct plan *p, const char *label,
    const struct spenn_drawing_point *at, int32_t count)
{
    const char **line;
    struct spenn_font_wrap wrap = {7.5, at->sharp ? 78.0 : 96.0, 3, false, true};
    double x = at->x + (at->sharp ? 34.0 : 10.0), y = at->y;
    int32_t lines = spenn_font_lines(p->memory, label, &wrap, &line);
    if (count >= 0) {
        put(chart,
            &(struct spenn_drawing_text){number(p->memory, count), INK,
                at->x + width - 10.0, y + 2.7, 8.0, 1, true});
    }
    for (int32_t i = 0; i < lines; i++) {
        put(chart,
            &(struct spenn_drawing_text){
                line[i], INK, x, y + 2.7 + 9.0 * i, 7.5, -1, false});
    }
    return y + step + 9.0 * (lines > 1 ? lines - 1 : 0);
}

static const char *label_of(const struct plan *p, int32_t change)
{
    if (p->one_forum && (change == CHANGE_JOINED || change == CHANGE_LEFT)) {
        const char *verb =
            change == CHANGE_JOINED ? p->words->joined_one : p->words->left_one;
        return spenn_arena_format(p->memory, "%s%s", verb, p->one_forum);
    }
    return p->words->change[change];
}

static double changes(
    struct spenn_drawing *chart, const struct plan *p, double x, double y)
{
    int32_t count[CHANGE_COUNT] = {0}, boxes = 0;
    for (int32_t b = 0; b < p->count; b++) {
        count[p->box[b].change] += p->box[b].unit != SPENN_NONE;
        boxes += p->box[b].change != CHANGE_NONE;
    }
    if (boxes == 0) {
        y = row(chart, p, p->words->no_change, &(struct spenn_drawing_point){x, y, false},
            -1);
    }
    for (int32_t c = CHANGE_NEW; c < CHANGE_COUNT; c++) {
        if (count[c] > 0) {
            struct spenn_legend_item item = spenn_legend_change(c);
            struct spenn_drawing_item *out =
                spenn_legend_swatch(chart, &item, x + 10.0, y);
            y = row(chart, p, label_of(p, c), &(struct spenn_drawing_point){x, y, true},
                count[c]);
            out->first++; /* after the count */
            out->lines = chart->texts - out->first;
        }
    }
    for (int32_t f = 0; p->opened && f < p->m->forums.count; f++) {
        if (p->opened[f]) {
            y = row(chart, p, spenn_plan_forum(p, f),
                &(struct spenn_drawing_point){x, y, false}, -1);
        }
    }
    for (int32_t f = 0; f < p->closed_count; f++) {
        const char *label =
            spenn_arena_format(p->memory, "%s%s", p->words->closes, p->closed[f]);
        y = row(chart, p, label, &(struct spenn_drawing_point){x, y, false}, -1);
    }
    if (p->other_changes > 0) {
        y = row(chart, p, p->words->more_changes,
            &(struct spenn_drawing_point){x, y, false}, p->other_changes);
    }
    return y;
}

static double figures(
    struct spenn_drawing *chart, const struct plan *p, double x, double y)
{
    const char *const names[] = {
        p->words->units, p->words->span, p->words->group_size, p->words->layers};
    int32_t before[4], after[4];
    spenn_note_figures(p->before, p->memory, before);
    spenn_note_figures(p->m, p->memory, after);
    double was = x + width - 38.0, now = x + width - 10.0;
    put(chart,
        &(struct spenn_drawing_text){p->words->figures, INK, x + 10.0, y, 8.5, -1, true});
    put(chart,
        &(struct spenn_drawing_text){p->words->before, SOFT, was, y, 7.0, 1, false});
    put(chart,
        &(struct spenn_drawing_text){p->words->after, SOFT, now, y, 7.0, 1, false});
    for (int32_t i = 0; i < 4; i++) {
        y += 13.0;
        bool differs = before[i] != after[i];
        put(chart,
            &(struct spenn_drawing_text){names[i], INK, x + 10.0, y, 7.0, -1, false});
        put(chart,
            &(struct spenn_drawing_text){
                number(p->memory, before[i]), SOFT, was, y, 7.5, 1, false});
        put(chart,
            &(struct spenn_drawing_text){
                number(p->memory, after[i]), INK, now, y, 7.5, 1, differs});
    }
    return y;
}

void spenn_sheet_figures(
    struct spenn_drawing *chart, const struct plan *p, double x, double y)
{
    int32_t card = chart->shapes;
    *(struct spenn_drawing_shape *)DRAWING_ADD(chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = x,
            .y = y,
            .w = width,
            .h = 1.0,
            .width = 0.8,
            .fill = "#FBFCFD",
            .stroke = RULE,
            .rounded = true};
    put(chart,
        &(struct spenn_drawing_text){
            p->words->changes, INK, x + 10.0, y + 16.0, 10.0, -1, true});
    double end = changes(chart, p, x, y + 34.0);
    *(struct spenn_drawing_shape *)DRAWING_ADD(
        chart, shape, shapes) = (struct spenn_drawing_shape){
        .x = x + 10.0, .y = end - 6.0, .w = width - 20.0, .width = 0.8, .stroke = RULE};
    end = figures(chart, p, x, end + 8.0);
    chart->shape[card].h = end + 10.0 - y;
}
