/* SPDX-License-Identifier: MIT
 * Each post has its own luck, named by the unit, the desk and the number of the post. */
#include "vacancy.h"

#include "engine.h"
#include "mutant.h"

#include <math.h>
#include <stdlib.h>

struct change { /* of a post: someone leaves, or comes */
    double time;
    int32_t post;
    double learning; /* what who comes still lacks; below 0: leaves */
    double lacked;   /* what who leaves lacked at `came` */
    double came;
};

struct drawing {
    struct spenn_sim_state *state;
    const struct spenn_plan_desk *desk;
    double rate, vacancy, loss, learning, end;
    struct change *change;
    int32_t count, room;
    struct spenn_arena memory;
};

static void add(struct drawing *drawing, struct change change)
{
    if (drawing->count == drawing->room) {
        drawing->room = drawing->room ? 2 * drawing->room : 64;
        drawing->change = spenn_arena_grow(&drawing->memory, drawing->change,
            (size_t)drawing->count, (size_t)drawing->room, sizeof *drawing->change);
    }
    drawing->change[drawing->count++] = change;
}

static double exponential(double mean, double u)
{
    return -mean * log(1.0 - u);
}

static struct spenn_draws draw(const struct drawing *drawing, int32_t post, uint32_t term)
{
    uint64_t key = drawing->desk->key + (uint64_t)post * 0x9e3779b97f4a7c15u;
    return spenn_random_draw(&drawing->state->random, key, term, 0, 0);
}

/* The terms of one post. In the long run it is vacant for the share rV / (1 + rV) of the
 * time; who holds it has held it for an exponential time, and so will. */
static void draw_post(struct drawing *drawing, int32_t post)
{
    struct spenn_draws first = draw(drawing, post, 0);
    double away = drawing->rate * drawing->vacancy, time = 0.0;
    struct change term = {.post = post, .came = 0.0, .lacked = drawing->loss};
    if (first.u[0] < (SPENN_MUTANT(VACANCY) ? away : away / (1.0 + away))) {
        add(drawing, (struct change){0.0, post, -1.0, 0.0, 0.0});
        time = exponential(drawing->vacancy, first.u[1]);
    } else {
        term.lacked *=
            exp(-exponential(1.0 / drawing->rate, first.u[2]) / drawing->learning);
        add(drawing, (struct change){0.0, post, term.lacked, 0.0, 0.0});
        time = exponential(1.0 / drawing->rate, first.u[1]);
        add(drawing, (struct change){time, post, -1.0, term.lacked, 0.0});
        time += exponential(drawing->vacancy, first.u[3]);
    }
    for (uint32_t k = 1; time < drawing->end; k++) {
        struct spenn_draws luck = draw(drawing, post, k);
        add(drawing, (struct change){time, post, drawing->loss, 0.0, 0.0});
        double leaves = time + exponential(1.0 / drawing->rate, luck.u[0]);
        add(drawing, (struct change){leaves, post, -1.0, drawing->loss, time});
        time = leaves + exponential(drawing->vacancy, luck.u[1]);
    }
}

static int by_time(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    if (x->time != y->time) {
        return x->time < y->time ? -1 : 1;
    }
    if (x->post != y->post) {
        return x->post < y->post ? -1 : 1;
    }
    return (x->learning < y->learning) - (x->learning > y->learning);
}

static void add_stretch(
    struct spenn_sim_state *state, struct spenn_pace *pace, struct spenn_stretch stretch)
{
    if (pace->used == pace->room) {
        pace->room = pace->room ? 2 * pace->room : 256;
        pace->stretch = spenn_arena_grow(&state->memory, pace->stretch,
            (size_t)pace->used, (size_t)pace->room, sizeof *pace->stretch);
    }
    pace->stretch[pace->used++] = stretch;
}

/* Sums over the posts, from change to change. */
static void make_stretches(struct drawing *drawing, struct spenn_pace *pace)
{
    double servers = drawing->desk->servers, acting = drawing->desk->acting;
    double in = servers, learning = 0.0, time = 0.0;
    int32_t known = 0;
    for (int32_t i = 0; i < drawing->count && drawing->change[i].time < drawing->end;
         i++) {
        const struct change *change = &drawing->change[i];
        learning *= exp((time - change->time) / drawing->learning);
        time = change->time;
        if (change->learning >= 0.0) {
            in += time > 0.0;
            learning += change->learning;
        } else {
            in--;
            learning -= change->lacked * exp((change->came - time) / drawing->learning);
        }
        learning = in > 0.0 ? fmin(fmax(learning, 0.0), in) : 0.0;
        if (++known >= drawing->desk->servers
            && (i + 1 == drawing->count || drawing->change[i + 1].time > time)) {
            add_stretch(drawing->state, pace,
                (struct spenn_stretch){
                    time, (in + acting * (servers - in)) / servers, learning / servers});
        }
    }
    add_stretch(drawing->state, pace, (struct spenn_stretch){drawing->end, 1.0, 0.0});
}

void spenn_vacancies_draw(
    struct spenn_sim_state *state, struct spenn_pace *pace, int32_t d)
{
    const double *assume = state->plan->m->assume.value;
    struct spenn_slow *slow = &pace->desk[d];
    struct drawing drawing = {
        .state = state,
        .desk = &state->plan->desk[d],
        .rate = state->plan->desk[d].turnover,
        .vacancy = assume[SPENN_VACANCY_TIME] * (SPENN_MUTANT(VACANT_TIME) ? 1.5 : 1.0),
        .loss = assume[SPENN_LEARNING_LOSS],
        .learning = assume[SPENN_LEARNING_TIME],
        .end = state->to + (state->to - state->from),
    };
    slow->first = pace->used;
    for (int32_t post = 0; post < drawing.desk->servers; post++) {
        draw_post(&drawing, post);
    }
    if (drawing.count) {
        qsort(drawing.change, (size_t)drawing.count, sizeof *drawing.change, by_time);
    }
    make_stretches(&drawing, pace);
    slow->count = pace->used - slow->first;
    spenn_arena_free(&drawing.memory);
}
