/* SPDX-License-Identifier: MIT
 * New units and their place in the line. */
#include "draft.h"

#include "role.h"
#include "text.h"

#include <math.h>
#include <string.h>

const char *spenn_draft_list_add(
    struct spenn_draft *d, const char *list, const char *item)
{
    struct spenn_arena *memory = &d->m->memory;
    if (!list || !item) {
        return list ? list : item;
    }
    return spenn_arena_format(memory, "%s,%s", list, item);
}

bool spenn_draft_line_check(struct spenn_draft *d, spenn_id u, struct spenn_where at)
{
    const struct spenn_units *units = &d->m->units;
    enum { shown = 8 };
    const char *path = units->id[u];
    int32_t steps = 0;
    spenn_id above = units->parent[u];
    while (above != SPENN_NONE && above != u && steps++ < units->count) {
        if (steps <= shown) {
            path = spenn_arena_format(
                &d->memory, "%s -> %s", path, steps < shown ? units->id[above] : "...");
        }
        above = units->parent[above];
    }
    return above == SPENN_NONE
        || spenn_fail(d->err, at, "'%s' would report to itself: %s -> %s", units->id[u],
            path, units->id[u]);
}

static void follow(struct spenn_units *units, spenn_id u, spenn_id like)
{
    units->kind[u] = units->kind[like];
    units->parent[u] = units->parent[like];
    units->speed[u] = units->speed[like];
    units->sector[u] = units->sector[like];
    units->location[u] = units->location[like];
    units->turnover[u] = units->turnover[like];
    units->practice[u] = units->practice[like];
    units->order[u] = units->order[like];
    units->side[u] = units->side[like];
    units->panel[u] = units->panel[like];
    units->panel_en[u] = units->panel_en[like];
}

bool spenn_draft_unit_add(
    struct spenn_draft *d, const struct spenn_value *map, spenn_id like, spenn_id *added)
{
    struct spenn_key_context c = spenn_draft_context(d);
    const struct spenn_value *id = spenn_value_get(map, "id");
    const char *text = NULL;
    if (!spenn_key_parse(&c, spenn_key_find(&spenn_unit_section, "id"), id, &text)
        || !spenn_draft_id_free(d, text, id->at)) {
        return false;
    }
    *added = spenn_unit_add(d->m);
    if (like != SPENN_NONE) {
        follow(&d->m->units, *added, like);
    }
    d->m->units.id[*added] = ""; /* nobody else's while its keys are read */
    return spenn_unit_set(&c, map, d->m, *added, SPENN_KEY_STRUCTURE);
}

bool *spenn_draft_flags(struct spenn_draft *d, const struct spenn_rows *rows)
{
    bool *flags = spenn_arena_alloc(&d->memory, (size_t)d->m->units.count, sizeof *flags);
    for (int32_t i = 0; i < rows->count; i++) {
        flags[rows->row[i]] = true;
    }
    return flags;
}

bool spenn_draft_unit_check(
    struct spenn_draft *d, const struct spenn_value *map, bool share)
{
    static const struct spenn_key keys[] = {{"share", SPENN_KEY_SHARE, .required = true,
        .at = SPENN_NO_COLUMN, .also = SPENN_NO_COLUMN, .least = 0, .most = 1}};
    const struct spenn_section more = {"unit", share ? 1 : 0, keys};
    return spenn_keys_check(
        spenn_args_keys(&d->memory, &spenn_unit_section, &more, SPENN_NEEDS_ID), map,
        false, d->err);
}

static void endow_fte(struct spenn_model *m, spenn_id to, const struct spenn_rows *from)
{
    for (int32_t i = 0; i < from->count; i++) {
        double fte = m->units.fte[from->row[i]];
        if (!isnan(fte)) {
            m->units.fte[to] = (isnan(m->units.fte[to]) ? 0.0 : m->units.fte[to]) + fte;
        }
    }
}

/* Servers that stand in the file add up; if none do, FTE go on saying how many. */
static int32_t joint_caseworkers(
    const struct spenn_model *m, spenn_id to, const struct spenn_rows *from, bool new)
{
    bool any = !new && m->units.caseworkers[to] >= 0;
    int64_t sum = new ? 0 : spenn_model_caseworkers(m, to);
    for (int32_t i = 0; i < from->count; i++) {
        any = any || m->units.caseworkers[from->row[i]] >= 0;
        sum += spenn_model_caseworkers(m, from->row[i]);
    }
    return !any ? -1 : (int32_t)(sum > INT32_MAX ? INT32_MAX : sum);
}

