/* SPDX-License-Identifier: MIT
 * A binary heap whose child is chosen without a branch. */
#include "events.h"

#include <string.h>

static uint64_t bits_of(double time)
{
    uint64_t bits;
    memcpy(&bits, &time, sizeof bits);
    return bits;
}

static bool before(const struct spenn_heap_entry *a, const struct spenn_heap_entry *b)
{
    return (a->time < b->time) | ((a->time == b->time) & (a->tie < b->tie));
}

void spenn_heap_push(struct spenn_events *events, int32_t node)
{
    if (events->count + 1 >= events->heap_room) {
        size_t used = (size_t)events->heap_room;
        events->heap_room = events->heap_room ? 2 * events->heap_room : 1024;
        events->heap = spenn_arena_grow(events->memory, events->heap, used,
            (size_t)events->heap_room, sizeof *events->heap);
    }
    const struct spenn_event *event = &events->event[node];
    struct spenn_heap_entry entry = {bits_of(event->time), event->tie, node};
    struct spenn_heap_entry *heap = events->heap;
    int32_t i = ++events->count;
    while (i > 1 && before(&entry, &heap[i / 2])) {
        heap[i] = heap[i / 2];
        i /= 2;
    }
    heap[i] = entry;
}

int32_t spenn_heap_pop(struct spenn_events *events)
{
    if (events->count == 0) {
        return -1;
    }
    struct spenn_heap_entry *heap = events->heap;
    int32_t first = heap[1].node, last = events->count--;
    struct spenn_heap_entry entry = heap[last];
    int32_t i = 1;
    for (int32_t child = 2; child < last; child = 2 * i) {
        child += (child + 1 < last) & before(&heap[child + 1], &heap[child]);
        if (!before(&heap[child], &entry)) {
            break;
        }
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = entry;
    return first;
}
