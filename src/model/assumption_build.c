/* SPDX-License-Identifier: MIT
 * Assumptions from a document, and single ones overridden by `assume:`. */
#include "key_values.h"
#include "quantity.h"
#include "text.h"

#include <string.h>

/* "0.5", "30min" and "30min/w" are the same number of hours a week. */
static bool parse_hours_per_week(const char *text, double *hours)
{
    static const char per_week[] = "/w";
    char plain[spenn_clip];
    size_t length = strlen(text), tail = sizeof per_week - 1;
    if (length > tail && length < sizeof plain
        && strcmp(text + length - tail, per_week) == 0) {
        memcpy(plain, text, length - tail);
        plain[length - tail] = '\0';
        return spenn_parse_duration(plain, hours);
    }
    return spenn_parse_number(text, hours) || spenn_parse_duration(text, hours);
}

/* Only laws that the one number can hold: Erlang with its usual two phases. */
static bool parse_law(const char *text, double *law)
{
    int32_t found;
    double shape;
    if (!spenn_law_parse(text, &found, &shape)
        || (found == SPENN_LAW_ERLANG && shape != 2.0)) {
        return false;
    }
    *law = found;
    return true;
}

static bool parse_form(enum spenn_assumption_form form, const char *text, double *value)
{
    switch (form) {
    case SPENN_FORM_SHARE:
        return spenn_parse_share(text, value);
    case SPENN_FORM_DURATION:
        return spenn_parse_duration(text, value);
    case SPENN_FORM_RATE:
        return spenn_parse_rate(text, value);
    case SPENN_FORM_HOURS_PER_WEEK:
        return parse_hours_per_week(text, value);
    case SPENN_FORM_LAW:
        return parse_law(text, value);
    default:
        return spenn_parse_number(text, value);
    }
}

bool spenn_assumption_parse(
    int32_t a, const struct spenn_value *value, double *number, struct spenn_error *err)
{
    static const char *const forms[] = {
        [SPENN_FORM_NUMBER] = "a number",
        [SPENN_FORM_SHARE] = "a share such as 30% or 0.3",
        [SPENN_FORM_DURATION] = "a duration such as 30min or 2h",
        [SPENN_FORM_RATE] = "a rate such as 12/y or 1/w",
        [SPENN_FORM_HOURS_PER_WEEK] = "hours a week such as 0.5 or 30min/w",
        [SPENN_FORM_LAW] = "exponential, erlang-2, hyperexponential, lognormal or fixed",
    };
    const struct spenn_assumption_key *key = &spenn_assumption_keys[a];
    char clip[spenn_clip];
    double parsed;
    if (!spenn_value_is_text(key->id, value, false, err)) {
        return false;
    }
    if (!parse_form(key->form, value->text, &parsed)) {
        return spenn_fail(err, value->at, "'%s' must be %s, not '%s'", key->id,
            forms[key->form], spenn_text_clip(clip, value->text));
    }
    if (parsed < key->least || parsed > key->most) {
        return spenn_fail(err, value->at, "'%s' must be from %.6g to %.6g, not '%s'",
            key->id, key->least, key->most, spenn_text_clip(clip, value->text));
    }
    *number = parsed;
    return true;
}

/* The assumption with this id; a problem that offers the nearest one otherwise. */
static int32_t find(const char *id, struct spenn_where at, struct spenn_error *err)
{
    int32_t row = spenn_assumption_find(id);
    if (row >= 0) {
        return row;
    }
    const char *ids[SPENN_ASSUMPTION_COUNT];
    char clip[spenn_clip];
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        ids[i] = spenn_assumption_keys[i].id;
    }
    const char *nearest = spenn_text_nearest(id, ids, SPENN_ASSUMPTION_COUNT);
    spenn_text_clip(clip, id);
    if (nearest) {
        spenn_fail(err, at, "no assumption '%s'; did you mean '%s'?", clip, nearest);
    } else {
        spenn_fail(err, at, "no assumption '%s'", clip);
    }
    return -1;
}

