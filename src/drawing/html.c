/* SPDX-License-Identifier: MIT
 * A book as one page of HTML that opens from disk: each drawing, and the same units,
 * forums and changes as lists and tables, for readers who do not see pictures and for
 * finding and copying. No script, nothing fetched. */
#include "writing.h"

static const char style[] =
    "body{font:16px/1.5 Arial,'Liberation Sans',Helvetica,sans-serif;color:#1F2933;"
    "margin:1.5rem;background:#fff}"
    "h1{font-size:1.6rem;line-height:1.2;margin:0 0 .3rem}"
    "h2{font-size:1.25rem;margin:1.8rem 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}"
    "h1+p,h2+p{margin:0 0 1rem}a{color:#003F7F}small{font-size:.85rem;color:#4A5560}"
    "figure{margin:1rem 0;overflow:auto;border:1px solid #CBD3DA}"
    "svg{display:block;width:100%;height:auto}"
    "ul,nav ol{margin:0;padding-left:1.3rem}ul ul{border-left:1px solid #CBD3DA}"
    "ul.tree,.tree ul{list-style:none}ul.tree{padding:0}ul.long{columns:20rem auto}"
    "b{padding:0 .3rem;border:1px solid #5B6770;border-radius:.2rem;font-size:.8rem}"
    "table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;"
    "padding:.2rem .8rem .2rem 0;border-bottom:1px solid #DCE3E9}"
    "@media print{body{margin:0}nav{display:none}figure{border:0;break-after:page}"
    "figure div{min-width:0!important}"
    "section.page+section.page{break-before:page}h2,h3{break-after:avoid}}";

enum { many = 60 }; /* units, or members of a forum, that are set in columns */

struct page {
    struct spenn_sink *out;
    const struct spenn_drawing *drawing;
    int32_t number; /* 0: the only one */
};

/* `element` may have attributes: "th scope=\"col\"". */
static void put_element(struct spenn_sink *out, const char *element, const char *text)
{
    spenn_put(out, "<");
    spenn_put(out, element);
    spenn_put(out, ">");
    spenn_put_xml(out, text);
    spenn_put(out, "</");
    spenn_put_bytes(out, element, strcspn(element, " "));
    spenn_put(out, ">");
}

static void put_head(struct spenn_sink *out, const struct spenn_drawing *first)
{
    spenn_put(out, "<!DOCTYPE html>\n<html lang=\"");
    spenn_put_xml(out, first->lang);
    spenn_put(out,
        "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\"/>\n");
    put_element(out, "title", first->title);
    spenn_put(out, "\n<style>");
    spenn_put(out, style);
    spenn_put(out, "</style>\n</head>\n<body>\n");
}

static void put_anchor(struct spenn_sink *out, int32_t number)
{
    spenn_put(out, "<a href=\"#page-");
    spenn_put_number(out, number);
    spenn_put(out, "\">");
}

/* Names are isolated: one that runs from right to left leaves the rest as it is. */
static void put_box(struct page *page, const struct spenn_drawing_box *box)
{
    struct spenn_sink *out = page->out;
    if (box->page) {
        put_anchor(out, box->page);
    }
    spenn_put(out, box->style.struck ? "<s>" : "");
    put_element(out, "bdi", box->name);
    spenn_put(out, box->style.struck ? "</s>" : "");
    spenn_put(out, box->page ? "</a>" : "");
    if (box->tag) {
        spenn_put(out, " ");
        put_element(out, "b", box->tag);
    }
    if (box->kind || box->note) {
        spenn_put(out, " <small>");
        spenn_put_xml(out, box->kind ? box->kind : "");
        spenn_put(out, box->kind && box->note ? ", " : "");
        spenn_put_xml(out, box->note ? box->note : "");
        spenn_put(out, "</small>");
    }
}

/* In pre-order, without recursion. */
static void put_units(struct page *page)
{
    struct spenn_arena memory = {0};
    struct spenn_sink *out = page->out;
    struct spenn_drawing_tree tree = spenn_drawing_tree(page->drawing, &memory);
    bool long_list = page->drawing->boxes > many;
    spenn_put(out, long_list ? "<ul class=\"tree long\">\n" : "<ul class=\"tree\">\n");
    for (int32_t b = tree.root; b >= 0;) {
        spenn_put(out, "<li>");
        put_box(page, &page->drawing->box[b]);
        if (tree.below[b] >= 0) {
            spenn_put(out, "\n<ul>\n");
            b = tree.below[b];
            continue;
        }
        spenn_put(out, "</li>\n");
        while (b >= 0 && tree.beside[b] < 0) {
            b = page->drawing->box[b].parent;
            spenn_put(out, b < 0 ? "" : "</ul></li>\n");
        }
        b = b < 0 ? b : tree.beside[b];
    }
    spenn_put(out, "</ul>\n");
    spenn_arena_free(&memory);
}

