/* SPDX-License-Identifier: MIT
 * The rectangle of a frame and the place of its label. Several paddings are tried, the
 * edges led apart from those of other frames outward or inward, with and without a strip
 * for the label above or below; the first that holds the members alone, and whose edges
 * and label meet nothing, is taken. Linear in boxes and lines for each. */
#include "frame.h"

#include "font.h"

#include <math.h>

static const double hair = 1.0;   /* between an edge and a box outside */
static const double apart = 4.0;  /* between edges of frames */
static const double nested = 5.0; /* around a frame inside */
static const double beside = 2.5; /* between an edge and a line along it */
static const double corner = 8.0; /* from the edge to the label */
static const double indent = 3.0; /* between the members and the edge, least */

enum relation { APART, INSIDE, AROUND, CROSSED };

static enum relation relate(
    const struct framing *k, const struct frame *f, const struct frame *g)
{
    int32_t shared = 0;
    for (int32_t i = 0; i < g->members; i++) {
        shared += k->mark[g->member[i]] == k->now;
    }
    return shared == 0         ? APART
        : shared == g->members ? AROUND
        : shared == f->members ? INSIDE
                               : CROSSED;
}

/* Leads an edge away from another, further out (sign) or back. */
static double lead(double edge, double other, double sign, bool outward)
{
    return fabs(edge - other) >= apart - 1e-6 ? edge
        : outward                             ? other + sign * apart
                                              : other - sign * apart;
}

static void lead_apart(struct area *a, const struct area *b, bool outward)
{
    if (a->y0 < b->y1 + apart && b->y0 < a->y1 + apart) {
        a->x0 = lead(lead(a->x0, b->x0, -1.0, outward), b->x1, -1.0, outward);
        a->x1 = lead(lead(a->x1, b->x1, 1.0, outward), b->x0, 1.0, outward);
    }
    if (a->x0 < b->x1 + apart && b->x0 < a->x1 + apart) {
        a->y0 = lead(lead(a->y0, b->y0, -1.0, outward), b->y1, -1.0, outward);
        a->y1 = lead(lead(a->y1, b->y1, 1.0, outward), b->y0, 1.0, outward);
    }
}

static bool contains(const struct area *a, const struct area *b, double by)
{
    return a->x0 <= b->x0 - by + 1e-6 && a->y0 <= b->y0 - by + 1e-6
        && a->x1 >= b->x1 + by - 1e-6 && a->y1 >= b->y1 + by - 1e-6;
}

/* Takes the other frames into account; false when that cannot be. */
static bool settle(const struct framing *k, const struct area *core,
    const enum relation *relation, struct area *a, bool outward)
{
    for (int32_t i = 0; i < k->p->frames; i++) {
        const struct area *g = &k->p->frame[i].area;
        if (relation[i] == AROUND) {
            *a = (struct area){fmin(a->x0, g->x0 - nested), fmin(a->y0, g->y0 - nested),
                fmax(a->x1, g->x1 + nested), fmax(a->y1, g->y1 + nested)};
        } else if (relation[i] == INSIDE) {
            *a = (struct area){fmax(a->x0, g->x0 + apart), fmax(a->y0, g->y0 + apart),
                fmin(a->x1, g->x1 - apart), fmin(a->y1, g->y1 - apart)};
        }
    }
    for (int32_t i = 0; i < k->p->frames; i++) {
        if (relation[i] == CROSSED || relation[i] == APART) {
            lead_apart(a, &k->p->frame[i].area, outward);
        }
    }
    bool settled = contains(a, core, indent);
    for (int32_t i = 0; i < k->p->frames && settled; i++) {
        const struct frame *g = &k->p->frame[i];
        struct area again = *a;
        lead_apart(&again, &g->area, outward);
        bool still = again.x0 == a->x0 && again.x1 == a->x1 && again.y0 == a->y0
            && again.y1 == a->y1;
        settled = relation[i] == AROUND        ? contains(a, &g->area, apart)
            : relation[i] == INSIDE            ? contains(&g->area, a, apart)
            : relation[i] == APART && g->panel ? !spenn_areas_meet(a, &g->area)
                                               : still;
    }
    return settled;
}

