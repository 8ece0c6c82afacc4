/* SPDX-License-Identifier: MIT */
#include "ownership.h"

#include "mutant.h"
#include "quantity.h"

#include <math.h>

int32_t spenn_ownership_row(
    const struct spenn_ownership_plan *plan, spenn_id t, spenn_id u)
{
    int32_t low = plan->first[t], high = plan->first[t + 1];
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (plan->unit[middle] < u) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < plan->first[t + 1] && plan->unit[low] == u ? low : SPENN_NONE;
}

void spenn_ownership_new(struct spenn_ownership *s, struct spenn_arena *memory,
    const int32_t rows_tasks_eras[3])
{
    size_t rows = (size_t)rows_tasks_eras[0], tasks = (size_t)rows_tasks_eras[1];
    *s = (struct spenn_ownership){
        .owned = spenn_arena_alloc(memory, rows, sizeof *s->owned),
        .before = spenn_arena_alloc(memory, rows, sizeof *s->before),
        .phase = spenn_arena_alloc(memory, tasks, sizeof *s->phase),
        .task = spenn_arena_alloc(memory, tasks, sizeof *s->task),
        .era = spenn_arena_alloc(memory, (size_t)rows_tasks_eras[2], sizeof *s->era),
    };
}

static double overlap(double a, double b, double from, double to)
{
    return fmax(fmin(b, to) - fmax(a, from), 0.0);
}

/* The integral over [a, b] of what is `value` at time `at` and fades. */
static double area(const struct spenn_owned *owned, double fade, double a, double b)
{
    double begin = owned->value * exp(-fade * (a - owned->at));
    return fade > 0.0 ? begin * -expm1(-fade * (b - a)) / fade : begin * (b - a);
}

static void add_weeks(
    struct spenn_ownership *s, const struct spenn_owned *owned, double fade, double until)
{
    double at = fmax(owned->at, s->weekly_from);
    while (at < until) {
        int32_t week = (int32_t)((at - s->weekly_from) / SPENN_WEEK);
        week += s->weekly_from + (week + 1) * SPENN_WEEK <= at;
        if (week >= s->weeks) {
            return;
        }
        double end = fmin(s->weekly_from + (week + 1) * SPENN_WEEK, until);
        s->weekly[(int64_t)week * s->stride] += area(owned, fade, at, end);
        at = end;
    }
}

/* Fades until then. */
static void fade_until(struct spenn_ownership *s, int32_t t, int32_t row, double until)
{
    struct spenn_owned *owned = &s->owned[row];
    double fade = SPENN_MUTANT(OWNERSHIP_FADE) ? 0.0 : s->plan->law[t].fade;
    double hours = overlap(owned->at, until, s->from, s->to);
    if (hours > 0.0) {
        double begin = fmax(owned->at, s->from);
        s->task[t].sum += area(owned, fade, begin, begin + hours);
        s->task[t].hours += hours;
    }
    if (s->weekly) {
        add_weeks(s, owned, fade, until);
    }
    owned->value *= exp(-fade * (until - owned->at));
    owned->at = until;
}

static void renew(struct spenn_ownership *s, int32_t t, int32_t row)
{
    double gain = SPENN_MUTANT(OWNERSHIP_GAIN) ? 0.0 : s->plan->law[t].gain;
    s->owned[row].value += gain * (1.0 - s->owned[row].value);
}

/* From renewal to renewal of the calendar, those at `until` included. */
static void advance(struct spenn_ownership *s, int32_t t, int32_t row, double until)
{
    const struct spenn_ownership_law *law = &s->plan->law[t];
    struct spenn_owned *owned = &s->owned[row];
    bool sits = s->plan->sits[row];
    for (;;) {
        double meeting =
            sits ? s->phase[t] + (double)owned->meeting * law->meeting : INFINITY;
        double letter = (double)owned->letter * law->letter;
        if (!(fmin(meeting, letter) <= until)) {
            break;
        }
        bool first = meeting <= letter;
        fade_until(s, t, row, fmax(first ? meeting : letter, owned->at));
        renew(s, t, row);
        owned->meeting += first;
        owned->letter += !first;
    }
    if (until > owned->at) {
        fade_until(s, t, row, until);
    }
}

