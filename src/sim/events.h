/* SPDX-License-Identifier: MIT
 * Pending events in the total order (time, tie). A node (a stream, a forum, a case in
 * service, a deadline) has at most one pending event, so a node's number is the event.
 * The order is the same whichever of two structures keeps it: a calendar queue (Brown
 * 1988: sorted buckets one mean gap wide, taken in turn) or a binary heap, which is
 * faster for a few events and when the calendar's buckets stay long. */
#ifndef SPENN_EVENTS_H
#define SPENN_EVENTS_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

struct spenn_event {
    double time;  /* 0 or more, finite */
    uint64_t tie; /* what comes first at the same time; distinct */
    int32_t next; /* in its bucket, or -1 */
};

struct spenn_heap_entry { /* (time, tie) as one 128-bit integer, high half first: the
                             bits of a double that is not negative order as it does */
    uint64_t time, tie;
    int32_t node;
};

struct spenn_events {
    struct spenn_event *event; /* of every node; the owner makes room */
    int32_t count;             /* pending */
    bool heaped;               /* the heap holds them, not the calendar */
    int32_t most_heaped;       /* beyond so many they move to the calendar */
    double now;                /* time of the last one that the heap gave */

    int32_t *bucket; /* first node or -1; mask + 1 of them */
    int32_t mask, bucket_room;
    double per_hour;      /* buckets an hour */
    int64_t day;          /* bucket being emptied, counted from time 0 */
    int64_t steps, taken; /* effort and events since the last look at the width */
    double since;         /* time of that look */
    int32_t misfits;      /* looks in a row that found long buckets */

    struct spenn_heap_entry *heap; /* from 1 */
    int32_t heap_room;
    struct spenn_arena *memory;
};

/* Empties the structure; `rate` is the expected events an hour. */
void spenn_events_reset(struct spenn_events *events, double rate, bool heaped);
void spenn_events_push(
    struct spenn_events *events, int32_t node, double time, uint64_t tie);

/* Takes the first event; its time is in event[node]. -1 when nothing is pending. */
int32_t spenn_events_pop(struct spenn_events *events);

/* The two structures behind them; events.c alone chooses. */
void spenn_calendar_push(struct spenn_events *events, int32_t node);
int32_t spenn_calendar_pop(struct spenn_events *events);
void spenn_heap_push(struct spenn_events *events, int32_t node);
int32_t spenn_heap_pop(struct spenn_events *events);

#endif
