/* SPDX-License-Identifier: MIT
 * Files as bytes, and where in them something is wrong. Inside io only. */
#ifndef SPENN_FILE_H
#define SPENN_FILE_H

#include "io.h"

/* As spenn_file_read, without looking at the bytes: for importers that convert. */
bool spenn_file_bytes(const char *path, size_t most, struct spenn_arena *memory,
    struct spenn_file *file, struct spenn_error *err);

/* That the text is UTF-8 without NUL; the problem says at which line and column not. */
bool spenn_file_check(const struct spenn_file *file, struct spenn_error *err);

/* The place of an offset. */
struct spenn_where spenn_file_place(const struct spenn_file *file, size_t offset);

/* The file without a byte order mark. */
struct spenn_file spenn_file_unmarked(const struct spenn_file *file);

#endif
