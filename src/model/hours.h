/* SPDX-License-Identifier: MIT
 * A leader's week: what contact, forums and administration take, and what is left for
 * cases. Contact with line reports that has no row in `contact:` gives way when hours run
 * short: it takes at most contact-share of what the rest leaves, but contact-minimum;
 * when even that leaves less than overload-floor, the unit is overloaded. */
#ifndef SPENN_HOURS_H
#define SPENN_HOURS_H

#include "model.h"

struct spenn_hours {
    double *committed; /* h/w of one leader of the unit */
    double *forums;    /* h/w of that in forums, preparation included */
    double *share;     /* of a leader's week left for cases: at least overload-floor */
    double *contact;   /* share of the planned contact with line reports that fits */
    bool *overloaded;
};

struct spenn_hours spenn_hours_new(
    const struct spenn_model *m, struct spenn_arena *memory);

/* Person-hours a week that a forum takes of all its members, preparation included. */
double spenn_forum_hours(const struct spenn_model *m, spenn_id f);

#endif
