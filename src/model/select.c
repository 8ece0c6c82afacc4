/* SPDX-License-Identifier: MIT
 * Selectors for those who look up a few: the work is in find.c. */
#include "select.h"

#include "find.h"

bool spenn_select(const struct spenn_view *view, const struct spenn_value *selector,
    struct spenn_arena *memory, struct spenn_rows *rows, struct spenn_error *err)
{
    struct spenn_key_context c = {.m = view->m, .memory = memory, .err = err};
    return spenn_find_units(&c, selector, view->self, rows);
}

spenn_id spenn_select_unit(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err)
{
    struct spenn_key_context c = {.m = m, .err = err};
    return spenn_find_unit(&c, id);
}

spenn_id spenn_select_forum(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err)
{
    struct spenn_key_context c = {.m = m, .err = err};
    return spenn_find_forum(&c, id);
}

spenn_id spenn_select_task(
    const struct spenn_model *m, const struct spenn_value *id, struct spenn_error *err)
{
    struct spenn_key_context c = {.m = m, .err = err};
    return spenn_find_task(&c, id);
}
