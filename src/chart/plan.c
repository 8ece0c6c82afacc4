/* SPDX-License-Identifier: MIT
 * The tree of boxes. Units of the model, and of the model before it the places that were
 * left, are sorted by (parent, place among siblings) and then listed in pre-order; depth
 * is bounded by memory only, nothing recurses. */
#include "plan.h"

#include "diff.h"
#include "quantity.h"
#include "text.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *spenn_plan_name(const struct plan *p, const struct spenn_model *m, spenn_id u)
{
    const char *name = m->units.name[u] ? m->units.name[u] : m->units.id[u];
    if (p->english && m->units.name_en[u]) {
        name = m->units.name_en[u];
    }
    size_t length = strlen(name);
    char *copy = spenn_arena_alloc(p->memory, length + 1, 1);
    memcpy(copy, name, length + 1);
    for (char *c = copy; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F) {
            *c = ' ';
        }
    }
    return copy;
}

static const char *in_language(const struct plan *p, const char *text, const char *en)
{
    return p->english && en ? en : text;
}

/* Small text of a box: full-time equivalents and the size of a leading team. */
static const char *facts(const struct plan *p, const struct spenn_model *m, spenn_id u)
{
    const char *fte = NULL, *leaders = NULL;
    bool assumed = m->units.assumed[u] && strstr(m->units.assumed[u], "fte");
    if (!isnan(m->units.fte[u]) && m->units.fte[u] > 0.0) {
        char number[32];
        spenn_format_number(number, sizeof number, m->units.fte[u]);
        fte = spenn_arena_format(
            p->memory, "%s %s%s", number, p->words->fte, assumed ? " *" : "");
    }
    if (m->units.leaders[u] > 1) {
        leaders = spenn_arena_format(
            p->memory, "%d %s", (int)m->units.leaders[u], p->words->leaders);
    }
    if (fte && leaders) {
        return spenn_arena_format(p->memory, "%s, %s", leaders, fte);
    }
    return fte ? fte : leaders;
}

struct node { /* a place in the union of both models */
    const struct spenn_model *m;
    spenn_id unit;
    int32_t parent; /* node, or -1 */
    int32_t order;  /* as the model has it, and for the rest the place in the file: */
    int32_t major, minor;   /* of the unit; of what stood behind it before */
    int32_t change, target; /* target: node */
};

struct nodes {
    int32_t count;
    struct node *node;
    int32_t *old_place; /* node of each unit of the model before */
};

static int compare_places(const void *left, const void *right)
{
    const struct node *a = *(const struct node *const *)left;
    const struct node *b = *(const struct node *const *)right;
    const int32_t pairs[][2] = {{a->parent, b->parent}, {a->order, b->order},
        {a->major, b->major}, {a->minor, b->minor}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (pairs[i][0] != pairs[i][1]) {
            return pairs[i][0] < pairs[i][1] ? -1 : 1;
        }
    }
    return 0;
}

/* Siblings in order: kid[first[n + 1] .. first[n + 2]) are those of node n, and those of
 * -1 the roots. */
static void sort_siblings(
    const struct plan *p, const struct nodes *nodes, int32_t *first, int32_t *kid)
{
    size_t count = (size_t)nodes->count;
    const struct node **sorted = spenn_arena_alloc(p->memory, count, sizeof *sorted);
    bool ordered = p->before != NULL;
    for (int32_t i = 0; i < nodes->count; i++) {
        sorted[i] = &nodes->node[i];
        first[nodes->node[i].parent + 2]++;
        ordered = ordered || nodes->node[i].order != 0;
    }
    if (ordered) {
        qsort(sorted, count, sizeof *sorted, compare_places);
        for (int32_t i = 0; i < nodes->count; i++) {
            kid[i] = (int32_t)(sorted[i] - nodes->node);
        }
        for (int32_t i = 0; i <= nodes->count; i++) {
            first[i + 1] += first[i];
        }
        return;
    }
    for (int32_t i = 0; i <= nodes->count; i++) {
        first[i + 1] += first[i];
    }
    int32_t *next = spenn_arena_alloc(p->memory, count + 1, sizeof *next);
    memcpy(next, first, (count + 1) * sizeof *next);
    for (int32_t i = 0; i < nodes->count; i++) {
        kid[next[nodes->node[i].parent + 1]++] = i;
    }
}

