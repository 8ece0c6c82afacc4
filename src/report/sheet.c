/* SPDX-License-Identifier: MIT */
#include "sheet.h"

#include "report.h"
#include "terminal.h"
#include "text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

bool spenn_format_parse(const char *text, enum spenn_format *format)
{
    static const char *const names[] = {"text", "csv", "json"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], text) == 0) {
            *format = (enum spenn_format)i;
            return true;
        }
    }
    return false;
}

const char **spenn_sheet_add(struct spenn_sheet *sheet)
{
    size_t width = (size_t)sheet->columns;
    if (sheet->rows == sheet->room) {
        int32_t room = sheet->room ? sheet->room * 2 : 64;
        sheet->cell = spenn_arena_grow(&sheet->memory, sheet->cell,
            (size_t)sheet->rows * width, (size_t)room * width, sizeof *sheet->cell);
        sheet->room = room;
    }
    const char **cells = sheet->cell + (size_t)sheet->rows++ * width;
    for (size_t c = 0; c < width; c++) {
        cells[c] = "";
    }
    return cells;
}

static bool is_numeric(const struct spenn_sheet *sheet, int32_t c)
{
    return c < 32 && (sheet->numeric >> c & 1U);
}

static void print_padded(FILE *out, const char *text, int32_t width, bool right)
{
    int32_t space = width - spenn_text_width(text);
    if (right) {
        (void)fprintf(out, "%*s", space > 0 ? space : 0, "");
    }
    (void)fputs(text, out);
    if (!right) {
        (void)fprintf(out, "%*s", space > 0 ? space : 0, "");
    }
}

static const char *text_of(const struct spenn_sheet *sheet, int32_t r, int32_t c)
{
    return r < 0 ? sheet->title[c] : sheet->cell[r * sheet->columns + c];
}

static void print_row(
    const struct spenn_sheet *sheet, int32_t r, const int32_t *width, FILE *out)
{
    for (int32_t c = 0; c < sheet->columns; c++) {
        bool last = c == sheet->columns - 1, numeric = is_numeric(sheet, c);
        print_padded(out, text_of(sheet, r, c), last && !numeric ? 0 : width[c], numeric);
        (void)fputs(last ? "\n" : "  ", out);
    }
}

/* Rows from `begin` to the next break, under the titles; returns the row of the break. */
static int32_t print_part(
    const struct spenn_sheet *sheet, int32_t begin, int32_t *width, FILE *out)
{
    int32_t end = begin;
    while (end < sheet->rows && text_of(sheet, end, 0)) {
        end++;
    }
    for (int32_t c = 0; c < sheet->columns; c++) {
        width[c] = spenn_text_width(sheet->title[c]);
        for (int32_t r = begin; r < end; r++) {
            int32_t needed = spenn_text_width(text_of(sheet, r, c));
            width[c] = needed > width[c] ? needed : width[c];
        }
    }
    print_row(sheet, -1, width, out);
    for (int32_t r = begin; r < end; r++) {
        print_row(sheet, r, width, out);
    }
    return end;
}

static void print_text(const struct spenn_sheet *sheet, FILE *out)
{
    int32_t *width = calloc((size_t)sheet->columns + 1, sizeof *width);
    if (!width) {
        abort();
    }
    int32_t end = print_part(sheet, 0, width, out);
    while (end < sheet->rows) {
        (void)fputs("\n", out);
        end = print_part(sheet, end + 1, width, out);
    }
    free(width);
}

static void print_csv_cell(
    const struct spenn_sheet *sheet, int32_t r, int32_t c, FILE *out)
{
    const char *text = text_of(sheet, r, c);
    if (r >= 0 && is_numeric(sheet, c)) {
        (void)fputs(text, out);
    } else {
        spenn_report_cell(out, text);
    }
}

static void print_csv(const struct spenn_sheet *sheet, FILE *out)
{
    for (int32_t r = -1; r < sheet->rows; r++) {
        for (int32_t c = 0; c < sheet->columns; c++) {
            print_csv_cell(sheet, r, c, out);
            (void)fputc(c == sheet->columns - 1 ? '\n' : ',', out);
        }
    }
}

static json_t *json_cell(const struct spenn_sheet *sheet, int32_t c, const char *text)
{
    if (!is_numeric(sheet, c)) {
        return json_string(text);
    }
    return *text ? json_real(strtod(text, NULL)) : json_null();
}

static void print_json(const struct spenn_sheet *sheet, FILE *out)
{
    json_t *rows = json_array();
    for (int32_t r = 0; r < sheet->rows; r++) {
        json_t *row = json_object();
        for (int32_t c = 0; c < sheet->columns; c++) {
            (void)json_object_set_new(row, sheet->title[c],
                json_cell(sheet, c, sheet->cell[r * sheet->columns + c]));
        }
        (void)json_array_append_new(rows, row);
    }
    json_t *whole = json_pack("{s:i, s:o}", "schema_version", 1, "rows", rows);
    (void)json_dumpf(whole, out, JSON_INDENT(1) | JSON_REAL_PRECISION(15));
    (void)fputc('\n', out);
    json_decref(whole);
}

bool spenn_sheet_print(
    const struct spenn_sheet *sheet, enum spenn_format format, FILE *out)
{
    if (format == SPENN_JSON) {
        print_json(sheet, out);
    } else if (format == SPENN_CSV) {
        print_csv(sheet, out);
    } else {
        print_text(sheet, out);
    }
    return !ferror(out);
}

void spenn_sheet_free(struct spenn_sheet *sheet)
{
    spenn_arena_free(&sheet->memory);
    *sheet = (struct spenn_sheet){0};
}

void spenn_sheet_sentence(FILE *out, const char *text)
{
    struct spenn_terminal terminal = {.out = out, .left = INT32_MAX};
    spenn_terminal_wrap(&terminal, text, INT32_MAX);
}
