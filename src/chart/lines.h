/* SPDX-License-Identifier: MIT
 * Second lines on the grid between everything that stands on the sheet. */
#ifndef SPENN_LINES_H
#define SPENN_LINES_H

#include "grid.h"
#include "sheet.h"

struct end { /* who gives or receives: a box, or a panel for all its boxes */
    struct area area;
    int32_t box;
    bool gives, panel, hangs; /* hangs: in a list, with a spine at its left */
    bool joined;              /* reached by what is drawn */
};

struct router {
    struct spenn_drawing *chart;
    struct plan *p;
    struct grid grid;
    struct blocks blocks; /* for labels, and stretches at ports */
    const struct tie *tie;
    int32_t ends;
    struct end *end;
    int32_t nodes; /* of the tree drawn so far */
    int32_t *tree;
    bool *crowded; /* rows close above boxes */
    double own;    /* place of its arrows at a box, as a share of the width */
};

/* ports.c: the ends of a tie; coordinates of the grid for their ports; and the ports that
 * givers, or receivers, not joined yet have free. */
void spenn_router_ends(struct router *r);
void spenn_router_coordinates(struct router *r);
int32_t spenn_router_ports(const struct router *r, bool gives, struct port **port);

/* line_label.c: the name of a tie beside its lines, from the wire `first` on. */
void spenn_router_label(struct router *r, struct tie *tie, int32_t first);

#endif
