/* SPDX-License-Identifier: MIT
 * The tables of an organization's work: tasks, where their cases arise, who decides them.
 */
#ifndef SPENN_DEMAND_H
#define SPENN_DEMAND_H

#include "coordination.h"

struct spenn_tasks {
    int32_t count, room;
    const char **id, **name, **name_en;
    struct spenn_time *handling, *decision, *deadline; /* mean 0: none */
    int32_t *priority;    /* 0 first ... 99 last; default 5 */
    int32_t *late;        /* enum spenn_late: what happens to a case past its deadline */
    bool *hard;           /* suffers from video (assumption video-loss) */
    spenn_id *decided_in; /* a forum, or SPENN_NONE */
    spenn_id *decided_by; /* a unit, or SPENN_NONE: up the line by authority */
    int32_t *via;         /* enum spenn_line_kind: the line that a case climbs */
    bool *coordinates;    /* needs other parties (see spenn_coordinations) */
    double *beyond_authority; /* NAN: not given */
    int32_t *assigned;        /* enum spenn_assignment */
    double *personal;         /* share of cases for which the user must attend */
    double *direct; /* share of cases that go straight to decided_in or decided_by; the
                       others climb the line. 1 where that is not given */
    const char **assumed;
    struct spenn_where *at;
};

struct spenn_limits { /* authority: post u may decide cases of task t with a <= limit */
    int32_t count, room;
    spenn_id *task, *unit;
    double *limit; /* a task without rows is decided where it arises */
};

struct spenn_supports { /* the share of a task's cases that visit a support unit */
    int32_t count, room;
    spenn_id *task, *unit;
    double *share;
};

struct spenn_origins { /* where demand arises: units of the baseline; survive every change
                        */
    int32_t count, room;
    const char **id; /* of the baseline unit: names the random stream */
    spenn_id *unit;  /* that serves it now */
    bool *practice;  /* counted by uniformity and alignment */
};

struct spenn_streams { /* a task at an origin */
    int32_t count, room;
    spenn_id *task, *origin;
    double *rate;                      /* cases per hour */
    int32_t *first_route, *routes;     /* run in routes: 1 or more */
    int32_t *first_partner, *partners; /* run in partners: who may be a party; after a
                        merge they may be fewer than parties - 1: then all of them take
                        part, and with none the case needs no coordination. With several
                        routes the unit that serves a case may be among them: skip it */
};

struct spenn_routes { /* which units serve a stream; shares of a stream sum to 1 */
    int32_t count, room;
    spenn_id *unit;
    double *share;
};

struct spenn_partners {
    int32_t count, room;
    spenn_id *unit;
};

struct spenn_contacts { /* regular bilateral contact, one row a pair */
    int32_t count, room;
    spenn_id *a, *b;
    double *meets; /* per hour */
    double *lasts; /* hours */
};

#endif
