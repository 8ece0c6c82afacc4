/* SPDX-License-Identifier: MIT
 * From differences to rows: first one for each, then those that follow each other and
 * differ in one cell only are joined: receivers of one giver, units that joined one
 * forum. Linear but for looking up ids. */
#include "account.h"

#include "diff.h"

#include <string.h>

enum { WHAT, WHOM, BEFORE, AFTER };

static const char nothing[] = "\xE2\x80\x93";

struct maker {
    const struct plan *p;
    struct account_words words;
    struct account *account;
    int32_t room;
    bool *stays, *stayed; /* units before that are still there; units after that were */
};

/* That outlives the differences. */
static const char *name_of(const struct maker *k, const char *id, bool after)
{
    return spenn_arena_text(k->p->memory, spenn_account_name(&k->words, id, after));
}

static struct account_row *add(
    struct maker *k, int32_t change, const char *id, const char *what)
{
    struct account *account = k->account;
    if (account->count == k->room) {
        k->room = k->room ? 2 * k->room : 16;
        account->row = spenn_arena_grow(k->p->memory, account->row,
            (size_t)account->count, (size_t)k->room, sizeof *account->row);
    }
    struct account_row *row = &account->row[account->count++];
    *row = (struct account_row){.change = change,
        .id = spenn_arena_text(k->p->memory, id),
        .cell = {what, name_of(k, id, true), "", ""}};
    return row;
}

/* "avdeling, under Rådmann" */
static const char *described(
    const struct maker *k, const struct spenn_model *m, spenn_id u)
{
    const struct plan *p = k->p;
    const char *kind = spenn_model_kind_name(m, u, p->english);
    spenn_id above = m->units.parent[u];
    return above == SPENN_NONE ? kind
                               : spenn_arena_format(p->memory, "%s, %s%s", kind,
                                   p->words->under, spenn_plan_name(p, m, above));
}

/* "leder Rådmann, 7 medlemmer" */
static const char *forum_of(
    const struct maker *k, const struct spenn_model *m, const char *id)
{
    int32_t f = 0;
    while (f < m->forums.count && strcmp(m->forums.id[f], id) != 0) {
        f++;
    }
    return f == m->forums.count
        ? ""
        : spenn_arena_format(k->p->memory, k->p->words->forum,
            spenn_plan_name(k->p, m, m->forums.chair[f]), (int)m->forums.size[f]);
}

/* Who is there before and after, under whichever id. */
static void find_staying(struct maker *k, const struct spenn_diff *diff)
{
    const struct spenn_units *old = &k->p->before->units, *now = &k->p->m->units;
    struct spenn_index rows = {0};
    k->stays = spenn_arena_alloc(k->p->memory, (size_t)old->count, sizeof *k->stays);
    k->stayed = spenn_arena_alloc(k->p->memory, (size_t)now->count, sizeof *k->stayed);
    for (spenn_id u = 0; u < old->count; u++) {
        (void)spenn_index_add(k->p->memory, &rows, old->id[u], u);
    }
    for (spenn_id v = 0; v < now->count; v++) {
        spenn_id u = spenn_index_find(&rows, now->id[v]);
        if (u >= 0) {
            k->stays[u] = k->stayed[v] = true;
        }
    }
    for (int32_t i = 0; i < diff->count; i++) {
        if ((diff->kind[i] == SPENN_DIFF_MOVED || diff->kind[i] == SPENN_DIFF_RENAMED)
            && diff->old_row[i] != SPENN_NONE) {
            k->stays[diff->old_row[i]] = k->stayed[diff->new_row[i]] = true;
        }
    }
}

/* Of a unit that stays and takes others over, itself first. */
static void add_pair(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    const struct plan *p = k->p;
    spenn_id old = diff->old_row[i], now = diff->new_row[i];
    const char *was = spenn_plan_name(p, p->before, old);
    const char *is = spenn_plan_name(p, p->m, now);
    const char *id = diff->subject[i];
    struct account_row *row;
    bool parts = diff->kind[i] == SPENN_DIFF_SPLIT && !k->stayed[now];
    if (parts && k->stays[old]) {
        row = add(k, CHANGE_SPUN, id, p->words->row[ROW_SPUN]);
    } else if (parts) {
        row = add(k, CHANGE_PART, p->before->units.id[old], p->words->row[ROW_DIVIDED]);
    } else {
        bool first = k->account->count == 0
            || k->account->row[k->account->count - 1].change != CHANGE_MERGED
            || strcmp(k->account->row[k->account->count - 1].id, id) != 0;
        if (first && k->stayed[now]) {
            row = add(k, CHANGE_MERGED, id, p->words->row[ROW_MERGED]);
            row->cell[BEFORE] = name_of(k, id, false);
            row->cell[AFTER] = is;
        }
        row = add(k, CHANGE_MERGED, id, p->words->row[ROW_MERGED]);
    }
    row->cell[BEFORE] = was;
    row->cell[AFTER] = is;
}

