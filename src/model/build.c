/* SPDX-License-Identifier: MIT
 * A model from a document: the sections in the order in which they refer to each other,
 * each going on after a problem, then the defaults, then the check that any model must
 * pass. */
#include "builder.h"
#include "key_values.h"
#include "resolve.h"
#include "text.h"

#include <string.h>

bool spenn_build_is_list(
    struct spenn_builder *b, const char *key, const struct spenn_value *value)
{
    return value->kind == SPENN_LIST
        || spenn_fail(b->err, value->at, "'%s' must be a list, not %s", key,
            spenn_value_kind_name(value));
}

bool spenn_build_room(
    struct spenn_builder *b, int32_t count, int64_t more, struct spenn_where at)
{
    return count + more <= spenn_most_rows
        || spenn_fail(b->err, at, "this makes more than %d rows", spenn_most_rows);
}

bool spenn_build_claim(struct spenn_builder *b, struct spenn_index *index, const char *id,
    spenn_id row, struct spenn_where at)
{
    struct spenn_where first = {0};
    const struct spenn_model *m = b->m;
    spenn_id unit = spenn_index_find(&b->units, id);
    spenn_id forum = spenn_index_find(&b->forums, id);
    spenn_id task = spenn_index_find(&b->tasks, id);
    if (unit != SPENN_NONE) {
        first = m->units.at[unit];
    } else if (forum != SPENN_NONE) {
        first = m->forums.at[forum];
    } else if (task != SPENN_NONE) {
        first = m->tasks.at[task];
    } else {
        spenn_index_add(&b->scratch, index, id, row);
        return true;
    }
    char clip[spenn_clip];
    return spenn_fail(b->err, at, "id '%s' is used already at %s:%d",
        spenn_text_clip(clip, id), first.file ? first.file : "", first.line);
}

spenn_id spenn_build_origin(struct spenn_builder *b, spenn_id u)
{
    struct spenn_model *m = b->m;
    if (b->origin_of[u] == SPENN_NONE) {
        spenn_id o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
        m->origins.id[o] = m->units.id[u];
        m->origins.unit[o] = u;
        b->origin_of[u] = o;
        spenn_index_add(&b->scratch, &b->origins, m->origins.id[o], o);
    }
    return b->origin_of[u];
}

bool spenn_build_practice(struct spenn_builder *b, const struct spenn_value *practice)
{
    if (!practice) {
        return true;
    }
    if (!spenn_keys_check(&spenn_practice_section, practice, false, b->err)) {
        return false;
    }
    struct spenn_rows among = {0};
    if (!spenn_find_units(
            &b->pick, spenn_value_get(practice, "among"), SPENN_NONE, &among)) {
        return false;
    }
    for (int32_t i = 0; i < among.count; i++) {
        b->m->units.practice[among.row[i]] = true;
        if (!b->origins_given) {
            spenn_id o = spenn_build_origin(b, among.row[i]);
            b->m->origins.practice[o] = true;
        }
    }
    return true;
}

static bool build_assume(struct spenn_builder *b, const struct spenn_value *assume)
{
    struct spenn_assumptions *own = &b->m->assume;
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        own->source[i] = spenn_arena_text(&b->m->memory, own->source[i]);
        own->unit[i] = spenn_arena_text(&b->m->memory, own->unit[i]);
        own->meaning[i] = spenn_arena_text(&b->m->memory, own->meaning[i]);
    }
    return !assume || spenn_assumptions_override(own, assume, 1, b->err);
}

static bool build_need(struct spenn_builder *b, const struct spenn_value *map)
{
    struct spenn_user_needs *needs = &b->m->needs;
    if (!spenn_keys_check(&spenn_need_section, map, false, b->err)) {
        return false;
    }
    int32_t n = spenn_table_add(&b->m->memory, needs, &spenn_needs_type);
    needs->coordinator[n] = SPENN_NONE;
    bool ok = true;
    for (int32_t i = 0; i < spenn_need_section.count; i++) {
        const struct spenn_key *key = &spenn_need_section.key[i];
        const struct spenn_value *value = spenn_value_get(map, key->name);
        ok = (!value || spenn_key_set(&b->read, key, value, needs, n)) && ok;
    }
    needs->at[n] = spenn_place_own(b->m, map->at);
    needs->name[n] = needs->name[n] ? needs->name[n] : needs->id[n];
    for (int32_t i = 0; ok && i < n; i++) {
        ok = strcmp(needs->id[i], needs->id[n]) != 0
            || spenn_fail(b->err, map->at, "need '%s' is there already", needs->id[n]);
    }
    return ok;
}

