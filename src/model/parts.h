/* SPDX-License-Identifier: MIT
 * The parts from which a model is built: what build.c puts together from a file and what
 * the change verbs use one at a time. Inside model only. */
#ifndef SPENN_PARTS_H
#define SPENN_PARTS_H

#include "find.h"
#include "tables.h"

/* ---- climbing: the same superior for every unit that spenn_model_superiors gives */

struct spenn_climb {
    spenn_id *superior;
    int32_t *depth;  /* steps to the top; 0 there and on a circle */
    spenn_id circle; /* a unit that climbing comes back to, or SPENN_NONE */
};
struct spenn_climb spenn_climb_make(
    const struct spenn_model *m, int32_t line_kind, struct spenn_arena *memory);

/* "a -> b -> a" from a unit on a circle; long ones are cut in the middle. */
const char *spenn_climb_path(const struct spenn_model *m, const struct spenn_climb *climb,
    struct spenn_arena *memory);

/* Only that nobody is above themselves; for a model whose other parts had problems. */
bool spenn_check_circles(const struct spenn_model *m, struct spenn_error *err);

/* Limits of task t when each post passes on the share `beyond` of what it gets: from the
 * units in `from` upwards post k steps up may decide 1 - beyond^(k + 1), by the largest k
 * where several lines meet, and the top everything. Adds rows; there must be none yet. */
void spenn_limits_climb(struct spenn_model *m, const struct spenn_climb *climb,
    spenn_id t, const struct spenn_rows *from);

/* Adds the row (t, u), of which there must be none yet. */
void spenn_limits_add(struct spenn_model *m, spenn_id t, spenn_id u, double limit);

/* ---- rows: tables get a row with defaults, then the map's keys that have a column */

spenn_id spenn_unit_add(struct spenn_model *m);
spenn_id spenn_forum_add(struct spenn_model *m);
spenn_id spenn_task_add(struct spenn_model *m);

/* Sets every key of the map that has a column, but those of kind `skip` (which may be
 * SPENN_KEY_STRUCTURE for none: it has no column), in the order of
 * the section; fills a missing name with the id, and `at`. c->memory must be the model's.
 * Keys without a column are left to the caller. Does not check the section. */
bool spenn_unit_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id u, enum spenn_key_kind skip);
bool spenn_forum_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id f);
bool spenn_task_set(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_model *m, spenn_id t);

/* The same for the map `coordinates:` of task t, which now coordinates: its section is
 * checked, and `parties` must be there unless it was before. `with` is left to the
 * caller. */
bool spenn_coordination_set(const struct spenn_key_context *c,
    const struct spenn_value *map, struct spenn_model *m, spenn_id t);

/* Writes the members of forum f as a new run at the end of m->members: the rows, and the
 * chair in front when it is not among them. */
void spenn_forum_members(
    struct spenn_model *m, spenn_id f, const struct spenn_rows *members);

/* What an entry of `lines:` or a drawn line says besides its ends. */
struct spenn_line_order {
    int32_t kind;
    const char *letter; /* NULL: not said */
    int32_t goals;      /* -1: not said */
};
bool spenn_line_read(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_line_order *order);
/* Gives line e what is said. */
void spenn_line_give(
    struct spenn_model *m, int32_t e, const struct spenn_line_order *order);

/* A place whose file name belongs to the model. */
struct spenn_where spenn_place_own(struct spenn_model *m, struct spenn_where at);

#endif
