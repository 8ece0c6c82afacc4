/* SPDX-License-Identifier: MIT
 * Ways at right angles between things on a sheet. The grid has only the coordinates that
 * somebody asked for: beside boxes, at their ports, in lanes. A step along it may be
 * blocked, or dearer where it crosses a line. */
#ifndef SPENN_GRID_H
#define SPENN_GRID_H

#include "room.h"

struct grid_heap {
    int32_t count, room;
    struct grid_entry {
        double cost;
        int32_t state;
    } * entry;
};

struct grid {
    struct spenn_arena *memory;
    int32_t columns, rows;
    double *x, *y;    /* sorted once made */
    double *toll;     /* of a row: factor of the length of steps along it */
    uint8_t *step[2]; /* from each node on along its row, along its column */
    double *cost;     /* of the latest search: of each state, */
    int32_t *back;    /* and the state before it */
    int32_t *goal;    /* at each node the first, from 1; 0: none */
    struct grid_heap heap;
    int32_t spent, budget; /* states looked at in all searches */
};

struct port {                               /* where a line leaves or reaches a box */
    struct spenn_drawing_point edge, entry; /* on its border; on the grid */
    int32_t node, end;                      /* end: of whom it is a port */
    bool upright;                           /* the stretch between them */
    double cost;
};

void spenn_grid_x(struct grid *grid, double x);
void spenn_grid_y(struct grid *grid, double y);
/* False when it would be too large. */
bool spenn_grid_make(struct grid *grid);
int32_t spenn_grid_node(const struct grid *grid, double x, double y);
int32_t spenn_grid_row(const struct grid *grid, double y);

/* No step may meet the area. */
void spenn_grid_block(struct grid *grid, const struct area *a);
/* Steps beside a line and nearer than `near` are blocked, those across it cost more. */
void spenn_grid_line(
    struct grid *grid, const struct area *line, double near, int32_t toll);

struct search {
    const struct port *from, *to; /* starts, besides the tree; goals */
    int32_t starts, goals;
    const int32_t *tree; /* nodes of what is drawn already: starts that cost nothing */
    int32_t nodes;
    int32_t start, goal; /* found: ports; start -1: from the tree */
    int32_t *way, steps; /* nodes from start to goal */
};
/* The cheapest way from any start to any goal. */
bool spenn_grid_search(struct grid *grid, struct search *search);

#endif
