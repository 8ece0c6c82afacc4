/* SPDX-License-Identifier: MIT
 * Writes a book in the format asked for: a stream of text, or a file that Graphviz draws.
 * Without --force an existing file stays. */
#include "options.h"

#include "io.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>

static FILE *create(const struct options *o, struct spenn_error *err)
{
    if (strcmp(o->output, "-") == 0) {
        return stdout;
    }
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        | (spenn_file_replaces(o->output, o->force) ? 0 : O_EXCL);
    int file = open(o->output, flags, 0666);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    if (out == NULL) {
        (void)spenn_fail(err, (struct spenn_where){0}, "cannot write '%s': %s%s",
            o->output, strerror(errno), errno == EEXIST ? " (use --force)" : "");
    }
    return out;
}

bool options_save(
    const struct options *o, const struct spenn_book *book, struct spenn_error *err)
{
    static const struct {
        const char *format;
        bool (*page)(const struct spenn_drawing *drawing, FILE *out);
        bool (*book)(const struct spenn_book *book, FILE *out);
    } writers[] = {{"svg", spenn_drawing_svg, NULL}, {"dot", spenn_drawing_dot, NULL},
        {"txt", NULL, spenn_book_text}, {"html", NULL, spenn_book_html}};
    FILE *out = create(o, err);
    if (out == NULL) {
        return false;
    }
    bool saved = true, drawn = true;
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(o->format, writers[i].format) == 0) {
            drawn = false;
            saved = writers[i].page ? writers[i].page(&book->page[0], out)
                                    : writers[i].book(book, out);
        }
    }
    if (out != stdout && fclose(out) != 0) {
        saved = false;
    }
    if (!saved) {
        return spenn_fail(err, (struct spenn_where){0}, "cannot write '%s': %s",
            o->output, strerror(errno));
    }
    return !drawn
        || spenn_drawing_render(&book->page[0], o->output, o->format, o->dpi, err);
}
