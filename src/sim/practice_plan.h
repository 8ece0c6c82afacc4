/* SPDX-License-Identifier: MIT
 * The compiled form of practice, shared by practice_plan.c (makes it) and practice.c
 * (runs it). Rows: a view is a unit that has one; a draw is a random source of a view
 * (one for each origin it serves); a meeting pulls a run of views together. */
#ifndef SPENN_PRACTICE_PLAN_H
#define SPENN_PRACTICE_PLAN_H

#include "practice.h"
#include "random.h"

struct spenn_practice_meeting {
    uint64_t key;        /* names its phase */
    double interval;     /* hours */
    double pull;         /* share of a gap that it closes, 0 to 1 */
    int32_t first, size; /* its run in `present`: view rows */
    int32_t above;       /* the first so many tell the last what they say together, and
                            `speaks`, one of them, meets it; 0: all meet */
    int32_t speaks;
};

struct spenn_practice {
    int32_t views, meetings;
    spenn_id *unit;      /* of a view */
    double *weight;      /* of a view: share of the cases it serves; 0: serves none */
    double *norm_spread; /* of a view: standard deviation of its local norm */
    int32_t *first_draw; /* of a view: its run of draws, views + 1 entries */
    uint64_t *draw_key;  /* of a draw: hash of the origin's id */
    double *draw_share;  /* squares of a view sum to 1, so merging keeps the spread */
    struct spenn_practice_meeting *meeting;
    int32_t *present;
    int32_t top; /* view row of the top leader, or -1: it meets nobody who has a view */
    bool led;    /* there is a top leader */
    double decay, shock, noise; /* a day of drift: x <- m + decay (x - m) + ... */
    uint64_t strategy_key;
    double strategy_decay, strategy_shock; /* a day of the top leader's strategy */
    double spread;                         /* V0 */
};

/* From one practice to the next: a new view is a mix of views before, those of the units
 * that served its origins. */
struct spenn_practice_handover {
    const struct spenn_practice *to;
    int32_t *first; /* of a view of `to`: its run of sources, views + 1 entries */
    int32_t *from;  /* of a source: the view before */
    double *share;  /* shares of a view sum to 1 */
    int32_t *same;  /* of a meeting of `to`: the same series before, or -1 */
};

struct spenn_practice_state {
    const struct spenn_practice *practice, *first; /* in force; at the start */
    double *norm, *view, *belief;                  /* of a view: m, x and z */
    double *next;    /* of a meeting: hour of the next one */
    double *luck;    /* of a draw: four days' normal variates */
    double strategy; /* s */
    struct spenn_random random;
    int32_t waves, passed;
    const struct spenn_practice_handover *wave;
    const double *at; /* hours at which the waves come */
    double *spare[3]; /* views, beliefs, meetings of before */
};

/* Blocks of a key. The phase of a forum is the one that forum.c draws. */
enum { FOR_PHASE, FOR_NORM, FOR_START, FOR_DAYS };

/* practice.c, for practice_wave.c: */
double spenn_practice_uniform(
    const struct spenn_practice_state *s, uint64_t key, uint32_t purpose);
void spenn_practice_draw_days(struct spenn_practice_state *s, int32_t day);
void spenn_practice_norms(struct spenn_practice_state *s);
void spenn_practice_begin_view(struct spenn_practice_state *s, int32_t v);
/* practice_wave.c: the waves that come before the day. */
void spenn_practice_waves(struct spenn_practice_state *s, int32_t day);

#endif
