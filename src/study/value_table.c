/* SPDX-License-Identifier: MIT
 * Values are linear, so means of values are values of means; the interval of a total is
 * that of its value in each replication, with the ends as they stand. */
#include "value_table.h"

#include "field.h"
#include "prepare.h"

#include <math.h>
#include <string.h>

static const double error_share = 0.05;
static const double edge = 1e-9; /* weights of 0 and 1 pass no one: two are equal there */

struct assessment { /* under way */
    struct spenn_value_table *table;
    struct spenn_field field;
    struct spenn_field_question *question; /* of each measure */
    int32_t *world;                        /* those that can be compared */
    int32_t worlds, replications;          /* of the latter, seen in all of them */
    double *seen;                          /* [(r * rows + row) * measures + m] */
};

static void make_table(struct assessment *a, int32_t measures)
{
    struct spenn_value_table *table = a->table;
    struct spenn_arena *memory = &table->study.memory;
    size_t rows = (size_t)a->field.group.count, cells = rows * (size_t)measures;
    table->count = a->field.group.count;
    table->measures = measures;
    table->leader = -1;
    table->measure = spenn_arena_alloc(memory, (size_t)measures, sizeof *table->measure);
    table->mean = spenn_arena_alloc(memory, cells, sizeof(double));
    table->value = spenn_arena_alloc(memory, cells, sizeof(double));
    table->total = spenn_arena_alloc(memory, rows, sizeof(double));
    table->low = spenn_arena_alloc(memory, rows, sizeof(double));
    table->high = spenn_arena_alloc(memory, rows, sizeof(double));
    table->gap = spenn_arena_alloc(memory, rows, sizeof(double));
    table->gap_low = spenn_arena_alloc(memory, rows, sizeof(double));
    table->gap_high = spenn_arena_alloc(memory, rows, sizeof(double));
    table->reason_nb = spenn_arena_alloc(memory, rows, sizeof(const char *));
    table->reason_en = spenn_arena_alloc(memory, rows, sizeof(const char *));
    for (size_t i = 0; i < cells; i++) {
        table->mean[i] = table->value[i] = NAN;
    }
    for (size_t i = 0; i < rows; i++) {
        table->total[i] = table->low[i] = table->high[i] = NAN;
        table->gap[i] = table->gap_low[i] = table->gap_high[i] = NAN;
        table->reason_nb[i] = table->reason_en[i] = "";
    }
}

/* Ends in the order worst, best: by what the measure calls better, or as given. */
static bool take_ends(struct spenn_value_measure *column,
    const struct spenn_weight *weight, struct spenn_error *err)
{
    const struct spenn_measure *measure = column->measure;
    column->given = weight->from != NULL;
    if (!column->given) {
        return measure->better
            || spenn_fail(err, (struct spenn_where){0},
                "neither more nor less of '%s' is better in itself: give its worst and "
                "best end, %s:%g[worst..best]",
                measure->id, measure->id, weight->weight);
    }
    double from = NAN, to = NAN;
    if (!spenn_field_quantity(measure, weight->from, &from)
        || !spenn_field_quantity(measure, weight->to, &to) || !(from < to || from > to)) {
        return spenn_fail(err, (struct spenn_where){0},
            "'[%s..%s]' are no two ends of '%s' in %s", weight->from, weight->to,
            measure->id, *measure->unit ? measure->unit : "plain numbers");
    }
    bool turn = measure->better && (measure->better > 0) != (to > from);
    column->worst = turn ? to : from;
    column->best = turn ? from : to;
    return true;
}

