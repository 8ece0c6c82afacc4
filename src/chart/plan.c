/* SPDX-License-Identifier: MIT
 * The tree of boxes. Units of the model, and of the model before it the places that were
 * left, are sorted by (parent, place among siblings) and then listed in pre-order; depth
 * is bounded by memory only, nothing recurses. */
#include "fold.h"
#include "nodes.h"
#include "relations.h"

#include "quantity.h"
#include "table.h"
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
        spenn_word_number(p->words, number);
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
        spenn_runs_begin(first, nodes->count + 1);
        return;
    }
    spenn_runs_begin(first, nodes->count + 1);
    int32_t *next = spenn_arena_alloc(p->memory, count + 1, sizeof *next);
    memcpy(next, first, (count + 1) * sizeof *next);
    for (int32_t i = 0; i < nodes->count; i++) {
        kid[next[nodes->node[i].parent + 1]++] = i;
    }
}

/* All that happened to a unit: "MOVED HERE · RENAMED". */
static const char *tag_of(const struct plan *p, const struct node *node)
{
    const char *tag = p->words->tag[node->change];
    for (int32_t c = CHANGE_NONE + 1; c < CHANGE_COUNT; c++) {
        if (c != node->change && spenn_change_marked(node->marks, c)) {
            tag = spenn_arena_format(p->memory, "%s \xC2\xB7 %s", tag, p->words->tag[c]);
        }
    }
    return tag;
}

static void fill_box(struct plan *p, struct box *box, const struct node *node)
{
    const struct spenn_model *m = node->m;
    bool ghost = spenn_change_former(node->change);
    box->m = m;
    box->unit = node->unit;
    box->change = node->change;
    box->marks = node->marks;
    box->target = -1;
    box->title = spenn_plan_name(p, m, node->unit);
    box->id = spenn_arena_format(
        p->memory, "%s-%s", ghost ? "was" : "u", m->units.id[node->unit]);
    box->sector = m->units.sector[node->unit];
    box->panel =
        in_language(p, m->units.panel[node->unit], m->units.panel_en[node->unit]);
    box->tag = tag_of(p, node);
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
        p->box[p->count++] =
            (struct box){.unit = SPENN_NONE, .parent = -1, .target = -1, .origin = -1};
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
        int32_t origin = nodes->node[i].origin;
        p->box[box_of[i]].target = target >= 0 ? box_of[target] : -1;
        p->box[box_of[i]].origin = origin >= 0 ? box_of[origin] : -1;
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
            .origin = -1,
        };
    }
    nodes->count = p->m->units.count;
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
        spenn_plan_union(p, &nodes);
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
