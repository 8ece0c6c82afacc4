/* SPDX-License-Identifier: MIT
 * What every kind of figure has: head, marks, cells and lists of names. */
#include "content.h"

#include "io.h"
#include "text.h"

#include <string.h>

void spenn_figure_free(struct content *figure)
{
    spenn_arena_free(&figure->memory);
    *figure = (struct content){0};
}

const struct spenn_value *spenn_figure_list(
    struct reader *r, const struct spenn_value *map, const char *key, int32_t most)
{
    const struct spenn_value *list = spenn_value_get(map, key);
    struct spenn_error *err = r->read.err;
    if (list && (list->kind != SPENN_LIST || list->count == 0)) {
        (void)spenn_fail(err, list->at, "'%s' must be a list, not %s", key,
            list->kind == SPENN_LIST ? "an empty one" : spenn_value_kind_name(list));
        return NULL;
    }
    if (list && list->count > most) {
        (void)spenn_fail(err, list->at, "'%s' has %d entries, at most %d are drawn", key,
            (int)list->count, (int)most);
        return NULL;
    }
    return list;
}

bool spenn_figure_names(
    struct reader *r, const struct spenn_value *map, const char *key, struct names *names)
{
    const struct spenn_key form = {.name = key, .kind = SPENN_KEY_NAME};
    const struct spenn_value *value = spenn_value_get(map, key);
    if (value == NULL) {
        return true;
    }
    bool list = value->kind == SPENN_LIST;
    if (list && (value = spenn_figure_list(r, map, key, most_names)) == NULL) {
        return false;
    }
    bool ok = true;
    names->count = list ? value->count : 1;
    names->name =
        spenn_arena_alloc(r->read.memory, (size_t)names->count, sizeof *names->name);
    for (int32_t i = 0; i < names->count; i++) {
        ok = spenn_key_parse(
                 &r->read, &form, list ? value->item[i] : value, names->name[i])
            && ok;
    }
    return ok;
}

int32_t spenn_figure_find(struct reader *r, const char *what,
    const struct spenn_value *value, const char *const *ids, int32_t count)
{
    static const struct spenn_key form = {.name = "id", .kind = SPENN_KEY_ID};
    const char *id = NULL;
    if (!spenn_key_parse(&r->read, &form, value, &id)) {
        return -1;
    }
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return i;
        }
    }
    char clip[spenn_clip];
    const char *nearest = spenn_text_nearest(id, ids, count);
    spenn_text_clip(clip, id);
    (void)(nearest ? spenn_fail(r->read.err, value->at, "no %s '%s'; did you mean '%s'?",
               what, clip, nearest)
                   : spenn_fail(r->read.err, value->at, "no %s '%s'", what, clip));
    return -1;
}

bool spenn_figure_mark(struct reader *r, const struct spenn_value *map, int32_t *mark)
{
    const struct spenn_value *value = spenn_value_get(map, "mark");
    const char *ids[most_marks] = {NULL};
    for (int32_t i = 0; i < r->f->marks; i++) {
        ids[i] = r->f->mark[i].id;
    }
    *mark = value ? spenn_figure_find(r, "mark", value, ids, r->f->marks) : -1;
    return !value || *mark >= 0;
}

static bool id_is_free(struct reader *r, const struct cell *cell)
{
    int32_t row = r->f->cells - 1;
    char clip[spenn_clip];
    return spenn_index_add(&r->scratch, &r->ids, cell->id, row) < 0
        || spenn_fail(r->read.err, cell->at, "'%s' is the id of two boxes",
            spenn_text_clip(clip, cell->id));
}

struct cell *spenn_figure_cell(struct reader *r, const struct spenn_section *section,
    const struct spenn_value *map, const char *id)
{
    struct content *f = r->f;
    if (f->cells == most_cells) {
        (void)spenn_fail(
            r->read.err, map->at, "this is more than %d boxes", (int)most_cells);
        return NULL;
    }
    if (f->cells == r->room) {
        r->room = r->room ? 2 * r->room : 16;
        f->cell = spenn_arena_grow(
            &f->memory, f->cell, (size_t)f->cells, (size_t)r->room, sizeof *f->cell);
    }
    struct cell *cell = &f->cell[f->cells++];
    *cell = (struct cell){
        .id = id, .kind = -1, .mark = -1, .parent = -1, .span = 1, .at = map->at};
    bool ok = spenn_keys_check(section, map, false, r->read.err)
        && spenn_keys_fill(&r->read, section, map, cell)
        && spenn_figure_names(r, map, "text", &cell->text)
        && spenn_figure_mark(r, map, &cell->mark);
    cell->at.file = f->file;
    return ok && id_is_free(r, cell) ? cell : NULL;
}

static bool read_marks(struct reader *r, const struct spenn_value *document)
{
    struct content *f = r->f;
    const struct spenn_value *list = spenn_figure_list(r, document, "marks", most_marks);
    bool ok = list || !spenn_value_get(document, "marks");
    f->mark = spenn_arena_alloc(&f->memory, most_marks, sizeof *f->mark);
    for (int32_t i = 0; list && i < list->count; i++) {
        const struct spenn_value *map = list->item[i];
        ok = spenn_keys_check(&spenn_figure_mark_section, map, false, r->read.err)
            && spenn_keys_fill(
                &r->read, &spenn_figure_mark_section, map, &f->mark[f->marks])
            && ok;
        f->mark[f->marks].look = f->marks;
        f->marks++;
    }
    return ok;
}

static bool read_kind(struct reader *r, const struct spenn_value *document)
{
    static const struct spenn_key form = {"kind", SPENN_KEY_NAMED,
        .names = &spenn_figure_kinds, .least = 0, .most = FIGURE_KINDS - 1};
    const struct spenn_value *kind = spenn_value_get(document, "kind");
    return kind ? spenn_key_parse(&r->read, &form, kind, &r->f->kind)
                : spenn_fail(r->read.err, document->at, "a figure needs 'kind'");
}

static bool build(struct reader *r, const struct spenn_value *document)
{
    if (!spenn_version_check(document, "figure/1", r->read.err)
        || !read_kind(r, document)) {
        return false;
    }
    const struct spenn_section *section = &spenn_figure_sections[r->f->kind];
    if (!spenn_keys_check(section, document, false, r->read.err)) {
        return false;
    }
    bool ok = spenn_keys_fill(&r->read, section, document, r->f);
    ok = spenn_figure_names(r, document, "assumed", &r->f->assumed) && ok;
    return read_marks(r, document) && ok && spenn_figure_readers[r->f->kind](r, document);
}

bool spenn_figure_build(const struct spenn_value *document, const char *file,
    struct content *figure, struct spenn_error *err)
{
    *figure = (struct content){.centre = -1};
    struct reader r = {.f = figure, .read = {.memory = &figure->memory, .err = err}};
    figure->file = spenn_arena_text(&figure->memory, file);
    bool ok = build(&r, document);
    spenn_arena_free(&r.scratch);
    if (!ok) {
        spenn_figure_free(figure);
    }
    return ok;
}

bool spenn_figure_read(const char *path, struct content *figure, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_file file;
    const struct spenn_value *document;
    *figure = (struct content){0};
    bool ok = spenn_file_read(path, spenn_most_bytes, &scratch, &file, err)
        && spenn_yaml_parse(&file, &scratch, &document, err)
        && spenn_figure_build(document, path, figure, err);
    spenn_arena_free(&scratch);
    return ok;
}