static void fill_box(struct plan *p, struct box *box, const struct node *node)
{
    const struct spenn_model *m = node->m;
    bool ghost = node->change == CHANGE_GHOST || node->change == CHANGE_ABSORBED;
    box->m = m;
    box->unit = node->unit;
    box->change = node->change;
    box->target = -1;
    box->title = spenn_plan_name(p, m, node->unit);
    box->id = spenn_arena_format(
        p->memory, "%s-%s", ghost ? "was" : "u", m->units.id[node->unit]);
    box->sector = m->units.sector[node->unit];
    box->panel =
        in_language(p, m->units.panel[node->unit], m->units.panel_en[node->unit]);
    box->tag = p->words->tag[node->change];
    box->note = p->before ? NULL : facts(p, m, node->unit);
}

/* Lists the nodes in pre-order as boxes; several roots get one without a unit above. */
static void list_boxes(struct plan *p, const struct nodes *nodes)
{
    size_t count = (size_t)nodes->count;
    int32_t *first = spenn_arena_alloc(p->memory, count + 2, sizeof *first);
    int32_t *kid = spenn_arena_alloc(p->memory, count + 1, sizeof *kid);
    int32_t *box_of = spenn_arena_alloc(p->memory, count + 1, sizeof *box_of);
    int32_t *stack = spenn_arena_alloc(p->memory, count + 1, sizeof *stack);
    sort_siblings(p, nodes, first, kid);
    p->box = spenn_arena_alloc(p->memory, count + 1, sizeof *p->box);
    bool several = first[1] != 1;
    int32_t depth = 0;
    if (several) {
        p->box[p->count++] = (struct box){.unit = SPENN_NONE, .parent = -1, .target = -1};
    }
    for (int32_t i = first[1]; i-- > 0;) {
        stack[depth++] = kid[i];
    }
    while (depth > 0) {
        int32_t n = stack[--depth], b = p->count++;
        int32_t above = nodes->node[n].parent;
        box_of[n] = b;
        fill_box(p, &p->box[b], &nodes->node[n]);
        p->box[b].parent = above >= 0 ? box_of[above] : several ? 0 : -1;
        p->box[b].depth = p->box[b].parent < 0 ? 0 : p->box[p->box[b].parent].depth + 1;
        for (int32_t i = first[n + 2]; i-- > first[n + 1];) {
            stack[depth++] = kid[i];
        }
    }
    for (int32_t i = 0; i < nodes->count; i++) {
        int32_t target = nodes->node[i].target;
        p->box[box_of[i]].target = target >= 0 ? box_of[target] : -1;
        if (nodes->node[i].m == p->m) {
            p->box_of[nodes->node[i].unit] = box_of[i];
        }
    }
    for (int32_t u = 0; p->before && u < p->before->units.count; u++) {
        p->old_box_of[u] = box_of[nodes->old_place[u]];
    }
}

/* Runs of kids by parent, in the order of the boxes. */
static void link_kids(struct plan *p)
{
    for (int32_t b = 0; b < p->count; b++) {
        p->box[b].part[FIRST] = p->box[b].weight = 0;
    }
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].parent >= 0) {
            p->box[p->box[b].parent].part[FIRST]++;
        }
    }
    int32_t next = 0;
    for (int32_t b = 0; b < p->count; b++) {
        p->box[b].kids = next;
        next += p->box[b].part[FIRST];
        p->box[b].part[FIRST] = 0;
    }
    p->kid_count = next;
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].parent >= 0) {
            struct box *above = &p->box[p->box[b].parent];
            p->kid[above->kids + above->part[FIRST]++] = b;
        }
    }
    for (int32_t b = p->count; b-- > 0;) {
        struct box *box = &p->box[b];
        box->weight++;
        if (box->parent >= 0) {
            p->box[box->parent].weight += box->weight;
        }
        if (box->unit != SPENN_NONE) {
            bool leads = box->part[FIRST] > 0 || box->hidden > 0;
            box->look = spenn_look_of(box->m, box->unit, leads);
        }
    }
}

