/* SPDX-License-Identifier: MIT
 * The numbers a model may leave out. Their ids stand here, their values, ranges and
 * sources in models/assumptions.yaml (compiled in). A model or scenario overrides single
 * ones with `assume:`. Which of them a formula uses is said in docs/model.md. */
#ifndef SPENN_ASSUMPTION_H
#define SPENN_ASSUMPTION_H

#include <stddef.h>
#include <stdint.h>

enum spenn_assumption {
    SPENN_CONTACT_PER_REPORT, /* h/w of contact with each direct report, on both desks */
    SPENN_CONTACT_MINIMUM,    /* h/w to which that contact shrinks when hours run short */
    SPENN_CONTACT_SHARE,      /* of the hours left that contact takes before it shrinks */
    SPENN_CONTACT_MEETS,      /* contacts with each report per hour (for practice) */
    SPENN_ADMINISTRATION,     /* h/w of fixed administration of a leader */
    SPENN_MEETING_PREPARATION, /* hours of preparation per hour of meeting */
    SPENN_FORUM_MEETS,         /* per hour: a forum whose frequency is not given */
    SPENN_FORUM_LASTS,         /* h */
    SPENN_FORUM_AGENDA,        /* items */
    SPENN_VIDEO,               /* share of meetings by video */
    SPENN_VIDEO_LOSS,          /* share of effect lost by video on hard items, practice */
    SPENN_TRAVEL_TIME,         /* h one way between two places of the organization */
    SPENN_ACCESS_TIME,         /* h one way of a user to the only office of one place */
    SPENN_HOURLY_RATE,         /* NOK an hour of a member of a forum */
    SPENN_USER_RATE,           /* NOK an hour of a user */
    SPENN_UNIT_OVERHEAD,       /* NOK a year of a unit with a leader */
    SPENN_OFFICE_COST,         /* NOK a year of an office in a place */
    SPENN_GOAL_EFFORT,         /* FTE that one goal takes */
    SPENN_CASEWORKER_SHARE,    /* of fte */
    SPENN_SERVICE_LAW,         /* enum spenn_law as a number */
    SPENN_SUPPORT_TIME,        /* h, mean of a visit to a support desk */
    SPENN_HAND_OVER,           /* h, added to the mean at a desk more than a step away */
    SPENN_DISTANCE_DELAY,      /* h until support in another place begins */
    SPENN_UNCLEAR_RETURNS,     /* share of cases answered across that come back */
    SPENN_OVERLOAD_FLOOR,      /* share of full speed left to an overloaded leader */
    SPENN_COMMITMENT_MIDPOINT, /* members at which half of the items are concluded */
    SPENN_COMMITMENT_WIDTH,    /* members: steepness of the logistic */
    SPENN_COMMITMENT_SHIFT,    /* members: midpoint moved per unit of extra preparation */
    SPENN_DRIFT,       /* per hour: rate of return of practice to the local norm */
    SPENN_DRIFT_NOISE, /* standard deviation of practice that drift alone gives */
    SPENN_NORM_SPREAD, /* standard deviation of local norms */
    SPENN_CALIBRATION, /* share of a gap that one full meeting closes */
    SPENN_CONTACT_CALIBRATION, /* share of a gap that one bilateral contact closes */
    SPENN_STRATEGY_DRIFT,      /* per hour: rate at which the top's strategy moves on */
    SPENN_DELEGATE,            /* share of an abolished post's authority that goes down */
    SPENN_TRANSITION_DIP,      /* share of its speed that a unit loses at a wave */
    SPENN_TRANSITION_RECOVERY, /* h, mean time in which it finds it again */
    SPENN_VACANCY_TIME,        /* h, mean time until a post is filled */
    SPENN_LEARNING_LOSS,       /* share of full speed that a newcomer lacks */
    SPENN_LEARNING_TIME,       /* h, mean time in which a newcomer learns */
    SPENN_ACTING_SHARE,        /* of full speed at the desk of a missing leader */
    SPENN_CONFLICT,            /* chance that a party loses by joint action */
    SPENN_MESSAGE_TIME,        /* h, mean of reading shared information */
    SPENN_TALK_TIME,           /* h, mean of a talk, on both desks */
    SPENN_CONSENT_TIME,        /* h, mean of answering a joint proposal */
    SPENN_ARBITRATION_TIME,    /* h, mean of settling a disagreement */
    SPENN_UNDERSTANDING,       /* chance of a shared understanding, without ties */
    SPENN_TIE_EFFECT,          /* share of the lacking chance that full ties give */
    SPENN_TIE_GAIN,            /* share of a lacking tie that a meeting makes */
    SPENN_TIE_DECAY,           /* per hour, of a tie without contact */
    SPENN_NO_HARM_CONFLICT,    /* share of conflict left when only asked to do no harm */
    SPENN_UNPREPARED_CONSENT,  /* factor on joint action without step 2 */
    SPENN_IMPOSED_NO_HARM,     /* chance that a superior's decision avoids harm */
    SPENN_IMPOSED_JOINT,       /* chance that it makes joint action */
    SPENN_OWNERSHIP_EARLY,     /* at the start, of those who prepared */
    SPENN_OWNERSHIP_LATE,      /* at the start, of those who were told */
    SPENN_OWNERSHIP_DECAY,     /* per hour, unless renewed */
    SPENN_OWNERSHIP_RENEWAL,   /* share of the lacking that a renewal makes */
    SPENN_UNPREPARED_REWORK,   /* extra work of joint action without step 2 */
    SPENN_ASSUMPTION_COUNT
};

/* What the number is, and so how it is written in a file. */
enum spenn_assumption_form {
    SPENN_FORM_NUMBER,         /* 15 */
    SPENN_FORM_SHARE,          /* 30% */
    SPENN_FORM_DURATION,       /* 2h; in hours */
    SPENN_FORM_RATE,           /* 12/y; per hour */
    SPENN_FORM_HOURS_PER_WEEK, /* 0.5, 30min, 30min/w; in hours per week */
    SPENN_FORM_LAW,            /* exponential; enum spenn_law */
};

struct spenn_assumption_key {
    const char *id;
    enum spenn_assumption_form form;
    double least, most; /* what a file may set */
};
extern const struct spenn_assumption_key spenn_assumption_keys[SPENN_ASSUMPTION_COUNT];

/* A value of assumption i as a file writes it; `size` of 40 is enough. Returns buffer. */
char *spenn_assumption_format(char *buffer, size_t size, int32_t i, double value);

/* Row of the id, or -1. */
int32_t spenn_assumption_find(const char *id);

struct spenn_assumptions {
    double value[SPENN_ASSUMPTION_COUNT];
    double low[SPENN_ASSUMPTION_COUNT], high[SPENN_ASSUMPTION_COUNT];
    const char *source[SPENN_ASSUMPTION_COUNT]; /* "judgement" or a reference */
    const char *unit[SPENN_ASSUMPTION_COUNT];
    const char *meaning[SPENN_ASSUMPTION_COUNT];
    int32_t from[SPENN_ASSUMPTION_COUNT]; /* 0 file of assumptions, 1 model, 2 scenario */
};

#endif
