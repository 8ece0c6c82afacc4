/* SPDX-License-Identifier: MIT
 * What is known of a case: what every event on it touches in one cache line, and the
 * rest. */
#ifndef SPENN_CASE_H
#define SPENN_CASE_H

#include "plan.h"

enum spenn_stage {
    SPENN_STAGE_FREE,         /* an unused slot */
    SPENN_STAGE_GONE,         /* closed, its deadline event still pending */
    SPENN_STAGE_PAUSE,        /* no case: time before one is coordinated again */
    SPENN_STAGE_PARTS,        /* decided, waits for its parties to do their parts */
    SPENN_STAGE_COORDINATION, /* waits for its parties (ladder.h) */
    SPENN_STAGE_AWAY,         /* on its way to a support desk */
    SPENN_STAGE_HANDLING,
    SPENN_STAGE_SUPPORT,
    SPENN_STAGE_DECISION,
    SPENN_STAGE_AGENDA,  /* waits for a meeting */
    SPENN_STAGE_MEETING, /* before the forum now */
    SPENN_STAGE_FINAL,   /* at the desk of a chair who decides alone */
    SPENN_STAGE_VISIT,   /* no case: a visit for one that waits for its parties */
};

enum spenn_flag {
    SPENN_FOLLOWED = 1, /* arose in the window */
    SPENN_WAITING = 2,  /* in a desk's queue or on an agenda */
    SPENN_TIMED = 4,    /* its deadline event is pending */
    SPENN_LATE = 8,     /* past its deadline, nothing done about it yet */
    SPENN_HANDLED = 16, /* its handling was a visit of its own */
};

struct spenn_case {
    double arose, entered; /* entered: this queue, desk or agenda */
    double authority;      /* uniform */
    double started;        /* this service; before the first one its hours of work */
    int32_t stream, task;
    uint32_t number;
    int32_t next, previous; /* in its queue; next: free slot */
    int32_t desk;
    int32_t step; /* on an agenda: the forum; of a visit: with whom, or SPENN_NONE */
    uint8_t stage, flags;
    uint16_t attempt; /* posts climbed; in SUPPORT and AWAY the support at hand; of a
                         visit the phase */
};

struct spenn_case_cold {
    double handled; /* end of handling; when it arose without handling */
    double deadline;
    union {
        int32_t route;
        int32_t previous_visit; /* of the same case */
    };
    int32_t unit; /* that serves it; of a visit: whose desk it is at */
    union {
        int32_t presented; /* times to a forum */
        int32_t next_visit;
    };
    int32_t round; /* on the ladder, or SPENN_NONE; of a visit: the case's */
};

/* Else an unused slot or a visit. */
static inline bool spenn_case_is_open(const struct spenn_case *item)
{
    return item->stage >= SPENN_STAGE_PARTS && item->stage != SPENN_STAGE_VISIT;
}

static inline bool spenn_case_is_at_desk(const struct spenn_case *item)
{
    return item->stage >= SPENN_STAGE_HANDLING && item->stage != SPENN_STAGE_AGENDA
        && item->stage != SPENN_STAGE_MEETING;
}

#endif
