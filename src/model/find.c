/* SPDX-License-Identifier: MIT
 * References and selectors. An index makes a reference one step instead of a search; the
 * nearest name is offered only where looking for it is cheap. */
#include "find.h"

#include "key_values.h"
#include "text.h"

#include <string.h>

enum {
    most_suggested = 20000 /* names looked through for the nearest one */
};

struct named { /* the table that a reference looks into */
    const char *what;
    const char *const *id;
    int32_t count;
    const struct spenn_index *index;
};

static spenn_id row_of(const struct named *table, const char *id)
{
    if (table->index) {
        return spenn_index_find(table->index, id);
    }
    for (int32_t row = 0; row < table->count; row++) {
        if (strcmp(table->id[row], id) == 0) {
            return row;
        }
    }
    return SPENN_NONE;
}

static spenn_id find(
    const struct named *table, const struct spenn_value *id, struct spenn_error *err)
{
    if (!spenn_value_is_text(table->what, id, false, err)) {
        return SPENN_NONE;
    }
    spenn_id row = row_of(table, id->text);
    if (row != SPENN_NONE) {
        return row;
    }
    char clip[spenn_clip];
    const char *nearest = NULL;
    if (table->count <= most_suggested && err->kept < spenn_error_limit) {
        nearest = spenn_text_nearest(id->text, table->id, table->count);
    }
    spenn_text_clip(clip, id->text);
    if (nearest) {
        spenn_fail(
            err, id->at, "no %s '%s'; did you mean '%s'?", table->what, clip, nearest);
    } else {
        spenn_fail(err, id->at, "no %s '%s'", table->what, clip);
    }
    return SPENN_NONE;
}

static struct named units_of(const struct spenn_key_context *c)
{
    return (struct named){"unit", c->m->units.id, c->m->units.count, c->units};
}

spenn_id spenn_find_unit(const struct spenn_key_context *c, const struct spenn_value *id)
{
    struct named units = units_of(c);
    return find(&units, id, c->err);
}

spenn_id spenn_find_forum(const struct spenn_key_context *c, const struct spenn_value *id)
{
    struct named forums = {"forum", c->m->forums.id, c->m->forums.count, c->forums};
    return find(&forums, id, c->err);
}

spenn_id spenn_find_task(const struct spenn_key_context *c, const struct spenn_value *id)
{
    struct named tasks = {"task", c->m->tasks.id, c->m->tasks.count, NULL};
    return find(&tasks, id, c->err);
}

spenn_id spenn_find_need(const struct spenn_key_context *c, const struct spenn_value *id)
{
    struct named needs = {"need", c->m->needs.id, c->m->needs.count, NULL};
    return find(&needs, id, c->err);
}

/* ---- selectors */

struct selection {
    const struct spenn_key_context *c;
    const struct spenn_value *item; /* the part of the selector at work */
    spenn_id self;
    struct spenn_rows *rows;
    bool *taken;  /* by unit row; NULL while repetition is impossible */
    bool matched; /* anything, also `self` */
};

static void take(struct selection *s, spenn_id u)
{
    s->matched = true;
    if (u == s->self || (s->taken && s->taken[u])) {
        return;
    }
    if (s->taken) {
        s->taken[u] = true;
    }
    struct spenn_rows *rows = s->rows;
    if (rows->count == rows->room) {
        rows->room = rows->room ? rows->room * 2 : 8;
        rows->row = spenn_arena_grow(s->c->memory, rows->row, (size_t)rows->count,
            (size_t)rows->room, sizeof *rows->row);
    }
    rows->row[rows->count++] = u;
}

static bool take_kind(struct selection *s, const char *kind)
{
    const struct spenn_units *units = &s->c->m->units;
    int32_t wanted = spenn_names_find(&spenn_kinds, kind);
    if (wanted < 0) {
        char clip[spenn_clip];
        const char *nearest =
            spenn_text_nearest(kind, spenn_kinds.file, spenn_kinds.count);
        spenn_text_clip(clip, kind);
        return nearest ? spenn_fail(s->c->err, s->item->at,
                   "unknown kind '%s'; did you mean '%s'?", clip, nearest)
                       : spenn_fail(s->c->err, s->item->at, "unknown kind '%s'", clip);
    }
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->kind[u] == wanted) {
            take(s, u);
        }
    }
    return true;
}

/* `same` and `other` are relative to the sector of `self`; a unit without a sector is in
 * neither. */
