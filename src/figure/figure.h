/* SPDX-License-Identifier: MIT
 * Figures that are no organization (spenn: figure/1, docs/figure-format.md): the ladder,
 * a matrix, a table, a hub with spokes, a tree, and sheets that hold several charts. */
#ifndef SPENN_FIGURE_H
#define SPENN_FIGURE_H

#include "chart.h"

/* Whether the file says it is a figure; false also when it cannot be read, which reading
 * it as a model then reports. */
bool spenn_figure_is(const char *path);

/* Reads and draws one; of `options` title, language, page and legend are used. False with
 * what is wrong in err. */
bool spenn_figure_draw(const char *path, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_error *err);

/* Draws what a model covers of the 3 roles x 4 steps of coordination, and who does. False
 * when no unit has a role. */
bool spenn_figure_roles(const struct spenn_model *m,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_error *err);

#endif
