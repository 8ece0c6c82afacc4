/* SPDX-License-Identifier: MIT
 * What one kind of figure has and the others have not. */
#include "content.h"

#include <string.h>

enum { most_steps = 12, most_sides = 6, most_columns = 12, most_charts = 12 };

static const char *place(struct reader *r, const char *form, int32_t i, int32_t k)
{
    return spenn_arena_format(r->read.memory, form, (int)i, (int)k);
}

/* A list of cells of one section, their ids from the form unless given. */
static bool read_cells(struct reader *r, const struct spenn_value *list,
    const struct spenn_section *section, const char *form)
{
    bool ok = true;
    for (int32_t i = 0; list && i < list->count; i++) {
        const char *id = place(r, form, i + 1, 0);
        ok = spenn_figure_cell(r, section, list->item[i], id) && ok;
    }
    return ok;
}

/* Whether the key has a list as it should, or is not there. */
static bool has_list(
    const struct spenn_value *map, const char *key, const struct spenn_value *list)
{
    return list || !spenn_value_get(map, key);
}

/* ---- ladder */

static bool read_bracket(
    struct reader *r, const struct spenn_value *map, struct bracket *bracket)
{
    const struct spenn_section *section = &spenn_figure_bracket_section;
    if (!spenn_keys_check(section, map, false, r->read.err)
        || !spenn_keys_fill(&r->read, section, map, bracket)) {
        return false;
    }
    return (bracket->from <= bracket->to && bracket->to <= r->f->steps)
        || spenn_fail(r->read.err, map->at, "a bracket must span steps from 1 to %d",
            (int)r->f->steps);
}

static bool read_ladder(struct reader *r, const struct spenn_value *document)
{
    struct content *f = r->f;
    const struct spenn_value *steps = spenn_figure_list(r, document, "steps", most_steps);
    const struct spenn_value *sides = spenn_figure_list(r, document, "sides", most_sides);
    const struct spenn_value *brackets =
        spenn_figure_list(r, document, "brackets", most_steps);
    bool ok = steps && has_list(document, "sides", sides)
        && has_list(document, "brackets", brackets)
        && read_cells(r, steps, &spenn_figure_step_section, "step-%d");
    f->steps = f->cells;
    ok = ok && read_cells(r, sides, &spenn_figure_side_section, "side-%d");
    if (ok && f->form == FORM_FORK && f->steps < 3) {
        return spenn_fail(r->read.err, steps->at, "a fork needs at least 3 steps");
    }
    size_t count = ok && brackets ? (size_t)brackets->count : 0;
    f->bracket = spenn_arena_alloc(&f->memory, count, sizeof *f->bracket);
    for (size_t i = 0; i < count; i++) {
        ok = read_bracket(r, brackets->item[i], &f->bracket[f->brackets++]) && ok;
    }
    return ok;
}

/* ---- matrix and table */

static bool read_row(struct reader *r, const struct spenn_value *row, int32_t number)
{
    bool ok = row->kind == SPENN_LIST
        || spenn_fail(r->read.err, row->at, "a row of 'cells' must be a list, not %s",
            spenn_value_kind_name(row));
    int32_t column = 0;
    for (int32_t i = 0; ok && i < row->count; i++) {
        const char *id = place(r, "cell-%d-%d", number + 1, i + 1);
        struct cell *cell =
            spenn_figure_cell(r, &spenn_figure_field_section, row->item[i], id);
        ok = cell != NULL;
        if (cell) {
            cell->row = number;
            cell->column = column;
            column += cell->span;
        }
    }
    return ok
        && (column == r->f->columns.count
            || spenn_fail(r->read.err, row->at,
                "this row has cells for %d columns, not for the %d of 'columns'",
                (int)column, (int)r->f->columns.count));
}

