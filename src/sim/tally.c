/* SPDX-License-Identifier: MIT
 * From sums of a run to the values of its rows. */
#include "chain.h"
#include "engine.h"
#include "measures.h"
#include "quantity.h"

#include <math.h>

/* Time averages also count the cases still there when the window ended. */
static void count_open_cases(struct spenn_sim_state *state)
{
    for (int32_t slot = 0; slot < state->used; slot++) {
        const struct spenn_case *item = &state->item[slot];
        double end = state->to;
        if (spenn_case_is_open(item)) {
            state->present += spenn_overlap(state, item->arose, end);
        }
        if (item->stage < SPENN_STAGE_HANDLING) {
            continue;
        }
        if (!spenn_case_is_at_desk(item)) {
            state->forum[item->step].present += spenn_overlap(state, item->entered, end);
            continue;
        }
        struct spenn_desk *desk = &state->desk[item->desk];
        desk->present += spenn_overlap(state, item->entered, end);
        if (item->flags & SPENN_WAITING) {
            continue;
        }
        desk->busy += spenn_overlap(state, item->started, end);
        if (item->stage == SPENN_STAGE_VISIT) {
            spenn_ladder_worked(state, slot, end);
        }
    }
}

static double ratio(double sum, double count)
{
    return count > 0.0 ? sum / count : NAN;
}

static double weeks_of(const struct spenn_sim_state *state)
{
    return (state->to - state->from) / SPENN_WEEK;
}

/* A desk's sums, or those of a unit's one or two desks. */
struct pooled {
    double busy, present, wait, hours; /* hours: of its servers */
    int64_t visits;
};

static void pool_desk(
    const struct spenn_sim_state *state, int32_t d, struct pooled *pooled)
{
    const struct spenn_desk *desk = &state->desk[d];
    pooled->busy += desk->busy;
    pooled->present += desk->present;
    pooled->wait += desk->wait;
    pooled->visits += desk->visits;
    pooled->hours += spenn_desk_hours(state, d);
}

/* A case may come here: by the traffic equations, or (bound) when patience ends. */
static bool is_reached(const struct spenn_sim_plan *plan, int32_t desk)
{
    return plan->flows.utilisation[desk] > 0.0 || plan->flows.bound[desk];
}

/* A desk that no case reaches says nothing of how busy the unit's other desk is. */
static struct pooled pool_unit(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_sim_plan *plan = state->plan;
    struct pooled pooled = {0};
    int32_t one = plan->slot[slot].desk;
    spenn_id u = plan->slots.row[slot];
    if (one != SPENN_NONE) {
        pool_desk(state, one, &pooled);
        return pooled;
    }
    int32_t cases = plan->case_desk[u];
    if (cases == SPENN_NONE || is_reached(plan, u) || !is_reached(plan, cases)) {
        pool_desk(state, u, &pooled);
    }
    if (cases != SPENN_NONE && (is_reached(plan, cases) || !is_reached(plan, u))) {
        pool_desk(state, cases, &pooled);
    }
    return pooled;
}

static double unit_value(const struct spenn_sim_state *state, int32_t slot)
{
    double duration = state->to - state->from;
    const struct spenn_desk *leader = &state->desk[state->plan->slots.row[slot]];
    struct pooled pooled = pool_unit(state, slot);
    switch (state->plan->slot[slot].measure) {
    case SPENN_LEAD_TIME:
        return ratio(leader->lead, (double)leader->closed);
    case SPENN_DESK_WAIT:
        return ratio(pooled.wait, (double)pooled.visits);
    case SPENN_UTILISATION:
        return pooled.busy / pooled.hours;
    default:
        return pooled.present / duration;
    }
}