static bool ask(
    struct assessment *a, const struct spenn_weights *weights, struct spenn_error *err)
{
    double sum = 0;
    bool ok = true;
    for (int32_t m = 0; m < weights->count; m++) {
        sum += weights->weight[m].weight;
    }
    for (int32_t m = 0; m < weights->count; m++) {
        const struct spenn_weight *weight = &weights->weight[m];
        struct spenn_value_measure *column = &a->table->measure[m];
        bool found =
            spenn_field_ask(&a->field, weight->measure, weight->of, &a->question[m], err);
        *column = (struct spenn_value_measure){.measure = a->question[m].measure,
            .of = spenn_arena_text(&a->table->study.memory, weight->of),
            .weight = weight->weight / sum,
            .simulated = a->question[m].simulated,
            .below = NAN,
            .above = NAN,
            .below_to = -1,
            .above_to = -1};
        ok = found && take_ends(column, weight, err) && ok;
    }
    return ok;
}

/* Drops the worlds in which a measure says nothing. */
static void set_aside(struct assessment *a)
{
    struct spenn_value_table *table = a->table;
    int32_t kept = 0;
    for (int32_t i = 0; i < a->worlds; i++) {
        int32_t w = a->world[i];
        struct spenn_reason reason = {0};
        for (int32_t m = 0; m < table->measures && !reason.en; m++) {
            reason = spenn_field_why_not(&a->field, &a->question[m], w);
        }
        if (reason.en) {
            table->reason_nb[w] = spenn_arena_text(&table->study.memory, reason.nb);
            table->reason_en[w] = spenn_arena_text(&table->study.memory, reason.en);
        } else {
            a->world[kept++] = w;
        }
    }
    a->worlds = kept;
}

/* Keeps replication r of the batch in hand. */
static void keep(struct assessment *a, int32_t r)
{
    const struct spenn_value_table *table = a->table;
    size_t measures = (size_t)table->measures;
    double *at = a->seen + (size_t)a->replications * (size_t)table->count * measures;
    for (int32_t i = 0; i < a->worlds; i++) {
        int32_t w = a->world[i];
        spenn_field_open(&a->field, w, r);
        for (int32_t m = 0; m < table->measures; m++) {
            at[(size_t)w * measures + (size_t)m] =
                spenn_field_value(&a->field, &a->question[m], w, r);
        }
    }
    a->replications++;
}

static double seen(const struct assessment *a, int32_t r, int32_t w, int32_t m)
{
    size_t row = (size_t)r * (size_t)a->table->count + (size_t)w;
    return a->seen[row * (size_t)a->table->measures + (size_t)m];
}

/* A measure that was observed in no replication of the world; -1. */
static int32_t never_seen(const struct assessment *a, int32_t w)
{
    for (int32_t m = 0; m < a->table->measures; m++) {
        bool any = false;
        for (int32_t r = 0; r < a->replications && !any; r++) {
            any = !isnan(seen(a, r, w, m));
        }
        if (!any) {
            return m;
        }
    }
    return -1;
}

static void set_unseen_aside(struct assessment *a)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < a->worlds; i++) {
        int32_t w = a->world[i];
        if (never_seen(a, w) >= 0) {
            a->table->reason_nb[w] = "aldri observert";
            a->table->reason_en[w] = "never observed";
        } else {
            a->world[kept++] = w;
        }
    }
    a->worlds = kept;
}

static bool sees_all(const struct assessment *a, int32_t r, int32_t w)
{
    bool all = true;
    for (int32_t m = 0; m < a->table->measures; m++) {
        all = all && !isnan(seen(a, r, w, m));
    }
    return all;
}

static bool is_whole(const struct assessment *a, int32_t r)
{
    bool whole = true;
    for (int32_t i = 0; i < a->worlds; i++) {
        whole = whole && sees_all(a, r, a->world[i]);
    }
    return whole;
}

/* Leaves the replications in which everything was observed everywhere. */
static void keep_whole(struct assessment *a)
{
    size_t row = (size_t)a->table->count * (size_t)a->table->measures;
    int32_t kept = 0;
    for (int32_t r = 0; r < a->replications; r++) {
        if (is_whole(a, r)) {
            memmove(a->seen + (size_t)kept++ * row, a->seen + (size_t)r * row,
                row * sizeof *a->seen);
        }
    }
    a->table->unseen = a->replications - kept;
    a->replications = kept;
}

