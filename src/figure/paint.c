/* SPDX-License-Identifier: MIT */
#include "paint.h"

#include "font.h"

#include <math.h>
#include <string.h>

enum { most_lines = 60 };
static const double tag_size = 7.0, over_size = 8.0, most_least = 200.0, head_pad = 5.0;

/* What marks look like, as a cell and as a band at its foot: those of a file in its
 * order, then those of what a model covers. Also without colour a marked cell has a
 * border of its own and the mark's name. */
static const struct dress {
    const char *fill, *stroke, *ink;
    double width;
    const char *band, *band_ink;
    bool bold; /* the text of the band */
} mark_looks[] = {
    {"#CFEBD9", "#00573C", INK, 2.0, "#CFEBD9", INK, false},
    {"#DCE8F5", "#003F7F", INK, 2.0, "#DCE8F5", INK, false},
    {"#FFF1B8", "#6B4700", INK, 2.0, "#FFF1B8", INK, false},
    {"#F1E9F4", "#6F3A63", INK, 2.0, "#F1E9F4", INK, false},
    [MARK_FIRST] = {"#DCE8F5", "#123B5D", INK, 1.4, "#123B5D", "#FFFFFF", true},
    [MARK_ALSO] = {"#F1F6FB", "#2F6690", INK, 0.9, "#C9DDEE", INK, false},
    [MARK_WANTED] = {"#FFFDF6", "#7A4B00", INK, 0.9, "#FFE9B8", INK, false},
    [MARK_OPEN] = {"#FFFFFF", "#6B7680", SOFT, 0.9, "#FFFFFF", SOFT, false},
};

const char *spenn_paint_said(const struct paint *p, const char *const name[2])
{
    return p->english && name[1] ? name[1] : name[0];
}

/* ---- text */

double spenn_paint_least(
    const struct paint *p, const struct cell *cell, const struct type *type)
{
    const char *name = spenn_paint_said(p, cell->name);
    double least = name ? spenn_font_word(name, type->name, !type->plain) : 0.0;
    for (int32_t i = 0; i < cell->text.count; i++) {
        least = fmax(least,
            spenn_font_word(spenn_paint_said(p, cell->text.name[i]), type->text, false)
                + (cell->text.count > 1 ? type->text : 0.0));
    }
    if (cell->mark >= 0) {
        const char *mark = spenn_paint_said(p, p->f->mark[cell->mark].name);
        least = fmax(least, spenn_font_word(mark, tag_size, true));
    }
    return fmin(ceil(least + 2.0 * PAINT_PAD_X), most_least);
}

/* Lines of a text; of a list each text has a bullet and hangs from it. */
static void add_lines(struct paint *p, struct block *block, const char *text,
    const struct spenn_drawing_run *like, double width)
{
    static const char bullet[] = "\xE2\x80\xA2 ", indent[] = "\xC2\xA0\xC2\xA0";
    const char **line;
    double before =
        block->bullets ? spenn_font_width(bullet, like->size, like->bold) : 0.0;
    struct spenn_font_wrap wrap = {like->size, width - 2.0 * PAINT_PAD_X - before,
        most_lines, .bold = like->bold, .full = block->left};
    int32_t lines = spenn_font_lines(p->memory, text, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        struct spenn_drawing_run *run = spenn_drawing_add(
            p->memory, (void **)&block->run, &block->runs, sizeof *block->run);
        *run = *like;
        run->text = block->bullets
            ? spenn_arena_format(p->memory, "%s%s", i ? indent : bullet, line[i])
            : line[i];
        block->w = fmax(block->w,
            spenn_font_width(run->text, like->size, like->bold) + 2.0 * PAINT_PAD_X);
        block->h += like->size * SPENN_DRAWING_LINE;
    }
    p->page->small = fmin(p->page->small, like->size);
}

