/* SPDX-License-Identifier: MIT
 * Alternatives that are simulated as far as each is needed: some of them, replications
 * from any number on. Replication r of all of them is the same cases. */
#ifndef SPENN_FIELD_H
#define SPENN_FIELD_H

#include "question.h"

struct spenn_field {
    struct spenn_study *study; /* borrowed: models, window */
    struct spenn_group group;  /* its worlds' moments stay empty, but `open` */
    struct spenn_arena memory;
    int32_t done, planned; /* replications in all, as progress tells */
};

struct spenn_field_source { /* all borrowed */
    const struct spenn_scenario *scenario;
    const struct spenn_model *base; /* its model as read */
    const struct spenn_study_options *options;
};

/* Makes models and plans of all alternatives into an empty study and field. On false both
 * are empty. */
bool spenn_field_make(struct spenn_field *field, struct spenn_study *study,
    const struct spenn_field_source *from, struct spenn_error *err);
void spenn_field_free(struct spenn_field *field); /* leaves the study */

struct spenn_field_question { /* a measure of each world */
    const struct spenn_measure *measure;
    bool simulated;
    int32_t *row; /* of each world, of its slots or rest; -1: not there */
};

/* Resolves measure and subject (NULL: the whole) in every world, in the field's memory.
 */
bool spenn_field_ask(struct spenn_field *field, const char *measure, const char *of,
    struct spenn_field_question *question, struct spenn_error *err);

/* Runs `count` replications (at most group.batch) of some worlds, in ascending order,
 * from number `first` on; how many were finished by all: `count` unless stopped. */
int32_t spenn_field_run(struct spenn_field *field, const int32_t *world, int32_t worlds,
    int32_t first, int32_t count);

/* What replication r of the batch in hand says; or the value at rest. NAN: nothing. */
double spenn_field_value(const struct spenn_field *field,
    const struct spenn_field_question *question, int32_t world, int32_t r);

/* Adds replication r to what tells whether the world leaves too many cases open. */
void spenn_field_open(struct spenn_field *field, int32_t world, int32_t r);

/* Why the question says nothing in this world, as far as is known; {0} when it does. */
struct spenn_reason spenn_field_why_not(struct spenn_field *field,
    const struct spenn_field_question *question, int32_t world);

/* A value as a file writes it, in the measure's unit. */
bool spenn_field_quantity(
    const struct spenn_measure *measure, const char *text, double *value);

/* The same of a difference, above 0. */
bool spenn_field_within(const struct spenn_measure *measure, const char *text,
    double *within, struct spenn_error *err);

#endif
