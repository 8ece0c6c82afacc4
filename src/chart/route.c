/* SPDX-License-Identifier: MIT
 * Routes the line as an incremental bus: every stretch is drawn once, by the edge to the
 * nearest child that needs it; the next one out starts where that left the bus. Strokes
 * drawn over each other would look heavier and fill the gaps of dashes. A child whose
 * line is new or ends draws only its own drop when a line of a stronger look lies further
 * out: what is now never hangs on what was. */
#include "frame.h"
#include "place.h"
#include "sheet.h"

#include "font.h"

#include <math.h>
#include <stdlib.h>

struct route {
    struct spenn_drawing *chart;
    const struct plan *p;
    int32_t box;
    double x, start, y; /* the trunk goes down at x from start to the bus at y */
    bool drawn;         /* the trunk is */
    double lead;        /* where the trunk leaves what is drawn: beside x, or x */
};

struct drop { /* from the bus at x down to boxes: into the top of one, or a list's sides
               */
    double x;
    int32_t first, count;
    bool top, panels; /* first and count are of panels */
    double branch; /* y where it leaves the drop to its left instead of the bus, or 0 */
};

static int32_t look_of(const struct plan *p, int32_t b)
{
    static const int32_t looks[CHANGE_COUNT] = {[CHANGE_NEW] = WIRE_NEW,
        [CHANGE_PART] = WIRE_NEW,
        [CHANGE_SPUN] = WIRE_NEW,
        [CHANGE_GONE] = WIRE_GONE,
        [CHANGE_GHOST] = WIRE_FORMER,
        [CHANGE_ABSORBED] = WIRE_FORMER,
        [CHANGE_DIVIDED] = WIRE_FORMER};
    int32_t change = looks[p->box[b].change];
    return change != WIRE_LINE          ? change
        : p->box[b].look == LOOK_ADVICE ? WIRE_ADVISORY
                                        : WIRE_LINE;
}

enum { strengths = 4 };

/* Which of two lines draws a stretch that both need. */
static int32_t strength(const struct plan *p, int32_t b)
{
    static const int32_t strength_of[WIRE_COUNT] = {
        [WIRE_LINE] = strengths - 1, [WIRE_NEW] = 2, [WIRE_ADVISORY] = 1};
    return strength_of[look_of(p, b)];
}

/* The upper end of the trunk, led there from the bus above if it lies beside it. */
static void begin(struct route *r, struct path *path)
{
    if (r->lead != r->x) {
        spenn_path_add(path, r->lead, r->start, true);
        r->lead = r->x;
    }
    spenn_path_add(path, r->x, r->start, false);
}

static void draw(const struct route *r, int32_t kid, const struct path *path)
{
    if (r->p->box[r->box].unit != SPENN_NONE) {
        spenn_sheet_wire(
            r->chart, r->p, (int32_t[]){r->box, kid}, look_of(r->p, kid), path);
    }
}

/* Draws the list of a drop; `head` leads to (x, y) and is carried by its first line. A
 * line is only a tick where a stronger one goes further. */
static void draw_list(
    const struct route *r, const struct drop *d, struct path *head, double y)
{
    int32_t furthest[strengths] = {0}; /* of lines at least so strong, and one more */
    for (int32_t i = 0; i < d->count; i++) {
        for (int32_t s = strength(r->p, r->p->kid[d->first + i]); s >= 0; s--) {
            furthest[s] = i + 1;
        }
    }
    if (head->count == 0) {
        spenn_path_add(head, d->x, y, true);
    }
    for (int32_t i = 0; i < d->count; i++) {
        int32_t kid = r->p->kid[d->first + i];
        const struct box *box = &r->p->box[kid];
        double middle = box->y + box->h / 2.0, edge = box->x - box->w / 2.0;
        struct path path = {0};
        int32_t own = strength(r->p, kid);
        if (own == strengths - 1 || i >= furthest[own + 1]) {
            path = *head;
            head->count = 0;
            spenn_path_add(head, d->x, middle, true);
        }
        spenn_path_add(&path, d->x, middle, i < d->count - 1 || path.count == 0);
        spenn_path_add(&path, edge, middle, true);
        draw(r, kid, &path);
    }
}

