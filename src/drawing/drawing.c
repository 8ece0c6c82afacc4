/* SPDX-License-Identifier: MIT
 * Arrays of a drawing double when their count is a power of two, so they need no room of
 * their own. */
#include "book.h"

enum { least_room = 16 };

void *spenn_drawing_add(
    struct spenn_arena *memory, void **array, int32_t *count, size_t size)
{
    size_t used = (size_t)*count;
    if (used == 0 || (used >= least_room && (used & (used - 1)) == 0)) {
        size_t room = used < least_room ? least_room : 2 * used;
        *array = spenn_arena_grow(memory, *array, used, room, size);
    }
    return (char *)*array + (size_t)(*count)++ * size;
}

void spenn_drawing_free(struct spenn_drawing *drawing)
{
    spenn_arena_free(&drawing->memory);
    *drawing = (struct spenn_drawing){0};
}

void spenn_book_free(struct spenn_book *book)
{
    for (int32_t i = 0; i < book->pages; i++) {
        spenn_drawing_free(&book->page[i]);
    }
    spenn_arena_free(&book->memory);
    *book = (struct spenn_book){0};
}