/* A list of names under way, each once. */
struct names {
    struct spenn_index met;
    char *text, *end;
};

static void add_name(struct names *names, const char *name, size_t length)
{
    if (names->end > names->text) {
        *names->end++ = ',';
    }
    memcpy(names->end, name, length);
    names->end += length;
}

static void add_names(struct spenn_draft *d, struct names *names, const char *list)
{
    while (list) {
        size_t length = strcspn(list, ",");
        const char *name = spenn_arena_bytes(&d->memory, list, length);
        if (length && spenn_index_add(&d->memory, &names->met, name, 0) < 0) {
            add_name(names, name, length);
        }
        list = list[length] ? list + length + 1 : NULL;
    }
}

static size_t room_of(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

void spenn_draft_succeed(
    struct spenn_draft *d, spenn_id to, const struct spenn_rows *from)
{
    struct spenn_units *units = &d->m->units;
    size_t room = room_of(units->former[to]) + 1;
    for (int32_t i = 0; i < from->count; i++) {
        spenn_id u = from->row[i];
        room += room_of(units->former[u]) + room_of(units->id[u]);
    }
    struct names names = {.text = spenn_arena_alloc(&d->m->memory, room, 1)};
    names.end = names.text;
    add_names(d, &names, units->former[to]);
    for (int32_t i = 0; i < from->count; i++) {
        add_names(d, &names, units->former[from->row[i]]);
        add_names(d, &names, units->id[from->row[i]]);
    }
    units->former[to] = names.text;
}

/* What `to` has in a column of lists and what those have who end, each once. */
static void join_lists(
    struct spenn_draft *d, const char **list, spenn_id to, const struct spenn_rows *from)
{
    size_t room = room_of(list[to]) + 1;
    for (int32_t i = 0; i < from->count; i++) {
        room += room_of(list[from->row[i]]);
    }
    struct names names = {.text = spenn_arena_alloc(&d->m->memory, room, 1)};
    names.end = names.text;
    add_names(d, &names, list[to]);
    for (int32_t i = 0; i < from->count; i++) {
        add_names(d, &names, list[from->row[i]]);
    }
    list[to] = *names.text ? names.text : NULL;
}

void spenn_draft_assume(struct spenn_draft *d, spenn_id to, spenn_id from,
    const struct spenn_value *given, const char *key)
{
    const char **assumed = d->m->units.assumed;
    if (spenn_text_lists(assumed[from], key) && !spenn_text_lists(assumed[to], key)
        && !(given && spenn_value_get(given, key))) {
        assumed[to] = spenn_draft_list_add(d, assumed[to], key);
    }
}

void spenn_draft_endow(struct spenn_draft *d, spenn_id to, const struct spenn_rows *from,
    const struct spenn_value *given)
{
    struct spenn_units *units = &d->m->units;
    int32_t caseworkers = joint_caseworkers(d->m, to, from, given != NULL);
    if (!given || !spenn_value_get(given, "caseworkers")) {
        units->caseworkers[to] = caseworkers;
    }
    if (!given || !spenn_value_get(given, "fte")) {
        endow_fte(d->m, to, from);
    }
    const struct {
        const char *key, **list;
    } lists[] = {{"functions", units->functions}, {"serves", units->serves},
        {"offices", units->offices}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!given || !spenn_value_get(given, lists[i].key)) {
            join_lists(d, lists[i].list, to, from);
        }
    }
    for (int32_t i = 0; i < from->count; i++) {
        spenn_id u = from->row[i];
        if (!given || !spenn_value_get(given, "leaders")) {
            units->leaders[to] += units->leaders[u] - 1;
        }
        if (!given || !spenn_value_get(given, "coordination")) {
            units->coordination[to] =
                spenn_role_join(&units->coordination[to], &units->coordination[u]);
            spenn_draft_assume(d, to, u, given, "coordination");
        }
        units->practice[to] = units->practice[to] || units->practice[u];
        units->kept_informed[to] = units->kept_informed[to] || units->kept_informed[u];
        spenn_draft_assume(d, to, u, given, "fte");
        spenn_draft_assume(d, to, u, given, "caseworkers");
        spenn_draft_assume(d, to, u, given, "leaders");
    }
}
