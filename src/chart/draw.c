/* SPDX-License-Identifier: MIT
 * From models to a finished drawing: plan, layout, frames, boxes, lines, page. */
#include "account.h"
#include "fit.h"
#include "fold.h"
#include "place.h"

#include "diff.h"

#include <string.h>

enum { most_rounds = 4 }; /* each draws again with more letters */

/* "moved renamed": the most telling first. */
static const char *changes_of(const struct box *box, struct spenn_arena *memory)
{
    const char *text = spenn_change_classes[box->change];
    for (int32_t c = CHANGE_NONE + 1; c < CHANGE_COUNT; c++) {
        if (c != box->change && spenn_change_marked(box->marks, c)) {
            text = spenn_arena_format(memory, "%s %s", text, spenn_change_classes[c]);
        }
    }
    return text;
}

static const char *class_of(
    const struct plan *p, const struct box *box, struct spenn_arena *memory)
{
    const char *kind = spenn_kinds.file[box->m->units.kind[box->unit]];
    const char *change = changes_of(box, memory);
    bool former = spenn_change_former(box->change);
    const struct spenn_drawing_style *style = &spenn_look_styles[box->look];
    const char *shape = style->doubled ? "doubled" : style->rounded ? "rounded" : "sharp";
    const char *words[] = {former ? "former"
            : box->cards          ? "card"
                                  : "unit",
        spenn_look_classes[box->look], kind,
        spenn_statuses.file[box->m->units.status[box->unit]], change,
        box->member && p->group != SPENN_NONE ? "member" : "",
        box->marked && box->look != LOOK_TOP && box->look != LOOK_DEPUTY ? "marked" : "",
        box->shade ? shape : "",
        box->shade ? spenn_arena_format(memory, "shade-%d", (int)box->shade) : ""};
    const char *class = words[0];
    if (box->square) {
        return spenn_arena_format(
            memory, "unit position %s", spenn_plan_square_class(box));
    }
    for (size_t i = 1; i < sizeof words / sizeof *words; i++) {
        if (*words[i] && strcmp(words[i], words[i - 1]) != 0) {
            class = spenn_arena_format(memory, "%s %s", class, words[i]);
        }
    }
    return class;
}

/* ": Skole 1, Skole 2": who is in it, if more than one unit are. */
static const char *inside_of(const struct plan *p, const struct box *box)
{
    size_t room = 3;
    for (int32_t i = 0; i < box->lines; i++) {
        room += strlen(box->line[i]) + 2;
    }
    for (spenn_id u = box->inside; u != SPENN_NONE; u = p->beside[u]) {
        room += strlen(spenn_plan_name(p, p->m, u)) + 2;
    }
    char *text = spenn_arena_alloc(p->memory, room, 1), *end = text;
    for (int32_t i = 0; i < box->lines; i++) {
        end = stpcpy(stpcpy(end, i == 0 ? ": " : ", "), box->line[i]);
    }
    bool first = true; /* of those that a list does not name: the vacant */
    for (spenn_id u = box->inside; u != SPENN_NONE; u = p->beside[u]) {
        if (box->lines == 0 || p->m->units.status[u] != SPENN_STATUS_NONE) {
            end = stpcpy(end, first ? ": " : ", ");
            end = stpcpy(end, spenn_plan_name(p, p->m, u));
            first = false;
        }
    }
    return text;
}

/* "Region 1: region, Tolldirektør, 200 årsverk; NY": read aloud, shown as a tooltip. */
static const char *about_box(
    const struct plan *p, const struct box *box, struct spenn_arena *memory)
{
    spenn_id above = box->m->units.parent[box->unit];
    const char *superior = above == SPENN_NONE ? "" : spenn_plan_name(p, box->m, above);
    return spenn_arena_format(memory, "%s: %s%s%s%s%s%s%s%s%s%s", box->title,
        spenn_model_kind_name(box->m, box->unit, p->english), *superior ? ", " : "",
        *superior ? p->words->under : "", superior, box->note ? ", " : "",
        box->note ? box->note : "", box->tag ? ", " : "", box->tag ? box->tag : "",
        box->member ? p->words->is_member : "", inside_of(p, box));
}

