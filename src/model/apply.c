/* SPDX-License-Identifier: MIT
 * An alternative of a scenario: the model with the scenario's assumptions, then changed.
 */
#include "draft.h"
#include "keys.h"
#include "resolve.h"
#include "scenario.h"

#include <assert.h>
#include <string.h>

static bool apply(const struct spenn_model *base, const struct spenn_scenario *scenario,
    const struct spenn_value *changes, struct spenn_model *changed,
    struct spenn_error *err)
{
    spenn_model_copy(base, changed);
    bool ok = !scenario->assume
        || spenn_assumptions_override(&changed->assume, scenario->assume, 2, err);
    spenn_model_resolve(changed);
    ok = (changes ? spenn_draft_apply(changed, base, changes, err)
                  : ok && spenn_model_check(changed, err))
        && ok;
    if (!ok) {
        spenn_model_free(changed);
    }
    return ok;
}

bool spenn_scenario_apply_wave(const struct spenn_model *base,
    const struct spenn_scenario *scenario, const struct spenn_wave *wave,
    struct spenn_model *changed, struct spenn_error *err)
{
    return apply(base, scenario, &wave->changes, changed, err);
}

/* Reads the date of a change; 0 without one. */
static bool date_of(const struct spenn_value *change, double *at, struct spenn_error *err)
{
    static const struct spenn_key key = {
        "at", SPENN_KEY_DURATION, .least = 0, .most = 195000};
    const struct spenn_value *value = spenn_value_get(change->item[0], "at");
    struct spenn_arena scratch = {0};
    struct spenn_key_context c = {.memory = &scratch, .err = err};
    *at = 0.0;
    bool ok = !value || spenn_key_parse(&c, &key, value, at);
    spenn_arena_free(&scratch);
    return ok;
}

static bool is_dated(const struct spenn_value *changes)
{
    for (int32_t i = 0; i < changes->count; i++) {
        const struct spenn_value *change = changes->item[i]->item[0];
        if (spenn_value_get(change, "at") || spenn_value_get(change, "when")) {
            return true;
        }
    }
    return false;
}

/* The same trigger, key by key as it is written. */
static bool is_same(const struct spenn_value *a, const struct spenn_value *b)
{
    if (!a || !b || a->count != b->count) {
        return a == b;
    }
    for (int32_t i = 0; i < a->count; i++) {
        const struct spenn_value *x = a->item[i], *y = b->item[i];
        if (strcmp(a->key[i], b->key[i]) != 0 || x->kind != SPENN_SCALAR
            || y->kind != SPENN_SCALAR || strcmp(x->text, y->text) != 0) {
            return false;
        }
    }
    return true;
}

/* The wave of a change: the last one, or a new one; NULL when it comes before the last.
 */
static struct spenn_wave *wave_of(
    const struct spenn_value *change, double at, struct spenn_waves *waves)
{
    const struct spenn_value *when = spenn_value_get(change->item[0], "when");
    bool dated = when || spenn_value_get(change->item[0], "at");
    struct spenn_wave *last = waves->count ? &waves->wave[waves->count - 1] : NULL;
    if (last && when && !spenn_value_get(change->item[0], "at")) {
        at = last->at;
    }
    if (last && (at < last->at || (last->when && !dated))) {
        return NULL;
    }
    if (!last || at > last->at || !is_same(when, last->when)) {
        last = &waves->wave[waves->count++];
        *last = (struct spenn_wave){.at = at, .when = when, .where = change->at};
    }
    return last;
}

bool spenn_scenario_waves(const struct spenn_value *changes, struct spenn_arena *memory,
    struct spenn_waves *waves, struct spenn_error *err)
{
    bool ok = true;
    *waves = (struct spenn_waves){0};
    if (!changes || !is_dated(changes)) {
        return true;
    }
    waves->wave = spenn_arena_alloc(memory, (size_t)changes->count, sizeof *waves->wave);
    for (int32_t i = 0; i < changes->count && ok; i++) {
        double at;
        const struct spenn_value *change = changes->item[i];
        ok = date_of(change, &at, err);
        struct spenn_wave *in = ok ? wave_of(change, at, waves) : NULL;
        if (in) {
            in->changes = *changes;
            in->changes.count = i + 1;
        } else if (ok) {
            ok = spenn_fail(err, change->at,
                "this change comes before the one above it: list changes in order of "
                "'at', those without 'at' and 'when' first");
        }
    }
    return ok;
}

bool spenn_scenario_apply(const struct spenn_model *base,
    const struct spenn_scenario *scenario, int32_t a, struct spenn_model *changed,
    struct spenn_error *err)
{
    assert(a >= -1 && a < scenario->alternative_count);
    const struct spenn_value *changes = a < 0 ? NULL : scenario->alternative[a].changes;
    struct spenn_arena scratch = {0};
    struct spenn_waves waves;
    bool ok = apply(base, scenario, changes, changed, err);
    if (ok && !spenn_scenario_waves(changes, &scratch, &waves, err)) {
        spenn_model_free(changed);
        ok = false;
    }
    spenn_arena_free(&scratch);
    return ok;
}
