/* SPDX-License-Identifier: MIT
 * The life of a case: it arises, is handled, visits supports, and is decided by a forum
 * or by the first post up its line whose limit reaches its authority. */
#include "engine.h"
#include "mutant.h"

enum { attempt_alone = 0xffff }; /* of the decision by a chair alone */

static struct spenn_draws draw(const struct spenn_sim_state *state,
    const struct spenn_case *item, uint32_t attempt, uint32_t block)
{
    return spenn_random_draw(
        &state->random, state->stream[item->stream].key, item->number, attempt, block);
}

static const struct spenn_plan_task *task_of(
    const struct spenn_sim_state *state, const struct spenn_case *item)
{
    return &state->plan->task[item->task];
}

static double work(const struct spenn_law_ready *law, double u)
{
    if (SPENN_MUTANT(SERVICE_LAW)) {
        return spenn_law_value(
            &(struct spenn_law_ready){SPENN_LAW_EXPONENTIAL, law->mean, 0, 0, 0}, u);
    }
    return spenn_law_value(law, u) * (SPENN_MUTANT(SERVICE_MEAN) ? 1.1 : 1.0);
}

double spenn_case_first_work(const struct spenn_plan_task *task, double u)
{
    return work(task->handled ? &task->handling : &task->decision, u);
}

/* The first service of a case that needs a decision only. */
static bool is_first(const struct spenn_case *item, const struct spenn_plan_task *task)
{
    return task->bare && item->attempt == 0 && item->stage == SPENN_STAGE_DECISION;
}

static double decision_work(const struct spenn_sim_state *state,
    const struct spenn_case *item, const struct spenn_plan_task *task)
{
    if (task->bare && SPENN_MUTANT(SAME_SERVICE)) {
        struct spenn_draws again = draw(state, item, 0, SPENN_BLOCK_CASE);
        return work(&task->decision, again.u[SPENN_LANE_SERVICE]);
    }
    struct spenn_draws draws = draw(state, item, item->attempt, SPENN_BLOCK_ATTEMPT);
    return work(&task->decision, draws.u[SPENN_LANE_DECISION]);
}

/* Of a joint visit, unless it was done before a wave: a support visit may have written
 * over the hours drawn first. */
static double handling_work(const struct spenn_sim_state *state,
    const struct spenn_case *item, const struct spenn_plan_task *task)
{
    if (item->flags & SPENN_HANDLED) {
        return 0.0;
    }
    if (!task->supported && !state->chain) {
        return item->started;
    }
    struct spenn_draws again = draw(state, item, 0, SPENN_BLOCK_CASE);
    return spenn_case_first_work(task, again.u[SPENN_LANE_SERVICE]);
}

/* What a case now at support number `attempt` of its route visits. */
static const struct spenn_plan_support *support_of(
    const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_plan_route *route = &state->plan->route[state->cold[slot].route];
    return &state->plan->support[route->first_support + state->item[slot].attempt];
}

static struct spenn_draws draw_support(const struct spenn_sim_state *state,
    const struct spenn_case *item, const struct spenn_plan_support *support)
{
    return draw(state, item, 0, SPENN_BLOCK_SUPPORT + (uint32_t)support->rank / 2);
}

double spenn_case_service(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_task *task = task_of(state, item);
    if (is_first(item, task)) {
        return item->started;
    }
    if (item->stage == SPENN_STAGE_HANDLING) {
        return item->started;
    }
    if (item->stage == SPENN_STAGE_SUPPORT) {
        const struct spenn_plan_support *support = support_of(state, slot);
        struct spenn_draws draws = draw_support(state, item, support);
        return work(
            &state->plan->visit[support->handed], draws.u[2 * (support->rank % 2) + 1]);
    }
    if (item->stage == SPENN_STAGE_VISIT) {
        return spenn_visit_service(state, slot);
    }
    double hours = decision_work(state, item, task);
    if (item->stage == SPENN_STAGE_DECISION && item->attempt == 0
        && state->plan->route[state->cold[slot].route].joint) {
        hours += handling_work(state, item, task);
    }
    return hours;
}

void spenn_case_decide(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_task *task = task_of(state, item);
    const struct spenn_plan_route *route = &state->plan->route[state->cold[slot].route];
    item->attempt = 0;
    if (route->forum != SPENN_NONE) {
        spenn_forum_enter(state, slot, route->forum);
    } else if (!task->decided) {
        spenn_case_close(state, slot, true);
    } else {
        item->stage = SPENN_STAGE_DECISION;
        item->step = route->step;
        spenn_desk_enter(state, slot, state->plan->step[item->step].desk);
    }
}

static void coordinate(struct spenn_sim_state *state, int32_t slot)
{
    bool coordinates = task_of(state, &state->item[slot])->coordinates;
    if (!coordinates || !spenn_ladder_begin(state, slot)) {
        spenn_case_decide(state, slot);
    }
}

