/* SPDX-License-Identifier: MIT
 * A figure that is accepted can be drawn, and its numbers are finite. A sheet would read
 * other files: it is only read. */
#include "fuzz.h"

#include "book.h"
#include "paint.h"

#include <math.h>

static void draw(const struct content *f)
{
    struct spenn_drawing drawing = {0};
    struct spenn_error err = {0};
    struct spenn_page page = {0};
    spenn_page_room(&page);
    promise(
        spenn_figure_paint(f, &(struct spenn_chart_options){0}, &drawing, &page, &err));
    spenn_page_lay(&drawing, &page);
    for (int32_t i = 0; i < drawing.boxes; i++) {
        const struct spenn_drawing_box *box = &drawing.box[i];
        promise(isfinite(box->x) && isfinite(box->y) && box->w > 0.0 && box->h > 0.0);
        promise(box->first + box->runs <= drawing.runs && box->parent < i);
    }
    for (int32_t i = 0; i < drawing.points; i++) {
        promise(isfinite(drawing.point[i].x) && isfinite(drawing.point[i].y));
    }
    spenn_drawing_free(&drawing);
    spenn_error_free(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct content f = {0};
    const struct spenn_value *document;
    const char *text = fuzz_text(&memory, data, size);
    bool read = spenn_yaml_parse(
                    &(struct spenn_file){"fuzz", text, size}, &memory, &document, &err)
        && spenn_figure_build(document, "fuzz", &f, &err);
    promise(read == (err.count == 0));
    spenn_arena_free(&memory);
    if (read && f.kind != SHEET) {
        draw(&f);
    }
    spenn_figure_free(&f);
    spenn_error_free(&err);
    return 0;
}
