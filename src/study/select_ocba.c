/* SPDX-License-Identifier: MIT
 * OCBA (Chen, Lin, Yücesan and Chick 2000): after a first stage the budget is given out
 * step by step to where it tells the best apart. The probabilities are theirs: normal,
 * as if alternatives were independent, summed over the others (Bonferroni); common
 * random numbers make the truth no worse when outcomes go together. */
#include "contest.h"
#include "selection.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { step_most = 20 };

struct spending {
    struct spenn_contest *contest;
    int32_t systems;
    int32_t *world, *done, *next;
    struct spenn_moments *value;
    double *mean, *sd, *share;
    int32_t spent;
    bool stopped;
};

/* `count` replications of system i, from where it stands. */
static void replicate(struct spending *s, int32_t i, int32_t count)
{
    struct spenn_field *field = &s->contest->field;
    const struct spenn_field_question *question = &s->contest->question;
    while (count > 0 && !s->stopped) {
        int32_t batch = count < field->group.batch ? count : field->group.batch;
        int32_t done = spenn_field_run(field, &s->world[i], 1, s->done[i], batch);
        for (int32_t r = 0; r < done; r++) {
            double value = spenn_field_value(field, question, s->world[i], r);
            s->contest->select->unseen += isnan(value);
            spenn_field_open(field, s->world[i], r);
            spenn_moments_add(&s->value[i], s->contest->sign * value);
        }
        s->stopped = done < batch;
        s->done[i] += done;
        s->spent += done;
        count -= batch;
    }
}

static int32_t best_of(const struct spending *s)
{
    int32_t best = 0;
    for (int32_t i = 1; i < s->systems; i++) {
        best = s->mean[i] < s->mean[best] ? i : best;
    }
    return best;
}

static void look(struct spending *s)
{
    for (int32_t i = 0; i < s->systems; i++) {
        s->mean[i] = s->value[i].mean;
        s->sd[i] = sqrt(s->value[i].squares / (s->value[i].count - 1));
    }
}

/* Drops system i, keeping the others in order. */
static void drop(struct spending *s, int32_t i)
{
    struct spenn_select *select = s->contest->select;
    select->replications[s->world[i]] = s->done[i];
    s->systems--;
    for (; i < s->systems; i++) {
        s->world[i] = s->world[i + 1];
        s->done[i] = s->done[i + 1];
        s->value[i] = s->value[i + 1];
    }
}

/* Sets aside what leaves too many cases open or has hardly been observed. */
static void drop_blocked(struct spending *s)
{
    struct spenn_select *select = s->contest->select;
    for (int32_t i = s->systems - 1; i >= 0; i--) {
        int32_t w = s->world[i];
        bool aside = spenn_contest_aside(s->contest, w);
        if (!aside && s->value[i].count < 2) {
            select->status[w] = SPENN_SELECT_ASIDE;
            select->reason_nb[w] =
                s->stopped ? "avbrutt" : "aldri eller nesten aldri observert";
            select->reason_en[w] =
                s->stopped ? "interrupted" : "never or hardly ever observed";
            aside = true;
        }
        if (aside) {
            drop(s, i);
        }
    }
}

static void spend(struct spending *s, int32_t budget)
{
    while (s->spent < budget && !s->stopped && s->systems > 1) {
        int32_t left = budget - s->spent;
        int32_t step = left < step_most ? left : step_most;
        look(s);
        spenn_ocba_shares(s->systems, s->mean, s->sd, best_of(s), s->share);
        spenn_ocba_next(s->systems, s->share, s->done, step, s->next);
        for (int32_t i = 0; i < s->systems; i++) {
            replicate(s, i, s->next[i]);
        }
    }
}

/* The probability that system i is better than the best by more than `zone`. */
static double beats(const struct spending *s, int32_t i, int32_t best, double zone)
{
    double apart = s->mean[i] - s->mean[best] + zone;
    double error = sqrt(s->sd[i] * s->sd[i] / s->value[i].count
        + s->sd[best] * s->sd[best] / s->value[best].count);
    return error > 0 ? gsl_cdf_ugaussian_Q(apart / error) : apart > 0 ? 0 : .5;
}

static void finish(struct spending *s)
{
    struct spenn_select *select = s->contest->select;
    look(s);
    int32_t best = best_of(s);
    double wrong = 0, bad = 0;
    for (int32_t i = 0; i < s->systems; i++) {
        int32_t w = s->world[i];
        select->replications[w] = s->done[i];
        select->mean[w] = s->contest->sign * s->mean[i];
        select->behind[w] = s->mean[i] - s->mean[best];
        select->status[w] = SPENN_SELECT_OUT;
        if (i != best) {
            select->chance[w] = beats(s, i, best, 0);
            wrong += select->chance[w];
            bad += beats(s, i, best, select->within);
        }
    }
    select->best = s->systems > 1 ? s->world[best] : -1;
    select->correct = fmax(1 - wrong, 0);
    select->good = fmax(1 - bad, 0);
    select->study.interrupted = s->stopped;
}

static void make(struct spending *s, struct spenn_contest *contest)
{
    struct spenn_arena *memory = &contest->field.memory;
    size_t systems = (size_t)contest->systems;
    *s = (struct spending){.contest = contest, .systems = contest->systems};
    s->world = contest->world;
    s->done = spenn_arena_alloc(memory, systems, sizeof *s->done);
    s->next = spenn_arena_alloc(memory, systems, sizeof *s->next);
    s->value = spenn_arena_alloc(memory, systems, sizeof *s->value);
    s->mean = spenn_arena_alloc(memory, systems, sizeof *s->mean);
    s->sd = spenn_arena_alloc(memory, systems, sizeof *s->sd);
    s->share = spenn_arena_alloc(memory, systems, sizeof *s->share);
}

bool spenn_contest_ocba(struct spenn_contest *contest, struct spenn_error *err)
{
    struct spending s;
    int32_t budget = contest->options->budget;
    make(&s, contest);
    if (budget < spenn_ocba_first * s.systems) {
        return spenn_fail(err, (struct spenn_where){0},
            "a budget for %d alternatives is at least %d replications: %d of each come "
            "first",
            s.systems, spenn_ocba_first * s.systems, spenn_ocba_first);
    }
    contest->field.planned = budget;
    for (int32_t i = 0; i < s.systems; i++) {
        replicate(&s, i, spenn_ocba_first);
    }
    drop_blocked(&s);
    if (s.systems == 0) {
        return true;
    }
    bool ok = spenn_contest_zone(contest, s.value[0].mean, err);
    if (ok) {
        spend(&s, budget);
        finish(&s);
    }
    return ok;
}
