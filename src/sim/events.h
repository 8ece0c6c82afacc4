/* SPDX-License-Identifier: MIT
 * Pending events in the total order (time, tie). A node (a stream, a forum, a case in
 * service, a deadline) has at most one pending event, so a node's number is the event.
 * The next few stand in a sorted line. Behind it is a calendar: buckets a few mean gaps
 * wide in which events lie unsorted until their day comes and they join the line (the
 * lazy form of Brown's calendar queue, 1988; Tang, Goh, Thng, Ladder queue, 2005). When
 * the days stay crowded a binary heap takes over. The order is the same whichever keeps
 * it. */
#ifndef SPENN_EVENTS_H
#define SPENN_EVENTS_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { spenn_line_room = 128 };

struct spenn_event {
    double time;  /* 0 or more */
    uint64_t tie; /* what comes first at the same time; distinct */
    int32_t next; /* in its bucket, or -1 */
};

struct spenn_line { /* the last one comes first */
    double time[spenn_line_room];
    int32_t node[spenn_line_room];
};

struct spenn_heap_entry { /* (time, tie) as one 128-bit integer, high half first: the
                             bits of a double that is not negative order as it does */
    uint64_t time, tie;
    int32_t node;
};

struct spenn_events {
    struct spenn_event *event; /* of every node; the owner makes room */
    int32_t ahead;             /* events in the line */
    int32_t count;             /* in the calendar's buckets or in the heap */
    bool heaped;               /* there is no calendar: the line or the heap holds all */
    int32_t most_ahead;        /* without a calendar: what the line may hold */
    double now;                /* time of the last event taken */

    struct spenn_line *line;
    int32_t *bucket; /* first node or -1; mask + 1 of them */
    int32_t mask, bucket_room;
    double per_hour; /* buckets an hour */
    int64_t day;     /* bucket being emptied, counted from time 0 */
    int64_t steps;   /* effort and events since the last look at the width */
    int64_t taken;
    double since;    /* time of that look */
    int32_t misfits; /* looks in a row that found crowded days */

    struct spenn_heap_entry *heap; /* from 1 */
    int32_t heap_room;
    struct spenn_arena *memory;
};

/* Empties the structure; `rate` is the expected events an hour. */
void spenn_events_reset(struct spenn_events *events, double rate, bool heaped);
void spenn_events_push(
    struct spenn_events *events, int32_t node, double time, uint64_t tie);

/* Moves the first events into the line; false when nothing is pending. */
bool spenn_events_fill(struct spenn_events *events);

/* Takes the first event; its time is `now`. -1 when nothing is pending. */
static inline int32_t spenn_events_pop(struct spenn_events *events)
{
    if (events->ahead == 0 && !spenn_events_fill(events)) {
        return -1;
    }
    int32_t first = --events->ahead;
    events->now = events->line->time[first];
    return events->line->node[first];
}

/* The heap; events.c alone uses it. */
void spenn_heap_push(struct spenn_events *events, int32_t node);
int32_t spenn_heap_pop(struct spenn_events *events);

#endif
