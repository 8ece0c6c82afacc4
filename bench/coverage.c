/* SPDX-License-Identifier: MIT
 * How often the intervals of a study hold what they promise: a model with a known answer
 * is studied again and again, each time with another seed, by the code that `spenn run`
 * uses. One line of CSV a check; scripts/coverage runs them all. See docs/statistics.md.
 *   coverage DIR MODEL MODE FIRST LAST   seeds FIRST to LAST
 *   coverage DIR                         the checks there are
 *   coverage DIR MODEL shape FIRST LAST  bias and skewness of one replication's value */
#include "formula.h"
#include "interval.h"
#include "io.h"
#include "meeting.h"
#include "queueing.h"
#include "study.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { fixed_number = 30, small_number = 5, most_number = 480, most_truths = 3 };
static const double nominal = 0.95;

struct truth {
    const char *measure, *subject;
    int32_t alternative; /* of the row; the difference from the baseline unless -1 */
    struct spenn_formula value, less; /* the answer is value - less */
};

/* Models with their answers, the first of which is looked at. A model that compares has
 * an answer for each of its expectations: intervals of verdicts must hold them all. */
static const struct model {
    const char *id;
    bool compares;
    struct truth truth[most_truths];
} models[] = {
    {"mm1", false,
        {{"lead-time", "sak", -1, {.f2 = spenn_mm1_sojourn, .x = {0.008, 0.02}}, {0}}}},
    {"mmc", false,
        {{"lead-time", "sak", -1, {.f3 = spenn_mmc_sojourn, .x = {0.03, 1.0 / 30, 3}},
            {0}}}},
    {"meeting", false,
        {{"meeting-wait", "gruppe", -1, {.f3 = spenn_meeting_wait, .x = {0.02, 700, 20}},
            {0}}}},
    {"priority", false,
        {{"lead-time", "vanlig", -1,
            {.f5 = spenn_priority_wait, .x = {2, 0.004, 0.008, 25, 1}}, {.x = {-25}}}}},
    {"ladder", false, {{"solved", "sak", -1, {.x = {0.8 * 0.8 * 0.8}}, {0}}}},
    {"pair", true,
        {{"utilisation", "tre", 0, {.x = {0.24}}, {.x = {0.3}}},
            {"lead-time", "sak", 0, {.f3 = spenn_mmc_sojourn, .x = {0.03, 1.25 / 30, 3}},
                {.f3 = spenn_mmc_sojourn, .x = {0.03, 1.0 / 30, 3}}},
            {"lead-time", "sak", 1, {.f3 = spenn_mmc_sojourn, .x = {0.03, 1.5 / 30, 3}},
                {.f3 = spenn_mmc_sojourn, .x = {0.03, 1.25 / 30, 3}}}}},
};

struct finding { /* of one experiment */
    bool holds;
    double value, half, number;
};

struct lab { /* a scenario and its model, as read */
    const struct model *model;
    struct spenn_scenario scenario;
    struct spenn_model base;
    struct spenn_expect expect; /* of the baseline alone, so that precision looks at it */
};

static double answer(const struct truth *truth)
{
    return spenn_formula_value(&truth->value) - spenn_formula_value(&truth->less);
}

static void stop(const char *what, const char *which)
{
    (void)fprintf(stderr, "coverage: %s '%s'\n", what, which);
    exit(2);
}

static void study(
    const struct lab *lab, uint64_t seed, int32_t replications, struct spenn_study *study)
{
    struct spenn_error err = {0};
    const struct spenn_study_options options = {
        .jobs = 1, .has_seed = true, .seed = seed, .replications = replications};
    if (!spenn_study_run(&lab->scenario, &lab->base, &options, study, &err)) {
        spenn_error_print(&err, stderr);
        exit(2);
    }
}

/* The row that the first truth is about. */
static int32_t find_row(const struct lab *lab, const struct spenn_study *done)
{
    const struct truth *truth = &lab->model->truth[0];
    const struct spenn_study_rows *rows = &done->rows;
    int32_t i = 0;
    while (i < rows->count
        && (rows->alternative[i] != truth->alternative
            || strcmp(rows->measure[i]->id, truth->measure) != 0
            || strcmp(rows->subject[i], truth->subject) != 0)) {
        i++;
    }
    if (i == rows->count) {
        stop("no row of", truth->measure);
    }
    return i;
}

static struct finding row_of(const struct lab *lab, const struct spenn_study *done)
{
    const struct truth *truth = &lab->model->truth[0];
    const struct spenn_study_rows *rows = &done->rows;
    int32_t i = find_row(lab, done);
    bool mean = truth->alternative < 0;
    double low = mean ? rows->low[i] : rows->difference_low[i];
    double high = mean ? rows->high[i] : rows->difference_high[i];
    double expected = answer(truth);
    return (struct finding){low <= expected && expected <= high,
        mean ? rows->mean[i] : rows->difference[i], (high - low) / 2, done->replications};
}