static bool build_needs(struct spenn_builder *b, const struct spenn_value *needs)
{
    bool ok = !needs || spenn_build_is_list(b, "needs", needs);
    for (int32_t i = 0; needs && ok && i < needs->count; i++) {
        ok = build_need(b, needs->item[i]);
    }
    return ok;
}

static bool fill_head(struct spenn_builder *b, const struct spenn_value *document)
{
    bool ok = true;
    b->m->form = SPENN_FORM_OTHER;
    for (int32_t i = 0; i < spenn_model_section.count; i++) {
        const struct spenn_key *key = &spenn_model_section.key[i];
        const struct spenn_value *value = spenn_value_get(document, key->name);
        if (value && key->at != SPENN_NO_COLUMN) {
            ok = spenn_key_fill(&b->read, key, value, b->m) && ok;
        }
    }
    if (!b->m->name) {
        b->m->name = b->m->id;
    }
    return ok;
}

bool spenn_version_check(
    const struct spenn_value *document, const char *kind, struct spenn_error *err)
{
    char clip[spenn_clip];
    if (document->kind != SPENN_MAP) {
        return spenn_fail(err, document->at, "the file must be a map of keys, not %s",
            spenn_value_kind_name(document));
    }
    bool first = document->count > 0 && strcmp(document->key[0], "spenn") == 0;
    const struct spenn_value *version = first ? document->item[0] : NULL;
    if (!version || version->kind != SPENN_SCALAR) {
        return spenn_fail(
            err, document->at, "the file must begin with 'spenn: %s'", kind);
    }
    bool figure =
        strncmp(version->text, "figure/", 7) == 0 && strncmp(kind, "figure/", 7) != 0;
    return strcmp(version->text, kind) == 0
        || spenn_fail(err, version->at, "this is '%s', but '%s' is wanted here%s",
            spenn_text_clip(clip, version->text), kind,
            figure ? "; 'spenn chart' checks figures" : "");
}

/* Everything but the units may be missing; what refers to units waits until they are
 * there, and is read even when some of them had problems. */
static void build_sections(struct spenn_builder *b, const struct spenn_value *document,
    const struct spenn_unit_source *source)
{
    const struct spenn_value *units = spenn_value_get(document, "units");
    build_assume(b, spenn_value_get(document, "assume"));
    if (!units || !spenn_build_units(b, units, source)) {
        if (b->m->units.count == 0) {
            return;
        }
    }
    b->origin_of =
        spenn_arena_alloc(&b->scratch, (size_t)b->m->units.count, sizeof(spenn_id));
    for (spenn_id u = 0; u < b->m->units.count; u++) {
        b->origin_of[u] = SPENN_NONE;
    }
    build_needs(b, spenn_value_get(document, "needs"));
    spenn_build_lines(b, spenn_value_get(document, "lines"));
    spenn_build_forums(b, spenn_value_get(document, "forums"));
    spenn_build_contact(b, spenn_value_get(document, "contact"));
    spenn_build_origins(b, spenn_value_get(document, "origins"));
    spenn_build_tasks(b, spenn_value_get(document, "tasks"));
    spenn_build_practice(b, spenn_value_get(document, "practice"));
}

bool spenn_model_build(const struct spenn_value *document,
    const struct spenn_assumptions *assume, const struct spenn_unit_source *source,
    struct spenn_model *m, struct spenn_error *err)
{
    int32_t before = err->count;
    *m = (struct spenn_model){.assume = *assume};
    if (!spenn_version_check(document, "model/1", err)) {
        return false;
    }
    struct spenn_builder b = {.m = m, .err = err};
    m->file = spenn_arena_text(&m->memory, document->at.file);
    b.read = (struct spenn_key_context){m, &m->memory, &b.units, &b.forums, err};
    b.pick = (struct spenn_key_context){m, &b.scratch, &b.units, &b.forums, err};
    spenn_keys_check(&spenn_model_section, document, false, err);
    fill_head(&b, document);
    build_sections(&b, document, source);
    spenn_arena_free(&b.scratch);
    spenn_model_resolve(m);
    bool ok = err->count == before ? spenn_model_check(m, err)
                                   : (spenn_check_circles(m, err), false);
    if (!ok) {
        spenn_model_free(m);
    }
    return ok;
}
