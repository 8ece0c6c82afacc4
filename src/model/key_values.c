/* SPDX-License-Identifier: MIT
 * From the text of a value to what it means: one small function a kind, each of which
 * leaves the target alone unless the value is whole and in range. */
#include "key_values.h"

#include "quantity.h"
#include "resolve.h"
#include "text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static bool not_a_scalar(
    const char *key, const struct spenn_value *value, struct spenn_error *err)
{
    return spenn_fail(
        err, value->at, "'%s' must be a text, not %s", key, spenn_value_kind_name(value));
}

bool spenn_value_is_text(
    const char *key, const struct spenn_value *value, bool lines, struct spenn_error *err)
{
    if (value->kind != SPENN_SCALAR) {
        return not_a_scalar(key, value, err);
    }
    if (spenn_value_is_null(value) || !*value->text) {
        return spenn_fail(err, value->at, "'%s' has no value", key);
    }
    if (strlen(value->text) > spenn_most_text) {
        return spenn_fail(
            err, value->at, "'%s' is longer than %d bytes", key, spenn_most_text);
    }
    const char *rest = value->text;
    rest += spenn_text_plain(rest);
    while (lines && (*rest == '\n' || *rest == '\t')) {
        rest++;
        rest += spenn_text_plain(rest);
    }
    return !*rest
        || spenn_fail(err, value->at, "'%s' holds a control character (code %d)", key,
            (int)(unsigned char)*rest);
}

/* ---- numbers and quantities */

/* A bound of the key as a file would write it. */
static const char *shown(char buffer[32], const struct spenn_key *key, double bound)
{
    switch (key->kind) {
    case SPENN_KEY_DURATION:
        return spenn_format_duration(buffer, 32, bound);
    case SPENN_KEY_RATE:
        return spenn_format_rate(buffer, 32, bound);
    case SPENN_KEY_SHARE:
        return spenn_format_share(buffer, 32, bound);
    default:
        return spenn_format_number(buffer, 32, bound);
    }
}

bool spenn_key_in_range(const struct spenn_key *key, const struct spenn_value *value,
    double number, struct spenn_error *err)
{
    bool low = key->above ? number <= key->least : number < key->least;
    if (!low && number <= key->most) {
        return true;
    }
    char bound[32], clip[spenn_clip];
    spenn_text_clip(clip, value->kind == SPENN_SCALAR ? value->text : "");
    if (low && key->above) {
        return spenn_fail(err, value->at, "'%s' must be above %s, not '%s'", key->name,
            shown(bound, key, key->least), clip);
    }
    return low ? spenn_fail(err, value->at, "'%s' must be %s or more, not '%s'",
               key->name, shown(bound, key, key->least), clip)
               : spenn_fail(err, value->at, "'%s' must be at most %s, not '%s'",
                   key->name, shown(bound, key, key->most), clip);
}

static bool quantity(const struct spenn_key *key, const struct spenn_value *value,
    double *number, struct spenn_error *err)
{
    static const char *const forms[] = {[SPENN_KEY_NUMBER] = "a number",
        [SPENN_KEY_INTEGER] = "a whole number",
        [SPENN_KEY_DURATION] = "a duration such as 30min, 2h or 1w",
        [SPENN_KEY_RATE] = "a rate such as 300/w or 12/y",
        [SPENN_KEY_SHARE] = "a share such as 4% or 0.04"};
    if (!spenn_value_is_text(key->name, value, false, err)) {
        return false;
    }
    bool ok;
    switch (key->kind) {
    case SPENN_KEY_DURATION:
        ok = spenn_parse_duration(value->text, number);
        break;
    case SPENN_KEY_RATE:
        ok = spenn_parse_rate(value->text, number);
        break;
    case SPENN_KEY_SHARE:
        ok = spenn_parse_share(value->text, number);
        break;
    default:
        ok = spenn_parse_number(value->text, number)
            && (key->kind != SPENN_KEY_INTEGER || floor(*number) == *number);
    }
    char clip[spenn_clip];
    bool comma = strchr(value->text, ',') != NULL;
    bool date = key->kind == SPENN_KEY_DURATION && strcmp(key->name, "at") == 0;
    return ok ? spenn_key_in_range(key, value, *number, err)
              : spenn_fail(err, value->at, "'%s' must be %s, not '%s'%s", key->name,
                  forms[key->kind], spenn_text_clip(clip, value->text),
                  comma      ? "; decimals have a point"
                      : date ? "; a date is told in time from the start, such as 26w"
                             : "");
}

