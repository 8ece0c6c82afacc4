/* SPDX-License-Identifier: MIT
 * The compiled path of a case: the route of a stream to a unit that serves it, the
 * support desks on it, and the steps that a decision climbs. */
#ifndef SPENN_PATH_H
#define SPENN_PATH_H

#include "model.h"

struct spenn_plan_step {
    double limit;
    int32_t desk; /* SPENN_STEP_TEAM - i: of a member of plan->team[i], in turn */
    int32_t next; /* SPENN_NONE at the top */
};
enum { SPENN_STEP_TEAM = -2 };

struct spenn_plan_team { /* whose members answer across, for the cases of a task */
    const spenn_id *member;
    int32_t members;
    int32_t own; /* step of the superior's own desk, where unclear cases go on */
};

struct spenn_plan_route {
    double upto;   /* this and earlier routes' share of the stream */
    spenn_id unit; /* that serves */
    int32_t desk;  /* of handling; SPENN_NONE: none, or one visit with decision */
    int32_t forum; /* that decides, or SPENN_NONE: up from `step` */
    int32_t step;  /* where the decision starts to climb */
    int32_t above; /* the step after the serving unit's own, or SPENN_NONE */
    bool joint;    /* handling and decision are one visit at the first step */
    int32_t first_support, supports; /* run in support */
};

struct spenn_plan_support { /* a possible visit on a route */
    double from, upto;      /* of the uniform of its pool: the cases that make it */
    int32_t desk;
    int32_t rank; /* of its pool among the task's */
    bool handed;  /* costs a hand-over */
    bool away;    /* costs a delay */
};

#endif
