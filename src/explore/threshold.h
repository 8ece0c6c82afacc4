/* SPDX-License-Identifier: MIT
 * "X where MEASURE < VALUE": from which value of one input on a measure, or a paired
 * difference between two alternatives, is below or above a limit.
 *
 *   X [from LOW to HIGH] where MEASURE[/SUBJECT][@ALTERNATIVE] < VALUE
 *   X ... where MEASURE[/SUBJECT]@ALTERNATIVE - OTHER > VALUE        (or: than OTHER)
 *
 * X is an assumption, a path as in `vary:`, or group-size[/FORUM]: how many sit in a
 * forum. Members are added in the order in which a planner would: the chair's own
 * reports, theirs, and so on down, then all other units, each layer in the order of the
 * file; when there are no more, new reports of the chair without work are thought up.
 * They are taken away from the end of the list, the chair never. */
#ifndef SPENN_THRESHOLD_H
#define SPENN_THRESHOLD_H

#include "crossing.h"
#include "input.h"
#include "study.h"

enum { spenn_threshold_replications = 30 }; /* of every alternative at a value of X */

struct spenn_threshold_question {
    struct spenn_input input; /* name "group-size": members of `forum` */
    const char *forum;        /* id; NULL: the input is an assumption or a path */
    int32_t units; /* of the baseline: more members than these are thought up */
    double value;  /* of the input in force (members: in alternative `in`); NAN when it
                      is not one number */
    const struct spenn_measure *measure;
    const char *of;   /* subject, NULL: the whole */
    int32_t in, than; /* alternatives of the scenario, -1 the baseline */
    bool paired;      /* the difference in - than; else the value in `in` */
    bool above;       /* >, else < */
    double limit;     /* in the measure's unit */
    bool malformed;   /* the text is not of the form above; all else may be missing */
};

struct spenn_threshold_asked {
    const char *text;
    const struct spenn_scenario *scenario;
    const struct spenn_model *base; /* as read */
};

/* Reads the text. Texts of the question are in `memory`. */
bool spenn_threshold_read(const struct spenn_threshold_asked *asked,
    struct spenn_arena *memory, struct spenn_threshold_question *question,
    struct spenn_error *err);

struct spenn_threshold {
    struct spenn_threshold_question question;
    struct spenn_crossings crossings;
    bool unbounded;       /* a time behind what cannot keep up was taken as above all */
    bool untold;          /* at some value it could not be told: too many open cases, or
                             nothing to measure */
    bool exact;           /* nothing was simulated */
    int32_t replications; /* at each value; 0: exact */
    uint64_t seed;
    double warm_up, duration; /* hours */
    struct spenn_arena memory;
};

/* Searches. Every value of X meets the same cases. options->replications 0: 30. False
 * with problems, or without when stopped; `found` is then empty but for
 * question.malformed. */
bool spenn_threshold_find(const struct spenn_threshold_asked *asked,
    const struct spenn_study_options *options, struct spenn_threshold *found,
    struct spenn_error *err);
void spenn_threshold_free(struct spenn_threshold *found);

/* Makes the forum a group of `size`, 1 or more. A model without it stays as it is. */
bool spenn_members_resize(
    struct spenn_model *m, const char *forum, int32_t size, struct spenn_error *err);

#endif
