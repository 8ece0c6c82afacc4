/* SPDX-License-Identifier: MIT
 * One replication of practice, day by day: drift (an Ornstein-Uhlenbeck process, exactly
 * discretised), then the day's meetings in the order of the plan, then the day is
 * measured. Random numbers are keyed by origin and day (Salmon et al. 2011, Philox), so
 * what one unit draws never depends on who else is in the model. */
#include "practice_plan.h"

#include "mutant.h"
#include "quantity.h"
#include "random.h"

#include <assert.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

enum { days_a_week = 5 };

/* Mean square lag when no one ever meets: the belief is an old value of the strategy,
 * independent of today's, and each has variance 1. */
static const double strategy_spread = 2.0;

struct sums { /* over days */
    double variance, lag;
    int32_t days;
};

/* Strictly between 0 and 1. */
double spenn_practice_uniform(
    const struct spenn_practice_state *s, uint64_t key, uint32_t purpose)
{
    return spenn_random_draw(&s->random, key, 0, 0, purpose).u[0] + 0x1p-54;
}

static double normal(const struct spenn_practice_state *s, uint64_t key, uint32_t purpose)
{
    return gsl_cdf_ugaussian_Pinv(spenn_practice_uniform(s, key, purpose));
}

/* The luck of four days from `day` on, of every draw and (last) of the strategy. */
void spenn_practice_draw_days(struct spenn_practice_state *s, int32_t day)
{
    const struct spenn_practice *p = s->practice;
    int32_t draws = p->first_draw[p->views];
    for (int32_t i = 0; i <= draws; i++) {
        uint64_t key = i < draws ? p->draw_key[i] : p->strategy_key;
        struct spenn_draws four =
            spenn_random_draw(&s->random, key, (uint32_t)day / 4, 0, FOR_DAYS);
        for (int32_t lane = 0; lane < 4; lane++) {
            s->luck[4 * i + lane] = gsl_cdf_ugaussian_Pinv(four.u[lane] + 0x1p-54);
        }
    }
}

/* A view's luck: its origins' draws, mixed so that the variance stays 1. */
static double first_luck(
    const struct spenn_practice_state *s, int32_t v, uint32_t purpose)
{
    const struct spenn_practice *p = s->practice;
    double sum = 0.0;
    for (int32_t i = p->first_draw[v]; i < p->first_draw[v + 1]; i++) {
        sum += p->draw_share[i] * normal(s, p->draw_key[i], purpose);
    }
    return sum;
}

static double daily_luck(const struct spenn_practice_state *s, int32_t v, int32_t day)
{
    const struct spenn_practice *p = s->practice;
    double sum = 0.0;
    for (int32_t i = p->first_draw[v]; i < p->first_draw[v + 1]; i++) {
        sum += p->draw_share[i] * s->luck[4 * i + day % 4];
    }
    return sum;
}

void spenn_practice_norms(struct spenn_practice_state *s)
{
    const struct spenn_practice *p = s->practice;
    for (int32_t v = 0; v < p->views; v++) {
        s->norm[v] = p->norm_spread[v] > 0.0
            ? p->norm_spread[v] * first_luck(s, v, FOR_NORM)
            : 0.0;
    }
}

void spenn_practice_begin_view(struct spenn_practice_state *s, int32_t v)
{
    s->view[v] = s->norm[v] + s->practice->noise * first_luck(s, v, FOR_START);
    s->belief[v] = SPENN_MUTANT(PRACTICE_START)
        ? s->strategy
        : normal(s, s->practice->strategy_key, FOR_NORM);
}

/* Everyone starts as if nobody had met for long: practice at its own norm, and a belief
 * about a strategy that has passed (one draw, independent of today's). */
static void start(struct spenn_practice_state *s)
{
    const struct spenn_practice *p = s->practice = s->first;
    s->passed = 0;
    s->strategy = normal(s, p->strategy_key, FOR_START);
    spenn_practice_norms(s);
    for (int32_t v = 0; v < p->views; v++) {
        spenn_practice_begin_view(s, v);
    }
    for (int32_t i = 0; i < p->meetings; i++) {
        const struct spenn_practice_meeting *meeting = &p->meeting[i];
        s->next[i] =
            meeting->interval * spenn_practice_uniform(s, meeting->key, FOR_PHASE);
    }
}

static void drift(struct spenn_practice_state *s, int32_t day)
{
    const struct spenn_practice *p = s->practice;
    double shock = SPENN_MUTANT(PRACTICE_SHOCK) ? p->noise : p->shock;
    for (int32_t v = 0; v < p->views; v++) {
        double norm = SPENN_MUTANT(PRACTICE_NORM) ? 0.0 : s->norm[v];
        double gap = s->view[v] - norm;
        s->view[v] = norm + p->decay * gap + shock * daily_luck(s, v, day);
    }
    s->strategy = p->strategy_decay * s->strategy
        + p->strategy_shock * s->luck[4 * p->first_draw[p->views] + day % 4];
}

/* What a member of a meeting moves toward: the mean of the views; and of the beliefs, but
 * those who meet the top leader learn the strategy itself, and in a contact it is the
 * superior's belief that is passed on. Superiors who sign one letter speak for all of
 * them: their mean view and belief. */
