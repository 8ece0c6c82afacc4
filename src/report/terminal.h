/* SPDX-License-Identifier: MIT
 * Lines of a terminal: never wider than 80 columns, never more than there is room for.
 * Inside module report only. */
#ifndef SPENN_TERMINAL_H
#define SPENN_TERMINAL_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { spenn_terminal_width = 80 };

struct spenn_terminal {
    FILE *out;
    int32_t left; /* lines that may still be printed */
};

/* Prints one line, cut with an ellipsis; nothing when no line is left. */
void spenn_terminal_put(struct spenn_terminal *terminal, const char *text);

/* Prints text over at most `most` lines, broken at spaces, cut at the end. */
void spenn_terminal_wrap(struct spenn_terminal *terminal, const char *text, int32_t most);

/* The text in exactly `width` columns, in `memory`: cut, or filled up on the right (or
 * left). */
const char *spenn_terminal_cell(
    struct spenn_arena *memory, const char *text, int32_t width, bool right);

#endif
