/* SPDX-License-Identifier: MIT
 * Writes a book in the format asked for: a PDF holds all pages, of other formats each
 * page is a file, x-1.svg, x-2.svg and so on. What is written is made in memory first, so
 * a failure leaves no half of a file; without --force files that exist stay. */
#include "options.h"

#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char program[] = "spenn-chart"; /* whose messages of no file these are */

struct job {
    const struct options *o;
    const struct output *to;
    const struct spenn_book *book, *more;
    struct spenn_painter painter;
    struct spenn_arena memory;
};

/* "chart.svg", or of page 2 of 14 "chart-02.svg". */
static struct spenn_links names_of(struct job *job, int32_t files)
{
    const char *path = job->to->path, *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    int stem = (int)(dot ? dot - path : (ptrdiff_t)strlen(path));
    struct spenn_links names = {.digits = 1};
    for (int32_t rest = files; rest >= 10; rest /= 10) {
        names.digits++;
    }
    names.before = spenn_arena_format(&job->memory, "%.*s-", stem, path);
    names.after = dot ? dot : "";
    return names;
}

static const char *name_file(struct job *job, int32_t page, int32_t files)
{
    struct spenn_links names = names_of(job, files);
    return files == 1 ? job->to->path
                      : spenn_arena_format(&job->memory, "%s%0*d%s", names.before,
                          names.digits, (int)page + 1, names.after);
}

/* A path as part of a link: all but letters, digits and a few marks by number. */
static const char *link_text(struct job *job, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~";
    char *text = spenn_arena_alloc(&job->memory, 3 * strlen(path) + 1, 1), *end = text;
    for (const char *c = path; *c; c++) {
        end += sprintf(end, strchr(plain, *c) ? "%c" : "%%%02X", (unsigned char)*c);
    }
    return text;
}

/* Pages lie beside each other. */
static bool write_svg(struct job *job, int32_t page, FILE *out)
{
    struct spenn_links links = names_of(job, job->book->pages);
    const char *slash = strrchr(links.before, '/');
    links.before = link_text(job, slash ? slash + 1 : links.before);
    links.after = link_text(job, links.after);
    return spenn_drawing_svg(
        &job->book->page[page], job->book->pages > 1 ? &links : NULL, out);
}

static bool write_dot(struct job *job, int32_t page, FILE *out)
{
    return spenn_drawing_dot(&job->book->page[page], out);
}

static bool write_png(struct job *job, int32_t page, FILE *out)
{
    return spenn_drawing_png(&job->painter, &job->book->page[page], job->o->dpi, out);
}

static bool write_pdf(struct job *job, int32_t page, FILE *out)
{
    struct spenn_book all = *job->book;
    size_t pages = (size_t)all.pages + (size_t)job->more->pages;
    (void)page;
    if (job->more->pages > 0) {
        all.page = spenn_arena_grow(
            &job->memory, all.page, (size_t)all.pages, pages, sizeof *all.page);
        memcpy(all.page + all.pages, job->more->page,
            (size_t)job->more->pages * sizeof *all.page);
        all.above = NULL;
        all.pages = (int32_t)pages;
    }
    return spenn_book_pdf(&job->painter, &all, out);
}

static bool write_text(struct job *job, int32_t page, FILE *out)
{
    (void)page;
    return spenn_book_text(job->book, out);
}

static bool write_html(struct job *job, int32_t page, FILE *out)
{
    (void)page;
    return spenn_book_html(job->book, out);
}

static bool write_mermaid(struct job *job, int32_t page, FILE *out)
{
    (void)page;
    return spenn_book_mermaid(job->book, out);
}

static const struct writer {
    const char *format;
    bool (*write)(struct job *job, int32_t page, FILE *out);
    bool whole; /* one file holds all pages */
} writers[] = {{"svg", write_svg, false}, {"dot", write_dot, false},
    {"png", write_png, false}, {"pdf", write_pdf, true}, {"txt", write_text, true},
    {"html", write_html, true}, {"mmd", write_mermaid, true}};

