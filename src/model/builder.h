/* SPDX-License-Identifier: MIT
 * What the readers of the sections share while a model is built. Inside model only. */
#ifndef SPENN_BUILDER_H
#define SPENN_BUILDER_H

#include "parts.h"
#include "text.h"

struct spenn_builder {
    struct spenn_model *m;
    struct spenn_error *err;
    struct spenn_arena scratch;              /* until the model is built */
    struct spenn_index units, forums, tasks; /* id -> row */
    struct spenn_index origins;              /* likewise */
    bool origins_given;                      /* `origins:` says who they are */
    struct spenn_key_context read;           /* texts go to the model */
    struct spenn_key_context pick;           /* rows of selections go to scratch */
    int64_t expanded;                        /* bytes of text that counts made */
    spenn_id *origin_of;                     /* row of origins, by unit */
    struct spenn_climb climb[SPENN_LINE_ADMINISTRATIVE + 1]; /* made when needed */
};

/* Each reads one section; the value may be NULL where the section may be missing. */
bool spenn_build_units(struct spenn_builder *b, const struct spenn_value *units,
    const struct spenn_unit_source *source);
bool spenn_build_lines(struct spenn_builder *b, const struct spenn_value *lines);
bool spenn_build_forums(struct spenn_builder *b, const struct spenn_value *forums);
bool spenn_build_contact(struct spenn_builder *b, const struct spenn_value *contact);
bool spenn_build_tasks(struct spenn_builder *b, const struct spenn_value *tasks);
bool spenn_build_practice(struct spenn_builder *b, const struct spenn_value *practice);

/* `origins:`, and the streams of task t that are given one by one; `at` gets the units
 * that serve them. */
bool spenn_build_origins(struct spenn_builder *b, const struct spenn_value *origins);
bool spenn_build_streams(struct spenn_builder *b, const struct spenn_value *streams,
    spenn_id t, struct spenn_rows *at);

/* A map from units to shares, in its order: rows to `unit`, shares to `share`, both of
 * map->count entries in scratch memory. */
bool spenn_build_shares(struct spenn_builder *b, const struct spenn_key *key,
    const struct spenn_value *map, spenn_id **unit, double **share);

/* Adds the id to the index of its kind; a problem when a unit, forum or task has it. */
bool spenn_build_claim(struct spenn_builder *b, struct spenn_index *index, const char *id,
    spenn_id row, struct spenn_where at);

/* The origin that stands for the unit, made when there is none. */
spenn_id spenn_build_origin(struct spenn_builder *b, spenn_id u);

/* That the section is a list. */
bool spenn_build_is_list(
    struct spenn_builder *b, const char *key, const struct spenn_value *value);

/* Room for `more` rows beside `count`, or a problem at the place. */
bool spenn_build_room(
    struct spenn_builder *b, int32_t count, int64_t more, struct spenn_where at);

/* A set of pairs, each as 64 bits other than 0, and the entry that brought it. */
struct spenn_pairs {
    int64_t count, room;
    uint64_t *key; /* 0 is an empty slot */
    int32_t *entry;
};
/* The entry that already holds the key, or -1 after adding it. */
int32_t spenn_pairs_add(
    struct spenn_arena *memory, struct spenn_pairs *pairs, uint64_t key, int32_t entry);

#endif
