/* SPDX-License-Identifier: MIT */
#include "writing.h"

#include <math.h>
#include <string.h>

/* Digits from the last on; returns the first. */
static char *digits_before(char *end, uint64_t number)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return end;
}

char *spenn_drawing_number(char text[32], double value)
{
    char digits[32], *end = digits + sizeof digits, *at = end;
    int64_t hundredths = (int64_t)(value * 100.0 + (value < 0.0 ? -0.5 : 0.5));
    uint64_t left = (uint64_t)(hundredths < 0 ? -hundredths : hundredths);
    uint64_t part = left % 100;
    *--at = '\0';
    if (part != 0) {
        if (part % 10 != 0) {
            *--at = (char)('0' + part % 10);
        }
        *--at = (char)('0' + part / 10);
        *--at = '.';
    }
    at = digits_before(at, left / 100);
    if (hundredths < 0) {
        *--at = '-';
    }
    return memcpy(text, at, (size_t)(end - at));
}

enum { replacement = 0xFFFD };

/* The bytes of the character that begins here if it is well-formed, else 0. */
static int32_t decode(const unsigned char *s, int32_t *code)
{
    int32_t more = s[0] >= 0xF0 ? 3 : s[0] >= 0xE0 ? 2 : 1;
    static const int32_t least[] = {0, 0x80, 0x800, 0x10000};
    *code = s[0] & (0x3F >> more);
    for (int32_t i = 1; i <= more; i++) {
        if ((s[i] & 0xC0) != 0x80) {
            return 0;
        }
        *code = *code << 6 | (s[i] & 0x3F);
    }
    bool surrogate = *code >= 0xD800 && *code < 0xE000;
    return s[0] < 0xC2 || s[0] > 0xF4 || *code < least[more] || *code > 0x10FFFF
            || surrogate
        ? 0
        : more + 1;
}

/* Marks that embed or override a direction, and would turn what stands after a name. */
static bool turns(int32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

int32_t spenn_drawing_letter(const char **text)
{
    const unsigned char *s = (const unsigned char *)*text;
    int32_t code = s[0];
    if (code < 0x80) {
        *text += code != 0;
        return code > 0 && (code < ' ' || code == 0x7F) ? ' ' : code;
    }
    int32_t bytes = decode(s, &code);
    *text += bytes ? bytes : 1;
    if (bytes == 0 || code == 0xFFFE || code == 0xFFFF) {
        return replacement;
    }
    bool line = code == 0x2028 || code == 0x2029;
    return code < 0xA0 || line ? ' ' : turns(code) ? 0 : code;
}

/* Whether it is one of `markup`, of which most characters never are. */
static bool is_markup(char c, const char *markup)
{
    bool may_be = c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '\\';
    return may_be && strchr(markup, c) != NULL;
}

/* Bytes that can be copied as they are: characters shown as themselves, but for markup.
 */
static size_t untouched(const char *text, const char *markup)
{
    const char *at = text;
    for (;;) {
        while (*at >= ' ' && *at < 0x7F && !is_markup(*at, markup)) {
            at++;
        }
        int32_t code = 0, bytes = 0;
        if ((unsigned char)*at >= 0x80) {
            bytes = decode((const unsigned char *)at, &code);
        }
        const char *next = at;
        if (bytes == 0 || spenn_drawing_letter(&next) != code) {
            return (size_t)(at - text);
        }
        at = next;
    }
}

void spenn_put_bytes(struct spenn_sink *sink, const char *text, size_t length)
{
    if (length > sizeof sink->room - sink->used) {
        fwrite(sink->room, 1, sink->used, sink->out);
        sink->used = 0;
    }
    if (length > sizeof sink->room) {
        fwrite(text, 1, length, sink->out);
        return;
    }
    memcpy(sink->room + sink->used, text, length);
    sink->used += length;
}

void spenn_put_number(struct spenn_sink *sink, double value)
{
    char text[32];
    spenn_put(sink, spenn_drawing_number(text, value));
}

static const char *escape(char markup)
{
    switch (markup) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\\':
        return "\\\\";
    default:
        return "&#39;";
    }
}

static void put_escaped(struct spenn_sink *sink, const char *text, const char *markup)
{
    while (*text) {
        size_t same = untouched(text, markup);
        spenn_put_bytes(sink, text, same);
        text += same;
        if (is_markup(*text, markup)) {
            spenn_put(sink, escape(*text++));
        } else if (*text) {
            int32_t shown = spenn_drawing_letter(&text);
            spenn_put(sink, shown == ' ' ? " " : shown ? "\xEF\xBF\xBD" : "");
        }
    }
}

void spenn_put_xml(struct spenn_sink *sink, const char *text)
{
    put_escaped(sink, text, "&<>\"'");
}

void spenn_put_dot(struct spenn_sink *sink, const char *text)
{
    put_escaped(sink, text, "&<>\"'\\");
}

bool spenn_put_end(struct spenn_sink *sink)
{
    fwrite(sink->room, 1, sink->used, sink->out);
    sink->used = 0;
    return fflush(sink->out) == 0 && !ferror(sink->out);
}

const char *spenn_drawing_plain(struct spenn_arena *memory, const char *text)
{
    size_t length = strlen(text), same = untouched(text, "");
    if (same == length) {
        return text;
    }
    char *plain = spenn_arena_alloc(memory, 3 * length + 1, 1), *end = plain;
    while (*text) {
        same = untouched(text, "");
        memcpy(end, text, same);
        end += same;
        text += same;
        if (*text) {
            int32_t shown = spenn_drawing_letter(&text);
            const char *copy = shown == ' ' ? " " : shown ? "\xEF\xBF\xBD" : "";
            size_t bytes = strlen(copy);
            memcpy(end, copy, bytes);
            end += bytes;
        }
    }
    *end = '\0';
    return plain;
}

struct spenn_drawing_tree spenn_drawing_tree(
    const struct spenn_drawing *drawing, struct spenn_arena *memory)
{
    size_t room = (size_t)drawing->boxes + 1;
    struct spenn_drawing_tree tree = {.root = -1,
        .below = spenn_arena_alloc(memory, room, sizeof *tree.below),
        .beside = spenn_arena_alloc(memory, room, sizeof *tree.beside)};
    for (int32_t b = 0; b < drawing->boxes; b++) {
        tree.below[b] = -1;
    }
    for (int32_t b = drawing->boxes - 1; b >= 0; b--) {
        int32_t above = drawing->box[b].parent;
        int32_t *first = above < 0 ? &tree.root : &tree.below[above];
        tree.beside[b] = *first;
        *first = b;
    }
    return tree;
}

const char *spenn_drawing_word(const struct spenn_drawing *drawing, enum spenn_said what)
{
    static const char *const nb[] = {"Sider", "Enheter"};
    static const char *const en[] = {"Pages", "Units"};
    return (strcmp(drawing->lang, "nb") == 0 ? nb : en)[what];
}
