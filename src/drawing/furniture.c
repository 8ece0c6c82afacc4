/* SPDX-License-Identifier: MIT */
#include "furniture.h"

#include "font.h"

#include <math.h>

static const double least_text = 6.0, sqrt2 = 1.41421356;
static const char ink[] = "#1F2933", soft[] = "#5B6770";
static const double number_room = 70.0; /* for "page 12 of 140" beside the note */
enum { paper_sizes = 5, note_lines = 4 };

struct fit {
    double width, height, scale, bottom, x, y;
};

void spenn_drawing_say(
    struct spenn_drawing *drawing, const struct spenn_drawing_text *text)
{
    struct spenn_drawing_text *out = DRAWING_ADD(drawing, text, texts);
    *out = *text;
    out->text = spenn_arena_text(&drawing->memory, text->text);
}

static void move_boxes(struct spenn_drawing *c, double k, double dx, double dy)
{
    for (int32_t i = 0; i < c->boxes; i++) {
        struct spenn_drawing_box *b = &c->box[i];
        b->x = b->x * k + dx;
        b->y = b->y * k + dy;
        b->w *= k;
        b->h *= k;
        b->below *= k;
        b->left *= k;
        b->style.width *= fmax(0.55, fmin(1.25, k));
    }
    for (int32_t i = 0; i < c->runs; i++) {
        c->run[i].size *= k;
    }
    for (int32_t i = 0; i < c->chips; i++) {
        struct spenn_drawing_chip *chip = &c->chip[i];
        chip->x = chip->x * k + dx;
        chip->y = chip->y * k + dy;
        chip->w *= k;
        chip->h *= k;
        chip->size *= k;
    }
}

void spenn_drawing_move(struct spenn_drawing *c, double k, double dx, double dy)
{
    move_boxes(c, k, dx, dy);
    for (int32_t i = 0; i < c->frames; i++) {
        struct spenn_drawing_frame *f = &c->frame[i];
        f->x = f->x * k + dx;
        f->y = f->y * k + dy;
        f->w *= k;
        f->h *= k;
        f->label_x = f->label_x * k + dx;
        f->label_y = f->label_y * k + dy;
        f->size *= k;
    }
    for (int32_t i = 0; i < c->points; i++) {
        c->point[i].x = c->point[i].x * k + dx;
        c->point[i].y = c->point[i].y * k + dy;
    }
    for (int32_t i = 0; i < c->wires; i++) {
        c->wire[i].width *= fmax(0.55, fmin(1.25, k));
    }
    for (int32_t i = 0; i < c->texts; i++) { /* labels of lines */
        c->text[i].x = c->text[i].x * k + dx;
        c->text[i].y = c->text[i].y * k + dy;
        c->text[i].size *= k;
    }
    for (int32_t i = 0; i < c->shapes; i++) {
        struct spenn_drawing_shape *s = &c->shape[i];
        s->x = s->x * k + dx;
        s->y = s->y * k + dy;
        s->w *= k;
        s->h *= k;
        s->width *= fmax(0.55, fmin(1.25, k));
    }
    c->radius *= k;
}

/* A4 and larger, each twice the one before. */
static struct fit paper_of(const struct spenn_page *page, int32_t size)
{
    double width = SPENN_PAPER_W, height = SPENN_PAPER_H;
    for (int32_t i = 0; i < size; i++) {
        width = round(width * sqrt2);
        height = round(height * sqrt2);
    }
    return page->portrait ? (struct fit){.width = height, .height = width}
                          : (struct fit){.width = width, .height = height};
}

void spenn_page_room(struct spenn_page *page)
{
    struct fit paper = paper_of(page, page->paper > 0 ? page->paper - 1 : 0);
    page->room_w = paper.width - 2.0 * SPENN_PAGE_MARGIN - page->side;
    page->room_h = paper.height - (SPENN_PAPER_H - SPENN_PAGE_AREA_H);
}

static int32_t note_of(const struct spenn_page *page, struct spenn_arena *memory,
    double width, const char ***line)
{
    double room = width - (page->numbered ? number_room : 0.0);
    struct spenn_font_wrap wrap = {7.0, room, note_lines, .full = true};
    return spenn_font_lines(memory, page->note, &wrap, line);
}

static double room_below(
    const struct spenn_page *page, struct spenn_arena *memory, double width)
{
    const char **line;
    int32_t lines = note_of(page, memory, width, &line);
    return 16.0 + 14.0 * spenn_legend_lines(&page->legend, width) + 9.5 * lines;
}

/* The chart at its largest on a paper. */
static void fit_paper(
    const struct spenn_page *page, struct fit *fit, struct spenn_arena *memory)
{
    double w = fmax(page->x1 - page->x0, 1.0), h = fmax(page->y1 - page->y0, 1.0);
    double m = SPENN_PAGE_MARGIN;
    fit->bottom = room_below(page, memory, fit->width - 2.0 * m);
    double area_w = fit->width - 2.0 * m - page->side;
    double area_h = fit->height - SPENN_PAGE_TOP - m - fit->bottom;
    fit->scale = fmin(SPENN_PAGE_MOST, fmin(area_w / w, area_h / h));
    fit->x = m + (area_w - w * fit->scale) / 2.0;
    double spare = fmax(0.0, area_h - h * fit->scale);
    fit->y = SPENN_PAGE_TOP + fmin(spare / 2.0, 8.0 + spare / 4.0);
}

