/* SPDX-License-Identifier: MIT
 * Models made by hand, table by table, without the reader: what is measured is then only
 * what the test wrote. */
#ifndef SPENN_TEST_SMALL_H
#define SPENN_TEST_SMALL_H

#include "near.h"

#include "measure.h"
#include "parts.h"
#include "tables.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A new unit; its id is the letter u and its row when id is NULL. */
static inline spenn_id small_unit(
    struct spenn_model *m, const char *id, int32_t kind, spenn_id parent)
{
    spenn_id u = spenn_table_add(&m->memory, &m->units, &spenn_units_type);
    m->id = "small";
    m->units.id[u] = id ? id : spenn_arena_format(&m->memory, "u%d", u);
    m->units.name[u] = m->units.group[u] = m->units.id[u];
    m->units.kind[u] = kind;
    m->units.parent[u] = parent;
    m->units.fte[u] = NAN;
    m->units.caseworkers[u] = -1;
    m->units.leaders[u] = 1;
    m->units.speed[u] = 1.0;
    m->units.at[u] = (struct spenn_where){"small.yaml", u + 10, 5};
    return u;
}

static inline void small_member(struct spenn_model *m, spenn_id f, spenn_id u)
{
    spenn_id i = spenn_table_add(&m->memory, &m->members, &spenn_members_type);
    m->members.unit[i] = u;
    m->forums.size[f]++;
}

/* A new forum, without members yet but its chair; only the newest may get more. */
static inline spenn_id small_forum(
    struct spenn_model *m, int32_t kind, spenn_id chair, double meets_a_year)
{
    spenn_id f = spenn_table_add(&m->memory, &m->forums, &spenn_forums_type);
    m->forums.id[f] = spenn_arena_format(&m->memory, "f%d", f);
    m->forums.kind[f] = kind;
    m->forums.chair[f] = chair;
    m->forums.first[f] = m->members.count;
    m->forums.meets[f] = meets_a_year / 1950.0;
    m->forums.lasts[f] = 2.0;
    m->forums.agenda[f] = 10;
    m->forums.commitment[f] = NAN;
    m->forums.at[f] = (struct spenn_where){"small.yaml", f + 1000, 3};
    small_member(m, f, chair);
    return f;
}

static inline void small_line(
    struct spenn_model *m, int32_t kind, spenn_id from, spenn_id to)
{
    int32_t e = spenn_table_add(&m->memory, &m->lines, &spenn_lines_type);
    m->lines.kind[e] = kind;
    m->lines.from[e] = from;
    m->lines.to[e] = to;
}

static inline void small_contact(
    struct spenn_model *m, spenn_id a, spenn_id b, double meets_a_year)
{
    int32_t i = spenn_table_add(&m->memory, &m->contacts, &spenn_contacts_type);
    m->contacts.a[i] = a;
    m->contacts.b[i] = b;
    m->contacts.meets[i] = meets_a_year / 1950.0;
    m->contacts.lasts[i] = 0.5;
}

/* A new task, decided where it arises. */
static inline spenn_id small_task(struct spenn_model *m)
{
    spenn_id t = spenn_task_add(m);
    m->tasks.id[t] = spenn_arena_format(&m->memory, "t%d", t);
    m->tasks.decided_in[t] = m->tasks.decided_by[t] = SPENN_NONE;
    m->tasks.at[t] = (struct spenn_where){"small.yaml", t + 2000, 3};
    return t;
}

/* Its cases that u serves; only the newest stream may get partners. */
static inline int32_t small_stream(
    struct spenn_model *m, spenn_id t, spenn_id u, double cases_a_week)
{
    int32_t o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
    int32_t s = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
    int32_t r = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
    m->routes.unit[r] = u;
    m->routes.share[r] = 1.0;
    m->origins.unit[o] = u;
    m->streams.task[s] = t;
    m->streams.origin[s] = o;
    m->streams.rate[s] = cases_a_week / 37.5;
    m->streams.first_route[s] = r;
    m->streams.routes[s] = 1;
    m->streams.first_partner[s] = m->partners.count;
    return s;
}

static inline void small_partner(struct spenn_model *m, int32_t s, spenn_id u)
{
    int32_t p = spenn_table_add(&m->memory, &m->partners, &spenn_partners_type);
    m->partners.unit[p] = u;
    m->streams.partners[s]++;
}

/* A tree of `layers` layers in which every unit above the last has `span` reports. */
static inline void small_tree(struct spenn_model *m, int32_t span, int32_t layers)
{
    spenn_id begin = small_unit(m, NULL, SPENN_EXECUTIVE, SPENN_NONE), end = begin + 1;
    for (int32_t layer = 1; layer < layers; layer++) {
        for (spenn_id above = begin; above < end; above++) {
            for (int32_t i = 0; i < span; i++) {
                small_unit(m, NULL, SPENN_DEPARTMENT, above);
            }
        }
        begin = end;
        end = m->units.count;
    }
}

/* The value of a measure over one kind of rows for one of them (0: the whole). */
static inline double small_measure(
    const struct spenn_model *m, const char *id, spenn_id row)
{
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    const struct spenn_measure *measure = spenn_rest_measure(id);
    assert_non_null(measure);
    assert_true(spenn_measure_fill(m, measure, &memory, &results, &err));
    int32_t i = 0;
    while (i < results.count && results.row[i] != row) {
        i++;
    }
    assert_true(i < results.count);
    assert_int_equal(results.over[i], measure->over);
    double value = results.value[i];
    spenn_arena_free(&memory);
    return value;
}

/* The value of one measure for a subject (NULL: the whole). */
static inline double small_value(
    const struct spenn_model *m, const char *id, const char *subject)
{
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    assert_true(spenn_measure_fill(m, spenn_rest_measure(id), &memory, &results, &err));
    int32_t row = spenn_results_find(&results, id, subject);
    assert_true(row >= 0);
    double value = results.value[row];
    spenn_arena_free(&memory);
    return value;
}

/* Numbers without a pattern, the same everywhere (Knuth's MMIX generator). */
static inline int32_t small_random(uint64_t *state, int32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (int32_t)((*state >> 33) % (uint64_t)below);
}

#endif
