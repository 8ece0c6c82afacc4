/* SPDX-License-Identifier: MIT
 * Arguments of a verb on their way into rows and numbers. */
#include "draft.h"

#include "text.h"

#include <string.h>

struct spenn_where spenn_args_at(const struct spenn_value *args, const char *key)
{
    const struct spenn_value *value = spenn_value_get(args, key);
    return value ? value->at : args->at;
}

static bool has_unit(const struct spenn_model *m, const char *id)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (strcmp(m->units.id[u], id) == 0) {
            return true;
        }
    }
    return false;
}

/* No unit is named that was there until a change above ended it: the nearest name would
 * be no remedy. */
static bool is_left(struct spenn_draft *d, const struct spenn_value *value)
{
    bool ok = true;
    for (int32_t i = 0; value->kind == SPENN_LIST && i < value->count; i++) {
        ok = is_left(d, value->item[i]) && ok;
    }
    bool gone = d->base && value->kind == SPENN_SCALAR && !has_unit(d->m, value->text)
        && has_unit(d->base, value->text);
    char clip[spenn_clip];
    return ok
        && (!gone
            || spenn_fail(d->err, value->at,
                "no unit '%s' any more: a change above ends it",
                spenn_text_clip(clip, value->text)));
}

bool spenn_args_unit(
    struct spenn_draft *d, const struct spenn_value *args, const char *key, spenn_id *u)
{
    const struct spenn_value *value = spenn_value_get(args, key);
    *u = value && is_left(d, value) ? spenn_select_unit(d->m, value, d->err) : SPENN_NONE;
    return !value || *u != SPENN_NONE;
}

bool spenn_args_units(struct spenn_draft *d, const struct spenn_value *args,
    const char *key, spenn_id self, struct spenn_rows *rows)
{
    const struct spenn_value *value = spenn_value_get(args, key);
    return !value
        || (is_left(d, value)
            && spenn_select(
                &(struct spenn_view){d->m, self}, value, &d->memory, rows, d->err));
}

struct spenn_key_context spenn_draft_context(struct spenn_draft *d)
{
    return (struct spenn_key_context){.m = d->m, .memory = &d->m->memory, .err = d->err};
}

bool spenn_args_share(
    struct spenn_draft *d, const struct spenn_value *args, const char *key, double *share)
{
    const struct spenn_value *value = spenn_value_get(args, key);
    struct spenn_key_context c = spenn_draft_context(d);
    return !value || spenn_key_parse(&c, spenn_key_find(d->section, key), value, share);
}

static bool is_one_of(const char *name, const char *const *names)
{
    while (*names && strcmp(*names, name) != 0) {
        names++;
    }
    return *names != NULL;
}

const struct spenn_section *spenn_args_keys(struct spenn_arena *memory,
    const struct spenn_section *keys, const struct spenn_section *more,
    enum spenn_needs needs)
{
    static const char *const never[] = {"count", NULL};
    static const char *const fixed[] = {"count", "id", "at", "streams", "limits", NULL};
    const char *const *left_out = needs == SPENN_NEEDS_NOTHING ? fixed : never;
    int32_t room = keys->count + more->count;
    struct spenn_key *key = spenn_arena_alloc(memory, (size_t)room, sizeof *key);
    struct spenn_section *section = spenn_arena_alloc(memory, 1, sizeof *section);
    for (int32_t i = 0; i < keys->count; i++) {
        if (is_one_of(keys->key[i].name, left_out)) {
            continue;
        }
        struct spenn_key *copy = &key[section->count++];
        *copy = keys->key[i];
        copy->required = copy->required
            && (needs == SPENN_NEEDS_ALL
                || (needs == SPENN_NEEDS_ID && copy->kind == SPENN_KEY_ID));
    }
    for (int32_t i = 0; i < more->count; i++) {
        key[section->count++] = more->key[i];
    }
    section->name = more->name;
    section->key = key;
    return section;
}

static spenn_id row_of(const char *id, const char *const *ids, int32_t count)
{
    for (spenn_id i = 0; i < count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return i;
        }
    }
    return SPENN_NONE;
}

static bool names_something(const struct spenn_model *m, const char *id)
{
    return row_of(id, m->units.id, m->units.count) != SPENN_NONE
        || row_of(id, m->forums.id, m->forums.count) != SPENN_NONE
        || row_of(id, m->tasks.id, m->tasks.count) != SPENN_NONE;
}

bool spenn_draft_id_free(struct spenn_draft *d, const char *id, struct spenn_where at)
{
    if (names_something(d->m, id)) {
        return spenn_fail(d->err, at,
            "id '%s' is taken; give another one, or use 'absorb' or 'spin-off' for a "
            "unit "
            "that stays",
            id);
    }
    if (d->base && names_something(d->base, id)) {
        return spenn_fail(d->err, at,
            "id '%s' was that of a unit, forum or task before; give another one, so that "
            "nobody takes the two for one",
            id);
    }
    return true;
}
