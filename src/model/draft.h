/* SPDX-License-Identifier: MIT
 * A model in the middle of a reorganization, and what the verbs do to it. A verb that
 * ends units first says who takes over what (reroute, endow), then sends every remaining
 * reference on in one pass (redirect), after which the tables are whole and compact
 * again: selectors of the next verb never meet a unit that has ended. Only the verbs
 * (change_*.c), vary.c and apply.c use this header. */
#ifndef SPENN_DRAFT_H
#define SPENN_DRAFT_H

#include "parts.h"

struct spenn_draft {
    struct spenn_model *m;          /* changed in place */
    const struct spenn_model *base; /* before all changes; NULL: ids are not checked */
    const struct spenn_section *section; /* arguments of the verb at hand */
    const char *verb;
    struct spenn_arena memory; /* lives as long as one verb */
    struct spenn_error *err;
};

/* Applies changes to a model in place; on false the model is to be thrown away. */
bool spenn_draft_apply(struct spenn_model *m, const struct spenn_model *base,
    const struct spenn_value *changes, struct spenn_error *err);

/* --- arguments (draft_args.c); those left out give SPENN_NONE, no rows, no change --- */
struct spenn_where spenn_args_at(const struct spenn_value *args, const char *key);
bool spenn_args_unit(
    struct spenn_draft *d, const struct spenn_value *args, const char *key, spenn_id *u);
bool spenn_args_units(struct spenn_draft *d, const struct spenn_value *args,
    const char *key, spenn_id self, struct spenn_rows *rows);
bool spenn_args_share(struct spenn_draft *d, const struct spenn_value *args,
    const char *key, double *share);
enum spenn_needs { SPENN_NEEDS_NOTHING, SPENN_NEEDS_ID, SPENN_NEEDS_ALL };
/* The keys of a section but `count`, with `more` behind them and under its name. When
 * nothing is needed, `id` and `at` are no keys either: they cannot be set. */
const struct spenn_section *spenn_args_keys(struct spenn_arena *memory,
    const struct spenn_section *keys, const struct spenn_section *more,
    enum spenn_needs needs);
struct spenn_key_context spenn_draft_context(struct spenn_draft *d);
/* Whether the id is free for something new; a problem at `at` otherwise. */
bool spenn_draft_id_free(struct spenn_draft *d, const char *id, struct spenn_where at);

/* --- units (draft_unit.c) --- */
/* Adds a unit from a map of its keys. What the map leaves out is taken from unit `like`
 * where that makes sense (kind, superior, sector, location, speed, place in charts). */
bool spenn_draft_unit_add(
    struct spenn_draft *d, const struct spenn_value *map, spenn_id like, spenn_id *added);
/* flags[u] for every unit: whether u is among the rows. */
bool *spenn_draft_flags(struct spenn_draft *d, const struct spenn_rows *rows);
/* The keys of a unit under `to` or `into`; `share` says whether they hold a share. */
bool spenn_draft_unit_check(
    struct spenn_draft *d, const struct spenn_value *map, bool share);
/* What unit `to` gets of those who end: FTE, caseworkers, posts above one, names of old.
 * Values that `given` (or NULL) names are left as they are. */
void spenn_draft_endow(struct spenn_draft *d, spenn_id to, const struct spenn_rows *from,
    const struct spenn_value *given);
/* What `to` has of `from` under this key is assumed when `from`'s is: a sum or a part of
 * an assumed number is no fact. Not what `given` (or NULL) names. */
void spenn_draft_assume(struct spenn_draft *d, spenn_id to, spenn_id from,
    const struct spenn_value *given, const char *key);
/* Notes under `formerly` of `to` that it took over from these, and from whom they had. */
void spenn_draft_succeed(
    struct spenn_draft *d, spenn_id to, const struct spenn_rows *from);
/* A cycle through u's line is a problem at `at`, printed as a path. */
bool spenn_draft_line_check(struct spenn_draft *d, spenn_id u, struct spenn_where at);
/* `list` with `id` behind it, in the model's memory; both may be NULL. */
const char *spenn_draft_list_add(
    struct spenn_draft *d, const char *list, const char *item);

/* --- what units hand over (draft_move.c) --- */
struct spenn_part { /* unit SPENN_NONE: the one that gives */
    spenn_id unit;
    double share;
};
/* In the streams of task t (SPENN_NONE: of all), hands every route of a unit with
 * from[u] over to the parts. Returns how many routes that were. */
int32_t spenn_draft_reroute(struct spenn_draft *d, spenn_id t, const bool *from,
    const struct spenn_part *part, int32_t parts);
/* serves[u] for every unit: whether it serves streams of task t. */
bool *spenn_draft_serving(struct spenn_draft *d, spenn_id t);
/* Besides streams, what a unit that is divided gives: support work by share, practice to
 * the largest, limits of authority and a place as a coordination partner to each. */
void spenn_draft_divide(
    struct spenn_draft *d, spenn_id u, const struct spenn_part *part, int32_t parts);
/* --- all references (draft_redirect.c) --- */
/* heir[u] == u: u stays; another unit: u ends and that one takes over; SPENN_NONE: u ends
 * and what still refers to it goes. New rows may be placed behind an older one: `behind`
 * (or NULL) has that row, or the row itself. Runs are rebuilt and doubles joined: so to
 * raise a limit of authority it is enough to add a row (spenn_limits_add) before. */
void spenn_draft_redirect(
    struct spenn_draft *d, const spenn_id *heir, const spenn_id *behind);
spenn_id *spenn_draft_heirs(struct spenn_draft *d); /* every unit its own */

#endif