static void add_changed(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    const char *what = spenn_arena_text(k->p->memory, diff->what[i]);
    size_t length = strlen(what);
    if (length > 3 && strcmp(what + length - 3, "-en") == 0) {
        return; /* the English of a name: told with it */
    }
    struct account_row *row =
        add(k, CHANGE_NONE, diff->subject[i], spenn_account_label(&k->words, what));
    const char *before = spenn_arena_text(k->p->memory, diff->before[i]);
    const char *after = spenn_arena_text(k->p->memory, diff->after[i]);
    row->cell[BEFORE] = spenn_account_value(&k->words, what, before, false);
    row->cell[AFTER] = spenn_account_value(&k->words, what, after, true);
}

/* A unit, forum or task that begins or ends. */
static void add_whole(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    const struct plan *p = k->p;
    bool task = strcmp(diff->what[i], "task") == 0;
    spenn_id old = diff->old_row[i], now = diff->new_row[i];
    const char *id = diff->subject[i];
    switch (diff->kind[i]) {
    case SPENN_DIFF_NEW:
        add(k, CHANGE_NEW, id, p->words->row[task ? ROW_NEW_TASK : ROW_NEW])
            ->cell[AFTER] = task ? "" : described(k, p->m, now);
        break;
    case SPENN_DIFF_ABOLISHED:
        add(k, CHANGE_GONE, id, p->words->row[task ? ROW_GONE_TASK : ROW_GONE])
            ->cell[BEFORE] = task ? "" : described(k, p->before, old);
        break;
    case SPENN_DIFF_OPENED:
        add(k, CHANGE_NEW, id, p->words->row[ROW_OPENED])->cell[AFTER] =
            forum_of(k, p->m, id);
        break;
    default:
        add(k, CHANGE_GONE, id, p->words->row[ROW_CLOSED])->cell[BEFORE] =
            forum_of(k, p->before, id);
        break;
    }
}

static void add_moved(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    struct account_row *row =
        add(k, CHANGE_MOVED, diff->subject[i], k->p->words->row[ROW_MOVED]);
    row->cell[BEFORE] = name_of(k, diff->before[i], false);
    row->cell[AFTER] = name_of(k, diff->after[i], true);
}

static void add_renamed(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    bool id = strcmp(diff->what[i], "id") == 0;
    struct account_row *row = add(k, CHANGE_RENAMED, diff->subject[i],
        k->p->words->row[id ? ROW_NEW_ID : ROW_RENAMED]);
    bool unit = !id && diff->old_row[i] != SPENN_NONE;
    row->cell[BEFORE] = unit ? spenn_plan_name(k->p, k->p->before, diff->old_row[i])
                             : spenn_arena_text(k->p->memory, diff->before[i]);
    row->cell[AFTER] =
        id ? spenn_arena_text(k->p->memory, diff->after[i]) : row->cell[WHOM];
}

static void add_membership(struct maker *k, const struct spenn_diff *diff, int32_t i)
{
    bool joined = diff->kind[i] == SPENN_DIFF_JOINED;
    struct account_row *row = add(k, joined ? CHANGE_JOINED : CHANGE_LEFT,
        diff->subject[i], k->p->words->row[joined ? ROW_JOINED : ROW_LEFT]);
    row->cell[joined ? AFTER : BEFORE] = name_of(k, diff->what[i], joined);
}

/* How many members forums have that are there before and after. */
static void add_sizes(struct maker *k)
{
    const struct spenn_forums *old = &k->p->before->forums, *now = &k->p->m->forums;
    struct spenn_index rows = {0};
    for (int32_t f = 0; f < old->count; f++) {
        (void)spenn_index_add(k->p->memory, &rows, old->id[f], f);
    }
    for (int32_t f = 0; f < now->count; f++) {
        int32_t was = spenn_index_find(&rows, now->id[f]);
        if (was >= 0 && old->size[was] != now->size[f]) {
            struct account_row *row =
                add(k, CHANGE_NONE, now->id[f], k->p->words->row[ROW_MEMBERS]);
            row->cell[BEFORE] =
                spenn_arena_format(k->p->memory, "%d", (int)old->size[was]);
            row->cell[AFTER] = spenn_arena_format(k->p->memory, "%d", (int)now->size[f]);
        }
    }
}

