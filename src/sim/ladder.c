/* SPDX-License-Identifier: MIT
 * The ladder as a state machine. A phase begins with visits (or nothing, and then ends at
 * once); when the last one is over its end says which phase comes next. */
#include "ladder.h"
#include "bond.h"
#include "engine.h"
#include "mutant.h"

enum { most_attempts = 3 };

static struct spenn_round *round_of(struct spenn_sim_state *state, int32_t slot)
{
    return &state->ladder->round[state->cold[slot].round];
}

static void reach(struct spenn_round *round, int32_t step)
{
    round->step = step > round->step ? (uint8_t)step : round->step;
}

static bool is_solved(
    const struct spenn_sim_state *state, const struct spenn_round *round)
{
    return round->step >= spenn_round_ladder(state, round)->needed;
}

/* ---- which phase comes next */

static enum spenn_phase first_question(
    const struct spenn_sim_state *state, const struct spenn_round *round)
{
    const struct spenn_plan_ladder *ladder = spenn_round_ladder(state, round);
    bool chain = (ladder->chain || SPENN_MUTANT(CHAIN)) && ladder->needed == 4;
    return chain ? SPENN_PHASE_NO_HARM : SPENN_PHASE_ANSWER;
}

static bool can_arbitrate(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    struct spenn_parties parties = spenn_round_parties(state, r);
    return spenn_round_ladder(state, round)->hierarchy && !SPENN_MUTANT(ARBITER)
        && spenn_parties_arbiter(state->plan, state->item[round->slot].task, &parties)
        != SPENN_NONE;
}

static enum spenn_phase begin_round(const struct spenn_sim_state *state, int32_t r);

/* What is left when arbitration has not helped either. */
static enum spenn_phase next_round(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_plan_ladder *ladder = spenn_round_ladder(state, round);
    int32_t tries = ladder->tries + SPENN_MUTANT(TRIES);
    if (is_solved(state, round) || round->last || round->round + 1 >= tries) {
        return SPENN_PHASE_DONE;
    }
    round->round++;
    round->tried = 0;
    round->prepared = false;
    return ladder->again > 0.0 ? SPENN_PHASE_PAUSE : begin_round(state, r);
}

/* After the parties have failed. */
static enum spenn_phase fail(struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    if (is_solved(state, round)) {
        return SPENN_PHASE_DONE;
    }
    return can_arbitrate(state, r) ? SPENN_PHASE_ARBITRATION : next_round(state, r);
}

/* Steps 2 to 4, as far as the task needs them. ARBITRATION is left at once when nobody
 * can arbitrate. */
static enum spenn_phase begin_round(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    const struct spenn_plan_ladder *ladder = spenn_round_ladder(state, round);
    if (ladder->takes[2]) {
        return SPENN_PHASE_UNDERSTANDING;
    }
    return ladder->takes[3] ? first_question(state, round) : SPENN_PHASE_ARBITRATION;
}

static enum spenn_phase first_phase(const struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_plan_ladder *ladder =
        spenn_round_ladder(state, &state->ladder->round[r]);
    return ladder->takes[1] ? SPENN_PHASE_MESSAGES : begin_round(state, r);
}

/* ---- step 1 */

/* Along the line: one level of links after the other, up and then down. */
static bool pass_on_messages(struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_sim_plan *plan = state->plan;
    struct spenn_round *round = &state->ladder->round[r];
    struct spenn_span *span = &state->ladder->span;
    struct spenn_parties parties = spenn_round_parties(state, r);
    bool work = plan->ladder->law[SPENN_PHASE_MESSAGES].mean > 0.0;
    spenn_span_find(plan, &parties, span);
    bool up = round->level < span->deepest;
    int32_t depth = up ? span->deepest - round->level : round->level - span->deepest + 1;
    for (int32_t i = 0; i < span->links; i++) {
        const struct spenn_link *link = &span->link[i];
        spenn_id to = up ? link->high : link->low, from = up ? link->low : link->high;
        if (link->depth != depth) {
            continue;
        }
        round->messages++;
        if (work) {
            spenn_visit_begin(
                state, r, spenn_work_desk(plan, to), (spenn_id[]){to, from});
        }
    }
    return round->visit != SPENN_NONE;
}

