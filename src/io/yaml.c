/* SPDX-License-Identifier: MIT
 * YAML to a tree of values, from libfyaml's events: nothing is resolved, so aliases,
 * anchors and tags cost nothing before they are refused, and nesting is a stack of ours.
 * Problems are collected up to the first one that the parser cannot go beyond. */
#include "file.h"
#include "text.h"

#include <libfyaml.h>
#include <string.h>

enum {
    linear_keys = 16 /* of a map, compared one by one; beyond that an index */
};

struct frame { /* a list or map that is open */
    struct spenn_value *value;
    int32_t room;
    bool has_key, doubled; /* a key waits for its value; it occurred before */
    const char *key;
    struct spenn_where key_at;
    struct spenn_index index; /* of the keys of a large map */
};

struct document {
    struct spenn_file source; /* behind a byte order mark */
    struct spenn_arena *memory;
    struct spenn_arena scratch;
    struct spenn_error *err;
    struct frame stack[spenn_most_depth];
    int32_t depth;
    struct spenn_value *root;
    int32_t roots;
    size_t offset, line_start; /* how far lines were counted */
    struct spenn_where last;   /* place of the last token */
    bool ok;
};

/* Events come in the order of the text, so lines are counted once over all of it. */
static struct spenn_where place_of(struct document *d, struct fy_token *token)
{
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    if (!mark || mark->input_pos > d->source.length) {
        return d->last;
    }
    if (mark->input_pos < d->offset) {
        return (struct spenn_where){d->source.path, mark->line + 1, mark->column + 1};
    }
    while (d->offset < mark->input_pos) {
        if (d->source.text[d->offset++] == '\n') {
            d->last.line++;
            d->line_start = d->offset;
        }
    }
    d->last.column = (int32_t)(d->offset - d->line_start) + 1;
    return d->last;
}

static void problem(struct document *d, struct spenn_where at, const char *what)
{
    d->ok = spenn_fail(d->err, at, "%s", what);
}

/* ---- maps and lists */

static int32_t search(const struct spenn_value *map, const char *key)
{
    for (int32_t i = 0; i < map->count; i++) {
        if (strcmp(map->key[i], key) == 0) {
            return i;
        }
    }
    return -1;
}

static int32_t earlier_key(struct document *d, struct frame *frame, const char *key)
{
    const struct spenn_value *map = frame->value;
    if (map->count <= linear_keys) {
        return search(map, key);
    }
    for (int32_t i = frame->index.count; i < map->count; i++) {
        spenn_index_add(&d->scratch, &frame->index, map->key[i], i);
    }
    return spenn_index_find(&frame->index, key);
}

static void take_key(
    struct document *d, struct frame *frame, const struct spenn_value *scalar)
{
    char clip[spenn_clip];
    frame->has_key = true;
    frame->key = scalar->text;
    frame->key_at = scalar->at;
    frame->doubled = false;
    if (strlen(scalar->text) > spenn_most_key) {
        d->ok = spenn_fail(d->err, scalar->at, "a key is longer than %d bytes: '%s'",
            spenn_most_key, spenn_text_clip(clip, scalar->text));
    } else if (!*scalar->text) {
        problem(d, scalar->at, "a key is empty");
    }
    int32_t first = earlier_key(d, frame, scalar->text);
    if (first >= 0) {
        frame->doubled = true;
        d->ok = spenn_fail(d->err, scalar->at, "key '%s' occurs twice, first at line %d",
            spenn_text_clip(clip, scalar->text), frame->value->key_at[first].line);
    }
}

static void grow(struct document *d, struct frame *frame)
{
    struct spenn_value *value = frame->value;
    size_t used = (size_t)value->count;
    frame->room = frame->room ? frame->room * 2 : 4;
    size_t room = (size_t)frame->room;
    value->item =
        spenn_arena_grow(d->memory, value->item, used, room, sizeof *value->item);
    if (value->kind == SPENN_MAP) {
        value->key =
            spenn_arena_grow(d->memory, value->key, used, room, sizeof *value->key);
        value->key_at =
            spenn_arena_grow(d->memory, value->key_at, used, room, sizeof *value->key_at);
    }
}

