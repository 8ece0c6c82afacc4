/* SPDX-License-Identifier: MIT
 * evaluations.csv: what an exploration has found so far. A head of comment lines says of
 * what; then one line an evaluation, appended as it is finished by one write each, so
 * that a run that is killed loses nothing but a torn last line. Numbers are written with
 * as many digits as read back to the same bits. A file is checked line by line. */
#ifndef SPENN_STORE_H
#define SPENN_STORE_H

#include "explore.h"

struct spenn_store_head {
    char fingerprint[17];               /* 16 hex digits */
    const char *scenario, *assumptions; /* paths; assumptions NULL: compiled in */
    int32_t points, trajectories, replications, shard, shards;
    int32_t expectations;
    uint64_t seed;
    double warm_up; /* hours, 0 or more */
};

struct spenn_store { /* {0} is closed */
    const char *path;
    int file;
    bool open;
    const char *text;    /* as found; NULL: there was none, or it is to be forgotten */
    size_t length, rows; /* of the text; where its first evaluation begins */
    int32_t line;        /* of that */
    struct spenn_store_head head;
    struct spenn_arena memory;
};

/* 16 hex digits of everything but options that an evaluation depends on: the scenario's
 * bytes, the model as it was read (with the files it names), its assumptions with their
 * ranges, version and format. */
bool spenn_store_fingerprint(const char *scenario_path, const struct spenn_model *m,
    char fingerprint[17], struct spenn_error *err);

/* Reads the head of directory/evaluations.csv if there is one. */
bool spenn_store_look(
    struct spenn_store *store, const char *directory, struct spenn_error *err);

/* The same, to write: makes the directory and keeps others from writing there. */
bool spenn_store_open(struct spenn_store *store, const char *directory, bool fresh,
    struct spenn_error *err);

/* Whether the file is of this exploration; says what is different and what to do. */
bool spenn_store_fits(const struct spenn_store *store,
    const struct spenn_store_head *wanted, struct spenn_error *err);

/* Takes the evaluations of the file into x->outcome and x->done. */
bool spenn_store_load(
    struct spenn_store *store, struct spenn_exploration *x, struct spenn_error *err);

/* Begins to write behind what was loaded, or anew with this head. */
bool spenn_store_begin(struct spenn_store *store, const struct spenn_store_head *head,
    struct spenn_error *err);

/* Adds evaluation e. */
bool spenn_store_add(struct spenn_store *store, const struct spenn_exploration *x,
    int32_t e, struct spenn_error *err);

/* Writes the file anew with all evaluations there are, by number. */
bool spenn_store_finish(struct spenn_store *store, const struct spenn_store_head *head,
    const struct spenn_exploration *x, struct spenn_error *err);

void spenn_store_close(struct spenn_store *store);

#endif
