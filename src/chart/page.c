/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <math.h>

static const char *title_of(const struct plan *p)
{
    if (p->message) {
        return p->box[0].title;
    }
    const char *name = p->english && p->m->name_en ? p->m->name_en : p->m->name;
    return name ? name : p->m->id ? p->m->id : "";
}

void spenn_sheet_measure(const struct plan *p, struct spenn_page *page)
{
    page->x0 = p->x0;
    page->y0 = p->y0;
    page->x1 = p->x1;
    page->y1 = p->y1;
    page->small = fmin(p->small, p->label > 0.0 ? p->label : p->small);
}

void spenn_sheet_page(struct spenn_drawing *chart, struct plan *p, const char *title,
    struct spenn_page *page)
{
    struct spenn_arena *memory = &chart->memory;
    page->title = spenn_arena_text(memory, title ? title : title_of(p));
    page->message = spenn_arena_text(memory, spenn_note_message(p, p->memory));
    page->note = spenn_note_source(p, memory, &page->beyond);
    chart->saved = p->folded.detail < DETAIL_PILES
        ? NULL
        : spenn_note_saved(p, &spenn_words_en, memory);
    spenn_sheet_measure(p, page);
    page->numbered = p->paged;
    page->legend.memory = memory;
    spenn_legend_make(&page->legend, chart, p);
}
