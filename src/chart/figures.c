/* SPDX-License-Identifier: MIT
 * Beside a before/after chart: how many units changed in which way, and key figures of
 * the organization before and after. */
#include "account.h"
#include "page.h"

#include "font.h"

#include <math.h>

static const double width = 138.0, step = 16.0;

struct pen { /* where the next row of the panel goes */
    struct spenn_drawing *chart;
    const struct plan *p;
    double x, y; /* of the panel's left edge, of the row's middle */
};

static void put(struct spenn_drawing *chart, const struct spenn_drawing_text *text)
{
    spenn_drawing_say(chart, text);
}

static const char *number(struct spenn_arena *memory, int32_t value)
{
    return spenn_arena_format(memory, "%d", (int)value);
}

/* A line through a text from where `plain`, which it may begin with, ends. */
static void strike(struct pen *pen, const struct spenn_drawing_text *text, double plain)
{
    double w = spenn_font_width(text->text, text->size, false) * 1.03;
    *(struct spenn_drawing_shape *)DRAWING_ADD(pen->chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = text->x + fmin(plain * 1.03, w),
            .y = text->y - 2.4,
            .w = w - fmin(plain * 1.03, w),
            .width = 0.8,
            .stroke = INK};
}

struct words_of_row {
    const char *what, *name; /* "New forum: ", "Network" */
    bool swatch, struck;
};

/* Wrapped to the panel; of what is struck the name. */
static void row(struct pen *pen, const struct words_of_row *r)
{
    const char **line;
    struct spenn_font_wrap wrap = {7.5, r->swatch ? 78.0 : width - 20.0, 3, false, true};
    double x = pen->x + (r->swatch ? 34.0 : 10.0);
    const char *label = spenn_arena_format(pen->p->memory, "%s%s", r->what, r->name);
    int32_t lines = spenn_font_lines(pen->p->memory, label, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        struct spenn_drawing_text text = {
            line[i], INK, x, pen->y + 2.7 + 9.0 * i, 7.5, -1, false};
        put(pen->chart, &text);
        if (r->struck) {
            strike(pen, &text, i == 0 ? spenn_font_width(r->what, 7.5, false) : 0.0);
        }
    }
    pen->y += step + 9.0 * (lines > 1 ? lines - 1 : 0);
}

