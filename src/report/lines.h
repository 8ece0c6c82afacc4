/* SPDX-License-Identifier: MIT
 * Lines of a terminal: never wider than 80 columns, never more than there is room for.
 * Inside module report only. */
#ifndef SPENN_LINES_H
#define SPENN_LINES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { spenn_line_width = 80 };

struct spenn_lines {
    FILE *out;
    int32_t left; /* lines that may still be printed */
};

/* Prints one line, cut with an ellipsis; nothing when no line is left. */
void spenn_lines_put(struct spenn_lines *lines, const char *text);

/* Prints text over at most `most` lines, broken at spaces, cut at the end. */
void spenn_lines_wrap(struct spenn_lines *lines, const char *text, int32_t most);

/* The text in exactly `width` columns: cut, or filled up on the right (or left). */
const char *spenn_cell(char *buffer, const char *text, int32_t width, bool right);
enum { spenn_cell_size = 4 * spenn_line_width + 8 };

#endif
