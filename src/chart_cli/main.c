/* SPDX-License-Identifier: MIT
 * spenn-chart: a model, or what a scenario changes, as an organisation chart. A program
 * of its own, so that no GPL library is linked to Graphviz (docs/architecture.md). */
#include "results.h"

#include "figure.h"
#include "io.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

struct input {
    struct spenn_arena memory;
    struct spenn_scenario scenario;
    struct spenn_model base, changed;
    const char *title;
};

struct books {
    struct spenn_book drawn, tables; /* tables: of changes, after a chart on one page */
};

static bool list_alternatives(
    const struct spenn_scenario *s, struct spenn_where at, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const char *list = "baseline";
    for (int32_t i = 0; i < s->alternative_count; i++) {
        list = spenn_arena_format(&memory, "%s, %s", list, s->alternative[i].id);
    }
    spenn_fail(err, at, "the alternatives are %s", list);
    spenn_arena_free(&memory);
    return false;
}

/* The one asked for, else the first. */
static bool find_alternative(const struct options *o, const struct input *in,
    int32_t *row, struct spenn_error *err)
{
    struct spenn_where at = {.file = o->change};
    *row = 0;
    if (o->alternative) {
        return spenn_scenario_find(&in->scenario, o->alternative, at, row, err)
            || list_alternatives(&in->scenario, at, err);
    }
    return in->scenario.alternative_count > 0
        || spenn_fail(err, at, "the scenario has no alternatives");
}

static bool read_change(const struct options *o, const struct spenn_assumptions *assume,
    struct input *in, struct spenn_error *err)
{
    int32_t row = 0;
    if (!spenn_read_scenario(o->change, &in->scenario, err)
        || !find_alternative(o, in, &row, err)
        || !spenn_read_model(in->scenario.model, assume, &in->base, err)
        || !spenn_scenario_apply(&in->base, &in->scenario, row, &in->changed, err)) {
        return false;
    }
    const struct spenn_scenario *s = &in->scenario;
    static const struct spenn_alternative baseline = {0};
    const struct spenn_alternative *a = row < 0 ? &baseline : &s->alternative[row];
    const char *title = o->chart.english && s->title_en ? s->title_en : s->title;
    const char *name = o->chart.english && a->name_en ? a->name_en : a->name;
    in->title = spenn_arena_format(
        &in->memory, "%s%s%s", title ? title : s->id, name ? ": " : "", name ? name : "");
    return true;
}

/* The unit that is called so, or SPENN_NONE. */
static spenn_id unit_named(const struct spenn_model *m, const char *name)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        const char *nb = m->units.name[u], *en = m->units.name_en[u];
        if ((nb && strcmp(nb, name) == 0) || (en && strcmp(en, name) == 0)) {
            return u;
        }
    }
    return SPENN_NONE;
}

static bool check_root(
    const struct spenn_model *m, const char *root, struct spenn_error *err)
{
    spenn_id u = 0;
    while (u < m->units.count && strcmp(m->units.id[u], root) != 0) {
        u++;
    }
    if (u < m->units.count) {
        return true;
    }
    spenn_id named = unit_named(m, root);
    if (named != SPENN_NONE) {
        return spenn_fail(err, (struct spenn_where){.file = m->file},
            "no unit has the id '%s'; the one of that name is '%s'", root,
            m->units.id[named]);
    }
    const char *nearest = spenn_text_nearest(root, m->units.id, m->units.count);
    return spenn_fail(err, (struct spenn_where){.file = m->file},
        nearest ? "no unit '%s'; did you mean '%s'?" : "no unit '%s'", root, nearest);
}

static void make_page(struct spenn_book *book)
{
    book->page = spenn_arena_alloc(&book->memory, 1, sizeof *book->page);
    book->pages = 1;
}

/* What the options ask of a model's chart a figure or matrix has not. */
static bool check_whole(
    const struct options *o, const char *what, struct spenn_error *err)
{
    bool whole = !o->chart.root && !o->chart.layers && !o->chart.leadership
        && !o->colour_by && !o->pages;
    return whole
        || spenn_fail(err, (struct spenn_where){.file = o->input},
            "a %s has no boxes of units: remove --root, --layers, --leadership, "
            "--colour-by, --pages",
            what);
}

static bool draw_figure(
    const struct options *o, struct spenn_book *book, struct spenn_error *err)
{
    if (!check_whole(o, "figure", err)) {
        return false;
    }
    if (o->matrix) {
        return spenn_fail(err, (struct spenn_where){.file = o->input},
            "--matrix is drawn of a model, and this is a figure");
    }
    make_page(book);
    return spenn_figure_draw(o->input, &o->chart, book->page, err);
}

