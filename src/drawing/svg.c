/* SPDX-License-Identifier: MIT
 * A chart as SVG 1.1 that stands alone: no script, no font and no picture from elsewhere.
 * Each unit is a group with a stable id and its own title, in the order a reader would
 * name them, so the drawing can be read aloud, linked to and styled. Numbers are written
 * in hundredths without the locale. */
#include "writing.h"

#include <math.h>
#include <string.h>

enum { as_group = -1 }; /* an anchor that is not said: the start, or the group's */

struct svg {
    struct spenn_sink *out;
    const struct spenn_drawing *chart;
    const struct spenn_svg_how *how;
};

/* `opening` is ` name="`: one piece, as there are many. */
static void put_attribute(struct spenn_sink *out, const char *opening, const char *value)
{
    spenn_put(out, opening);
    spenn_put_xml(out, value);
    spenn_put(out, "\"");
}

static void put_id(const struct svg *svg, const char *opening, const char *id)
{
    spenn_put(svg->out, opening);
    spenn_put(svg->out, svg->how->prefix);
    spenn_put_xml(svg->out, id);
    spenn_put(svg->out, "\"");
}

static void put_label(const struct svg *svg)
{
    put_id(svg, " aria-labelledby=\"", "chart-title");
    put_id(svg, " aria-describedby=\"", "chart-about");
}

static void put_value(struct spenn_sink *out, const char *opening, double value)
{
    spenn_put(out, opening);
    spenn_put_number(out, value);
    spenn_put(out, "\"");
}

struct pen {
    const char *fill, *stroke;
    double width;
    bool dashed, dotted;
};

static void put_pen(struct spenn_sink *out, const struct pen *pen)
{
    put_attribute(out, " fill=\"", pen->fill ? pen->fill : "none");
    if (pen->stroke == NULL) {
        return;
    }
    put_attribute(out, " stroke=\"", pen->stroke);
    put_value(out, " stroke-width=\"", pen->width);
    if (pen->dashed) {
        spenn_put(out, " stroke-dasharray=\"5,2\"");
    } else if (pen->dotted) {
        spenn_put(out, " stroke-dasharray=\"1,5\"");
    }
}

struct rectangle {
    double x, y, w, h, radius;
};

static void put_rectangle(
    struct spenn_sink *out, const struct rectangle *r, const struct pen *pen)
{
    spenn_put(out, "<rect");
    put_value(out, " x=\"", r->x);
    put_value(out, " y=\"", r->y);
    put_value(out, " width=\"", r->w);
    put_value(out, " height=\"", r->h);
    if (r->radius > 0.0) {
        put_value(out, " rx=\"", r->radius);
    }
    put_pen(out, pen);
    spenn_put(out, "/>");
}

static void put_line_of_text(
    struct spenn_sink *out, const struct spenn_drawing_text *t, bool struck)
{
    static const char *const anchors[] = {"", "middle", "end"};
    spenn_put(out, "<text");
    put_value(out, " x=\"", t->x);
    put_value(out, " y=\"", t->y);
    put_value(out, " font-size=\"", t->size);
    put_attribute(out, " fill=\"", t->color);
    if (t->anchor != as_group) {
        put_attribute(out, " text-anchor=\"", anchors[t->anchor + 1]);
    }
    spenn_put(out, t->bold ? " font-weight=\"bold\"" : "");
    spenn_put(out, struck ? " text-decoration=\"line-through\"" : "");
    spenn_put(out, ">");
    spenn_put_xml(out, t->text);
    spenn_put(out, "</text>");
}

/* As Graphviz rounds; dashes and the gap of double borders are those it has, too. */
static double corner(double w, double h)
{
    return fmin(12.0, fmin(w, h) / 3.0);
}

static void put_frame(const struct svg *svg, const struct spenn_drawing_frame *f)
{
    struct spenn_sink *out = svg->out;
    spenn_put(out, "<g");
    put_id(svg, " id=\"", f->id);
    put_attribute(out, " class=\"", f->class);
    spenn_put(out, ">");
    put_rectangle(out,
        &(struct rectangle){
            f->x, f->y, f->w, f->h, f->rounded ? corner(f->w, f->h) : 0.0},
        &(struct pen){f->fill, f->stroke, f->width, f->dashed, false});
    put_line_of_text(out,
        &(struct spenn_drawing_text){
            f->label, f->ink, f->label_x, f->label_y, f->size, -1, true},
        false);
    spenn_put(out, "</g>\n");
}