static bool visit_others(struct spenn_sim_state *state, int32_t r, enum spenn_phase phase)
{
    struct spenn_parties parties = spenn_round_parties(state, r);
    if (!(state->plan->ladder->law[phase].mean > 0.0)) {
        return false;
    }
    for (int32_t i = 1; i < parties.count; i++) {
        spenn_id u = parties.unit[i];
        int32_t desk =
            phase == SPENN_PHASE_MESSAGES ? spenn_work_desk(state->plan, u) : u;
        spenn_visit_begin(state, r, desk, (spenn_id[]){u, SPENN_NONE});
    }
    return parties.count > 1;
}

static bool begin_messages(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    if (spenn_round_ladder(state, round)->line) {
        return pass_on_messages(state, r);
    }
    round->messages += round->parties - 1;
    return visit_others(state, r, SPENN_PHASE_MESSAGES);
}

static enum spenn_phase end_messages(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    struct spenn_parties parties = spenn_round_parties(state, r);
    if (spenn_round_ladder(state, round)->line) {
        spenn_span_find(state->plan, &parties, &state->ladder->span);
        if (++round->level < 2 * state->ladder->span.deepest) {
            return SPENN_PHASE_MESSAGES;
        }
    }
    reach(round, 1);
    return is_solved(state, round) ? SPENN_PHASE_DONE : begin_round(state, r);
}

/* ---- step 2 */

static void talk(struct spenn_sim_state *state, int32_t r, spenn_id u, spenn_id v)
{
    spenn_visit_begin(state, r, spenn_work_desk(state->plan, u), (spenn_id[]){u, v});
    spenn_visit_begin(state, r, spenn_work_desk(state->plan, v), (spenn_id[]){v, u});
}

/* The lead among the parties, or SPENN_NONE: all talk with all. */
static spenn_id lead_of(const struct spenn_sim_state *state, int32_t r)
{
    spenn_id lead = spenn_round_ladder(state, &state->ladder->round[r])->lead;
    struct spenn_parties parties = spenn_round_parties(state, r);
    return spenn_parties_have(&parties, lead) ? lead : SPENN_NONE;
}

/* Party i with all after it. */
static void talk_with_later(
    struct spenn_sim_state *state, int32_t r, int32_t i, spenn_id lead)
{
    struct spenn_parties parties = spenn_round_parties(state, r);
    spenn_id u = parties.unit[i];
    for (int32_t j = i + 1; j < parties.count; j++) {
        spenn_id v = parties.unit[j];
        if (lead == SPENN_NONE || lead == u || lead == v) {
            talk(state, r, u, v);
        }
    }
}

static bool begin_talks(struct spenn_sim_state *state, int32_t r)
{
    spenn_id lead = lead_of(state, r);
    if (!(state->plan->ladder->law[SPENN_PHASE_UNDERSTANDING].mean > 0.0)) {
        return false;
    }
    for (int32_t i = 0; i < state->ladder->round[r].parties; i++) {
        talk_with_later(state, r, i, lead);
    }
    return state->ladder->round[r].visit != SPENN_NONE;
}

static bool begin_understanding(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_parties parties = spenn_round_parties(state, r);
    int32_t slot = state->ladder->round[r].slot;
    spenn_id f = spenn_parties_forum(state->plan, state->item[slot].task, &parties);
    if (f == SPENN_NONE) {
        return begin_talks(state, r);
    }
    spenn_forum_enter(state, slot, f);
    return true;
}

