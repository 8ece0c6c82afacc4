/* SPDX-License-Identifier: MIT
 * `units:` in two passes: first the rows, with `count` expanded, then who reports to
 * whom, when every id has its row. */
#include "builder.h"
#include "key_values.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* The rows that one entry made. */
struct made {
    spenn_id first;
    int32_t count;
    bool counted; /* had the key `count` */
};

struct header {
    bool csv;
    const char *const *good; /* the keys that were checked last */
};

enum { most_expanded = 1 << 30 }; /* bytes of ids and names that counts make */

static const char number_word[] = "{n}";

/* The text with every {n} replaced. */
static const char *numbered(struct spenn_arena *memory, const char *text, int32_t n)
{
    const char *word = strstr(text, number_word);
    if (!word) {
        return text;
    }
    char number[16];
    size_t digits = (size_t)snprintf(number, sizeof number, "%d", n);
    char *result =
        spenn_arena_alloc(memory, strlen(text) / 3 * digits + strlen(text) + 1, 1);
    char *end = result;
    for (; word; word = strstr(text, number_word)) {
        memcpy(end, text, (size_t)(word - text));
        end += word - text;
        memcpy(end, number, digits);
        end += digits;
        text = word + sizeof number_word - 1;
    }
    memcpy(end, text, strlen(text) + 1);
    return result;
}

static bool read_count(
    struct spenn_builder *b, const struct spenn_value *map, struct made *made)
{
    const struct spenn_value *count = spenn_value_get(map, "count");
    made->count = 1;
    made->counted = count != NULL;
    if (count
        && !spenn_key_parse(&b->read, spenn_key_find(&spenn_unit_section, "count"), count,
            &made->count)) {
        return false;
    }
    return (int64_t)b->m->units.count + made->count <= spenn_most_units
        || spenn_fail(b->err, count ? count->at : map->at,
            "this makes more than %d units", spenn_most_units);
}

/* A short file must not make an endless amount of text. */
static bool fits(
    struct spenn_builder *b, const struct spenn_value *map, const struct made *made)
{
    const struct spenn_units *units = &b->m->units;
    const char *texts[] = {
        units->id[made->first], units->name[made->first], units->name_en[made->first]};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        b->expanded += texts[i] ? ((int64_t)strlen(texts[i]) * 3 + 16) * made->count : 0;
    }
    return b->expanded <= most_expanded
        || spenn_fail(b->err, map->at, "'count' makes too much text of ids and names");
}

/* Rows 2 to n of a counted entry, and the numbers in all of them. */
static void number_rows(struct spenn_builder *b, const struct made *made)
{
    struct spenn_model *m = b->m;
    struct spenn_units *units = &m->units;
    const char *group = units->id[made->first];
    const char *name = units->name[made->first], *name_en = units->name_en[made->first];
    bool nameless = name == group;
    spenn_table_reserve(&m->memory, units, &spenn_units_type, made->count);
    for (int32_t i = 0; i < made->count; i++) {
        spenn_id u = made->first;
        if (i) {
            u = spenn_table_add(&m->memory, units, &spenn_units_type);
            spenn_table_copy_row(units, &spenn_units_type, u, made->first);
        }
        units->id[u] = spenn_arena_format(&m->memory, "%s-%d", group, i + 1);
        units->name[u] = nameless ? units->id[u] : numbered(&m->memory, name, i + 1);
        units->name_en[u] = name_en ? numbered(&m->memory, name_en, i + 1) : NULL;
    }
}

static bool needs_count(
    struct spenn_builder *b, const struct spenn_value *map, const struct made *made)
{
    const struct spenn_units *units = &b->m->units;
    const char *name[2] = {units->name[made->first], units->name_en[made->first]};
    for (int i = 0; i < 2; i++) {
        if (name[i] && strstr(name[i], number_word)) {
            return spenn_fail(b->err, map->at, "'{n}' in a name needs 'count'");
        }
    }
    return true;
}

