/* SPDX-License-Identifier: MIT
 * PDF and PNG: Graphviz draws the graph of dot.c on a surface of cairo that we own, so
 * that a PDF has the page's size and a fixed date (Graphviz' own writes the current
 * time) and repeats byte for byte. */
#include "writing.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <errno.h>
#include <graphviz/gvc.h>
#include <math.h>
#include <string.h>

enum { most_pixels = 32767 }; /* cairo's limit for a side of an image */

/* Draws on a surface of cairo, or with cairo NULL writes a PNG. */
struct target {
    cairo_t *cairo;
    FILE *png;
};

static bool draw(
    const struct spenn_drawing *chart, int32_t dpi, const struct target *target)
{
    Agraph_t *graph = spenn_drawing_graph(chart);
    GVC_t *context = gvContext();
    char number[32];
    agattr(graph, AGRAPH, "dpi", spenn_drawing_number(number, dpi));
    bool drawn = gvLayout(context, graph, "nop2") == 0;
    if (drawn) {
        drawn = target->cairo
            ? gvRenderContext(context, graph, "pdf:cairo", target->cairo) == 0
            : gvRender(context, graph, "png", target->png) == 0;
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    gvFreeContext(context);
    return drawn;
}

static bool pdf(
    const struct spenn_drawing *chart, const char *path, cairo_status_t *status)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create(path, chart->width, chart->height);
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, chart->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, chart->about);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "spenn-chart");
    /* The device finishes its surface after one page: it gets a part of ours. */
    cairo_surface_t *page = cairo_surface_create_for_rectangle(
        surface, 0.0, 0.0, chart->width, chart->height);
    cairo_t *cairo = cairo_create(page);
    bool drawn = draw(chart, 72, &(struct target){.cairo = cairo});
    cairo_destroy(cairo);
    cairo_surface_destroy(page);
    cairo_surface_show_page(surface);
    cairo_surface_finish(surface);
    *status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return drawn && *status == CAIRO_STATUS_SUCCESS;
}

bool spenn_drawing_render(const struct spenn_drawing *chart, const char *path,
    const char *format, int32_t dpi, struct spenn_error *err)
{
    struct spenn_where at = {0};
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    if (strcmp(format, "pdf") == 0) {
        return pdf(chart, path, &status)
            || spenn_fail(
                err, at, "cannot draw '%s': %s", path, cairo_status_to_string(status));
    }
    double scale = dpi / 72.0, longest = fmax(chart->width, chart->height) * scale;
    if (longest > most_pixels) {
        return spenn_fail(err, at,
            "'%s' would be %.0f pixels wide or high, more than %d: use pdf or svg, or "
            "fewer dpi",
            path, longest, (int)most_pixels);
    }
    FILE *png = fopen(path, "w");
    bool drawn = png && draw(chart, dpi, &(struct target){.png = png});
    bool written = png && fclose(png) == 0;
    return (drawn && written)
        || spenn_fail(err, at, "cannot write '%s': %s", path, strerror(errno));
}