static void find_targets(const struct spenn_practice_state *s,
    const struct spenn_practice_meeting *m, double *view, double *belief)
{
    const int32_t *who = s->practice->present + m->first;
    int32_t telling = m->above > 0 ? m->above : m->size;
    double views = 0.0, beliefs = 0.0;
    bool top = who[m->size - 1] == s->practice->top;
    for (int32_t i = 0; i < telling; i++) {
        views += s->view[who[i]];
        beliefs += s->belief[who[i]];
        top = top || who[i] == s->practice->top;
    }
    double said = views / telling;
    *view = SPENN_MUTANT(PRACTICE_CHAIR) ? s->view[who[m->speaks]]
        : m->above > 0                   ? (said + s->view[who[m->size - 1]]) / 2.0
                                         : said;
    *belief = beliefs / telling;
    if (top && !SPENN_MUTANT(PRACTICE_PASSING)) {
        *belief = s->strategy;
    }
}

static void follow(
    struct spenn_practice_state *s, int32_t v, double pull, const double target[2])
{
    s->view[v] += pull * (target[0] - s->view[v]);
    s->belief[v] += pull * (target[1] - s->belief[v]);
}

static void meet(struct spenn_practice_state *s, const struct spenn_practice_meeting *m)
{
    const int32_t *who = s->practice->present + m->first;
    double pull = SPENN_MUTANT(PRACTICE_PULL) ? m->pull * m->pull : m->pull;
    double target[2] = {0.0, 0.0};
    find_targets(s, m, &target[0], &target[1]);
    if (m->above > 0) {
        follow(s, who[m->speaks], pull, target);
        follow(s, who[m->size - 1], pull, target);
        return;
    }
    for (int32_t i = 0; i < m->size; i++) {
        follow(s, who[i], pull, target);
    }
}

/* Meetings of the hours before `end`: a day may hold several of one series. */
static void hold_meetings(struct spenn_practice_state *s, double end)
{
    const struct spenn_practice *p = s->practice;
    for (int32_t i = 0; i < p->meetings; i++) {
        while (s->next[i] < end) {
            meet(s, &p->meeting[i]);
            s->next[i] += p->meeting[i].interval;
        }
    }
}

/* The day: the variance across origins, and the mean square lag behind s. */
static struct sums measure(const struct spenn_practice_state *s)
{
    const struct spenn_practice *p = s->practice;
    struct sums day = {.days = 1};
    double mean = 0.0;
    for (int32_t v = 0; v < p->views; v++) {
        mean += p->weight[v] * s->view[v];
    }
    for (int32_t v = 0; v < p->views; v++) {
        double gap = s->view[v] - mean;
        double behind = v == p->top ? 0.0 : s->belief[v] - s->strategy;
        day.variance += p->weight[v] * gap * gap;
        day.lag += p->weight[v] * behind * behind;
    }
    return day;
}

static void add(struct sums *sums, struct sums day)
{
    sums->variance += day.variance;
    sums->lag += day.lag;
    sums->days += day.days;
}

static struct spenn_practice_result result(
    const struct spenn_practice *p, const struct sums *sums)
{
    struct spenn_practice_result r = {NAN, NAN};
    if (sums->days > 0 && p->spread > 0.0) {
        r.uniformity = 1.0 - sums->variance / sums->days / p->spread;
    }
    if (sums->days > 0 && p->led) {
        r.alignment = 1.0 - sums->lag / sums->days / strategy_spread;
    }
    return r;
}

/* Closes the week that ends after `day`, counted from the first of the series. */
static void keep_week(const struct spenn_practice *p, struct sums *week, int32_t day,
    struct spenn_practice_weekly weekly)
{
    if (day >= 0 && (day + 1) % days_a_week != 0) {
        return;
    }
    int32_t w = day / days_a_week;
    if (day >= 0 && w < weekly.weeks) {
        struct spenn_practice_result r = result(p, week);
        weekly.value[(size_t)w * (size_t)weekly.stride] = r.uniformity;
        weekly.value[(size_t)w * (size_t)weekly.stride + 1] = r.alignment;
    }
    *week = (struct sums){0};
}

struct spenn_practice_result spenn_practice_run(struct spenn_practice_state *state,
    const struct spenn_sim_run *run, struct spenn_practice_weekly weekly)
{
    assert(run->warm_up >= 0.0 && run->duration > 0.0);
    const struct spenn_practice *p = state->first;
    state->random = spenn_random_new(run->seed, run->replication);
    int32_t first = (int32_t)ceil(run->warm_up / SPENN_DAY);
    int32_t last = (int32_t)ceil((run->warm_up + run->duration) / SPENN_DAY) - 1;
    last = last < first ? first : last; /* a window within one day is that day */
    int32_t begin = (int32_t)ceil(run->weekly_from / SPENN_DAY);
    int32_t weeks_end = begin + weekly.weeks * days_a_week;
    int32_t end = last + 1 > weeks_end ? last + 1 : weeks_end;
    struct sums window = {0}, week = {0};
    start(state);
    for (int32_t day = 0; day < end; day++) {
        if (day % 4 == 0) {
            spenn_practice_draw_days(state, day);
        }
        spenn_practice_waves(state, day);
        if (day > 0) {
            drift(state, day);
        }
        hold_meetings(state, (day + 1) * SPENN_DAY);
        struct sums today = measure(state);
        add(&week, today);
        if (day >= first && day <= last) {
            add(&window, today);
        }
        keep_week(p, &week, day - begin, weekly);
    }
    return result(p, &window);
}
