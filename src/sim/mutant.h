/* SPDX-License-Identifier: MIT
 * Deliberate faults. The tests build the engine once more with SPENN_MUTANTS and show
 * that each check of theory fails on the fault it is there to find; in any other build
 * SPENN_MUTANT is 0. */
#ifndef SPENN_MUTANT_H
#define SPENN_MUTANT_H

enum spenn_mutant {
    SPENN_MUTANT_NONE,
    SPENN_MUTANT_LAST_FIRST,       /* queues are served from the wrong end */
    SPENN_MUTANT_IGNORE_PRIORITY,  /* all priorities wait in one queue */
    SPENN_MUTANT_SERVICE_MEAN,     /* services a tenth too long */
    SPENN_MUTANT_SERVICE_LAW,      /* every law exponential */
    SPENN_MUTANT_SERVERS,          /* one server more than given */
    SPENN_MUTANT_AGENDA,           /* a meeting takes one item more */
    SPENN_MUTANT_PHASE,            /* meetings all start from phase 0 */
    SPENN_MUTANT_INTERVAL,         /* the interval begins when a meeting ends */
    SPENN_MUTANT_ESCALATION,       /* a fresh authority at every post */
    SPENN_MUTANT_SAME_SERVICE,     /* the service of the first post at every post */
    SPENN_MUTANT_PATIENCE,         /* deadlines pass unnoticed */
    SPENN_MUTANT_DEADLINE_LAW,     /* every deadline exponential */
    SPENN_MUTANT_WARM_UP,          /* cases of the warm-up are counted */
    SPENN_MUTANT_GAP_FROM_LAST,    /* gaps of one case are used twice */
    SPENN_MUTANT_RETURN_LAST,      /* returned items go to the end of the agenda */
    SPENN_MUTANT_CONCLUSION,       /* an item has the same luck at every meeting */
    SPENN_MUTANT_RATE,             /* a tenth too many cases */
    SPENN_MUTANT_SUPPORT_NEAR,     /* no support costs a hand-over or a delay */
    SPENN_MUTANT_SUPPORT_ANY,      /* nobody prefers the own support */
    SPENN_MUTANT_ASSIGNMENT,       /* who is waiting does not count as a load */
    SPENN_MUTANT_DIRECT,           /* what should climb goes straight, and the reverse */
    SPENN_MUTANT_TEAM,             /* the first member answers everything */
    SPENN_MUTANT_INFORM,           /* who was passed by learns after twice the time */
    SPENN_MUTANT_PRESENT,          /* nobody takes part in a decision */
    SPENN_MUTANT_CONSENT,          /* every party gains by joint action */
    SPENN_MUTANT_CHAIN,            /* the fork as a chain */
    SPENN_MUTANT_VETO,             /* nobody stops a proposal */
    SPENN_MUTANT_MESSAGES,         /* a case needs one message more */
    SPENN_MUTANT_ATTEMPT,          /* the same luck at every attempt at step 2 */
    SPENN_MUTANT_JOIN,             /* goes on when the first party has been visited */
    SPENN_MUTANT_TRIES,            /* one round more than given */
    SPENN_MUTANT_ARBITER,          /* nobody can arbitrate */
    SPENN_MUTANT_IMPOSED,          /* whatever is imposed succeeds */
    SPENN_MUTANT_COUNT,            /* of the engine; practice has its own: */
    SPENN_MUTANT_PRACTICE_PULL,    /* a meeting pulls by the square of its pull */
    SPENN_MUTANT_PRACTICE_NORM,    /* drift returns to 0, not to the local norm */
    SPENN_MUTANT_PRACTICE_SHOCK,   /* a day's noise as if drift did not decay it */
    SPENN_MUTANT_PRACTICE_CHAIR,   /* a meeting pulls toward its first member */
    SPENN_MUTANT_PRACTICE_PASSING, /* beliefs are averaged though the top is present */
    SPENN_MUTANT_PRACTICE_END,
    SPENN_MUTANT_TIE_DECAY,        /* ties do not fade */
    SPENN_MUTANT_TIE_GAIN,         /* a talk makes no tie */
    SPENN_MUTANT_OWNERSHIP_FADE,   /* ownership does not fade */
    SPENN_MUTANT_OWNERSHIP_ANCHOR, /* anchoring is ignored */
    SPENN_MUTANT_REWORK,           /* joint action without step 2 costs no more */
    SPENN_MUTANT_OWNERSHIP_GAIN    /* a renewal renews nothing */
};

#ifdef SPENN_MUTANTS
extern enum spenn_mutant spenn_mutant;
#define SPENN_MUTANT(name) (spenn_mutant == SPENN_MUTANT_##name)
#else
#define SPENN_MUTANT(name) 0
#endif

#endif
