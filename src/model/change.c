/* SPDX-License-Identifier: MIT
 * A list of changes in two passes: first what can be judged without a model (verbs, keys,
 * plain values) for the whole list, so that a planner sees all of it at once; then each
 * verb in order on the model as the earlier ones left it. */
#include "change.h"

#include "change_verbs.h"
#include "text.h"

#include <string.h>

static const struct spenn_verb *verb_named(const char *name)
{
    for (int32_t i = 0; i < spenn_verb_count; i++) {
        if (strcmp(spenn_verbs[i].name, name) == 0) {
            return &spenn_verbs[i];
        }
    }
    return NULL;
}

static bool no_such_verb(const char *name, struct spenn_where at, struct spenn_error *err)
{
    const char *names[32];
    for (int32_t i = 0; i < spenn_verb_count; i++) {
        names[i] = spenn_verbs[i].name;
    }
    char clip[spenn_clip];
    const char *nearest = spenn_text_nearest(name, names, spenn_verb_count);
    spenn_text_clip(clip, name);
    return nearest
        ? spenn_fail(err, at, "no change '%s'; did you mean '%s'?", clip, nearest)
        : spenn_fail(err, at,
            "no change '%s'; the verbs are in docs/scenario-format.md, such as 'merge', "
            "'move' and 'set'",
            clip);
}

/* Values that mean the same whatever the model is. */
static bool check_plain(const struct spenn_section *section,
    const struct spenn_value *args, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_key_context c = {.memory = &memory, .err = err};
    bool ok = true;
    for (int32_t i = 0; i < args->count; i++) {
        const struct spenn_key *key = spenn_key_find(section, args->key[i]);
        union {
            const char *text[2];
            double number;
            int32_t integer;
        } value;
        switch (key ? key->kind : SPENN_KEY_STRUCTURE) {
        case SPENN_KEY_SHARE:
        case SPENN_KEY_DURATION:
        case SPENN_KEY_NAMED:
        case SPENN_KEY_NAME:
        case SPENN_KEY_ID:
            ok = spenn_key_parse(&c, key, args->item[i], &value) && ok;
            break;
        default:
            break;
        }
    }
    spenn_arena_free(&memory);
    return ok;
}

/* `when`: one bound, kept for a while. What it watches is judged where it is simulated.
 */
static bool check_when(const struct spenn_value *when, struct spenn_error *err)
{
    if (!spenn_keys_check(&spenn_when_section, when, false, err)
        || !check_plain(&spenn_when_section, when, err)) {
        return false;
    }
    return !spenn_value_get(when, "above") != !spenn_value_get(when, "below")
        || spenn_fail(err, when->at, "'when' needs either 'above' or 'below'");
}

/* `set` takes any key of what it sets and checks them itself. */
static bool check_arguments(const struct spenn_verb *verb, const struct spenn_value *args,
    struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const struct spenn_section *section = &verb->section;
    if (args->kind != SPENN_MAP) {
        return spenn_fail(err, args->at, "'%s' takes a map of arguments, not %s",
            verb->name, spenn_value_kind_name(args));
    }
    bool ok = true;
    if (verb->keys) {
        section = spenn_args_keys(&memory, verb->keys, section, SPENN_NEEDS_ALL);
    }
    if (verb->apply != spenn_change_set) {
        ok = spenn_keys_check(section, args, false, err);
    }
    ok = check_plain(&verb->section, args, err) && ok;
    const struct spenn_value *when = spenn_value_get(args, "when");
    ok = (!when || check_when(when, err)) && ok;
    spenn_arena_free(&memory);
    return ok;
}

static bool check_changes(const struct spenn_value *changes, struct spenn_error *err)
{
    bool ok = true;
    if (changes->kind != SPENN_LIST) {
        return spenn_fail(err, changes->at, "'changes' must be a list, not %s",
            spenn_value_kind_name(changes));
    }
    for (int32_t i = 0; i < changes->count; i++) {
        const struct spenn_value *change = changes->item[i];
        if (change->kind != SPENN_MAP || change->count != 1) {
            ok = spenn_fail(err, change->at,
                "a change must be one verb with its arguments, such as "
                "'- move: {units: a, to: b}'");
            continue;
        }
        const struct spenn_verb *verb = verb_named(change->key[0]);
        ok = (verb ? check_arguments(verb, change->item[0], err)
                   : no_such_verb(change->key[0], change->key_at[0], err))
            && ok;
    }
    return ok;
}

bool spenn_draft_apply(struct spenn_model *m, const struct spenn_model *base,
    const struct spenn_value *changes, struct spenn_error *err)
{
    if (!check_changes(changes, err)) {
        return false;
    }
    bool ok = true;
    for (int32_t i = 0; i < changes->count; i++) {
        const struct spenn_verb *verb = verb_named(changes->item[i]->key[0]);
        struct spenn_draft d = {.m = m,
            .base = base,
            .section = &verb->section,
            .verb = verb->name,
            .err = err};
        bool done = verb->apply(&d, changes->item[i]->item[0]);
        spenn_arena_free(&d.memory);
        ok = done && ok;
        if (!done && verb->identity) {
            return false;
        }
    }
    return ok && spenn_model_check(m, err);
}

bool spenn_changes_apply(const struct spenn_model *base,
    const struct spenn_value *changes, struct spenn_model *changed,
    struct spenn_error *err)
{
    spenn_model_copy(base, changed);
    if (spenn_draft_apply(changed, base, changes, err)) {
        return true;
    }
    spenn_model_free(changed);
    return false;
}
