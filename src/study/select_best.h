/* SPDX-License-Identifier: MIT
 * Which alternative is lowest (or highest) in one measure that the user names, the
 * baseline among them: by Kim and Nelson's sequential screening, or by spending a budget
 * as OCBA does. Nothing is ever ranked over several measures here: value_table.h does
 * that with the user's weights. The rules: docs/statistics.md. */
#ifndef SPENN_SELECT_BEST_H
#define SPENN_SELECT_BEST_H

#include "study.h"

enum { /* replications of every alternative before anything is decided */
    spenn_kn_first = 20,
    spenn_ocba_first = 10,
};

struct spenn_select_options {
    struct spenn_study_options study; /* its `replications` is not used */
    const char *measure;              /* id */
    const char *of;                   /* unit, forum, task ...; NULL: the whole */
    int32_t better;                   /* 1 highest, -1 lowest, 0: as the measure has it */
    const char *within; /* difference that does not matter, in the measure's unit, as a
                           file writes it; NULL: the measure's zone */
    double confidence;  /* 0.5 < confidence < 1 */
    int32_t budget;     /* replications in all, by OCBA; 0: Kim and Nelson */
    int32_t most;       /* of each alternative, where they go on; 2 or more */
};

enum spenn_select_status {
    SPENN_SELECT_BEST,
    SPENN_SELECT_NEAR,  /* its mean is less than `within` from the best's */
    SPENN_SELECT_OUT,   /* eliminated, or behind when the budget was spent */
    SPENN_SELECT_LEFT,  /* still in when `most` was reached or the run interrupted */
    SPENN_SELECT_ASIDE, /* not comparable, see the reason */
};

struct spenn_select {         /* rows: 0 the baseline, then the alternatives */
    struct spenn_study study; /* scenario, models, window, seed; no rows of results */
    const struct spenn_measure *measure;
    const char *of;
    bool simulated; /* else exact, without replications */
    bool highest, budgeted, default_within;
    double within, confidence;
    int32_t count, best; /* best -1: none could be compared, or none is alone yet */
    int32_t *status;
    int32_t *replications;
    double *mean;
    double *behind; /* of the best, 0 or more on the paired replications; else NAN */
    double *chance; /* OCBA: that it is better than the best, approximately; else NAN */
    const char **reason_nb, **reason_en; /* why set aside; "" otherwise */
    double correct; /* OCBA: least probability that the best is the best (approximate) */
    double good;    /* ... that nothing is better by more than `within` */
    int32_t unseen; /* replications left out: the measure was not observed everywhere */
};

/* `base` is the scenario's model as read. On false the selection is empty. */
bool spenn_select_run(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_select_options *options,
    struct spenn_select *select, struct spenn_error *err);
void spenn_select_free(struct spenn_select *select);

#endif
