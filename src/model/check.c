/* SPDX-License-Identifier: MIT
 * What a model must be, whatever made it: a file or a change. After this nobody tests
 * again. Messages name rows by id and point at the entry they came from. */
#include "check.h"

#include "parts.h"
#include "text.h"

#include <math.h>

static bool in_range(double value, double least, double most)
{
    return value >= least && value <= most; /* false for NAN */
}

/* ---- ids */

static bool check_ids(const struct spenn_checker *k, struct spenn_index *index,
    const char *const *id, const struct spenn_where *at, int32_t count)
{
    bool ok = true;
    for (int32_t row = 0; row < count; row++) {
        if (!id[row] || !spenn_text_is_id(id[row])) {
            ok = spenn_fail(k->err, at[row], "'%s' is no id", id[row] ? id[row] : "");
        } else if (spenn_index_add(k->scratch, index, id[row], row) >= 0) {
            ok = spenn_fail(k->err, at[row], "id '%s' is used twice", id[row]);
        }
    }
    return ok;
}

static bool check_all_ids(const struct spenn_checker *k)
{
    const struct spenn_model *m = k->m;
    struct spenn_index index = {0};
    bool ok = check_ids(k, &index, m->units.id, m->units.at, m->units.count);
    ok = check_ids(k, &index, m->forums.id, m->forums.at, m->forums.count) && ok;
    return check_ids(k, &index, m->tasks.id, m->tasks.at, m->tasks.count) && ok;
}

/* ---- forums */

static bool check_forum(const struct spenn_checker *k, spenn_id f)
{
    const struct spenn_forums *forums = &k->m->forums;
    struct spenn_where at = forums->at[f];
    const char *id = forums->id[f];
    bool ok = true;
    if (forums->chair[f] == SPENN_NONE) {
        ok = spenn_fail(k->err, at, "forum '%s' has no chair", id);
    }
    if (forums->size[f] < 1) {
        return spenn_fail(k->err, at, "forum '%s' has no members", id);
    }
    if (ok && !spenn_model_is_member(k->m, f, forums->chair[f])) {
        ok = spenn_fail(k->err, at, "the chair of forum '%s' is no member", id);
    }
    if (!in_range(forums->meets[f], 1e-9, 10) || !in_range(forums->lasts[f], 1e-9, 1e6)) {
        ok = spenn_fail(
            k->err, at, "forum '%s' must meet at a rate and last for a time above 0", id);
    }
    if (forums->meets[f] * forums->lasts[f] > 1.0) {
        ok = spenn_fail(k->err, at,
            "forum '%s' meets for more hours than there are: %.3g h of each hour", id,
            forums->meets[f] * forums->lasts[f]);
    }
    if (forums->agenda[f] < 1) {
        ok = spenn_fail(k->err, at, "forum '%s' needs an agenda of 1 or more", id);
    }
    bool share = isnan(forums->commitment[f]) || in_range(forums->commitment[f], 0, 1);
    if (!share || !in_range(forums->video[f], 0, 1)
        || !in_range(forums->preparation[f], 0, 10)) {
        ok = spenn_fail(k->err, at, "forum '%s' has a share out of range", id);
    }
    return ok;
}

/* ---- the rest */

static bool check_lines(const struct spenn_checker *k)
{
    const struct spenn_lines *lines = &k->m->lines;
    bool ok = true;
    for (int32_t e = 0; e < lines->count; e++) {
        if (lines->from[e] == lines->to[e]) {
            ok = spenn_fail(k->err, lines->at[e], "a line from '%s' to itself",
                k->m->units.id[lines->from[e]]);
        }
    }
    return ok;
}

static bool check_contacts(const struct spenn_checker *k)
{
    const struct spenn_contacts *contacts = &k->m->contacts;
    struct spenn_where file = {.file = k->m->file};
    bool ok = true;
    for (int32_t i = 0; i < contacts->count; i++) {
        if (contacts->a[i] == contacts->b[i] || !(contacts->meets[i] > 0.0)
            || !(contacts->lasts[i] > 0.0)) {
            ok = spenn_fail(k->err, file, "contact of '%s' with '%s' makes no sense",
                k->m->units.id[contacts->a[i]], k->m->units.id[contacts->b[i]]);
        }
    }
    return ok;
}

bool spenn_model_check(const struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_checker k = {m, &scratch, err};
    bool ok = check_all_ids(&k);
    ok = spenn_check_units(&k) && ok;
    ok = check_lines(&k) && ok;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        ok = check_forum(&k, f) && ok;
    }
    ok = check_contacts(&k) && ok;
    ok = spenn_check_work(&k) && ok;
    spenn_arena_free(&scratch);
    return ok;
}