/* Those who met or talked know each other better. */
static void tie(struct spenn_sim_state *state, int32_t r, bool met)
{
    struct spenn_parties parties = spenn_round_parties(state, r);
    spenn_id lead = lead_of(state, r);
    if (met || lead == SPENN_NONE) {
        spenn_bond_treated(state, parties.unit, parties.count);
        return;
    }
    for (int32_t i = 0; i < parties.count; i++) {
        if (parties.unit[i] != lead) {
            spenn_bond_treated(state, (spenn_id[]){lead, parties.unit[i]}, 2);
        }
    }
}

/* An attempt at step 2 is over; true when it was not the last. */
static bool attempt(struct spenn_sim_state *state, int32_t r, bool met)
{
    struct spenn_round *round = &state->ladder->round[r];
    struct spenn_parties parties = spenn_round_parties(state, r);
    bool understood = spenn_ladder_understood(state, r);
    tie(state, r, met);
    round->tried++;
    if (understood) {
        round->prepared = round->understood = true;
        reach(round, 2);
        spenn_bond_understood(
            state, state->item[round->slot].task, parties.unit, parties.count);
    }
    return !understood && round->tried < most_attempts;
}

static enum spenn_phase after_understanding(struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_round *round = &state->ladder->round[r];
    if (is_solved(state, round)) {
        return SPENN_PHASE_DONE;
    }
    return spenn_round_ladder(state, round)->needed >= 3 ? first_question(state, round)
                                                         : fail(state, r);
}

static enum spenn_phase end_understanding(struct spenn_sim_state *state, int32_t r)
{
    return attempt(state, r, false) ? SPENN_PHASE_UNDERSTANDING
                                    : after_understanding(state, r);
}

/* ---- steps 3 and 4 */

static bool begin_no_harm(struct spenn_sim_state *state, int32_t r)
{
    return visit_others(state, r, SPENN_PHASE_NO_HARM);
}

static bool begin_answer(struct spenn_sim_state *state, int32_t r)
{
    return visit_others(state, r, SPENN_PHASE_ANSWER);
}

static enum spenn_phase end_no_harm(struct spenn_sim_state *state, int32_t r)
{
    int32_t step = spenn_ladder_answer(state, r);
    reach(&state->ladder->round[r], step);
    return step ? SPENN_PHASE_ANSWER : fail(state, r);
}

static enum spenn_phase end_answer(struct spenn_sim_state *state, int32_t r)
{
    int32_t step = spenn_ladder_answer(state, r);
    reach(&state->ladder->round[r], step);
    return fail(state, r);
}

static bool begin_arbitration(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    struct spenn_parties parties = spenn_round_parties(state, r);
    round->arbitrated |= can_arbitrate(state, r);
    if (!can_arbitrate(state, r)
        || !(state->plan->ladder->law[SPENN_PHASE_ARBITRATION].mean > 0.0)) {
        return false;
    }
    spenn_id by =
        spenn_parties_arbiter(state->plan, state->item[round->slot].task, &parties);
    spenn_visit_begin(state, r, by, (spenn_id[]){by, SPENN_NONE});
    return true;
}

static enum spenn_phase end_arbitration(struct spenn_sim_state *state, int32_t r)
{
    if (can_arbitrate(state, r)) {
        int32_t step = spenn_ladder_imposed(state, r);
        reach(&state->ladder->round[r], step);
    }
    return next_round(state, r);
}

/* ---- the machine */

static bool begin_pause(struct spenn_sim_state *state, int32_t r)
{
    const struct spenn_plan_ladder *ladder =
        spenn_round_ladder(state, &state->ladder->round[r]);
    spenn_visit_pause(state, r, ladder->again);
    return true;
}

static enum spenn_phase end_pause(struct spenn_sim_state *state, int32_t r)
{
    return begin_round(state, r);
}

