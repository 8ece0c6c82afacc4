/* SPDX-License-Identifier: MIT
 * Roles of coordination and the steps of the ladder: what a unit in a role does at each
 * step (3 roles x 4 steps, Difi 2016:08 in document 003 §2.3), and how far each
 * instrument carries. A unit covers the cells of its roles up to its ambition, where its
 * instruments carry it. */
#ifndef SPENN_ROLE_H
#define SPENN_ROLE_H

#include "model.h"

enum spenn_role_kind { /* what a unit that coordinates others is to them */
    SPENN_ROLE_NONE,
    SPENN_ROLE_DRIVER,
    SPENN_ROLE_BALANCER,
    SPENN_ROLE_SYSTEM_MANAGER,
    SPENN_ROLE_COUNT
};

enum spenn_instrument { /* with which it does so; what each carries is in role.h */
    SPENN_INSTRUMENT_LAW,
    SPENN_INSTRUMENT_SIGNALS,
    SPENN_INSTRUMENT_RESOURCES,
    SPENN_INSTRUMENT_STUDY_RULES,
    SPENN_INSTRUMENT_BUDGET_PROCESS,
    SPENN_INSTRUMENT_PLANS,
    SPENN_INSTRUMENT_LETTERS,
    SPENN_INSTRUMENT_JOINT_LETTERS,
    SPENN_INSTRUMENT_AREA_REVIEWS,
    SPENN_INSTRUMENT_LEADER_PAY,
    SPENN_INSTRUMENT_FORUMS,
    SPENN_INSTRUMENT_SERVICE_DESIGN,
    SPENN_INSTRUMENT_JOINT_DIGITAL,
    SPENN_INSTRUMENT_COUNT
};

extern const struct spenn_names spenn_roles, spenn_instruments;

enum {
    SPENN_STEPS = 4, /* 1 share information .. 4 joint action */
    SPENN_ROLES = SPENN_ROLE_COUNT - 1,
    SPENN_ROLE_CELLS = SPENN_ROLES * SPENN_STEPS,
    spenn_cell_actions = 3
};

enum spenn_mechanism { /* bits */
    SPENN_VOLUNTARY = 1,
    SPENN_HIERARCHY = 2,
};

struct spenn_role_cell {
    const char *mode[2];                       /* Norwegian, English; or NULL */
    const char *action[spenn_cell_actions][2]; /* ends with NULL */
};

extern const char *const spenn_role_source[2];
extern const struct spenn_names spenn_steps; /* entry s - 1 is step s */

/* What the role does at the step, from 1. */
const struct spenn_role_cell *spenn_role_cell(int32_t role, int32_t step);

/* Bit of a cell in a set of them. */
uint32_t spenn_role_bit(int32_t role, int32_t step);

struct spenn_reach {     /* of an instrument */
    int32_t step;        /* the highest it carries */
    unsigned mechanisms; /* enum spenn_mechanism: always a judgement */
    const char *source;  /* of the step; "judgement" */
};
extern const struct spenn_reach spenn_reaches[SPENN_INSTRUMENT_COUNT];

/* Whether the unit has a role at all. */
bool spenn_role_is_given(const struct spenn_role *role);

/* The highest step that its instruments carry: at least 2, which needs no formal decision
 * (document 003 §2.1). */
int32_t spenn_role_carried(const struct spenn_role *role);

/* The mechanisms of its instruments. */
unsigned spenn_role_mechanisms(const struct spenn_role *role);

/* Cells of its roles up to its ambition (not stated: step 1) and no further than it is
 * carried; up to its ambition whether carried or not. */
uint32_t spenn_role_covered(const struct spenn_role *role);
uint32_t spenn_role_wanted(const struct spenn_role *role);

/* What the two have together: the first's primary role, any other primary as a secondary
 * one, the higher ambition, all instruments. */
struct spenn_role spenn_role_join(
    const struct spenn_role *first, const struct spenn_role *other);

#endif