/* Whether one sheet too small becomes several without being asked: of PDF alone. */
static bool may_be_paged(const struct options *o)
{
    bool paged = !o->chart.leadership && o->chart.layers == 0;
    for (int32_t i = 0; i < o->outputs; i++) {
        paged = paged && strcmp(o->output[i].format, "pdf") == 0;
    }
    return paged;
}

/* Whether a picture goes to standard output. */
static bool is_piped(const struct options *o)
{
    bool piped = false;
    for (int32_t i = 0; i < o->outputs; i++) {
        piped = piped || strcmp(o->output[i].path, "-") == 0;
    }
    return piped;
}

static void draw_pages(const struct options *o, const struct input *in,
    const struct spenn_chart_options *how, struct books *books)
{
    struct spenn_book *book = &books->drawn;
    const struct spenn_model *m = o->change ? &in->changed : &in->base;
    const struct spenn_model *before = o->change && !o->after ? &in->base : NULL;
    bool paged = o->pages;
    if (!paged) {
        make_page(book);
        spenn_chart_draw(m, before, how, book->page);
        bool asked = how->paper != SPENN_PAPER_AUTO, larger = book->page->overfull;
        paged = larger && asked && may_be_paged(o);
        if (larger) {
            fprintf(stderr, "spenn-chart: it does not fit %s at 6 pt: %s\n",
                asked ? "the page" : "A0",
                paged ? "drawn on several" : "the sheet is larger (--pages: several)");
        }
    }
    if (!paged && book->page->saved && !is_piped(o)) {
        fprintf(stderr, "spenn-chart: %s\n", book->page->saved);
    }
    if (paged) {
        spenn_book_free(book);
        spenn_chart_book(m, before, how, book);
    } else if (before) {
        spenn_change_table(before, m, how, &books->tables);
    }
}

static bool draw(const struct options *o, struct input *in, struct books *books,
    struct spenn_error *err)
{
    struct spenn_shade shade;
    const struct spenn_model *m = o->change ? &in->changed : &in->base;
    struct spenn_chart_options how = o->chart;
    how.title = how.title ? how.title : in->title;
    if (how.root && !check_root(m, how.root, err)) {
        return false;
    }
    if (o->results) {
        if (!results_read(o, &in->memory, &shade, err)) {
            return false;
        }
        how.shade = &shade;
    }
    if (o->matrix) {
        make_page(&books->drawn);
        return check_whole(o, "matrix", err)
            && spenn_figure_roles(m, &how, books->drawn.page, err);
    }
    draw_pages(o, in, &how, books);
    return true;
}

static bool read_input(const struct options *o, const struct spenn_assumptions *assume,
    struct input *in, struct spenn_error *err)
{
    char kind[32] = "";
    if (o->change) {
        return read_change(o, assume, in, err);
    }
    if (!spenn_file_kind(o->input, kind, err)) {
        return false;
    }
    if (strncmp(kind, "scenario/", 9) == 0) {
        return spenn_fail(err, (struct spenn_where){.file = o->input},
            "this is a scenario, not a model: use --change %s", o->input);
    }
    return spenn_read_model(o->input, assume, &in->base, err);
}

static int run(const struct options *o, struct spenn_error *err)
{
    struct input in = {0};
    struct spenn_assumptions assume;
    struct books books = {0};
    bool valid = false;
    if (o->grammar) {
        make_page(&books.drawn);
        spenn_chart_grammar(&o->chart, books.drawn.page);
        valid = true;
    } else if (o->input && spenn_figure_is(o->input)) {
        valid = draw_figure(o, &books.drawn, err);
    } else {
        valid = spenn_read_assumptions(NULL, &in.memory, &assume, err)
            && read_input(o, &assume, &in, err) && draw(o, &in, &books, err);
    }
    bool saved = valid && options_save(o, &books.drawn, &books.tables, err);
    spenn_book_free(&books.tables);
    spenn_book_free(&books.drawn);
    spenn_model_free(&in.changed);
    spenn_model_free(&in.base);
    spenn_scenario_free(&in.scenario);
    spenn_arena_free(&in.memory);
    return !valid ? invalid : saved ? ok : failed;
}

int main(int argc, char **argv)
{
    struct options o;
    struct spenn_error err = {0};
    int status = options_parse(&o, argc, argv);
    if (status == ok && !o.done) {
        status = run(&o, &err);
        spenn_error_print(&err, stderr);
    }
    spenn_error_free(&err);
    return status;
}
