/* SPDX-License-Identifier: MIT
 * Several charts on one page: each in a light frame with its number, name and message,
 * one legend and one note for all. A box that stands in several charts gets an id for
 * each. Charts are drawn at one scale; small ones may grow a little. */
#include "paint.h"

#include "font.h"
#include "io.h"

#include <math.h>
#include <string.h>

static const double pad = 14.0, between = 14.0, head = 44.0, name_size = 12.0,
                    message_size = 8.5, most_growth = 1.3, least_w = 160.0;

struct part {
    struct spenn_drawing drawing;
    struct spenn_page page;
    const char *name, *message;
    double w, h;
};

struct sheet {
    const struct content *f;
    const struct spenn_chart_options *options;
    struct spenn_assumptions assume;
    struct part *part;
    int32_t columns, rows;
    double *column_w, *row_h; /* of the frames of a column, of a row */
    struct spenn_arena memory;
};

static const char *said(const struct sheet *s, const char *const name[2])
{
    return s->options->english && name[1] ? name[1] : name[0];
}

/* ---- charts */

/* The alternative named, else the first. */
static bool find_alternative(const struct chart *chart,
    const struct spenn_scenario *scenario, int32_t *row, struct spenn_error *err)
{
    *row = 0;
    if (chart->alternative) {
        return spenn_scenario_find(scenario, chart->alternative, chart->at, row, err);
    }
    return scenario->alternative_count > 0
        || spenn_fail(err, chart->at, "'%s' has no alternatives", chart->scenario);
}

static bool draw_scenario(struct sheet *s, const struct chart *chart, struct part *part,
    struct spenn_error *err)
{
    const char *path = spenn_text_beside(&s->memory, s->f->file, chart->scenario);
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0}, changed = {0};
    int32_t row = 0;
    bool ok = spenn_read_scenario(path, &scenario, err)
        && find_alternative(chart, &scenario, &row, err)
        && spenn_read_model(scenario.model, &s->assume, &base, err)
        && spenn_scenario_apply(&base, &scenario, row, &changed, err);
    if (ok) {
        const struct spenn_alternative *a = &scenario.alternative[row < 0 ? 0 : row];
        struct spenn_chart_options options = *s->options;
        options.title = row < 0                 ? NULL
            : s->options->english && a->name_en ? a->name_en
                                                : a->name;
        spenn_chart_body(
            &changed, chart->after ? NULL : &base, &options, &part->drawing, &part->page);
    }
    spenn_model_free(&changed);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return ok;
}

static bool draw_model(struct sheet *s, const struct chart *chart, struct part *part,
    struct spenn_error *err)
{
    const char *path = spenn_text_beside(&s->memory, s->f->file, chart->model);
    struct spenn_model m = {0};
    struct spenn_chart_options options = *s->options;
    options.title = NULL;
    bool ok = spenn_read_model(path, &s->assume, &m, err);
    if (ok) {
        spenn_chart_body(&m, NULL, &options, &part->drawing, &part->page);
    }
    spenn_model_free(&m);
    return ok;
}

static bool draw_figure(struct sheet *s, const struct chart *chart, struct part *part,
    struct spenn_error *err)
{
    const char *path = spenn_text_beside(&s->memory, s->f->file, chart->figure);
    struct spenn_chart_options options = *s->options;
    options.title = NULL;
    return spenn_figure_body(path, &options, &part->drawing, &part->page, err);
}

static bool draw_part(struct sheet *s, const struct chart *chart, struct part *part,
    struct spenn_error *err)
{
    bool ok = chart->model ? draw_model(s, chart, part, err)
        : chart->scenario  ? draw_scenario(s, chart, part, err)
                           : draw_figure(s, chart, part, err);
    const char *name = said(s, chart->name), *message = said(s, chart->message);
    part->name = name || !ok ? name : part->page.title;
    part->message = message || !ok ? message : part->page.message;
    part->w = fmax(part->page.x1 - part->page.x0, 1.0);
    part->h = fmax(part->page.y1 - part->page.y0, 1.0);
    return ok;
}

/* ---- layout */