static bool take_sector(struct selection *s, const char *sector)
{
    const struct spenn_units *units = &s->c->m->units;
    bool other = strcmp(sector, "other") == 0;
    if (other || strcmp(sector, "same") == 0) {
        if (s->self == SPENN_NONE) {
            return spenn_fail(s->c->err, s->item->at,
                "'sector:%s' has no unit here to be relative to", sector);
        }
        sector = units->sector[s->self];
        if (!sector) {
            return spenn_fail(s->c->err, s->item->at,
                "'%s' needs unit '%s' to have a sector", s->item->text,
                units->id[s->self]);
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->sector[u] && (strcmp(units->sector[u], sector) != 0) == other) {
            take(s, u);
        }
    }
    return true;
}

/* Marks everything below `top`. Parents may be wrong here still: a unit that was seen is
 * not walked again, so a circle ends. */
static void mark_below(
    const struct spenn_children *tree, spenn_id top, bool *below, spenn_id *queue)
{
    int32_t ahead = 0, behind = 0;
    queue[behind++] = top;
    while (ahead < behind) {
        spenn_id at = queue[ahead++];
        for (int32_t i = tree->first[at]; i < tree->first[at + 1]; i++) {
            spenn_id child = tree->child[i];
            bool fresh = !below[child] && child != top;
            below[child] = below[child] || fresh;
            queue[behind] = child;
            behind += fresh;
        }
    }
}

/* Everything below a unit, in model order. */
static bool take_under(struct selection *s, const char *id)
{
    struct spenn_value top = *s->item;
    top.text = id;
    spenn_id u = spenn_find_unit(s->c, &top);
    if (u == SPENN_NONE) {
        return false;
    }
    struct spenn_arena scratch = {0};
    const struct spenn_model *m = s->c->m;
    struct spenn_children tree = spenn_model_children(m, &scratch);
    size_t count = (size_t)m->units.count;
    bool *below = spenn_arena_alloc(&scratch, count, sizeof *below);
    mark_below(&tree, u, below, spenn_arena_alloc(&scratch, count + 1, sizeof(spenn_id)));
    for (spenn_id v = 0; v < m->units.count; v++) {
        if (below[v]) {
            take(s, v);
        }
    }
    spenn_arena_free(&scratch);
    return true;
}

static bool take_matching(struct selection *s, const char *pattern)
{
    const struct spenn_units *units = &s->c->m->units;
    for (spenn_id u = 0; u < units->count; u++) {
        if (spenn_text_glob(pattern, units->id[u])) {
            take(s, u);
        }
    }
    return true;
}

static bool take_word(struct selection *s, const char *text)
{
    static const struct {
        const char *word;
        bool (*take)(struct selection *, const char *);
    } forms[] = {{"kind:", take_kind}, {"sector:", take_sector}, {"under:", take_under}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = strlen(forms[i].word);
        if (strncmp(text, forms[i].word, length) == 0) {
            return forms[i].take(s, text + length);
        }
    }
    if (strcmp(text, "all") == 0) {
        return take_matching(s, "*");
    }
    if (strchr(text, '*')) {
        return take_matching(s, text);
    }
    spenn_id u = spenn_find_unit(s->c, s->item);
    if (u != SPENN_NONE) {
        take(s, u);
    }
    return u != SPENN_NONE;
}

static bool take_item(struct selection *s, const struct spenn_value *item)
{
    char clip[spenn_clip];
    if (!spenn_value_is_text("selector", item, false, s->c->err)) {
        return false;
    }
    s->item = item;
    s->matched = false;
    if (!take_word(s, item->text)) {
        return false;
    }
    return s->matched
        || spenn_fail(s->c->err, item->at, "'%s' matches no unit",
            spenn_text_clip(clip, item->text));
}

bool spenn_find_units(const struct spenn_key_context *c,
    const struct spenn_value *selector, spenn_id self, struct spenn_rows *rows)
{
    struct selection s = {.c = c, .self = self, .rows = rows};
    if (selector->kind == SPENN_SCALAR && rows->count == 0) {
        return take_item(&s, selector);
    }
    if (selector->kind == SPENN_MAP
        || (selector->kind == SPENN_LIST && !selector->count)) {
        return spenn_fail(c->err, selector->at,
            "a selector must be a text or a list, not %s",
            selector->kind == SPENN_MAP ? "a map" : "an empty list");
    }
    struct spenn_arena scratch = {0};
    s.taken = spenn_arena_alloc(&scratch, (size_t)c->m->units.count, sizeof *s.taken);
    for (int32_t i = 0; i < rows->count; i++) {
        s.taken[rows->row[i]] = true;
    }
    bool ok = true;
    if (selector->kind == SPENN_SCALAR) {
        ok = take_item(&s, selector);
    }
    for (int32_t i = 0; selector->kind == SPENN_LIST && i < selector->count; i++) {
        ok = take_item(&s, selector->item[i]) && ok;
    }
    spenn_arena_free(&scratch);
    return ok;
}
