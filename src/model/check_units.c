/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "build.h"
#include "parts.h"
#include "team.h"

#include <math.h>
#include <string.h>

static bool check_unit(const struct spenn_checker *k, spenn_id u)
{
    const struct spenn_units *units = &k->m->units;
    const char *id = units->id[u], *sector = units->sector[u];
    bool ok = true;
    if (units->parent[u] == u) {
        ok = spenn_fail(k->err, units->at[u], "unit '%s' reports to itself", id);
    }
    if (!isnan(units->fte[u]) && !(units->fte[u] >= 0.0 && isfinite(units->fte[u]))) {
        ok = spenn_fail(k->err, units->at[u], "'fte' of '%s' must be 0 or more", id);
    }
    if (units->leaders[u] < 1 || units->caseworkers[u] < -1) {
        ok = spenn_fail(k->err, units->at[u], "'%s' has too few to do its work", id);
    }
    if (!(units->speed[u] > 0.0 && isfinite(units->speed[u]))) {
        ok = spenn_fail(k->err, units->at[u], "'speed' of '%s' must be above 0", id);
    }
    if (sector && (strcmp(sector, "same") == 0 || strcmp(sector, "other") == 0)) {
        ok = spenn_fail(k->err, units->at[u],
            "sector '%s' of '%s' is a word of selectors", sector, id);
    }
    return ok;
}

bool spenn_check_circles(const struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_climb climb = spenn_climb_make(m, SPENN_LINE_LINE, &scratch);
    bool ok = true;
    /* a unit above itself has its own message */
    if (climb.circle != SPENN_NONE && m->units.parent[climb.circle] != climb.circle) {
        ok = spenn_fail(err, m->units.at[climb.circle], "the line goes in a circle: %s",
            spenn_climb_path(m, &climb, &scratch));
    }
    spenn_arena_free(&scratch);
    return ok;
}

/* Each member of a team across is in contact with each unit that it answers for. */
static bool check_teams(const struct spenn_checker *k)
{
    struct spenn_arena scratch = {0};
    const struct spenn_team team = spenn_team_make(k->m, &scratch);
    int64_t contacts = 0;
    for (spenn_id u = 0; u < k->m->units.count; u++) {
        contacts += team.size[u];
    }
    spenn_arena_free(&scratch);
    return contacts <= spenn_most_rows
        || spenn_fail(k->err, (struct spenn_where){.file = k->m->file},
            "leading teams 'across' make more than %d contacts", spenn_most_rows);
}

/* The tops that count: what advises, stands outside or is its own legal person may stand
 * beside the line. */
static bool is_top(const struct spenn_units *units, spenn_id u)
{
    int32_t kind = units->kind[u];
    return units->parent[u] == SPENN_NONE && kind != SPENN_ADVICE
        && kind != SPENN_LEGAL_ENTITY && kind != SPENN_EXTERNAL;
}

static bool check_roots(const struct spenn_checker *k)
{
    const struct spenn_model *m = k->m;
    spenn_id first = SPENN_NONE;
    bool ok = true;
    if (m->form != SPENN_FORM_DIRECTORATE && m->form != SPENN_FORM_MUNICIPALITY) {
        return true;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (is_top(&m->units, u) && first != SPENN_NONE) {
            ok = spenn_fail(k->err, m->units.at[u],
                "'%s' reports to nobody, and neither does '%s': a %s has one top",
                m->units.id[u], m->units.id[first], spenn_forms.file[m->form]);
        } else if (is_top(&m->units, u)) {
            first = u;
        }
    }
    struct spenn_where file = {.file = m->file};
    return ok
        && (first != SPENN_NONE
            || spenn_fail(k->err, file, "a %s needs a unit that reports to nobody",
                spenn_forms.file[m->form]));
}

bool spenn_check_units(const struct spenn_checker *k)
{
    const struct spenn_units *units = &k->m->units;
    bool ok = units->count > 0
        || spenn_fail(k->err, (struct spenn_where){.file = k->m->file},
            "there must be at least one unit");
    for (spenn_id u = 0; u < units->count; u++) {
        ok = check_unit(k, u) && ok;
    }
    if (!spenn_check_circles(k->m, k->err)) {
        return false; /* roots would only repeat it */
    }
    ok = check_teams(k) && ok;
    return ok && check_roots(k);
}
