/* SPDX-License-Identifier: MIT */
#include "page.h"

#include "font.h"

#include <math.h>

static const double least_text = 6.0, most_scale = 1.3, sqrt2 = 1.41421356;
enum { paper_sizes = 5, note_lines = 4 };

struct fit {
    double width, height, scale, bottom, x, y;
};

void spenn_sheet_text(struct spenn_drawing *chart, const struct spenn_drawing_text *text)
{
    struct spenn_drawing_text *out = DRAWING_ADD(chart, text, texts);
    *out = *text;
    out->text = spenn_arena_text(&chart->memory, text->text);
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

/* Plan coordinates to the page's. */
static void move(struct spenn_drawing *c, double k, double dx, double dy)
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

static double room_below(const struct legend *legend, const char *note,
    struct spenn_arena *memory, double width)
{
    const char **line;
    struct spenn_font_wrap wrap = {7.0, width, note_lines, .full = true};
    int32_t lines = spenn_font_lines(memory, note, &wrap, &line);
    return 16.0 + 14.0 * spenn_legend_lines(legend, width) + 9.5 * lines;
}

/* The smallest paper on which no text falls below 6 pt. */
static struct fit fit_page(
    const struct plan *p, const struct legend *legend, const char *note)
{
    double w = fmax(p->x1 - p->x0, 1.0), h = fmax(p->y1 - p->y0, 1.0);
    double side = p->before ? SPENN_PAGE_SIDE : 0.0, m = SPENN_PAGE_MARGIN;
    double least = least_text / fmin(p->small, p->label > 0.0 ? p->label : p->small);
    struct fit fit = {0};
    double width = SPENN_PAPER_W, height = SPENN_PAPER_H;
    for (int32_t size = 0; size < paper_sizes; size++) {
        double bottom = room_below(legend, note, p->memory, width - 2.0 * m);
        double area_w = width - 2.0 * m - side;
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
    fit.width = fmax(SPENN_PAPER_W, w * least + 2.0 * m + side);
    fit.bottom = room_below(legend, note, p->memory, fit.width - 2.0 * m);
    fit.height = h * least + SPENN_PAGE_TOP + m + fit.bottom;
    fit.x = m + (fit.width - 2.0 * m - side - w * least) / 2.0;
    fit.y = SPENN_PAGE_TOP;
    return fit;
}

static const char *title_of(const struct plan *p)
{
    const char *name = p->english && p->m->name_en ? p->m->name_en : p->m->name;
    return name ? name : p->m->id ? p->m->id : "";
}

static void head(struct spenn_drawing *chart, const struct plan *p, double width)
{
    double m = SPENN_PAGE_MARGIN, room = width - 2.0 * m;
    const char **line;
    double size = 16.0;
    while (size > 10.0 && spenn_font_width(chart->title, size, true) > room) {
        size -= 1.0;
    }
    struct spenn_font_wrap wrap = {size, room, 1, .bold = true};
    if (spenn_font_lines(p->memory, chart->title, &wrap, &line) > 0) {
        spenn_sheet_text(chart,
            &(struct spenn_drawing_text){line[0], INK, m, m + 12.0, size, -1, true});
    }
    const char *message = spenn_note_message(p, p->memory);
    struct spenn_font_wrap small = {9.5, room, 1, .bold = false};
    if (spenn_font_lines(p->memory, message, &small, &line) > 0) {
        spenn_sheet_text(chart,
            &(struct spenn_drawing_text){line[0], SOFT, m, m + 27.0, 9.5, -1, false});
    }
    chart->about = spenn_arena_format(&chart->memory, "%s", message);
}

static void foot(struct spenn_drawing *chart, const struct plan *p,
    const struct legend *legend, const struct fit *fit, const char *note)
{
    double m = SPENN_PAGE_MARGIN, room = fit->width - 2.0 * m;
    struct spenn_drawing_point at = {m, fit->height - m - fit->bottom + 20.0, false};
    spenn_legend_draw(legend, chart, p, at, room);
    const char **line;
    struct spenn_font_wrap wrap = {7.0, room, note_lines, .full = true};
    int32_t lines = spenn_font_lines(p->memory, note, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        double y = fit->height - m + 6.0 - 9.5 * (lines - 1 - i);
        spenn_sheet_text(
            chart, &(struct spenn_drawing_text){line[i], SOFT, m, y, 7.0, -1, false});
    }
}

void spenn_sheet_page(struct spenn_drawing *chart, struct plan *p, const char *title)
{
    struct legend legend = {0};
    spenn_legend_make(&legend, chart, p);
    const char *note = spenn_note_source(p, p->memory);
    chart->title = spenn_arena_text(&chart->memory, title ? title : title_of(p));
    struct fit fit = fit_page(p, &legend, note);
    move(chart, fit.scale, fit.x - p->x0 * fit.scale, fit.y - p->y0 * fit.scale);
    chart->width = fit.width;
    chart->height = fit.height;
    head(chart, p, fit.width);
    foot(chart, p, &legend, &fit, note);
    if (p->before) {
        spenn_sheet_figures(chart, p,
            fit.width - SPENN_PAGE_MARGIN - SPENN_PAGE_SIDE + 14.0, SPENN_PAGE_TOP);
    }
}
