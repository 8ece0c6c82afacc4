/* SPDX-License-Identifier: MIT
 * CSV to a list of maps. libcsv takes the cells apart; it is fed line by line, which
 * tells the line that each row begins on. Rows without an empty cell share the header's
 * keys. */
#include "file.h"
#include "text.h"

#include <csv.h>
#include <string.h>

enum { most_columns = 1000 };

struct rows {
    const char *file;
    struct spenn_arena *memory;
    struct spenn_error *err;
    struct spenn_value *list;
    int32_t room;
    int32_t line, row_line;     /* of the text fed; where the row began */
    const char *row_text, *end; /* the row from its beginning; the end of the text */
    char delimiter;
    int32_t columns;
    const char **header; /* NULL before the first row */
    struct spenn_where *header_at;
    const char **cell; /* of the row at work */
    int32_t cells, full;
    bool open, in_row;  /* its first line was fed; its first cell has come */
    bool header_ok, ok; /* a bad header would spoil every row */
};

static void take_cell(void *data, size_t length, void *context)
{
    struct rows *rows = context;
    if (!rows->in_row) {
        rows->in_row = true;
        rows->cells = rows->full = 0;
    }
    if (rows->cells < most_columns) {
        rows->cell[rows->cells] =
            length ? spenn_arena_bytes(rows->memory, data, length) : NULL;
        rows->full += length > 0;
    }
    rows->cells++;
}

struct cursor { /* the beginning of a cell */
    const char *text, *line_text;
    int32_t line;
};

static struct cursor first_cell(const struct rows *rows)
{
    return (struct cursor){rows->row_text, rows->row_text, rows->row_line};
}

/* The place of the cell, after which the cursor is at the next one. A cell in quotes may
 * hold delimiters and line ends. */
static struct spenn_where place_cell(const struct rows *rows, struct cursor *cursor)
{
    struct spenn_where at = {
        rows->file, cursor->line, (int32_t)(cursor->text - cursor->line_text) + 1};
    const char *text = cursor->text;
    bool quoted = false;
    for (; text < rows->end && (quoted || *text != rows->delimiter); text++) {
        bool line_ends = *text == '\n'
            || (*text == '\r' && (text + 1 == rows->end || text[1] != '\n'));
        quoted = quoted != (*text == '"');
        if (line_ends && !quoted) {
            break;
        }
        if (line_ends) {
            cursor->line++;
            cursor->line_text = text + 1;
        }
    }
    cursor->text = text < rows->end && *text == rows->delimiter ? text + 1 : text;
    return at;
}

static bool is_new_column(struct rows *rows, int32_t column, struct spenn_where at)
{
    char clip[spenn_clip];
    const char *name = rows->cell[column];
    if (!name || strlen(name) > spenn_most_key) {
        return spenn_fail(rows->err, at, "column %d needs a name", column + 1);
    }
    for (int32_t i = 0; i < column; i++) {
        if (strcmp(rows->header[i], name) == 0) {
            return spenn_fail(
                rows->err, at, "column '%s' occurs twice", spenn_text_clip(clip, name));
        }
    }
    return true;
}

static void take_header(struct rows *rows)
{
    struct spenn_arena *memory = rows->memory;
    struct cursor cursor = first_cell(rows);
    size_t cells = (size_t)rows->cells;
    rows->columns = rows->cells;
    rows->header_ok = true;
    rows->header = spenn_arena_alloc(memory, cells, sizeof *rows->header);
    rows->header_at = spenn_arena_alloc(memory, cells, sizeof *rows->header_at);
    for (int32_t i = 0; i < rows->cells; i++) {
        rows->header_at[i] = place_cell(rows, &cursor);
        rows->header_ok = is_new_column(rows, i, rows->header_at[i]) && rows->header_ok;
        rows->header[i] = rows->cell[i] ? rows->cell[i] : "";
    }
    rows->ok = rows->header_ok && rows->ok;
}

/* One value for each cell that is not empty. */
static struct spenn_value *map_of(struct rows *rows)
{
    struct spenn_arena *memory = rows->memory;
    size_t full = (size_t)rows->full;
    struct cursor cursor = first_cell(rows);
    struct spenn_value *value = spenn_arena_alloc(memory, full + 1, sizeof *value);
    struct spenn_value *map = value + full;
    bool shared = rows->full == rows->columns;
    map->kind = SPENN_MAP;
    map->at = (struct spenn_where){rows->file, rows->row_line, 0};
    map->item = spenn_arena_alloc(memory, full, sizeof *map->item);
    map->key = rows->header;
    map->key_at = rows->header_at;
    if (!shared) {
        map->key = spenn_arena_alloc(memory, full, sizeof *map->key);
        map->key_at = spenn_arena_alloc(memory, full, sizeof *map->key_at);
    }
    for (int32_t i = 0; i < rows->columns; i++) {
        struct spenn_where at = place_cell(rows, &cursor);
        if (!rows->cell[i]) {
            continue;
        }
        int32_t k = map->count++;
        value[k] = (struct spenn_value){
            .kind = SPENN_SCALAR, .at = at, .text = rows->cell[i], .quoted = true};
        map->item[k] = &value[k];
        if (!shared) {
            map->key[k] = rows->header[i];
            map->key_at[k] = rows->header_at[i];
        }
    }
    return map;
}

