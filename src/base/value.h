/* SPDX-License-Identifier: MIT
 * A parsed document as a tree in which every value knows its place: what io makes of YAML
 * or of a CSV row, and what model makes its tables from. Keys keep the file's order. */
#ifndef SPENN_VALUE_H
#define SPENN_VALUE_H

#include "fail.h"

enum spenn_value_kind { SPENN_SCALAR, SPENN_LIST, SPENN_MAP };

struct spenn_value {
    enum spenn_value_kind kind;
    struct spenn_where at; /* where the value starts */
    const char *text;      /* of a scalar, as written, without quotes */
    bool quoted;           /* a scalar in quotes is never null */
    int32_t count;         /* items of a list, pairs of a map */
    const struct spenn_value **item;
    const char **key;           /* of a map, beside item */
    struct spenn_where *key_at; /* of a map */
};

/* The value of `key` in a map, or NULL. */
const struct spenn_value *spenn_value_get(const struct spenn_value *map, const char *key);

/* Key i of a map as a value of its own: a selector or an id. */
struct spenn_value spenn_value_of_key(const struct spenn_value *map, int32_t i);

/* "a map", "a list", "a text": for messages. */
const char *spenn_value_kind_name(const struct spenn_value *value);

/* An unquoted scalar that is empty, ~ or null. */
bool spenn_value_is_null(const struct spenn_value *value);

#endif