static void model_nodes(const struct plan *p, struct nodes *nodes)
{
    for (spenn_id u = 0; u < p->m->units.count; u++) {
        nodes->node[u] = (struct node){
            .m = p->m,
            .unit = u,
            .parent = p->m->units.parent[u],
            .order = p->m->units.order[u],
            .major = u,
            .target = -1,
        };
    }
    nodes->count = p->m->units.count;
}

/* Which changes a unit of the model shows, most telling first: an existing mark stays
 * unless the new one is stronger. */
static void mark(struct node *node, int32_t change)
{
    static const int32_t strength[CHANGE_COUNT] = {[CHANGE_LEFT] = 1,
        [CHANGE_JOINED] = 2,
        [CHANGE_RENAMED] = 3,
        [CHANGE_MOVED] = 4,
        [CHANGE_MERGED] = 5,
        [CHANGE_NEW] = 6};
    if (strength[change] > strength[node->change]) {
        node->change = change;
    }
}

/* Reads the differences: marks on the units of the model; for each unit before it the
 * node it became (or -1) and whether it left its place. */
static void read_changes(
    struct nodes *nodes, const struct spenn_diff *diff, int32_t *became, int32_t *left)
{
    static const int32_t marks[] = {[SPENN_DIFF_NEW] = CHANGE_NEW,
        [SPENN_DIFF_MERGED] = CHANGE_MERGED,
        [SPENN_DIFF_SPLIT] = CHANGE_NEW,
        [SPENN_DIFF_MOVED] = CHANGE_MOVED,
        [SPENN_DIFF_RENAMED] = CHANGE_RENAMED,
        [SPENN_DIFF_JOINED] = CHANGE_JOINED,
        [SPENN_DIFF_LEFT] = CHANGE_LEFT,
        [SPENN_DIFF_CHANGED] = CHANGE_NONE};
    for (int32_t i = 0; i < diff->count; i++) {
        int32_t kind = diff->kind[i], old = diff->old_row[i], now = diff->new_row[i];
        if (now != SPENN_NONE && (size_t)kind < sizeof marks / sizeof *marks) {
            mark(&nodes->node[now], marks[kind]);
        }
        if (kind == SPENN_DIFF_MOVED || kind == SPENN_DIFF_RENAMED) {
            became[old] = now;
            left[old] = kind == SPENN_DIFF_MOVED ? CHANGE_GHOST : left[old];
        }
    }
    for (int32_t i = 0; i < diff->count; i++) { /* now all that stay are known */
        int32_t kind = diff->kind[i], old = diff->old_row[i];
        if ((kind == SPENN_DIFF_MERGED || kind == SPENN_DIFF_SPLIT) && old != SPENN_NONE
            && became[old] < 0 && left[old] == CHANGE_NONE) {
            left[old] = CHANGE_ABSORBED;
            nodes->old_place[old] = diff->new_row[i];
        }
    }
}

