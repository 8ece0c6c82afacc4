/* SPDX-License-Identifier: MIT
 * Measures of size, places and money. Prices and times are assumptions; what is counted
 * is the model's. */
#include "hours.h"
#include "place.h"
#include "quantity.h"
#include "rest.h"

#include <math.h>
#include <string.h>

static const double million = 1e6;

static void fill_posts(const struct spenn_units *units, double *value)
{
    for (spenn_id u = 0; u < units->count; u++) {
        double given = units->caseworkers[u];
        given = given < 0.0 ? NAN : given;
        value[u] = isfinite(units->fte[u]) ? units->fte[u] : given;
    }
}

/* Cases a year for each unit that serves them, of every task or of all. */
static void fill_cases(const struct spenn_rest *r, double *value)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    struct spenn_serving serving = spenn_serving_make(m, &scratch);
    bool tasks = r->over == SPENN_OVER_TASKS;
    int32_t rows = tasks ? m->tasks.count : 1;
    double *serve = spenn_arena_alloc(&scratch, (size_t)rows, sizeof *serve);
    for (int32_t s = 0; s < m->streams.count; s++) {
        value[tasks ? m->streams.task[s] : 0] += m->streams.rate[s] * SPENN_YEAR;
    }
    for (int32_t i = 0; i < serving.count; i++) {
        serve[tasks ? serving.task[i] : 0] += 1.0;
    }
    for (int32_t row = 0; row < rows; row++) {
        value[row] = serve[row] > 0.0 ? value[row] / serve[row] : NAN;
    }
    spenn_arena_free(&scratch);
}

bool spenn_fill_critical_mass(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    if (r->over == SPENN_OVER_UNITS) {
        fill_posts(&r->m->units, value);
    } else {
        fill_cases(r, value);
    }
    return true;
}

/* Hours a week on the way to the meetings of forum f. */
static double travel_hours(const struct spenn_model *m, spenn_id f)
{
    const char *place = m->units.location[m->forums.chair[f]];
    double trip = 2.0 * m->assume.value[SPENN_TRAVEL_TIME];
    double persons = 0.0;
    for (int32_t i = 0; place && i < m->forums.size[f]; i++) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        const char *own = m->units.location[u];
        persons += own && strcmp(own, place) != 0 ? m->units.leaders[u] : 0;
    }
    return persons * trip * m->forums.meets[f] * SPENN_WEEK * (1.0 - m->forums.video[f]);
}

bool spenn_fill_travel_hours(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    for (spenn_id f = 0; f < r->m->forums.count; f++) {
        value[r->over == SPENN_OVER_FORUMS ? f : 0] += travel_hours(r->m, f);
    }
    return true;
}

/* Political and outside kinds have no leader that the administration pays; teams and
 * networks have none at all. */
static bool has_leader(int32_t kind)
{
    return !spenn_kind_is_political(kind) && !spenn_kind_is_outside(kind)
        && kind != SPENN_TEAM && kind != SPENN_NETWORK;
}

static double cost(const struct spenn_model *m, const struct spenn_places *places,
    struct spenn_arena *memory)
{
    const double *assume = m->assume.value;
    struct spenn_hours week = spenn_hours_new(m, memory);
    double hours = 0.0, units = 0.0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (has_leader(m->units.kind[u])) {
            hours += m->units.leaders[u] * week.committed[u];
            units += 1.0;
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        hours += travel_hours(m, f);
    }
    return hours * (SPENN_YEAR / SPENN_WEEK) * assume[SPENN_HOURLY_RATE]
        + units * assume[SPENN_UNIT_OVERHEAD]
        + spenn_office_count(places) * assume[SPENN_OFFICE_COST];
}

bool spenn_fill_cost(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_places places = spenn_places_make(r->m, &scratch);
    (void)err;
    value[0] = cost(r->m, &places, &scratch) / million;
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_total_cost(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_places places = spenn_places_make(r->m, &scratch);
    double total = cost(r->m, &places, &scratch);
    (void)err;
    for (int32_t s = 0; s < r->m->streams.count; s++) {
        total +=
            spenn_access_hours(r->m, &places, s) * r->m->assume.value[SPENN_USER_RATE];
    }
    value[0] = places.served.distinct > 0 ? total / million : NAN;
    spenn_arena_free(&scratch);
    return true;
}