/* To the desk, at once or after the delay of another place. */
static void go_to_support(
    struct spenn_sim_state *state, int32_t slot, const struct spenn_plan_support *support)
{
    struct spenn_case *item = &state->item[slot];
    if (support->away && state->plan->away > 0.0) {
        item->stage = SPENN_STAGE_AWAY;
        spenn_events_push(&state->events, state->first_slot + 2 * slot,
            state->now + state->plan->away, spenn_slot_tie(state, slot, 0));
    } else {
        item->stage = SPENN_STAGE_SUPPORT;
        spenn_desk_enter(state, slot, support->desk);
    }
}

void spenn_case_arrive(struct spenn_sim_state *state, int32_t slot)
{
    state->item[slot].stage = SPENN_STAGE_SUPPORT;
    spenn_desk_enter(state, slot, support_of(state, slot)->desk);
}

bool spenn_case_needs(const struct spenn_sim_state *state, int32_t slot,
    const struct spenn_plan_support *support)
{
    double u =
        draw_support(state, &state->item[slot], support).u[2 * (support->rank % 2)];
    return u >= support->from && u < support->upto;
}

/* Visits the support `item->attempt` or the first after it that the case needs. */
static void visit_support(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    int32_t supports = state->plan->route[state->cold[slot].route].supports;
    for (; item->attempt < supports; item->attempt++) {
        const struct spenn_plan_support *support = support_of(state, slot);
        if (spenn_case_needs(state, slot, support)) {
            go_to_support(state, slot, support);
            return;
        }
    }
    coordinate(state, slot);
}

static void pass_on(struct spenn_sim_state *state, int32_t slot)
{
    state->cold[slot].handled = state->now;
    state->item[slot].attempt = 0;
    if (task_of(state, &state->item[slot])->supported) {
        visit_support(state, slot);
    } else {
        coordinate(state, slot);
    }
}

/* The case that was to come now, in a slot; the next one of the stream is drawn. */
static int32_t make_case(struct spenn_sim_state *state, int32_t s)
{
    struct spenn_stream *stream = &state->stream[s];
    __builtin_prefetch(&state->desk[stream->desk]);
    int32_t slot = spenn_slot_take(state);
    struct spenn_case *item = &state->item[slot];
    *item = (struct spenn_case){
        .arose = state->now,
        .authority = stream->authority,
        .started = stream->service,
        .stream = s,
        .task = stream->task,
        .number = stream->number,
        .desk = stream->desk,
        .step = stream->step,
        .stage = SPENN_STAGE_HANDLING,
    };
    bool followed = state->now > state->from || SPENN_MUTANT(WARM_UP);
    if (followed && state->now <= state->to) {
        item->flags = SPENN_FOLLOWED;
        state->arisen++;
        state->open++;
    }
    state->cold[slot] = (struct spenn_case_cold){
        .route = stream->route, .unit = stream->unit, .round = SPENN_NONE};
    stream->number++;
    spenn_stream_schedule(state, s);
    return slot;
}

void spenn_case_arise(struct spenn_sim_state *state, int32_t s)
{
    if (__builtin_expect(state->stream[s].step < SPENN_NONE, 0)) {
        spenn_stream_assign(state, s);
    }
    int32_t slot = make_case(state, s);
    if (state->weekly.value) {
        spenn_tally_step(state, SPENN_SERIES_CASES, 1.0);
    }
    struct spenn_case *item = &state->item[slot];
    if (item->step != SPENN_NONE) {
        state->cold[slot].handled = state->now;
        item->stage = SPENN_STAGE_DECISION;
        spenn_desk_enter(state, slot, item->desk);
        return;
    }
    if (task_of(state, item)->deadlined) {
        spenn_case_set_deadline(state, slot);
    }
    int32_t desk = state->plan->route[state->cold[slot].route].desk;
    if (desk != SPENN_NONE) {
        spenn_desk_enter(state, slot, desk);
    } else {
        pass_on(state, slot);
    }
}

static const struct spenn_plan_team *team_of(
    const struct spenn_sim_plan *plan, const struct spenn_plan_step *step)
{
    return &plan->team[SPENN_STEP_TEAM - step->desk];
}

int32_t spenn_team_member(const struct spenn_sim_state *state, int32_t slot,
    const struct spenn_plan_team *team, int32_t attempt)
{
    double u = draw(state, &state->item[slot], (uint32_t)attempt, SPENN_BLOCK_TEAM).u[0];
    return team->member[SPENN_MUTANT(TEAM) ? 0 : (int32_t)(u * team->members)];
}

bool spenn_team_is_unclear(
    const struct spenn_sim_state *state, int32_t slot, int32_t attempt)
{
    return draw(state, &state->item[slot], (uint32_t)attempt, SPENN_BLOCK_TEAM).u[1]
        < state->plan->unclear;
}

int32_t spenn_case_desk(const struct spenn_sim_state *state, int32_t slot, int32_t step)
{
    const struct spenn_plan_step *to = &state->plan->step[step];
    return to->desk >= 0 ? to->desk
                         : spenn_team_member(state, slot, team_of(state->plan, to),
                             state->item[slot].attempt);
}

