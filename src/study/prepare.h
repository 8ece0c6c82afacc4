/* SPDX-License-Identifier: MIT
 * What comes before the first replication: models of all alternatives, their way over
 * time, the window. Shared by everything that simulates a scenario. */
#ifndef SPENN_PREPARE_H
#define SPENN_PREPARE_H

#include "world.h"

/* Fills baseline, alternative and waves of a study that has its scenario. On false some
 * are there: spenn_study_free. */
bool spenn_study_models(
    struct spenn_study *study, const struct spenn_model *base, struct spenn_error *err);

/* The way of the baseline and of every alternative, in `memory`. */
struct spenn_course *spenn_study_courses(
    struct spenn_arena *memory, const struct spenn_study *study);

/* Seed, duration and warm-up, of the study and of its group; pilots run when the warm-up
 * is `auto`. */
void spenn_study_window(struct spenn_study *study, struct spenn_group *group);

/* Room for a verdict on every expectation. */
void spenn_study_verdict_room(struct spenn_study *study);

/* Their addresses, in `memory`. */
const struct spenn_model *const *spenn_study_pointers(
    struct spenn_arena *memory, const struct spenn_model *model, int32_t count);

#endif
