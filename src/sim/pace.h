/* SPDX-License-Identifier: MIT
 * Desks that are slower for a while: units that a wave has touched find their speed
 * again, posts fall vacant and newcomers learn. How fast a desk is at any moment is known
 * when a service begins, so its end is found by integrating the speed, exactly. The parts
 * of full speed of a desk, from the stretch that began at t0 on and after a wave at w:
 *
 *     (filled - learning e^(-(t - t0) / learning-time))
 *         * (1 - loss e^(-(t - w) / transition-recovery))
 *
 * Vacancies are drawn by post, whatever else happens. */
#ifndef SPENN_PACE_H
#define SPENN_PACE_H

#include "chain.h"

struct spenn_stretch { /* of a desk: until the next one nobody leaves or comes */
    double from;
    double filled;   /* share of full speed, were all who are there experienced */
    double learning; /* of it, lost at the beginning by those who learn */
};

struct spenn_slow {           /* a desk */
    double since, loss;       /* the last wave that touched it, and what it lost then */
    int32_t first, count, at; /* stretches; the one in force; count 0: no turnover */
};

struct spenn_pace {
    const struct spenn_sim_plan *plan;
    double recovery, learning; /* hours */
    struct spenn_slow *desk;
    struct spenn_stretch *stretch;
    int32_t used, room;
};

/* Memory for the state's desks; NULL in state->pace when no desk can ever be slower. */
void spenn_pace_new(struct spenn_sim_state *state);
void spenn_pace_reset(struct spenn_sim_state *state);
/* At a wave, when state->plan is the next one. */
void spenn_pace_wave(struct spenn_sim_state *state, const struct spenn_handover *h);

/* How long from now on a desk takes for what takes `hours` at full speed. */
double spenn_pace_hours(const struct spenn_sim_state *state, int32_t desk, double hours);
/* The reverse, at the desk of the plan before the wave at hand. */
double spenn_pace_left(const struct spenn_sim_state *state, int32_t desk, double hours);

/* Long-run share of full speed of a post with turnover: renewal theory. */
double spenn_pace_lasting(const struct spenn_model *m, double turnover, double acting);

#endif
