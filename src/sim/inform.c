/* SPDX-License-Identifier: MIT */
#include "inform.h"

#include "chain.h"
#include "engine.h"
#include "measures.h"
#include "mutant.h"

#include <math.h>

struct spenn_inform_state *spenn_inform_state_new(
    struct spenn_sim_state *state, int32_t units, int32_t members)
{
    struct spenn_inform_state *s = spenn_state_make(state, 1, sizeof *s);
    s->unit = spenn_state_make(state, units, sizeof *s->unit);
    s->before = spenn_state_make(state, units, sizeof *s->before);
    s->task = spenn_state_make(state, state->plan->task_count, sizeof *s->task);
    s->present = spenn_state_make(state, units, sizeof *s->present);
    s->partner = spenn_state_make(state, members + 2, sizeof *s->partner);
    return s;
}

void spenn_inform_reset(struct spenn_sim_state *state)
{
    struct spenn_inform_state *s = state->inform;
    for (spenn_id u = 0; u < state->plan->m->units.count; u++) {
        s->unit[u] = (struct spenn_informed){0};
        s->present[u] = 0;
    }
    s->decision = 0;
    for (int32_t t = 0; t < state->plan->task_count; t++) {
        s->task[t] = (struct spenn_informed){0};
    }
}

static void take_part(const struct spenn_sim_state *state, spenn_id u)
{
    state->inform->present[u] = state->inform->decision - SPENN_MUTANT(PRESENT);
}

/* One who may tell; also takes part. */
static void add_partner(const struct spenn_sim_state *state, spenn_id u)
{
    struct spenn_inform_state *s = state->inform;
    if (s->present[u] != s->decision) {
        take_part(state, u);
        s->partner[s->partners++] = u;
    }
}

/* Who decided, or the forum's members; and the unit that serves. */
static void find_partners(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_model *m = state->plan->m;
    const struct spenn_case *item = &state->item[slot];
    spenn_id f = state->plan->task[item->task].forum;
    state->inform->partners = 0;
    add_partner(state, state->cold[slot].unit);
    if (item->stage == SPENN_STAGE_MEETING) {
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            add_partner(state, m->members.unit[m->forums.first[f] + i]);
        }
    } else if (item->stage == SPENN_STAGE_DECISION || item->stage == SPENN_STAGE_FINAL) {
        add_partner(state, state->plan->desk[item->desk].unit);
    }
}

/* Goes the way of a case from this step, which it reached as post `attempt`; `notes`: who
 * it came by takes part. True when the way leads to where the case is. */
static bool walk(const struct spenn_sim_state *state, int32_t slot, int32_t step,
    int32_t attempt, bool notes)
{
    const struct spenn_sim_plan *plan = state->plan;
    const struct spenn_case *item = &state->item[slot];
    for (; step != SPENN_NONE && attempt <= item->attempt; attempt++) {
        const struct spenn_plan_step *at = &plan->step[step];
        const struct spenn_plan_team *team =
            at->desk < 0 ? &plan->team[SPENN_STEP_TEAM - at->desk] : NULL;
        if (notes) {
            take_part(
                state, team ? spenn_team_member(state, slot, team, attempt) : at->desk);
        }
        if (step == item->step) {
            return true;
        }
        step = team && spenn_team_is_unclear(state, slot, attempt) ? team->own : at->next;
    }
    return false;
}

/* The posts on the line that the case came by. */
static void find_climbed(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_case *item = &state->item[slot];
    const struct spenn_plan_route *route = &state->plan->route[state->cold[slot].route];
    if (item->step < 0 || item->stage == SPENN_STAGE_MEETING) {
        return;
    }
    if (walk(state, slot, route->step, 0, false)) {
        (void)walk(state, slot, route->step, 0, true);
    } else if (walk(state, slot, route->above, 1, false)) {
        (void)walk(state, slot, route->above, 1, true);
    }
}

/* Support units that the case's luck sends it to. */
static void find_supports(const struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_sim_plan *plan = state->plan;
    const struct spenn_plan_route *route = &plan->route[state->cold[slot].route];
    for (int32_t i = 0; i < route->supports; i++) {
        const struct spenn_plan_support *support =
            &plan->support[route->first_support + i];
        spenn_id v = plan->desk[support->desk].unit;
        if (plan->inform->learns[v] && spenn_case_needs(state, slot, support)) {
            take_part(state, v);
        }
    }
}

/* The parties of a case that was coordinated, and who arbitrated. */
static void find_parties(const struct spenn_sim_state *state, int32_t slot)
{
    int32_t r = state->cold[slot].round;
    if (r == SPENN_NONE) {
        return;
    }
    struct spenn_parties parties = spenn_round_parties(state, r);
    for (int32_t i = 0; i < parties.count; i++) {
        take_part(state, parties.unit[i]);
    }
    spenn_id by = state->ladder->round[r].arbitrated
        ? spenn_parties_arbiter(state->plan, state->item[slot].task, &parties)
        : SPENN_NONE;
    if (by != SPENN_NONE) {
        take_part(state, by);
    }
}

/* When the forum meets after now. */
static double next_meeting(const struct spenn_sim_state *state, int32_t f)
{
    double phase = state->forum[f].phase, interval = state->plan->forum[f].interval;
    double passed = floor((state->now - phase) / interval);
    return phase + fmax(passed + 1.0, 0.0) * interval;
}