static void count_grid(struct sheet *s)
{
    int32_t count = s->f->charts, columns = s->f->grid;
    for (; columns == 0 || (s->f->grid == 0 && columns * columns < count); columns++) {
    }
    s->columns = columns < count ? columns : count;
    s->rows = (count + s->columns - 1) / s->columns;
}

/* Length of so many frames one after the other, with the gap after the last. */
static double length(const double *frame, int32_t count)
{
    double sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        sum += frame[i] + between;
    }
    return sum;
}

static void widen(double *frame, int32_t count, double more)
{
    for (int32_t i = 0; i < count && more > 0.0; i++) {
        frame[i] += more / count;
    }
}

/* Frames that hold the largest chart of their column and row; widened to the proportions
 * of the page. */
static void measure(struct sheet *s, struct spenn_page *page)
{
    page->small = message_size;
    for (int32_t i = 0; i < s->f->charts; i++) {
        double *w = &s->column_w[i % s->columns], *h = &s->row_h[i / s->columns];
        *w = fmax(fmax(*w, least_w), s->part[i].w + 2.0 * pad);
        *h = fmax(*h, s->part[i].h + head + pad);
        page->small = fmin(page->small, s->part[i].page.small);
    }
    double width = length(s->column_w, s->columns), height = length(s->row_h, s->rows);
    double room_w, room_h;
    page->x1 = width;
    page->y1 = height;
    spenn_page_area(page, &room_w, &room_h);
    double aspect = room_w / room_h;
    widen(s->column_w, s->columns, aspect * height - width);
    widen(s->row_h, s->rows, width / aspect - height);
}

/* ---- drawing */

static void draw_message(struct sheet *s, struct spenn_drawing *drawing,
    const struct part *part, const struct area *area)
{
    double x = area->x + pad, y = area->y + 31.0;
    const char **line;
    struct spenn_font_wrap wrap = {message_size, area->w - 2.0 * pad, 2, .full = true};
    int32_t lines = spenn_font_lines(&s->memory, part->message, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        spenn_drawing_say(drawing,
            &(struct spenn_drawing_text){line[i], SOFT, x,
                y + i * message_size * SPENN_DRAWING_LINE, message_size, -1, false});
    }
}

static void draw_frame(
    struct sheet *s, struct spenn_drawing *drawing, int32_t i, const struct area *area)
{
    struct spenn_arena *memory = &drawing->memory;
    const struct part *part = &s->part[i];
    const char **line;
    const char *label = spenn_arena_format(memory, "%d  %s", (int)i + 1, part->name);
    struct spenn_font_wrap wrap = {name_size, area->w - 2.0 * pad, 1, .bold = true};
    (void)spenn_font_lines(memory, label, &wrap, &line);
    struct spenn_drawing_frame *frame = DRAWING_ADD(drawing, frame, frames);
    *frame = (struct spenn_drawing_frame){
        .id = spenn_arena_format(memory, "chart-%d", (int)i + 1),
        .label = line[0],
        .class = "chart",
        .stroke = RULE,
        .x = area->x,
        .y = area->y,
        .w = area->w,
        .h = area->h,
        .width = 0.9,
        .label_x = area->x + pad,
        .label_y = area->y + 18.0,
        .size = name_size,
        .ink = INK,
        .rounded = true,
        .first = drawing->members,
        .members = part->drawing.boxes,
    };
    for (int32_t b = 0; b < part->drawing.boxes; b++) {
        *(int32_t *)DRAWING_ADD(drawing, member, members) = drawing->boxes + b;
    }
    draw_message(s, drawing, part, area);
}

/* An incomplete last row stands in the middle. */
static struct area area_of(const struct sheet *s, int32_t i)
{
    int32_t column = i % s->columns, row = i / s->columns;
    int32_t charts = s->f->charts - row * s->columns;
    double in = 0.0;
    if (charts < s->columns) {
        in = length(s->column_w + charts, s->columns - charts) / 2.0;
    }
    return (struct area){in + length(s->column_w, column), length(s->row_h, row),
        s->column_w[column], s->row_h[row]};
}

