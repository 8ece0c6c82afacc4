/* SPDX-License-Identifier: MIT
 * Whatever model is accepted can be drawn and written: markup stays balanced and holds
 * nothing that we did not put there, and Graphviz reads our DOT. What follows a NUL is
 * bytes for the title and the first unit's name, as no reader would let them through. */
#include "fuzz.h"

#include "book.h"
#include "chart.h"
#include "well_formed.h"

#include <graphviz/cgraph.h>
#include <string.h>

enum { most_units = 200 };

static bool write_svg(const struct spenn_book *book, FILE *out)
{
    return spenn_drawing_svg(&book->page[0], NULL, out);
}

static bool write_dot(const struct spenn_book *book, FILE *out)
{
    return spenn_drawing_dot(&book->page[0], out);
}

static const char *wrong_dot(const char *text)
{
    Agraph_t *graph = agmemread(text);
    if (graph) {
        agclose(graph);
    }
    return graph ? well_formed_bytes(text) : "not read";
}

static void write_all(const struct spenn_book *book)
{
    static const struct {
        bool (*write)(const struct spenn_book *book, FILE *out);
        const char *(*wrong)(const char *text);
    } formats[] = {{write_svg, well_formed_markup}, {spenn_book_html, well_formed_markup},
        {spenn_book_text, well_formed_bytes}, {spenn_book_mermaid, well_formed_mermaid},
        {write_dot, wrong_dot}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);
        promise(out && formats[i].write(book, out));
        promise(fclose(out) == 0 && strlen(text) == size);
        const char *wrong = formats[i].wrong(text);
        if (wrong) {
            (void)fprintf(stderr, "%s in:\n%s\n", wrong, text);
        }
        promise(!wrong);
        free(text);
    }
}

static void draw(struct spenn_model *m, const char *raw)
{
    struct spenn_chart_options options = {.title = *raw ? raw : NULL};
    struct spenn_drawing page = {0};
    struct spenn_book book = {.pages = 1, .page = &page}, pages = {0};
    if (*raw) {
        m->units.name[0] = raw;
    }
    spenn_chart_draw(m, NULL, &options, &page);
    write_all(&book);
    spenn_drawing_free(&page);
    spenn_chart_book(m, NULL, &options, &pages);
    promise(pages.pages > 0);
    write_all(&pages);
    spenn_book_free(&pages);
    options.root = m->units.count ? m->units.id[m->units.count / 2] : NULL;
    options.layers = m->units.count % 4;
    options.leadership = m->forums.count % 2;
    spenn_chart_draw(m, NULL, &options, &page);
    write_all(&book);
    spenn_drawing_free(&page);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_assumptions assume;
    struct spenn_model m = {0};
    const struct spenn_value *document;
    const char *text = fuzz_text(&memory, data, size);
    size_t length = strlen(text);
    const char *raw = length < size ? text + length + 1 : "";
    if (!fuzz_is_huge(data, length)
        && spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_yaml_parse(
            &(struct spenn_file){"fuzz", text, length}, &memory, &document, &err)
        && spenn_model_build(document, &assume, NULL, &m, &err)
        && m.units.count <= most_units) {
        draw(&m, raw);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return 0;
}
