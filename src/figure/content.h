/* SPDX-License-Identifier: MIT
 * A figure, read and checked: cells (the boxes of every kind), and what each kind has
 * beside them. Names are pairs: Norwegian or only, English or NULL. */
#ifndef SPENN_CONTENT_H
#define SPENN_CONTENT_H

#include "keys.h"
#include "text.h"

enum figure_kind { LADDER, MATRIX, TABLE, HUB, TREE, SHEET, FIGURE_KINDS };
enum form { FORM_CHAIN, FORM_FORK };
enum direction { DIRECTION_RIGHT, DIRECTION_DOWN };

struct names {
    int32_t count;
    const char *(*name)[2];
};

struct mark { /* what makes a cell or link stand out */
    const char *id, *name[2];
    int32_t line, look; /* enum spenn_drawing_dash; a row of its looks (paint.c) */
};

struct cell {
    const char *id, *name[2]; /* id: made from its place when not given */
    struct names text, foot;  /* foot: bands below it, each with a mark of its own */
    const int32_t *foot_mark;
    int32_t mark, kind;        /* -1: none; kind of a unit, for its look */
    int32_t parent;            /* of a branch or a side text: a cell before it, or -1 */
    int32_t row, column, span; /* of a matrix, table or hub; column: depth of a branch */
    struct spenn_where at;
};

struct link { /* of a hub: from cell to cell */
    const char *name[2];
    int32_t from, to, mark;
    bool arrow;
};

struct bracket { /* over steps from .. to, from 1 */
    const char *name[2];
    int32_t from, to;
};

struct chart { /* of a sheet; one of model, scenario and figure */
    const char *model, *scenario, *alternative, *figure;
    const char *name[2], *message[2];
    bool after;
    struct spenn_where at;
};

struct content {
    const char *file, *id, *note;
    const char *name[2], *message[2], *source[2];
    int32_t kind, form, direction, grid; /* grid: columns of a sheet, 0 not given */
    struct names assumed, columns, rows; /* columns: of a tree its levels */
    const char *across[2], *down[2];     /* axes; of a ladder only across */
    int32_t steps;                       /* of a ladder; rows of cells; depth of a tree */
    int32_t cells, links, brackets, charts, marks;
    int32_t centre;        /* of a hub: a cell, or -1 */
    bool in_rows, in_grid; /* a hub whose file gives rows; their places are columns */
    struct cell *cell;
    struct link *link;
    struct bracket *bracket;
    struct chart *chart;
    struct mark *mark;
    struct spenn_arena memory;
};
void spenn_figure_free(struct content *figure);

enum {
    most_marks = 4,
    most_nodes = 40,
    most_links = 120,
    most_cells = 2000,
    most_names = 100
};

/* False with all problems in err; then the figure is empty. */
bool spenn_figure_read(const char *path, struct content *figure, struct spenn_error *err);

/* The same from a document, which may go afterwards. */
bool spenn_figure_build(const struct spenn_value *document, const char *file,
    struct content *figure, struct spenn_error *err);

struct reader { /* inside reading: content.c, content_kinds.c, content_keys.c */
    struct content *f;
    struct spenn_key_context read;
    struct spenn_arena scratch; /* until it is read */
    struct spenn_index ids;     /* of cells */
    int32_t room;               /* of f->cell */
};

extern const struct spenn_names spenn_figure_kinds;
extern const struct spenn_section spenn_figure_sections[FIGURE_KINDS];
extern const struct spenn_section spenn_figure_mark_section, spenn_figure_step_section,
    spenn_figure_side_section, spenn_figure_bracket_section, spenn_figure_field_section,
    spenn_figure_node_section, spenn_figure_link_section, spenn_figure_branch_section,
    spenn_figure_chart_section;
extern const struct spenn_section *const spenn_figure_parts[]; /* all, then NULL */
extern bool (*const spenn_figure_readers[FIGURE_KINDS])(
    struct reader *r, const struct spenn_value *document);

/* A list with at most so many items; NULL after a problem or when it is missing. */
const struct spenn_value *spenn_figure_list(
    struct reader *r, const struct spenn_value *map, const char *key, int32_t most);
/* A name or a list of them. */
bool spenn_figure_names(struct reader *r, const struct spenn_value *map, const char *key,
    struct names *names);
/* A cell with the keys of its section, NULL after a problem; `id` when it has none. */
struct cell *spenn_figure_cell(struct reader *r, const struct spenn_section *section,
    const struct spenn_value *map, const char *id);
/* Row of what the value names among ids, -1 after a problem. */
int32_t spenn_figure_find(struct reader *r, const char *what,
    const struct spenn_value *value, const char *const *ids, int32_t count);
/* Row of the mark that the key names, -1 when it is not given. */
bool spenn_figure_mark(struct reader *r, const struct spenn_value *map, int32_t *mark);

#endif
