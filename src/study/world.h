/* SPDX-License-Identifier: MIT
 * A group of worlds: the baseline and every alternative, as the scenario is written or at
 * one point of its sweep, replicated on the same cases. A world keeps moments, not
 * values: memory does not grow with replications. */
#ifndef SPENN_WORLD_H
#define SPENN_WORLD_H

#include "control.h"
#include "interval.h"
#include "quantity.h"
#include "replicate.h"
#include "trouble.h"

struct spenn_course {                /* of an alternative */
    const struct spenn_model *model; /* in the end */
    int32_t waves;                   /* 0: so from the start */
    const struct spenn_wave *wave;
    const struct spenn_model *const *between; /* after each wave but the last */
};

struct spenn_stage { /* moments as they were at the first look */
    struct spenn_moments *mean, *difference, open;
};

struct spenn_world {
    const struct spenn_model *model;
    int32_t waves;
    struct spenn_sim_plan **between; /* plans after each wave but the last */
    const char **before;             /* the baseline's id of each unit; NULL: as here */
    struct spenn_results rest;       /* measures at rest */
    struct spenn_sim_plan *plan;
    const struct spenn_results *slots; /* measures simulated; owned by the plan */
    int32_t *rest_twin, *slot_twin;    /* the baseline's row of the same thing, or -1 */
    struct spenn_moments *mean;        /* of each slot */
    struct spenn_moments *difference;  /* of each slot with a twin: minus the baseline */
    struct spenn_control *control;     /* of each slot; NULL: loads change on the way */
    struct spenn_stage *first;         /* the first stage; NULL: there is none */
    struct spenn_moments open;         /* share of cases open at the end */
    struct spenn_moments *came;        /* of each wave: when, where it did */
    struct spenn_moments *weekly;      /* of each week of the window and series */
    struct spenn_trouble trouble;
};

struct spenn_question { /* an expectation, resolved */
    const struct spenn_measure *measure;
    bool simulated;
    int32_t in, than;         /* worlds */
    int32_t in_row, than_row; /* of rest or slots; -1: not there */
    struct spenn_moments difference;
    struct spenn_moments apart[2]; /* `in` and `than`, where both were observed */
};

struct spenn_group {
    const char *point; /* "" as written */
    int32_t count;
    struct spenn_world *world; /* 0: the baseline */
    int32_t question_count;
    struct spenn_question *question;
    int32_t replications;     /* done so far, of every world */
    struct spenn_sim_run run; /* seed and window */
    struct spenn_crew *crew;
    const struct spenn_study_options *options;
    const struct spenn_sim_plan **plan;
    double **value; /* of the batch in hand */
    struct spenn_sim_outcome **outcome;
    const int32_t *which;    /* worlds to simulate, ascending; NULL: all */
    int32_t whiches;         /* of them */
    int32_t batch;           /* replications a batch */
    int32_t weeks;           /* of the path over time to keep; 0: none */
    double **weekly, **came; /* of the batch in hand */
    struct spenn_arena memory;
};

/* Makes the world's plan the last of its course. False when a trigger watches what is not
 * there. */
bool spenn_world_chain(struct spenn_group *group, struct spenn_world *world,
    const struct spenn_course *course, struct spenn_error *err);

/* Measures at rest and plans of `count` alternatives, the first being the baseline.
 * Models are borrowed. On false the group is empty. */
bool spenn_group_make(struct spenn_group *group, const struct spenn_course *course,
    int32_t count, const struct spenn_study_options *options, struct spenn_error *err);
void spenn_group_free(struct spenn_group *group);

/* Keeps the moments of now as those of a first stage. */
void spenn_group_end_first_stage(struct spenn_group *group);

/* Asks to keep the path over time of the replications to come, when the window is known.
 */
void spenn_group_keep_path(struct spenn_group *group);

/* Goes on until `replications` are done or options->stop is set; false then. `planned` is
 * what progress calls the whole. */
bool spenn_group_replicate(
    struct spenn_group *group, int32_t replications, int32_t planned);

/* Chooses a warm-up: MSER-5 on every weekly series of pilot replications, averaged over
 * the pilots; the latest over all worlds that can keep up. In hours. */
struct spenn_warm_up {
    double hours;
    bool too_short;
    struct spenn_pilot pilot; /* in the group's memory */
};
struct spenn_warm_up spenn_group_warm_up(struct spenn_group *group);

/* The share of open cases beyond which a mean lead time leaves out too much. */
static const double spenn_open_most = 0.01;

/* Whether the time in this slot means nothing: what is in its way is slow or stuck. */
bool spenn_world_blocks(const struct spenn_world *world, int32_t slot);

#endif
