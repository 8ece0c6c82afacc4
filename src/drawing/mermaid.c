/* SPDX-License-Identifier: MIT
 * A book as one flowchart of Mermaid, for wikis: units with the look of their kind,
 * lines, second lines dashed, forums as subgraphs where one can hold its members. Mermaid
 * places everything itself. Labels are read as Markdown and as HTML there, so all but
 * letters and a few harmless marks are written by number. */
#include "writing.h"

#include <string.h>

enum { most_links = 500 }; /* that Mermaid draws without being configured */

struct look { /* of boxes that share a class */
    const char *name;
    struct spenn_drawing_style style;
};

struct chart {
    struct spenn_sink *out;
    struct spenn_arena memory;
    int32_t looks, links;
    struct look *look;
};

struct page {
    struct chart *chart;
    const struct spenn_drawing *drawing;
    const char *prefix;   /* of names */
    const int32_t *frame; /* that each box lies in, -1: none */
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "- ", "1. " and "2) " would begin lists, "www." and "//" links, "fa:" a picture: marks
 * that are harmless between words go by number elsewhere. */
static bool is_harmless(const char *c, char before)
{
    bool ends = c[1] == ' ' || c[1] == '\0';
    return *c == ' ' || (unsigned char)*c >= 0x80 || is_letter(*c) || is_digit(*c)
        || (strchr(",()-", *c) && (is_letter(before) || before == ' '))
        || (strchr(".:", *c) && is_letter(before) && ends);
}

static void put_label(struct chart *chart, const char *text)
{
    char number[32], before = '\0';
    const char *plain = spenn_drawing_plain(&chart->memory, text);
    spenn_put(chart->out, *plain ? "" : " "); /* "" is no label there */
    for (const char *c = plain; *c; c++) {
        if (is_harmless(c, before)) {
            spenn_put_bytes(chart->out, c, 1);
        } else {
            spenn_put(chart->out, "#");
            spenn_put(chart->out, spenn_drawing_number(number, *c));
            spenn_put(chart->out, ";");
        }
        before = *c;
    }
}

/* Ids as names: '-' is '_', anything else but letters and digits "__" and its bytes. */
static void put_name(const struct page *page, const char *id)
{
    static const char digits[] = "0123456789abcdef";
    struct spenn_sink *out = page->chart->out;
    bool dash = false;
    spenn_put(out, page->prefix);
    for (; *id; id++) {
        unsigned char c = (unsigned char)*id;
        dash = c == '-' && !dash;
        if (is_letter(*id) || is_digit(*id)) {
            spenn_put_bytes(out, id, 1);
        } else if (dash) {
            spenn_put(out, "_");
        } else {
            char code[] = {'_', '_', digits[c >> 4], digits[c & 15], '\0'};
            spenn_put(out, code);
        }
    }
}

static bool same_look(
    const struct spenn_drawing_style *a, const struct spenn_drawing_style *b)
{
    return strcmp(a->fill, b->fill) == 0 && strcmp(a->stroke, b->stroke) == 0
        && strcmp(a->ink, b->ink) == 0 && a->dashed == b->dashed && a->width == b->width;
}

/* "staff_moved" for "unit staff moved". */
static const char *name_look(
    struct chart *chart, const struct spenn_drawing_box *box, int32_t taken)
{
    const char *kind = strchr(box->class, ' ');
    const char *class = kind ? kind + 1 : box->class;
    char *name = spenn_arena_alloc(&chart->memory, strlen(class) + 1, 1);
    for (size_t i = 0; class[i]; i++) {
        name[i] = is_letter(class[i]) || is_digit(class[i]) ? class[i] : '_';
    }
    return taken ? spenn_arena_format(&chart->memory, "%s_%d", name, (int)taken + 1)
                 : name;
}

static const char *look_of(struct chart *chart, const struct spenn_drawing_box *box)
{
    int32_t taken = 0;
    const char *plain = name_look(chart, box, 0);
    size_t length = strlen(plain);
    for (int32_t i = 0; i < chart->looks; i++) {
        const struct look *look = &chart->look[i];
        bool same = strncmp(look->name, plain, length) == 0
            && (look->name[length] == '\0' || look->name[length] == '_');
        if (same && same_look(&look->style, &box->style)) {
            return look->name;
        }
        taken += same;
    }
    struct look *look = spenn_drawing_add(
        &chart->memory, (void **)&chart->look, &chart->looks, sizeof *chart->look);
    look->style = box->style;
    look->name = name_look(chart, box, taken);
    return look->name;
}

static void put_looks(const struct chart *chart)
{
    struct spenn_sink *out = chart->out;
    for (int32_t i = 0; i < chart->looks; i++) {
        const struct look *look = &chart->look[i];
        spenn_put(out, "  classDef ");
        spenn_put(out, look->name);
        spenn_put(out, " fill:");
        spenn_put(out, look->style.fill);
        spenn_put(out, ",stroke:");
        spenn_put(out, look->style.stroke);
        spenn_put(out, ",color:");
        spenn_put(out, look->style.ink);
        spenn_put(out, ",stroke-width:");
        spenn_put_number(out, look->style.width);
        spenn_put(out, look->style.dashed ? "px,stroke-dasharray:5 3\n" : "px\n");
    }
}

static void put_box(const struct page *page, const struct spenn_drawing_box *box)
{
    struct chart *chart = page->chart;
    const struct spenn_drawing_style *style = &box->style;
    const char *said[] = {box->tag, box->name, box->note};
    spenn_put(chart->out, "  ");
    put_name(page, box->id);
    spenn_put(chart->out, style->doubled ? "[[\"" : style->rounded ? "(\"" : "[\"");
    for (size_t i = 0, put = 0; i < sizeof said / sizeof *said; i++) {
        if (said[i]) {
            spenn_put(chart->out, put++ ? "<br/>" : "");
            put_label(chart, said[i]);
        }
    }
    spenn_put(chart->out, style->doubled ? "\"]]" : style->rounded ? "\")" : "\"]");
    spenn_put(chart->out, ":::");
    spenn_put(chart->out, look_of(chart, box));
    spenn_put(chart->out, "\n");
}

static void put_boxes(const struct page *page, int32_t frame)
{
    for (int32_t b = 0; b < page->drawing->boxes; b++) {
        if (page->frame[b] == frame) {
            put_box(page, &page->drawing->box[b]);
        }
    }
}

/* A frame is a subgraph when all its members lie in the same one so far: a box can be in
 * one only. Returns the frame around each frame, -2 of those that are none. */
static int32_t *nest(
    const struct spenn_drawing *drawing, int32_t *frame, struct spenn_arena *memory)
{
    int32_t *around =
        spenn_arena_alloc(memory, (size_t)drawing->frames + 1, sizeof *around);
    for (int32_t b = 0; b < drawing->boxes; b++) {
        frame[b] = -1;
    }
    for (int32_t f = 0; f < drawing->frames; f++) {
        const int32_t *member = &drawing->member[drawing->frame[f].first];
        int32_t count = drawing->frame[f].members;
        around[f] = count > 0 ? frame[member[0]] : -2;
        for (int32_t i = 0; i < count; i++) {
            around[f] = frame[member[i]] == around[f] ? around[f] : -2;
        }
        for (int32_t i = 0; i < count && around[f] != -2; i++) {
            frame[member[i]] = f;
        }
    }
    return around;
}

/* One frame with its boxes and the frames inside; -1: all that lies in none. */
static void put_frame(const struct page *page, const int32_t *around, int32_t f)
{
    struct spenn_sink *out = page->chart->out;
    if (f >= 0) {
        spenn_put(out, "  subgraph ");
        put_name(page, page->drawing->frame[f].id);
        spenn_put(out, "[\"");
        put_label(page->chart, page->drawing->frame[f].label);
        spenn_put(out, "\"]\n");
    }
    put_boxes(page, f);
    for (int32_t inner = f + 1; inner < page->drawing->frames; inner++) {
        if (around[inner] == f) {
            put_frame(page, around, inner);
        }
    }
    spenn_put(out, f >= 0 ? "  end\n" : "");
}

/* Links are solid, or dotted for whatever is dashed in a drawing. */
static void put_link(
    const struct page *page, const int32_t ends[2], const struct spenn_drawing_wire *wire)
{
    static const char *const links[][2] = {{" --- ", " --> "}, {" -.- ", " -.-> "}};
    struct spenn_sink *out = page->chart->out;
    bool arrow = wire && wire->arrow != SPENN_ARROW_NONE;
    bool dotted = wire && wire->dash != SPENN_SOLID;
    spenn_put(out, "  ");
    put_name(page, page->drawing->box[ends[0]].id);
    spenn_put(out, links[dotted][arrow]);
    if (wire && wire->about) {
        spenn_put(out, "|\"");
        put_label(page->chart, wire->about);
        spenn_put(out, "\"| ");
    }
    put_name(page, page->drawing->box[ends[1]].id);
    spenn_put(out, "\n");
    page->chart->links++;
}

/* The tree first, from the boxes themselves: a drawing may leave out lines of panels.
 * The dotted line of advice stands for its line of the tree. Then all other lines. */
static void put_links(const struct page *page)
{
    const struct spenn_drawing *drawing = page->drawing;
    const struct spenn_drawing_wire **above = spenn_arena_alloc(
        &page->chart->memory, (size_t)drawing->boxes + 1, sizeof *above);
    for (int32_t i = 0; i < drawing->wires; i++) {
        const struct spenn_drawing_wire *wire = &drawing->wire[i];
        bool own = drawing->box[wire->to].parent == wire->from;
        bool advice = wire->dash == SPENN_DOTTED && above[wire->to] == NULL;
        bool line = strncmp(wire->class, "line", 4) == 0; /* also new, gone, former */
        if (own && (line || !wire->about || advice)) {
            above[wire->to] = wire;
        }
    }
    for (int32_t b = 0; b < drawing->boxes; b++) {
        int32_t parent = drawing->box[b].parent;
        if (parent >= 0) {
            put_link(page, (int32_t[]){parent, b}, above[b]);
        }
    }
    for (int32_t i = 0; i < drawing->wires; i++) {
        const struct spenn_drawing_wire *wire = &drawing->wire[i];
        bool own = drawing->box[wire->to].parent == wire->from;
        if (above[wire->to] != wire && (!own || wire->about)) {
            put_link(page, (int32_t[]){wire->from, wire->to}, wire);
        }
    }
}

static void put_page(
    struct chart *chart, const struct spenn_drawing *drawing, const char *prefix)
{
    int32_t *frame =
        spenn_arena_alloc(&chart->memory, (size_t)drawing->boxes + 1, sizeof *frame);
    const int32_t *around = nest(drawing, frame, &chart->memory);
    struct page page = {chart, drawing, prefix, frame};
    if (*prefix) {
        spenn_put(chart->out, "  subgraph ");
        spenn_put(chart->out, prefix);
        spenn_put(chart->out, "page[\"");
        put_label(chart, drawing->title);
        spenn_put(chart->out, "\"]\n");
    }
    put_frame(&page, around, -1);
    spenn_put(chart->out, *prefix ? "  end\n" : "");
    put_links(&page);
}

bool spenn_book_mermaid(const struct spenn_book *book, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    struct chart chart = {.out = &sink};
    spenn_put(&sink, "flowchart TB\n  accTitle: ");
    put_label(&chart, book->page[0].title);
    spenn_put(&sink, "\n  accDescr: ");
    put_label(&chart, book->page[0].about);
    spenn_put(&sink, "\n");
    for (int32_t i = 0; i < book->pages; i++) {
        const char *prefix =
            book->pages > 1 ? spenn_arena_format(&chart.memory, "p%d_", (int)i + 1) : "";
        put_page(&chart, &book->page[i], prefix);
    }
    put_looks(&chart);
    if (chart.links > most_links) {
        spenn_put(&sink,
            "%% more than 500 lines: Mermaid draws them only where maxEdges and "
            "maxTextSize are raised\n");
    }
    spenn_arena_free(&chart.memory);
    return spenn_put_end(&sink);
}
