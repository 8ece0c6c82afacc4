/* SPDX-License-Identifier: MIT
 * A model from text, compiled and run, for tests of the engine; and one text in which
 * everything that the engine knows happens. */
#ifndef WORLD_H
#define WORLD_H

#include "unit.h"

#include "tiny.h"

#include "engine.h"

#include <math.h>
#include <stdlib.h>

struct world {
    struct spenn_model m;
    struct spenn_sim_plan *plan;
    struct spenn_sim_state *state;
    double *value;
    struct spenn_sim_outcome outcome;
};

static inline void world_make(struct world *w, const char *text)
{
    *w = (struct world){.plan = NULL};
    tiny_model(text, &w->m);
    w->plan = spenn_sim_plan_new(&w->m, NULL);
    w->state = spenn_sim_state_new(w->plan);
    w->value = calloc((size_t)spenn_sim_slots(w->plan)->count, sizeof *w->value);
}

static inline void world_free(struct world *w)
{
    free(w->value);
    spenn_sim_state_free(w->state);
    spenn_sim_plan_free(w->plan);
    spenn_model_free(&w->m);
}

static inline void world_run(struct world *w, uint64_t seed, double warm_up, double hours)
{
    struct spenn_sim_run run = {seed, 0, warm_up, hours, 0};
    w->outcome = spenn_sim_run(w->state, &run, w->value, NULL, 0);
}

static inline double world_value(
    const struct world *w, const char *measure, const char *subject)
{
    int32_t slot = spenn_results_find(spenn_sim_slots(w->plan), measure, subject);
    if (slot < 0) {
        fail_msg("no slot '%s' of '%s'", measure, subject ? subject : "the whole");
    }
    return w->value[slot];
}

static inline bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1.0, fmax(fabs(a), fabs(b)));
}

/* No time is taken by contact or administration: desks work at full speed. */
#define WORLD_FREE "assume: {contact-per-report: 0, administration: 0}\n"

#define WORLD_RICH                                                                       \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: avd, kind: department, count: 2, reports-to: topp, leaders: 2}\n"     \
         "  - {id: nord, kind: region, reports-to: avd-1, caseworkers: 3}\n"             \
         "  - {id: midt, kind: region, reports-to: avd-1, caseworkers: 4}\n"             \
         "  - {id: vest, kind: region, reports-to: avd-2, caseworkers: 3}\n"             \
         "  - {id: liten, kind: team, reports-to: avd-2}\n"                              \
         "  - {id: it, kind: support, reports-to: topp, caseworkers: 2}\n"               \
         "lines:\n"                                                                      \
         "  - {kind: professional, from: avd-2, to: nord}\n"                             \
         "forums:\n"                                                                     \
         "  - {id: gruppe, kind: leadership-group, chair: topp, members: [avd-*],"       \
         " meets: 1/w, lasts: 2h, agenda: 4, commitment: 60%}\n"                         \
         "tasks:\n"                                                                      \
         "  - {id: vedtak, at: [nord, midt, vest], arrives: 20/w, handling: 4h,"         \
         " decision: 20min, beyond-authority: 20%, support: {it: 30%}, priority: 3}\n"   \
         "  - {id: haster, at: [nord, vest], arrives: 5/w, handling: {mean: 2h, law:"    \
         " erlang-3}, decision: 30min, priority: 1, deadline: {mean: 3h, law: fixed},"   \
         " late: escalates, beyond-authority: 30%, via: professional}\n"                 \
         "  - {id: prinsipp, at: liten, arrives: 2/w, handling: 2h, decision: 20min,"    \
         " decided-in: gruppe, deadline: 2w, late: inner-circle, hard: true}\n"          \
         "  - {id: klage, at: liten, arrives: 4/w, handling: 1h, decision: 2h,"          \
         " decided-by: avd-1, deadline: {mean: 1w, law: exponential}, late: lapses}\n"   \
         "  - {id: smaa, at: liten, arrives: 3/w, handling: 30min, decision: 10min}\n")

/* More tasks, whose cases need others. */
#define WORLD_LADDER                                                                     \
    "  - {id: felles, at: nord, arrives: 2/w, handling: 1h, decision: 10min,"            \
    " coordinates: {with: [midt, vest, it], parties: 3, step: 4, tries: 2,"              \
    " again-after: 2d, messages: line}}\n"                                               \
    "  - {id: floke, at: avd-2, arrives: 1/w, decision: 20min, deadline: 1w,"            \
    " late: escalates, decided-in: gruppe, coordinates: {with: [avd-1, topp],"           \
    " parties: 2, step: 3, ladder: chain}}\n"

#endif