static void add_texts(struct paint *p, struct block *block, const struct cell *cell,
    const struct spenn_drawing_run *like, double width)
{
    block->bullets = cell->text.count > 1;
    block->left = block->left || block->bullets;
    for (int32_t i = 0; i < cell->text.count; i++) {
        add_lines(p, block, spenn_paint_said(p, cell->text.name[i]), like, width);
    }
}

struct block spenn_paint_block(
    struct paint *p, const struct cell *cell, double width, const struct type *type)
{
    struct block block = {.h = 2.0 * type->pad, .left = type->left};
    const char *name = spenn_paint_said(p, cell->name);
    if (type->over) {
        add_lines(p, &block, type->over,
            &(struct spenn_drawing_run){.color = SOFT, .size = over_size}, width);
    }
    if (cell->mark >= 0 && cell->foot.count == 0) {
        add_lines(p, &block, spenn_paint_said(p, p->f->mark[cell->mark].name),
            &(struct spenn_drawing_run){
                .color = mark_looks[p->f->mark[cell->mark].look].stroke,
                .size = tag_size,
                .bold = true},
            width);
    }
    if (name) {
        add_lines(p, &block, name,
            &(struct spenn_drawing_run){
                .color = INK, .size = type->name, .bold = !type->plain},
            width);
    }
    add_texts(p, &block, cell,
        &(struct spenn_drawing_run){
            .color = name && !type->body ? SOFT : INK, .size = type->text},
        width);
    return block;
}

/* ---- boxes */

static void cover(struct paint *p, const struct area *a)
{
    struct spenn_page *page = p->page;
    page->x0 = fmin(page->x0, a->x);
    page->y0 = fmin(page->y0, a->y);
    page->x1 = fmax(page->x1, a->x + a->w);
    page->y1 = fmax(page->y1, a->y + a->h);
}

static void tell_mark(struct paint *p, int32_t mark, bool line)
{
    const struct mark *m = &p->f->mark[mark];
    const struct dress *look = &mark_looks[m->look];
    spenn_legend_add(&p->page->legend,
        &(struct spenn_legend_item){
            .explains = line ? spenn_arena_format(p->memory, "wire-%s", m->id) : m->id,
            .label = spenn_paint_said(p, m->name),
            .style = {look->band, look->stroke, look->band_ink, SOFT, look->width,
                .dashed = m->line != SPENN_SOLID},
            .line = line,
            .dash = m->line});
}

static struct spenn_drawing_style style_of(
    struct paint *p, const struct cell *cell, int32_t look)
{
    if (cell->kind >= 0) {
        const char *const *names = p->english ? spenn_kinds.en : spenn_kinds.nb;
        look = spenn_look_of_kind(cell->kind);
        spenn_legend_add(&p->page->legend,
            &(struct spenn_legend_item){.explains = spenn_kinds.file[cell->kind],
                .label = spenn_word_capital(p->memory, names[cell->kind]),
                .style = spenn_look_styles[look]});
    }
    struct spenn_drawing_style style = spenn_look_styles[look];
    if (cell->mark >= 0) {
        int32_t row = p->f->mark[cell->mark].look;
        style.fill = mark_looks[row].fill;
        style.stroke = mark_looks[row].stroke;
        style.ink = mark_looks[row].ink;
        style.width = mark_looks[row].width;
        style.dashed = p->f->mark[cell->mark].line != SPENN_SOLID;
        tell_mark(p, cell->mark, false);
    }
    return style;
}

/* All its texts in one line, NULL without any. */
static const char *texts_of(struct paint *p, const struct cell *cell)
{
    const char *text = NULL;
    for (int32_t i = 0; i < cell->text.count; i++) {
        text = spenn_arena_format(&p->drawing->memory, "%s%s%s", text ? text : "",
            text ? "; " : "", spenn_paint_said(p, cell->text.name[i]));
    }
    return text;
}

