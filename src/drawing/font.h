/* SPDX-License-Identifier: MIT
 * Text measured without a font: widths of Arial's metrics are compiled in, so a chart has
 * the same layout on every machine. */
#ifndef SPENN_FONT_H
#define SPENN_FONT_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

#define SPENN_LINE_HEIGHT 1.22 /* of the size; chart.h repeats it for the writers */

#define SPENN_FONT_SLACK 1.05 /* the most by which another renderer's text is wider */

/* Width in points of UTF-8 text; invalid bytes count as one letter each. */
double spenn_font_width(const char *text, double size, bool bold);
double spenn_font_bytes(const char *text, size_t length, double size, bool bold);

/* Width of the widest word: what stands between the places where a line may end. */
double spenn_font_word(const char *text, double size, bool bold);

struct spenn_font_wrap {
    double size, most; /* most points a line; a longer word is broken */
    int32_t lines;     /* most lines; the last one ends in an ellipsis */
    bool bold;
    bool full; /* lines as long as they go, not balanced */
};

/* Breaks text after spaces, hyphens and slashes into the fewest lines, then balances
 * them: the narrowest width that gives as few. Returns the number of lines; their texts
 * lie in the arena. */
int32_t spenn_font_lines(struct spenn_arena *memory, const char *text,
    const struct spenn_font_wrap *wrap, const char ***lines);

#endif