static void begin_row(struct spenn_ownership *s, int32_t t, int32_t row, double now)
{
    const struct spenn_ownership_law *law = &s->plan->law[t];
    s->owned[row] = (struct spenn_owned){.value = law->start, .at = now, .letter = 1};
    if (now > 0.0) {
        double passed = floor((now - s->phase[t]) / law->meeting);
        s->owned[row].meeting = isfinite(law->meeting) ? (int64_t)fmax(passed + 1, 0) : 0;
        s->owned[row].letter = 1 + (int64_t)floor(now / law->letter);
    }
}

void spenn_ownership_reset(
    struct spenn_ownership *s, const struct spenn_ownership_plan *plan)
{
    s->plan = plan;
    s->last = 0;
    s->era[0] = (struct spenn_ownership_era){0.0, plan->first[plan->tasks]};
    for (int32_t t = 0; t < plan->tasks; t++) {
        s->task[t] = (struct spenn_ownership_sum){0};
        for (int32_t row = plan->first[t]; row < plan->first[t + 1]; row++) {
            begin_row(s, t, row, 0.0);
        }
    }
}

void spenn_ownership_leave(struct spenn_ownership *s, double now)
{
    for (int32_t t = 0; t < s->plan->tasks; t++) {
        for (int32_t row = s->plan->first[t]; row < s->plan->first[t + 1]; row++) {
            advance(s, t, row, now);
        }
    }
}

/* The mean of those that the unit comes from, where one was a party before. */
static void inherit(struct spenn_ownership *s, int32_t t, int32_t row,
    const struct spenn_ownership_plan *from, const struct spenn_lineage *lineage)
{
    spenn_id u = s->plan->unit[row];
    double sum = 0.0;
    int32_t count = 0;
    for (int32_t i = lineage->first_source[u]; i < lineage->first_source[u + 1]; i++) {
        int32_t source = spenn_ownership_row(from, t, lineage->source[i]);
        sum += source != SPENN_NONE ? s->before[source].value : 0.0;
        count += source != SPENN_NONE;
    }
    if (count) {
        s->owned[row].value = sum / count;
    }
}

void spenn_ownership_pass(struct spenn_ownership *s,
    const struct spenn_ownership_plan *plan, const struct spenn_lineage *lineage,
    double now)
{
    const struct spenn_ownership_plan *from = s->plan;
    struct spenn_owned *old = s->owned;
    s->owned = s->before;
    s->before = old;
    s->plan = plan;
    s->era[++s->last] = (struct spenn_ownership_era){now, plan->first[plan->tasks]};
    for (int32_t t = 0; t < plan->tasks; t++) {
        for (int32_t row = plan->first[t]; row < plan->first[t + 1]; row++) {
            begin_row(s, t, row, now);
            inherit(s, t, row, from, lineage);
        }
    }
}

double spenn_ownership_now(struct spenn_ownership *s, int32_t t, spenn_id u, double now)
{
    int32_t row = spenn_ownership_row(s->plan, t, u);
    if (row == SPENN_NONE) { /* a wave brought the case to somebody new */
        return s->plan->law[t].start;
    }
    advance(s, t, row, now);
    return s->owned[row].value;
}

void spenn_ownership_renew(struct spenn_ownership *s, int32_t t, spenn_id u, double now)
{
    int32_t row = spenn_ownership_row(s->plan, t, u);
    if (row != SPENN_NONE) {
        advance(s, t, row, now);
        renew(s, t, row);
    }
}

/* Hours of all parties in a week. */
static double hours_in(const struct spenn_ownership *s, double from, double to)
{
    double hours = 0.0;
    for (int32_t e = 0; e <= s->last; e++) {
        double until = e < s->last ? s->era[e + 1].from : INFINITY;
        hours += s->era[e].rows * overlap(s->era[e].from, until, from, to);
    }
    return hours;
}

void spenn_ownership_finish(struct spenn_ownership *s)
{
    double end = s->weekly_from + s->weeks * SPENN_WEEK;
    spenn_ownership_leave(s, s->weekly ? fmax(s->to, end) : s->to);
    for (int32_t w = 0; w < s->weeks && s->weekly; w++) {
        double from = s->weekly_from + w * SPENN_WEEK;
        double hours = hours_in(s, from, from + SPENN_WEEK);
        double *sum = &s->weekly[(int64_t)w * s->stride];
        *sum = hours > 0.0 ? *sum / hours : NAN;
    }
}
