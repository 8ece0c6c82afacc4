/* SPDX-License-Identifier: MIT
 * Loads that an organization could carry. The flows of the engine are linear in the rate
 * of a task that is decided where it arises, so two of them give the rate at which the
 * least and the most loaded desk of a kind lie evenly about the middle of the band. What
 * goes up the line is lowered where a leader gets too much of it. */
#include "recipe.h"

#include "io.h"
#include "sim.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_rounds = 24, bisections = 50 };
static const double least_load = 0.3, most_load = 0.9, middle = 0.6, probe = 1.5,
                    least_factor = 0.25;

struct loads { /* of the desks and agendas of one draft */
    int32_t count;
    const char **subject;
    double *load;
    bool *agenda, *overloaded;
    struct spenn_arena memory;
};

static bool measure_loads(const struct draft *d, const struct spenn_assumptions *assume,
    struct loads *loads, struct spenn_error *err)
{
    struct spenn_model m = {0};
    const struct spenn_value *document;
    const char *text = spenn_draft_model(d);
    *loads = (struct loads){0};
    bool ok = spenn_yaml_parse(&(struct spenn_file){"model.yaml", text, strlen(text)},
                  &loads->memory, &document, err)
        && spenn_model_build(document, assume, NULL, &m, err);
    if (ok) {
        struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
        const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
        size_t count = (size_t)flows->count;
        loads->count = flows->count;
        loads->subject = spenn_arena_alloc(&loads->memory, count, sizeof(char *));
        loads->load = spenn_arena_alloc(&loads->memory, count, sizeof(double));
        loads->agenda = spenn_arena_alloc(&loads->memory, count, sizeof(bool));
        loads->overloaded = spenn_arena_alloc(&loads->memory, count, sizeof(bool));
        for (int32_t i = 0; i < flows->count; i++) {
            loads->subject[i] = spenn_arena_text(&loads->memory, flows->subject[i]);
            loads->load[i] = flows->utilisation[i];
            loads->agenda[i] = flows->agenda[i];
            loads->overloaded[i] = flows->overloaded[i];
        }
        spenn_sim_plan_free(plan);
    }
    spenn_model_free(&m);
    return ok;
}

/* The row that a subject belongs to: its own id, or its group's with a number. */
static struct row *row_of(const struct draft *d, const char *subject, bool *cases)
{
    const char *slash = strchr(subject, '/');
    size_t length = slash ? (size_t)(slash - subject) : strlen(subject);
    *cases = slash && strcmp(slash, "/cases") == 0;
    for (int32_t r = 0; r < d->rows; r++) {
        struct row *row = &d->row[r];
        size_t id = strlen(row->id);
        bool begins = strncmp(subject, row->id, id) == 0;
        if (begins && id == length) {
            return row;
        }
        if (begins && row->count > 1 && length > id + 1 && subject[id] == '-'
            && strspn(subject + id + 1, "0123456789") == length - id - 1) {
            return row;
        }
    }
    return NULL;
}

static enum post post_of(const struct draft *d, const struct loads *loads, int32_t i)
{
    bool cases;
    if (loads->agenda[i]) {
        return POST_FORUM;
    }
    const struct row *row = row_of(d, loads->subject[i], &cases);
    bool fills = row && cases == (row->post == POST_STAFF);
    return fills ? row->post : POST_NONE;
}

/* The middle between the least and the most loaded desk of a post at `factor`, from loads
 * at 1 and at `probe` of the present one; the most in *most. */
static double middle_at(const struct loads *at1, const struct loads *at2,
    const enum post *post, enum post which, double factor)
{
    double least = HUGE_VAL, most = 0;
    for (int32_t i = 0; i < at1->count; i++) {
        if (post[i] == which && at2->load[i] > 0) {
            double slope = (at2->load[i] - at1->load[i]) / (probe - 1);
            double load = at1->load[i] + slope * (factor - 1);
            least = fmin(least, load);
            most = fmax(most, load);
        }
    }
    return most > 0 ? (least + most) / 2 : NAN;
}

static double solve(const struct loads *at1, const struct loads *at2,
    const enum post *post, enum post which)
{
    double low = 0, high = 64;
    if (isnan(middle_at(at1, at2, post, which, 1))) {
        return 1;
    }
    for (int32_t i = 0; i < bisections; i++) {
        double factor = (low + high) / 2;
        *(middle_at(at1, at2, post, which, factor) < middle ? &low : &high) = factor;
    }
    return low;
}

static void set_factors(struct draft *d, const struct loads *at1, const struct loads *at2)
{
    struct spenn_arena scratch = {0};
    enum post *post = spenn_arena_alloc(&scratch, (size_t)at1->count, sizeof *post);
    for (int32_t i = 0; i < at1->count; i++) {
        post[i] = post_of(d, at1, i);
    }
    for (enum post which = POST_TOP; which < POST_COUNT; which++) {
        double factor = d->factor[which] * solve(at1, at2, post, which);
        /* Hardly room for own work: less must come from below. */
        d->upward *= factor < least_factor ? 0.6 : 1;
        d->factor[which] = fmax(factor, least_factor);
    }
    spenn_arena_free(&scratch);
}

/* Support has whole caseworkers, enough for what the units ask; its own work fills the
 * rest of their time. */
static void set_support(struct draft *d, const struct loads *loads)
{
    for (int32_t i = 0; i < loads->count; i++) {
        bool cases;
        struct row *row = row_of(d, loads->subject[i], &cases);
        if (row && cases && row->post == POST_STAFF) {
            row->caseworkers = (int32_t)fmax(
                row->caseworkers, ceil(loads->load[i] * row->caseworkers / most_load));
        }
    }
}

/* The first desk outside the band, or -1. */
static int32_t find_outside(const struct loads *loads)
{
    for (int32_t i = 0; i < loads->count; i++) {
        double load = loads->load[i];
        if (loads->overloaded[i]
            || (load > 0 && !(load >= least_load && load <= most_load))) {
            return i;
        }
    }
    return -1;
}

/* One step nearer: false with a problem only when the draft is no model. */
static bool step(struct draft *d, const struct spenn_assumptions *assume,
    const struct loads *at1, struct spenn_error *err)
{
    struct loads at2;
    struct draft more = *d;
    for (enum post which = POST_TOP; which < POST_COUNT; which++) {
        more.factor[which] *= probe;
    }
    bool ok = measure_loads(&more, assume, &at2, err);
    if (ok) {
        set_factors(d, at1, &at2);
        set_support(d, at1);
    }
    spenn_arena_free(&at2.memory);
    return ok;
}

bool spenn_draft_calibrate(
    struct draft *d, const struct spenn_assumptions *assume, struct spenn_error *err)
{
    struct loads loads;
    int32_t outside = 0;
    for (int32_t round = 0; round < most_rounds && outside >= 0; round++) {
        if (!measure_loads(d, assume, &loads, err)) {
            spenn_arena_free(&loads.memory);
            return false;
        }
        outside = find_outside(&loads);
        bool ok = outside < 0 || step(d, assume, &loads, err);
        if (outside >= 0 && round == most_rounds - 1) {
            ok = spenn_fail(err, (struct spenn_where){0},
                "no rates of work leave '%s' between 30 and 90 %% busy (now %.0f %%): "
                "ask "
                "for other numbers",
                loads.subject[outside], loads.load[outside] * 100);
        }
        spenn_arena_free(&loads.memory);
        if (!ok) {
            return false;
        }
    }
    return true;
}