static bool any_simulated(const struct spenn_value_table *table)
{
    for (int32_t m = 0; m < table->measures; m++) {
        if (table->measure[m].simulated) {
            return true;
        }
    }
    return false;
}

static void replicate(struct assessment *a, int32_t replications)
{
    struct spenn_study *study = &a->table->study;
    struct spenn_group *group = &a->field.group;
    a->field.planned = replications * a->worlds;
    for (int32_t r = 0; r < replications && !study->interrupted;) {
        int32_t left = replications - r;
        int32_t count = left < group->batch ? left : group->batch;
        int32_t done = spenn_field_run(&a->field, a->world, a->worlds, r, count);
        for (int32_t i = 0; i < done; i++) {
            keep(a, i);
        }
        r += done;
        study->interrupted = done < count;
    }
}

/* Everything that is asked for is at rest: one look is exact. */
static void look(struct assessment *a)
{
    const struct spenn_value_table *table = a->table;
    for (int32_t i = 0; i < a->worlds; i++) {
        int32_t w = a->world[i];
        for (int32_t m = 0; m < table->measures; m++) {
            a->seen[w * table->measures + m] =
                spenn_field_value(&a->field, &a->question[m], w, 0);
        }
    }
    a->replications = 1;
}

/* The worst and the best mean, where no ends are given. */
static void find_ends(struct assessment *a, int32_t m)
{
    struct spenn_value_table *table = a->table;
    struct spenn_value_measure *column = &table->measure[m];
    for (int32_t i = 0; i < a->worlds; i++) {
        struct spenn_moments mean = {0};
        int32_t w = a->world[i];
        for (int32_t r = 0; r < a->replications; r++) {
            spenn_moments_add(&mean, seen(a, r, w, m));
        }
        double value = mean.mean;
        bool up = column->measure->better > 0;
        table->mean[w * table->measures + m] = value;
        if (column->given) {
            continue;
        }
        column->worst = i == 0 || (up ? value < column->worst : value > column->worst)
            ? value
            : column->worst;
        column->best = i == 0 || (up ? value > column->best : value < column->best)
            ? value
            : column->best;
    }
}

/* Where all are alike the measure tells nothing, and all are worth 0. */
static double worth(const struct spenn_value_measure *column, double value)
{
    double range = column->best - column->worst;
    return range > 0 || range < 0 ? (value - column->worst) / range : 0;
}

static double total_of(const struct assessment *a, int32_t r, int32_t w)
{
    double total = 0;
    for (int32_t m = 0; m < a->table->measures; m++) {
        const struct spenn_value_measure *column = &a->table->measure[m];
        total += column->weight * worth(column, seen(a, r, w, m));
    }
    return total;
}

static void add_up(struct assessment *a, int32_t w)
{
    struct spenn_value_table *table = a->table;
    struct spenn_moments total = {0};
    for (int32_t r = 0; r < a->replications; r++) {
        spenn_moments_add(&total, total_of(a, r, w));
    }
    for (int32_t m = 0; m < table->measures; m++) {
        int32_t cell = w * table->measures + m;
        table->value[cell] = worth(&table->measure[m], table->mean[cell]);
    }
    struct spenn_interval at = spenn_moments_interval(&total, error_share);
    bool exact = a->replications == 1;
    table->total[w] = total.mean;
    table->low[w] = exact ? total.mean : at.low;
    table->high[w] = exact ? total.mean : at.high;
}

/* How far the leader is ahead, on the same cases. */
static void compare(struct assessment *a, int32_t w)
{
    struct spenn_value_table *table = a->table;
    struct spenn_moments gap = {0};
    for (int32_t r = 0; r < a->replications; r++) {
        spenn_moments_add(&gap, total_of(a, r, table->leader) - total_of(a, r, w));
    }
    struct spenn_interval at = spenn_moments_interval(&gap, error_share);
    bool exact = a->replications == 1;
    table->gap[w] = gap.mean;
    table->gap_low[w] = exact ? gap.mean : at.low;
    table->gap_high[w] = exact ? gap.mean : at.high;
}