static void put_point(struct spenn_sink *out, char command, double x, double y)
{
    spenn_put_bytes(out, &command, 1);
    spenn_put_number(out, x);
    spenn_put(out, " ");
    spenn_put_number(out, y);
}

/* A corner is a quadratic curve between the points where it leaves the two stretches. */
static void put_corner(
    struct spenn_sink *out, const struct spenn_drawing_point *p, double radius)
{
    double in = hypot(p[0].x - p[-1].x, p[0].y - p[-1].y);
    double on = hypot(p[1].x - p[0].x, p[1].y - p[0].y);
    double r = p->sharp ? 0.0 : fmin(radius, fmin(in, on) / 2.0);
    if (r <= 0.0) {
        put_point(out, 'L', p->x, p->y);
        return;
    }
    put_point(
        out, 'L', p->x - (p->x - p[-1].x) * r / in, p->y - (p->y - p[-1].y) * r / in);
    put_point(out, 'Q', p->x, p->y);
    put_point(out, ' ', p->x + (p[1].x - p->x) * r / on, p->y + (p[1].y - p->y) * r / on);
}

/* A vee has none and stays open behind. */
static const char *arrow_fill(int32_t arrow, const char *color)
{
    return arrow == SPENN_ARROW_FULL ? color
        : arrow == SPENN_ARROW_OPEN  ? "#FFFFFF"
                                     : NULL;
}

static void put_arrow(struct spenn_sink *out, const struct spenn_drawing_wire *wire,
    const struct spenn_drawing_point *tip, double scale)
{
    double dx = tip->x - tip[-1].x, dy = tip->y - tip[-1].y, length = hypot(dx, dy);
    if (length <= 0.0) {
        return;
    }
    dx *= 5.0 * scale / length;
    dy *= 5.0 * scale / length;
    const char *fill = arrow_fill(wire->arrow, wire->color);
    spenn_put(out, "<path d=\"");
    put_point(out, 'M', tip->x - dx - dy * 0.45, tip->y - dy + dx * 0.45);
    put_point(out, 'L', tip->x, tip->y);
    put_point(out, 'L', tip->x - dx + dy * 0.45, tip->y - dy - dx * 0.45);
    spenn_put(out, fill ? "Z\"" : "\"");
    put_pen(out, &(struct pen){fill, wire->color, wire->width, false, false});
    spenn_put(out, "/>");
}

static void put_route(const struct svg *svg, const struct spenn_drawing_wire *wire)
{
    struct spenn_sink *out = svg->out;
    const struct spenn_drawing_point *p = &svg->chart->point[wire->first];
    spenn_put(out, " d=\"");
    put_point(out, 'M', p->x, p->y);
    for (int32_t i = 1; i < wire->points; i++) {
        if (wire->curved) {
            put_point(out, i == 1 ? 'C' : ' ', p[i].x, p[i].y);
        } else if (i < wire->points - 1) {
            put_corner(out, &p[i], svg->chart->radius);
        } else {
            put_point(out, 'L', p[i].x, p[i].y);
        }
    }
    spenn_put(out, "\"");
    put_pen(out,
        &(struct pen){NULL, wire->color, wire->width, wire->dash == SPENN_DASHED,
            wire->dash == SPENN_DOTTED});
}

static void put_ends(const struct svg *svg, const struct spenn_drawing_wire *wire)
{
    const struct spenn_drawing_box *box = svg->chart->box;
    put_attribute(svg->out, " class=\"", wire->class);
    put_id(svg, " data-from=\"", box[wire->from].id);
    put_id(svg, " data-to=\"", box[wire->to].id);
}

/* "Professional line: Department 1 → Region 2" */
static void put_relation(const struct svg *svg, const struct spenn_drawing_wire *wire)
{
    const struct spenn_drawing_box *box = svg->chart->box;
    spenn_put(svg->out, "<title>");
    spenn_put_xml(svg->out, wire->about);
    spenn_put(svg->out, ": ");
    spenn_put_xml(svg->out, box[wire->from].name);
    spenn_put(svg->out, " \xE2\x86\x92 ");
    spenn_put_xml(svg->out, box[wire->to].name);
    spenn_put(svg->out, "</title>");
}

