/* SPDX-License-Identifier: MIT
 * A chart as a graph for Graphviz with every place given: nop2 only draws, so plain
 * `dot -Tsvg` shows what our SVG does. The text is our own, not cgraph's: which node
 * lies over which, and what is read first, is the order of first mention in the file, so
 * boxes come before the clusters that list them. Names and classes of nodes are said in
 * docs/charts.md, for others who check the drawing. Graphviz' y goes up. */
#include "dot.h"

#include "font.h"

#include <graphviz/cgraph.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void spenn_dot_format(const struct spenn_dot *w, const char *format, ...)
{
    char text[512];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    spenn_put(w->out, text);
}

void spenn_dot_point(const struct spenn_dot *w, const char *before, double x, double y)
{
    spenn_put(w->out, before);
    spenn_put_number(w->out, x);
    spenn_put(w->out, ",");
    spenn_put_number(w->out, w->chart->height - y);
}

/* Within a quoted string: Graphviz reads 16,384 bytes at once, so long texts go on in the
 * next line, which is no part of them. */
static void put_long(const struct spenn_dot *w, const char *text)
{
    enum { at_once = 2000 };
    char part[at_once + 1];
    for (size_t left = strlen(text); left > 0;) {
        size_t length = left < at_once ? left : at_once;
        memcpy(part, text, length);
        part[length] = '\0';
        spenn_put_dot(w->out, part);
        text += length;
        left -= length;
        spenn_put(w->out, left > 0 ? "\\\n" : "");
    }
}

void spenn_dot_set(const struct spenn_dot *w, const char *name, const char *value)
{
    spenn_dot_format(w, " %s=\"", name);
    put_long(w, value);
    spenn_put(w->out, "\"");
}

void spenn_dot_set_number(const struct spenn_dot *w, const char *name, double value)
{
    spenn_dot_format(w, " %s=", name);
    spenn_put_number(w->out, value);
}

/* Inches to 1/10000, as hundredths of hundredths. */
static void set_inches(const struct spenn_dot *w, const char *name, double points)
{
    spenn_dot_format(w, " %s=\"", name);
    spenn_put_number(w->out, points / 72.0 * 100.0);
    spenn_put(w->out, "e-2\"");
}

struct area {
    double x, y, w, h;
};

static void set_place(const struct spenn_dot *w, const struct area *a)
{
    spenn_dot_point(w, " pos=\"", a->x + a->w / 2.0, a->y + a->h / 2.0);
    spenn_put(w->out, "\"");
    set_inches(w, "width", a->w);
    set_inches(w, "height", a->h);
}

static void set_style(const struct spenn_dot *w, const struct spenn_drawing_style *style)
{
    spenn_dot_set(w, "style",
        style->rounded ? (style->dashed ? "filled,rounded,dashed" : "filled,rounded")
                       : (style->dashed ? "filled,dashed" : "filled"));
    spenn_dot_set(w, "fillcolor", style->fill ? style->fill : "transparent");
    spenn_dot_set(w, "color", style->stroke);
    spenn_dot_set_number(w, "penwidth", style->width);
    spenn_put(w->out, style->doubled ? " peripheries=2" : "");
}

static bool is_a(const struct spenn_drawing_box *box, const char *word)
{
    size_t length = strlen(word);
    return strncmp(box->class, word, length) == 0
        && (box->class[length] == ' ' || box->class[length] == '\0');
}

/* A unit's node is named as the unit; other names begin with what it is, "former toll":
 * no id has a space. On a sheet an id begins with its chart, "u-p2-toll". */
void spenn_dot_name(const struct spenn_dot *w, const struct spenn_drawing_box *box)
{
    bool unit = is_a(box, "unit");
    spenn_put(w->out, "\"");
    spenn_put_bytes(w->out, box->class, unit ? 0 : strcspn(box->class, " "));
    spenn_put(w->out, unit ? "" : " ");
    spenn_put_dot(w->out, box->id + strlen("u-"));
    spenn_put(w->out, "\"");
}

