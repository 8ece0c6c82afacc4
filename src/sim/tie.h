/* SPDX-License-Identifier: MIT
 * Ties between units, w from 0 to 1: they grow with regular contact and with people who
 * move between the units, fade without, and jump when the units talk or treat a case
 * together. Between two jumps w has a closed form, and a pair that never jumped stands
 * where it would in the long run; so only pairs that did have a record, found by hash:
 * memory is linear in the pairs that meet, not in those that might. Formulas:
 * docs/model.md §7.13. */
#ifndef SPENN_TIE_H
#define SPENN_TIE_H

#include "lineage.h"
#include "regular.h"

struct spenn_tie_plan {
    const struct spenn_regular *regular;
    double gain;  /* share of what is lacking that a meeting makes */
    double decay; /* an hour */
    double posts; /* units that a post of one with mobility may be filled from */
};
struct spenn_tie_plan spenn_tie_plan_make(
    const struct spenn_model *m, const struct spenn_regular *regular);

/* Of two units that never talk: their tie in the long run; at what rate it grows. */
double spenn_tie_lasting(const struct spenn_tie_plan *plan, spenn_id a, spenn_id b);
double spenn_tie_growth(const struct spenn_tie_plan *plan, spenn_id a, spenn_id b);

struct spenn_tie { /* of a pair, a < b, that has jumped */
    spenn_id a, b;
    double value, at;     /* then */
    double lasting, rate; /* it tends to `lasting` at this rate */
};
struct spenn_tie_table {
    struct spenn_tie *tie; /* in order of their first talk */
    int32_t count, room;
    int32_t *cell; /* row of tie + 1, or 0; mask + 1 of them */
    int32_t mask;
};
struct spenn_tie_era {                   /* a plan in force */
    const struct spenn_tie_plan *plan;   /* or NULL: nobody coordinates */
    const struct spenn_lineage *lineage; /* from the plan before */
    double from;
};
struct spenn_ties {
    struct spenn_arena *memory; /* of the state: tables grow */
    struct spenn_tie_table table, before;
    struct spenn_tie_era *era;
    int32_t last; /* era in force */
};

void spenn_ties_new(struct spenn_ties *ties, struct spenn_arena *memory, int32_t eras);
void spenn_ties_reset(struct spenn_ties *ties, struct spenn_arena *memory,
    const struct spenn_tie_plan *plan);
/* The organization changes now. */
void spenn_ties_pass(struct spenn_ties *ties, const struct spenn_tie_plan *plan,
    const struct spenn_lineage *lineage, double now);

double spenn_tie_now(const struct spenn_ties *ties, spenn_id a, spenn_id b, double now);
/* The two have just talked. */
void spenn_tie_jump(struct spenn_ties *ties, spenn_id a, spenn_id b, double now);

#endif