static bool as_double(const struct spenn_key *key, const struct spenn_value *value,
    double *target, struct spenn_error *err)
{
    double number;
    if (!quantity(key, value, &number, err)) {
        return false;
    }
    *target = number;
    return true;
}

static bool as_integer(const struct spenn_key *key, const struct spenn_value *value,
    int32_t *target, struct spenn_error *err)
{
    double number;
    assert(key->least >= INT32_MIN && key->most <= INT32_MAX);
    if (!quantity(key, value, &number, err)) {
        return false;
    }
    *target = (int32_t)number;
    return true;
}

/* ---- random durations */

static const struct spenn_key erlang_phases = {
    "law", SPENN_KEY_INTEGER, .least = 1, .most = 1000};

bool spenn_law_parse(const char *text, int32_t *law, double *shape)
{
    static const char erlang[] = "erlang-";
    if (strncmp(text, erlang, sizeof erlang - 1) == 0) {
        double phases;
        if (!spenn_parse_number(text + sizeof erlang - 1, &phases)
            || phases < erlang_phases.least || phases > erlang_phases.most
            || floor(phases) != phases) {
            return false;
        }
        *law = SPENN_LAW_ERLANG;
        *shape = phases;
        return true;
    }
    int32_t found = spenn_names_find(&spenn_laws, text);
    if (found <= SPENN_LAW_DEFAULT || found == SPENN_LAW_ERLANG) {
        return false;
    }
    *law = found;
    *shape = spenn_law_shape(found);
    return true;
}

/* The coefficient of variation, for the laws that take one. */
static bool read_cv(
    const struct spenn_value *cv, struct spenn_time *time, struct spenn_error *err)
{
    const struct spenn_key *key = spenn_key_find(&spenn_time_section, "cv");
    double number;
    if (time->given != SPENN_LAW_HYPEREXPONENTIAL && time->given != SPENN_LAW_LOGNORMAL) {
        return spenn_fail(
            err, cv->at, "'cv' needs the law 'hyperexponential' or 'lognormal'");
    }
    if (!as_double(key, cv, &number, err)) {
        return false;
    }
    if (time->given == SPENN_LAW_HYPEREXPONENTIAL && number <= 1.0) {
        return spenn_fail(err, cv->at, "'cv' of a hyperexponential law must be above 1");
    }
    time->shape = number;
    return true;
}

static bool read_law(
    const struct spenn_value *law, struct spenn_time *time, struct spenn_error *err)
{
    char clip[spenn_clip];
    if (!spenn_value_is_text("law", law, false, err)) {
        return false;
    }
    if (!spenn_law_parse(law->text, &time->given, &time->shape)) {
        return spenn_fail(err, law->at,
            "unknown law '%s'; there are exponential, erlang-K (K from 1 to 1000), "
            "hyperexponential, lognormal and fixed",
            spenn_text_clip(clip, law->text));
    }
    return true;
}

static bool time_map(const struct spenn_key *key, const struct spenn_value *map,
    struct spenn_time *time, struct spenn_error *err)
{
    if (!spenn_keys_check(&spenn_time_section, map, false, err)) {
        return false;
    }
    struct spenn_key mean = *key;
    mean.kind = SPENN_KEY_DURATION;
    const struct spenn_value *law = spenn_value_get(map, "law");
    const struct spenn_value *cv = spenn_value_get(map, "cv");
    bool ok = as_double(&mean, spenn_value_get(map, "mean"), &time->mean, err);
    if (law && !read_law(law, time, err)) {
        return false;
    }
    return (!cv || read_cv(cv, time, err)) && ok;
}