/* The edge to the first box of a panel stands for those to all of them. */
static void draw_panels(
    const struct route *r, const struct drop *d, const struct path *head)
{
    const struct panel *panel = &r->p->panel[d->first];
    double from = 0.0;
    for (int32_t i = 0; i < d->count; i++) {
        double tick = panel[i].y + PANEL_HEAD / 2.0 + 1.0;
        struct path path = *head;
        if (i > 0) {
            path = (struct path){0};
            spenn_path_add(&path, d->x, from, true);
        }
        if (d->count > 1) {
            spenn_path_add(&path, d->x, tick, i < d->count - 1);
            spenn_path_add(&path, panel[i].x, tick, true);
        } else {
            spenn_path_add(&path, d->x, panel[i].y, true);
        }
        from = tick;
        draw(r, r->p->kid[panel[i].first], &path);
    }
}

static void draw_drop(const struct route *r, const struct drop *d, struct path *head)
{
    if (d->panels) {
        draw_panels(r, d, head);
    } else if (d->top) {
        int32_t kid = r->p->kid[d->first];
        spenn_path_add(head, d->x, r->p->box[kid].y, true);
        draw(r, kid, head);
    } else {
        draw_list(r, d, head, r->y);
    }
}

static int32_t drop_strength(const struct route *r, const struct drop *d)
{
    int32_t most = d->panels ? strengths - 1 : 0;
    for (int32_t i = 0; i < d->count && most < strengths - 1; i++) {
        int32_t own = strength(r->p, r->p->kid[d->first + i]);
        most = own > most ? own : most;
    }
    return most;
}

static int32_t strongest(const struct route *r, const struct drop *drop, int32_t n)
{
    int32_t most = -1;
    for (int32_t i = 0; i < n; i++) {
        int32_t own = drop_strength(r, &drop[i]);
        most = own > most ? own : most;
    }
    return most;
}

/* For each of `n` drops from the trunk outward the strongest from it on. */
static const int32_t *strongest_beyond(
    const struct route *r, const struct drop *drop, int32_t n, int32_t step)
{
    int32_t *most = spenn_arena_alloc(r->p->memory, (size_t)n + 1, sizeof *most);
    most[n] = -1;
    for (int32_t i = n; i-- > 0;) {
        int32_t own = drop_strength(r, &drop[i * step]);
        most[i] = own > most[i + 1] ? own : most[i + 1];
    }
    return most;
}

/* One side of the bus, from the trunk outward: drops from, from + step, … `n` of them. */
static void draw_side(
    struct route *r, const struct drop *drop, int32_t n, int32_t step, bool both)
{
    const int32_t *most = strongest_beyond(r, drop, n, step);
    double from = r->x;
    for (int32_t i = 0; i < n; i++) {
        const struct drop *d = &drop[i * step];
        struct path head = {0};
        if (drop_strength(r, d) < most[i + 1]) {
            spenn_path_add(&head, d->x, r->y, true);
            draw_drop(r, d, &head);
            continue;
        }
        if (!r->drawn) {
            begin(r, &head);
            spenn_path_add(&head, r->x, r->y, both);
            r->drawn = true;
        } else {
            spenn_path_add(&head, from, r->y, true);
        }
        spenn_path_add(&head, d->x, r->y, i < n - 1);
        draw_drop(r, d, &head);
        from = d->x;
    }
}

/* Drops are sorted by x. The trunk is drawn by one of the strongest. */
static void draw_bus(struct route *r, const struct drop *drop, int32_t count)
{
    int32_t left = 0, right = 0, most = strongest(r, drop, count);
    while (left < count && drop[left].x < r->x - 1e-6) {
        left++;
    }
    while (right < count - left && drop[count - 1 - right].x > r->x + 1e-6) {
        right++;
    }
    for (int32_t i = left; i < count - right; i++) {
        struct path head = {0};
        if (drop_strength(r, &drop[i]) == most && !r->drawn) {
            begin(r, &head);
            r->drawn = true;
        } else {
            spenn_path_add(&head, r->x, r->y, true);
        }
        draw_drop(r, &drop[i], &head);
    }
    bool middle = r->drawn, first = strongest(r, drop, left) == most;
    for (int32_t side = 0; side < 2; side++) {
        if ((side == 0) == (first || right == 0)) {
            draw_side(r, drop + left - 1, left, -1, right > 0 || middle);
        } else {
            draw_side(r, drop + count - right, right, 1, left > 0 || middle);
        }
    }
}

