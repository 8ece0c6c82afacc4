/* SPDX-License-Identifier: MIT
 * The line and the calendar. Every 8,192 events the calendar looks at its own effort:
 * when an event cost more than a few steps, it takes the mean gap since the last look as
 * the measure of a new day. */
#include "events.h"

#include <math.h>

enum {
    look_every = 8192,
    most_steps = 64 * look_every,
    fair_steps = 8,
    most_misfits = 4,
    least_buckets = 16
};
enum { few = 24 }; /* pending events that need no calendar */
static const double gaps_a_day = 5.0, last_day = 0x1p62;

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
    events->per_hour = fmin(fmax(rate / gaps_a_day, 1e-6), 1e9);
}

void spenn_events_reset(struct spenn_events *events, double rate, bool heaped)
{
    if (!events->line) {
        events->line = spenn_arena_alloc(events->memory, 1, sizeof *events->line);
    }
    events->count = events->ahead = 0;
    events->heaped = true;
    events->most_ahead = heaped ? 0 : few;
    events->now = 0.0;
    events->day = INT64_MAX; /* without a calendar all is due */
    events->steps = events->taken = 0;
    events->since = 0.0;
    events->misfits = 0;
    set_width(events, rate);
    make_buckets(events, least_buckets);
}

/* There is room. */
static inline void join_line(struct spenn_events *events, int32_t node, double time)
{
    struct spenn_line *line = events->line;
    int32_t i = events->ahead++;
    events->taken++;
    if (i == 1 && line->time[0] != time) { /* which comes first nobody can predict */
        bool last = time > line->time[0];
        line->time[last] = line->time[0];
        line->node[last] = line->node[0];
        line->time[!last] = time;
        line->node[!last] = node;
        return;
    }
    for (; i > 0 && line->time[i - 1] <= time; i--) {
        int32_t other = line->node[i - 1];
        if (line->time[i - 1] == time
            && events->event[other].tie > events->event[node].tie) {
            break;
        }
        line->time[i] = line->time[i - 1];
        line->node[i] = other;
    }
    line->time[i] = time;
    line->node[i] = node;
}

/* All pending nodes as one list through `next`. */
static int32_t unhook(struct spenn_events *events)
{
    struct spenn_event *all = events->event;
    int32_t list = -1;
    for (int32_t i = 0; i <= events->mask; i++) {
        int32_t node = events->bucket[i];
        while (node >= 0) {
            int32_t after = all[node].next;
            all[node].next = list;
            list = node;
            node = after;
        }
    }
    while (events->ahead > 0) {
        int32_t node = events->line->node[--events->ahead];
        all[node].next = list;
        list = node;
        events->count++;
    }
    return list;
}

static void put_by(struct spenn_events *events, int32_t node, int64_t day)
{
    int32_t *bucket = &events->bucket[day & events->mask];
    events->event[node].next = *bucket;
    *bucket = node;
}

/* The listed events back into buckets, nothing in the line. */
static void begin_calendar(struct spenn_events *events, int32_t list)
{
    make_buckets(events, events->count + 1);
    events->day = day_of(events, events->now) - 1;
    events->most_ahead = spenn_line_room;
    events->heaped = false;
    while (list >= 0) {
        int32_t after = events->event[list].next;
        put_by(events, list, day_of(events, events->event[list].time));
        list = after;
    }
    events->since = events->now;
    events->taken = events->steps = 0;
}

static void begin_heap(struct spenn_events *events, int32_t list)
{
    events->heaped = true;
    events->day = INT64_MAX;
    events->most_ahead = events->count = 0;
    while (list >= 0) {
        int32_t after = events->event[list].next;
        spenn_heap_push(events, list);
        list = after;
    }
}

/* The days hold too many events: shorter ones, and in the end none. */
static void shorten_days(struct spenn_events *events, double rate)
{
    int32_t list = unhook(events);
    if (++events->misfits > most_misfits) {
        begin_heap(events, list);
    } else {
        set_width(events, rate);
        begin_calendar(events, list);
    }
}

