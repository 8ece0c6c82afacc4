/* SPDX-License-Identifier: MIT
 * The engine against closed forms: models of models/verify, what theory says of them, and
 * how far the mean of independent replications lies from it in standard errors. Used
 * twice: by the test that all agree, and by the test that broken engines do not. */
#ifndef THEORY_H
#define THEORY_H

#include "unit.h"

#include "tiny.h"

#include "sim.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct expected {
    const char *measure, *subject; /* NULL: the whole; measure NULL: cases in window */
    double value;
};

struct experiment {
    const char *file;
    double warm_up, duration; /* hours */
    int32_t replications;
    struct expected expected[25];
};

enum { most_expected = 25 };

/* Numbers: formulas in the files' sources; Erlang A by its birth-death equations, fixed
 * patience by P = (1 + (l - c m) J) / (E + l J) of Baccelli and Hebuterne with
 * J = (e^(a t) - 1) / a + e^(a t) / (c m), a = l - c m, E = sum of (l/m)^j / j! over
 * j < c, divided by its last term. Meetings: the roots of z^K = e^(a (z - 1)). */
static const struct experiment experiments[] = {
    {"mm1", 1500, 4500, 40,
        {{"lead-time", "sak-50", 2}, {"lead-time", "sak-80", 5},
            {"lead-time", "sak-90", 10}, {"desk-wait", "leder-50", 1},
            {"desk-wait", "leder-80", 4}, {"desk-wait", "leder-90", 9},
            {"backlog", "leder-80", 4}, {"utilisation", "leder-90", 0.9},
            {"overdue", "sak-80", 0.135335}, {"throughput", "sak-50", 18.75},
            {NULL, NULL, 2.2 * 4500}}},
    {"mmc", 500, 2500, 40,
        {{"desk-wait", "to", 1.777778}, {"desk-wait", "tre", 1.078652},
            {"desk-wait", "fem/cases", 0.554113}, {"backlog", "to", 4.444444},
            {"backlog", "tre", 4.988764}, {"backlog", "fem", 6.216450},
            {"utilisation", "fem/cases", 0.8}, {"handling-time", "sak-fem", 1.554113}}},
    {"mg1", 500, 3000, 40,
        {{"desk-wait", "fast", 2}, {"desk-wait", "erlang", 3},
            {"desk-wait", "eksponentiell", 4}, {"desk-wait", "hyper", 10},
            {"desk-wait", "lognormal", 2.5}}},
    {"priority", 500, 5000, 40,
        {{"lead-time", "hast", 2.142857}, {"lead-time", "vanlig", 6.714286},
            {"desk-wait", "leder", 4}}},
    {"tandem", 500, 6000, 40,
        {{"lead-time", NULL, 13.333333}, {"desk-wait", "seksjon", 1},
            {"desk-wait", "avdeling", 2.083333}, {"desk-wait", "direktor", 6.4},
            {"backlog", NULL, 6.666667}}},
    {"escalation", 100, 1500, 40,
        {{"lead-time", NULL, 2.104455}, {"backlog", NULL, 7.576037},
            {"desk-wait", "a-1", 0.666667}, {"desk-wait", "avdeling-1", 0.428571},
            {"desk-wait", "direktor", 0.290323}, {"utilisation", "direktor", 0.225}}},
    {"meeting", 300, 2500, 40,
        {{"meeting-wait", "m1", 1.0}, {"meeting-wait", "m2", 2.5},
            {"meeting-wait", "m3", 3.843683}, {"meeting-wait", "m4", 3.566811},
            {"meeting-wait", "m5", 3.945300}, {"meeting-wait", "m6", 5.799827},
            {"lead-time", "s5", 4.445300}, {"backlog", "m6", 6.299827},
            {"utilisation", "m4", 0.7}}},
    /* from an empty start: the one meeting of the first interval takes what arose since
     * time 0, if it lies anywhere in it: mean of E min(20, Poisson(2 p)) / 20, p to 7 */
    {"meeting", 0, 7, 400, {{"utilisation", "m4", 0.349499}}},
    {"returned", 300, 3000, 40,
        {{"utilisation", "gruppe", 0.7}, {"decided-outside", "gruppe", 0.125},
            {"throughput", "uenighet", 6.25}}},
    {"patience", 200, 3000, 40,
        {{"lapsed", "sak-tre", 0.187268}, {"desk-wait", "tre/cases", 0.374535},
            {"utilisation", "tre/cases", 0.812732}, {"lapsed", "sak-to", 0.160318},
            {"lapsed", "sak-en", 0.131999}, {"utilisation", "en/cases", 0.781201}}},
    /* waits 0.6 / (1 - 0.6) and C(3, 2.25) / 0.6; then the visit and 1 / (10 - 0.6) */
    {"support", 300, 3000, 40,
        {{"desk-wait", "egen-1/cases", 1.5}, {"desk-wait", "egen-3/cases", 1.5},
            {"desk-wait", "felles/cases", 0.946262}, {"lead-time", "lokal", 2.606383},
            {"lead-time", "sentral", 4.302645}, {"utilisation", "felles/cases", 0.75}}},
    /* 0.8 / (1 - 0.7) and that / (1 - 0.8), the visit, before it 1 / (10 - 0.1) */
    {"secretariat", 1000, 8000, 40,
        {{"lead-time", "sekretariat", 3.666667}, {"lead-time", "enheter", 14.434343},
            {"utilisation", "stab/cases", 0.8}}},
    /* balance equations of the two queues, solved by iteration */
    {"least-loaded", 500, 4000, 40,
        {{"lead-time", "like", 2.955737}, {"utilisation", "a", 0.850212},
            {"utilisation", "b", 0.749788}, {"handling-time", "ulike", 2.198585},
            {"utilisation", "c/cases", 0.877515}, {"utilisation", "d/cases", 0.761242},
            {"lead-time", "tilfeldig", 5}}},
    /* 0.75 (4 + 0.4 x 1 / 0.45) + 0.25 / 0.45 */
    {"direct", 500, 5000, 40,
        {{"lead-time", "sak", 4.222222}, {"desk-wait", "direktor", 1.222222},
            {"utilisation", "direktor", 0.55}, {"utilisation", "a", 0.75}}},
    /* 0.4 and 0.2 cases an hour at M/M/1: 0.4 / 0.6 and 0.2 / 0.8 */
    {"team", 300, 4000, 40,
        {{"desk-wait", "tvers-1", 0.666667}, {"desk-wait", "tvers-2", 0.666667},
            {"desk-wait", "topp-1", 0.25}, {"desk-wait", "skole", 0.666667},
            {"desk-wait", "helse", 0.25}, {"desk-wait", "topp-2", 0.25},
            {"desk-wait", "enhet-1", 0.666667}, {"desk-wait", "enhet-2", 0.25},
            {"lead-time", "sak-a", 2.65625}, {"lead-time", "sak-b", 2.395833},
            {"lead-time", "sak-c", 2.430556}}},
    /* 40 / 2, 1 / f and 1 / f - (1 - exp(-f 40)) / (f^2 40), f = 1 / 80 */
    {"informed", 100, 10000, 40,
        {{"uninformed-time", "stab-1", 20}, {"uninformed-time", "stab-2", 80},
            {"uninformed-time", "stab-3", 17.044906}, {"bypass", "topp-1", 0.75},
            {"bypass", "sak-1", 0.875}, {"never-informed", "sak-1", 0.375},
            {"uninformed-time", "sak-1", 20}, {"bypass", "topp-4", 0.75},
            {"own-decisions", "sak-4", 0.75}}},
    /* the ladder: all (h), one (p) or most (m) of so many others */
    {"architectures", 100, 2000, 40,
        {{"solved", "h2-50", 0.25}, {"solved", "p2-50", 0.75}, {"solved", "h3-50", 0.125},
            {"solved", "p3-50", 0.875}, {"solved", "m3-50", 0.5},
            {"solved", "m5-50", 0.5}, {"solved", "h2-60", 0.36},
            {"solved", "p2-60", 0.84}, {"solved", "h3-60", 0.216},
            {"solved", "p3-60", 0.936}, {"solved", "m3-60", 0.648},
            {"solved", "m5-60", 0.68256}, {"solved", "h2-80", 0.64},
            {"solved", "p2-80", 0.96}, {"solved", "h3-80", 0.512},
            {"solved", "p3-80", 0.992}, {"solved", "m3-80", 0.896},
            {"solved", "m5-80", 0.94208}, {"solved", "h2-30", 0.09},
            {"solved", "p2-30", 0.51}, {"solved", "h3-30", 0.027},
            {"solved", "p3-30", 0.657}, {"solved", "m3-30", 0.216},
            {"solved", "m5-30", 0.16308}, {"solved", "m11-60", 0.753498}}},
    /* 0.8^3, 3 0.8^2 0.2 + 0.8^3, 1 - 0.2^3, the same of 0.9 for no harm; 0.9 0.8 0.7;
     * Phi(2 x 0.841621), Phi(0.841621 / sqrt(0.75^2 + 0.25^2)), of 1.281552 for no harm;
     * (0.5 x 0.8)^3; 0.5 x 0.8 x 0.6 */
    {"consent", 100, 2000, 40,
        {{"solved", "alle", 0.512}, {"step-3", "alle", 0.217}, {"step-2", "alle", 0.271},
            {"step", "alle", 3.241}, {"messages", "alle", 3},
            {"step-4", "flertall", 0.896}, {"step-3", "flertall", 0.076},
            {"step-4", "en", 0.992}, {"step-3", "en", 0.007}, {"solved", "skade", 0.729},
            {"solved", "stanser", 0.504}, {"vetoed", "stanser", 0.496},
            {"step-4", "felles", 0.953836}, {"step-3", "felles", 0.040977},
            {"step-4", "halvt", 0.856466}, {"step-3", "halvt", 0.091030},
            {"step-4", "uforberedt", 0.064}, {"step-3", "uforberedt", 0.665},
            {"step-0", "uforberedt", 0.271}, {"step-4", "eier", 0.24}}},
    /* imposed 0.5 x 0.6 and 0.8; after 0.2 failed, half of them with no harm done: 0.6 */
    {"arbitration", 100, 4000, 40,
        {{"step-4", "samme", 0.3}, {"step-3", "samme", 0.5}, {"step-0", "samme", 0.2},
            {"arbitrations", "samme", 1}, {"utilisation", "dep-1", 0.1},
            {"utilisation", "regjering", 0.2}, {"utilisation", "organ-1", 0.1},
            {"utilisation", "b-2", 0.1}, {"solved", "skade", 0.8},
            {"step-4", "begge", 0.92}, {"step-3", "begge", 0.06},
            {"step-2", "begge", 0.02}, {"arbitrations", "begge", 0.2},
            {"utilisation", "organ-2", 0.12}, {"solved", "uten", 0.8}}},
    /* p = 0.7^2, (1 - 0.51^4) / p rounds of H_2 hours; H_1, H_4, H_3;
     * H_2 (1 + 0.85^2); 1.75 talks; 20 + 0.75 x 40 + 1 */
    {"tries", 200, 3000, 40,
        {{"tries", "runder", 1.902751}, {"solved", "runder", 0.932348},
            {"coordination-time", "runder", 11.881637}, {"coordination-time", "en", 1},
            {"coordination-time", "fire", 2.083333}, {"coordination-time", "gaffel", 1.5},
            {"step-4", "gaffel", 0.49}, {"coordination-time", "kjede", 2.58375},
            {"step-4", "kjede", 0.49}, {"step-3", "kjede", 0.2325},
            {"coordination-time", "melding", 1.833333}, {"solved", "samtale", 0.875},
            {"coordination-time", "samtale", 1.75}, {"coordination-time", "i-møte", 51},
            {"solved", "i-møte", 0.875}}},
    {"fork-join", 1000, 6000, 40,
        {{"coordination-time", "lav", 1.84375}, {"coordination-time", "halv", 2.875},
            {"coordination-time", "høy", 7}, {"utilisation", "b-1", 0.5},
            {"desk-wait", "b-1", 1}}},
    {"messages", 0, 400, 2,
        {{"messages", "hjulet", 8}, {"messages", "fra-felgen", 8},
            {"messages", "ypsilon", 8}, {"messages", "kjeden", 8},
            {"messages", "direkte", 4}, {"messages", "to-blad", 6},
            {"messages", "to-direkte", 1}}},
};
enum { experiment_count = sizeof experiments / sizeof *experiments };