static void climb(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_step *step = &state->plan->step[item->step];
    double authority = item->authority;
    if (step->desk < 0 && spenn_team_is_unclear(state, slot, item->attempt)) {
        item->step = team_of(state->plan, step)->own;
        item->attempt++;
        spenn_desk_enter(state, slot, state->plan->step[item->step].desk);
        return;
    }
    if (SPENN_MUTANT(ESCALATION) && item->attempt) {
        authority = draw(state, item, item->attempt, SPENN_BLOCK_ATTEMPT).u[3];
    }
    if (authority <= step->limit || step->next == SPENN_NONE
        || SPENN_MUTANT(ESCALATION_LOST)) {
        spenn_case_close(state, slot, true);
        return;
    }
    item->step = step->next;
    item->attempt++;
    int32_t desk = state->plan->step[item->step].desk;
    spenn_desk_enter(
        state, slot, desk >= 0 ? desk : spenn_case_desk(state, slot, item->step));
}

void spenn_case_served(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    switch (item->stage) {
    case SPENN_STAGE_HANDLING:
        if (item->flags & SPENN_FOLLOWED) {
            struct spenn_task_state *task = &state->task[item->task];
            task->handling += state->now - item->arose;
            task->handled++;
        }
        item->flags |= SPENN_HANDLED;
        pass_on(state, slot);
        break;
    case SPENN_STAGE_SUPPORT:
        item->attempt++;
        visit_support(state, slot);
        break;
    case SPENN_STAGE_DECISION:
        climb(state, slot);
        break;
    case SPENN_STAGE_VISIT:
        spenn_visit_served(state, slot);
        break;
    default:
        spenn_case_close(state, slot, true);
    }
}

void spenn_case_resume(struct spenn_sim_state *state, int32_t slot)
{
    switch (state->item[slot].stage) {
    case SPENN_STAGE_HANDLING:
        pass_on(state, slot);
        break;
    case SPENN_STAGE_SUPPORT:
        visit_support(state, slot);
        break;
    case SPENN_STAGE_COORDINATION:
        spenn_ladder_resume(state, slot);
        break;
    default:
        spenn_case_decide(state, slot);
    }
}

void spenn_case_alone(struct spenn_sim_state *state, int32_t slot, int32_t desk)
{
    struct spenn_case *item = &state->item[slot];
    item->step = spenn_case_is_at_desk(item) ? item->step : SPENN_NONE;
    item->stage = SPENN_STAGE_FINAL;
    item->attempt = attempt_alone;
    item->desk = desk;
    if (task_of(state, item)->decided) {
        spenn_desk_enter(state, slot, desk);
    } else {
        spenn_case_close(state, slot, true);
    }
}

static void count_followed(struct spenn_sim_state *state, int32_t slot, bool decided)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_case_cold *cold = &state->cold[slot];
    const struct spenn_plan_task *planned = &state->plan->task[item->task];
    struct spenn_task_state *task = &state->task[item->task];
    double lead = state->now - item->arose;
    task->ended++;
    if (planned->deadlined && (!decided || state->now > cold->deadline)) {
        task->overdue++;
    }
    if (!decided) {
        task->lapsed++;
        return;
    }
    task->lead += lead;
    task->closed++;
    struct spenn_desk *leader = &state->desk[cold->unit];
    leader->lead += lead;
    leader->closed++;
    if (planned->decided || planned->forum != SPENN_NONE) {
        bool desk =
            item->stage == SPENN_STAGE_DECISION || item->stage == SPENN_STAGE_FINAL;
        task->decision += state->now - cold->handled;
        task->decisions++;
        task->own += desk && item->desk == cold->unit;
    }
    if (state->plan->inform) {
        spenn_inform_decided(state, slot);
    }
}

void spenn_case_close(struct spenn_sim_state *state, int32_t slot, bool decided)
{
    struct spenn_case *item = &state->item[slot];
    bool within = decided && state->now > state->from && state->now <= state->to;
    state->task[item->task].decided += within;
    if (item->flags & SPENN_FOLLOWED) {
        count_followed(state, slot, decided);
    }
    if (!state->ladder || !decided || !spenn_parts_begin(state, slot)) {
        spenn_case_leave(state, slot);
    }
}

void spenn_case_leave(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_case *item = &state->item[slot];
    if (state->now > state->from) {
        state->present += spenn_overlap(state, item->arose, state->now);
    }
    state->open -= (item->flags & SPENN_FOLLOWED) != 0;
    if (state->weekly.value) {
        spenn_tally_step(state, SPENN_SERIES_CASES, -1.0);
    }
    if (state->ladder && state->cold[slot].round != SPENN_NONE) {
        spenn_ladder_release(state, slot);
    }
    if (item->flags & SPENN_TIMED) {
        item->stage = SPENN_STAGE_GONE;
    } else {
        spenn_slot_give(state, slot);
    }
}
