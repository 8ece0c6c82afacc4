/* SPDX-License-Identifier: MIT
 * What an organisation chart says around itself (furniture.h): message, source, legend,
 * and beside a before/after chart the counts of changes and key figures. */
#ifndef SPENN_PAGE_H
#define SPENN_PAGE_H

#include "furniture.h"
#include "sheet.h"

#define SPENN_PAGE_SIDE 152.0 /* for counts and key figures */

/* What the plan covers, and its smallest text. */
void spenn_sheet_measure(const struct plan *p, struct spenn_page *page);
/* Fills the page but for its room. Texts lie in the chart's memory. */
void spenn_sheet_page(struct spenn_drawing *chart, struct plan *p, const char *title,
    struct spenn_page *page);

/* draw.c: the places there are, before any is left out; a part of them as a page; a
 * plan whose boxes are known, laid out for the room of a page; and that one drawn. */
void spenn_sheet_all(struct plan *all, const struct spenn_model *before,
    const struct spenn_chart_options *options);
void spenn_sheet_draw(const struct plan *all, const struct part *part,
    const struct spenn_chart_options *options, struct spenn_drawing *chart);
void spenn_sheet_lay(struct plan *p, struct spenn_page *page);
void spenn_sheet_make(struct plan *p, struct spenn_drawing *chart, const char *title,
    struct spenn_page *page);

/* legend.c */
void spenn_legend_make(
    struct spenn_legend *legend, const struct spenn_drawing *chart, const struct plan *p);
struct spenn_legend_item spenn_legend_change(int32_t change);
/* False when no line of the chart looks so. */
bool spenn_legend_wire(const struct plan *p, const struct spenn_drawing *chart,
    int32_t look, struct spenn_legend_item *item);

/* shade.c: how the legend shows a class of a measure. */
struct spenn_drawing_style spenn_shade_swatch(int32_t shade);

/* figures.c: the panel beside a before/after chart. */
void spenn_sheet_figures(
    struct spenn_drawing *chart, const struct plan *p, double x, double y);
/* The same in words, for forms without a picture. */
void spenn_sheet_tell_changes(struct spenn_drawing *chart, const struct plan *p);

/* notes.c: message under the title, source and assumptions. */
const char *spenn_note_message(const struct plan *p, struct spenn_arena *memory);
const char *spenn_note_source(
    const struct plan *p, struct spenn_arena *memory, const char **beyond);
/* What is left out for want of room, and how to see it. */
const char *spenn_note_saved(
    const struct plan *p, const struct words *words, struct spenn_arena *memory);
/* The key figures, by enum figure; 0: it has none of these. */
void spenn_note_figures(
    const struct spenn_model *m, struct spenn_arena *memory, int32_t *figure);

#endif
