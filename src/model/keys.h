/* SPDX-License-Identifier: MIT
 * The keys of every section of a model and a scenario file: what each may hold and the
 * column it fills. Readers, the verbs that take the keys of a unit or forum, `set`,
 * `vary` and the writer all go through these rows, and a test holds the published schema
 * against them. A value never fills a column unless it is whole and in range. */
#ifndef SPENN_KEYS_H
#define SPENN_KEYS_H

#include "build.h"

enum spenn_key_kind {    /* the C type of one value */
    SPENN_KEY_ID,        /* const char *: an id */
    SPENN_KEY_TEXT,      /* const char *: one line */
    SPENN_KEY_NOTE,      /* const char *: a text or a list of them, newline between */
    SPENN_KEY_TEXTS,     /* const char *: a list of texts, comma between */
    SPENN_KEY_IDS,       /* const char *: a list of ids, comma between */
    SPENN_KEY_ASSUMED,   /* const char *: keys of the same section, comma between */
    SPENN_KEY_NAME,      /* const char * [2]: Norwegian or only, English or NULL */
    SPENN_KEY_INTEGER,   /* int32_t */
    SPENN_KEY_NAMED,     /* int32_t: one of `names` */
    SPENN_KEY_NUMBER,    /* double */
    SPENN_KEY_DURATION,  /* double, hours */
    SPENN_KEY_RATE,      /* double, per hour */
    SPENN_KEY_SHARE,     /* double */
    SPENN_KEY_TIME,      /* struct spenn_time; its law may be left to service-law */
    SPENN_KEY_DEADLINE,  /* struct spenn_time; a plain duration is fixed */
    SPENN_KEY_BOOL,      /* bool */
    SPENN_KEY_SET,       /* uint32_t: a bit for each of `names` in a list */
    SPENN_KEY_ROLE,      /* struct spenn_role */
    SPENN_KEY_UNIT,      /* spenn_id: the unit with this id */
    SPENN_KEY_FORUM,     /* spenn_id: the forum with this id */
    SPENN_KEY_SELECTOR,  /* no column: units, see select.h */
    SPENN_KEY_STRUCTURE, /* no column: a map or list that its section's code takes apart
                          */
};

#define SPENN_NO_COLUMN ((size_t)-1)

struct spenn_key {
    const char *name;
    enum spenn_key_kind kind;
    bool required;
    bool above;  /* `least` itself is refused */
    bool none;   /* of a unit or forum: 'none' takes it away */
    bool csv;    /* only as a column of a CSV: an English name */
    size_t at;   /* of the column pointer in its table, or of the field in its record */
    size_t also; /* of the English column of a name */
    const struct spenn_names *names;
    double least, most; /* of a number; of a named value's row */
    int32_t given;      /* bit set in forums.given, 0 for most keys */
};

struct spenn_section {
    const char *name; /* "unit", "forum", ...: for messages */
    int32_t count;
    const struct spenn_key *key; /* in the order in which files are written */
};

/* Tables: `at` is a column of units, forums, tasks, needs, lines, coordinations. Their
 * other keys have no column. */
extern const struct spenn_section spenn_unit_section, spenn_forum_section,
    spenn_task_section, spenn_need_section, spenn_line_section, spenn_coordinates_section;
/* No columns: contact, practice, stream, origin; the parts of a name and of a time. */
extern const struct spenn_section spenn_contact_section, spenn_practice_section,
    spenn_stream_section, spenn_origin_section, spenn_name_section, spenn_time_section,
    spenn_when_section;
/* Records: `at` is a field of spenn_model, spenn_scenario, spenn_alternative,
 * spenn_simulate, spenn_expect, spenn_unrepresented, spenn_role. */
extern const struct spenn_section spenn_model_section, spenn_scenario_section,
    spenn_alternative_section, spenn_simulate_section, spenn_expect_section,
    spenn_unrepresented_section, spenn_role_section;

extern const struct spenn_names spenn_directions; /* enum spenn_direction */

/* What reading a value needs. Without an index a reference is searched for. */
struct spenn_key_context {
    const struct spenn_model *m; /* NULL where no key refers to a unit or forum */
    struct spenn_arena *memory;  /* gets the texts */
    const struct spenn_index *units, *forums; /* by id; may be NULL */
    struct spenn_error *err;
};

/* The key with this name, or NULL. */
const struct spenn_key *spenn_key_find(
    const struct spenn_section *section, const char *name);

/* That the value is a map whose keys are all of the section and that no required one is
 * missing; every problem has its place and the nearest name. `csv`: of a CSV row. */
bool spenn_keys_check(const struct spenn_section *section, const struct spenn_value *map,
    bool csv, struct spenn_error *err);

/* Reads a value into a variable of the kind's type. On false it is unchanged. */
bool spenn_key_parse(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *target);

/* Reads a value into its column in one row of its table. The key must have a column. */
bool spenn_key_set(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *table, spenn_id row);

/* Where the value of a key stands: in its column, or for row SPENN_NONE in its field of a
 * record. The key must have one. */
const void *spenn_key_at(const struct spenn_key *key, const void *table, spenn_id row);

/* The value as a file writes it but without quotes, a list with commas between; NULL
 * when it is not given. Rows are named by the ids of m. */
const char *spenn_key_show(const struct spenn_key *key, const struct spenn_model *m,
    const void *table, spenn_id row, struct spenn_arena *memory);

/* Reads a value into its field of a record. The key must have one. */
bool spenn_key_fill(const struct spenn_key_context *c, const struct spenn_key *key,
    const struct spenn_value *value, void *record);

/* The same for every key of a map that has a field. */
bool spenn_keys_fill(const struct spenn_key_context *c,
    const struct spenn_section *section, const struct spenn_value *map, void *record);

#endif