static void place_part(
    struct sheet *s, struct spenn_drawing *drawing, struct spenn_page *page, int32_t i)
{
    struct part *part = &s->part[i];
    struct area area = area_of(s, i);
    double room_w = area.w - 2.0 * pad, room_h = area.h - head - pad;
    double k = fmin(most_growth, fmin(room_w / part->w, room_h / part->h));
    draw_frame(s, drawing, i, &area);
    spenn_drawing_move(&part->drawing, k,
        area.x + (area.w - part->w * k) / 2.0 - part->page.x0 * k,
        area.y + head + (room_h - part->h * k) / 2.0 - part->page.y0 * k);
    page->small = fmin(page->small, part->page.small * k);
    spenn_drawing_merge(drawing, &part->drawing,
        s->f->charts > 1 ? spenn_arena_format(&s->memory, "p%d-", (int)i + 1) : "");
}

static void place_all(
    struct sheet *s, struct spenn_drawing *drawing, struct spenn_page *page)
{
    page->small = message_size;
    for (int32_t i = 0; i < s->f->charts; i++) {
        place_part(s, drawing, page, i);
    }
    page->x1 = length(s->column_w, s->columns) - between;
    page->y1 = length(s->row_h, s->rows) - between;
}

static const char *beyond(const struct sheet *s, int32_t i)
{
    return s->f->source[0] ? s->part[i].page.beyond : s->part[i].page.note;
}

/* "1, 3" for the charts that say the same; "" when one before i did. */
static const char *numbers(const struct sheet *s, int32_t i, struct spenn_arena *memory)
{
    const char *text = "";
    for (int32_t k = 0; k < s->f->charts; k++) {
        bool same = strcmp(beyond(s, k), beyond(s, i)) == 0;
        if (same && k < i) {
            return "";
        }
        text = same
            ? spenn_arena_format(memory, "%s%s%d", text, *text ? ", " : "", (int)k + 1)
            : text;
    }
    return text;
}

/* The note with what chart i says beyond the sheet, once for all that say it. */
static const char *add_note(struct sheet *s, const struct spenn_page *page, int32_t i)
{
    struct spenn_arena *memory = page->legend.memory;
    const char *own = beyond(s, i), *who = numbers(s, i, memory);
    size_t length = strlen(page->note);
    const char *stop = length == 0 ? "" : page->note[length - 1] == '.' ? " " : ". ";
    return *own && *who
        ? spenn_arena_format(memory, "%s%s%s: %s", page->note, stop, who, own)
        : page->note;
}

/* One legend; and after what the sheet says itself what its charts say beyond their
 * sources, each once. */
static void unite(struct sheet *s, struct spenn_page *page)
{
    for (int32_t i = 0; i < s->f->charts; i++) {
        const struct spenn_page *part = &s->part[i].page;
        for (int32_t item = 0; item < part->legend.items; item++) {
            spenn_legend_unite(&page->legend, &part->legend.item[item]);
        }
        page->note = add_note(s, page, i);
    }
}

bool spenn_figure_sheet(const struct content *f,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_page *page, struct spenn_error *err)
{
    struct sheet s = {.f = f, .options = options};
    bool ok = spenn_read_assumptions(NULL, &s.memory, &s.assume, err);
    count_grid(&s);
    s.part = spenn_arena_alloc(&s.memory, (size_t)f->charts, sizeof *s.part);
    s.column_w = spenn_arena_alloc(&s.memory, (size_t)s.columns, sizeof *s.column_w);
    s.row_h = spenn_arena_alloc(&s.memory, (size_t)s.rows, sizeof *s.row_h);
    for (int32_t i = 0; ok && i < f->charts; i++) {
        s.part[i].page = (struct spenn_page){
            .room_w = (page->room_w + between) / s.columns - between - 2.0 * pad,
            .room_h = (page->room_h + between) / s.rows - between - head - pad};
        ok = draw_part(&s, &f->chart[i], &s.part[i], err);
    }
    if (ok) {
        unite(&s, page);
        measure(&s, page);
        place_all(&s, drawing, page);
    }
    for (int32_t i = 0; i < f->charts; i++) {
        spenn_drawing_free(&s.part[i].drawing);
    }
    spenn_arena_free(&s.memory);
    return ok;
}