/* Where the mean was controlled, that, else the row. */
static struct finding controlled_of(const struct lab *lab, const struct spenn_study *done)
{
    const struct spenn_study_rows *rows = &done->rows;
    int32_t i = find_row(lab, done);
    struct finding found = row_of(lab, done);
    if (!isnan(rows->controlled[i])) {
        double expected = answer(&lab->model->truth[0]);
        found.value = rows->controlled[i];
        found.half = (rows->controlled_high[i] - rows->controlled_low[i]) / 2;
        found.holds = fabs(found.value - expected) <= found.half;
    }
    return found;
}

/* Whether the intervals of all verdicts hold. */
static struct finding verdicts_of(const struct lab *lab, const struct spenn_study *done)
{
    const struct spenn_study_verdicts *v = &done->verdicts;
    struct finding found = {
        true, v->difference[0], (v->high[0] - v->low[0]) / 2, done->replications};
    for (int32_t i = 0; i < v->count; i++) {
        double expected = answer(&lab->model->truth[i]);
        found.holds = found.holds && v->low[i] <= expected && expected <= v->high[i];
    }
    return found;
}

/* 0 replications: as the scenario says. */
static void look(
    const struct lab *lab, uint64_t seed, int32_t replications, struct finding *found)
{
    struct spenn_study done = {0};
    study(lab, seed, replications, &done);
    found[0] = row_of(lab, &done);
    found[1] = lab->model->compares ? verdicts_of(lab, &done) : controlled_of(lab, &done);
    spenn_study_free(&done);
}

/* The ways to decide how long to run; those of a model that compares fill two. */

static void fixed(const struct lab *lab, uint64_t seed, struct finding *found)
{
    look(lab, seed, fixed_number, found);
}

static void planned(const struct lab *lab, uint64_t seed, struct finding *found)
{
    look(lab, seed, 0, found);
}

static void controlled(const struct lab *lab, uint64_t seed, struct finding *found)
{
    struct finding both[2];
    look(lab, seed, fixed_number, both);
    *found = both[1];
}

/* Ends where the ordinary interval of all data is as narrow as was asked. */
static void until_narrow(const struct lab *lab, uint64_t seed, const int32_t *number,
    int32_t numbers, double aim, struct finding *found)
{
    for (int32_t i = 0; i < numbers; i++) {
        struct finding both[2];
        look(lab, seed, number[i], both);
        *found = both[0];
        if (found->half <= aim * fabs(found->value)) {
            break;
        }
    }
}

/* What precision did before decision 014. */
static void ordinary_at_looks(const struct lab *lab, uint64_t seed, struct finding *found)
{
    int32_t number[spenn_most_looks];
    int32_t looks = spenn_looks(fixed_number, most_number, number);
    until_narrow(lab, seed, number, looks, lab->scenario.simulate.precision, found);
}

/* Broken on purpose: asked after every replication, of an aim that takes few. */
static void ordinary_at_every_number(
    const struct lab *lab, uint64_t seed, struct finding *found)
{
    enum { most = 60, easier = 3 };
    int32_t number[most], numbers = 0;
    for (int32_t n = 2; n <= most; n++) {
        number[numbers++] = n;
    }
    until_narrow(
        lab, seed, number, numbers, easier * lab->scenario.simulate.precision, found);
}

/* Broken on purpose: the normal quantile with few replications. */
static void normal_quantile(const struct lab *lab, uint64_t seed, struct finding *found)
{
    struct finding both[2];
    look(lab, seed, small_number, both);
    *found = both[0];
    found->half *=
        gsl_cdf_ugaussian_Pinv(0.975) / gsl_cdf_tdist_Pinv(0.975, small_number - 1);
    found->holds = fabs(found->value - answer(&lab->model->truth[0])) <= found->half;
}

static const struct mode {
    const char *id, *verdicts; /* the second: of models that compare, else NULL */
    void (*find)(const struct lab *lab, uint64_t seed, struct finding *found);
    const char *only; /* the one model that shows it, or NULL: all */
} modes[] = {{"fixed", NULL, fixed, NULL}, {"precision", NULL, planned, NULL},
    {"controlled fixed", NULL, controlled, "mm1"},
    {"controlled fixed", NULL, controlled, "mmc"},
    {"ordinary at looks", NULL, ordinary_at_looks, "ladder"},
    {"normal quantile", NULL, normal_quantile, "ladder"},
    {"ordinary at every n", NULL, ordinary_at_every_number, "ladder"},
    {"difference fixed", "verdicts fixed", fixed, NULL},
    {"difference looks", "verdicts looks", planned, NULL}};

enum {
    model_count = sizeof models / sizeof *models,
    mode_count = sizeof modes / sizeof *modes
};

static bool fits(const struct mode *mode, const struct model *model)
{
    return (mode->verdicts != NULL) == model->compares
        && (!mode->only || strcmp(mode->only, model->id) == 0);
}

