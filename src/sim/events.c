/* SPDX-License-Identifier: MIT
 * The calendar queue. Every 8,192 events it looks at its own effort: when an event cost
 * more than a few steps, it takes the mean gap since the last look as the new width. */
#include "events.h"

#include <math.h>

enum { look_every = 8192, fair_steps = 3, most_misfits = 4, least_buckets = 16 };
static const double last_day = 0x1p62;
enum { few = 24 }; /* pending events for which the heap is faster */

/* Times too far for an integer share the last day. */
static int64_t day_of(const struct spenn_events *events, double time)
{
    double day = time * events->per_hour;
    return (int64_t)(day < last_day ? day : last_day);
}

static void make_buckets(struct spenn_events *events, int32_t wanted)
{
    int32_t buckets = least_buckets;
    while (buckets < wanted && buckets < 1 << 28) {
        buckets *= 2;
    }
    if (buckets > events->bucket_room) {
        events->bucket_room = buckets;
        events->bucket =
            spenn_arena_alloc(events->memory, (size_t)buckets, sizeof *events->bucket);
    }
    events->mask = buckets - 1;
    for (int32_t i = 0; i < buckets; i++) {
        events->bucket[i] = -1;
    }
}

static void set_width(struct spenn_events *events, double rate)
{
    events->per_hour = fmin(fmax(rate, 1e-6), 1e9);
}

void spenn_events_reset(struct spenn_events *events, double rate, bool heaped)
{
    events->count = 0;
    events->heaped = true;
    events->most_heaped = heaped ? INT32_MAX : few;
    events->now = 0.0;
    events->day = 0;
    events->steps = events->taken = 0;
    events->since = 0.0;
    events->misfits = 0;
    set_width(events, rate);
    make_buckets(events, least_buckets);
}

static bool before(const struct spenn_event *a, const struct spenn_event *b)
{
    return a->time < b->time || (a->time == b->time && a->tie < b->tie);
}

static void insert(struct spenn_events *events, int32_t node)
{
    struct spenn_event *all = events->event;
    int32_t *link = &events->bucket[day_of(events, all[node].time) & events->mask];
    int64_t steps = 0;
    while (*link >= 0 && before(&all[*link], &all[node])) {
        link = &all[*link].next;
        steps++;
    }
    all[node].next = *link;
    *link = node;
    events->steps += steps;
}

/* All pending nodes as one list through `next`. */
static int32_t unhook(struct spenn_events *events)
{
    int32_t list = -1;
    for (int32_t i = 0; i <= events->mask; i++) {
        int32_t node = events->bucket[i];
        while (node >= 0) {
            int32_t after = events->event[node].next;
            events->event[node].next = list;
            list = node;
            node = after;
        }
    }
    return list;
}

static void rebuild(struct spenn_events *events, double now)
{
    int32_t list = unhook(events);
    make_buckets(events, 2 * events->count);
    events->day = day_of(events, now);
    while (list >= 0) {
        int32_t after = events->event[list].next;
        insert(events, list);
        list = after;
    }
    events->steps = 0;
}

static void move_to_heap(struct spenn_events *events)
{
    int32_t list = unhook(events);
    events->heaped = true;
    events->most_heaped = INT32_MAX;
    events->count = 0;
    while (list >= 0) {
        int32_t after = events->event[list].next;
        spenn_heap_push(events, list);
        list = after;
    }
}

static void move_to_calendar(struct spenn_events *events)
{
    events->heaped = false;
    make_buckets(events, 2 * events->count);
    events->day = day_of(events, events->now);
    events->since = events->now;
    for (int32_t i = 1; i <= events->count; i++) {
        insert(events, events->heap[i].node);
    }
    events->steps = 0;
}

static void look(struct spenn_events *events, double now)
{
    bool costly = events->steps > fair_steps * events->taken;
    double rate = now > events->since ? (double)events->taken / (now - events->since)
                                      : events->per_hour;
    events->taken = events->steps = 0;
    events->since = now;
    events->misfits = costly ? events->misfits + 1 : 0;
    if (events->misfits > most_misfits) {
        move_to_heap(events);
    } else if (costly) {
        set_width(events, rate);
        rebuild(events, now);
    }
}

void spenn_calendar_push(struct spenn_events *events, int32_t node)
{
    insert(events, node);
    if (++events->count > 2 * events->mask && events->mask < 1 << 27) {
        rebuild(events, (double)events->day / events->per_hour);
    }
}

/* Nothing within a round of the calendar: the first event of all is at a bucket's head.
 */
static void jump(struct spenn_events *events)
{
    int32_t first = -1;
    for (int32_t i = 0; i <= events->mask; i++) {
        int32_t node = events->bucket[i];
        if (node >= 0
            && (first < 0 || before(&events->event[node], &events->event[first]))) {
            first = node;
        }
    }
    events->day = day_of(events, events->event[first].time);
    events->steps += events->mask;
}

/* Whether the bucket being emptied still has events of its day. */
static bool is_due(const struct spenn_events *events, int32_t node)
{
    return node >= 0 && day_of(events, events->event[node].time) <= events->day;
}

int32_t spenn_calendar_pop(struct spenn_events *events)
{
    if (events->count == 0) {
        return -1;
    }
    int64_t from = events->day;
    while (!is_due(events, events->bucket[events->day & events->mask])) {
        if (++events->day - from > events->mask) {
            jump(events);
            from = events->day;
        }
    }
    int32_t *head = &events->bucket[events->day & events->mask], node = *head;
    *head = events->event[node].next;
    events->count--;
    events->steps += events->day - from;
    if (++events->taken == look_every) {
        look(events, events->event[node].time);
    }
    return node;
}

void spenn_events_push(
    struct spenn_events *events, int32_t node, double time, uint64_t tie)
{
    events->event[node].time = time;
    events->event[node].tie = tie;
    if (events->heaped) {
        spenn_heap_push(events, node);
        if (events->count > events->most_heaped) {
            move_to_calendar(events);
        }
    } else {
        spenn_calendar_push(events, node);
    }
}

int32_t spenn_events_pop(struct spenn_events *events)
{
    if (!events->heaped) {
        return spenn_calendar_pop(events);
    }
    int32_t node = spenn_heap_pop(events);
    events->now = node < 0 ? events->now : events->event[node].time;
    return node;
}