/* A row of a legend, with how many (0: without). */
static void item_row(struct pen *pen, const struct spenn_legend_item *item, int32_t count)
{
    double y = pen->y + 2.7;
    struct spenn_drawing_item *out =
        spenn_legend_swatch(pen->chart, item, pen->x + 10.0, pen->y);
    row(pen, &(struct words_of_row){"", item->label, true, false});
    out->lines = pen->chart->texts - out->first;
    if (count > 0) {
        put(pen->chart,
            &(struct spenn_drawing_text){number(pen->p->memory, count), INK,
                pen->x + width - 10.0, y, 8.0, 1, true});
    }
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

/* How many units each change concerns; former places are counted as one kind. */
static void counts(struct pen *pen)
{
    const struct plan *p = pen->p;
    int32_t count[CHANGE_COUNT] = {0}, former = 0, all = 0;
    for (int32_t b = 0; b < p->count; b++) {
        for (int32_t c = CHANGE_NONE + 1; c < CHANGE_COUNT; c++) {
            count[c] += spenn_change_marked(p->box[b].marks, c);
        }
        former += spenn_change_former(p->box[b].change);
        all += p->box[b].change != CHANGE_NONE;
    }
    if (all == 0) {
        row(pen, &(struct words_of_row){"", p->words->no_change, false, false});
    }
    for (int32_t c = CHANGE_NONE + 1; c < CHANGE_GHOST; c++) {
        struct spenn_legend_item item = spenn_legend_change(c);
        item.label = label_of(p, c);
        if (count[c] > 0) {
            item_row(pen, &item, count[c]);
        }
    }
    if (former > 0) {
        struct spenn_legend_item item = spenn_legend_change(CHANGE_GHOST);
        item.label = p->words->change[CHANGE_GHOST];
        item_row(pen, &item, 0);
    }
}

static void changes(struct pen *pen)
{
    const struct plan *p = pen->p;
    counts(pen);
    for (int32_t look = 0; look < WIRE_COUNT; look++) {
        struct spenn_legend_item item;
        if (spenn_wire_changed(look) && spenn_legend_wire(p, pen->chart, look, &item)) {
            item_row(pen, &item, 0);
        }
    }
    const struct spenn_forums *forums = &p->m->forums;
    for (int32_t f = 0; p->opened && f < forums->count; f++) {
        if (p->opened[f]) {
            const char *en = p->english ? forums->name_en[f] : NULL;
            row(pen,
                &(struct words_of_row){
                    p->words->opens, en ? en : forums->name[f], false, false});
        }
    }
    for (int32_t f = 0; f < p->closed_count; f++) {
        row(pen, &(struct words_of_row){p->words->closes, p->closed[f], false, true});
    }
}

static void figures(struct pen *pen)
{
    struct spenn_drawing *chart = pen->chart;
    const struct words *words = pen->p->words;
    int32_t before[FIGURE_COUNT], after[FIGURE_COUNT];
    spenn_note_figures(pen->p->before, pen->p->memory, before);
    spenn_note_figures(pen->p->m, pen->p->memory, after);
    double left = pen->x + 10.0, was = pen->x + width - 38.0, now = pen->x + width - 10.0;
    put(chart,
        &(struct spenn_drawing_text){words->figures, INK, left, pen->y, 8.5, -1, true});
    put(chart,
        &(struct spenn_drawing_text){words->before, SOFT, was, pen->y, 7.0, 1, false});
    put(chart,
        &(struct spenn_drawing_text){words->after, SOFT, now, pen->y, 7.0, 1, false});
    for (int32_t i = 0; i < FIGURE_COUNT; i++) {
        if (before[i] == 0 && after[i] == 0) {
            continue;
        }
        pen->y += 13.0;
        const char *old = number(pen->p->memory, before[i]);
        const char *new = number(pen->p->memory, after[i]);
        put(chart,
            &(struct spenn_drawing_text){
                words->figure[i], INK, left, pen->y, 7.0, -1, false});
        put(chart, &(struct spenn_drawing_text){old, SOFT, was, pen->y, 7.5, 1, false});
        put(chart,
            &(struct spenn_drawing_text){
                new, INK, now, pen->y, 7.5, 1, before[i] != after[i]});
    }
}

/* Key figures of which either organization has any: their names, before and after. */
static void tell_figures(struct spenn_drawing *chart, const struct plan *p)
{
    enum { columns = 3 };
    struct spenn_drawing_table *table = DRAWING_ADD(chart, table, tables);
    int32_t before[FIGURE_COUNT], after[FIGURE_COUNT];
    spenn_note_figures(p->before, p->memory, before);
    spenn_note_figures(p->m, p->memory, after);
    *table = (struct spenn_drawing_table){.title = p->words->figures,
        .columns = columns,
        .cell = spenn_arena_alloc(
            &chart->memory, (FIGURE_COUNT + 1) * columns, sizeof *table->cell)};
    table->cell[table->cells++] = "";
    table->cell[table->cells++] = p->words->before;
    table->cell[table->cells++] = p->words->after;
    for (int32_t i = 0; i < FIGURE_COUNT; i++) {
        if (before[i] != 0 || after[i] != 0) {
            table->cell[table->cells++] = p->words->figure[i];
            table->cell[table->cells++] = number(&chart->memory, before[i]);
            table->cell[table->cells++] = number(&chart->memory, after[i]);
        }
    }
}

void spenn_sheet_tell_changes(struct spenn_drawing *chart, const struct plan *p)
{
    tell_figures(chart, p);
    if (p->account->count > 0 && !p->bound) {
        spenn_account_tell(chart, p, p->account);
    }
}

/* Where the legend and the notes at the foot begin. */
static double foot_of(const struct spenn_drawing *chart)
{
    double foot = chart->height - SPENN_PAGE_MARGIN - 44.0;
    for (int32_t i = 0; i < chart->items; i++) {
        foot = fmin(foot, chart->text[chart->item[i].first].y - 14.0);
    }
    return foot;
}

/* Where the chart ends. */
static double chart_bottom(const struct spenn_drawing *chart)
{
    double bottom = SPENN_PAGE_TOP;
    for (int32_t i = 0; i < chart->boxes; i++) {
        bottom = fmax(bottom, chart->box[i].y + chart->box[i].h);
    }
    for (int32_t i = 0; i < chart->frames; i++) {
        bottom = fmax(bottom, chart->frame[i].y + chart->frame[i].h);
    }
    for (int32_t i = 0; i < chart->points; i++) {
        bottom = fmax(bottom, chart->point[i].y);
    }
    return bottom;
}

/* One sentence below y, or with `draw` false only the room it takes; its lower edge. */
static double sentence(
    struct pen *pen, const struct account_row *row, double y, bool draw)
{
    const struct plan *p = pen->p;
    const char **line;
    struct spenn_font_wrap wrap = {7.0, width - 20.0, 99, false, true};
    const char *text = spenn_account_sentence(p, row);
    int32_t lines = spenn_font_lines(p->memory, text, &wrap, &line);
    y += 4.0;
    for (int32_t k = 0; k < lines; k++) {
        y += 8.6;
        if (draw) {
            put(pen->chart,
                &(struct spenn_drawing_text){
                    line[k], INK, pen->x + 10.0, y, 7.0, -1, false});
        }
    }
    return y;
}

/* The changes as sentences below the key figures; or, when `foot` is too near, nothing
 * and false. */
static bool sentences(struct pen *pen, double foot)
{
    const struct plan *p = pen->p;
    for (int32_t draw = 0; draw < 2; draw++) {
        double y = pen->y + 18.0;
        if (draw) {
            put(pen->chart,
                &(struct spenn_drawing_text){
                    p->words->all_changes, INK, pen->x + 10.0, y, 8.5, -1, true});
        }
        for (int32_t i = 0; i < p->account->count && y <= foot - 12.0; i++) {
            y = sentence(pen, &p->account->row[i], y, draw);
        }
        if (y > foot - 12.0) {
            return false;
        }
        pen->y = draw ? y : pen->y;
    }
    return true;
}

/* The table below the chart, if there is room for it. */
static bool below_chart(struct pen *pen, double foot)
{
    const struct plan *p = pen->p;
    struct account_place at = {SPENN_PAGE_MARGIN, chart_bottom(pen->chart) + 16.0,
        pen->x - SPENN_PAGE_MARGIN - 14.0, 7.0};
    if (at.y + spenn_account_height(p, p->account, &at) > foot) {
        return false;
    }
    spenn_account_draw(pen->chart, p, p->account, &at);
    return true;
}

static void account(struct pen *pen, double foot)
{
    const struct plan *p = pen->p;
    if (p->account->count == 0
        || (!p->bound && (sentences(pen, foot) || below_chart(pen, foot)))) {
        return;
    }
    pen->y += 16.0;
    row(pen,
        &(struct words_of_row){"",
            spenn_arena_format(p->memory,
                p->bound ? p->words->changes_bound : p->words->changes_told,
                (int)p->account->count),
            false, false});
    pen->y -= 10.0;
}

void spenn_sheet_figures(
    struct spenn_drawing *chart, const struct plan *p, double x, double y)
{
    int32_t card = chart->shapes;
    double foot = foot_of(chart);
    *(struct spenn_drawing_shape *)DRAWING_ADD(chart, shape, shapes) =
        (struct spenn_drawing_shape){.x = x,
            .y = y,
            .w = width,
            .width = 0.8,
            .fill = "#FBFCFD",
            .stroke = RULE,
            .rounded = true};
    put(chart,
        &(struct spenn_drawing_text){
            p->words->changes, INK, x + 10.0, y + 16.0, 10.0, -1, true});
    struct pen pen = {chart, p, x, y + 34.0};
    changes(&pen);
    *(struct spenn_drawing_shape *)DRAWING_ADD(
        chart, shape, shapes) = (struct spenn_drawing_shape){
        .x = x + 10.0, .y = pen.y - 6.0, .w = width - 20.0, .width = 0.8, .stroke = RULE};
    pen.y += 8.0;
    figures(&pen);
    account(&pen, foot);
    chart->shape[card].h = pen.y + 10.0 - y;
}
