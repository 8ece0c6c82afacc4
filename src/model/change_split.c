/* SPDX-License-Identifier: MIT
 * The verbs that make more units out of one: spin-off, split. Shares say what each gets
 * of its streams and FTE; what cannot be shared stays with the one that stays, or goes to
 * the first part. */
#include "change_verbs.h"

#include <math.h>

/* Rows that keep their place but for the new ones, which stand behind `u`. */
static spenn_id *behind_unit(struct spenn_draft *d, spenn_id u, int32_t added)
{
    spenn_id *behind = spenn_draft_heirs(d);
    for (int32_t i = 1; i <= added; i++) {
        behind[d->m->units.count - i] = u;
    }
    return behind;
}

/* FTE of a spun-off unit come from the one it leaves, whether given or by share. */
static bool share_fte(
    struct spenn_draft *d, spenn_id from, spenn_id to, const struct spenn_value *keys)
{
    struct spenn_units *units = &d->m->units;
    double had = units->fte[from];
    if (isnan(had) || isnan(units->fte[to])) {
        return true;
    }
    if (units->fte[to] > had) {
        return spenn_fail(d->err, spenn_args_at(keys, "fte"),
            "'%s' has only %g FTE to give; %g are asked for", units->id[from], had,
            units->fte[to]);
    }
    units->fte[from] = had - units->fte[to];
    return true;
}

static bool share_caseworkers(
    struct spenn_draft *d, spenn_id from, spenn_id to, const struct spenn_value *keys)
{
    struct spenn_units *units = &d->m->units;
    int32_t had = units->caseworkers[from];
    if (had < 0 || units->caseworkers[to] < 0) {
        return true;
    }
    if (units->caseworkers[to] > had) {
        return spenn_fail(d->err, spenn_args_at(keys, "caseworkers"),
            "'%s' has only %d caseworkers to give; %d are asked for", units->id[from],
            had, units->caseworkers[to]);
    }
    units->caseworkers[from] = had - units->caseworkers[to];
    return true;
}

bool spenn_change_spin_off(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_units *units = &d->m->units;
    const struct spenn_value *keys = spenn_value_get(args, "to");
    double share = 0.0;
    spenn_id from, to;
    bool ok = spenn_args_unit(d, args, "from", &from);
    ok = spenn_args_share(d, args, "share", &share) && ok;
    ok = spenn_draft_unit_check(d, keys, false) && ok;
    ok = ok && spenn_draft_unit_add(d, keys, from, &to);
    if (!ok) {
        return false;
    }
    units->former[to] = spenn_draft_list_add(d, units->former[to], units->id[from]);
    units->practice[to] = units->practice[from];
    if (!spenn_value_get(keys, "fte")) {
        units->fte[to] = units->fte[from] * share; /* NAN stays NAN */
    }
    if (!spenn_value_get(keys, "caseworkers") && units->caseworkers[from] >= 0) {
        units->caseworkers[to] = (int32_t)lround(units->caseworkers[from] * share);
    }
    spenn_draft_assume(d, to, from, keys, "fte");
    spenn_draft_assume(d, to, from, keys, "caseworkers");
    ok = share_fte(d, from, to, keys);
    ok = share_caseworkers(d, from, to, keys) && ok;
    ok = ok && spenn_draft_line_check(d, to, spenn_args_at(keys, "reports-to"));
    if (!ok) {
        return false;
    }
    const struct spenn_part part[] = {{SPENN_NONE, 1.0 - share}, {to, share}};
    struct spenn_rows giver = {.count = 1, .row = &from};
    (void)spenn_draft_reroute(d, SPENN_NONE, spenn_draft_flags(d, &giver), part, 2);
    spenn_draft_divide(d, from, part, 2);
    spenn_draft_redirect(d, spenn_draft_heirs(d), behind_unit(d, from, 1));
    return true;
}

/* Whole servers by share, so that none is lost: each part gets what the shares so far
 * come to, rounded, less what was given out. */
static void split_caseworkers(struct spenn_draft *d, spenn_id u,
    const struct spenn_part *part, int32_t parts, const struct spenn_value *into)
{
    int32_t had = d->m->units.caseworkers[u], given = 0;
    double shares = 0.0;
    for (int32_t i = 0; i < parts && had >= 0; i++) {
        shares += part[i].share;
        int32_t upto = (int32_t)lround(had * fmin(shares, 1.0));
        if (!spenn_value_get(into->item[i], "caseworkers")) {
            d->m->units.caseworkers[part[i].unit] = upto - given;
        }
        given = upto;
    }
}

