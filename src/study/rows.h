/* SPDX-License-Identifier: MIT
 * What a group of worlds has to say, as rows of results and as notes. */
#ifndef SPENN_ROWS_H
#define SPENN_ROWS_H

#include "world.h"

/* Appends the rows of every world in order: measures at rest, measures simulated, then
 * the growth of backlogs and the share of open cases. Texts are copied to the study. */
void spenn_rows_add(struct spenn_study *study, const struct spenn_group *group);

/* Fills the path over time of the scenario as written. */
void spenn_path_add(struct spenn_study *study, const struct spenn_group *group);

/* Appends what a reader must know of the scenario as written: what is overloaded or
 * cannot keep up, cases left open, and where simulation and traffic equations disagree.
 */
void spenn_notes_add(struct spenn_study *study, const struct spenn_group *group);

/* One note; texts are kept as they are. Notes beyond the room for them are left out. */
enum { spenn_most_notes = 64 };
void spenn_note_add(struct spenn_study *study, const char *nb, const char *en);

#endif
