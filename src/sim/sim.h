/* SPDX-License-Identifier: MIT
 * One replication of a model: cases arise, visit desks and agendas, and are decided;
 * units' practice drifts and is calibrated where people meet. The model in words and
 * formulas: docs/model.md. A plan is the model compiled once, const and shared by
 * threads; a replication's state is made once per thread and used again; a run allocates
 * nothing. */
#ifndef SPENN_SIM_H
#define SPENN_SIM_H

#include "column.h"

extern const struct spenn_measure spenn_sim_measures[];
extern const int32_t spenn_sim_measure_count;
const struct spenn_measure *spenn_sim_measure(const char *id);

struct spenn_sim_plan; /* opaque: desks, routes, laws, meeting calendars */

/* Compiles a checked model. `reference` (may be NULL: m itself) is the baseline whose
 * closed form scales uniformity and alignment and gives origins their weights. */
struct spenn_sim_plan *spenn_sim_plan_new(
    const struct spenn_model *m, const struct spenn_model *reference);
void spenn_sim_plan_free(struct spenn_sim_plan *plan);

/* Makes `last` the end of a chain: a run begins with the first wave's plan, and at each
 * date, counted from the end of the warm-up, the open cases, meetings and views move on
 * to the next plan. Rows are those of `last`. Plans are borrowed; all have the same
 * streams and tasks. */
struct spenn_sim_watch {           /* a trigger: looked at each week */
    const char *measure, *subject; /* of a row that can be watched; NULL: the whole */
    bool above;                    /* else below */
    double bound;
    double hours; /* that it must hold */
};
struct spenn_sim_wave {
    const struct spenn_sim_plan *before; /* holds until then */
    double at;                           /* hours, 0 or more, in order */
    const struct spenn_sim_watch *when;  /* not before it holds; or NULL */
};
/* Whether there is a row of the plan that can be watched. */
bool spenn_sim_watchable(
    const struct spenn_sim_plan *plan, const struct spenn_sim_watch *watch);
extern const char spenn_sim_watched[]; /* the measures that can be, for messages */
void spenn_sim_plan_chain(
    struct spenn_sim_plan *last, const struct spenn_sim_wave *wave, int32_t waves);

/* The rows that a replication fills: measure, subject, and a value for the rows known
 * without simulation (NAN for the others). A unit with two desks has rows of desk-wait
 * and utilisation for both together, and as "id/leader" and "id/cases". Owned by the
 * plan. */
const struct spenn_results *spenn_sim_slots(const struct spenn_sim_plan *plan);

/* Expected flows from the traffic equations, throughput capped at saturated desks. */
struct spenn_sim_flows {
    int32_t count;        /* desks and agendas */
    const char **subject; /* id; "id/leader" and "id/cases" of a unit with two desks */
    const bool *agenda;   /* a forum's agenda, not a desk */
    const double *utilisation; /* offered load per server or agenda place; 1 or more:
                                  cannot keep up */
    const double *visits;      /* an hour; an item's every presentation */
    const double *growth;      /* cases per week by which the backlog grows; 0 below 1 */
    const double *speed;       /* share of full speed left for cases */
    const bool *overloaded;    /* a leader whose committed hours exceed the week */
    const bool *bound;         /* patience or a cap makes it a bound, not exact */
    const int32_t *slot;       /* its utilisation among the slots, or -1 */
};
const struct spenn_sim_flows *spenn_sim_flows(const struct spenn_sim_plan *plan);

struct spenn_sim_run {
    uint64_t seed;
    int32_t replication; /* from 0 */
    double warm_up;      /* hours, 0 or more */
    double
        duration; /* hours, above 0: cases that arise in (warm_up, warm_up + duration] */
    double weekly_from; /* hours: the beginning of the first week of series */
};

struct spenn_sim_state; /* opaque: one thread's */
struct spenn_sim_state *spenn_sim_state_new(const struct spenn_sim_plan *plan);
void spenn_sim_state_free(struct spenn_sim_state *state);

struct spenn_sim_outcome {
    double open_share; /* of the window's cases, still open at warm_up + 2 x duration */
    int64_t cases;     /* that arose in the window */
    int64_t events;    /* model events */
};

/* Runs one replication; value[i] belongs to slot i, NAN where nothing was observed.
 * `weekly` (may be NULL) gets the path over time: weekly[w * spenn_series_count + k], one
 * row a week, `weeks` rows; NAN where the plan does not measure it. */
enum spenn_series {
    SPENN_SERIES_CASES, /* mean open cases */
    SPENN_SERIES_ITEMS, /* mean items waiting for forums */
    SPENN_SERIES_UNIFORMITY,
    SPENN_SERIES_ALIGNMENT,
    SPENN_SERIES_OWNERSHIP, /* mean over parties and the week */
    spenn_series_count
};
struct spenn_sim_outcome spenn_sim_run(struct spenn_sim_state *state,
    const struct spenn_sim_run *run, double *value, double *weekly, int32_t weeks);
bool spenn_sim_has_series(const struct spenn_sim_plan *plan, enum spenn_series k);
struct spenn_sim_path { /* what a series is, in its place */
    const char *id, *unit, *title_nb, *title_en;
    bool settles; /* forgets how it began */
};
extern const struct spenn_sim_path spenn_sim_paths[];
int32_t spenn_sim_waves(const struct spenn_sim_plan *plan);
/* When a wave of the last run came, hours after the warm-up; INFINITY: never. */
double spenn_sim_wave_came(const struct spenn_sim_state *state, int32_t wave);

#endif
