/* SPDX-License-Identifier: MIT
 * Rules on the roles of units that coordinate others: which cells of roles and steps are
 * covered, whether a unit and those who meet have a primary role, and whether what a unit
 * aims at is settled and within what its instruments carry. Silent on a model without
 * roles. */
#include "cells.h"
#include "finding.h"
#include "role.h"

enum { every_cell = (1 << SPENN_ROLE_CELLS) - 1 };

static bool has_role(const struct spenn_model *m, spenn_id u)
{
    return spenn_role_is_given(&m->units.coordination[u]);
}

static bool any_role(const struct spenn_model *m)
{
    spenn_id u = 0;
    while (u < m->units.count && !has_role(m, u)) {
        u++;
    }
    return u < m->units.count;
}

/* The last step of the run of cells that begins at the step. */
static int32_t run_of(uint32_t cells, int32_t role, int32_t step)
{
    while (step < SPENN_STEPS && cells & spenn_role_bit(role, step + 1)) {
        step++;
    }
    return step;
}

/* "driver 1-2 and 4"; "" without cells. */
static const char *steps_text(uint32_t cells, int32_t role, struct spenn_arena *memory)
{
    const char *text = "";
    for (int32_t step = 1; step <= SPENN_STEPS; step++) {
        if (cells & spenn_role_bit(role, step)) {
            int32_t last = run_of(cells, role, step);
            text = spenn_arena_format(memory, "%s%s %d",
                *text ? text : spenn_roles.file[role], *text ? " and" : "", step);
            text = last > step ? spenn_arena_format(memory, "%s-%d", text, last) : text;
            step = last;
        }
    }
    return text;
}

/* "driver 1-4, balancer 2" */
static const char *cells_text(uint32_t cells, struct spenn_arena *memory)
{
    const char *text = "";
    for (int32_t r = SPENN_ROLE_DRIVER; r < SPENN_ROLE_COUNT; r++) {
        const char *steps = steps_text(cells, r, memory);
        text = spenn_arena_format(
            memory, "%s%s%s", text, *text && *steps ? ", " : "", steps);
    }
    return text;
}

static struct spenn_where place_of(const struct spenn_model *m)
{
    return (struct spenn_where){m->file ? m->file : "", 1, 1};
}

void spenn_find_matrix(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_arena *memory = &s->found->memory;
    uint32_t covered = spenn_cells_of_all(m);
    if (!any_role(m)) {
        return;
    }
    spenn_found(s, m->id, place_of(m),
        spenn_arena_format(memory,
            "%d of the %d cells of roles and steps are covered%s%s",
            spenn_cells_count(covered), (int)SPENN_ROLE_CELLS,
            covered == every_cell ? "" : "; not ",
            cells_text(every_cell & ~covered, memory)));
    for (spenn_id u = 0; u < m->units.count; u++) {
        const struct spenn_role *role = &m->units.coordination[u];
        uint32_t own = spenn_role_covered(role);
        if (has_role(m, u)) {
            spenn_found_unit(s, u,
                spenn_arena_format(memory, "covers %d of the %d cells: %s",
                    spenn_cells_count(own), (int)SPENN_ROLE_CELLS,
                    cells_text(own, memory)));
        }
    }
}

static const char *actions_text(
    const struct spenn_role_cell *cell, struct spenn_arena *memory)
{
    const char *text = cell->mode[1] ? cell->mode[1] : "";
    for (int32_t i = 0; i < spenn_cell_actions && cell->action[i][1]; i++) {
        const char *between = i > 0 ? "; " : *text ? ": " : "";
        text = spenn_arena_format(memory, "%s%s%s", text, between, cell->action[i][1]);
    }
    return text;
}

/* "step 4: .... step 3: ..." of what the role covers no cell for; "" when it does. */
static const char *uncovered_text(
    uint32_t covered, int32_t role, struct spenn_arena *memory)
{
    const char *text = "";
    for (int32_t step = SPENN_STEPS; step >= 1; step--) {
        if (!(covered & spenn_role_bit(role, step))) {
            text = spenn_arena_format(memory, "%s%sstep %d: %s", text, *text ? ". " : "",
                step, actions_text(spenn_role_cell(role, step), memory));
        }
    }
    return text;
}

