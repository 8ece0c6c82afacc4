/* SPDX-License-Identifier: MIT
 * Second lines: each tie is a tree at right angles, grown from its givers to the nearest
 * receiver left, from whatever is drawn of it already; so a lane to many receivers is one
 * line with branches, every stretch of it drawn once. Ways keep clear of boxes, labels
 * and other lines; a tie that finds none, or no place for its name, is left to letters.
 */
#include "lines.h"

#include "frame.h"
#include "place.h"

#include <math.h>

enum { most_boxes = 1500, most_states = 1500000, most_wires = 48, line_toll = 5 };
static const double clear = 4.0, line_clear = 6.0; /* of boxes, of lines along it */
static const double own_lane = 0.5, other_lane = 3.0, crowd_toll = 2.5;
static const double crowded = 14.0; /* above a box */

struct branch { /* of the tree being grown */
    struct path path;
    int32_t end;
};

static double lane_y(const struct plan *p, int32_t lane)
{
    const struct box *top = &p->box[p->top];
    return top->y + top->tier[SECOND].top - p->gap.row / 2.0 - 12.0
        - GAP_LANE * (p->lanes - 1 - lane);
}

/* Tracks beside everything that stands there. */
static void add_tracks(struct grid *grid, const struct area *a)
{
    static const double tracks[] = {6.0, 13.0, 20.0};
    for (int32_t i = 0; i < 3; i++) {
        spenn_grid_y(grid, a->y0 - tracks[i]);
        spenn_grid_y(grid, a->y1 + tracks[i]);
        if (i < 2) {
            spenn_grid_x(grid, a->x0 - tracks[i]);
            spenn_grid_x(grid, a->x1 + tracks[i]);
        }
    }
}

static bool is_line(const struct tie *tie)
{
    return tie->kind >= 0 && tie->letter == 0;
}

static bool make_grid(struct router *r)
{
    struct plan *p = r->p;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit != SPENN_NONE) {
            struct area a = spenn_area_box(box);
            add_tracks(&r->grid, &a);
        }
    }
    for (int32_t i = 0; i < p->frames; i++) {
        const struct area *a = &p->frame[i].area;
        spenn_grid_x(&r->grid, a->x0 - 5.0);
        spenn_grid_x(&r->grid, a->x1 + 5.0);
        add_tracks(&r->grid, a);
    }
    for (int32_t lane = 0; lane < p->lanes; lane++) {
        spenn_grid_y(&r->grid, lane_y(p, lane));
    }
    for (int32_t t = 0; t < p->ties; t++) {
        if (is_line(&p->tie[t])) {
            r->tie = &p->tie[t];
            spenn_router_ends(r);
            spenn_router_coordinates(r);
        }
    }
    return spenn_grid_make(&r->grid);
}

static void block_lines(struct router *r, int32_t first)
{
    for (int32_t w = first; w < r->chart->wires; w++) {
        const struct spenn_drawing_wire *wire = &r->chart->wire[w];
        const struct spenn_drawing_point *p = &r->chart->point[wire->first];
        for (int32_t i = 0; i + 1 < wire->points; i++) {
            spenn_grid_line(&r->grid,
                &(struct area){fmin(p[i].x, p[i + 1].x), fmin(p[i].y, p[i + 1].y),
                    fmax(p[i].x, p[i + 1].x), fmax(p[i].y, p[i + 1].y)},
                line_clear, line_toll);
        }
    }
    spenn_block_lines(&r->blocks, r->chart, first);
}

static void block_edges(struct grid *grid, const struct area *a)
{
    const struct area edges[] = {{a->x0, a->y0, a->x0, a->y1},
        {a->x1, a->y0, a->x1, a->y1}, {a->x0, a->y0, a->x1, a->y0},
        {a->x0, a->y1, a->x1, a->y1}};
    for (int32_t i = 0; i < 4; i++) {
        spenn_grid_line(grid, &edges[i], 4.0, 1);
    }
}

/* A line along the tops of boxes would crowd the arrows and lines that end there. */
static void avoid_tops(struct router *r, const struct area *a)
{
    for (int32_t j = spenn_grid_row(&r->grid, a->y0 - crowded);
         j < r->grid.rows && r->grid.y[j] < a->y0; j++) {
        r->crowded[j] = true;
    }
}

