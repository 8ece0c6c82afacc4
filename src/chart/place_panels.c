/* SPDX-License-Identifier: MIT
 * Panels for a flat span: the boxes of one manager grouped by sector or as the model
 * names panels, each group with a title and its count. A group too tall gets several
 * columns, small groups share one. A panel must not look like a level of management. */
#include "place.h"

#include "font.h"

#include <math.h>

struct grid {                   /* what all panels of a tier share */
    double w, cards, indent;    /* of a column of boxes; of it at the right for cards */
    double tallest, gap, split; /* between boxes and columns */
    bool named, stretch;        /* boxes are as wide as their panel lets them be */
};

static struct box *kid_at(const struct plan *p, int32_t i)
{
    return &p->box[p->kid[i]];
}

/* NULL for boxes that no panel holds, where the model names those of others. */
static const char *label_of(
    const struct plan *p, const struct panel *panel, const struct grid *g)
{
    static const double most = 240.0;
    const struct box *kid = kid_at(p, panel->first);
    const char **line;
    struct spenn_font_wrap wrap = {PANEL_LABEL, most, 1, .bold = true};
    const char *name = g->named ? kid->panel : kid->sector;
    if (g->named && name == NULL && g->indent > 0.0) {
        return NULL;
    }
    if (name == NULL && panel->count == p->box[panel->box].part[FIRST]) {
        const struct spenn_names *kinds = &spenn_kinds;
        name = (p->english ? kinds->en : kinds->nb)[kid->m->units.kind[kid->unit]];
    }
    name = name && *name ? name : p->words->other;
    spenn_font_lines(p->memory, spenn_word_capital(p->memory, name), &wrap, &line);
    int32_t units = 0;
    for (int32_t i = 0; i < panel->count; i++) {
        const struct box *each = kid_at(p, panel->first + i);
        units += each->cards ? each->units : 1;
    }
    return spenn_arena_format(p->memory, "%s (%d)", line[0], (int)units);
}

void spenn_place_panel(struct plan *p, const struct panel *panel)
{
    if (p->panels == p->panel_room) {
        p->panel_room = p->panel_room ? p->panel_room * 2 : 16;
        p->panel = spenn_arena_grow(p->memory, p->panel, (size_t)p->panels,
            (size_t)p->panel_room, sizeof *p->panel);
    }
    p->panel[p->panels++] = *panel;
}

static double head_of(const struct panel *panel)
{
    return panel->label ? PANEL_HEAD + PANEL_PAD - 2.0 : 0.0;
}

/* Splits the boxes of a panel in as few columns as are at most so tall, each with its
 * share of what is left; sets the panel's size. */
static void size_panel(struct plan *p, struct panel *panel, const struct grid *g)
{
    double left = 0.0, filled = 0.0, tall = 0.0;
    for (int32_t i = 0; i < panel->count; i++) {
        left += kid_at(p, panel->first + i)->tall + g->gap;
    }
    int32_t columns = (int32_t)ceil(left / (g->tallest + g->gap) - 1e-9);
    double share = left / columns;
    panel->columns = 1;
    for (int32_t i = 0; i < panel->count; i++) {
        struct box *kid = kid_at(p, panel->first + i);
        if (filled >= share - 1e-6 && panel->columns < columns) {
            share = left / (columns - panel->columns);
            panel->columns++;
            filled = 0.0;
        }
        kid->column = panel->columns - 1;
        p->stacked = p->stacked || (kid->weight > 1 && filled > 0.0);
        filled += kid->tall + g->gap;
        left -= kid->tall + g->gap;
        tall = fmax(tall, filled - g->gap);
    }
    double pad = panel->label ? PANEL_PAD : 0.0;
    double label = panel->label ? spenn_font_width(panel->label, PANEL_LABEL, true) : 0.0;
    panel->w = fmax(
        2.0 * pad + panel->columns * (g->w + g->indent) + (panel->columns - 1) * g->split,
        label + PANEL_TEXT + PANEL_PAD);
    panel->h = head_of(panel) + tall + pad + (panel->label ? 2.0 : 0.0);
}

