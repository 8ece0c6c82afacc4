/* SPDX-License-Identifier: MIT
 * Drawings made by hand, and what the writers make of them. */
#ifndef SPENN_TESTS_MADE_H
#define SPENN_TESTS_MADE_H

#include "book.h"

#include <stdlib.h>
#include <string.h>

typedef bool made_writer(const struct spenn_book *book, FILE *out);

/* A box below another, -1: none, in a row of its own. */
static inline struct spenn_drawing_box *made_box(
    struct spenn_drawing *drawing, const char *id, const char *name, int32_t parent)
{
    struct spenn_drawing_run *run = DRAWING_ADD(drawing, run, runs);
    *run = (struct spenn_drawing_run){name, "#1F2933", 9.5, true, false};
    struct spenn_drawing_box *box = DRAWING_ADD(drawing, box, boxes);
    *box = (struct spenn_drawing_box){
        .id = id,
        .name = name,
        .about = name,
        .class = "unit line",
        .kind = "region",
        .parent = parent,
        .style = {.fill = "#FFFFFF", .stroke = "#4A6A85", .ink = "#1F2933", .width = 1.0},
        .x = 20.0,
        .y = 20.0 + 40.0 * drawing->boxes,
        .w = 100.0,
        .h = 25.0,
        .first = drawing->runs - 1,
        .runs = 1,
    };
    return box;
}

static inline void made_wire(
    struct spenn_drawing *drawing, int32_t from, int32_t to, const char *about)
{
    struct spenn_drawing_wire *wire = DRAWING_ADD(drawing, wire, wires);
    *wire = (struct spenn_drawing_wire){.from = from,
        .to = to,
        .class = about ? "professional" : "line",
        .about = about,
        .color = "#4A5560",
        .width = 1.0,
        .dash = about ? SPENN_DASHED : SPENN_SOLID,
        .arrow = about ? SPENN_ARROW_VEE : SPENN_ARROW_NONE,
        .first = drawing->points,
        .points = 2};
    for (int32_t i = 0; i < 2; i++) {
        *(struct spenn_drawing_point *)DRAWING_ADD(drawing, point, points) =
            (struct spenn_drawing_point){70.0 + i, 20.0 + 30.0 * i, false};
    }
}

static inline void made_table(struct spenn_drawing *drawing, const char *title,
    int32_t columns, int32_t cells, const char **cell)
{
    struct spenn_drawing_table *table = DRAWING_ADD(drawing, table, tables);
    *table = (struct spenn_drawing_table){title, NULL, columns, cells, cell};
}

/* A book of so many empty pages. */
static inline void made_book(struct spenn_book *book, int32_t pages)
{
    *book = (struct spenn_book){.pages = pages};
    book->page = spenn_arena_alloc(&book->memory, (size_t)pages, sizeof *book->page);
    for (int32_t i = 0; i < pages; i++) {
        book->page[i] = (struct spenn_drawing){.title = "Etaten",
            .about = "Tre enheter.",
            .lang = "nb",
            .width = 300.0,
            .height = 200.0,
            .radius = 4.0};
    }
}

/* The caller frees the text. */
static inline char *made_text(const struct spenn_book *book, made_writer *write)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!write(book, out)) {
        abort();
    }
    fclose(out);
    return text;
}

static inline bool made_svg(const struct spenn_book *book, FILE *out)
{
    return spenn_drawing_svg(&book->page[0], NULL, out);
}

static inline bool made_dot(const struct spenn_book *book, FILE *out)
{
    return spenn_drawing_dot(&book->page[0], out);
}

#endif