/* Adds a node for each place that was left, after the sibling it stood beside. */
static void former_nodes(struct plan *p, struct nodes *nodes)
{
    const struct spenn_units *old = &p->before->units;
    size_t count = (size_t)old->count;
    struct spenn_diff diff = {0};
    struct spenn_index ids = {0};
    int32_t *became = spenn_arena_alloc(p->memory, count, sizeof *became);
    int32_t *left = spenn_arena_alloc(p->memory, count, sizeof *left);
    int32_t *last = spenn_arena_alloc(
        p->memory, (size_t)nodes->count + (size_t)old->count + 1, sizeof *last);
    for (spenn_id u = 0; u < p->m->units.count; u++) {
        spenn_index_add(p->memory, &ids, p->m->units.id[u], u);
    }
    for (spenn_id u = 0; u < old->count; u++) {
        became[u] = spenn_index_find(&ids, old->id[u]);
        nodes->old_place[u] = -1;
    }
    spenn_models_diff(p->before, p->m, &diff);
    read_changes(nodes, &diff, became, left);
    spenn_diff_free(&diff);
    /* First the numbers of the new nodes, as a parent may stand after its reports. */
    int32_t total = nodes->count;
    int32_t *into = spenn_arena_alloc(p->memory, count, sizeof *into);
    for (spenn_id u = 0; u < old->count; u++) {
        into[u] = became[u] >= 0 ? became[u] : nodes->old_place[u];
        bool stays = became[u] >= 0 && left[u] == CHANGE_NONE;
        nodes->old_place[u] = stays ? became[u] : total++;
    }
    memset(last, -1, (size_t)(total + 1) * sizeof *last);
    for (spenn_id u = 0; u < old->count; u++) {
        int32_t above = old->parent[u], n = nodes->old_place[u];
        /* Below a unit that moved, reports are drawn at its new place. */
        int32_t parent = above == SPENN_NONE ? -1
            : became[above] >= 0             ? became[above]
                                             : nodes->old_place[above];
        if (n < nodes->count) {
            last[parent + 1] = nodes->node[n].parent == parent ? n : last[parent + 1];
            continue;
        }
        nodes->node[n] = (struct node){
            .m = p->before,
            .unit = u,
            .parent = parent,
            .order = last[parent + 1] >= 0 ? nodes->node[last[parent + 1]].order : 0,
            .major = last[parent + 1],
            .minor = u + 1,
            .change = left[u] == CHANGE_NONE ? CHANGE_GONE : left[u],
            .target = into[u],
        };
    }
    nodes->count = total;
}

void spenn_plan_model(struct plan *p)
{
    int32_t units = p->m->units.count, old = p->before ? p->before->units.count : 0;
    size_t room = (size_t)units + (size_t)old;
    struct nodes nodes = {
        .node = spenn_arena_alloc(p->memory, room, sizeof *nodes.node),
        .old_place = spenn_arena_alloc(p->memory, (size_t)old, sizeof *nodes.old_place),
    };
    p->box_of = spenn_arena_alloc(p->memory, (size_t)units, sizeof *p->box_of);
    p->old_box_of = spenn_arena_alloc(p->memory, (size_t)old, sizeof *p->old_box_of);
    spenn_id top = spenn_model_top(p->m);
    model_nodes(p, &nodes);
    if (p->before) {
        former_nodes(p, &nodes);
    }
    list_boxes(p, &nodes);
    p->top = top == SPENN_NONE ? -1 : p->box_of[top];
}

void spenn_plan_link(struct plan *p)
{
    const struct spenn_forums *forums = &p->m->forums;
    link_kids(p);
    if (p->top == 0 && spenn_look_leads(p->box[0].look)) {
        p->box[0].look = LOOK_TOP;
    }
    p->group =
        p->top < 0 ? SPENN_NONE : spenn_model_leadership_group(p->m, p->box[p->top].unit);
    if (p->group != SPENN_NONE && !spenn_plan_meets(p, p->group)) {
        p->group = SPENN_NONE;
    }
    for (int32_t f = 0; f < forums->count; f++) {
        int32_t chair = p->box_of[forums->chair[f]];
        if (chair >= 0) {
            p->box[chair].chairs = true;
        }
    }
    for (int32_t i = 0; p->group != SPENN_NONE && i < forums->size[p->group]; i++) {
        int32_t member =
            spenn_plan_box(p, p->m->members.unit[forums->first[p->group] + i]);
        if (member >= 0) {
            p->box[member].member = true;
        }
    }
}
