/* SPDX-License-Identifier: MIT
 * Values that stay text: ids, names, notes, and lists that a column keeps as one text. */
#include "key_values.h"
#include "text.h"

#include <assert.h>
#include <string.h>

static bool is_id(
    const char *key, const struct spenn_value *value, struct spenn_error *err)
{
    char clip[spenn_clip];
    if (!spenn_value_is_text(key, value, false, err)) {
        return false;
    }
    if (strcmp(value->text, "all") == 0) {
        return spenn_fail(err, value->at, "'all' is a selector and cannot be an id");
    }
    return spenn_text_is_id(value->text)
        || spenn_fail(err, value->at,
            "'%s' is no id: it has letters, digits, '-', '_' and '.', and begins with a "
            "letter, a digit or '_'",
            spenn_text_clip(clip, value->text));
}

static bool as_name(const struct spenn_value *value, const char *key,
    struct spenn_arena *memory, const char *target[2], struct spenn_error *err)
{
    const struct spenn_value *part[2] = {value, NULL};
    if (value->kind == SPENN_MAP) {
        if (!spenn_keys_check(&spenn_name_section, value, false, err)) {
            return false;
        }
        part[0] = spenn_value_get(value, "nb");
        part[1] = spenn_value_get(value, "en");
    }
    bool ok = spenn_value_is_text(key, part[0], false, err);
    ok = (!part[1] || spenn_value_is_text(key, part[1], false, err)) && ok;
    for (int i = 0; ok && i < 2; i++) {
        target[i] = part[i] ? spenn_arena_text(memory, part[i]->text) : NULL;
    }
    return ok;
}

/* The section that has this row, for the keys that `assumed` may list. */
static const struct spenn_section *section_of(const struct spenn_key *key)
{
    static const struct spenn_section *const sections[] = {
        &spenn_unit_section, &spenn_forum_section, &spenn_task_section};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (spenn_key_find(sections[i], key->name) == key) {
            return sections[i];
        }
    }
    return NULL;
}

static bool is_assumed(
    const struct spenn_key *key, const struct spenn_value *value, struct spenn_error *err)
{
    const struct spenn_section *section = section_of(key);
    assert(section);
    if (!spenn_value_is_text(key->name, value, false, err)) {
        return false;
    }
    const struct spenn_key *named = spenn_key_find(section, value->text);
    if (named && !named->csv && named != key) {
        return true;
    }
    const char *names[32];
    int32_t count = 0;
    for (int32_t i = 0; i < section->count && count < 32; i++) {
        if (&section->key[i] != key && !section->key[i].csv) {
            names[count++] = section->key[i].name;
        }
    }
    char clip[spenn_clip];
    const char *nearest = spenn_text_nearest(value->text, names, count);
    spenn_text_clip(clip, value->text);
    return nearest ? spenn_fail(err, value->at,
               "'%s' in 'assumed' is no key of a %s; did you "
               "mean '%s'?",
               clip, section->name, nearest)
                   : spenn_fail(err, value->at, "'%s' in 'assumed' is no key of a %s",
                       clip, section->name);
}

static bool check_item(
    const struct spenn_key *key, const struct spenn_value *item, struct spenn_error *err)
{
    if (key->kind == SPENN_KEY_IDS) {
        return is_id(key->name, item, err);
    }
    if (key->kind == SPENN_KEY_ASSUMED) {
        return is_assumed(key, item, err);
    }
    if (!spenn_value_is_text(key->name, item, key->kind == SPENN_KEY_NOTE, err)) {
        return false;
    }
    return key->kind != SPENN_KEY_TEXTS || !strchr(item->text, ',')
        || spenn_fail(err, item->at, "a text in '%s' cannot hold a comma", key->name);
}

/* A scalar where a list of ids or keys belongs is a list separated by spaces, as in a
 * CSV; any other scalar is a list of one. */
static const struct spenn_value *as_list(const struct spenn_key *key,
    const struct spenn_value *value, struct spenn_arena *memory)
{
    bool split = key->kind == SPENN_KEY_IDS || key->kind == SPENN_KEY_ASSUMED;
    struct spenn_value *list = spenn_arena_alloc(memory, 1, sizeof *list);
    size_t room = split ? strlen(value->text) / 2 + 1 : 1;
    list->kind = SPENN_LIST;
    list->at = value->at;
    list->item = spenn_arena_alloc(memory, room, sizeof(const struct spenn_value *));
    const char *at = value->text;
    do {
        size_t length = split ? strcspn(at, " ") : strlen(at);
        if (length || !split) {
            struct spenn_value *item = spenn_arena_alloc(memory, 1, sizeof *item);
            *item = *value;
            item->text = spenn_arena_bytes(memory, at, length);
            list->item[list->count++] = item;
        }
        at += length;
        at += split ? strspn(at, " ") : 0;
    } while (*at);
    return list;
}

static const char *join(
    const struct spenn_value *list, char between, struct spenn_arena *memory)
{
    size_t length = 0;
    for (int32_t i = 0; i < list->count; i++) {
        length += strlen(list->item[i]->text) + 1;
    }
    char *text = spenn_arena_alloc(memory, length, 1), *end = text;
    for (int32_t i = 0; i < list->count; i++) {
        size_t part = strlen(list->item[i]->text);
        if (i) {
            *end++ = between;
        }
        memcpy(end, list->item[i]->text, part);
        end += part;
    }
    return text;
}

static bool as_joined(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, const char **target, struct spenn_error *err)
{
    bool note = key->kind == SPENN_KEY_NOTE;
    if (value->kind == SPENN_MAP || (value->kind == SPENN_LIST && !value->count)) {
        return spenn_fail(err, value->at, "'%s' must be a list of texts, not %s",
            key->name, value->kind == SPENN_MAP ? "a map" : "an empty list");
    }
    if (value->kind == SPENN_SCALAR
        && !spenn_value_is_text(key->name, value, note, err)) {
        return false;
    }
    struct spenn_arena scratch = {0};
    const struct spenn_value *list =
        value->kind == SPENN_LIST ? value : as_list(key, value, &scratch);
    bool ok = true;
    for (int32_t i = 0; i < list->count; i++) {
        ok = check_item(key, list->item[i], err) && ok;
    }
    if (ok) {
        *target = join(list, note ? '\n' : ',', memory);
    }
    spenn_arena_free(&scratch);
    return ok;
}

bool spenn_key_text(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, void *target, struct spenn_error *err)
{
    const char **text = target;
    switch (key->kind) {
    case SPENN_KEY_NAME:
        return as_name(value, key->name, memory, target, err);
    case SPENN_KEY_NOTE:
    case SPENN_KEY_TEXTS:
    case SPENN_KEY_IDS:
    case SPENN_KEY_ASSUMED:
        return as_joined(key, value, memory, text, err);
    case SPENN_KEY_ID:
        if (!is_id(key->name, value, err)) {
            return false;
        }
        break;
    default:
        if (!spenn_value_is_text(key->name, value, false, err)) {
            return false;
        }
    }
    *text = spenn_arena_text(memory, value->text);
    return true;
}
