/* SPDX-License-Identifier: MIT
 * Lists of words of the language as bits, and the role of a unit that coordinates. */
#include "key_values.h"

#include "role.h"

#include <string.h>

bool spenn_key_set_of(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, uint32_t *target, struct spenn_error *err)
{
    const struct spenn_value *one[] = {value};
    struct spenn_value single = {.kind = SPENN_LIST, .count = 1, .item = one};
    const struct spenn_value *list = value->kind == SPENN_LIST ? value : &single;
    struct spenn_key word = *key;
    uint32_t bits = 0;
    bool ok = list->count > 0
        || spenn_fail(
            err, value->at, "'%s' must name at least one, not an empty list", key->name);
    word.kind = SPENN_KEY_NAMED;
    for (int32_t i = 0; i < list->count; i++) {
        int32_t row;
        if (!spenn_key_value(&word, list->item[i], memory, &row, err)) {
            ok = false;
            continue;
        }
        ok = !(bits >> row & 1)
            ? ok
            : spenn_fail(err, list->item[i]->at, "'%s' names '%s' twice", key->name,
                key->names->file[row]);
        bits |= UINT32_C(1) << row;
    }
    if (ok) {
        *target = bits;
    }
    return ok;
}

static bool role_is_whole(const struct spenn_key *key, const struct spenn_value *value,
    const struct spenn_role *role, struct spenn_error *err)
{
    if (role->primary == SPENN_ROLE_NONE && role->secondary == 0) {
        return spenn_fail(err, value->at,
            "'%s' names no role; give 'primary' or 'secondary'", key->name);
    }
    return !(role->secondary >> role->primary & 1)
        || spenn_fail(err, value->at, "'%s' is both the primary role and a secondary one",
            spenn_roles.file[role->primary]);
}

bool spenn_key_role(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, struct spenn_role *target, struct spenn_error *err)
{
    const struct spenn_key_context c = {.memory = memory, .err = err};
    struct spenn_role role = {0};
    if (value->kind == SPENN_SCALAR && strcmp(value->text, "none") == 0) {
        *target = role;
        return true;
    }
    if (!spenn_keys_check(&spenn_role_section, value, false, err)
        || !spenn_keys_fill(&c, &spenn_role_section, value, &role)
        || !role_is_whole(key, value, &role, err)) {
        return false;
    }
    *target = role;
    return true;
}

const char *spenn_key_set_show(
    const struct spenn_key *key, uint32_t bits, struct spenn_arena *memory)
{
    const char *text = NULL;
    for (int32_t i = 0; i < key->names->count; i++) {
        if (bits >> i & 1) {
            text = spenn_arena_format(memory, "%s%s%s", text ? text : "[",
                text ? ", " : "", key->names->file[i]);
        }
    }
    return text ? spenn_arena_format(memory, "%s]", text) : NULL;
}

const char *spenn_key_role_show(const struct spenn_role *role, struct spenn_arena *memory)
{
    const char *text = NULL;
    for (int32_t i = 0; i < spenn_role_section.count; i++) {
        const struct spenn_key *key = &spenn_role_section.key[i];
        const char *shown = spenn_key_show(key, NULL, role, SPENN_NONE, memory);
        if (shown) {
            text = spenn_arena_format(memory, "%s%s%s: %s", text ? text : "{",
                text ? ", " : "", key->name, shown);
        }
    }
    return text ? spenn_arena_format(memory, "%s}", text) : NULL;
}
