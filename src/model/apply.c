/* SPDX-License-Identifier: MIT
 * An alternative of a scenario: the model with the scenario's assumptions, then changed.
 */
#include "draft.h"
#include "resolve.h"
#include "scenario.h"

#include <assert.h>

bool spenn_scenario_apply(const struct spenn_model *base,
    const struct spenn_scenario *scenario, int32_t a, struct spenn_model *changed,
    struct spenn_error *err)
{
    assert(a >= -1 && a < scenario->alternative_count);
    const struct spenn_value *changes = a < 0 ? NULL : scenario->alternative[a].changes;
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