/* The first meeting of a forum in which both sit. */
static double first_meeting(const struct spenn_sim_state *state, spenn_id u, spenn_id w)
{
    const struct spenn_regular *regular = state->plan->inform->regular;
    int32_t i = regular->first_forum[u], j = regular->first_forum[w];
    double first = INFINITY;
    while (i < regular->first_forum[u + 1] && j < regular->first_forum[w + 1]) {
        int32_t f = regular->forum[i], g = regular->forum[j];
        if (f == g) {
            first = fmin(first, next_meeting(state, f));
        }
        i += f <= g;
        j += g <= f;
    }
    return first;
}

/* Hours until w learns what those who took part in the decision know. */
static double learns_after(const struct spenn_sim_state *state, int32_t slot, spenn_id w)
{
    const struct spenn_inform_state *s = state->inform;
    const struct spenn_inform *inform = state->plan->inform;
    const struct spenn_case *item = &state->item[slot];
    double meeting = INFINITY, rate = 0.0;
    for (int32_t i = 0; i < s->partners; i++) {
        meeting = fmin(meeting, first_meeting(state, w, s->partner[i]));
        rate += spenn_regular_contact(inform->regular, w, s->partner[i]);
    }
    double hours = meeting - state->now;
    if (rate > 0.0) {
        uint64_t key = state->stream[item->stream].key ^ inform->key[w];
        double u =
            spenn_random_draw(&state->random, key, item->number, 0, SPENN_BLOCK_INFORM)
                .u[0];
        hours = fmin(hours, -log(1.0 - u) / rate);
    }
    return SPENN_MUTANT(INFORM) ? 2.0 * hours : hours;
}

static void add(struct spenn_informed *sum, bool passed, double hours)
{
    sum->pairs++;
    sum->passed += passed;
    sum->never += passed && !isfinite(hours);
    sum->hours += passed && isfinite(hours) ? hours : 0.0;
}

/* Adds that w should have learnt of the decision. */
static void concern(struct spenn_sim_state *state, int32_t slot, spenn_id w)
{
    struct spenn_inform_state *s = state->inform;
    bool passed = s->present[w] != s->decision;
    double hours = passed ? learns_after(state, slot, w) : 0.0;
    add(&s->unit[w], passed, hours);
    add(&s->task[state->item[slot].task], passed, hours);
}

/* Those among the direct reports of v that are kept informed, but the one on the way. */
static void concern_kept(
    struct spenn_sim_state *state, int32_t slot, spenn_id v, spenn_id way)
{
    const struct spenn_inform *inform = state->plan->inform;
    for (int32_t i = inform->first_kept[v]; i < inform->first_kept[v + 1]; i++) {
        if (inform->kept[i] != way) {
            concern(state, slot, inform->kept[i]);
        }
    }
}

void spenn_inform_decided(struct spenn_sim_state *state, int32_t slot)
{
    const struct spenn_inform *inform = state->plan->inform;
    spenn_id u = state->cold[slot].unit;
    state->inform->decision++;
    find_partners(state, slot);
    find_climbed(state, slot);
    find_supports(state, slot);
    find_parties(state, slot);
    for (spenn_id v = inform->above[u]; v != SPENN_NONE; v = inform->above[v]) {
        concern(state, slot, v);
    }
    for (spenn_id way = u, v = inform->above[u]; v != SPENN_NONE;
         way = v, v = inform->above[v]) {
        concern_kept(state, slot, v, way);
    }
}

static void add_sums(struct spenn_informed *to, const struct spenn_informed *from)
{
    to->pairs += from->pairs;
    to->passed += from->passed;
    to->never += from->never;
    to->hours += from->hours;
}

void spenn_inform_pass(struct spenn_sim_state *state, const struct spenn_handover *h)
{
    struct spenn_inform_state *s = state->inform;
    struct spenn_informed *old = s->unit;
    s->unit = s->before;
    s->before = old;
    for (spenn_id u = 0; u < h->to->m->units.count; u++) {
        s->unit[u] = (struct spenn_informed){0};
        s->present[u] = s->decision;
    }
    for (spenn_id u = 0; u < h->from->m->units.count; u++) {
        int32_t to = h->sums[u];
        if (to != SPENN_NONE && to < h->to->m->units.count) {
            add_sums(&s->unit[to], &old[u]);
        }
    }
}

double spenn_inform_value(
    const struct spenn_sim_state *state, int32_t row, int32_t over, int32_t of)
{
    const struct spenn_inform_state *s = state->inform;
    struct spenn_informed sum = {0};
    if (over == SPENN_OVER_UNITS) {
        sum = s->unit[of];
    }
    for (int32_t t = 0; t < state->plan->task_count && over != SPENN_OVER_UNITS; t++) {
        if (over == SPENN_OVER_WHOLE || t == of) {
            add_sums(&sum, &s->task[t]);
        }
    }
    double pairs = (double)sum.pairs, learnt = (double)(sum.passed - sum.never);
    switch (row) {
    case SPENN_BYPASS:
        return pairs > 0.0 ? (double)sum.passed / pairs : NAN;
    case SPENN_NEVER_INFORMED:
        return pairs > 0.0 ? (double)sum.never / pairs : NAN;
    default:
        return learnt > 0.0 ? sum.hours / learnt : NAN;
    }
}