static const struct {
    bool (*begin)(struct spenn_sim_state *state, int32_t r); /* false: it is over */
    enum spenn_phase (*end)(struct spenn_sim_state *state, int32_t r);
} machine[] = {
    [SPENN_PHASE_MESSAGES] = {begin_messages, end_messages},
    [SPENN_PHASE_UNDERSTANDING] = {begin_understanding, end_understanding},
    [SPENN_PHASE_NO_HARM] = {begin_no_harm, end_no_harm},
    [SPENN_PHASE_ANSWER] = {begin_answer, end_answer},
    [SPENN_PHASE_ARBITRATION] = {begin_arbitration, end_arbitration},
    [SPENN_PHASE_PAUSE] = {begin_pause, end_pause},
};

static void leave(struct spenn_sim_state *state, int32_t r)
{
    struct spenn_round *round = &state->ladder->round[r];
    spenn_visits_drop(state, round);
    round->phase = SPENN_PHASE_DONE;
    spenn_ladder_count(state, round);
}

/* Goes on until the case waits for something or leaves the ladder. */
static void go_on(struct spenn_sim_state *state, int32_t r, enum spenn_phase phase)
{
    int32_t slot = state->ladder->round[r].slot;
    while (phase != SPENN_PHASE_DONE) {
        state->ladder->round[r].phase = (uint8_t)phase;
        state->item[slot].stage = SPENN_STAGE_COORDINATION;
        state->item[slot].step = SPENN_NONE;
        if ((state->item[slot].flags & SPENN_LATE) && spenn_case_late(state, slot)) {
            return;
        }
        if (machine[phase].begin(state, r)) {
            return;
        }
        phase = machine[phase].end(state, r);
    }
    leave(state, r);
    spenn_case_decide(state, slot);
}

bool spenn_ladder_begin(struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = spenn_round_take(state, slot);
    struct spenn_ladder_state *ladder = state->ladder;
    int32_t parties =
        spenn_parties_draw(state, slot, ladder->party + (int64_t)r * ladder->width);
    if (parties == 0) {
        spenn_round_give(state, r);
        return false;
    }
    ladder->round[r].parties = parties;
    state->cold[slot].round = r;
    if (state->item[slot].flags & SPENN_FOLLOWED) {
        spenn_bond_met(
            state, state->item[slot].task, spenn_round_parties(state, r).unit, parties);
    }
    go_on(state, r, first_phase(state, r));
    return true;
}

void spenn_ladder_visited(struct spenn_sim_state *state, int32_t r)
{
    if (state->ladder->round[r].phase == SPENN_PHASE_PARTS) {
        spenn_parts_done(state, r);
        return;
    }
    go_on(state, r, machine[state->ladder->round[r].phase].end(state, r));
}

bool spenn_ladder_presented(struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    if (attempt(state, r, true)) {
        return true;
    }
    go_on(state, r, after_understanding(state, r));
    return false;
}

bool spenn_ladder_holds(const struct spenn_sim_state *state, int32_t slot)
{
    return state->ladder && state->cold[slot].round != SPENN_NONE
        && state->ladder->round[state->cold[slot].round].phase < SPENN_PHASE_DONE;
}

bool spenn_ladder_can_escalate(const struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    return state->ladder->round[r].phase != SPENN_PHASE_ARBITRATION
        && can_arbitrate(state, r);
}

void spenn_ladder_escalate(struct spenn_sim_state *state, int32_t slot)
{
    struct spenn_round *round = round_of(state, slot);
    spenn_visits_drop(state, round);
    round->last = true;
    go_on(state, state->cold[slot].round, SPENN_PHASE_ARBITRATION);
}

void spenn_ladder_abandon(struct spenn_sim_state *state, int32_t slot)
{
    leave(state, state->cold[slot].round);
}

void spenn_ladder_release(struct spenn_sim_state *state, int32_t slot)
{
    if (spenn_ladder_holds(state, slot)) {
        spenn_ladder_abandon(state, slot);
    }
    spenn_round_give(state, state->cold[slot].round);
    state->cold[slot].round = SPENN_NONE;
}

void spenn_ladder_resume(struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    go_on(state, r, (enum spenn_phase)state->ladder->round[r].phase);
}
