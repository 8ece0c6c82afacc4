/* SPDX-License-Identifier: MIT
 * Files to tables and back. Text is checked for UTF-8 and NUL before it is parsed,
 * aliases are refused, and size and depth are limited; a file that cannot be read leaves
 * nothing behind but problems with places. */
#ifndef SPENN_IO_H
#define SPENN_IO_H

#include "scenario.h"

enum {
    spenn_most_bytes = 64 << 20,      /* of a YAML file */
    spenn_most_csv_bytes = 512 << 20, /* of a CSV file */
    spenn_most_depth = 32,            /* of nesting */
    spenn_most_key = 256,             /* bytes of a key */
};

/* A file in memory. */
struct spenn_file {
    const char *path; /* as the user named it, for messages */
    const char *text; /* ends in NUL */
    size_t length;
};

/* Whether an existing file may be replaced: with --force, or below out/. */
bool spenn_file_replaces(const char *path, bool force);

/* Makes a directory and those above it, as far as they are not there. On false errno says
 * why. */
bool spenn_directory_make(const char *path);

/* Parses YAML (or JSON) text into `memory`. */
bool spenn_yaml_parse(const struct spenn_file *file, struct spenn_arena *memory,
    const struct spenn_value **document, struct spenn_error *err);

/* Whole file into memory, NUL-terminated: size limit, directories and UTF-8 checked.
 * "-" is standard input. */
bool spenn_file_read(const char *path, size_t most, struct spenn_arena *memory,
    struct spenn_file *file, struct spenn_error *err);

/* Rows of a CSV text as a list of maps in `memory`: header row first, RFC 4180 quoting,
 * BOM and CRLF accepted; places count lines of the file, an empty cell is "not given". */
bool spenn_csv_parse(const struct spenn_file *file, struct spenn_arena *memory,
    struct spenn_value *list, struct spenn_error *err);

/* The assumptions compiled in, or those of a file when path is not NULL. */
bool spenn_read_assumptions(const char *path, struct spenn_arena *memory,
    struct spenn_assumptions *assume, struct spenn_error *err);

/* The rows of models/surveys.csv, compiled in, as a list of maps. */
bool spenn_read_surveys(
    struct spenn_arena *memory, struct spenn_value *list, struct spenn_error *err);

bool spenn_read_model(const char *path, const struct spenn_assumptions *assume,
    struct spenn_model *m, struct spenn_error *err);
bool spenn_read_scenario(
    const char *path, struct spenn_scenario *scenario, struct spenn_error *err);

/* What kind of file it is by its first key `spenn:`: "model/1", "scenario/1", or "". */
bool spenn_file_kind(const char *path, char kind[32], struct spenn_error *err);

/* The model as YAML that reads back to the same tables, to the last bit. */
bool spenn_write_model(const struct spenn_model *m, FILE *out);

/* The published JSON Schemas, compiled in: "model", "scenario" or "figure"; NULL for
 * another name.
 */
const char *spenn_schema(const char *name);

#endif
