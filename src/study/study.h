/* SPDX-License-Identifier: MIT
 * An experiment: every alternative against the baseline on the same cases, replicated in
 * parallel, with simultaneous intervals of the paired differences and verdicts on what
 * was expected. The rules: design 7, docs/statistics.md. */
#ifndef SPENN_STUDY_H
#define SPENN_STUDY_H

#include "column.h"
#include "measure.h"
#include "scenario.h"
#include "sim.h"
#include "warmup.h"

#include <signal.h>

/* Measures that no replication fills: how fast a backlog grows where something cannot
 * keep up, and the share of cases still open at the end. */
extern const struct spenn_measure spenn_study_measures[];
extern const int32_t spenn_study_measure_count;

struct spenn_study_options {
    int32_t jobs;  /* threads; 0: processors */
    bool has_seed; /* overrides the scenario's */
    uint64_t seed;
    int32_t replications;              /* 0: the scenario's; else fixed */
    const volatile sig_atomic_t *stop; /* set by Ctrl-C: finish what runs, report it */
    /* Called from the calling thread only; may be NULL. */
    void (*progress)(void *context, int32_t done, int32_t planned, const char *what);
    void *context;
};

struct spenn_study_rows { /* results.csv, in its order */
    int32_t count, room;
    int32_t *alternative; /* -1: baseline */
    int32_t *base;      /* the baseline's row at the same point to compare with, or -1 */
    const char **point; /* "ledergruppe.meets=12/y"; "" without */
    const struct spenn_measure **measure;
    int32_t *over;
    spenn_id *row; /* of the subject in that alternative's model */
    const char **subject;
    double *mean, *low, *high; /* 95 % interval; equal for measures at rest */
    double *difference, *difference_low, *difference_high; /* NAN in baseline rows */
    int32_t *replications; /* in which it was observed; 0 for measures at rest */
    double *controlled, *controlled_low, *controlled_high; /* control variates; or NAN */
};

enum spenn_verdict {
    SPENN_SUPPORTED,
    SPENN_CONTRADICTED,
    SPENN_NO_DIFFERENCE,
    SPENN_UNDECIDED,
    SPENN_ASSUMED,       /* built-in: the direction is coded in an assumption */
    SPENN_NOT_COMPARABLE /* overloaded, cannot keep up, or not defined */
};
extern const char *const spenn_verdict_names[]; /* "supported", ... "not comparable" */

struct spenn_study_verdicts { /* verdicts.csv; row i belongs to expectation i */
    int32_t count;
    int32_t family, looks; /* simulated ones and planned looks: intervals hold for all */
    int32_t *verdict;
    double *difference, *low, *high, *zone; /* alternative minus than; simultaneous */
    double *variance_reduction;             /* by pairing; NAN where nothing varies */
    int32_t *replications;
    const char **reason; /* why not comparable or assumed; "" otherwise */
    const char **reason_nb;
};

struct spenn_study_note { /* what a reader must know: self-check, overload, warm-up */
    const char *text_nb, *text_en;
};

struct spenn_study_waves { /* of an alternative */
    int32_t count;         /* 0: without dates, so from the start */
    struct spenn_wave *wave;
    struct spenn_model *between; /* the models after each wave but the last */
    double *share, *mean;        /* of each wave: replications with it; when, in hours */
};

/* series.csv: the path over time, week by week from the end of the warm-up. */
struct spenn_study_path {
    int32_t weeks, series; /* weeks 0: not kept */
    double *mean, *low,
        *high;   /* [((a + 1) * weeks + week) * series + k]: alternative a */
    bool *shown; /* [(a + 1) * series + k]: the alternative measures the series */
};

struct spenn_study {
    const struct spenn_scenario *scenario;
    const struct spenn_model *baseline;
    struct spenn_model *alternative; /* alternative_count models, after changes */
    struct spenn_study_waves *waves; /* of each alternative */
    struct spenn_study_path path;
    struct spenn_study_rows rows;
    struct spenn_study_verdicts verdicts;
    int32_t note_count;
    struct spenn_study_note *note;
    double warm_up, duration; /* hours, as used */
    bool warm_up_auto;
    struct spenn_pilot pilot; /* with warm_up_auto */
    int32_t replications;     /* finished, of every alternative */
    int32_t first_stage;      /* of these; 0: precision did not decide how many */
    uint64_t seed;
    bool limited; /* some leader is overloaded, or a desk or agenda cannot keep up */
    bool interrupted;
    struct spenn_arena memory;
};

/* Runs the whole scenario; `base` is its model as read (without the scenario's assume).
 * On false the study is empty. */
bool spenn_study_run(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_study_options *options,
    struct spenn_study *study, struct spenn_error *err);

/* All that a run would refuse, without one: changes, plans, points, expectations. */
bool spenn_study_check(const struct spenn_scenario *scenario,
    const struct spenn_model *base, struct spenn_error *err);
void spenn_study_free(struct spenn_study *study); /* before the scenario is freed */

#endif