/* Sizes in HTML-like text are whole points; only the node's own is not. */
static void put_run(
    const struct spenn_dot *w, const struct spenn_drawing_run *run, double size)
{
    spenn_put(w->out, "<FONT");
    if (run->size != size) {
        spenn_dot_format(w, " POINT-SIZE=\"%d\"", (int)fmax(6.0, round(run->size)));
    }
    spenn_dot_format(w, " COLOR=\"%s\">", run->color);
    spenn_put(w->out, run->bold ? "<B>" : "");
    spenn_put(w->out, run->struck ? "<S>" : "");
    spenn_put_dot(w->out, *run->text ? run->text : " ");
    spenn_put(w->out, run->struck ? "</S>" : "");
    spenn_put(w->out, run->bold ? "</B>" : "");
    spenn_put(w->out, "</FONT>");
}

/* A free row of a table, and with a width how wide the table is. */
static void put_room(const struct spenn_dot *w, double width, double height)
{
    if (width >= 0.5) {
        spenn_dot_format(w, "<TR><TD WIDTH=\"%d\" HEIGHT=\"%d\"></TD></TR>",
            (int)lround(width), (int)lround(height));
    } else if (height >= 0.5) {
        spenn_dot_format(w, "<TR><TD HEIGHT=\"%d\"></TD></TR>", (int)lround(height));
    }
}

/* As text in a cell sits about 0.12 of its size too high, half of the room above it; less
 * where whole points of the lines leave a doubled box no room. */
static double room_above(
    const struct spenn_dot *w, const struct spenn_drawing_box *box, double size)
{
    double lines = 0.0, border = box->style.doubled ? 8.0 : 0.0;
    for (int32_t i = 0; i < box->runs; i++) {
        lines += w->chart->run[box->first + i].size * SPENN_DRAWING_LINE;
    }
    double left = box->h - border - round(lines) - round(box->below);
    return fmin(0.24 * size, fmax(0.0, floor(left)));
}

/* A row of a table for each line, as lines in a cell would be lower. */
static void set_runs(const struct spenn_dot *w, const struct spenn_drawing_box *box)
{
    const struct spenn_drawing_run *run = &w->chart->run[box->first];
    double size = 0.0, bottom = 0.0;
    bool left = box->left > 0.0;
    long used = 0;
    for (int32_t i = 0; i < box->runs; i++) {
        size = fmax(size, run[i].size);
    }
    if (box->runs == 0) {
        spenn_dot_set(w, "label", "");
        return;
    }
    spenn_dot_set_number(w, "fontsize", size);
    spenn_put(w->out,
        " label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
        "CELLPADDING=\"0\">");
    put_room(w, left ? box->w - 2.0 * box->left : 0.0, room_above(w, box, size));
    for (int32_t i = 0; i < box->runs; i++) {
        bottom += run[i].size * SPENN_DRAWING_LINE;
        spenn_dot_format(w, "<TR><TD%s HEIGHT=\"%ld\">", left ? " ALIGN=\"LEFT\"" : "",
            lround(bottom) - used);
        used = lround(bottom);
        put_run(w, &run[i], size);
        /* Drawn as nothing; who reads the label sees where lines end. */
        spenn_put(w->out, i < box->runs - 1 ? "<BR/></TD></TR>" : "</TD></TR>");
    }
    put_room(w, 0.0, box->below);
    spenn_put(w->out, "</TABLE>>");
}

/* The pile behind a box, the hindmost first. */
static void put_cards(const struct spenn_dot *w, const struct spenn_drawing_box *box)
{
    for (int32_t i = box->cards; i > 0; i--) {
        double away = SPENN_DRAWING_CARD * w->chart->radius * i;
        spenn_dot_format(w, "\"copy %d ", (int)i);
        spenn_put_dot(w->out, box->id);
        spenn_put(w->out, "\" [class=card label=\"\"");
        set_place(w, &(struct area){box->x + away, box->y + away, box->w, box->h});
        set_style(w, &box->style);
        spenn_put(w->out, "];\n");
    }
}

