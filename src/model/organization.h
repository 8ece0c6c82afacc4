/* SPDX-License-Identifier: MIT
 * The tables of an organization's structure: who reports to whom, and who meets. */
#ifndef SPENN_ORGANIZATION_H
#define SPENN_ORGANIZATION_H

#include "fail.h"
#include "names.h"

typedef int32_t spenn_id; /* a row number */
#define SPENN_NONE ((spenn_id)-1)

struct spenn_role {       /* of a unit that coordinates others; all 0: it does not */
    int32_t primary;      /* enum spenn_role_kind */
    uint32_t secondary;   /* bits of enum spenn_role_kind */
    int32_t ambition;     /* step of the ladder it aims at, 1 to 4; 0: not stated */
    uint32_t instruments; /* bits of enum spenn_instrument */
};

struct spenn_units {
    int32_t count, room;
    const char **id;         /* unique among units, forums and tasks */
    const char **name;       /* Norwegian or the only one */
    const char **name_en;    /* NULL: as name */
    const char **group;      /* the id before `count` expanded it, else the id */
    int32_t *kind;           /* enum spenn_kind */
    spenn_id *parent;        /* the line; SPENN_NONE at a root; a forest */
    double *fte;             /* 0 or more; NAN: not given */
    int32_t *caseworkers;    /* servers of the case desk; -1: not given */
    int32_t *leaders;        /* servers of the leader's desk, 1 or more */
    int32_t *responsibility; /* enum spenn_responsibility, of a team's member (team.h) */
    double *speed;           /* work done in an hour, above 0; 1 is normal */
    const char **sector;     /* or NULL */
    const char **location;   /* or NULL */
    int32_t *status;         /* enum spenn_status */
    bool *mandatory;         /* required by law: a change may not abolish it */
    bool *practice;          /* its practice is to be uniform (practice: among) */
    bool *kept_informed;     /* ought to learn what is decided (docs/model.md) */
    double *turnover;        /* times an hour that a post changes hands; 0 or more */
    struct spenn_role *coordination; /* its role towards others (role.h) */
    double *veto;           /* chance that it stops a joint proposal, as a party */
    double *mobility;       /* times an hour that a post is filled from another unit */
    const char **functions; /* it answers for, comma between; or NULL */
    const char **serves;    /* places whose users it serves, comma between; or NULL */
    const char **offices;   /* places with an office of it, comma between; or NULL */
    const char **former;    /* ids of the units it took over, comma between; or NULL */
    const char **assumed;   /* keys not in the source, comma between; or NULL */
    /* How charts draw it; no meaning for measures and simulation. */
    int32_t *order;                 /* among siblings, lower first; 0 as in the file */
    int32_t *side;                  /* enum spenn_side: beside the trunk */
    const char **panel, **panel_en; /* title of the panel it stands in, or NULL */
    const char **collapse, **collapse_en; /* title of the pile it is drawn in, or NULL */
    struct spenn_where *at;
};

struct spenn_lines { /* second lines; the line itself is units.parent */
    int32_t count, room;
    int32_t *kind; /* enum spenn_line_kind: professional, administrative, advisory,
                contract */
    spenn_id *from, *to;
    const char **letter; /* the assignment letter that goes along it, or NULL */
    int32_t *goals;      /* given along it, 0 or more */
    struct spenn_where *at;
};

enum spenn_given { /* keys of a forum whose default is an assumption (resolve.h) */
    SPENN_GIVEN_MEETS = 1,
    SPENN_GIVEN_LASTS = 2,
    SPENN_GIVEN_AGENDA = 4,
    SPENN_GIVEN_VIDEO = 8,
    SPENN_GIVEN_PREPARATION = 16,
};

struct spenn_forums {
    int32_t count, room;
    const char **id, **name, **name_en;
    int32_t *kind;         /* enum spenn_forum_kind */
    spenn_id *chair;       /* a unit; always also a member */
    int32_t *first, *size; /* its run in members.unit; size 1 or more */
    double *meets;         /* meetings per hour, above 0 */
    double *lasts;         /* hours, above 0 */
    int32_t *agenda;       /* most items a meeting, 1 or more */
    double *video;         /* share of meetings by video */
    double *preparation;   /* hours of preparation per hour of meeting */
    double *commitment;    /* chance that an item is concluded; NAN: computed */
    int32_t *given;        /* enum spenn_given: what is not an assumption's value */
    const char **topics;   /* comma between; or NULL */
    const char **assumed;
    struct spenn_where *at;
};

struct spenn_members { /* runs of the forums, in forum order; the chair is among them */
    int32_t count, room;
    spenn_id *unit;
};

struct spenn_user_needs { /* of users, that no single function meets */
    int32_t count, room;
    const char **id, **name, **name_en;
    const char **functions; /* it takes, comma between */
    spenn_id *coordinator;  /* meets the user for all of them, or SPENN_NONE */
    struct spenn_where *at;
};

#endif