static bool read_grid(struct reader *r, const struct spenn_value *document)
{
    struct content *f = r->f;
    const struct spenn_value *cells = spenn_figure_list(r, document, "cells", most_cells);
    if (!cells || !spenn_figure_names(r, document, "columns", &f->columns)
        || !spenn_figure_names(r, document, "rows", &f->rows)) {
        return false;
    }
    if (f->columns.count > most_columns) {
        return spenn_fail(
            r->read.err, document->at, "at most %d columns are drawn", most_columns);
    }
    if (f->rows.count > 0 && f->rows.count != cells->count) {
        return spenn_fail(r->read.err, cells->at,
            "'cells' has %d rows, not the %d of 'rows'", (int)cells->count,
            (int)f->rows.count);
    }
    bool ok = true;
    for (int32_t i = 0; i < cells->count; i++) {
        ok = read_row(r, cells->item[i], i) && ok;
    }
    f->steps = cells->count;
    return ok;
}

/* ---- hub */

static bool read_end(struct reader *r, const struct spenn_value *map, const char *key,
    const char *const *ids, int32_t *end)
{
    *end = spenn_figure_find(r, "node", spenn_value_get(map, key), ids, r->f->cells);
    return *end >= 0;
}

static bool read_link(
    struct reader *r, const struct spenn_value *map, const char *const *ids)
{
    struct content *f = r->f;
    struct link link = {.mark = -1};
    const struct spenn_section *section = &spenn_figure_link_section;
    if (!spenn_keys_check(section, map, false, r->read.err)
        || !spenn_keys_fill(&r->read, section, map, &link)
        || !spenn_figure_mark(r, map, &link.mark)
        || !read_end(r, map, "from", ids, &link.from)
        || !read_end(r, map, "to", ids, &link.to)) {
        return false;
    }
    for (int32_t i = 0; i < f->links; i++) {
        const struct link *other = &f->link[i];
        if ((other->from == link.from && other->to == link.to)
            || (other->from == link.to && other->to == link.from)) {
            return spenn_fail(r->read.err, map->at, "'%s' and '%s' are linked twice",
                ids[link.from], ids[link.to]);
        }
    }
    f->link[f->links++] = link;
    return link.from != link.to
        || spenn_fail(r->read.err, map->at, "'%s' is linked with itself", ids[link.from]);
}

static bool is_hole(const struct reader *r, const struct spenn_value *place)
{
    return r->f->in_grid && place->kind == SPENN_SCALAR && strcmp(place->text, ".") == 0;
}

/* Gives the nodes of a row their places. */
static bool read_row_of_nodes(struct reader *r, const struct spenn_value *row,
    int32_t number, const char *const *ids)
{
    struct content *f = r->f;
    if (row->kind != SPENN_LIST) {
        return spenn_fail(r->read.err, row->at, "a row must be a list of nodes");
    }
    for (int32_t k = 0; k < row->count; k++) {
        if (is_hole(r, row->item[k])) {
            continue;
        }
        int32_t cell = spenn_figure_find(r, "node", row->item[k], ids, f->cells);
        if (cell < 0) {
            return false;
        }
        f->cell[cell].row = number;
        f->cell[cell].column = k;
    }
    return true;
}

static bool read_rows(
    struct reader *r, const struct spenn_value *rows, const char *const *ids)
{
    struct content *f = r->f;
    bool ok = true, placed = true;
    for (int32_t i = 0; i < f->cells; i++) {
        f->cell[i].row = -1;
    }
    for (int32_t i = 0; i < rows->count; i++) {
        ok = read_row_of_nodes(r, rows->item[i], i, ids) && ok;
    }
    for (int32_t i = 0; i < f->cells; i++) {
        placed = placed && f->cell[i].row >= 0;
    }
    f->in_rows = true;
    f->steps = rows->count;
    return ok
        && (placed
            || spenn_fail(r->read.err, rows->at, "'%s' must place every node",
                f->in_grid ? "grid" : "rows"));
}

