/* SPDX-License-Identifier: MIT
 * The rows a replication fills, in one fixed order: measure by measure, the whole first.
 */
#include "commitment.h"
#include "compile.h"
#include "measures.h"
#include "table.h"
#include "tables.h"

#include <math.h>

struct slotter {
    struct spenn_sim_plan *plan;
    bool *serves;  /* unit u is some stream's route */
    bool counting; /* the first of two passes: how many rows there will be */
    int32_t count;
};

/* Returns the row, or NONE while counting. */
static int32_t add(struct slotter *slotter, int32_t row, int32_t over, spenn_id of)
{
    struct spenn_sim_plan *plan = slotter->plan;
    if (slotter->counting) {
        slotter->count++;
        return SPENN_NONE;
    }
    int32_t i = plan->slots.count;
    plan->slot[i] = (struct spenn_plan_slot){row, SPENN_NONE};
    spenn_results_add(&plan->memory, &plan->slots, plan->m,
        (struct spenn_result){&spenn_sim_measures[row], over, of, NAN});
    return i;
}

static void add_all(struct slotter *slotter, int32_t row, int32_t over, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        add(slotter, row, over, i);
    }
}

/* A row about one desk of a unit that has two. */
static void add_desk(struct slotter *slotter, int32_t row, int32_t desk, const char *name)
{
    struct spenn_sim_plan *plan = slotter->plan;
    spenn_id u = plan->desk[desk].unit;
    int32_t i = add(slotter, row, SPENN_OVER_UNITS, u);
    if (i != SPENN_NONE) {
        plan->slot[i].desk = desk;
        plan->slots.subject[i] =
            spenn_arena_format(&plan->memory, "%s/%s", plan->m->units.id[u], name);
    }
}

/* A unit's row over all its desks; with two of them also "id/leader" and "id/cases". */
static void add_desks(struct slotter *slotter, int32_t row)
{
    const struct spenn_sim_plan *plan = slotter->plan;
    for (spenn_id u = 0; u < plan->m->units.count; u++) {
        add(slotter, row, SPENN_OVER_UNITS, u);
        if (plan->case_desk[u] != SPENN_NONE) {
            add_desk(slotter, row, u, "leader");
            add_desk(slotter, row, plan->case_desk[u], "cases");
        }
    }
}

static bool is_information(int32_t row)
{
    return row >= SPENN_BYPASS && row <= SPENN_NEVER_INFORMED;
}

static bool is_coordination(int32_t row)
{
    return row >= SPENN_SOLVED && row <= SPENN_IMPLEMENTATION_TIME;
}

/* A unit has a lead time when it serves cases, and is informed when decisions concern it.
 */
static void add_units(struct slotter *slotter, int32_t row)
{
    for (spenn_id u = 0; u < slotter->plan->m->units.count; u++) {
        bool has = row == SPENN_LEAD_TIME ? slotter->serves[u]
            : is_information(row)         ? slotter->plan->inform->learns[u]
                                          : true;
        if (has) {
            add(slotter, row, SPENN_OVER_UNITS, u);
        }
    }
}

static bool is_bond(int32_t row)
{
    return row == SPENN_OWNERSHIP || row == SPENN_TIE;
}

/* Whether parties of the task do their parts after its decisions. */
static bool is_done(const struct spenn_sim_plan *plan, spenn_id t)
{
    return plan->task[t].coordinates && plan->ladder->task[t].part.mean > 0.0;
}

static void add_tasks(struct slotter *slotter, int32_t row)
{
    const struct spenn_sim_plan *plan = slotter->plan;
    for (spenn_id t = 0; t < plan->task_count; t++) {
        bool has = row == SPENN_IMPLEMENTATION_TIME ? is_done(plan, t)
            : is_coordination(row)                  ? plan->task[t].coordinates
            : is_bond(row)                          ? spenn_bond_concerns(plan, t)
                                                    : true;
        if (has) {
            add(slotter, row, SPENN_OVER_TASKS, t);
        }
    }
}

static void add_row(struct slotter *slotter, int32_t row)
{
    const struct spenn_sim_plan *plan = slotter->plan;
    unsigned over = spenn_sim_measures[row].over;
    if (over & SPENN_OVER_WHOLE) {
        add(slotter, row, SPENN_OVER_WHOLE, 0);
    }
    if (row == SPENN_DESK_WAIT || row == SPENN_UTILISATION) {
        add_desks(slotter, row);
    } else if (over & SPENN_OVER_UNITS) {
        add_units(slotter, row);
    }
    if (over & SPENN_OVER_FORUMS) {
        add_all(slotter, row, SPENN_OVER_FORUMS, plan->forum_count);
    }
    if (over & SPENN_OVER_TASKS) {
        add_tasks(slotter, row);
    }
    if (over & SPENN_OVER_LAYERS) {
        add_all(slotter, row, SPENN_OVER_LAYERS, plan->layers);
    }
}

/* Rows that no simulation is needed for. */
static void fill_known(struct spenn_sim_plan *plan)
{
    double all = 0.0;
    for (spenn_id f = 0; f < plan->forum_count; f++) {
        all += spenn_forum_hours(plan->m, f);
    }
    for (int32_t i = 0; i < plan->slots.count; i++) {
        bool whole = plan->slots.over[i] == SPENN_OVER_WHOLE;
        spenn_id f = plan->slots.row[i];
        if (plan->slot[i].measure == SPENN_MEETING_HOURS) {
            plan->slots.value[i] = whole ? all : spenn_forum_hours(plan->m, f);
        } else if (plan->slot[i].measure == SPENN_COMMITMENT) {
            plan->slots.value[i] = spenn_forum_commitment(plan->m, f, false);
        }
    }
}

static bool is_measured(const struct spenn_sim_plan *plan, int32_t row)
{
    if (row == SPENN_IMPLEMENTATION_TIME) {
        bool any = false;
        for (spenn_id t = 0; t < plan->task_count; t++) {
            any = any || is_done(plan, t);
        }
        return any;
    }
    bool practice = row == SPENN_UNIFORMITY || row == SPENN_ALIGNMENT;
    return (!practice || plan->practice) && (!is_information(row) || plan->inform)
        && (!is_coordination(row) || plan->ladder)
        && (!is_bond(row) || plan->bond->rows > 0);
}

static void add_rows(struct slotter *slotter)
{
    struct spenn_sim_plan *plan = slotter->plan;
    for (int32_t row = 0; row < SPENN_SIM_ROWS; row++) {
        if (!is_measured(plan, row)) {
            continue;
        }
        if (row == SPENN_UNIFORMITY) {
            plan->uniformity = plan->slots.count;
        } else if (row == SPENN_ALIGNMENT) {
            plan->alignment = plan->slots.count;
        }
        add_row(slotter, row);
    }
}

void spenn_plan_slots(struct spenn_sim_plan *plan)
{
    struct spenn_arena scratch = {0};
    struct slotter slotter = {.plan = plan, .counting = true};
    slotter.serves =
        spenn_arena_alloc(&scratch, (size_t)plan->m->units.count, sizeof(bool));
    for (int32_t r = 0; r < plan->route_count; r++) {
        slotter.serves[plan->route[r].unit] = true;
    }
    add_rows(&slotter);
    slotter.counting = false;
    plan->slot =
        spenn_arena_alloc(&plan->memory, (size_t)slotter.count, sizeof *plan->slot);
    spenn_table_reserve(&plan->memory, &plan->slots, &spenn_results_type, slotter.count);
    add_rows(&slotter);
    fill_known(plan);
    spenn_arena_free(&scratch);
}