static int32_t column_drops(const struct plan *p, const struct tier *t, struct drop *drop)
{
    int32_t count = 0;
    for (int32_t i = 0; i < t->count; i++) {
        const struct box *kid = &p->box[p->kid[t->first + i]];
        if (t->mode == MODE_ROW) {
            drop[count] = (struct drop){kid->x, t->first + i, 1, .top = true};
            count++;
        } else if (i == 0 || kid->column != p->box[p->kid[t->first + i - 1]].column) {
            double spine = kid->x - kid->w / 2.0 - SPINE;
            drop[count] = (struct drop){.x = spine, .first = t->first + i, .count = 1};
            count++;
        } else {
            drop[count - 1].count++;
        }
    }
    return count;
}

static double panel_spine(const struct box *kid)
{
    return kid->x - kid->w / 2.0 - PANEL_INDENT - 1.5;
}

/* Whether the spine of a second column would run through the panel's title. */
static bool is_crowded(const struct plan *p, const struct panel *panel)
{
    const struct box *last = &p->box[p->kid[panel->first + panel->count - 1]];
    const struct box *first = &p->box[p->kid[panel->first]];
    double end = panel->x + PANEL_TEXT
        + (panel->label ? spenn_font_width(panel->label, PANEL_LABEL, true) : 0.0);
    return panel->label && last->column > first->column
        && panel_spine(first) + first->w + PANEL_INDENT < end;
}

/* One for each column of a panel. */
static int32_t split_drops(
    const struct plan *p, const struct panel *panel, struct drop *drop)
{
    double branch = is_crowded(p, panel) ? panel->y + PANEL_HEAD + 1.0 : 0.0;
    int32_t count = 0, within = -1;
    for (int32_t k = panel->first; k < panel->first + panel->count; k++) {
        const struct box *kid = &p->box[p->kid[k]];
        if (kid->column != within) {
            drop[count] = (struct drop){
                .x = panel_spine(kid), .first = k, .branch = count > 0 ? branch : 0.0};
            count++;
        }
        within = kid->column;
        drop[count - 1].count++;
    }
    return count;
}

/* Up to 40 boxes in panels have ticks of their own: one spine for each column, which
 * runs on through the panels stacked below. */
static int32_t panel_drops(const struct plan *p, const struct tier *t, struct drop *drop)
{
    int32_t count = 0, column = -1;
    for (int32_t i = 0; i < t->panel_count; i++) {
        const struct panel *panel = &p->panel[t->panel + i];
        if (panel->column == column) {
            drop[count - 1].count += panel->count;
        } else {
            count += split_drops(p, panel, &drop[count]);
        }
        column = panel->column;
    }
    return count;
}

/* Columns that the spine to their left leads to; the others move up in the list. */
static int32_t draw_branches(struct route *r, struct drop *drop, int32_t count)
{
    int32_t left = 0;
    double x = 0.0;
    for (int32_t i = 0; i < count; i++) {
        if (drop[i].branch > 0.0) {
            struct path head = {0};
            spenn_path_add(&head, x, drop[i].branch, true);
            spenn_path_add(&head, drop[i].x, drop[i].branch,
                i + 1 < count && drop[i + 1].branch > 0.0);
            draw_list(r, &drop[i], &head, drop[i].branch);
        } else {
            drop[left] = drop[i];
            left++;
        }
        x = drop[i].x;
    }
    return left;
}

/* More boxes: one line to each panel. Stacked panels have theirs in the gap at the left:
 * a line from panel to panel would read as a level. */
static int32_t bare_drops(const struct plan *p, const struct tier *t, struct drop *drop)
{
    int32_t count = 0;
    for (int32_t i = 0; i < t->panel_count; i++) {
        const struct panel *panel = &p->panel[t->panel + i];
        if (i > 0 && panel[-1].column == panel->column) {
            drop[count - 1].count++;
            drop[count - 1].x = panel->x - PANEL_GAP / 2.0;
        } else {
            double middle = panel->x + panel->w / 2.0;
            drop[count] = (struct drop){middle, t->panel + i, 1, .panels = true};
            count++;
        }
    }
    return count;
}

static void route_tier(struct route *r, const struct tier *t)
{
    struct drop *drop = spenn_arena_alloc(
        r->p->memory, (size_t)(t->count + t->panel_count) + 1, sizeof *drop);
    int32_t count = 0;
    if (t->mode == MODE_PANELS) {
        count = t->ticked ? panel_drops(r->p, t, drop) : bare_drops(r->p, t, drop);
    } else {
        count = column_drops(r->p, t, drop);
    }
    draw_bus(r, drop, draw_branches(r, drop, count));
}

