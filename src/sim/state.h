/* SPDX-License-Identifier: MIT
 * What one replication changes. Hot records are one cache line each: a stream, a desk, a
 * case. A case lies in a slot of a pool that doubles when it is full; queues and agendas
 * are lists through the slots. Event nodes: streams, forums, two for each slot (end of
 * service or of the way to a desk, deadline). */
#ifndef SPENN_STATE_H
#define SPENN_STATE_H

#include "case.h"
#include "events.h"
#include "ladder.h"
#include "plan.h"

struct spenn_desk {
    _Alignas(64) double pace;   /* hours per hour of work */
    double busy, present, wait; /* server-hours, case-hours in the window; hours waited */
    int64_t visits;             /* whose waiting is in `wait` */
    int32_t idle;               /* servers */
    int32_t head, tail;         /* the queue of the only priority */
    int32_t closed;             /* followed cases that the leader's unit served, */
    double lead;                /* and the sum of their lead times */
};

struct spenn_queue {
    int32_t head, tail;
};
struct spenn_stream {
    uint64_t key;
    double gap;
    double authority, service; /* of the case to come: uniform; hours of work at first */
    uint32_t number;           /* of it */
    int32_t route, unit, desk, step; /* of it; step: straight to it, or SPENN_STEP_... */
    int32_t task, first_route, routes;
};
struct spenn_coming { /* the case after the one to come, drawn ahead */
    double gap, authority, route, service;
};
struct spenn_forum_state {
    struct spenn_queue agenda, meeting; /* items waiting, items before it now */
    int64_t number;                     /* of the next meeting */
    double phase;
    bool sits;
    double taken, present, wait; /* agenda shares; case-hours; hours waited */
    int64_t meetings, waits;     /* started in the window; behind `wait` */
    int64_t concluded, outside;
};
struct spenn_task_state { /* of followed cases, but decided: in the window */
    double lead, handling, decision;
    int64_t closed, handled, decisions, decided, own, lapsed, circled, overdue, ended;
};
struct spenn_weekly {
    double *value; /* or NULL */
    int32_t weeks;
    double from;
};
struct spenn_level {   /* of a weekly series */
    double now;        /* cases or items */
    double since, end; /* up to when it is summed; end of that week, once known */
    double *sum;       /* of that week */
};

struct spenn_sim_state {
    const struct spenn_sim_plan *plan; /* in force */
    const struct spenn_sim_plan *last; /* whose rows a run fills */
    struct spenn_events events;
    struct spenn_random random;
    double now, from, to;      /* from, to: the window */
    double halt;               /* beyond it something else than events may happen */
    int32_t first_slot;        /* node of slot 0 */
    int32_t slots, used, free; /* of the pool */
    struct spenn_case *item;
    struct spenn_case_cold *cold;
    struct spenn_desk *desk;
    struct spenn_queue *queue; /* desk x priority, when there are several priorities */
    uint64_t *waits;           /* desk x 2: bits of its priorities that have a queue */
    int32_t *waiting;          /* at a desk; NULL when nobody asks for it */
    struct spenn_stream *stream;
    struct spenn_coming *coming; /* of each stream */
    struct spenn_forum_state *forum;
    struct spenn_task_state *task;
    double present;              /* case-hours in the window */
    int64_t arisen, open, count; /* followed; followed and open; events */
    struct spenn_weekly weekly;
    struct spenn_level level[SPENN_SERIES_ITEMS + 1];
    bool heap;                       /* keep events in the heap from the start */
    const struct spenn_chain *chain; /* or NULL: the plan is the only one */
    struct spenn_pace *pace;         /* or NULL: no desk is ever slower */
    struct spenn_wave_state *wave;   /* or NULL */
    struct spenn_practice_state *practice;
    struct spenn_inform_state *inform; /* or NULL */
    struct spenn_bond_state *bond;     /* or NULL: nobody coordinates */
    struct spenn_ladder_state *ladder; /* or NULL */
    struct spenn_arena memory;
};

#endif
