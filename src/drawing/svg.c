/* SPDX-License-Identifier: MIT
 * A chart as SVG 1.1 that stands alone: no script, no font and no picture from elsewhere.
 * Each unit is a group with a stable id and its own title, in the order a reader would
 * name them, so the drawing can be read aloud, linked to and styled. Numbers are written
 * in hundredths without the locale. */
#include "writing.h"

#include <math.h>
#include <string.h>

static void put_number(FILE *out, double value)
{
    char text[32];
    fputs(spenn_drawing_number(text, value), out);
}

/* Escapes what XML reserves; characters XML 1.0 does not have become spaces. */
static void put_text(FILE *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        switch (*c) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        case '\'':
            fputs("&#39;", out);
            break;
        default:
            fputc((unsigned char)*c < ' ' ? ' ' : *c, out);
        }
    }
}

static void put_attribute(FILE *out, const char *name, const char *value)
{
    fprintf(out, " %s=\"", name);
    put_text(out, value);
    fputc('"', out);
}

static void put_value(FILE *out, const char *name, double value)
{
    fprintf(out, " %s=\"", name);
    put_number(out, value);
    fputc('"', out);
}

struct pen {
    const char *fill, *stroke;
    double width;
    bool dashed, dotted;
};

static void put_pen(FILE *out, const struct pen *pen)
{
    put_attribute(out, "fill", pen->fill ? pen->fill : "none");
    if (pen->stroke == NULL) {
        return;
    }
    put_attribute(out, "stroke", pen->stroke);
    put_value(out, "stroke-width", pen->width);
    if (pen->dashed) {
        fputs(" stroke-dasharray=\"5,3\"", out);
    } else if (pen->dotted) {
        fputs(" stroke-dasharray=\"1.5,4\"", out);
    }
}

struct rectangle {
    double x, y, w, h, radius;
};

static void put_rectangle(FILE *out, const struct rectangle *r, const struct pen *pen)
{
    fputs("<rect", out);
    put_value(out, "x", r->x);
    put_value(out, "y", r->y);
    put_value(out, "width", r->w);
    put_value(out, "height", r->h);
    if (r->radius > 0.0) {
        put_value(out, "rx", r->radius);
    }
    put_pen(out, pen);
    fputs("/>", out);
}

static void put_line_of_text(FILE *out, const struct spenn_drawing_text *t, bool struck)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    fputs("<text", out);
    put_value(out, "x", t->x);
    put_value(out, "y", t->y);
    put_value(out, "font-size", t->size);
    put_attribute(out, "fill", t->color);
    if (t->anchor != -1) {
        put_attribute(out, "text-anchor", anchors[t->anchor + 1]);
    }
    fputs(t->bold ? " font-weight=\"bold\"" : "", out);
    fputs(struck ? " text-decoration=\"line-through\"" : "", out);
    fputc('>', out);
    put_text(out, t->text);
    fputs("</text>", out);
}

static void put_frame(FILE *out, const struct spenn_drawing_frame *f)
{
    fputs("<g", out);
    put_attribute(out, "id", f->id);
    put_attribute(out, "class", f->class);
    fputc('>', out);
    put_rectangle(out,
        &(struct rectangle){
            f->x, f->y, f->w, f->h, f->rounded ? fmin(10.0, f->h / 4.0) : 0.0},
        &(struct pen){f->fill, f->stroke, f->width, f->dashed, false});
    put_line_of_text(out,
        &(struct spenn_drawing_text){
            f->label, f->ink, f->label_x, f->label_y, f->size, -1, true},
        false);
    fputs("</g>\n", out);
}

static void put_point(FILE *out, char command, double x, double y)
{
    fputc(command, out);
    put_number(out, x);
    fputc(' ', out);
    put_number(out, y);
}

/* A corner is a quadratic curve between the points where it leaves the two stretches. */
static void put_corner(FILE *out, const struct spenn_drawing_point *p, double radius)
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

