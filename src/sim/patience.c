/* SPDX-License-Identifier: MIT
 * Patience: what happens to a case whose deadline passes while it waits, or, when it
 * passes during a service, at the next wait. It happens once. */
#include "engine.h"
#include "mutant.h"

static const struct spenn_plan_task *task_of(
    const struct spenn_sim_state *state, int32_t slot)
{
    return &state->plan->task[state->item[slot].task];
}

void spenn_case_set_deadline(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_task *task = task_of(state, slot);
    struct spenn_draws draws = spenn_random_draw(&state->random,
        state->stream[item->stream].key, item->number, 0, SPENN_BLOCK_ATTEMPT);
    struct spenn_law_ready law = task->deadline;
    if (SPENN_MUTANT(DEADLINE_LAW)) {
        law = (struct spenn_law_ready){SPENN_LAW_EXPONENTIAL, law.mean, 0, 0, 0};
    }
    double patience = spenn_law_value(&law, draws.u[SPENN_LANE_DEADLINE]);
    double deadline = state->now + patience;
    state->cold[slot].deadline = deadline;
    if (task->late != SPENN_LATE_NOTHING && !SPENN_MUTANT(PATIENCE)) {
        item->flags |= SPENN_TIMED;
        spenn_events_push(&state->events, state->first_slot + 2 * slot + 1, deadline,
            spenn_slot_tie(state, slot, 2));
    }
}

/* Where an escalated case goes on, or SPENN_NONE: nobody is above. */
static int32_t step_above(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    if (item->stage == SPENN_STAGE_FINAL) {
        return SPENN_NONE;
    }
    return item->stage == SPENN_STAGE_DECISION
        ? state->plan->step[item->step].next
        : state->plan->route[state->cold[slot].route].above;
}

static bool can_act(const struct spenn_sim_state *state, int32_t slot)
{
    switch (task_of(state, slot)->late) {
    case SPENN_LATE_LAPSES:
        return true;
    case SPENN_LATE_INNER_CIRCLE:
        return state->item[slot].stage != SPENN_STAGE_FINAL;
    default:
        return spenn_ladder_holds(state, slot) ? spenn_ladder_can_escalate(state, slot)
                                               : step_above(state, slot) != SPENN_NONE;
    }
}

static void escalate(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    int32_t step = step_above(state, slot);
    item->attempt =
        item->stage == SPENN_STAGE_DECISION ? (uint16_t)(item->attempt + 1) : (uint16_t)1;
    item->stage = SPENN_STAGE_DECISION;
    item->step = step;
    item->desk = spenn_case_desk(state, slot, step);
    if (task_of(state, slot)->decided) {
        spenn_desk_enter(state, slot, item->desk);
    } else {
        spenn_case_close(state, slot, true);
    }
}

bool spenn_case_late(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_task *task = task_of(state, slot);
    item->flags &= (uint8_t)~SPENN_LATE;
    if (!can_act(state, slot)) {
        return false;
    }
    if (task->late == SPENN_LATE_LAPSES) {
        spenn_case_close(state, slot, false);
    } else if (task->late == SPENN_LATE_INNER_CIRCLE) {
        if (spenn_ladder_holds(state, slot)) {
            spenn_ladder_abandon(state, slot);
        }
        state->task[item->task].circled += (item->flags & SPENN_FOLLOWED) != 0;
        spenn_case_alone(state, slot, task->circle);
    } else if (spenn_ladder_holds(state, slot)) {
        spenn_ladder_escalate(state, slot);
    } else {
        escalate(state, slot);
    }
    return true;
}

void spenn_case_deadline(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    item->flags &= (uint8_t)~SPENN_TIMED;
    if (item->stage == SPENN_STAGE_GONE) {
        spenn_slot_give(state, slot);
        return;
    }
    item->flags |= SPENN_LATE;
    bool coordinated = item->stage == SPENN_STAGE_COORDINATION;
    if (!(coordinated || (item->flags & SPENN_WAITING)) || !can_act(state, slot)) {
        return;
    }
    if (item->stage == SPENN_STAGE_AGENDA) {
        spenn_forum_leave(state, slot);
    } else if (!coordinated) {
        spenn_desk_leave(state, slot);
    }
    (void)spenn_case_late(state, slot);
}
