/* SPDX-License-Identifier: MIT
 * The verbs about tasks: transfer (who serves it), delegate (who may decide it). */
#include "change_verbs.h"

/* Whoever takes over cases may decide what those who gave them away could. */
static void transfer_authority(
    struct spenn_draft *d, spenn_id t, const bool *from, spenn_id to)
{
    double highest = 0.0;
    for (int32_t i = 0; i < d->m->limits.count; i++) {
        if (d->m->limits.task[i] == t && from[d->m->limits.unit[i]]
            && d->m->limits.limit[i] > highest) {
            highest = d->m->limits.limit[i];
        }
    }
    if (highest > 0.0) {
        spenn_limits_add(d->m, t, to, highest);
    }
}

/* Those who are to give a task away and have it. */
static bool *givers(struct spenn_draft *d, const struct spenn_value *args, spenn_id t,
    spenn_id to, const struct spenn_rows *rows)
{
    bool named = spenn_value_get(args, "from");
    bool *serves = spenn_draft_serving(d, t), any = false;
    const bool *chosen = spenn_draft_flags(d, rows);
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        serves[u] = serves[u] && u != to && (!named || chosen[u]);
        any = any || serves[u];
    }
    if (!any) {
        (void)spenn_fail(d->err, spenn_args_at(args, named ? "from" : "task"),
            "nobody here but '%s' serves task '%s'; name units that do with 'from'",
            d->m->units.id[to], d->m->tasks.id[t]);
    }
    return any ? serves : NULL;
}

bool spenn_change_transfer(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0};
    double share = 1.0;
    spenn_id t = spenn_select_task(d->m, spenn_value_get(args, "task"), d->err), to;
    bool ok = spenn_args_unit(d, args, "to", &to) && t != SPENN_NONE;
    ok = spenn_args_units(d, args, "from", to, &rows) && ok;
    ok = spenn_args_share(d, args, "share", &share) && ok;
    const bool *from = ok ? givers(d, args, t, to, &rows) : NULL;
    if (!from) {
        return false;
    }
    const struct spenn_part part[] = {{SPENN_NONE, 1.0 - share}, {to, share}};
    transfer_authority(d, t, from, to);
    (void)spenn_draft_reroute(d, t, from, part, 2);
    spenn_draft_redirect(d, spenn_draft_heirs(d), NULL);
    return true;
}

static bool has_limits(const struct spenn_model *m, spenn_id t)
{
    for (int32_t i = 0; i < m->limits.count; i++) {
        if (m->limits.task[i] == t) {
            return true;
        }
    }
    return false;
}

bool spenn_change_delegate(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0};
    double limit = 0.0;
    spenn_id t = spenn_select_task(d->m, spenn_value_get(args, "task"), d->err);
    bool ok = spenn_args_units(d, args, "to", SPENN_NONE, &rows) && t != SPENN_NONE;
    ok = spenn_args_share(d, args, "limit", &limit) && ok;
    if (ok && !has_limits(d->m, t)) {
        return spenn_fail(d->err, spenn_args_at(args, "task"),
            "task '%s' has no limits of authority to raise; 'set' its 'authority' or "
            "'beyond-authority' first",
            d->m->tasks.id[t]);
    }
    for (int32_t i = 0; ok && i < rows.count; i++) {
        spenn_limits_add(d->m, t, rows.row[i], limit);
    }
    if (ok) {
        spenn_draft_redirect(d, spenn_draft_heirs(d), NULL); /* limits go by task */
    }
    return ok;
}
