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
    int32_t *above;             /* the page, from 1, that each shows a part of, or 0 */
    struct spenn_arena memory;
};
void spenn_book_free(struct spenn_book *book);

/* False when writing failed. A book as text is indented trees, as HTML one page that
 * opens from disk, as Mermaid one flowchart. */
bool spenn_book_text(const struct spenn_book *book, FILE *out);
bool spenn_book_html(const struct spenn_book *book, FILE *out);
bool spenn_book_mermaid(const struct spenn_book *book, FILE *out);

/* Where page n of the book stands: before it, n in so many digits, after it. */
struct spenn_links {
    const char *before, *after;
    int32_t digits;
};
/* links NULL: the drawing stands alone. */
bool spenn_drawing_svg(
    const struct spenn_drawing *drawing, const struct spenn_links *links, FILE *out);
bool spenn_drawing_dot(const struct spenn_drawing *drawing, FILE *out);

/* Graphviz, as it draws PDF and PNG: one for all pages of a program, as in 2.42 a second
 * one uses freed memory. {0} may be used and freed. */
struct spenn_painter {
    void *context;
};
void spenn_painter_free(struct spenn_painter *painter);
bool spenn_book_pdf(
    struct spenn_painter *painter, const struct spenn_book *book, FILE *out);
bool spenn_drawing_png(struct spenn_painter *painter, const struct spenn_drawing *drawing,
    int32_t dpi, FILE *out);
/* The longer side of a PNG when it is more than can be written, else 0. */
int32_t spenn_drawing_pixels_over(const struct spenn_drawing *drawing, int32_t dpi);

#endif
