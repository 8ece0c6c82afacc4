/* SPDX-License-Identifier: MIT
 * What the writers share: a buffer before the file, numbers without the locale, and text
 * in which nothing can pass for markup or steer a terminal. Texts of a drawing are not
 * trusted: bytes that are no UTF-8 come out as U+FFFD, control characters as spaces,
 * marks that turn the direction of what follows not at all. */
#ifndef SPENN_WRITING_H
#define SPENN_WRITING_H

#include "book.h"

#include <string.h>

/* "12", "12.5" or "-0.25": hundredths, whatever the locale. */
char *spenn_drawing_number(char text[32], double value);

/* dot.c: the chart as a graph of cgraph (an Agraph_t *), for drawing. */
void *spenn_drawing_graph(const struct spenn_drawing *chart);

/* How far a copy behind a box is moved, of the radius of corners: scaled as they are. */
#define SPENN_DRAWING_CARD 0.625

struct spenn_sink {
    FILE *out;
    size_t used;
    char room[1 << 14];
};
void spenn_put_bytes(struct spenn_sink *sink, const char *text, size_t length);
static inline void spenn_put(struct spenn_sink *sink, const char *text) /* as it is */
{
    spenn_put_bytes(sink, text, strlen(text));
}
void spenn_put_number(struct spenn_sink *sink, double value);
void spenn_put_xml(struct spenn_sink *sink, const char *text); /* escaped */
void spenn_put_dot(struct spenn_sink *sink, const char *text); /* for its labels */
bool spenn_put_end(struct spenn_sink *sink); /* false when anything was not written */

struct spenn_svg_how {
    const char *role;                /* of the picture as a whole */
    const char *prefix;              /* of ids: several pictures may share a document */
    const struct spenn_links *links; /* NULL: none */
};
void spenn_put_svg(struct spenn_sink *sink, const struct spenn_drawing *drawing,
    const struct spenn_svg_how *how);

/* Moves past one character and gives its code as it may be shown; 0 for one that is left
 * out, but at the end of the text. */
int32_t spenn_drawing_letter(const char **text);

/* The text with only such characters. */
const char *spenn_drawing_plain(struct spenn_arena *memory, const char *text);

/* Boxes as the lists they hang in: the first below each box and the next beside it, -1 at
 * the end. */
struct spenn_drawing_tree {
    int32_t root;
    int32_t *below, *beside;
};
struct spenn_drawing_tree spenn_drawing_tree(
    const struct spenn_drawing *drawing, struct spenn_arena *memory);

/* Words the writers add, in the drawing's language. */
enum spenn_said { SPENN_SAID_PAGES, SPENN_SAID_UNITS };
const char *spenn_drawing_word(const struct spenn_drawing *drawing, enum spenn_said what);
#endif
