/* SPDX-License-Identifier: MIT
 * What the parts of the engine ask of each other: an event reaches a desk, a forum or a
 * case, and they hand the case on. */
#ifndef SPENN_ENGINE_H
#define SPENN_ENGINE_H

#include "state.h"

/* pool.c: slots. Tests compare the two structures behind events.h. */
void spenn_sim_state_use_heap(struct spenn_sim_state *state, bool heap);
int32_t spenn_slot_take(struct spenn_sim_state *state);
void spenn_slot_give(struct spenn_sim_state *state, int32_t slot);
void spenn_state_reset(struct spenn_sim_state *state, const struct spenn_sim_run *run);
/* Memory of the state, apart from other threads'. */
void *spenn_state_make(struct spenn_sim_state *state, int64_t count, size_t size);
void spenn_state_reset_desks(struct spenn_sim_state *state);
int32_t spenn_route_choose(
    const struct spenn_plan_route *route, int32_t routes, double u);
/* A stream under a new plan: the case to come keeps its luck, and its time too unless the
 * rate is another. */
void spenn_stream_renew(struct spenn_sim_state *state, int32_t stream);
/* Draws the stream's case `number` and when it arises. */
void spenn_stream_schedule(struct spenn_sim_state *state, int32_t stream);

/* Puts the stream's case to come on a route. */
void spenn_stream_take(
    const struct spenn_sim_plan *plan, struct spenn_stream *stream, int32_t route);
enum {
    SPENN_STEP_LATER = SPENN_NONE - 1
}; /* of a stream: assigned when the case arises */
/* assign.c: the same for the case that arises now, at the least loaded unit. */
void spenn_stream_assign(struct spenn_sim_state *state, int32_t stream);

/* What comes first at the same time: ends of service, forums, deadlines, arrivals (ranks
 * 0 to 3), and within a rank a hash of the case's name: never a row or a slot. */
static inline uint64_t spenn_tie(uint64_t rank, uint64_t key)
{
    return rank << 62 | key >> 2;
}
static inline uint64_t spenn_slot_tie(
    const struct spenn_sim_state *state, int32_t slot, uint64_t rank)
{
    const struct spenn_case *item = &state->item[slot];
    uint64_t key = state->stream[item->stream].key;
    return spenn_tie(rank, key + item->number * 0x9e3779b97f4a7c15u);
}

/* desk.c */
void spenn_desk_enter(struct spenn_sim_state *state, int32_t slot, int32_t desk);
void spenn_desk_finish(struct spenn_sim_state *state, int32_t slot);
void spenn_desk_leave(struct spenn_sim_state *state, int32_t slot); /* from the queue */
/* Into the queue of item->desk, where it was waiting under the plan before. */
void spenn_desk_wait(struct spenn_sim_state *state, int32_t slot);
/* Free servers begin with those who wait. */
void spenn_desk_fill(struct spenn_sim_state *state, int32_t desk);

/* case.c */
void spenn_case_arise(struct spenn_sim_state *state, int32_t stream);
void spenn_case_served(struct spenn_sim_state *state, int32_t slot);
/* It is decided, or never will be; then what was decided may have to be done. */
void spenn_case_close(struct spenn_sim_state *state, int32_t slot, bool decided);
void spenn_case_leave(struct spenn_sim_state *state, int32_t slot);
/* Hours of work that the coming service takes. */
double spenn_case_service(struct spenn_sim_state *state, int32_t slot);
/* The desk of a step that the case climbs to: of a team's member in turn. */
int32_t spenn_case_desk(const struct spenn_sim_state *state, int32_t slot, int32_t step);
/* Whether the case's luck sends it to this support. */
bool spenn_case_needs(const struct spenn_sim_state *state, int32_t slot,
    const struct spenn_plan_support *support);
/* Who of a team answers the case at post `attempt`, and whether that leaves it unclear.
 */
int32_t spenn_team_member(const struct spenn_sim_state *state, int32_t slot,
    const struct spenn_plan_team *team, int32_t attempt);
bool spenn_team_is_unclear(
    const struct spenn_sim_state *state, int32_t slot, int32_t attempt);
void spenn_case_arrive(struct spenn_sim_state *state, int32_t slot); /* from AWAY */
/* Hours of work of a case's first service, when that is handling or the decision. */
double spenn_case_first_work(const struct spenn_plan_task *task, double u);
/* Begins the decision, after handling, supports and coordination. */
void spenn_case_decide(struct spenn_sim_state *state, int32_t slot);
/* Begins the stage again, or the next one where the plan has it no longer. */
void spenn_case_resume(struct spenn_sim_state *state, int32_t slot);
void spenn_case_alone(struct spenn_sim_state *state, int32_t slot, int32_t desk);

/* patience.c: true when the case went elsewhere instead of waiting here */
bool spenn_case_late(struct spenn_sim_state *state, int32_t slot);
void spenn_case_deadline(struct spenn_sim_state *state, int32_t slot);
void spenn_case_set_deadline(struct spenn_sim_state *state, int32_t slot);

/* forum.c */
void spenn_forum_begin(struct spenn_sim_state *state);
/* Begins a forum: its first meeting is the first of its calendar from now on. */
void spenn_forum_open(struct spenn_sim_state *state, int32_t forum);
double spenn_forum_phase(const struct spenn_sim_state *state, int32_t forum);
/* Of the first meeting that is not before `time`. */
int64_t spenn_forum_number(
    const struct spenn_sim_state *state, int32_t forum, double time);
void spenn_forum_wait(struct spenn_sim_state *state, int32_t slot);
void spenn_forum_enter(struct spenn_sim_state *state, int32_t slot, int32_t forum);
void spenn_forum_leave(struct spenn_sim_state *state, int32_t slot);
void spenn_forum_meet(struct spenn_sim_state *state, int32_t forum);

/* tally.c */
void spenn_tally_values(struct spenn_sim_state *state, double *value);
void spenn_tally_step(struct spenn_sim_state *state, enum spenn_series k, double by);
void spenn_tally_weeks(struct spenn_sim_state *state);

/* Hours of [from, to] that lie in the window. */
static inline double spenn_overlap(
    const struct spenn_sim_state *state, double from, double to)
{
    double a = from > state->from ? from : state->from;
    double b = to < state->to ? to : state->to;
    return b > a ? b - a : 0.0;
}

#endif
