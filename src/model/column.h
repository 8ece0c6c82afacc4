/* SPDX-License-Identifier: MIT
 * What modules exchange: measures (what a number means) and results (rows of measure,
 * subject, value). measure and sim each own a table of measures and fill results; study
 * compares them, report prints them, chart shades by them. */
#ifndef SPENN_COLUMN_H
#define SPENN_COLUMN_H

#include "model.h"

enum spenn_over { /* what a measure is over; a measure may be over several */
    SPENN_OVER_WHOLE = 1,
    SPENN_OVER_UNITS = 2,
    SPENN_OVER_FORUMS = 4,
    SPENN_OVER_TASKS = 8,
    SPENN_OVER_LAYERS = 16, /* subject "layer-0", "layer-1", ... */
    SPENN_OVER_NEEDS = 32,
};

enum spenn_class { /* of a verdict on the measure: design 7 */
    SPENN_CLASS_DATA,
    SPENN_CLASS_STRUCTURE,
    SPENN_CLASS_BUILT_IN,
    SPENN_CLASS_EMERGENT,
};

struct spenn_measure {
    const char *id;   /* as typed and as written in results */
    const char *unit; /* "h", "share", "units", "/w", "" */
    unsigned over;    /* enum spenn_over, or-ed */
    int better;       /* 1 higher, -1 lower, 0 neither */
    enum spenn_class class;
    double zone;          /* default indifference zone in the measure's unit ... */
    double zone_relative; /* ... or this share of the baseline's value, if larger */
    const char *title_nb, *title_en;
    const char *formula, *source;
};

struct spenn_results {
    int32_t count, room;
    const struct spenn_measure **measure;
    int32_t *over; /* enum spenn_over of this row */
    spenn_id *row; /* of the unit, forum, task or need; layer number; 0 for the whole */
    const char **subject; /* id of it; the model's id for the whole */
    double *value;        /* NAN: not defined here */
};

struct spenn_result { /* one row of the table above, without its subject's text */
    const struct spenn_measure *measure;
    int32_t over;
    spenn_id row;
    double value;
};

/* Adds a row; subject text is found by `over` and `row` (borrowed from m or `memory`). */
void spenn_results_add(struct spenn_arena *memory, struct spenn_results *results,
    const struct spenn_model *m, struct spenn_result result);

/* Row of (measure id, subject), or -1. Subject NULL: the whole. */
int32_t spenn_results_find(
    const struct spenn_results *results, const char *measure, const char *subject);

#endif
