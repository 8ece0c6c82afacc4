/* SPDX-License-Identifier: MIT
 * A condition becomes an expectation of a scenario of its own, a value of the input a
 * trial of it; crossing.c does the search. */
#include "threshold.h"

#include "trial.h"

#include <math.h>

/* As coarse as noise deserves, as fine as exact numbers allow. */
static const double resolution = 1. / 1024, exact_resolution = 1e-10;
enum { cells = 8, exact_cells = 32, all_cells = 200 };

struct hunt {
    struct spenn_threshold *found;
    struct spenn_scenario scenario; /* two alternatives at most, one expectation */
    struct spenn_alternative alternative[2];
    struct spenn_expect expect;
    struct spenn_trial trial;
    double x;
    struct spenn_error *err;
};

static bool edit(void *context, struct spenn_model *m, struct spenn_error *err)
{
    const struct hunt *hunt = context;
    const struct spenn_threshold_question *c = &hunt->found->question;
    return c->forum ? spenn_members_resize(m, c->forum, (int32_t)hunt->x, err)
                    : spenn_input_apply(&c->input, hunt->x, m, err);
}

/* The row of alternative a in the hunt's own scenario. */
static int32_t take(struct hunt *hunt, const struct spenn_scenario *scenario, int32_t a)
{
    if (a < 0) {
        return -1;
    }
    hunt->alternative[hunt->scenario.alternative_count] = scenario->alternative[a];
    return hunt->scenario.alternative_count++;
}

/* Without a difference the alternative is compared with itself: what is in the way of
 * another is no matter. */
static void set_up(struct hunt *hunt, const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_study_options *options)
{
    const struct spenn_threshold_question *c = &hunt->found->question;
    hunt->scenario = *scenario;
    hunt->scenario.alternative_count = hunt->scenario.vary_count = 0;
    hunt->scenario.alternative = hunt->alternative;
    hunt->scenario.expect_count = 1;
    hunt->scenario.expect = &hunt->expect;
    int32_t in = take(hunt, scenario, c->in);
    hunt->expect = (struct spenn_expect){.claim = "",
        .measure = c->measure->id,
        .of = c->of,
        .in = in,
        .than = c->paired ? take(hunt, scenario, c->than) : in,
        .is = SPENN_HIGHER,
        .indifference = NAN,
        .indifference_unit = ""};
    hunt->trial = (struct spenn_trial){.scenario = &hunt->scenario,
        .base = base,
        .context = hunt,
        .seed = hunt->found->seed,
        .jobs = options->jobs,
        .stop = options->stop};
}

/* How far the value is on the right side of the limit. */
static struct spenn_margin margin_of(
    const struct spenn_threshold_question *c, double value, double low, double high)
{
    if (isnan(low) || isnan(high)) { /* seen once: nothing is excluded */
        low = -INFINITY;
        high = INFINITY;
    }
    return c->above
        ? (struct spenn_margin){value - c->limit, low - c->limit, high - c->limit}
        : (struct spenn_margin){c->limit - value, c->limit - high, c->limit - low};
}

static bool margin_at(void *context, double x, struct spenn_margin *margin)
{
    struct hunt *hunt = context;
    struct spenn_threshold *found = hunt->found;
    const struct spenn_threshold_question *c = &found->question;
    struct spenn_trial_outcome outcome;
    hunt->x = x;
    if (!spenn_trial_run(&hunt->trial, &outcome, hunt->err)) {
        return false;
    }
    double value = c->paired ? outcome.difference : outcome.mean;
    if (isnan(value) && outcome.stuck && !c->paired) {
        found->unbounded = true;
        *margin = margin_of(c, INFINITY, INFINITY, INFINITY);
        return true;
    }
    found->untold = found->untold || isnan(value);
    *margin = c->paired ? margin_of(c, value, outcome.low, outcome.high)
                        : margin_of(c, value, outcome.mean_low, outcome.mean_high);
    return true;
}

/* What is known without replications needs no window. */
static bool choose_window(struct hunt *hunt, const struct spenn_study_options *options)
{
    struct spenn_threshold *found = hunt->found;
    struct spenn_trial_outcome outcome;
    if (!spenn_trial_run(&hunt->trial, &outcome, hunt->err)) {
        return false;
    }
    found->exact = outcome.exact;
    if (found->exact) {
        return true;
    }
    found->replications =
        options->replications ? options->replications : spenn_threshold_replications;
    found->duration = hunt->scenario.simulate.duration;
    bool ok = spenn_trial_warm_up(
        &hunt->scenario, hunt->trial.base, options, &found->warm_up, hunt->err);
    hunt->trial.replications = found->replications;
    hunt->trial.duration = found->duration;
    hunt->trial.warm_up = found->warm_up;
    return ok && !isnan(found->warm_up);
}

/* How finely to look: what is exact can be had everywhere. */
static struct spenn_axis axis_of(const struct spenn_threshold *found)
{
    const struct spenn_input *input = &found->question.input;
    double width = input->high - input->low;
    bool all = input->whole && found->exact && width <= all_cells;
    return (struct spenn_axis){.low = input->low,
        .high = input->high,
        .whole = input->whole,
        .cells = all       ? (int32_t)width
            : found->exact ? exact_cells
                           : cells,
        .tolerance = width * (found->exact ? exact_resolution : resolution)};
}

bool spenn_threshold_find(const struct spenn_threshold_asked *asked,
    const struct spenn_study_options *options, struct spenn_threshold *found,
    struct spenn_error *err)
{
    struct hunt hunt = {.found = found, .err = err};
    *found = (struct spenn_threshold){0};
    found->seed = options->has_seed ? options->seed : asked->scenario->simulate.seed;
    bool ok = spenn_threshold_read(asked, &found->memory, &found->question, err);
    if (ok) {
        set_up(&hunt, asked->scenario, asked->base, options);
        ok = choose_window(&hunt, options);
    }
    if (ok) {
        const struct spenn_axis axis = axis_of(found);
        hunt.trial.edit = edit;
        ok = spenn_crossings_find(
            &axis, margin_at, &hunt, &found->memory, &found->crossings);
    }
    if (!ok) {
        bool malformed = found->question.malformed;
        spenn_threshold_free(found);
        found->question.malformed = malformed;
    }
    return ok;
}

void spenn_threshold_free(struct spenn_threshold *found)
{
    spenn_arena_free(&found->memory);
    *found = (struct spenn_threshold){0};
}
