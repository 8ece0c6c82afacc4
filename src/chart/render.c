/* SPDX-License-Identifier: MIT
 * PDF and PNG: Graphviz draws the graph of dot.c on a surface of cairo that we own, so
 * that a PDF has the page's size and a fixed date (Graphviz' own writes the current
 * time) and repeats byte for byte. */
#include "writing.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <graphviz/gvc.h>
#include <math.h>
#include <string.h>

enum { most_pixels = 32767 }; /* cairo's limit for a side of an image */

static bool draw(const struct spenn_chart *chart, cairo_t *cairo, const char *device)
{
    Agraph_t *graph = spenn_chart_graph(chart);
    GVC_t *context = gvContext();
    bool drawn = gvLayout(context, graph, "nop2") == 0;
    if (drawn) {
        drawn = gvRenderContext(context, graph, device, cairo) == 0;
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    gvFreeContext(context);
    return drawn;
}

static bool pdf(const struct spenn_chart *chart, const char *path, cairo_status_t *status)
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
    bool drawn = draw(chart, cairo, "pdf:cairo");
    cairo_destroy(cairo);
    cairo_surface_destroy(page);
    cairo_surface_show_page(surface);
    cairo_surface_finish(surface);
    *status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return drawn && *status == CAIRO_STATUS_SUCCESS;
}

static bool png(const struct spenn_chart *chart, const char *path, double scale,
    cairo_status_t *status)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
        (int)ceil(chart->width * scale), (int)ceil(chart->height * scale));
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1.0, 1.0, 1.0);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    bool drawn = draw(chart, cairo, "pdf:cairo");
    cairo_destroy(cairo);
    *status =
        drawn ? cairo_surface_write_to_png(surface, path) : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return drawn && *status == CAIRO_STATUS_SUCCESS;
}

bool spenn_chart_render(const struct spenn_chart *chart, const char *path,
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
    return png(chart, path, scale, &status)
        || spenn_fail(
            err, at, "cannot draw '%s': %s", path, cairo_status_to_string(status));
}
