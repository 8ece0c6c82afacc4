/* SPDX-License-Identifier: MIT
 * A forum of another size. Members change by the verbs that a scenario has for it. */
#include "threshold.h"

#include "change.h"

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

struct move { /* who joins or leaves */
    int32_t count;
    const struct spenn_value **item;
};

static void add_unit(struct move *move, const struct spenn_model *m, spenn_id u,
    struct spenn_arena *memory)
{
    struct spenn_value *value = spenn_arena_alloc(memory, 1, sizeof *value);
    value->kind = SPENN_SCALAR;
    value->quoted = true;
    value->text = m->units.id[u];
    move->item[move->count++] = value;
}

static bool carry_out(struct spenn_model *m, const char *verb, const char *forum,
    const struct move *move, struct spenn_error *err)
{
    const struct spenn_value id = {.kind = SPENN_SCALAR, .quoted = true, .text = forum};
    const struct spenn_value list = {
        .kind = SPENN_LIST, .count = move->count, .item = move->item};
    const struct spenn_value args = {.kind = SPENN_MAP,
        .count = 2,
        .key = (const char *[]){"forum", "members"},
        .key_at = (struct spenn_where[2]){{0}},
        .item = (const struct spenn_value *[]){&id, &list}};
    const struct spenn_value change = {.kind = SPENN_MAP,
        .count = 1,
        .key = &verb,
        .key_at = (struct spenn_where[1]){{0}},
        .item = (const struct spenn_value *[]){&args}};
    const struct spenn_value changes = {
        .kind = SPENN_LIST, .count = 1, .item = (const struct spenn_value *[]){&change}};
    struct spenn_model changed = {0};
    bool ok = spenn_changes_apply(m, &changes, &changed, err);
    if (ok) {
        spenn_model_free(m);
        *m = changed;
    }
    return ok;
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
    struct queue queue = line_up(m, m->forums.chair[f], &memory);
    int32_t now = m->forums.size[f];
    struct move move = {
        .item = spenn_arena_alloc(&memory, (size_t)queue.count, sizeof *move.item)};
    for (int32_t i = 0; i < queue.count && now + move.count < size; i++) {
        if (!spenn_model_is_member(m, f, queue.unit[i])) {
            add_unit(&move, m, queue.unit[i], &memory);
        }
    }
    for (int32_t i = now; i-- > 0 && now - move.count > size;) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        if (u != m->forums.chair[f]) {
            add_unit(&move, m, u, &memory);
        }
    }
    const char *id = m->forums.id[f];
    bool ok = carry_out(m, size > now ? "join" : "leave", id, &move, err);
    spenn_arena_free(&memory);
    return ok;
}
