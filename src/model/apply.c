/* SPDX-License-Identifier: MIT
 * An alternative of a scenario: the model with the scenario's assumptions, then changed.
 */
#include "draft.h"
#include "keys.h"
#include "resolve.h"
#include "scenario.h"

#include <assert.h>

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

bool spenn_scenario_apply_first(const struct spenn_model *base,
    const struct spenn_scenario *scenario, const struct spenn_alternative *alternative,
    int32_t changes, struct spenn_model *changed, struct spenn_error *err)
{
    assert(changes >= 0 && changes <= alternative->changes->count);
    struct spenn_value first = *alternative->changes;
    first.count = changes;
    return apply(base, scenario, &first, changed, err);
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
    for (int32_t i = 0; changes && i < changes->count; i++) {
        if (spenn_value_get(changes->item[i]->item[0], "at")) {
            return true;
        }
    }
    return false;
}

bool spenn_scenario_waves(const struct spenn_scenario *scenario, int32_t a,
    struct spenn_arena *memory, struct spenn_wave **wave, int32_t *count,
    struct spenn_error *err)
{
    const struct spenn_value *changes = a < 0 ? NULL : scenario->alternative[a].changes;
    *count = 0;
    if (!is_dated(changes)) {
        return true;
    }
    bool ok = true;
    *wave = spenn_arena_alloc(memory, (size_t)changes->count, sizeof **wave);
    for (int32_t i = 0; i < changes->count; i++) {
        double at;
        const struct spenn_value *change = changes->item[i];
        ok = date_of(change, &at, err) && ok;
        struct spenn_wave *last = *count ? &(*wave)[*count - 1] : NULL;
        if (ok && last && at < last->at) {
            ok = spenn_fail(err, change->at,
                "this change comes before the one above it: list changes in order of "
                "'at', those without it first");
        } else if (ok && (!last || at > last->at)) {
            (*wave)[*count] = (struct spenn_wave){at, 0, change->at};
            last = &(*wave)[(*count)++];
        }
        if (last) {
            last->changes = i + 1;
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
    struct spenn_wave *wave;
    int32_t waves;
    bool ok = apply(base, scenario, changes, changed, err);
    if (ok && !spenn_scenario_waves(scenario, a, &scratch, &wave, &waves, err)) {
        spenn_model_free(changed);
        ok = false;
    }
    spenn_arena_free(&scratch);
    return ok;
}