/* Rows of a CSV without an empty cell share their keys: one look at them is enough. */
static bool header_is_good(
    struct spenn_builder *b, const struct spenn_value *map, struct header *header)
{
    if (header->csv && header->good && map->kind == SPENN_MAP
        && map->key == header->good) {
        return true;
    }
    if (!spenn_keys_check(&spenn_unit_section, map, header->csv, b->err)) {
        return false;
    }
    header->good = map->key;
    return true;
}

/* One entry; made->count is 0 when no row could be made. */
static bool build_entry(struct spenn_builder *b, const struct spenn_value *map,
    struct header *header, struct made *made)
{
    struct spenn_model *m = b->m;
    *made = (struct made){0};
    bool ok = header_is_good(b, map, header);
    const struct spenn_value *id = spenn_value_get(map, "id");
    const char *text;
    if (!id
        || !spenn_key_parse(
            &b->read, spenn_key_find(&spenn_unit_section, "id"), id, &text)) {
        return false;
    }
    if (!read_count(b, map, made)) {
        made->count = 0;
        return false;
    }
    made->first = spenn_unit_add(m);
    ok = spenn_unit_set(&b->read, map, m, made->first, SPENN_KEY_UNIT) && ok;
    if (made->counted && !fits(b, map, made)) {
        made->count = 1;
        return false;
    }
    if (made->counted) {
        number_rows(b, made);
    } else {
        ok = needs_count(b, map, made) && ok;
    }
    for (spenn_id u = made->first; u < made->first + made->count; u++) {
        ok = spenn_build_claim(b, &b->units, m->units.id[u], u, id->at) && ok;
    }
    return ok;
}

static bool build_parent(
    struct spenn_builder *b, const struct spenn_value *map, const struct made *made)
{
    const struct spenn_value *above = spenn_value_get(map, "reports-to");
    if (!above) {
        return true;
    }
    if (!spenn_value_is_text("reports-to", above, false, b->err)) {
        return false;
    }
    spenn_id *parent = b->m->units.parent + made->first;
    if (!strstr(above->text, number_word)) {
        spenn_id u = spenn_find_unit(&b->read, above);
        for (int32_t i = 0; i < made->count; i++) {
            parent[i] = u;
        }
        return u != SPENN_NONE;
    }
    if (!made->counted) {
        return spenn_fail(b->err, above->at, "'{n}' in 'reports-to' needs 'count'");
    }
    bool ok = true;
    for (int32_t i = 0; i < made->count; i++) {
        struct spenn_value one = *above;
        one.text = numbered(&b->scratch, above->text, i + 1);
        parent[i] = spenn_find_unit(&b->read, &one);
        ok = parent[i] != SPENN_NONE && ok;
    }
    return ok;
}

static bool build_rows(struct spenn_builder *b, const struct spenn_value *list, bool csv)
{
    struct made *made = spenn_arena_alloc(&b->scratch, (size_t)list->count, sizeof *made);
    struct header header = {.csv = csv};
    bool ok = list->count > 0
        || spenn_fail(b->err, list->at, "there must be at least one unit");
    for (int32_t i = 0; i < list->count; i++) {
        ok = build_entry(b, list->item[i], &header, &made[i]) && ok;
    }
    for (int32_t i = 0; i < list->count; i++) {
        if (made[i].count) {
            ok = build_parent(b, list->item[i], &made[i]) && ok;
        }
    }
    return ok;
}

bool spenn_build_units(struct spenn_builder *b, const struct spenn_value *units,
    const struct spenn_unit_source *source)
{
    if (units->kind != SPENN_MAP) {
        return spenn_build_is_list(b, "units", units) && build_rows(b, units, false);
    }
    const struct spenn_value *path = spenn_value_get(units, "csv");
    if (!path || units->count != 1) {
        return spenn_fail(
            b->err, units->at, "'units' must be a list of units or {csv: path}");
    }
    if (!spenn_value_is_text("csv", path, false, b->err)) {
        return false;
    }
    if (!source) {
        return spenn_fail(b->err, path->at, "units cannot be read from a file here");
    }
    struct spenn_value rows = {.kind = SPENN_LIST};
    return source->rows(source->context, path, &rows, b->err)
        && build_rows(b, &rows, true);
}
