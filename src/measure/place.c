/* SPDX-License-Identifier: MIT
 * Users' ways to an office. Nobody gives distances, so they follow from areas: an office
 * that serves n places instead of one has n times the area to serve, and the mean way to
 * it is sqrt(n) times as long (Stephan 1977, Science 196:523; Newell 1973, SIAM J. Appl.
 * Math. 25:346). */
#include "place.h"

#include "quantity.h"
#include "rest.h"

#include <math.h>
#include <string.h>

static int32_t length(const struct spenn_lists *lists, int32_t list)
{
    return lists->first[list + 1] - lists->first[list];
}

/* The location as an item of a list, which holds no comma. */
static const char *as_item(const char *location, struct spenn_arena *memory)
{
    if (!location || !strchr(location, ',')) {
        return location;
    }
    char *item = spenn_arena_alloc(memory, strlen(location) + 1, 1);
    for (size_t i = 0; location[i]; i++) {
        item[i] = (char)(location[i] == ',' ? ';' : location[i]);
    }
    return item;
}

struct spenn_places spenn_places_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    const struct spenn_units *units = &m->units;
    const char **office = spenn_arena_alloc(memory, (size_t)units->count, sizeof *office);
    for (spenn_id u = 0; u < units->count; u++) {
        const char *own = units->offices[u];
        const char *location = as_item(units->location[u], memory);
        office[u] = own && location ? spenn_arena_format(memory, "%s,%s", own, location)
            : own                   ? own
                                    : location;
    }
    return (struct spenn_places){spenn_lists_make(units->serves, units->count, memory),
        spenn_lists_make(office, units->count, memory)};
}

int32_t spenn_unit_offices(const struct spenn_places *places, spenn_id u)
{
    int32_t named = length(&places->offices, u);
    return named == 0 && length(&places->served, u) > 0 ? 1 : named;
}

int32_t spenn_office_count(const struct spenn_places *places)
{
    int32_t unnamed = 0;
    for (spenn_id u = 0; u < places->offices.count; u++) {
        unnamed += spenn_unit_offices(places, u) - length(&places->offices, u);
    }
    return places->offices.distinct + unnamed;
}

/* Offices of a unit stand in different ones of the places it serves. */
bool spenn_fill_presence(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_places places = spenn_places_make(r->m, &scratch);
    double with = 0.0, all = places.served.distinct;
    (void)err;
    for (spenn_id u = 0; u < r->m->units.count; u++) {
        int32_t served = length(&places.served, u);
        with += fmin(served, served > 0 ? spenn_unit_offices(&places, u) : 0);
    }
    value[0] = all > 0.0 ? fmin(with / all, 1.0) : NAN;
    spenn_arena_free(&scratch);
    return true;
}

double spenn_access_hours(
    const struct spenn_model *m, const struct spenn_places *places, int32_t stream)
{
    const struct spenn_streams *streams = &m->streams;
    double trip = 2.0 * m->assume.value[SPENN_ACCESS_TIME], mean = 0.0;
    for (int32_t i = 0; i < streams->routes[stream]; i++) {
        int32_t route = streams->first_route[stream] + i;
        spenn_id u = m->routes.unit[route];
        int32_t served = length(&places->served, u);
        if (served > 0) {
            mean += m->routes.share[route]
                * sqrt((double)served / spenn_unit_offices(places, u));
        }
    }
    return streams->rate[stream] * SPENN_YEAR * m->tasks.personal[streams->task[stream]]
        * trip * mean;
}

bool spenn_fill_access_hours(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct spenn_streams *streams = &r->m->streams;
    struct spenn_places places = spenn_places_make(r->m, &scratch);
    bool tasks = r->over == SPENN_OVER_TASKS;
    int32_t rows = tasks ? r->m->tasks.count : 1;
    (void)err;
    for (int32_t row = 0; places.served.distinct == 0 && row < rows; row++) {
        value[row] = NAN;
    }
    for (int32_t s = 0; s < streams->count; s++) {
        value[tasks ? streams->task[s] : 0] += spenn_access_hours(r->m, &places, s);
    }
    spenn_arena_free(&scratch);
    return true;
}
