/* SPDX-License-Identifier: MIT
 * What a drawing tells in words beside its boxes, for the forms without a picture: text,
 * HTML. One column is a list (the members of a forum), several are a table whose first
 * row is its head (changes, key figures). */
#ifndef SPENN_TOLD_H
#define SPENN_TOLD_H

#include <stdint.h>

struct spenn_drawing_table {
    const char *title, *note; /* note: what kind of list, NULL: none */
    int32_t columns, cells;   /* cells: columns times rows, the head's among them */
    const char **cell;
};

#endif
