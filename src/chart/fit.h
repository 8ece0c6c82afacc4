/* SPDX-License-Identifier: MIT
 * How much of an organization a page shows: on the smallest paper that may be used, the
 * first detail at which no text falls below 6 pt; where none does, the next paper. */
#ifndef SPENN_FIT_H
#define SPENN_FIT_H

#include "page.h"

struct attempt { /* at one detail */
    struct spenn_arena memory;
    struct plan p;
    struct spenn_page page;
    struct spenn_drawing chart;
    bool folded, laid, drawn, differs; /* differs: from those with more detail */
};

struct fitting {
    const struct plan *all;
    const struct part *part;
    const char *title;
    const struct spenn_page *page; /* to start from */
    bool room_only;                /* its room counts, not a paper */
    struct attempt attempt[DETAIL_COUNT];
};

/* The attempt to take: a chart without what stands around it, and a page for that. */
struct attempt *spenn_fit(struct fitting *f);
void spenn_fit_free(struct fitting *f);

#endif