static void put_arrow(FILE *out, const struct spenn_drawing_wire *wire,
    const struct spenn_drawing_point *tip, double scale)
{
    double dx = tip->x - tip[-1].x, dy = tip->y - tip[-1].y, length = hypot(dx, dy);
    if (length <= 0.0) {
        return;
    }
    dx *= 5.0 * scale / length;
    dy *= 5.0 * scale / length;
    bool full = wire->arrow == SPENN_ARROW_FULL;
    fputs("<path d=\"", out);
    put_point(out, 'M', tip->x - dx - dy * 0.45, tip->y - dy + dx * 0.45);
    put_point(out, 'L', tip->x, tip->y);
    put_point(out, 'L', tip->x - dx + dy * 0.45, tip->y - dy - dx * 0.45);
    fputs(full ? "Z\"" : "\"", out);
    put_pen(out,
        &(struct pen){full ? wire->color : NULL, wire->color, wire->width, false, false});
    fputs("/>", out);
}

static void put_wire(
    FILE *out, const struct spenn_drawing *chart, const struct spenn_drawing_wire *wire)
{
    const struct spenn_drawing_point *p = &chart->point[wire->first];
    fputs("<g", out);
    put_attribute(out, "class", wire->class);
    put_attribute(out, "data-from", chart->box[wire->from].id);
    put_attribute(out, "data-to", chart->box[wire->to].id);
    fputs("><path d=\"", out);
    put_point(out, 'M', p->x, p->y);
    for (int32_t i = 1; i < wire->points; i++) {
        if (wire->curved) {
            put_point(out, i == 1 ? 'C' : ' ', p[i].x, p[i].y);
        } else if (i < wire->points - 1) {
            put_corner(out, &p[i], chart->radius);
        } else {
            put_point(out, 'L', p[i].x, p[i].y);
        }
    }
    fputc('"', out);
    put_pen(out,
        &(struct pen){NULL, wire->color, wire->width, wire->dash == SPENN_DASHED,
            wire->dash == SPENN_DOTTED});
    fputs("/>", out);
    if (wire->arrow != SPENN_ARROW_NONE) {
        put_arrow(out, wire, &p[wire->points - 1], chart->radius / 4.0);
    }
    fputs("</g>\n", out);
}

static void put_runs(
    FILE *out, const struct spenn_drawing *chart, const struct spenn_drawing_box *box)
{
    const struct spenn_drawing_run *run = &chart->run[box->first];
    double height = 0.0;
    for (int32_t i = 0; i < box->runs; i++) {
        height += run[i].size * SPENN_DRAWING_LINE;
    }
    double y = box->y + (box->h - box->below - height) / 2.0;
    for (int32_t i = 0; i < box->runs; i++) {
        double line = run[i].size * SPENN_DRAWING_LINE;
        put_line_of_text(out,
            &(struct spenn_drawing_text){run[i].text, run[i].color, box->x + box->w / 2.0,
                y + line / 2.0 + run[i].size * 0.35, run[i].size, 0, run[i].bold},
            run[i].struck);
        y += line;
    }
}

static void put_box(
    FILE *out, const struct spenn_drawing *chart, const struct spenn_drawing_box *box)
{
    const struct spenn_drawing_style *style = &box->style;
    struct pen pen = {style->fill, style->stroke, style->width, style->dashed, false};
    struct rectangle r = {
        box->x, box->y, box->w, box->h, style->rounded ? fmin(8.0, box->h / 3.0) : 0.0};
    fputs("<g role=\"graphics-symbol\"", out);
    put_attribute(out, "id", box->id);
    put_attribute(out, "class", box->class);
    fputs("><title>", out);
    put_text(out, box->about);
    fputs("</title>", out);
    put_rectangle(out, &r, &pen);
    if (style->doubled) {
        double in = 2.0 * style->width;
        pen.fill = NULL;
        put_rectangle(out,
            &(struct rectangle){r.x + in, r.y + in, r.w - 2 * in, r.h - 2 * in, 0.0},
            &pen);
    }
    put_runs(out, chart, box);
    fputs("</g>\n", out);
}

