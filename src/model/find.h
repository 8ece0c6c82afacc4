/* SPDX-License-Identifier: MIT
 * References and selectors with the help of an index: what select.h offers, for readers
 * of many rows. Inside model only. */
#ifndef SPENN_FIND_H
#define SPENN_FIND_H

#include "keys.h"
#include "select.h"

/* The row of the unit, forum, task or need, or SPENN_NONE after adding a problem. */
spenn_id spenn_find_unit(const struct spenn_key_context *c, const struct spenn_value *id);
spenn_id spenn_find_forum(
    const struct spenn_key_context *c, const struct spenn_value *id);
spenn_id spenn_find_task(const struct spenn_key_context *c, const struct spenn_value *id);
spenn_id spenn_find_need(const struct spenn_key_context *c, const struct spenn_value *id);

/* As spenn_select. */
bool spenn_find_units(const struct spenn_key_context *c,
    const struct spenn_value *selector, spenn_id self, struct spenn_rows *rows);

#endif
