/* SPDX-License-Identifier: MIT
 * PDF and PNG: Graphviz draws the graph of dot.c. A PDF is a surface of cairo that we own
 * (Graphviz' own has one page and the current time): pages of their own size, an outline,
 * links to pages, a fixed date, and so the same bytes on repeat. */
#include "writing.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <graphviz/gvc.h>
#include <math.h>

enum { most_pixels = 32767 }; /* cairo's limit for a side of an image */

/* Draws on a surface of cairo, or with cairo NULL writes a PNG. */
struct target {
    cairo_t *cairo;
    FILE *png;
    int32_t dpi;
};

void spenn_painter_free(struct spenn_painter *painter)
{
    if (painter->context) {
        gvFreeContext(painter->context);
    }
    *painter = (struct spenn_painter){0};
}

static bool paint(struct spenn_painter *painter, const struct spenn_drawing *drawing,
    const struct target *target)
{
    painter->context = painter->context ? painter->context : gvContext();
    Agraph_t *graph = spenn_drawing_graph(drawing);
    if (graph == NULL) {
        return false;
    }
    char number[32];
    agattr(graph, AGRAPH, "dpi", spenn_drawing_number(number, target->dpi));
    bool painted = gvLayout(painter->context, graph, "nop2") == 0;
    if (painted) {
        painted = target->cairo
            ? gvRenderContext(painter->context, graph, "pdf:cairo", target->cairo) == 0
            : gvRender(painter->context, graph, "png", target->png) == 0;
        gvFreeLayout(painter->context, graph);
    }
    agclose(graph);
    return painted;
}

int32_t spenn_drawing_pixels_over(const struct spenn_drawing *drawing, int32_t dpi)
{
    double longest = ceil(fmax(drawing->width, drawing->height) * dpi / 72.0);
    return longest > most_pixels ? (int32_t)fmin(longest, INT32_MAX) : 0;
}

bool spenn_drawing_png(struct spenn_painter *painter, const struct spenn_drawing *drawing,
    int32_t dpi, FILE *out)
{
    return paint(painter, drawing, &(struct target){.png = out, .dpi = dpi})
        && fflush(out) == 0 && !ferror(out);
}

static cairo_status_t write_bytes(
    void *out, const unsigned char *data, unsigned int length)
{
    return fwrite(data, 1, length, out) == length ? CAIRO_STATUS_SUCCESS
                                                  : CAIRO_STATUS_WRITE_ERROR;
}

struct pdf {
    const struct spenn_book *book;
    struct spenn_arena memory;
    cairo_surface_t *surface;
    int *outline; /* entry of each page */
};

/* Links from boxes to the pages that show what is below them. Targets are named: cairo
 * cannot yet link to a later page by its number. */
static void link_page(struct pdf *pdf, int32_t i)
{
    const struct spenn_drawing *page = &pdf->book->page[i];
    cairo_t *cairo = cairo_create(pdf->surface);
    cairo_tag_begin(cairo, CAIRO_TAG_DEST,
        spenn_arena_format(&pdf->memory, "name='page-%d' x=0 y=0", (int)i + 1));
    cairo_tag_end(cairo, CAIRO_TAG_DEST);
    for (int32_t b = 0; b < page->boxes; b++) {
        const struct spenn_drawing_box *box = &page->box[b];
        char x[32], y[32], w[32], h[32];
        if (box->page > 0 && box->page <= pdf->book->pages) {
            cairo_tag_begin(cairo, CAIRO_TAG_LINK,
                spenn_arena_format(&pdf->memory, "rect=[%s %s %s %s] dest='page-%d'",
                    spenn_drawing_number(x, box->x), spenn_drawing_number(y, box->y),
                    spenn_drawing_number(w, box->w), spenn_drawing_number(h, box->h),
                    (int)box->page));
            cairo_tag_end(cairo, CAIRO_TAG_LINK);
        }
    }
    cairo_destroy(cairo);
}

static void outline_page(struct pdf *pdf, int32_t i)
{
    const struct spenn_book *book = pdf->book;
    int32_t above = book->above ? book->above[i] : 0;
    pdf->outline[i] = cairo_pdf_surface_add_outline(pdf->surface,
        above > 0 ? pdf->outline[above - 1] : CAIRO_PDF_OUTLINE_ROOT, book->page[i].title,
        spenn_arena_format(&pdf->memory, "page=%d pos=[0 0]", (int)i + 1),
        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* Graphviz' device finishes its surface after a page: it gets a part of ours. */
static bool paint_page(struct pdf *pdf, struct spenn_painter *painter, int32_t i)
{
    const struct spenn_drawing *page = &pdf->book->page[i];
    cairo_pdf_surface_set_size(pdf->surface, page->width, page->height);
    cairo_surface_t *part = cairo_surface_create_for_rectangle(
        pdf->surface, 0.0, 0.0, page->width, page->height);
    cairo_t *cairo = cairo_create(part);
    bool painted = paint(painter, page, &(struct target){.cairo = cairo, .dpi = 72});
    cairo_destroy(cairo);
    cairo_surface_destroy(part);
    if (pdf->book->pages > 1) {
        link_page(pdf, i);
        outline_page(pdf, i);
    }
    cairo_surface_show_page(pdf->surface);
    return painted;
}

static void describe(cairo_surface_t *surface, const struct spenn_drawing *first)
{
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, first->about);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "spenn-chart");
}

bool spenn_book_pdf(
    struct spenn_painter *painter, const struct spenn_book *book, FILE *out)
{
    const struct spenn_drawing *first = &book->page[0];
    struct pdf pdf = {.book = book};
    pdf.outline =
        spenn_arena_alloc(&pdf.memory, (size_t)book->pages, sizeof *pdf.outline);
    pdf.surface = cairo_pdf_surface_create_for_stream(
        write_bytes, out, first->width, first->height);
    describe(pdf.surface, first);
    bool painted = true;
    for (int32_t i = 0; painted && i < book->pages; i++) {
        painted = paint_page(&pdf, painter, i);
    }
    cairo_surface_finish(pdf.surface);
    painted = painted && cairo_surface_status(pdf.surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(pdf.surface);
    spenn_arena_free(&pdf.memory);
    return painted && fflush(out) == 0 && !ferror(out);
}
