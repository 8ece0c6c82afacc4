/* SPDX-License-Identifier: MIT
 * Memory that is freed all at once. A model, a result and an error list each own one
 * arena; whatever a function puts there lives exactly as long as its owner. Memory comes
 * zeroed. Running out of memory, or a size that overflows, ends the program in one place:
 * no caller tests for it (an embedding host cannot survive it either). */
#ifndef SPENN_ARENA_H
#define SPENN_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct spenn_arena {
    struct spenn_arena_block *blocks; /* newest first */
};

/* `count` zeroed elements of `size` bytes, aligned for any type. count may be 0. */
void *spenn_arena_alloc(struct spenn_arena *arena, size_t count, size_t size);

/* A larger copy of an array in the arena: `used` elements kept, the rest zeroed. The old
 * array stays where it is until the arena is freed, so grow geometrically. */
void *spenn_arena_grow(
    struct spenn_arena *arena, const void *old, size_t used, size_t count, size_t size);

/* Copies of text; `length` bytes get a closing NUL. NULL stays NULL in _text. */
const char *spenn_arena_text(struct spenn_arena *arena, const char *text);
const char *spenn_arena_bytes(struct spenn_arena *arena, const char *text, size_t length);
const char *spenn_arena_format(struct spenn_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes over all that the other has: it is empty afterwards. */
void spenn_arena_adopt(struct spenn_arena *arena, struct spenn_arena *other);

/* Frees everything; the arena is empty and usable afterwards. */
void spenn_arena_free(struct spenn_arena *arena);

#endif
