/* SPDX-License-Identifier: MIT */
#include "fail.h"

#include <stdlib.h>
#include <string.h>

static const char *place(struct spenn_arena *memory, struct spenn_where at)
{
    if (!at.file) {
        return "spenn";
    }
    if (at.line <= 0) {
        return at.file;
    }
    if (at.column <= 0) {
        return spenn_arena_format(memory, "%s:%d", at.file, at.line);
    }
    return spenn_arena_format(memory, "%s:%d:%d", at.file, at.line, at.column);
}

bool spenn_fail(struct spenn_error *err, struct spenn_where at, const char *format, ...)
{
    char message[2048];
    va_list list;
    va_start(list, format);
    (void)vsnprintf(message, sizeof message, format, list);
    va_end(list);
    const char *text =
        spenn_arena_format(&err->memory, "%s: %s", place(&err->memory, at), message);
    for (int32_t i = 0; i < err->kept; i++) {
        if (strcmp(err->list[i].text, text) == 0) {
            return false;
        }
    }
    err->count++;
    if (err->kept == spenn_error_limit) {
        return false;
    }
    if (err->kept == err->room) {
        int32_t room = err->room ? err->room * 2 : 8;
        err->list = spenn_arena_grow(
            &err->memory, err->list, (size_t)err->kept, (size_t)room, sizeof *err->list);
        err->room = room;
    }
    at.file = spenn_arena_text(&err->memory, at.file);
    err->list[err->kept++] = (struct spenn_problem){at, text};
    return false;
}

static int by_place(const void *a, const void *b)
{
    const struct spenn_problem *x = a, *y = b;
    int files = strcmp(x->at.file ? x->at.file : "", y->at.file ? y->at.file : "");
    if (files) {
        return files;
    }
    if (x->at.line != y->at.line) {
        return x->at.line < y->at.line ? -1 : 1;
    }
    if (x->at.column != y->at.column) {
        return x->at.column < y->at.column ? -1 : 1;
    }
    return strcmp(x->text, y->text);
}

void spenn_error_print(struct spenn_error *err, FILE *out)
{
    if (err->kept) {
        qsort(err->list, (size_t)err->kept, sizeof *err->list, by_place);
    }
    for (int32_t i = 0; i < err->kept; i++) {
        (void)fprintf(out, "%s\n", err->list[i].text);
    }
    if (err->count > err->kept) {
        (void)fprintf(out, "... and %d more problems\n", err->count - err->kept);
    }
}

void spenn_error_free(struct spenn_error *err)
{
    spenn_arena_free(&err->memory);
    *err = (struct spenn_error){0};
}
