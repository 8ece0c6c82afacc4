/* SPDX-License-Identifier: MIT
 * Each detail is laid out once, as papers differ in size only, and not at all when its
 * boxes alone would be too large. */
#include "fit.h"
#include "fold.h"

#include <math.h>

static const double least_text = 6.0, tolerance = 1e-9, name_size = 9.5, note_size = 7.5;
static const double box_area = 64.0 * 15.0, square_area = 180.0; /* at least */
static const double better = 1.25; /* so much larger, lists are drawn instead of boxes */
enum { papers = 5 };

/* A chart of changes or of a measure shows every unit concerned, and one of several on a
 * sheet all that the others show. */
static bool allowed(const struct fitting *f, int32_t detail)
{
    if (detail == DETAIL_FULL) {
        return true;
    }
    return f->all->shading.title == NULL && !f->room_only && detail <= f->part->most
        && (f->all->before == NULL || detail == DETAIL_PILES);
}

static void fold(struct fitting *f, int32_t detail)
{
    struct attempt *a = &f->attempt[detail];
    const struct plan *finer = detail > 0 ? &f->attempt[detail - 1].p : NULL;
    a->p.memory = &a->memory;
    a->page = *f->page;
    spenn_plan_part(f->all, f->part, &a->p);
    a->p.bound = f->part->page != NULL;
    a->p.folded.detail = detail;
    spenn_plan_link(&a->p);
    spenn_plan_fold(&a->p);
    a->folded = true;
    a->differs = finer == NULL || a->p.folded.lists != finer->folded.lists
        || a->p.folded.piles != finer->folded.piles
        || a->p.folded.squares != finer->folded.squares
        || a->p.folded.notes != finer->folded.notes;
}

/* Size of the smallest text on a paper, in points. */
static double smallest(const struct fitting *f, const struct attempt *a, int32_t paper)
{
    const struct spenn_page *page = &a->page;
    double room = fmin(page->room_w / fmax(1.0, page->x1 - page->x0),
        page->room_h / fmax(1.0, page->y1 - page->y0));
    return f->room_only ? room * page->small : spenn_page_smallest(page, paper);
}

static void lay(struct attempt *a)
{
    if (!a->laid) {
        a->laid = true;
        spenn_sheet_lay(&a->p, &a->page);
    }
}

static void draw_once(const struct fitting *f, struct attempt *a)
{
    lay(a);
    if (!a->drawn) {
        a->drawn = true;
        spenn_sheet_make(&a->p, &a->chart, f->title, &a->page);
    }
}

/* Whether its text is large enough. Lines and frames make no chart smaller: it is drawn
 * only when its boxes fit. */
static bool reaches(const struct fitting *f, struct attempt *a, int32_t paper)
{
    lay(a);
    if (smallest(f, a, paper) < least_text - tolerance) {
        return false;
    }
    draw_once(f, a);
    return smallest(f, a, paper) >= least_text - tolerance;
}

/* The paper on which all is shown, or 0 when that is not known. */
static int32_t paper_of_all(struct fitting *f)
{
    struct attempt *a = &f->attempt[DETAIL_FULL];
    int32_t paper = a->laid && !f->room_only ? 1 : 0;
    while (paper > 0 && !reaches(f, a, paper)) {
        paper = paper < papers ? paper + 1 : 0;
    }
    return paper;
}

static void draw(struct fitting *f, int32_t detail)
{
    struct attempt *a = &f->attempt[detail];
    if (!a->drawn) {
        a->p.folded.see = detail > DETAIL_LISTED ? paper_of_all(f) : 0;
        draw_once(f, a);
    }
}

/* Whether the boxes alone, as small as they may be, are more than the paper has room for.
 */
static bool too_many(const struct fitting *f, const struct attempt *a, int32_t paper)
{
    struct spenn_page page = *f->page;
    double boxes = a->p.count - a->p.folded.squares;
    double least = least_text / (a->p.folded.notes > 0 ? note_size : name_size);
    page.paper = paper;
    if (!f->room_only) {
        spenn_page_room(&page);
    }
    return (boxes * box_area + a->p.folded.squares * square_area) * least * least
        > page.room_w * page.room_h;
}

static bool fits(struct fitting *f, int32_t detail, int32_t paper)
{
    struct attempt *a = &f->attempt[detail];
    if (!a->folded) {
        fold(f, detail);
    }
    if ((!a->differs && !a->drawn) || too_many(f, a, paper)) {
        return false;
    }
    lay(a);
    if (smallest(f, a, paper) < least_text - tolerance) {
        return false;
    }
    draw(f, detail);
    return smallest(f, a, paper) >= least_text - tolerance;
}

/* Whether lists of positions are so much larger than boxes, which fit as well. */
static bool prefers_lists(struct fitting *f, int32_t paper)
{
    const struct attempt *full = &f->attempt[DETAIL_FULL];
    const struct attempt *listed = &f->attempt[DETAIL_LISTED];
    return allowed(f, DETAIL_LISTED) && fits(f, DETAIL_LISTED, paper)
        && smallest(f, listed, paper) * full->page.small
        > better * smallest(f, full, paper) * listed->page.small;
}

/* The detail for a paper, or -1. */
static int32_t detail_for(struct fitting *f, int32_t paper)
{
    for (int32_t d = 0; d < DETAIL_COUNT; d++) {
        if (allowed(f, d) && fits(f, d, paper)) {
            return d == DETAIL_FULL && prefers_lists(f, paper) ? DETAIL_LISTED : d;
        }
    }
    return -1;
}

static int32_t choose(struct fitting *f)
{
    int32_t first = f->page->paper > 0 ? f->page->paper : 1;
    int32_t last = f->page->paper > 0 || f->room_only ? first : papers;
    for (int32_t paper = first; paper <= last; paper++) {
        int32_t detail = detail_for(f, paper);
        if (detail >= 0) {
            return detail;
        }
    }
    /* Nothing does. On a paper of one's own all; else as little as there is. */
    int32_t detail = DETAIL_FULL;
    for (int32_t d = 0; d < DETAIL_COUNT && f->page->paper > 0; d++) {
        detail = f->attempt[d].folded && f->attempt[d].differs ? d : detail;
    }
    draw(f, detail);
    return detail;
}

struct attempt *spenn_fit(struct fitting *f)
{
    return &f->attempt[choose(f)];
}

void spenn_fit_free(struct fitting *f)
{
    for (int32_t d = 0; d < DETAIL_COUNT; d++) {
        spenn_drawing_free(&f->attempt[d].chart);
        spenn_arena_free(&f->attempt[d].memory);
    }
}
