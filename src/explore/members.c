/* SPDX-License-Identifier: MIT
 * A forum of another size. Members change by the verbs that a scenario has for it. */
#include "threshold.h"

#include "change.h"
#include "names.h"

#include <string.h>

struct queue { /* units in the order in which they would be asked to join */
    int32_t count;
    spenn_id *unit;
    bool *seen;
};

static void enqueue(struct queue *queue, spenn_id u)
{
    if (!queue->seen[u]) {
        queue->seen[u] = true;
        queue->unit[queue->count++] = u;
    }
}

/* The chair, its reports, theirs ...; then the others. */
static struct queue line_up(
    const struct spenn_model *m, spenn_id chair, struct spenn_arena *memory)
{
    size_t count = (size_t)m->units.count;
    struct queue queue = {.unit = spenn_arena_alloc(memory, count, sizeof(spenn_id)),
        .seen = spenn_arena_alloc(memory, count, sizeof(bool))};
    struct spenn_children children = spenn_model_children(m, memory);
    enqueue(&queue, chair);
    for (int32_t i = 0; i < queue.count; i++) {
        spenn_id u = queue.unit[i];
        for (int32_t c = children.first[u]; c < children.first[u + 1]; c++) {
            enqueue(&queue, children.child[c]);
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        enqueue(&queue, u);
    }
    return queue;
}

struct list { /* of values that are being made */
    int32_t count;
    const struct spenn_value **item;
};

static struct spenn_value *text_value(const char *text, struct spenn_arena *memory)
{
    struct spenn_value *value = spenn_arena_alloc(memory, 1, sizeof *value);
    *value = (struct spenn_value){.kind = SPENN_SCALAR, .quoted = true, .text = text};
    return value;
}

/* A map of so many pairs of key and value, key first. */
static struct spenn_value *map_value(int32_t count, const char *const *key,
    const struct spenn_value *const *item, struct spenn_arena *memory)
{
    size_t pairs = (size_t)count;
    struct spenn_value *map = spenn_arena_alloc(memory, 1, sizeof *map);
    *map = (struct spenn_value){.kind = SPENN_MAP,
        .count = count,
        .key = spenn_arena_alloc(memory, pairs, sizeof *map->key),
        .key_at = spenn_arena_alloc(memory, pairs, sizeof *map->key_at),
        .item = spenn_arena_alloc(memory, pairs, sizeof *map->item)};
    for (int32_t i = 0; i < count; i++) {
        map->key[i] = key[i];
        map->item[i] = item[i];
    }
    return map;
}

static void add(struct list *list, const struct spenn_value *value)
{
    list->item[list->count++] = value;
}

/* A unit that is thought up: a report of the chair without work, of the commonest kind of
 * a report. */
static const char *establish(const struct spenn_model *m, spenn_id chair, int32_t number,
    struct list *changes, struct spenn_arena *memory)
{
    const char *id = spenn_arena_format(memory, "new-member-%d", number);
    int32_t kind = SPENN_DEPARTMENT;
    for (spenn_id u = 0; u < m->units.count; u++) {
        kind = m->units.parent[u] == chair ? m->units.kind[u] : kind;
    }
    const struct spenn_value *args =
        map_value(3, (const char *[]){"id", "kind", "reports-to"},
            (const struct spenn_value *[]){text_value(id, memory),
                text_value(spenn_kinds.file[kind], memory),
                text_value(m->units.id[chair], memory)},
            memory);
    add(changes, map_value(1, (const char *[]){"establish"}, &args, memory));
    return id;
}

static void move(const char *verb, const char *forum, const struct list *members,
    struct list *changes, struct spenn_arena *memory)
{
    struct spenn_value *list = spenn_arena_alloc(memory, 1, sizeof *list);
    *list = (struct spenn_value){
        .kind = SPENN_LIST, .count = members->count, .item = members->item};
    const struct spenn_value *args = map_value(2, (const char *[]){"forum", "members"},
        (const struct spenn_value *[]){text_value(forum, memory), list}, memory);
    add(changes, map_value(1, &verb, &args, memory));
}

/* Who joins so that the forum has `size` members; units are thought up when they run out.
 */
static void join(const struct spenn_model *m, spenn_id f, int32_t size,
    struct list *changes, struct spenn_arena *memory)
{
    struct queue queue = line_up(m, m->forums.chair[f], memory);
    int32_t wanted = size - m->forums.size[f];
    struct list members = {
        .item = spenn_arena_alloc(memory, (size_t)wanted, sizeof *members.item)};
    for (int32_t i = 0; i < queue.count && members.count < wanted; i++) {
        if (!spenn_model_is_member(m, f, queue.unit[i])) {
            add(&members, text_value(m->units.id[queue.unit[i]], memory));
        }
    }
    while (members.count < wanted) {
        const char *id =
            establish(m, m->forums.chair[f], members.count + 1, changes, memory);
        add(&members, text_value(id, memory));
    }
    move("join", m->forums.id[f], &members, changes, memory);
}

static void leave(const struct spenn_model *m, spenn_id f, int32_t size,
    struct list *changes, struct spenn_arena *memory)
{
    int32_t now = m->forums.size[f];
    struct list members = {
        .item = spenn_arena_alloc(memory, (size_t)now, sizeof *members.item)};
    for (int32_t i = now; i-- > 0 && now - members.count > size;) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        if (u != m->forums.chair[f]) {
            add(&members, text_value(m->units.id[u], memory));
        }
    }
    move("leave", m->forums.id[f], &members, changes, memory);
}

bool spenn_members_resize(
    struct spenn_model *m, const char *forum, int32_t size, struct spenn_error *err)
{
    spenn_id f = 0;
    while (f < m->forums.count && strcmp(m->forums.id[f], forum) != 0) {
        f++;
    }
    if (f == m->forums.count || m->forums.size[f] == size) {
        return true; /* an alternative without it has nobody to add */
    }
    struct spenn_arena memory = {0};
    struct list changes = {
        .item = spenn_arena_alloc(&memory, (size_t)size + 1, sizeof *changes.item)};
    (size > m->forums.size[f] ? join : leave)(m, f, size, &changes, &memory);
    const struct spenn_value list = {
        .kind = SPENN_LIST, .count = changes.count, .item = changes.item};
    struct spenn_model changed = {0};
    bool ok = spenn_changes_apply(m, &list, &changed, err);
    if (ok) {
        spenn_model_free(m);
        *m = changed;
    }
    spenn_arena_free(&memory);
    return ok;
}
