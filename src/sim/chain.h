/* SPDX-License-Identifier: MIT
 * Plans in a row: an organization that changes in waves while it works. At a wave the
 * state moves from one plan to the next (handover.c); between waves the engine knows
 * nothing of it. Streams and tasks are the same in all plans of a chain. */
#ifndef SPENN_CHAIN_H
#define SPENN_CHAIN_H

#include "state.h"

struct spenn_watched { /* sums so far of what a trigger watches: its mean is sum / base */
    double sum, base;
};

struct spenn_watch { /* a trigger, resolved in the plan before it */
    bool on, above;
    int32_t slot;
    double bound, hours;
};

struct spenn_handover { /* from one plan to the next */
    double at;          /* hours after the warm-up */
    const struct spenn_sim_plan *from, *to;
    struct spenn_watch watch;
    spenn_id *same; /* of a unit of `from`: the unit that it still is, or SPENN_NONE */
    spenn_id *was;  /* of a unit of `to`: the unit that it was, or SPENN_NONE */
    bool *touched;  /* of a unit of `to`: new, merged, moved, led anew, or other work */
    int32_t *desk;  /* of `from`: the desk that goes on with the services there */
    int32_t *sums;  /* of `from`: the desk whose past it is, or SPENN_NONE */
    int32_t *forum; /* of `from`: the same forum, or SPENN_NONE */
    struct spenn_lineage lineage;
};

struct spenn_room { /* what a state needs: the most of any of its plans */
    int32_t desks, forums, queues;
    bool loaded;     /* some task goes to the least loaded unit */
    bool informs;    /* some unit is kept informed */
    int32_t members; /* of a forum */
    int32_t owners;  /* pairs of a task and a unit that may be a party */
    int32_t parties; /* of a case on the ladder; 0: none */
};
struct spenn_room spenn_room_of(
    struct spenn_room room, const struct spenn_sim_plan *plan);

struct spenn_chain {
    int32_t count;
    struct spenn_handover *wave;
    struct spenn_room room;
    struct spenn_practice_handover *practice; /* of each wave; NULL without practice */
};

struct spenn_past {       /* of a desk, or of those that nobody took over, in the */
    double servers, work; /* window: server-hours; hours of a leader's own week */
    double busy;          /* of the desk's busy hours: those in `work` */
};

struct spenn_wave_state {         /* what a run in waves needs besides */
    int32_t passed;               /* waves */
    double since;                 /* the last one, or the start of the window */
    double look;                  /* when the trigger is looked at next */
    double held;                  /* hours that it has held */
    struct spenn_watched watched; /* sums at the last look */
    struct spenn_desk *desk;      /* second sets, for moving from one to the other */
    struct spenn_forum_state *forum;
    struct spenn_past *past, *before; /* of a desk */
    struct spenn_past gone;           /* of units that nobody took over */
    struct spenn_desk sums;           /* theirs */
    double *at;                       /* of a wave: when it came; INFINITY: never */
    double *due;                      /* of a forum: its pending event */
    int32_t *list;                    /* slots */
    int32_t listed, room;
};

/* Parts of a wave. past.c: */
void spenn_wave_desks(struct spenn_sim_state *state, const struct spenn_handover *h);
/* handover.c: a slot to go on with at the end */
void spenn_wave_list(struct spenn_sim_state *state, int32_t slot);
/* handover_forum.c: */
void spenn_wave_keep_due(struct spenn_sim_state *state, const struct spenn_handover *h);
void spenn_wave_forums(struct spenn_sim_state *state, const struct spenn_handover *h);
void spenn_wave_items(struct spenn_sim_state *state, const struct spenn_handover *h,
    int32_t forum, bool stay);

/* When the next wave comes, or is asked whether it comes; INFINITY: never. */
double spenn_wave_next(const struct spenn_sim_state *state);
/* Whether the next wave, now due, comes. */
bool spenn_wave_comes(struct spenn_sim_state *state);
/* watch.c */
void spenn_watch_begin(struct spenn_sim_state *state);
struct spenn_watched spenn_watch_read(
    const struct spenn_sim_state *state, const struct spenn_watch *watch);
void spenn_watch_resolve(const struct spenn_sim_plan *plan,
    const struct spenn_sim_watch *given, struct spenn_watch *watch);
/* The state moves on to the next plan, now. */
void spenn_wave_pass(struct spenn_sim_state *state);
/* The same for sums only, when the run is over: its rows are those of the last plan. */
void spenn_wave_skip(struct spenn_sim_state *state);
/* Makes the memory of a state for the chain, and sets it back for a run. */
void spenn_wave_new(struct spenn_sim_state *state);
void spenn_wave_reset(struct spenn_sim_state *state);
/* A desk of the plan in force: server-hours, and hours of work, of the window. */
double spenn_desk_hours(const struct spenn_sim_state *state, int32_t desk);
double spenn_desk_work(const struct spenn_sim_state *state, int32_t desk, double until);

#endif