/* One panel for each run of a sector; their columns, small ones stacked. */
static void make_panels(
    struct plan *p, struct box *box, struct tier *tier, const struct grid *g)
{
    double filled = 0.0, tallest = PANEL_HEAD + g->tallest + 2.0 * PANEL_PAD;
    int32_t column = -1;
    tier->panel = p->panels;
    for (int32_t i = 0; i < tier->count;) {
        int32_t n = 1;
        while (i + n < tier->count
            && kid_at(p, tier->first + i + n)->rank == kid_at(p, tier->first + i)->rank) {
            n++;
        }
        spenn_place_panel(p,
            &(struct panel){
                .box = (int32_t)(box - p->box), .first = tier->first + i, .count = n});
        struct panel *panel = &p->panel[p->panels - 1];
        panel->label = label_of(p, panel, g);
        size_panel(p, panel, g);
        bool fits = tier->stack && column >= 0 && panel->columns == 1
            && panel[-1].columns == 1 && panel->label && panel[-1].label
            && filled + PANEL_GAP + panel->h <= tallest;
        column += !fits;
        filled = fits ? filled + PANEL_GAP + panel->h : panel->h;
        panel->column = column;
        p->split = p->split || (tier->ticked && panel->columns > 1);
        i += n;
    }
    tier->panel_count = p->panels - tier->panel;
}

static void fill_panel(struct plan *p, const struct panel *panel, const struct grid *g)
{
    double pad = panel->label ? PANEL_PAD : 0.0, y = 0.0;
    double inner = panel->w - 2.0 * pad - (panel->columns - 1) * g->split;
    double w = g->stretch ? inner / panel->columns - g->indent : g->w;
    for (int32_t i = 0; i < panel->count; i++) {
        struct box *kid = kid_at(p, panel->first + i);
        bool first = i == 0 || kid->column != kid_at(p, panel->first + i - 1)->column;
        y = first ? panel->y + head_of(panel) : y;
        if (g->stretch) {
            kid->w = w - g->cards;
            kid->left = kid->right = kid->w / 2.0;
        }
        kid->x = panel->x + pad + g->indent + kid->left
            + kid->column * (w + g->indent + g->split);
        kid->y = y;
        y += kid->tall + g->gap;
    }
}

static struct grid measure_grid(const struct plan *p, struct tier *tier)
{
    double h = 0.0;
    bool leaves = true, squares = kid_at(p, tier->first)->square;
    struct grid g = {.gap = squares ? SQUARE_GAP : p->gap.list,
        .split = squares ? SQUARE_GAP : PANEL_SPLIT};
    for (int32_t i = 0; i < tier->count; i++) {
        const struct box *kid = kid_at(p, tier->first + i);
        g.w = fmax(g.w, kid->left + kid->right);
        h = fmax(h, kid->h);
        g.cards = kid->cards ? CARDS : g.cards;
        leaves = leaves && kid->weight == 1;
        g.named = g.named || kid->panel;
    }
    g.stretch = leaves && !squares;
    tier->ticked = !squares && (tier->count <= most_ticked || !leaves);
    g.indent = tier->ticked ? PANEL_INDENT : 0.0;
    g.tallest = tier->rows * (h + g.gap) - g.gap;
    return g;
}

double spenn_place_panels(struct plan *p, struct box *box, struct tier *tier)
{
    struct grid g = measure_grid(p, tier);
    make_panels(p, box, tier, &g);
    struct panel *panel = p->panel + tier->panel;
    double x = 0.0, y = tier->top, width = 0.0, tall = 0.0;
    for (int32_t i = 0; i < tier->panel_count; i++) {
        if (i > 0 && panel[i].column != panel[i - 1].column) {
            x += width + (p->between_panels ? PANEL_TIED : PANEL_GAP);
            y = tier->top;
            width = 0.0;
        }
        for (int32_t k = i; k < tier->panel_count && panel[k].column == panel[i].column;
             k++) {
            width = fmax(width, panel[k].w);
        }
        panel[i].x = x;
        panel[i].y = y;
        panel[i].w = width;
        y += panel[i].h + PANEL_GAP;
        tall = fmax(tall, panel[i].y + panel[i].h - tier->top);
    }
    double half = (x + width) / 2.0;
    for (int32_t i = 0; i < tier->panel_count; i++) {
        panel[i].x -= half;
        fill_panel(p, &panel[i], &g);
    }
    box->left = fmax(box->left, half + 8.0);
    box->right = fmax(box->right, half);
    return tall;
}
