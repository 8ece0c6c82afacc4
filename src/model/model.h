/* SPDX-License-Identifier: MIT
 * An organization as tables. Row numbers are the only identity: row u of units is vertex
 * u in every graph, entry u of every result, box u of every chart. A model is read
 * (build.h), checked (check.h), and from then on const; a change makes a new model
 * (change.h).
 *
 *     council                u, v: rows of units     parent[u]: the line, up
 *        |                   f: a row of forums      members of f: first[f], size[f]
 *     executive --- staff    t: a row of tasks       s: a row of streams (task x origin)
 *      |     |               o: a row of origins     m: a model
 *      department  region
 *
 * Hours are working hours (quantity.h), rates are per working hour, shares 0 to 1. NAN
 * and SPENN_NONE mean "not given". Texts are UTF-8, owned by the model's arena. */
#ifndef SPENN_MODEL_H
#define SPENN_MODEL_H

#include "assumption.h"
#include "demand.h"

struct spenn_model {
    const char *file, *id, *name, *name_en, *as_of, *source, *note; /* or NULL, but id */
    const char *functions; /* that must have an owner, comma between; or NULL */
    int32_t form;          /* enum spenn_form */
    struct spenn_units units;
    struct spenn_lines lines;
    struct spenn_forums forums;
    struct spenn_members members;
    struct spenn_tasks tasks;
    struct spenn_coordinations coordinations; /* as many rows as tasks */
    struct spenn_limits limits;
    struct spenn_supports supports;
    struct spenn_origins origins;
    struct spenn_streams streams;
    struct spenn_routes routes;
    struct spenn_partners partners;
    struct spenn_contacts contacts;
    struct spenn_user_needs needs;
    struct spenn_assumptions assume; /* values in force */
    struct spenn_arena memory;       /* owns every array and text above */
};

void spenn_model_free(struct spenn_model *m);

/* An own copy of every table in a fresh model; texts are copied too where they would not
 * outlive `from`: the copy borrows nothing. */
void spenn_model_copy(const struct spenn_model *from, struct spenn_model *to);

/* The top leader: the first executive without an executive above it, else the first root
 * that is no council or committee, else row 0. SPENN_NONE in a model without units. */
spenn_id spenn_model_top(const struct spenn_model *m);

/* Whether u is the government: in an organization of ministries the executive to which
 * other executives report, itself to nobody. */
bool spenn_model_governs(const struct spenn_model *m, spenn_id u);

/* What the unit is called: as its kind, or the government. */
const char *spenn_model_kind_name(const struct spenn_model *m, spenn_id u, bool english);

/* The leadership group of a leader: the first forum of that kind chaired by u, or NONE.
 */
spenn_id spenn_model_leadership_group(const struct spenn_model *m, spenn_id u);

bool spenn_model_is_member(const struct spenn_model *m, spenn_id f, spenn_id u);

/* Servers of u's case desk: as given, else fte x assumption caseworker-share rounded to
 * at least 1, else (no fte) 0. */
int32_t spenn_model_caseworkers(const struct spenn_model *m, spenn_id u);

/* Limit of authority of post u for task t: its row, else 0; 1 for a task without rows. */
double spenn_model_limit(const struct spenn_model *m, spenn_id t, spenn_id u);

/* Where the line of the given kind leads from every unit u: the first second line of that
 * kind to u, for SPENN_LINE_LINE or when there is none the parent; SPENN_NONE at the top.
 * In arena memory. */
spenn_id *spenn_model_superiors(
    const struct spenn_model *m, int32_t line_kind, struct spenn_arena *memory);

/* Children of every unit in model order: child[first[u] .. first[u + 1]) in arena memory;
 * `first` has count + 1 entries. */
struct spenn_children {
    int32_t *first;
    spenn_id *child;
};
struct spenn_children spenn_model_children(
    const struct spenn_model *m, struct spenn_arena *memory);

#endif
