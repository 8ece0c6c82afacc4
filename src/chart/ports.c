/* SPDX-License-Identifier: MIT
 * Where second lines may leave and reach boxes: several places on each side, the cheapest
 * where such a line is expected. A port is free when the stretch before it meets no
 * box and no label of a frame, and runs along no line. */
#include "lines.h"

#include "frame.h"

#include <math.h>

enum { TOP, BOTTOM, LEFT, RIGHT, SIDE_COUNT };
static const double leave_by = 6.0, arrive_by = 9.0; /* stretches before the border */
static const double apart = 5.0;                     /* from other lines */
static const double places[] = {0.0, -0.2, 0.2, -0.34, 0.34, -0.44, 0.44};
enum { place_count = sizeof places / sizeof *places, side_places = 3 };

static bool is_among(int32_t wanted, const int32_t *box, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (box[i] == wanted) {
            return true;
        }
    }
    return false;
}

/* The panel whose boxes these are, or NULL. */
static const struct panel *whole_panel(
    const struct plan *p, const int32_t *box, int32_t count)
{
    const struct panel *found = NULL;
    for (int32_t i = 0; i < p->panels && found == NULL; i++) {
        const struct panel *panel = &p->panel[i];
        bool same = panel->label && panel->count == count && count > 1;
        for (int32_t k = 0; same && k < count; k++) {
            same = is_among(p->kid[panel->first + k], box, count);
        }
        found = same ? panel : NULL;
    }
    return found;
}

static void add_ends(struct router *r, const int32_t *box, int32_t count, bool gives)
{
    const struct plan *p = r->p;
    const struct panel *panel = whole_panel(p, box, count);
    if (panel) {
        r->end[r->ends++] = (struct end){
            .area = {panel->x, panel->y, panel->x + panel->w, panel->y + panel->h},
            .box = box[0],
            .gives = gives,
            .panel = true};
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        const struct box *b = &p->box[box[i]];
        r->end[r->ends++] = (struct end){.area = spenn_area_box(b),
            .box = box[i],
            .gives = gives,
            .hangs = b->level == hung};
    }
}

void spenn_router_ends(struct router *r)
{
    const struct tie *tie = r->tie;
    size_t room = (size_t)tie->sources + (size_t)tie->receivers;
    r->end = spenn_arena_alloc(r->p->memory, room, sizeof *r->end);
    r->ends = 0;
    r->nodes = 0;
    add_ends(r, tie->source, tie->sources, true);
    add_ends(r, tie->receiver, tie->receivers, false);
}

/* In a row lines come from above and go on below, in a list they keep to the right. */
static const double costs[2][2][SIDE_COUNT] = {
    {{0.0, 14.0, 30.0, 30.0}, {14.0, 0.0, 30.0, 30.0}},
    {{40.0, 40.0, 8.0, 0.0}, {40.0, 40.0, 8.0, 0.0}},
};

/* One of the places on a side; false when there is none. A panel has one at its title. */
static bool port_at(const struct router *r, const struct end *end, int32_t side,
    int32_t place, struct port *port)
{
    const struct area *a = &end->area;
    bool upright = side == TOP || side == BOTTOM;
    if (place >= (upright ? place_count : side_places) || (end->panel && place > 0)) {
        return false;
    }
    double by = end->gives ? leave_by : arrive_by;
    double x = (a->x0 + a->x1) / 2.0 + places[place] * (a->x1 - a->x0);
    double y = end->panel ? a->y0 + 8.0
                          : (a->y0 + a->y1) / 2.0 + places[place] * 1.5 * (a->y1 - a->y0);
    double sign = side == TOP || side == LEFT ? -1.0 : 1.0;
    if (upright) {
        y = side == TOP ? a->y0 : a->y1;
    } else {
        x = side == LEFT ? a->x0 : a->x1;
    }
    double own = upright && !end->gives ? r->own : 0.0;
    *port = (struct port){.edge = {x, y, true},
        .entry = {upright ? x : x + sign * by, upright ? y + sign * by : y, false},
        .upright = upright,
        .end = (int32_t)(end - r->end),
        .cost = costs[end->hangs][end->gives][side] + 100.0 * fabs(places[place] - own)};
    return true;
}

void spenn_router_coordinates(struct router *r)
{
    enum { all = SIDE_COUNT * place_count };
    struct port port;
    for (int32_t i = 0; i < r->ends * all; i++) {
        if (port_at(r, &r->end[i / all], i % all / place_count, i % place_count, &port)) {
            spenn_grid_x(&r->grid, port.entry.x);
            spenn_grid_y(&r->grid, port.entry.y);
        }
    }
}

/* Whether a line runs along the stretch. */
static bool is_beside(
    const struct spenn_drawing *chart, const struct area *a, bool upright)
{
    bool beside = false;
    for (int32_t w = 0; w < chart->wires; w++) {
        const struct spenn_drawing_point *p = &chart->point[chart->wire[w].first];
        for (int32_t i = 0; i + 1 < chart->wire[w].points && !beside; i++) {
            bool along =
                (fabs(p[i].x - p[i + 1].x) < fabs(p[i].y - p[i + 1].y)) == upright;
            struct area s = {fmin(p[i].x, p[i + 1].x) - (upright ? apart : 0.0),
                fmin(p[i].y, p[i + 1].y) - (upright ? 0.0 : apart),
                fmax(p[i].x, p[i + 1].x) + (upright ? apart : 0.0),
                fmax(p[i].y, p[i + 1].y) + (upright ? 0.0 : apart)};
            beside = along && spenn_areas_meet(&s, a);
        }
    }
    return beside;
}

static bool is_free(const struct router *r, const struct port *port)
{
    struct area a = {fmin(port->edge.x, port->entry.x), fmin(port->edge.y, port->entry.y),
        fmax(port->edge.x, port->entry.x), fmax(port->edge.y, port->entry.y)};
    struct area wide = {a.x0 - 2.0, a.y0 - 2.0, a.x1 + 2.0, a.y1 + 2.0};
    const struct end *end = &r->end[port->end];
    bool met = is_beside(r->chart, &a, port->upright);
    for (int32_t b = 0; b < r->p->count && !met; b++) {
        struct area own = spenn_area_box(&r->p->box[b]);
        met = r->p->box[b].unit != SPENN_NONE && (end->panel || b != end->box)
            && spenn_areas_meet(&wide, &own);
    }
    for (int32_t f = 0; f < r->p->frames && !met; f++) {
        met = spenn_areas_meet(&a, &r->p->frame[f].label);
    }
    return !met;
}

int32_t spenn_router_ports(const struct router *r, bool gives, struct port **port)
{
    enum { all = SIDE_COUNT * place_count };
    int32_t count = 0;
    *port = spenn_arena_alloc(r->p->memory, (size_t)r->ends * all + 1, sizeof **port);
    for (int32_t i = 0; i < r->ends * all; i++) {
        const struct end *end = &r->end[i / all];
        struct port *next = &(*port)[count];
        if (!end->joined && end->gives == gives
            && port_at(r, end, i % all / place_count, i % place_count, next)
            && is_free(r, next)) {
            next->node = spenn_grid_node(&r->grid, next->entry.x, next->entry.y);
            count++;
        }
    }
    return count;
}
