/* SPDX-License-Identifier: MIT
 * Scalars, lists and entries. */
#include "write_model.h"

#include "quantity.h"

#include <math.h>
#include <string.h>
#include <strings.h>

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

/* Words that YAML 1.1 or 1.2 readers take for something else than a text. */
static bool is_word(const char *text)
{
    static const char *const words[] = {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(words[i], text) == 0) {
            return true;
        }
    }
    return false;
}

/* Code of a character beyond ASCII that YAML readers treat as a break or refuse: controls
 * U+0080 to U+009F, the line and paragraph separators, the byte order mark; else 0. */
static unsigned special_code(const unsigned char *at)
{
    if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0) {
        return at[1];
    }
    if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9)) {
        return 0x2000u + at[2] - 0x80u;
    }
    return at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF ? 0xFEFFu : 0;
}

static bool is_plain(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (!is_letter(*at) || is_word(text)) {
        return false;
    }
    for (; *at; at++) {
        bool inner = *at == ' ' && at[1] && at[1] != ' ';
        if ((!is_letter(*at) && !inner && !strchr("0123456789-.()/+", *at))
            || special_code(at)) {
            return false;
        }
    }
    return true;
}

/* One character of a quoted text; returns how many bytes it has. */
static size_t write_character(FILE *out, const unsigned char *at)
{
    unsigned code = special_code(at);
    if (code) {
        (void)fprintf(out, "\\u%04X", code);
        return code < 0x100 ? 2 : 3;
    }
    if (*at == '\n' || *at == '\t') {
        (void)fputs(*at == '\n' ? "\\n" : "\\t", out);
    } else if (*at < 0x20 || *at == 0x7F) {
        (void)fprintf(out, "\\x%02X", *at);
    } else {
        (void)fputs(*at == '"' || *at == '\\' ? "\\" : "", out);
        (void)fputc(*at, out);
    }
    return 1;
}

static void write_quoted(FILE *out, const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    (void)fputc('"', out);
    while (*at) {
        at += write_character(out, at);
    }
    (void)fputc('"', out);
}

void spenn_write_text(struct spenn_writer *w, const char *text)
{
    if (is_plain(text)) {
        (void)fputs(text, w->out);
    } else {
        write_quoted(w->out, text);
    }
}

void spenn_write_key(struct spenn_writer *w, const char *key)
{
    if (!w->first) {
        (void)fputs(w->between, w->out);
    }
    w->first = false;
    spenn_write_text(w, key);
    (void)fputs(": ", w->out);
}

void spenn_write_texts(struct spenn_writer *w, const char *texts)
{
    const char *between = "[";
    while (texts) {
        size_t length = strcspn(texts, ",");
        (void)fputs(between, w->out);
        spenn_write_text(w, spenn_arena_bytes(&w->memory, texts, length));
        texts = texts[length] ? texts + length + 1 : NULL;
        between = ", ";
    }
    (void)fputc(']', w->out);
}

void spenn_write_units(struct spenn_writer *w, const spenn_id *unit, int32_t count)
{
    if (count == 1) {
        spenn_write_text(w, w->m->units.id[unit[0]]);
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        (void)fputs(i ? ", " : "[", w->out);
        spenn_write_text(w, w->m->units.id[unit[i]]);
    }
    (void)fputc(']', w->out);
}

void spenn_write_share(struct spenn_writer *w, double share)
{
    char text[32];
    (void)fputs(spenn_format_share(text, sizeof text, share), w->out);
}

void spenn_write_rate(struct spenn_writer *w, double per_hour)
{
    if (!*w->rate_text || fabs(per_hour - w->rate) > 0.0) {
        (void)spenn_format_rate(w->rate_text, sizeof w->rate_text, per_hour);
        w->rate = per_hour;
    }
    (void)fputs(w->rate_text, w->out);
}

void spenn_write_shares(struct spenn_writer *w, const char *key, const spenn_id *unit,
    const double *share, int32_t count)
{
    spenn_write_key(w, key);
    (void)fputc('{', w->out);
    w->first = true;
    for (int32_t i = 0; i < count; i++) {
        spenn_write_key(w, w->m->units.id[unit[i]]);
        spenn_write_share(w, share[i]);
    }
    (void)fputc('}', w->out);
    w->first = false;
}

/* A name that is the id need not be said. */
static void write_name(
    struct spenn_writer *w, const struct spenn_write_row *r, const struct spenn_key *key)
{
    const struct spenn_key english = {.kind = SPENN_KEY_TEXT, .at = key->also};
    const struct spenn_key *id = spenn_key_find(r->section, "id");
    const char *text = *(const char *const *)spenn_key_at(key, r->table, r->row);
    const char *en = *(const char *const *)spenn_key_at(&english, r->table, r->row);
    const char *own = *(const char *const *)spenn_key_at(id, r->table, r->row);
    bool named = strcmp(key->name, "name") == 0;
    if (!text || (named && strcmp(text, own) == 0 && !en)) {
        return;
    }
    spenn_write_key(w, key->name);
    if (!en) {
        spenn_write_text(w, text);
        return;
    }
    (void)fputs("{nb: ", w->out);
    spenn_write_text(w, text);
    (void)fputs(", en: ", w->out);
    spenn_write_text(w, en);
    (void)fputc('}', w->out);
}

static bool is_default(struct spenn_writer *w, const struct spenn_write_row *r,
    const struct spenn_key *key, const char *shown)
{
    if (key->required || !r->defaults) {
        return false;
    }
    const char *usual = spenn_key_show(key, w->m, r->defaults, 0, &w->memory);
    const struct spenn_key *id = spenn_key_find(r->section, "id");
    bool own = strcmp(key->name, "group") == 0
        && strcmp(shown, *(const char *const *)spenn_key_at(id, r->table, r->row)) == 0;
    return own || (usual && strcmp(usual, shown) == 0);
}

static void write_value(
    struct spenn_writer *w, const struct spenn_write_row *r, const struct spenn_key *key)
{
    const char *shown = spenn_key_show(key, w->m, r->table, r->row, &w->memory);
    if (!shown || is_default(w, r, key, shown)) {
        return;
    }
    spenn_write_key(w, key->name);
    switch (key->kind) {
    case SPENN_KEY_TEXTS:
    case SPENN_KEY_IDS:
    case SPENN_KEY_ASSUMED:
        spenn_write_texts(w, shown);
        break;
    case SPENN_KEY_ID:
    case SPENN_KEY_TEXT:
    case SPENN_KEY_NOTE:
    case SPENN_KEY_UNIT:
    case SPENN_KEY_FORUM:
        spenn_write_text(w, shown);
        break;
    default: /* numbers with their units, words of the language, times */
        (void)fputs(shown, w->out);
    }
}

static void write_field(
    struct spenn_writer *w, const struct spenn_write_row *r, const struct spenn_key *key)
{
    if (key->csv) {
        return;
    }
    if (key->kind == SPENN_KEY_NAME) {
        write_name(w, r, key);
    } else if (key->at != SPENN_NO_COLUMN) {
        write_value(w, r, key);
    } else if (r->other) {
        r->other(w, key, r);
    }
}

void spenn_write_entry(struct spenn_writer *w, const struct spenn_write_row *row)
{
    for (int32_t i = 0; i < row->section->count; i++) {
        write_field(w, row, &row->section->key[i]);
    }
    spenn_arena_free(&w->memory);
}
