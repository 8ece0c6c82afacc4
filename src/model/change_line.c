/* SPDX-License-Identifier: MIT
 * The verbs about second lines: draw, erase. Lines are found by the unit they come from,
 * and units at their other end by a flag, so that wide selectors stay cheap. */
#include "build.h"
#include "change_verbs.h"

#include <string.h>

struct pairs { /* what a change names, one giver at a time */
    struct spenn_draft *d;
    struct spenn_where at;
    struct spenn_line_order order;
    spenn_id from;
    struct spenn_rows to;
    bool *named;               /* by unit: is in `to` */
    struct spenn_chains lines; /* by the unit they come from */
    int32_t *there;            /* by unit: its line from `from` + 1, or 0; draw only */
    bool *keep;                /* by line; erase only */
    bool any;                  /* found anything to do */
};

static struct pairs pairs_make(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_lines *lines = &d->m->lines;
    size_t units = (size_t)d->m->units.count, count = (size_t)lines->count;
    struct pairs p = {.d = d,
        .at = spenn_place_own(d->m, args->at),
        .named = spenn_arena_alloc(&d->memory, units, sizeof *p.named),
        .lines =
            spenn_chains_make(&d->memory, lines->from, lines->count, d->m->units.count),
        .there = spenn_arena_alloc(&d->memory, units, sizeof *p.there),
        .keep = spenn_arena_alloc(&d->memory, count, sizeof *p.keep)};
    for (int32_t e = 0; e < lines->count; e++) {
        p.keep[e] = true;
    }
    return p;
}

static void mark_there(struct pairs *p, bool there)
{
    const struct spenn_lines *lines = &p->d->m->lines;
    for (int32_t e = p->lines.first[p->from]; e >= 0; e = p->lines.next[e]) {
        if (lines->kind[e] == p->order.kind) {
            p->there[lines->to[e]] = there ? e + 1 : 0;
        }
    }
}

/* Draws what is not there already; a line that is gets the letter and the goals named. */
static bool draw_from(struct pairs *p)
{
    struct spenn_lines *lines = &p->d->m->lines;
    if (p->to.count > spenn_most_rows - lines->count) {
        return spenn_fail(
            p->d->err, p->at, "this makes more than %d rows", spenn_most_rows);
    }
    mark_there(p, true);
    for (int32_t i = 0; i < p->to.count; i++) {
        spenn_id to = p->to.row[i];
        p->any = p->any || to != p->from;
        if (to == p->from) {
            continue;
        }
        int32_t e = p->there[to] - 1;
        if (e < 0) {
            e = spenn_table_add(&p->d->m->memory, lines, &spenn_lines_type);
            lines->from[e] = p->from;
            lines->to[e] = to;
            lines->at[e] = p->at;
        }
        spenn_line_give(p->d->m, e, &p->order);
    }
    mark_there(p, false);
    return true;
}

static bool erase_from(struct pairs *p)
{
    const struct spenn_lines *lines = &p->d->m->lines;
    for (int32_t e = p->lines.first[p->from]; e >= 0; e = p->lines.next[e]) {
        if (lines->kind[e] == p->order.kind && p->named[lines->to[e]]) {
            p->keep[e] = false;
            p->any = true;
        }
    }
    return true;
}

static bool is_relative(const struct spenn_value *selector)
{
    static const char *const words[] = {"sector:same", "sector:other"};
    bool relative = false;
    for (int32_t i = 0; selector->kind == SPENN_LIST && i < selector->count; i++) {
        relative = relative || is_relative(selector->item[i]);
    }
    for (size_t i = 0; selector->kind == SPENN_SCALAR && i < 2; i++) {
        relative = relative || strcmp(selector->text, words[i]) == 0;
    }
    return relative;
}

static void name(struct pairs *p, bool named)
{
    for (int32_t i = 0; i < p->to.count; i++) {
        p->named[p->to.row[i]] = named;
    }
}

/* With `to` as this giver sees it. */
static bool from_here(
    struct pairs *p, const struct spenn_value *to, bool (*work)(struct pairs *))
{
    struct spenn_arena scratch = {0};
    p->to = (struct spenn_rows){0};
    bool ok = spenn_select(
        &(struct spenn_view){p->d->m, p->from}, to, &scratch, &p->to, p->d->err);
    name(p, true);
    ok = ok && work(p);
    name(p, false);
    spenn_arena_free(&scratch);
    return ok;
}

/* Every pair of from and to. */
static bool each_from(struct spenn_draft *d, const struct spenn_value *args,
    bool (*work)(struct pairs *), struct pairs *p)
{
    const struct spenn_value *to = spenn_value_get(args, "to");
    struct spenn_rows from = {0};
    bool relative = is_relative(to);
    struct spenn_key_context c = spenn_draft_context(d);
    bool ok = spenn_line_read(&c, args, &p->order);
    ok = spenn_args_units(d, args, "from", SPENN_NONE, &from) && ok;
    ok = (relative || spenn_args_units(d, args, "to", SPENN_NONE, &p->to)) && ok;
    name(p, true);
    for (int32_t i = 0; ok && i < from.count; i++) {
        p->from = from.row[i];
        ok = relative ? from_here(p, to, work) : work(p);
    }
    return ok;
}

bool spenn_change_draw(struct spenn_draft *d, const struct spenn_value *args)
{
    struct pairs p = pairs_make(d, args);
    if (!each_from(d, args, draw_from, &p)) {
        return false;
    }
    return p.any
        || spenn_fail(d->err, spenn_args_at(args, "to"),
            "a line from a unit to itself; name another unit with 'to'");
}

bool spenn_change_erase(struct spenn_draft *d, const struct spenn_value *args)
{
    struct pairs p = pairs_make(d, args);
    if (!each_from(d, args, erase_from, &p)) {
        return false;
    }
    (void)spenn_table_keep(&d->m->lines, &spenn_lines_type, p.keep, NULL);
    return p.any
        || spenn_fail(d->err, args->at,
            "there is no such line to erase; check its kind, 'from' and 'to'");
}
