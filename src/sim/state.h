/* SPDX-License-Identifier: MIT
 * What one replication changes. Hot records are one cache line each: a stream, a desk, a
 * case. A case lies in a slot of a pool that doubles when it is full; queues and agendas
 * are lists through the slots. Event nodes: streams, forums, then two for each slot
 * (end of service, deadline). */
#ifndef SPENN_STATE_H
#define SPENN_STATE_H

#include "events.h"
#include "plan.h"

enum spenn_stage {
    SPENN_STAGE_FREE, /* an unused slot */
    SPENN_STAGE_GONE, /* closed, its deadline event still pending */
    SPENN_STAGE_HANDLING,
    SPENN_STAGE_SUPPORT,
    SPENN_STAGE_DECISION,
    SPENN_STAGE_AGENDA,  /* waits for a meeting */
    SPENN_STAGE_MEETING, /* before the forum now */
    SPENN_STAGE_FINAL,   /* at the desk of a chair who decides alone */
};

enum spenn_flag {
    SPENN_FOLLOWED = 1, /* arose in the window */
    SPENN_WAITING = 2,  /* in a desk's queue or on an agenda */
    SPENN_TIMED = 4,    /* its deadline event is pending */
    SPENN_LATE = 8,     /* past its deadline, nothing done about it yet */
};

struct spenn_case {
    double arose, entered; /* entered: this queue, desk or agenda */
    double authority;      /* uniform */
    double started;        /* this service; before the first one its uniform */
    int32_t stream;
    uint32_t number;
    int32_t next, previous; /* in its queue; next: free slot */
    int32_t desk, step;
    uint8_t stage, flags;
    uint16_t attempt; /* posts climbed; in SUPPORT the support at hand */
};

struct spenn_case_cold {
    double handled; /* end of handling; when it arose without handling */
    double deadline;
    int32_t route, presented;
};

struct spenn_desk {
    double pace;                /* hours per hour of work */
    double busy, present, wait; /* server-hours, case-hours in the window; hours waited */
    int64_t visits;             /* whose waiting is in `wait` */
    int32_t idle;               /* servers */
    int32_t head, tail;         /* the queue of the only priority */
    int32_t padding;
};

struct spenn_queue {
    int32_t head, tail;
};

struct spenn_stream {
    uint64_t key;
    double gap;
    struct spenn_draws next; /* of the case to come */
    uint32_t number;         /* of it */
    int32_t task;
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
    int64_t closed, handled, decisions, decided, lapsed, circled, overdue, ended;
};

struct spenn_unit_state { /* of followed cases by the unit that served them */
    double lead;
    int64_t closed;
};

enum spenn_series { SPENN_SERIES_CASES, SPENN_SERIES_ITEMS, SPENN_SERIES_PRACTICE };

struct spenn_weekly { /* mean number of open cases and of waiting items a week */
    double *value;    /* or NULL */
    int32_t weeks;
};

struct spenn_sim_state {
    const struct spenn_sim_plan *plan;
    struct spenn_events events;
    struct spenn_random random;
    double now;
    double from, to;           /* the window */
    int32_t first_slot;        /* node of slot 0 */
    int32_t slots, used, free; /* of the pool */
    struct spenn_case *item;
    struct spenn_case_cold *cold;
    struct spenn_desk *desk;
    struct spenn_queue *queue; /* desk x priority, when there are several priorities */
    uint64_t *waits;           /* desk x 2: bits of its priorities that have a queue */
    struct spenn_stream *stream;
    struct spenn_forum_state *forum;
    struct spenn_task_state *task;
    struct spenn_unit_state *unit;
    double present;              /* case-hours in the window */
    int64_t arisen, open, count; /* followed; followed and open; events */
    struct spenn_weekly weekly;
    double level[2], since[2]; /* of a weekly series now, and up to when it is summed */
    bool heap;                 /* keep events in the heap from the start */
    struct spenn_practice_state *practice;
    struct spenn_arena memory;
};

/* Tests compare the two structures behind events.h. */
void spenn_sim_state_use_heap(struct spenn_sim_state *state, bool heap);

/* pool.c: slots */
int32_t spenn_slot_take(struct spenn_sim_state *state);
void spenn_slot_give(struct spenn_sim_state *state, int32_t slot);
void spenn_state_reset(struct spenn_sim_state *state, const struct spenn_sim_run *run);
void spenn_stream_schedule(struct spenn_sim_state *state, int32_t stream, double luck);

/* What comes first at the same time: ends of service, forums, deadlines, arrivals (ranks
 * 0 to 3), and within a rank a hash of the case's name: never a row or a slot. */
static inline uint64_t spenn_tie(uint64_t rank, uint64_t key)
{
    return rank << 62 | key >> 2;
}
static inline uint64_t spenn_slot_tie(
    const struct spenn_sim_state *state, int32_t slot, uint64_t rank)
{
    const struct spenn_case *item = &state->item[slot];
    uint64_t key = state->stream[item->stream].key;
    return spenn_tie(rank, key + item->number * 0x9e3779b97f4a7c15u);
}

/* desk.c */
void spenn_desk_enter(struct spenn_sim_state *state, int32_t slot, int32_t desk);
void spenn_desk_finish(struct spenn_sim_state *state, int32_t slot);
void spenn_desk_leave(struct spenn_sim_state *state, int32_t slot); /* from the queue */

/* case.c */
void spenn_case_arise(struct spenn_sim_state *state, int32_t stream);
void spenn_case_served(struct spenn_sim_state *state, int32_t slot);
void spenn_case_close(struct spenn_sim_state *state, int32_t slot, bool decided);
double spenn_case_service(
    struct spenn_sim_state *state, int32_t slot); /* hours of work */
void spenn_case_alone(struct spenn_sim_state *state, int32_t slot, int32_t desk);

/* patience.c: true when the case went elsewhere instead of waiting here */
bool spenn_case_late(struct spenn_sim_state *state, int32_t slot);
void spenn_case_deadline(struct spenn_sim_state *state, int32_t slot);
void spenn_case_set_deadline(struct spenn_sim_state *state, int32_t slot);

/* forum.c */
void spenn_forum_begin(struct spenn_sim_state *state);
void spenn_forum_enter(struct spenn_sim_state *state, int32_t slot);
void spenn_forum_leave(struct spenn_sim_state *state, int32_t slot);
void spenn_forum_meet(struct spenn_sim_state *state, int32_t forum);

/* tally.c */
void spenn_tally_values(struct spenn_sim_state *state, double *value);
void spenn_tally_step(struct spenn_sim_state *state, enum spenn_series k, double by);
void spenn_tally_weeks(struct spenn_sim_state *state);

/* Hours of [from, to] that lie in the window. */
static inline double spenn_overlap(
    const struct spenn_sim_state *state, double from, double to)
{
    double a = from > state->from ? from : state->from;
    double b = to < state->to ? to : state->to;
    return b > a ? b - a : 0.0;
}

#endif