/* Hands a value to the list or map that is open, or makes it the document. */
static void take_value(struct document *d, struct spenn_value *value)
{
    if (d->depth == 0) {
        d->root = d->roots++ ? d->root : value;
        if (d->roots == 2) {
            problem(d, value->at, "a second document in one file");
        }
        return;
    }
    struct frame *frame = &d->stack[d->depth - 1];
    struct spenn_value *parent = frame->value;
    bool map = parent->kind == SPENN_MAP;
    if (map && !frame->has_key) {
        if (value->kind == SPENN_SCALAR) {
            take_key(d, frame, value);
        } else {
            frame->has_key = frame->doubled = true; /* its value goes nowhere */
            problem(d, value->at, "a key must be a text");
        }
        return;
    }
    frame->has_key = false;
    if (map && frame->doubled) {
        return;
    }
    if (parent->count == frame->room) {
        grow(d, frame);
    }
    if (map) {
        parent->key[parent->count] = frame->key;
        parent->key_at[parent->count] = frame->key_at;
    }
    parent->item[parent->count++] = value;
}

static bool open_value(
    struct document *d, enum spenn_value_kind kind, struct spenn_where at)
{
    struct spenn_value *value = spenn_arena_alloc(d->memory, 1, sizeof *value);
    value->kind = kind;
    value->at = at;
    if (d->depth == spenn_most_depth) {
        d->ok = spenn_fail(d->err, at, "nested deeper than %d levels", spenn_most_depth);
        return false;
    }
    take_value(d, value);
    d->stack[d->depth++] = (struct frame){.value = value};
    return true;
}

/* ---- single quotes
 * libfyaml 0.7.12 loses bytes and memory on several doubled quotes in a row, so this
 * style is read from the source: '' is a quote; a line break with the blanks around it is
 * a space, and each empty line more is a newline (YAML 1.2.2, 7.3.2). */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Bytes of the line break at `at`: 0 when there is none. */
static size_t line_break(const char *at)
{
    return *at == '\n' ? 1 : *at != '\r' ? 0 : at[1] == '\n' ? 2 : 1;
}

/* Skips the breaks and blanks at `at` and writes what they stand for. */
static const char *fold(const char *at, char **end)
{
    int32_t breaks = 0;
    while (line_break(at)) {
        breaks++;
        at += line_break(at);
        at += strspn(at, " \t");
    }
    if (breaks == 1) {
        *(*end)++ = ' ';
    }
    for (int32_t i = 1; i < breaks; i++) {
        *(*end)++ = '\n';
    }
    return at;
}

static char *without_blanks(const char *start, char *end)
{
    while (end > start && is_blank(end[-1])) {
        end--;
    }
    return end;
}

static const char *single_quoted(struct document *d, size_t offset, size_t *length)
{
    const char *at = d->source.text + offset, *close = at;
    while (*close && (close[0] != '\'' || close[1] == '\'')) {
        close += *close == '\'' ? 2 : 1;
    }
    char *text = spenn_arena_alloc(d->memory, (size_t)(close - at) + 1, 1), *end = text;
    while (at < close) {
        if (line_break(at)) {
            end = without_blanks(text, end);
            at = fold(at, &end);
        } else {
            at += at[0] == '\'' && at + 1 < close;
            *end++ = *at++;
        }
    }
    *length = (size_t)(end - text);
    return text;
}

/* ---- events */

static const char *text_of(struct document *d, struct fy_token *token, size_t *length)
{
    const struct fy_mark *mark = fy_token_start_mark(token);
    if (fy_token_scalar_style(token) == FYSS_SINGLE_QUOTED && mark
        && mark->input_pos < d->source.length) {
        return single_quoted(d, mark->input_pos, length);
    }
    return fy_token_get_text(token, length);
}

static void take_scalar(struct document *d, struct fy_token *token)
{
    struct spenn_value *value = spenn_arena_alloc(d->memory, 1, sizeof *value);
    size_t length = 0;
    const char *text = token ? text_of(d, token, &length) : "";
    enum fy_scalar_style style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;
    value->at = place_of(d, token);
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED) {
        value->at.column--; /* the mark is behind the quote */
    }
    if (!token && d->depth && d->stack[d->depth - 1].has_key) {
        value->at = d->stack[d->depth - 1].key_at;
    }
    value->quoted = style != FYSS_PLAIN;
    if (!text || spenn_text_valid(text, length) != length) {
        problem(d, value->at, "an escape in the text stands for no character");
        text = "";
        length = 0;
    }
    value->text = length ? spenn_arena_bytes(d->memory, text, length) : "";
    take_value(d, value);
}

static void refuse(struct document *d, struct fy_token *anchor, struct fy_token *tag)
{
    if (anchor) {
        problem(d, place_of(d, anchor), "anchors (&) are not allowed");
    }
    if (tag) {
        problem(d, place_of(d, tag), "tags (!) are not allowed");
    }
}

