/* SPDX-License-Identifier: MIT
 * Which units of two models are the same, and who took over those that ended. Inside
 * model only.
 *
 *     a: before    old_of[unit of b] = unit of a    same id, or renamed
 *     b: after     new_of[unit of a] = unit of b
 *     claims: (unit of a, unit of b) where b lists a under `formerly` and is not it */
#ifndef SPENN_DIFF_MATCH_H
#define SPENN_DIFF_MATCH_H

#include "diff.h"
#include "keys.h"
#include "table.h"
#include "text.h"

struct spenn_match {
    const struct spenn_model *a, *b;
    spenn_id *old_of, *new_of;
    int32_t *first_claim; /* of each unit of a, a run in claim; one more at the end */
    spenn_id *claim;      /* units of b */
    struct spenn_index units, forums, tasks; /* of b: id -> row */
    struct spenn_arena memory;
    struct spenn_diff *diff;
};

void spenn_match_units(struct spenn_match *k);

/* Whether unit v of b is what became of unit u of a: itself, or who took over. A unit
 * that was spun off counts only with `parts`. SPENN_NONE is itself. */
bool spenn_match_follows(const struct spenn_match *k, spenn_id u, spenn_id v, bool parts);

/* What became of unit u of a, when it must be one: itself, the first who took over, or
 * SPENN_NONE. */
spenn_id spenn_match_image(const struct spenn_match *k, spenn_id u);

/* Facts with up to three rows as their key and the row that states them, to be found by
 * the key once sorted. Rows of units are those of b. */
struct spenn_fact {
    int32_t key[3], row;
};
struct spenn_facts {
    int32_t count;
    struct spenn_fact *list;
};
void spenn_facts_sort(struct spenn_facts *facts);
/* The first fact with the key, or NULL; further ones follow it up to the list's end. */
const struct spenn_fact *spenn_facts_find(
    const struct spenn_facts *facts, const int32_t key[3]);

struct spenn_difference_row {
    enum spenn_difference kind;
    const char *subject, *what, *before, *after; /* NULL: "" */
};
/* Adds a row; its texts are copied. */
void spenn_diff_add(struct spenn_match *k, const struct spenn_difference_row *row,
    spenn_id u, spenn_id v);

/* Adds a row for each key whose value differs, but those that other rows speak of. */
void spenn_diff_fields(struct spenn_match *k, const struct spenn_section *section,
    spenn_id old_row, spenn_id new_row);

/* A row of kind changed about something other than a unit. */
void spenn_diff_changed(struct spenn_match *k, const char *subject, const char *what,
    const char *before, const char *after);

/* diff_forums.c */
void spenn_diff_forums(struct spenn_match *k);
/* diff_work.c */
void spenn_diff_tasks(struct spenn_match *k);
void spenn_diff_needs(struct spenn_match *k);
/* diff_partners.c: of a task that coordinates in both, by its rows in a and b */
void spenn_diff_partners(struct spenn_match *k, spenn_id old, spenn_id t);
/* diff_streams.c */
void spenn_diff_streams(struct spenn_match *k);
/* diff_lines.c */
void spenn_diff_lines(struct spenn_match *k);
void spenn_diff_assumptions(struct spenn_match *k);

#endif
