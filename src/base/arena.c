/* SPDX-License-Identifier: MIT
 * Blocks that double in size; an allocation moves a pointer. */
#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { first_block = 4096 };

struct spenn_arena_block {
    struct spenn_arena_block *next;
    size_t used, size; /* bytes behind this header */
};

static _Noreturn void out_of_memory(void)
{
    (void)fputs("spenn: out of memory\n", stderr);
    abort();
}

static size_t align_up(size_t bytes)
{
    const size_t step = _Alignof(max_align_t);
    return (bytes + step - 1) / step * step;
}

static struct spenn_arena_block *add_block(struct spenn_arena *arena, size_t bytes)
{
    size_t size = arena->blocks ? arena->blocks->size : first_block / 2;
    size = size > SIZE_MAX / 8 ? bytes : size * 2;
    if (size > (size_t)64 << 20) {
        size = (size_t)64 << 20;
    }
    if (size < bytes) {
        size = bytes;
    }
    struct spenn_arena_block *block = calloc(1, align_up(sizeof *block) + size);
    if (!block) {
        out_of_memory();
    }
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *spenn_arena_alloc(struct spenn_arena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX / 4) / size) {
        out_of_memory();
    }
    size_t bytes = count * size;
    bytes = align_up(bytes > 0 ? bytes : 1);
    struct spenn_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < bytes) {
        block = add_block(arena, bytes);
    }
    char *at = (char *)block + align_up(sizeof *block) + block->used;
    block->used += bytes;
    return at;
}

void *spenn_arena_grow(
    struct spenn_arena *arena, const void *old, size_t used, size_t count, size_t size)
{
    void *copy = spenn_arena_alloc(arena, count, size);
    if (used) {
        memcpy(copy, old, used * size);
    }
    return copy;
}

const char *spenn_arena_bytes(struct spenn_arena *arena, const char *text, size_t length)
{
    char *copy = spenn_arena_alloc(arena, length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

const char *spenn_arena_text(struct spenn_arena *arena, const char *text)
{
    return text ? spenn_arena_bytes(arena, text, strlen(text)) : NULL;
}

const char *spenn_arena_format(struct spenn_arena *arena, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length < 0) {
        out_of_memory();
    }
    char *text = spenn_arena_alloc(arena, (size_t)length + 1, 1);
    (void)vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

/* Behind the newest block: that one still has room. */
void spenn_arena_adopt(struct spenn_arena *arena, struct spenn_arena *other)
{
    struct spenn_arena_block **end =
        arena->blocks ? &arena->blocks->next : &arena->blocks;
    if (other->blocks) {
        struct spenn_arena_block *last = other->blocks;
        while (last->next) {
            last = last->next;
        }
        last->next = *end;
        *end = other->blocks;
    }
    *other = (struct spenn_arena){0};
}

void spenn_arena_free(struct spenn_arena *arena)
{
    struct spenn_arena_block *block = arena->blocks;
    while (block) {
        struct spenn_arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena->blocks = NULL;
}
