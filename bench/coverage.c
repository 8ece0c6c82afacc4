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
        {{"lead-time", "sak", -1, {.f2 = spenn_mm1_sojourn, .x = {0.01, 0.02}}, {0}}}},
    {"mmc", false,
        {{"lead-time", "sak", -1, {.f3 = spenn_mmc_sojourn, .x = {0.05, 1.0 / 30, 3}},
            {0}}}},
    {"meeting", false,
        {{"meeting-wait", "gruppe", -1, {.f3 = spenn_meeting_wait, .x = {0.02, 700, 20}},
            {0}}}},
    {"priority", false,
        {{"lead-time", "vanlig", -1,
            {.f5 = spenn_priority_wait, .x = {2, 0.006, 0.01, 25, 1}}, {.x = {-25}}}}},
    {"ladder", false, {{"solved", "sak", -1, {.x = {0.8 * 0.8 * 0.8}}, {0}}}},
    {"pair", true,
        {{"utilisation", "tre", 0, {.x = {0.4}}, {.x = {0.5}}},
            {"lead-time", "sak", 0, {.f3 = spenn_mmc_sojourn, .x = {0.05, 1.25 / 30, 3}},
                {.f3 = spenn_mmc_sojourn, .x = {0.05, 1.0 / 30, 3}}},
            {"lead-time", "sak", 1, {.f3 = spenn_mmc_sojourn, .x = {0.05, 1.5 / 30, 3}},
                {.f3 = spenn_mmc_sojourn, .x = {0.05, 1.25 / 30, 3}}}}},
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

/* What the row that the first truth is about says. */
static struct finding row_finding(const struct lab *lab, const struct spenn_study *done)
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
    bool mean = truth->alternative < 0;
    double low = mean ? rows->low[i] : rows->difference_low[i];
    double high = mean ? rows->high[i] : rows->difference_high[i];
    double expected = answer(truth);
    return (struct finding){low <= expected && expected <= high,
        mean ? rows->mean[i] : rows->difference[i], (high - low) / 2, done->replications};
}

static struct finding row_at(const struct lab *lab, uint64_t seed, int32_t replications)
{
    struct spenn_study done = {0};
    study(lab, seed, replications, &done);
    struct finding found = row_finding(lab, &done);
    spenn_study_free(&done);
    return found;
}

static bool holds(const struct lab *lab, const struct finding *found)
{
    return fabs(found->value - answer(&lab->model->truth[0])) <= found->half;
}

/* The ways to decide how long to run. */

static struct finding fixed(const struct lab *lab, uint64_t seed)
{
    return row_at(lab, seed, fixed_number);
}

static struct finding planned(const struct lab *lab, uint64_t seed)
{
    return row_at(lab, seed, 0);
}

static struct finding together(const struct lab *lab, uint64_t seed, int32_t replications)
{
    struct spenn_study done = {0};
    study(lab, seed, replications, &done);
    const struct spenn_study_verdicts *v = &done.verdicts;
    struct finding found = {
        true, v->difference[0], (v->high[0] - v->low[0]) / 2, done.replications};
    for (int32_t i = 0; i < v->count; i++) {
        double expected = answer(&lab->model->truth[i]);
        found.holds = found.holds && v->low[i] <= expected && expected <= v->high[i];
    }
    spenn_study_free(&done);
    return found;
}

static struct finding verdicts_fixed(const struct lab *lab, uint64_t seed)
{
    return together(lab, seed, fixed_number);
}

static struct finding verdicts_planned(const struct lab *lab, uint64_t seed)
{
    return together(lab, seed, 0);
}

/* Broken on purpose: the normal quantile with few replications. */
static struct finding normal_quantile(const struct lab *lab, uint64_t seed)
{
    struct finding found = row_at(lab, seed, small_number);
    found.half *=
        gsl_cdf_ugaussian_Pinv(0.975) / gsl_cdf_tdist_Pinv(0.975, small_number - 1);
    found.holds = holds(lab, &found);
    return found;
}

/* Ends where the ordinary interval of all data is as narrow as was asked. */
static struct finding until_narrow(
    const struct lab *lab, uint64_t seed, const int32_t *look, int32_t looks)
{
    struct finding found = {0};
    for (int32_t i = 0; i < looks; i++) {
        found = row_at(lab, seed, look[i]);
        if (found.half <= lab->scenario.simulate.precision * fabs(found.value)) {
            break;
        }
    }
    return found;
}

/* Broken on purpose: that question after every replication. */
static struct finding every_number(const struct lab *lab, uint64_t seed)
{
    int32_t look[most_number], looks = 0;
    for (int32_t n = small_number; n <= most_number; n++) {
        look[looks++] = n;
    }
    return until_narrow(lab, seed, look, looks);
}

/* The same at the planned looks only. */
static struct finding some_numbers(const struct lab *lab, uint64_t seed)
{
    int32_t look[spenn_most_looks];
    return until_narrow(lab, seed, look, spenn_looks(fixed_number, most_number, look));
}

static const struct mode {
    const char *id;
    bool compares; /* for models that compare; else for the others */
    struct finding (*find)(const struct lab *lab, uint64_t seed);
} modes[] = {{"fixed", false, fixed}, {"precision", false, planned},
    {"ordinary at looks", false, some_numbers},
    {"normal quantile", false, normal_quantile},
    {"ordinary at every n", false, every_number}, {"difference fixed", true, fixed},
    {"difference looks", true, planned}, {"verdicts fixed", true, verdicts_fixed},
    {"verdicts looks", true, verdicts_planned}};

enum {
    model_count = sizeof models / sizeof *models,
    mode_count = sizeof modes / sizeof *modes
};

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

static void run_check(
    const struct lab *lab, const struct mode *mode, uint64_t first, uint64_t last)
{
    double covered = 0, number = 0, half = 0;
    for (uint64_t seed = first; seed <= last; seed++) {
        struct finding found = mode->find(lab, seed);
        covered += found.holds;
        number += found.number;
        half += found.half;
    }
    double count = (double)(last - first + 1), share = covered / count;
    double error = sqrt(nominal * (1 - nominal) / count);
    (void)printf("%s,%s,%g,%.0f,%.0f,%.4f,%.4f,%.2f,%.1f,%.5f\n", lab->model->id,
        mode->id, nominal, count, covered, share, error, (share - nominal) / error,
        number / count, half / count);
}

/* What the choice of a window rests on: bias in standard errors of 30 replications, and
 * how much coverage of a t interval skewness takes (Hall 1992, section 2.6): about
 * z phi(z) / 9 (z^4 + 2 z^2 - 3) = 0.247 of skewness^2 / n. */
static void run_shape(const struct lab *lab, uint64_t first, uint64_t last)
{
    double count = (double)(last - first + 1), sum[4] = {0};
    double expected = answer(&lab->model->truth[0]);
    for (uint64_t seed = first; seed <= last; seed++) {
        double d = row_at(lab, seed, 1).value - expected;
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
        if (model->compares == modes[i % mode_count].compares) {
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
    while (mode < modes + mode_count && strcmp(mode->id, argument[1]) != 0) {
        mode++;
    }
    bool shape = strcmp(argument[1], "shape") == 0;
    if (model == models + model_count) {
        stop("no model", argument[0]);
    }
    if (!shape && (mode == modes + mode_count || mode->compares != model->compares)) {
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