static void block_all(struct router *r)
{
    const struct plan *p = r->p;
    r->crowded = spenn_arena_alloc(p->memory, (size_t)r->grid.rows + 1, sizeof(bool));
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit != SPENN_NONE) {
            struct area a = spenn_area_box(box);
            avoid_tops(r, &a);
            spenn_grid_block(&r->grid,
                &(struct area){a.x0 - clear, a.y0 - clear, a.x1 + clear, a.y1 + clear});
        }
    }
    spenn_block_boxes(&r->blocks, p);
    for (int32_t i = 0; i < p->frames; i++) {
        const struct frame *f = &p->frame[i];
        block_edges(&r->grid, &f->area);
        spenn_grid_block(&r->grid, &f->label);
        spenn_block_edges(&r->blocks, &f->area);
        spenn_block(&r->blocks, &f->label);
    }
    block_lines(r, 0);
}

/* Leads the lane on its own row, and others off those kept for it. */
static void set_tolls(struct router *r)
{
    int32_t own = r->tie->lane;
    for (int32_t j = 0; j < r->grid.rows; j++) {
        r->grid.toll[j] = own >= 0 ? other_lane : r->crowded[j] ? crowd_toll : 1.0;
    }
    for (int32_t lane = 0; lane < r->p->lanes; lane++) {
        r->grid.toll[spenn_grid_row(&r->grid, lane_y(r->p, lane))] =
            lane == own ? own_lane : other_lane;
    }
}

static bool add_point(struct path *path, double x, double y, bool sharp)
{
    if (path->count == sizeof path->point / sizeof *path->point) {
        return false;
    }
    spenn_path_add(path, x, y, sharp);
    return true;
}

/* No other branch runs along the stretch at a border. */
static void close_port(struct router *r, const struct port *port)
{
    const double from = clear + 0.5; /* the way past the port stays open */
    double x = port->entry.x, y = port->entry.y;
    x += port->upright ? 0.0 : copysign(from, port->edge.x - x);
    y += port->upright ? copysign(from, port->edge.y - y) : 0.0;
    spenn_grid_line(&r->grid,
        &(struct area){fmin(x, port->edge.x), fmin(y, port->edge.y),
            fmax(x, port->edge.x), fmax(y, port->edge.y)},
        clear, 0);
}

/* The way found, from its start to the border of its goal; givers lead to the tree. */
static bool take_way(struct router *r, const struct search *s, struct branch *branch)
{
    const struct grid *grid = &r->grid;
    const struct port *goal = &s->to[s->goal];
    struct path *path = &branch->path;
    *branch = (struct branch){.end = goal->end};
    bool fits = true;
    if (s->start >= 0) {
        const struct port *port = &s->from[s->start];
        fits = add_point(path, port->edge.x, port->edge.y, true);
        close_port(r, port);
    }
    for (int32_t i = 0; i < s->steps && fits; i++) {
        bool tree = s->start < 0 && i == 0;
        fits = add_point(path, grid->x[s->way[i] % grid->columns],
            grid->y[s->way[i] / grid->columns], tree);
    }
    fits = fits && add_point(path, goal->edge.x, goal->edge.y, true);
    close_port(r, goal);
    for (int32_t i = 0; i < s->steps && fits; i++) {
        *(int32_t *)spenn_drawing_add(
            r->p->memory, (void **)&r->tree, &r->nodes, sizeof *r->tree) = s->way[i];
    }
    return fits;
}

static int32_t left_of(const struct router *r, bool gives)
{
    int32_t left = 0;
    for (int32_t e = 0; e < r->ends; e++) {
        left += !r->end[e].joined && r->end[e].gives == gives;
    }
    return left;
}

/* The next branch: first from any giver to any receiver, then from the tree to the
 * receivers left, then from the givers left to the tree. */
static bool grow(struct router *r, struct branch *branch)
{
    struct search s = {.tree = r->tree, .nodes = r->nodes};
    struct port *from = NULL, *to = NULL;
    s.goals = spenn_router_ports(r, left_of(r, false) == 0, &to);
    if (r->nodes == 0) {
        s.starts = spenn_router_ports(r, true, &from);
    }
    s.from = from;
    s.to = to;
    if (!spenn_grid_search(&r->grid, &s) || !take_way(r, &s, branch)) {
        return false;
    }
    r->end[branch->end].joined = true;
    if (from && s.start >= 0) {
        r->end[from[s.start].end].joined = true;
    }
    return true;
}

static const struct end *first_end(const struct router *r, bool gives)
{
    int32_t e = 0;
    while (r->end[e].gives != gives) {
        e++;
    }
    return &r->end[e];
}

static void reverse(struct path *path)
{
    for (int32_t i = 0; i < path->count / 2; i++) {
        struct spenn_drawing_point point = path->point[i];
        path->point[i] = path->point[path->count - 1 - i];
        path->point[path->count - 1 - i] = point;
    }
}

