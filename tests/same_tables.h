/* SPDX-License-Identifier: MIT
 * That two models have the same tables, to the last bit; only places, and where an
 * assumption came from, may differ. */
#ifndef SAME_TABLES_H
#define SAME_TABLES_H

#include "unit.h"

#include "model.h"

#include <math.h>
#include <string.h>

static inline void same_texts(
    const char *what, const char *const *a, const char *const *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (!a[i] != !b[i] || (a[i] && strcmp(a[i], b[i]) != 0)) {
            fail_msg("%s of row %d: '%s' is not '%s'", what, i, b[i] ? b[i] : "(none)",
                a[i] ? a[i] : "(none)");
        }
    }
}

static inline void same_numbers(
    const char *what, const double *a, const double *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (isnan(a[i]) != isnan(b[i]) || (!isnan(a[i]) && fabs(a[i] - b[i]) > 0.0)) {
            fail_msg("%s of row %d: %.17g is not %.17g", what, i, b[i], a[i]);
        }
    }
}

static inline void same_integers(
    const char *what, const int32_t *a, const int32_t *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (a[i] != b[i]) {
            fail_msg("%s of row %d: %d is not %d", what, i, b[i], a[i]);
        }
    }
}

static inline void same_flags(
    const char *what, const bool *a, const bool *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (a[i] != b[i]) {
            fail_msg("%s of row %d differs", what, i);
        }
    }
}

static inline void same_times(const char *what, const struct spenn_time *a,
    const struct spenn_time *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (fabs(a[i].mean - b[i].mean) > 0.0 || fabs(a[i].shape - b[i].shape) > 0.0
            || a[i].law != b[i].law || a[i].given != b[i].given) {
            fail_msg("%s of row %d differs", what, i);
        }
    }
}

static inline void same_roles(const char *what, const struct spenn_role *a,
    const struct spenn_role *b, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (memcmp(&a[i], &b[i], sizeof a[i]) != 0) {
            fail_msg("%s of row %d differs", what, i);
        }
    }
}

#define SAME(kind, table, column)                                                        \
    same_##kind(#table "." #column, a->table.column, b->table.column, a->table.count)
#define SAME_COUNT(table) assert_int_equal(a->table.count, b->table.count)

static inline void same_structure(
    const struct spenn_model *a, const struct spenn_model *b)
{
    SAME_COUNT(units);
    SAME(texts, units, id);
    SAME(texts, units, name);
    SAME(texts, units, name_en);
    SAME(texts, units, group);
    SAME(integers, units, kind);
    SAME(integers, units, parent);
    SAME(numbers, units, fte);
    SAME(integers, units, caseworkers);
    SAME(integers, units, leaders);
    SAME(integers, units, responsibility);
    SAME(numbers, units, speed);
    SAME(texts, units, sector);
    SAME(texts, units, location);
    SAME(flags, units, kept_informed);
    SAME(numbers, units, turnover);
    SAME(roles, units, coordination);
    SAME(numbers, units, veto);
    SAME(numbers, units, mobility);
    SAME(texts, units, functions);
    SAME(texts, units, serves);
    SAME(texts, units, offices);
    SAME(integers, units, status);
    SAME(flags, units, mandatory);
    SAME(integers, units, order);
    SAME(integers, units, side);
    SAME(texts, units, panel);
    SAME(texts, units, panel_en);
    SAME(texts, units, collapse);
    SAME(texts, units, collapse_en);
    SAME(flags, units, practice);
    SAME(texts, units, former);
    SAME(texts, units, assumed);
    SAME_COUNT(lines);
    SAME(integers, lines, kind);
    SAME(integers, lines, from);
    SAME(integers, lines, to);
    SAME_COUNT(forums);
    SAME(texts, forums, id);
    SAME(texts, forums, name);
    SAME(texts, forums, name_en);
    SAME(integers, forums, kind);
    SAME(integers, forums, chair);
    SAME(integers, forums, first);
    SAME(integers, forums, size);
    SAME(numbers, forums, meets);
    SAME(numbers, forums, lasts);
    SAME(integers, forums, agenda);
    SAME(numbers, forums, video);
    SAME(numbers, forums, preparation);
    SAME(numbers, forums, commitment);
    SAME(texts, forums, topics);
    SAME(texts, forums, assumed);
    SAME(integers, forums, given);
    SAME_COUNT(members);
    SAME(integers, members, unit);
}

