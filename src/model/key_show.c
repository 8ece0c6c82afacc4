/* SPDX-License-Identifier: MIT
 * From what a column holds to the text that a file would have for it, to the last bit:
 * the writer and the diff show values this way. */
#include "key_values.h"

#include "quantity.h"

#include <math.h>
#include <stdio.h>

enum { room = 64 }; /* enough for one number with its unit */

static const char *show_quantity(
    const struct spenn_key *key, double value, struct spenn_arena *memory)
{
    if (isnan(value)) {
        return NULL;
    }
    char *text = spenn_arena_alloc(memory, room, 1);
    switch (key->kind) {
    case SPENN_KEY_DURATION:
        return spenn_format_duration(text, room, value);
    case SPENN_KEY_RATE:
        return spenn_format_rate(text, room, value);
    case SPENN_KEY_SHARE:
        return spenn_format_share(text, room, value);
    default:
        return spenn_format_number(text, room, value);
    }
}

static const char *show_law(const struct spenn_time *time, struct spenn_arena *memory)
{
    char shape[room];
    const char *law = spenn_laws.file[time->given];
    (void)spenn_format_number(shape, room, time->shape);
    switch (time->given) {
    case SPENN_LAW_ERLANG:
        return spenn_arena_format(memory, "%s-%s", law, shape);
    case SPENN_LAW_HYPEREXPONENTIAL:
    case SPENN_LAW_LOGNORMAL:
        return spenn_arena_format(memory, "%s, cv: %s", law, shape);
    default:
        return law;
    }
}

/* A plain duration where the law is what the kind of key leaves it to be. */
static const char *show_time(const struct spenn_key *key, const struct spenn_time *time,
    struct spenn_arena *memory)
{
    int32_t plain = key->kind == SPENN_KEY_DEADLINE ? SPENN_LAW_FIXED : SPENN_LAW_DEFAULT;
    char mean[room];
    if (time->mean <= 0.0 && time->given == SPENN_LAW_DEFAULT) {
        return NULL;
    }
    (void)spenn_format_duration(mean, room, time->mean);
    if (time->given == plain) {
        return spenn_arena_format(memory, "%s", mean);
    }
    if (time->given == SPENN_LAW_DEFAULT) {
        return spenn_arena_format(memory, "{mean: %s}", mean);
    }
    return spenn_arena_format(
        memory, "{mean: %s, law: %s}", mean, show_law(time, memory));
}

static const char *show_integer(const struct spenn_key *key, const struct spenn_model *m,
    int32_t value, struct spenn_arena *memory)
{
    switch (key->kind) {
    case SPENN_KEY_UNIT:
        return value == SPENN_NONE ? NULL : m->units.id[value];
    case SPENN_KEY_FORUM:
        return value == SPENN_NONE ? NULL : m->forums.id[value];
    case SPENN_KEY_NAMED:
        return value < (int32_t)key->least ? NULL : key->names->file[value];
    default:
        return value < (int32_t)key->least ? NULL
                                           : spenn_arena_format(memory, "%d", value);
    }
}

const char *spenn_key_show(const struct spenn_key *key, const struct spenn_model *m,
    const void *table, spenn_id row, struct spenn_arena *memory)
{
    const void *at = spenn_key_at(key, table, row);
    if (key->given && !(((const struct spenn_forums *)table)->given[row] & key->given)) {
        return NULL;
    }
    switch (key->kind) {
    case SPENN_KEY_INTEGER:
    case SPENN_KEY_NAMED:
    case SPENN_KEY_UNIT:
    case SPENN_KEY_FORUM:
        return show_integer(key, m, *(const int32_t *)at, memory);
    case SPENN_KEY_NUMBER:
    case SPENN_KEY_DURATION:
    case SPENN_KEY_RATE:
    case SPENN_KEY_SHARE:
        return show_quantity(key, *(const double *)at, memory);
    case SPENN_KEY_TIME:
    case SPENN_KEY_DEADLINE:
        return show_time(key, at, memory);
    case SPENN_KEY_BOOL:
        return *(const bool *)at ? "true" : NULL;
    case SPENN_KEY_SET:
        return spenn_key_set_show(key, *(const uint32_t *)at, memory);
    case SPENN_KEY_ROLE:
        return spenn_key_role_show(at, memory);
    default:
        return *(const char *const *)at;
    }
}
