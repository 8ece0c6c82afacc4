/* SPDX-License-Identifier: MIT
 * Deliberate faults. The tests build the engine once more with SPENN_MUTANTS and show
 * which case of `spenn verify` fails on each (docs/verification.md); in any other build
 * SPENN_MUTANT is 0. */
#ifndef SPENN_MUTANT_H
#define SPENN_MUTANT_H

/* clang-format off */
#define SPENN_MUTANT_LIST(X) \
    X(LAST_FIRST, "queues are served from the wrong end") \
    X(IGNORE_PRIORITY, "all priorities wait in one queue") \
    X(SERVICE_MEAN, "services a tenth too long") \
    X(SERVICE_LAW, "every law exponential") \
    X(SERVERS, "one server more than given") \
    X(AGENDA, "a meeting takes one item more") \
    X(PHASE, "meetings all start from phase 0") \
    X(INTERVAL, "the interval begins when a meeting ends") \
    X(ESCALATION, "a fresh authority at every post") \
    X(SAME_SERVICE, "the service of the first post at every post") \
    X(PATIENCE, "deadlines pass unnoticed") \
    X(DEADLINE_LAW, "every deadline exponential") \
    X(WARM_UP, "cases of the warm-up are counted") \
    X(GAP_FROM_LAST, "gaps of one case are used twice") \
    X(RETURN_LAST, "returned items go to the end of the agenda") \
    X(CONCLUSION, "an item has the same luck at every meeting") \
    X(RATE, "a tenth too many cases") \
    X(SUPPORT_NEAR, "no support costs a hand-over or a delay") \
    X(SUPPORT_ANY, "nobody prefers the own support") \
    X(ASSIGNMENT, "who is waiting does not count as a load") \
    X(DIRECT, "what should climb goes straight, and the reverse") \
    X(TEAM, "the first member answers everything") \
    X(INFORM, "who was passed by learns after twice the time") \
    X(PRESENT, "nobody takes part in a decision") \
    X(CONSENT, "every party gains by joint action") \
    X(CHAIN, "the fork as a chain") \
    X(VETO, "nobody stops a proposal") \
    X(MESSAGES, "a case needs one message more") \
    X(ATTEMPT, "the same luck at every attempt at step 2") \
    X(JOIN, "goes on when the first party has been visited") \
    X(TRIES, "one round more than given") \
    X(ARBITER, "nobody can arbitrate") \
    X(IMPOSED, "whatever is imposed succeeds") \
    X(PRACTICE_PULL, "a meeting pulls by the square of its pull") \
    X(PRACTICE_NORM, "drift returns to 0, not to the local norm") \
    X(PRACTICE_SHOCK, "a day's noise as if drift did not decay it") \
    X(PRACTICE_CHAIR, "a meeting pulls toward its first member") \
    X(PRACTICE_PASSING, "beliefs are averaged though the top is present") \
    X(PRACTICE_START, "beliefs begin as the strategy of today") \
    X(TIE_DECAY, "ties do not fade") \
    X(TIE_GAIN, "a talk makes no tie") \
    X(OWNERSHIP_FADE, "ownership does not fade") \
    X(OWNERSHIP_ANCHOR, "anchoring is ignored") \
    X(REWORK, "joint action without step 2 costs no more") \
    X(OWNERSHIP_GAIN, "a renewal renews nothing") \
    X(ESCALATION_LOST, "a case that should go up is decided where it is") \
    X(SHARED_STREAM, "all streams of cases have the same luck") \
    X(SHARED_PURPOSE, "a case's gap, authority, service and route are one number") \
    X(EXPONENTIAL, "exponential times lack their tail") \
    X(CAPACITY, "the least loaded unit is found without regard to its servers") \
    X(MESSAGES_LUCK, "a message and its answer take equally long") \
    X(PACE, "a service under way keeps its pace through a wave") \
    X(SERVERS_WAVE, "servers that a wave takes away go on serving") \
    X(DIPS, "a wave forgets the loss of the one before") \
    X(VACANCY, "posts are vacant too often at the beginning") \
    X(VACANT_TIME, "vacancies last half as long again")
/* clang-format on */

#define SPENN_MUTANT_NAME(name, fault) SPENN_MUTANT_##name,
enum spenn_mutant {
    SPENN_MUTANT_NONE,
    SPENN_MUTANT_LIST(SPENN_MUTANT_NAME) SPENN_MUTANT_COUNT
};
#undef SPENN_MUTANT_NAME

#ifdef SPENN_MUTANTS
extern enum spenn_mutant spenn_mutant;
#define SPENN_MUTANT(name) (spenn_mutant == SPENN_MUTANT_##name)
#else
#define SPENN_MUTANT(name) 0
#endif

#endif
