/* SPDX-License-Identifier: MIT
 * Expectations become questions (which row of which world), questions become verdicts. */
#ifndef SPENN_QUESTION_H
#define SPENN_QUESTION_H

#include "world.h"

/* Resolves every expectation of the scenario into group->question. An unknown measure or
 * subject, or a measure that is not over the subject, is a problem at its place. */
bool spenn_questions_make(struct spenn_group *group,
    const struct spenn_scenario *scenario, struct spenn_error *err);

/* The same of one expectation. */
bool spenn_question_make(struct spenn_group *group, const struct spenn_expect *expect,
    struct spenn_question *question, struct spenn_error *err);

/* A measure by its id, at rest or simulated; an unknown one is a problem at `at`. */
bool spenn_measure_find(const char *id, const struct spenn_where *at,
    const struct spenn_measure **measure, bool *simulated, struct spenn_error *err);

/* Fills the verdicts as they stand after the replications done. `looks` is how many looks
 * are planned: each may err with an equal part of 5 %, and so may each question. Reasons
 * are in `memory`. */
void spenn_questions_judge(const struct spenn_group *group,
    const struct spenn_scenario *scenario, int32_t looks,
    struct spenn_study_verdicts *verdicts, struct spenn_arena *memory);

/* The same, each interval erring with probability alpha whatever the others do. */
void spenn_questions_judge_at(const struct spenn_group *group,
    const struct spenn_scenario *scenario, double alpha,
    struct spenn_study_verdicts *verdicts, struct spenn_arena *memory);

/* The replications that the precision of the scenario takes, by the variances of the
 * first stage that just ended (INFINITY: no number is enough); 0 without a first stage.
 */
double spenn_questions_need(
    const struct spenn_group *group, const struct spenn_scenario *scenario);

/* Whether no verdict is undecided. */
bool spenn_verdicts_decided(const struct spenn_study_verdicts *verdicts);

/* "baseline" or the alternative's id. */
const char *spenn_world_name(const struct spenn_scenario *scenario, int32_t world);

/* Why a row of a world says nothing: it is not there (row -1), or its time is blocked.
 * {0} when it says something. Texts in `memory`; `name` is the world's. */
struct spenn_reason {
    const char *nb, *en;
};
struct spenn_reason spenn_world_why_not(struct spenn_arena *memory,
    const struct spenn_world *world, bool simulated, int32_t row, const char *name);

/* A number with at most three decimals, in `memory`. */
const char *spenn_short_number(struct spenn_arena *memory, double value);

#endif