static inline void same_work(const struct spenn_model *a, const struct spenn_model *b)
{
    SAME_COUNT(tasks);
    SAME(texts, tasks, id);
    SAME(texts, tasks, name);
    SAME(texts, tasks, name_en);
    SAME(times, tasks, handling);
    SAME(times, tasks, decision);
    SAME(times, tasks, deadline);
    SAME(integers, tasks, priority);
    SAME(integers, tasks, late);
    SAME(flags, tasks, hard);
    SAME(integers, tasks, assigned);
    SAME(numbers, tasks, personal);
    SAME(numbers, tasks, direct);
    SAME(integers, tasks, decided_in);
    SAME(integers, tasks, decided_by);
    SAME(integers, tasks, via);
    SAME(flags, tasks, coordinates);
    SAME(numbers, tasks, beyond_authority);
    SAME(texts, tasks, assumed);
    SAME_COUNT(coordinations);
    SAME(integers, coordinations, parties);
    SAME(integers, coordinations, step);
    SAME(integers, coordinations, starts_at);
    SAME(numbers, coordinations, conflict);
    SAME(numbers, coordinations, own_weight);
    SAME(integers, coordinations, consent);
    SAME(integers, coordinations, mechanisms);
    SAME(integers, coordinations, ladder);
    SAME(integers, coordinations, lead);
    SAME(flags, coordinations, cuts_through);
    SAME(integers, coordinations, arbiter);
    SAME(integers, coordinations, forum);
    SAME(integers, coordinations, tries);
    SAME(numbers, coordinations, again_after);
    SAME(integers, coordinations, messages);
    SAME(numbers, coordinations, anchoring);
    SAME(flags, coordinations, early);
    SAME(numbers, coordinations, renewed);
    SAME(times, coordinations, implementation);
    SAME_COUNT(limits);
    SAME(integers, limits, task);
    SAME(integers, limits, unit);
    SAME(numbers, limits, limit);
    SAME_COUNT(supports);
    SAME(integers, supports, task);
    SAME(integers, supports, unit);
    SAME(numbers, supports, share);
    SAME_COUNT(origins);
    SAME(texts, origins, id);
    SAME(integers, origins, unit);
    SAME(flags, origins, practice);
    SAME_COUNT(streams);
    SAME(integers, streams, task);
    SAME(integers, streams, origin);
    SAME(numbers, streams, rate);
    SAME(integers, streams, first_route);
    SAME(integers, streams, routes);
    SAME(integers, streams, partners);
    SAME_COUNT(routes);
    SAME(integers, routes, unit);
    SAME(numbers, routes, share);
    SAME_COUNT(partners);
    SAME(integers, partners, unit);
    SAME_COUNT(needs);
    SAME(texts, needs, id);
    SAME(texts, needs, name);
    SAME(texts, needs, name_en);
    SAME(texts, needs, functions);
    SAME_COUNT(contacts);
    SAME(integers, contacts, a);
    SAME(integers, contacts, b);
    SAME(numbers, contacts, meets);
    SAME(numbers, contacts, lasts);
}

static inline void assert_same_tables(
    const struct spenn_model *a, const struct spenn_model *b)
{
    const char *one[] = {a->id, a->name, a->name_en, a->as_of, a->source, a->note};
    const char *two[] = {b->id, b->name, b->name_en, b->as_of, b->source, b->note};
    same_texts("head", one, two, 6);
    assert_int_equal(a->form, b->form);
    same_structure(a, b);
    same_work(a, b);
    same_numbers("assume", a->assume.value, b->assume.value, SPENN_ASSUMPTION_COUNT);
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        assert_int_equal(a->assume.from[i] > 0, b->assume.from[i] > 0);
    }
}

#endif
