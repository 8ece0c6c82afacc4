/* SPDX-License-Identifier: MIT
 * Columns are counted, bytes are copied: a letter of Norwegian is one column and two
 * bytes. */
#include "terminal.h"

#include "text.h"

#include <string.h>

/* Bytes of the longest start of `text` that takes at most `width` columns. */
static size_t fitting(const char *text, size_t length, int32_t width)
{
    struct spenn_arena scratch = {0};
    char *start = spenn_arena_alloc(&scratch, length + 1, 1);
    memcpy(start, text, length);
    while (length && spenn_text_width(start) > width) {
        do {
            length--;
        } while (length && ((unsigned char)text[length] & 0xC0U) == 0x80U);
        start[length] = '\0';
    }
    spenn_arena_free(&scratch);
    return length;
}

/* Bytes in which `width` columns surely end, so that a long text costs no more. */
static size_t looked_at(const char *text, int32_t width)
{
    size_t most = 4 * ((size_t)width + 1);
    size_t length = strnlen(text, most);
    while (length == most && most > 0 && ((unsigned char)text[most] & 0xC0U) == 0x80U) {
        length = --most;
    }
    return length;
}

const char *spenn_terminal_cell(
    struct spenn_arena *memory, const char *text, int32_t width, bool right)
{
    size_t looked = looked_at(text, width);
    size_t length = fitting(text, looked, width);
    bool cut = text[length] != '\0';
    if (cut) {
        length = fitting(text, looked, width - 1);
    }
    const char *start =
        spenn_arena_format(memory, "%.*s%s", (int)length, text, cut ? "…" : "");
    int32_t fill = width - spenn_text_width(start);
    fill = fill > 0 ? fill : 0;
    return spenn_arena_format(
        memory, "%*s%s%*s", right ? fill : 0, "", start, right ? 0 : fill, "");
}

void spenn_terminal_put(struct spenn_terminal *terminal, const char *text)
{
    if (terminal->left <= 0) {
        return;
    }
    terminal->left--;
    struct spenn_arena scratch = {0};
    const char *line = spenn_terminal_cell(&scratch, text, spenn_terminal_width, false);
    size_t length = strlen(line);
    while (length && line[length - 1] == ' ') {
        length--;
    }
    (void)fprintf(terminal->out, "%.*s\n", (int)length, line);
    spenn_arena_free(&scratch);
}

void spenn_terminal_wrap(struct spenn_terminal *terminal, const char *text, int32_t most)
{
    for (; most > 1 && *text; most--) {
        size_t length =
            fitting(text, looked_at(text, spenn_terminal_width), spenn_terminal_width);
        if (text[length] == '\0') {
            break;
        }
        size_t end = length;
        while (end && text[end] != ' ') {
            end--;
        }
        end = end ? end : length;
        struct spenn_arena scratch = {0};
        spenn_terminal_put(terminal, spenn_arena_bytes(&scratch, text, end));
        spenn_arena_free(&scratch);
        text += end;
        text += strspn(text, " ");
    }
    if (*text) {
        spenn_terminal_put(terminal, text);
    }
}