static void add_all(struct maker *k, const struct spenn_diff *diff)
{
    static void (*const adders[])(struct maker *, const struct spenn_diff *, int32_t) = {
        [SPENN_DIFF_NEW] = add_whole,
        [SPENN_DIFF_ABOLISHED] = add_whole,
        [SPENN_DIFF_MERGED] = add_pair,
        [SPENN_DIFF_SPLIT] = add_pair,
        [SPENN_DIFF_MOVED] = add_moved,
        [SPENN_DIFF_RENAMED] = add_renamed,
        [SPENN_DIFF_JOINED] = add_membership,
        [SPENN_DIFF_LEFT] = add_membership,
        [SPENN_DIFF_OPENED] = add_whole,
        [SPENN_DIFF_CLOSED] = add_whole,
        [SPENN_DIFF_CHANGED] = add_changed,
    };
    int32_t members = -1; /* the last row about them */
    for (int32_t i = 0; i < diff->count; i++) {
        bool about =
            diff->kind[i] == SPENN_DIFF_JOINED || diff->kind[i] == SPENN_DIFF_LEFT;
        members = about ? i : members;
    }
    for (int32_t i = 0; i < diff->count; i++) {
        adders[diff->kind[i]](k, diff, i);
        if (i == members) {
            add_sizes(k);
        }
    }
    if (members < 0) {
        add_sizes(k);
    }
}

/* Whether two rows of one unit, forum or task are the same but for one cell. */
static bool alike(const struct account_row *a, const struct account_row *b, int32_t but)
{
    bool same = a->change == b->change && strcmp(a->id, b->id) == 0;
    for (int32_t c = 0; c < account_columns; c++) {
        same = same && (c == but || strcmp(a->cell[c], b->cell[c]) == 0);
    }
    return same;
}

/* Joins rows that follow each other and differ in one cell. */
static void join(const struct plan *p, struct account *account, int32_t but)
{
    int32_t kept = 0;
    for (int32_t i = 0, n; i < account->count; i += n) {
        struct account_row row = account->row[i];
        struct account_names names = {0};
        for (n = 1; i + n < account->count && alike(&row, &account->row[i + n], but);) {
            n++;
        }
        for (int32_t k = 0; k < n && n > 1; k++) {
            spenn_account_add(p, &names, account->row[i + k].cell[but]);
        }
        row.cell[but] = n > 1 ? names.text : row.cell[but];
        account->row[kept++] = row;
    }
    account->count = kept;
}

/* Joins rows that differ only in who is told of, wherever they stand. */
static void join_subjects(const struct plan *p, struct account *account)
{
    struct spenn_index first = {0};
    struct account_names *names =
        spenn_arena_alloc(p->memory, (size_t)account->count, sizeof *names);
    int32_t kept = 0;
    for (int32_t i = 0; i < account->count; i++) {
        struct account_row row = account->row[i];
        const char *key = spenn_arena_format(p->memory, "%d\n%s\n%s\n%s", (int)row.change,
            row.cell[WHAT], row.cell[BEFORE], row.cell[AFTER]);
        int32_t place = spenn_index_add(p->memory, &first, key, kept);
        if (place < 0) {
            place = kept;
            account->row[kept++] = row;
        }
        spenn_account_add(p, &names[place], row.cell[WHOM]);
        account->row[place].cell[WHOM] = names[place].text;
    }
    account->count = kept;
}

void spenn_account_make(const struct plan *p, struct account *account)
{
    struct maker k = {.p = p, .words = spenn_account_words(p), .account = account};
    *account = (struct account){0};
    find_staying(&k, p->diff);
    add_all(&k, p->diff);
    join(p, account, AFTER);
    join(p, account, BEFORE);
    join_subjects(p, account);
    for (int32_t i = 0; i < account->count; i++) {
        for (int32_t c = BEFORE; c <= AFTER; c++) {
            const char **cell = &account->row[i].cell[c];
            *cell = **cell ? *cell : nothing;
        }
    }
}

void spenn_account_tell(
    struct spenn_drawing *drawing, const struct plan *p, const struct account *account)
{
    struct spenn_drawing_table *table = DRAWING_ADD(drawing, table, tables);
    int32_t cells = (account->count + 1) * account_columns;
    *table = (struct spenn_drawing_table){.title = p->words->all_changes,
        .columns = account_columns,
        .cells = cells,
        .cell = spenn_arena_alloc(&drawing->memory, (size_t)cells, sizeof *table->cell)};
    for (int32_t c = 0; c < account_columns; c++) {
        table->cell[c] = p->words->column[c];
        for (int32_t i = 0; i < account->count; i++) {
            table->cell[(i + 1) * account_columns + c] =
                spenn_arena_text(&drawing->memory, account->row[i].cell[c]);
        }
    }
}

const char *spenn_account_sentence(const struct plan *p, const struct account_row *row)
{
    const char *before = row->cell[BEFORE], *after = row->cell[AFTER];
    bool field = row->change == CHANGE_NONE; /* of others the words tell which way */
    bool was = field || strcmp(before, nothing) != 0;
    bool is = field || strcmp(after, nothing) != 0;
    return spenn_arena_format(p->memory, "%s: %s%s%s%s%s%s", row->cell[WHAT],
        row->cell[WHOM], was || is ? " (" : "", was ? before : "",
        was && is ? " \xE2\x86\x92 " : "", is ? after : "", was || is ? ")" : "");
}
