/* SPDX-License-Identifier: MIT
 * The escalation tree with everything laid out for it: a node has at most one pending
 * event, so the calendar queue (Brown 1988) is a link and a time per node; its bucket is
 * as wide as the mean gap between events. */
#include "draw.h"
#include "loops.h"

#include <stdlib.h>

enum { none = -1 };

struct node { /* of a manager: the case in service is the first of its queue */
    int32_t first, last;
    double started, busy, waited;
    int64_t served;
};

struct item { /* a case */
    double arose, queued;
    int32_t next;
};

struct tree {
    int32_t nodes, managers, span;
    double p, gap;
    int64_t to_come, decided, events;
    double sum, now;
    struct node *node;
    struct item *item;
    int32_t free, room, used;
    int32_t *bucket, *next; /* the calendar: heads, and links by node */
    double *time;
    uint64_t day, mask;
    double days; /* buckets an hour */
    struct draw draw;
};

static void *get(void *old, size_t count, size_t size)
{
    void *p = realloc(old, count * size);
    if (!p) {
        abort();
    }
    return p;
}

static void schedule(struct tree *t, int32_t id, double time)
{
    t->time[id] = time;
    int32_t *link = &t->bucket[(uint64_t)(time * t->days) & t->mask];
    while (*link != none && t->time[*link] <= time) {
        link = &t->next[*link];
    }
    t->next[id] = *link;
    *link = id;
}

static int32_t take(struct tree *t)
{
    for (;; t->day++) {
        int32_t *link = &t->bucket[t->day & t->mask], id = *link;
        if (id != none && (uint64_t)(t->time[id] * t->days) == t->day) {
            *link = t->next[id];
            t->now = t->time[id];
            return id;
        }
    }
}

static int32_t new_item(struct tree *t)
{
    int32_t i = t->free;
    if (i != none) {
        t->free = t->item[i].next;
        return i;
    }
    if (t->used == t->room) {
        t->room = t->room ? 2 * t->room : 1024;
        t->item = get(t->item, (size_t)t->room, sizeof *t->item);
    }
    return t->used++;
}

static void begin(struct tree *t, int32_t id)
{
    struct node *n = &t->node[id];
    n->waited += t->now - t->item[n->first].queued;
    n->started = t->now;
    schedule(t, id, t->now + draw_exponential(&t->draw));
}

static void submit(struct tree *t, int32_t id, int32_t i)
{
    struct node *n = &t->node[id];
    t->item[i].queued = t->now;
    t->item[i].next = none;
    if (n->first == none) {
        n->first = n->last = i;
        begin(t, id);
        return;
    }
    t->item[n->last].next = i;
    n->last = i;
}

static void arise(struct tree *t, int32_t leaf)
{
    int32_t i = new_item(t);
    t->item[i].arose = t->now;
    if (--t->to_come >= 0) {
        submit(t, (leaf - 1) / t->span, i);
        schedule(t, leaf, t->now + t->gap * draw_exponential(&t->draw));
    }
}

static void finish(struct tree *t, int32_t id)
{
    struct node *n = &t->node[id];
    int32_t i = n->first;
    n->served++;
    n->busy += t->now - n->started;
    n->first = t->item[i].next;
    if (n->first != none) {
        begin(t, id);
    }
    if (id > 0 && draw_uniform(&t->draw) < t->p) {
        submit(t, (id - 1) / t->span, i);
        return;
    }
    t->sum += t->now - t->item[i].arose;
    t->decided++;
    t->item[i].next = t->free;
    t->free = i;
}

static void start(struct tree *t)
{
    size_t nodes = (size_t)t->nodes, buckets = 1;
    while (buckets < nodes) {
        buckets *= 2;
    }
    t->mask = buckets - 1;
    t->bucket = get(NULL, buckets, sizeof *t->bucket);
    t->next = get(NULL, nodes, sizeof *t->next);
    t->time = get(NULL, nodes, sizeof *t->time);
    t->node = get(NULL, (size_t)t->managers, sizeof *t->node);
    for (size_t b = 0; b < buckets; b++) {
        t->bucket[b] = none;
    }
    for (int32_t i = 0; i < t->managers; i++) {
        t->node[i] = (struct node){.first = none, .last = none};
    }
    for (int32_t leaf = t->managers; leaf < t->nodes; leaf++) {
        schedule(t, leaf, t->gap * draw_exponential(&t->draw));
    }
}

struct loop_result loop_tree(const struct loop_tree *tree, int64_t cases, uint64_t seed)
{
    struct tree t = {.span = tree->span, .p = tree->p, .to_come = cases, .free = none};
    double leaves = pow(tree->span, tree->levels - 1);
    t.nodes = (int32_t)((leaves * tree->span - 1.0) / (tree->span - 1));
    t.managers = t.nodes - (int32_t)leaves;
    double rate = tree->rho / (leaves * pow(tree->p, tree->levels - 2));
    t.gap = 1.0 / rate;
    t.days = leaves * rate * (1.0 + 1.0 / (1.0 - tree->p));
    draw_start(&t.draw, seed);
    start(&t);
    while (t.decided < cases) {
        int32_t id = take(&t);
        if (id >= t.managers) {
            arise(&t, id);
        } else {
            finish(&t, id);
        }
        t.events++;
    }
    free(t.bucket);
    free(t.next);
    free(t.time);
    free(t.node);
    free(t.item);
    return (struct loop_result){(double)t.events, t.sum / (double)t.decided};
}