static bool as_time(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_time *target, struct spenn_error *err)
{
    struct spenn_time time = {.given = SPENN_LAW_DEFAULT};
    if (value->kind == SPENN_MAP) {
        if (!time_map(key, value, &time, err)) {
            return false;
        }
    } else {
        struct spenn_key plain = *key;
        plain.kind = SPENN_KEY_DURATION;
        time.given =
            key->kind == SPENN_KEY_DEADLINE ? SPENN_LAW_FIXED : SPENN_LAW_DEFAULT;
        if (!as_double(&plain, value, &time.mean, err)) {
            return false;
        }
    }
    time.law = time.given;
    *target = time;
    return true;
}

/* ---- words */

const char *spenn_words_join(
    char buffer[spenn_words], const char *const *word, int32_t count)
{
    *buffer = '\0';
    for (int32_t i = 0; i < count; i++) {
        const char *comma = i == 0 ? "" : i + 1 == count ? " and " : ", ";
        (void)strncat(buffer, comma, spenn_words - strlen(buffer) - 1);
        (void)strncat(buffer, word[i], spenn_words - strlen(buffer) - 1);
    }
    return buffer;
}

static bool as_named(const struct spenn_key *key, const struct spenn_value *value,
    int32_t *target, struct spenn_error *err)
{
    if (!spenn_value_is_text(key->name, value, false, err)) {
        return false;
    }
    int32_t found = spenn_names_find(key->names, value->text);
    if (found >= 0 && found >= (int32_t)key->least && found <= (int32_t)key->most) {
        *target = found;
        return true;
    }
    char clip[spenn_clip];
    int32_t first = (int32_t)key->least, count = (int32_t)key->most - first + 1;
    const char *const *names = key->names->file + first;
    const char *nearest = spenn_text_nearest(value->text, names, count);
    spenn_text_clip(clip, value->text);
    if (nearest) {
        return spenn_fail(err, value->at, "unknown %s '%s'; did you mean '%s'?",
            key->name, clip, nearest);
    }
    char list[spenn_words];
    return spenn_fail(err, value->at, "unknown %s '%s'; there are %s", key->name, clip,
        spenn_words_join(list, names, count));
}

static bool as_bool(const struct spenn_key *key, const struct spenn_value *value,
    bool *target, struct spenn_error *err)
{
    if (!spenn_value_is_text(key->name, value, false, err)) {
        return false;
    }
    bool yes = strcmp(value->text, "true") == 0;
    if (!yes && strcmp(value->text, "false") != 0) {
        char clip[spenn_clip];
        return spenn_fail(err, value->at, "'%s' must be true or false, not '%s'",
            key->name, spenn_text_clip(clip, value->text));
    }
    *target = yes;
    return true;
}

bool spenn_key_value(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, void *target, struct spenn_error *err)
{
    switch (key->kind) {
    case SPENN_KEY_NUMBER:
    case SPENN_KEY_DURATION:
    case SPENN_KEY_RATE:
    case SPENN_KEY_SHARE:
        return as_double(key, value, target, err);
    case SPENN_KEY_INTEGER:
        return as_integer(key, value, target, err);
    case SPENN_KEY_TIME:
    case SPENN_KEY_DEADLINE:
        return as_time(key, value, target, err);
    case SPENN_KEY_NAMED:
        return as_named(key, value, target, err);
    case SPENN_KEY_BOOL:
        return as_bool(key, value, target, err);
    case SPENN_KEY_SET:
        return spenn_key_set_of(key, value, memory, target, err);
    case SPENN_KEY_ROLE:
        return spenn_key_role(key, value, memory, target, err);
    default:
        return spenn_key_text(key, value, memory, target, err);
    }
}
