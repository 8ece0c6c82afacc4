/* SPDX-License-Identifier: MIT
 * Regular contact: the forums in which each unit sits, and its bilateral contacts, as the
 * model has them and of superiors with their reports. Memory is linear in members and
 * contacts. */
#ifndef SPENN_REGULAR_H
#define SPENN_REGULAR_H

#include "model.h"

struct spenn_contact { /* of a unit */
    spenn_id with;
    double rate; /* an hour */
};

struct spenn_regular { /* first_...: of a unit, its run; units + 1 entries */
    const struct spenn_model *m;
    int32_t *first_forum, *first_contact;
    spenn_id *forum;               /* in model order */
    struct spenn_contact *contact; /* by partner */
};

/* `fits` (borrowed during the call): of a unit, the share of its line contact for which
 * there is time. */
const struct spenn_regular *spenn_regular_new(
    struct spenn_arena *memory, const struct spenn_model *m, const double *fits);
/* That of a plan, made when first asked for. */
struct spenn_sim_plan;
const struct spenn_regular *spenn_plan_regular(struct spenn_sim_plan *plan);

/* Contacts an hour of u with w; and with the meetings of the forums in which both sit. */
double spenn_regular_contact(const struct spenn_regular *regular, spenn_id u, spenn_id w);
double spenn_regular_meetings(
    const struct spenn_regular *regular, spenn_id u, spenn_id w);

#endif
