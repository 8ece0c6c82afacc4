/* SPDX-License-Identifier: MIT
 * Rows of results carry 95 % intervals each for itself (of two stages where precision
 * decided how long); only verdicts use the simultaneous ones. */
#include "rows.h"

#include "table.h"

#include <math.h>
#include <string.h>

static const double row_error = 0.05;

const struct spenn_measure spenn_study_measures[] = {
    {.id = "backlog-growth",
        .unit = "/w",
        .over = SPENN_OVER_UNITS | SPENN_OVER_FORUMS,
        .better = -1,
        .class = SPENN_CLASS_EMERGENT,
        .title_nb = "Vekst i restansen",
        .title_en = "Growth of the backlog",
        .formula = "cases a week that arrive beyond what the desk or agenda can take "
                   "(traffic equations); rows only where it cannot keep up",
        .source = "docs/statistics.md"},
    {.id = "open-share",
        .unit = "share",
        .over = SPENN_OVER_WHOLE,
        .better = -1,
        .class = SPENN_CLASS_EMERGENT,
        .title_nb = "Andel saker som er åpne til slutt",
        .title_en = "Share of cases open at the end",
        .formula = "cases that arose in the window and are not closed one window later, "
                   "over all that arose in it",
        .source = "docs/statistics.md"},
};
const int32_t spenn_study_measure_count =
    sizeof spenn_study_measures / sizeof spenn_study_measures[0];

#define COLUMN(name) SPENN_COLUMN(struct spenn_study_rows, name)
static const struct spenn_table_column columns[] = {COLUMN(alternative), COLUMN(base),
    COLUMN(point), COLUMN(measure), COLUMN(over), COLUMN(row), COLUMN(subject),
    COLUMN(mean), COLUMN(low), COLUMN(high), COLUMN(difference), COLUMN(difference_low),
    COLUMN(difference_high), COLUMN(replications), COLUMN(controlled),
    COLUMN(controlled_low), COLUMN(controlled_high)};
static const struct spenn_table_type rows_type = {
    columns, sizeof columns / sizeof columns[0]};

/* The sweep changes values, never rows, so the ids of the models as written will do. */
static const char *subject_of(struct spenn_study *study, int32_t alternative,
    const struct spenn_results *results, int32_t i)
{
    const struct spenn_model *m =
        alternative < 0 ? study->baseline : &study->alternative[alternative];
    const char *subject = results->subject[i];
    const char *id =
        results->over[i] == SPENN_OVER_UNITS ? m->units.id[results->row[i]] : NULL;
    return id && strcmp(id, subject) == 0 ? id
                                          : spenn_arena_text(&study->memory, subject);
}

/* The rows of one group begin with those of its baseline: at rest, simulated, growth. */
static int32_t base_of(int32_t first, int32_t world, int32_t twin)
{
    return world > 0 && twin >= 0 ? first + twin : -1;
}

/* A row without numbers yet. */
static int32_t add_row(struct spenn_study *study, int32_t world, const char *point,
    const struct spenn_measure *measure)
{
    struct spenn_study_rows *rows = &study->rows;
    int32_t n = spenn_table_add(&study->memory, rows, &rows_type);
    rows->alternative[n] = world - 1;
    rows->base[n] = -1;
    rows->point[n] = point;
    rows->measure[n] = measure;
    rows->mean[n] = rows->low[n] = rows->high[n] = NAN;
    rows->difference[n] = rows->difference_low[n] = rows->difference_high[n] = NAN;
    rows->controlled[n] = rows->controlled_low[n] = rows->controlled_high[n] = NAN;
    return n;
}

static int32_t add_result(struct spenn_study *study, int32_t world, const char *point,
    const struct spenn_results *results, int32_t i)
{
    int32_t n = add_row(study, world, point, results->measure[i]);
    study->rows.over[n] = results->over[i];
    study->rows.row[n] = results->row[i];
    study->rows.subject[n] = subject_of(study, world - 1, results, i);
    return n;
}

static void put_exact(struct spenn_study_rows *rows, int32_t n, double value)
{
    rows->mean[n] = rows->low[n] = rows->high[n] = value;
}

static void put_difference(struct spenn_study_rows *rows, int32_t n, double value)
{
    rows->difference[n] = rows->difference_low[n] = rows->difference_high[n] = value;
}

static void add_rest(
    struct spenn_study *study, const struct spenn_group *group, int32_t w, int32_t first)
{
    const struct spenn_world *world = &group->world[w];
    const struct spenn_results *base = &group->world[0].rest;
    for (int32_t i = 0; i < world->rest.count; i++) {
        int32_t n = add_result(study, w, group->point, &world->rest, i);
        study->rows.base[n] = base_of(first, w, w > 0 ? world->rest_twin[i] : -1);
        put_exact(&study->rows, n, world->rest.value[i]);
        if (w > 0 && world->rest_twin[i] >= 0) {
            put_difference(
                &study->rows, n, world->rest.value[i] - base->value[world->rest_twin[i]]);
        }
    }
}

/* Stein's where precision decided how many replications, else the ordinary one. */
static struct spenn_interval interval_of(
    const struct spenn_moments *first, const struct spenn_moments *all)
{
    return first ? spenn_stein_interval(first, all, row_error)
                 : spenn_moments_interval(all, row_error);
}

/* The mean with the luck of the load taken off, where that leaves less to guess; not in
 * two stages, where the load has a say in how many replications there are. */