/* One finding of a role, whatever number of its cells: what is done in them is long. */
void spenn_find_uncovered_cells(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_arena *memory = &s->found->memory;
    uint32_t covered = any_role(m) ? spenn_cells_of_all(m) : every_cell;
    for (int32_t r = SPENN_ROLE_DRIVER; r < SPENN_ROLE_COUNT; r++) {
        const char *text = uncovered_text(covered, r, memory);
        if (*text) {
            spenn_found(s, spenn_roles.file[r], place_of(m),
                spenn_arena_format(
                    memory, "no unit does as %s: %s", spenn_roles.en[r], text));
        }
    }
}

/* ---- primary roles */

struct circle { /* those who meet or work on one task */
    const char *id;
    struct spenn_where at;
    const bool *in; /* of each unit */
};

/* Two weigh the same interests, or run the same system: nobody knows who. Several drivers
 * may each have a concern of their own. */
static void find_doubled(struct spenn_search *s, const struct circle *circle)
{
    const struct spenn_model *m = s->rest->m;
    spenn_id first[SPENN_ROLE_COUNT];
    bool told[SPENN_ROLE_COUNT] = {false};
    for (int32_t r = 0; r < SPENN_ROLE_COUNT; r++) {
        first[r] = SPENN_NONE;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        int32_t r = m->units.coordination[u].primary;
        if (!circle->in[u] || r == SPENN_ROLE_NONE || told[r]) {
            continue;
        }
        if (first[r] == SPENN_NONE) {
            first[r] = u;
            continue;
        }
        told[r] = true;
        spenn_found(s, circle->id, circle->at,
            spenn_arena_format(&s->found->memory,
                "both '%s' and '%s' have the primary role of %s here",
                m->units.id[first[r]], m->units.id[u], spenn_roles.en[r]));
        spenn_found_is(s, r == SPENN_ROLE_DRIVER ? SPENN_NOTE : SPENN_WARNING);
    }
}

static void find_missing(struct spenn_search *s, const struct circle *circle)
{
    const struct spenn_model *m = s->rest->m;
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (circle->in[u] && m->units.coordination[u].primary != SPENN_ROLE_NONE) {
            return;
        }
    }
    spenn_found(s, circle->id, circle->at,
        "no unit that takes part has a primary role of coordination");
}

void spenn_find_primary_roles(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    bool roles = any_role(m);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (has_role(m, u) && m->units.coordination[u].primary == SPENN_ROLE_NONE) {
            spenn_found_unit(s, u, "has elements of roles but no primary one");
        }
    }
    for (spenn_id t = 0; roles && t < m->tasks.count; t++) {
        if (spenn_task_coordinates(m, t)) {
            const struct circle circle = {m->tasks.id[t], m->tasks.at[t],
                spenn_circle_of_task(m, t, s->rest->memory)};
            find_missing(s, &circle);
            find_doubled(s, &circle);
        }
    }
    for (spenn_id f = 0; roles && f < m->forums.count; f++) {
        if (m->forums.kind[f] == SPENN_FORUM_NETWORK
            || m->forums.kind[f] == SPENN_FORUM_STEERING_GROUP) {
            find_doubled(s,
                &(struct circle){m->forums.id[f], m->forums.at[f],
                    spenn_circle_of_forum(m, f, s->rest->memory)});
        }
    }
}

/* ---- ambition */

void spenn_find_unsettled_ambition(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (has_role(m, u) && m->units.coordination[u].ambition == 0) {
            spenn_found_unit(s, u,
                "has a role of coordination but does not say to which step; step 1 "
                "counts");
        }
    }
}

void spenn_find_weak_instruments(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    for (spenn_id u = 0; u < m->units.count; u++) {
        const struct spenn_role *role = &m->units.coordination[u];
        int32_t carried = spenn_role_carried(role);
        if (role->ambition > carried) {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "aims at step %d, and %s to step %d", role->ambition,
                    role->instruments ? "its instruments carry only"
                                      : "without instruments it comes only",
                    carried));
        }
    }
}
