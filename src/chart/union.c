/* SPDX-License-Identifier: MIT
 * The union of two models: what became of every unit, marked at its place after, and the
 * places that units left. A unit that stays where it was has one place, whatever it is
 * called; one that moved, ended or was taken over has its former place too. */
#include "nodes.h"

#include "diff.h"
#include "text.h"

#include <string.h>

struct fates {        /* of the units before */
    int32_t *became;  /* node it is now, or -1 */
    int32_t *left;    /* the change that left its place empty, or CHANGE_NONE */
    int32_t *into;    /* node that took over from one that ended, or -1 */
    bool *stayed;     /* of nodes: was there before */
    int32_t *part_of; /* of nodes: the unit before that was divided, or -1 */
};

/* The most telling change decides the look; the tag names all. */
static void mark(struct node *node, int32_t change)
{
    static const int32_t strength[CHANGE_COUNT] = {[CHANGE_LEFT] = 1,
        [CHANGE_JOINED] = 2,
        [CHANGE_LEAVING] = 3,
        [CHANGE_RENAMED] = 4,
        [CHANGE_MOVED] = 5,
        [CHANGE_MERGED] = 6,
        [CHANGE_PART] = 7,
        [CHANGE_SPUN] = 7,
        [CHANGE_NEW] = 7};
    bool begins = strength[node->change] == strength[CHANGE_NEW];
    if (begins || change == CHANGE_NONE) {
        return; /* what a new unit is a member of is no change of its own */
    }
    if (strength[change] == strength[CHANGE_NEW]) {
        node->marks = 0;
    }
    node->marks |= 1U << change;
    node->change = strength[change] > strength[node->change] ? change : node->change;
}

static int32_t change_of(const struct spenn_diff *diff, int32_t i, const struct fates *f)
{
    static const int32_t changes[] = {[SPENN_DIFF_NEW] = CHANGE_NEW,
        [SPENN_DIFF_MERGED] = CHANGE_MERGED,
        [SPENN_DIFF_SPLIT] = CHANGE_PART,
        [SPENN_DIFF_MOVED] = CHANGE_MOVED,
        [SPENN_DIFF_RENAMED] = CHANGE_RENAMED,
        [SPENN_DIFF_JOINED] = CHANGE_JOINED,
        [SPENN_DIFF_LEFT] = CHANGE_LEFT,
        [SPENN_DIFF_CHANGED] = CHANGE_NONE};
    int32_t kind = diff->kind[i];
    if (kind == SPENN_DIFF_CHANGED) {
        bool leaving = strcmp(diff->what[i], "status") == 0
            && strcmp(diff->after[i], "leaving") == 0;
        return leaving ? CHANGE_LEAVING : CHANGE_NONE;
    }
    if (kind == SPENN_DIFF_SPLIT) {
        return f->stayed[diff->new_row[i]]     ? CHANGE_MERGED
            : f->became[diff->old_row[i]] >= 0 ? CHANGE_SPUN
                                               : CHANGE_PART;
    }
    return kind < (int32_t)(sizeof changes / sizeof *changes) ? changes[kind]
                                                              : CHANGE_NONE;
}

/* Who is still there, under whichever id. */
static void find_stayed(const struct spenn_diff *diff, struct fates *f, int32_t count)
{
    for (int32_t i = 0; i < diff->count; i++) {
        int32_t kind = diff->kind[i], old = diff->old_row[i];
        if (old != SPENN_NONE
            && (kind == SPENN_DIFF_MOVED || kind == SPENN_DIFF_RENAMED)) {
            f->became[old] = diff->new_row[i];
            f->left[old] = kind == SPENN_DIFF_MOVED ? CHANGE_GHOST : f->left[old];
        }
    }
    for (spenn_id u = 0; u < count; u++) {
        if (f->became[u] >= 0) {
            f->stayed[f->became[u]] = true;
        }
    }
}

