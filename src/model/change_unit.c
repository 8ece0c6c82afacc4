/* SPDX-License-Identifier: MIT
 * The verbs that begin, name and place units: establish, rename, move. */
#include "change_verbs.h"

#include <string.h>

bool spenn_change_establish(struct spenn_draft *d, const struct spenn_value *args)
{
    spenn_id u;
    return spenn_draft_unit_add(d, args, SPENN_NONE, &u)
        && spenn_draft_line_check(d, u, spenn_args_at(args, "reports-to"));
}

static bool rename_id(struct spenn_draft *d, spenn_id u, const struct spenn_value *id)
{
    struct spenn_units *units = &d->m->units;
    struct spenn_key_context c = spenn_draft_context(d);
    const char *old = units->id[u], *text = NULL;
    if (!spenn_key_parse(&c, spenn_key_find(d->section, "id"), id, &text)
        || !spenn_draft_id_free(d, text, id->at)) {
        return false;
    }
    units->former[u] = spenn_draft_list_add(d, units->former[u], old);
    if (strcmp(units->name[u], old) == 0) {
        units->name[u] = text;
    }
    if (strcmp(units->group[u], old) == 0) {
        units->group[u] = text;
    }
    units->id[u] = text;
    return true;
}

bool spenn_change_rename(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_value *name = spenn_value_get(args, "name");
    const struct spenn_value *id = spenn_value_get(args, "id");
    struct spenn_key_context c = spenn_draft_context(d);
    spenn_id u;
    if (!name && !id) {
        return spenn_fail(
            d->err, args->at, "'rename' says nothing new; give 'name', 'id' or both");
    }
    if (!spenn_args_unit(d, args, "unit", &u)) {
        return false;
    }
    bool ok = !id || rename_id(d, u, id);
    return (!name
               || spenn_key_set(&c, spenn_key_find(&spenn_unit_section, "name"), name,
                   &d->m->units, u))
        && ok;
}

bool spenn_change_move(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0};
    spenn_id to;
    bool ok = spenn_args_unit(d, args, "to", &to);
    ok = spenn_args_units(d, args, "units", to, &rows) && ok;
    if (ok && !rows.count) {
        return spenn_fail(d->err, spenn_args_at(args, "to"),
            "'%s' would report to itself; name another superior", d->m->units.id[to]);
    }
    for (int32_t i = 0; ok && i < rows.count; i++) {
        spenn_id u = rows.row[i];
        spenn_id old = d->m->units.parent[u];
        d->m->units.parent[u] = to;
        if (!spenn_draft_line_check(d, u, spenn_args_at(args, "to"))) {
            d->m->units.parent[u] = old;
            ok = false;
        }
    }
    return ok;
}