/* "region", "region, vacant" */
static const char *kind_of(
    const struct plan *p, const struct box *box, struct spenn_arena *memory)
{
    const struct spenn_units *units = &box->m->units;
    int32_t status = units->status[box->unit];
    const struct spenn_names *statuses = &spenn_statuses;
    const char *kind = spenn_model_kind_name(box->m, box->unit, p->english);
    const char *more = (p->english ? statuses->en : statuses->nb)[status];
    return *more ? spenn_arena_format(memory, "%s, %s", kind, more) : kind;
}

static const char *note_of(const struct box *box, struct spenn_arena *memory)
{
    return box->note && box->more
        ? spenn_arena_format(memory, "%s, %s", box->note, box->more)
        : spenn_arena_text(memory, box->note ? box->note : box->more);
}

static void add_box(struct spenn_drawing *chart, const struct plan *p, struct box *box)
{
    struct spenn_drawing_style style = spenn_plan_style(box);
    struct spenn_drawing_box *out = DRAWING_ADD(chart, box, boxes);
    *out = (struct spenn_drawing_box){
        .id = spenn_arena_text(&chart->memory, box->id),
        .name = spenn_arena_text(&chart->memory, box->title),
        .about = about_box(p, box, &chart->memory),
        .class = class_of(p, box, &chart->memory),
        .kind = kind_of(p, box, &chart->memory),
        .tag = box->tag && *box->tag ? spenn_arena_text(&chart->memory, box->tag) : NULL,
        .note = note_of(box, &chart->memory),
        .parent = box->parent < 0 ? -1 : spenn_sheet_row(p, box->parent),
        .style = style,
        .x = box->x - box->w / 2.0,
        .y = box->y,
        .w = box->w,
        .h = box->h,
        .first = chart->runs,
        .runs = box->runs,
        .cards = box->cards,
        .page = box->page,
        .below = box->chips ? 10.0 + (style.doubled ? DOUBLED : 0.0) : 0.0,
    };
    for (int32_t i = 0; i < box->runs; i++) {
        struct spenn_drawing_run *run = DRAWING_ADD(chart, run, runs);
        *run = p->run[box->first_run + i];
        run->text = spenn_arena_text(&chart->memory, run->text);
    }
}

static void add_chip(
    struct spenn_drawing *chart, const struct plan *p, const struct tie *tie, int32_t b)
{
    struct box *box = &p->box[b];
    double in = spenn_plan_style(box).doubled ? DOUBLED : 0.0;
    bool source = false;
    for (int32_t i = 0; i < tie->sources && !source; i++) {
        source = tie->source[i] == b;
    }
    double step = CHIP_W + CHIP_GAP,
           x = box->x + (box->chipped++ - box->chips / 2.0) * step + CHIP_GAP / 2.0;
    *(struct spenn_drawing_chip *)DRAWING_ADD(chart, chip, chips) =
        (struct spenn_drawing_chip){
            .letter = spenn_arena_format(
                &chart->memory, "%c%s", (char)tie->letter, source ? "\xE2\x80\xBA" : ""),
            .fill = spenn_chip_fills[tie->color],
            .ink = spenn_chip_inks[tie->color],
            .x = x,
            .y = box->y + box->h - CHIP_H - 2.5 - in,
            .w = CHIP_W,
            .h = CHIP_H,
            .size = 7.5,
        };
}

static void add_chips(struct spenn_drawing *chart, const struct plan *p)
{
    for (int32_t t = 0; t < p->ties; t++) {
        const struct tie *tie = &p->tie[t];
        for (int32_t i = 0; tie->letter && i < tie->sources; i++) {
            add_chip(chart, p, tie, tie->source[i]);
        }
        for (int32_t i = 0; tie->letter && i < tie->receivers; i++) {
            add_chip(chart, p, tie, tie->receiver[i]);
        }
    }
}

/* Draws as much as can be of what is laid out. */
static void attempt(struct spenn_drawing *chart, struct plan *p)
{
    chart->boxes = chart->chips = chart->frames = chart->wires = chart->texts = 0;
    chart->runs = chart->points = chart->members = 0;
    spenn_plan_group(p);
    for (int32_t b = 0; b < p->count; b++) {
        p->box[b].chipped = 0;
        if (p->box[b].unit != SPENN_NONE) {
            add_box(chart, p, &p->box[b]);
        }
    }
    add_chips(chart, p);
    spenn_sheet_route(chart, p);
    spenn_plan_frames(p, chart);
    spenn_sheet_lines(chart, p); /* keep clear of the edges and labels of frames */
    spenn_sheet_frames(chart, p);
    if (p->before) {
        spenn_sheet_moves(chart, p);
    }
}

