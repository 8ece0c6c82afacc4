/* SPDX-License-Identifier: MIT
 * A model from text that changes in waves, compiled and run. */
#ifndef JOURNEY_H
#define JOURNEY_H

#include "world.h"

#include "change.h"

enum { most_waves = 4 };

struct stop { /* a wave: its date in hours, and its changes */
    double at;
    const char *changes;
    const struct spenn_sim_watch *when; /* not before it holds; or NULL */
};

struct journey {
    struct spenn_model m[most_waves + 1];
    struct spenn_sim_plan *plan[most_waves + 1];
    int32_t waves;
    struct world last; /* its model is not used */
};

static inline void journey_change(
    const struct spenn_model *from, const char *text, struct spenn_model *to)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    if (!spenn_changes_apply(from, tiny_value(text, &memory), to, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("no valid changes:\n%s", text);
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

/* Stops end with one without changes. */
static inline void journey_make(
    struct journey *j, const char *text, const struct stop *stop)
{
    struct spenn_sim_wave wave[most_waves];
    *j = (struct journey){.waves = 0};
    tiny_model(text, &j->m[0]);
    j->plan[0] = spenn_sim_plan_new(&j->m[0], NULL);
    for (int32_t i = 0; i < most_waves && stop[i].changes; i++) {
        journey_change(&j->m[i], stop[i].changes, &j->m[i + 1]);
        j->plan[i + 1] = spenn_sim_plan_new(&j->m[i + 1], &j->m[0]);
        wave[i] = (struct spenn_sim_wave){j->plan[i], stop[i].at, stop[i].when};
        j->waves++;
    }
    j->last.plan = j->plan[j->waves];
    if (j->waves) {
        spenn_sim_plan_chain(j->last.plan, wave, j->waves);
    }
    j->last.state = spenn_sim_state_new(j->last.plan);
    j->last.value =
        calloc((size_t)spenn_sim_slots(j->last.plan)->count, sizeof *j->last.value);
}

static inline void journey_free(struct journey *j)
{
    free(j->last.value);
    spenn_sim_state_free(j->last.state);
    for (int32_t i = 0; i <= j->waves; i++) {
        spenn_sim_plan_free(j->plan[i]);
    }
    for (int32_t i = 0; i <= j->waves; i++) {
        spenn_model_free(&j->m[i]);
    }
}

#endif
