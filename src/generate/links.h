/* SPDX-License-Identifier: MIT
 * Informal links drawn onto a line, by the rule of Dodds, Watts and Sabel (PNAS
 * 100:12516, 2003): a pair is chosen with weight exp(-D / lambda) exp(-x / zeta), D the
 * depth of the nearest common superior, x the organizational distance (backbone.h). */
#ifndef SPENN_LINKS_H
#define SPENN_LINKS_H

#include "model.h"

struct spenn_link_class {
    const char *id, *title_nb, *title_en;
    double lambda, zeta; /* 0: only pairs with D = 0, x = 0; INFINITY: whatever D, x */
};
extern const struct spenn_link_class spenn_link_classes[];
enum { spenn_link_class_count = 5 };

/* The row with this id, or NULL. */
const struct spenn_link_class *spenn_link_class(const char *id);

struct spenn_link_rule {
    const spenn_id *parent;
    int32_t units;
    const spenn_id *a, *b; /* links there are already: not drawn, nor is the line */
    int32_t there;
    const struct spenn_link_class *class;
    uint64_t seed;
    int32_t draw; /* of several with one seed */
};

/* Fills a and b with at most `most` links, each pair once, and returns how many: fewer
 * where no other pair has weight. The first k of them are a draw of k links. A pair's
 * luck depends on seed and draw alone, so classes meet the same luck. O(units^2). */
int32_t spenn_links_draw(
    const struct spenn_link_rule *rule, int32_t most, spenn_id *a, spenn_id *b);

#endif
