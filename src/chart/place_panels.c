/* SPDX-License-Identifier: MIT
 * Panels for a flat span: the boxes of one manager grouped by sector, each group with a
 * title and its count. A group of more than R boxes gets several columns, small groups
 * share one. A panel must not look like a level of management. */
#include "place.h"

#include "font.h"

#include <math.h>

static const double label_size = 9.5;

static const char *label_of(const struct plan *p, const struct box *kid, int32_t count)
{
    static const double most = 240.0;
    const char **line;
    struct spenn_font_wrap wrap = {label_size, most, 1, .bold = true};
    const char *name = kid->sector && *kid->sector ? kid->sector : p->words->other;
    spenn_font_lines(p->memory, spenn_word_capital(p->memory, name), &wrap, &line);
    return spenn_arena_format(p->memory, "%s (%d)", line[0], (int)count);
}

static struct panel *add_panel(struct plan *p, const struct panel *panel)
{
    if (p->panels == p->panel_room) {
        p->panel_room = p->panel_room ? p->panel_room * 2 : 16;
        p->panel = spenn_arena_grow(p->memory, p->panel, (size_t)p->panels,
            (size_t)p->panel_room, sizeof *p->panel);
    }
    p->panel[p->panels] = *panel;
    return &p->panel[p->panels++];
}

struct grid { /* sizes all panels of a tier share */
    double w, h, indent, tallest;
};

static void size_panel(
    struct plan *p, struct panel *panel, const struct tier *tier, const struct grid *g)
{
    panel->columns = (panel->count + tier->rows - 1) / tier->rows;
    panel->rows = (panel->count + panel->columns - 1) / panel->columns;
    double label = spenn_font_width(panel->label, label_size, true);
    panel->w = fmax(2.0 * PANEL_PAD + panel->columns * (g->w + g->indent)
            + (panel->columns - 1) * PANEL_SPLIT,
        label + 2.0 * PANEL_PAD + g->indent);
    panel->h = PANEL_HEAD + panel->rows * (g->h + GAP_LIST) - GAP_LIST + 2.0 * PANEL_PAD;
    (void)p;
}

/* One panel for each run of a sector; their columns, small ones stacked. */
static void make_panels(
    struct plan *p, struct box *box, struct tier *tier, const struct grid *g)
{
    double filled = 0.0;
    int32_t column = -1;
    tier->panel = p->panels;
    for (int32_t i = 0; i < tier->count;) {
        const struct box *kid = &p->box[p->kid[tier->first + i]];
        int32_t n = 1;
        while (i + n < tier->count
            && p->box[p->kid[tier->first + i + n]].rank == kid->rank) {
            n++;
        }
        struct panel *panel = add_panel(p,
            &(struct panel){.box = (int32_t)(box - p->box),
                .first = tier->first + i,
                .count = n,
                .label = label_of(p, kid, n)});
        size_panel(p, panel, tier, g);
        bool fits = column >= 0 && panel->columns == 1 && panel[-1].columns == 1
            && filled + PANEL_GAP + panel->h <= g->tallest;
        column += !fits;
        filled = fits ? filled + PANEL_GAP + panel->h : panel->h;
        panel->column = column;
        i += n;
    }
    tier->panel_count = p->panels - tier->panel;
}

static void fill_panel(struct plan *p, const struct panel *panel, const struct grid *g)
{
    double inner = panel->w - 2.0 * PANEL_PAD - (panel->columns - 1) * PANEL_SPLIT;
    double w = inner / panel->columns - g->indent;
    for (int32_t i = 0; i < panel->count; i++) {
        struct box *kid = &p->box[p->kid[panel->first + i]];
        int32_t column = i / panel->rows, row = i % panel->rows;
        kid->w = w;
        kid->left = kid->right = w / 2.0;
        kid->x = panel->x + PANEL_PAD + g->indent + w / 2.0
            + column * (w + g->indent + PANEL_SPLIT);
        kid->y = panel->y + PANEL_HEAD + PANEL_PAD - 2.0 + row * (g->h + GAP_LIST);
        kid->column = column;
    }
}

double spenn_place_panels(struct plan *p, struct box *box, struct tier *tier)
{
    const struct box *kid = &p->box[p->kid[tier->first]];
    struct grid g = {
        .w = kid->w, .h = kid->h, .indent = tier->count <= ticked ? PANEL_INDENT : 0.0};
    g.tallest = PANEL_HEAD + tier->rows * (g.h + GAP_LIST) - GAP_LIST + 2.0 * PANEL_PAD;
    make_panels(p, box, tier, &g);
    struct panel *panel = p->panel + tier->panel;
    double x = 0.0, y = tier->top, width = 0.0, tall = 0.0;
    for (int32_t i = 0; i < tier->panel_count; i++) {
        if (i > 0 && panel[i].column != panel[i - 1].column) {
            x += width + PANEL_GAP;
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