/* The line is one path; what has a name or an arrow is a group. */
static void put_wire(const struct svg *svg, const struct spenn_drawing_wire *wire)
{
    struct spenn_sink *out = svg->out;
    bool arrow = wire->arrow != SPENN_ARROW_NONE, group = arrow || wire->about;
    spenn_put(out, group ? "<g" : "<path");
    put_ends(svg, wire);
    if (group) {
        spenn_put(out, ">");
        if (wire->about) {
            put_relation(svg, wire);
        }
        spenn_put(out, "<path");
    }
    put_route(svg, wire);
    spenn_put(out, "/>");
    if (arrow) {
        const struct spenn_drawing_point *p = &svg->chart->point[wire->first];
        put_arrow(out, wire, &p[wire->points - 1], svg->chart->radius / 4.0);
    }
    spenn_put(out, group ? "</g>\n" : "\n");
}

static void put_runs(const struct svg *svg, const struct spenn_drawing_box *box)
{
    struct spenn_sink *out = svg->out;
    const struct spenn_drawing *chart = svg->chart;
    const struct spenn_drawing_run *run = &chart->run[box->first];
    double height = 0.0;
    for (int32_t i = 0; i < box->runs; i++) {
        height += run[i].size * SPENN_DRAWING_LINE;
    }
    double y = box->y + (box->h - box->below - height) / 2.0;
    double x = box->x + (box->left > 0.0 ? box->left : box->w / 2.0);
    for (int32_t i = 0; i < box->runs; i++) {
        double line = run[i].size * SPENN_DRAWING_LINE;
        put_line_of_text(out,
            &(struct spenn_drawing_text){run[i].text, run[i].color, x,
                y + line / 2.0 + run[i].size * 0.35, run[i].size,
                box->left > 0.0 ? -1 : as_group, run[i].bold},
            run[i].struck);
        y += line;
    }
}

/* The lowest copy first, each a little to the right of and below the next. */
static void put_cards(
    const struct svg *svg, const struct spenn_drawing_box *box, const struct rectangle *r)
{
    struct spenn_sink *out = svg->out;
    const struct spenn_drawing_style *style = &box->style;
    struct pen pen = {style->fill, style->stroke, style->width, style->dashed, false};
    for (int32_t i = box->cards; i > 0; i--) {
        struct rectangle card = *r;
        card.x += i * SPENN_DRAWING_CARD * svg->chart->radius;
        card.y += i * SPENN_DRAWING_CARD * svg->chart->radius;
        spenn_put(out, "<g class=\"card\" aria-hidden=\"true\">");
        put_rectangle(out, &card, &pen);
        spenn_put(out, "</g>");
    }
}

/* A number with zeros before it, so that files sort. */
static void put_link(const struct svg *svg, int32_t page)
{
    const struct spenn_links *links = svg->how->links;
    char number[32];
    spenn_put(svg->out, "<a href=\"");
    spenn_put_xml(svg->out, links->before);
    size_t digits = strlen(spenn_drawing_number(number, page));
    for (; digits < (size_t)links->digits; digits++) {
        spenn_put(svg->out, "0");
    }
    spenn_put(svg->out, number);
    spenn_put_xml(svg->out, links->after);
    spenn_put(svg->out, "\">");
}

static void put_outline(struct spenn_sink *out, const struct spenn_drawing_style *style,
    const struct rectangle *r)
{
    struct pen pen = {style->fill, style->stroke, style->width, style->dashed, false};
    put_rectangle(out, r, &pen);
    if (style->doubled) {
        double in = 4.0;
        pen.fill = NULL;
        put_rectangle(out,
            &(struct rectangle){r->x + in, r->y + in, r->w - 2 * in, r->h - 2 * in, 0.0},
            &pen);
    }
}

static void put_box(const struct svg *svg, const struct spenn_drawing_box *box)
{
    struct spenn_sink *out = svg->out;
    const struct spenn_drawing_style *style = &box->style;
    struct rectangle r = {
        box->x, box->y, box->w, box->h, style->rounded ? corner(box->w, box->h) : 0.0};
    bool linked = svg->how->links && box->page > 0;
    if (linked) {
        put_link(svg, box->page);
    }
    put_cards(svg, box, &r);
    spenn_put(out, "<g role=\"graphics-symbol\" text-anchor=\"middle\"");
    put_id(svg, " id=\"", box->id);
    put_attribute(out, " class=\"", box->class);
    spenn_put(out, "><title>");
    spenn_put_xml(out, box->about);
    spenn_put(out, "</title>");
    put_outline(out, style, &r);
    put_runs(svg, box);
    spenn_put(out, linked ? "</g></a>\n" : "</g>\n");
}

