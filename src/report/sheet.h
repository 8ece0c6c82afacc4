/* SPDX-License-Identifier: MIT
 * A list of rows printed as aligned text, CSV or JSON: one way for every command. */
#ifndef SPENN_SHEET_H
#define SPENN_SHEET_H

#include "fail.h"

enum spenn_format { SPENN_TEXT, SPENN_CSV, SPENN_JSON };

/* "text", "csv", "json"; false for anything else. */
bool spenn_format_parse(const char *text, enum spenn_format *format);

struct spenn_sheet {
    int32_t columns, rows, room;
    const char *const *title; /* columns of them: CSV header and JSON keys */
    unsigned numeric;  /* bit c: column c holds numbers, right aligned, bare in JSON */
    const char **cell; /* rows x columns; "" is empty (null in JSON when numeric) */
    struct spenn_arena memory;
};

/* A new row; fill the returned cells, borrowed texts or such in sheet->memory. In a sheet
 * that is only printed as text, NULL in its first cell ends a part: after an empty line
 * the titles stand again, over columns as wide as the next part needs. */
const char **spenn_sheet_add(struct spenn_sheet *sheet);

/* Text has two spaces between columns; the last column is not padded. False when writing
 * failed. Nothing but a header where there are no rows. */
bool spenn_sheet_print(
    const struct spenn_sheet *sheet, enum spenn_format format, FILE *out);
void spenn_sheet_free(struct spenn_sheet *sheet);

/* A sentence above or below a sheet, over lines of a terminal's width. */
void spenn_sheet_sentence(FILE *out, const char *text);

#endif
