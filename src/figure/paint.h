/* SPDX-License-Identifier: MIT
 * From a figure to a drawing: what the kinds share. Each kind places its cells in
 * coordinates of its own; the page scales and moves them (furniture.h). */
#ifndef SPENN_PAINT_H
#define SPENN_PAINT_H

#include "content.h"

#include "chart.h"
#include "look.h"
#include "words.h"

struct paint {
    const struct content *f;
    const struct words *words;
    bool english;
    struct spenn_drawing *drawing;
    struct spenn_page *page;
    int32_t *box_of; /* box of each cell, once it is drawn */
    struct spenn_arena *memory;
};

struct area {
    double x, y, w, h;
};

/* How the text of a cell is set: sizes of name and text, and what stands above it. */
struct type {
    double name, text, pad; /* pad: above and below */
    bool plain;             /* the name is not bold */
    bool left;              /* its lines start at the left, also without a list */
    bool body;              /* the text is what the cell says, no remark on its name */
    const char *over;       /* a small line above the name; NULL: none */
};

struct block { /* text wrapped to a width, and the size of a box that holds it */
    struct spenn_drawing_run *run;
    int32_t runs;
    double w, h;
    bool bullets, left; /* its texts are a list; its lines start at the left */
};

#define PAINT_PAD_X 7.0
enum mark_look { MARK_FIRST = most_marks, MARK_ALSO, MARK_WANTED, MARK_OPEN };

/* The name in the language of the drawing, NULL when it is not given. */
const char *spenn_paint_said(const struct paint *p, const char *const name[2]);

/* The least width of a box that breaks none of the cell's words, within reason. */
double spenn_paint_least(
    const struct paint *p, const struct cell *cell, const struct type *type);

/* The cell's text in a box of at most this width. */
struct block spenn_paint_block(
    struct paint *p, const struct cell *cell, double width, const struct type *type);

/* Adds the box of a cell; its text stands in the middle. */
struct spenn_drawing_box *spenn_paint_cell(struct paint *p, const struct cell *cell,
    const struct block *block, struct area area, int32_t look);

/* The bands at its foot: how high they are, and added from the top of an area. */
double spenn_paint_foot(struct paint *p, const struct cell *cell, double width);
void spenn_paint_bands(struct paint *p, const struct cell *cell, struct area area);

/* Adds a box that is no cell of the file: a heading. */
struct spenn_drawing_box *spenn_paint_head(
    struct paint *p, const char *id, const char *name, struct area area, double size);

struct spenn_drawing_wire *spenn_paint_wire(
    struct paint *p, int32_t from, int32_t to, int32_t mark);
/* The next point of the wire added last. */
void spenn_paint_point(
    struct paint *p, struct spenn_drawing_wire *wire, struct spenn_drawing_point point);

/* Adds a text, and lets the page cover it. */
void spenn_paint_text(struct paint *p, const struct spenn_drawing_text *text);
void spenn_paint_shape(struct paint *p, const struct spenn_drawing_shape *shape);

/* How large what is this wide and high would be drawn on A4. */
double spenn_paint_scale(const struct paint *p, double w, double h);

/* sheet.c: several charts in frames on one page, side by side in a grid. */
bool spenn_figure_sheet(const struct content *f,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_page *page, struct spenn_error *err);

/* draw.c: a figure that is read. */
bool spenn_figure_paint(const struct content *f,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_page *page, struct spenn_error *err);

/* draw.c: the same, laid on its page. */
bool spenn_figure_lay(const struct content *f, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_error *err);

/* draw.c: any figure but a sheet in its own coordinates; see spenn_chart_body. */
bool spenn_figure_body(const char *path, const struct spenn_chart_options *options,
    struct spenn_drawing *drawing, struct spenn_page *page, struct spenn_error *err);

/* Draw one kind each. */
void spenn_paint_ladder(struct paint *p);
void spenn_paint_matrix(struct paint *p);
void spenn_paint_table(struct paint *p);
void spenn_paint_hub(struct paint *p);
void spenn_paint_tree(struct paint *p);

/* paths.c: the shortest line between two boxes that runs through no other: its points,
 * the first and last at the boxes' borders. */
struct paths {
    int32_t boxes;
    const struct area *box;
    struct spenn_arena *memory;
};
int32_t spenn_paths_find(const struct paths *paths, int32_t from, int32_t to,
    struct spenn_drawing_point **points);
/* Whether a stretch runs through the area widened by `more`. */
bool spenn_paths_hit(
    const struct area *area, double more, const struct spenn_drawing_point ends[2]);

#endif