static void put_shape(struct spenn_sink *out, const struct spenn_drawing_shape *s)
{
    struct pen pen = {s->fill, s->stroke, s->width, s->dashed, s->dotted};
    if (s->h > 0.0 || s->fill) {
        put_rectangle(out,
            &(struct rectangle){s->x, s->y, s->w, s->h, s->rounded ? 3.0 : 0.0}, &pen);
        if (s->doubled) {
            pen.fill = NULL;
            put_rectangle(out,
                &(struct rectangle){s->x + 2.0, s->y + 2.0, s->w - 4.0, s->h - 4.0, 0.0},
                &pen);
        }
        spenn_put(out, "\n");
        return;
    }
    spenn_put(out, "<path d=\"");
    put_point(out, 'M', s->x, s->y);
    put_point(out, 'L', s->x + s->w, s->y);
    spenn_put(out, "\"");
    put_pen(out, &pen);
    spenn_put(out, "/>");
    if (s->arrow) {
        spenn_put(out, "<path d=\"");
        put_point(out, 'M', s->x + s->w - 4.0, s->y - 2.5);
        put_point(out, 'L', s->x + s->w, s->y);
        put_point(out, 'L', s->x + s->w - 4.0, s->y + 2.5);
        const char *fill = arrow_fill(s->arrow, s->stroke);
        spenn_put(out, fill ? "Z\"" : "\"");
        put_pen(out, &(struct pen){fill, s->stroke, s->width, false, false});
        spenn_put(out, "/>");
    }
    spenn_put(out, "\n");
}

static void put_chip(struct spenn_sink *out, const struct spenn_drawing_chip *chip)
{
    put_rectangle(out, &(struct rectangle){chip->x, chip->y, chip->w, chip->h, 0.0},
        &(struct pen){chip->fill, "#1F2933", 0.4, false, false});
    put_line_of_text(out,
        &(struct spenn_drawing_text){chip->letter, chip->ink, chip->x + chip->w / 2.0,
            chip->y + chip->h / 2.0 + chip->size * 0.35, chip->size, 0, true},
        false);
    spenn_put(out, "\n");
}

static void put_head(const struct svg *svg)
{
    struct spenn_sink *out = svg->out;
    const struct spenn_drawing *chart = svg->chart;
    spenn_put(out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "font-family=\"Arial,'Liberation Sans',Helvetica,sans-serif\"");
    put_attribute(out, " lang=\"", chart->lang);
    put_attribute(out, " xml:lang=\"", chart->lang);
    put_attribute(out, " role=\"", svg->how->role);
    put_label(svg);
    spenn_put(out, " width=\"");
    spenn_put_number(out, chart->width);
    spenn_put(out, "pt\" height=\"");
    spenn_put_number(out, chart->height);
    spenn_put(out, "pt\" viewBox=\"0 0 ");
    spenn_put_number(out, chart->width);
    spenn_put(out, " ");
    spenn_put_number(out, chart->height);
    spenn_put(out, "\">\n<title");
    put_id(svg, " id=\"", "chart-title");
    spenn_put(out, ">");
    spenn_put_xml(out, chart->title);
    spenn_put(out, "</title>\n<desc");
    put_id(svg, " id=\"", "chart-about");
    spenn_put(out, ">");
    spenn_put_xml(out, chart->about);
    spenn_put(out, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
}

void spenn_put_svg(struct spenn_sink *out, const struct spenn_drawing *chart,
    const struct spenn_svg_how *how)
{
    struct svg svg = {out, chart, how};
    put_head(&svg);
    for (int32_t i = 0; i < chart->frames; i++) {
        put_frame(&svg, &chart->frame[i]);
    }
    for (int32_t i = 0; i < chart->wires; i++) {
        put_wire(&svg, &chart->wire[i]);
    }
    for (int32_t i = 0; i < chart->boxes; i++) {
        put_box(&svg, &chart->box[i]);
    }
    for (int32_t i = 0; i < chart->chips; i++) {
        put_chip(out, &chart->chip[i]);
    }
    for (int32_t i = 0; i < chart->shapes; i++) {
        put_shape(out, &chart->shape[i]);
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        put_line_of_text(out, &chart->text[i], false);
        spenn_put(out, "\n");
    }
    spenn_put(out, "</svg>\n");
}

bool spenn_drawing_svg(
    const struct spenn_drawing *chart, const struct spenn_links *links, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    spenn_put_svg(&sink, chart, &(struct spenn_svg_how){"graphics-document", "", links});
    return spenn_put_end(&sink);
}
