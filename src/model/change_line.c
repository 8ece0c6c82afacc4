/* SPDX-License-Identifier: MIT
 * The verbs about second lines: draw, erase. */
#include "change_verbs.h"

struct ends { /* the pairs that a change names */
    int32_t kind;
    spenn_id from;
    struct spenn_rows to;
};

static bool read_kind(
    struct spenn_draft *d, const struct spenn_value *args, int32_t *kind)
{
    struct spenn_key_context c = spenn_draft_context(d);
    return spenn_key_parse(
        &c, spenn_key_find(d->section, "kind"), spenn_value_get(args, "kind"), kind);
}

static int32_t line_row(
    const struct spenn_model *m, int32_t kind, spenn_id from, spenn_id to)
{
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (m->lines.kind[e] == kind && m->lines.from[e] == from
            && m->lines.to[e] == to) {
            return e;
        }
    }
    return -1;
}

static bool draw_from(
    struct spenn_draft *d, const struct ends *ends, struct spenn_where at)
{
    struct spenn_lines *lines = &d->m->lines;
    at = spenn_place_own(d->m, at);
    for (int32_t i = 0; i < ends->to.count; i++) {
        if (line_row(d->m, ends->kind, ends->from, ends->to.row[i]) >= 0) {
            continue; /* is there already */
        }
        int32_t e = spenn_table_add(&d->m->memory, lines, &spenn_lines_type);
        lines->kind[e] = ends->kind;
        lines->from[e] = ends->from;
        lines->to[e] = ends->to.row[i];
        lines->at[e] = at;
    }
    return ends->to.count > 0;
}

static bool erase_from(
    struct spenn_draft *d, const struct ends *ends, struct spenn_where at)
{
    struct spenn_lines *lines = &d->m->lines;
    (void)at;
    const bool *named = spenn_draft_flags(d, &ends->to);
    bool any = false;
    bool *keep = spenn_arena_alloc(&d->memory, (size_t)lines->count, sizeof *keep);
    for (int32_t e = 0; e < lines->count; e++) {
        keep[e] = lines->kind[e] != ends->kind || lines->from[e] != ends->from
            || !named[lines->to[e]];
        any = any || !keep[e];
    }
    (void)spenn_table_keep(lines, &spenn_lines_type, keep, NULL);
    return any;
}

/* Every pair of from and to; `work` says whether it found anything to do. */
static bool each_from(struct spenn_draft *d, const struct spenn_value *args,
    bool (*work)(struct spenn_draft *, const struct ends *, struct spenn_where),
    bool *any)
{
    struct spenn_rows from = {0};
    struct ends ends = {0};
    bool ok = read_kind(d, args, &ends.kind);
    ok = spenn_args_units(d, args, "from", SPENN_NONE, &from) && ok;
    for (int32_t i = 0; ok && i < from.count; i++) {
        ends.from = from.row[i];
        ends.to = (struct spenn_rows){0};
        ok = spenn_args_units(d, args, "to", ends.from, &ends.to);
        *any = (ok && work(d, &ends, args->at)) || *any;
    }
    return ok;
}

bool spenn_change_draw(struct spenn_draft *d, const struct spenn_value *args)
{
    bool any = false;
    if (!each_from(d, args, draw_from, &any)) {
        return false;
    }
    return any
        || spenn_fail(d->err, spenn_args_at(args, "to"),
            "a line from a unit to itself; name another unit with 'to'");
}

bool spenn_change_erase(struct spenn_draft *d, const struct spenn_value *args)
{
    bool any = false;
    if (!each_from(d, args, erase_from, &any)) {
        return false;
    }
    return any
        || spenn_fail(d->err, args->at,
            "there is no such line to erase; check its kind, 'from' and 'to'");
}
