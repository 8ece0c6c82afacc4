/* SPDX-License-Identifier: MIT
 * The page: A4 landscape as long as the smallest text stays at 6 pt, else A3 to A0, else
 * as large as it takes. Title and message on top, legend, source and assumptions below;
 * beside a before/after chart the counts of changes and key figures. */
#ifndef SPENN_PAGE_H
#define SPENN_PAGE_H

#include "sheet.h"

#define SPENN_PAPER_W 842.0
#define SPENN_PAPER_H 595.0
#define SPENN_PAGE_MARGIN 28.0
#define SPENN_PAGE_TOP 68.0 /* where the chart begins */
#define SPENN_PAGE_AREA_W 786.0
#define SPENN_PAGE_AREA_H 470.0
#define SPENN_PAGE_SIDE 152.0 /* for counts and key figures */

void spenn_sheet_page(struct spenn_drawing *chart, struct plan *p, const char *title);

struct item { /* of a legend */
    enum item_kind {
        ITEM_LOOK,
        ITEM_MARK,
        ITEM_FRAME,
        ITEM_SECOND,
        ITEM_PANEL,
        ITEM_WIRE,
        ITEM_CHANGE,
        ITEM_CHIP
    } kind;
    int32_t index;
    const char *label;
    double width;
};
struct legend {
    int32_t items;
    struct item *item;
};

/* legend.c */
void spenn_legend_make(
    struct legend *legend, const struct spenn_drawing *chart, const struct plan *p);
int32_t spenn_legend_lines(const struct legend *legend, double width);
void spenn_legend_draw(const struct legend *legend, struct spenn_drawing *chart,
    const struct plan *p, struct spenn_drawing_point at, double width);
void spenn_legend_swatch(struct spenn_drawing *chart, const struct plan *p,
    const struct item *item, double x, double y);
void spenn_sheet_text(struct spenn_drawing *chart, const struct spenn_drawing_text *text);

/* figures.c: the panel beside a before/after chart. */
void spenn_sheet_figures(
    struct spenn_drawing *chart, const struct plan *p, double x, double y);

/* notes.c: message under the title, source and assumptions. */
const char *spenn_note_message(const struct plan *p, struct spenn_arena *memory);
const char *spenn_note_source(const struct plan *p, struct spenn_arena *memory);
/* Units, span at the top, leadership group and layers. */
void spenn_note_figures(
    const struct spenn_model *m, struct spenn_arena *memory, int32_t figure[4]);

#endif