static inline int32_t count_expected(const struct experiment *e)
{
    int32_t count = 0;
    while (count < most_expected
        && (e->expected[count].measure || e->expected[count].value)) {
        count++;
    }
    return count;
}

static inline void verify_model(const char *name, struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    const char *path =
        spenn_arena_format(&memory, SPENN_SOURCE "/models/verify/%s.yaml", name);
    if (!spenn_read_model(path, &assume, m, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("models/verify/%s.yaml is not valid", name);
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

struct sums {
    double first, second;
    int32_t count;
};

static inline double distance(const struct sums *sums, double expected)
{
    double n = sums->count, mean = sums->first / n;
    double variance = fmax(sums->second / n - mean * mean, 0.0) * n / (n - 1.0);
    return (mean - expected) / (sqrt(variance / n) + 1e-9 * fabs(expected) + 1e-12);
}

/* What the replications show of every expectation. */
static inline void sum_experiment(const struct experiment *e, struct sums *sums)
{
    struct spenn_model m;
    verify_model(e->file, &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    struct spenn_sim_state *state = spenn_sim_state_new(plan);
    const struct spenn_results *slots = spenn_sim_slots(plan);
    double *value = calloc((size_t)slots->count, sizeof *value);
    int32_t count = count_expected(e);
    memset(sums, 0, most_expected * sizeof *sums);
    for (int32_t r = 0; r < e->replications; r++) {
        struct spenn_sim_run run = {20141, r, e->warm_up, e->duration, 0};
        struct spenn_sim_outcome outcome = spenn_sim_run(state, &run, value, NULL, 0);
        for (int32_t i = 0; i < count; i++) {
            const struct expected *x = &e->expected[i];
            int32_t slot =
                x->measure ? spenn_results_find(slots, x->measure, x->subject) : 0;
            assert_true(slot >= 0);
            double seen = x->measure ? value[slot] : (double)outcome.cases;
            if (!isnan(seen)) {
                sums[i].first += seen;
                sums[i].second += seen * seen;
                sums[i].count++;
            }
        }
    }
    free(value);
    spenn_sim_state_free(state);
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
}

/* z[i] of every expectation. */
static inline void run_experiment(const struct experiment *e, double *z)
{
    struct sums sums[most_expected];
    sum_experiment(e, sums);
    for (int32_t i = 0; i < count_expected(e); i++) {
        z[i] = distance(&sums[i], e->expected[i].value);
    }
}

static inline void print_distance(
    const struct experiment *e, int32_t i, double z, const char *what)
{
    const struct expected *x = &e->expected[i];
    print_message("%-10s %-15s %-14s %10.6f  z %7.2f %s\n", e->file,
        x->measure ? x->measure : "cases", x->subject ? x->subject : "", x->value, z,
        what);
}

#endif
