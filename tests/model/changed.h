/* SPDX-License-Identifier: MIT
 * An organization of every kind of reference, and changes to it from a few lines of text.
 *
 *     dir ── stab                       group: dir (chair), avd-1, avd-2, stab
 *      ├── avd-1 ── reg-1 reg-2         wide:  group and reg-*
 *      └── avd-2 ── reg-3 reg-4         professional line: stab -> reg-*
 */
#ifndef CHANGED_H
#define CHANGED_H

#include "unit.h"

#include "tiny.h"

#include "change.h"
#include "quantity.h"

#include <math.h>

static const char base_text[] =
    "spenn: model/1\n"
    "id: etat\n"
    "form: directorate\n"
    "needs:\n"
    "  - {id: liv, functions: [skole, helse], coordinator: stab}\n"
    "units:\n"
    "  - {id: dir, kind: executive}\n"
    "  - {id: stab, kind: support, reports-to: dir, fte: 8, caseworkers: 5}\n"
    "  - {id: avd, kind: department, count: 2, reports-to: dir, fte: 4}\n"
    "  - {id: reg-1, kind: region, reports-to: avd-1, fte: 100, caseworkers: 20,\n"
    "     sector: nord, assumed: [fte]}\n"
    "  - {id: reg-2, kind: region, reports-to: avd-1, fte: 60, caseworkers: 11,\n"
    "     sector: nord, leaders: 2}\n"
    "  - {id: reg-3, kind: region, reports-to: avd-2, fte: 40, sector: sør}\n"
    "  - {id: reg-4, kind: region, reports-to: avd-2, fte: 30, sector: sør,\n"
    "     mandatory: true}\n"
    "lines:\n"
    "  - {kind: professional, from: stab, to: reg-*}\n"
    "forums:\n"
    "  - {id: group, kind: leadership-group, chair: dir,\n"
    "     members: [dir, avd-*, stab], meets: 1/w, lasts: 2h, agenda: 10}\n"
    "  - {id: wide, kind: extended, chair: dir, members: [dir, avd-*, reg-*]}\n"
    "tasks:\n"
    "  - {id: sak, at: reg-*, arrives: 40/w, handling: 3h, decision: 2min,\n"
    "     beyond-authority: 10%, support: {stab: 20%}}\n"
    "  - {id: prinsipp, at: reg-*, arrives: 12/y, decision: 20min, decided-in: group}\n"
    "  - {id: tverr, at: reg-*, arrives: 1/w, decision: 30min,\n"
    "     coordinates: {with: reg-*, parties: 2, step: 2}}\n"
    "  - {id: klage, at: avd-*, arrives: 1/w, handling: 2h, decision: 1h,\n"
    "     decided-by: avd-2}\n"
    "practice: {among: reg-*}\n"
    "contact:\n"
    "  - {between: dir, and: avd-*, meets: 1/w, lasts: 1h}\n"
    "assume: {drift: 1/y}\n";

/* The changes to the base as a parsed list in `memory`. */
static const struct spenn_value *changes_of(const char *text, struct spenn_arena *memory)
{
    return tiny_value(text, memory);
}

/* Base and what changes make of it; the changes must be fine. The caller frees both. */
static inline void change(
    const char *text, struct spenn_model *base, struct spenn_model *changed)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    tiny_model(base_text, base);
    if (!spenn_changes_apply(base, changes_of(text, &memory), changed, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("the changes are refused:\n%s", text);
    }
    spenn_arena_free(&memory);
    spenn_error_free(&err);
}

/* The changed model only. */
static inline void changed_model(const char *text, struct spenn_model *changed)
{
    struct spenn_model base;
    change(text, &base, changed);
    spenn_model_free(&base);
}

/* That the changes are refused, nothing is made and the problems hold `expected`. */
static inline void refused(const char *text, const char *expected)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_model base, changed;
    char problems[4096] = "";
    tiny_model(base_text, &base);
    bool ok = spenn_changes_apply(&base, changes_of(text, &memory), &changed, &err);
    FILE *out = fmemopen(problems, sizeof problems, "w");
    spenn_error_print(&err, out);
    (void)fclose(out);
    assert_false(ok);
    assert_int_equal(changed.units.count, 0);
    assert_null(changed.memory.blocks);
    if (!strstr(problems, expected)) {
        fail_msg("\n%s\nis refused with\n%sinstead of\n%s", text, problems, expected);
    }
    spenn_model_free(&base);
    spenn_arena_free(&memory);
    spenn_error_free(&err);
}

static inline bool has_unit(const struct spenn_model *m, const char *id)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (strcmp(m->units.id[u], id) == 0) {
            return true;
        }
    }
    return false;
}

static inline spenn_id forum_of(const struct spenn_model *m, const char *id)
{
    spenn_id f = 0;
    while (strcmp(m->forums.id[f], id) != 0) {
        f++;
        assert_true(f < m->forums.count);
    }
    return f;
}

static inline spenn_id task_of(const struct spenn_model *m, const char *id)
{
    spenn_id t = 0;
    while (strcmp(m->tasks.id[t], id) != 0) {
        t++;
        assert_true(t < m->tasks.count);
    }
    return t;
}

/* Share of the stream of a task and origin that a unit serves. */
static inline double serves(
    const struct spenn_model *m, const char *task, const char *origin, const char *unit)
{
    spenn_id t = task_of(m, task), u = tiny_unit(m, unit);
    for (int32_t s = 0; s < m->streams.count; s++) {
        if (m->streams.task[s] != t
            || strcmp(m->origins.id[m->streams.origin[s]], origin) != 0) {
            continue;
        }
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            if (m->routes.unit[m->streams.first_route[s] + i] == u) {
                return m->routes.share[m->streams.first_route[s] + i];
            }
        }
    }
    return 0.0;
}

static inline double limit_of(
    const struct spenn_model *m, const char *task, const char *unit)
{
    return spenn_model_limit(m, task_of(m, task), tiny_unit(m, unit));
}

static inline void assert_near(double value, double expected)
{
    if (!(fabs(value - expected) < 1e-9)) {
        fail_msg("%.12g is not %.12g", value, expected);
    }
}

/* Demand survives anything; FTE too, where the changes do not say otherwise. */
static inline void assert_conserved(
    const struct spenn_model *base, const struct spenn_model *changed)
{
    struct spenn_totals before = spenn_model_totals(base);
    struct spenn_totals after = spenn_model_totals(changed);
    assert_near(after.demand, before.demand);
    assert_near(after.fte, before.fte);
}

#endif
