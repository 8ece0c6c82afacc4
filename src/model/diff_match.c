/* SPDX-License-Identifier: MIT
 * Matching units by id and by the ids that a unit lists under `formerly`. A unit of b
 * without its like in a is a renamed one when it claims exactly one unit that is gone and
 * nobody else claims that; only such a claim makes two rows the same unit. Where nobody
 * claims anything, as in files written by hand, the same name and kind does, when each
 * file has the name once. */
#include "diff_match.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

struct claim {
    spenn_id u, v;
};

static int by_claim(const void *x, const void *y)
{
    const struct claim *p = x, *q = y;
    if (p->u != q->u) {
        return p->u < q->u ? -1 : 1;
    }
    return (p->v > q->v) - (p->v < q->v);
}

struct claims {
    int32_t count, room;
    struct claim *list;
};

static void add_claim(struct spenn_match *k, struct claims *claims, struct claim claim)
{
    if (claims->count == claims->room) {
        claims->room = claims->room ? claims->room * 2 : 16;
        claims->list = spenn_arena_grow(&k->memory, claims->list, (size_t)claims->count,
            (size_t)claims->room, sizeof *claims->list);
    }
    claims->list[claims->count++] = claim;
}

/* Whether it is no news that v took over from u: v said so before, or u is still there
 * beside a v that was there too. */
static bool is_known(const struct spenn_match *k, spenn_id u, spenn_id v)
{
    spenn_id same = k->old_of[v];
    const char *id = k->a->units.id[u];
    return same != SPENN_NONE
        && (k->new_of[u] != SPENN_NONE || spenn_text_lists(k->a->units.former[same], id));
}

/* What unit v says it took over. */
static void claims_of(struct spenn_match *k, const struct spenn_index *old, spenn_id v,
    struct claims *claims)
{
    const char *list = k->b->units.former[v];
    while (list) {
        size_t length = strcspn(list, ",");
        spenn_id u = spenn_index_find(old, spenn_arena_bytes(&k->memory, list, length));
        if (u != SPENN_NONE && !is_known(k, u, v)) {
            add_claim(k, claims, (struct claim){u, v});
        }
        list = list[length] ? list + length + 1 : NULL;
    }
}

/* Sorts claims into runs, each pair once. */
static void keep_claims(struct spenn_match *k, struct claims *claims)
{
    int32_t count = k->a->units.count, kept = 0;
    k->first_claim =
        spenn_arena_alloc(&k->memory, (size_t)count + 1, sizeof *k->first_claim);
    k->claim = spenn_arena_alloc(&k->memory, (size_t)claims->count, sizeof *k->claim);
    if (claims->count) {
        qsort(claims->list, (size_t)claims->count, sizeof *claims->list, by_claim);
    }
    for (int32_t i = 0; i < claims->count; i++) {
        if (!i || by_claim(&claims->list[i], &claims->list[i - 1]) != 0) {
            k->claim[kept++] = claims->list[i].v;
            k->first_claim[claims->list[i].u + 1]++;
        }
    }
    spenn_runs_begin(k->first_claim, count);
}

/* A claim that makes two rows one unit is taken out of its run. */
static void find_renamed(struct spenn_match *k)
{
    int32_t *claimed =
        spenn_arena_alloc(&k->memory, (size_t)k->b->units.count, sizeof *claimed);
    int32_t claims = k->first_claim[k->a->units.count], kept = 0;
    for (int32_t i = 0; i < claims; i++) {
        claimed[k->claim[i]]++;
    }
    for (spenn_id u = 0; u < k->a->units.count; u++) {
        int32_t first = k->first_claim[u], end = k->first_claim[u + 1];
        k->first_claim[u] = kept;
        if (end - first == 1 && k->new_of[u] == SPENN_NONE
            && k->old_of[k->claim[first]] == SPENN_NONE
            && claimed[k->claim[first]] == 1) {
            k->new_of[u] = k->claim[first];
            k->old_of[k->claim[first]] = u;
            continue;
        }
        for (int32_t i = first; i < end; i++) {
            k->claim[kept++] = k->claim[i];
        }
    }
    k->first_claim[k->a->units.count] = kept;
}

/* Units by name; `twice` marks the first of those that share one. */
static void index_names(struct spenn_match *k, const struct spenn_units *units,
    struct spenn_index *index, bool *twice)
{
    for (spenn_id u = 0; u < units->count; u++) {
        spenn_id first = spenn_index_add(&k->memory, index, units->name[u], u);
        if (first != SPENN_NONE) {
            twice[first] = true;
        }
    }
}

static void find_namesakes(struct spenn_match *k)
{
    const struct spenn_units *before = &k->a->units, *after = &k->b->units;
    struct spenn_index old = {0}, new = {0};
    bool *old_twice = spenn_arena_alloc(&k->memory, (size_t)before->count, 1);
    bool *new_twice = spenn_arena_alloc(&k->memory, (size_t)after->count, 1);
    index_names(k, before, &old, old_twice);
    index_names(k, after, &new, new_twice);
    for (spenn_id v = 0; v < after->count; v++) {
        spenn_id u = spenn_index_find(&old, after->name[v]);
        bool told = k->old_of[v] != SPENN_NONE || after->former[v] || u == SPENN_NONE
            || k->new_of[u] != SPENN_NONE || k->first_claim[u] != k->first_claim[u + 1];
        if (!told && !old_twice[u] && !new_twice[v]
            && spenn_index_find(&new, before->name[u]) == v
            && before->kind[u] == after->kind[v]) {
            k->new_of[u] = v;
            k->old_of[v] = u;
        }
    }
}

