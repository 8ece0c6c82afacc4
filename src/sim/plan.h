/* SPDX-License-Identifier: MIT
 * The model compiled for running: desks, routes, climbs and laws as flat arrays, so that
 * an event looks nothing up. Desk u is the leader's desk of unit u; case desks follow.
 *
 *   stream -> route -> (case desk) -> supports -> forum's agenda      -> decided
 *                                              or step -> step -> ... -> decided
 *
 * A step is a post on a task's deciding line: its desk, its limit, the step above. */
#ifndef SPENN_PLAN_H
#define SPENN_PLAN_H

#include "bond.h"
#include "hours.h"
#include "inform.h"
#include "ladder_plan.h"
#include "path.h"
#include "practice.h"
#include "random.h"
#include "sim.h"

struct spenn_plan_desk {
    double speed; /* work done in an hour by one server */
    double share; /* of a server's week that goes to cases */
    int32_t servers;
    spenn_id unit;
    double turnover; /* times an hour that a post changes hands */
    double acting;   /* share of full speed of a vacant post */
    double lasting;  /* share of full speed in the long run */
    uint64_t key;    /* names the luck of its posts */
};

struct spenn_plan_task {
    struct spenn_law_ready handling, decision, deadline;
    double conclude;                  /* chance that the forum concludes an item */
    double place;                     /* share of a meeting's agenda that an item takes */
    int32_t forum;                    /* that decides, if the route goes there */
    int32_t late;                     /* enum spenn_late */
    int32_t circle;                   /* desk of the inner circle */
    int32_t priority;                 /* rank among the model's priorities */
    bool handled, decided, deadlined; /* has that stage; has a deadline */
    bool supported;                   /* has support units */
    bool bare;                        /* its first visit is the decision */
    bool loaded;                      /* goes to the least loaded unit */
    bool coordinates;                 /* on the ladder before the decision */
};

struct spenn_plan_stream {
    uint64_t key; /* hash of "task@origin" */
    double gap;   /* mean hours between cases */
    int32_t task, first_route, routes;
    int32_t ways; /* routes of each unit side by side: 2 when some cases go straight */
};

struct spenn_plan_forum {
    uint64_t key;
    double interval, lasts;
    int32_t agenda, chair; /* desk */
};

struct spenn_plan_slot { /* how the value of a result row is found */
    int32_t measure;     /* enum of measures.h */
    int32_t desk;        /* of a row about one desk of two, else SPENN_NONE */
};

struct spenn_sim_plan {
    const struct spenn_model *m;
    const char **name; /* of a unit: its id in the reference */
    struct spenn_hours hours;
    int32_t desk_count, stream_count, forum_count, task_count, route_count, step_count,
        support_count, team_count;
    int32_t priorities; /* distinct ones, at least 1 */
    struct spenn_plan_desk *desk;
    int32_t *case_desk; /* of unit u, or SPENN_NONE */
    struct spenn_plan_step *step;
    struct spenn_plan_team *team;   /* of steps */
    struct spenn_plan_route *route; /* of streams; of each unit in m->routes, by ways */
    struct spenn_plan_support *support;
    struct spenn_plan_task *task;
    struct spenn_plan_stream *stream;
    struct spenn_plan_forum *forum;
    struct spenn_law_ready visit[2]; /* to a support desk; with a hand-over */
    double unclear;                  /* share of a team's cases that go to the superior */
    double away;                     /* hours until a support in another place begins */
    int32_t *layer;                  /* of unit u: executive 1, council 0 */
    int32_t layers;                  /* highest layer + 1 */
    double work; /* expected events an hour: sets the calendar's first width */
    struct spenn_plan_slot *slot;
    struct spenn_results slots;
    struct spenn_sim_flows flows;
    const struct spenn_practice *practice; /* or NULL */
    const struct spenn_regular *regular;   /* or NULL: nobody has asked for it */
    const struct spenn_inform *inform;     /* or NULL: no unit is kept informed */
    const struct spenn_bond_plan *bond;
    const struct spenn_ladder_plan *ladder; /* or NULL: no task coordinates */
    int32_t uniformity, alignment;          /* their slots when there is practice */
    const struct spenn_chain *chain;        /* plans before this one (chain.h), or NULL */
    struct spenn_arena memory;
};

/* plan.c: share of a meeting of forum f that an item of task t takes. */
double spenn_plan_place(const struct spenn_sim_plan *plan, spenn_id t, spenn_id f);

#endif