bool spenn_assumptions_override(struct spenn_assumptions *assume,
    const struct spenn_value *map, int32_t from, struct spenn_error *err)
{
    if (map->kind != SPENN_MAP) {
        return spenn_fail(err, map->at, "'assume' must be a map from ids to values");
    }
    bool ok = true;
    for (int32_t i = 0; i < map->count; i++) {
        int32_t row = find(map->key[i], map->key_at[i], err);
        if (row < 0
            || !spenn_assumption_parse(row, map->item[i], &assume->value[row], err)) {
            ok = false;
        } else {
            assume->from[row] = from;
        }
    }
    return ok;
}

/* ---- the file */

static const struct spenn_key entry_keys[] = {
    {"value", SPENN_KEY_TEXT, .required = true},
    {"low", SPENN_KEY_TEXT, .required = true},
    {"high", SPENN_KEY_TEXT, .required = true},
    {"unit", SPENN_KEY_TEXT, .required = true},
    {"source", SPENN_KEY_TEXT, .required = true},
    {"meaning", SPENN_KEY_TEXT, .required = true},
};
static const struct spenn_section entry_section = {
    "assumption", sizeof entry_keys / sizeof *entry_keys, entry_keys};

static const struct spenn_key file_keys[] = {
    {"spenn", SPENN_KEY_TEXT, .required = true},
    {"assumptions", SPENN_KEY_STRUCTURE, .required = true},
};
static const struct spenn_section file_section = {
    "file of assumptions", sizeof file_keys / sizeof *file_keys, file_keys};

static bool build_entry(int32_t row, const struct spenn_value *map,
    struct spenn_arena *memory, struct spenn_assumptions *assume, struct spenn_error *err)
{
    if (!spenn_keys_check(&entry_section, map, false, err)) {
        return false;
    }
    double *numbers[] = {&assume->value[row], &assume->low[row], &assume->high[row]};
    const char **texts[] = {
        &assume->unit[row], &assume->source[row], &assume->meaning[row]};
    bool ok = true;
    for (int i = 0; i < 3; i++) {
        ok = spenn_assumption_parse(
                 row, spenn_value_get(map, entry_keys[i].name), numbers[i], err)
            && ok;
        const struct spenn_value *text = spenn_value_get(map, entry_keys[i + 3].name);
        if (spenn_value_is_text(entry_keys[i + 3].name, text, false, err)) {
            *texts[i] = spenn_arena_text(memory, text->text);
        } else {
            ok = false;
        }
    }
    /* a law has no order: its bounds only name other laws to try */
    bool ordered = spenn_assumption_keys[row].form != SPENN_FORM_LAW;
    if (ok && ordered
        && (assume->value[row] < assume->low[row]
            || assume->value[row] > assume->high[row])) {
        ok = spenn_fail(err, map->at, "the value of '%s' must lie between low and high",
            spenn_assumption_keys[row].id);
    }
    return ok;
}

bool spenn_assumptions_build(const struct spenn_value *document,
    struct spenn_arena *memory, struct spenn_assumptions *assume, struct spenn_error *err)
{
    *assume = (struct spenn_assumptions){0};
    if (!spenn_keys_check(&file_section, document, false, err)) {
        return false;
    }
    const struct spenn_value *kind = spenn_value_get(document, "spenn");
    const struct spenn_value *map = spenn_value_get(document, "assumptions");
    if (kind->kind != SPENN_SCALAR || strcmp(kind->text, "assumptions/1") != 0) {
        return spenn_fail(err, kind->at, "'spenn' must be 'assumptions/1' here");
    }
    if (map->kind != SPENN_MAP) {
        return spenn_fail(err, map->at, "'assumptions' must be a map from ids");
    }
    bool seen[SPENN_ASSUMPTION_COUNT] = {false};
    bool ok = true;
    for (int32_t i = 0; i < map->count; i++) {
        int32_t row = find(map->key[i], map->key_at[i], err);
        if (row < 0) {
            ok = false;
            continue;
        }
        seen[row] = true;
        ok = build_entry(row, map->item[i], memory, assume, err) && ok;
    }
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        if (!seen[i]) {
            ok = spenn_fail(
                err, map->at, "assumption '%s' is missing", spenn_assumption_keys[i].id);
        }
    }
    return ok;
}
