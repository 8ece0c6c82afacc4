/* SPDX-License-Identifier: MIT
 * The verbs that make fewer units out of several: merge (into a new one), absorb (into
 * one that stays). Everything the ended units had or were follows the one that takes
 * over; what adds up is added, authority is the highest of theirs. */
#include "change_verbs.h"

#include <math.h>
#include <string.h>

/* The next superior up the line that stays. */
static spenn_id staying_superior(
    const struct spenn_model *m, const bool *ends, spenn_id u)
{
    spenn_id above = m->units.parent[u];
    while (above != SPENN_NONE && ends[above]) {
        above = m->units.parent[above];
    }
    return above;
}

/* The superior that all of them have once those who end are left out. */
static bool common_superior(struct spenn_draft *d, const struct spenn_rows *rows,
    const bool *ends, struct spenn_where at, spenn_id *superior)
{
    const struct spenn_units *units = &d->m->units;
    bool found = false;
    for (int32_t i = 0; i < rows->count; i++) {
        spenn_id above = units->parent[rows->row[i]];
        if (above != SPENN_NONE && ends[above]) {
            continue;
        }
        if (found && above != *superior) {
            return spenn_fail(d->err, at,
                "the merged units report to both '%s' and '%s'; say which it is with "
                "'reports-to'",
                *superior == SPENN_NONE ? "nobody" : units->id[*superior],
                above == SPENN_NONE ? "nobody" : units->id[above]);
        }
        *superior = above;
        found = true;
    }
    return true;
}

static const char *common_text(const char *const *text, const struct spenn_rows *rows)
{
    const char *first = text[rows->row[0]];
    for (int32_t i = 1; first && i < rows->count; i++) {
        const char *other = text[rows->row[i]];
        if (!other || strcmp(first, other) != 0) {
            return NULL;
        }
    }
    return first;
}

/* The mean over caseworkers, where there are any: of speed it keeps the work done in an
 * hour, of turnover the posts that change hands. */
static double common_rate(
    const struct spenn_model *m, const double *rate, const struct spenn_rows *rows)
{
    double work = 0.0, servers = 0.0, sum = 0.0;
    bool same = true;
    for (int32_t i = 0; i < rows->count; i++) {
        spenn_id u = rows->row[i];
        int32_t n = spenn_model_caseworkers(m, u);
        work += n * rate[u];
        servers += n;
        sum += rate[u];
        same = same && fabs(rate[u] - rate[rows->row[0]]) <= 0.0;
    }
    if (same) {
        return rate[rows->row[0]];
    }
    return servers > 0.0 ? work / servers : sum / rows->count;
}

static void take_over(struct spenn_draft *d, spenn_id to, const struct spenn_rows *rows,
    const struct spenn_value *given)
{
    struct spenn_units *units = &d->m->units;
    spenn_draft_endow(d, to, rows, given);
    spenn_draft_succeed(d, to, rows);
    for (int32_t i = 0; i < rows->count; i++) {
        spenn_id u = rows->row[i];
        units->mandatory[to] = units->mandatory[to] || units->mandatory[u];
    }
}

static void send_all(struct spenn_draft *d, const struct spenn_rows *rows, spenn_id to,
    const spenn_id *behind)
{
    spenn_id *heir = spenn_draft_heirs(d);
    for (int32_t i = 0; i < rows->count; i++) {
        heir[rows->row[i]] = to;
    }
    spenn_draft_redirect(d, heir, behind);
}

/* The children of those who end, before rows move, so that a cycle shows its old names.
 */
static void adopt(struct spenn_draft *d, const bool *ends, spenn_id to)
{
    for (spenn_id u = 0; u < d->m->units.count; u++) {
        spenn_id above = d->m->units.parent[u];
        if (above != SPENN_NONE && ends[above] && !ends[u] && u != to) {
            d->m->units.parent[u] = to;
        }
    }
}

static bool merged_unit(struct spenn_draft *d, const struct spenn_value *keys,
    const struct spenn_rows *rows, spenn_id *to)
{
    struct spenn_units *units = &d->m->units;
    spenn_id superior = SPENN_NONE;
    bool named = spenn_value_get(keys, "reports-to");
    const bool *ends = spenn_draft_flags(d, rows);
    if (!named && !common_superior(d, rows, ends, keys->at, &superior)) {
        return false;
    }
    double speed = common_rate(d->m, units->speed, rows);
    double turnover = common_rate(d->m, units->turnover, rows);
    if (!spenn_draft_unit_add(d, keys, rows->row[0], to)) {
        return false;
    }
    if (!named) {
        units->parent[*to] = superior;
    } else if (units->parent[*to] < *to && ends[units->parent[*to]]) {
        return spenn_fail(d->err, spenn_args_at(keys, "reports-to"),
            "'%s' ends in this merge and cannot be a superior; name one that stays",
            units->id[units->parent[*to]]);
    }
    if (!spenn_value_get(keys, "sector")) {
        units->sector[*to] = common_text(units->sector, rows);
    }
    if (!spenn_value_get(keys, "location")) {
        units->location[*to] = common_text(units->location, rows);
    }
    if (!spenn_value_get(keys, "panel")) {
        units->panel[*to] = common_text(units->panel, rows);
        units->panel_en[*to] = common_text(units->panel_en, rows);
    }
    if (!spenn_value_get(keys, "speed")) {
        units->speed[*to] = speed;
    }
    if (!spenn_value_get(keys, "turnover")) {
        units->turnover[*to] = turnover;
    }
    return true;
}

bool spenn_change_merge(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_value *keys = spenn_value_get(args, "into");
    struct spenn_rows rows = {0};
    spenn_id to;
    bool ok = spenn_args_units(d, args, "units", SPENN_NONE, &rows);
    if (keys->kind == SPENN_SCALAR) {
        return spenn_fail(d->err, keys->at,
            "'into' must be a map of the new unit's keys; to merge into a unit that "
            "stays "
            "use 'absorb'");
    }
    ok = spenn_draft_unit_check(d, keys, false) && ok;
    if (ok && rows.count < 2) {
        return spenn_fail(d->err, spenn_args_at(args, "units"),
            "'%s' is only one unit; to give it a new name use 'rename'",
            d->m->units.id[rows.row[0]]);
    }
    if (!ok || !merged_unit(d, keys, &rows, &to)) {
        return false;
    }
    take_over(d, to, &rows, keys);
    adopt(d, spenn_draft_flags(d, &rows), to);
    if (!spenn_draft_line_check(d, to, spenn_args_at(keys, "reports-to"))) {
        return false;
    }
    spenn_id *behind = spenn_draft_heirs(d);
    behind[to] = rows.row[0];
    send_all(d, &rows, to, behind);
    return true;
}

bool spenn_change_absorb(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0};
    spenn_id to;
    bool ok = spenn_args_unit(d, args, "into", &to);
    ok = spenn_args_units(d, args, "units", to, &rows) && ok;
    if (ok && !rows.count) {
        return spenn_fail(d->err, spenn_args_at(args, "units"),
            "'%s' cannot absorb itself; name the units that end", d->m->units.id[to]);
    }
    if (!ok) {
        return false;
    }
    const bool *ends = spenn_draft_flags(d, &rows);
    d->m->units.parent[to] = staying_superior(d->m, ends, to);
    take_over(d, to, &rows, NULL);
    adopt(d, ends, to);
    if (!spenn_draft_line_check(d, to, spenn_args_at(args, "into"))) {
        return false;
    }
    send_all(d, &rows, to, NULL);
    return true;
}