void spenn_value_flip(struct spenn_value_table *table, int32_t m)
{
    struct spenn_value_measure *column = &table->measure[m];
    double weight = column->weight, rest = 1 - weight;
    if (table->leader < 0 || !(rest > 0)) {
        return;
    }
    double mine = table->value[table->leader * table->measures + m];
    double others = (table->total[table->leader] - weight * mine) / rest;
    for (int32_t w = 0; w < table->count; w++) {
        double theirs = table->value[w * table->measures + m];
        double remaining = (table->total[w] - weight * theirs) / rest;
        double slope = (mine - theirs) - (others - remaining);
        double at = (remaining - others) / slope; /* NAN or infinite where parallel */
        if (w == table->leader || !(at > edge && at < 1 - edge)) {
            continue;
        }
        if (slope > 0 && !(at <= column->below)) {
            column->below = at;
            column->below_to = w;
        }
        if (slope < 0 && !(at >= column->above)) {
            column->above = at;
            column->above_to = w;
        }
    }
}

static void assess(struct assessment *a)
{
    struct spenn_value_table *table = a->table;
    for (int32_t m = 0; m < table->measures; m++) {
        find_ends(a, m);
    }
    for (int32_t i = 0; i < a->worlds; i++) {
        int32_t w = a->world[i];
        add_up(a, w);
        bool leads = table->leader < 0 || table->total[w] > table->total[table->leader];
        table->leader = leads ? w : table->leader;
    }
    for (int32_t i = 0; i < a->worlds; i++) {
        compare(a, a->world[i]);
    }
    for (int32_t m = 0; m < table->measures; m++) {
        spenn_value_flip(table, m);
    }
}

static bool run(struct assessment *a, const struct spenn_weights *weights,
    const struct spenn_study_options *options, struct spenn_error *err)
{
    struct spenn_value_table *table = a->table;
    struct spenn_arena *memory = &a->field.memory;
    make_table(a, weights->count);
    a->question = spenn_arena_alloc(memory, (size_t)weights->count, sizeof *a->question);
    if (!ask(a, weights, err)) {
        return false;
    }
    a->worlds = table->count;
    a->world = spenn_arena_alloc(memory, (size_t)a->worlds, sizeof *a->world);
    for (int32_t w = 0; w < a->worlds; w++) {
        a->world[w] = w;
    }
    set_aside(a);
    bool simulated = any_simulated(table) && a->worlds > 0;
    size_t times = simulated ? (size_t)options->replications : 1;
    a->seen = spenn_arena_alloc(
        memory, times, (size_t)table->count * (size_t)table->measures * sizeof *a->seen);
    if (simulated) {
        spenn_study_window(&table->study, &a->field.group);
        replicate(a, options->replications);
        set_aside(a);
        set_unseen_aside(a);
        keep_whole(a);
    } else {
        look(a);
    }
    table->study.replications = simulated ? a->replications : 0;
    if (a->replications > (simulated ? 1 : 0)) {
        assess(a);
    }
    return true;
}

bool spenn_value_table_run(const struct spenn_field_source *from,
    const struct spenn_weights *weights, struct spenn_value_table *table,
    struct spenn_error *err)
{
    struct assessment a = {.table = table};
    *table = (struct spenn_value_table){0};
    if (!spenn_field_make(&a.field, &table->study, from, err)) {
        return false;
    }
    bool ok = run(&a, weights, from->options, err);
    spenn_field_free(&a.field);
    if (!ok) {
        spenn_value_table_free(table);
    }
    return ok;
}

void spenn_value_table_free(struct spenn_value_table *table)
{
    spenn_study_free(&table->study);
    *table = (struct spenn_value_table){0};
}