/* What the first part keeps of the unit, unless its keys say. */
static void give_first(
    struct spenn_draft *d, spenn_id from, spenn_id to, const struct spenn_value *keys)
{
    struct spenn_units *units = &d->m->units;
    const struct {
        const char *key, **list;
    } lists[] = {{"functions", units->functions}, {"serves", units->serves},
        {"offices", units->offices}};
    if (!spenn_value_get(keys, "leaders")) {
        units->leaders[to] = units->leaders[from];
        spenn_draft_assume(d, to, from, keys, "leaders");
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!spenn_value_get(keys, lists[i].key)) {
            lists[i].list[to] = lists[i].list[from];
        }
    }
    if (!spenn_value_get(keys, "coordination")) {
        units->coordination[to] = units->coordination[from];
        spenn_draft_assume(d, to, from, keys, "coordination");
    }
    units->mandatory[to] = units->mandatory[to] || units->mandatory[from];
}

static void split_people(struct spenn_draft *d, spenn_id u, const struct spenn_part *part,
    int32_t parts, const struct spenn_value *into)
{
    struct spenn_units *units = &d->m->units;
    for (int32_t i = 0; i < parts; i++) {
        spenn_id to = part[i].unit;
        const struct spenn_value *keys = into->item[i];
        spenn_draft_succeed(d, to, &(struct spenn_rows){.count = 1, .row = &u});
        if (!spenn_value_get(keys, "fte")) {
            units->fte[to] = units->fte[u] * part[i].share;
        }
        if (!i) {
            give_first(d, u, to, keys);
        }
        spenn_draft_assume(d, to, u, keys, "fte");
        spenn_draft_assume(d, to, u, keys, "caseworkers");
    }
    split_caseworkers(d, u, part, parts, into);
}

static bool split_parts(struct spenn_draft *d, spenn_id u, const struct spenn_value *into,
    struct spenn_part *part)
{
    bool ok = true;
    double sum = 0.0;
    for (int32_t i = 0; i < into->count; i++) {
        const struct spenn_value *keys = into->item[i];
        struct spenn_key_context c = spenn_draft_context(d);
        const struct spenn_key share = {
            "share", SPENN_KEY_SHARE, .least = 0, .most = 1, .above = true};
        bool fine = spenn_draft_unit_check(d, keys, true)
            && spenn_key_parse(&c, &share, spenn_value_get(keys, "share"), &part[i].share)
            && spenn_draft_unit_add(d, keys, u, &part[i].unit);
        ok = fine && ok;
        sum += part[i].share;
    }
    if (ok && fabs(sum - 1.0) > 1e-9) {
        ok = spenn_fail(d->err, into->at,
            "the shares of '%s' sum to %.6g, not to 1; say where the rest goes",
            d->m->units.id[u], sum);
    }
    for (int32_t i = 0; ok && i < into->count; i++) {
        ok = d->m->units.parent[part[i].unit] != u
            || spenn_fail(d->err, spenn_args_at(into->item[i], "reports-to"),
                "'%s' ends in this split and cannot be a superior; name one that stays",
                d->m->units.id[u]);
    }
    return ok;
}

bool spenn_change_split(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_value *into = spenn_value_get(args, "into");
    spenn_id u;
    if (into->kind != SPENN_LIST || into->count < 2) {
        return spenn_fail(d->err, into->at,
            "'into' must be a list of two units or more; to rename one use 'rename'");
    }
    struct spenn_part *part =
        spenn_arena_alloc(&d->memory, (size_t)into->count, sizeof *part);
    if (!spenn_args_unit(d, args, "unit", &u) || !split_parts(d, u, into, part)) {
        return false;
    }
    struct spenn_rows giver = {.count = 1, .row = &u};
    split_people(d, u, part, into->count, into);
    (void)spenn_draft_reroute(
        d, SPENN_NONE, spenn_draft_flags(d, &giver), part, into->count);
    spenn_draft_divide(d, u, part, into->count);
    spenn_id *heir = spenn_draft_heirs(d);
    heir[u] = part[0].unit;
    spenn_id first = part[0].unit, last = d->m->units.count - 1;
    for (spenn_id child = 0; child < first; child++) { /* the line, before rows move */
        if (d->m->units.parent[child] == u) {
            d->m->units.parent[child] = first;
        }
    }
    for (spenn_id new = first; new <= last; new ++) {
        if (!spenn_draft_line_check(
                d, new, spenn_args_at(into->item[new - first], "reports-to"))) {
            return false;
        }
    }
    spenn_draft_redirect(d, heir, behind_unit(d, u, into->count));
    return true;
}