static void take_row(int end, void *context)
{
    struct rows *rows = context;
    struct spenn_where at = {rows->file, rows->row_line, 0};
    (void)end;
    rows->in_row = rows->open = false;
    if (rows->cells > most_columns) {
        rows->ok = spenn_fail(rows->err, at, "more than %d cells", most_columns);
    } else if (!rows->header) {
        take_header(rows);
    } else if (rows->cells != rows->columns && rows->header_ok) {
        rows->ok = spenn_fail(
            rows->err, at, "%d cells, but the header has %d", rows->cells, rows->columns);
    } else if (rows->full && rows->header_ok) {
        struct spenn_value *list = rows->list;
        if (list->count == rows->room) {
            rows->room = rows->room ? rows->room * 2 : 64;
            list->item = spenn_arena_grow(rows->memory, list->item, (size_t)list->count,
                (size_t)rows->room, sizeof *list->item);
        }
        list->item[list->count++] = map_of(rows);
    }
}

/* A row begins with a line that is not blank. */
static void begin_row(struct rows *rows, const char *text, size_t length)
{
    size_t blank = strspn(text, rows->delimiter == '\t' ? " \r\n" : " \t\r\n");
    if (!rows->open && blank < length) {
        rows->open = true;
        rows->row_text = text;
        rows->row_line = rows->line;
    }
}

/* The one of comma, semicolon and tab that the first line has most of. */
static char delimiter_of(const char *text, size_t length)
{
    static const char candidates[] = ",;\t";
    size_t best = 0, most = 0;
    const char *end = memchr(text, '\n', length);
    end = end ? end : text + length;
    for (size_t c = 0; candidates[c]; c++) {
        size_t count = 0;
        for (const char *at = text; at < end; at++) {
            count += *at == candidates[c];
        }
        if (count > most) {
            most = count;
            best = c;
        }
    }
    return candidates[best];
}

/* The end of the line that begins at `text`: behind LF, CRLF or a lone CR, as libcsv
 * ends rows. */
static const char *line_end(const char *text, const char *end)
{
    const char *feed_at = memchr(text, '\n', (size_t)(end - text));
    const char *stop = feed_at ? feed_at + 1 : end;
    const char *carriage = memchr(text, '\r', (size_t)(stop - text));
    if (!carriage || carriage + 1 == feed_at) {
        return stop;
    }
    return carriage + 1;
}

static void feed(
    struct rows *rows, struct csv_parser *parser, const char *text, size_t length)
{
    const char *end = text + length;
    rows->line = 0;
    rows->end = end;
    while (text < end) {
        const char *next = line_end(text, end);
        size_t part = (size_t)(next - text);
        rows->line++;
        begin_row(rows, text, part);
        if (csv_parse(parser, text, part, take_cell, take_row, rows) != part) {
            break;
        }
        text = next;
    }
    struct spenn_where at = {rows->file, rows->line, 0};
    if (csv_error(parser) == 0 && csv_fini(parser, take_cell, take_row, rows) != 0) {
        at.line = rows->in_row ? rows->row_line : rows->line; /* where the quote opens */
    }
    if (csv_error(parser) != 0) {
        rows->ok = spenn_fail(rows->err, at,
            csv_error(parser) == CSV_EPARSE
                ? "a quote inside a cell, or one that is not closed"
                : "%s",
            csv_strerror(csv_error(parser)));
    }
}

bool spenn_csv_parse(const struct spenn_file *file, struct spenn_arena *memory,
    struct spenn_value *list, struct spenn_error *err)
{
    struct csv_parser parser;
    if (!spenn_file_check(file, err)) {
        return false;
    }
    struct spenn_file source = spenn_file_unmarked(file);
    const char *path = spenn_arena_text(memory, file->path);
    *list = (struct spenn_value){.kind = SPENN_LIST, .at = {.file = path}};
    struct rows rows = {.file = path,
        .memory = memory,
        .err = err,
        .list = list,
        .cell = spenn_arena_alloc(memory, most_columns, sizeof(const char *)),
        .ok = true};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return spenn_fail(err, list->at, "cannot be parsed");
    }
    rows.delimiter = delimiter_of(source.text, source.length);
    csv_set_delim(&parser, (unsigned char)rows.delimiter);
    feed(&rows, &parser, source.text, source.length);
    csv_free(&parser);
    if (rows.ok && !rows.header) {
        rows.ok = spenn_fail(err, list->at, "there is no header row");
    }
    return rows.ok;
}
