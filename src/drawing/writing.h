/* SPDX-License-Identifier: MIT
 * What the writers of SVG and DOT share. */
#ifndef SPENN_WRITING_H
#define SPENN_WRITING_H

#include "book.h"

/* "12", "12.5" or "-0.25": hundredths, whatever the locale. */
char *spenn_drawing_number(char text[32], double value);

/* The chart as a graph of cgraph (an Agraph_t *), for writing and drawing. */
void *spenn_drawing_graph(const struct spenn_drawing *chart);

#endif
