/* SPDX-License-Identifier: MIT
 * Measuring and wrapping. Greedy breaking gives the fewest lines; a bisection over the
 * width then finds the narrowest that still does (18 halvings: below 0.001 pt). */
#include "font.h"

#include "widths.h"

#include <assert.h>
#include <string.h>

enum { em = 2048, first_code = 0x20, halvings = 18, short_text = 128 };

/* Decodes one code point and says how many bytes it took; a bad byte is itself. */
static uint32_t decode(const char *text, size_t length, size_t *taken)
{
    const unsigned char *s = (const unsigned char *)text;
    uint32_t code = s[0];
    size_t more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : code >= 0xC0 ? 1 : 0;
    *taken = 1;
    if (more == 0 || more >= length) {
        return code;
    }
    code &= 0x3Fu >> more;
    for (size_t i = 1; i <= more; i++) {
        if ((s[i] & 0xC0) != 0x80) {
            return s[0];
        }
        code = code << 6 | (s[i] & 0x3Fu);
    }
    *taken = more + 1;
    return code;
}

static int32_t advance(uint32_t code, bool bold)
{
    const size_t latin = sizeof regular_width / sizeof *regular_width;
    if (code >= first_code && code < first_code + latin) {
        return (bold ? bold_width : regular_width)[code - first_code];
    }
    if (code >= 0x300 && code < 0x370) {
        return 0; /* combining marks */
    }
    for (size_t i = 0; i < sizeof extra_code / sizeof *extra_code; i++) {
        if (extra_code[i] == code) {
            return (bold ? bold_extra : regular_extra)[i];
        }
    }
    return code < 0x2E80 ? 1400 : em; /* wide enough for Greek and Cyrillic; a full em */
}

double spenn_font_bytes(const char *text, size_t length, double size, bool bold)
{
    int64_t sum = 0;
    for (size_t i = 0, taken = 0; i < length; i += taken) {
        sum += advance(decode(text + i, length - i, &taken), bold);
    }
    return (double)sum * size / em;
}

double spenn_font_width(const char *text, double size, bool bold)
{
    return spenn_font_bytes(text, strlen(text), size, bold);
}

double spenn_font_word(const char *text, double size, bool bold)
{
    double widest = 0.0;
    while (*text) {
        size_t length = strcspn(text, " -/");
        length += text[length] == '-' || text[length] == '/';
        double width = spenn_font_bytes(text, length, size, bold);
        widest = width > widest ? width : widest;
        text += length + (text[length] == ' ');
    }
    return widest;
}

struct piece { /* text up to and with a place where a line may end */
    size_t end;
    double width, bare; /* with and without the space it ends in */
};

struct pieces {
    const char *text;
    struct piece *piece;
    int32_t count;
};

/* A word wider than a line is cut where it fills it. */
static struct pieces cut(
    struct piece *room, const char *text, const struct spenn_font_wrap *wrap)
{
    size_t length = strlen(text), taken = 0;
    struct pieces p = {text, room, 0};
    double width = 0.0;
    for (size_t i = 0, start = 0; i < length; i += taken) {
        double letter =
            advance(decode(text + i, length - i, &taken), wrap->bold) * wrap->size / em;
        if (width + letter > wrap->most && i > start && text[i] != ' ') {
            p.piece[p.count++] = (struct piece){i, width, width};
            width = 0.0;
            start = i;
        }
        width += letter;
        bool last = i + taken >= length;
        if (last || text[i] == ' ' || text[i] == '-' || text[i] == '/') {
            double bare = text[i] == ' ' ? width - letter : width;
            p.piece[p.count++] = (struct piece){i + taken, width, bare};
            width = 0.0;
            start = i + taken;
        }
    }
    return p;
}

/* Lines of at most `most` points; with `start` also the piece each line begins with. */
static int32_t greedy(const struct pieces *p, double most, int32_t *start)
{
    int32_t lines = 0, unused;
    double width = 0.0;
    for (int32_t i = 0; i < p->count; i++) {
        if (lines == 0 || width + p->piece[i].bare > most) {
            *(start ? &start[lines] : &unused) = i;
            lines++;
            width = 0.0;
        }
        width += p->piece[i].width;
    }
    return lines;
}

static const char *line_text(
    struct spenn_arena *memory, const struct pieces *p, int32_t from, int32_t to)
{
    size_t begin = from ? p->piece[from - 1].end : 0, end = p->piece[to - 1].end;
    while (end > begin && p->text[end - 1] == ' ') {
        end--;
    }
    while (begin < end && p->text[begin] == ' ') {
        begin++;
    }
    return spenn_arena_bytes(memory, p->text + begin, end - begin);
}

static const char *shorten(
    struct spenn_arena *memory, const char *line, const struct spenn_font_wrap *wrap)
{
    const char *dots = "\xE2\x80\xA6";
    size_t length = strlen(line);
    double room = wrap->most - spenn_font_width(dots, wrap->size, wrap->bold);
    while (length > 0
        && (((unsigned char)line[length] & 0xC0) == 0x80
            || spenn_font_bytes(line, length, wrap->size, wrap->bold) > room)) {
        length--;
    }
    return spenn_arena_format(memory, "%.*s%s", (int)length, line, dots);
}

int32_t spenn_font_lines(struct spenn_arena *memory, const char *text,
    const struct spenn_font_wrap *wrap, const char ***lines)
{
    assert(wrap->lines > 0 && wrap->most > 0.0);
    struct piece few[short_text]; /* a name is measured often: no memory for each time */
    size_t room = strlen(text) + 1;
    struct pieces p =
        cut(room <= short_text ? few : spenn_arena_alloc(memory, room, sizeof *few), text,
            wrap);
    int32_t count = greedy(&p, wrap->most, NULL);
    bool cut_short = count > wrap->lines;
    int32_t kept = cut_short ? wrap->lines : count;
    *lines = spenn_arena_alloc(memory, (size_t)kept, sizeof **lines);
    if (count == 0) {
        return 0;
    }
    double low = 0.0, high = wrap->most;
    for (int32_t i = 0; !wrap->full && count > 1 && count <= wrap->lines && i < halvings;
         i++) {
        double middle = (low + high) / 2.0;
        bool fits = true;
        for (int32_t k = 0; k < p.count && fits; k++) {
            fits = p.piece[k].bare <= middle;
        }
        if (fits && greedy(&p, middle, NULL) <= count) {
            high = middle;
        } else {
            low = middle;
        }
    }
    int32_t *start = spenn_arena_alloc(memory, (size_t)count + 1, sizeof *start);
    greedy(&p, high, start);
    start[count] = p.count;
    for (int32_t i = 0; i < kept; i++) {
        (*lines)[i] = line_text(memory, &p, start[i], start[i + 1]);
    }
    if (cut_short) {
        (*lines)[kept - 1] = shorten(memory, (*lines)[kept - 1], wrap);
    }
    return kept;
}
