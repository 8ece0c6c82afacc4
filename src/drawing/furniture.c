/* SPDX-License-Identifier: MIT */
#include "furniture.h"

#include "font.h"

#include <math.h>

static const double least_text = 6.0, most_scale = 1.3, sqrt2 = 1.41421356;
static const char ink[] = "#1F2933", soft[] = "#5B6770";
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
    c->radius *= k;
}

static double room_below(
    const struct spenn_page *page, struct spenn_arena *memory, double width)
{
    const char **line;
    struct spenn_font_wrap wrap = {7.0, width, note_lines, .full = true};
    int32_t lines = spenn_font_lines(memory, page->note, &wrap, &line);
    return 16.0 + 14.0 * spenn_legend_lines(&page->legend, width) + 9.5 * lines;
}

/* The smallest paper on which no text falls below 6 pt. */
static struct fit fit_page(const struct spenn_page *page, struct spenn_arena *memory)
{
    double w = fmax(page->x1 - page->x0, 1.0), h = fmax(page->y1 - page->y0, 1.0);
    double least = least_text / page->small, m = SPENN_PAGE_MARGIN;
    struct fit fit = {0};
    double width = SPENN_PAPER_W, height = SPENN_PAPER_H;
    for (int32_t size = 0; size < paper_sizes; size++) {
        double bottom = room_below(page, memory, width - 2.0 * m);
        double area_w = width - 2.0 * m - page->side;
        double area_h = height - SPENN_PAGE_TOP - m - bottom;
        double scale = fmin(most_scale, fmin(area_w / w, area_h / h));
        fit = (struct fit){width, height, scale, bottom, m + (area_w - w * scale) / 2.0,
            SPENN_PAGE_TOP + fmin(24.0, fmax(0.0, (area_h - h * scale) / 3.0))};
        if (scale >= least) {
            return fit;
        }
        width = round(width * sqrt2);
        height = round(height * sqrt2);
    }
    fit.scale = least;
    fit.width = fmax(SPENN_PAPER_W, w * least + 2.0 * m + page->side);
    fit.bottom = room_below(page, memory, fit.width - 2.0 * m);
    fit.height = h * least + SPENN_PAGE_TOP + m + fit.bottom;
    fit.x = m + (fit.width - 2.0 * m - page->side - w * least) / 2.0;
    fit.y = SPENN_PAGE_TOP;
    return fit;
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
    struct spenn_font_wrap wrap = {7.0, room, note_lines, .full = true};
    int32_t lines = spenn_font_lines(memory, page->note, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        double y = fit->height - m + 6.0 - 9.5 * (lines - 1 - i);
        spenn_drawing_say(
            drawing, &(struct spenn_drawing_text){line[i], soft, m, y, 7.0, -1, false});
    }
}

void spenn_page_lay(struct spenn_drawing *drawing, const struct spenn_page *page)
{
    struct spenn_arena memory = {0};
    struct fit fit = fit_page(page, &memory);
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
