/* SPDX-License-Identifier: MIT */
#include "value.h"

#include <string.h>

const struct spenn_value *spenn_value_get(const struct spenn_value *map, const char *key)
{
    for (int32_t i = 0; map && map->kind == SPENN_MAP && i < map->count; i++) {
        if (*map->key[i] == *key && strcmp(map->key[i], key) == 0) {
            return map->item[i];
        }
    }
    return NULL;
}

struct spenn_value spenn_value_of_key(const struct spenn_value *map, int32_t i)
{
    return (struct spenn_value){
        .kind = SPENN_SCALAR, .at = map->key_at[i], .text = map->key[i], .quoted = true};
}

const char *spenn_value_kind_name(const struct spenn_value *value)
{
    static const char *const names[] = {"a text", "a list", "a map"};
    return names[value->kind];
}

bool spenn_value_is_null(const struct spenn_value *value)
{
    return value->kind == SPENN_SCALAR && !value->quoted
        && (!*value->text || strcmp(value->text, "~") == 0
            || strcmp(value->text, "null") == 0);
}
