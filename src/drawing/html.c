/* SPDX-License-Identifier: MIT
 * A book as one page of HTML that opens from disk: each drawing, and the same units,
 * forums and changes as lists and tables, for readers who do not see pictures and for
 * finding and copying. No script, nothing fetched. */
#include "writing.h"

#include <string.h>

static const char style[] =
    "body{font:16px/1.5 Arial,'Liberation Sans',Helvetica,sans-serif;color:#1F2933;"
    "margin:1.5rem;background:#fff}"
    "h1{font-size:1.6rem;line-height:1.2;margin:0 0 .3rem}"
    "h2{font-size:1.2rem;margin:1.8rem 0 .4rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}"
    "figure{margin:1rem 0;overflow-x:auto;border:1px solid #CBD3DA}"
    "figure svg{display:block;width:100%;height:auto}"
    "ul{margin:0;padding-left:1.3rem}main>section>ul{columns:24rem auto}"
    ".units ul{list-style:none;border-left:1px solid #CBD3DA}"
    "b{padding:0 .3rem;border:1px solid #5B6770;border-radius:.2rem;font-size:.8rem}"
    "span{color:#4A5560}table{border-collapse:collapse}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;"
    "border-bottom:1px solid #DCE3E9}a{color:#003F7F}"
    "@media print{body{margin:0}nav{display:none}figure{border:0;break-after:page}"
    "main>section+section{break-before:page}h2,h3{break-after:avoid}}";

struct page {
    struct spenn_sink *out;
    const struct spenn_drawing *drawing;
    int32_t number; /* 0: the only one */
};

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
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n");
    put_element(out, "title", first->title);
    spenn_put(out, "\n<style>");
    spenn_put(out, style);
    spenn_put(out, "</style>\n</head>\n<body>\n");
}

static void put_link(struct page *page, int32_t number)
{
    spenn_put(page->out, "<a href=\"#page-");
    spenn_put_number(page->out, number);
    spenn_put(page->out, "\">");
    spenn_put(page->out, spenn_drawing_word(page->drawing, SPENN_SAID_PAGE));
    spenn_put_number(page->out, number);
    spenn_put(page->out, "</a>");
}

/* Names are isolated: one that runs from right to left leaves the rest as it is. */
static void put_box(struct page *page, const struct spenn_drawing_box *box)
{
    struct spenn_sink *out = page->out;
    bool struck = strstr(box->class, "gone") || strncmp(box->class, "former", 6) == 0;
    spenn_put(out, struck ? "<s>" : "");
    put_element(out, "bdi", box->name);
    spenn_put(out, struck ? "</s>" : "");
    if (box->tag) {
        spenn_put(out, " ");
        put_element(out, "b", box->tag);
    }
    if (box->kind || box->note) {
        spenn_put(out, " <span>");
        spenn_put_xml(out, box->kind ? box->kind : "");
        spenn_put(out, box->kind && box->note ? ", " : "");
        spenn_put_xml(out, box->note ? box->note : "");
        spenn_put(out, "</span>");
    }
    if (box->page) {
        spenn_put(out, " ");
        put_link(page, box->page);
    }
}

/* In pre-order, without recursion. */
static void put_units(struct page *page)
{
    struct spenn_arena memory = {0};
    struct spenn_sink *out = page->out;
    struct spenn_drawing_tree tree = spenn_drawing_tree(page->drawing, &memory);
    spenn_put(out, tree.root < 0 ? "" : "<ul>\n");
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
            spenn_put(out, b < 0 ? "</ul>\n" : "</ul></li>\n");
        }
        b = b < 0 ? b : tree.beside[b];
    }
    spenn_arena_free(&memory);
}

static void put_cells(struct page *page, const struct spenn_drawing_table *table)
{
    struct spenn_sink *out = page->out;
    spenn_put(out, "<table>\n");
    for (int32_t i = 0; i + table->columns <= table->cells; i += table->columns) {
        spenn_put(out, "<tr>");
        for (int32_t c = 0; c < table->columns; c++) {
            put_element(out,
                i == 0       ? "th scope=\"col\""
                    : c == 0 ? "th scope=\"row\""
                             : "td",
                table->cell[i + c]);
        }
        spenn_put(out, "</tr>\n");
    }
    spenn_put(out, "</table>\n");
}

static void put_table(struct page *page, const struct spenn_drawing_table *table)
{
    struct spenn_sink *out = page->out;
    spenn_put(out, "<section>\n<h3>");
    spenn_put_xml(out, table->title);
    if (table->note) {
        spenn_put(out, " <span>");
        spenn_put_xml(out, table->note);
        spenn_put(out, "</span>");
    }
    spenn_put(out, "</h3>\n");
    if (table->columns > 1) {
        put_cells(page, table);
    } else {
        spenn_put(out, "<ul>\n");
        for (int32_t i = 0; i < table->cells; i++) {
            put_element(out, "li", table->cell[i]);
            spenn_put(out, "\n");
        }
        spenn_put(out, "</ul>\n");
    }
    spenn_put(out, "</section>\n");
}

/* A picture without links is one thing to a screen reader, that goes on to the list. */
static void put_picture(struct page *page, const char *prefix)
{
    static const struct spenn_links links = {"#page-", "", 1};
    bool linked = false;
    for (int32_t b = 0; b < page->drawing->boxes; b++) {
        linked = linked || page->drawing->box[b].page > 0;
    }
    spenn_put_svg(page->out, page->drawing,
        &(struct spenn_svg_how){
            linked ? "graphics-document" : "img", prefix, linked ? &links : NULL});
}

static void put_page(struct page *page)
{
    struct spenn_sink *out = page->out;
    const struct spenn_drawing *drawing = page->drawing;
    char prefix[32] = "", number[32];
    if (page->number) {
        snprintf(
            prefix, sizeof prefix, "p%s-", spenn_drawing_number(number, page->number));
    }
    spenn_put(out, "<section id=\"page-");
    spenn_put_number(out, page->number ? page->number : 1);
    spenn_put(out, "\">\n");
    if (page->number) {
        put_element(out, "h2", drawing->title);
        put_element(out, "p", drawing->about);
    }
    spenn_put(out, "<figure tabindex=\"0\">\n");
    put_picture(page, prefix);
    spenn_put(out, "</figure>\n<section class=\"units\">\n");
    put_element(out, "h3", spenn_drawing_word(drawing, SPENN_SAID_UNITS));
    put_units(page);
    spenn_put(out, "</section>\n");
    for (int32_t i = 0; i < drawing->tables; i++) {
        put_table(page, &drawing->table[i]);
    }
    if (drawing->note && *drawing->note) {
        put_element(out, "p", drawing->note);
        spenn_put(out, "\n");
    }
    spenn_put(out, "</section>\n");
}

bool spenn_book_html(const struct spenn_book *book, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    put_head(&sink, &book->page[0]);
    spenn_put(&sink, "<header>\n");
    put_element(&sink, "h1", book->page[0].title);
    put_element(&sink, "p", book->page[0].about);
    spenn_put(&sink, "</header>\n<main>\n");
    for (int32_t i = 0; i < book->pages; i++) {
        put_page(&(struct page){&sink, &book->page[i], book->pages > 1 ? i + 1 : 0});
    }
    spenn_put(&sink, "</main>\n</body>\n</html>\n");
    return spenn_put_end(&sink);
}