static void index_ids(struct spenn_match *k, struct spenn_index *index,
    const char *const *id, int32_t count)
{
    for (int32_t row = 0; row < count; row++) {
        (void)spenn_index_add(&k->memory, index, id[row], row);
    }
}

void spenn_match_units(struct spenn_match *k)
{
    const struct spenn_units *before = &k->a->units, *after = &k->b->units;
    struct spenn_index old = {0};
    struct claims claims = {0};
    index_ids(k, &old, before->id, before->count);
    index_ids(k, &k->units, after->id, after->count);
    index_ids(k, &k->forums, k->b->forums.id, k->b->forums.count);
    index_ids(k, &k->tasks, k->b->tasks.id, k->b->tasks.count);
    k->old_of = spenn_arena_alloc(&k->memory, (size_t)after->count, sizeof *k->old_of);
    k->new_of = spenn_arena_alloc(&k->memory, (size_t)before->count, sizeof *k->new_of);
    for (spenn_id u = 0; u < before->count; u++) {
        k->new_of[u] = spenn_index_find(&k->units, before->id[u]);
    }
    for (spenn_id v = 0; v < after->count; v++) {
        k->old_of[v] = spenn_index_find(&old, after->id[v]);
    }
    for (spenn_id v = 0; v < after->count; v++) {
        claims_of(k, &old, v, &claims);
    }
    keep_claims(k, &claims);
    find_renamed(k);
    find_namesakes(k);
}

bool spenn_match_follows(const struct spenn_match *k, spenn_id u, spenn_id v, bool parts)
{
    if (u == SPENN_NONE || v == SPENN_NONE) {
        return u == v;
    }
    if (k->new_of[u] == v) {
        return true;
    }
    for (int32_t i = k->first_claim[u]; i < k->first_claim[u + 1]; i++) {
        if (k->claim[i] == v && (parts || k->new_of[u] == SPENN_NONE)) {
            return true;
        }
    }
    return false;
}

spenn_id spenn_match_image(const struct spenn_match *k, spenn_id u)
{
    if (u == SPENN_NONE || k->new_of[u] != SPENN_NONE) {
        return u == SPENN_NONE ? SPENN_NONE : k->new_of[u];
    }
    return k->first_claim[u] == k->first_claim[u + 1] ? SPENN_NONE
                                                      : k->claim[k->first_claim[u]];
}

static int by_key(const void *x, const void *y)
{
    const struct spenn_fact *p = x, *q = y;
    for (int i = 0; i < 3; i++) {
        if (p->key[i] != q->key[i]) {
            return p->key[i] < q->key[i] ? -1 : 1;
        }
    }
    return 0;
}

static int by_key_and_row(const void *x, const void *y)
{
    const struct spenn_fact *p = x, *q = y;
    int order = by_key(x, y);
    return order ? order : (p->row > q->row) - (p->row < q->row);
}

void spenn_facts_sort(struct spenn_facts *facts)
{
    if (facts->count) {
        qsort(facts->list, (size_t)facts->count, sizeof *facts->list, by_key_and_row);
    }
}

const struct spenn_fact *spenn_facts_find(
    const struct spenn_facts *facts, const int32_t key[3])
{
    struct spenn_fact wanted = {{key[0], key[1], key[2]}, 0};
    int32_t low = 0, high = facts->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (by_key(&facts->list[middle], &wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < facts->count && by_key(&facts->list[low], &wanted) == 0;
    return found ? &facts->list[low] : NULL;
}

void spenn_diff_changed(struct spenn_match *k, const char *subject, const char *what,
    const char *before, const char *after)
{
    spenn_diff_add(k,
        &(struct spenn_difference_row){SPENN_DIFF_CHANGED, subject, what, before, after},
        SPENN_NONE, SPENN_NONE);
}

void spenn_diff_add(
    struct spenn_match *k, const struct spenn_difference_row *row, spenn_id u, spenn_id v)
{
    static const struct spenn_table_column columns[] = {
        SPENN_COLUMN(struct spenn_diff, kind), SPENN_COLUMN(struct spenn_diff, subject),
        SPENN_COLUMN(struct spenn_diff, what), SPENN_COLUMN(struct spenn_diff, before),
        SPENN_COLUMN(struct spenn_diff, after), SPENN_COLUMN(struct spenn_diff, old_row),
        SPENN_COLUMN(struct spenn_diff, new_row)};
    static const struct spenn_table_type type = {
        columns, sizeof columns / sizeof *columns};
    struct spenn_diff *diff = k->diff;
    int32_t i = spenn_table_add(&diff->memory, diff, &type);
    diff->kind[i] = (int32_t)row->kind;
    diff->subject[i] = spenn_arena_text(&diff->memory, row->subject);
    diff->what[i] = spenn_arena_text(&diff->memory, row->what ? row->what : "");
    diff->before[i] = spenn_arena_text(&diff->memory, row->before ? row->before : "");
    diff->after[i] = spenn_arena_text(&diff->memory, row->after ? row->after : "");
    diff->old_row[i] = u;
    diff->new_row[i] = v;
}
