/* SPDX-License-Identifier: MIT
 * Sections as a whole, and values on their way into a column or a field. */
#include "keys.h"

#include "find.h"
#include "key_values.h"
#include "text.h"

#include <assert.h>
#include <string.h>

const struct spenn_key *spenn_key_find(
    const struct spenn_section *section, const char *name)
{
    for (int32_t i = 0; i < section->count; i++) {
        if (*section->key[i].name == *name && strcmp(section->key[i].name, name) == 0) {
            return &section->key[i];
        }
    }
    return NULL;
}

static const char *article(const char *noun)
{
    return strchr("aeio", *noun) ? "an" : "a";
}

static bool unknown_key(const struct spenn_section *section, const char *name,
    struct spenn_where at, struct spenn_error *err)
{
    enum { most = 32 };
    const char *names[most] = {NULL};
    int32_t count = 0;
    for (int32_t i = 0; i < section->count && count < most; i++) {
        if (!section->key[i].csv) {
            names[count++] = section->key[i].name;
        }
    }
    char clip[spenn_clip], list[spenn_words];
    const char *nearest = spenn_text_nearest(name, names, count);
    return nearest
        ? spenn_fail(err, at, "unknown key '%s' of %s %s; did you mean '%s'?",
            spenn_text_clip(clip, name), article(section->name), section->name, nearest)
        : spenn_fail(err, at, "unknown key '%s' of %s %s; there %s %s",
            spenn_text_clip(clip, name), article(section->name), section->name,
            count == 1 ? "is" : "are", spenn_words_join(list, names, count));
}

bool spenn_keys_check(const struct spenn_section *section, const struct spenn_value *map,
    bool csv, struct spenn_error *err)
{
    if (map->kind != SPENN_MAP) {
        return spenn_fail(err, map->at, "%s %s must be a map of keys, not %s",
            article(section->name), section->name, spenn_value_kind_name(map));
    }
    bool ok = true;
    uint64_t seen = 0;
    for (int32_t i = 0; i < map->count; i++) {
        const struct spenn_key *key = spenn_key_find(section, map->key[i]);
        if (!key || (key->csv && !csv)) {
            ok = unknown_key(section, map->key[i], map->key_at[i], err);
        } else {
            seen |= UINT64_C(1) << (key - section->key);
        }
    }
    for (int32_t i = 0; i < section->count; i++) {
        if (section->key[i].required && !(seen >> i & 1)) {
            ok = spenn_fail(err, map->at, "%s %s needs '%s'", article(section->name),
                section->name, section->key[i].name);
        }
    }
    return ok;
}

static spenn_id *reference(void *target)
{
    return target;
}

bool spenn_key_parse(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *target)
{
    assert(key->kind != SPENN_KEY_SELECTOR && key->kind != SPENN_KEY_STRUCTURE);
    if (key->kind != SPENN_KEY_UNIT && key->kind != SPENN_KEY_FORUM) {
        return spenn_key_value(key, value, c->memory, target, c->err);
    }
    if (!spenn_value_is_text(key->name, value, false, c->err)) {
        return false;
    }
    if (key->none && strcmp(value->text, "none") == 0) {
        *reference(target) = SPENN_NONE;
        return true;
    }
    spenn_id row = key->kind == SPENN_KEY_UNIT ? spenn_find_unit(c, value)
                                               : spenn_find_forum(c, value);
    if (row != SPENN_NONE) {
        *reference(target) = row;
    }
    return row != SPENN_NONE;
}

/* Bytes of one value of the kind; a name is two of them in two columns. */
static size_t size_of(enum spenn_key_kind kind)
{
    switch (kind) {
    case SPENN_KEY_NUMBER:
    case SPENN_KEY_DURATION:
    case SPENN_KEY_RATE:
    case SPENN_KEY_SHARE:
        return sizeof(double);
    case SPENN_KEY_TIME:
    case SPENN_KEY_DEADLINE:
        return sizeof(struct spenn_time);
    case SPENN_KEY_BOOL:
        return sizeof(bool);
    case SPENN_KEY_SET:
        return sizeof(uint32_t);
    case SPENN_KEY_ROLE:
        return sizeof(struct spenn_role);
    case SPENN_KEY_INTEGER:
    case SPENN_KEY_NAMED:
    case SPENN_KEY_UNIT:
    case SPENN_KEY_FORUM:
        return sizeof(int32_t);
    default:
        return sizeof(const char *);
    }
}

/* Address of the value: in a record the field, in a table an element of the column whose
 * pointer stands there. */
static void *place_of(void *base, size_t at, spenn_id row, size_t size)
{
    assert(at != SPENN_NO_COLUMN);
    char *field = (char *)base + at;
    if (row == SPENN_NONE) {
        return field;
    }
    void *column;
    memcpy(&column, field, sizeof column);
    return (char *)column + (size_t)row * size;
}

static bool put(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *base, spenn_id row)
{
    size_t size = size_of(key->kind);
    void *place = place_of(base, key->at, row, size);
    if (key->kind != SPENN_KEY_NAME) {
        return spenn_key_parse(c, key, value, place);
    }
    const char *name[2] = {NULL, NULL};
    if (!spenn_key_parse(c, key, value, name)) {
        return false;
    }
    memcpy(place, &name[0], size);
    memcpy(place_of(base, key->also, row, size), &name[1], size);
    return true;
}

bool spenn_key_set(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *table, spenn_id row)
{
    bool ok = put(c, key, value, table, row);
    if (ok && key->given) {
        ((struct spenn_forums *)table)->given[row] |= key->given;
    }
    return ok;
}

const void *spenn_key_at(const struct spenn_key *key, const void *table, spenn_id row)
{
    void *column;
    memcpy(&column, (const char *)table + key->at, sizeof column);
    return row == SPENN_NONE ? (const char *)table + key->at
                             : (const char *)column + (size_t)row * size_of(key->kind);
}

bool spenn_key_fill(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *record)
{
    return put(c, key, value, record, SPENN_NONE);
}

bool spenn_keys_fill(const struct spenn_key_context *c,
    const struct spenn_section *section, const struct spenn_value *map, void *record)
{
    bool ok = true;
    for (int32_t i = 0; i < section->count; i++) {
        const struct spenn_key *key = &section->key[i];
        const struct spenn_value *value = spenn_value_get(map, key->name);
        if (value && key->at != SPENN_NO_COLUMN) {
            ok = spenn_key_fill(c, key, value, record) && ok;
        }
    }
    return ok;
}
