/* SPDX-License-Identifier: MIT
 * Integrals of a desk's speed, and what a wave does to it. */
#include "pace.h"

#include "engine.h"
#include "mutant.h"
#include "vacancy.h"

#include <math.h>

static const double nothing = 1e-12; /* a loss that no longer counts */

double spenn_pace_lasting(const struct spenn_model *m, double turnover, double acting)
{
    const double *assume = m->assume.value;
    double away = turnover * assume[SPENN_VACANCY_TIME];
    double learning = turnover * assume[SPENN_LEARNING_TIME];
    double lost = assume[SPENN_LEARNING_LOSS] * learning / (1.0 + learning);
    return (1.0 - lost + acting * away) / (1.0 + away);
}

static bool has_turnover(const struct spenn_sim_plan *plan)
{
    for (int32_t d = 0; d < plan->desk_count; d++) {
        if (plan->desk[d].turnover > 0.0) {
            return true;
        }
    }
    return false;
}

static bool ever_slower(const struct spenn_sim_state *state)
{
    const struct spenn_chain *chain = state->chain;
    bool slower = has_turnover(state->last);
    for (int32_t i = 0; chain && i < chain->count; i++) {
        const struct spenn_handover *h = &chain->wave[i];
        slower = slower || has_turnover(h->from)
            || h->to->m->assume.value[SPENN_TRANSITION_DIP] > 0.0;
    }
    return slower;
}

void spenn_pace_new(struct spenn_sim_state *state)
{
    int32_t desks = state->chain ? state->chain->room.desks : state->last->desk_count;
    if (!ever_slower(state)) {
        return;
    }
    state->pace = spenn_state_make(state, 2, sizeof *state->pace);
    for (int k = 0; k < 2; k++) {
        state->pace[k].desk = spenn_state_make(state, desks, sizeof *state->pace->desk);
    }
}

static void begin(struct spenn_sim_state *state, struct spenn_pace *pace)
{
    const double *assume = state->plan->m->assume.value;
    pace->plan = state->plan;
    pace->recovery = assume[SPENN_TRANSITION_RECOVERY];
    pace->learning = assume[SPENN_LEARNING_TIME];
    pace->used = 0;
    for (int32_t d = 0; d < state->plan->desk_count; d++) {
        pace->desk[d] = (struct spenn_slow){0};
        if (state->plan->desk[d].turnover > 0.0) {
            spenn_vacancies_draw(state, pace, d);
        }
    }
}

void spenn_pace_reset(struct spenn_sim_state *state)
{
    begin(state, &state->pace[0]);
}

/* What is left now of the loss at a desk. */
static double loss_at(const struct spenn_pace *pace, int32_t d, double time)
{
    const struct spenn_slow *slow = &pace->desk[d];
    return slow->loss > 0.0 ? slow->loss * exp((slow->since - time) / pace->recovery)
                            : 0.0;
}

void spenn_pace_wave(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_pace old = state->pace[0], *pace = &state->pace[0];
    double dip = state->plan->m->assume.value[SPENN_TRANSITION_DIP];
    state->pace[0] = state->pace[1];
    state->pace[1] = old;
    begin(state, pace);
    for (int32_t d = 0; d < h->from->desk_count; d++) {
        int32_t to = h->sums[d];
        if (to != SPENN_NONE
            && loss_at(&old, d, state->now) > loss_at(pace, to, state->now)) {
            pace->desk[to].since = old.desk[d].since;
            pace->desk[to].loss = old.desk[d].loss;
        }
    }
    for (int32_t d = 0; d < h->to->desk_count && dip > 0.0; d++) {
        if (h->touched[h->to->desk[d].unit]) {
            double left = SPENN_MUTANT(DIPS) ? 1.0 : 1.0 - loss_at(pace, d, state->now);
            pace->desk[d].loss = 1.0 - left * (1.0 - dip);
            pace->desk[d].since = state->now;
        }
    }
}

/* Speed from a moment on, while it only recovers. */
struct course {
    double filled, learning, loss; /* at that moment */
    double learns, recovers, both; /* time constants */
};

static double done(const struct course *c, double hours)
{
    double sum = c->filled * hours;
    sum += c->learning * c->learns * expm1(-hours / c->learns);
    sum += c->filled * c->loss * c->recovers * expm1(-hours / c->recovers);
    return sum - c->learning * c->loss * c->both * expm1(-hours / c->both);
}

static double speed(const struct course *c, double hours)
{
    return (c->filled - c->learning * exp(-hours / c->learns))
        * (1.0 - c->loss * exp(-hours / c->recovers));
}

/* When `work` is done: what is done grows ever faster, so Newton's steps from beyond it
 * come down to it. */
static double solve(const struct course *c, double work)
{
    double most =
        (work + c->learning * c->learns + c->filled * c->loss * c->recovers) / c->filled;
    double x = fmin(work / speed(c, 0.0), most);
    for (int32_t round = 0; round < 60; round++) {
        double next = x - (done(c, x) - work) / speed(c, x);
        if (!(next < x)) {
            break;
        }
        x = next > 0.0 ? next : 0.0;
    }
    return x;
}

static struct course course_of(const struct spenn_pace *pace,
    const struct spenn_slow *slow, const struct spenn_stretch *stretch, double time)
{
    struct course c = {.filled = 1.0, .learns = pace->learning};
    c.recovers = pace->recovery;
    c.both = c.learns * c.recovers / (c.learns + c.recovers);
    if (slow->loss > 0.0) {
        c.loss = slow->loss * exp((slow->since - time) / pace->recovery);
    }
    if (stretch) {
        c.filled = stretch->filled;
        c.learning = stretch->learning * exp((stretch->from - time) / pace->learning);
    }
    return c;
}

/* Goes through the stretches from `time` on until `work` is done or `end` has come;
 * returns the hours that took, or, when `end` has come, what was done. */
static double go_through(const struct spenn_pace *pace, struct spenn_slow *slow,
    double time, double work, double end)
{
    const struct spenn_stretch *stretch = pace->stretch + slow->first;
    double start = time, sum = 0.0;
    while (slow->at + 1 < slow->count && stretch[slow->at + 1].from <= time) {
        slow->at++;
    }
    for (int32_t i = slow->at;; i++) {
        bool last = i + 1 >= slow->count;
        double until = fmin(end, last ? INFINITY : stretch[i + 1].from);
        struct course c = course_of(pace, slow, slow->count ? &stretch[i] : NULL, time);
        double here = isfinite(until) ? done(&c, until - time) : INFINITY;
        if (sum + here >= work && c.filled > 0.0) {
            return time + solve(&c, work - sum) - start;
        }
        sum += here;
        time = until;
        if (until >= end) {
            return sum;
        }
    }
}

double spenn_pace_hours(const struct spenn_sim_state *state, int32_t d, double hours)
{
    const struct spenn_pace *pace = &state->pace[0];
    struct spenn_slow *slow = &pace->desk[d];
    if (slow->count == 0 && loss_at(pace, d, state->now) < nothing) {
        return hours;
    }
    return go_through(pace, slow, state->now, hours, INFINITY);
}

double spenn_pace_left(const struct spenn_sim_state *state, int32_t d, double hours)
{
    const struct spenn_pace *pace = &state->pace[1];
    struct spenn_slow *slow = &pace->desk[d];
    if (slow->count == 0 && loss_at(pace, d, state->now) < nothing) {
        return hours;
    }
    return go_through(pace, slow, state->now, INFINITY, state->now + hours);
}