static void put_shape(FILE *out, const struct spenn_drawing_shape *s)
{
    struct pen pen = {s->fill, s->stroke, s->width, s->dashed, s->dotted};
    if (s->h > 0.0 || s->fill) {
        put_rectangle(out,
            &(struct rectangle){s->x, s->y, s->w, s->h, s->rounded ? 3.0 : 0.0}, &pen);
        fputc('\n', out);
        return;
    }
    fputs("<path d=\"", out);
    put_point(out, 'M', s->x, s->y);
    put_point(out, 'L', s->x + s->w, s->y);
    fputc('"', out);
    put_pen(out, &pen);
    fputs("/>", out);
    if (s->arrow) {
        fputs("<path d=\"", out);
        put_point(out, 'M', s->x + s->w - 4.0, s->y - 2.5);
        put_point(out, 'L', s->x + s->w, s->y);
        put_point(out, 'L', s->x + s->w - 4.0, s->y + 2.5);
        fputc('"', out);
        put_pen(out, &(struct pen){NULL, s->stroke, s->width, false, false});
        fputs("/>", out);
    }
    fputc('\n', out);
}

static void put_chip(FILE *out, const struct spenn_drawing_chip *chip)
{
    put_rectangle(out, &(struct rectangle){chip->x, chip->y, chip->w, chip->h, 0.0},
        &(struct pen){chip->fill, "#1F2933", 0.4, false, false});
    put_line_of_text(out,
        &(struct spenn_drawing_text){chip->letter, chip->ink, chip->x + chip->w / 2.0,
            chip->y + chip->h / 2.0 + chip->size * 0.35, chip->size, 0, true},
        false);
    fputc('\n', out);
}

static void put_head(FILE *out, const struct spenn_drawing *chart)
{
    fputs("<svg xmlns=\"http://www.w3.org/2000/svg\"", out);
    put_attribute(out, "lang", chart->lang);
    put_attribute(out, "xml:lang", chart->lang);
    fputs(" role=\"graphics-document\" aria-labelledby=\"chart-title chart-about\"", out);
    put_value(out, "width", chart->width);
    put_value(out, "height", chart->height);
    fputs(" viewBox=\"0 0 ", out);
    put_number(out, chart->width);
    fputc(' ', out);
    put_number(out, chart->height);
    fputs("\">\n<title id=\"chart-title\">", out);
    put_text(out, chart->title);
    fputs("</title>\n<desc id=\"chart-about\">", out);
    put_text(out, chart->about);
    fputs("</desc>\n<style>text{font-family:Arial,'Liberation Sans',Helvetica,sans-serif}"
          "g[role]:focus rect,g[role]:hover rect{stroke-width:2.5}</style>\n"
          "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n",
        out);
}

bool spenn_drawing_svg(const struct spenn_drawing *chart, FILE *out)
{
    put_head(out, chart);
    for (int32_t i = 0; i < chart->frames; i++) {
        put_frame(out, &chart->frame[i]);
    }
    for (int32_t i = 0; i < chart->wires; i++) {
        put_wire(out, chart, &chart->wire[i]);
    }
    for (int32_t i = 0; i < chart->boxes; i++) {
        put_box(out, chart, &chart->box[i]);
    }
    for (int32_t i = 0; i < chart->chips; i++) {
        put_chip(out, &chart->chip[i]);
    }
    for (int32_t i = 0; i < chart->shapes; i++) {
        put_shape(out, &chart->shape[i]);
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        put_line_of_text(out, &chart->text[i], false);
        fputc('\n', out);
    }
    fputs("</svg>\n", out);
    return fflush(out) == 0 && !ferror(out);
}
