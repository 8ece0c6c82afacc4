/* SPDX-License-Identifier: MIT
 * Practice: how alike the units treat like cases, and how well they follow the top
 * leader's strategy. Every unit concerned has a view that drifts to its local norm and is
 * pulled toward the others' where people meet. Measured over the origins of demand, in
 * days of 7.5 h. Formulas: docs/model.md, "Practice". */
#ifndef SPENN_PRACTICE_H
#define SPENN_PRACTICE_H

#include "sim.h"

struct spenn_practice;       /* opaque: who has a view, who meets, how often; const */
struct spenn_practice_state; /* opaque: one thread's */

/* Compiles the practice of a checked model into `memory`, or returns NULL when no origin
 * has practice = true. `reference` (may be NULL: m itself) gives the origins' weights and
 * the closed form that scales the results. `contact` (may be NULL: all 1) says for each
 * unit which share of its planned line contacts its leader has time for. */
const struct spenn_practice *spenn_practice_new(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_model *reference,
    const double *contact);

struct spenn_practice_state *spenn_practice_state_new(
    struct spenn_arena *memory, const struct spenn_practice *practice);

/* Waves: what becomes of the views when the organization changes. `was`: of a unit of
 * the model after, the unit that it was, or SPENN_NONE. */
struct spenn_practice_handover;
void spenn_practice_hand_over(struct spenn_arena *memory,
    const struct spenn_practice *from, const struct spenn_practice *to,
    const spenn_id *was, struct spenn_practice_handover *handover);
/* A state that begins with `first`; `at` (borrowed, one a wave) is when they come. */
struct spenn_practice_state *spenn_practice_state_chain(struct spenn_arena *memory,
    const struct spenn_practice *first, const struct spenn_practice_handover *wave,
    int32_t waves, const double *at);

struct spenn_practice_result {
    double uniformity; /* 1 - V/V0; NAN when V0 is 0: nothing can differ */
    double alignment;  /* 1 - mean square lag behind the strategy / its value without
                          contact; NAN without a top leader */
};

struct spenn_practice_weekly { /* {0}: not wanted */
    double *value; /* of week w: value[w * stride] uniformity, [w * stride + 1] alignment
                    */
    int32_t stride, weeks;
};

/* One replication over days 0 .. warm_up + duration; the result is over the window.
 * Allocates nothing. The same (seed, replication, origin) has the same norm and the same
 * daily luck in every alternative. */
struct spenn_practice_result spenn_practice_run(struct spenn_practice_state *state,
    const struct spenn_sim_run *run, struct spenn_practice_weekly weekly);

/* V0: the variance of practice across origins if no one ever met, in closed form. */
double spenn_practice_spread(const struct spenn_practice *practice);

#endif