double spenn_page_smallest(const struct spenn_page *page, int32_t paper)
{
    struct spenn_arena memory = {0};
    struct fit fit = paper_of(page, paper - 1);
    fit_paper(page, &fit, &memory);
    spenn_arena_free(&memory);
    return fit.scale * page->small;
}

/* The smallest paper, from the one asked for on, on which no text falls below 6 pt; where
 * there is none, a sheet as large as it takes. */
static struct fit fit_page(
    const struct spenn_page *page, struct spenn_arena *memory, bool *overfull)
{
    double w = fmax(page->x1 - page->x0, 1.0), h = fmax(page->y1 - page->y0, 1.0);
    double least = least_text / page->small, m = SPENN_PAGE_MARGIN;
    int32_t first = page->paper > 0 ? page->paper - 1 : 0;
    struct fit fit = {0};
    for (int32_t size = first; size < paper_sizes; size++) {
        fit = paper_of(page, size);
        fit_paper(page, &fit, memory);
        if (fit.scale >= least) {
            *overfull = page->paper > 0 && size > first;
            return fit;
        }
    }
    struct fit paper = paper_of(page, first);
    *overfull = true;
    fit.scale = least;
    fit.width = fmax(paper.width, w * least + 2.0 * m + page->side);
    fit.bottom = room_below(page, memory, fit.width - 2.0 * m);
    fit.height = fmax(paper.height, h * least + SPENN_PAGE_TOP + m + fit.bottom);
    fit.x = m + (fit.width - 2.0 * m - page->side - w * least) / 2.0;
    fit.y = SPENN_PAGE_TOP;
    return fit;
}

void spenn_page_area(const struct spenn_page *page, double *w, double *h)
{
    struct spenn_arena memory = {0};
    bool overfull = false;
    struct fit fit = fit_page(page, &memory, &overfull);
    *w = fit.width - 2.0 * SPENN_PAGE_MARGIN - page->side;
    *h = fit.height - SPENN_PAGE_TOP - SPENN_PAGE_MARGIN - fit.bottom;
    spenn_arena_free(&memory);
}

static void head(struct spenn_drawing *drawing, const struct spenn_page *page,
    struct spenn_arena *memory)
{
    double m = SPENN_PAGE_MARGIN, room = drawing->width - 2.0 * m;
    const char **line;
    double size = 16.0;
    while (size > 10.0 && spenn_font_width(page->title, size, true) > room) {
        size -= 1.0;
    }
    struct spenn_font_wrap wrap = {size, room, 1, .bold = true};
    if (spenn_font_lines(memory, page->title, &wrap, &line) > 0) {
        spenn_drawing_say(drawing,
            &(struct spenn_drawing_text){line[0], ink, m, m + 12.0, size, -1, true});
    }
    struct spenn_font_wrap small = {9.5, room, 1, .bold = false};
    if (spenn_font_lines(memory, page->message, &small, &line) > 0) {
        spenn_drawing_say(drawing,
            &(struct spenn_drawing_text){line[0], soft, m, m + 27.0, 9.5, -1, false});
    }
}

static void foot(struct spenn_drawing *drawing, const struct spenn_page *page,
    const struct fit *fit, struct spenn_arena *memory)
{
    double m = SPENN_PAGE_MARGIN, room = fit->width - 2.0 * m;
    struct spenn_drawing_point at = {m, fit->height - m - fit->bottom + 20.0, false};
    spenn_legend_draw(&page->legend, drawing, at, room);
    const char **line;
    int32_t lines = note_of(page, memory, room, &line);
    for (int32_t i = 0; i < lines; i++) {
        double y = fit->height - m + 6.0 - 9.5 * (lines - 1 - i);
        spenn_drawing_say(
            drawing, &(struct spenn_drawing_text){line[i], soft, m, y, 7.0, -1, false});
    }
}

void spenn_page_lay(struct spenn_drawing *drawing, const struct spenn_page *page)
{
    struct spenn_arena memory = {0};
    struct fit fit = fit_page(page, &memory, &drawing->overfull);
    spenn_drawing_move(
        drawing, fit.scale, fit.x - page->x0 * fit.scale, fit.y - page->y0 * fit.scale);
    drawing->title = spenn_arena_text(&drawing->memory, page->title);
    drawing->about = spenn_arena_text(&drawing->memory, page->message);
    drawing->note = spenn_arena_text(&drawing->memory, page->note);
    drawing->width = fit.width;
    drawing->height = fit.height;
    head(drawing, page, &memory);
    foot(drawing, page, &fit, &memory);
    spenn_arena_free(&memory);
}

void spenn_page_number(struct spenn_drawing *drawing, const char *text)
{
    double m = SPENN_PAGE_MARGIN;
    spenn_drawing_say(drawing,
        &(struct spenn_drawing_text){
            text, soft, drawing->width - m, drawing->height - m + 6.0, 7.0, 1, false});
}
