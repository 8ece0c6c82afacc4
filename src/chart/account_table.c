/* SPDX-License-Identifier: MIT
 * The account of changes as a table: below a chart that leaves room for it, and on pages
 * of its own. Rows as high as their longest cell; a long one goes on over the page. */
#include "account.h"
#include "page.h"

#include "book.h"
#include "diff.h"
#include "font.h"

#include <math.h>

static const double line_height = 1.22, row_gap = 0.6; /* of the size of text */
static const double shares[account_columns] = {0.15, 0.27, 0.29, 0.29}, cell_gap = 8.0;
static const double page_size = 8.0, room_for_note = 50.0;
enum { most_lines = 10000, together = 6 };

struct cells { /* of one row, wrapped */
    const char **line[account_columns];
    int32_t lines[account_columns], most;
};

struct table {
    const struct plan *p;
    const struct spenn_page *page; /* NULL: all goes on one drawing */
    struct spenn_book *book;
    struct spenn_drawing *drawing;
    struct account_place at; /* y: of the next line */
    double top, bottom;      /* of the page */
};

static struct cells wrap(const struct table *t, const char *const *cell, bool bold)
{
    struct cells cells = {.most = 1};
    for (int32_t c = 0; c < account_columns; c++) {
        struct spenn_font_wrap wrap = {.size = t->at.size,
            .most = t->at.width * shares[c] - cell_gap,
            .lines = most_lines,
            .bold = bold || c == 0,
            .full = true};
        cells.lines[c] = spenn_font_lines(t->p->memory, cell[c], &wrap, &cells.line[c]);
        cells.most = cells.lines[c] > cells.most ? cells.lines[c] : cells.most;
    }
    return cells;
}

static double height_of(const struct table *t, const struct cells *cells)
{
    return (cells->most * line_height + row_gap) * t->at.size;
}

static void rule(struct table *t, double width)
{
    double y = t->at.y + row_gap * 0.5 * t->at.size;
    *(struct spenn_drawing_shape *)DRAWING_ADD(t->drawing, shape, shapes) =
        (struct spenn_drawing_shape){
            .x = t->at.x, .y = y, .w = t->at.width, .width = width, .stroke = RULE};
    t->at.y += row_gap * t->at.size;
}

static void put_line(
    struct table *t, const struct cells *cells, int32_t line, const char *ink, bool bold)
{
    double x = t->at.x;
    t->at.y += line_height * t->at.size;
    for (int32_t c = 0; c < account_columns; c++) {
        if (line < cells->lines[c]) {
            spenn_drawing_say(t->drawing,
                &(struct spenn_drawing_text){cells->line[c][line], c == 0 ? ink : INK, x,
                    t->at.y - 0.25 * t->at.size, t->at.size, -1, bold || c == 0});
        }
        x += t->at.width * shares[c];
    }
}

static void put_head(struct table *t)
{
    struct cells head = wrap(t, t->p->words->column, true);
    for (int32_t i = 0; i < head.most; i++) {
        put_line(t, &head, i, INK, true);
    }
    rule(t, 1.2);
}

/* The ink of a change, dark enough on white. */
static const char *ink_of(int32_t change)
{
    struct spenn_drawing_style style =
        spenn_look_style(LOOK_LINE, SPENN_STATUS_NONE, change, false);
    return change == CHANGE_NONE ? INK : spenn_look_tag(change, &style);
}

double spenn_account_height(
    const struct plan *p, const struct account *account, const struct account_place *at)
{
    struct table t = {.p = p, .at = *at};
    struct cells head = wrap(&t, p->words->column, true);
    double height = height_of(&t, &head);
    for (int32_t i = 0; i < account->count; i++) {
        struct cells cells = wrap(&t, account->row[i].cell, false);
        height += height_of(&t, &cells);
    }
    return height;
}

/* A page with its furniture, on which the table goes on. */
static void turn(struct table *t)
{
    t->drawing = spenn_drawing_add(
        &t->book->memory, (void **)&t->book->page, &t->book->pages, sizeof *t->drawing);
    *t->drawing = (struct spenn_drawing){.lang = t->p->words->lang};
    spenn_page_lay(t->drawing, t->page);
    t->at = (struct account_place){.x = SPENN_PAGE_MARGIN,
        .y = SPENN_PAGE_TOP,
        .width = t->drawing->width - 2.0 * SPENN_PAGE_MARGIN,
        .size = page_size};
    t->bottom = t->drawing->height - SPENN_PAGE_MARGIN - room_for_note;
    put_head(t);
    t->top = t->at.y;
}

static void put_row(struct table *t, const struct account_row *row)
{
    struct cells cells = wrap(t, row->cell, false);
    bool whole = cells.most <= together && t->at.y > t->top;
    for (int32_t line = 0; line < cells.most; line++) {
        double next =
            whole && line == 0 ? height_of(t, &cells) : line_height * t->at.size;
        if (t->page && t->at.y + next > t->bottom) {
            turn(t);
        }
        put_line(t, &cells, line, ink_of(row->change), false);
    }
    rule(t, 0.6);
}

void spenn_account_draw(struct spenn_drawing *drawing, const struct plan *p,
    const struct account *account, const struct account_place *at)
{
    struct table t = {.p = p, .drawing = drawing, .at = *at};
    put_head(&t);
    for (int32_t i = 0; i < account->count; i++) {
        put_row(&t, &account->row[i]);
    }
}

void spenn_change_table(const struct spenn_model *before, const struct spenn_model *after,
    const struct spenn_chart_options *options, struct spenn_book *book)
{
    struct spenn_arena memory = {0};
    struct plan p = {.m = after,
        .before = before,
        .words = options->english ? &spenn_words_en : &spenn_words_nb,
        .english = options->english,
        .memory = &memory};
    struct spenn_diff diff = {0};
    struct account account;
    spenn_models_diff(before, after, &diff);
    p.diff = &diff;
    spenn_account_make(&p, &account);
    spenn_diff_free(&diff);
    struct spenn_page page = {.title = p.words->all_changes,
        .message = options->title ? options->title : spenn_note_message(&p, &memory),
        .note = after->source
            ? spenn_arena_format(&memory, "%s%s", p.words->source, after->source)
            : "",
        .x1 = 1.0,
        .y1 = 1.0,
        .small = page_size,
        .paper = options->paper,
        .portrait = options->portrait,
        .numbered = true};
    struct table t = {.p = &p, .page = &page, .book = book};
    turn(&t);
    spenn_account_tell(t.drawing, &p, &account);
    for (int32_t i = 0; i < account.count; i++) {
        put_row(&t, &account.row[i]);
    }
    spenn_arena_free(&memory);
}
