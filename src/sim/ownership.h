/* SPDX-License-Identifier: MIT
 * Ownership O, from 0 to 1, that a unit has of a task in which it may be a party. It
 * fades at λ(1 - a), a the task's anchoring, and is renewed, O += ρ(1 - O), when a case
 * of its comes to a shared understanding, at the meetings of the task's forum if it sits
 * there, and by joint letters. The calendar is known, so O is brought up to date only
 * when somebody asks, in closed form from renewal to renewal. Formulas: docs/model.md
 * §7.13. */
#ifndef SPENN_OWNERSHIP_H
#define SPENN_OWNERSHIP_H

#include "lineage.h"

struct spenn_ownership_law { /* of a task */
    double start;
    double fade;    /* an hour */
    double gain;    /* share of what is lacking that a renewal makes */
    spenn_id forum; /* whose meetings renew, or SPENN_NONE */
    double meeting; /* hours between them; INFINITY: never */
    double letter;  /* hours between joint letters; INFINITY: never */
};

struct spenn_ownership_plan { /* rows: a task and a unit that may be a party */
    int32_t tasks;
    int32_t *first; /* of a task, its run of rows; tasks + 1 entries */
    spenn_id *unit; /* in order within a run */
    bool *sits;     /* in the task's forum */
    double *cases;  /* an hour, in which it takes part */
    struct spenn_ownership_law *law;
};
struct spenn_ownership_plan spenn_ownership_plan_make(
    const struct spenn_model *m, struct spenn_arena *memory);
/* The row, or SPENN_NONE. */
int32_t spenn_ownership_row(
    const struct spenn_ownership_plan *plan, spenn_id t, spenn_id u);

struct spenn_owned {         /* of a row */
    double value, at;        /* then */
    int64_t meeting, letter; /* number of the next one */
};
struct spenn_ownership_sum { /* of a task, over parties and the window */
    double sum, hours;
};
struct spenn_ownership_era {
    double from;
    int32_t rows;
};
struct spenn_ownership {
    const struct spenn_ownership_plan *plan;
    struct spenn_owned *owned, *before;
    double *phase; /* of a task: the first meeting of its forum */
    struct spenn_ownership_sum *task;
    struct spenn_ownership_era *era;
    int32_t last;    /* era in force */
    double from, to; /* the window */
    double *weekly;  /* sums of week w at [w * stride], or NULL */
    double weekly_from;
    int32_t weeks, stride;
};

/* Room for plans of so many rows, tasks and eras. */
void spenn_ownership_new(struct spenn_ownership *s, struct spenn_arena *memory,
    const int32_t rows_tasks_eras[3]);
/* At time 0. The caller has set phase, window and weekly; weeks begin as sums. */
void spenn_ownership_reset(
    struct spenn_ownership *s, const struct spenn_ownership_plan *plan);
/* All rows up to now; then the organization changes, and the caller renews phase. */
void spenn_ownership_leave(struct spenn_ownership *s, double now);
void spenn_ownership_pass(struct spenn_ownership *s,
    const struct spenn_ownership_plan *plan, const struct spenn_lineage *lineage,
    double now);

double spenn_ownership_now(struct spenn_ownership *s, int32_t t, spenn_id u, double now);
/* A case in which the unit took part has come to a shared understanding. */
void spenn_ownership_renew(struct spenn_ownership *s, int32_t t, spenn_id u, double now);
/* The run is over: sums are whole, weeks are means. */
void spenn_ownership_finish(struct spenn_ownership *s);

#endif