int32_t spenn_tie_look(const struct tie *tie)
{
    static const int32_t looks[SPENN_LINE_COUNT] = {
        [SPENN_LINE_PROFESSIONAL] = WIRE_PROFESSIONAL,
        [SPENN_LINE_ADMINISTRATIVE] = WIRE_ADMINISTRATIVE,
        [SPENN_LINE_ADVISORY] = WIRE_ADVISORY,
        [SPENN_LINE_CONTRACT] = WIRE_CONTRACT};
    return looks[tie->kind];
}

bool spenn_tie_leads(const struct tie *tie)
{
    return tie->kind == SPENN_LINE_PROFESSIONAL || tie->kind == SPENN_LINE_ADMINISTRATIVE;
}

const char *spenn_tie_color(const struct tie *tie)
{
    return tie->hue >= 0 ? spenn_lane_colors[tie->hue]
                         : spenn_wire_looks[spenn_tie_look(tie)].color;
}

static void draw(struct router *r, struct branch *branch)
{
    const struct end *end = &r->end[branch->end];
    const struct end *other = first_end(r, !end->gives);
    int32_t ends[2] = {
        end->gives ? end->box : other->box, end->gives ? other->box : end->box};
    if (end->gives) {
        reverse(&branch->path);
    }
    struct spenn_drawing_wire *wire =
        spenn_sheet_wire(r->chart, r->p, ends, spenn_tie_look(r->tie), &branch->path);
    if (end->gives) {
        wire->arrow = SPENN_ARROW_NONE;
    }
    wire->color = spenn_tie_color(r->tie);
}

/* Corners at which another branch leaves are not rounded. */
static void sharpen_at(struct spenn_drawing *chart, const struct spenn_drawing_wire *wire,
    const struct spenn_drawing_point *tip)
{
    for (int32_t i = wire->first + 1; i + 1 < wire->first + wire->points; i++) {
        struct spenn_drawing_point *p = &chart->point[i];
        p->sharp = p->sharp || (fabs(p->x - tip->x) < 0.1 && fabs(p->y - tip->y) < 0.1);
    }
}

static void sharpen(struct spenn_drawing *chart, int32_t first)
{
    for (int32_t v = first; v < chart->wires; v++) {
        for (int32_t w = first; w < chart->wires; w++) {
            const struct spenn_drawing_wire *a = &chart->wire[v], *b = &chart->wire[w];
            struct spenn_drawing_point begin = chart->point[b->first];
            struct spenn_drawing_point end = chart->point[b->first + b->points - 1];
            sharpen_at(chart, a, &begin);
            sharpen_at(chart, a, &end);
        }
    }
}

static bool route(struct router *r, struct tie *tie)
{
    int32_t first = r->chart->wires;
    spenn_router_ends(r);
    set_tolls(r);
    if (r->ends > most_wires) {
        return false;
    }
    struct branch *branch =
        spenn_arena_alloc(r->p->memory, (size_t)r->ends, sizeof *branch);
    int32_t branches = 0;
    while (left_of(r, false) + left_of(r, true) > 0) {
        if (!grow(r, &branch[branches])) {
            return false;
        }
        branches++;
    }
    for (int32_t i = 0; i < branches; i++) {
        draw(r, &branch[i]);
    }
    sharpen(r->chart, first);
    block_lines(r, first);
    spenn_router_label(r, tie, first);
    return true;
}

void spenn_sheet_lines(struct spenn_drawing *chart, struct plan *p)
{
    static const double places[lane_colors] = {-0.34, -0.2, 0.2, 0.34};
    struct router r = {.chart = chart,
        .p = p,
        .blocks.memory = p->memory,
        .grid = {.memory = p->memory, .budget = most_states}};
    int32_t lines = 0, hues = 0;
    for (int32_t t = 0; t < p->ties; t++) {
        lines += is_line(&p->tie[t]);
    }
    if (lines == 0 || p->count > most_boxes || !make_grid(&r)) {
        return;
    }
    block_all(&r);
    for (int32_t t = 0; t < p->ties; t++) {
        struct tie *tie = &p->tie[t];
        if (is_line(tie)) {
            bool own = tie->kind == SPENN_LINE_PROFESSIONAL;
            tie->hue = own ? hues : -1;
            r.tie = tie;
            r.own = own && hues < lane_colors ? places[hues] : 0.0;
            tie->drawn = (!own || hues < lane_colors) && route(&r, tie);
            hues += own && tie->drawn;
        }
    }
    for (int32_t i = 0; i < chart->points; i++) {
        p->x0 = fmin(p->x0, chart->point[i].x);
        p->x1 = fmax(p->x1, chart->point[i].x);
        p->y0 = fmin(p->y0, chart->point[i].y);
        p->y1 = fmax(p->y1, chart->point[i].y);
    }
}
