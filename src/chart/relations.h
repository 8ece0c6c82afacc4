/* SPDX-License-Identifier: MIT
 * Relations beside the tree: forums and second lines, as frames, lines or letters. */
#ifndef SPENN_RELATIONS_H
#define SPENN_RELATIONS_H

#include "plan.h"

/* ties.c: gathers them; then gives letters to those that could not be drawn, and says
 * whether any is new: boxes grow to hold them. The last time it only counts the others.
 */
void spenn_plan_ties(struct plan *p);
bool spenn_plan_letters(struct plan *p, bool last);

/* lines.c: how a tie looks as lines. */
int32_t spenn_tie_look(const struct tie *tie);
const char *spenn_tie_color(const struct tie *tie);
/* Whether its lines carry its name: those that lead; of others the ends say enough. */
bool spenn_tie_leads(const struct tie *tie);

/* "Region 1–6" for names that count, NULL for others. */
const char *spenn_plan_numbers(
    const struct plan *p, const char *first, const char *last, int32_t count);
/* The same, or the first name and how many more. */
const char *spenn_plan_range(
    const struct plan *p, const char *first, const char *last, int32_t count);

/* frames.c: whether deputies without units stand between the top leader and the others,
 * so that the trunk may begin at their frame. The frame of the leadership group and the
 * panels, once places are known; then those of other forums, which keep clear of the
 * chart's lines. */
void spenn_plan_whole(struct plan *p);
void spenn_plan_group(struct plan *p);
void spenn_plan_frames(struct plan *p, const struct spenn_drawing *chart);
const char *spenn_plan_forum(const struct plan *p, int32_t forum); /* its name */
int32_t spenn_plan_members(const struct plan *p, int32_t forum);   /* those drawn */
bool spenn_plan_meets(const struct plan *p, int32_t forum); /* all of them, or two */

#endif