static void read_changes(
    struct nodes *nodes, const struct spenn_diff *diff, struct fates *f)
{
    for (int32_t i = 0; i < diff->count; i++) {
        int32_t kind = diff->kind[i], old = diff->old_row[i], now = diff->new_row[i];
        if (now != SPENN_NONE) {
            mark(&nodes->node[now], change_of(diff, i, f));
        }
        if ((kind == SPENN_DIFF_MERGED || kind == SPENN_DIFF_SPLIT) && old != SPENN_NONE
            && f->became[old] < 0 && f->left[old] == CHANGE_NONE) {
            f->left[old] = kind == SPENN_DIFF_MERGED ? CHANGE_ABSORBED : CHANGE_DIVIDED;
            f->into[old] = now;
        }
        if (kind == SPENN_DIFF_SPLIT && nodes->node[now].change == CHANGE_PART) {
            f->part_of[now] = old;
        }
    }
}

static struct fates find_fates(struct plan *p, struct nodes *nodes)
{
    const struct spenn_units *old = &p->before->units;
    size_t count = (size_t)old->count + 1;
    struct spenn_index ids = {0};
    struct fates f = {.became = spenn_arena_alloc(p->memory, count, sizeof *f.became),
        .left = spenn_arena_alloc(p->memory, count, sizeof *f.left),
        .into = spenn_arena_alloc(p->memory, count, sizeof *f.into),
        .stayed =
            spenn_arena_alloc(p->memory, (size_t)nodes->count + 1, sizeof *f.stayed),
        .part_of =
            spenn_arena_alloc(p->memory, (size_t)nodes->count + 1, sizeof *f.part_of)};
    for (spenn_id u = 0; u < p->m->units.count; u++) {
        spenn_index_add(p->memory, &ids, p->m->units.id[u], u);
        f.part_of[u] = -1;
    }
    for (spenn_id u = 0; u < old->count; u++) {
        f.became[u] = spenn_index_find(&ids, old->id[u]);
        f.into[u] = -1;
    }
    find_stayed(p->diff, &f, old->count);
    read_changes(nodes, p->diff, &f);
    return f;
}

void spenn_plan_union(struct plan *p, struct nodes *nodes)
{
    const struct spenn_units *old = &p->before->units;
    struct fates f = find_fates(p, nodes);
    int32_t total = nodes->count;
    /* First the numbers of the new nodes, as a parent may stand after its reports. */
    for (spenn_id u = 0; u < old->count; u++) {
        bool stays = f.became[u] >= 0 && f.left[u] == CHANGE_NONE;
        nodes->old_place[u] = stays ? f.became[u] : total++;
    }
    for (int32_t n = 0; n < nodes->count; n++) {
        nodes->node[n].origin = f.part_of[n] < 0 ? -1 : nodes->old_place[f.part_of[n]];
    }
    int32_t *last = spenn_arena_alloc(p->memory, (size_t)total + 1, sizeof *last);
    memset(last, -1, (size_t)(total + 1) * sizeof *last);
    for (spenn_id u = 0; u < old->count; u++) {
        int32_t above = old->parent[u], n = nodes->old_place[u];
        /* Below a unit that moved, reports are drawn at its new place. */
        int32_t parent = above == SPENN_NONE ? -1
            : f.became[above] >= 0           ? f.became[above]
                                             : nodes->old_place[above];
        if (n < nodes->count) {
            last[parent + 1] = nodes->node[n].parent == parent ? n : last[parent + 1];
            continue;
        }
        int32_t change = f.left[u] == CHANGE_NONE ? CHANGE_GONE : f.left[u];
        nodes->node[n] = (struct node){
            .m = p->before,
            .unit = u,
            .parent = parent,
            .order = last[parent + 1] >= 0 ? nodes->node[last[parent + 1]].order : 0,
            .major = last[parent + 1],
            .minor = u + 1,
            .change = change,
            .marks = 1U << change,
            .target = f.became[u] >= 0 ? f.became[u] : f.into[u],
            .origin = -1,
        };
    }
    nodes->count = total;
}