static void put_box(const struct spenn_dot *w, const struct spenn_drawing_box *box)
{
    double in = box->style.doubled ? 4.0 : 0.0; /* peripheries grow outward */
    put_cards(w, box);
    spenn_dot_name(w, box);
    spenn_put(w->out, " [class=\"");
    spenn_put_dot(w->out, box->class);
    spenn_put(w->out, is_a(box, "former") ? " tag\"" : "\"");
    spenn_dot_set(w, "id", box->id);
    set_place(
        w, &(struct area){box->x + in, box->y + in, box->w - 2 * in, box->h - 2 * in});
    set_style(w, &box->style);
    set_runs(w, box);
    spenn_dot_set(w, "tooltip", box->about);
    spenn_put(w->out, "];\n");
}

static void put_chip(const struct spenn_dot *w, int32_t i)
{
    const struct spenn_drawing_chip *chip = &w->chart->chip[i];
    spenn_dot_format(w, "\"tag %d\" [class=tag", (int)i + 1);
    set_place(w, &(struct area){chip->x, chip->y, chip->w, chip->h});
    set_style(w,
        &(struct spenn_drawing_style){
            .fill = chip->fill, .stroke = "#1F2933", .width = 0.4});
    spenn_dot_set_number(w, "fontsize", chip->size);
    spenn_dot_set(w, "fontcolor", chip->ink);
    spenn_dot_set(w, "label", chip->letter);
    spenn_put(w->out, "];\n");
}

static void set_class(const struct spenn_dot *w, const char *explains)
{
    spenn_put(w->out, " [class=\"legend");
    spenn_put(w->out, explains ? " " : "");
    spenn_put_dot(w->out, explains ? explains : "");
    spenn_put(w->out, "\"");
}

/* Its border is nearer than that of peripheries, which have no room in a swatch. */
static void put_double(const struct spenn_dot *w, const struct spenn_drawing_shape *s)
{
    spenn_dot_format(w,
        " shape=plaintext label=<<TABLE BORDER=\"1\" CELLBORDER=\"1\" CELLSPACING=\"1\" "
        "CELLPADDING=\"0\" COLOR=\"%s\" BGCOLOR=\"%s\"><TR><TD FIXEDSIZE=\"TRUE\" "
        "WIDTH=\"%d\" HEIGHT=\"%d\"></TD></TR></TABLE>>];\n",
        s->stroke, s->fill, (int)s->w - 4, (int)s->h - 4);
}

/* The text a shape of the legend holds; both are drawn as one node. */
static void put_swatch(const struct spenn_dot *w, const struct spenn_drawing_item *item)
{
    const struct spenn_drawing_shape *s = &w->chart->shape[item->shape];
    spenn_dot_format(w, "\"swatch %d\"", (int)item->shape + 1);
    set_class(w, item->explains);
    set_place(w, &(struct area){s->x, s->y, s->w, s->h});
    if (s->doubled) {
        put_double(w, s);
        return;
    }
    set_style(w,
        &(struct spenn_drawing_style){.fill = s->fill,
            .stroke = s->stroke,
            .width = s->width,
            .dashed = s->dashed,
            .rounded = s->rounded});
    const struct spenn_drawing_text *t =
        item->letter < 0 ? NULL : &w->chart->text[item->letter];
    spenn_dot_set(w, "label", t ? t->text : "");
    if (t) {
        spenn_dot_set_number(w, "fontsize", t->size);
        spenn_dot_set(w, "fontcolor", t->color);
    }
    spenn_put(w->out, "];\n");
}