void spenn_sheet_all(struct plan *all, const struct spenn_model *before,
    const struct spenn_chart_options *options)
{
    all->before = before;
    all->words = options->english ? &spenn_words_en : &spenn_words_nb;
    all->english = options->english;
    struct spenn_diff diff = {0};
    if (before) {
        spenn_models_diff(before, all->m, &diff);
        all->diff = &diff;
    }
    spenn_plan_model(all);
    if (before) {
        spenn_plan_changes(all);
        all->account = spenn_arena_alloc(all->memory, 1, sizeof *all->account);
        spenn_account_make(all, all->account);
    }
    all->diff = NULL;
    spenn_diff_free(&diff);
    if (options->shade) {
        spenn_plan_shade(all, options->shade);
    }
}

void spenn_sheet_lay(struct plan *p, struct spenn_page *page)
{
    spenn_plan_tiers(p);
    if (p->before) {
        spenn_plan_neighbours(p);
    }
    spenn_plan_whole(p);
    spenn_plan_ties(p);
    if (p->count > 0) {
        spenn_plan_layout(p, page->room_w, page->room_h);
    }
    spenn_sheet_measure(p, page);
    page->note = ""; /* until it is drawn */
    page->legend.memory = p->memory;
}

void spenn_sheet_make(struct plan *p, struct spenn_drawing *chart, const char *title,
    struct spenn_page *page)
{
    *chart = (struct spenn_drawing){.lang = p->words->lang, .radius = 4.0};
    for (int32_t round = 1; p->count > 0; round++) {
        attempt(chart, p);
        if (!spenn_plan_letters(p, round == most_rounds) || round == most_rounds) {
            break;
        }
        spenn_plan_layout(p, page->room_w, page->room_h);
    }
    spenn_sheet_page(chart, p, title, page);
    spenn_sheet_told(chart, p);
    if (p->before) {
        spenn_sheet_tell_changes(chart, p);
    }
}

void spenn_sheet_draw(const struct plan *all, const struct part *part,
    const struct spenn_chart_options *options, struct spenn_drawing *chart)
{
    struct spenn_page page = {
        .side = all->before ? SPENN_PAGE_SIDE : 0.0,
        .paper = options->paper,
        .portrait = options->portrait,
        .legend.none = options->no_legend,
    };
    spenn_page_room(&page);
    struct fitting f = {.all = all, .part = part, .title = options->title, .page = &page};
    struct attempt *a = spenn_fit(&f);
    *chart = a->chart;
    a->chart = (struct spenn_drawing){0};
    spenn_page_lay(chart, &a->page);
    if (all->before) {
        spenn_sheet_figures(chart, &a->p,
            chart->width - SPENN_PAGE_MARGIN - SPENN_PAGE_SIDE + 14.0, SPENN_PAGE_TOP);
    }
    spenn_fit_free(&f);
}

void spenn_chart_draw(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_drawing *chart)
{
    struct spenn_arena memory = {0};
    struct plan all = {.m = m, .memory = &memory};
    spenn_sheet_all(&all, before, options);
    struct part part = spenn_plan_chosen(&all, options);
    spenn_sheet_draw(&all, &part, options, chart);
    spenn_arena_free(&memory);
}

void spenn_chart_body(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_drawing *chart,
    struct spenn_page *page)
{
    struct spenn_arena memory = {0};
    struct plan all = {.m = m, .memory = &memory};
    spenn_sheet_all(&all, before, options);
    struct part part = spenn_plan_chosen(&all, options);
    struct fitting f = {.all = &all,
        .part = &part,
        .title = options->title,
        .page = page,
        .room_only = true};
    struct attempt *a = spenn_fit(&f);
    *chart = a->chart;
    *page = a->page;
    a->chart = (struct spenn_drawing){0};
    spenn_fit_free(&f);
    spenn_arena_free(&memory);
}
