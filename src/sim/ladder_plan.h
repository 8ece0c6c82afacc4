/* SPDX-License-Identifier: MIT
 * The coordination ladder, compiled: what a case that needs other parties goes through
 * between its handling and its decision (docs/model.md §7.12).
 *
 *   1 messages -> 2 forum or talks -> consent -> 4 joint action, 3 no harm
 *                                        `-> arbitration -> 4, 3, or as it was
 *
 * Who takes part depends on the case; who arbitrates and where they meet on who does. */
#ifndef SPENN_LADDER_PLAN_H
#define SPENN_LADDER_PLAN_H

#include "random.h"
#include "regular.h"

struct spenn_sim_plan;

enum spenn_phase { /* in which a case on the ladder is */
    SPENN_PHASE_MESSAGES,
    SPENN_PHASE_UNDERSTANDING,
    SPENN_PHASE_NO_HARM, /* the first round of a chain */
    SPENN_PHASE_ANSWER,
    SPENN_PHASE_ARBITRATION,
    SPENN_PHASE_PAUSE, /* before the next round */
    SPENN_PHASE_DONE,  /* off the ladder */
    SPENN_PHASE_PARTS, /* decided: each party does its part */
};

struct spenn_plan_ladder {                   /* of a task; parties 0: none */
    int32_t parties, needed, tries, consent; /* needed: step */
    bool takes[4];                 /* tries step 1, 2, 3 (with 4) by itself; [0] unused */
    bool hierarchy, chain, line;   /* line: messages follow it */
    spenn_id lead, arbiter, forum; /* or SPENN_NONE: it depends on the case */
    double gain;  /* mean net gain of joint action, in its standard deviations */
    double spare; /* how far below 0 a party still does no harm */
    double own;   /* weight of a party's own gain */
    double again; /* hours between two rounds */
    struct spenn_law_ready part; /* of a party in joint action; mean 0: none */
};

struct spenn_ladder_plan {
    struct spenn_plan_ladder *task;
    struct spenn_law_ready law[SPENN_PHASE_DONE]; /* of a visit; mean 0: no visits */
    double understanding, tie_effect, unprepared, imposed_no_harm, imposed_joint;
    double rework;                       /* more of each part without step 2 */
    uint64_t *key;                       /* names the luck of a unit */
    int32_t *depth;                      /* of a unit on the line, 1 at the top */
    const struct spenn_regular *regular; /* who sits in which forums */
    int32_t width;                       /* most parties of a case */
};

struct spenn_parties {
    const spenn_id *unit; /* the initiator first */
    int32_t count;
};

struct spenn_link { /* of the line, between parties */
    spenn_id low, high;
    int32_t depth; /* of `low`, below the unit that they all hang on */
};
struct spenn_span { /* the part of the line that spans the parties; room for all units */
    int32_t *mark, round;
    struct spenn_link *link;
    int32_t links, deepest;
};

/* ladder_plan.c: NULL when no task coordinates */
const struct spenn_ladder_plan *spenn_ladder_plan_new(struct spenn_sim_plan *plan);
/* Who a case of stream s that unit u serves may need besides u. */
int32_t spenn_ladder_others(const struct spenn_sim_plan *plan, int32_t s, spenn_id u);

/* ladder_parties.c: of a case's parties */
bool spenn_parties_have(const struct spenn_parties *parties, spenn_id u);
struct spenn_span spenn_span_make(struct spenn_arena *memory, int32_t units);
void spenn_span_find(const struct spenn_sim_plan *plan,
    const struct spenn_parties *parties, struct spenn_span *span);
spenn_id spenn_parties_forum(
    const struct spenn_sim_plan *plan, spenn_id t, const struct spenn_parties *parties);
spenn_id spenn_parties_arbiter(
    const struct spenn_sim_plan *plan, spenn_id t, const struct spenn_parties *parties);
/* The desk of u's caseworkers, else its leader's. */
int32_t spenn_work_desk(const struct spenn_sim_plan *plan, spenn_id u);

/* Others that must agree, of `others`. */
int32_t spenn_ladder_needs(const struct spenn_plan_ladder *ladder, int32_t others);
/* Chance of a shared understanding at one try. */
double spenn_ladder_understanding(const struct spenn_ladder_plan *ladder, double tie);

#endif
