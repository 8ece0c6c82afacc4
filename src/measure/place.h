/* SPDX-License-Identifier: MIT
 * Where units serve users and where they keep offices. Used only inside this module. */
#ifndef SPENN_PLACE_H
#define SPENN_PLACE_H

#include "lists.h"

struct spenn_places {
    struct spenn_lists served;  /* of each unit */
    struct spenn_lists offices; /* of each unit, its location among them */
};
struct spenn_places spenn_places_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* Offices of unit u: at least one where it serves places. */
int32_t spenn_unit_offices(const struct spenn_places *places, spenn_id u);

/* Places with an office: units in one place share it. */
int32_t spenn_office_count(const struct spenn_places *places);

/* Hours a year that users travel because of a stream. */
double spenn_access_hours(
    const struct spenn_model *m, const struct spenn_places *places, int32_t stream);

#endif