static const struct writer *writer_of(const char *format)
{
    size_t i = 0;
    while (i + 1 < sizeof writers / sizeof *writers
        && strcmp(writers[i].format, format) != 0) {
        i++;
    }
    return &writers[i];
}

static bool refuse(const char *path, struct spenn_error *err)
{
    return spenn_fail(err, (struct spenn_where){.file = program},
        "cannot write '%s': %s%s", path, errno ? strerror(errno) : "it cannot be drawn",
        errno == EEXIST ? " (use --force)" : "");
}

static bool put(
    const struct options *o, const char *path, const char *text, size_t length)
{
    if (strcmp(path, "-") == 0) {
        return fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0;
    }
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        | (spenn_file_replaces(path, o->force) ? 0 : O_EXCL);
    int file = open(path, flags, 0666);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    if (out == NULL) {
        return false;
    }
    bool written = fwrite(text, 1, length, out) == length;
    written = fclose(out) == 0 && written;
    if (!written) {
        int cause = errno;
        (void)unlink(path);
        errno = cause;
    }
    return written;
}

static bool save_page(
    struct job *job, int32_t page, const char *path, struct spenn_error *err)
{
    char *text = NULL;
    size_t length = 0;
    errno = 0;
    FILE *out = open_memstream(&text, &length);
    bool written = out && writer_of(job->to->format)->write(job, page, out);
    written = out && fclose(out) == 0 && written;
    written = (written && put(job->o, path, text, length)) || refuse(path, err);
    free(text);
    return written;
}

/* What would fail half-way is refused before the first file is written. */
static bool check_page(
    struct job *job, int32_t page, const char *path, struct spenn_error *err)
{
    const struct options *o = job->o;
    int32_t over = strcmp(job->to->format, "png") == 0
        ? spenn_drawing_pixels_over(&job->book->page[page], o->dpi)
        : 0;
    if (over > 0) {
        return spenn_fail(err, (struct spenn_where){.file = program},
            "'%s' would be %d pixels wide or high, more than a PNG can have: use pdf or "
            "svg, or fewer dpi",
            path, (int)over);
    }
    bool there = strcmp(path, "-") != 0 && !spenn_file_replaces(path, o->force)
        && access(path, F_OK) == 0;
    if (there) {
        errno = EEXIST;
        return refuse(path, err);
    }
    return true;
}

static int32_t files_of(const struct job *job)
{
    return writer_of(job->to->format)->whole ? 1 : job->book->pages;
}

static bool check_files(struct job *job, struct spenn_error *err)
{
    int32_t files = files_of(job);
    bool good = true;
    if (files > 1 && strcmp(job->to->path, "-") == 0) {
        return spenn_fail(err, (struct spenn_where){.file = program},
            "%d pages do not go to standard output: use -o FILE", (int)files);
    }
    for (int32_t i = 0; good && i < files; i++) {
        good = check_page(job, i, name_file(job, i, files), err);
    }
    return good;
}

static bool save_files(struct job *job, struct spenn_error *err)
{
    int32_t files = files_of(job);
    bool saved = true;
    for (int32_t i = 0; saved && i < files; i++) {
        const char *path = name_file(job, i, files);
        saved = save_page(job, i, path, err);
        if (saved && files > 1) {
            fprintf(stderr, "%s\n", path);
        }
    }
    return saved;
}

bool options_save(const struct options *o, const struct spenn_book *book,
    const struct spenn_book *more, struct spenn_error *err)
{
    struct job job = {.o = o, .book = book, .more = more};
    bool saved = true;
    for (int32_t i = 0; saved && i < o->outputs; i++) {
        job.to = &o->output[i];
        saved = check_files(&job, err);
    }
    for (int32_t i = 0; saved && i < o->outputs; i++) {
        job.to = &o->output[i];
        saved = save_files(&job, err);
    }
    spenn_painter_free(&job.painter);
    spenn_arena_free(&job.memory);
    return saved;
}
