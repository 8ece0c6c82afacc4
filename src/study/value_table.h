/* SPDX-License-Identifier: MIT
 * What alternatives are worth by the user's own weights: an additive value function over
 * measures (Keeney and Raiffa 1976, section 3.5; of measures that are preferentially
 * independent, which is the user's to judge), linear between a worst and a best end. */
#ifndef SPENN_VALUE_TABLE_H
#define SPENN_VALUE_TABLE_H

#include "field.h"
#include "weights.h"

struct spenn_value_measure { /* a column of the table */
    const struct spenn_measure *measure;
    const char *of;
    double weight;      /* of a sum of 1 */
    double worst, best; /* the ends: worth 0 and 1 */
    bool given;         /* by the user; else the worst and best mean */
    bool simulated;
    double below, above; /* the weight below or above which another leads, the other
                            weights in proportion; NAN: none */
    int32_t below_to, above_to; /* who leads then; -1 */
};

struct spenn_value_table { /* rows: 0 the baseline, then the alternatives */
    struct spenn_study study;
    int32_t count, measures;
    struct spenn_value_measure *measure;
    double *mean, *value; /* [row * measures + m]; value: 0 worst, 1 best, beyond given
                             ends less or more */
    double *total, *low, *high;       /* of each row, 95 % interval over replications */
    double *gap, *gap_low, *gap_high; /* the leader's total minus this; paired */
    const char **reason_nb, **reason_en; /* why set aside; "" otherwise */
    int32_t leader;                      /* the row with the largest total; -1: none */
    int32_t unseen; /* replications left out: something was not observed everywhere */
};

/* Runs from->options->replications of every alternative that can be compared in all
 * measures (none when all are at rest). On false the table is empty. */
bool spenn_value_table_run(const struct spenn_field_source *from,
    const struct spenn_weights *weights, struct spenn_value_table *table,
    struct spenn_error *err);
void spenn_value_table_free(struct spenn_value_table *table);

/* The shares at which the leader changes when the weight of measure m goes from 0 to 1
 * and the others keep their proportion. Pure; `value` and `total` as above, rows with a
 * total of NAN are left out. */
void spenn_value_flip(struct spenn_value_table *table, int32_t m);

#endif