static void look(struct spenn_events *events)
{
    double hours = events->now - events->since;
    if (!events->heaped && events->steps > fair_steps * events->taken) {
        shorten_days(events, (double)events->taken / fmax(hours, 1e-9));
    } else {
        events->misfits = 0;
        events->since = events->now;
        events->taken = events->steps = 0;
    }
}

/* The line is full. */
static void make_room(struct spenn_events *events)
{
    if (events->heaped) {
        begin_calendar(events, unhook(events));
    } else {
        double hours = events->line->time[0] - events->line->time[events->ahead - 1];
        shorten_days(events, events->ahead / fmax(hours, 1e-9));
    }
}

/* Nothing within a round of the calendar: on to the day of the first event of all. */
static void jump(struct spenn_events *events)
{
    double first = INFINITY;
    for (int32_t i = 0; i <= events->mask; i++) {
        for (int32_t node = events->bucket[i]; node >= 0;
             node = events->event[node].next) {
            first = fmin(first, events->event[node].time);
        }
    }
    events->day = day_of(events, first) - 1;
    events->steps += events->mask + events->count;
}

/* The events of the next day join the line. */
static void begin_day(struct spenn_events *events)
{
    int32_t *link = &events->bucket[++events->day & events->mask];
    int32_t tomorrow = events->bucket[(events->day + 1) & events->mask];
    __builtin_prefetch(&events->event[tomorrow < 0 ? 0 : tomorrow]);
    events->steps++;
    while (*link >= 0) {
        int32_t node = *link;
        struct spenn_event *event = &events->event[node];
        if (day_of(events, event->time) > events->day) {
            link = &event->next;
            events->steps++;
        } else if (events->ahead < events->most_ahead) {
            *link = event->next;
            events->count--;
            join_line(events, node, event->time);
        } else {
            make_room(events);
            return;
        }
    }
    events->steps += events->ahead * events->ahead / 4; /* of sorting */
}

/* The first event into the empty line: of the heap, or with its day. `days`: already
 * gone through in vain. */
static void advance(struct spenn_events *events, int32_t *days)
{
    if (events->heaped) {
        int32_t node = spenn_heap_pop(events);
        events->line->time[0] = events->event[node].time;
        events->line->node[0] = node;
        events->ahead = 1;
        return;
    }
    if (++*days > events->mask + 1) {
        jump(events);
        *days = 0;
    }
    begin_day(events);
}

bool spenn_events_fill(struct spenn_events *events)
{
    int32_t days = 0;
    if (events->taken >= look_every || events->steps > most_steps) {
        look(events);
    }
    while (events->ahead == 0 && events->count > 0) {
        advance(events, &days);
    }
    return events->ahead > 0;
}

static void push_soon(struct spenn_events *events, int32_t node, double time);

/* The line is full, or there is only the heap. */
static __attribute__((noinline)) void push_beside(
    struct spenn_events *events, int32_t node)
{
    if (events->most_ahead > 0) {
        make_room(events);
    }
    if (events->most_ahead > 0) {
        push_soon(events, node, events->event[node].time);
    } else {
        spenn_heap_push(events, node);
    }
}

static __attribute__((noinline)) void grow(struct spenn_events *events)
{
    begin_calendar(events, unhook(events));
}

static void push_soon(struct spenn_events *events, int32_t node, double time)
{
    int64_t day = day_of(events, time);
    if (day > events->day) {
        put_by(events, node, day);
        if (++events->count > events->mask && events->mask < 1 << 27) {
            grow(events);
        }
    } else if (events->ahead < events->most_ahead) {
        join_line(events, node, time);
    } else {
        push_beside(events, node);
    }
}

void spenn_events_push(
    struct spenn_events *events, int32_t node, double time, uint64_t tie)
{
    events->event[node].time = time;
    events->event[node].tie = tie;
    push_soon(events, node, time);
}
