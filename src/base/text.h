/* SPDX-License-Identifier: MIT
 * Text: UTF-8 checks, comparison, nearest name, globs, and an index from text to row. */
#ifndef SPENN_TEXT_H
#define SPENN_TEXT_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Offset of the first byte that is not valid UTF-8 or is NUL; `length` when all is well.
 */
size_t spenn_text_valid(const char *text, size_t length);

/* Whether the text is an id: letters and digits of any script, '-', '_' and '.', not
 * beginning with '-' or '.'. */
bool spenn_text_is_id(const char *text);

/* Offset of the first control character, or the length: what a name may not hold. */
size_t spenn_text_plain(const char *text);

/* Text as a message quotes it: cut at a character when long, control characters as '?'.
 * Returns buffer. */
enum { spenn_clip = 64 };
const char *spenn_text_clip(char buffer[spenn_clip], const char *text);

/* Columns the text takes in a terminal. */
int32_t spenn_text_width(const char *text);

/* The one of `names` nearest to `name` by edit distance, or NULL when none is near enough
 * to be worth suggesting (more than a third of its length, at least 2). */
const char *spenn_text_nearest(const char *name, const char *const *names, int32_t count);

/* Whether `text` matches `pattern`, in which '*' stands for any run of characters. */
bool spenn_text_glob(const char *pattern, const char *text);

/* Whether `item` is one of a list with commas between, which may be NULL. */
bool spenn_text_lists(const char *list, const char *item);

/* `path` beside the file that names it. */
const char *spenn_text_beside(
    struct spenn_arena *memory, const char *file, const char *path);

/* The language of output when no option says: "nb" or "en" as SPENN_LANG has it, else
 * "en". The locale is not asked: the same command gives the same bytes everywhere. */
const char *spenn_text_language(void);

/* FNV-1a, 64 bits: the same on every machine. */
uint64_t spenn_text_hash(const char *text);

/* Text -> row number, open addressing. Keys are borrowed. {0} is empty. */
struct spenn_index {
    int32_t count, room;
    const char **key;
    int32_t *row;
};
/* Adds a key; returns the row that already holds it, else -1. */
int32_t spenn_index_add(
    struct spenn_arena *arena, struct spenn_index *index, const char *key, int32_t row);
int32_t spenn_index_find(const struct spenn_index *index, const char *key); /* or -1 */

#endif
