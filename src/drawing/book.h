/* SPDX-License-Identifier: MIT
 * Drawings as pages, and drawings as files. */
#ifndef SPENN_BOOK_H
#define SPENN_BOOK_H

#include "drawing.h"

#include <stdio.h>

/* One drawing a page. */
struct spenn_book {
    int32_t pages;
    struct spenn_drawing *page; /* title of each: its line in a PDF's outline */
    struct spenn_arena memory;
};
void spenn_book_free(struct spenn_book *book);

/* False when writing failed. A book as text is indented trees, as HTML one page that
 * opens from disk. */
bool spenn_book_text(const struct spenn_book *book, FILE *out);
bool spenn_book_html(const struct spenn_book *book, FILE *out);
bool spenn_drawing_svg(const struct spenn_drawing *drawing, FILE *out);
bool spenn_drawing_dot(const struct spenn_drawing *drawing, FILE *out);
/* As "pdf", or "png" with so many dots an inch, to `path`. */
bool spenn_drawing_render(const struct spenn_drawing *drawing, const char *path,
    const char *format, int32_t dpi, struct spenn_error *err);

#endif
