/* SPDX-License-Identifier: MIT
 * Who is in regular contact because one reports to the other: the line, then professional
 * and administrative lines that lead elsewhere, in model order, without the pairs that a
 * row of `contact:` speaks of. Where members of a leading team answer for a unit (team.h)
 * they stand in their superior's place, several in turn with a share each. It costs both
 * of them hours (hours.h), and between meetings practice spreads by it. */
#ifndef SPENN_REPORTS_H
#define SPENN_REPORTS_H

#include "model.h"

struct spenn_reports {
    int32_t count;
    spenn_id *superior, *report;
    double *share; /* of the report's contact upward */
};

struct spenn_reports spenn_reports_make(
    const struct spenn_model *m, struct spenn_arena *memory);

#endif