/* Whether a line runs along one of the edges. */
static bool is_traced(const struct spenn_drawing *chart, const struct area *a)
{
    bool traced = false;
    for (int32_t w = 0; w < chart->wires; w++) {
        const struct spenn_drawing_point *p = &chart->point[chart->wire[w].first];
        for (int32_t i = 0; i + 1 < chart->wire[w].points && !traced; i++) {
            double x0 = fmin(p[i].x, p[i + 1].x), x1 = fmax(p[i].x, p[i + 1].x);
            double y0 = fmin(p[i].y, p[i + 1].y), y1 = fmax(p[i].y, p[i + 1].y);
            traced = x1 - x0 < y1 - y0 ? y0 < a->y1 && y1 > a->y0
                    && fmin(fabs(x0 - a->x0), fabs(x0 - a->x1)) < beside
                                       : x0 < a->x1 && x1 > a->x0
                    && fmin(fabs(y0 - a->y0), fabs(y0 - a->y1)) < beside;
        }
    }
    return traced;
}

/* Whether an edge runs through the label of another frame. */
static bool cuts_label(const struct plan *p, const struct area *a)
{
    bool cut = false;
    for (int32_t i = 0; i < p->frames && !cut; i++) {
        const struct area *label = &p->frame[i].label;
        cut = spenn_areas_meet(a, label) && !contains(a, label, 1.0);
    }
    return cut;
}

/* Along the upper edge, else along the lower one. */
static bool place_label(struct framing *k, struct frame *f)
{
    double h = k->p->label, w = spenn_font_width(f->text, h, true), x = 0.0;
    struct area band = {
        f->area.x0 + corner, f->area.y0 + 2.5, f->area.x1 - corner, f->area.y0 + 2.5 + h};
    if (!spenn_room(&k->blocks, &band, w, &x)) {
        band.y1 = f->area.y1 - 2.5;
        band.y0 = band.y1 - h;
        if (!spenn_room(&k->blocks, &band, w, &x)) {
            return false;
        }
    }
    f->label = (struct area){x, band.y0, x + w, band.y1};
    return true;
}

struct way {                        /* to lay a frame around its members */
    double pad, above, below, left; /* left: share of what the label makes it wider */
    bool outward;
};

static bool try_way(struct framing *k, struct frame *f, const enum relation *relation,
    const struct way *way)
{
    struct area core = f->area,
                a = {core.x0 - way->pad, core.y0 - way->pad, core.x1 + way->pad,
                    core.y1 + way->pad};
    double width = spenn_font_width(f->text, k->p->label, true) + 2.0 * corner;
    double more = fmax(0.0, width - (a.x1 - a.x0));
    a.x0 -= more * way->left;
    a.x1 += more * (1.0 - way->left);
    bool fits = settle(k, &core, relation, &a, way->outward);
    a.y0 -= way->above;
    a.y1 += way->below;
    fits = fits && settle(k, &core, relation, &a, way->outward) && !cuts_label(k->p, &a)
        && !is_traced(k->chart, &a);
    struct area wide = {a.x0 - hair, a.y0 - hair, a.x1 + hair, a.y1 + hair};
    fits = fits && spenn_frame_held(k, f, &wide) == f->members;
    f->area = a;
    if (fits && place_label(k, f)) {
        return true;
    }
    f->area = core;
    return false;
}

bool spenn_frame_fit(struct framing *k, struct frame *f)
{
    static const double strips[][2] = {{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}};
    static const double lefts[] = {0.5, 0.0, 1.0};
    static const double pads[] = {6.0, 4.0, 9.0}; /* the last: around a lane */
    enum { ways = 54 };
    double strip = k->p->label + 3.5;
    size_t count = (size_t)k->p->frames + 1;
    enum relation *relation = spenn_arena_alloc(k->p->memory, count, sizeof *relation);
    for (int32_t i = 0; i < k->p->frames; i++) {
        relation[i] = relate(k, f, &k->p->frame[i]);
    }
    bool fits = false;
    for (int32_t i = 0; i < ways && !fits; i++) {
        struct way way = {pads[i % 18 / 6], strip * strips[i % 3][0],
            strip * strips[i % 3][1], lefts[i / 18], i % 6 < 3};
        fits = try_way(k, f, relation, &way);
    }
    for (int32_t i = 0; i < k->p->frames && fits; i++) {
        struct frame *g = &k->p->frame[i];
        bool crossed = (relation[i] == CROSSED || relation[i] == APART)
            && spenn_areas_meet(&f->area, &g->area);
        f->crossed = f->crossed || crossed;
        f->inside = f->inside || (relation[i] == INSIDE && g->panel);
        g->crossed = g->crossed || (crossed && g->look == FRAME_SECOND);
    }
    return fits;
}
