/* SPDX-License-Identifier: MIT
 * Cases on the coordination ladder. A case waits on it (SPENN_STAGE_COORDINATION, or on
 * the agenda of the forum in which its parties meet) while its parties are visited, all
 * at once: a visit is a slot of its own that stands at a desk for the case. What a party
 * answers is luck of the case, the round and the party, whoever else is asked. */
#ifndef SPENN_LADDER_H
#define SPENN_LADDER_H

#include "ladder_plan.h"

struct spenn_sim_state;
struct spenn_handover;

struct spenn_round { /* a case on the ladder, until it is closed */
    int32_t slot;    /* the case; next free one */
    int32_t parties; /* the initiator first */
    int32_t visit;   /* one under way, or SPENN_NONE; list in struct spenn_case_cold */
    int32_t level;   /* of messages along the line */
    int32_t messages;
    uint8_t phase;                 /* enum spenn_phase */
    uint8_t step;                  /* highest reached */
    uint8_t round;                 /* from 0 */
    uint8_t tried;                 /* attempts at step 2 in this round */
    bool prepared;                 /* step 2 was reached in this round */
    bool understood;               /* or in any */
    bool vetoed, arbitrated, last; /* last: no round after this one */
    double since; /* when it came to the ladder; then when its parts began */
};

struct spenn_ladder_sums { /* of followed cases that have left the ladder */
    int64_t cases, solved, step[5], arbitrated, vetoed, rounds, messages;
    double hours;
    int64_t done; /* that needed to be */
    double doing; /* hours from the decision until it was */
};

struct spenn_ladder_state {
    struct spenn_round *round;
    spenn_id *party;                 /* `width` a round */
    int32_t width, room, used, free; /* rounds */
    struct spenn_ladder_sums *task;
    double *hours, *before, gone; /* in the window: of unit; before a wave; of none */
    double *luck;                 /* of parties being drawn */
    struct spenn_span span;
};

/* ladder_state.c: NULL when no plan of the state has a ladder */
struct spenn_ladder_state *spenn_ladder_state_new(
    struct spenn_sim_state *state, int32_t units, int32_t width);
void spenn_ladder_reset(struct spenn_sim_state *state);
int32_t spenn_round_take(struct spenn_sim_state *state, int32_t slot);
void spenn_round_give(struct spenn_sim_state *state, int32_t round);
struct spenn_parties spenn_round_parties(
    const struct spenn_sim_state *state, int32_t round);
/* What the case's task says of the ladder. */
const struct spenn_plan_ladder *spenn_round_ladder(
    const struct spenn_sim_state *state, const struct spenn_round *round);
/* Luck of the case, or of what `key` names in it, in this round and attempt. */
struct spenn_draws spenn_round_draw(
    const struct spenn_sim_state *state, const struct spenn_round *round);
struct spenn_draws spenn_party_draw(const struct spenn_sim_state *state,
    const struct spenn_round *round, uint64_t key, uint32_t block);

/* ladder.c: false when the case needs nobody; else it comes back by spenn_case_decide */
bool spenn_ladder_begin(struct spenn_sim_state *state, int32_t slot);
/* The last visit of this phase has ended. */
void spenn_ladder_visited(struct spenn_sim_state *state, int32_t round);
/* The forum has treated the item; true when it comes back to a next meeting. */
bool spenn_ladder_presented(struct spenn_sim_state *state, int32_t slot);
/* Whether the case is on the ladder now. */
bool spenn_ladder_holds(const struct spenn_sim_state *state, int32_t slot);
/* A case past its deadline goes to arbitration at once, if it can. */
bool spenn_ladder_can_escalate(const struct spenn_sim_state *state, int32_t slot);
void spenn_ladder_escalate(struct spenn_sim_state *state, int32_t slot);
/* Takes the case off the ladder as far as it has come. */
void spenn_ladder_abandon(struct spenn_sim_state *state, int32_t slot);
/* The case is closed. */
void spenn_ladder_release(struct spenn_sim_state *state, int32_t slot);
/* Begins the phase again, after a wave. */
void spenn_ladder_resume(struct spenn_sim_state *state, int32_t slot);

/* ladder_answer.c: what comes of asking the parties in phase NO_HARM or ANSWER, of
 * arbitration: the step */
int32_t spenn_ladder_answer(struct spenn_sim_state *state, int32_t round);
int32_t spenn_ladder_imposed(const struct spenn_sim_state *state, int32_t round);
/* Whether the parties understand the problem alike after this attempt. */
bool spenn_ladder_understood(const struct spenn_sim_state *state, int32_t round);
/* The parties of a case: its unit and others by luck; how many. */
int32_t spenn_parties_draw(struct spenn_sim_state *state, int32_t slot, spenn_id *party);

/* ladder_parts.c: false when there is nothing to do after the decision; else the case
 * comes back by spenn_case_leave */
bool spenn_parts_begin(struct spenn_sim_state *state, int32_t slot);
double spenn_parts_hours(
    const struct spenn_sim_state *state, const struct spenn_round *round, double u);
void spenn_parts_done(struct spenn_sim_state *state, int32_t round);

/* ladder_visit.c */
void spenn_visit_begin(
    struct spenn_sim_state *state, int32_t round, int32_t desk, const spenn_id who[2]);
void spenn_visit_pause(struct spenn_sim_state *state, int32_t round, double hours);
double spenn_visit_service(const struct spenn_sim_state *state, int32_t slot);
void spenn_visit_served(struct spenn_sim_state *state, int32_t slot);
/* Takes visits out of their queues; services under way end for nobody. */
void spenn_visits_drop(struct spenn_sim_state *state, struct spenn_round *round);

/* ladder_tally.c */
void spenn_ladder_count(struct spenn_sim_state *state, const struct spenn_round *round);
/* Hours of a service for the ladder, of an item of it in a meeting. */
void spenn_ladder_worked(struct spenn_sim_state *state, int32_t slot, double until);
void spenn_ladder_met(struct spenn_sim_state *state, int32_t slot);
double spenn_ladder_value(
    const struct spenn_sim_state *state, int32_t row, int32_t over, int32_t of);

/* ladder_wave.c */
void spenn_ladder_wave(struct spenn_sim_state *state, const struct spenn_handover *h);
void spenn_ladder_pass(struct spenn_sim_state *state, const struct spenn_handover *h);

#endif
