/* SPDX-License-Identifier: MIT
 * The verb that sets fields: of units, of a forum, of a task, of a need, or an
 * assumption. What a key may hold is in its row (keys_tables.c); here is only what
 * setting it moves besides its column. */
#include "change_verbs.h"
#include "resolve.h"

#include <string.h>

bool spenn_set_unit(struct spenn_draft *d, spenn_id u, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_units *units = &d->m->units;
    struct spenn_key_context c = spenn_draft_context(d);
    spenn_id superior = units->parent[u];
    if (!spenn_key_set(&c, key, value, units, u)) {
        return false;
    }
    if (key->kind == SPENN_KEY_UNIT && !spenn_draft_line_check(d, u, value->at)) {
        units->parent[u] = superior;
        return false;
    }
    return true;
}

bool spenn_set_forum(struct spenn_draft *d, spenn_id f, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_key_context c = spenn_draft_context(d);
    if (key->kind == SPENN_KEY_SELECTOR) {
        struct spenn_rows rows = {0};
        if (!spenn_select(&(struct spenn_view){d->m, SPENN_NONE}, value, &d->memory,
                &rows, d->err)) {
            return false;
        }
        spenn_forum_members(d->m, f, &rows);
    } else if (!spenn_key_set(&c, key, value, &d->m->forums, f)) {
        return false;
    }
    if (key->kind == SPENN_KEY_SELECTOR || key->kind == SPENN_KEY_UNIT) {
        spenn_draft_redirect(d, spenn_draft_heirs(d), NULL); /* a chair is a member */
    }
    return true;
}

static bool set_need(struct spenn_draft *d, spenn_id n, const struct spenn_key *key,
    const struct spenn_value *value)
{
    struct spenn_key_context c = spenn_draft_context(d);
    return spenn_key_set(&c, key, value, &d->m->needs, n);
}

struct target {
    const char *word; /* "unit", "forum", "task", "need" */
    const struct spenn_section *section;
    bool (*set)(struct spenn_draft *, spenn_id, const struct spenn_key *,
        const struct spenn_value *);
    /* Of one row by its id; NULL: the word holds a selector of units. */
    spenn_id (*find)(const struct spenn_key_context *, const struct spenn_value *);
    struct spenn_rows rows;
};

static bool find_rows(
    struct spenn_draft *d, const struct spenn_value *name, struct target *target)
{
    struct spenn_key_context c = spenn_draft_context(d);
    if (!target->find) {
        return spenn_select(&(struct spenn_view){d->m, SPENN_NONE}, name, &d->memory,
            &target->rows, d->err);
    }
    spenn_id row = target->find(&c, name);
    target->rows.row = spenn_arena_alloc(&d->memory, 1, sizeof row);
    target->rows.row[0] = row;
    target->rows.count = 1;
    return row != SPENN_NONE;
}

/* Sets the fields whose keys are closed lists, or the others: `via` says where authority
 * climbs, so it goes first. Returns how many there were, -1 after a problem. */
static int32_t set_some(struct spenn_draft *d, const struct spenn_value *args,
    const struct target *target, bool named)
{
    int32_t fields = 0;
    bool ok = true;
    for (int32_t i = 0; i < args->count; i++) {
        const struct spenn_key *key = spenn_key_find(target->section, args->key[i]);
        if (!key || spenn_key_find(d->section, args->key[i])
            || (key->kind == SPENN_KEY_NAMED) != named) {
            continue;
        }
        fields++;
        for (int32_t r = 0; r < target->rows.count; r++) {
            ok = target->set(d, target->rows.row[r], key, args->item[i]) && ok;
        }
    }
    return ok ? fields : -1;
}

static bool set_fields(
    struct spenn_draft *d, const struct spenn_value *args, struct target *target)
{
    const struct spenn_section *keys =
        spenn_args_keys(&d->memory, target->section, d->section, SPENN_NEEDS_NOTHING);
    bool ok = spenn_keys_check(keys, args, false, d->err);
    if (!find_rows(d, spenn_value_get(args, target->word), target) || !ok) {
        return false;
    }
    int32_t named = set_some(d, args, target, true);
    int32_t others = set_some(d, args, target, false);
    spenn_model_resolve(d->m);
    if (!named && !others) {
        return spenn_fail(
            d->err, args->at, "'set' names no field of the %s to set", target->word);
    }
    return named >= 0 && others >= 0;
}

static bool set_assumptions(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_value *assume = spenn_value_get(args, "assume");
    bool ok = spenn_keys_check(d->section, args, false, d->err)
        && spenn_assumptions_override(&d->m->assume, assume, 2, d->err);
    spenn_model_resolve(d->m);
    return ok;
}

bool spenn_change_set(struct spenn_draft *d, const struct spenn_value *args)
{
    struct target targets[] = {
        {"unit", &spenn_unit_section, spenn_set_unit, NULL, {0}},
        {"forum", &spenn_forum_section, spenn_set_forum, spenn_find_forum, {0}},
        {"task", &spenn_task_section, spenn_set_task, spenn_find_task, {0}},
        {"need", &spenn_need_section, set_need, spenn_find_need, {0}},
    };
    struct target *chosen = NULL;
    bool assume = spenn_value_get(args, "assume");
    int32_t count = assume;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        if (spenn_value_get(args, targets[i].word)) {
            chosen = &targets[i];
            count++;
        }
    }
    if (count != 1) {
        return spenn_fail(d->err, args->at,
            "'set' needs exactly one of 'unit', 'forum', 'task', 'need' and 'assume'");
    }
    return chosen ? set_fields(d, args, chosen) : set_assumptions(d, args);
}