/* "Konsern: Departementene sørger for ...; Styrkes": the cell read aloud. */
static const char *about(
    struct paint *p, const struct cell *cell, const char *name, const char *texts)
{
    struct spenn_arena *memory = &p->drawing->memory;
    const char *mark =
        cell->mark < 0 ? NULL : spenn_paint_said(p, p->f->mark[cell->mark].name);
    const char *text = name ? spenn_arena_format(
                           memory, "%s%s%s", name, texts ? ": " : "", texts ? texts : "")
        : texts ? texts
                : "";
    return mark ? spenn_arena_format(memory, "%s%s%s", text, *text ? "; " : "", mark)
                : text;
}

static struct spenn_drawing_box *add_box(
    struct paint *p, const char *id, const char *name, const struct area *area)
{
    struct spenn_drawing *drawing = p->drawing;
    struct spenn_drawing_box *box = DRAWING_ADD(drawing, box, boxes);
    *box = (struct spenn_drawing_box){
        .id = spenn_arena_format(&drawing->memory, "c-%s", id),
        .name = spenn_arena_text(&drawing->memory, name),
        .class = "cell",
        .parent = -1,
        .x = area->x,
        .y = area->y,
        .w = area->w,
        .h = area->h,
        .first = drawing->runs,
    };
    cover(p, area);
    return box;
}

static void add_runs(
    struct paint *p, struct spenn_drawing_box *box, const struct block *block)
{
    box->runs = block->runs;
    for (int32_t i = 0; i < block->runs; i++) {
        struct spenn_drawing_run *run = DRAWING_ADD(p->drawing, run, runs);
        *run = block->run[i];
        run->text = spenn_arena_text(&p->drawing->memory, run->text);
        if (strcmp(run->color, INK) == 0) {
            run->color = box->style.ink;
        } else if (strcmp(run->color, SOFT) == 0) {
            run->color = box->style.soft;
        }
    }
}

struct spenn_drawing_box *spenn_paint_cell(struct paint *p, const struct cell *cell,
    const struct block *block, struct area area, int32_t look)
{
    const char *name = spenn_paint_said(p, cell->name);
    const char *texts = texts_of(p, cell);
    struct spenn_drawing_box *box = add_box(p, cell->id,
        name        ? name
            : texts ? texts
                    : "",
        &area);
    struct spenn_arena *memory = &p->drawing->memory;
    p->box_of[cell - p->f->cell] = p->drawing->boxes - 1;
    box->style = style_of(p, cell, look);
    box->about = about(p, cell, name, texts);
    box->note = name ? texts : NULL;
    box->tag = cell->mark < 0
        ? NULL
        : spenn_arena_text(memory, spenn_paint_said(p, p->f->mark[cell->mark].name));
    box->class = spenn_arena_format(memory, "cell%s%s%s%s", cell->kind < 0 ? "" : " ",
        cell->kind < 0 ? "" : spenn_kinds.file[cell->kind], cell->mark < 0 ? "" : " ",
        cell->mark < 0 ? "" : p->f->mark[cell->mark].id);
    box->left = block->left ? PAINT_PAD_X : 0.0;
    add_runs(p, box, block);
    return box;
}

struct spenn_drawing_box *spenn_paint_head(
    struct paint *p, const char *id, const char *name, struct area area, double size)
{
    struct block block = {0};
    add_lines(p, &block, name,
        &(struct spenn_drawing_run){.color = INK, .size = size, .bold = true}, area.w);
    area.h = fmax(area.h, block.h + 2.0 * head_pad);
    struct spenn_drawing_box *box = add_box(p, id, name, &area);
    box->class = "cell heading";
    box->about = box->name;
    box->style =
        (struct spenn_drawing_style){"#EEF2F5", RULE, INK, SOFT, 0.8, .dashed = false};
    add_runs(p, box, &block);
    return box;
}

/* ---- bands at the foot of a cell */

static const double band_pad = 3.0;

