/* SPDX-License-Identifier: MIT
 * What a task says of the ladder of coordination that its cases climb (docs/model.md). */
#ifndef SPENN_COORDINATION_H
#define SPENN_COORDINATION_H

#include "organization.h"

struct spenn_time { /* a random duration, or one not given (mean 0) */
    double mean;    /* hours */
    int32_t law;    /* enum spenn_law, never SPENN_LAW_DEFAULT in a checked model */
    int32_t given;  /* the law as the file gives it; SPENN_LAW_DEFAULT: service-law */
    double shape;   /* k of Erlang; coefficient of variation of the others */
};

enum spenn_consent { /* of the parties other than the initiator */
    SPENN_CONSENT_ALL,
    SPENN_CONSENT_MAJORITY,
    SPENN_CONSENT_ANY,
};

enum spenn_mechanisms {
    SPENN_MECHANISMS_BOTH,
    SPENN_MECHANISMS_VOLUNTARY,
    SPENN_MECHANISMS_HIERARCHY,
    SPENN_MECHANISMS_NEITHER, /* each for itself: to compare with */
};

enum spenn_ladder { /* how steps 3 and 4 follow step 2 */
    SPENN_LADDER_FORK,
    SPENN_LADDER_CHAIN,
};

enum spenn_messages {
    SPENN_MESSAGES_DIRECT, /* from the initiator to each other party */
    SPENN_MESSAGES_LINE,   /* along the line: every link once up and once down */
};

/* The ladder of coordination (docs/model.md): row t belongs to task t and says something
 * where tasks.coordinates[t]. Who may be a party: see streams.first_partner. */
struct spenn_coordinations {
    int32_t count, room;
    int32_t *parties;    /* k, the initiator among them; 2 or more */
    int32_t *step;       /* that is needed: 1 to 4; 0: cases do not climb the ladder */
    int32_t *starts_at;  /* first step that is tried: 1 to 3 */
    double *conflict;    /* chance that a party loses by joint action; NAN: assumption */
    double *own_weight;  /* of a party's own gain against the mean gain of all */
    int32_t *consent;    /* enum spenn_consent: how many others must agree */
    int32_t *mechanisms; /* enum spenn_mechanisms */
    int32_t *ladder;     /* enum spenn_ladder */
    spenn_id *lead;      /* the unit that leads, or SPENN_NONE: the initiator */
    bool *cuts_through;  /* the lead arbitrates */
    spenn_id *arbiter;   /* a unit, or SPENN_NONE: the nearest common superior */
    spenn_id *forum;     /* of shared understanding, or SPENN_NONE: the parties' own */
    int32_t *tries;      /* rounds of an unsolved case: 1 or more */
    double *again_after; /* hours between two of them */
    int32_t *messages;   /* enum spenn_messages: the way that information takes */
    double *anchoring;   /* political priority: share of the decay of ownership undone */
    bool *early;         /* parties take part in preparing */
    double *renewed; /* times an hour that a joint letter renews ownership; 0: never */
    struct spenn_time *implementation; /* of each party's part of joint action */
};

/* Whether the parties may adapt to each other; whether somebody above may rule. */
static inline bool spenn_coordination_is_voluntary(
    const struct spenn_coordinations *all, spenn_id t)
{
    int32_t by = all->mechanisms[t];
    return by == SPENN_MECHANISMS_BOTH || by == SPENN_MECHANISMS_VOLUNTARY;
}
static inline bool spenn_coordination_is_ruled(
    const struct spenn_coordinations *all, spenn_id t)
{
    int32_t by = all->mechanisms[t];
    return by == SPENN_MECHANISMS_BOTH || by == SPENN_MECHANISMS_HIERARCHY;
}
/* Whether the parties to a case try step 1, 2 or 3 (with 3 also 4) by themselves. */
static inline bool spenn_coordination_takes(
    const struct spenn_coordinations *all, spenn_id t, int32_t step)
{
    return spenn_coordination_is_voluntary(all, t) && all->step[t] >= step
        && all->starts_at[t] <= step;
}

#endif
