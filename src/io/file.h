/* SPDX-License-Identifier: MIT
 * Files as bytes, and where in them something is wrong. Inside io only. */
#ifndef SPENN_FILE_H
#define SPENN_FILE_H

#include "io.h"

/* As spenn_file_read, without looking at the bytes: for importers that convert. */
bool spenn_file_bytes(const char *path, size_t most, struct spenn_arena *memory,
    const char **text, size_t *length, struct spenn_error *err);

/* That the text is UTF-8 without NUL; the problem says at which line and column not. */
bool spenn_text_check(
    const char *text, size_t length, const char *file, struct spenn_error *err);

/* The place of an offset. */
struct spenn_where spenn_text_place(
    const char *text, size_t length, const char *file, size_t offset);

/* `path` beside the file that names it. */
const char *spenn_path_beside(
    struct spenn_arena *memory, const char *file, const char *path);

/* Bytes of a byte order mark at the start: 0 or 3. */
size_t spenn_text_mark(const char *text, size_t length);

#endif
