/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <math.h>

static const char *title_of(const struct plan *p)
{
    const char *name = p->english && p->m->name_en ? p->m->name_en : p->m->name;
    return name ? name : p->m->id ? p->m->id : "";
}

void spenn_sheet_page(struct spenn_drawing *chart, struct plan *p, const char *title)
{
    struct spenn_page page = {
        .title = title ? title : title_of(p),
        .message = spenn_note_message(p, p->memory),
        .note = spenn_note_source(p, p->memory),
        .x0 = p->x0,
        .y0 = p->y0,
        .x1 = p->x1,
        .y1 = p->y1,
        .small = fmin(p->small, p->label > 0.0 ? p->label : p->small),
        .side = p->before ? SPENN_PAGE_SIDE : 0.0,
    };
    spenn_legend_make(&page.legend, chart, p);
    spenn_page_lay(chart, &page);
    if (p->before) {
        spenn_sheet_figures(chart, p,
            chart->width - SPENN_PAGE_MARGIN - SPENN_PAGE_SIDE + 14.0, SPENN_PAGE_TOP);
    }
}