static void put_label(const struct spenn_dot *w, const char *explains, int32_t i)
{
    const struct spenn_drawing_text *t = &w->chart->text[i];
    double width = spenn_font_width(t->text, t->size, t->bold) * SPENN_FONT_SLACK + 2.0;
    double height = t->size * SPENN_DRAWING_LINE;
    spenn_dot_format(w, "\"legend %d\"", (int)i + 1);
    set_class(w, explains);
    set_place(
        w, &(struct area){t->x, t->y - t->size * 0.25 - height / 2.0, width, height});
    spenn_put(w->out, " shape=plaintext");
    spenn_dot_set_number(w, "fontsize", t->size);
    spenn_dot_set(w, "fontcolor", t->color);
    spenn_put(w->out, " label=\"");
    spenn_put_dot(w->out, t->text);
    spenn_put(w->out, "\\l\"];\n");
}

static void put_item(const struct spenn_dot *w, const struct spenn_drawing_item *item)
{
    if (item->shape >= 0) {
        put_swatch(w, item);
    }
    for (int32_t i = 0; i < item->lines; i++) {
        put_label(w, item->explains, item->first + i);
    }
}

/* A text over a filled frame: the background lies below the frames. */
static void put_text(const struct spenn_dot *w, int32_t i)
{
    const struct spenn_drawing_text *t = &w->chart->text[i];
    double width = spenn_font_width(t->text, t->size, t->bold);
    double room = width * SPENN_FONT_SLACK + 2.0, height = 1.5 * t->size;
    spenn_dot_format(w, "\"label %d\" [class=\"tag label\"", (int)i + 1);
    set_place(w,
        &(struct area){t->x - t->anchor * width / 2.0 - room / 2.0,
            t->y - t->size * 0.14 - height / 2.0, room, height});
    spenn_put(w->out, " shape=plaintext");
    spenn_dot_set_number(w, "fontsize", t->size);
    spenn_dot_set(w, "fontcolor", t->color);
    spenn_put(w->out, t->bold ? " label=<<B>" : " label=<");
    spenn_put_dot(w->out, *t->text ? t->text : " ");
    spenn_put(w->out, t->bold ? "</B>>];\n" : ">];\n");
}

static void put_head(const struct spenn_dot *w)
{
    const struct spenn_drawing *chart = w->chart;
    spenn_put(w->out, "digraph \"");
    put_long(w, *chart->title ? chart->title : "spenn");
    spenn_put(w->out,
        "\" {\ngraph [layout=nop2 notranslate=true bgcolor=white pad=0 margin=0 "
        "outputorder=edgesfirst fontname=Arial");
    spenn_put(w->out, " viewport=\"");
    spenn_put_number(w->out, chart->width);
    spenn_put(w->out, ",");
    spenn_put_number(w->out, chart->height);
    spenn_put(w->out, ",1,");
    spenn_put_number(w->out, chart->width / 2.0);
    spenn_put(w->out, ",");
    spenn_put_number(w->out, chart->height / 2.0);
    spenn_put(w->out, "\"");
    spenn_dot_set(w, "tooltip", chart->title);
    spenn_put(w->out, " _background=\"");
    spenn_dot_background(w);
    spenn_put(w->out,
        "\"];\nnode [shape=box fixedsize=true fontname=Arial margin=\"0,0\"];\n"
        "edge [dir=none fontname=Arial];\n");
}

bool spenn_drawing_dot(const struct spenn_drawing *chart, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    struct spenn_dot w = {chart, &sink};
    put_head(&w);
    for (int32_t i = 0; i < chart->boxes; i++) {
        put_box(&w, &chart->box[i]);
    }
    for (int32_t i = 0; i < chart->chips; i++) {
        put_chip(&w, i);
    }
    for (int32_t i = 0; i < chart->items; i++) {
        put_item(&w, &chart->item[i]);
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        if (spenn_dot_is_covered(&w, i)) {
            put_text(&w, i);
        }
    }
    spenn_dot_frames(&w);
    spenn_dot_wires(&w);
    spenn_put(&sink, "}\n");
    return spenn_put_end(&sink);
}

void *spenn_drawing_graph(const struct spenn_drawing *chart)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    Agraph_t *graph = NULL;
    if (out) {
        (void)spenn_drawing_dot(chart, out);
        fclose(out);
        graph = agmemread(text);
        free(text);
    }
    return graph;
}