static double forum_value(const struct spenn_sim_state *state, int32_t row,
    const struct spenn_forum_state *forum)
{
    switch (row) {
    case SPENN_MEETING_WAIT:
        return ratio(forum->wait, (double)forum->waits);
    case SPENN_UTILISATION:
        return ratio(forum->taken, (double)forum->meetings);
    case SPENN_BACKLOG:
        return forum->present / (state->to - state->from);
    default:
        return ratio((double)forum->outside, (double)(forum->outside + forum->concluded));
    }
}

/* Sums over the tasks with `late`, or over all. */
static double task_value(
    const struct spenn_sim_state *state, int32_t row, const struct spenn_task_state *task)
{
    switch (row) {
    case SPENN_LEAD_TIME:
        return ratio(task->lead, (double)task->closed);
    case SPENN_HANDLING_TIME:
        return ratio(task->handling, (double)task->handled);
    case SPENN_DECISION_TIME:
        return ratio(task->decision, (double)task->decisions);
    case SPENN_THROUGHPUT:
        return (double)task->decided / weeks_of(state);
    case SPENN_INNER_CIRCLE:
        return ratio((double)task->circled, (double)task->ended);
    case SPENN_LAPSED:
        return ratio((double)task->lapsed, (double)task->ended);
    case SPENN_OWN_DECISIONS:
        return ratio((double)task->own, (double)task->decisions);
    default:
        return ratio((double)task->overdue, (double)task->ended);
    }
}

/* Whether a share of `row` is over the cases of this task. */
static bool concerns(const struct spenn_plan_task *task, int32_t row)
{
    switch (row) {
    case SPENN_INNER_CIRCLE:
        return task->late == SPENN_LATE_INNER_CIRCLE;
    case SPENN_LAPSED:
        return task->late == SPENN_LATE_LAPSES;
    case SPENN_OVERDUE:
        return task->deadlined;
    default:
        return true;
    }
}

static struct spenn_task_state sum_tasks(const struct spenn_sim_state *state, int32_t row)
{
    struct spenn_task_state sum = {0};
    for (int32_t t = 0; t < state->plan->task_count; t++) {
        const struct spenn_task_state *task = &state->task[t];
        if (!concerns(&state->plan->task[t], row)) {
            continue;
        }
        sum.lead += task->lead;
        sum.handling += task->handling;
        sum.decision += task->decision;
        sum.closed += task->closed;
        sum.handled += task->handled;
        sum.decisions += task->decisions;
        sum.decided += task->decided;
        sum.own += task->own;
        sum.lapsed += task->lapsed;
        sum.ended += task->ended;
        sum.circled += task->circled;
        sum.overdue += task->overdue;
    }
    return sum;
}

static struct spenn_forum_state sum_forums(const struct spenn_sim_state *state)
{
    struct spenn_forum_state sum = {0};
    for (int32_t f = 0; f < state->plan->forum_count; f++) {
        const struct spenn_forum_state *forum = &state->forum[f];
        sum.wait += forum->wait;
        sum.waits += forum->waits;
        sum.outside += forum->outside;
        sum.concluded += forum->concluded;
    }
    return sum;
}

/* Hours a week of one layer; of all when layer is -1. */
static double work_hours(const struct spenn_sim_state *state, int32_t layer)
{
    const struct spenn_sim_plan *plan = state->plan;
    double hours = layer < 0 && state->wave ? state->wave->gone.work : 0.0;
    for (int32_t d = 0; d < plan->desk_count; d++) {
        if (layer < 0 || plan->layer[plan->desk[d].unit] == layer) {
            hours += spenn_desk_work(state, d, state->to);
        }
    }
    return hours / weeks_of(state);
}