static bool read_hub(struct reader *r, const struct spenn_value *document)
{
    struct content *f = r->f;
    const struct spenn_value *nodes = spenn_figure_list(r, document, "nodes", most_nodes);
    r->f->in_grid = spenn_value_get(document, "grid") != NULL;
    const char *key = r->f->in_grid ? "grid" : "rows";
    const struct spenn_value *rows = spenn_figure_list(r, document, key, most_nodes);
    const struct spenn_value *links = spenn_figure_list(r, document, "links", most_links);
    const struct spenn_value *centre = spenn_value_get(document, "centre");
    const char *ids[most_nodes] = {NULL};
    if (!nodes || !has_list(document, key, rows) || !has_list(document, "links", links)
        || !read_cells(r, nodes, &spenn_figure_node_section, "%d")) {
        return false;
    }
    for (int32_t i = 0; i < f->cells; i++) {
        ids[i] = f->cell[i].id;
    }
    if ((centre && rows) || (f->in_grid && spenn_value_get(document, "rows"))) {
        return spenn_fail(r->read.err, centre ? centre->at : rows->at,
            "a hub has only one of 'centre', 'rows' and 'grid'");
    }
    bool ok = !rows || read_rows(r, rows, ids);
    ok = (!centre || read_end(r, document, "centre", ids, &f->centre)) && ok;
    f->link = spenn_arena_alloc(&f->memory, most_links, sizeof *f->link);
    for (int32_t i = 0; links && i < links->count; i++) {
        ok = read_link(r, links->item[i], ids) && ok;
    }
    return ok;
}

/* ---- tree */

/* The document is no deeper than spenn_most_depth, so neither is this. */
static bool read_branch(struct reader *r, const struct spenn_value *map, int32_t parent)
{
    struct content *f = r->f;
    int32_t row = f->cells, depth = parent < 0 ? 0 : f->cell[parent].column + 1;
    const char *id = parent < 0 ? "root" : place(r, "branch-%d", row, 0);
    struct cell *cell = spenn_figure_cell(r, &spenn_figure_branch_section, map, id);
    if (cell == NULL) {
        return false;
    }
    cell->parent = parent;
    cell->column = depth;
    f->steps = depth + 1 > f->steps ? depth + 1 : f->steps;
    const struct spenn_value *below = spenn_figure_list(r, map, "below", most_cells);
    bool ok = has_list(map, "below", below);
    for (int32_t i = 0; below && i < below->count; i++) {
        ok = read_branch(r, below->item[i], row) && ok;
    }
    return ok;
}

static bool read_tree(struct reader *r, const struct spenn_value *document)
{
    return spenn_figure_names(r, document, "levels", &r->f->columns)
        && read_branch(r, spenn_value_get(document, "root"), -1);
}

/* ---- sheet */

static bool read_chart(
    struct reader *r, const struct spenn_value *map, struct chart *chart)
{
    const struct spenn_section *section = &spenn_figure_chart_section;
    chart->at = map->at;
    chart->at.file = r->f->file;
    if (!spenn_keys_check(section, map, false, r->read.err)
        || !spenn_keys_fill(&r->read, section, map, chart)) {
        return false;
    }
    if (!!chart->model + !!chart->scenario + !!chart->figure != 1) {
        return spenn_fail(r->read.err, map->at,
            "a chart needs one of 'model', 'scenario' and 'figure'");
    }
    return chart->scenario || (!chart->alternative && !chart->after)
        || spenn_fail(
            r->read.err, map->at, "'alternative' and 'after' of a chart need 'scenario'");
}

static bool read_sheet(struct reader *r, const struct spenn_value *document)
{
    struct content *f = r->f;
    const struct spenn_value *charts =
        spenn_figure_list(r, document, "charts", most_charts);
    if (charts == NULL) {
        return false;
    }
    bool ok = true;
    f->chart = spenn_arena_alloc(&f->memory, (size_t)charts->count, sizeof *f->chart);
    for (int32_t i = 0; i < charts->count; i++) {
        ok = read_chart(r, charts->item[i], &f->chart[f->charts++]) && ok;
    }
    return ok;
}

bool (*const spenn_figure_readers[FIGURE_KINDS])(
    struct reader *r, const struct spenn_value *document) = {
    [LADDER] = read_ladder,
    [MATRIX] = read_grid,
    [TABLE] = read_grid,
    [HUB] = read_hub,
    [TREE] = read_tree,
    [SHEET] = read_sheet,
};