static void read_lab(struct lab *lab, const char *directory, const struct model *model)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume;
    struct spenn_error err = {0};
    const char *path =
        spenn_arena_format(&memory, "%s/%s.scenario.yaml", directory, model->id);
    *lab = (struct lab){.model = model};
    bool ok = spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_read_scenario(path, &lab->scenario, &err)
        && spenn_read_model(lab->scenario.model, &assume, &lab->base, &err);
    if (!ok) {
        spenn_error_print(&err, stderr);
        exit(2);
    }
    if (!model->compares) { /* precision looks at what somebody expects something of */
        lab->expect = (struct spenn_expect){.claim = "",
            .measure = model->truth[0].measure,
            .of = model->truth[0].subject,
            .in = -1,
            .than = -1,
            .is = SPENN_SAME,
            .indifference = NAN,
            .indifference_unit = ""};
        lab->scenario.expect = &lab->expect;
        lab->scenario.expect_count = 1;
    }
    spenn_arena_free(&memory);
}

static void free_lab(struct lab *lab)
{
    spenn_model_free(&lab->base);
    spenn_scenario_free(&lab->scenario);
}

struct sums {
    double covered, number, half;
};

static void print_sums(
    const struct lab *lab, const char *mode, const struct sums *sums, double count)
{
    double share = sums->covered / count, error = sqrt(nominal * (1 - nominal) / count);
    (void)printf("%s,%s,%g,%.0f,%.0f,%.4f,%.5f,%.2f,%.1f,%.5f\n", lab->model->id, mode,
        nominal, count, sums->covered, share, error, (share - nominal) / error,
        sums->number / count, sums->half / count);
}

static void run_check(
    const struct lab *lab, const struct mode *mode, uint64_t first, uint64_t last)
{
    struct sums sums[2] = {0};
    int32_t kinds = mode->verdicts ? 2 : 1;
    for (uint64_t seed = first; seed <= last; seed++) {
        struct finding found[2] = {0};
        mode->find(lab, seed, found);
        for (int32_t k = 0; k < kinds; k++) {
            sums[k].covered += found[k].holds;
            sums[k].number += found[k].number;
            sums[k].half += found[k].half;
        }
    }
    for (int32_t k = 0; k < kinds; k++) {
        print_sums(
            lab, k ? mode->verdicts : mode->id, &sums[k], (double)(last - first + 1));
    }
}

/* What the choice of a window rests on: bias in standard errors of 30 replications, and
 * how much coverage of a t interval skewness takes (Hall 1992, section 2.6): about
 * z phi(z) / 9 (z^4 + 2 z^2 - 3) = 0.247 of skewness^2 / n. */
static void run_shape(const struct lab *lab, uint64_t first, uint64_t last)
{
    double count = (double)(last - first + 1), sum[4] = {0};
    double expected = answer(&lab->model->truth[0]);
    for (uint64_t seed = first; seed <= last; seed++) {
        struct finding found[2];
        look(lab, seed, 1, found);
        double d = found->value - expected;
        for (int32_t k = 1; k < 4; k++) {
            sum[k] += pow(d, k) / count;
        }
    }
    double variance = sum[2] - sum[1] * sum[1];
    double third = sum[3] - 3 * sum[1] * sum[2] + 2 * pow(sum[1], 3);
    double skewness = third / pow(variance, 1.5);
    (void)printf("%s: mean %.5f (known %.5f, z %.2f), sd %.5f, bias %.3f se of n = 30, "
                 "skewness %.3f, coverage lost at n = 30 about %.4f\n",
        lab->model->id, expected + sum[1], expected, sum[1] / sqrt(variance / count),
        sqrt(variance), sum[1] / sqrt(variance / fixed_number), skewness,
        0.247 * skewness * skewness / fixed_number);
}

static void list(void)
{
    for (int32_t i = 0; i < model_count * mode_count; i++) {
        const struct model *model = &models[i / mode_count];
        if (fits(&modes[i % mode_count], model)) {
            (void)printf("%s,%s\n", model->id, modes[i % mode_count].id);
        }
    }
}

static void run(const char *directory, char **argument)
{
    const struct model *model = models;
    while (model < models + model_count && strcmp(model->id, argument[0]) != 0) {
        model++;
    }
    const struct mode *mode = modes;
    while (mode < modes + mode_count
        && (strcmp(mode->id, argument[1]) != 0 || !fits(mode, model))) {
        mode++;
    }
    bool shape = strcmp(argument[1], "shape") == 0;
    if (model == models + model_count) {
        stop("no model", argument[0]);
    }
    if (!shape && (mode == modes + mode_count || !fits(mode, model))) {
        stop("no mode of this model", argument[1]);
    }
    uint64_t first = strtoull(argument[2], NULL, 10);
    uint64_t last = strtoull(argument[3], NULL, 10);
    struct lab lab;
    read_lab(&lab, directory, model);
    if (shape) {
        run_shape(&lab, first, last);
    } else {
        run_check(&lab, mode, first, last);
    }
    free_lab(&lab);
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        list();
    } else if (argc == 6) {
        run(argv[1], argv + 2);
    } else {
        stop("usage: coverage DIR [MODEL MODE FIRST LAST], not", argv[argc - 1]);
    }
    return 0;
}