static void put_cells(struct page *page, const struct spenn_drawing_table *table)
{
    struct spenn_sink *out = page->out;
    spenn_put(out, "<table>\n");
    for (int32_t i = 0; i + table->columns <= table->cells; i += table->columns) {
        spenn_put(out, "<tr>");
        for (int32_t c = 0; c < table->columns; c++) {
            const char *text = table->cell[i + c];
            put_element(out,
                *text == '\0' ? "td"
                    : i == 0  ? "th scope=\"col\""
                    : c == 0  ? "th scope=\"row\""
                              : "td",
                text);
        }
        spenn_put(out, "</tr>\n");
    }
    spenn_put(out, "</table>\n");
}

static void put_list(struct page *page, const struct spenn_drawing_table *table)
{
    struct spenn_sink *out = page->out;
    spenn_put(out, table->cells > many ? "<ul class=\"long\">\n" : "<ul>\n");
    for (int32_t i = 0; i < table->cells; i++) {
        put_element(out, "li", table->cell[i]);
        spenn_put(out, "\n");
    }
    spenn_put(out, "</ul>\n");
}

/* A heading one level below that of its page. */
static void put_heading(struct page *page, const char *title, const char *note)
{
    struct spenn_sink *out = page->out;
    spenn_put(out, page->number ? "<section>\n<h3>" : "<section>\n<h2>");
    spenn_put_xml(out, title);
    if (note) {
        spenn_put(out, " ");
        put_element(out, "small", note);
    }
    spenn_put(out, page->number ? "</h3>\n" : "</h2>\n");
}

/* A picture without links is one thing to a screen reader, which goes on to the list. It
 * fills the window, but is never smaller than on paper: then it can be scrolled. */
static void put_picture(struct page *page)
{
    static const struct spenn_links links = {"#page-", "", 1};
    struct spenn_sink *out = page->out;
    const struct spenn_drawing *drawing = page->drawing;
    char prefix[40] = "", number[32];
    bool linked = false;
    for (int32_t b = 0; b < drawing->boxes; b++) {
        linked = linked || drawing->box[b].page > 0;
    }
    if (page->number) {
        const char *digits = spenn_drawing_number(number, page->number);
        snprintf(prefix, sizeof prefix, "p%s-", digits);
    }
    spenn_put(out, "<figure tabindex=\"0\"><div style=\"min-width:");
    spenn_put_number(out, drawing->width);
    spenn_put(out, "pt\">\n");
    spenn_put_svg(out, drawing,
        &(struct spenn_svg_how){
            linked ? "graphics-document" : "img", prefix, linked ? &links : NULL});
    spenn_put(out, "</div></figure>\n");
}

static void put_page(struct page *page)
{
    struct spenn_sink *out = page->out;
    const struct spenn_drawing *drawing = page->drawing;
    spenn_put(out, "<section class=\"page\" id=\"page-");
    spenn_put_number(out, page->number ? page->number : 1);
    spenn_put(out, "\">\n");
    if (page->number) {
        put_element(out, "h2", drawing->title);
        put_element(out, "p", drawing->about);
    }
    put_picture(page);
    if (drawing->boxes > 0) {
        put_heading(page, spenn_drawing_word(drawing, SPENN_SAID_UNITS), NULL);
        put_units(page);
        spenn_put(out, "</section>\n");
    }
    for (int32_t i = 0; i < drawing->tables; i++) {
        const struct spenn_drawing_table *table = &drawing->table[i];
        put_heading(page, table->title, table->note);
        (table->columns > 1 ? put_cells : put_list)(page, table);
        spenn_put(out, "</section>\n");
    }
    if (drawing->note && *drawing->note) {
        spenn_put(out, "<p>");
        put_element(out, "small", drawing->note);
        spenn_put(out, "</p>\n");
    }
    spenn_put(out, "</section>\n");
}

static void put_contents(struct spenn_sink *out, const struct spenn_book *book)
{
    const char *title = spenn_drawing_word(&book->page[0], SPENN_SAID_PAGES);
    spenn_put(out, "<nav aria-label=\"");
    spenn_put(out, title);
    spenn_put(out, "\">\n<ol>\n");
    for (int32_t i = 0; i < book->pages; i++) {
        spenn_put(out, "<li>");
        put_anchor(out, i + 1);
        spenn_put_xml(out, book->page[i].title);
        spenn_put(out, "</a></li>\n");
    }
    spenn_put(out, "</ol>\n</nav>\n");
}

bool spenn_book_html(const struct spenn_book *book, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    bool several = book->pages > 1;
    put_head(&sink, &book->page[0]);
    spenn_put(&sink, "<header>\n");
    put_element(&sink, "h1", book->page[0].title);
    if (several) {
        put_contents(&sink, book);
    } else {
        put_element(&sink, "p", book->page[0].about);
    }
    spenn_put(&sink, "\n</header>\n<main>\n");
    for (int32_t i = 0; i < book->pages; i++) {
        put_page(&(struct page){&sink, &book->page[i], several ? i + 1 : 0});
    }
    spenn_put(&sink, "</main>\n</body>\n</html>\n");
    return spenn_put_end(&sink);
}