static void put_controlled(struct spenn_study_rows *rows, int32_t n,
    const struct spenn_world *world, int32_t slot)
{
    enum { fewest = 30 };
    const struct spenn_control *control = world->control ? &world->control[slot] : NULL;
    if (!control || world->first || control->measure.count < fewest) {
        return;
    }
    struct spenn_controlled found = spenn_controlled(control,
        spenn_control_load(spenn_sim_flows(world->plan), control->flow, NULL), row_error);
    if (found.share < 1) {
        rows->controlled[n] = found.mean;
        rows->controlled_low[n] = found.low;
        rows->controlled_high[n] = found.high;
    }
}

static void put_moments(struct spenn_study_rows *rows, int32_t n,
    const struct spenn_group *group, int32_t w, int32_t slot)
{
    const struct spenn_world *world = &group->world[w];
    rows->replications[n] = world->mean[slot].count;
    if (world->mean[slot].count && !spenn_world_blocks(world, slot)) {
        struct spenn_interval mean = interval_of(
            world->first ? &world->first->mean[slot] : NULL, &world->mean[slot]);
        rows->mean[n] = world->mean[slot].mean;
        rows->low[n] = mean.low;
        rows->high[n] = mean.high;
        put_controlled(rows, n, world, slot);
    }
    int32_t twin = world->slot_twin[slot];
    if (w == 0 || twin < 0 || !world->difference[slot].count
        || spenn_world_blocks(world, slot)
        || spenn_world_blocks(&group->world[0], twin)) {
        return;
    }
    struct spenn_interval difference = interval_of(
        world->first ? &world->first->difference[slot] : NULL, &world->difference[slot]);
    rows->difference[n] = world->difference[slot].mean;
    rows->difference_low[n] = difference.low;
    rows->difference_high[n] = difference.high;
}

static void add_slots(
    struct spenn_study *study, const struct spenn_group *group, int32_t w, int32_t first)
{
    const struct spenn_world *world = &group->world[w];
    const struct spenn_results *base = group->world[0].slots;
    for (int32_t i = 0; i < world->slots->count; i++) {
        int32_t n = add_result(study, w, group->point, world->slots, i);
        study->rows.base[n] = base_of(first, w, w > 0 ? world->slot_twin[i] : -1);
        if (isnan(world->slots->value[i])) {
            put_moments(&study->rows, n, group, w, i);
            continue;
        }
        put_exact(&study->rows, n, world->slots->value[i]);
        if (w > 0 && world->slot_twin[i] >= 0) {
            put_difference(&study->rows, n,
                world->slots->value[i] - base->value[world->slot_twin[i]]);
        }
    }
}

/* The baseline's row about the same thing among its rows of growth, from `first` on. */
static int32_t find_growth(const struct spenn_study_rows *rows, int32_t first, int32_t n)
{
    for (int32_t i = first; i < n && rows->alternative[i] < 0; i++) {
        bool same = rows->over[n] == SPENN_OVER_WHOLE
            || strcmp(rows->subject[i], rows->subject[n]) == 0;
        if (same && rows->measure[i] == rows->measure[n]) {
            return i;
        }
    }
    return -1;
}

/* Instead of the times that say nothing: what grows, and how much was left. */
static void add_growth(
    struct spenn_study *study, const struct spenn_group *group, int32_t w, int32_t first)
{
    const struct spenn_world *world = &group->world[w];
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    for (int32_t i = 0; i < flows->count; i++) {
        if (!(flows->growth[i] > 0) || !world->trouble.stuck[i]) {
            continue;
        }
        int32_t n = add_row(study, w, group->point, &spenn_study_measures[0]);
        study->rows.over[n] = flows->agenda[i] ? SPENN_OVER_FORUMS : SPENN_OVER_UNITS;
        study->rows.row[n] = world->trouble.row[i];
        study->rows.subject[n] = spenn_arena_text(&study->memory, flows->subject[i]);
        study->rows.base[n] = w > 0 ? find_growth(&study->rows, first, n) : -1;
        put_exact(&study->rows, n, flows->growth[i]);
    }
    int32_t n = add_row(study, w, group->point, &spenn_study_measures[1]);
    study->rows.over[n] = SPENN_OVER_WHOLE;
    study->rows.subject[n] = spenn_arena_text(&study->memory, world->model->id);
    study->rows.base[n] = w > 0 ? find_growth(&study->rows, first, n) : -1;
    study->rows.replications[n] = world->open.count;
    if (world->open.count) {
        struct spenn_interval open =
            interval_of(world->first ? &world->first->open : NULL, &world->open);
        study->rows.mean[n] = world->open.mean;
        study->rows.low[n] = open.low;
        study->rows.high[n] = open.high;
    }
}

void spenn_rows_add(struct spenn_study *study, const struct spenn_group *group)
{
    int32_t more = 0;
    for (int32_t w = 0; w < group->count; w++) {
        const struct spenn_world *world = &group->world[w];
        more += world->rest.count + world->slots->count
            + spenn_sim_flows(world->plan)->count + 1;
    }
    spenn_table_reserve(&study->memory, &study->rows, &rows_type, more);
    int32_t rest = study->rows.count, slots = rest + group->world[0].rest.count;
    int32_t growth = slots + group->world[0].slots->count;
    for (int32_t w = 0; w < group->count; w++) {
        add_rest(study, group, w, rest);
        add_slots(study, group, w, slots);
        add_growth(study, group, w, growth);
    }
}
