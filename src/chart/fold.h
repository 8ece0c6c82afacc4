/* SPDX-License-Identifier: MIT
 * Units that are not drawn as boxes of their own: in piles, in lists, as squares. */
#ifndef SPENN_FOLD_H
#define SPENN_FOLD_H

#include "plan.h"

/* fold.c: several units in one box, as the model and the detail of the plan say; the box
 * that stands for a unit in forums and second lines: -1 when it is not drawn, or not the
 * first of those in its box. */
void spenn_plan_fold(struct plan *p);
int32_t spenn_plan_box(const struct plan *p, spenn_id u);
/* lists.c: the reports of a box as lines of text, if they are positions of a few names;
 * `ties` of each unit are 0 where it is in no forum and no second line. */
bool spenn_plan_list(
    struct plan *p, int32_t b, const bool *touched, const uint64_t *ties);
const char *spenn_plan_stem(const struct plan *p, const char *name); /* "Region 12" */
/* squares.c: which boxes are squares, before any is put away; what their colours mean. */
void spenn_plan_squares(struct plan *p, const uint64_t *ties);
void spenn_plan_hues(struct plan *p);
struct spenn_drawing_style spenn_plan_square(const struct box *box);
const char *spenn_plan_square_class(const struct box *box);
const char *spenn_plan_square_label(const struct plan *p, const struct box *box);

#endif
