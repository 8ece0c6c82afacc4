/* SPDX-License-Identifier: MIT
 * A superior's leading team: its direct reports of kind deputy that have `responsibility`
 * and no reports of their own. They answer for its other reports: who has a deputy of its
 * sector with `by-sector` has that one; else all deputies with `across` answer in turn;
 * else those with `by-unit` share the units out, in the order of both; else the superior
 * answers itself. */
#ifndef SPENN_TEAM_H
#define SPENN_TEAM_H

#include "model.h"

struct spenn_team {
    bool any;
    int32_t *first, *size; /* of unit u: its run in member; 0: its superior answers */
    spenn_id *member;
};

struct spenn_team spenn_team_make(
    const struct spenn_model *m, struct spenn_arena *memory);

#endif
