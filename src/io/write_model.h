/* SPDX-License-Identifier: MIT
 * What the parts of the model writer share. Entries are flow maps, one a line; texts are
 * plain where no reader could take them for anything else, and quoted otherwise. */
#ifndef SPENN_WRITE_MODEL_H
#define SPENN_WRITE_MODEL_H

#include "keys.h"

#include <stdio.h>

struct spenn_writer {
    const struct spenn_model *m;
    FILE *out;
    const char *between; /* two keys: a comma, or a line break at the top level */
    bool first;          /* of the keys of the map at work */
    bool origins;        /* `origins:` is written */
    double rate;         /* written last, and how: most streams share one */
    char rate_text[64];
    struct spenn_arena memory; /* of one entry */
};

/* A text as a YAML scalar; a key of a map, with what stands between two. */
void spenn_write_text(struct spenn_writer *w, const char *text);
void spenn_write_key(struct spenn_writer *w, const char *key);
/* A list of ids that stand with commas between in one text, and one of units. */
void spenn_write_texts(struct spenn_writer *w, const char *texts);
void spenn_write_units(struct spenn_writer *w, const spenn_id *unit, int32_t count);
/* `key: {unit: share, ...}` */
void spenn_write_shares(struct spenn_writer *w, const char *key, const spenn_id *unit,
    const double *share, int32_t count);
void spenn_write_share(struct spenn_writer *w, double share);
void spenn_write_rate(struct spenn_writer *w, double per_hour);

struct spenn_write_row { /* an entry of a section with a table */
    const struct spenn_section *section;
    const void *table;    /* or, with row SPENN_NONE, a record */
    const void *defaults; /* its row 0: what need not be said; may be NULL */
    spenn_id row;
    /* Writes keys without a column, where they are due; may be NULL. */
    void (*other)(struct spenn_writer *w, const struct spenn_key *key,
        const struct spenn_write_row *row);
    const void *context; /* for `other` */
};
void spenn_write_entry(struct spenn_writer *w, const struct spenn_write_row *row);

/* Whether origins are just what the tasks and `practice` name, in that order. */
bool spenn_origins_plain(const struct spenn_model *m, struct spenn_arena *memory);
void spenn_write_tasks(struct spenn_writer *w);

#endif