static struct block band_of(
    struct paint *p, const struct cell *cell, int32_t i, double width)
{
    const struct dress *look = &mark_looks[p->f->mark[cell->foot_mark[i]].look];
    struct block block = {.h = 2.0 * band_pad, .left = true};
    add_lines(p, &block, spenn_paint_said(p, cell->foot.name[i]),
        &(struct spenn_drawing_run){
            .color = look->band_ink, .size = over_size, .bold = look->bold},
        width);
    return block;
}

double spenn_paint_foot(struct paint *p, const struct cell *cell, double width)
{
    double h = 0.0;
    for (int32_t i = 0; i < cell->foot.count; i++) {
        h += band_of(p, cell, i, width).h;
    }
    return h;
}

void spenn_paint_bands(struct paint *p, const struct cell *cell, struct area area)
{
    int32_t body = p->box_of[cell - p->f->cell];
    for (int32_t i = 0; i < cell->foot.count; i++) {
        const struct mark *mark = &p->f->mark[cell->foot_mark[i]];
        const struct dress *look = &mark_looks[mark->look];
        const char *said = spenn_paint_said(p, cell->foot.name[i]);
        struct block block = band_of(p, cell, i, area.w);
        area.h = block.h;
        struct spenn_drawing_box *box = add_box(
            p, spenn_arena_format(p->memory, "%s-%s", cell->id, mark->id), said, &area);
        box->parent = body;
        box->class = spenn_arena_format(&p->drawing->memory, "cell %s", mark->id);
        box->about = spenn_paint_said(p, mark->name);
        box->style = (struct spenn_drawing_style){look->band, look->stroke,
            look->band_ink, SOFT, 0.9, .dashed = mark->line != SPENN_SOLID};
        box->left = PAINT_PAD_X;
        add_runs(p, box, &block);
        tell_mark(p, cell->foot_mark[i], false);
        area.y += area.h;
    }
}

/* ---- lines and texts */

struct spenn_drawing_wire *spenn_paint_wire(
    struct paint *p, int32_t from, int32_t to, int32_t mark)
{
    const struct wire_look *look = &spenn_wire_looks[WIRE_LINE];
    struct spenn_drawing_wire *wire = DRAWING_ADD(p->drawing, wire, wires);
    *wire = (struct spenn_drawing_wire){
        .from = from,
        .to = to,
        .class = "link",
        .color = look->color,
        .width = look->width,
        .first = p->drawing->points,
    };
    if (mark >= 0) {
        const struct mark *m = &p->f->mark[mark];
        wire->class = spenn_arena_format(&p->drawing->memory, "link %s", m->id);
        wire->color = mark_looks[m->look].stroke;
        wire->width = 2.2;
        wire->dash = m->line;
        tell_mark(p, mark, true);
    }
    return wire;
}

void spenn_paint_point(
    struct paint *p, struct spenn_drawing_wire *wire, struct spenn_drawing_point point)
{
    *(struct spenn_drawing_point *)DRAWING_ADD(p->drawing, point, points) = point;
    wire->points++;
    cover(p, &(struct area){point.x, point.y, 0.0, 0.0});
}

void spenn_paint_text(struct paint *p, const struct spenn_drawing_text *text)
{
    double width = spenn_font_width(text->text, text->size, text->bold);
    spenn_drawing_say(p->drawing, text);
    cover(p,
        &(struct area){text->x - width * (text->anchor + 1) / 2.0, text->y - text->size,
            width, text->size * SPENN_DRAWING_LINE});
    p->page->small = fmin(p->page->small, text->size);
}

void spenn_paint_shape(struct paint *p, const struct spenn_drawing_shape *shape)
{
    *(struct spenn_drawing_shape *)DRAWING_ADD(p->drawing, shape, shapes) = *shape;
    cover(p, &(struct area){shape->x, shape->y, shape->w, shape->h});
}

double spenn_paint_scale(const struct paint *p, double w, double h)
{
    return fmin(p->page->room_w / w, p->page->room_h / h);
}