static double whole_value(const struct spenn_sim_state *state, int32_t row)
{
    struct pooled all = {0};
    struct spenn_forum_state forums;
    struct spenn_task_state tasks;
    switch (row) {
    case SPENN_DESK_WAIT:
        for (int32_t d = 0; d < state->plan->desk_count; d++) {
            pool_desk(state, d, &all);
        }
        all.wait += state->wave ? state->wave->sums.wait : 0.0;
        all.visits += state->wave ? state->wave->sums.visits : 0;
        return ratio(all.wait, (double)all.visits);
    case SPENN_MEETING_WAIT:
    case SPENN_DECIDED_OUTSIDE:
        forums = sum_forums(state);
        return forum_value(state, row, &forums);
    case SPENN_BACKLOG:
        return state->present / (state->to - state->from);
    case SPENN_WORK_HOURS:
        return work_hours(state, -1);
    default:
        tasks = sum_tasks(state, row);
        return task_value(state, row, &tasks);
    }
}

static double slot_value(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_results *slots = &state->plan->slots;
    int32_t row = state->plan->slot[slot].measure;
    if (row == SPENN_MEETING_HOURS || row == SPENN_COMMITMENT) {
        return slots->value[slot];
    }
    if (row >= SPENN_SOLVED && row <= SPENN_IMPLEMENTATION_TIME) {
        return spenn_ladder_value(state, row, slots->over[slot], slots->row[slot]);
    }
    if (row >= SPENN_BYPASS && row <= SPENN_NEVER_INFORMED) {
        return spenn_inform_value(state, row, slots->over[slot], slots->row[slot]);
    }
    if (row == SPENN_OWNERSHIP || row == SPENN_TIE) {
        bool all = slots->over[slot] == SPENN_OVER_WHOLE;
        return spenn_bond_value(state, row, all ? SPENN_NONE : slots->row[slot]);
    }
    switch (slots->over[slot]) {
    case SPENN_OVER_UNITS:
        return unit_value(state, slot);
    case SPENN_OVER_FORUMS:
        return forum_value(state, row, &state->forum[slots->row[slot]]);
    case SPENN_OVER_TASKS:
        return concerns(&state->plan->task[slots->row[slot]], row)
            ? task_value(state, row, &state->task[slots->row[slot]])
            : NAN;
    case SPENN_OVER_LAYERS:
        return work_hours(state, slots->row[slot]);
    default:
        return whole_value(state, row);
    }
}

void spenn_tally_values(struct spenn_sim_state *state, double *value)
{
    count_open_cases(state);
    if (state->bond) {
        spenn_bond_finish(state);
    }
    while (state->wave && state->wave->passed < state->chain->count) {
        spenn_wave_skip(state);
    }
    for (int32_t i = 0; i < state->plan->slots.count; i++) {
        value[i] = slot_value(state, i);
    }
}

static void add_level(struct spenn_level *level, double until)
{
    *level->sum += level->now * (until - level->since) / SPENN_WEEK;
    level->since = until;
}

/* Adds the level since the last change to the weeks it lasted. */
static void sum_level(struct spenn_sim_state *state, enum spenn_series k, double until)
{
    struct spenn_level *level = &state->level[k];
    double from = state->weekly.from;
    level->since = fmax(level->since, fmin(from, until));
    while (level->since < until) {
        int64_t week = (int64_t)((level->since - from) / SPENN_WEEK);
        week += from + (double)(week + 1) * SPENN_WEEK <= level->since;
        if (week >= state->weekly.weeks) {
            return;
        }
        level->sum = &state->weekly.value[week * spenn_series_count + k];
        level->end = from + (double)(week + 1) * SPENN_WEEK;
        add_level(level, fmin(level->end, until));
    }
}

void spenn_tally_step(struct spenn_sim_state *state, enum spenn_series k, double by)
{
    struct spenn_level *level = &state->level[k];
    if (state->now <= level->end) {
        add_level(level, state->now);
    } else {
        sum_level(state, k, state->now);
    }
    level->now += by;
}

void spenn_tally_weeks(struct spenn_sim_state *state)
{
    if (state->weekly.value) {
        double end = state->weekly.from + state->weekly.weeks * SPENN_WEEK;
        sum_level(state, SPENN_SERIES_CASES, end);
        sum_level(state, SPENN_SERIES_ITEMS, end);
    }
}
