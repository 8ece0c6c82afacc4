/* SPDX-License-Identifier: MIT
 * What the questions share. Inside module ask only. */
#ifndef SPENN_ASK_COMMON_H
#define SPENN_ASK_COMMON_H

#include "ask.h"
#include "hours.h"
#include "team.h"

struct loads { /* of one model */
    struct spenn_hours hours;
    double *leader, *cases; /* of a unit: load of its desks, of the time they have */
    double *agenda;         /* of a forum */
    struct spenn_arena memory;
};
void loads_make(const struct spenn_model *m, struct loads *loads);

/* Hours a week of one leader of u that cases ask for, and the share of the week that they
 * and what is committed take: above 1 it does not fit. */
double loads_case_hours(const struct loads *loads, spenn_id u);
double loads_taken(const struct loads *loads, spenn_id u);

const char *say(const struct spenn_ask *ask, const char *nb, const char *en);
const char *name_of(const struct spenn_ask *ask, const struct spenn_model *m, spenn_id u);
const char *forum_of(
    const struct spenn_ask *ask, const struct spenn_model *m, spenn_id f);

/* The unit with this id, or the one that took it over; SPENN_NONE. */
spenn_id find_unit(const struct spenn_model *m, const char *id);

/* Whether every unit asked about is in some state; a problem with the nearest id. */
bool check_units(const struct spenn_ask *ask, int32_t units, struct spenn_error *err);

/* Who answers for u in its superior's place: names of the deputies, "" when the superior
 * does itself. */
const char *answers_for(const struct spenn_ask *ask, struct spenn_answer *answer,
    const struct spenn_model *m, spenn_id u);

bool sits_in(const struct spenn_model *m, spenn_id f, spenn_id u);

/* Texts in the answer's memory. */
void add_head(struct spenn_answer *answer, const char *text);
void add_foot(struct spenn_answer *answer, const char *text);
/* What an answer with hours or loads hangs on. */
void add_grounds(const struct spenn_ask *ask, struct spenn_answer *answer);
const char *percent(struct spenn_answer *answer, double share); /* "72" */
const char *decimal(struct spenn_answer *answer, double value); /* "3.5" */
const char *a_rate(struct spenn_answer *answer, double per_hour);
const char *a_duration(struct spenn_answer *answer, double hours);
const char *bar(struct spenn_answer *answer, double share);

bool ask_settles(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err);
bool ask_overloaded(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err);
bool ask_largest(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err);
bool ask_unit(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err);

#endif
