/* SPDX-License-Identifier: MIT
 * From a figure file to a drawing on a page. */
#include "figure.h"

#include "paint.h"

#include "io.h"

#include <math.h>
#include <string.h>

bool spenn_figure_is(const char *path)
{
    char kind[32] = "";
    struct spenn_error err = {0};
    bool is = spenn_file_kind(path, kind, &err) && strncmp(kind, "figure/", 7) == 0;
    spenn_error_free(&err);
    return is;
}

/* "Kilde: document 003 §2.1. Antatt: ...; ..." */
static void add_note(const struct paint *p)
{
    const struct content *f = p->f;
    struct spenn_arena *memory = &p->drawing->memory;
    const char *given = spenn_paint_said(p, f->source), *source = given ? given : "";
    const char *beyond = "";
    bool stop = *source && source[strlen(source) - 1] == '.';
    for (int32_t i = 0; i < f->assumed.count; i++) {
        beyond = spenn_arena_format(memory, "%s%s%s", beyond,
            i == 0 ? p->words->assumed : "; ", spenn_paint_said(p, f->assumed.name[i]));
    }
    p->page->beyond = *beyond ? spenn_arena_format(memory, "%s.", beyond) : beyond;
    p->page->note =
        spenn_arena_format(memory, "%s%s%s%s%s", *source ? p->words->source : "", source,
            *source && !stop ? "." : "", *source && *beyond ? " " : "", p->page->beyond);
}

static void paint(struct paint *p)
{
    static void (*const painters[FIGURE_KINDS])(struct paint *) = {
        [LADDER] = spenn_paint_ladder,
        [MATRIX] = spenn_paint_matrix,
        [TABLE] = spenn_paint_table,
        [HUB] = spenn_paint_hub,
        [TREE] = spenn_paint_tree,
    };
    struct spenn_page *page = p->page;
    page->small = INFINITY;
    page->x0 = page->y0 = INFINITY;
    page->x1 = page->y1 = -INFINITY;
    p->box_of = spenn_arena_alloc(p->memory, (size_t)p->f->cells, sizeof *p->box_of);
    painters[p->f->kind](p);
}

bool spenn_figure_paint(const struct content *f,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_page *page, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct words *words = options->english ? &spenn_words_en : &spenn_words_nb;
    struct paint p = {.f = f,
        .words = words,
        .english = options->english,
        .drawing = drawing,
        .page = page,
        .memory = &scratch};
    *drawing = (struct spenn_drawing){.lang = words->lang, .radius = 4.0};
    page->legend.memory = &drawing->memory;
    const char *message = spenn_paint_said(&p, f->message);
    page->title = spenn_arena_text(&drawing->memory,
        options->title ? options->title : spenn_paint_said(&p, f->name));
    page->message = spenn_arena_text(&drawing->memory, message ? message : "");
    add_note(&p);
    bool ok = true;
    if (f->kind == SHEET) {
        ok = spenn_figure_sheet(f, options, drawing, page, err);
    } else {
        paint(&p);
    }
    spenn_arena_free(&scratch);
    return ok;
}

bool spenn_figure_body(const char *path, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_page *page, struct spenn_error *err)
{
    struct content f;
    bool ok = spenn_figure_read(path, &f, err);
    if (ok && f.kind == SHEET) {
        ok = spenn_fail(err, (struct spenn_where){.file = path},
            "is a sheet, and a sheet cannot hold a sheet");
    }
    ok = ok && spenn_figure_paint(&f, options, drawing, page, err);
    spenn_figure_free(&f);
    return ok;
}

bool spenn_figure_lay(const struct content *f, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_error *err)
{
    struct spenn_page page = {.paper = options->paper,
        .portrait = options->portrait,
        .legend.none = options->no_legend};
    spenn_page_room(&page);
    bool ok = spenn_figure_paint(f, options, drawing, &page, err);
    if (ok) {
        spenn_page_lay(drawing, &page);
    }
    return ok;
}

bool spenn_figure_draw(const char *path, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_error *err)
{
    struct content f;
    bool ok =
        spenn_figure_read(path, &f, err) && spenn_figure_lay(&f, options, drawing, err);
    spenn_figure_free(&f);
    return ok;
}