/* False when it makes no sense to go on. */
static bool take_event(struct document *d, struct fy_event *event)
{
    switch (event->type) {
    case FYET_SCALAR:
        refuse(d, event->scalar.anchor, event->scalar.tag);
        take_scalar(d, event->scalar.value);
        return true;
    case FYET_ALIAS:
        problem(d, place_of(d, event->alias.anchor), "aliases (*) are not allowed");
        take_scalar(d, NULL);
        return true;
    case FYET_MAPPING_START:
        refuse(d, event->mapping_start.anchor, event->mapping_start.tag);
        return open_value(d, SPENN_MAP, place_of(d, event->mapping_start.mapping_start));
    case FYET_SEQUENCE_START:
        refuse(d, event->sequence_start.anchor, event->sequence_start.tag);
        return open_value(
            d, SPENN_LIST, place_of(d, event->sequence_start.sequence_start));
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        d->depth -= d->depth > 0;
        return true;
    default:
        return d->roots < 2;
    }
}

/* libfyaml counts characters, we count bytes; and a text that ends too early is wrong
 * where it ends. */
static struct spenn_where place_of_error(
    const struct document *d, const struct fy_diag_error *error)
{
    const char *line = d->source.text, *end = d->source.text + d->source.length;
    struct spenn_where at = {d->source.path, 1, 1};
    while (at.line < error->line) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        if (!next || next + 1 == end) {
            return spenn_file_place(&d->source, d->source.length - (end[-1] == '\n'));
        }
        line = next + 1;
        at.line++;
    }
    const char *column = line;
    for (int skip = 1; skip < error->column && column < end && *column != '\n'; skip++) {
        column++;
        while (column < end && ((unsigned char)*column & 0xc0) == 0x80) {
            column++;
        }
    }
    at.column = (int32_t)(column - line) + 1;
    return at;
}

/* What is most often behind an error that libfyaml names by its grammar. */
static const char *remedy_of(const char *message)
{
    static const char *const pair[][2] = {
        {"invalid multiline plain key", "; is a ':' missing?"},
        {"mismatched flow", "; is a bracket before it not closed?"},
        {"invalid indentation", "; keys of one map begin in the same column"},
        {"tab character", "; use spaces"},
    };
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        if (strncmp(message, pair[i][0], strlen(pair[i][0])) == 0) {
            return pair[i][1];
        }
    }
    return "";
}

static void report(struct document *d, struct fy_diag *diag)
{
    void *next = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &next);
    if (error) {
        d->ok = spenn_fail(d->err, place_of_error(d, error), "not YAML: %s%s", error->msg,
            remedy_of(error->msg));
    } else {
        problem(d, d->last, "not YAML");
    }
}

static void parse(struct document *d, struct fy_parser *parser, struct fy_diag *diag)
{
    if (fy_parser_set_string(parser, d->source.text, d->source.length) != 0) {
        problem(d, d->last, "cannot be parsed");
        return;
    }
    bool more = true;
    while (more) {
        struct fy_event *event = fy_parser_parse(parser);
        if (!event) {
            break;
        }
        more = take_event(d, event);
        fy_parser_event_free(parser, event);
    }
    if (more && fy_parser_get_stream_error(parser)) {
        report(d, diag);
    }
}

static void run(struct document *d)
{
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    struct fy_diag *diag = fy_diag_create(&quiet);
    if (!diag) {
        problem(d, d->last, "cannot be parsed");
        return;
    }
    fy_diag_set_collect_errors(diag, true);
    struct fy_parse_cfg config = {
        .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_JSON_NONE, .diag = diag};
    struct fy_parser *parser = fy_parser_create(&config);
    if (parser) {
        parse(d, parser, diag);
        fy_parser_destroy(parser);
    } else {
        problem(d, d->last, "cannot be parsed");
    }
    fy_diag_destroy(diag);
}

bool spenn_yaml_parse(const struct spenn_file *file, struct spenn_arena *memory,
    const struct spenn_value **document, struct spenn_error *err)
{
    if (!spenn_file_check(file, err)) {
        return false;
    }
    struct document d = {
        .source = spenn_file_unmarked(file), .memory = memory, .err = err, .ok = true};
    d.source.path = spenn_arena_text(memory, file->path);
    d.last = (struct spenn_where){d.source.path, 1, 1};
    struct spenn_where whole = {.file = d.source.path};
    if (d.source.length == 0) {
        return spenn_fail(err, whole, "the file is empty");
    }
    run(&d);
    spenn_arena_free(&d.scratch);
    if (d.ok && !d.root) {
        d.ok = spenn_fail(err, whole, "the file holds nothing but comments");
    }
    *document = d.root;
    return d.ok;
}