static int compare_sides(const void *left, const void *right)
{
    const struct box *a = *(const struct box *const *)left;
    const struct box *b = *(const struct box *const *)right;
    return a->y != b->y ? (a->y < b->y ? -1 : 1) : (a->x > b->x) - (a->x < b->x);
}

/* Boxes beside the trunk from y = r->start down to `end`; r->start follows the trunk. */
static void route_sides(struct route *r, double end)
{
    const struct tier *t = &r->p->box[r->box].tier[SIDES];
    const struct box **side =
        spenn_arena_alloc(r->p->memory, (size_t)t->count + 1, sizeof *side);
    int32_t count = 0;
    for (int32_t i = 0; i < t->count; i++) {
        const struct box *kid = &r->p->box[r->p->kid[t->first + i]];
        if (kid->y >= r->start && kid->y < end) {
            side[count++] = kid;
        }
    }
    qsort(side, (size_t)count, sizeof *side, compare_sides);
    for (int32_t i = 0; i < count; i++) {
        int32_t kid = (int32_t)(side[i] - r->p->box);
        double middle = side[i]->y + side[i]->h / 2.0;
        double edge = side[i]->x + (side[i]->x < r->x ? 0.5 : -0.5) * side[i]->w;
        struct path path = {0};
        if (look_of(r->p, kid) == WIRE_LINE) {
            begin(r, &path);
            r->start = fmax(r->start, middle);
        }
        spenn_path_add(&path, r->x, middle, true);
        spenn_path_add(&path, edge, middle, true);
        draw(r, kid, &path);
    }
}

static void route_list(struct route *r, int32_t first, int32_t count)
{
    const struct box *box = &r->p->box[r->box];
    struct path head = {0};
    struct drop d = {.x = box->x - box->w / 2.0 + SPINE, .first = first, .count = count};
    if (count > 0) {
        draw_list(r, &d, &head, box->y + box->h);
    }
}

/* The trunk to the second row leaves the first one's bus at the gate. */
static void route_second(struct route *r, const struct box *box)
{
    const struct tier *first = &box->tier[FIRST], *second = &box->tier[SECOND];
    r->drawn = false;
    if (first->count == 0) {
        r->y = box->y + second->bus;
        route_tier(r, second);
        return;
    }
    double gate = box->x + second->gate;
    r->x = r->lead = gate;
    r->start = box->y + first->bus;
    if (second->below_frame) { /* from a deputy's box it would read as that one's units */
        const struct box *deputy = &r->p->box[r->p->kid[first->first]];
        r->start = r->p->frames > 0 && r->p->frame->look == FRAME_GROUP
            ? r->p->frame->area.y1
            : deputy->y + deputy->h;
    }
    const struct box *left = &r->p->box[r->p->kid[first->first]];
    if (first->mode == MODE_ROW && gate < left->x) {
        r->lead = box->x; /* the first row's bus does not reach so far */
    }
    route_sides(r, box->y + second->top);
    r->y = box->y + second->bus;
    route_tier(r, second);
}

static void route_box(struct route *r)
{
    const struct box *box = &r->p->box[r->box];
    r->x = r->lead = box->x;
    r->start = box->y + box->h;
    r->drawn = false;
    if (box->listed) {
        route_list(r, box->kids, box->part[SIDES] + box->part[FIRST] + box->part[SECOND]);
    } else if (box->tier[FIRST].count > 0) {
        route_sides(r, box->y + box->tier[FIRST].top);
        r->y = box->y + box->tier[FIRST].bus;
        route_tier(r, &box->tier[FIRST]);
    } else {
        route_sides(r, box->y + box->tall + 1.0);
    }
    if (!box->listed && box->tier[SECOND].count > 0) {
        route_second(r, box);
    }
}

void spenn_sheet_route(struct spenn_drawing *chart, const struct plan *p)
{
    struct route r = {.chart = chart, .p = p};
    for (r.box = 0; r.box < p->count; r.box++) {
        if (p->box[r.box].weight > 1 && !p->box[r.box].grid && !p->box[r.box].square) {
            route_box(&r);
        }
    }
}
