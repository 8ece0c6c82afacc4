/* SPDX-License-Identifier: MIT
 * The verbs about forums: join, leave, open, close. */
#include "change_verbs.h"
#include "resolve.h"

/* The forum's members without those left out and with those added, the run made new. */
static void write_members(
    struct spenn_draft *d, spenn_id f, const bool *out, const struct spenn_rows *added)
{
    struct spenn_members *members = &d->m->members;
    struct spenn_forums *forums = &d->m->forums;
    int32_t room = forums->size[f] + added->count + 1;
    spenn_table_reserve(&d->m->memory, members, &spenn_members_type, room);
    int32_t first = members->count;
    for (int32_t i = 0; i < forums->size[f]; i++) {
        spenn_id u = members->unit[forums->first[f] + i];
        if (!out[u]) {
            members->unit[members->count++] = u;
        }
    }
    for (int32_t i = 0; i < added->count; i++) {
        members->unit[members->count++] = added->row[i];
    }
    forums->first[f] = first;
    forums->size[f] = members->count - first;
}

static bool read_forum(struct spenn_draft *d, const struct spenn_value *args, spenn_id *f,
    struct spenn_rows *rows)
{
    *f = spenn_select_forum(d->m, spenn_value_get(args, "forum"), d->err);
    bool ok = *f != SPENN_NONE;
    return spenn_args_units(d, args, "members", SPENN_NONE, rows) && ok;
}

bool spenn_change_join(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows rows = {0}, none = {0};
    spenn_id f;
    if (!read_forum(d, args, &f, &rows)) {
        return false;
    }
    bool any = false;
    for (int32_t i = 0; i < rows.count; i++) {
        any = any || !spenn_model_is_member(d->m, f, rows.row[i]);
    }
    if (!any) {
        return spenn_fail(d->err, spenn_args_at(args, "members"),
            "all of these are members of '%s' already", d->m->forums.id[f]);
    }
    write_members(d, f, spenn_draft_flags(d, &none), &rows);
    spenn_draft_redirect(d, spenn_draft_heirs(d), NULL);
    return true;
}

bool spenn_change_leave(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_model *m = d->m;
    struct spenn_rows rows = {0}, none = {0};
    spenn_id f;
    if (!read_forum(d, args, &f, &rows)) {
        return false;
    }
    bool any = false;
    for (int32_t i = 0; i < rows.count; i++) {
        any = any || spenn_model_is_member(m, f, rows.row[i]);
        if (rows.row[i] == m->forums.chair[f]) {
            return spenn_fail(d->err, spenn_args_at(args, "members"),
                "'%s' chairs '%s' and cannot leave it; 'set' another chair first, or "
                "'close' the forum",
                m->units.id[rows.row[i]], m->forums.id[f]);
        }
    }
    if (!any) {
        return spenn_fail(d->err, spenn_args_at(args, "members"),
            "none of these is a member of '%s'", m->forums.id[f]);
    }
    write_members(d, f, spenn_draft_flags(d, &rows), &none);
    spenn_draft_redirect(d, spenn_draft_heirs(d), NULL);
    return true;
}

bool spenn_change_open(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_key_context c = spenn_draft_context(d);
    const struct spenn_value *id = spenn_value_get(args, "id");
    struct spenn_rows rows = {0};
    const char *text = NULL;
    bool ok = spenn_key_parse(&c, spenn_key_find(&spenn_forum_section, "id"), id, &text)
        && spenn_draft_id_free(d, text, id->at);
    ok = spenn_args_units(d, args, "members", SPENN_NONE, &rows) && ok;
    if (!ok) {
        return false;
    }
    spenn_id f = spenn_forum_add(d->m);
    if (!spenn_forum_set(&c, args, d->m, f)) {
        return false;
    }
    spenn_forum_members(d->m, f, &rows);
    spenn_model_resolve(d->m);
    return true;
}

/* What the forum decides goes to `to`, or there is none such. */
static bool hand_over_tasks(
    struct spenn_draft *d, spenn_id f, spenn_id to, struct spenn_where at)
{
    struct spenn_tasks *tasks = &d->m->tasks;
    bool ok = true;
    for (spenn_id t = 0; t < tasks->count; t++) {
        spenn_id *shared = &d->m->coordinations.forum[t];
        *shared = *shared == f ? to : *shared;
        if (tasks->decided_in[t] != f) {
            continue;
        }
        tasks->decided_in[t] = to;
        if (to == SPENN_NONE) {
            ok = spenn_fail(d->err, at,
                "forum '%s' decides task '%s'; say which forum does with 'to', or 'set' "
                "who decides it first",
                d->m->forums.id[f], tasks->id[t]);
        }
    }
    return ok;
}

static void drop_forum(struct spenn_draft *d, spenn_id f)
{
    struct spenn_forums *forums = &d->m->forums;
    size_t count = (size_t)forums->count;
    bool *keep = spenn_arena_alloc(&d->memory, count, sizeof *keep);
    spenn_id *row = spenn_arena_alloc(&d->memory, count, sizeof *row);
    for (spenn_id g = 0; g < forums->count; g++) {
        keep[g] = g != f;
    }
    (void)spenn_table_keep(forums, &spenn_forums_type, keep, row);
    for (spenn_id t = 0; t < d->m->tasks.count; t++) {
        spenn_id *in = &d->m->tasks.decided_in[t];
        spenn_id *shared = &d->m->coordinations.forum[t];
        *in = *in == SPENN_NONE ? SPENN_NONE : row[*in];
        *shared = *shared == SPENN_NONE ? SPENN_NONE : row[*shared];
    }
    spenn_draft_redirect(d, spenn_draft_heirs(d), NULL);
}

bool spenn_change_close(struct spenn_draft *d, const struct spenn_value *args)
{
    const struct spenn_value *heir = spenn_value_get(args, "to");
    spenn_id to = SPENN_NONE;
    spenn_id f = spenn_select_forum(d->m, spenn_value_get(args, "forum"), d->err);
    if (heir) {
        to = spenn_select_forum(d->m, heir, d->err);
    }
    if (f == SPENN_NONE || (heir && to == SPENN_NONE)) {
        return false;
    }
    if (f == to) {
        return spenn_fail(d->err, heir->at,
            "forum '%s' is closed itself and cannot take over; name another forum",
            d->m->forums.id[f]);
    }
    if (!hand_over_tasks(d, f, to, spenn_args_at(args, "forum"))) {
        return false;
    }
    drop_forum(d, f);
    return true;
}
